"""Shortcuts that give what the long way gives."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from stanza.models.common.char_model import CharacterModel
from stanza.models.common.crf import CRFLoss
from stanza.models.common.vocab import VOCAB_PREFIX_SIZE
from stanza.models.depparse.model import GraphParser
from torch.nn.utils.rnn import PackedSequence

from syria_events.tagging.patches.speed import decode_fast, predict_no_letters, spell_once, work_out_no_loss

LETTERS = 12


def character_model() -> CharacterModel:
    torch.manual_seed(0)
    options = {"char_emb_dim": 5, "char_hidden_dim": 6, "char_num_layers": 1, "dropout": 0.3, "char_rec_dropout": 0}
    return CharacterModel(options, {"char": range(LETTERS)}).eval()


def words() -> tuple[Any, ...]:
    """Two sentences of five words with two that are spelled alike: letters, from the longest, and their places."""
    letters = torch.tensor([[3, 4, 5], [3, 4, 5], [6, 7, 8], [9, 10, 0], [3, 0, 0]])
    return letters, letters == 0, [4, 0, 2, 1, 3], [3, 2], [3, 3, 3, 2, 1]


def test_words_spelled_alike_are_read_together() -> None:
    slow, fast = character_model(), character_model()
    read: list[int] = []
    inner = fast.forward

    def counted(letters: torch.Tensor, *rest: Any) -> PackedSequence:
        read.append(len(letters))
        return inner(letters, *rest)

    fast.forward = counted
    spell_once(SimpleNamespace(trainer=SimpleNamespace(model=SimpleNamespace(charmodel=fast))))
    with torch.inference_mode():
        expected, found = slow(*words()), fast(*words())
    assert torch.allclose(found.data, expected.data, atol=1e-6)
    assert found.batch_sizes.equal(expected.batch_sizes)
    assert read == [4]


def test_a_model_without_characters_is_left_as_it_is() -> None:
    processor = SimpleNamespace(trainer=SimpleNamespace(model=SimpleNamespace()))
    spell_once(processor)
    predict_no_letters(processor)
    assert vars(processor.trainer.model) == {}


def test_character_models_guess_no_letters() -> None:
    character = SimpleNamespace(decoder=torch.nn.Linear(2, 3))
    model = SimpleNamespace(charmodel_forward=character, charmodel_backward=None)
    predict_no_letters(SimpleNamespace(trainer=SimpleNamespace(model=model)))
    assert character.decoder(torch.ones(2)).tolist() == [1, 1]


def test_an_entity_tagger_works_out_no_loss() -> None:
    crit = CRFLoss(3)
    model = SimpleNamespace(crits=[crit])
    work_out_no_loss(SimpleNamespace(trainers=[SimpleNamespace(model=model)]))
    assert crit(torch.ones(1, 2, 3), None, None) == (0, crit._transitions)


LABELS = ("nsubj", "obj", "csubj", "obl")
LENGTH = 9


@pytest.mark.parametrize("mend", [False, True])
def test_a_parser_decodes_as_before(mend: bool) -> None:
    parser = GraphParser.__new__(GraphParser)
    torch.nn.Module.__init__(parser)
    decode_fast(SimpleNamespace(trainer=SimpleNamespace(model=parser)))
    vocab = SimpleNamespace(unmap=lambda ids: [LABELS[number - VOCAB_PREFIX_SIZE] for number in ids])
    rng = np.random.default_rng(1)
    changed = []
    for _ in range(20):
        arcs, labels = rng.normal(size=(1, LENGTH, LENGTH)), rng.normal(size=(1, LENGTH, LENGTH, len(LABELS)))
        scores = arcs, labels.argmax(3) + VOCAB_PREFIX_SIZE, labels
        expected = GraphParser.decode_graph_predictions(vocab, 1, scores, [LENGTH], resolve_head_constraints=mend)
        found = parser.decode_graph_predictions(vocab, 1, scores, [LENGTH], resolve_head_constraints=mend)
        assert found == expected
        changed.append(expected != GraphParser.decode_graph_predictions(vocab, 1, scores, [LENGTH]))
    assert any(changed) == mend
