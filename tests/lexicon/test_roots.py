"""The table of CAMEO roots: complete, as the linter sees it, and what a user's own does to it."""

from dataclasses import fields
from pathlib import Path

import pytest

from syria_events.lexicon import Lexicon, load
from syria_events.lexicon.cameo import table
from syria_events.lexicon.entries import Root
from syria_events.lexicon.linter import check
from syria_events.lexicon.loading import data_file

LEXICON = load()


def test_every_root_of_cameo_has_a_table() -> None:
    assert (
        list(LEXICON.roots) == [f"{number:02}" for number in range(1, 21)] == sorted({c.root for c in table().values()})
    )


def test_a_code_has_the_root_of_its_first_digits() -> None:
    assert LEXICON.root("042") is LEXICON.root("04") is LEXICON.roots["04"]
    assert LEXICON.root("042").symmetric and not LEXICON.root("19").symmetric


@pytest.mark.parametrize("key", [field.name for field in fields(Root) if field.name != "id"])
def test_every_key_is_told_and_used(key: str) -> None:
    """A key that no root or every root has tells nothing."""
    values = {getattr(root, key) for root in LEXICON.roots.values()}
    assert len(values) > 1
    assert f"\n# {key} " in data_file("roots.toml").read_text(encoding="utf-8")


def test_the_special_codes_are_codes() -> None:
    codes = LEXICON.codes
    assert {codes.visit, codes.mediate, codes.deny, *codes.prospects} <= set(table())


def test_a_users_root_replaces_ours(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[[root]]\nid = "06"\n[codes]\nvisit = "040"', encoding="utf-8")
    assert check(tmp_path) == (2, [])
    mine = Lexicon(tmp_path)
    assert not mine.root("061").symmetric and mine.root("04").symmetric
    assert mine.codes.visit == "040" and mine.codes.deny == LEXICON.codes.deny


def test_a_root_that_cameo_lacks_is_seen(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[[root]]\nid = "21"', encoding="utf-8")
    assert check(tmp_path)[1] == ["mine.toml: [[root]] 21: CAMEO has no root '21'"]
