"""Rows -> a table for people: who did what to whom, or who is named, in a terminal or as text columns.

Arabic is printed verbatim. A left-to-right mark goes before every column, because a terminal that lays
out right-to-left text would otherwise take two Arabic columns for one run and swap actor and target.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TextIO

from syria_events.output.table import COLUMNS, ENTITY_COLUMNS, UNKNOWN_COLUMNS, Columns

MARK = "\u200e"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")  # they could turn the rest of a line around


_Row = Mapping[str, object]
_NARROW = 60  # columns, below which parts of a row stand one below the other


@dataclass(frozen=True, slots=True)
class _Field:
    """A part of a row that is shown.

    Args:
        cell: its text, in one line.
        share: of a terminal's width, in percent; 0 for the first column, which has a width of its own.
        below: in a terminal under the part before it, not beside it.
        fitted: what a terminal shows of the text, and of the head.
    """

    head: str
    cell: Callable[[_Row], str]
    share: int = 0
    below: bool = False
    fitted: Callable[[str], str] = str


@dataclass(frozen=True, slots=True)
class _Layout:
    """How rows of one kind are shown: their parts, how wide the first column of a terminal is, and the sentence."""

    fields: tuple[_Field, ...]
    first: int
    sentence: bool

    @property
    def shares(self) -> list[int]:
        """The share of every column of a terminal."""
        return [field.share for field in self.fields if not field.below]

    def stacked(self, texts: Iterable[str]) -> list[str]:
        """The texts of all fields as a terminal's columns, lines that are empty left out."""
        columns: list[list[str]] = []
        for field, text in zip(self.fields, texts, strict=True):
            if not field.below:
                columns.append([])
            if text:
                columns[-1].append(field.fitted(text))
        return ["\n".join(lines) for lines in columns]

    def cells(self, row: _Row) -> tuple[str, ...]:
        """The texts of all fields of a row."""
        return tuple(field.cell(row) for field in self.fields)


def print_rows(rows: Iterable[_Row], stream: TextIO, *, width: int | None = None, columns: Columns = COLUMNS) -> None:
    """Print rows under a heading per article, fitted to a terminal of `width` columns, or each in a line."""
    layout = _LAYOUTS[columns]
    for number, (doc_id, group) in enumerate(groupby(rows, key=lambda row: _text(row, "doc_id"))):
        mine = list(group)
        heading = f"{doc_id}  {_text(mine[0], 'published')}".strip() or "all articles"
        if width is not None:
            _print_fitted(heading, mine, stream, layout, width, heads=number == 0)
        else:
            _print_columns(heading, mine, stream, layout)


def shorten(sentence: str, *, around: str, width: int) -> str:
    """At most `width` characters of a sentence, those around the given word, cut at spaces.

    The cuts are shown as `…`; white space of any kind becomes single spaces.
    """
    text = " ".join(sentence.split())
    if len(text) <= width:
        return text
    start, end = _find(text, around) or (0, 0)
    first = max(0, min((start + end - width) // 2, len(text) - width))
    piece = text[first : first + width]
    if first:
        piece = "…" + (piece[1:] if piece[0] == " " else piece.partition(" ")[2] or piece[1:])
    if first + width < len(text):
        piece = (piece[:-1] if piece[-1] == " " else piece.rpartition(" ")[0] or piece[:-1]) + "…"
    return piece


def _print_columns(heading: str, rows: list[_Row], stream: TextIO, layout: _Layout) -> None:
    from rich.cells import cell_len  # knows that vowel marks take no room

    table = [tuple(field.head for field in layout.fields), *map(layout.cells, rows)]
    if layout.sentence:
        sentences = [shorten(_text(row, "sentence"), around=_around(row), width=100) for row in rows]
        table = [(*cells, last) for cells, last in zip(table, ["sentence", *sentences], strict=True)]
    widths = [max(map(cell_len, column)) for column in zip(*table, strict=True)]
    stream.write(f"{heading}\n")
    for cells in table:
        padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True))
        stream.write(f"  {MARK}".join(padded).rstrip(f" {MARK}") + "\n")
    stream.write("\n")
    stream.flush()


def _print_fitted(
    heading: str, rows: list[_Row], stream: TextIO, layout: _Layout, available: int, *, heads: bool
) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, markup=False, emoji=False, highlight=False, width=available)
    if available < _NARROW:
        console.print(Text(f"\n{heading}", style="bold underline"))
        for row in rows:
            lines = [f"{field.head}: {cell}" for field in layout.fields if (cell := field.cell(row))]
            if layout.sentence:
                lines.append(_text(row, "sentence"))
            for line in lines:
                console.print(Text(line))
            console.print()
        return
    shares = layout.shares
    rest = max(min(available, 160) - layout.first - 2 * len(shares) + 1, 32)
    widths = [rest * share // 100 or layout.first for share in shares]

    def show(cells: Iterable[str], style: str) -> None:
        columns = [Text(cell).wrap(console, width) for cell, width in zip(cells, widths, strict=True)]
        for number in range(max(map(len, columns))):
            text = Text(style=style)
            for column, width in zip(columns, widths, strict=True):
                part = column[number] if number < len(column) else Text()
                part.align("left", width)
                text.append(MARK).append_text(part).append("  ")
            text.rstrip()
            console.print(text, soft_wrap=True)

    if heads:
        show(layout.stacked(field.head for field in layout.fields), "bold")
    console.print(Text(f"\n{heading}", style="bold underline"), soft_wrap=True)
    for row in rows:
        show(layout.stacked(layout.cells(row)), "")
        if layout.sentence:
            trigger = _around(row)
            sentence = Text(shorten(_text(row, "sentence"), around=trigger, width=sum(widths)), style="dim")
            if span := _find(sentence.plain, trigger):
                sentence.stylize("not dim bold", *span)
            console.print(Text.assemble(MARK, sentence, "\n"), soft_wrap=True)


def _find(text: str, word: str) -> tuple[int, int] | None:
    """Where a word stands in a text as a whole word."""
    found = re.search(rf"(?<!\w){re.escape(' '.join(word.split()))}(?!\w)", text) if word else None
    return found and found.span()


def _around(row: _Row) -> str:
    """The word of the sentence that matters."""
    return _text(row, "trigger") or _text(row, "text")


def _text(row: Mapping[str, object], name: str) -> str:
    """A cell as one line that cannot steer the terminal."""
    value = row.get(name)
    return "" if value is None else harmless(str(value))


def harmless(text: str) -> str:
    """Text that cannot steer a terminal."""
    return _OVERRIDES.sub("", _CONTROL.sub(" ", text))


def _named(*names: str, between: str = "") -> Callable[[_Row], str]:
    """The cells of these names that hold something, joined."""
    return lambda row: between.join(filter(None, (_text(row, name) for name in names)))


def _either(name: str, other: str) -> Callable[[_Row], str]:
    """A cell, or where it is empty another."""
    return lambda row: _text(row, name) or _text(row, other)


def _days_below(text: str) -> str:
    return text.replace("/", "/\n")


_EVENTS = _Layout(
    fields=(
        _Field("date", _named("event_date", "event_date_end", between="/"), fitted=_days_below),
        _Field("status", _named("status"), below=True),
        _Field("actor", _either("actor", "actor_text"), 28),
        _Field("action", _named("action", "cameo", between=" "), 20),
        _Field("target", _either("target", "target_text"), 28),
        _Field("place", _named("place"), 24),
        _Field("source", _named("source"), below=True, fitted="({})".format),
    ),
    first=len("hypothetical"),
    sentence=True,
)
_ENTITIES = _Layout(
    fields=(
        _Field("kind", _named("kind")),
        _Field("text", _named("text"), 30),
        _Field("name", _named("name"), 30),
        _Field("name_en", _named("name_en"), below=True),
        _Field("code", _named("code"), 20),
        _Field("date", _named("date", "date_end", between="/"), below=True, fitted=_days_below),
        _Field("lat, lon", _named("lat", "lon", between=", "), below=True),
        _Field("reason", _named("reason"), 20),
    ),
    first=len("DATE"),
    sentence=False,
)
_UNKNOWN = _Layout(
    fields=(
        _Field("kind", _named("kind")),
        _Field("text", _named("text"), 40),
        _Field("en", _named("en"), 40),
        _Field("count", _named("count"), 10),
        _Field("articles", _named("articles"), 10),
    ),
    first=len("person"),
    sentence=True,
)
_LAYOUTS = {COLUMNS: _EVENTS, ENTITY_COLUMNS: _ENTITIES, UNKNOWN_COLUMNS: _UNKNOWN}
