"""The quality floor: the rows of the seeds against their gold rows, scored by the gold's own scorer.

Judged are the rows of the tagged seeds, without a model, and those of the whole program with its models. `FLOORS` is
lowered only by hand, in a commit that says why the loss is worth it; whoever raises quality raises it. What changed
against the approved rows is printed: pytest shows it with a failure, and with `-s` always.
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
from syria_events.model import Article, Doc, Event
from syria_events.output import writing
from syria_events.output.table import row
from syria_events.pipeline import events_of
from syria_events.reading import decode, parse_date
from syria_events.tagging.conllu import write_conllu
from tests.eval import snapshot
from tests.eval.compare import report

if TYPE_CHECKING:
    from syria_events.tagging.pipeline import Tagger

SCORER = Path(__file__).with_name("score_events.py")
GOLD = Path(__file__).parents[1] / "gold"
OUTSIDE = os.environ.get("SYRIA_EVENTS_GOLD", "")

FLOORS = {
    "triple_f1": 0.76,
    "coded_f1": 0.76,
    "pair_f1": 0.79,
    "status_f1": 0.98,
    "date_f1": 0.93,
    "place_f1": 0.93,
    "source_f1": 0.80,
}
NEAR = 0.02  # a floor that lies farther below what is measured would let a loss pass


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


def gate(events: Iterable[Event], folder: Path) -> dict[str, float]:
    """The figures of the seeds' events, none below its floor; prints them, with the rows gained and lost."""
    events = list(events)
    figures = score(events, GOLD, folder)
    approved = [one for doc in snapshot.docs() for one in snapshot.approved("rows", doc)]
    sys.stdout.write(f"{report(approved, map(row, events), 100)}\n{table(figures)}\n")
    below = {name: (figures[name], floor) for name, floor in FLOORS.items() if figures[name] < floor}
    assert below == {}
    return figures


def test_quality_keeps_its_floors(tmp_path: Path) -> None:
    figures = gate((event for doc in snapshot.docs() for event in snapshot.events(doc)), tmp_path)
    assert {name: figures[name] for name, floor in FLOORS.items() if figures[name] > floor + NEAR} == {}


def test_a_lost_row_is_noticed_and_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, *others = [event for doc in snapshot.docs() for event in snapshot.events(doc)]
    with pytest.raises(AssertionError):
        gate(others[:-6], tmp_path)
    printed = capsys.readouterr().out
    assert printed.startswith(f"{len(others) - 6} rows kept, 7 lost, 0 gained\n- {first.doc_id} | ")
    assert "triple_f1" in printed


@pytest.mark.model
def test_the_program_keeps_the_floors(seed_events: tuple[Event, ...], tmp_path: Path) -> None:
    gate(seed_events, tmp_path)


@pytest.mark.model
def test_the_tagged_seeds_are_what_the_models_give(docs: tuple[Doc, ...]) -> None:
    written = {path.stem: path.read_text(encoding="utf-8") for path in snapshot.TAGGED.glob("*.conllu")}
    assert {doc.article.id: write_conllu(doc) for doc in docs} == written


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
