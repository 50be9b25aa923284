"""The tellings of all articles, and what is known of each only among the others."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from syria_events.stories.tellings import Telling
from syria_events.stories.words import Weights

_ARTICLE_WORDS = 150  # of an article the rarest, to compare it by
_REMEMBERED = 100_000  # pairs of articles; pairs of tellings come near together


class Corpus:
    """Tellings in an order of their own, so that nothing depends on that of the input.

    Args:
        tellings: those of all articles, in any order.
    """

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self.tellings = sorted(tellings, key=lambda telling: telling.order)
        self.weights = Weights({(t.doc, t.place_in_doc): t.words for t in self.tellings}.values())
        self._company: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._told: Counter[tuple[str, ...]] = Counter()
        words: dict[str, set[str]] = defaultdict(set)
        for telling in self.tellings:
            self._company[_scene(telling)] |= {telling.actor.side, telling.target.side} - {""}
            self._told[_kind(telling)] += 1
            words[telling.doc] |= telling.words
        self._words = {doc: frozenset(self.weights.rarest(found, _ARTICLE_WORDS)) for doc, found in words.items()}
        self._alike = lru_cache(_REMEMBERED)(self._compare)

    def company(self, telling: Telling) -> set[str]:
        """The sides that take part in the telling's event, or in others of its root that its sentence tells."""
        return self._company[_scene(telling)]

    def rarity(self, telling: Telling) -> float:
        """How rare an event of this root between these sides is: the negative logarithm of its share of all rows."""
        return math.log((len(self.tellings) + 1) / self._told[_kind(telling)])

    def likeness(self, one: Telling, other: Telling) -> float:
        """How much the two articles are about the same, 0 to 1."""
        return self._alike(*sorted((one.doc, other.doc)))

    def _compare(self, one: str, other: str) -> float:
        return self.weights.cosine(self._words[one], self._words[other])


def _scene(telling: Telling) -> tuple[str, ...]:
    return (telling.doc, telling.place_in_doc, telling.root)


def _kind(telling: Telling) -> tuple[str, ...]:
    return (telling.root, *sorted((telling.actor.side, telling.target.side)))
