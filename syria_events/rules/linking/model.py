"""The linear model: a weight for each feature, the sum of which is the logarithm of the odds that a row is right.

`weights.tsv` holds them, one to a line, the largest first; `python -m syria_events.training link` makes it. Lines with
`#` say how; three of them hold the weight that all rows have and the chances from which rows are written.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

WEIGHTS = Path(__file__).parent / "weights.tsv"
_BIAS, _LEAST, _DOUBT = "# bias", "# least chance", "# doubt"


@dataclass(frozen=True)
class Model:
    """The weights of features.

    Args:
        bias: the weight that everything has.
        least: the chance from which on a row is written that no rule makes, 0 to 1.
        doubt: the chance below which a row that rules make is left out, 0 to 1.
    """

    weights: Mapping[str, float]
    bias: float
    least: float
    doubt: float

    def sum(self, features: Iterable[str]) -> float:
        """The weights of features together; one that was never learned weighs nothing."""
        weights = self.weights
        return math.fsum(weights[feature] for feature in features if feature in weights)

    def strongest(self, features: Iterable[str], most: int) -> tuple[tuple[str, float], ...]:
        """The features that weigh most, for or against, and their weights."""
        known = {feature: self.weights[feature] for feature in features if feature in self.weights}
        return tuple(sorted(known.items(), key=lambda item: (-abs(item[1]), item[0]))[:most])


def chance(score: float) -> float:
    """The probability, 0 to 1, whose log-odds are a score."""
    return 1 / (1 + math.exp(-score)) if score > -500 else 0.0


@lru_cache(maxsize=1)
def shipped() -> Model:
    """The model that comes with the package."""
    return read_model(WEIGHTS)


def read_model(file: Path) -> Model:
    """A model as `write_model` wrote it.

    Raises:
        OSError: it cannot be read.
        ValueError: a line is no weight.
    """
    weights: dict[str, float] = {}
    head: dict[str, float] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        name, tab, value = line.partition("\t")
        if name in (_BIAS, _LEAST, _DOUBT):
            head[name] = float(value)
        elif tab and not name.startswith("#"):
            weights[name] = float(value)
    return Model(weights, head[_BIAS], head[_LEAST], head[_DOUBT])


def write_model(model: Model, file: Path, about: Iterable[str]) -> None:
    """Write a model, with lines that say how it was made; weights that round to nothing are left out."""
    lines = [f"# {line}" for line in about]
    lines += [f"{_BIAS}\t{model.bias:.3f}", f"{_LEAST}\t{model.least:.2f}", f"{_DOUBT}\t{model.doubt:.2f}"]
    ordered = sorted(model.weights.items(), key=lambda item: (-abs(item[1]), item[0]))
    lines += [f"{name}\t{weight:.3f}" for name, weight in ordered if f"{abs(weight):.3f}" != "0.000"]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
