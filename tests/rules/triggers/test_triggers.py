"""Which words tell an event, which do not and why, and what decides the code of a statement."""

from pathlib import Path

import pytest

from syria_events.lexicon.entries import Action
from syria_events.rules.coreference.antecedents import arguments_of
from syria_events.rules.triggers.announced import headline, quoted_through
from syria_events.rules.triggers.company import company, ordered
from syria_events.rules.triggers.content import CueReader
from syria_events.rules.triggers.finder import find_triggers
from syria_events.rules.triggers.gaps import passed_over
from syria_events.rules.triggers.lemmas import lemmas
from tests.rules.building import LEXICON, Built, arguments, asked, names, options, rows

TABLES = Path(__file__).parent


def triggers(text: str, about: str) -> str:
    """The triggers of a sentence: rule, name and entry.

    Args:
        about: `passed over` for the words that are none, with what stopped each.
    """
    clause = Built(text).clause
    found = list(find_triggers(clause))
    if about == "passed over":
        return "; ".join(f"{refusal.guard} {refusal.text}" for refusal in passed_over(clause, found))
    marks = {"light": "light", "passive": "passive", "participle": "participle"}
    return "; ".join(
        " ".join([t.rule, t.name, t.entry.id, *(mark for name, mark in marks.items() if getattr(t, name))])
        for t in found
    )


def announced(text: str, about: str) -> str:
    """Who speaks without a verb of saying: rule, trigger, speaker, where the content begins, confidence, source."""
    rule = {"headline": headline, "quoted through": quoted_through}[about]
    return "; ".join(
        f"{a.trigger.rule} {a.trigger.word.text} {names((a.speaker,))} {a.content} {a.confidence} {a.source}".rstrip()
        for a in rule(Built(text).clause)
    )


def content(text: str, about: str) -> str:
    """The construction that decides a statement: its entry, where it begins, whom it is about.

    Args:
        about: the `first` and `last` word of what is said, the whole sentence if they are not told, and the `speaker`.
    """
    told = options(about)
    clause = Built(text).clause
    speakers = [argument.actor for argument in arguments(told["speaker"])] if "speaker" in told else []
    last = int(told.get("last", clause.end - 1))
    found = CueReader(LEXICON).content(clause, int(told.get("first", 1)), last, speakers)
    if found is None:
        return ""
    targets = names(tuple(a for m in found.targets for a in arguments_of((m,))))
    return f"{found.cue.id} {found.cameo} at {found.at}: {targets}"


def near(text: str, _about: str) -> str:
    """The look-up forms that keep a word company, in alphabetical order."""
    clause = Built(text).clause
    return " ".join(sorted(company(clause, clause.word(asked(text)))))


def test_entries_that_ask_for_company_come_first() -> None:
    plain, needs, of = Action("010", "say"), Action("010", "say", needs=("x",)), Action("010", "say", of=("x",))
    assert ordered((plain, needs, of)) == (needs, of, plain)
    assert ordered((needs, plain)) == (needs, plain)


def forms(text: str, _about: str) -> str:
    """The look-up forms of a word."""
    return " ".join(lemmas(Built(text).clause.word(1)))


@pytest.mark.parametrize(("text", "about", "expected"), rows(TABLES / "triggers.tsv"))
def test_triggers(text: str, about: str, expected: str) -> None:
    assert triggers(text, about) == expected


@pytest.mark.parametrize(("text", "about", "expected"), rows(TABLES / "announced.tsv"))
def test_announced(text: str, about: str, expected: str) -> None:
    assert announced(text, about) == expected


@pytest.mark.parametrize(("text", "about", "expected"), rows(TABLES / "content.tsv"))
def test_content(text: str, about: str, expected: str) -> None:
    assert content(text, about) == expected


@pytest.mark.parametrize(("text", "about", "expected"), rows(TABLES / "company.tsv"))
def test_company(text: str, about: str, expected: str) -> None:
    assert near(text, about) == expected


@pytest.mark.parametrize(("text", "about", "expected"), rows(TABLES / "lemmas.tsv"))
def test_lemmas(text: str, about: str, expected: str) -> None:
    assert forms(text, about) == expected
