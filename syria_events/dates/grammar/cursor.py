"""Looking words up among the tokens of a text, and putting productions together."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from syria_events.dates.meanings import Meaning
from syria_events.dates.tokens import Token
from syria_events.dates.words import DateWords, Key, Table
from syria_events.provenance import id_of

T = TypeVar("T")
M = TypeVar("M", bound=Meaning, covariant=True)

_LINKED = 6  # dates that share one month or year: `يناير وفبراير ومارس من هذا العام`; more is a list of something else


class Read(NamedTuple, Generic[M]):
    """What was read, the index of the token behind it, and the ids of the rules that read it, the outermost first."""

    meaning: M
    after: int
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cursor:
    """Looks words up by the index of a token; every look-up that reads on gives the index behind it.

    Args:
        head: where the phrase begins that is being read.
        linked: dates of the list that is being read.
        refused: id of each guard that refused something, with the index where it did.
    """

    tokens: tuple[Token, ...]
    words: DateWords
    head: int = 0
    linked: int = 0
    refused: list[tuple[str, int]] = field(default_factory=list)

    def form(self, index: int) -> str:
        """The word at an index; empty past the ends and for a word with a preposition, but at a phrase's start."""
        if not 0 <= index < len(self.tokens):
            return ""
        token = self.tokens[index]
        return "" if token.clitic and index != self.head else token.form

    def before(self, index: int) -> str:
        """The word before an index, with or without a preposition; empty at the start."""
        return self.tokens[index - 1].form if index > 0 else ""

    def find(self, index: int, table: Table[T]) -> tuple[T, int] | None:
        """The value of the longest spelling of a table at an index."""
        forms: Key = ()
        found: tuple[T, int] | None = None
        for at in range(index, index + self.words.longest):
            form = self.form(at)
            if form not in self.words.known:
                break
            forms = (*forms, form)
            if forms in table:
                found = table[forms], at + 1
        return found

    def skip(self, index: int, name: str) -> int | None:
        """The index behind a phrase of one of the named lists."""
        read = self.find(index, self.words.lists[name])
        return None if read is None else read[1]

    def past(self, index: int, name: str) -> int:
        """The same, or the index itself."""
        after = self.skip(index, name)
        return index if after is None else after

    def is_in(self, index: int, name: str) -> bool:
        """Whether the word at an index is in one of the named lists."""
        return (self.form(index),) in self.words.lists[name]

    def is_other(self, index: int) -> bool:
        """Whether the word at an index tells a date against another one: `التالي`, `نفسه`, `الذي`."""
        return self.is_in(index, "other_anchor") or self.is_in(index, "which")

    def is_guard(self, form: str, name: str) -> bool:
        """Whether a word is in one of the named lists of guards."""
        return (form,) in self.words.guards[name]

    def number(self, index: int) -> tuple[int, int] | None:
        """A number in digits, with or without `الـ`."""
        index += self.form(index) == "ال"
        form = self.form(index)
        return (int(form), index + 1) if form.isdecimal() and len(form) <= 4 else None

    def touching(self, index: int) -> bool:
        """Whether nothing stands between a token and its neighbours."""
        tokens = self.tokens
        return tokens[index - 1].end == tokens[index].start and tokens[index].end == tokens[index + 1].start

    def is_all(self, index: int, after: int) -> bool:
        """Whether nothing else is in the text: a phrase found before is read again without what stood around it."""
        return index == 0 and after == len(self.tokens)

    def deeper(self) -> "Cursor | None":
        """The cursor for the next date of a list; None where the list has as many as a list may have."""
        return replace(self, linked=self.linked + 1) if self.linked < _LINKED else None

    def refuses(self, guard: Callable[..., bool], index: int, *about: Any) -> bool:
        """Whether a guard refuses what stands at an index; takes note of it if so.

        `about` is what the guard asks for beside the cursor and the index.
        """
        if not guard(self, index, *about):
            return False
        self.refused.append((id_of(guard), index))
        return True


Production: TypeAlias = Callable[[Cursor, int], Read[Meaning] | None]


def apply(production: Callable[[Cursor, int], Read[M] | None], text: Cursor, index: int) -> Read[M] | None:
    """What a production reads, signed with its id."""
    read = production(text, index)
    return None if read is None else read._replace(rules=(id_of(production), *read.rules))


def longest(productions: tuple[Production, ...], text: Cursor, index: int) -> Read[Meaning] | None:
    """The reading that goes furthest, the first of equals."""
    best: Read[Meaning] | None = None
    for production in productions:
        best = longer(best, apply(production, text, index))
    return best


def longer(first: Read[Meaning] | None, second: Read[Meaning] | None) -> Read[Meaning] | None:
    """The reading that goes further, the first of equals."""
    return second if first is None or (second is not None and second.after > first.after) else first


def first_of(
    productions: tuple[Callable[[Cursor, int], Read[M] | None], ...], text: Cursor, index: int
) -> Read[M] | None:
    """The reading of the first production that reads anything."""
    for production in productions:
        read = apply(production, text, index)
        if read is not None:
            return read
    return None


def extend(
    extension: Callable[[Cursor, Read[M]], Read[Meaning] | None], text: Cursor, read: Read[M]
) -> Read[Meaning] | None:
    """What an extension makes of a reading, signed with its id behind the ids of that."""
    more = extension(text, read)
    return None if more is None else more._replace(rules=(*read.rules, id_of(extension), *more.rules))
