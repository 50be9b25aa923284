"""Explanations of sentences -> an outline for people: names, triggers, what decided each part of an event.

An explanation is a dictionary as `syria_events.rules.explain` makes it, JSON as it stands; keys it lacks are left out.
In a terminal mentions are underlined in the sentence, dates are in italics and triggers bold.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TextIO, TypeAlias

from syria_events.output.listing import MARK, harmless

Explanation: TypeAlias = Mapping[str, Any]

_NARROW = 60  # columns, below which less is indented
_LABEL = 11  # columns of what a line is about
_RULE = "dim"
_STYLES = {"mentions": "underline", "dates": "italic", "triggers": "bold yellow"}
_SLOTS = ("actor", "target")
_ATTRIBUTES = ("status", "date", "place", "source")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an outline.

    Args:
        depth: how far it is indented.
        pieces: texts with the rich style of each.
    """

    depth: int
    pieces: tuple[tuple[str, str], ...]


def only(explanation: Explanation, *, row: str | None = None, sentence: int | None = None) -> Explanation | None:
    """What of an explanation is asked for; None for nothing.

    Args:
        explanation: of a sentence.
        row: an event id: only the triggers that made this row.
        sentence: only the sentence of this number.
    """
    if sentence is not None and explanation["index"] != sentence:
        return None
    if row is None:
        return explanation
    triggers = [one for one in explanation["triggers"] if any(made["event_id"] == row for made in one["rows"])]
    return {**explanation, "triggers": triggers} if triggers else None


def print_explanations(explanations: Iterable[Explanation], stream: TextIO, *, width: int | None = None) -> None:
    """Print outlines under a heading per article, as they come, fitted to a terminal of `width` columns.

    Colours and other styles are for a terminal only.
    """
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, markup=False, emoji=False, highlight=False, width=width or 80)
    indent = 2 if width is None or width >= _NARROW else 1
    last = None
    for explanation in explanations:
        if explanation["doc_id"] != last:
            last = explanation["doc_id"]
            _print(console, Text(harmless(last), style="bold underline"), "", width)
        for line in outline(explanation):
            before = " " * (line.depth * indent)
            _print(console, Text.assemble(*line.pieces), before if width is None or width > len(before) else "", width)
        stream.write("\n")
        stream.flush()


def _print(console: Any, text: Any, before: str, width: int | None) -> None:
    """Print a text in as many lines as it needs, each of them indented."""
    from rich.text import Text

    for line in [text] if width is None else text.wrap(console, width - len(before)):
        line.rstrip()
        console.print(Text(before).append_text(line), soft_wrap=True)


def outline(explanation: Explanation) -> Iterator[Line]:
    """The lines of the outline of a sentence."""
    yield _line(0, (f"sentence {explanation['index']}", "bold"))
    yield Line(0, ((MARK, ""), *_sentence(explanation)))
    for word in explanation.get("words", ()):
        yield _line(1, *_label("word"), _arabic(word["text"]), *_ids(word, "rule"))
    for mention in explanation.get("mentions", ()):
        yield _line(1, *_label("mention"), _arabic(mention["text"]), *_actors(mention), *_ids(mention, "rule"))
    for refusal in explanation.get("no_mention", ()):
        yield _line(1, *_label("refused"), *_refused(refusal))
    for date in explanation.get("dates", ()):
        yield _line(1, *_label("date"), _arabic(date["text"]), (date["days"] or "day unknown", ""), *_ids(date, "rule"))
    for trigger in explanation["triggers"]:
        yield from _trigger(trigger)
    for word in explanation.get("passed_over", ()):
        yield _line(1, *_label("passed over"), *_refused(word))
    if gap := explanation.get("gap"):
        yield _line(1, (f"{gap}{MARK}", "bold"))


def _sentence(explanation: Explanation) -> Iterator[tuple[str, str]]:
    """The sentence in pieces, those that were read as something in their style."""
    text = explanation["text"]
    styles: list[str] = [""] * len(text)
    for key, style in _STYLES.items():
        for found in explanation.get(key, ()):
            for at in range(*_place(explanation, found)):
                styles[at] = f"{styles[at]} {style}".strip()
    at = 0
    for style, alike in groupby(styles):
        end = at + len(list(alike))
        yield harmless(text[at:end]), style
        at = end


def _place(explanation: Explanation, found: Explanation) -> tuple[int, int]:
    """Where something is in the sentence as it is shown, white space of any kind as single spaces."""
    text = explanation["text"]
    if len(text) == explanation["end"] - explanation["start"]:
        start, end = (found[key] - explanation["start"] for key in ("start", "end"))
        return max(start, 0), min(end, len(text))
    start = max(text.find(found["text"]), 0)
    return start, start + len(found["text"]) if found["text"] in text else start


def _trigger(trigger: Explanation) -> Iterator[Line]:
    """What was decided about a trigger, its rows first."""
    word = _arabic(trigger["text"])[0]
    tag = [(trigger["tag"], "")] if trigger.get("tag") else []
    yield _line(
        1, *_label("trigger"), (word, "bold yellow"), *tag, (trigger["cameo"], ""),
        _arabic(trigger["name"]), *_ids(trigger, "light", "entry", "content", "rule"),
    )  # fmt: skip
    for row in trigger["rows"]:
        told = " ".join(filter(None, (_arabic(row["actor"])[0], row["cameo"], _arabic(row["target"])[0])))
        yield _line(2, *_label("row"), (row["event_id"], "bold"), (told, ""), (row["status"], ""), *_ids(row, "rule"))
    refusals = trigger.get("refusals") or [{"text": "", "guard": trigger["refused"]}] * bool(trigger["refused"])
    for refusal in refusals:
        yield _line(2, *_label("no row" if not trigger["rows"] else "refused"), *_refused(refusal))
    for link in trigger.get("links", ()):
        yield from _link(link)
    for name in _SLOTS:
        if slot := trigger.get(name):
            yield from _slot(name, slot)
    for name in _ATTRIBUTES:
        if found := trigger.get(name):
            yield from _attribute(name, found)


def _link(link: Explanation) -> Iterator[Line]:
    """How likely the model finds a row, and the features that weigh most."""
    told = " ".join(filter(None, (_arabic(link["actor"])[0], link["cameo"], _arabic(link["target"])[0])))
    yield _line(2, *_label("likely"), (f"{link['chance']:.2f}", "bold"), (told, ""))
    for name in ("for", "against"):
        if features := link[name]:
            yield _line(3, *_label(name), ("; ".join(features), ""))


def _slot(name: str, slot: Explanation) -> Iterator[Line]:
    """Who was taken for an argument, who else was proposed, who was refused."""
    taken = slot.get("taken")
    yield _line(2, *_label(name), *_proposal(taken or {"text": [], "rule": ""}))
    for proposal in slot.get("proposals", ()):
        if proposal != taken:
            yield _line(3, *_label("proposed"), *_proposal(proposal))
    for refusal in slot.get("refused", ()):
        yield _line(3, *_label("refused"), *_refused(refusal))


def _proposal(proposal: Explanation) -> Iterator[tuple[str, str]]:
    names = "، ".join(proposal["text"])
    yield (f"{MARK}{names}{MARK}" if names else "null subject" if proposal.get("null") else "nobody"), ""
    yield from _ids(proposal, "rule")


def _attribute(name: str, found: Explanation) -> Iterator[Line]:
    told = found.get("value") or found.get("text") or "none"
    words = found.get("words") or ""
    words = "" if words == told else words
    yield _line(2, *_label(name), _arabic(told), *([_arabic(words)] if words else ()), *_ids(found, "rule"))
    for refusal in found.get("refused", ()):
        yield _line(3, *_label("refused"), *_refused(refusal))


def _refused(refusal: Explanation) -> Iterator[tuple[str, str]]:
    if refusal["text"]:
        yield _arabic(refusal["text"])
    yield from _ids(refusal, "guard")
    if note := refusal.get("note"):
        yield _arabic(note)


def _actors(mention: Explanation) -> Iterator[tuple[str, str]]:
    """Who a mention is."""
    told = [" ".join(filter(None, (actor["en"] or actor["name"], actor["code"]))) for actor in mention["actors"]]
    yield _arabic(", ".join(told) or "not resolved")


def _ids(found: Explanation, *keys: str) -> Iterator[tuple[str, str]]:
    """The ids of rules, guards and entries that something has."""
    if told := "; ".join(found[key] for key in keys if found.get(key)):
        yield f"[{told}]", _RULE


def _arabic(text: str) -> tuple[str, str]:
    """A text that does not turn around what stands beside it."""
    return f"{MARK}{text}{MARK}" if text else "", ""


def _label(name: str) -> Sequence[tuple[str, str]]:
    return ((f"{name:<{_LABEL}}", _RULE),)


def _line(depth: int, *pieces: tuple[str, str]) -> Line:
    """A line of pieces with spaces between."""
    return Line(
        depth,
        tuple((f"  {harmless(text)}" if at else harmless(text), style) for at, (text, style) in enumerate(pieces)),
    )
