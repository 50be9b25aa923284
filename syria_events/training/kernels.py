"""Stanza's packed LSTMs through oneDNN's fused kernel: the same arithmetic, faster to train on CPU.

Tagging does without it: in single precision and without gradients torch's own way is the faster
one. torch takes the fused kernel for padded batches only; a packed one goes step by step through small
matrix products. So a packed batch is padded, run, and packed again; the right-to-left direction is
run left to right over each sequence turned round, for padding must come last.
"""

from typing import Any

import torch
from torch import Tensor
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence, pad_packed_sequence

State = tuple[Tensor, Tensor]


def packed_lstm(
    lstm: torch.nn.LSTM, packed: PackedSequence, start: State | None = None
) -> tuple[PackedSequence, State]:
    """What `lstm(packed, start)` gives, but for the last cell state of sequences shorter than the longest.

    No model of Stanza's reads that state of a padded batch. The sequences are taken to be sorted, the longest first.
    """
    sizes = packed.batch_sizes
    steps, batch = len(sizes), int(sizes[0])
    values, lengths = torch._VF._pad_packed_sequence(packed.data, sizes, False, 0.0, steps)
    directions = 2 if lstm.bidirectional else 1
    if start is None:
        zeros = values.new_zeros(lstm.num_layers * directions, batch, lstm.hidden_size)
        start = (zeros, zeros)
    place = torch.arange(steps).unsqueeze(1)
    inside = place < lengths
    turned = torch.where(inside, lengths - 1 - place, place).unsqueeze(2)
    last = (lengths - 1).view(1, -1, 1).expand(1, batch, lstm.hidden_size)
    hidden, cells = [], []
    for layer in range(lstm.num_layers):
        outputs = []
        for direction in range(directions):
            at = layer * directions + direction
            fed = values.gather(0, turned.expand_as(values)) if direction else values
            weights = lstm._flat_weights[4 * at : 4 * at + 4]
            state = (start[0][at : at + 1], start[1][at : at + 1])
            out, _, cell = torch._VF.lstm(fed, state, weights, True, 1, 0.0, lstm.training, False, False)
            hidden.append(out.gather(0, last))
            cells.append(cell)
            outputs.append(out.gather(0, turned.expand_as(out)) if direction else out)
        values = torch.cat(outputs, 2)
        if lstm.training and lstm.dropout and layer < lstm.num_layers - 1:
            values = torch.nn.functional.dropout(values, lstm.dropout)
    return PackedSequence(values[inside], sizes), (torch.cat(hidden), torch.cat(cells))


def forward(self: Any, values: Any, lengths: Any, hx: State | None = None) -> tuple[Any, State]:
    """`stanza.models.common.packed_lstm.PackedLSTM.forward` with the fused kernel."""
    if not isinstance(values, PackedSequence):
        values = pack_padded_sequence(values, lengths, batch_first=self.batch_first)
    plain = isinstance(self.lstm, torch.nn.LSTM) and self.lstm.bias and not self.lstm.proj_size
    if not plain or values.sorted_indices is not None:  # a batch sorted by torch: its states would need sorting too
        output, state = self.lstm(values, hx)
    else:
        output, state = packed_lstm(self.lstm, values, hx)
    return (pad_packed_sequence(output, batch_first=self.batch_first)[0] if self.pad else output), state
