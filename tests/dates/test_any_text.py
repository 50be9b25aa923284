"""No text may raise in the dates, however long or strange, and reading takes linear time.

CI draws 200 examples of each; with `SYRIA_EVENTS_EXAMPLES=100000` in the environment as many as that are drawn.
"""

import os
from datetime import date
from itertools import accumulate

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from syria_events.dates import find_dates, find_refusals, resolve
from syria_events.dates.grammar.cursor import Cursor
from syria_events.lexicon import load
from syria_events.plaintext import plain_text

anything = settings(
    max_examples=int(os.environ.get("SYRIA_EVENTS_EXAMPLES", "200")),
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
WORDS = load().dates
DATE_WORDS = [*sorted({word for word in WORDS.known if word}), "و", "في", "/", "(", ")", "،", "-", "."]
ODD = "آبو ايم ـ\u064b\u200f\ufefbﷺ\n12/"
numbers = st.integers(0, 10**5).map(str) | st.text("0123456789٠١٢٣٤٥٦٧٨٩", min_size=1, max_size=9)


@anything
@given(
    parts=st.lists(st.sampled_from(DATE_WORDS) | numbers, min_size=1, max_size=40),
    between=st.sampled_from((" ", "")),
    published=st.none() | st.dates(),
    future=st.sampled_from((True, False, None)),
)
def test_no_words_fail_the_dates(parts: list[str], between: str, published: date | None, future: bool | None) -> None:
    text = between.join(parts)
    for phrase in find_dates(text, WORDS):
        assert text[phrase.start : phrase.end] == phrase.text
        resolve(phrase, published, future=future)


@anything
@given(
    text=st.text(st.characters(codec="utf-8"), max_size=60) | st.text("آبو ايم ـ\u064b\u200f\ufefbﷺ\n12/", max_size=60)
)
def test_no_text_fails_the_dates_or_the_spelling(text: str) -> None:
    find_dates(text, WORDS)
    find_refusals(text, WORDS)
    plain = plain_text(text)
    for at in range(len(plain.text)):
        start, end = plain.span(at, at + 1)
        assert 0 <= start <= end <= len(text)


@pytest.mark.parametrize(
    "piece",
    ["آب و ", "1 و ", "يوم ", "منذ ", "بين ", "من 3 إلى ", "3-", "الأحد و ", "يناير من عام ", "12/", "(2016) ", "و"],
)
def test_dates_take_linear_time(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in look-ups, for a clock would tell of the machine."""
    looked_up = 0
    form = Cursor.form

    def counted(self: Cursor, index: int) -> str:
        nonlocal looked_up
        looked_up += 1
        return form(self, index)

    monkeypatch.setattr(Cursor, "form", counted)
    counts = list(accumulate((looked_up for n in (200, 400) if [find_dates(piece * n, WORDS)]), lambda a, b: b - a))
    assert counts[1] < 2.2 * max(counts[0], 1) + 100


@pytest.mark.parametrize("text", ["9" * 5000 + "/1/1", "و" * 5000, "آب و " * 5000, "قبل 9999 عام", "1/1/" + "9" * 5000])
def test_dates_of_any_length(text: str) -> None:
    for phrase in find_dates(text, WORDS):
        resolve(phrase, date(2016, 1, 1))
