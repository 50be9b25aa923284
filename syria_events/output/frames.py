"""What was found -> a pandas DataFrame with text codes and real dates."""

import warnings
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from syria_events.errors import LeftOutWarning
from syria_events.model import Event, Failure, Named, Unknown
from syria_events.output.table import (
    COLUMNS,
    ENTITY_COLUMNS,
    UNKNOWN_COLUMNS,
    Columns,
    Row,
    entity_row,
    row,
    unknown_row,
)

if TYPE_CHECKING:
    from pandas import DataFrame

_KINDS: dict[type, tuple[Columns, Callable[[Any], Row]]] = {
    Event: (COLUMNS, row),
    Named: (ENTITY_COLUMNS, entity_row),
    Unknown: (UNKNOWN_COLUMNS, unknown_row),
}
_DAYS = frozenset(("published", "event_date", "event_date_end", "date", "date_end"))
_WHOLE = frozenset(("quad", "mentions", "sent_index", "start", "end", "count", "articles"))


def to_frame(
    items: "Iterable[Event | Named | Unknown | Failure]", *, kind: type[Event | Named | Unknown] = Event
) -> "DataFrame":
    """A DataFrame with the columns of the command that writes such rows.

    Text stays text (`042` is not `42`), empty where nothing is known; days are `datetime64`, `NaT` where unknown; whole
    numbers are `Int64`, others `float64`, both missing where unknown.

    Args:
        items: what `extract`, `entities` or `unknown` gives, all of one kind. A `Failure` among them is left out with a
            warning.
        kind: of what the columns are where there are no items.

    Raises:
        TypeError: an item is something else, or of another kind than the first.
    """
    import pandas as pd

    if isinstance(items, Event | Named | Unknown | Failure):
        raise TypeError(f"give a list of events or what else was found, not one {type(items).__name__}")
    found = list(items)
    rows = [item for item in found if not isinstance(item, Failure)]
    if len(rows) < len(found):
        failure = next(item for item in found if isinstance(item, Failure))
        warnings.warn(
            f"what could not be coded is left out ({len(found) - len(rows)}), the first: "
            f"{failure.source}: {failure.reason}",
            LeftOutWarning,
            stacklevel=2,
        )
    kind = type(rows[0]) if rows else kind
    odd = next((item for item in rows if type(item) is not kind or kind not in _KINDS), None)
    if odd is not None:
        raise TypeError(f"give events, or what entities or unknown found, all of one kind, not {type(odd).__name__}")
    columns, row_of = _KINDS[kind]
    frame = pd.DataFrame([row_of(item) for item in rows], columns=[column.name for column in columns], dtype=object)
    for column in columns:
        cells = frame[column.name]
        if column.name in _DAYS:
            frame[column.name] = pd.Series([cell or "NaT" for cell in cells], dtype="datetime64[s]")
        elif column.number:
            frame[column.name] = pd.to_numeric(cells).astype("Int64" if column.name in _WHOLE else "float64")
        else:
            frame[column.name] = cells.astype("str")
    return frame
