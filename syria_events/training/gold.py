"""Gold events of documents, and whether a row tells one: the rules by which the codebook's ruler compares them."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]

from syria_events.model import Actor

_MARKS = re.compile(r"[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c-\u200f\u202a-\u202e]")
_ALIKE = 0.67  # share of common words from which two spellings of a name that no other has are one
_SYMMETRIC = frozenset(("04", "06"))


@dataclass(frozen=True)
class GoldEvent:
    """One event of a gold file.

    Args:
        actors, targets: ids of the entities, any of which is right; an empty target may stay empty.
        roots: CAMEO roots, any of which is right.
        trigger: words of the article.
        optional: whether it costs nothing to miss and nothing to tell.
    """

    actors: tuple[str, ...]
    targets: tuple[str, ...]
    roots: tuple[str, ...]
    symmetric: bool
    trigger: str
    optional: bool


@dataclass(frozen=True)
class GoldDocument:
    """The events of a document, and the spellings of the entities in them, by id."""

    id: str
    events: tuple[GoldEvent, ...]
    names: dict[str, frozenset[str]]
    shared: frozenset[str]

    def entities_of(self, actor: Actor, text: str) -> frozenset[str]:
        """The ids of the entities that an actor, as these words name it, may be."""
        resolved = {_norm(name) for name in (actor.name, actor.en) if name}
        known = frozenset().union(*self.names.values())
        spellings = resolved if resolved & known else resolved | {_norm(text)}
        free = [name for name in spellings if name not in known and not name.isascii()]
        return frozenset(
            entity
            for entity, names in self.names.items()
            if spellings & names
            or any(" " in known_as and name.endswith(" " + known_as) for name in free for known_as in names)
            or (entity not in self.shared and any(_overlap(name, other) >= _ALIKE for name in free for other in names))
        )


def read_gold(folders: Iterable[Path], entities: Path) -> Iterator[GoldDocument]:
    """The gold documents of folders.

    Args:
        folders: of YAML files, a document each.
        entities: the table of entities that all documents share.

    Raises:
        OSError: a file cannot be read.
    """
    with entities.open(encoding="utf-8") as file:
        shared = {
            row["id"]: _spellings(row["id"], (row["name_ar"], row["name_en"], *row["aliases"].split("|")))
            for row in csv.DictReader(file, delimiter="\t")
        }
    for path in sorted(path for folder in folders for path in folder.glob("*.yaml")):
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
        own = {key: _spellings(key, entity["names"]) for key, entity in (found.get("entities") or {}).items()}
        names = {key: shared.get(key, frozenset()) | own.get(key, frozenset()) for key in {**shared, **own}}
        yield GoldDocument(found["doc"], tuple(map(_event, found["events"])), names, frozenset(shared))


def _event(raw: dict[str, Any]) -> GoldEvent:
    roots = _several(raw["root"])
    symmetric = raw.get("symmetric", roots[0] in _SYMMETRIC)
    return GoldEvent(
        _several(raw["actor"]), _several(raw["target"]), roots, bool(symmetric), str(raw.get("trigger") or ""),
        bool(raw.get("optional")),
    )  # fmt: skip


def _several(value: Any) -> tuple[str, ...]:
    return tuple(str(one or "") for one in value) if isinstance(value, list) else (str(value or ""),)


def tells(event: GoldEvent, root: str, actor: frozenset[str], target: frozenset[str] | None) -> bool:
    """Whether a row of these entities and root tells an event; None is an empty target."""
    if root not in event.roots:
        return False
    if target is None:
        return "" in event.targets and bool(actor & set(event.actors))
    pairs = {(a, t) for a in event.actors for t in event.targets if t and a != t}
    if event.symmetric:
        pairs |= {(t, a) for a, t in pairs}
    return any(a in actor and t in target for a, t in pairs)


def _spellings(id: str, names: Iterable[str]) -> frozenset[str]:
    return frozenset({_norm(id.replace("-", " ")), *(_norm(name) for name in names if name)})


def _norm(text: str) -> str:
    plain = _MARKS.sub("", text).lower()
    plain = re.sub("[أإآٱ]", "ا", plain).translate(str.maketrans("ىةؤئ", "يهوي"))
    words = re.sub(r"[^\w]+", " ", plain).split()
    return " ".join(word[2:] if word.startswith("ال") and len(word) > 4 else word for word in words)


def _overlap(first: str, second: str) -> float:
    words, others = set(first.split()), set(second.split())
    return len(words & others) / len(words | others) if len(words & others) > 1 else 0.0
