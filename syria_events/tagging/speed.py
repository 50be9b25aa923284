"""Stanza's processors made faster from outside, for the same output: nothing worked out that nobody asks for."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from types import SimpleNamespace
from typing import Any

import numpy as np
import torch
from stanza.models.common import utils
from stanza.models.common.char_model import CharacterModel
from stanza.models.common.data import get_long_tensor
from stanza.models.common.vocab import PAD_ID, VOCAB_PREFIX_SIZE
from stanza.models.depparse import data as depparse_data
from stanza.models.depparse.head_constraints import (
    find_head_constraint_violations,
    resolve_head_constraint_violations,
)
from stanza.models.depparse.model import GraphParser
from stanza.models.ner import data as ner_data
from stanza.models.ner import model as ner_model
from stanza.models.pos import data as pos_data
from torch.nn.utils.rnn import pack_sequence

from syria_events.tagging.memory import remember_expansions, remember_features, remember_lemmas
from syria_events.tagging.trees import one_root_tree, use_fast_decoder

_LENGTHS = 12  # the place of the sentences' lengths among what Stanza gives its parser


def make_fast(processors: Mapping[str, Any]) -> None:
    """Make the processors of a pipeline faster, each as it can be; they give what they gave."""
    use_fast_decoder()
    pad_at_once()
    for name, ways in _WAYS.items():
        for way in ways if name in processors else ():
            way(processors[name])


@contextmanager
def no_optimizers() -> Iterator[None]:
    """Stanza makes an optimizer for every model it loads; at the first, torch loads its compiler, for seconds."""
    make = utils.dispatch_optimizer
    utils.dispatch_optimizer = lambda *_, **__: SimpleNamespace(param_groups=[])
    try:
        yield
    finally:
        utils.dispatch_optimizer = make


@contextmanager
def no_collection() -> Iterator[None]:
    """Python's search for circles of garbage put off: it would go through a growing document again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def predict_no_letters(processor: Any) -> None:
    """Let a tagger's character models give what they know of a word, without also guessing the next letter."""
    for direction in ("forward", "backward"):
        character_model = getattr(processor.trainer.model, f"charmodel_{direction}", None)
        if character_model is not None:
            character_model.decoder = torch.nn.Identity()


def spell_once(processor: Any) -> None:
    """Let a character model read the words of a batch that are spelled alike together."""
    character_model = getattr(processor.trainer.model, "charmodel", None)
    if not isinstance(character_model, CharacterModel) or character_model.pad:
        return
    read = character_model.forward

    def forward(letters: Any, padding: Any, order: list[int], sentences: list[int], lengths: list[int]) -> Any:
        kinds: dict[tuple[int, ...], int] = {}
        kind = [kinds.setdefault(tuple(word), len(kinds)) for word in letters.tolist()]
        first = np.unique(kind, return_index=True)[1].tolist()  # from the longest to the shortest, as they came
        told = read(letters[first], padding[first], range(len(first)), [len(first)], [lengths[i] for i in first])
        return pack_sequence(utils.tensor_unsort(told.data[kind], order).split(sentences))

    character_model.forward = forward


def pad_at_once() -> None:
    """Let Stanza's processors in this process make a tensor of a batch in one go, not row by row."""
    for module in (pos_data, depparse_data, ner_data, ner_model):
        module.get_long_tensor = padded


def padded(rows: list[list[Any]], batch_size: int, pad_id: int = PAD_ID) -> torch.Tensor:
    """Rows of numbers, padded behind."""
    if batch_size != len(rows) or isinstance(next(chain.from_iterable(rows), None), list):
        return get_long_tensor(rows, batch_size, pad_id)
    lengths = np.fromiter(map(len, rows), dtype=np.int64, count=batch_size)
    tensor = np.full((batch_size, lengths.max()), pad_id, dtype=np.int64)
    tensor[np.arange(lengths.max()) < lengths[:, None]] = np.fromiter(chain.from_iterable(rows), dtype=np.int64)
    return torch.from_numpy(tensor)


def label_chosen_arcs(processor: Any) -> None:
    """Let a parser score the labels of the arcs of its tree only; Stanza's scores those of every pair of words.

    All pairs of a sentence are scored where its tree gives a head two subjects or two objects: Stanza mends it by them.
    """
    model = processor.trainer.model
    if not isinstance(model, GraphParser) or model.args.get("use_arc_embedding"):
        return
    scorer = model.deprel.scorer
    vocab = model.vocab["deprel"]

    def predict(*inputs: Any, resolve_head_constraints: bool = False) -> list[list[list[Any]]]:
        pairs: list[tuple[torch.Tensor, torch.Tensor]] = []

        def wait(dependents: torch.Tensor, governors: torch.Tensor) -> torch.Tensor:
            pairs.append((dependents, governors))
            return dependents.new_zeros(*dependents.shape[:2], governors.shape[1], 1)

        scorer.forward = wait
        try:
            _, (arcs, *_) = model(*inputs)
        finally:
            del scorer.forward
        lengths = inputs[_LENGTHS]
        ((dependents, governors),) = pairs
        sentences = zip(arcs, dependents, governors, lengths, strict=True)
        return [parse(table[:n, :n], d[:n], g[:n], resolve_head_constraints) for table, d, g, n in sentences]

    def parse(table: Any, dependents: torch.Tensor, governors: torch.Tensor, mend: bool) -> list[list[Any]]:
        tree = one_root_tree(table)
        own = governors[torch.from_numpy(tree[1:])]
        chosen = scorer(dependents[1:].unsqueeze(1), own.unsqueeze(1)).flatten(0, 2).argmax(1)
        labels = vocab.unmap((chosen + VOCAB_PREFIX_SIZE).tolist())
        if mend and find_head_constraint_violations(tree, labels):
            every = torch.log_softmax(scorer(dependents.unsqueeze(0), governors.unsqueeze(0))[0], 2).numpy()
            tree, mended = resolve_head_constraint_violations(table, every, tree, vocab)
            labels = vocab.unmap([label + VOCAB_PREFIX_SIZE for label in mended])
        return [[head, label] for head, label in zip(tree[1:], labels, strict=True)]

    model.predict = predict


_WAYS: dict[str, tuple[Callable[[Any], None], ...]] = {
    "mwt": (remember_expansions,),
    "pos": (remember_features, predict_no_letters, spell_once),
    "lemma": (remember_lemmas,),
    "depparse": (remember_features, predict_no_letters, spell_once, label_chosen_arcs),
    "ner": (remember_features, predict_no_letters),
}
