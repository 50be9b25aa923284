"""A learning rate that rises, then falls to zero at the last step; and a checkpoint for trainers without one.

Stanza's trainers wait for scores to stop rising before they slow down: days on a CPU. With the
number of steps known beforehand the rate can fall all the way, which is worth several points.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SAVE_EVERY = 250  # steps


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long a trainer trains, and how fast.

    Args:
        steps: batches to learn from.
        rate: the highest learning rate.
        evaluations: how often the model is scored on the way. Stanza keeps a model only where it scores one, so the
            steps must be a multiple of them.
        rising: the share of the steps on the way up to the highest rate.

    Raises:
        ValueError: the last step would not be scored.
    """

    steps: int
    rate: float
    evaluations: int = 1
    rising: float = 0.04

    def __post_init__(self) -> None:
        if self.steps % self.evaluations:
            raise ValueError(f"{self.steps} steps do not end with one of {self.evaluations} evaluations")

    @property
    def interval(self) -> int:
        """Steps from one evaluation to the next."""
        return self.steps // self.evaluations

    def at(self, step: int) -> float:
        """The rate of a step, counted from 0."""
        done = step / self.steps
        return self.rate * max(0.0, min((done + 1 / self.steps) / self.rising, (1 - done) / (1 - self.rising)))

    def apply(self, optimizer: Any, step: int) -> None:
        """Give an optimizer the rate of a step."""
        for group in optimizer.param_groups:
            group["lr"] = self.at(step)


def keep(state: dict[str, Any], checkpoint: Path) -> None:
    """Write a checkpoint so that a kill leaves the old one or the new one."""
    import torch

    partial = checkpoint.with_suffix(".partial")
    torch.save(state, partial)
    partial.replace(checkpoint)


def follow(trainer: Any, schedule: Schedule, checkpoint: Path | None = None) -> None:
    """Let a class of Stanza's trainers follow a schedule.

    Args:
        trainer: a class with `update(batch, eval=False)`, one a training step.
        schedule: its steps and rates.
        checkpoint: where model and optimizer are kept meanwhile, for a trainer that cannot resume by itself. A new
            run draws the same batches, passes over those already done and goes on behind them.
    """
    plain = trainer.__dict__.get("_unscheduled", trainer.update)  # a class may be trained twice in one process
    trainer._unscheduled = plain
    trainer.update = _scheduled(plain, schedule, checkpoint)


def _scheduled(update: Callable[..., Any], schedule: Schedule, checkpoint: Path | None) -> Callable[..., Any]:
    import torch

    state: dict[str, Any] = {}
    if checkpoint and checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
    resume_at = state.get("step", 0)
    drawn = 0

    def scheduled(self: Any, batch: Any, eval: bool = False) -> Any:
        nonlocal drawn
        if eval:
            return update(self, batch, eval=True)
        if checkpoint is None:
            drawn = self.global_step - 1
        optimizers = list(_optimizers(self))
        if drawn == 0 and state:
            self.model.load_state_dict(state.pop("model"), strict=False)
            for optimizer, kept in zip(optimizers, state.pop("optimizers"), strict=True):
                optimizer.load_state_dict(kept)
        drawn += 1
        if checkpoint and drawn <= resume_at:
            self.save = _save_nothing  # what Stanza keeps on the way is there already, with the weights of its step
            return 1.0  # no loss to report; Stanza takes 0 for an empty batch
        self.__dict__.pop("save", None)
        for optimizer in optimizers:
            schedule.apply(optimizer, drawn - 1)
        result = update(self, batch)
        if checkpoint and drawn % SAVE_EVERY == 0 and drawn < schedule.steps:
            _save(self, optimizers, drawn, checkpoint)
        return result

    return scheduled


def _save_nothing(*_: Any, **__: Any) -> None: ...


def _optimizers(trainer: Any) -> Iterator[Any]:
    held = getattr(trainer, "optimizers", None) or trainer.optimizer
    yield from held.values() if isinstance(held, dict) else [held]


def _save(trainer: Any, optimizers: list[Any], step: int, checkpoint: Path) -> None:
    fixed = tuple(f"{name}." for name in trainer.model.unsaved_modules)
    weights = {name: w for name, w in trainer.model.state_dict().items() if not name.startswith(fixed)}
    keep({"model": weights, "optimizers": [o.state_dict() for o in optimizers], "step": step}, checkpoint)
