"""Case files of mentions: under the id of a rule or guard tagged lines, and all mentions that must be read in them.

    ## mention.person
    التقى/V لافروف/X
      person | 2-2 | لافروف | sergey-lavrov RUSGOV | - | - | sing m | name | mention.person

The cells: kind; word ids; text; actors (id, or name and English name in brackets, then the code); key; country;
number, gender, whether it is a title; reason; rules. A line with `~` before it is a near miss: no mention has the
rule's id, the guard refuses nothing.

`python -m tests.rules.mentioned` writes the mentions anew: read the difference before it is kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from syria_events.lexicon import load
from syria_events.model import Actor
from syria_events.rules.prepare import prepare
from syria_events.rules.values import Mention
from tests.rules.tagged import tagged

FILES = sorted(Path(__file__).parent.glob("*/*.mentions"))


@dataclass(frozen=True)
class Case:
    """A tagged line under the id of a rule, and the mentions that must be read in it."""

    id: str
    line: str
    missed: bool
    mentions: tuple[str, ...] = ()


def cases(file: Path) -> Iterator[Case]:
    """The cases of a file in order."""
    rule, line, mentions = "", "", []
    for text in [*file.read_text(encoding="utf-8").splitlines(), "## end"]:
        if text.startswith("  "):
            mentions.append(text.strip())
            continue
        if line:
            yield Case(rule, line.removeprefix("~ "), line.startswith("~ "), tuple(mentions))
        line, mentions = "", []
        if text.startswith("## "):
            rule = text[3:]
        elif text and not text.startswith("#"):
            line = text


def mentions_of(line: str) -> tuple[str, ...]:
    """The mentions of a tagged line as case files have them."""
    clauses = prepare(tagged(line), load()).clauses
    return tuple(described(mention) for clause in clauses for mention in clause.mentions)


def refused_in(line: str) -> frozenset[str]:
    """The ids of the guards that refused to read something in a tagged line."""
    prepared = prepare(tagged(line), load())
    return frozenset(
        refusal.guard for clause in prepared.clauses for refusal in prepared.trace.refused(clause.sentence.index)
    )


def described(mention: Mention) -> str:
    """A mention as case files have it."""
    cells = (
        mention.kind,
        f"{mention.first}-{mention.last}",
        mention.text,
        "; ".join(map(_actor, mention.actors)),
        mention.key,
        mention.country,
        " ".join(filter(None, (mention.number, mention.gender, "title" if mention.titled else ""))),
        mention.reason,
        " ".join(mention.rules),
    )
    return " | ".join(cell or "-" for cell in cells)


def _actor(actor: Actor) -> str:
    return f"{actor.id or f'{actor.name} ({actor.en})'} {actor.code or '-'}"


def rewrite(file: Path) -> None:
    """Write the mentions of a file anew."""
    lines: list[str] = []
    for text in file.read_text(encoding="utf-8").splitlines():
        if text.startswith("  "):
            continue
        lines.append(text)
        if text and not text.startswith("#"):
            lines += (f"  {mention}" for mention in mentions_of(text.removeprefix("~ ")))
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for one in FILES:
        rewrite(one)
