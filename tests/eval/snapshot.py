"""The seeds as the models tagged them, and the approved rows of them: what the tests without models code.

`python -m tests.eval.snapshot` writes the rows that the program gives now; read the difference before you commit it.
The tagged documents are what `syria-events tag seeds/ -o tests/gold/tagged/` writes.
"""

import json
import sys
from functools import cache
from pathlib import Path

from syria_events.lexicon import load
from syria_events.model import Doc, Event
from syria_events.output.table import entity_row, row
from syria_events.pipeline import events_of
from syria_events.reading import read_tagged
from syria_events.rules.entities import find_entities

Row = dict[str, object]
GOLD = Path(__file__).parents[1] / "gold"
TAGGED = GOLD / "tagged"
APPROVED = {"rows": GOLD / "rows.jsonl", "entities": GOLD / "entities.jsonl"}


@cache
def docs() -> tuple[Doc, ...]:
    """The tagged seeds, in order."""
    found = tuple(read_tagged(TAGGED))
    assert all(isinstance(doc, Doc) for doc in found), found
    return found  # type: ignore[return-value]


def events(doc: Doc) -> list[Event]:
    """The events of a document."""
    found = list(events_of([doc], load()))
    assert all(isinstance(event, Event) for event in found), found
    return found  # type: ignore[return-value]


def rows(doc: Doc) -> list[Row]:
    """The rows of a document."""
    return [row(event) for event in events(doc)]


def entities(doc: Doc) -> list[Row]:
    """The rows of what a document names."""
    return [entity_row(named) for named in find_entities(doc, load())]


def approved(kind: str, doc: Doc) -> list[Row]:
    """The approved `rows` or `entities` of a document."""
    lines = APPROVED[kind].read_text(encoding="utf-8").splitlines()
    return [found for found in map(json.loads, lines) if found["doc_id"] == doc.article.id]


def main() -> int:
    """Approve what the program gives."""
    for kind, made in (("rows", rows), ("entities", entities)):
        lines = [json.dumps(one, ensure_ascii=False) for doc in docs() for one in made(doc)]
        APPROVED[kind].write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        sys.stdout.write(f"{len(lines)} {kind} in {APPROVED[kind]}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
