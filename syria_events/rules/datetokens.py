"""The tokens of a text as the date grammar sees them, and looking words up among them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from syria_events.normalize import fold
from syria_events.rules.datewords import Key, Table, date_words

T = TypeVar("T")

_TOKEN = re.compile(r"[^\W\d_]+|\d+|\n|[^\w\s]")
_LONGEST = 4  # words in a spelling


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word, number or sign; `clitic` is the preposition written as one with it, inside `start`."""

    form: str
    start: int
    end: int
    clitic: str = ""


def tokenize(text: str) -> list[Token]:
    """Words, numbers and signs in order, folded; offsets are those of the text as given."""
    folded: list[str] = []
    source: list[int] = []
    for index, char in enumerate(text):
        for form in ("\n" if char == "\n" else " ") if char.isspace() else fold(char):
            folded.append(form)
            source.append(index)
    tokens: list[Token] = []
    for match in _TOKEN.finditer("".join(folded)):
        end = source[match.end() - 1] + 1
        while end < len(text) and (unicodedata.category(text[end]) == "Mn" or text[end] == "ـ"):
            end += 1  # the tanwin of غداً, the tatweel of 1446هـ
        tokens += _split_clitics(match.group(), [*source[match.start() : match.end()], end])
    return tokens


def _split_clitics(form: str, offsets: list[int]) -> Iterator[Token]:
    """The word itself if it is known or nothing known is in it, else its conjunction and the rest."""
    known = date_words().known
    cut = 0
    if form not in known and form[0] in "وف" and len(form) > 1 and _split_preposition(form[1:], known) is not None:
        yield Token(form[0], offsets[0], offsets[1])
        cut = 1
    clitic, rest = _split_preposition(form[cut:], known) or ("", form[cut:])
    yield Token(rest, offsets[cut], offsets[-1], clitic)


def _split_preposition(form: str, known: frozenset[str]) -> tuple[str, str] | None:
    if form in known:
        return "", form
    if form[0] in "بلك":
        rest = f"ال{form[2:]}" if form.startswith("لل") else form[1:]
        if rest in known:
            return form[0], rest
    return None


class Cursor:
    """Looking words up by the index of a token; every look-up that reads on gives the index after it."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.words = date_words()
        self.head = 0  # where the phrase begins that is being read

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
        if self.form(index) not in self.words.known:
            return None
        forms: Key = tuple(self.form(i) for i in range(index, index + _LONGEST))
        for length in range(_LONGEST, 0, -1):
            if forms[:length] in table:
                return table[forms[:length]], index + length
        return None

    def skip(self, index: int, name: str) -> int | None:
        """The index after a phrase of one of the named lists."""
        read = self.find(index, self.words.lists[name])
        return None if read is None else read[1]

    def past(self, index: int, name: str) -> int:
        """The same, or the index itself."""
        after = self.skip(index, name)
        return index if after is None else after

    def is_in(self, index: int, name: str) -> bool:
        """Whether a word is in one of the named lists."""
        return (self.form(index),) in self.words.lists[name]

    def number(self, index: int) -> tuple[int, int] | None:
        """A number in digits, with or without `الـ`."""
        index += self.form(index) == "ال"
        form = self.form(index)
        return (int(form), index + 1) if form.isdecimal() and len(form) <= 4 else None

    def touching(self, index: int) -> bool:
        """Whether nothing stands between a token and its neighbours."""
        tokens = self.tokens
        return tokens[index - 1].end == tokens[index].start and tokens[index].end == tokens[index + 1].start
