"""Trainers follow the schedule, and one that was killed goes on behind its last checkpoint."""

from pathlib import Path
from typing import Any

import pytest
import torch

from syria_events.training import schedule
from syria_events.training.schedule import Schedule, follow

STEPS = Schedule(steps=40, rate=0.1, rising=0.25)


def trainer_class() -> type:
    """As much of Stanza's tagger trainer as the schedule asks for: its batches are numbers, its model one weight."""

    class Trainer:
        def __init__(self) -> None:
            self.model: Any = torch.nn.Linear(1, 1, bias=False)
            self.model.unsaved_modules = []
            self.model.weight.data.fill_(1)
            self.optimizers = {"one": torch.optim.SGD(self.model.parameters(), lr=5)}
            self.seen: list[float] = []
            self.rates: list[float] = []
            self.kept: list[str] = []

        def save(self, name: str) -> None:
            self.kept.append(name)

        def update(self, batch: float, eval: bool = False) -> float:
            if eval:
                return -1.0
            (optimizer,) = self.optimizers.values()
            optimizer.zero_grad()
            loss = self.model(torch.tensor([float(batch)])).sum()
            loss.backward()
            optimizer.step()
            self.seen.append(batch)
            self.rates.append(optimizer.param_groups[0]["lr"])
            return loss.item()

    return Trainer


def test_every_step_has_its_rate() -> None:
    cls = trainer_class()
    follow(cls, STEPS, Path("/nowhere"))
    trainer = cls()
    for batch in range(40):
        trainer.update(batch)
    assert trainer.rates == [STEPS.at(step) for step in range(40)]
    assert trainer.update(7, eval=True) == -1.0 and len(trainer.seen) == 40


def test_a_killed_run_goes_on_and_ends_as_one_that_was_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "SAVE_EVERY", 10)
    whole, killed, resumed = [], [], []
    for steps, kept, path in ((40, whole, "a"), (27, killed, "b"), (40, resumed, "b")):
        cls = trainer_class()
        follow(cls, STEPS, tmp_path / f"{path}.pt")
        trainer = cls()
        for batch in range(steps):
            trainer.update(batch)
            if batch % 15 == 14:  # Stanza evaluates, and keeps the model
                trainer.save(f"{batch}")
        kept += [trainer.kept, trainer.seen, trainer.model.weight.item()]
    assert killed[1] == list(range(27)) and resumed[1] == list(range(20, 40))
    assert resumed[2] == pytest.approx(whole[2])
    assert (whole[0], killed[0], resumed[0]) == (["14", "29"], ["14"], ["29"])
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.pt", "b.pt"]


def test_the_last_step_is_scored() -> None:
    assert Schedule(steps=40, rate=1, evaluations=8).interval == 5
    with pytest.raises(ValueError, match="40 steps do not end with one of 3 evaluations"):
        Schedule(steps=40, rate=1, evaluations=3)


def test_a_trainer_that_counts_its_steps_resumes_by_itself() -> None:
    cls = trainer_class()
    follow(cls, STEPS)
    trainer = cls()
    trainer.global_step = 31  # type: ignore[attr-defined]  # as Stanza's parser has it after loading
    trainer.update(1)
    assert trainer.rates == [STEPS.at(30)]


def test_a_class_trained_twice_follows_the_second_schedule_only(tmp_path: Path) -> None:
    cls = trainer_class()
    follow(cls, STEPS, tmp_path / "first.pt")
    first = cls()
    for batch in range(40):
        first.update(batch)
    follow(cls, Schedule(steps=20, rate=0.5), tmp_path / "second.pt")
    second = cls()
    for batch in range(20):
        second.update(batch)
    assert second.rates == [Schedule(steps=20, rate=0.5).at(step) for step in range(20)]
