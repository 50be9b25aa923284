"""What is made faster from outside gives what Stanza's own pipeline gives."""

from typing import Any

import pytest
import stanza
from stanza.models.common.doc import Document

from syria_events.model import Article
from syria_events.tagging import repeats
from syria_events.tagging.pipeline import BATCHES, PROCESSORS, cut_paragraphs, open_pipeline, plain
from syria_events.tagging.store import EMBEDDED

pytestmark = pytest.mark.model

DIFFERING = 0.001  # of the words: scores that are equal but for rounding


def words(documents: list[Any]) -> list[tuple[Any, ...]]:
    """Every word with its tags, and every token with its entity tag."""
    sentences = [sentence for document in documents for sentence in document.sentences]
    tagged = [(w.text, w.lemma, w.upos, w.xpos, w.feats, w.head, w.deprel) for s in sentences for w in s.words]
    return tagged + [(token.text, token.ner) for sentence in sentences for token in sentence.tokens]


@pytest.fixture(scope="module")
def paragraphs(seeds: tuple[Article, ...]) -> list[str]:
    return [plain(p.text) for article in seeds for p in cut_paragraphs(0, article)]


@pytest.fixture(scope="module")
def expected(paragraphs: list[str]) -> list[tuple[Any, ...]]:
    own = stanza.Pipeline(
        "ar", dir=str(EMBEDDED), processors=PROCESSORS, download_method=None, use_gpu=False, logging_level="ERROR",
        **BATCHES,
    )  # fmt: skip
    return words(own.bulk_process(paragraphs))


def test_the_same_words_trees_and_names_as_stanza(paragraphs: list[str], expected: list[tuple[Any, ...]]) -> None:
    found = words(open_pipeline(EMBEDDED, PROCESSORS, repeats=False).bulk_process(paragraphs))
    assert len(found) == len(expected) > 1000
    assert differing(found, expected) <= DIFFERING * len(expected)


def test_the_same_names_as_stanza_where_repeats_weigh_nothing(
    paragraphs: list[str], expected: list[tuple[Any, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    weighed = open_pipeline(EMBEDDED, PROCESSORS)
    moved = words(weighed.bulk_process([Document([], text=text) for text in paragraphs]))
    monkeypatch.setattr(repeats, "WEIGHT", 0)
    found = words(weighed.bulk_process([Document([], text=text) for text in paragraphs]))
    assert differing(found, expected) <= DIFFERING * len(expected)
    assert 0 < differing(moved, expected) < 0.02 * len(expected)


def differing(found: list[tuple[Any, ...]], expected: list[tuple[Any, ...]]) -> int:
    return sum(one != other for one, other in zip(found, expected, strict=True))
