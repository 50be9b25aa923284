"""What reading and writing CoNLL-U share: where words are found, and what the comments are called."""

import json
import re
from collections.abc import Iterable
from contextlib import suppress

NEWDOC = ("newdoc", "newdoc id")
VERBATIM = "verbatim"
_BREAK = re.compile(r"[\t\r\n]")
_ODD = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff]")  # some programs would end a line there

Span = tuple[int, int]


class ConlluError(ValueError):
    """A document that is no CoNLL-U, or not as this module writes it; the message names the line.

    Args:
        line: of the file, from 1.
        problem: what is wrong.
    """

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(f"line {line}: {problem}")


class Finder:
    """Finds the entities of a sentence by their words; of two with the same words the second is behind the first."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._behind: dict[str, int] = {}

    def next(self, words: str) -> Span | None:
        """Where words stand by themselves or behind a clitic (`وأمس`), else inside a longer word."""
        start = self._behind.get(words, 0)
        alone = re.compile(rf"(?:(?<!\w)|(?<=(?<!\w)[وفبلك])){re.escape(words)}(?!\w)").search(self._raw, start)
        return alone.span() if alone else found(words, self._raw, start)

    def take(self, words: str, span: Span) -> None:
        """Look for the next such words behind these."""
        self._behind[words] = span[1]


def found(words: str, text: str, start: int) -> Span | None:
    """Where words stand next in a text."""
    at = text.find(words, start)
    return (at, at + len(words)) if at >= 0 else None


def joined(texts: Iterable[str], paragraphs: Iterable[int]) -> tuple[str, list[Span]]:
    """Sentences as one text, and where each is in it."""
    body, last = "", 0
    spans: list[Span] = []
    for text, paragraph in zip(texts, paragraphs, strict=True):
        if body:
            body += " " if paragraph == last else "\n"
        spans.append((len(body), len(body) + len(text)))
        body += text
        last = paragraph
    return body, spans


def one_line(text: str) -> str:
    """Text as a comment's value or a column holds it."""
    return _BREAK.sub(" ", text)


def quoted(value: str) -> str:
    """A value in one line, as it is where it can be."""
    return as_json(value) if value != value.strip() or value.startswith('"') or _BREAK.search(value) else value


def unquoted(value: str | None) -> str | None:
    """What `quoted` made a value of."""
    if value is not None and value.startswith('"'):
        with suppress(ValueError):
            if isinstance(told := json.loads(value), str):
                return told
    return value


def as_json(text: str) -> str:
    """Text as a JSON string in one line, whatever a program takes for the end of one."""
    return _ODD.sub(lambda char: f"\\u{ord(char.group()):04x}", json.dumps(text, ensure_ascii=False))
