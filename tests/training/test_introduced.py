"""Clubs and firms that news introduces."""

import numpy as np

from syria_events.training.introduced import (
    KINDS,
    SURE,
    Introductions,
    Organisations,
    Vector,
    find_organisations,
    with_clitics,
)
from syria_events.training.mentions import Sentence
from syria_events.training.news import Paragraph

SPORT = "sport"
# names lie one way, plain words another, and one word between
VECTORS = {
    "الهلال": (1.0, 0.0), "الأهلي": (1.0, 0.0), "برشلونة": (1.0, 0.0), "الوحدة": (0.5, 0.87), "العاصمة": (0.0, 1.0),
    "كبير": (0.0, 1.0),
}  # fmt: skip


def vector(word: str) -> Vector | None:
    return np.array(VECTORS[word], dtype=np.float32) if word in VECTORS else None


def introduced(*texts: str, topic: str = SPORT, times: int = 3) -> Introductions:
    counted = Introductions()
    for text in texts * times:
        counted.read(Paragraph(topic, tuple(text.split())))
    return counted


def clubs(introductions: Introductions) -> Organisations:
    """What is found beside a tagger that is sure of one club."""
    told: list[Sentence] = [[("برشلونة", "B-ORG")]] * SURE
    return find_organisations(introductions, [(SPORT, sentence) for sentence in told], vector)


KNOWN = "نادي برشلونة"


def test_a_word_that_is_introduced_and_near_the_names() -> None:
    found = clubs(introduced(KNOWN, "فوز لنادي الهلال"))
    assert {"الهلال", "والهلال", "للهلال", "برشلونة", "لبرشلونة"} <= found.sure[SPORT]


def test_a_plain_word_behind_the_noun_is_none() -> None:
    found = clubs(introduced(KNOWN, "نادي كبير", "نادي العاصمة"))
    assert not {"كبير", "العاصمة"} & (found.sure[SPORT] | found.perhaps[SPORT])


def test_a_word_between_names_and_words_is_one_perhaps() -> None:
    found = clubs(introduced(KNOWN, "نادي الوحدة"))
    assert "الوحدة" in found.perhaps[SPORT]
    assert "الوحدة" not in found.sure[SPORT]


def test_a_near_word_that_is_never_introduced_is_none() -> None:
    assert "الأهلي" not in clubs(introduced(KNOWN, "فاز الأهلي")).sure[SPORT]


def test_a_word_that_is_seldom_introduced_is_none() -> None:
    common = introduced(KNOWN, "نادي الهلال", times=3)
    common.read(Paragraph(SPORT, ("الهلال",) * 1000))
    assert "الهلال" not in clubs(common).sure[SPORT]


def test_a_definite_word_needs_the_noun_that_names_alone_follow() -> None:
    assert "الهلال" not in clubs(introduced(KNOWN, "فريق الهلال")).sure[SPORT]


def test_introductions_of_another_topic_do_not_count() -> None:
    other = introduced(KNOWN)
    other.read(Paragraph("", ("نادي", "الهلال")))
    assert "الهلال" not in other.introduced[SPORT]


def test_quotation_marks_do_not_part_noun_and_name() -> None:
    assert introduced("نادي « الهلال »").introduced[SPORT]["الهلال"]


FOUND = Organisations({SPORT: frozenset({"الهلال", "ليون"})}, {SPORT: frozenset({"الوحدة"})})


def placed(*tokens: str, found: dict[tuple[int, int], str] | None = None) -> dict[tuple[int, int], str] | None:
    labels = dict(found or {})
    return None if FOUND.place(SPORT, [(token, "O") for token in tokens], labels) is None else labels


def test_an_untagged_word_becomes_one() -> None:
    assert placed("فاز", "الهلال") == {(1, 2): "ORG"}


def test_a_word_inside_a_longer_name_does_not() -> None:
    assert placed("ملعب", "الهلال", found={(0, 2): "LOC"}) == {(0, 2): "LOC"}


def test_a_place_that_plays_becomes_one_and_a_place_one_is_at_does_not() -> None:
    assert placed("فاز", "ليون", found={(1, 2): "LOC"}) == {(1, 2): "ORG"}
    assert placed("في", "ليون", found={(1, 2): "LOC"}) == {(1, 2): "LOC"}


def test_a_person_stays_one() -> None:
    assert placed("قال", "ليون", found={(1, 2): "PER"}) == {(1, 2): "PER"}


def test_a_word_that_may_be_one_is_one_beside_another_only() -> None:
    assert placed("الوحدة", "ضد", "الهلال") == {(0, 1): "ORG", (2, 3): "ORG"}
    assert placed("الوحدة", "ضد", "فريق") is None


def test_other_topics_have_none() -> None:
    labels: dict[tuple[int, int], str] = {}
    assert FOUND.place("", [("الهلال", "O")], labels) == set()
    assert labels == {}


def test_every_kind_knows_its_nouns_with_their_clitics() -> None:
    assert {form: noun for form, noun in KINDS["business"].forms.items() if form == "لشركة"} == {"لشركة": "شركة"}
    assert set(with_clitics("الهلال")) == {"الهلال", "والهلال", "فالهلال", "بالهلال", "لالهلال", "للهلال", "وللهلال"}
