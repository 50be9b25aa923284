"""The package depends on what it imports, and on nothing else."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DECLARED = {re.match(r"[\w-]+", line)[0].lower() for line in PROJECT["project"]["dependencies"]}  # type: ignore[index]
TRAINING = {re.match(r"[\w-]+", line)[0].lower() for line in PROJECT["dependency-groups"]["training"]}  # type: ignore[index]


def imported(folder: Path) -> set[str]:
    """The distributions that the modules of a folder import, at their heads or inside."""
    names: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names.add(str(node.module).partition(".")[0])
    homes = packages_distributions()
    foreign = names - sys.stdlib_module_names - {"syria_events"}
    return {homes.get(name, [name])[0].lower().replace("_", "-") for name in foreign}


def test_what_is_imported_is_declared_and_nothing_else() -> None:
    package = ROOT / "syria_events"
    training = imported(package / "training")
    assert imported(package) - training - DECLARED == set()
    assert training - DECLARED - TRAINING == set()
    assert imported(package) >= DECLARED


def test_stanza_is_held_to_the_versions_that_were_tried() -> None:
    from syria_events.tagging.pipeline import TRIED

    (line,) = (line for line in PROJECT["project"]["dependencies"] if line.startswith("stanza"))
    assert all(version.startswith("1.15.") for version in TRIED) and line == "stanza>=1.15,<1.16"


def test_the_torch_that_is_installed_is_the_one_the_readme_names() -> None:
    (pin,) = re.findall(r"^(torch==\S+)$", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert pin in (ROOT / "README.md").read_text(encoding="utf-8")
