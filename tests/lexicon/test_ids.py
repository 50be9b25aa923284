"""The ids of entries: each has one, and what becomes of a user's entry without."""

from pathlib import Path

import pytest

from syria_events.lexicon import Lexicon, load
from syria_events.lexicon.linter import Record, check, our_files, records

LEXICON = load()
NAMED = {"action", "speech", "cue", "light", "attribution", "root"}
RECORDS = [record for record in records(our_files()) if record.table in NAMED]
MEET = '[[action]]\nverbs = ["تلاقى"]\ngloss = "meet, gather"\ncameo = "040"\n'


@pytest.mark.parametrize("record", [pytest.param(r, id=r.label) for r in RECORDS if not r.id])
def test_an_entry_of_ours_has_an_id(record: Record) -> None:
    pytest.fail(f"{record.label}: give it an id that tells it from the others of its gloss")


@pytest.mark.parametrize("table", sorted(NAMED))
def test_ids_are_unique(table: str) -> None:
    ids = [record.id for record in RECORDS if record.table == table]
    assert len(ids) == len(set(ids)) > 0


def test_glosses_alone_do_not_tell_entries_apart() -> None:
    assert len({cue.gloss for cue in LEXICON.cues}) < len({cue.id for cue in LEXICON.cues}) == len(LEXICON.cues)


def test_a_users_entry_of_the_same_id_replaces_ours(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(MEET + 'id = "meet"\n', encoding="utf-8")
    assert check(tmp_path) == (1, [])
    mine = Lexicon(tmp_path)
    assert len(mine.actions) == len(LEXICON.actions)
    assert [a.verbs for a in mine.actions if a.id == "meet"] == [("تلاقى",)]


def test_a_users_entry_without_an_id_gets_one_and_replaces_nothing(tmp_path: Path) -> None:
    text = MEET + MEET.replace("تلاقى", "تواجه") + '[[cue]]\nwords = ["تبا", "ل"]\ncameo = "111"\n'
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    assert check(tmp_path) == (3, [])
    mine = Lexicon(tmp_path)
    assert [a.id for a in mine.actions[:3]] == ["user-meet-gather", "user-meet-gather-2", LEXICON.actions[0].id]
    assert mine.cues[0].id == "user-cue" and len(mine.actions) == len(LEXICON.actions) + 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (MEET + 'id = "Meet"\n', "id 'Meet': lower-case letters, digits and hyphens only"),
        (2 * (MEET + 'id = "gather"\n'), "id 'gather' is given twice"),
    ],
)
def test_a_wrong_id_is_seen(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    assert any(problem.endswith(said) for problem in check(tmp_path)[1])
