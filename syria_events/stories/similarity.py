"""How sure it is that two tellings of different articles are of one event: features of the pair, and their weights."""

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from syria_events.stories.corpus import Corpus
from syria_events.stories.families import FORCE, SPEECH, families
from syria_events.stories.parties import Likeness
from syria_events.stories.tellings import Telling

WEIGHTS = Path(__file__).with_name("weights.toml")
_BEST = (Likeness.SAME, Likeness.PART, Likeness.OTHER, Likeness.NONE, Likeness.ABSENT, Likeness.STRANGE)
_VISITS = frozenset(("042", "043"))
_PAIR = 2  # sides of a dealing without company
_NEXT, _WEEK, _MONTH = 3, 7, 31  # days
_LONG = 11  # days of a period that says little; the parts of a month (its middle, its end) are shorter
_NEAR = 0.25  # degrees, some 25 km
_AT_HAND = ("same day", "same days", "next day", "told near", "told within 1", "told within 3")


@dataclass(frozen=True, slots=True)
class Scorer:
    """The weights of features and what goes with them, as `weights.toml` has them.

    Args:
        weights: log odds that each feature adds.
        threshold: mean log odds from which on groups of tellings are joined.
        same_article: log odds added to two tellings of one article, which seldom tells an event twice.
        impossible: log odds of two tellings that cannot be of one event.
    """

    weights: dict[str, float]
    threshold: float
    same_article: float
    impossible: float

    def score(self, one: Telling, other: Telling, corpus: Corpus) -> float:
        """The log odds that both tell one event."""
        found = features(one, other, corpus)
        if found is None:
            return self.impossible
        odds = math.fsum(self.weights.get(name, 0.0) * value for name, value in found.items())
        return odds + self.same_article if one.doc == other.doc else odds


@cache
def scorer() -> Scorer:
    """The scorer that ships with the package."""
    return Scorer(**tomllib.loads(WEIGHTS.read_text(encoding="utf-8")))


def features(one: Telling, other: Telling, corpus: Corpus) -> dict[str, float] | None:
    """What speaks for and against one event; None where no two articles would tell it so."""
    if not families(one.root) & families(other.root):
        return None
    actor, target = _parties(one, other)
    if actor is Likeness.STRANGE or (target is Likeness.STRANGE and not {one.root, other.root} <= FORCE):
        return None
    time, root = _time(one, other), _root(one, other)
    kind = "force" if one.root in FORCE else "speech" if one.root in SPEECH else "deal"
    words = corpus.weights.cosine(one.words, other.words)
    return {
        "bias": 1.0,
        f"actor {actor}": 1.0,
        f"target {target}": 1.0,
        f"root {root}": 1.0,
        f"time {time}": 1.0,
        f"place {_place(one, other)}": 1.0,
        f"status {_status(one, other)}": 1.0,
        f"company {_company(one, other, corpus)}": 1.0,
        f"{kind}": 1.0,
        f"{kind} root {root}": 1.0,
        f"{kind} target {target}": 1.0,
        f"{kind} words": words,
        f"words {'at hand' if time in _AT_HAND else 'at a distance'}": words,
        "words near": corpus.weights.cosine(one.near, other.near),
        "words of the shorter": corpus.weights.share(one.words, other.words),
        "words in common": math.log1p(corpus.weights.sum(one.words & other.words)),
        "articles": corpus.likeness(one, other),
        "rarity": min(corpus.rarity(one), corpus.rarity(other)),
    }


def _parties(one: Telling, other: Telling) -> tuple[Likeness, Likeness]:
    """How actors and targets compare; of what is told in either order, the better way round."""
    ways = [(one.actor.like(other.actor), one.target.like(other.target))]
    if one.is_symmetric and other.is_symmetric and one.target.name and other.target.name:
        ways.append((one.actor.like(other.target), one.target.like(other.actor)))
    return min(ways, key=lambda way: sorted(map(_BEST.index, way), reverse=True))


def _root(one: Telling, other: Telling) -> str:
    if one.root != other.root:
        return "akin"
    if one.cameo == other.cameo:
        return "code"
    return "visit" if (one.cameo in _VISITS) != (other.cameo in _VISITS) else "same"


def _status(one: Telling, other: Telling) -> str:
    return "same" if one.status == other.status else " ".join(sorted((one.status, other.status)))


def _company(one: Telling, other: Telling, corpus: Corpus) -> str:
    """Whether both sentences name the same sides: a meeting of three is none of two of them."""
    ones, others = corpus.company(one), corpus.company(other)
    if max(len(ones), len(others)) <= _PAIR:
        return "two"
    if ones == others:
        return "same"
    return "part" if ones <= others or others <= ones else "other"


def _place(one: Telling, other: Telling) -> str:
    if not one.place or not other.place:
        return "unknown"
    if one.place & other.place or _is_near(one, other):
        return "same"
    return "country" if one.country and one.country == other.country else "other"


def _is_near(one: Telling, other: Telling) -> bool:
    if one.point is None or other.point is None:
        return False
    north, east = (here - there for here, there in zip(one.point, other.point, strict=True))
    return math.hypot(north, east * math.cos(math.radians(one.point[0]))) < _NEAR


def _time(one: Telling, other: Telling) -> str:
    """How the days compare: of the events where the text gives them, else of publication."""
    if one.days is not None and other.days is not None:
        return _dated(one.days, other.days)
    if one.days is not None:
        return _told(one.days, other.published)
    if other.days is not None:
        return _told(other.days, one.published)
    if one.published is None or other.published is None:
        return "unknown"
    apart = abs(one.published - other.published)
    return next((f"told within {most}" for most in (1, _NEXT, _WEEK, _MONTH) if apart <= most), "told apart")


def _dated(one: tuple[int, int], other: tuple[int, int]) -> str:
    gap = max(one[0], other[0]) - min(one[1], other[1])
    longest = max(one[1] - one[0], other[1] - other[0])
    if gap <= 0:
        return "same day" if longest == 0 else "same days" if longest < _LONG else "same period"
    return "next day" if gap == 1 else "same week" if gap <= _WEEK else "other"


def _told(days: tuple[int, int], published: int | None) -> str:
    """When an undated telling was published, measured by the days of a dated one."""
    if published is None:
        return "unknown"
    if published < days[0] - _NEXT:
        return "told before"
    after = published - days[1]
    return next(
        (f"told {name}" for name, most in (("near", _NEXT), ("in week", _WEEK), ("in month", _MONTH)) if after <= most),
        "told later",
    )
