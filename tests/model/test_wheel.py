"""The wheel holds all the program needs, and the program runs from it, away from this folder."""

import csv
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from syria_events import __version__

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_23eee19d8f148d4b.txt"
EMBEDDED = "syria_events/tagging/embedded/"
BIN, EXE = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")


def run(*args: str | Path, cwd: Path) -> "subprocess.CompletedProcess[str]":
    """Run a program that knows nothing of this folder; a failure shows all it said."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SYRIA_EVENTS"))}
    done = subprocess.run(
        list(map(str, args)), capture_output=True, encoding="utf-8", check=False, cwd=cwd, env=environment
    )
    assert done.returncode == 0, f"{' '.join(map(str, args))}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the sources so that nothing is left in them."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    shutil.copytree(ROOT / "syria_events", source / "syria_events", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, source / name)
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, source, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`syria-events` in an environment of its own, which borrows only the libraries from this one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    python = folder / BIN / f"python{EXE}"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    where = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).stdout.strip()
    # searched last; and .pth files inside a borrowed folder, an editable install's among them, are not read
    borrowed = dict.fromkeys(sysconfig.get_path(kind) for kind in ("purelib", "platlib"))
    Path(where, "borrowed.pth").write_text("\n".join(borrowed) + "\n", encoding="utf-8")
    found = run(python, "-c", "import syria_events; print(syria_events.__file__)", cwd=folder).stdout.strip()
    assert Path(found).is_relative_to(where), found
    return folder / BIN / f"syria-events{EXE}"


def test_the_wheel_holds_everything(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert EMBEDDED + "resources.json" in names, "the wheel holds no models: make them, or fetch them, then build again"
    package = ROOT / "syria_events"
    wanted = {path.relative_to(ROOT).as_posix() for path in package.rglob("*") if path.is_file()}
    assert {name for name in wanted if "__pycache__" not in name} - names == set()
    for name in ("py.typed", "lexicon/data/cameo.tsv", "lexicon/data/actors/persons.toml", "lexicon/data/actions.toml"):
        assert f"syria_events/{name}" in names


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"syria_events", f"syria_events-{__version__}.dist-info"}


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    archive, info = zipfile.ZipFile(wheel), f"syria_events-{__version__}.dist-info"
    said = archive.read(f"{info}/METADATA").decode("utf-8")
    assert "License-Expression: MIT AND CC-BY-NC-SA-3.0" in said and "# syria-events" in said
    assert f"{info}/licenses/LICENSE" in archive.namelist()
    assert "syria-events = syria_events.__main__:main" in archive.read(f"{info}/entry_points.txt").decode("utf-8")


def test_the_installed_program_extracts(program: Path, tmp_path: Path) -> None:
    shutil.copy(SEED, tmp_path / "article.txt")
    done = run(program, "extract", "article.txt", "--date", "2016-06-21", "-o", "events.csv", cwd=tmp_path)
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows and {row["doc_id"] for row in rows} == {"article"}
    assert done.stderr.startswith("1 article, ")
    assert run(program, "show", "events.csv", cwd=tmp_path).stdout.startswith("article  2016-06-21\n")


def test_the_installed_program_says_its_version(program: Path, tmp_path: Path) -> None:
    assert run(program, "--version", cwd=tmp_path).stdout.startswith(f"syria-events {__version__} (Stanza ")
