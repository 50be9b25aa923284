"""Rows as a pandas DataFrame: codes stay text, days are dates, what is unknown is missing."""

import datetime
import warnings
from collections.abc import Callable

import pandas as pd
import pytest

from syria_events import Failure, to_frame
from syria_events.errors import LeftOutWarning
from syria_events.model import Event, Named, Period, Unknown
from syria_events.output.table import COLUMNS, ENTITY_COLUMNS, UNKNOWN_COLUMNS

Make = Callable[..., Event]


def test_events(make_event: Make) -> None:
    period = Period(datetime.date(1571, 10, 7), datetime.date(1571, 10, 8))
    frame = to_frame([make_event(), make_event(when=period, target=None, lat=None, lon=None, published=None)])
    assert list(frame.columns) == [column.name for column in COLUMNS]
    assert list(frame["cameo"]) == ["040", "040"] and frame["actor"][0] == "جون كيري" and frame["target"][1] == ""
    assert list(frame["event_date"]) == [pd.Timestamp("2016-09-09"), pd.Timestamp("1571-10-07")]
    assert frame["published"].isna().tolist() == frame["lat"].isna().tolist() == [False, True]
    assert all(frame[name].dtype.kind == "M" for name in ("published", "event_date", "event_date_end", "date"))
    assert all(str(frame[name].dtype) == "Int64" for name in ("quad", "mentions", "sent_index", "start", "end"))
    assert all(frame[name].dtype.kind == "f" for name in ("goldstein", "lat", "lon", "confidence"))


def test_every_column_of_numbers_has_a_kind(make_event: Make) -> None:
    frame = to_frame([make_event()])
    for column in COLUMNS:
        days = frame[column.name].dtype.kind == "M"
        assert column.number == pd.api.types.is_numeric_dtype(frame[column.name].dtype), column.name
        assert days == (column.name in ("published", "event_date", "event_date_end", "date")), column.name


def test_what_is_named_and_what_is_unknown(make_named: Callable[..., Named]) -> None:
    named = to_frame([make_named(when=Period(datetime.date(2016, 9, 9)))])
    assert list(named.columns) == [column.name for column in ENTITY_COLUMNS] and named["date"][0].year == 2016
    unknown = to_frame([Unknown("person", "فلان", "~Fulan", 3, 2, "قال فلان")])
    assert list(unknown.columns) == [column.name for column in UNKNOWN_COLUMNS] and unknown["count"][0] == 3


def test_nothing_has_the_columns_of_events() -> None:
    frame = to_frame(iter(()))
    assert list(frame.columns) == [column.name for column in COLUMNS] and len(frame) == 0
    assert frame["date"].dtype.kind == "M"
    assert list(to_frame([], kind=Named).columns) == [column.name for column in ENTITY_COLUMNS]


def test_failures_are_left_out_with_a_warning(make_event: Make) -> None:
    with pytest.warns(LeftOutWarning, match=r"what could not be coded is left out \(1\), the first: a: empty"):
        assert len(to_frame([Failure("a", "empty"), make_event()])) == 1
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        to_frame([make_event()])


def test_other_things_are_refused(make_event: Make, make_named: Callable[..., Named]) -> None:
    for wrong in ([1], [make_event(), make_named()], [{}]):
        with pytest.raises(TypeError, match="all of one kind, not"):
            to_frame(wrong)  # type: ignore[arg-type]
