"""Word vectors of surface tokens, for the entity tagger: one vector for all the spellings of a token.

Newsrooms write or drop hamza, the dots of a final ya and those of ta marbuta. Vectors learnt from
the text as it stands are poor for every spelling but the commonest; here the text is levelled first
and every spelling that occurs is given the vector of its level form. Two thirds of a vector are learnt
from the words around, which tell what a word is about, a third from those next to it, which tell what
kind of word it is. They are stored in half precision; the entity tagger widens them when it loads them.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import islice

import numpy as np

from syria_events.training.entities import level
from syria_events.training.vectors import learn, paragraphs, save
from syria_events.training.workspace import Workspace

# dimensions by the words to each side that are learnt from
DIMENSIONS = {5: 100, 2: 50}
EPOCHS = 5
LEVEL_FORMS = 100_000  # of which vectors are learnt
SPELLINGS = 117_000  # of which vectors are kept


def train_surface_vectors(space: Workspace) -> None:
    """Train the vectors and save them in Stanza's pretrain format."""
    corpus = space.data / "surface.txt"
    counts: Counter[str] = Counter()
    with corpus.open("w", encoding="utf-8") as file:
        for tokens in paragraphs(space, None):
            counts.update(tokens)
            file.write(level(" ".join(tokens)) + "\n")
    parts = [
        learn(corpus, dimensions=dimensions, window=window, epochs=EPOCHS, vocabulary=LEVEL_FORMS)
        for window, dimensions in DIMENSIONS.items()
    ]
    spellings = ((token, form) for token in _spellings(counts) if (form := level(token)) in parts[0])
    kept = dict(islice(spellings, SPELLINGS))
    forms = list(dict.fromkeys(kept.values()))
    save(space.surface, forms, [np.concatenate([part[form] for part in parts]) for form in forms], "float16", kept)


def _spellings(counts: Counter[str]) -> Iterable[str]:
    """Every token that occurs and its level form, the most frequent first."""
    forms = counts.copy()
    for token, count in counts.items():
        if (plain := level(token)) != token:
            forms[plain] += count
    return (token for token, _ in forms.most_common())
