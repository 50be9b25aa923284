"""The quality floor: the rows of the seeds against their gold rows, scored by the gold's own scorer.

`FLOORS` is lowered only by hand, in a commit that says why the loss is worth it; whoever raises quality raises it.
`score_events.py` and `../gold/` are copies of the gold's own files: change them there, then copy them again.

Gold outside the repository is reported, never judged: set `SYRIA_EVENTS_GOLD` to a folder with `*.yaml` and, anywhere
below it, the articles as `<doc>.txt`.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from syria_events.lexicon import load
from syria_events.model import Article, Event
from syria_events.output import writing
from syria_events.output.table import row
from syria_events.pipeline import events_of
from syria_events.reading import decode, parse_date

if TYPE_CHECKING:
    from syria_events.tagging.pipeline import Tagger

SCORER = Path(__file__).with_name("score_events.py")
GOLD = Path(__file__).parents[1] / "gold"
OUTSIDE = os.environ.get("SYRIA_EVENTS_GOLD", "")

FLOORS = {"triple_f1": 0.70}


def score(events: Iterable[Event], gold: Path, folder: Path) -> dict[str, float]:
    """The scorer's figures."""
    rows = folder / "rows.jsonl"
    writing.save(map(row, events), rows, format="jsonl", force=True)
    command = [sys.executable, str(SCORER), str(rows), str(gold), "--entities", str(GOLD / "entities.tsv"), "--json"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def table(figures: dict[str, float]) -> str:
    lines = [
        f"{name:<10} {figure:.3f}" for name, figure in figures.items() if name.endswith(("_f1", "_p", "_r", "_acc"))
    ]
    return "\n".join([*lines, f"{figures['gold_rows']} gold rows, {figures['rows']} rows"])


def test_every_seed_has_gold() -> None:
    seeds = {path.stem for path in (GOLD.parents[1] / "seeds").glob("*.txt")}
    assert {path.stem for path in GOLD.glob("*.yaml")} == seeds


def test_gold_triggers_stand_in_the_text() -> None:
    for path in GOLD.glob("*.yaml"):
        record = yaml.safe_load(path.read_text(encoding="utf-8"))
        text = (GOLD.parents[1] / "seeds" / f"{record['doc']}.txt").read_text(encoding="utf-8").replace("\u00a0", " ")
        assert [event["trigger"] for event in record["events"] if event["trigger"] not in text] == []


@pytest.mark.model
def test_quality_keeps_its_floor(seed_events: tuple[Event, ...], tmp_path: Path) -> None:
    figures = score(seed_events, GOLD, tmp_path)
    below = {name: (figures[name], floor) for name, floor in FLOORS.items() if figures[name] < floor}
    assert below == {}, table(figures)


@pytest.mark.model
@pytest.mark.skipif(not OUTSIDE, reason="SYRIA_EVENTS_GOLD is not set")
def test_gold_outside_the_repository_is_reported(
    tagger: "Tagger", tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(Path(OUTSIDE).glob("*.yaml"))]
    texts = {path.stem: path for path in Path(OUTSIDE).rglob("*.txt")}
    assert records, f"no *.yaml in {OUTSIDE}"
    missing = [record["doc"] for record in records if record["doc"] not in texts]
    assert not missing, f"no text below {OUTSIDE} for {', '.join(missing)}"
    articles = [
        Article(record["doc"], decode(texts[record["doc"]].read_bytes())[0], parse_date(str(record["date"])))
        for record in records
    ]
    events = [item for item in events_of(tagger.tag(articles), load()) if isinstance(item, Event)]
    figures = score(events, Path(OUTSIDE), tmp_path)
    with capsys.disabled():
        sys.stdout.write(f"\n{OUTSIDE}\n{table(figures)}\n")
