"""The mean of models that were trained from the same weights."""

from pathlib import Path
from typing import Any


def average(models: list[Path], out: Path) -> None:
    """Write the first model with the mean of the weights of all.

    Args:
        models: checkpoints of Stanza's entity tagger, one trained on from the other.
        out: where the mean goes.

    Raises:
        ValueError: their weights are not of the same names and shapes.
    """
    import torch

    checkpoints: list[dict[str, Any]] = [torch.load(model, map_location="cpu", weights_only=True) for model in models]
    weights = [checkpoint["model"] for checkpoint in checkpoints]
    shapes = [{name: tensor.shape for name, tensor in part.items()} for part in weights]
    if any(other != shapes[0] for other in shapes):
        raise ValueError(f"{', '.join(model.name for model in models)}: not of one shape")
    checkpoints[0]["model"] = {
        name: torch.stack([part[name] for part in weights]).mean(0) if tensor.is_floating_point() else tensor
        for name, tensor in weights[0].items()
    }
    torch.save(checkpoints[0], out)
