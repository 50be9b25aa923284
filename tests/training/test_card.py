from pathlib import Path

import pytest

from syria_events.tagging.store import EMBEDDED
from syria_events.training.ablation import Worth
from syria_events.training.card import write_ablations, write_card
from syria_events.training.measure import Confusion, Report

REPORT = Report({"LAS": 75.5}, {"pos": 1.25, "ner": 2.0}, (Confusion("nmod", "obl", False, 7, "في: nmod of بيت"),))
PLACES = "".join(f"<!-- {name} -->\nold\n<!-- end -->\n" for name in ("scores", "sizes", "confusions"))
CARD = f"# Models\n{PLACES}Last.\n"


def test_figures_are_put_between_the_marks_again_and_again(tmp_path: Path) -> None:
    (card := tmp_path / "CARD.md").write_text(CARD, encoding="utf-8")
    for _ in range(2):
        write_card(card, REPORT)
        text = card.read_text(encoding="utf-8")
        assert text.startswith("# Models\n") and text.endswith("<!-- end -->\nLast.\n") and "old" not in text
        assert text.count("| LAS | 75.50 |") == 1 and "| together | 3.2 |" in text
        assert "| nmod | obl | wrong | 7 | في: nmod of بيت |" in text


def test_a_card_without_a_place_is_an_error(tmp_path: Path) -> None:
    (card := tmp_path / "CARD.md").write_text("# Models\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no place for the scores"):
        write_card(card, REPORT)


def test_the_card_of_the_embedded_models_has_every_place() -> None:
    text = (EMBEDDED / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert all(f"<!-- {name} -->" in text for name in ("scores", "sizes", "confusions"))


def test_ablations_are_written_into_the_card(tmp_path: Path) -> None:
    card = tmp_path / "MODEL_CARD.md"
    card.write_text("before\n<!-- ablations -->\nold\n<!-- end -->\nbehind\n", encoding="utf-8")
    write_ablations(card, [Worth("ner", "tagged news", 71.234, 39.96, 4321.4)])
    text = card.read_text(encoding="utf-8")
    assert "| ner | tagged news | 71.23 | 40.0 | 4,321 |" in text
    assert "old" not in text and text.startswith("before\n") and text.endswith("<!-- end -->\nbehind\n")
