"""The mutants of small functions; what the tests make of them is tried on one function of our own."""

import ast
from pathlib import Path

import pytest

from tests.mutants import mutation

FILE = Path("module.py")


def mutants(source: str) -> set[str]:
    """Every mutant of a module as it would be written."""
    count = len(list(mutation.of_functions(FILE, ast.parse(source))))
    made = set()
    for i in range(count):
        tree = ast.parse(source)
        mutant = list(mutation.of_functions(FILE, tree))[i]
        mutant.change()
        made.add(ast.unparse(ast.fix_missing_locations(tree)).partition("\n")[2].strip())
    return made


@pytest.mark.parametrize(
    ("body", "made"),
    [
        ("x = a < b", {"x = a <= b"}),
        ("x = a in b", {"x = a not in b"}),
        ("x = a == 3", {"x = a != 3", "x = a == 4", "x = a == 2"}),
        ("x = a and b", {"x = a or b", "x = True and b", "x = a and True"}),
        ("x = not a", {"x = a"}),
        ("x = a + b", {"x = a - b"}),
        ("x += b", {"x -= b"}),
        ("x = True", {"x = False"}),
        ("x = 0.8", {"x = 0.9"}),
        ("f(a)", {"None"}),
        ("x = f'{a} b'", set()),
        ("x = f('في')", {f"x = f('{mutation.NEVER}')"}),
        ("x = a if b else c", {"x = a if True else c", "x = a if False else c"}),
        ("x = [a for a in b if c]", {"x = [a for a in b if True]", "x = [a for a in b if False]"}),
        ("yield a", {"yield from ()"}),
        ("raise ValueError('في' + 1)", set()),
        ("assert a < 3", set()),
        ("log.warning('words')", {"None"}),
        ("'''Docstring.'''", set()),
    ],
)
def test_a_statement(body: str, made: set[str]) -> None:
    assert mutants(f"def f():\n    {body}") == made


@pytest.mark.parametrize(
    ("kind", "results"),
    [
        ("bool", {"True", "False"}),
        ("str", {"''"}),
        ("tuple[int, ...]", {"()"}),
        ("int | None", {"None"}),
        ("int", {"0"}),
    ],
)
def test_a_result(kind: str, results: set[str]) -> None:
    assert mutants(f"def f() -> {kind}:\n    return a") == {f"return {result}" for result in results}


def test_a_condition() -> None:
    made = mutants("def f():\n    if a:\n        pass")
    assert made == {"if True:\n        pass", "if False:\n        pass"}


def test_methods_and_inner_functions_are_found_and_repr_is_not() -> None:
    inner = "        def g():\n            return 1\n        return g\n"
    source = f"class A:\n    def f(self):\n{inner}    def __repr__(self): return 'a'"
    assert {m.function for m in mutation.of_functions(FILE, ast.parse(source))} == {"A.f"}


def test_collections_of_a_module_lose_one_element() -> None:
    assert [value for *_, value in mutation.other_values("X", ("a", "b"))] == [("b",), ("a",)]
    assert [value for *_, value in mutation.other_values("X", frozenset(("a",)))] == [frozenset()]
    assert [value for *_, value in mutation.other_values("X", {"a": 1})] == [{}]
    assert [value for *_, value in mutation.other_values("X", 25)] == [26, 24]
    assert len(list(mutation.other_values("X", tuple(range(99))))) == mutation.ELEMENTS
