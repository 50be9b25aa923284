"""The arithmetic of torch's and Stanza's trainers, arranged for CPU: the same up to bfloat16 and a mask's rounding."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_sequence

from syria_events.training import kernels
from syria_events.training.workspace import SEED

LARGE = 4_000  # columns from which bfloat16 pays; below, making its kernels for every new shape costs more


def bilinear(first: Tensor, second: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
    """What `torch.nn.functional.bilinear` computes, as one matrix product and a weighted sum, or two products if large.

    torch's own kernel loops over the outputs when it goes backward; with the tagger's dozens of
    feature classifiers that was 60 % of a training step on one CPU thread.
    """
    outputs, left, right = weight.shape
    shape = first.shape[:-1]
    first, flat = first.reshape(-1, left), weight.permute(1, 0, 2).reshape(left, outputs * right)
    if outputs * right < LARGE:
        scores = ((first @ flat).view(-1, outputs, right) * second.reshape(-1, 1, right)).sum(-1)
    else:
        with _halved():
            mixed = (first @ flat).view(-1, outputs, right)
            scores = torch.bmm(mixed, second.reshape(-1, right, 1)).squeeze(2).float()
    scores = scores if bias is None else scores + bias
    return scores.view(*shape, outputs)


def _bilinear_forward(self: Any, first: Tensor, second: Tensor) -> Tensor:
    return bilinear(first, second, self.weight, self.bias)


_RANDOM = np.random.Generator(np.random.SFC64(SEED))


def dropout(values: Tensor, rate: float) -> Tensor:
    """Dropout whose mask comes from random bytes: the rate is rounded to 1/256.

    torch draws a double per element from a serial generator, which was 14 % of a training step.
    """
    drawn = torch.from_numpy(np.frombuffer(_RANDOM.bytes(values.numel()), dtype=np.uint8).copy())
    threshold = round(rate * 256)
    kept = (drawn >= threshold).view(values.shape)
    return values * kept * (256 / (256 - threshold))


def _dropout(self: Any, values: Tensor) -> Tensor:
    return dropout(values, self.p) if self.training and 0 < self.p < 1 else values


@contextmanager
def _halved() -> Iterator[None]:
    """Matrix products in bfloat16 while gradients are wanted: half the time on CPUs made for it."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=torch.is_grad_enabled()):
        yield


def _lstm_forward(self: Any, values: Any, lengths: Any, hx: Any = None) -> Any:
    with _halved():
        output, (hidden, cells) = kernels.forward(self, values, lengths, hx)
    if isinstance(output, Tensor):
        return output.float(), (hidden.float(), cells.float())
    return output._replace(data=output.data.float()), (hidden.float(), cells.float())


def _label_scores(self: Any, heads: Tensor, dependents: Tensor, governors: Tensor) -> Tensor:
    """The label scores of every word with its own head only, spread over all heads without copying.

    Training reads no others, and scoring all pairs was half of a parser's step.
    """
    own = torch.cat([heads.new_zeros(len(heads), 1), heads], 1)
    governors = governors.gather(1, own.unsqueeze(2).expand(-1, -1, governors.shape[2]))
    first = torch.cat([dependents, dependents.new_ones(*dependents.shape[:-1], 1)], -1)
    second = torch.cat([governors, governors.new_ones(*governors.shape[:-1], 1)], -1)
    weight = self.W_bilin
    scores = bilinear(first, second, weight.weight.permute(2, 0, 1), weight.bias)
    return scores.unsqueeze(2).expand(-1, -1, own.shape[1], -1)


def _parser_forward(forward: Callable[..., Any]) -> Callable[..., Any]:
    def train_forward(self: Any, *inputs: Any) -> Any:
        scorer = self.deprel.scorer
        if self.training:
            heads = inputs[9]
            scorer.forward = lambda dependents, governors: _label_scores(scorer, heads, dependents, governors)
        try:
            return forward(self, *inputs)
        finally:
            scorer.__dict__.pop("forward", None)

    return train_forward


def _remembering(represent: Callable[..., Any]) -> Callable[..., Any]:
    """A character model that is not trained any more reads a sentence once, not once an epoch."""

    def build(self: Any, sentences: list[list[str]]) -> list[Tensor]:
        memory: dict[tuple[str, ...], Tensor] = self.__dict__.setdefault("_memory", {})
        keys = [tuple(words) for words in sentences]
        new = list({key: None for key in keys if key not in memory})
        if new:
            for key, values in zip(new, represent(self, [list(key) for key in new]), strict=True):
                memory[key] = values.half()
        return [memory[key].float() for key in keys]

    return build


def _represent(self: Any, chars: Tensor, offsets: list[list[int]], lengths: list[int], order: list[int]) -> Any:
    """The same for the entity tagger, which asks with characters and the places where words end."""
    memory: dict[bytes, Tensor] = self.__dict__.setdefault("_memory", {})
    keys = [row[:length].numpy().tobytes() for row, length in zip(chars, lengths, strict=True)]
    new = [i for i, key in enumerate(keys) if key not in memory]
    if new:
        with torch.no_grad():
            output, _, _ = self.forward(chars[new, : lengths[new[0]]], [lengths[i] for i in new])
        for i, row in zip(new, output, strict=True):
            memory[keys[i]] = row[offsets[i]].half()
    rows = dict(zip(order, keys, strict=True))
    return pack_sequence([memory[rows[place]].float() for place in range(len(rows))])


def use_fast_kernels() -> None:
    """Let every trainer of this process compute that way."""
    from stanza.models.common.char_model import CharacterLanguageModel
    from stanza.models.common.packed_lstm import PackedLSTM
    from stanza.models.depparse.model import GraphParser

    nn.Bilinear.forward = _bilinear_forward
    nn.Dropout.forward = _dropout
    PackedLSTM.forward = _lstm_forward
    GraphParser.forward = _parser_forward(GraphParser.forward)
    CharacterLanguageModel.build_char_representation = _remembering(CharacterLanguageModel.build_char_representation)
    CharacterLanguageModel.get_representation = _represent
