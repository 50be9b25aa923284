"""`calendar.toml` is checked when it is read."""

import tomllib
from collections.abc import Callable
from typing import Any

import pytest

from syria_events.errors import LexiconError
from syria_events.lexicon.calendar import date_words, read_calendar
from syria_events.lexicon.loading import data_file


def raw() -> dict[str, Any]:
    return tomllib.loads(data_file("calendar.toml").read_text(encoding="utf-8"))


def test_what_ships_is_right() -> None:
    assert date_words(raw(), "calendar.toml") == read_calendar()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda c: c["units"][0].update(unit="fortnight"), "[[units]]: unknown unit 'fortnight'; allowed: hour, day"),
        (lambda c: c["parts"].update(dawn=["فجر"]), "[parts]: unknown part 'dawn'; allowed: start"),
        (lambda c: c["months"][2].update(nam=["آذار"]), "[[months]] 3: unknown key 'nam'"),
        (lambda c: c["days"][0].pop("names"), "[[days]] -2: key 'names' is missing"),
        (lambda c: c["units"][1].pop("one"), "[[units]] day: key 'one' is missing"),
        (lambda c: c["words"].pop("since"), "[words]: key 'since' is missing"),
        (lambda c: c["guards"].update(before=[]), "[guards]: unknown key 'before'"),
    ],
)
def test_what_is_wrong_is_named(spoil: Callable[[dict[str, Any]], object], said: str) -> None:
    content = raw()
    spoil(content)
    with pytest.raises(LexiconError) as caught:
        date_words(content, "mine.toml")
    assert str(caught.value).startswith("mine.toml: ") and said in str(caught.value)
