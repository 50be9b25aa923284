"""The tokens of a text as the date grammar sees them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from syria_events.normalize import fold

_TOKEN = re.compile(r"[^\W\d_]+|\d+|\n|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word, number or sign; `clitic` is the preposition written as one with it, inside `start`."""

    form: str
    start: int
    end: int
    clitic: str = ""


def tokenize(text: str, known: frozenset[str]) -> tuple[Token, ...]:
    """Words, numbers and signs in order, folded; offsets are those of the text as given.

    Clitics are split from the words that are `known`, folded.
    """
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
        tokens += _split_clitics(match.group(), [*source[match.start() : match.end()], end], known)
    return tuple(tokens)


def _split_clitics(form: str, offsets: list[int], known: frozenset[str]) -> Iterator[Token]:
    """The word itself if it is known or nothing known is in it, else its conjunction and the rest."""
    cut = 0
    if form not in known and form[0] in "وف" and len(form) > 1 and _split_preposition(form[1:], known) is not None:
        yield Token(form[0], offsets[0], offsets[1])
        cut = 1
    clitic, rest = _split_preposition(form[cut:], known) or ("", form[cut:])
    yield Token(rest, offsets[cut], offsets[-1], clitic)


def _split_preposition(form: str, known: frozenset[str]) -> tuple[str, str] | None:
    """The preposition written as one with a known word, or an empty string, and the word."""
    if form in known:
        return "", form
    if form[0] in "بلك":
        rest = f"ال{form[2:]}" if form.startswith("لل") else form[1:]
        if rest in known:
            return form[0], rest
    return None
