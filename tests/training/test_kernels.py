"""The fused LSTM gives what torch's packed one gives, and the same gradients."""

import pytest
import torch
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence

from syria_events.training.kernels import packed_lstm

LENGTHS = ([5], [4, 4], [9, 6, 6, 1])


def packed(lengths: list[int]) -> PackedSequence:
    values = torch.randn(len(lengths), max(lengths), 7, generator=torch.Generator().manual_seed(3))
    return pack_padded_sequence(values.requires_grad_(), lengths, batch_first=True)


@pytest.mark.parametrize("lengths", LENGTHS)
@pytest.mark.parametrize("bidirectional", [False, True])
@pytest.mark.parametrize("layers", [1, 2])
@pytest.mark.parametrize("started", [False, True])
def test_output_and_last_state(lengths: list[int], bidirectional: bool, layers: int, started: bool) -> None:
    torch.manual_seed(1)
    lstm = torch.nn.LSTM(7, 5, layers, batch_first=True, bidirectional=bidirectional)
    shape = (layers * (2 if bidirectional else 1), len(lengths), 5)
    start = (torch.randn(shape), torch.randn(shape)) if started else None
    batch = packed(lengths)
    expected, (hidden, cells) = lstm(batch, start)
    found, (fused_hidden, fused_cells) = packed_lstm(lstm, batch, start)
    torch.testing.assert_close(found.data, expected.data)
    torch.testing.assert_close(fused_hidden, hidden)
    whole = [i for i, length in enumerate(lengths) if length == max(lengths)]
    torch.testing.assert_close(fused_cells[:, whole], cells[:, whole])


def test_gradients() -> None:
    torch.manual_seed(1)
    lstm = torch.nn.LSTM(7, 5, 1, batch_first=True, bidirectional=True)
    gradients = []
    for run in (lstm, lambda batch: packed_lstm(lstm, batch)):
        lstm.zero_grad()
        run(packed([6, 3, 2]))[0].data.square().sum().backward()
        gradients.append([p.grad.clone() for p in lstm.parameters() if p.grad is not None])
    for one, other in zip(*gradients, strict=True):
        torch.testing.assert_close(one, other)
