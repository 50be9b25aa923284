"""What changed between two files of rows: `python tests/eval/compare.py OLD.jsonl NEW.jsonl [EXAMPLES]`.

Run it before and after a change to the rules, over the seeds and any other articles: a refactoring changes no cell.
Rows are paired by document, actor, CAMEO root, target, status and the trigger's offset.
"""

import csv
import io
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

Row = dict[str, object]
KEY = ("doc_id", "actor", "target", "status", "start")


def load(path: Path) -> list[Row]:
    """The rows of a CSV, JSON or JSON Lines file."""
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".csv":
        return list(csv.DictReader(io.StringIO(text, newline="")))
    return json.loads(text) if path.suffix == ".json" else [json.loads(line) for line in text.split("\n") if line]


def compare(old: Iterable[Row], new: Iterable[Row]) -> tuple[list[Row], list[Row], list[tuple[Row, Row]]]:
    """Rows lost, rows gained, and the pairs of rows that are in both."""
    waiting: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in old:
        waiting[_key(row)].append(row)
    gained: list[Row] = []
    kept: list[tuple[Row, Row]] = []
    for row in new:
        if same := waiting[_key(row)]:
            kept.append((same.pop(0), row))
        else:
            gained.append(row)
    return [row for rows in waiting.values() for row in rows], gained, kept


def changes(kept: Iterable[tuple[Row, Row]]) -> dict[str, Counter[tuple[str, str]]]:
    """By column, how often a cell became another."""
    found: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for before, after in kept:
        for name in (name for name in before if name in after and str(before[name]) != str(after[name])):
            found[name][str(before[name])[:60], str(after[name])[:60]] += 1
    return found


def _key(row: Row) -> tuple[str, ...]:
    return (str(row["cameo"])[:2], *(str(row[name]) for name in KEY))


def _line(row: Row) -> str:
    return " | ".join(str(row[name])[:70] for name in ("doc_id", "actor", "cameo", "target", "status", "sentence"))


def report(old: Iterable[Row], new: Iterable[Row], examples: int = 5) -> str:
    """What changed, line by line, after a first line with the counts."""
    lost, gained, kept = compare(old, new)
    lines = [f"{len(kept)} rows kept, {len(lost)} lost, {len(gained)} gained"]
    for sign, rows in (("-", lost), ("+", gained)):
        lines += [f"{sign} {_line(row)}" for row in rows[:examples]]
    for name, cells in changes(kept).items():
        lines.append(f"{name}: {cells.total()} cells")
        lines += [f"  {count} x {before!r} -> {after!r}" for (before, after), count in cells.most_common(examples)]
    return "\n".join(lines)


def main(old: str, new: str, examples: str = "5") -> int:
    """Print what changed; 1 if anything did."""
    before, after = load(Path(old)), load(Path(new))
    sys.stdout.write(report(before, after, int(examples)) + "\n")
    lost, gained, kept = compare(before, after)
    return int(bool(lost or gained or changes(kept)))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
