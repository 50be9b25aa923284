"""Scored pairs -> groups of tellings of one event: average linkage, the surest pairs first."""

import math
from collections.abc import Callable, Iterable, Sequence

_LOOKED_AT = 12  # members of each of two groups that are compared; of a longer one these, evenly spread


def groups(
    number: int,
    scored: Iterable[tuple[float, int, int]],
    score: Callable[[int, int], float],
    *,
    threshold: float,
) -> list[list[int]]:
    """The groups, each sorted, in the order of their first members.

    Args:
        number: how many tellings there are.
        scored: log odds of the pairs that may be joined.
        score: log odds of any pair.
        threshold: two groups are joined where the mean log odds between their members reach it.
    """
    group = list(range(number))
    members = {one: [one] for one in range(number)}
    for odds, one, other in sorted(scored, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if odds < threshold:
            break
        a, b = sorted((group[one], group[other]))
        if a != b and _mean(members[a], members[b], score) >= threshold:
            for moved in members[b]:
                group[moved] = a
            members[a] = sorted(members[a] + members.pop(b))
    return [members[first] for first in sorted(members)]


def _mean(ones: Sequence[int], others: Sequence[int], score: Callable[[int, int], float]) -> float:
    ones, others = _some(ones), _some(others)
    return math.fsum(score(one, other) for one in ones for other in others) / (len(ones) * len(others))


def _some(members: Sequence[int]) -> Sequence[int]:
    if len(members) <= _LOOKED_AT:
        return members
    return [members[at * len(members) // _LOOKED_AT] for at in range(_LOOKED_AT)]
