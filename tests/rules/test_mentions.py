"""Every mention in the lines of the case files, with its rules; every rule with a line of its own and a near miss."""

import pytest

import syria_events.rules.prepare  # noqa: F401  # declares the rules
from syria_events.provenance import rules
from tests.rules.mentioned import FILES, Case, cases, mentions_of, refused_in

CASES = [case for file in FILES for case in cases(file)]
STAGES = ("mention", "owner", "apposition", "reference")
DECLARED = {rule.id: rule for rule in rules() if rule.id.split(".")[0] in STAGES}
OF_RULES = [case for case in CASES if case.id in DECLARED and not DECLARED[case.id].guard]
OF_GUARDS = [case for case in CASES if case.id in DECLARED and DECLARED[case.id].guard]


def name(case: Case) -> str:
    return f"{case.id} {case.line}"


@pytest.mark.parametrize("case", CASES, ids=name)
def test_mentions(case: Case) -> None:
    assert mentions_of(case.line) == case.mentions


@pytest.mark.parametrize("case", OF_RULES, ids=name)
def test_a_rule_signs_what_it_reads(case: Case) -> None:
    signed = {one for mention in case.mentions for one in mention.split(" | ")[-1].split()}
    assert (case.id in signed) is not case.missed


@pytest.mark.parametrize("case", OF_GUARDS, ids=name)
def test_a_guard_tells_what_it_refuses(case: Case) -> None:
    assert (case.id in refused_in(case.line)) is not case.missed


@pytest.mark.parametrize("id", sorted(DECLARED))
def test_every_rule_has_a_line_and_a_near_miss(id: str) -> None:
    assert {case.missed for case in CASES if case.id == id} == {False, True}
