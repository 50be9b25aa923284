"""Functions run in children of this process, and the lines that they execute."""

import os
import pickle
import resource
import selectors
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from types import FrameType
from typing import Any

import pytest

MEMORY = 2 << 30  # bytes a child may take
Line = tuple[str, int]


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

    def _call(self, frame: FrameType, _event: str, _: object) -> Callable[..., object] | None:
        file = frame.f_code.co_filename
        if file not in self.files:
            return None
        add = self.lines.add

        def each(frame: FrameType, event: str, _: object) -> object:
            if event == "line":
                add((file, frame.f_lineno))
            return each

        return each


class Limit:
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


def in_children(tasks: list[Callable[[], Any]], jobs: int, limit: Callable[[], float] | None) -> Iterator[Any]:
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
