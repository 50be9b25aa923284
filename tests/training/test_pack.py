"""What ships of a checkpoint: no more than tagging needs, in half precision where that is asked for."""

from pathlib import Path
from typing import Any

import torch

from syria_events.training.pack import resources, slim


def slimmed(tmp_path: Path, checkpoint: dict[str, Any], *, half: bool = False) -> dict[str, Any]:
    torch.save(checkpoint, tmp_path / "model.pt")
    slim(tmp_path / "model.pt", tmp_path / "out.pt", half=half)
    return torch.load(tmp_path / "out.pt", weights_only=True)


def tagger() -> dict[str, Any]:
    tags = {0: ["O", "S-PER"], 1: ["O", "S-LOC"]}
    units = {column: {unit: i for i, unit in enumerate(names)} for column, names in tags.items()}
    weights = {f"{part}.{column}.weight": torch.ones(2) for part in ("tag_clfs", "crits") for column in tags}
    return {"model": {"lstm.weight": torch.ones(2), **weights}, "vocab": {"tag": {"_id2unit": tags, "_unit2id": units}}}


def test_of_several_columns_of_labels_the_first_is_kept(tmp_path: Path) -> None:
    found = slimmed(tmp_path, tagger())
    assert found["vocab"]["tag"] == {"_id2unit": {0: ["O", "S-PER"]}, "_unit2id": {0: {"O": 0, "S-PER": 1}}}
    assert sorted(found["model"]) == ["crits.0.weight", "lstm.weight", "tag_clfs.0.weight"]


def test_weights_in_half_precision(tmp_path: Path) -> None:
    checkpoint = {"model": {"a": torch.tensor([0.1]), "n": torch.tensor([3])}, "optimizer": {}}
    found = slimmed(tmp_path, checkpoint, half=True)
    assert found["model"]["a"].dtype == torch.float16 and found["model"]["n"].dtype == torch.int64
    assert "optimizer" not in found


def test_a_checkpoint_with_nothing_to_drop_keeps_its_bytes(tmp_path: Path) -> None:
    slimmed(tmp_path, {"model": {"a": torch.ones(2)}, "config": {}})
    assert (tmp_path / "out.pt").read_bytes() == (tmp_path / "model.pt").read_bytes()


def test_every_processor_names_what_it_reads() -> None:
    arabic: Any = resources()["ar"]
    read = arabic["ner"]["news"]["dependencies"]
    assert {"model": "pretrain", "package": "surface"} in read
    for dependencies in arabic["default_dependencies"].values():
        assert all(d["package"] in arabic[d["model"]] for d in dependencies)
