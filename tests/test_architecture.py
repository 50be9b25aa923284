"""The import direction of the house, read from the sources: `from` and `import` anywhere in a file, functions too."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import syria_events

PACKAGE = "syria_events"
ROOT = Path(syria_events.__file__).parent

# Lowest first. A file may import what stands below its own line, and its own subpackage; the longest name counts.
LAYERS = [
    {"syria_events", "errors", "normalize", "plaintext", "provenance"},
    {"lexicon.cameo", "lexicon.spelling", "dates"},
    # `model` needs `lexicon.cameo`, and so what `lexicon/__init__` imports: it must not import `model`
    {"lexicon"},
    {"model"},
    {"tagging.conllu"},
    {"reading", "output.table"},
    {"outcome", "output"},
    {"rules", "stories"},
    {"tagging"},
    {"pipeline"},
    {"cli", "training"},
    {"__main__"},
]
LAYER = {name: number for number, names in enumerate(LAYERS) for name in names}

# who may import what is slow or heavy, and whether only inside a function
HEAVY = {"stanza": {"tagging", "training"}, "torch": {"tagging", "training"}, "pandas": {"output", "training"}}
ONLY_INSIDE_FUNCTIONS = {"pandas", "openpyxl", "plotly", "ray"}


class Import(NamedTuple):
    """One imported module, dotted and absolute, and whether it is imported later than the file that names it."""

    module: str
    inside: bool
    line: int


def modules() -> list[str]:
    """Every module of the package, without its name: `cli.app`, `cli.__init__`."""
    return sorted(".".join(path.relative_to(ROOT).with_suffix("").parts) for path in ROOT.rglob("*.py"))


@cache
def imports(module: str) -> tuple[Import, ...]:
    path = ROOT.joinpath(*module.split(".")).with_suffix(".py")
    return tuple(_imports(ast.parse(path.read_text(encoding="utf-8")), inside=False))


def _imports(node: ast.AST, *, inside: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Import(names=names, lineno=line):
                yield from (Import(name.name, inside, line) for name in names)
            case ast.ImportFrom(module=module, names=names, level=level, lineno=line):
                base = "." * level + (module or "")
                yield from (Import(_submodule(base, name.name), inside, line) for name in names)
            case _:
                later = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or _for_types(child)
                yield from _imports(child, inside=inside or later)


def _for_types(node: ast.AST) -> bool:
    """`if TYPE_CHECKING:` runs for type checkers only."""
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _submodule(base: str, name: str) -> str:
    """`from syria_events import reading` imports a module, `from syria_events import __version__` does not."""
    if base.split(".")[0] != PACKAGE:
        return base
    place = ROOT.joinpath(*base.split(".")[1:], name)
    return f"{base}.{name}" if place.is_dir() or place.with_suffix(".py").is_file() else base


def inner(module: str) -> list[tuple[str, Import]]:
    """What a module imports of this package, without the package's name."""
    found = [(i.module.removeprefix(PACKAGE).removeprefix(".") or PACKAGE, i) for i in imports(module)]
    return [(name, i) for name, i in found if i.module.split(".")[0] == PACKAGE]


def layer(module: str) -> int:
    parts = module.removesuffix(".__init__").split(".")
    for length in range(len(parts), 0, -1):
        if (name := ".".join(parts[:length])) in LAYER:
            return LAYER[name]
    pytest.fail(f"{module}: give the new module a place in LAYERS")


def top(module: str) -> str:
    return module.split(".")[0]


@pytest.mark.parametrize("module", [m for m in modules() if m != "__init__"])
def test_imports_point_down(module: str) -> None:
    wrong = [
        f"line {i.line}: {name}"
        for name, i in inner(module)
        if layer(name) >= layer(module) and not (top(name) == top(module) and layer(name) == layer(module))
    ]
    assert wrong == []


@pytest.mark.parametrize("module", modules())
def test_imports_are_absolute(module: str) -> None:
    assert [i.line for i in imports(module) if i.module.startswith(".")] == []


@pytest.mark.parametrize("module", ["errors", "normalize", "plaintext", "provenance"])
def test_the_foundations_import_nothing_of_the_package(module: str) -> None:
    assert inner(module) == []


def test_the_package_itself_imports_nothing_until_asked() -> None:
    assert [i for i in imports("__init__") if not i.inside and i.module != "typing"] == []


@pytest.mark.parametrize("module", [m for m in modules() if top(m) not in ("cli", "__main__")])
def test_nothing_imports_the_command_line(module: str) -> None:
    assert [i.line for name, i in inner(module) if top(name) == "cli"] == []


@pytest.mark.parametrize("module", [m for m in modules() if top(m) == "rules"])
def test_rules_know_no_tagger(module: str) -> None:
    assert [name for name, _ in inner(module) if top(name) in ("tagging", "pipeline", "cli", "output", "reading")] == []


@pytest.mark.parametrize("module", modules())
def test_heavy_libraries_stay_behind_their_doors(module: str) -> None:
    for i in imports(module):
        library = i.module.split(".")[0]
        assert top(module) in HEAVY.get(library, {top(module)}), f"line {i.line} imports {library}"
        assert i.inside or library not in ONLY_INSIDE_FUNCTIONS or top(module) == "training", f"line {i.line}"


def test_importing_the_package_is_light() -> None:
    code = f"import sys, {PACKAGE}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, cwd=ROOT.parent
    )
    names = set(loaded.stdout.split())
    assert PACKAGE in names
    assert {name for name in names if name.startswith(f"{PACKAGE}.")} == set()
    assert not names & {"torch", "stanza", "pandas", "numpy", "rich", "typer"}


def test_the_layers_name_what_exists() -> None:
    known = {PACKAGE, *(module.removesuffix(".__init__") for module in modules())}
    assert {name for names in LAYERS for name in names} - known == set()
