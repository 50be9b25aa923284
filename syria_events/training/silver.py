"""News tagged by an earlier entity tagger, made consistent over the whole corpus: more names than any gold text has.

A tagger misses a name in one sentence and finds it in a hundred others. So every name is given the label it has in most
of its occurrences in texts of the same topic (`ليون` is a club in reports of matches, else a town), wherever it occurs;
sentences with names the corpus does not agree on, tagged or not, are left out. Clubs and firms that are called by
common words are put where their topic is discussed. A tagger trained on these and the gold sentences knows many more
persons, clubs and firms than the one before.
"""

import random
from collections import Counter
from collections.abc import Callable

import numpy as np

from syria_events.training.entities import level, record
from syria_events.training.introduced import Introductions, Vector, find_organisations
from syria_events.training.mentions import spans
from syria_events.training.names import Found, Names, bounded
from syria_events.training.nertag import tag
from syria_events.training.news import read_news
from syria_events.training.workspace import SEED, Workspace

# how many-th paragraph of a topic is tagged: the gold text has little sport
EVERY = {"sport": 1, "business": 3, "": 9}
KEPT = 40_000  # sentences trained on
LENGTHS = range(6, 61)  # tokens


def prepare_silver(space: Workspace, teacher: str) -> list[list[dict[str, object]]]:
    """Sentences of news with the names of an entity tagger, as Stanza's trainer reads them.

    Args:
        space: the news, the vectors and the tagger.
        teacher: the tagger's name among the models.
    """
    introductions = Introductions()
    read: Counter[str] = Counter()
    chosen: list[tuple[str, list[str]]] = []
    for paragraph in read_news(space):
        introductions.read(paragraph)
        read[paragraph.topic] += 1
        if read[paragraph.topic] % EVERY[paragraph.topic] == 0:
            chosen += [(paragraph.topic, s) for s in paragraph.sentences() if len(s) in LENGTHS]
    chosen.sort(key=lambda sentence: len(sentence[1]))  # a batch of one length is tagged fastest
    sentences = tag(space, teacher, [sentence for _, sentence in chosen])
    topics = (topic for topic, _ in chosen)
    tagged = list(bounded(list(zip(topics, sentences, strict=True))))
    names = Names(tagged, find_organisations(introductions, tagged, _vectors(space)))
    made = [found for topic, sentence in tagged if (found := names.corrected(topic, sentence)) is not None]
    random.Random(SEED).shuffle(made)
    made.sort(key=lambda found: -_weight(found))  # stable: of equal weight at random
    return [record(found.sentence, 0) for found in made[:KEPT]]


def _vectors(space: Workspace) -> Callable[[str], Vector | None]:
    """The vectors of surface tokens, each of length 1."""
    from stanza.models.common.pretrain import Pretrain

    pretrain = Pretrain(str(space.surface))
    rows = np.asarray(pretrain.emb, dtype=np.float32)
    rows = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return lambda word: rows[pretrain.vocab[level(word)]] if level(word) in pretrain.vocab else None


def _weight(found: Found) -> int:
    """Sentences with introduced organisations first, then with organisations and persons: the gold text has too few."""
    labels = {label for _, _, label in spans(found.sentence)}
    return 2 * bool(found.introduced) + ("ORG" in labels) + ("PER" in labels)
