"""TOML tables to entries: unknown keys, missing keys and wrong types are errors that name the place."""

import re
import tomllib
import types
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from syria_events.errors import LexiconError
from syria_events.lexicon.entries import (
    Action,
    ActorEntry,
    Adjective,
    Attribution,
    Country,
    Cue,
    Group,
    Institution,
    Light,
    Office,
    PlaceEntry,
    Root,
    Speech,
    Stance,
)
from syria_events.normalize import fold

T = TypeVar("T")

# the tables a user's own file may have; places are read by the gazetteer
TABLES: dict[str, type] = {
    "country": Country, "office": Office, "institution": Institution, "group": Group, "actor": ActorEntry,
    "action": Action, "speech": Speech, "cue": Cue, "light": Light, "attribution": Attribution, "place": PlaceEntry,
    "stance": Stance, "adjective": Adjective, "root": Root,
}  # fmt: skip
# and the single tables, whose keys are laid over ours one by one
SINGLE = ("words", "codes", "domain")
# TOML keys that are Python keywords or need another name
_RENAMED = {"from": "start", "to": "end", "for": "for_", "with": "with_"}


def data_files(folder: str = "") -> list[Traversable]:
    """The TOML files of the lexicon's data, sorted by name."""
    place = files("syria_events.lexicon") / "data"
    for part in folder.split("/") if folder else []:
        place = place / part
    return sorted((f for f in place.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)


def read_toml(file: Traversable) -> dict[str, Any]:
    """A TOML file as a dictionary.

    Raises:
        LexiconError: the file is not TOML.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise LexiconError(f"{file.name}: not UTF-8; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{file.name}: not valid TOML ({error})") from error


def user_files(folder: Path | None) -> dict[str, dict[str, Any]]:
    """The TOML files of a user's own vocabulary by name, sorted; none where there is no folder.

    Raises:
        LexiconError: the folder is none, holds no TOML, or a file of it has a table that is no vocabulary.
    """
    if folder is None:
        return {}
    if not folder.is_dir():
        raise LexiconError(f"{folder} is no folder: give one with .toml files")
    found = {file.name: read_toml(file) for file in sorted(folder.glob("*.toml"))}
    if not found:
        raise LexiconError(f"{folder} holds no .toml file")
    for name, content in found.items():
        if strange := sorted(set(content) - {*TABLES, *SINGLE}):
            allowed = ", ".join(sorted((*TABLES, *SINGLE)))
            raise LexiconError(f"{name}: unknown table [[{strange[0]}]]; allowed: {allowed}")
        for table in SINGLE:
            if not isinstance(content.get(table, {}), dict):
                raise LexiconError(f"{name}: {table}: write its keys under one line [{table}]")
    return found


def over(user: dict[str, dict[str, Any]], table: str, cls: type[T], ours: Iterable[T]) -> tuple[T, ...]:
    """Ours and the entries of a table in a user's files: theirs come first, and replace ours of the same id.

    Raises:
        LexiconError: names the file, the entry and the key.
    """
    theirs = [entry for name, content in user.items() for entry in entries_in(content, name, table, cls)]
    ids = {getattr(entry, "id", "") for entry in theirs} - {""}
    return (*theirs, *(entry for entry in ours if getattr(entry, "id", None) not in ids))


def with_ids(found: Iterable[T], table: str) -> tuple[T, ...]:
    """Entries with an id each: one that has none is called after its gloss, behind `user-`, and numbered if need be.

    Derived ids are given after `over`, so that an entry without an id of its own replaces none of ours.
    """
    taken: Counter[str] = Counter()
    return tuple(e if getattr(e, "id", "") else replace(e, id=_derived_id(e, table, taken)) for e in found)  # type: ignore[type-var]


def _derived_id(entry: Any, table: str, taken: Counter[str]) -> str:
    plain = "-".join(re.findall(r"[a-z0-9]+", getattr(entry, "gloss", "").lower()))
    name = f"user-{plain or table}"
    taken[name] += 1
    return f"{name}-{taken[name]}" if taken[name] > 1 else name


def single(user: dict[str, dict[str, Any]], table: str, cls: type[T], file: str) -> T:
    """A single table of one of our files, with the keys of the same table in a user's files laid over it.

    Raises:
        LexiconError: names the file and the key.
    """
    values = dict(read_toml(data_file(file))[table])
    found = build(cls, values, f"{file}: [{table}]")
    for name, content in user.items():
        if table in content:
            values |= content[table]
            found = build(cls, values, f"{name}: [{table}]")
    return found


def word_sets(user: dict[str, dict[str, Any]]) -> dict[str, frozenset[str]]:
    """The folded words of every set in `words.toml`, with what the tables `[words]` in a user's files add.

    Raises:
        LexiconError: a user adds to a set that does not exist, or gives something else than a list of words.
    """
    found = {name: [*words] for name, words in read_toml(data_file("words.toml")).items() if name != "maps"}
    for file, content in user.items():
        for name, words in content.get("words", {}).items():
            if name not in found:
                raise LexiconError(f"{file}: [words]: no set {name!r}; allowed: {', '.join(sorted(found))}")
            found[name] += _convert(tuple[str, ...], words, f"{file}: [words] {name}")
    return {name: frozenset(map(fold, words)) for name, words in found.items()}


def data_file(name: str) -> Traversable:
    """One file of the lexicon's data."""
    return files("syria_events.lexicon") / "data" / name


def entries(file: Traversable, table: str, cls: type[T]) -> Iterator[T]:
    """The entries of an array of tables.

    Raises:
        LexiconError: names the file, the entry and the key.
    """
    yield from entries_in(read_toml(file), file.name, table, cls)


def entries_in(content: dict[str, Any], name: str, table: str, cls: type[T]) -> Iterator[T]:
    """The same of a file that has been read, with its name."""
    found = content.get(table, [])
    if not isinstance(found, list) or not all(isinstance(record, dict) for record in found):
        raise LexiconError(f"{name}: {table}: write each entry under a line [[{table}]]")
    for number, record in enumerate(found, 1):
        yield build(cls, record, f"{name}: [[{table}]] {label(record) or number}")


def label(record: Mapping[str, Any]) -> str:
    """What an entry is called in messages, however wrong it is; empty for one without any name."""
    for key in ("id", "gloss", "name", "verbs", "masdars", "words", "heads", "phrases"):
        value = record.get(key)
        value = value[0] if isinstance(value, list | tuple) and value else value
        if value and isinstance(value, str):
            return value
    return ""


def build(cls: type[T], record: dict[str, Any], where: str) -> T:
    """One record from one table."""
    hints = _hints(cls)  # type: ignore[arg-type]  # every class is hashable
    allowed = {f.name: f for f in fields(cls)}  # type: ignore[arg-type]
    values: dict[str, Any] = {}
    for key, value in record.items():
        name = _RENAMED.get(key, key)
        if name not in allowed:
            raise LexiconError(f"{where}: unknown key {key!r}; allowed: {', '.join(allowed)}")
        values[name] = _convert(hints[name], value, f"{where}: {key}")
    for name, f in allowed.items():
        if name not in values and f.default is MISSING and f.default_factory is MISSING:
            raise LexiconError(f"{where}: key {name!r} is missing")
    return cls(**values)


@cache
def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls)


def _convert(hint: Any, value: Any, where: str) -> Any:
    if get_origin(hint) is tuple:
        (inner, *_) = get_args(hint)
        if not isinstance(value, list):
            raise LexiconError(f"{where}: a list is expected")
        return tuple(_convert(inner, item, where) for item in value)
    if isinstance(value, dict) and is_dataclass(hint):
        return build(hint, value, where)  # type: ignore[arg-type]
    kinds = tuple(t for t in (get_args(hint) if isinstance(hint, types.UnionType) else (hint,)) if t is not type(None))
    if float in kinds and type(value) is int:
        return float(value)
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        raise LexiconError(f"{where}: {' or '.join(k.__name__ for k in kinds)} is expected, not {value!r}")
    if kinds == (date,) and type(value) is not date:
        raise LexiconError(f"{where}: a day without time is expected")
    return value
