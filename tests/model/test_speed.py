"""What is made faster from outside gives what Stanza's own pipeline gives."""

from typing import Any

import pytest
import stanza

from syria_events.model import Article
from syria_events.plaintext import plain_text
from syria_events.tagging.patches import memory, repeats
from syria_events.tagging.pipeline import BATCHES, PROCESSORS, Tagger, cut_paragraphs, one_quote, open_pipeline
from syria_events.tagging.store import EMBEDDED

pytestmark = pytest.mark.model

DIFFERING = 0.001  # the share: scores that are equal but for rounding


def words(documents: list[Any]) -> list[tuple[Any, ...]]:
    """Every word with its tags."""
    sentences = [sentence for document in documents for sentence in document.sentences]
    return [(w.text, w.lemma, w.upos, w.xpos, w.feats, w.head, w.deprel) for s in sentences for w in s.words]


def names(documents: list[Any]) -> list[tuple[str, str]]:
    """Every token with its entity tag."""
    sentences = [sentence for document in documents for sentence in document.sentences]
    return [(token.text, token.ner) for sentence in sentences for token in sentence.tokens]


def differing(found: list[tuple[Any, ...]], expected: list[tuple[Any, ...]]) -> float:
    """The share of those that are not the same."""
    assert len(found) == len(expected) > 500
    return sum(one != other for one, other in zip(found, expected, strict=True)) / len(expected)


@pytest.fixture(scope="module")
def paragraphs(seeds: tuple[Article, ...]) -> list[str]:
    return [one_quote(p.text) for article in seeds for p in cut_paragraphs(0, plain_text(article.text).text)]


@pytest.fixture(scope="module")
def expected(paragraphs: list[str]) -> list[Any]:
    own = stanza.Pipeline(
        "ar", dir=str(EMBEDDED), processors=PROCESSORS, download_method=None, use_gpu=False, logging_level="ERROR",
        **BATCHES,
    )  # fmt: skip
    documents: list[Any] = own.bulk_process(paragraphs)
    return documents


def test_the_same_words_trees_and_names_as_stanza(paragraphs: list[str], expected: list[Any]) -> None:
    found = open_pipeline(EMBEDDED, PROCESSORS, repeats=False).bulk_process(paragraphs)
    assert differing(words(found), words(expected)) <= DIFFERING
    assert differing(names(found), names(expected)) <= DIFFERING


def test_the_same_names_as_stanza_where_repeats_weigh_nothing(
    paragraphs: list[str], expected: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline = open_pipeline(EMBEDDED, "tokenize,ner")
    moved = pipeline.bulk_process(paragraphs)
    monkeypatch.setattr(repeats, "WEIGHT", 0)
    found = pipeline.bulk_process(paragraphs)
    assert differing(names(found), names(expected)) <= DIFFERING
    assert 0 < differing(names(moved), names(found)) < 0.02


def test_what_is_forgotten_changes_nothing(seeds: tuple[Article, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    remembers = Tagger()
    expected = [doc for article in seeds[:3] for doc in remembers.tag([article])]
    monkeypatch.setattr(memory, "FULL", 1)
    forgets = Tagger()
    assert [doc for article in seeds[:3] for doc in forgets.tag([article])] == expected
