"""Whether a change to the code changes any row: `python -m tests.eval.identical REVISION TAGGED...`.

TAGGED are files or folders that `syria-events tag` wrote. They are coded with the code of a revision, in a worktree of
its own that is removed again, and with the code as it stands here; rows and entities are compared byte for byte.
Moving code changes none:

    syria-events tag articles/ -o /tmp/tagged/
    python -m tests.eval.identical main tests/gold/tagged /tmp/tagged
    python -m tests.eval.identical HEAD~3 /tmp/tagged --without rule confidence

Exit code: 0 nothing differs, 1 something does.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.eval.compare import Row, report

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ("extract", "entities")


@contextmanager
def worktree(revision: str) -> Iterator[Path]:
    """The files of a revision, in a folder of their own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "code"
        _run(["git", "worktree", "add", "--quiet", "--detach", str(path), revision], ROOT)
        try:
            yield path
        finally:
            _run(["git", "worktree", "remove", "--force", str(path)], ROOT)


def code(root: Path, command: str, tagged: list[Path]) -> str:
    """The rows of tagged documents by the code in a folder, as JSON Lines."""
    program = [sys.executable, "-m", "syria_events", command, "--tagged", *map(str, tagged), "-f", "jsonl"]
    return _run(program, root)


def _run(command: list[str], folder: Path) -> str:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONPATH": str(folder)},
        check=False,
    )  # fmt: skip
    if done.returncode not in (0, 3):  # 3: an input could not be read, which both would tell
        raise SystemExit(f"{' '.join(command)} in {folder}: {done.stderr}")
    return done.stdout


def rows(lines: str, without: list[str]) -> list[Row]:
    """Rows without some columns."""
    found = [json.loads(line) for line in lines.splitlines()]
    return [{name: value for name, value in row.items() if name not in without} for row in found]


def differences(before: str, after: str, without: list[str]) -> str:
    """What differs between the rows of two versions, the first of them line by line; empty for nothing."""
    if before == after:
        return ""
    old, new = rows(before, without), rows(after, without)
    if list(map(list, old)) == list(map(list, new)) and old == new:
        return ""
    lines = [f"{len(old)} rows, now {len(new)}"]
    if old and "cameo" in old[0]:
        lines.append(report(old, new))
    for number, (one, other) in enumerate(zip(old, new, strict=False), 1):
        if one != other:
            cells = {name: (one.get(name), other.get(name)) for name in one | other if one.get(name) != other.get(name)}
            lines.append(f"first difference in row {number}: {cells}")
            break
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Print what differs; 1 if anything does."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("revision", help="of git, to compare the code here with")
    parser.add_argument("tagged", nargs="+", type=Path, help="files or folders of tagged documents")
    parser.add_argument("--without", nargs="+", default=[], metavar="COLUMN", help="columns to leave out")
    options = parser.parse_args(arguments)
    tagged = [path.resolve() for path in options.tagged]
    differs = 0
    with worktree(options.revision) as old:
        for command in COMMANDS:
            told = differences(code(old, command, tagged), code(ROOT, command, tagged), options.without)
            sys.stdout.write(f"{command}: {told or 'identical'}\n")
            differs |= bool(told)
    return int(differs)


if __name__ == "__main__":
    sys.exit(main())
