"""What is alive of the modules that are mutated, and what becomes of it for a mutant."""

import ast
import gc
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

from tests.mutants import mutation
from tests.mutants.mutation import Mutant

ROOT = Path(__file__).resolve().parents[2]
Key = tuple[str, str, int]
Line = tuple[str, int]


class Live:
    """What is alive of the modules that are mutated: their functions, constants and caches."""

    def __init__(self, files: list[Path]) -> None:
        self.files = {str(file): file for file in files}
        self.modules: dict[Path, ModuleType] = {
            Path(module.__file__).resolve(): module
            for module in list(sys.modules.values())
            if getattr(module, "__file__", None) and module.__name__.startswith("syria_events")  # type: ignore[arg-type]
        }
        self.functions: defaultdict[Key, list[FunctionType]] = defaultdict(list)
        for function in gc.get_objects():
            if (
                isinstance(function, FunctionType)
                and (file := os.path.realpath(function.__code__.co_filename)) in self.files
            ):
                code = function.__code__
                self.functions[file, code.co_qualname, code.co_firstlineno].append(function)

    def exchange(self, mutant: Mutant) -> None:
        """Give the functions that a mutant is about its code."""
        assert mutant.tree is not None
        mutant.change()
        module = compile(ast.fix_missing_locations(mutant.tree), str(mutant.file), "exec", dont_inherit=True)
        code = next(
            code
            for code in _codes(module)
            if (code.co_qualname, code.co_firstlineno) == (mutant.function, mutant.first)
        )
        for function in self.functions[self.key(mutant)]:
            function.__code__ = code

    def key(self, mutant: Mutant) -> Key:
        return str(mutant.file), mutant.function, mutant.first

    def rebind(self, module: ModuleType, name: str, value: object) -> None:
        """Give a constant another value wherever modules of the package hold it, and what is made of it."""
        old = getattr(module, name)
        for one in self.modules.values():
            if one.__dict__.get(name) is old:
                setattr(one, name, value)
        file = Path(str(module.__file__)).resolve()
        tree = ast.parse(file.read_bytes())
        for dependent, _, expression in mutation.constants(tree):
            if dependent != name and _mentions(expression, name):
                try:
                    made = eval(compile(ast.Expression(expression), str(file), "eval"), module.__dict__)
                except ValueError:  # what may be declared once only
                    continue
                self.rebind(module, dependent, made)
        for qualified, node in mutation.outermost(tree.body):
            for default, by_name, at in mutation.defaults(node):
                if isinstance(default, ast.Name) and default.id == name:
                    for function in self.functions[str(file), qualified, mutation.first_line(node)]:
                        set_default(function, by_name, at, value)

    def forget(self, everything: bool = False) -> None:
        """Empty the caches of the files, or of the whole package: what was worked out before a mutant was made."""
        modules = [module for file, module in self.modules.items() if everything or str(file) in self.files]
        names = {module.__name__ for module in modules}
        kinds = tuple(
            kind
            for module in modules
            for kind in vars(module).values()
            if isinstance(kind, type) and any(isinstance(v, cached_property) for v in vars(kind).values())
        )
        for thing in gc.get_objects():
            if hasattr(type(thing), "cache_clear") and getattr(thing, "__module__", "") in names:
                thing.cache_clear()
            elif isinstance(thing, kinds):
                for name, value in vars(type(thing)).items():
                    if isinstance(value, cached_property):
                        vars(thing).pop(name, None)


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


def _mentions(tree: ast.AST, name: str) -> bool:
    return any(
        (isinstance(n, ast.Name) and n.id == name) or (isinstance(n, ast.Attribute) and n.attr == name)
        for n in ast.walk(tree)
    )


def set_default(function: FunctionType, by_name: bool, at: int | str, value: object) -> None:
    """Give an argument another default."""
    if by_name:
        function.__kwdefaults__[str(at)] = value
    else:
        old = function.__defaults__ or ()
        function.__defaults__ = tuple(value if i == at else one for i, one in enumerate(old))


def find_mutants(files: list[Path], live: Live) -> Iterator[Mutant]:
    """The mutants of all files, in order."""
    for file in files:
        tree = ast.parse(file.read_bytes())
        yield from mutation.of_functions(file, tree)
        for name, node in mutation.outermost(tree.body):
            for default, by_name, at in mutation.defaults(node):
                for value in mutation.other_defaults(default):
                    functions = live.functions[str(file), name, mutation.first_line(node)]
                    change = partial(_set_all, functions, by_name, at, value)
                    body = range(node.lineno, (node.end_lineno or node.lineno) + 1)
                    first = mutation.first_line(node)
                    yield Mutant(file, default.lineno, f"default {value!r}", name, first, body, change)
        module = live.modules.get(file)
        for name, statement, expression in mutation.constants(tree) if module else ():
            for i, what, value in mutation.other_values(name, getattr(module, name)):
                line = mutation.element_line(expression, i) if "dropped" in what else statement.lineno
                yield Mutant(file, line, what, "", 0, range(0), partial(live.rebind, module, name, value), name=name)


def _set_all(functions: Iterable[FunctionType], by_name: bool, at: int | str, value: object) -> None:
    for function in functions:
        set_default(function, by_name, at, value)


class Uses:
    """The lines of functions that name a constant of a module."""

    def __init__(self, files: list[Path]) -> None:
        self.lines: defaultdict[str, set[Line]] = defaultdict(set)
        self.elsewhere: set[str] = set()  # named where no function is: in classes, decorators, other files
        self.made: defaultdict[str, set[str]] = defaultdict(set)  # constants made of it
        for file in sorted((ROOT / "syria_events").rglob("*.py")):
            tree = ast.parse(file.read_bytes())
            inside: set[ast.AST] = set()
            for _, node in mutation.outermost(tree.body):
                for statement in node.body:
                    for one in ast.walk(statement):
                        inside.add(one)
                        if isinstance(one, ast.Name | ast.Attribute):
                            self.lines[_called(one)].add((str(file), one.lineno))
                            if file not in files:
                                self.elsewhere.add(_called(one))
            for made, _, expression in mutation.constants(tree):
                for one in ast.walk(expression):
                    inside.add(one)
                    if isinstance(one, ast.Name | ast.Attribute):
                        self.made[_called(one)].add(made)
            for one in ast.walk(tree):
                if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load) and one not in inside:
                    self.elsewhere.add(one.id)

    def of(self, name: str) -> set[Line] | None:
        """The lines that name a constant or one made of it; None if it is named elsewhere too."""
        names, waiting = {name}, [name]
        while waiting:
            new = self.made[waiting.pop()] - names
            names |= new
            waiting += new
        if names & self.elsewhere:
            return None
        return set().union(*(self.lines[one] for one in names))


def _called(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr
