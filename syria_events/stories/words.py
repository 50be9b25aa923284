"""The words of the sentences that tell events, and how much it says that two sentences share one."""

import math
import re
from collections import Counter
from collections.abc import Iterable

from syria_events.normalize import fold

_WORD = re.compile(r"[^\W_]+")
_CLITICS = re.compile(r"^[وف]?(?:[بكل]?ال|لل)(?=\w{3})|^[وف](?=\w{4})")
_ENDINGS = re.compile(r"(?<=\w{3})(?:ات|ين|ون|ان|يه|ها|هم|ه|ي|ا)$")
_SHORTEST = 3  # letters of a stem that says anything; numbers always do
_AROUND = 8  # words on either side of a trigger
_SMALL = 200  # sentences that are thought to be there beside those of the corpus, so that of two not every word is common


def stems(text: str) -> frozenset[str]:
    """The words of a sentence without article, conjunction and endings; short ones are left out."""
    words = set(_WORD.findall(fold(text)))
    return frozenset(stem for word in words if len(stem := _stem(word)) >= _SHORTEST or word.isdecimal())


def stems_near(text: str, trigger: str) -> frozenset[str]:
    """The words on either side of a sentence's trigger, as `stems` gives them; none where it is not there."""
    before, found, after = text.partition(trigger) if trigger else ("", "", "")
    return stems(" ".join(before.split()[-_AROUND:] + after.split()[:_AROUND])) if found else frozenset()


def _stem(word: str) -> str:
    return _ENDINGS.sub("", _CLITICS.sub("", word))


class Weights:
    """How rare words are among the sentences of a corpus.

    Args:
        sentences: the words of each different sentence.
    """

    def __init__(self, sentences: Iterable[frozenset[str]]) -> None:
        self._count: Counter[str] = Counter()
        self._among = _SMALL
        for words in sentences:
            self._among += 1
            self._count.update(words)
        self._weight: dict[str, float] = {}

    def of(self, word: str) -> float:
        """The weight of a word: 1 of one that a single sentence has, less of a commoner one."""
        if (weight := self._weight.get(word)) is None:
            weight = math.log(self._among / (self._count[word] + 1)) / math.log(self._among / 2)
            self._weight[word] = weight
        return weight

    def share(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The weight of the words that both have, as a share of that of the shorter, 0 to 1."""
        lighter = min(self.sum(one), self.sum(other))
        return self.sum(one & other) / lighter if lighter else 0.0

    def cosine(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The cosine between two sets of words, 0 to 1."""
        both = one & other
        return self._square(both) / math.sqrt(self._square(one) * self._square(other)) if both else 0.0

    def sum(self, words: frozenset[str]) -> float:
        """The weight of all these words."""
        return math.fsum(map(self.of, words))

    def _square(self, words: frozenset[str]) -> float:
        return math.fsum(self.of(word) ** 2 for word in words)

    def rarest(self, words: Iterable[str], number: int) -> list[str]:
        """The rarest of some words, the rarest first; those of one sentence alone find no other, and are left out."""
        shared = [word for word in words if self._count[word] > 1]
        return sorted(shared, key=lambda word: (self._count[word], word))[:number]
