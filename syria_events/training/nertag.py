"""Tokens to entity tags with a trained entity tagger, a batch of sentences at a time, without a pipeline around it."""

from collections.abc import Iterator
from typing import Any

from syria_events.training.entities import CORPORA
from syria_events.training.mentions import Sentence
from syria_events.training.workspace import Workspace

_SENTENCES = 2_000  # in memory at once
_BATCH = 64


def tag(space: Workspace, model: str, texts: list[list[str]], *, pretrain: bool = True) -> Iterator[Sentence]:
    """The sentences with the tags a model gives, as BIO.

    Args:
        space: where the model, the vectors and the character models are.
        model: its name among the models.
        texts: tokens of sentences.
        pretrain: whether it reads the word vectors.
    """
    from stanza.models.common.doc import Document
    from stanza.models.common.pretrain import Pretrain
    from stanza.models.ner.data import DataLoader
    from stanza.models.ner.trainer import Trainer

    charlms = {f"charlm_{way}_file": str(space.model(f"{way}_charlm")) for way in ("forward", "backward")}
    vectors = Pretrain(str(space.surface)) if pretrain else None
    tagger: Any = Trainer(args=charlms, model_file=str(space.model(model)), pretrain=vectors, device="cpu")
    for at in range(0, len(texts), _SENTENCES):
        part = texts[at : at + _SENTENCES]
        blank = [[{"text": token, "ner": "O", "multi_ner": ["O"] * len(CORPORA)} for token in text] for text in part]
        batches = DataLoader(
            Document(blank), _BATCH, tagger.args, vocab=tagger.vocab, evaluation=True, preprocess_tags=False
        )
        tags = [row for batch in batches for row in tagger.predict(batch)]
        for text, row in zip(part, tags, strict=True):
            yield [(token, bio(tag)) for token, tag in zip(text, row, strict=True)]


def bio(tag: str) -> str:
    """Stanza's BIOES as the corpora's BIO."""
    return {"S": "B", "E": "I"}.get(tag[0], tag[0]) + tag[1:]
