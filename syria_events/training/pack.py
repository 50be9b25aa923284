"""Trained models to the folder that ships: Stanza's own layout, resources.json, checksums."""

import json
import shutil
from pathlib import Path
from typing import Any

from syria_events.tagging.store import CHECKSUMS, PROCESSORS, digest
from syria_events.training.workspace import PACKAGE, Workspace

SHARED = ("pretrain", "forward_charlm", "backward_charlm")  # what several processors read
SPECIAL_WORDS = 4  # <PAD>, <UNK>, <EMPTY>, <ROOT> at the head of every Stanza vocabulary
_TRAINING_ONLY = ("optimizer_state_dict", "optimizer", "scheduler_state_dict")
SHARING = ("pos", "depparse", "ner")


def pack(space: Workspace, out: Path) -> None:
    """Copy the models, slimmed, and write what makes them a Stanza model folder.

    A model that did not change keeps its bytes, so that a commit replaces only what got better.

    Raises:
        FileNotFoundError: a processor has not been trained.
    """
    for name in (*PROCESSORS, *SHARED):
        target = packed(out, name)
        target.parent.mkdir(parents=True, exist_ok=True)
        if name in SHARED:
            shutil.copyfile(space.model(name), target)
        else:
            slim(space.model(name), target)
    (out / "resources.json").write_text(json.dumps(resources(), indent=1) + "\n", encoding="utf-8")
    files = sorted(f for f in out.rglob("*") if f.suffix in (".pt", ".json"))
    lines = [f"{digest(f)}  {f.relative_to(out).as_posix()}\n" for f in files]
    (out / CHECKSUMS).write_text("".join(lines), encoding="utf-8")


def packed(folder: Path, name: str) -> Path:
    """Where a model is in a folder that ships."""
    return folder / "ar" / name / f"{PACKAGE}.pt"


def slim(model: Path, out: Path) -> None:
    """Save a checkpoint without what only training needs; one that holds nothing else keeps its bytes."""
    import torch

    checkpoint = torch.load(model, map_location="cpu", weights_only=True)
    dropped = [key for key in _TRAINING_ONLY if checkpoint.pop(key, None) is not None]
    if _drop_zero_delta(checkpoint) or dropped:
        torch.save(checkpoint, out)
    else:
        shutil.copyfile(model, out)


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
    """The resources.json by which Stanza finds the processors and what they share."""
    shared = [{"model": name, "package": PACKAGE} for name in SHARED]
    tables = {p: {PACKAGE: {"dependencies": shared} if p in SHARING else {}} for p in PROCESSORS}
    packages = dict.fromkeys(PROCESSORS, PACKAGE)
    arabic = {
        **tables,
        **{name: {PACKAGE: {}} for name in SHARED},
        "default_processors": packages,
        "default_dependencies": dict.fromkeys(SHARING, shared),
        "packages": {"default": packages},
        "lang_name": "Arabic",
    }
    return {"ar": arabic}
