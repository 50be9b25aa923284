"""Stanza's processors made faster from outside, for the same output: nothing worked out twice, nothing padded far."""

from typing import Any

import torch
from stanza.models.common.vocab import VOCAB_PREFIX_SIZE
from stanza.models.depparse.head_constraints import (
    find_head_constraint_violations,
    resolve_head_constraint_violations,
)
from stanza.models.depparse.model import GraphParser

from syria_events.tagging.trees import one_root_tree

_LENGTHS = 12  # the place of the sentences' lengths among what Stanza gives its parser


def remember_expansions(processor: Any) -> None:
    """Let a multi-word token processor expand every token once in its life, and none its dictionary knows."""
    from stanza.models.mwt.data import DataLoader

    memory: dict[str, str] = {}
    trainer = processor.trainer

    def process(document: Any) -> Any:
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


def remember_features(processor: Any) -> None:
    """Let a tagger write out every combination of features once in its life, not once a word."""
    vocab = processor.vocab["feats"]
    write = vocab.id2unit
    memory: dict[tuple[int, ...], str] = {}

    def id2unit(ids: Any) -> str:
        key = tuple(ids)
        if key not in memory:
            memory[key] = write(ids)
        return memory[key]

    vocab.id2unit = id2unit


def sort_by_length(processor: Any) -> None:
    """Let a processor see the sentences of a document in order of length.

    Stanza's tagger and parser do so by themselves; its entity tagger takes them as they come.
    """
    process = processor.process

    def sorted_process(document: Any) -> Any:
        order = document.sentences
        document.sentences = sorted(order, key=lambda sentence: -len(sentence.tokens))
        try:
            process(document)
        finally:
            document.sentences = order
        document.build_ents()  # in the order of the text again
        return document

    processor.process = sorted_process


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
