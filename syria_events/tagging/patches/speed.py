"""Stanza's processors made faster from outside, for the same output: nothing worked out that nobody asks for.

Only objects of the pipeline that is given are changed: another pipeline of the same process stays Stanza's own.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import torch
from stanza.models.common.char_model import CharacterModel
from stanza.models.common.utils import tensor_unsort
from stanza.models.common.vocab import VOCAB_PREFIX_SIZE
from stanza.models.depparse.head_constraints import (
    find_head_constraint_violations,
    resolve_head_constraint_violations,
)
from stanza.models.depparse.model import GraphParser
from torch.nn.utils.rnn import pack_sequence

from syria_events.tagging.patches.copies import copied
from syria_events.tagging.patches.memory import remember_expansions, remember_features, remember_lemmas
from syria_events.tagging.patches.trees import one_root_tree

_LENGTHS = 12  # the place of the sentences' lengths among what Stanza gives its parser
_mended = copied(resolve_head_constraint_violations, chuliu_edmonds_one_root=one_root_tree)


def make_fast(processors: Mapping[str, Any]) -> None:
    """Make the processors of a pipeline faster, each as it can be; they give what they gave."""
    for name, ways in _WAYS.items():
        for way in ways if name in processors else ():
            way(processors[name])


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
        return pack_sequence(tensor_unsort(told.data[kind], order).split(sentences))

    character_model.forward = forward


def decode_fast(processor: Any) -> None:
    """Let a parser find the best tree of a sentence as `one_root_tree` does."""
    model = processor.trainer.model
    if isinstance(model, GraphParser):
        model.decode_graph_predictions = copied(
            model.decode_graph_predictions,
            chuliu_edmonds_one_root=one_root_tree,
            resolve_head_constraint_violations=_mended,
        )


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
            tree, mended = _mended(table, every, tree, vocab)
            labels = vocab.unmap([label + VOCAB_PREFIX_SIZE for label in mended])
        return [[head, label] for head, label in zip(tree[1:], labels, strict=True)]

    model.predict = predict


def work_out_no_loss(processor: Any) -> None:
    """Let an entity tagger give its scores and transitions, without what only its training asks for."""
    for trainer in processor.trainers:
        for crit in trainer.model.crits:
            crit.forward = lambda *_, crit=crit: (0, crit._transitions)


_WAYS: dict[str, tuple[Callable[[Any], None], ...]] = {
    "mwt": (remember_expansions,),
    "pos": (remember_features, predict_no_letters, spell_once),
    "lemma": (remember_lemmas,),
    "depparse": (remember_features, predict_no_letters, spell_once, decode_fast, label_chosen_arcs),
    "ner": (predict_no_letters, work_out_no_loss),
}
