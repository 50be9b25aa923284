"""Training's own arithmetic: the same numbers as torch's and Stanza's, up to bfloat16 where gradients are wanted."""

import pytest
import torch
from stanza.models.common.biaffine import PairwiseBiaffineScorer

from syria_events.training import speed
from syria_events.training.schedule import Schedule

CLOSE = {"rtol": 0.03, "atol": 0.06}  # bfloat16 has eight bits


@pytest.fixture(autouse=True)
def _seed() -> None:
    torch.manual_seed(2)


@pytest.mark.parametrize("shape", [(4,), (2, 3)])
@pytest.mark.parametrize("large", [1, 10_000])
def test_bilinear(shape: tuple[int, ...], large: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed, "LARGE", large)
    layer = torch.nn.Bilinear(6, 5, 3)
    first, second = torch.randn(*shape, 6), torch.randn(*shape, 5)
    expected = layer(first, second)
    with torch.no_grad():
        exact = speed.bilinear(first, second, layer.weight, layer.bias)
    torch.testing.assert_close(exact, expected)
    torch.testing.assert_close(speed.bilinear(first, second, layer.weight, layer.bias), expected, **CLOSE)


def test_labels_of_the_own_heads_only() -> None:
    scorer = PairwiseBiaffineScorer(6, 6, 4)
    torch.nn.init.normal_(scorer.W_bilin.weight)
    dependents, governors = torch.randn(2, 5, 6), torch.randn(2, 5, 6)
    heads = torch.tensor([[0, 1, 2, 2], [3, 0, 2, 1]])  # of the words behind the root
    everything = scorer(dependents, governors)
    spread = speed._label_scores(scorer, heads, dependents, governors)
    assert spread.shape == everything.shape
    at = heads[:, :, None, None].expand(-1, -1, 1, 4)
    torch.testing.assert_close(spread[:, 1:].gather(2, at), everything[:, 1:].gather(2, at), rtol=0.05, atol=0.2)


def test_dropout_keeps_the_mean() -> None:
    values = speed.dropout(torch.ones(200, 500), 0.4)
    assert values.mean().item() == pytest.approx(1, abs=0.02)
    assert (values == 0).float().mean().item() == pytest.approx(0.4, abs=0.02)


def test_the_rate_rises_and_falls_to_nothing() -> None:
    schedule = Schedule(steps=100, rate=0.01, rising=0.1)
    rates = [schedule.at(step) for step in range(100)]
    assert max(rates) == pytest.approx(0.01, rel=0.1) and rates.index(max(rates)) in (9, 10)
    assert rates[:9] == sorted(rates[:9]) and rates[11:] == sorted(rates[11:], reverse=True)
    assert rates[0] > 0 and rates[-1] < 0.0003 and schedule.at(100) == 0
