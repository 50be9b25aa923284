"""The closed sets of `words.toml`: asked for, without doubles, and what a user adds to them."""

import re
from pathlib import Path

import pytest

import syria_events
from syria_events.errors import LexiconError
from syria_events.lexicon import Lexicon, load
from syria_events.lexicon.loading import data_file, read_toml
from syria_events.normalize import fold

SOURCES = "\n".join(
    file.read_text(encoding="utf-8")
    for folder in ("rules", "lexicon")
    for file in (Path(syria_events.__file__).parent / folder).rglob("*.py")
    if not file.name.startswith("date")  # with sets of their own
)
ASKED = set(re.findall(r'\b(?:words|prefixes|is_in|among)\((?:[^"\n]*, )?\s*"(\w+)"\s*\)', SOURCES))
ASKED_MAPS = set(re.findall(r'\bmapping\(\s*"(\w+)"\s*\)', SOURCES))
SETS = read_toml(data_file("words.toml"))
MAPS = SETS.pop("maps")
QUOTED = {*re.findall(r'"(\w+)"', SOURCES), *MAPS["title_roles"]}  # sets may stand in a table, too
LEXICON = load()


@pytest.mark.parametrize("name", sorted(ASKED))
def test_every_set_that_is_asked_for_exists(name: str) -> None:
    assert LEXICON.words(name)


@pytest.mark.parametrize("name", sorted(SETS))
def test_every_set_is_asked_for(name: str) -> None:
    assert name in QUOTED


@pytest.mark.parametrize("name", sorted(SETS))
def test_no_word_stands_twice(name: str) -> None:
    assert len(LEXICON.words(name)) == len(SETS[name])


@pytest.mark.parametrize("name", sorted({*MAPS, *ASKED_MAPS}))
def test_every_mapping_is_asked_for_and_folded(name: str) -> None:
    assert name in ASKED_MAPS
    assert list(LEXICON.mapping(name)) == [fold(word) for word in MAPS[name]]


def test_no_set_is_part_of_another_by_copy() -> None:
    """Words of one meaning stand in one list: the titles before a name are honours, or offices too."""
    assert not LEXICON.words("honorific") & LEXICON.words("name_title")
    assert LEXICON.honorifics == LEXICON.words("honorific") | LEXICON.words("name_title")
    assert not LEXICON.words("settlement_head") & LEXICON.words("other_place_head")
    assert not LEXICON.words("government_noun") & LEXICON.words("realm_noun")


def test_a_user_adds_words(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[words]\nagree = ["تفاهم"]\nparticiple = ["فُلان"]\n', encoding="utf-8")
    mine = Lexicon(tmp_path)
    assert mine.words("agree") == LEXICON.words("agree") | {"تفاهم"}
    assert "فلان" in mine.prefixes("participle") and "فلان" not in LEXICON.prefixes("participle")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[words]\nagrees = ["تفاهم"]', "mine.toml: [words]: no set 'agrees'; allowed: adverb, agent, agree"),
        ('[words]\nagree = "تفاهم"', "mine.toml: [words] agree: a list is expected"),
        ("[words]\nagree = [1]", "mine.toml: [words] agree: str is expected, not 1"),
        ('[[words]]\nagree = ["تفاهم"]', "mine.toml: words: write its keys under one line [words]"),
    ],
)
def test_wrong_words_are_named(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        Lexicon(tmp_path)
    assert said in str(caught.value)
