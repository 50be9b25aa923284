"""Clubs, firms and papers that are called by common words, which a tagger misses more often than it finds them.

`الهلال`, `أبل` and `الصن` are seldom tagged, or never. But news introduces them (`نادي الهلال`, `شركة أبل`, `صحيفة
الصن`); and of the words it introduces, those are names whose vectors are near the vectors of names a tagger is sure of.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from syria_events.training.mentions import Sentence, spans
from syria_events.training.news import Paragraph

# clitics that news writes onto names, and what each stands in the place of
CLITICS = (("لل", "ال"), ("و", ""), ("ف", ""), ("ب", ""), ("ل", ""))
_AT = frozenset("في مدينة بمدينة إلى من العاصمة بالعاصمة ملعب استاد مطار".split())  # a place follows
INTRODUCED = 2  # times
SHARE = 0.04  # of all the times a word is seen in its topic
DEFINITE = 3  # times a word with an article must be introduced by a noun that plain words seldom follow
SHORTEST = 3  # letters
ASKED = 5  # nearest sure names whose similarity counts
SURE = 4  # times a tagger must have called a word an organisation
AGREED = 0.8  # the share of its labels that must be that
_QUOTES = frozenset('"“”«»()')

Vector: TypeAlias = NDArray[np.float32]


def with_clitics(word: str) -> Iterator[str]:
    """A word as it stands and with the clitics that are written onto it."""
    yield word
    for clitic, replaced in (*CLITICS, ("ولل", "ال")):
        if word.startswith(replaced):
            yield clitic + word.removeprefix(replaced)


@dataclass(frozen=True)
class Kind:
    """A kind of organisation.

    Args:
        nouns: what introduces one; plain words seldom follow the first.
        near: the cosine to the nearest sure names from which a word is one.
        perhaps: the one from which a word with an article may be one, and may be a plain word in the next sentence.
    """

    nouns: tuple[str, ...]
    near: float
    perhaps: float = 1.0

    @cached_property
    def forms(self) -> Mapping[str, str]:
        """The nouns by their forms with clitics."""
        return {form: noun for noun in self.nouns for form in with_clitics(noun)}


KINDS = {
    "sport": Kind(("نادي", "فريق", "ناديي", "ناديه"), near=0.55, perhaps=0.45),
    "business": Kind(("شركة", "شركتي", "مجموعة"), near=0.7),
    "": Kind(("صحيفة", "جريدة", "قناة", "وكالة", "مجلة"), near=0.7),
}  # by topic
# nouns of places: `فريق العاصمة` is described so, not called
NO_NAMES = frozenset(form for noun in "العاصمة المدينة المنطقة الدولة الإمارة".split() for form in with_clitics(noun))
# what introduces organisations and is no part of their names, with clitics
INTRODUCING = frozenset(form for kind in KINDS.values() for form in kind.forms) - frozenset(with_clitics("وكالة"))


class Introductions:
    """How often words are introduced in paragraphs of a topic, and how often they are seen there."""

    def __init__(self) -> None:
        self.seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.introduced: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.surely: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def read(self, paragraph: Paragraph) -> None:
        """Count those of a paragraph."""
        kind = KINDS[paragraph.topic]
        tokens = [token for token in paragraph.tokens if token not in _QUOTES]
        self.seen[paragraph.topic].update(tokens)
        for form, word in pairwise(tokens):
            if (noun := kind.forms.get(form)) is not None:
                self.introduced[paragraph.topic][word] += 1
                self.surely[paragraph.topic][word] += noun == kind.nouns[0]


@dataclass(frozen=True, slots=True)
class Organisations:
    """Introduced organisations by topic, with every clitic.

    Args:
        sure: always one in their topic.
        perhaps: one in a sentence with a sure one; elsewhere nobody knows.
    """

    sure: Mapping[str, frozenset[str]] = field(default_factory=dict)
    perhaps: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def place(self, topic: str, sentence: Sentence, found: dict[tuple[int, int], str]) -> set[tuple[int, int]] | None:
        """Put the organisations of a sentence where nothing was found, or a place that is none.

        Args:
            topic: of the paragraph.
            sentence: its tokens.
            found: the labels of its names by first token and the one behind the last; changed.

        Returns:
            Where they are; None where a word may be one and may not.
        """
        sure, perhaps = (words.get(topic, frozenset()) for words in (self.sure, self.perhaps))
        taken = {i for start, end in found for i in range(start, end)}
        placed: set[tuple[int, int]] = set()
        doubtful = False
        several = any(token in sure for token, _ in sentence)
        for i, (token, _) in enumerate(sentence):
            here = i, i + 1
            at_place = i > 0 and sentence[i - 1][0] in _AT
            free = i not in taken or (found.get(here) in {"LOC", "MISC"} and not at_place)
            if (token in sure and free) or (token in perhaps and i not in taken and several):
                found[here] = "ORG"
                placed.add(here)
            doubtful |= token in perhaps and i not in taken and not several
        return None if doubtful else placed


NONE = Organisations()


def find_organisations(
    introductions: Introductions, tagged: Iterable[tuple[str, Sentence]], vector: Callable[[str], Vector | None]
) -> Organisations:
    """Which of the introduced words are names.

    Args:
        introductions: of all the news.
        tagged: topics of sentences, and what a tagger made of them.
        vector: the vector of a word, of length 1; None for one that has none.
    """
    labels: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for topic, sentence in tagged:
        for start, end, label in spans(sentence):
            if end == start + 1:
                labels[topic, sentence[start][0]][label] += 1
    sure, perhaps = {}, {}
    for topic, kind in KINDS.items():
        near = dict(_near(topic, introductions, labels, vector))
        sure[topic] = _forms(word for word, cosine in near.items() if cosine >= kind.near)
        between = (word for word, cosine in near.items() if kind.perhaps <= cosine < kind.near and _definite(word))
        perhaps[topic] = _forms(between)
    return Organisations(sure, perhaps)


def _near(
    topic: str,
    introductions: Introductions,
    labels: Mapping[tuple[str, str], Counter[str]],
    vector: Callable[[str], Vector | None],
) -> Iterator[tuple[str, float]]:
    """The introduced words of a topic, each with its cosine to the nearest sure names."""
    introduced = introductions.introduced[topic]
    known = [
        vector(word)
        for (where, word), told in labels.items()
        if where == topic and told["ORG"] >= max(SURE, AGREED * told.total()) and introduced[word] >= INTRODUCED
    ]
    names = np.array([name for name in known if name is not None])
    for word, times in introduced.items():
        if times < max(INTRODUCED, SHARE * introductions.seen[topic][word]) or len(word) < SHORTEST or not len(names):
            continue
        if word in NO_NAMES or (_definite(word) and introductions.surely[topic][word] < DEFINITE):
            continue
        told, own = labels.get((topic, word), Counter()), vector(word)
        if own is not None and told["PER"] + told["MISC"] <= 2 * told["ORG"]:
            yield word, float(np.sort(names @ own)[-ASKED:].mean())


def _definite(word: str) -> bool:
    return word.startswith("ال")


def _forms(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in with_clitics(word))
