"""How a mention stands in its sentence: the preposition before it, and the nouns between that govern it."""

from dataclasses import dataclass
from typing import TypeAlias

from syria_events.rules.sentence.index import Index
from syria_events.rules.values import Mention

_NOMINAL = frozenset(("NOUN", "ADJ", "X", "NUM", "DET"))
_MOST = 4  # nouns in a chain


@dataclass(frozen=True, slots=True)
class Standing:
    """How a mention stands in its sentence.

    Args:
        preposition: folded preposition before it or before the nouns that govern it; empty for none.
        nouns: ids of the nouns between that preposition and it, the nearest first (`موقف المعارضة`).
    """

    preposition: str
    nouns: tuple[int, ...]


Standings: TypeAlias = dict[Mention, Standing]


def standings(index: Index, mentions: tuple[Mention, ...], links: tuple[bool, ...], taken: frozenset[int]) -> Standings:
    """How every mention stands; coordinated ones stand like the first.

    Args:
        index: the sentence.
        mentions: in order.
        links: whether each of them but the last is coordinated with the next.
        taken: ids of words inside names and dates, which govern nothing (`منذ أيام القوات`).
    """
    found: Standings = {}
    for number, mention in enumerate(mentions):
        if number and links[number - 1]:
            found[mention] = found[mentions[number - 1]]
        else:
            found[mention] = _standing(index, mention, taken)
    return found


def _standing(index: Index, mention: Mention, taken: frozenset[int]) -> Standing:
    before = index.left(mention.first)
    nouns: list[int] = []
    while before and index.tag(before) in _NOMINAL and before not in taken:
        nouns.append(before)
        before = index.left(before)
        if len(nouns) == _MOST:
            break
    if before and index.tag(before) == "ADP":
        return Standing(index.form(before), tuple(nouns))
    if nouns and index.tag(nouns[0]) == "NOUN" and index.is_in(nouns[-1], "preposition_noun"):
        return Standing(index.form(nouns[-1]), tuple(nouns[:-1]))
    return Standing("", tuple(nouns))
