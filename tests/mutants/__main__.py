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
import io
import json
import os
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from contextlib import redirect_stdout
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol

from tests.mutants.children import Limit, Line, Recorder, in_children
from tests.mutants.live import ROOT, Live, Uses, find_mutants
from tests.mutants.mutation import Mutant

PATHS = ("syria_events/rules", "syria_events/dates")
TESTS = ("tests/test_cases.py", "tests/rules", "tests/dates", "tests/eval/test_snapshot.py")
SLOW = 5.0  # seconds of processor time: a test that takes longer when its lines are recorded is left out


class Runner:
    """A plugin of pytest that runs, in place of the tests, what the mutants do to them."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.files = [file for path in options.paths for file in _files(ROOT / path)]
        self.recorder = Recorder(map(str, self.files))
        self.loading: set[Line] = set()  # lines executed when modules and tests were loaded
        self.filling: set[Line] = set()  # lines executed when a cache is filled
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
        self._record()
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

    def _record(self) -> None:
        """Run all tests once, which fills the caches, then once more to see what each executes when they are full."""
        with redirect_stdout(io.StringIO()):
            first = self._record_some(list(range(len(self.items))))
        tests = list(first)
        share = [tests[start :: self.options.jobs] for start in range(self.options.jobs)]
        covered: set[Line] = set()
        for records in in_children([partial(self._record_some, part) for part in share], self.options.jobs, None):
            assert records is not None, "a test ended the process"
            for index, (seconds, lines) in records.items():
                self.cost[index] = seconds
                self.filling |= first[index][1] - lines
                covered |= lines
                for line in lines:
                    self.covering[line].append(index)
        self.filling |= self.loading - covered

    def _record_some(self, indexes: list[int]) -> dict[int, tuple[float, set[Line]]]:
        found: dict[int, tuple[float, set[Line]]] = {}
        for index, following in pairwise([*indexes, None]):
            assert index is not None
            began = time.process_time()
            with Limit(SLOW):
                self.recorder.start()
                failed = self._fails(index, following)
            lines = self.recorder.stop()
            seconds = time.process_time() - began
            if failed or seconds > SLOW:
                say(f"left out: {self.items[index].nodeid} ({'fails' if seconds < 0.9 * SLOW else 'takes long'})")
            else:
                found[index] = seconds, lines
        return found

    def _fails(self, index: int, following: int | None) -> bool:
        after = None if following is None else self.items[following]
        return any(report.failed for report in runtestprotocol(self.items[index], log=False, nextitem=after))

    # the mutants

    def _run(self, mutants: list[Mutant], live: Live) -> None:
        uses = Uses(self.files)
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

    def _tests(self, mutant: Mutant, uses: "Uses") -> tuple[list[int], bool]:
        """The tests that may notice a mutant, and whether what was loaded before them must be forgotten."""
        lines = {(str(mutant.file), line) for line in mutant.lines} if not mutant.name else uses.of(mutant.name)
        covering = {index: None for line in sorted(lines or ()) for index in self.covering.get(line, ())}
        if lines is None or lines & self.filling:
            return list(covering | dict.fromkeys(self.cost)), True
        return list(covering), False

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
    flags = "-qq -s --no-header --no-summary --assert=plain --tb=no".split()
    flags += [f"-pno:{plugin}" for plugin in ("cacheprovider", "faulthandler", "hypothesispytest")]
    tests = [path for path in options.tests if Path(path).exists()]
    return int(pytest.main([*flags, *tests], plugins=[Runner(options)]))


if __name__ == "__main__":
    sys.exit(main())
