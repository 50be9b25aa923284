"""Every case file gives its rows, by its rules; every rule has a case where it acts, and a near miss.

`casefile.py` says what a case file is. `cases/known.toml` lists, in one place, the cases that are known to fail, each
with a reason, and the ids that no case shows yet. A case that no longer fails, or an id that has got its cases, is
taken from the list: the tests demand it.
"""

import tomllib
from collections.abc import Callable
from typing import Any

import pytest

from syria_events.provenance import rules
from tests.casefile import CASES, Case, cases, found_in

KNOWN: dict[str, Any] = tomllib.loads((CASES / "known.toml").read_text(encoding="utf-8"))
MOST_GAPS = 16
# stages whose tests have tables in place of cases
OUTSIDE = ("apposition.", "date.", "link.", "mention.", "owner.", "reference.", "retagging.", "segmentation.")


def parameters() -> list[object]:
    gaps: dict[str, str] = KNOWN["gaps"]
    return [
        pytest.param(
            case,
            id=case.name,
            marks=[pytest.mark.xfail(reason=gaps[case.name], strict=True)] if case.name in gaps else [],
        )
        for case in cases()
    ]


@pytest.mark.parametrize("case", parameters())
def test_case(case: Case) -> None:
    assert case.check(found_in(case.doc)) == []


def test_gaps_are_cases_and_grow_no_more() -> None:
    assert set(KNOWN["gaps"]) <= {case.name for case in cases()}
    assert len(KNOWN["gaps"]) <= MOST_GAPS


def test_a_third_of_the_cases_are_negative() -> None:
    """They give no row, or name a rule or guard that must not act."""
    negative = [case for case in cases() if not case.comments("event") or case.comments("silent")]
    assert len(cases()) >= 60
    assert 3 * len(negative) >= len(cases())


def ids() -> set[str]:
    """The ids that want cases."""
    return {rule.id for rule in rules() if not rule.id.startswith(OUTSIDE)}


def shown() -> set[str]:
    """The ids that a case says acted."""
    found = {one for case in cases() for key in ("fires", "proposes") for one in case.comments(key)}
    found |= {refusal.partition(" ")[0] for case in cases() for refusal in case.comments("refuses")}
    rules_of_rows = (row.rpartition("|")[2] for case in cases() for row in case.comments("event"))
    return found | {one.strip() for ids in rules_of_rows for one in ids.split(";")}


def silent() -> set[str]:
    """The ids that a case says did not act."""
    return {one for case in cases() for one in case.comments("silent")}


@pytest.mark.parametrize(("listed", "covered"), [("without-case", shown), ("without-near-miss", silent)])
def test_every_rule_has_a_case_and_a_near_miss(listed: str, covered: Callable[[], set[str]]) -> None:
    """Each of the lists names exactly the ids that still want one; `python -m tests.approve` writes them."""
    without, known = ids() - covered(), set(KNOWN[listed])
    wanted = ", ".join(sorted(without - known))
    done = ", ".join(sorted(known - without))
    assert not wanted, f"give a case to {wanted}"
    assert not done, f"{done} has its case: run python -m tests.approve"


def test_cases_name_rules_that_there_are() -> None:
    known = {rule.id for rule in rules()}
    assert silent() | {refusal.partition(" ")[0] for case in cases() for refusal in case.comments("refuses")} <= known
