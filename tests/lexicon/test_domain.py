"""What the articles are about: the home country, and a user's own."""

from dataclasses import fields
from pathlib import Path

import pytest

from syria_events.errors import LexiconError
from syria_events.lexicon import Lexicon, load
from syria_events.lexicon.entries import Domain
from syria_events.lexicon.linter import check
from syria_events.lexicon.loading import data_file

LEXICON = load()


def test_it_names_what_there_is() -> None:
    domain = LEXICON.domain
    assert {domain.home, domain.envoys_to} <= set(LEXICON.country)
    assert domain.envoys_of in LEXICON.by_id and domain.home_weight > 1


@pytest.mark.parametrize("key", [field.name for field in fields(Domain)])
def test_every_key_is_told(key: str) -> None:
    before = data_file("domain.toml").read_text(encoding="utf-8").partition(f"\n{key} = ")[0]
    assert before.rpartition("\n")[2].startswith("# ")


def test_places_without_a_country_are_at_home(tmp_path: Path) -> None:
    place = '[[place]]\nname = "تل فلان"\nen = "Tell Fulan"\nkind = "town"\n'
    (tmp_path / "mine.toml").write_text('[domain]\nhome = "YEM"\n' + place, encoding="utf-8")
    mine = Lexicon(tmp_path)
    assert mine.domain.home == "YEM" and mine.domain.envoys_of == LEXICON.domain.envoys_of
    found = mine.gazetteer.find("تل فلان")
    assert found is not None and found.country == "YEM"


def test_of_two_towns_the_one_at_home(tmp_path: Path) -> None:
    """`طرابلس` of Lebanon is smaller than that of Libya."""
    assert english(LEXICON, "طرابلس") == "LBY"
    (tmp_path / "mine.toml").write_text('[domain]\nhome = "LBN"\n', encoding="utf-8")
    assert english(Lexicon(tmp_path), "طرابلس") == "LBN"


def english(lexicon: Lexicon, name: str) -> str:
    place = lexicon.gazetteer.find(name)
    assert place is not None
    return place.country


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[domain]\nhme = "YEM"', "[domain]: unknown key 'hme'"),
        ("[domain]\nhome = 3", "[domain]: home: str is expected, not 3"),
        ('[domain]\nhome = "YEMEN"', "[domain]: home 'YEMEN' is no country"),
        ('[domain]\nenvoys_of = "un"', "[domain]: envoys_of 'un' is no body"),
        ('[codes]\nvisit = "0"', "[codes]: CAMEO has no code '0'"),
    ],
)
def test_a_wrong_one_is_named(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    try:
        found = "\n".join(check(tmp_path)[1])
    except LexiconError as error:
        found = str(error)
    assert said in found
