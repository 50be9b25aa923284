"""What the program loads before it has work to do, and what every command says of itself."""

import subprocess
import sys

import pytest

from syria_events import __version__

SLOW = {"torch", "stanza", "pandas", "numpy", "rich", "charset_normalizer", "gensim"}


def run(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *args], capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    "args",
    [
        ["--help"],
        ["-h"],
        ["extract", "--help"],
        ["entities", "-h"],
        ["unknown", "-h"],
        ["tag", "-h"],
        ["explain", "-h"],
        ["codebook", "-h"],
        ["codebook", "rules"],
        ["check", "-h"],
        ["models", "-h"],
        ["models", "list", "-h"],
        ["show", "-h"],
        ["stories", "-h"],
        ["--version"],
        ["columns"],
    ],
)
def test_nothing_slow_is_imported(args: list[str]) -> None:
    result = run("-X", "importtime", "-m", "syria_events", *args)
    assert result.returncode == 0, result.stderr
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in result.stderr.splitlines()}
    assert "typer" in loaded and not loaded & SLOW


@pytest.mark.parametrize(
    "command",
    ["extract", "entities", "unknown", "tag", "explain", "codebook", "check", "models", "show", "columns", None],
)
def test_help_has_a_runnable_example(command: str | None) -> None:
    result = run("-m", "syria_events", *filter(None, [command]), "--help")
    assert f"\n    syria-events {command or 'extract'}" in result.stdout


def test_version_names_stanza() -> None:
    words = run("-m", "syria_events", "--version").stdout.split()
    assert words[:3] == ["syria-events", __version__, "(Stanza"] and words[3][0].isdigit()


def test_no_command_shows_the_help_and_is_misuse() -> None:
    result = run("-m", "syria_events")
    assert (result.returncode, result.stdout) == (2, "") and "Commands:" in result.stderr
