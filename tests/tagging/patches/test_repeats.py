from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray
from stanza.models.common.crf import viterbi_decode

from syria_events.tagging.patches.repeats import PSEUDOCOUNT, REACH, WEIGHT, Scores, best_paths, weigh

NAME, OTHER = np.array([0.0, 4.0]), np.array([4.0, 0.0])  # scores of two tags
ONE = WEIGHT / (1 + PSEUDOCOUNT)  # the weight of one other occurrence


def weighed(tokens: Sequence[Sequence[str]], *sentences: Sequence[NDArray[np.float64]]) -> Sequence[Scores]:
    return weigh(tokens, ["article"] * len(tokens), [np.stack(sentence) for sentence in sentences])


def related(*forms: str) -> bool:
    """Whether each of the words, the first a name, the others not, is moved."""
    told = weighed([[form] for form in forms], [NAME], *[[OTHER]] * (len(forms) - 1))
    return told[0][0, 0] > 0 and all(row[0, 1] > 0 for row in told[1:])


def test_a_word_is_moved_towards_what_it_is_elsewhere() -> None:
    first, second = weighed([["فاز", "العربي"], ["قال", "العربي"]], [OTHER, NAME], [OTHER, OTHER])
    assert np.allclose(first, [OTHER, NAME + ONE * (OTHER - NAME)])
    assert np.allclose(second, [OTHER, OTHER + ONE * (NAME - OTHER)])


def test_also_within_a_sentence() -> None:
    (told,) = weighed([["العربي", "يهزم", "العربي"]], [NAME, OTHER, OTHER])
    assert np.allclose(told, [NAME + ONE * (OTHER - NAME), OTHER, OTHER + ONE * (NAME - OTHER)])


def test_the_more_often_a_word_is_a_name_the_farther_it_is_moved() -> None:
    moved = []
    for others in (1, 3, 9):
        told = weighed([["العربي"]] * (others + 1), [OTHER], *[[NAME]] * others)
        moved.append(told[0][0, 1])
    assert moved == sorted(moved) and moved[0] == pytest.approx(4 * ONE)
    assert moved[1] == pytest.approx(4 * WEIGHT * 3 / (3 + PSEUDOCOUNT))


def test_words_said_once_stay() -> None:
    first, second = weighed([["دمشق", "قال"], ["حلب"]], [NAME, OTHER], [NAME])
    assert np.array_equal(first, [NAME, OTHER]) and np.array_equal(second, [NAME])


@pytest.mark.parametrize(
    "forms",
    [
        ("لافروف", "ولافروف"),
        ("موسكو", "بموسكو"),
        ("الائتلاف", "للائتلاف"),
        ("الائتلاف", "وللائتلاف"),
        ("الأميركي", "الاميركى"),
        ("سورية", "وبسورية"),
        ("سورية", "وبسورية", "بسورية"),
        ("الائتلاف", "وللائتلاف", "للائتلاف"),
        ("دمشق", "بدمشق"),
    ],
)
def test_clitics_and_spellings_are_seen_through(forms: tuple[str, ...]) -> None:
    assert related(*forms)


@pytest.mark.parametrize(
    "forms", [("لندن", "ولندا"), ("كيري", "لكيرين"), ("والي", "الي"), ("حلب", "بحلب"), ("دمشق", "دمشقي")]
)
def test_other_words_and_ends_of_short_ones_are_not(forms: tuple[str, ...]) -> None:
    assert not related(*forms)


def test_only_sentences_within_reach_count() -> None:
    near = weighed([["العربي"], *[["كلمة"]] * (REACH - 1), ["العربي"]], [NAME], *[[OTHER]] * REACH)
    far = weighed([["العربي"], *[["كلمة"]] * REACH, ["العربي"]], [NAME], *[[OTHER]] * (REACH + 1))
    assert near[0][0, 0] > 0 and near[-1][0, 1] > 0
    assert far[0][0, 0] == 0 and far[-1][0, 1] == 0


def test_articles_tell_each_other_nothing() -> None:
    told = weigh([["العربي"]] * 3, ["a", "b", "a"], [np.stack([NAME]), np.stack([OTHER]), np.stack([OTHER])])
    assert np.array_equal(told[1], [OTHER])
    assert told[0][0, 0] > 0 and told[2][0, 1] > 0


def test_a_word_is_one_with_its_clitics_only_where_its_own_article_has_it_bare() -> None:
    told = weigh([["ولافروف"], ["لافروف"], ["لافروف"]], ["a", "b", "b"], [np.stack([OTHER]), *[np.stack([NAME])] * 2])
    assert np.array_equal(told[0], [OTHER])


def test_nothing_is_weighed_where_nothing_is_said() -> None:
    assert list(weigh([], [], [])) == []


def test_the_best_paths_are_those_stanza_finds() -> None:
    rng = np.random.default_rng(1)
    sentences = [rng.normal(size=(length, 5)).astype(np.float32) for length in (3, 1, 9, 3, 40)]
    transitions = rng.normal(size=(5, 5)).astype(np.float32)
    assert best_paths(sentences, transitions) == [viterbi_decode(scores, transitions)[0] for scores in sentences]
    assert best_paths([], transitions) == []
