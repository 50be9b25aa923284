"""The program as a process of its own, with the streams a test gives it and a coder that needs no model."""

import os
import pty
import subprocess
import sys
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any, Literal

import pytest

FAKE = """
import os, signal, sys, types
from datetime import date
from syria_events.model import Actor, Doc, Event, Failure, Named, Provenance, Unknown
pipeline = types.ModuleType("syria_events.pipeline")
COUNT = int(os.environ.get("EVENTS", "1"))
HANG = os.environ.get("HANG")

def found(make):
    def find(self, articles, *, done):
        for item in articles:
            article = item.article if isinstance(item, Doc) else item
            for number in range(COUNT):
                yield make(article)
                if HANG and number == 0:
                    open(HANG, "w").close()
                    signal.pause()
            done()
    return find

def event(article):
    return Event(article.id, article.published, Actor("a", "كيري"), "", "قال", "010", None, "", "actual", None, "", "",
                 "", "", None, None, "", 0.5, Provenance(("trigger.verb",)), "قال كيري نعم " * 5, 0, 0, 3, "قال")

class Extractor:
    def __init__(self, **_):
        pass
    def load(self):
        pass
    extract = found(event)
    entities = found(lambda a: Named(a.id, "PER", "كيري", 0, 4, "جون كيري", "John Kerry"))
    unknown = found(lambda a: Unknown("person", "فلان", "~Fulan", 1, 1, "قال فلان نعم"))
    tag = found(lambda a: Doc(a, ()))
    explain = found(lambda a: {"doc_id": a.id, "index": 0, "start": 0, "end": 3, "text": "قال", "triggers": []})

pipeline.Extractor = Extractor
sys.modules["syria_events.pipeline"] = pipeline
from syria_events.cli.app import main
main()
"""


Stream = Literal["pipe", "file", "terminal", "closed", "full"]


@dataclass(frozen=True, slots=True)
class Ended:
    """A run of the program: its exit code, and what it wrote, a terminal's line ends made plain."""

    code: int
    out: bytes
    err: bytes


class Program:
    """The program as a process, with a coder that needs no model.

    Args:
        folder: for the files that stand for its streams.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def start(
        self, *args: object, environment: dict[str, str] | None = None, **streams: Any
    ) -> subprocess.Popen[bytes]:
        """Start it, in an environment in which Python would not write UTF-8 by itself."""
        env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "TERM": "xterm", **(environment or {})}
        return subprocess.Popen([sys.executable, "-c", FAKE, *map(str, args)], env=env, **streams)

    def run(
        self,
        *args: object,
        stdin: Stream = "file",
        stdout: Stream = "pipe",
        stderr: Stream = "pipe",
        text: str = "",
        **environment: str,
    ) -> Ended:
        """Run it to its end; `text` is what standard input holds, but a terminal has nothing to say."""
        with ExitStack() as stack:
            given = self._stdin(stdin, text, stack)
            out, err = (self._output(kind, name) for kind, name in ((stdout, "out"), (stderr, "err")))
            running = self.start(*args, environment=environment, stdin=given, stdout=out.theirs, stderr=err.theirs,
                                 preexec_fn=lambda: _close(stdin, stdout, stderr))  # fmt: skip
            for stream in (out, err):
                stream.begin()
            code = running.wait()
            return Ended(code, out.read(), err.read())

    def _stdin(self, kind: Stream, text: str, stack: ExitStack) -> int:
        if kind == "terminal":
            ours, theirs = pty.openpty()
            stack.callback(os.close, ours)
        elif kind == "pipe":
            theirs, ours = os.pipe()
            os.write(ours, text.encode())
            os.close(ours)
        else:
            (file := self.folder / "stdin").write_bytes(text.encode())
            theirs = os.open(file, os.O_RDONLY)
        stack.callback(os.close, theirs)
        return theirs

    def _output(self, kind: Stream, name: str) -> "_Output":
        if kind == "terminal":
            return _Output(*pty.openpty())
        if kind == "pipe":
            return _Output(*os.pipe())
        file = Path("/dev/full") if kind == "full" else self.folder / name
        if kind != "full":
            file.write_bytes(b"")
        return _Output(None, os.open(file, os.O_WRONLY), None if kind == "full" else file)


class _Output:
    """What a process writes into: a pipe or terminal that is read meanwhile, or a file that is read behind it."""

    def __init__(self, ours: int | None, theirs: int, file: Path | None = None) -> None:
        self.ours, self.theirs, self.file = ours, theirs, file
        self.seen = b""
        self.reader = Thread(target=self._follow)

    def begin(self) -> None:
        """Leave the writing end to the process, and read on."""
        os.close(self.theirs)
        if self.ours is not None:
            self.reader.start()

    def _follow(self) -> None:
        assert self.ours is not None
        with suppress(OSError):  # Linux ends a pseudo-terminal with an error
            while chunk := os.read(self.ours, 65536):
                self.seen += chunk
        os.close(self.ours)

    def read(self) -> bytes:
        """All that was written."""
        if self.ours is not None:
            self.reader.join()
            return self.seen.replace(b"\r\n", b"\n")
        return self.file.read_bytes() if self.file is not None else b""


def _close(*streams: str) -> None:
    """Close the standard streams that are to be closed, in the child."""
    for number, kind in enumerate(streams):
        if kind == "closed":
            os.close(number)


@pytest.fixture
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The program as a process of its own."""
    return Program(tmp_path_factory.mktemp("streams"))


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Two articles: `a` with an event and a date, `b` with neither."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("التقى كيري لافروف في جنيف أمس، وبحثا وقف إطلاق النار في سوريا.", encoding="utf-8")
    (folder / "b.txt").write_text("لا شيء في هذا الخبر.", encoding="utf-8")
    (folder / "metadata.csv").write_text("doc_id,published\na,2016-09-10\n", encoding="utf-8")
    return folder
