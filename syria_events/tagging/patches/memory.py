"""What Stanza's processors need not work out twice: each remembers its results over many articles.

A memory that is full is emptied: it fills again within a few articles, and no result depends on it.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import torch
from stanza.models.common.doc import LEMMA, TEXT, UPOS
from stanza.models.common.vocab import CompositeVocab

FULL = 20_000  # entries, some 6 MB; what one call asks for comes on top

_Told = TypeVar("_Told")


def remember_expansions(processor: Any) -> None:
    """Let a multi-word token processor expand a token once, as long as it remembers, and none its dictionary knows."""
    from stanza.models.mwt.data import DataLoader

    memory: dict[str, str] = {}
    trainer = processor.trainer

    def process(document: Any) -> Any:
        _make_room(memory)
        tokens = document.get_mwt_expansions(evaluation=True)
        new = sorted({token for token in tokens if token not in memory}, key=lambda token: (len(token), token))
        memory.update((token, told) for token in new if (told := trainer.dict_expansion(token)) is not None)
        unknown = [token for token in new if token not in memory]
        if unknown:
            batches = DataLoader(_Tokens(unknown), processor.config["batch_size"], processor.config,
                                 vocab=processor.vocab, evaluation=True, expand_unk_vocab=True)  # fmt: skip
            with torch.inference_mode():
                told = [e for b in batches.to_loader() for e in trainer.predict(b, True, True, batches.vocab)]
            memory.update(zip(unknown, told, strict=True))
        document.set_mwt_expansions([memory[token] for token in tokens], process_manual_expanded=False)
        return document

    processor.process = process


class _Tokens:
    """As much of a document as the loader of multi-word tokens asks for."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens

    def get_mwt_expansions(self, evaluation: bool) -> list[str]:  # noqa: ARG002  the loader gives it
        """All of them."""
        return self._tokens


def remember_lemmas(processor: Any) -> None:
    """Let a lemmatizer see a word with a part of speech once, as long as it remembers, not once an occurrence.

    Left as it is where it looks at the words around: Stanza has such for a few languages.
    """
    if processor.use_identity or processor.trainer.has_contextual_lemmatizers():
        return
    process = processor.process
    memory: dict[tuple[str, str], str] = {}

    def remembered(document: Any) -> Any:
        _make_room(memory)
        words = [(text, upos) for text, upos in document.get([TEXT, UPOS])]
        new = sorted({*words} - memory.keys(), key=lambda word: (len(word[0]), word))
        if new:
            memory.update(zip(new, process(_Words(new)).lemmas, strict=True))
        document.set([LEMMA], [memory[word] for word in words])
        return document

    processor.process = remembered


class _Words:
    """As much of a document as a lemmatizer asks for: words with their parts of speech, then their lemmas."""

    def __init__(self, words: list[tuple[str, str]]) -> None:
        self._words = words
        self.lemmas: list[str] = []

    def get(self, fields: list[str]) -> list[list[str | None]]:
        """The fields of every word."""
        return [[{TEXT: text, UPOS: upos}.get(field) for field in fields] for text, upos in self._words]

    def set(self, fields: list[str], lemmas: list[str]) -> None:  # noqa: ARG002  there is but one
        """Keep the lemmas."""
        self.lemmas = lemmas


def remember_features(processor: Any) -> None:
    """Let a processor turn a set of features into numbers, and back, once, as long as it remembers."""
    for name in processor.vocab.keys():  # noqa: SIM118  it cannot be iterated
        vocab = processor.vocab[name]
        if isinstance(vocab, CompositeVocab):
            vocab.unit2id = _remembered(vocab.unit2id, lambda unit: unit)
            vocab.id2unit = _remembered(vocab.id2unit, tuple)


def _remembered(function: Callable[[Any], _Told], key: Callable[[Any], Hashable]) -> Callable[[Any], _Told]:
    """A function of one value that is asked once for each."""
    memory: dict[Hashable, _Told] = {}

    def told(value: Any) -> _Told:
        known = key(value)
        if known not in memory:
            _make_room(memory)
            memory[known] = function(value)
        return memory[known]

    return told


def _make_room(memory: dict[Any, Any]) -> None:
    if len(memory) >= FULL:
        memory.clear()
