"""The measured parts of the model card: written by `measure`, between marks, so that no figure is typed by hand."""

import re
from pathlib import Path

from syria_events.training.measure import Report


def write_card(card: Path, report: Report) -> None:
    """Put the scores, sizes and confusions into the card.

    Raises:
        ValueError: the card lacks the marks of one of them.
    """
    text = card.read_text(encoding="utf-8")
    for name, block in (("scores", _scores(report)), ("sizes", _sizes(report)), ("confusions", _confusions(report))):
        place = re.search(rf"<!-- {name} -->\n(.*?)<!-- end -->", text, re.DOTALL)
        if place is None:
            raise ValueError(f"{card} has no place for the {name}: <!-- {name} --> … <!-- end -->")
        text = text[: place.start(1)] + block + text[place.end(1) :]
    card.write_text(text, encoding="utf-8")


def _scores(report: Report) -> str:
    rows = "".join(f"| {name} | {score:.2f} |\n" for name, score in report.scores.items())
    return f"| metric | F1 |\n|---|---|\n{rows}"


def _sizes(report: Report) -> str:
    rows = "".join(f"| {name} | {size:.1f} |\n" for name, size in report.sizes.items())
    return f"| model | MiB |\n|---|---|\n{rows}| together | {sum(report.sizes.values()):.1f} |\n"


def _confusions(report: Report) -> str:
    rows = "".join(
        f"| {c.right} | {c.said} | {'right' if c.same_head else 'wrong'} | {c.count} | {c.example} |\n"
        for c in report.confusions
    )
    return f"| right | said | head | times | for example |\n|---|---|---|---|---|\n{rows}"
