"""Rows -> a table for people: who did what to whom, in a terminal or as text columns.

Arabic is printed verbatim. A left-to-right mark goes before every column, because a terminal that lays
out right-to-left text would otherwise take two Arabic columns for one run and swap actor and target.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from itertools import groupby
from typing import TextIO

MARK = "\u200e"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class _Line:
    """What is shown of a row, each part in one line; also the heads of the columns."""

    date: str = "date"
    status: str = "status"
    actor: str = "actor"
    action: str = "action"
    target: str = "target"
    place: str = "place"
    source: str = "source"
    sentence: str = "sentence"
    trigger: str = ""


def print_rows(rows: Iterable[Mapping[str, object]], stream: TextIO, *, fancy: bool) -> None:
    """Print rows under a heading per article; `fancy` fits them to the terminal behind `stream`."""
    for number, (doc_id, group) in enumerate(groupby(rows, key=lambda row: _text(row, "doc_id"))):
        mine = list(group)
        heading = f"{doc_id}  {_text(mine[0], 'published')}".rstrip()
        lines = [_line(row) for row in mine]
        if fancy:
            _print_fitted(heading, lines, stream, heads=number == 0)
        else:
            _print_columns(heading, lines, stream)


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


def _line(row: Mapping[str, object]) -> _Line:
    days = [day for day in (_text(row, "event_date"), _text(row, "event_date_end")) if day]
    return _Line(
        date="/".join(days),
        status=_text(row, "status"),
        actor=_text(row, "actor") or _text(row, "actor_text"),
        action=f"{_text(row, 'action')} {_text(row, 'cameo')}".strip(),
        target=_text(row, "target") or _text(row, "target_text"),
        place=_text(row, "place"),
        source=_text(row, "source"),
        sentence=_text(row, "sentence"),
        trigger=_text(row, "trigger"),
    )


def _print_columns(heading: str, lines: list[_Line], stream: TextIO) -> None:
    from rich.cells import cell_len  # knows that vowel marks take no room

    table: list[tuple[str, ...]] = [astuple(_Line())[:-1]]
    for line in lines:
        table.append((*astuple(line)[:-2], shorten(line.sentence, around=line.trigger, width=100)))
    widths = [max(map(cell_len, column)) for column in zip(*table, strict=True)]
    stream.write(f"{heading}\n")
    for cells in table:
        padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True))
        stream.write(f"  {MARK}".join(padded).rstrip(f" {MARK}") + "\n")
    stream.write("\n")
    stream.flush()


def _print_fitted(heading: str, lines: list[_Line], stream: TextIO, *, heads: bool) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, markup=False, emoji=False, highlight=False)
    date_width = len("hypothetical")
    rest = max(min(console.width, 160) - date_width - 9, 32)
    widths = (date_width, rest * 28 // 100, rest * 20 // 100, rest * 28 // 100, rest * 24 // 100)

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
        show(("date\nstatus", "actor", "action", "target", "place\n(source)"), "bold")
    console.print(Text(f"\n{heading}", style="bold underline"), soft_wrap=True)
    for line in lines:
        days_and_status = "\n".join(filter(None, [line.date.replace("/", "/\n"), line.status]))
        where_and_whence = "\n".join(filter(None, [line.place, line.source and f"({line.source})"]))
        show((days_and_status, line.actor, line.action, line.target, where_and_whence), "")
        sentence = Text(shorten(line.sentence, around=line.trigger, width=sum(widths)), style="dim")
        if span := _find(sentence.plain, line.trigger):
            sentence.stylize("not dim bold", *span)
        console.print(Text.assemble(MARK, sentence, "\n"), soft_wrap=True)


def _find(text: str, word: str) -> tuple[int, int] | None:
    """Where a word stands in a text as a whole word."""
    found = re.search(rf"(?<!\w){re.escape(' '.join(word.split()))}(?!\w)", text) if word else None
    return found and found.span()


def _text(row: Mapping[str, object], name: str) -> str:
    """A cell as one line that cannot steer the terminal."""
    value = row.get(name)
    return "" if value is None else _CONTROL.sub(" ", str(value))
