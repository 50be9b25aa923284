"""Every case file: a parsed sentence or two and the rows it must give, no more and no fewer.

A file is CoNLL-U with comments: `# event = actor | root | target | status | date | place` for each
expected row (`-` for an empty field; actor and target by lexicon id, else by the article's words),
`# note = ...` for the construct, `# xfail = reason` for a known gap, which must then fail.
"""

from pathlib import Path

import pytest

from syria_events.lexicon import load
from syria_events.model import Actor, Event
from syria_events.normalize import fold
from syria_events.rules.events.finder import find_events
from syria_events.tagging.conllu import read_conllu

SYMMETRIC = frozenset(("04", "06"))
CASES = Path(__file__).parent / "cases"
Row = tuple[str, str, str, str, str, str]


def comments(text: str, key: str) -> list[str]:
    prefix = f"# {key} = "
    return [line.removeprefix(prefix).strip() for line in text.splitlines() if line.startswith(prefix)]


def parameters() -> list[object]:
    found = []
    for file in sorted(CASES.rglob("*.conllu")):
        reasons = comments(file.read_text(encoding="utf-8"), "xfail")
        marks = [pytest.mark.xfail(reason=reasons[0], strict=True)] if reasons else []
        found.append(pytest.param(file, id=f"{file.parent.name}/{file.stem}", marks=marks))
    return found


def expected_row(comment: str) -> Row:
    fields = [part.strip() for part in comment.split("|")]
    actor, root, target, status, date, place = ("" if f == "-" else f for f in fields)
    return ordered((party(actor), root, party(target), status, date, fold(place)))


def party(name: str) -> str:
    return name if name in KNOWN else fold(name)


def name_of(actor: Actor | None) -> str:
    return "" if actor is None else actor.id or fold(actor.name)


def produced_row(event: Event) -> Row:
    date = ""
    if event.when is not None:
        date = event.when.start.isoformat()
        if event.when.end is not None and event.when.end != event.when.start:
            date += f"/{event.when.end.isoformat()}"
    return ordered(
        (name_of(event.actor), event.cameo[:2], name_of(event.target), event.status, date, fold(event.place))
    )


def ordered(row: Row) -> Row:
    """A symmetric row with its parties in a fixed order: either order is right."""
    if row[1] in SYMMETRIC and row[2]:
        first, second = sorted((row[0], row[2]))
        return (first, row[1], second, *row[3:])
    return row


LEXICON = load()
KNOWN = {a.id for a in LEXICON.actors} | {c.id for c in LEXICON.countries}


@pytest.mark.parametrize("file", parameters())
def test_case(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    events = find_events(read_conllu(text), LEXICON)
    assert sorted(map(produced_row, events)) == sorted(expected_row(c) for c in comments(text, "event"))


def test_a_third_of_the_cases_are_negative() -> None:
    files = list(CASES.rglob("*.conllu"))
    negative = [f for f in files if not comments(f.read_text(encoding="utf-8"), "event")]
    assert len(files) >= 60
    assert 3 * len(negative) >= len(files)
