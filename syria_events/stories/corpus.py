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
        self.weights = Weights({t.scene[:2]: t.words for t in self.tellings}.values())
        self._company: dict[tuple[str, ...], set[str]] = defaultdict(set)
        words: dict[str, set[str]] = defaultdict(set)
        for telling in self.tellings:
            self._company[telling.scene] |= {telling.actor.side, telling.target.side} - {""}
            words[telling.doc] |= telling.words
        self._words = {doc: frozenset(self.weights.rarest(found, _ARTICLE_WORDS)) for doc, found in words.items()}
        told = Counter(telling.kind for telling in self.tellings)
        self._rarity = {kind: math.log((len(self.tellings) + 1) / number) for kind, number in told.items()}
        self._alike = lru_cache(_REMEMBERED)(self._compare)

    def company(self, telling: Telling) -> set[str]:
        """The sides that take part in the telling's event, or in others of its root that its sentence tells."""
        return self._company[telling.scene]

    def rarity(self, telling: Telling) -> float:
        """How rare an event of this root between these sides is: the negative logarithm of its share of all rows."""
        return self._rarity[telling.kind]

    def likeness(self, one: Telling, other: Telling) -> float:
        """How much the two articles are about the same, 0 to 1."""
        return self._alike(*sorted((one.doc, other.doc)))

    def _compare(self, one: str, other: str) -> float:
        return self.weights.cosine(self._words[one], self._words[other])
