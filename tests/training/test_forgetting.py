"""Word vectors that are forgotten in training, and only there."""

from typing import Any

import torch
from stanza.models.common.vocab import PAD_ID, UNK_ID

from syria_events.training.forgetting import COMMON, OFTEN, SELDOM, forget, forgotten_vectors


class Network:
    """As much of Stanza's entity tagger as is asked."""

    training = True

    def __init__(self) -> None:
        self.vocab: dict[str, object] = {"word": object(), "delta": object()}

    @staticmethod
    def extract_static_embeddings(_args: Any, sentences: Any, _vocab: Any) -> tuple[torch.Tensor, torch.Tensor]:
        """Sentences are ids already."""
        words = torch.tensor(sentences)
        return words, torch.eq(words, PAD_ID)


def share(words: torch.Tensor) -> float:
    """The share of unknown words."""
    return (words == UNK_ID).float().mean().item()


def test_rare_words_are_forgotten_more_often_than_common_ones() -> None:
    torch.manual_seed(1)
    seen = torch.zeros(100, 1000, dtype=torch.bool)
    common, rare = (forget(torch.full(seen.shape, i), seen) for i in (COMMON - 1, COMMON))
    assert abs(share(common) - SELDOM) < 0.01
    assert abs(share(rare) - OFTEN) < 0.01


def test_padding_stays_padding() -> None:
    words = torch.full((50, 50), PAD_ID)
    assert torch.equal(forget(words, torch.eq(words, PAD_ID)), words)


def test_only_words_are_forgotten_and_only_in_training() -> None:
    torch.manual_seed(1)
    tagger, sentences = Network(), [[COMMON] * 1000] * 10
    with forgotten_vectors(Network):
        words, _ = tagger.extract_static_embeddings({}, sentences, tagger.vocab["word"])
        assert abs(share(words) - OFTEN) < 0.02
        delta, _ = tagger.extract_static_embeddings({}, sentences, tagger.vocab["delta"])
        assert share(delta) == 0
        tagger.training = False
        words, _ = tagger.extract_static_embeddings({}, sentences, tagger.vocab["word"])
        assert share(words) == 0


def test_the_next_training_is_as_stanza_has_it() -> None:
    with forgotten_vectors(Network):
        pass
    words, _ = Network().extract_static_embeddings({}, [[COMMON] * 1000], None)
    assert share(words) == 0
