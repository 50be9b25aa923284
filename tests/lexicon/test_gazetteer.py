"""The gazetteer: what it finds, what it must not, and a linter over its files."""

import re
from collections import Counter, defaultdict

import pytest

from syria_events.errors import LexiconError
from syria_events.lexicon import load
from syria_events.lexicon.entries import PlaceEntry
from syria_events.lexicon.gazetteer import Gazetteer
from syria_events.lexicon.loading import data_file, data_files, entries
from syria_events.lexicon.places import KINDS, Place, read_places
from syria_events.normalize import fold

PLACES = data_file("places")
OURS = [(file.name, entry) for file in data_files("places") for entry in entries(file, "place", PlaceEntry)]
SYRIA = [entry for name, entry in OURS if name == "syria.toml"]
TOWNS = [
    line.split("\t")
    for line in PLACES.joinpath("towns.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
ORDINARY = (
    "في من على إلى قال هذا التي الذي النظام الرئيس السلام الحرب المدينة البيت رأس نور سلام حرب باب الباب نصيب حضر"
    " نبل الحراك التل الضمير الشجرة الراعي الكرامة العين الميادين السلمية الثورة الجزيرة الشهداء الخبر البيضاء الساحل"
    " الوجه العلم مشهد صور قم دولة سنة بيان وقف أمل محلات سلطات معسكر الخميس جاسم بشار الأسد محمد علي سالم خالد عمر"
    " نايف الشيخ المنطقة الحدود البلاد الجيش القوات المعارضة مؤتمر اليوم أمس"
).split()

LEXICON = load()
found = LEXICON.gazetteer


def english(name: str, context: tuple[str, ...] = ()) -> str | None:
    place = found.find(name, context)
    return place.en if place else None


def at(text: str, i: int = 0) -> tuple[int, list[str]] | None:
    match = found.at(fold(text).split(), i)
    return match and (match[0], [place.en for place in match[1]])


def test_loading_is_cached() -> None:
    assert LEXICON.gazetteer is found


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("دمشق", "Damascus"),
        ("حي الوعر", "al-Waer"),
        ("الوعر", "al-Waer"),
        ("بابا عمرو", "Baba Amr"),
        ("الغوطة الشرقية", "Eastern Ghouta"),
        ("شرق الفرات", "east of the Euphrates"),
        ("ريف دمشق", "Rif Dimashq Governorate"),
        ("ريف حلب الشمالي", "northern Aleppo countryside"),
        ("مخيم اليرموك", "Yarmouk Camp"),
        ("معبر باب الهوى", "Bab al-Hawa"),
        ("قاعدة حميميم الجوية", "Hmeimim air base"),
        ("طريق الكاستيلو", "Castello Road"),
        ("جنيف", "Geneva"),
        ("كامب ديفيد", "Camp David"),
        ("آستانة", "Astana"),
        ("لوزان", "Lausanne"),
        ("الرياض", "Riyadh"),
        ("الدار البيضاء", "Casablanca"),
        ("السعودية", "Saudi Arabia"),
        ("سورية", "Syria"),
        ("الولايات المتحدة الأميركية", "United States"),
        ("البحر المتوسط", "Mediterranean"),
    ],
)
def test_names(name: str, expected: str) -> None:
    assert english(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("مدينة حلب", "Aleppo"),
        ("مدينة الباب", "al-Bab"),
        ("بلدة الراعي", "al-Rai"),
        ("محافظة حلب", "Aleppo Governorate"),
        ("محافظة إدلب", "Idlib Governorate"),
        ("ريف جسر الشغور", "Jisr al-Shughur"),
        ("منطقة عفرين", "Afrin"),
        ("حي جوبر الدمشقي", "Jobar"),
        ("مطار المزة العسكري", "Mezzeh air base"),
        ("معبر نصيب الحدودي", "Nasib crossing"),
        ("مدينة تدمر الأثرية", "Palmyra"),
        ("مدينة دوما السورية", "Douma"),
        ("مدينة جنيف السويسرية", "Geneva"),
        ("العاصمة دمشق", "Damascus"),
        ("العاصمة السورية", "Damascus"),
        ("العاصمة السورية دمشق", "Damascus"),
        ("العاصمة الكازاخستانية أستانا", "Astana"),
        ("العاصمة التونسية", "Tunis"),
        ("ولاية هاتاي التركية", "Hatay"),
        ("مدينة الباب السورية", "al-Bab"),
        ("رقة", "Raqqa"),
        ("سويداء", "Suwayda"),
        ("دولة قطر", "Qatar"),
    ],
)
def test_generic_heads_adjectives_and_the_article(name: str, expected: str) -> None:
    assert english(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "باب",
        "مدينة",
        "حي",
        "العاصمة",
        "المحافظة",
        "مدينة كبيرة",
        "ريف المدينة",
        "",
        "بلدة السلام",
        "الضمير العربي",
        "السوري",
    ],
)
def test_no_place(name: str) -> None:
    assert found.find(name) is None


@pytest.mark.parametrize(
    ("name", "context", "expected"),
    [
        ("طرابلس", (), "LBY"),
        ("طرابلس", ("SYR", "LBN"), "LBN"),
        ("طرابلس", ("LBY", "EGY"), "LBY"),
        ("طرابلس", ("LBN", "LBY"), "LBY"),
        ("مدينة طرابلس", ("LBN",), "LBN"),
        ("طرابلس اللبنانية", ("LBY",), "LBN"),
        ("مدينة طرابلس الليبية", ("LBN",), "LBY"),
        ("أريحا", (), "SYR"),
        ("أريحا", ("PSE",), "PSE"),
        ("القنيطرة", (), "SYR"),
        ("القنيطرة", ("MAR",), "MAR"),
        ("سنجار", ("IRQ",), "IRQ"),
        ("الكويت", (), "KWT"),
        ("لندن", ("CAN",), "GBR"),
    ],
)
def test_context_decides_between_namesakes(name: str, context: tuple[str, ...], expected: str) -> None:
    place = found.find(name, context)
    assert place is not None
    assert place.country == expected


def test_choosing_takes_the_larger_outside_the_context() -> None:
    places = (Place("أ", "small", "FRA", None, None, "town", 1), Place("أ", "large", "DEU", None, None, "town", 2))
    assert found.choose(places).en == "large"
    assert found.choose(places, {"FRA"}).en == "small"


@pytest.mark.parametrize(
    ("text", "i", "expected"),
    [
        ("في حي الوعر في حمص", 1, (3, ["al-Waer"])),
        ("في حي الوعر في حمص", 0, None),
        ("في حي الوعر في حمص", 4, (5, ["Homs"])),
        ("مدينة الباب في ريف حلب الشرقي", 1, (2, ["al-Bab"])),
        ("فتح الباب أمام الحل", 1, None),
        ("مدن منبج و الباب و جرابلس", 3, (4, ["al-Bab"])),
        ("مدينة حلب فتح الباب", 3, None),
        ("طرابلس", 0, (1, ["Tripoli", "Tripoli, Lebanon"])),
        ("مسقط رأسه", 0, None),
        ("مسقط أمس", 0, (1, ["Muscat"])),
        ("صحيفة واشنطن بوست", 1, None),
        ("ريف حلب الشمالي", 0, (3, ["northern Aleppo countryside"])),
        ("كفر بطنا و سقبا", 0, (2, ["Kafr Batna"])),
    ],
)
def test_longest_name_at_a_word(text: str, i: int, expected: tuple[int, list[str]] | None) -> None:
    assert at(text, i) == expected


@pytest.mark.parametrize("word", ORDINARY)
def test_ordinary_words_are_no_places(word: str) -> None:
    assert at(f"{word} قال") is None


def test_a_hand_made_gazetteer() -> None:
    entries = [PlaceEntry("حلب", "Aleppo", "town"), PlaceEntry("الباب", "al-Bab", "town", ordinary=True)]
    one = Gazetteer(entries, words=LEXICON.words, domain=LEXICON.domain)
    assert one.at(["حلب"], 0) == (1, (Place("حلب", "Aleppo", "SYR", None, None, "town"),))
    assert one.at(["الباب"], 0) is None
    assert one.find("الباب") is not None


def test_a_wrong_key_is_an_error(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "wrong.toml"
    file.write_text('[[place]]\nname = "حلب"\nen = "Aleppo"\nkind = "town"\nlatt = 1.0\n', encoding="utf-8")
    with pytest.raises(LexiconError, match="latt"):
        list(read_places(file))


# --- the linter


def test_size() -> None:
    assert len(SYRIA) >= 180
    assert len(TOWNS) > 1000
    assert len(PLACES.joinpath("towns.tsv").read_bytes()) < 250_000


def test_syrian_places_lie_in_syria() -> None:
    placed = [(p.en, p.lat, p.lon) for p in found.places if p.country == "SYR" and p.lat is not None]
    assert len(placed) >= 180
    assert [p for p in placed if not (32.2 <= p[1] <= 37.4 and p[2] is not None and 35.5 <= p[2] <= 42.5)] == []


@pytest.mark.parametrize(
    ("file", "entry"), OURS, ids=[f"{entry.country} {entry.en} {n}" for n, (_, entry) in enumerate(OURS)]
)
def test_entry(file: str, entry: PlaceEntry) -> None:
    assert (entry.country is None) == (file == "syria.toml")
    assert entry.kind in KINDS - {"country"}
    assert (entry.lat is None) == (entry.lon is None)
    assert (entry.country == "") == (entry.kind == "sea")
    assert len({fold(n) for n in (entry.name, *entry.names)}) == 1 + len(entry.names), "two spellings fold to one"
    assert entry.en.isascii()
    for name in (entry.name, *entry.names):
        assert re.fullmatch(r"[ء-غف-ي0-9 –-]+", name), f"stray letters in {name!r}"
        assert name == " ".join(name.split())


def test_coordinates_are_on_the_globe() -> None:
    for place in found.places:
        assert (place.lat is None) == (place.lon is None)
        if place.lat is not None and place.lon is not None:
            assert -90 <= place.lat <= 90, place
            assert -180 <= place.lon <= 180, place


def test_no_name_twice_in_a_country() -> None:
    holders: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entry in [e for _, e in OURS]:
        for name in (entry.name, *entry.names):
            holders["SYR" if entry.country is None else entry.country, fold(name)].append(entry.en)
    for name, names, en, country, *_ in TOWNS:
        for spelling in (name, *names.split("|")) if names else (name,):
            holders[country, fold(spelling)].append(en)
    for country in load().countries:
        for spelling in (country.name, *country.names):
            holders[country.iso3, fold(spelling)].append(country.en)
    assert {key: names for key, names in holders.items() if len(names) > 1} == {}


def test_one_capital_a_country() -> None:
    capitals = Counter(p.country for p in found.places if p.kind == "capital")
    assert [country for country, number in capitals.items() if number > 1] == []
    assert {"SYR", "RUS", "USA", "TUR", "IRN", "IRQ", "LBN", "JOR", "FRA", "GBR", "DEU", "CHN"} <= set(capitals)


def test_countries_are_known() -> None:
    known = {c.iso3 for c in load().countries} | {""}
    assert {p.country for p in found.places} <= known


def test_countries_have_points() -> None:
    lines = PLACES.joinpath("countries.tsv").read_text(encoding="utf-8").splitlines()
    points = [line.split("\t")[0] for line in lines if not line.startswith("#")]
    assert set(points) <= {c.iso3 for c in load().countries}
    assert len(points) == len(set(points)) >= 60


def test_towns() -> None:
    for name, names, en, _, _, _, population, kind, ordinary in TOWNS:
        assert kind in ("town", "capital"), en
        assert ordinary in ("0", "1"), en
        assert int(population) >= 0, en
        for spelling in (name, *names.split("|")) if names else (name,):
            assert re.fullmatch(r"[ء-غف-ي -]+", spelling), f"stray letters in {spelling!r}"
            assert len(fold(spelling)) >= 3, en


def test_the_table_says_whose_it_is() -> None:
    head = PLACES.joinpath("towns.tsv").read_text(encoding="utf-8").splitlines()[:5]
    assert any("GeoNames" in line and "CC BY 4.0" in line for line in head)
