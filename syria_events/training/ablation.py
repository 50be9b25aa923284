"""What every ingredient is worth: parser and entity tagger trained for a few steps with it and without.

All variants of a processor take the same steps over the same data in the same order, so the differences count, not the
figures: the models that ship are trained longer. The entity tagger needs more steps than the parser before its figures
mean anything: after 400, with corpora of labels of their own, it has only begun. It learns from gold sentences alone:
what tagged news are worth, `ner_teacher`, `ner_student`, `ner_news` and `ner` tell.
"""

import io
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from syria_events.training.measure import NAMES, entity_scores, read_gold
from syria_events.training.nertag import tag
from syria_events.training.recipes import OWN_CHARACTERS, characters, run_ner, run_parser, surface, vectors
from syria_events.training.schedule import Schedule
from syria_events.training.workspace import Workspace

PARSER = Schedule(steps=400, rate=3e-3)
NER = Schedule(steps=1200, rate=2e-3)
_VECTORS, _SURFACE, _CHARACTERS = ("pretrain",), ("surface",), ("forward_charlm", "backward_charlm")


@dataclass(frozen=True, slots=True)
class Variant:
    """A processor with some of its ingredients.

    Args:
        processor: `depparse` or `ner`.
        name: what is left out.
        reads: the arguments that say what it knows of words.
        shared: the shared models it needs beside its own.
        sentences: of the entity tagger, the file it learns from.
        forgetful: whether it learns to do without the vectors of words.
    """

    processor: str
    name: str
    reads: Callable[[Workspace], list[str]]
    shared: tuple[str, ...]
    sentences: str = ""
    forgetful: bool = True

    @property
    def model(self) -> str:
        """The name of its model among the others."""
        return f"ablation_{self.processor}_{self.name.replace(' ', '_')}"


@dataclass(frozen=True, slots=True)
class Worth:
    """How good a variant is, how large with all it needs, and how fast on one thread: F1 in per cent, MiB, tokens/s."""

    processor: str
    name: str
    score: float
    size: float
    speed: float


def _read_words(space: Workspace) -> list[str]:
    return [*vectors(space), *characters(space)]


def _read_tokens(space: Workspace) -> list[str]:
    return [*surface(space), *characters(space)]


def _no_vectors(space: Workspace) -> list[str]:
    return ["--no_pretrain", *characters(space)]


VARIANTS = (
    Variant("depparse", "nothing", _read_words, _VECTORS + _CHARACTERS),
    Variant("depparse", "character models", lambda space: [*vectors(space), *OWN_CHARACTERS], _VECTORS),
    Variant("depparse", "word vectors", _no_vectors, _CHARACTERS),
    Variant("ner", "nothing", _read_tokens, _SURFACE + _CHARACTERS, "ner.train.json"),
    Variant("ner", "character models", lambda space: [*surface(space), *OWN_CHARACTERS], _SURFACE, "ner.train.json"),
    Variant("ner", "word vectors", _no_vectors, _CHARACTERS, "ner.train.json"),
    Variant("ner", "swapped names", _read_tokens, _SURFACE + _CHARACTERS, "ner.plain.json"),
    Variant("ner", "forgotten vectors", _read_tokens, _SURFACE + _CHARACTERS, "ner.train.json", forgetful=False),
)


def ablate(space: Workspace, processor: str) -> Iterator[Worth]:
    """Train what has not been trained yet and report what every variant of a processor is worth."""
    for variant in VARIANTS:
        if variant.processor != processor:
            continue
        kept = space.models / f"{variant.model}.json"
        if not kept.exists():
            kept.write_text(json.dumps(asdict(_worth(space, variant))), encoding="utf-8")
        yield Worth(**json.loads(kept.read_text(encoding="utf-8")))


def known(space: Workspace) -> list[Worth]:
    """The results of variants so far, in the order of VARIANTS."""
    files = [space.models / f"{variant.model}.json" for variant in VARIANTS]
    return [Worth(**json.loads(file.read_text(encoding="utf-8"))) for file in files if file.exists()]


def _worth(space: Workspace, variant: Variant) -> Worth:
    reads = variant.reads(space)
    if variant.processor == "ner":
        run_ner(space, variant.model, variant.sentences, NER, reads, forgetful=variant.forgetful)
    else:
        run_parser(space, variant.model, PARSER, reads)
    score, speed = (_entities if variant.processor == "ner" else _trees)(space, variant, reads)
    files = (space.model(variant.model), *(space.model(name) for name in variant.shared))
    return Worth(variant.processor, variant.name, score, sum(map(_mebibytes, files)), speed)


def _mebibytes(file: Path) -> float:
    return file.stat().st_size / 2**20


def _trees(space: Workspace, variant: Variant, reads: list[str]) -> tuple[float, float]:
    """LAS on the gold tokens of the development text with the tagger's tags, and tokens a second."""
    from stanza.models.parser import main
    from udtools.udeval import evaluate, load_conllu

    gold, out = space.data / "dev.retagged.conllu", space.data / f"{variant.model}.conllu"
    arguments = ["--mode", "predict", "--eval_file", str(gold), "--output_file", str(out), *reads]
    start = time.perf_counter()
    main([*arguments, "--lang", "ar", "--shorthand", "ar_news", "--cpu", *_saved(space, variant)])
    seconds = time.perf_counter() - start
    right, said = (load_conllu(io.StringIO(file.read_text(encoding="utf-8")), "", {}) for file in (gold, out))
    return round(100 * evaluate(right, said)["LAS"].f1, 2), len(right.words) / seconds


def _entities(space: Workspace, variant: Variant, reads: list[str]) -> tuple[float, float]:
    """F1 of PER, LOC and ORG on gold tokens, and tokens a second."""
    gold = read_gold(space)
    texts = [[token for token, _ in sentence] for sentence in gold]
    start = time.perf_counter()
    said = list(tag(space, variant.model, texts, pretrain="--no_pretrain" not in reads))
    seconds = time.perf_counter() - start
    return entity_scores(gold, said)[NAMES], sum(map(len, texts)) / seconds


def _saved(space: Workspace, variant: Variant) -> list[str]:
    return ["--save_dir", str(space.models), "--save_name", f"{variant.model}.pt"]
