import re
from pathlib import Path

import pytest

import syria_events
from syria_events.lexicon.loading import data_file, read_toml
from syria_events.lexicon.words import words

RULES = Path(syria_events.__file__).parent / "rules"
FILES = [file for file in RULES.rglob("*.py") if not file.name.startswith(("date", "calendar"))]  # with sets of their own
SOURCES = "".join(file.read_text(encoding="utf-8") for file in FILES)
ASKED = set(re.findall(r'(?:words|prefixes|is_in|among)\((?:[^"\n]*, )?"(\w+)"\)', SOURCES))
QUOTED = set(re.findall(r'"(\w+)"', SOURCES))  # sets may stand in a table, too
SETS = read_toml(data_file("words.toml"))


@pytest.mark.parametrize("name", sorted(ASKED))
def test_every_set_the_rules_ask_for_exists(name: str) -> None:
    assert words(name)


@pytest.mark.parametrize("name", sorted(SETS))
def test_every_set_is_asked_for(name: str) -> None:
    assert name in QUOTED


@pytest.mark.parametrize("name", sorted(SETS))
def test_no_word_stands_twice(name: str) -> None:
    assert len(words(name)) == len(SETS[name])
