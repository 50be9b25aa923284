"""Which pairs of tellings are worth comparing: never all of them.

Every telling has a few keys: both sides with a family of its root; a side with the family; and these with a rare word of the
sentence or a word of the place. Among those of one key, sorted by day, each is compared with the next few (sorted neighbourhoods:
Hernández and Stolfo, SIGMOD 1995). So the work grows with the number of tellings, however many tell of one day or place.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from hashlib import blake2b

from syria_events.stories.corpus import Corpus
from syria_events.stories.families import families
from syria_events.stories.tellings import Telling

WINDOW = 40  # tellings of one key that each is compared with
_RARE = 6  # words of a sentence that are keys


def pairs(corpus: Corpus) -> Iterator[tuple[int, int]]:
    """The numbers of two tellings of different articles that may be of one event, each pair once."""
    tellings = corpus.tellings
    ordered = sorted(range(len(tellings)), key=lambda number: (tellings[number].day, number))
    blocks: dict[int, list[int]] = defaultdict(list)
    for number in ordered:
        for key in _keys(tellings[number], corpus):
            blocks[key].append(number)
    passed: Counter[int] = Counter()
    for one in ordered:  # in the order of the blocks, so that a pair is met only from its first telling
        met: set[int] = set()
        for key in _keys(tellings[one], corpus):
            passed[key] += 1
            met.update(blocks[key][passed[key] : passed[key] + WINDOW])
        for other in sorted(met):
            if tellings[one].doc != tellings[other].doc:
                yield (one, other) if one < other else (other, one)


def _keys(telling: Telling, corpus: Corpus) -> set[int]:
    sides = {telling.actor.side, telling.target.side if telling.is_symmetric else ""} - {""}
    words = sorted(telling.place) + corpus.weights.rarest(telling.words, _RARE)
    both = sorted((telling.actor.side, telling.target.side))
    found = set()
    for family in sorted(families(telling.root)):
        found.add(_key(family, *both))
        found.update(_key(family, side) for side in sides)
        found.update(_key(family, side, word, "word") for side in sides for word in words)
    return found


def _key(*parts: str) -> int:
    """A key as a number, which takes less memory: a million tellings have some ten million of them."""
    return int.from_bytes(blake2b("\x1f".join(parts).encode(), digest_size=8).digest())
