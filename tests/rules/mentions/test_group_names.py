import pytest

from syria_events.lexicon import load
from syria_events.lexicon.entries import Country
from syria_events.normalize import fold
from syria_events.rules.mentions.group_names import group_name, of_country, with_article

LEXICON = load()
GAZETTEER = LEXICON.gazetteer


def english(phrase: str) -> str:
    forms = fold(phrase).split()
    found = LEXICON.group_names.at(forms, 0)
    assert found is not None, "no group noun"
    return group_name(found[1], forms, LEXICON, GAZETTEER, head=found[0])


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("دبلوماسيون غربيون", "Western diplomats"),
        ("الدبلوماسيين الأميركيين", "American diplomats"),
        ("الجنود الأتراك", "Turkish soldiers"),
        ("مشرعين ألمان", "German members of parliament"),
        ("دول عربية", "Arab states"),
        ("فصائل إسلامية", "Islamist factions"),
        ("الدول الإسلامية", "Islamic states"),
        ("المدنيين العزل", "unarmed civilians"),
        ("مقاتلين أجانب", "foreign fighters"),
        ("مقاتلا معارضا", "opposition members of an armed body"),
        ("الأطراف السورية", "the Syrian parties"),
        ("الإرهابيين الأجانب", "foreign terrorists (as the source calls them)"),
    ],
)
def test_adjectives(phrase: str, name: str) -> None:
    assert english(phrase) == name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("فصائل المعارضة السورية المسلحة", "armed Syrian opposition factions"),
        ("مسؤولون أميركيون سابقون", "former American officials"),
        ("مسؤولون أمنيون أمريكيون", "American security officials"),
        ("دول خليجية عربية", "Gulf Arab states"),
        ("الضحايا من المدنيين السوريين", "Syrian civilian casualties"),
        ("مقاتلون أكراد سوريون", "Syrian Kurdish fighters"),
    ],
)
def test_the_order_of_adjectives(phrase: str, name: str) -> None:
    assert english(phrase) == name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("سكان حلب", "residents of Aleppo"),
        ("أهالي بلدة مضايا", "residents of Madaya"),
        ("مسلحين من حرستا", "gunmen from Harasta"),
        ("مسلحين سوريين في حلب", "Syrian gunmen in Aleppo"),
        ("لاجئي سوريا", "refugees from Syria"),
        ("زعماء أميركا", "leaders of the United States"),
        ("ضحايا داعش", "casualties of Islamic State"),
        ("قتلى الجيش السوري", "casualties of the Syrian army"),
        ("عائلات القتلى", "families of casualties"),
        ("قادة المسلحين", "leaders of gunmen"),
        ("عناصر الفصيل المعارض", "members of opposition factions"),
        ("إرهابيين من فصيل متشدد", "terrorists from hardline factions (as the source calls them)"),
    ],
)
def test_places_bodies_and_groups_behind(phrase: str, name: str) -> None:
    assert english(phrase) == name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("المدنيين", "civilians"),
        ("اللاجئين السوريين الواصلين", "Syrian refugees"),
        ("شخصيات غير معروفة", "public figures"),
        ("شخصيات غير سورية", "public figures"),
        ("سكان المنطقة", "residents"),
        ("سكان مدينة", "residents"),
        ("المدنيين حلب", "civilians"),  # a definite noun has no genitive
        ("ضحايا الحرب السورية", "casualties"),  # not Syrian: the war is
        ("أبناء الشعب السوري", "residents"),
        ("مسلحين من", "gunmen"),
        ("المجتمع المدني", "civil society"),
        ("الكوادر الطبية", "medics and rescuers"),
        ("الضباط المنشقون", "defectors"),
    ],
)
def test_what_is_left_out(phrase: str, name: str) -> None:
    assert english(phrase) == name


def test_a_phrase_of_any_words_has_a_name() -> None:
    strange = ["", "غير", "من", "في", "ال", "«", "x", "سوري", "حلب", "مدينه", "المسلحين", "قاده"]
    group = LEXICON.groups[0]
    for first in strange:
        for second in strange:
            for third in strange:
                name = group_name(group, [first, second, third], LEXICON, GAZETTEER)
                assert name.isascii() and group.en in name


def test_a_long_phrase_is_read_once() -> None:
    name = group_name(LEXICON.groups[0], ["مقاتلو", *["من", "قاده", "سوريون"] * 1000], LEXICON, GAZETTEER)
    assert name == "fighters from Syrian leaders"


def test_countries() -> None:
    assert [with_article(name, LEXICON) for name in ("United States", "Syria")] == ["the United States", "Syria"]
    assert of_country("foreign minister", LEXICON.country["TUR"], LEXICON) == "Turkish foreign minister"
    assert of_country("army", LEXICON.country["SYR"], LEXICON) == "Syrian army"
    without = Country("XXX", "x", "س", "United Isles")
    assert of_country("army", without, LEXICON) == "army of the United Isles"


@pytest.mark.parametrize("country", LEXICON.countries, ids=lambda country: country.iso3)
def test_every_country_has_an_adjective(country: Country) -> None:
    assert country.adjective and country.adjective[0].isupper()
