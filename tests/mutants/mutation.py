"""What `mutants.py` changes: every place of a module that can be mutated, and how.

A mutant is one change of one place. It either changes the tree of the module, of which the code of one function is
then taken, or an object that the module holds: a constant, a default.
"""

import ast
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from operator import setitem
from pathlib import Path

NEVER = "صفصفصف"  # a word that never occurs
ELEMENTS = 6  # of a long collection as many are dropped, one at a time
_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_Function = ast.FunctionDef | ast.AsyncFunctionDef
_TALK = frozenset(("debug", "info", "warning", "error", "exception", "warn"))  # their words are for people


@dataclass(frozen=True, eq=False)
class Mutant:
    """One change of one place.

    Args:
        operator: the kind of change.
        function: qualified name of the outermost function the place is in; empty for one of the module itself.
        first: the line at which the code of that function begins.
        lines: the statement's; a test that executes none of them cannot notice. Empty: not known.
        tree: the module's, which `change` changes; None where it changes a live object itself.
        name: the module's constant that is changed.
    """

    file: Path
    line: int
    operator: str
    function: str
    first: int
    lines: range
    change: Callable[[], object]
    tree: ast.Module | None = None
    name: str = ""


def outermost(body: list[ast.stmt], inside: str = "") -> Iterator[tuple[str, _Function]]:
    """The functions and methods of a module with their qualified names, not those inside of others."""
    for node in body:
        if isinstance(node, _Function):
            if node.name not in ("__repr__", "__str__"):
                yield inside + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from outermost(node.body, f"{inside}{node.name}.")
        elif isinstance(node, ast.If | ast.Try | ast.With):
            yield from outermost(node.body, inside)


def first_line(node: _Function) -> int:
    """The line at which the code of a function begins: that of its first decorator."""
    return min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])


def of_functions(file: Path, tree: ast.Module) -> Iterator[Mutant]:
    """Every change inside of the functions of a module."""
    for name, node in outermost(tree.body):
        body = node.body[1:] if _is_text(node.body[0]) else node.body
        for statement in body:
            for line, operator, lines, change in _Places(node).of(statement):
                yield Mutant(file, line, operator, name, first_line(node), lines, change, tree)


@dataclass
class _Places:
    function: _Function

    def of(self, statement: ast.stmt) -> Iterator[tuple[int, str, range, Callable[[], object]]]:
        """The changes of a statement and of those inside of it."""
        if isinstance(statement, ast.Assert | ast.Raise | ast.Import | ast.ImportFrom | ast.Pass):
            return
        lines = _header(statement)
        for node, operator, change in self._whole(statement):
            yield node.lineno, operator, lines, change
        for field, value in ast.iter_fields(statement):
            if field in ("annotation", "returns", "decorator_list"):
                continue
            for i, child in enumerate(value if isinstance(value, list) else [value]):
                if isinstance(child, ast.stmt):
                    inside = _Places(statement) if isinstance(statement, _Function) else self
                    if not (i == 0 and isinstance(statement, _Function | ast.ClassDef) and _is_text(child)):
                        yield from inside.of(child)
                elif isinstance(child, ast.match_case):
                    yield from self._case(child)
                elif isinstance(child, ast.ExceptHandler):
                    for inner in child.body:
                        yield from self.of(inner)
                elif isinstance(child, ast.AST):
                    put = partial(setitem, value, i) if isinstance(value, list) else partial(setattr, statement, field)
                    for node, operator, change in _inside(child, put):
                        yield node.lineno, operator, lines, change

    def _case(self, case: ast.match_case) -> Iterator[tuple[int, str, range, Callable[[], object]]]:
        lines = range(case.pattern.lineno, (case.guard or case.pattern).end_lineno + 1)  # type: ignore[operator]
        for value in ast.walk(case.pattern):
            if isinstance(value, ast.MatchValue):
                for node, operator, change in _inside(value.value, partial(setattr, value, "value")):
                    yield node.lineno, operator, lines, change
        if case.guard is not None:
            for node, operator, change in _condition(case, "guard", case.guard):
                yield node.lineno, operator, lines, change
            for node, operator, change in _inside(case.guard, partial(setattr, case, "guard")):
                yield node.lineno, operator, lines, change
        for inner in case.body:
            yield from self.of(inner)

    def _whole(self, statement: ast.stmt) -> Iterator[tuple[ast.expr | ast.stmt, str, Callable[[], object]]]:
        match statement:
            case ast.If(test=test):
                yield from _condition(statement, "test", test)
            case ast.While(test=test):
                yield test, "while never", partial(setattr, statement, "test", ast.Constant(False))
            case ast.Return(value=value) if value is not None:
                for other in _other_results(self.function.returns, value):
                    yield statement, f"return {ast.unparse(other)}", partial(setattr, statement, "value", other)
            case ast.Expr(value=ast.Yield() | ast.YieldFrom() as value):
                nothing = ast.YieldFrom(ast.Tuple([], ast.Load()))
                yield value, "yield nothing", partial(setattr, statement, "value", nothing)
            case ast.Expr(value=ast.Call() as value):
                yield value, "call dropped", partial(setattr, statement, "value", ast.Constant(None))
            case ast.AugAssign(op=ast.Add() | ast.Sub() as op):
                other_op = ast.Sub() if isinstance(op, ast.Add) else ast.Add()
                yield statement, "+= -=", partial(setattr, statement, "op", other_op)


def _inside(node: ast.AST, put: Callable[[ast.AST], object]) -> Iterator[tuple[ast.expr, str, Callable[[], object]]]:
    """The changes of an expression and of those inside of it; `put` puts another one in its place."""
    match node:
        case ast.Compare(ops=ops):
            for i, op in enumerate(ops):
                other = _COMPARED[type(op)]
                yield node, f"{type(op).__name__} {other.__name__}", partial(setitem, ops, i, other())
        case ast.BoolOp(op=op, values=values):
            swapped, neutral = (ast.Or(), True) if isinstance(op, ast.And) else (ast.And(), False)
            yield node, "and or", partial(setattr, node, "op", swapped)
            for i, value in enumerate(values):
                yield value, "operand dropped", partial(setitem, values, i, ast.Constant(neutral))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield node, "not dropped", partial(put, operand)
        case ast.IfExp(test=test):
            yield from _condition(node, "test", test)
        case ast.comprehension(ifs=ifs):
            for i, test in enumerate(ifs):
                for value in (True, False):
                    yield test, f"if {value}", partial(setitem, ifs, i, ast.Constant(value))
        case ast.BinOp(op=ast.Add() | ast.Sub() as op):
            yield node, "+ -", partial(setattr, node, "op", ast.Sub() if isinstance(op, ast.Add) else ast.Add())
        case ast.Constant(value=value):
            for other_value in _others(value):
                yield node, f"constant {other_value!r}", partial(setattr, node, "value", other_value)
        case ast.Call(func=ast.Attribute(attr=attr)) if attr in _TALK:
            return
        case ast.JoinedStr(values=values):
            for value in values:
                if isinstance(value, ast.FormattedValue):
                    yield from _inside(value.value, partial(setattr, value, "value"))
            return
    for field, value in ast.iter_fields(node):
        for i, child in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(child, ast.expr | ast.comprehension | ast.keyword | ast.arguments):
                where = partial(setitem, value, i) if isinstance(value, list) else partial(setattr, node, field)
                yield from _inside(child, where)


def _condition(node: ast.AST, field: str, test: ast.expr) -> Iterator[tuple[ast.expr, str, Callable[[], object]]]:
    for value in (True, False):
        yield test, f"if {value}", partial(setattr, node, field, ast.Constant(value))


def _others(value: object) -> tuple[object, ...]:
    """What a constant becomes."""
    match value:
        case bool():
            return (not value,)
        case int():
            return value + 1, value - 1
        case float():
            return (round(value + 0.1, 6),)
        case str() if value:
            return (NEVER,)
    return ()


def _other_results(returns: ast.expr | None, value: ast.expr) -> Iterator[ast.expr]:
    """What a function returns instead, of the type that it says."""
    said = ast.unparse(returns) if returns is not None else ""
    if said.startswith("bool"):
        results: list[object] = [True, False]
    elif "None" in said or not said:
        results = [None]
    else:
        kinds = {"str": "", "int": 0, "float": 0.0, "tuple": (), "list": [], "Iterator": (), "Iterable": ()}
        results = [next((empty for kind, empty in kinds.items() if said.lower().startswith(kind.lower())), None)]
    for result in results:
        other = ast.parse(repr(result), mode="eval").body
        is_constant = isinstance(value, ast.Constant) and type(value.value) is bool
        if ast.dump(other) != ast.dump(value) and not is_constant:  # flipped as a constant already
            yield other


def _header(statement: ast.stmt) -> range:
    """The lines of a simple statement, or of the part of a compound one before its body."""
    match statement:
        case ast.If(test=part) | ast.While(test=part) | ast.For(iter=part) | ast.Match(subject=part):
            return range(statement.lineno, (part.end_lineno or part.lineno) + 1)
        case ast.With() | ast.Try() | ast.FunctionDef() | ast.ClassDef():
            return range(statement.lineno, statement.lineno + 1)
    return range(statement.lineno, (statement.end_lineno or statement.lineno) + 1)


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


# what the module holds: constants and defaults


def constants(tree: ast.Module) -> Iterator[tuple[str, ast.stmt, ast.expr]]:
    """The names that a module gives a value, but for dunder names."""
    for statement in tree.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                pass
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                pass
            case ast.Assign(targets=[ast.Tuple(elts=elts)], value=ast.Tuple(elts=values)):
                for target, one in zip(elts, values, strict=False):
                    if isinstance(target, ast.Name):
                        yield target.id, statement, one
                continue
            case _:
                continue
        if not name.startswith("__"):
            yield name, statement, value


def other_values(name: str, value: object) -> Iterator[tuple[int, str, object]]:
    """What a constant of a module becomes: position of what is changed in it, the change, the new value."""
    if isinstance(value, bool | int | float):
        for other in _others(value):
            yield 0, f"constant {other!r}", other
    elif type(value) in (tuple, list):
        for i in _some(name, len(value)):
            yield i, f"element {i} dropped", type(value)(one for k, one in enumerate(value) if k != i)
    elif type(value) in (set, frozenset):
        items = sorted(value, key=repr)
        for i in _some(name, len(items)):
            yield 0, f"element {items[i]!r:.30} dropped", type(value)(items[:i] + items[i + 1 :])
    elif type(value) is dict:
        keys = list(value)
        for i in _some(name, len(keys)):
            yield i, f"key {keys[i]!r:.30} dropped", {key: one for key, one in value.items() if key != keys[i]}


def _some(name: str, count: int) -> list[int]:
    """The places of a collection, of a long one some, always the same."""
    if count <= ELEMENTS:
        return list(range(count))
    return sorted(sorted(range(count), key=lambda i: zlib.crc32(f"{name}{i}".encode()))[:ELEMENTS])


def element_line(value: ast.expr, index: int) -> int:
    """The line at which an element of a written collection stands, or that of the collection."""
    inner = value.elts if isinstance(value, ast.Tuple | ast.List) else value.keys if isinstance(value, ast.Dict) else []
    node = inner[index] if index < len(inner) else None
    return value.lineno if node is None else node.lineno


def defaults(node: _Function) -> Iterator[tuple[ast.expr, bool, int | str]]:
    """The defaults of a function: the expression, whether by keyword only, position or name."""
    for i, default in enumerate(node.args.defaults):
        yield default, False, i
    for argument, one in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True):
        if one is not None:
            yield one, True, argument.arg


def other_defaults(default: ast.expr) -> tuple[object, ...]:
    """What a default becomes; nothing for one that is no constant."""
    return _others(default.value) if isinstance(default, ast.Constant) else ()
