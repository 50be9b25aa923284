import pytest

from syria_events.lexicon import load
from syria_events.transliterate import MARK, Transliterator


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("ميخائيل بدران", "Mikhayil Badran"),
        ("باسل", "Basal"),
        ("النوري", "al-Nuri"),
        ("وليد", "Walid"),
        ("ياسين", "Yasin"),
        ("خولة", "Khula"),
        ("٣", ""),
    ],
)
def test_letter_by_letter(name: str, english: str) -> None:
    assert Transliterator()(name) == (MARK + english if english else "")


def test_a_word_of_a_known_name_is_spelt_as_there() -> None:
    spell = Transliterator([("محمد جواد ظريف", "Mohammad Javad Zarif"), ("فلان", "John Doe")])
    assert spell("محمد بدران") == "~Mohammad Badran"
    assert spell("فلان") == "~Falan", "one word for two says nothing"


def test_the_lexicon_spells_by_its_persons() -> None:
    assert load().transliterate("جون لافروف") == "~John Lavrov"
