"""Weights: sums, chances, the file."""

from pathlib import Path

import pytest

from syria_events.rules.linking.model import Model, chance, read_model, shipped, write_model

MODEL = Model({"row": 2.0, "no target": -1.5, "elsewhere": 0.25}, bias=-1.0, least=0.6, doubt=0.1)


def test_features_that_were_never_learned_weigh_nothing() -> None:
    assert MODEL.sum(("row", "no target", "never seen")) == pytest.approx(0.5)
    assert MODEL.sum(()) == 0


def test_the_strongest_features_come_first_for_and_against() -> None:
    features = ("elsewhere", "never seen", "no target", "row")
    assert MODEL.strongest(features, 2) == (("row", 2.0), ("no target", -1.5))


def test_chances_lie_between_nought_and_one() -> None:
    assert chance(0) == 0.5
    assert chance(-800) == 0.0 and chance(800) == 1.0
    assert chance(-2) < chance(-1) < chance(3)


def test_a_model_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "weights.tsv"
    write_model(Model({**MODEL.weights, "nothing": 0.0001}, -1.0, 0.6, 0.1), file, ["made by a test"])
    assert read_model(file) == MODEL
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# made by a test"
    assert [line.split("\t")[0] for line in lines if not line.startswith("#")] == ["row", "no target", "elsewhere"]


def test_a_line_that_is_no_weight_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "weights.tsv"
    write_model(MODEL, file, [])
    file.write_text(file.read_text(encoding="utf-8") + "row\tmuch\n", encoding="utf-8")
    with pytest.raises(ValueError, match="much"):
        read_model(file)


def test_the_model_that_ships_trusts_rules() -> None:
    model = shipped()
    assert 0 < model.doubt < model.least < 1
    assert model.sum(("row", "row deed-verb")) > 0 > model.sum(("no row", "no row deed-verb"))
