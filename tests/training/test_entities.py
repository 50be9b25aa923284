"""The entity corpus: spans, names swapped, careless spellings, columns of tags."""

import random
from pathlib import Path

from syria_events.training.entities import augment, read_bio, record
from syria_events.training.mentions import Mentions, spans

SENTENCE = [("زار", "O"), ("جون", "B-PER"), ("كيري", "I-PER"), ("موسكو", "B-LOC"), ("أمس", "O")]
NAMES = Mentions(
    {"PER": [("سيرغي", "لافروف")], "LOC": [("جنيف",)], "ORG": [("ناتو",)]},
    {"PER": [("فلان", "الفلاني")], "LOC": [("تل", "فلان")], "ORG": [("ناتو",)]},
)


def test_spans() -> None:
    assert list(spans(SENTENCE)) == [(1, 3, "PER"), (3, 4, "LOC")]
    assert list(spans([("ا", "B-ORG"), ("ب", "B-ORG"), ("ج", "I-ORG")])) == [(0, 1, "ORG"), (1, 3, "ORG")]


def test_swapping_keeps_what_is_no_name() -> None:
    seen = set()
    for seed in range(40):
        copy = NAMES.swap(SENTENCE, random.Random(seed))
        assert (copy[0], copy[-1]) == (SENTENCE[0], SENTENCE[-1])
        assert [label for *_, label in spans(copy)] == ["PER", "LOC"]
        seen.add(" ".join(token for token, _ in copy[1:-1]))
    assert "جون كيري موسكو" in seen and "لافروف جنيف" in seen and "فلان الفلاني تل فلان" in seen


def test_other_labels_are_left() -> None:
    sentence = [("الإسلام", "B-MISC")]
    assert NAMES.swap(sentence, random.Random(1)) == sentence


def test_careless_copies_keep_the_entities() -> None:
    for seed in range(40):
        copy = augment(SENTENCE, random.Random(seed))
        assert [label for *_, label in spans(copy)] == ["PER", "LOC"]


def test_a_sentence_has_tags_in_the_column_of_its_corpus() -> None:
    (first, *_) = record([("كيري", "B-PER")], 1)
    assert first == {"text": "كيري", "ner": "B-PER", "multi_ner": ["-", "B-PER", "-"]}


def test_reading(tmp_path: Path) -> None:
    (file := tmp_path / "a.conll").write_text("كيري B-PERS\n$#$ O\n20/3 B-DATE\n\nقال O\n", encoding="utf-8")
    assert list(read_bio(file)) == [[("كيري", "B-PER"), ("20", "O"), ("/", "O"), ("3", "O")], [("قال", "O")]]
    (dates, _) = read_bio(file, {"DATE": "DATE"})
    assert list(spans(dates)) == [(1, 4, "DATE")]
