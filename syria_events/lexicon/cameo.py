"""The CAMEO table: what an event code means, and the classes and scores that follow from it."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from syria_events.errors import LexiconError

TABLE = "lexicon/data/cameo.tsv"


@dataclass(frozen=True, slots=True)
class Code:
    """A CAMEO event code.

    Args:
        code: two to four digits, as text: `042` is not `42`.
        name: the English name in the CAMEO manual.
        quad: GDELT's class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
        goldstein: from -10 (conflict) to 10 (cooperation), as ICEWS scores it.
        plover: the PLOVER event type; empty for roots 01 and 02, which PLOVER lacks.
    """

    code: str
    name: str
    quad: int
    goldstein: float
    plover: str

    @property
    def root(self) -> str:
        """The two-digit root of the code."""
        return self.code[:2]


def cameo(code: str) -> Code:
    """The entry of a code.

    Raises:
        LexiconError: CAMEO has no such code.
    """
    try:
        return table()[code]
    except KeyError:
        raise LexiconError(f"CAMEO has no code {code!r}; the codes there are stand in {TABLE}") from None


@cache
def table() -> dict[str, Code]:
    """All CAMEO codes in order."""
    text = files("syria_events").joinpath(TABLE).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return {code: Code(code, name, int(quad), float(goldstein), plover) for code, name, quad, goldstein, plover in rows}
