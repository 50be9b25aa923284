"""Spellings of several words, found in a sequence of words in one walk: a trie of folded words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from typing import Generic, TypeVar

from syria_events.normalize import fold

T = TypeVar("T")
_SEGMENTATIONS = 8  # of one spelling; enough for three words with a clitic


class _Node(Generic[T]):
    """What may follow the words up to here, and the values of the spelling that ends with them."""

    __slots__ = ("next", "values")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] | None = None
        self.values: list[T] | None = None


class Phrases(Generic[T]):
    """Values by folded spellings of one or more words, found longest first at a position of a word sequence.

    Args:
        pairs: spellings and their values; of one spelling, the values stay in this order.
    """

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        self._first: dict[str, _Node[T]] = {}
        for spelling, value in pairs:
            for words in _segmentations(spelling):
                self._add(words, value)

    def _add(self, words: tuple[str, ...], value: T) -> None:
        node = _below(self._first, words[0])
        for word in words[1:]:
            if node.next is None:
                node.next = {}
            node = _below(node.next, word)
        if node.values is None:
            node.values = []
        node.values.append(value)

    def at(self, words: Sequence[str], i: int) -> tuple[int, T] | None:
        """The end index and the first value of the longest spelling that starts at word `i`; None past the end."""
        node = self._first.get(words[i]) if i < len(words) else None
        found = None
        while node is not None:
            i += 1
            if node.values is not None:
                found = i, node.values[0]
            node = node.next.get(words[i]) if node.next is not None and i < len(words) else None
        return found

    def all_at(self, words: Sequence[str], i: int) -> Iterator[tuple[int, T]]:
        """The end index and value of every spelling that starts at word `i`, the longest first; none past the end."""
        node = self._first.get(words[i]) if i < len(words) else None
        found: list[tuple[int, T]] = []
        while node is not None:
            i += 1
            if node.values is not None:
                found[:0] = [(i, value) for value in node.values]
            node = node.next.get(words[i]) if node.next is not None and i < len(words) else None
        return iter(found)

    def __iter__(self) -> Iterator[tuple[tuple[str, ...], T]]:
        """Every spelling as folded words, with each of its values."""
        stack: list[tuple[tuple[str, ...], _Node[T]]] = [
            ((word,), node) for word, node in reversed(self._first.items())
        ]
        while stack:
            words, node = stack.pop()
            yield from ((words, value) for value in node.values or ())
            stack += [((*words, word), below) for word, below in reversed((node.next or {}).items())]


def _walk(before: tuple[str, ...], nodes: dict[str, _Node[T]]) -> Iterator[tuple[tuple[str, ...], T]]:
    for word, node in nodes.items():
        words = (*before, word)
        yield from ((words, value) for value in node.values or ())
        yield from _walk(words, node.next or {})


def _below(nodes: dict[str, _Node[T]], word: str) -> _Node[T]:
    node = nodes.get(word)
    if node is None:
        node = nodes[word] = _Node()
    return node


def _segmentations(spelling: str) -> Iterator[tuple[str, ...]]:
    """The folded words of a spelling, as written and with the clitics inside it apart.

    The tagger sees `الأمين العام ل الأمم المتحدة` where the press writes `للأمم`.
    """
    first, *rest = fold(spelling).split()
    if not rest:
        yield (first,)
        return
    options = [[(word,), *_split_clitic(word)] for word in rest]
    for choice in islice(product(*options), _SEGMENTATIONS):
        yield (first, *(piece for pieces in choice for piece in pieces))


def _split_clitic(word: str) -> list[tuple[str, ...]]:
    if word.startswith("لل") and len(word) > 4:
        return [("ل", "ال" + word[2:])]
    if word[0] in "ولبك" and len(word) > 3:  # `ف` opens clauses, never the word of a name
        return [(word[0], word[1:])]
    return []
