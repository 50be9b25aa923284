"""How good a folder of models is, from raw text: the CoNLL 2018 scorer and entity F1."""

import io
import json
from pathlib import Path
from typing import Any

from syria_events.training.workspace import Workspace

METRICS = ("Tokens", "Sentences", "Words", "UPOS", "XPOS", "UFeats", "Lemmas", "UAS", "LAS")


def measure(space: Workspace, models: Path) -> dict[str, float]:
    """F1 of every metric, in per cent, on PADT's development text and ANERcorp's development part."""
    import stanza

    options: dict[str, Any] = {"dir": str(models), "download_method": None, "use_gpu": False, "logging_level": "ERROR"}
    scores = _trees(stanza.Pipeline("ar", processors="tokenize,mwt,pos,lemma,depparse", **options), space)
    tagger = stanza.Pipeline("ar", processors="tokenize,ner", tokenize_pretokenized=True, **options)
    return {**scores, **_entities(tagger, space)}


def _trees(pipeline: Any, space: Workspace) -> dict[str, float]:
    from stanza.models.common.doc import Document
    from udtools.udeval import evaluate, load_conllu

    paragraphs = (space.data / "dev.txt").read_text(encoding="utf-8").split("\n\n")
    documents = pipeline.bulk_process([Document([], text=p.replace("\n", " ")) for p in paragraphs if p.strip()])
    system = "".join(f"{document:C}\n\n" for document in documents)
    with (space.data / "dev.conllu").open(encoding="utf-8") as gold:
        result = evaluate(load_conllu(gold, "", {}), load_conllu(io.StringIO(system), "", {}))
    return {name: round(100 * result[name].f1, 2) for name in METRICS}


def _entities(pipeline: Any, space: Workspace) -> dict[str, float]:
    sentences = json.loads((space.data / "ner.dev.json").read_text(encoding="utf-8"))
    document = pipeline([[token["text"] for token in sentence] for sentence in sentences])
    gold = {s for i, sentence in enumerate(sentences) for s in _spans(i, [t["ner"] for t in sentence])}
    found = {
        (i, span.tokens[0].id[0] - 1, span.tokens[-1].id[0], span.type)
        for i, sentence in enumerate(document.sentences)
        for span in sentence.ents
    }
    scores = {f"NER {kind}": _f1(gold, found, {kind}) for kind in ("PER", "LOC", "ORG", "MISC")}
    return {**scores, "NER PER+LOC+ORG": _f1(gold, found, {"PER", "LOC", "ORG"})}


def _spans(index: int, tags: list[str]) -> set[tuple[int, int, int, str]]:
    spans: set[tuple[int, int, int, str]] = set()
    start = None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and not (tag.startswith("I-") and tag[2:] == tags[start][2:]):
            spans.add((index, start, i, tags[start][2:]))
            start = None
        if start is None and tag != "O":
            start = i
    return spans


def _f1(gold: set[tuple[int, int, int, str]], found: set[tuple[int, int, int, str]], kinds: set[str]) -> float:
    g, f = {s for s in gold if s[3] in kinds}, {s for s in found if s[3] in kinds}
    return round(200 * len(g & f) / (len(g) + len(f)), 2) if g or f else 0.0
