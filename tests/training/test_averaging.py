"""The mean of two models."""

from pathlib import Path

import pytest
import torch

from syria_events.training.averaging import average


def saved(path: Path, *weights: float, steps: int = 1) -> Path:
    torch.save({"model": {"layer": torch.tensor(weights), "steps": torch.tensor(steps)}, "vocab": [path.stem]}, path)
    return path


def test_weights_are_the_mean_and_the_rest_is_the_first_ones(tmp_path: Path) -> None:
    out = tmp_path / "mean.pt"
    average([saved(tmp_path / "one.pt", 1.0, 2.0), saved(tmp_path / "two.pt", 3.0, 2.0, steps=2)], out)
    mean = torch.load(out, weights_only=True)
    assert mean["model"]["layer"].tolist() == [2.0, 2.0]
    assert mean["model"]["steps"] == 1
    assert mean["vocab"] == ["one"]


def test_models_of_two_shapes_have_no_mean(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"one\.pt, two\.pt: not of one shape"):
        average([saved(tmp_path / "one.pt", 1.0), saved(tmp_path / "two.pt", 1.0, 2.0)], tmp_path / "mean.pt")
