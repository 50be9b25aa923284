"""What processors are asked once."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from stanza.models.common.doc import LEMMA, TEXT, UPOS
from stanza.models.common.vocab import CompositeVocab
from stanza.models.pos.vocab import MultiVocab

from syria_events.tagging.patches import memory
from syria_events.tagging.patches.memory import remember_expansions, remember_features, remember_lemmas


class Words:
    """A document of words."""

    def __init__(self, *words: tuple[str, str]) -> None:
        self.words = words
        self.lemmas: Sequence[str] = ()

    def get(self, fields: list[str]) -> list[list[str]]:
        assert fields == [TEXT, UPOS]
        return [list(word) for word in self.words]

    def set(self, fields: list[str], lemmas: list[str]) -> None:
        assert fields == [LEMMA]
        self.lemmas = lemmas


class Lemmatizer:
    """As much of Stanza's processor as is used: it counts what it is asked."""

    use_identity = False

    def __init__(self, contextual: bool = False) -> None:
        self.asked: list[list[str | None]] = []
        self.trainer = SimpleNamespace(has_contextual_lemmatizers=lambda: contextual)

    def process(self, document: Any) -> Any:
        words = document.get([TEXT, UPOS])
        self.asked += words
        document.set([LEMMA], [f"{text}/{upos}" for text, upos in words])
        return document


def test_a_word_is_lemmatised_once_for_every_part_of_speech() -> None:
    lemmatizer = Lemmatizer()
    remember_lemmas(lemmatizer)
    for _ in range(2):
        document = Words(("كتب", "VERB"), ("كتب", "NOUN"), ("كتب", "VERB"))
        assert lemmatizer.process(document) is document
        assert document.lemmas == ["كتب/VERB", "كتب/NOUN", "كتب/VERB"]
    assert sorted(lemmatizer.asked) == [["كتب", "NOUN"], ["كتب", "VERB"]]


def test_a_lemmatizer_that_looks_around_is_left_as_it_is() -> None:
    lemmatizer = Lemmatizer(contextual=True)
    remember_lemmas(lemmatizer)
    lemmatizer.process(Words(("كتب", "VERB"), ("كتب", "VERB")))
    assert len(lemmatizer.asked) == 2


def test_features_are_numbered_as_before() -> None:
    features = CompositeVocab([[["Gender=Masc|Number=Sing"]]], "ar", sep="|", keyed=True)
    plain = [features.unit2id("Gender=Masc"), features.id2unit([4, 2])]
    remember_features(SimpleNamespace(vocab=MultiVocab({"feats": features})))
    for _ in range(2):
        assert [features.unit2id("Gender=Masc"), features.id2unit([4, 2])] == plain
    assert features.map(["Gender=Masc", "_"]) == [plain[0], features.unit2id("_")]


def test_a_full_memory_of_lemmas_is_emptied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "FULL", 2)
    lemmatizer = Lemmatizer()
    remember_lemmas(lemmatizer)
    for text in ("كتب", "قال", "كتب", "زار", "كتب"):
        document = Words((text, "VERB"), ("في", "ADP"))
        lemmatizer.process(document)
        assert document.lemmas == [f"{text}/VERB", "في/ADP"]
    assert [text for text, _ in lemmatizer.asked].count("في") == 5


def test_a_full_memory_of_expansions_is_emptied(monkeypatch: pytest.MonkeyPatch) -> None:
    class Tokens:
        """A document of one multi-word token."""

        def __init__(self, token: str) -> None:
            self.tokens = [token]

        def get_mwt_expansions(self, evaluation: bool) -> list[str]:
            assert evaluation
            return self.tokens

        def set_mwt_expansions(self, expansions: list[str], process_manual_expanded: bool) -> None:
            assert not process_manual_expanded
            self.tokens = expansions

    monkeypatch.setattr(memory, "FULL", 2)
    asked: list[str] = []

    def expand(token: str) -> str:
        asked.append(token)
        return " ".join(token)

    processor: Any = SimpleNamespace(trainer=SimpleNamespace(dict_expansion=expand))
    remember_expansions(processor)
    for token in ("به", "له", "به", "منه", "له"):
        assert processor.process(Tokens(token)).tokens == [" ".join(token)]
    assert asked == ["به", "له", "به", "منه", "له"]


def test_a_full_memory_of_features_is_emptied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "FULL", 2)
    asked: list[int] = []

    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    told = memory._remembered(double, int)
    assert [told(number) for number in (1, 1, 2, 2, 3, 3, 1)] == [2, 2, 4, 4, 6, 6, 2]
    assert asked == [1, 2, 3, 1]
