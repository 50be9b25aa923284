"""What processors are asked once."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from stanza.models.common.doc import LEMMA, TEXT, UPOS
from stanza.models.common.vocab import CharVocab, CompositeVocab
from stanza.models.pos.vocab import MultiVocab

from syria_events.tagging.memory import remember_lemmas, remember_units


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


def test_letters_and_features_are_numbered_as_before() -> None:
    letters = CharVocab("كتاب", "ar")
    features = CompositeVocab([[["Gender=Masc|Number=Sing"]]], "ar", sep="|", keyed=True)
    plain = [letters.map(list("كتب")), features.unit2id("Gender=Masc"), features.id2unit([4, 2])]
    remember_units(SimpleNamespace(vocab=MultiVocab({"char": letters, "feats": features})))
    for _ in range(2):
        assert [letters.map(list("كتب")), features.unit2id("Gender=Masc"), features.id2unit([4, 2])] == plain
    assert features.map(["Gender=Masc", "_"]) == [plain[1], features.unit2id("_")]
