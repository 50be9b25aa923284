"""What is made faster from outside gives what Stanza's own pipeline gives."""

from typing import Any

import pytest
import stanza

from syria_events.model import Article
from syria_events.tagging.pipeline import BATCHES, PROCESSORS, cut_paragraphs, open_pipeline, plain
from syria_events.tagging.store import EMBEDDED

pytestmark = pytest.mark.model

DIFFERING = 0.001  # of the words: scores that are equal but for rounding


def words(documents: list[Any]) -> list[tuple[Any, ...]]:
    """Every word with its tags, and every token with its entity tag."""
    sentences = [sentence for document in documents for sentence in document.sentences]
    tagged = [(w.text, w.lemma, w.upos, w.xpos, w.feats, w.head, w.deprel) for s in sentences for w in s.words]
    return tagged + [(token.text, token.ner) for sentence in sentences for token in sentence.tokens]


def test_the_same_words_trees_and_names_as_stanza(seeds: tuple[Article, ...]) -> None:
    paragraphs = [plain(p.text) for article in seeds for p in cut_paragraphs(0, article)]
    own = stanza.Pipeline(
        "ar", dir=str(EMBEDDED), processors=PROCESSORS, download_method=None, use_gpu=False, logging_level="ERROR",
        **BATCHES,
    )  # fmt: skip
    expected = words(own.bulk_process(paragraphs))
    found = words(open_pipeline(EMBEDDED, PROCESSORS).bulk_process(paragraphs))
    assert len(found) == len(expected) > 1000
    assert sum(one != other for one, other in zip(found, expected, strict=True)) <= DIFFERING * len(expected)
