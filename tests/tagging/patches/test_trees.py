"""The fast decoder gives the trees that Stanza's own gives."""

import numpy as np
import pytest
from stanza.models.common.chuliu_edmonds import chuliu_edmonds_one_root

from syria_events.tagging.patches.trees import one_root_tree


def scores(words: int, seed: int) -> np.ndarray:
    """Log-softmaxed scores as the parser has them, with a root row."""
    raw = np.random.default_rng(seed).normal(scale=3, size=(words + 1, words + 1)).astype(np.float32)
    return raw - np.log(np.exp(raw).sum(1, keepdims=True))


@pytest.mark.parametrize("words", [1, 2, 3, 4, 7, 12, 30, 61])
@pytest.mark.parametrize("seed", range(8))
def test_the_same_tree_as_stanza(words: int, seed: int) -> None:
    table = scores(words, seed)
    before = table.copy()
    assert one_root_tree(table).tolist() == chuliu_edmonds_one_root(table).tolist()
    assert (table == before).all(), "the scores are read again afterwards"


def test_greedy_heads_that_are_a_tree_are_kept() -> None:
    table = np.full((4, 4), -9.0)
    table[1, 2] = table[2, 0] = table[3, 2] = -0.1
    assert one_root_tree(table).tolist() == [0, 2, 0, 2]


def test_two_greedy_roots_become_one() -> None:
    table = np.full((3, 3), -9.0)
    table[1, 0], table[2, 0], table[2, 1] = -0.1, -0.2, -3.0
    assert one_root_tree(table).tolist() == [0, 0, 1]


def test_a_cycle_is_broken() -> None:
    table = np.full((3, 3), -9.0)
    table[1, 2] = table[2, 1] = -0.1
    table[1, 0], table[2, 0] = -2.0, -4.0
    assert one_root_tree(table).tolist() == [0, 0, 1]


def test_scores_of_minus_infinity_are_never_chosen() -> None:
    table = scores(6, 1)
    table[2, 5] = table[4, 1] = -np.inf
    assert one_root_tree(table).tolist() == chuliu_edmonds_one_root(table).tolist()
