"""Which pipeline is opened: changed where Stanza's version was tried, else Stanza's own."""

import os
import warnings
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import stanza
import torch

from syria_events.errors import PlainStanzaWarning
from syria_events.tagging.pipeline import TRIED, one_thread, open_pipeline


class Opened:
    """Stands in for what opens pipelines, and keeps in order what is done."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done: list[str] = []
        self.options: dict[str, Any] = {}
        monkeypatch.setattr(stanza, "Pipeline", self._opening("plain"))
        for module, name in (("loading", "load_pipeline"), ("speed", "make_fast"), ("repeats", "weigh_repeats")):
            step = self._opening(name) if name == "load_pipeline" else lambda _, name=name: self.done.append(name)
            monkeypatch.setattr(import_module(f"syria_events.tagging.patches.{module}"), name, step)

    def _opening(self, name: str) -> Any:
        def opening(**options: Any) -> Any:
            self.done.append(name)
            self.options = options
            return SimpleNamespace(processors={"ner": None}, name=name)

        return opening


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    return Opened(monkeypatch)


def test_the_installed_version_was_tried() -> None:
    assert stanza.__version__ in TRIED


def test_a_version_that_was_tried_is_changed(opened: Opened) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert open_pipeline(Path("m"), "ner", tokenize_pretokenized=True).name == "load_pipeline"
    assert opened.done == ["load_pipeline", "make_fast", "weigh_repeats"]
    assert opened.options["dir"] == "m" and opened.options["tokenize_pretokenized"]


def test_repeats_are_weighed_only_where_that_is_asked(opened: Opened) -> None:
    open_pipeline(Path("m"), "ner", repeats=False)
    assert opened.done == ["load_pipeline", "make_fast"]


def test_of_another_version_nothing_is_changed(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stanza, "__version__", "1.15.1")
    with pytest.warns(PlainStanzaWarning) as told:
        assert open_pipeline(Path("m"), "ner").name == "plain"
    assert opened.done == ["plain"]
    assert [str(warning.message) for warning in told] == [
        "Stanza 1.15.1 has not been tried: tagging is slower and names are found sentence by sentence; "
        "install stanza==1.15.0"
    ]


@pytest.mark.parametrize("step", ["loading.load_pipeline", "speed.make_fast", "repeats.weigh_repeats"])
@pytest.mark.parametrize("problem", [AttributeError("no x"), TypeError("no x"), KeyError("no x"), ImportError("no x")])
def test_where_a_change_fails_the_pipeline_is_opened_anew(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, step: str, problem: Exception
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise problem

    monkeypatch.setattr(f"syria_events.tagging.patches.{step}", fail)
    with pytest.warns(PlainStanzaWarning, match=rf"could not be changed \({type(problem).__name__}: .*no x"):
        assert open_pipeline(Path("m"), "ner").name == "plain"
    assert opened.done[-1] == "plain"


def test_where_the_models_are_at_fault_stanza_says_so_itself(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: Any) -> None:
        raise ValueError("damaged")

    monkeypatch.setattr("syria_events.tagging.patches.loading.load_pipeline", fail)
    monkeypatch.setattr(stanza, "Pipeline", fail)
    with warnings.catch_warnings(), pytest.raises(ValueError, match="damaged"):
        warnings.simplefilter("error")
        open_pipeline(Path("m"), "ner")
    assert opened.done == []


@pytest.mark.parametrize(("variable", "limited"), [(None, True), ("3", False)])
def test_threads_are_limited_where_the_environment_leaves_them_open(
    variable: str | None, limited: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(torch, "set_num_threads", asked.append)
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    if variable is not None:
        monkeypatch.setitem(os.environ, "OMP_NUM_THREADS", variable)
    before = torch.get_num_threads()
    with one_thread():
        assert asked == [1] * limited
    assert asked[-1:] == [before], "what else the process does keeps its threads"


def test_opening_leaves_the_threads_of_the_process_alone(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(torch, "set_num_threads", asked.append)
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    open_pipeline(Path("m"), "ner")
    assert (opened.done[0], asked) == ("load_pipeline", [])
