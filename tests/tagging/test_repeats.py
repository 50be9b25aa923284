import numpy as np
import pytest

from syria_events.tagging.repeats import DOUBT, REACH, WEIGHT, weigh, weigh_articles

NAME, OTHER = np.array([0.0, 4.0]), np.array([4.0, 0.0])  # scores of two tags
ONE = WEIGHT / (1 + DOUBT)  # the weight of one other occurrence


def scores(*sentences: list[np.ndarray]) -> list[np.ndarray]:
    return [np.stack(sentence) for sentence in sentences]


def test_a_word_is_moved_towards_what_it_is_elsewhere() -> None:
    words = [["فاز", "العربي"], ["قال", "العربي"]]
    first, second = weigh(words, scores([OTHER, NAME], [OTHER, OTHER]))
    assert np.allclose(first, [OTHER, NAME + ONE * (OTHER - NAME)])
    assert np.allclose(second, [OTHER, OTHER + ONE * (NAME - OTHER)])


def test_the_more_often_a_word_is_a_name_the_farther_it_is_moved() -> None:
    moved = []
    for others in (1, 3, 9):
        words = [["العربي"]] * (others + 1)
        told = weigh(words, scores([OTHER], *[[NAME]] * others))
        moved.append(told[0][0, 1])
    assert moved == sorted(moved) and moved[0] == pytest.approx(4 * ONE)
    assert moved[1] == pytest.approx(4 * WEIGHT * 3 / (3 + DOUBT))


def test_words_said_once_stay() -> None:
    given = scores([NAME, OTHER], [NAME])
    for told, row in zip(weigh([["دمشق", "قال"], ["حلب"]], given), given, strict=True):
        assert np.array_equal(told, row)


@pytest.mark.parametrize(
    "one, other",
    [
        ("لافروف", "ولافروف"),
        ("موسكو", "بموسكو"),
        ("الائتلاف", "للائتلاف"),
        ("الائتلاف", "وللائتلاف"),
        ("الأميركي", "الاميركى"),
        ("سورية", "وبسورية"),
    ],
)
def test_clitics_and_spellings_are_seen_through(one: str, other: str) -> None:
    first, second = weigh([[one], [other]], scores([NAME], [OTHER]))
    assert np.allclose(first, [NAME + ONE * (OTHER - NAME)]) and np.allclose(second, [OTHER + ONE * (NAME - OTHER)])


@pytest.mark.parametrize("one, other", [("لندن", "ولندا"), ("كيري", "لكيرين"), ("ولد", "لد"), ("دمشق", "دمشقي")])
def test_other_words_are_other_words(one: str, other: str) -> None:
    first, second = weigh([[one], [other]], scores([NAME], [OTHER]))
    assert np.array_equal(first, [NAME]) and np.array_equal(second, [OTHER])


def test_only_sentences_within_reach_count() -> None:
    between = [["كلمة"]] * REACH
    near = weigh([["العربي"], *between[1:], ["العربي"]], scores([NAME], *[[OTHER]] * REACH))
    far = weigh([["العربي"], *between, ["العربي"]], scores([NAME], *[[OTHER]] * (REACH + 1)))
    assert near[-1][0, 1] > 0 and far[-1][0, 1] == 0


def test_articles_tell_each_other_nothing() -> None:
    words, given = [["العربي"]] * 3, scores([NAME], [OTHER], [OTHER])
    first, second, third = weigh_articles(words, ["a", "b", "a"], given)
    assert np.array_equal(second, [OTHER])
    assert first[0, 0] > 0 and third[0, 1] > 0
