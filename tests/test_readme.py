"""The README cannot lie: its commands run, its tables are the program's own."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import typer
from typer.testing import CliRunner

from syria_events.cli.app import app
from syria_events.model import Event
from syria_events.output import writing
from syria_events.output.table import COLUMNS, ENTITY_COLUMNS, Columns, row

if TYPE_CHECKING:
    from syria_events.tagging.pipeline import Tagger

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROGRAM: Any = typer.main.get_command(app)  # Typer gives its own copy of Click no public types


def blocks(language: str) -> list[str]:
    """The fenced code blocks in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def between(name: str) -> str:
    """What stands between the two comments of this name."""
    (found,) = re.findall(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", README, re.DOTALL)
    return str(found)


def calls() -> list[list[str]]:
    """The arguments of every call of the program in a shell block."""
    found = []
    for line in "".join(blocks("sh")).splitlines():
        for part in line.split("|"):
            if (words := shlex.split(part, comments=True))[:1] == ["syria-events"]:
                found.append([word for word in words[1:] if word not in (">", "<")])
    return found


def parameters() -> list[tuple[str, Any]]:
    """Every parameter of every command, and the program's own, with the command's name."""
    waiting = [("", PROGRAM)]
    found = []
    while waiting:
        name, command = waiting.pop(0)
        found += [(name, parameter) for parameter in command.params]
        waiting += [(f"{name} {own}".strip(), below) for own, below in getattr(command, "commands", {}).items()]
    return found


def mentioned(word: str) -> bool:
    """Whether a word stands in the README as code."""
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", README) is not None


# commands


def test_the_two_commands_are_given_as_they_are() -> None:
    assert "make run\n" in blocks("sh") and "make test\n" in blocks("sh")


@pytest.mark.parametrize(
    "target", sorted({t for block in blocks("sh") for t in re.findall(r"^make (\S+)$", block, re.M)})
)
def test_make_has_the_target(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


def test_there_are_calls() -> None:
    used = {"extract", "entities", "unknown", "show", "tag", "explain", "codebook", "stories"}
    assert {call[0] for call in calls()} == used


@pytest.mark.parametrize("call", [pytest.param(call, id=" ".join(call)) for call in calls()])
def test_call_is_understood(call: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    program = PROGRAM.make_context("syria-events", list(call))
    name, command, rest = PROGRAM.resolve_command(program, [*program._protected_args, *program.args])
    command.make_context(name, rest, parent=program)  # raises what the program would say


@pytest.mark.parametrize("command", PROGRAM.commands)
def test_every_command_is_mentioned(command: str) -> None:
    assert f"`syria-events {command}" in README or [call for call in calls() if call[0] == command]


@pytest.mark.parametrize(
    "option",
    sorted(
        {name for _, parameter in parameters() for name in parameter.opts if name.startswith("-")} | {"-h", "--help"}
    ),
)
def test_every_option_is_mentioned(option: str) -> None:
    assert mentioned(option)


def test_every_environment_variable_is_mentioned() -> None:
    assert [p.envvar for _, p in parameters() if p.envvar and not mentioned(p.envvar)] == []


def test_no_other_option_is_mentioned() -> None:
    known = {name for _, parameter in parameters() for name in parameter.opts} | {"--help"}
    ours = re.sub(r"^.*pip install.*$", "", README, flags=re.MULTILINE)
    assert set(re.findall(r"(?<![\w-])--[a-z][\w-]*", ours)) - known == set()


@pytest.mark.model
@pytest.mark.skipif(os.name == "nt" or not shutil.which("bash"), reason="needs bash")
def test_shell_blocks_run(tmp_path: Path) -> None:
    """In order and in one folder: a block may use what an earlier one wrote."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (shim := tmp_path / "bin" / "syria-events").parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m syria_events "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    environment = {**os.environ, "PATH": f"{shim.parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    for block in blocks("sh"):
        if "syria-events " not in block:
            continue  # what installs is run by `make` and by tests/model/test_wheel.py
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", block],
            capture_output=True, encoding="utf-8", check=False, cwd=tmp_path, env=environment,
        )  # fmt: skip
        assert done.returncode == 0 and done.stdout, f"{block}\n{done.stdout}\n{done.stderr}"
        assert "Warning" not in done.stderr and "Error" not in done.stderr, done.stderr


@pytest.mark.model
def test_python_blocks_run(
    tagger: "Tagger",
    seed_events: tuple[Event, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    writing.save(map(row, seed_events), tmp_path / "events.csv", format="csv")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("syria_events.tagging.pipeline.Tagger", lambda *_: tagger)
    for block in blocks("python"):
        exec(compile(block, "README.md", "exec"), {})
    assert capsys.readouterr().out.splitlines() == [
        "041 2016-05-21",
        "John Kerry 040 Sergey Lavrov 2016-09-09 text",
        "John Kerry 010 - 2016-09-10 published",
        "M 010",
    ]


def test_public_names_exist() -> None:
    import syria_events
    from syria_events import model, pipeline

    assert syria_events.extract is pipeline.extract and syria_events.Extractor is pipeline.Extractor
    assert (syria_events.Article, syria_events.Event, syria_events.Failure) == (
        model.Article,
        model.Event,
        model.Failure,
    )
    assert [name for name in syria_events.__all__ if name not in README] == ["__version__"]
    assert all(getattr(syria_events, name) for name in syria_events.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = syria_events.nothing


# tables


@pytest.mark.parametrize(
    ("name", "args", "columns"),
    [("columns", [], COLUMNS), ("entity columns", ["--entities"], ENTITY_COLUMNS)],
    ids=["extract", "entities"],
)
def test_the_column_table_is_the_programs_own(name: str, args: list[str], columns: Columns) -> None:
    said = CliRunner().invoke(app, ["columns", "--markdown", *args]).stdout
    assert between(name) == said, f"put what `syria-events columns --markdown {' '.join(args)}` prints there"
    assert said.count("\n") == len(columns) + 2


@pytest.mark.parametrize("command", ["extract", "entities", "unknown", "tag", "explain"])
def test_the_exit_codes_are_those_of_the_help(command: str) -> None:
    text = " ".join(CliRunner().invoke(app, [command, "--help"]).stdout.split())
    (listed,) = re.findall(r"Exit code: (.*?)\. ", text)
    said = dict(re.findall(r"(\d) ([^,]*)", listed))
    rows = dict(re.findall(r"^\| (\d+) \| (.*?) \|$", README, re.MULTILINE))
    assert set(rows) == set(said) == {"0", "1", "2", "3"}
    for code, meaning in said.items():
        assert rows[code].replace(",", "").startswith(meaning), f"{code}: {meaning}"


def test_the_licences_are_those_of_the_package() -> None:
    import tomllib

    licence = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["license"]
    assert licence == "MIT AND CC-BY-NC-SA-3.0"
    assert "MIT licence" in README and "CC BY-NC-SA 3.0" in README
    assert f"Python {sys.version_info.major}" in README


def excerpt() -> list[dict[str, str]]:
    """The rows of the Markdown table in the excerpt; its head names columns."""
    lines = [line.strip()[1:-1].split("|") for line in between("excerpt").splitlines() if line.startswith("|")]
    head = [name.strip(" `") for name in lines[0]] if lines else []
    return [dict(zip(head, (cell.strip(" `") for cell in line), strict=True)) for line in lines[2:]]


def test_the_excerpt_has_been_filled() -> None:
    assert excerpt(), "put a Markdown table of rows of seeds/ between the comments"
    names = set(excerpt()[0])
    assert (
        names <= {column.name for column in COLUMNS} and {"actor", "actor_en", "cameo", "target", "target_en"} <= names
    )


@pytest.mark.model
def test_the_excerpt_is_real(seed_events: tuple[Event, ...]) -> None:
    rows = [{name: "" if cell is None else str(cell) for name, cell in row(event).items()} for event in seed_events]
    assert [wanted for wanted in excerpt() if not any(wanted.items() <= real.items() for real in rows)] == []


def test_files_it_names_are_there() -> None:
    for name in ("seeds/metadata.csv", "constraints.txt", "LICENSE"):
        assert f"`{name}`" in README and (ROOT / name).is_file()
