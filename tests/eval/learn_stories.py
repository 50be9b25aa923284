"""Learn the weights of `syria-events stories` from annotated stories.

    python -m tests.eval.learn_stories ROWS GOLD ARTICLES [--write]

ROWS is what `extract` wrote of the articles; GOLD has `stories.tsv`, `entities.tsv` and the folder `articles` of gold rows;
ARTICLES the texts. Two corpora are learned from: the rows of the program that match a gold row, and the gold rows themselves,
at half the weight, so that the weights do not lean on what the program finds today. A logistic regression with a penalty on large
weights; pairs that blocking proposes are its examples. Prints how well stories are found that were left out (five parts, by story),
and with `--write` puts the weights of all into `syria_events/stories/weights.toml`.
"""

import argparse
import hashlib
import itertools
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import yaml

import tests.eval.score_events as ruler
from syria_events.lexicon import load
from syria_events.stories.blocking import pairs
from syria_events.stories.corpus import Corpus
from syria_events.stories.grouping import groups
from syria_events.stories.similarity import WEIGHTS, Scorer, features
from syria_events.stories.tellings import telling

PARTS, PENALTY, GOLD_WEIGHT = 5, 1.0, 0.5
THRESHOLD, SAME_ARTICLE, IMPOSSIBLE = -0.5, -3.0, -8.0  # the first by cross-validation, the others as good as any near them
Pair = tuple[int, int]
Where = tuple[str, int]  # a gold row: its document and number


def read_stories(path: Path) -> dict[Where, str]:
    """The story of each gold row that has one."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return {(cells[1], int(cells[2])): cells[0] for cells in lines if cells[0] != "story"}


def read_gold(gold: Path) -> Iterator[tuple[dict[str, Any], ruler.Names]]:
    """The annotated documents with the names they know."""
    for file in sorted((gold / "articles").glob("*.yaml")):
        doc = yaml.safe_load(file.read_text(encoding="utf-8"))
        names = ruler.Names(gold / "entities.tsv")
        for id, entity in (doc.get("entities") or {}).items():
            names.add(id, entity["code"], entity["names"])
        yield doc, names


def doc_of(row: dict[str, Any]) -> str:
    return str(row["doc_id"]).rpartition("/")[2].removesuffix(".txt")


def matched_rows(rows: list[dict[str, Any]], gold: Path) -> dict[int, Where]:
    """The gold row of each row of the program that matches one."""
    found = {}
    for doc, names in read_gold(gold):
        mine = [number for number, row in enumerate(rows) if doc_of(row) == doc["doc"]]
        for at, row in ruler.match([rows[number] for number in mine], doc["events"], names, "triple"):
            if not doc["events"][at].get("optional"):
                found[mine[row]] = (doc["doc"], at)
    return found


def gold_rows(gold: Path, articles: Path) -> Iterator[tuple[dict[str, Any], Where]]:
    """The gold rows as the program would write them, with the sentence that holds the trigger."""
    texts = {file.stem: file.read_text(encoding="utf-8-sig") for file in articles.rglob("*.txt")}
    for doc, names in read_gold(gold):
        text = texts.get(doc["doc"], "").replace("\xa0", " ")
        for at, event in enumerate(doc["events"]):
            if not event.get("optional"):
                yield gold_row(doc, event, at, names, text), (doc["doc"], at)


def gold_row(doc: dict[str, Any], event: dict[str, Any], at: int, names: ruler.Names, text: str) -> dict[str, Any]:
    first, _, last = ruler.as_list(event["date"])[0].partition("/")
    trigger = event["trigger"].replace("\xa0", " ")
    start = text.find(trigger)
    row = {
        "event_id": f"{doc['doc']} {at}", "doc_id": doc["doc"], "published": str(doc.get("date") or ""),
        "event_date": first, "event_date_end": last, "cameo": f"{event['root'][0]}0",
        "status": ruler.as_list(event["status"])[0], "place": ruler.as_list(event["place"])[0],
        "sentence": sentence_at(text, start) if start >= 0 else trigger, "trigger": trigger,
    }  # fmt: skip
    for slot in ("actor", "target"):
        id = ruler.as_list(event[slot])[0]
        name = max(sorted(names.names.get(id, {id})), key=len) if id else ""
        row |= {slot: name, f"{slot}_id": id, f"{slot}_code": names.code.get(id, "")}
    return row


def sentence_at(text: str, start: int) -> str:
    ends = [0, *(hit.end() for hit in re.finditer(r"[.!?؟](?=\s)|\n", text)), len(text)]
    return next(text[a:b] for a, b in itertools.pairwise(ends) if a <= start < b).strip()


@dataclass
class Examples:
    """A corpus, which gold row each telling is, and the pairs it offers.

    Args:
        rows: those of all articles.
        gold: of some of them the gold row.
        stories: the stories of gold rows.
        weight: of an example.
    """

    rows: list[dict[str, Any]]
    gold: dict[int, Where]
    stories: dict[Where, str]
    weight: float
    corpus: Corpus = field(init=False)
    offered: dict[Pair, dict[str, float]] = field(init=False)

    def __post_init__(self) -> None:
        persons = frozenset(actor.id for actor in load().actors if actor.kind == "person")
        made = [telling(row, persons) for row in self.rows]
        self.corpus = Corpus(made)
        at = {id(one): number for number, one in enumerate(self.corpus.tellings)}
        self.known = {at[id(made[number])]: where for number, where in self.gold.items()}
        self.offered = {}
        for one, other in pairs(self.corpus):
            found = features(self.corpus.tellings[one], self.corpus.tellings[other], self.corpus)
            if found is not None:
                self.offered[one, other] = found
        self.true = {pair for pair in itertools.combinations(sorted(self.known), 2) if self.apart(pair) and self.same(pair)}

    def apart(self, pair: Pair) -> bool:
        one, other = (self.corpus.tellings[number].doc for number in pair)
        return one != other

    def same(self, pair: Pair) -> bool:
        one, other = (self.stories.get(self.known[number]) for number in pair)
        return one is not None and one == other

    def part(self, number: int) -> int:
        """The part that a telling belongs to: a story stays together."""
        where = self.known[number]
        return int(hashlib.md5(self.stories.get(where, where[0]).encode()).hexdigest(), 16) % PARTS

    def pairs(self, without: int | None) -> list[Pair]:
        known = [pair for pair in sorted(self.offered) if pair[0] in self.known and pair[1] in self.known]
        return [pair for pair in known if without not in (self.part(pair[0]), self.part(pair[1]))]


def learn(sets: Iterable[Examples], without: int | None = None) -> dict[str, float]:
    """Weights learned from all parts but one."""
    made = [(s.offered[pair], s.same(pair), s.weight) for s in sets for pair in s.pairs(without)]
    names = sorted({name for found, _, _ in made for name in found})
    x = np.array([[found.get(name, 0.0) for name in names] for found, _, _ in made])
    y, importance = np.array([float(same) for _, same, _ in made]), np.array([weight for _, _, weight in made])
    penalty = np.array([0.01 if name == "bias" else PENALTY for name in names])
    weights = np.zeros(len(names))
    for _ in range(50):  # Newton's steps
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (importance * (p - y)) + penalty * weights
        curve = (x * (importance * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        weights -= (step := np.linalg.solve(curve, slope))
        if abs(step).max() < 1e-7:
            break
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def joined(examples: Examples, weights: dict[str, float], threshold: float) -> set[Pair]:
    """The pairs of known tellings that these weights bring together."""
    scorer = Scorer(weights, threshold, SAME_ARTICLE, IMPOSSIBLE)
    tellings, corpus = examples.corpus.tellings, examples.corpus

    def score(one: int, other: int) -> float:
        return scorer.score(tellings[one], tellings[other], corpus)

    odds = ((sum(weights.get(n, 0.0) * v for n, v in found.items()), *pair) for pair, found in examples.offered.items())
    found = groups(len(tellings), [pair for pair in odds if pair[0] >= threshold], score, threshold=threshold)
    stories = ([number for number in story if number in examples.known] for story in found)
    return {pair for story in stories for pair in itertools.combinations(story, 2) if examples.apart(pair)}


def figures(said: set[Pair], true: set[Pair]) -> tuple[int, int, int]:
    return len(said & true), len(said - true), len(true - said)


def told(right: int, wrong: int, missed: int) -> str:
    p, r = right / max(1, right + wrong), right / max(1, right + missed)
    return f"P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}  ({right} right, {wrong} wrong, {missed} missed)"


def cross_validate(sets: dict[str, Examples]) -> None:
    learned = [learn(sets.values(), part) for part in range(PARTS)]
    for threshold in (-1.0, -0.75, -0.5, -0.25, 0.0):
        for name, examples in sets.items():
            counts = np.zeros(3, int)
            for part, weights in enumerate(learned):
                said = joined(examples, weights, threshold)
                ours = [{p for p in some if max(map(examples.part, p)) == part} for some in (said, examples.true)]
                counts += figures(*ours)
            print(f"left out, threshold {threshold:5}, {name:8}", told(*map(int, counts)), flush=True)


def write(weights: dict[str, float]) -> None:
    lines = [
        "# Log odds that each feature of two tellings adds, learned by `python -m tests.eval.learn_stories` (a logistic regression)",
        "# from 192 annotated stories of 115 articles. See `syria_events/stories/similarity.py` for what a feature is.",
        f"threshold = {THRESHOLD}  # mean log odds from which on two groups of tellings are one story",
        f"same_article = {SAME_ARTICLE}  # added to two tellings of one article",
        f"impossible = {IMPOSSIBLE}  # of two tellings with another actor, or a root of another family",
        "",
        "[weights]",
        *(f'"{name}" = {weight}' for name, weight in sorted(weights.items())),
    ]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    args = parser.parse_args()
    stories = read_stories(args.gold / "stories.tsv")
    rows = [json.loads(line) for line in args.rows.read_text(encoding="utf-8").splitlines()]
    own = list(gold_rows(args.gold, args.articles))
    sets = {
        "program": Examples(rows, matched_rows(rows, args.gold), stories, 1.0),
        "gold": Examples([row for row, _ in own], dict(enumerate(w for _, w in own)), stories, GOLD_WEIGHT),
    }
    cross_validate(sets)
    weights = learn(sets.values())
    for name, examples in sets.items():
        print(f"learned from           {name:8}", told(*figures(joined(examples, weights, THRESHOLD), examples.true)))
    if args.write:
        write(weights)


if __name__ == "__main__":
    main()
