"""Case files: tagged sentences with the rows that they must give, and the rules that must or must not have made them.

A case is CoNLL-U with comments, all before the first `# text`:

    # note = what is shown
    # event = actor | code | target | status | date | place | source | event-rule; actor-rule; target-rule
    # fires = rule.id                an explanation or a row must say that this rule decided something
    # proposes = rule.id             an explanation must say that this rule proposed something, taken or not
    # refuses = guard.id words       this guard must have refused these words
    # silent = id                    a near miss: this rule proposes nothing, this guard refuses nothing

An empty field is `-`, one that is not known yet `*`; a code of two digits stands for all of its root. Actor and target
are lexicon ids, or names that the lexicon lacks; place and source are names. `fires` and `refuses` leave out what an
`event` says, and rules that find nothing.

`python -m tests.approve` writes `event`, `fires` and `refuses`; `silent` and `note` are written by hand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from syria_events.lexicon import load
from syria_events.model import Actor, Doc, Event
from syria_events.normalize import fold
from syria_events.rules.events.finder import find_events
from syria_events.rules.explain import explain
from syria_events.tagging.conllu import read_conllu

CASES = Path(__file__).parent / "cases"
FIELDS = 8
WRITTEN = ("event", "fires", "refuses")  # by `approve`
Row = tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """What the rules made of a document.

    Args:
        rows: as `# event` has them.
        decided: ids of the rules that decided something.
        proposed: ids of the rules that proposed something, taken or not.
        refused: guards with the words they refused.
    """

    rows: tuple[Row, ...]
    decided: frozenset[str]
    proposed: frozenset[str]
    refused: frozenset[tuple[str, str]]

    @property
    def fired(self) -> frozenset[str]:
        """Ids of all rules and guards that did something."""
        return self.decided | self.proposed | {guard for guard, _ in self.refused}


@dataclass(frozen=True)
class Case:
    """A case file."""

    file: Path

    @property
    def name(self) -> str:
        """Folder and name."""
        return f"{self.file.parent.name}/{self.file.stem}"

    @cached_property
    def text(self) -> str:
        """The whole file."""
        return self.file.read_text(encoding="utf-8")

    @cached_property
    def doc(self) -> Doc:
        """The document."""
        return read_conllu(self.text)

    def comments(self, key: str) -> list[str]:
        """The values of all comments with this key, in order."""
        prefix = f"# {key} = "
        return [line.removeprefix(prefix).strip() for line in self.text.splitlines() if line.startswith(prefix)]

    def check(self, found: Found) -> list[str]:
        """What is not as the case says, a line each."""
        return [*unmatched(self.comments("event"), found.rows), *self._check_rules(found)]

    def _check_rules(self, found: Found) -> Iterator[str]:
        for one in self.comments("fires"):
            if one not in found.decided:
                yield f"{one} did not decide anything"
        for one in self.comments("proposes"):
            if one not in found.proposed:
                yield f"{one} did not propose anything"
        for refusal in self.comments("refuses"):
            guard, _, words = refusal.partition(" ")
            if (guard, words) not in found.refused:
                yield f"{guard} did not refuse {words}"
        for one in self.comments("silent"):
            if one in found.fired:
                yield f"{one} is not silent"

    def approved(self, found: Found) -> str:
        """The file with what was found in place of what it says."""
        lines = [line for line in self.text.splitlines() if not self._is_written(line)]
        at = next(i for i, line in enumerate(lines) if line.startswith("# text ="))
        first = next((i for i, line in enumerate(lines[:at]) if line.startswith("# silent =")), at)
        return "\n".join([*lines[:first], *comments_of(found), *lines[first:]]) + "\n"

    @staticmethod
    def _is_written(line: str) -> bool:
        """Whether `approve` writes a line; `fires` of a rule that finds nothing is written by hand, where meant."""
        by_hand = line.startswith("# fires =") and finds_nothing(line.rpartition(" ")[2])
        return line.startswith(tuple(f"# {key} =" for key in WRITTEN)) and not by_hand


def cases() -> list[Case]:
    """All case files, in order."""
    return [Case(file) for file in sorted(CASES.rglob("*.conllu"))]


def comments_of(found: Found) -> Iterator[str]:
    """What a case file says of it."""
    said = {one for row in found.rows for one in row[-1].split("; ")}
    yield from (f"# event = {' | '.join(row)}" for row in found.rows)
    yield from (f"# fires = {one}" for one in sorted(found.decided - said) if not finds_nothing(one))
    yield from (f"# refuses = {guard} {words}".rstrip() for guard, words in sorted(found.refused))


def finds_nothing(id: str) -> bool:
    """Whether a rule stands for there being nothing to find."""
    return id.endswith((".none", ".default", ".unnamed"))


# what the rules say


@cache
def names() -> frozenset[str]:
    """The ids of all actors."""
    lexicon = load()
    return frozenset({actor.id for actor in lexicon.actors} | {country.id for country in lexicon.countries})


def found_in(doc: Doc) -> Found:
    """What the rules make of a document."""
    return read(find_events(doc, load()), explain(doc, load()))


def read(events: Iterable[Event], sentences: Iterable[dict[str, Any]]) -> Found:
    """What events and explanations say."""
    decided: set[str] = set()
    proposed: set[str] = set()
    refused: set[tuple[str, str]] = set()
    for sentence in sentences:
        for key, values in _nodes(sentence, ""):
            acted = proposed if key == "proposals" else decided
            acted.update(_ids(str(values.get("rule") or "").split("; ")))
            for ids in (values.get("rules") or {}).values():
                decided.update(_ids(ids))
            if guard := values.get("guard"):
                refused.add((guard, str(values.get("text", ""))))
    return Found(tuple(map(row_of, events)), frozenset(decided), frozenset(proposed), frozenset(refused))


def _ids(words: Iterable[str]) -> Iterator[str]:
    """The ids of rules; those of the lexicon's entries have no point."""
    return (word for word in words if "." in word)


def _nodes(value: Any, key: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every dictionary of an explanation with the name of the list or slot it stands in."""
    if isinstance(value, dict):
        yield key, value
        for name, inner in value.items():
            yield from _nodes(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _nodes(inner, key)


def row_of(event: Event) -> Row:
    """An event as `# event` has it."""
    days = [day for day in event.days if day]
    fields = (_name(event.actor), event.cameo, _name(event.target), str(event.status), "/".join(days), event.place)
    return (*(field or "-" for field in (*fields, event.source)), event.rule)


def _name(actor: Actor | None) -> str:
    return "" if actor is None else actor.id or actor.name


# what a case says


def unmatched(comments: Iterable[str], rows: Iterable[Row]) -> list[str]:
    """Rows that are expected and not there, and rows that are there and not expected."""
    left = list(rows)
    missing = []
    for comment in comments:
        wanted = expected(comment)
        same = next((row for row in left if _is(wanted, row)), None)
        if same is None:
            missing.append(f"missing  {' | '.join(wanted)}")
        else:
            left.remove(same)
    return [*missing, *(f"not due  {' | '.join(row)}" for row in left)]


def expected(comment: str) -> Row:
    """The fields of an `# event`.

    Raises:
        ValueError: there are not so many as there are fields.
    """
    fields = tuple(part.strip() for part in comment.split("|"))
    if len(fields) != FIELDS or not all(fields):
        raise ValueError(f"an event has {FIELDS} fields, empty ones as `-`: {comment!r}")
    return fields


def _is(wanted: Row, row: Row) -> bool:
    if _agrees(wanted, row):
        return True
    swapped = (wanted[2], wanted[1], wanted[0], *wanted[3:])
    return wanted[-1] == "*" and load().root(row[1]).symmetric and _agrees(swapped, row)


def _agrees(wanted: Row, row: Row) -> bool:
    root = len(wanted[1]) == 2 and row[1].startswith(wanted[1])
    return all(
        one in ("*", other) or (i == 1 and root) or (one not in names() and fold(one) == fold(other))
        for i, (one, other) in enumerate(zip(wanted, row, strict=True))
    )
