"""How many small faults in the rules the tests notice: `python -m tests.mutants [PATH...]`, or `make mutants`.

Every comparison, number, condition, result and looked-up word of the rules is changed, one at a time, and the tests of
the rules and dates are run until one fails: the mutant is killed. One that none notices survives, and is listed: it
wants a pair of cases, or its code is not needed.

All runs in one process: the tests are collected once, a mutant is the code of one live function exchanged in a forked
child. A test is run only if it executes the changed line (which is recorded first), those that noticed a neighbour
before others. Tests by hypothesis, and those that take long, are left out; a mutant that runs for long counts as
killed. It takes half an hour; not for CI, but to be run by hand and weekly.

    python -m tests.mutants                             all of syria_events/rules and syria_events/dates
    python -m tests.mutants syria_events/rules/places.py
    python -m tests.mutants --sample 300 --seed 1       as many at random, always the same for a seed
    python -m tests.mutants --operators 'if,operand'    only changes whose name begins so
    python -m tests.mutants --json mutants.json         all mutants with what killed them

Changed are: comparisons (`<` becomes `<=`, `==` `!=`, `in` `not in`), numbers (one more, one less), `and` and `or` as
well as each of their operands, `not`, conditions (always, never), results (`None`, empty, `True`, `False`), yields,
calls for their effect, flags, `+` and `-`, words, defaults, and of the module's own constants numbers and single
elements of collections. Left alone are docstrings, annotations, messages, `assert`, `raise`, `__repr__` and fields of
dataclasses.
"""

import argparse
import ast
import gc
import json
import os
import pickle
import random
import resource
import selectors
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from itertools import pairwise
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests import mutation
from tests.mutation import Mutant

ROOT = Path(__file__).resolve().parents[1]
PATHS = ("syria_events/rules", "syria_events/dates")
TESTS = ("tests/test_cases.py", "tests/rules", "tests/dates", "tests/eval")
SLOW = 2.0  # seconds of processor time: a test that takes longer when its lines are recorded is left out
MEMORY = 2 << 30  # bytes a child may take
Line = tuple[str, int]
Key = tuple[str, str, int]


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
            if isinstance(function, FunctionType) and (file := os.path.realpath(function.__code__.co_filename)) in self.files:
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


class Recorder:
    """Records the lines of some files that are executed."""

    def __init__(self, files: Iterable[str]) -> None:
        self.files = frozenset(files)
        self.lines: set[Line] = set()

    def start(self) -> None:
        sys.settrace(self._call)

    def stop(self) -> set[Line]:
        sys.settrace(None)
        lines, self.lines = self.lines, set()
        return lines

    def _call(self, frame: FrameType, event: str, _: object) -> Callable[..., object] | None:
        file = frame.f_code.co_filename
        if file not in self.files:
            return None
        add = self.lines.add

        def each(frame: FrameType, event: str, _: object) -> object:
            if event == "line":
                add((file, frame.f_lineno))
            return each

        return each


class Runner:
    """A plugin of pytest that runs, in place of the tests, what the mutants do to them."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.files = [file for path in options.paths for file in _files(ROOT / path)]
        self.recorder = Recorder(map(str, self.files))
        self.loading: set[Line] = set()  # lines executed only when modules, tests and caches were filled
        self.items: list[pytest.Item] = []
        self.covering: defaultdict[Line, list[int]] = defaultdict(list)
        self.cost: dict[int, float] = {}  # seconds by test
        self.killers: defaultdict[object, Counter[int]] = defaultdict(Counter)
        self.killed_by: dict[Mutant, str] = {}
        self.survivors: list[Mutant] = []

    # hooks

    def pytest_collection(self) -> None:
        self.recorder.start()

    def pytest_collection_finish(self) -> None:
        self.loading = self.recorder.stop()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        chosen = [item for item in session.items if item.get_closest_marker("model") is None]
        self.items = [item for item in chosen if not hasattr(getattr(item, "obj", None), "hypothesis")]
        live = Live(self.files)
        mutants = self._chosen(find_mutants(self.files, live))
        say(f"{len(mutants)} mutants, {len(self.items)} tests")
        began = time.monotonic()
        self._record(live)
        say(f"{len(self.cost)} tests recorded in {time.monotonic() - began:.0f} s")
        self._run(mutants, live)
        self._report(mutants, time.monotonic() - began)
        return True

    def _chosen(self, found: Iterable[Mutant]) -> list[Mutant]:
        kinds = tuple(kind.strip() for kind in self.options.operators.split(","))
        mutants = [mutant for mutant in found if mutant.operator.startswith(kinds)]
        if self.options.sample and self.options.sample < len(mutants):
            kept = set(random.Random(self.options.seed).sample(range(len(mutants)), self.options.sample))
            mutants = [mutant for i, mutant in enumerate(mutants) if i in kept]
        return mutants

    # which test executes what

    def _record(self, live: Live) -> None:
        """Run all tests once to fill the caches, then once more to see what each executes when they are filled."""
        tests = list(range(len(self.items)))
        for _, lines in self._record_some(tests).values():
            self.loading |= lines
        live.forget()
        tests = list(self.cost)
        share = [tests[start :: self.options.jobs] for start in range(self.options.jobs)]
        for records in in_children([partial(self._record_some, part) for part in share], self.options.jobs, None):
            assert records is not None, "a test ended the process"
            for index, (seconds, lines) in records.items():
                self.cost[index] = seconds
                self.loading -= lines
                for line in lines:
                    self.covering[line].append(index)

    def _record_some(self, indexes: list[int]) -> dict[int, tuple[float, set[Line]]]:
        found: dict[int, tuple[float, set[Line]]] = {}
        for index, following in pairwise([*indexes, None]):
            assert index is not None
            began = time.process_time()
            with _limit(SLOW):
                self.recorder.start()
                failed = self._fails(index, following)
            lines = self.recorder.stop()
            seconds = time.process_time() - began
            if failed or seconds > SLOW:
                say(f"left out: {self.items[index].nodeid} ({'fails' if seconds < 0.9 * SLOW else 'takes long'})")
            else:
                found[index] = seconds, lines
                self.cost[index] = seconds
        return found

    def _fails(self, index: int, following: int | None) -> bool:
        after = None if following is None else self.items[following]
        return any(report.failed for report in runtestprotocol(self.items[index], log=False, nextitem=after))

    # the mutants

    def _run(self, mutants: list[Mutant], live: Live) -> None:
        uses = _Uses(self.files)
        tasks = []
        for mutant in mutants:
            tests, forget = self._tests(mutant, uses)
            tasks.append(partial(self._task, mutant, tests, forget, live) if tests else None)
        waiting = [mutant for mutant, task in zip(mutants, tasks, strict=True) if task]
        self.survivors = [mutant for mutant, task in zip(mutants, tasks, strict=True) if not task]
        results = in_children([task for task in tasks if task], self.options.jobs, self._limit)
        began = time.monotonic()
        for done, (mutant, killer) in enumerate(zip(waiting, results, strict=True), 1):
            if killer == -1:
                self.survivors.append(mutant)
            else:
                self.killed_by[mutant] = "time, memory or a crash" if killer is None else self.items[killer].nodeid
                if killer is not None:
                    for near in (live.key(mutant), mutant.file):
                        self.killers[near][killer] += 1
            if done % 100 == 0:
                say(f"{done} of {len(waiting)} in {time.monotonic() - began:.0f} s, {len(self.killed_by)} killed")

    def _limit(self) -> float:
        return self.options.limit

    def _tests(self, mutant: Mutant, uses: "_Uses") -> tuple[list[int], bool]:
        """The tests that may notice a mutant, and whether what was loaded before them must be forgotten."""
        lines = {(str(mutant.file), line) for line in mutant.lines} if not mutant.name else uses.of(mutant.name)
        if lines is None or lines & self.loading:
            return list(self.cost), True
        return list({index: None for line in sorted(lines) for index in self.covering.get(line, ())}), False

    def _task(self, mutant: Mutant, tests: list[int], forget: bool, live: Live) -> int:
        """Run in a child: the test that notices a mutant, -1 for none."""
        near, module = self.killers[live.key(mutant)], self.killers[mutant.file]
        cases = {i: "test_cases.py::test_case" in self.items[i].nodeid for i in tests}
        tests = sorted(tests, key=lambda i: (-near[i], -module[i], not cases[i], self.cost[i], i))
        if forget:
            live.forget(everything=True)
        if mutant.tree is None:
            mutant.change()
        else:
            live.exchange(mutant)
        return next((one for one, following in pairwise([*tests, None]) if self._fails(one, following)), -1)

    # what is said of it

    def _report(self, mutants: list[Mutant], seconds: float) -> None:
        total: Counter[str] = Counter(_module(mutant) for mutant in mutants)
        killed: Counter[str] = Counter(_module(mutant) for mutant in self.killed_by)
        out = sys.stdout
        for mutant in sorted(self.survivors, key=lambda m: (m.file, m.line)):
            source = mutant.file.read_text(encoding="utf-8").splitlines()[mutant.line - 1].strip()
            out.write(f"{mutant.file.relative_to(ROOT)}:{mutant.line}  {mutant.operator}  {source}\n")
        out.write("\n")
        for module in sorted(total):
            out.write(f"{module:50} {killed[module]:5} of {total[module]:5}  {killed[module] / total[module]:6.1%}\n")
        kinds = Counter(_kind(mutant) for mutant in mutants)
        killed_kinds = Counter(_kind(mutant) for mutant in self.killed_by)
        out.write("\n")
        for kind, count in kinds.most_common():
            out.write(f"{kind:50} {killed_kinds[kind]:5} of {count:5}  {killed_kinds[kind] / count:6.1%}\n")
        share = len(self.killed_by) / max(len(mutants), 1)
        out.write(f"\n{len(self.killed_by)} of {len(mutants)} mutants killed, {share:.1%}, in {seconds:.0f} s\n")
        if self.options.json:
            rows = [
                {
                    "file": str(mutant.file.relative_to(ROOT)), "line": mutant.line, "operator": mutant.operator,
                    "function": mutant.function or mutant.name, "killed_by": self.killed_by.get(mutant),
                }
                for mutant in mutants
            ]  # fmt: skip
            Path(self.options.json).write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")


class _Uses:
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


class _limit:  # noqa: N801
    """Ends what runs longer than some seconds of processor time, by an error that a test cannot catch."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def __enter__(self) -> None:
        def stop(*_: object) -> None:
            sys.settrace(None)
            pytest.fail("takes long", pytrace=False)

        signal.signal(signal.SIGPROF, stop)
        signal.setitimer(signal.ITIMER_PROF, self.seconds)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)


def in_children(
    tasks: list[Callable[[], Any]], jobs: int, limit: Callable[[], float] | None
) -> Iterator[Any]:
    """The results of tasks in order, each run in a child of its own; None for one that died or ran for too long."""
    chooser = selectors.DefaultSelector()
    results: dict[int, Any] = {}
    started = given = 0
    while given < len(tasks):
        while started < len(tasks) and len(chooser.get_map()) < jobs:
            stream, pid = _start(tasks[started], limit() if limit else 0)
            chooser.register(stream, selectors.EVENT_READ, (started, pid))
            started += 1
        for key, _ in chooser.select():
            index, pid = key.data
            with os.fdopen(key.fd, "rb") as whole:
                chooser.unregister(key.fd)
                written = whole.read()
            os.waitpid(pid, 0)
            results[index] = pickle.loads(written) if written else None
        while given in results:
            yield results.pop(given)
            given += 1


def _start(task: Callable[[], Any], seconds: float) -> tuple[int, int]:
    """A child that writes what a task gives into a pipe: its reading end, the child's number."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        os.close(writing)
        return reading, pid
    try:
        if seconds:
            signal.signal(signal.SIGPROF, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_PROF, seconds)
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        null = os.open(os.devnull, os.O_WRONLY)
        if seconds:
            os.dup2(null, 1)
            os.dup2(null, 2)
        result = pickle.dumps(task())
        with os.fdopen(writing, "wb") as stream:
            stream.write(result)
    finally:
        os._exit(0)


def _files(path: Path) -> list[Path]:
    files = sorted(path.rglob("*.py")) if path.is_dir() else [path] if path.exists() else []
    return [file.resolve() for file in files]


def _module(mutant: Mutant) -> str:
    return str(mutant.file.relative_to(ROOT))


def _kind(mutant: Mutant) -> str:
    """The operator without what it was applied to."""
    words = mutant.operator.split()
    if words[0] in ("constant", "default"):
        kind = type(ast.literal_eval(mutant.operator.partition(" ")[2])).__name__
        return f"{words[0]} {'of the module' if mutant.name else kind}"
    return f"{words[0]} dropped" if words[0] in ("element", "key") else mutant.operator


def say(words: str) -> None:
    """Tell how far it is."""
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


def main(arguments: list[str] | None = None) -> int:
    """Run the mutants and print what became of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=PATHS, help="files or folders whose functions are changed")
    parser.add_argument("--tests", nargs="+", default=TESTS, help="files or folders of the tests that must notice")
    parser.add_argument("--operators", default="", help="beginnings of the names of changes, with commas between")
    parser.add_argument("--sample", type=int, default=0, help="this many mutants at random")
    parser.add_argument("--seed", type=int, default=0, help="of the sample")
    parser.add_argument("--jobs", type=int, default=2, help="children at a time")
    parser.add_argument("--limit", type=float, default=30.0, help="seconds of processor time for a mutant")
    parser.add_argument("--json", help="a file for all mutants with what killed them")
    options = parser.parse_args(arguments)
    os.chdir(ROOT)
    flags = "-qq -s --no-header --no-summary -p no:cacheprovider -p no:faulthandler -p no:hypothesispytest --assert=plain --tb=no"
    return int(pytest.main([*flags.split(), *(t for t in options.tests if Path(t).exists())], plugins=[Runner(options)]))


if __name__ == "__main__":
    sys.exit(main())
