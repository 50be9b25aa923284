"""The best tree with one root: what Stanza's parser decodes with, many times faster.

Stanza looks for cycles with a strongly-connected-components search in Python over every sentence.
Here a sentence whose best heads already form a tree is done at once, and for the rest a cycle is
found by following heads.
"""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating]
Heads = NDArray[np.int64]


def one_root_tree(scores: Scores) -> Heads:
    """The spanning tree of the highest score among those with one edge from the root.

    Stands in for `stanza.models.common.chuliu_edmonds.chuliu_edmonds_one_root`: the tree is the same
    wherever the best one is unique.

    Args:
        scores: `scores[i, j]` of word i having head j; word 0 is the root.

    Returns:
        The head of every word; that of the root is 0.
    """
    weights = scores.astype(np.float64)
    np.fill_diagonal(weights, -np.inf)
    weights[0] = -np.inf
    weights[0, 0] = 0
    greedy: Heads = weights.argmax(1)
    if np.count_nonzero(greedy[1:] == 0) == 1 and not _cycle(greedy):
        return greedy  # every word has its best head, and together they are a tree: no tree is better
    finite = weights[np.isfinite(weights)]
    # a second edge from the root must cost more than any other change can bring
    weights[1:, 0] -= (finite.max() - finite.min() + 1) * len(weights)
    return _best_tree(weights)


def _best_tree(weights: Scores) -> Heads:
    """Chu and Liu's and Edmonds's algorithm: cycles of best heads become one node until none is left."""
    contracted = []
    heads: Heads = weights.argmax(1)
    while cycle := _cycle(heads):
        inside = np.array(cycle)
        outside = np.setdiff1d(np.arange(len(weights)), inside)  # the root stays the first
        entering = weights[np.ix_(inside, outside)] - weights[inside, heads[inside]][:, None]
        leaving = weights[np.ix_(outside, inside)]
        contracted.append((heads, outside, inside[entering.argmax(0)], inside[leaving.argmax(1)]))
        weights = np.block(
            [[weights[np.ix_(outside, outside)], leaving.max(1)[:, None]], [entering.max(0), np.array(-np.inf)]]
        )
        heads = weights.argmax(1)
    for before, outside, entered, left in reversed(contracted):
        node = len(outside)  # that of the cycle
        whole = before.copy()
        whole[outside] = np.where(heads[:node] == node, left, outside[np.minimum(heads[:node], node - 1)])
        whole[entered[heads[node]]] = outside[heads[node]]
        heads = whole
    return heads


def _cycle(heads: Heads) -> list[int]:
    """The nodes of a cycle among the heads, or none; the root is its own head and counts for no cycle."""
    above = heads.tolist()
    seen = [0] * len(above)  # by the walk of which word
    seen[0] = -1
    for start in range(1, len(above)):
        at = start
        while not seen[at]:
            seen[at] = start
            at = above[at]
        if seen[at] == start:
            cycle = [at]
            while (at := above[at]) != cycle[0]:
                cycle.append(at)
            return cycle
    return []


def use_fast_decoder() -> None:
    """Let Stanza's parser in this process decode that way."""
    from stanza.models.depparse import head_constraints, model

    model.chuliu_edmonds_one_root = one_root_tree
    head_constraints.chuliu_edmonds_one_root = one_root_tree
