"""The measured parts of the model card: written by `measure` and `ablate`, so that none is typed by hand."""

import re
from collections.abc import Iterable
from pathlib import Path

from syria_events.training.ablation import Worth
from syria_events.training.measure import Report


def write_card(card: Path, report: Report) -> None:
    """Put the scores, sizes and confusions into the card.

    Raises:
        ValueError: the card lacks the marks of one of them.
    """
    _write(card, {"scores": _scores(report), "sizes": _sizes(report), "confusions": _confusions(report)})


def write_ablations(card: Path, worths: Iterable[Worth]) -> None:
    """Put the table of what every ingredient is worth into the card; errors as of `write_card`."""
    _write(card, {"ablations": _ablations(worths)})


def _write(card: Path, blocks: dict[str, str]) -> None:
    text = card.read_text(encoding="utf-8")
    for name, block in blocks.items():
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


def _ablations(worths: Iterable[Worth]) -> str:
    rows = "".join(f"| {w.processor} | {w.name} | {w.score:.2f} | {w.size:.1f} | {w.speed:,.0f} |\n" for w in worths)
    return f"| model | without | F1 | MiB with what it reads | tokens/s |\n|---|---|---|---|---|\n{rows}"


def _confusions(report: Report) -> str:
    rows = "".join(
        f"| {c.right} | {c.said} | {'right' if c.same_head else 'wrong'} | {c.count} | {c.example} |\n"
        for c in report.confusions
    )
    return f"| right | said | head | times | for example |\n|---|---|---|---|---|\n{rows}"
