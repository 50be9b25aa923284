"""Our date engine beside two Python libraries: `python tests/eval/dates.py PHRASES [LIBRARY=PYTHON ...]`.

PHRASES is a table of a phrase and its answer a line, published on Wednesday 2025-03-12.
A library runs under a Python of its own, for mahad cannot be installed beside what this program needs:

    python3 -m venv /tmp/d && /tmp/d/bin/pip install dateparser
    python3 -m venv /tmp/m && /tmp/m/bin/pip install mahad
    python tests/eval/dates.py phrases.tsv dateparser=/tmp/d/bin/python mahad=/tmp/m/bin/python

A phrase is right if the whole answer is, wrong if another one is given, silent if none is.
"""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

from syria_events.dates import find_dates, resolve
from syria_events.lexicon import load

PUBLISHED = date(2025, 3, 12)

LIBRARIES = {
    "dateparser": """
import dateparser
def answer(phrase):
    settings = {"RELATIVE_BASE": published, "PREFER_DATES_FROM": "past"}
    found = dateparser.parse(phrase, languages=["ar"], settings=settings)
    return found.date().isoformat() if found else ""
""",
    "mahad": """
from maha.parsers.functions import parse_dimension
def answer(phrase):
    found = parse_dimension(phrase, time=True)
    if not found:
        return ""
    value = found[0].value
    try:
        ends = [value.start, value.end] if hasattr(value, "start") else [value]
        return "/".join((published + end).date().isoformat() for end in ends)
    except TypeError:
        return ""
""",
}
PROGRAM = """
import json, sys, warnings
from datetime import datetime
warnings.simplefilter("ignore")
published = datetime.fromisoformat(sys.argv[1])
phrases = json.load(sys.stdin)
{library}
print(json.dumps([answer(phrase) for phrase in phrases]))
"""


def ours(phrases: list[str]) -> list[str]:
    """What this program answers: a day, or the ends of a period."""
    answers = []
    for phrase in phrases:
        found = find_dates(phrase, load().dates)
        period = resolve(found[0], PUBLISHED) if found else None
        days = [] if period is None else [period.start, period.end or period.start]
        answers.append("/".join(dict.fromkeys(day.isoformat() for day in days)))
    return answers


def theirs(library: str, python: str, phrases: list[str]) -> list[str]:
    """What a library answers, run by its own Python."""
    program = PROGRAM.format(library=LIBRARIES[library])
    done = subprocess.run(
        [python, "-c", program, PUBLISHED.isoformat()], input=json.dumps(phrases), capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    return list(json.loads(done.stdout.splitlines()[-1]))


def main(table: str, *libraries: str) -> None:
    """Print the table."""
    lines = Path(table).read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t")[:2] for line in lines if line and not line.startswith("#")]
    phrases = [phrase for phrase, _ in pairs]
    answers = {"syria-events": ours(phrases)}
    for name, _, python in (library.partition("=") for library in libraries):
        answers[name] = theirs(name, python, phrases)
    for name, given in answers.items():
        right = sum(one == wanted for one, (_, wanted) in zip(given, pairs, strict=True))
        silent = sum(one == "" for one in given)
        sys.stdout.write(f"{name:14} {right:3} right {len(pairs) - right - silent:3} wrong {silent:3} silent\n")
    for place, (phrase, wanted) in enumerate(pairs):
        cells = "  ".join(f"{given[place] or '-':22}" for given in answers.values())
        sys.stdout.write(f"{wanted:22}  {cells}  {phrase}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
