"""`syria-events codebook rules`: every rule and guard that is declared anywhere."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner, Result

from syria_events import provenance
from syria_events.cli.app import app
from syria_events.output.listing import MARK
from syria_events.provenance import Rule

from .test_imports import SLOW

MADE = {
    "subject.postverbal": Rule("subject.postverbal", "The noun behind `قال`.", "قَالَ كيري"),
    "status.lan": Rule("status.lan", "`لن` | `لم` negate.", "لن يذهب", guard=True),
}


# the program, which tells what it imported
ALONE = """
import atexit, sys
atexit.register(lambda: sys.stderr.write(" ".join(sys.modules)))
from syria_events.cli.app import main
main()
"""


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> None:
    run()  # what the modules declare is declared before
    monkeypatch.setattr(provenance, "_RULES", MADE)


def run(*args: str) -> Result:
    result = CliRunner().invoke(app, ["codebook", "rules", *args])
    assert result.exit_code == 0, result.output
    return result


@pytest.mark.usefixtures("made")
def test_aligned_text() -> None:
    assert run().stdout.splitlines() == [
        f"status.lan          guard  {MARK}لن يذهب {MARK}  لن | لم negate.",
        f"subject.postverbal  rule   {MARK}قَالَ كيري{MARK}  The noun behind قال.",
    ]


@pytest.mark.usefixtures("made")
def test_json() -> None:
    assert json.loads(run("--json").stdout) == [
        {"id": "status.lan", "kind": "guard", "about": "`لن` | `لم` negate.", "example": "لن يذهب", "module": ""},
        {
            "id": "subject.postverbal",
            "kind": "rule",
            "about": "The noun behind `قال`.",
            "example": "قَالَ كيري",
            "module": "",
        },
    ]


@pytest.mark.usefixtures("made")
def test_markdown() -> None:
    lines = run("--markdown").stdout.splitlines()
    assert lines[0].count("|") == lines[1].count("|") == 5
    assert lines[2] == "| `status.lan` | guard | `لن` \\| `لم` negate. | لن يذهب |"


def test_two_ways_at_once_are_refused() -> None:
    result = CliRunner().invoke(app, ["codebook", "rules", "--json", "--markdown"])
    assert result.exit_code == 2 and "ask for one" in result.stderr


def test_every_rule_is_listed_whatever_was_imported_before() -> None:
    alone = subprocess.run(
        [sys.executable, "-c", ALONE, "codebook", "rules", "--json"], capture_output=True, encoding="utf-8", check=True
    )
    assert json.loads(alone.stdout) == json.loads(run("--json").stdout)
    loaded = set(alone.stderr.split())
    assert "syria_events.rules.unknown" in loaded
    assert not {name.partition(".")[0] for name in loaded} & SLOW, "neither models nor tables are needed"


def test_the_group_alone_shows_its_help() -> None:
    result = CliRunner().invoke(app, ["codebook"])
    assert (result.exit_code, result.stdout) == (2, "") and "rules" in result.stderr
