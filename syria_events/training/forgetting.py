"""Word vectors forgotten now and then while the entity tagger learns, so that it can do without.

Nearly every word it learns from has a vector, for vectors and sentences come from the same news; in other texts one in
eight of the words of names has none. A tagger that leans on vectors is lost there; one that has seen many words by
their letters and their neighbours alone is not.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor

COMMON = 20_000  # the most frequent words
SELDOM, OFTEN = 0.15, 0.45  # the share of the occurrences of these, and of all others, whose vectors are forgotten


@contextmanager
def forgotten_vectors(tagger: Any) -> Iterator[None]:
    """Let Stanza's entity tagger take words for unknown ones at random while it is trained.

    Args:
        tagger: the class of the network, `stanza.models.ner.model.NERTagger`.
    """
    plain = tagger.extract_static_embeddings

    def extract(self: Any, args: Any, sentences: Any, vocab: Any) -> tuple[Tensor, Tensor]:
        words, padding = plain(args, sentences, vocab)
        if self.training and "word" in self.vocab and vocab is self.vocab["word"]:
            words = forget(words, padding)
        return words, padding

    tagger.extract_static_embeddings = extract
    try:
        yield
    finally:
        tagger.extract_static_embeddings = staticmethod(plain)


def forget(words: Tensor, padding: Tensor) -> Tensor:
    """The ids of words, the most frequent first in the vocabulary, some of them replaced by that of unknown words."""
    from stanza.models.common.vocab import UNK_ID

    share = torch.where(words < COMMON, SELDOM, OFTEN)
    return words.masked_fill((torch.rand(words.shape) < share) & ~padding, UNK_ID)
