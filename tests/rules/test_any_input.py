"""No input may raise in the rules: real sentences cut, shuffled and repeated, under any tree.

CI draws 200 examples of each; with `SYRIA_EVENTS_EXAMPLES=100000` in the environment as many as that are drawn.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from syria_events.lexicon import load
from syria_events.model import Article, Doc, Entity, Sentence, Word
from syria_events.rules.entities import find_entities
from syria_events.rules.events.finder import find_events
from syria_events.rules.prepare import prepare
from syria_events.rules.sentence.standing import Standing
from syria_events.rules.unknown import find_missing
from syria_events.tagging.conllu import read_conllu

CASES = Path(__file__).parents[1] / "cases"
FINDERS: tuple[Callable[..., object], ...] = (find_events, find_entities, find_missing)
anything = settings(
    max_examples=int(os.environ.get("SYRIA_EVENTS_EXAMPLES", "200")),
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@cache
def real() -> tuple[tuple[Word, ...], ...]:
    """The sentences of the case files."""
    docs = (read_conllu(file.read_text(encoding="utf-8")) for file in sorted(CASES.rglob("*.conllu")))
    return tuple(sentence.words for doc in docs for sentence in doc.sentences)


@cache
def pool() -> tuple[Word, ...]:
    return tuple(word for words in real() for word in words)


@st.composite
def sentences(draw: st.DrawFn) -> list[Word]:
    """Words of real sentences in any order, with any heads: those of their sentence, or whatever is drawn."""
    words = list(draw(st.sampled_from(real())))
    match draw(st.sampled_from(("whole", "cut", "shuffled", "repeated", "mixed", "invented"))):
        case "cut":
            first = draw(st.integers(0, len(words) - 1))
            words = words[first : draw(st.integers(first + 1, len(words)))]
        case "shuffled":
            words = draw(st.permutations(words))
        case "repeated":
            words = (words * draw(st.integers(2, 4)))[:120]
        case "mixed":
            at = draw(st.integers(0, len(words)))
            words = words[:at] + list(draw(st.sampled_from(real()))) + words[at:]
        case "invented":
            words = draw(st.lists(st.sampled_from(pool()), min_size=1, max_size=30))
    if draw(st.booleans()):  # other tags
        for i in draw(st.lists(st.integers(0, len(words) - 1), max_size=6)):
            other = draw(st.sampled_from(pool()))
            words[i] = replace(words[i], upos=other.upos, feats=other.feats, deprel=other.deprel, lemma=other.lemma)
    count = len(words)
    heads = draw(st.lists(st.integers(0, count), min_size=count, max_size=count)) if draw(st.booleans()) else None
    return [
        replace(word, id=i, head=heads[i - 1] if heads else min(word.head, count)) for i, word in enumerate(words, 1)
    ]


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    text = ""
    made: list[Sentence] = []
    for words in draw(st.lists(sentences(), min_size=1, max_size=4)):
        placed = []
        start = len(text)
        for word in words:
            # a clitic is written as one with the word behind it, and both have the token's offsets
            joined = word.clitic and placed and placed[-1].clitic and draw(st.booleans())
            begin = placed[-1].start if joined else len(text)
            text += word.text if joined else ("" if len(text) == start else " ") + word.text
            begin += not joined and len(placed) > 0
            placed.append(replace(word, start=begin, end=len(text)))
        ends = {word.start: word.end for word in placed}
        placed = [replace(word, end=ends[word.start]) for word in placed]
        made.append(Sentence(len(made), start, len(text), tuple(placed), len(made)))
        text += draw(st.sampled_from((" ", "\n")))
    tokens = [word for sentence in made for word in sentence.words]
    entities = []
    for i in sorted(draw(st.sets(st.integers(0, len(tokens) - 1), max_size=5))):
        last = tokens[min(len(tokens) - 1, i + draw(st.integers(0, 3)))]
        kind = draw(st.sampled_from(("PER", "ORG", "LOC", "DATE", "MISC")))
        entities.append(Entity(kind, tokens[i].start, last.end, text[tokens[i].start : last.end]))
    published = draw(st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1)))
    return Doc(Article("any", text, published), tuple(made), tuple(entities))


@anything
@given(doc=docs())
def test_no_sentence_fails_the_rules(doc: Doc) -> None:
    for find in FINDERS:
        find(doc, load())


@pytest.mark.parametrize("find", FINDERS, ids=lambda find: find.__name__)
def test_a_sentence_may_end_anywhere(find: Callable[..., object]) -> None:
    beginnings = (words[:count] for words in real() for count in range(1, len(words)))
    for words in beginnings:
        kept = tuple(replace(word, head=word.head if word.head <= len(words) else 0) for word in words)
        text = " " * kept[0].start + " ".join(word.text for word in kept)
        text = text.ljust(max(word.end for word in kept))
        find(Doc(Article("cut", text), (Sentence(0, kept[0].start, kept[-1].end, kept),)), load())


def test_a_party_of_another_sentence_stands_behind_nothing_here() -> None:
    file = next(file for file in sorted(CASES.rglob("*.conllu")) if file.parent.name == "verbs-vso")
    clause = prepare(read_conllu(file.read_text(encoding="utf-8")), load()).clauses[0]
    assert clause.standing(replace(clause.mentions[0], sentence=99)) == Standing("", ())
