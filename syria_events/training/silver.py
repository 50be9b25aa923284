"""News tagged by a first entity tagger, made consistent over the whole corpus: more names than any gold text has.

A tagger misses a name in one sentence and finds it in a hundred others. So every name is given the label it has in most
of its occurrences in texts of the same topic (`ليون` is a club in reports of matches, else a town), wherever it occurs;
sentences with names the corpus does not agree on, tagged or not, are left out. Clubs and firms that are called by
common words are put where their topic is spoken of. A tagger trained on these and the gold sentences knows many more
persons, clubs and firms than the first.
"""

import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np

from syria_events.training.entities import level, record
from syria_events.training.introduced import CLITICS, NONE, Introductions, Organisations, Vector, find_organisations
from syria_events.training.mentions import Name, Sentence, spans
from syria_events.training.nertag import tag
from syria_events.training.news import read_news
from syria_events.training.workspace import SEED, Workspace

# how many-th paragraph of a topic is tagged: the gold text has little sport
EVERY = {"sport": 2, "business": 6, "": 18}
KEPT = 24_000  # sentences trained on
LENGTHS = range(6, 61)  # tokens
SEEN = 6  # occurrences from which the corpus is asked
AGREED = 0.8  # the share of a name's labels that must be one
NAMED = 0.5  # the share of its occurrences in which it must be a name
DOUBTFUL = 0.1  # the share from which an occurrence that was not tagged is none the less no plain word
LONGEST = 8  # tokens of a name that is looked for
BARE = 4  # letters of a name that is looked for behind a clitic

Tagged = tuple[str, Sentence]  # the topic of a paragraph, one of its sentences


def prepare_silver(space: Workspace) -> None:
    """Tag news with `ner_teacher.pt` and write ner.silver.json in the format of Stanza's entity tagger."""
    introductions = Introductions()
    read: Counter[str] = Counter()
    chosen: list[tuple[str, list[str]]] = []
    for paragraph in read_news(space):
        introductions.read(paragraph)
        read[paragraph.topic] += 1
        if read[paragraph.topic] % EVERY[paragraph.topic] == 0:
            chosen += [(paragraph.topic, s) for s in paragraph.sentences() if len(s) in LENGTHS]
    chosen.sort(key=lambda sentence: len(sentence[1]))  # a batch of one length is tagged fastest
    sentences = tag(space, "ner_teacher", [sentence for _, sentence in chosen])
    tagged = [(topic, sentence) for (topic, _), sentence in zip(chosen, sentences, strict=True)]
    organisations = find_organisations(introductions, tagged, _vectors(space))
    names = Names(tagged, organisations)
    made = [found for topic, sentence in tagged if (found := names.corrected(topic, sentence)) is not None]
    random.Random(SEED).shuffle(made)
    made.sort(key=lambda found: -_weight(found))  # stable: of equal weight at random
    rows = [record(found.sentence, 0) for found in made[:KEPT]]
    (space.data / "ner.silver.json").write_text(json.dumps(rows), encoding="utf-8")


def _vectors(space: Workspace) -> Callable[[str], Vector | None]:
    """The vectors of surface tokens, each of length 1."""
    from stanza.models.common.pretrain import Pretrain

    pretrain = Pretrain(str(space.surface))
    rows = np.asarray(pretrain.emb, dtype=np.float32)
    rows = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return lambda word: rows[pretrain.vocab[level(word)]] if level(word) in pretrain.vocab else None


_Known = tuple[str, Name]  # a name in a topic


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence with the labels the corpus agrees on, and how many introduced organisations it has."""

    sentence: Sentence
    introduced: int = 0


class Names:
    """What every name is called in most of its occurrences in sentences of a topic.

    Args:
        tagged: the tagged news.
        organisations: those that news introduces.
    """

    def __init__(self, tagged: list[Tagged], organisations: Organisations = NONE) -> None:
        self.organisations = organisations
        labels: defaultdict[_Known, Counter[str]] = defaultdict(Counter)
        for topic, sentence in tagged:
            for start, end, label in spans(sentence):
                labels[topic, _name(sentence, start, end)][label] += 1
        self.labels = {known: counts for known, counts in labels.items() if counts.total() >= SEEN}
        occurrences = Counter(known for topic, sentence in tagged for known in self._free(topic, sentence))
        self.label: dict[_Known, str] = {}
        self.doubtful: set[_Known] = set()
        for known, counts in self.labels.items():
            label, votes = counts.most_common(1)[0]
            named = counts.total() / max(occurrences[known], 1)
            if votes >= AGREED * counts.total() and named >= NAMED:
                self.label[known] = label
            elif named >= DOUBTFUL:
                self.doubtful.add(known)

    def _known(self, topic: str, sentence: Sentence) -> Iterator[tuple[int, int, _Known]]:
        """Every stretch of a sentence that is a name somewhere in its topic."""
        for start in range(len(sentence)):
            for end in range(start + 1, min(start + LONGEST, len(sentence)) + 1):
                known = topic, _name(sentence, start, end)
                if known in self.labels:
                    yield start, end, known

    def _behind_clitics(self, topic: str, sentence: Sentence) -> Iterator[tuple[int, int, _Known]]:
        """Every token that the corpus does not know, but would without its clitic: `ببغداد`, `للرياض`."""
        for i, (token, _) in enumerate(sentence):
            if (topic, (token,)) in self.labels:
                continue
            for clitic, replaced in CLITICS:
                bare = replaced + token.removeprefix(clitic)
                known = topic, (bare,)
                if token.startswith(clitic) and len(bare) >= BARE and known in self.label:
                    yield i, i + 1, known
                    break

    def _free(self, topic: str, sentence: Sentence) -> Iterator[_Known]:
        """The same but for stretches inside a longer name: `مدريد` in `ريال مدريد` is no town that was missed."""
        tagged = [(start, end) for start, end, _ in spans(sentence)]
        for start, end, known in self._known(topic, sentence):
            if not any(a <= start and end <= b and (a, b) != (start, end) for a, b in tagged):
                yield known

    def corrected(self, topic: str, sentence: Sentence) -> Found | None:
        """The sentence with the labels the corpus agrees on; None where it does not agree, or nothing is named."""
        found = {(start, end): label for start, end, label in spans(sentence)}
        introduced = self.organisations.place(topic, sentence, found)
        if introduced is None:
            return None
        for start, end in found:
            known = topic, _name(sentence, start, end)
            if (start, end) not in introduced and known in self.labels:
                if known not in self.label:
                    return None
                found[start, end] = self.label[known]
        missed = chain(self._known(topic, sentence), self._behind_clitics(topic, sentence))
        for start, end, known in sorted(missed, key=lambda stretch: stretch[0] - stretch[1]):
            if any(a < end and start < b for a, b in found):
                continue
            if known in self.doubtful:
                return None
            if known in self.label:
                found[start, end] = self.label[known]
        if not found:
            return None
        tags = ["O"] * len(sentence)
        for (start, end), label in found.items():
            tags[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 1)]
        return Found([(token, tag) for (token, _), tag in zip(sentence, tags, strict=True)], len(introduced))


def _name(sentence: Sentence, start: int, end: int) -> Name:
    return tuple(token for token, _ in sentence[start:end])


def _weight(found: Found) -> int:
    """Sentences with organisations and with persons first: they are what the gold text has too few of."""
    labels = {label for _, _, label in spans(found.sentence)}
    return 4 * bool(found.introduced) + 2 * ("ORG" in labels) + ("PER" in labels)
