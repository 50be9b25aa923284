"""The same arithmetic as torch's, arranged for CPU."""

from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from syria_events.training.workspace import SEED


def bilinear(first: Tensor, second: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
    """What `torch.nn.functional.bilinear` computes, as one matrix product and one weighted sum.

    torch's own kernel loops over the outputs when it goes backward; with the tagger's dozens of
    feature classifiers that was 60 % of a training step on one CPU thread.
    """
    outputs, left, right = weight.shape
    shape = first.shape[:-1]
    mixed = first.reshape(-1, left) @ weight.permute(1, 0, 2).reshape(left, outputs * right)
    scores = (mixed.view(-1, outputs, right) * second.reshape(-1, 1, right)).sum(-1)
    scores = scores if bias is None else scores + bias
    return scores.view(*shape, outputs)


def _forward(self: Any, first: Tensor, second: Tensor) -> Tensor:
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


def use_fast_kernels() -> None:
    """Let every bilinear layer and dropout of this process compute that way."""
    nn.Bilinear.forward = _forward
    nn.Dropout.forward = _dropout
