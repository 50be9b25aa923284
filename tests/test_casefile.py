"""The harness of the case files, with stand-ins for what the rules make of a document."""

from pathlib import Path

import pytest

from tests.casefile import Case, Found, expected, read, unmatched

RULES = "trigger.verb; subject.postverbal; target.object-bare"
ROW = ("john-kerry", "040", "sergey-lavrov", "actual", "2016-09-09", "جنيف", "-", RULES)
FOUND = Found(
    (ROW,), frozenset(("mention.person", "time.nearest", "place.none")), frozenset(("subject.tree",)),
    frozenset((("place.unmarked", "تركيا"),)),
)  # fmt: skip
SENTENCE = "# text = التقى.\n1\tالتقى\tالتقى\tVERB\t_\t_\t0\troot\t_\t_\n"


def line(*changes: str) -> str:
    fields = list(ROW)
    for place, value in zip(changes[::2], changes[1::2], strict=True):
        fields[int(place)] = value
    return " | ".join(fields)


def case(folder: Path, *comments: str) -> Case:
    file = folder / "a-case.conllu"
    file.write_text("".join(f"# {comment}\n" for comment in comments) + SENTENCE, encoding="utf-8")
    return Case(file)


@pytest.mark.parametrize("same", [line(), line("1", "04"), line("7", "*"), line("5", "*", "6", "*"), line("5", "جِنيف")])
def test_a_row_that_is_there(same: str) -> None:
    assert unmatched([same], [ROW]) == []


@pytest.mark.parametrize("field", range(8))
def test_every_field_counts(field: int) -> None:
    missing, not_due = unmatched([line(str(field), "05" if field == 1 else "another")], [ROW])
    assert missing.startswith("missing") and not_due.startswith("not due")


def test_parties_of_a_meeting_may_be_swapped_only_where_rules_are_open() -> None:
    swapped = line("0", ROW[2], "2", ROW[0])
    assert unmatched([swapped], [ROW]) != []
    assert unmatched([swapped.replace(RULES, "*")], [ROW]) == []


def test_a_row_counts_once() -> None:
    assert len(unmatched([line(), line()], [ROW])) == len(unmatched([line()], [ROW, ROW])) == 1


@pytest.mark.parametrize("comment", ["a | b", line() + " | more", line("3", "")])
def test_a_row_has_all_fields(comment: str) -> None:
    with pytest.raises(ValueError, match="8 fields"):
        expected(comment)


@pytest.mark.parametrize(
    ("comment", "wrong"),
    [
        ("fires = mention.person", ""),
        ("fires = subject.tree", "subject.tree did not decide anything"),
        ("refuses = place.unmarked تركيا", ""),
        ("refuses = place.unmarked سوريا", "place.unmarked did not refuse سوريا"),
        ("silent = subject.null", ""),
        ("silent = subject.tree", "subject.tree is not silent"),
        ("silent = mention.person", "mention.person is not silent"),
        ("silent = place.unmarked", "place.unmarked is not silent"),
    ],
)
def test_rules_act_as_the_case_says(tmp_path: Path, comment: str, wrong: str) -> None:
    assert case(tmp_path, f"event = {line()}", comment).check(FOUND) == [wrong][: bool(wrong)]


def test_what_is_approved_is_what_is_checked(tmp_path: Path) -> None:
    made = case(tmp_path, "note = why", "event = old", "fires = old.rule", "refuses = x y", "silent = subject.null")
    assert made.approved(FOUND) == (
        f"# note = why\n# event = {line()}\n# fires = mention.person\n# fires = time.nearest\n"
        f"# refuses = place.unmarked تركيا\n# silent = subject.null\n{SENTENCE}"
    )
    made.file.write_text(approved := made.approved(FOUND), encoding="utf-8")
    assert Case(made.file).check(FOUND) == [] and Case(made.file).approved(FOUND) == approved


def test_an_explanation_is_read() -> None:
    trigger = {
        "rule": "trigger.verb", "entry": "meet", "refusals": [{"text": "التقى", "guard": "event.no-actor"}],
        "actor": {
            "taken": {"rule": "subject.null"}, "proposals": [{"rule": "subject.tree"}],
            "refused": [{"text": "أمس", "guard": "subject.thing"}],
        },
        "rows": [{"rule": "a.b; -; -", "rules": {"event": ["trigger.verb", "meet"], "date": ["time.nearest"]}}],
        "date": {"rule": "time.nearest", "refused": []}, "source": {"rule": "", "refused": []},
    }  # fmt: skip
    sentence = {"mentions": [{"rule": "mention.person; reference.pair"}], "dates": [], "triggers": [trigger]}
    passed_over = {"passed_over": [{"text": "لقاء", "guard": "trigger.company"}]}
    found = read([], [sentence, passed_over])
    assert found.decided == {
        "trigger.verb", "subject.null", "a.b", "time.nearest", "mention.person", "reference.pair"
    }  # fmt: skip
    assert found.proposed == {"subject.tree"}
    assert found.refused == {("event.no-actor", "التقى"), ("subject.thing", "أمس"), ("trigger.company", "لقاء")}
