"""Text that a spreadsheet would take for a formula, and the apostrophe that tells it not to.

Excel and LibreOffice compute a cell of a CSV file that begins with `=`, `+`, `-`, `@`, a tab or a line break, also in
quotation marks, and a formula can send what is in a sheet elsewhere (OWASP, "CSV Injection").
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from syria_events.output.table import Columns

_GUARD = "'"
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")  # with apostrophes of its own it is guarded too, so that it can be told apart


def guarded(rows: Iterable[Mapping[str, object]], columns: Columns) -> Iterator[dict[str, object]]:
    """The rows, with an apostrophe before text that begins like a formula; numbers are left alone."""
    text = {column.name for column in columns if not column.number}
    for row in rows:
        yield {
            name: _GUARD + cell if name in text and isinstance(cell, str) and _FORMULA.match(cell) else cell
            for name, cell in row.items()
        }


def unguarded(cell: str) -> str:
    """A cell of a CSV file as it was before `guarded`."""
    return cell[1:] if cell.startswith(_GUARD) and _FORMULA.match(cell) else cell
