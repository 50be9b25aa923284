"""How good a folder of models is, from raw text: the CoNLL 2018 scorer, entity F1, and what the parser gets wrong."""

import io
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from syria_events.dates import find_dates
from syria_events.lexicon import load
from syria_events.tagging.patches.repeats import weigh_repeats
from syria_events.tagging.pipeline import open_pipeline
from syria_events.training.entities import read_bio
from syria_events.training.mentions import Sentence, spans
from syria_events.training.nertag import bio
from syria_events.training.workspace import PACKAGE, Workspace

METRICS = ("Tokens", "Sentences", "Words", "UPOS", "XPOS", "UFeats", "Lemmas", "UAS", "LAS")
NAMES = "NER PER+LOC+ORG"  # the three kinds together
CONFUSIONS = 10
_FORM, _HEAD, _DEPREL = 1, 6, 7
Spans = set[tuple[int, int, int, str]]  # sentence, first, behind the last, label


@dataclass(frozen=True, slots=True)
class Confusion:
    """A frequent error of the parser: what is right, what it said, how often, and one example of it."""

    right: str
    said: str
    same_head: bool
    count: int
    example: str


@dataclass(frozen=True, slots=True)
class Report:
    """F1 of every metric, in per cent; MiB of every processor; the parser's most frequent errors."""

    scores: dict[str, float]
    sizes: dict[str, float]
    confusions: tuple[Confusion, ...]


def measure(space: Workspace, models: Path) -> Report:
    """Score a folder of models.

    Trees: on PADT's development text. Entities: exact spans on the gold tokens of ANERcorp's development part, with
    repeated names weighed and, for all three kinds together, also without.
    Dates: the date processor's, by overlap, on the validation part of the Wojood sample.
    """
    scores, confusions = _trees(open_pipeline(models, "tokenize,mwt,pos,lemma,depparse"), space)
    scores |= _entities(models, space)
    scores["DATE"] = _dates(space)
    sizes = {_name(file): file.stat().st_size / 2**20 for file in sorted(models.glob("ar/*/*.pt"))}
    return Report(scores, sizes, confusions)


def _name(model: Path) -> str:
    """What a model is called in the card: by its processor, and by its package where that is not the usual one."""
    return model.parent.name if model.stem == PACKAGE else f"{model.parent.name} {model.stem}"


def _trees(pipeline: Any, space: Workspace) -> tuple[dict[str, float], tuple[Confusion, ...]]:
    from stanza.models.common.doc import Document
    from udtools.udeval import evaluate, load_conllu

    paragraphs = (space.data / "dev.txt").read_text(encoding="utf-8").split("\n\n")
    documents = pipeline.bulk_process([Document([], text=p.replace("\n", " ")) for p in paragraphs if p.strip()])
    system = load_conllu(io.StringIO("".join(f"{document:C}\n\n" for document in documents)), "", {})
    with (space.data / "dev.conllu").open(encoding="utf-8") as file:
        gold = load_conllu(file, "", {})
    result = evaluate(gold, system)
    return {name: round(100 * result[name].f1, 2) for name in METRICS}, tuple(_confusions(gold.words, system.words))


def _confusions(gold: list[Any], system: list[Any]) -> Iterator[Confusion]:
    """The most frequent errors, by label and by whether the head is the right one."""
    told = dict(_placed(system))
    where = {id(word): place for place, word in (*_placed(gold), *_placed(system))}
    counts: Counter[tuple[str, str, bool]] = Counter()
    examples: dict[tuple[str, str, bool], str] = {}
    for place, word in _placed(gold):
        other = told.get(place)
        if other is None:
            continue
        same_head = where.get(id(word.parent)) == where.get(id(other.parent))
        right, said = word.columns[_DEPREL], other.columns[_DEPREL]
        if same_head and right == said:
            continue
        counts[right, said, same_head] += 1
        head, wrong = _form(word.parent), _form(other.parent)
        instead = "" if same_head else f", not of {wrong}"
        examples.setdefault((right, said, same_head), f"{word.columns[_FORM]}: {right} of {head}{instead}")
    for (right, said, same_head), count in counts.most_common(CONFUSIONS):
        yield Confusion(right, said, same_head, count, examples[right, said, same_head])


def _placed(words: list[Any]) -> Iterator[tuple[tuple[int, int, int], Any]]:
    """Every word with its place in the text and its number within its token."""
    inside: defaultdict[tuple[int, int], int] = defaultdict(int)
    for word in words:
        span = (word.span.start, word.span.end)
        yield (*span, inside[span]), word
        inside[span] += 1


def _form(word: Any) -> str:
    return str(word.columns[_FORM]) if word is not None else "the root"


def _entities(models: Path, space: Workspace) -> dict[str, float]:
    gold = read_gold(space)
    pipeline = open_pipeline(models, "tokenize,ner", repeats=False, tokenize_pretokenized=True)
    alone = entity_scores(gold, _tagged(pipeline, gold))
    weigh_repeats(pipeline.processors["ner"])
    return {**entity_scores(gold, _tagged(pipeline, gold)), f"{NAMES}, repeats not weighed": alone[NAMES]}


def _tagged(pipeline: Any, sentences: list[Sentence]) -> list[Sentence]:
    document = pipeline([[token for token, _ in sentence] for sentence in sentences])
    return [[(token.text, bio(token.ner)) for token in sentence.tokens] for sentence in document.sentences]


def read_gold(space: Workspace) -> list[Sentence]:
    """The gold sentences on which entity taggers are measured."""
    sentences = json.loads((space.data / "ner.dev.json").read_text(encoding="utf-8"))
    return [[(token["text"], token["ner"]) for token in sentence] for sentence in sentences]


def entity_scores(gold: list[Sentence], said: list[Sentence]) -> dict[str, float]:
    """F1 of every kind of entity by exact span, in per cent, and of persons, places and organisations together."""
    right, found = ({(i, *span) for i, s in enumerate(part) for span in spans(s)} for part in (gold, said))
    scores = {f"NER {kind}": _f1(right, found, {kind}) for kind in ("PER", "LOC", "ORG", "MISC")}
    return {**scores, NAMES: _f1(right, found, {"PER", "LOC", "ORG"})}


def _f1(gold: Spans, found: Spans, kinds: set[str]) -> float:
    g, f = {s for s in gold if s[3] in kinds}, {s for s in found if s[3] in kinds}
    return round(200 * len(g & f) / (len(g) + len(f)), 2) if g or f else 0.0


def _dates(space: Workspace) -> float:
    """F1 of date phrases by overlap."""
    wanted = hit = told = right = 0
    for sentence in read_bio(space.corpora / "ner" / "wojood_sample" / "val_core4.conll", {"DATE": "DATE"}):
        starts = [0]
        for token, _ in sentence:
            starts.append(starts[-1] + len(token) + 1)
        gold = [(starts[first], starts[end] - 1) for first, end, _ in spans(sentence)]
        found = [(d.start, d.end) for d in find_dates(" ".join(token for token, _ in sentence), load().dates)]
        wanted, told = wanted + len(gold), told + len(found)
        hit += sum(any(a < end and start < b for a, b in found) for start, end in gold)
        right += sum(any(a < end and start < b for start, end in gold) for a, b in found)
    precision, recall = right / max(told, 1), hit / max(wanted, 1)
    return round(200 * precision * recall / (precision + recall), 2) if right else 0.0
