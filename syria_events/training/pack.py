"""Trained models to the folder that ships: Stanza's own layout, resources.json, checksums."""

import json
import shutil
from pathlib import Path
from typing import Any

from syria_events.tagging.store import CHECKSUMS, PROCESSORS, digest
from syria_events.training.workspace import PACKAGE, Workspace

# what processors read beside their own models, and where Stanza looks for it: kind of model, package
SHARED = {
    "pretrain": ("pretrain", PACKAGE),
    "surface": ("pretrain", "surface"),
    "forward_charlm": ("forward_charlm", PACKAGE),
    "backward_charlm": ("backward_charlm", PACKAGE),
}
READS = {"pos": ("pretrain",), "depparse": ("pretrain",), "ner": ("surface", "forward_charlm", "backward_charlm")}
SPECIAL_WORDS = 4  # <PAD>, <UNK>, <EMPTY>, <ROOT> at the head of every Stanza vocabulary
_HALVED = ("pos", "depparse", "ner", "forward_charlm", "backward_charlm")
_WEIGHTS = {"model", "state_dict"}
_TRAINING_ONLY = ("optimizer_state_dict", "optimizer", "scheduler_state_dict")


def pack(space: Workspace, out: Path) -> None:
    """Copy the models, slimmed, and write what makes them a Stanza model folder.

    A model that did not change keeps its bytes, so that a commit replaces only what got better.

    Raises:
        FileNotFoundError: a processor has not been trained.
    """
    for name in (*PROCESSORS, *SHARED):
        target = packed(out, name)
        target.parent.mkdir(parents=True, exist_ok=True)
        slim(space.model(name), target, half=name in _HALVED)
    (out / "resources.json").write_text(json.dumps(resources(), indent=1) + "\n", encoding="utf-8")
    files = sorted(f for f in out.rglob("*") if f.suffix in (".pt", ".json"))
    lines = [f"{digest(f)}  {f.relative_to(out).as_posix()}\n" for f in files]
    (out / CHECKSUMS).write_text("".join(lines), encoding="utf-8")


def packed(folder: Path, name: str) -> Path:
    """Where a model is in a folder that ships."""
    kind, package = SHARED.get(name, (name, PACKAGE))
    return folder / "ar" / kind / f"{package}.pt"


def slim(model: Path, out: Path, *, half: bool = False) -> None:
    """Save a checkpoint without what only training needs; one that holds nothing else keeps its bytes.

    Args:
        model: the checkpoint.
        out: where it goes.
        half: store the weights in half precision; Stanza widens them when it loads them.
    """
    import torch

    checkpoint = torch.load(model, map_location="cpu", weights_only=True)
    changes = [checkpoint.pop(key, None) is not None for key in _TRAINING_ONLY]
    if "tag" in (checkpoint.get("vocab") or ()):
        changes += [_drop_zero_delta(checkpoint), _keep_first_column(checkpoint)]
    if half:
        for key in checkpoint.keys() & _WEIGHTS:
            _halve(checkpoint[key])
    if half or any(changes):
        torch.save(checkpoint, out)
    else:
        shutil.copyfile(model, out)


def _halve(weights: dict[str, Any]) -> None:
    for name, tensor in weights.items():
        if hasattr(tensor, "is_floating_point") and tensor.is_floating_point():
            weights[name] = tensor.half()


def _keep_first_column(checkpoint: dict[str, Any]) -> bool:
    """Drop the labels, layers and transitions of the corpora that are not asked; whether there were any."""
    tags = checkpoint["vocab"]["tag"]
    others = tuple(f"{part}.{column}." for part in ("tag_clfs", "crits") for column in tags["_id2unit"] if column)
    if not others:
        return False
    for key in ("_id2unit", "_unit2id"):
        tags[key] = {0: tags[key][0]}
    weights = checkpoint["model"]
    for name in [name for name in weights if name.startswith(others)]:
        del weights[name]
    return True


def _drop_zero_delta(checkpoint: dict[str, Any]) -> bool:
    """Drop the entity tagger's corrections of the word vectors where there are none; whether there was any to drop.

    Stanza keeps a vector of corrections for every training word even when the vectors are not
    tuned: 15 MiB of zeros. An unknown word is corrected by zero too, so nothing changes.
    """
    weights = checkpoint["model"].get("delta_emb.weight")
    if weights is None or len(weights) <= SPECIAL_WORDS or weights.abs().max() > 0:
        return False
    vocab = checkpoint["vocab"]["delta"]
    kept = vocab["_id2unit"][:SPECIAL_WORDS]
    vocab["_id2unit"] = kept
    vocab["_unit2id"] = {unit: i for i, unit in enumerate(kept)}
    checkpoint["model"]["delta_emb.weight"] = weights[:SPECIAL_WORDS].clone()
    return True


def resources() -> dict[str, object]:
    """The resources.json by which Stanza finds the processors and what they read."""
    reads = {
        processor: [dict(zip(("model", "package"), SHARED[name], strict=True)) for name in names]
        for processor, names in READS.items()
    }
    packages = dict.fromkeys(PROCESSORS, PACKAGE)
    shared: dict[str, dict[str, object]] = {}
    for kind, package in SHARED.values():
        shared.setdefault(kind, {})[package] = {}
    arabic = {
        **{p: {PACKAGE: {"dependencies": reads[p]} if p in reads else {}} for p in PROCESSORS},
        **shared,
        "default_processors": packages,
        "default_dependencies": reads,
        "packages": {"default": packages},
        "lang_name": "Arabic",
    }
    return {"ar": arabic}
