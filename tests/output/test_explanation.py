"""Outlines of explanations that were made by hand: what they say, and that they fit and steer no terminal."""

import io
import re
from typing import Any

import pytest

from syria_events.output.explanation import Explanation, Line, only, outline, print_explanations
from syria_events.output.listing import MARK

TEXT = "التقى كيري لافروف أمس."


def trigger(**changes: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "text": "التقى", "start": 10, "end": 15, "lemma": "اِلتَقَى", "name": "التقى", "cameo": "040", "entry": "meet",
        "rule": "trigger.verb", "slots": ["ب"], "refused": "",
        "actor": {
            "taken": {"rule": "subject.postverbal", "text": ["كيري"]},
            "proposals": [
                {"rule": "subject.postverbal", "text": ["كيري"]},
                {"rule": "subject.null", "text": [], "null": True},
            ],
            "refused": [{"text": "الأسد", "guard": "subject.too-far"}],
        },
        "target": {"taken": None, "proposals": [], "refused": []},
        "status": {"value": "actual", "rule": "status.default", "words": ""},
        "date": {"text": "أمس", "rule": "time.nearest", "refused": [{"text": "غدا", "guard": "time.other-clause"}]},
        "place": {"text": "", "rule": "place.none", "refused": []},
        "source": {"text": "سانا", "rule": "source.according-to", "words": "بحسب سانا"},
        "rows": [
            {"event_id": "ev-1", "actor": "جون كيري", "cameo": "040", "target": "سيرغي لافروف", "status": "actual",
             "rule": "trigger.verb; subject.postverbal; target.object"},
        ],
    }  # fmt: skip
    return {**made, **changes}


def explanation(**changes: Any) -> Explanation:
    kerry = {"id": "john-kerry", "name": "جون كيري", "en": "John Kerry", "code": "USAGOV"}
    made: dict[str, Any] = {
        "doc_id": "a", "index": 3, "start": 10, "end": 10 + len(TEXT), "text": TEXT,
        "mentions": [
            {"text": "كيري", "start": 16, "end": 20, "kind": "person", "actors": [kerry], "rule": "mention.person"},
            {"text": "لافروف", "start": 21, "end": 27, "kind": "person", "actors": [], "rule": ""},
        ],
        "dates": [{"text": "أمس", "start": 28, "end": 31, "rule": "", "days": "2016-09-09"}],
        "triggers": [trigger()], "gap": "",
    }  # fmt: skip
    return {**made, **changes}


def text_of(line: Line) -> str:
    return "".join(text for text, _ in line.pieces).replace(MARK, "")


def printed(*explanations: Explanation, width: int | None = None) -> str:
    stream = io.StringIO()
    print_explanations(explanations, stream, width=width)
    return stream.getvalue()


def test_the_outline() -> None:
    assert printed(explanation()).replace(MARK, "").splitlines() == [
        "a",
        "sentence 3",
        TEXT,
        "  mention      كيري  John Kerry USAGOV  [mention.person]",
        "  mention      لافروف  not resolved",
        "  date         أمس  2016-09-09",
        "  trigger      التقى  040  التقى  [meet; trigger.verb]",
        "    row          ev-1  جون كيري 040 سيرغي لافروف  actual  [trigger.verb; subject.postverbal; target.object]",
        "    actor        كيري  [subject.postverbal]",
        "      proposed     null subject  [subject.null]",
        "      refused      الأسد  [subject.too-far]",
        "    target       nobody",
        "    status       actual  [status.default]",
        "    date         أمس  [time.nearest]",
        "      refused      غدا  [time.other-clause]",
        "    place        none  [place.none]",
        "    source       سانا  بحسب سانا  [source.according-to]",
        "",
    ]


def test_why_there_is_no_row() -> None:
    stopped = trigger(rows=[], refused="irrealis.content")
    twice = trigger(rows=[], refused="x.y", refusals=[{"text": "أ", "guard": "x.y"}, {"text": "ب", "guard": "x.z"}])
    made = explanation(
        triggers=[stopped, twice],
        gap="no row: all was refused",
        passed_over=[{"text": "زيارة", "guard": "trigger.noun"}],
    )
    lines = [text_of(line).strip() for line in outline(made)]
    assert [line for line in lines if line.startswith(("no row", "passed"))] == [
        "no row       [irrealis.content]",
        "no row       أ  [x.y]",
        "no row       ب  [x.z]",
        "passed over  زيارة  [trigger.noun]",
        "no row: all was refused",
    ]


def test_what_is_missing_is_left_out() -> None:
    bare = {"text": "التقى", "start": 10, "end": 15, "name": "التقى", "cameo": "040", "refused": "", "rows": []}
    made = {"doc_id": "a", "index": 0, "start": 0, "end": 5, "text": "التقى", "triggers": [bare]}
    assert [text_of(line) for line in outline(made)] == ["sentence 0", "التقى", "trigger      التقى  040  التقى"]


def test_articles_have_headings() -> None:
    made = [explanation(doc_id=name, index=index) for name, index in (("a", 0), ("a", 1), ("b", 0))]
    lines = [line for line in printed(*made).splitlines() if re.match("sentence|.$", line)]
    assert lines == ["a", "sentence 0", "sentence 1", "b", "sentence 0"]


# the sentence


def styles(made: Explanation) -> list[tuple[str, str]]:
    (_, sentence, *_) = outline(made)
    return [(text, style) for text, style in sentence.pieces if style]


def test_what_was_read_has_a_style() -> None:
    assert styles(explanation()) == [
        ("التقى", "bold yellow"), ("كيري", "underline"), ("لافروف", "underline"), ("أمس", "italic"),
    ]  # fmt: skip
    inside = trigger(start=16, end=18)
    assert ("كي", "underline bold yellow") in styles(explanation(triggers=[inside]))


def test_a_sentence_with_other_white_space_is_searched() -> None:
    made = explanation(end=10 + len(TEXT) + 2)
    assert [text for text, _ in styles(made)] == ["التقى", "كيري", "لافروف", "أمس"]
    assert styles(explanation(end=99, triggers=[trigger(text="غادر")], mentions=[], dates=[])) == []


@pytest.mark.parametrize(("start", "end"), [(0, 5), (30, 99), (50, 60), (15, 10)])
def test_places_outside_of_the_sentence_raise_nothing(start: int, end: int) -> None:
    made = explanation(triggers=[trigger(start=start, end=end)])
    assert "".join(text for text, _ in list(outline(made))[1].pieces) == MARK + TEXT


# terminals


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    return Terminal()


@pytest.mark.parametrize("width", [1, 2, 10, 20, 39, 40, 59, 60, 80, 200])
def test_lines_fit(width: int) -> None:
    from rich.cells import cell_len

    told = printed(explanation(gap="no row: " + "كلمة (guard.of-some-length), " * 9), width=width)
    assert max(cell_len(line.replace(MARK, "")) for line in told.splitlines()) <= width
    words = "".join(told.replace(MARK, "").split())
    assert all(word in words for word in ("التقى", "subject.postverbal", "ev-1", "guard.of-some-length"))


def test_styles_are_for_terminals(terminal: Terminal) -> None:
    assert "\x1b" not in printed(explanation(), width=80)
    print_explanations([explanation()], terminal, width=80)
    assert "\x1b[4mكيري\x1b[0m" in terminal.getvalue() and "33m" in terminal.getvalue()


def test_no_colour_is_obeyed(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    print_explanations([explanation()], terminal, width=80)
    assert "\x1b[4mكيري\x1b[0m" in terminal.getvalue() and "33m" not in terminal.getvalue()


EVIL = "\u202e\x1b[31m[/x]\n\u2066"


def evil(value: Any) -> Any:
    """The same with every text made evil."""
    if isinstance(value, dict):
        return {key: evil(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [evil(inner) for inner in value]
    return value + EVIL if isinstance(value, str) else value


@pytest.mark.parametrize("width", [None, 20, 80])
def test_no_text_steers_the_terminal(width: int | None) -> None:
    told = printed(evil(explanation(passed_over=[{"text": "زيارة", "guard": "trigger.noun"}])), width=width)
    assert not set(told) & set("\u202e\x1b\u2066") and told.replace("\n", "").replace(" ", "").count("[/x]") > 20
    if width is None:
        assert len(told.splitlines()) == len(printed(explanation()).splitlines()) + 3, "every line is one"


# what is asked for


def test_only_a_row_or_a_sentence() -> None:
    made = explanation(triggers=[trigger(), trigger(rows=[{"event_id": "ev-2"}]), trigger(rows=[])])
    assert only(made) == made == only(made, sentence=3)
    assert only(made, sentence=2) is None and only(made, row="ev-3") is None
    assert only(made, row="ev-1", sentence=2) is None
    wanted = only(made, row="ev-2")
    assert wanted is not None and [one["rows"] for one in wanted["triggers"]] == [[{"event_id": "ev-2"}]]
    assert {**wanted, "triggers": made["triggers"]} == made
