"""The best tree with one root: what Stanza's parser decodes with, many times faster.

Stanza looks for cycles with a strongly-connected-components search in Python over every sentence.
Here a sentence whose best heads already form a tree is done at once, and for the rest cycles are
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
    """Chu and Liu's and Edmonds's algorithm: cycles of best heads become one node until none is left.

    Best heads are followed from every word in turn, as Tarjan does; a cycle met on the way is merged into its first
    node in the table itself, so a merger costs no more than the rows and columns of its nodes.
    """
    heads: Heads = weights.argmax(1)
    merged = []
    rooted = np.zeros(len(weights), dtype=bool)  # nodes from which the root is reached, and nodes merged into others
    rooted[0] = True
    for start in range(1, len(weights)):
        path = [] if rooted[start] else [start]
        while path and not rooted[head := int(heads[path[-1]])]:
            if head not in path:
                path.append(head)
                continue
            cycle = np.array(path[path.index(head) :])
            del path[path.index(head) + 1 :]
            merged.append(_merge(weights, heads, cycle))
            rooted[cycle[1:]] = True
        rooted[path] = True
    for cycle, inside, entered, left in reversed(merged):
        node = cycle[0]
        head = heads[node]
        heads = np.where(heads == node, left, heads)
        heads[cycle] = inside
        heads[entered[head]] = head
    return heads


def _merge(weights: Scores, heads: Heads, cycle: Heads) -> tuple[Heads, Heads, Heads, Heads]:
    """Make a cycle of best heads one node, its first, in place.

    Returns:
        The cycle; the heads inside it; for every head which of its nodes had best have it; for every word which of
        them is its best head.
    """
    inside = heads[cycle]
    entering = weights[cycle] - weights[cycle, inside][:, None]
    leaving = weights[:, cycle]
    node, gone = cycle[0], cycle[1:]
    weights[node], weights[:, node] = entering.max(0), leaving.max(1)
    weights[gone] = weights[:, gone] = weights[node, node] = -np.inf
    member = np.zeros(len(weights), dtype=bool)
    member[cycle] = True
    heads[member[heads]] = node
    heads[gone] = 0
    heads[node] = weights[node].argmax()
    return cycle, inside, cycle[entering.argmax(0)], cycle[leaving.argmax(1)]


def _cycle(heads: Heads) -> bool:
    """Whether a cycle is among the heads; the root is its own head and counts for none."""
    above = heads
    for _ in range(len(heads).bit_length()):  # as many doublings reach the root from anywhere
        above = above[above]
    return bool(above.any())
