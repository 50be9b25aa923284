"""Learns the weights by which actors and targets are linked with triggers, from gold events and tagged articles.

A link is right where gold has an event of its parties and root; optional events are left out. Weights are those of a
logistic regression with a ridge penalty, so that a weight that few documents speak for stays small.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

import torch

from syria_events.lexicon import Lexicon
from syria_events.model import Doc, Sentence, Word
from syria_events.rules.events.reader import DocumentReader
from syria_events.rules.linking.choosing import links, parts_of
from syria_events.rules.linking.features import View
from syria_events.rules.linking.link import Candidate, Link
from syria_events.rules.linking.linker import is_open
from syria_events.rules.linking.model import Model, chance
from syria_events.rules.prepare import prepare
from syria_events.tagging.conllu import read_documents
from syria_events.training.gold import GoldDocument, tells

RIDGE = 30.0  # the best of 4, 10, 30, 80 by cross-validation
FOLDS = 5
_STEPS = 60  # of L-BFGS
_KEPT = 5  # of so many links that are wrong one is learned from, and counts for all
_RARE = 4  # links that a feature must be seen in
# what a right link counts, by where gold has its words: in the trigger, in the sentence, elsewhere in the document
_WEIGHTS = {"trigger": 1.0, "sentence": 0.7, "document": 0.3}


@dataclass
class Examples:
    """Links, each of up to four parts: its trigger, its actor, its target and their pair.

    Args:
        parts: the numbers of the features of each part; the first has none.
        links: the numbers of the parts of each link.
        right: 1 for a link that gold has, else 0.
        weights: what each counts; 0 for what is optional.
        groups: the document of each.
    """

    parts: list[list[int]] = field(default_factory=lambda: [[]])
    links: list[tuple[int, int, int, int]] = field(default_factory=list)
    right: list[float] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Reliability:
    """Of links with a chance in a range: how many there are, and the share that is right."""

    low: float
    links: int
    right: float


def learn(
    docs: Sequence[tuple[Doc, GoldDocument]], lexicon: Lexicon, least: float, doubt: float, folds: int = FOLDS
) -> tuple[Model, list[Reliability]]:
    """The model of all documents, and how reliable its chances are in documents that it was not learned from.

    Args:
        docs: tagged, each with its gold.
        lexicon: with which they are read.
        least: the chance from which on a row is written that no rule makes.
        doubt: the chance below which a row that rules make is left out.
        folds: of the cross-validation; 0 for none.
    """
    reader = _Reader(lexicon)
    for number, (doc, gold) in enumerate(docs):
        reader.add(number, doc, gold)
    examples, names = reader.examples, reader.names
    used = _pruned(examples, len(names))
    tried: list[tuple[float, float, float]] = []
    for fold in range(folds):
        outside = [at for at, group in enumerate(examples.groups) if group % folds != fold]
        inside = [at for at, group in enumerate(examples.groups) if group % folds == fold and examples.weights[at]]
        weights, bias = _fit(examples, outside, len(names))
        scores = _Scored(examples, inside).scores(weights, bias).tolist()
        tried += [(chance(s), examples.right[at], examples.weights[at]) for s, at in zip(scores, inside, strict=True)]
    weights, bias = _fit(examples, range(len(examples.right)), len(names))
    values = weights.squeeze(1).tolist()
    model = Model({name: values[number] for name, number in names.items() if number in used}, float(bias), least, doubt)
    return model, list(_reliability(tried))


class _Reader:
    """Reads documents with their gold as examples; numbers the features."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.examples = Examples()
        self.names: dict[str, int] = {}

    def add(self, group: int, doc: Doc, gold: GoldDocument) -> None:
        """Read a document."""
        prepared = prepare(doc, self._lexicon)
        telling = _Telling(doc, gold)
        for sentence in DocumentReader(prepared, self._lexicon).read():
            for analysis in filter(is_open, sentence.triggers):
                view = View(analysis)
                for number, (right, weight, link) in enumerate(self._links(view, telling, sentence.clause.sentence)):
                    if not right and number % _KEPT:
                        continue
                    self.examples.links.append(link)
                    self.examples.right.append(right)
                    self.examples.weights.append(weight if right else _KEPT * weight)
                    self.examples.groups.append(group)

    def _links(
        self, view: View, telling: "_Telling", sentence: Sentence
    ) -> Iterator[tuple[float, float, tuple[int, int, int, int]]]:
        everybody, parts = parts_of(view)
        trigger = self._part(parts.trigger)
        actors = {key: self._part(found) for key, found in parts.actor.items()}
        targets = {key: self._part(found) for key, found in parts.target.items()}
        for link in links(view, everybody):
            target = targets[link.target.key] if link.target is not None else 0
            right, weight = telling.label(link, view.trigger.word, sentence)
            yield right, weight, (trigger, actors[link.actor.key], target, self._part(link.features))

    def _part(self, features: Iterable[str]) -> int:
        self.examples.parts.append([self.names.setdefault(name, len(self.names)) for name in features])
        return len(self.examples.parts) - 1


class _Telling:
    """Whether links of a document tell its gold events."""

    def __init__(self, doc: Doc, gold: GoldDocument) -> None:
        self._doc = doc
        self._gold = gold
        self._places = _places(doc, gold)
        self._known: dict[tuple[str, str], frozenset[str]] = {}

    def label(self, link: Link, word: Word, sentence: Sentence) -> tuple[float, float]:
        """Whether a link is right, and what that counts."""
        actor = self._entities(link.actor)
        target = self._entities(link.target) if link.target is not None else None
        told = [n for n, event in enumerate(self._gold.events) if tells(event, link.cameo[:2], actor, target)]
        if not told:
            return 0.0, 1.0
        required = (n for n in told if not self._gold.events[n].optional)
        return 1.0, max((_WEIGHTS[self._where(self._places[n], word, sentence)] for n in required), default=0.0)

    def _entities(self, candidate: Candidate) -> frozenset[str]:
        argument = candidate.argument
        key = argument.actor.name, argument.text
        if key not in self._known:
            self._known[key] = self._gold.entities_of(argument.actor, argument.text)
        return self._known[key]

    def _where(self, place: tuple[int, int], word: Word, sentence: Sentence) -> str:
        start, end = self._doc.span(word.start, word.end)
        if place[0] < end and start < place[1]:
            return "trigger"
        first, last = self._doc.span(sentence.start, sentence.end)
        return "sentence" if first <= place[0] < last else "document"


def _places(doc: Doc, gold: GoldDocument) -> list[tuple[int, int]]:
    """Where the words of each gold event stand in the article; (-1, -1) where they are not found."""
    text = doc.article.text.replace("\N{NO-BREAK SPACE}", " ")
    found = []
    for event in gold.events:
        words = event.trigger.replace("\N{NO-BREAK SPACE}", " ")
        start = text.find(words) if words else -1
        found.append((start, start + len(words)) if start >= 0 else (-1, -1))
    return found


def _pruned(examples: Examples, features: int) -> set[int]:
    """The features that are not too rare; others are taken out of the examples."""
    uses = Counter(part for link in examples.links for part in link)
    counts: Counter[int] = Counter()
    for part, found in enumerate(examples.parts):
        for number in found:
            counts[number] += uses[part]
    used = {number for number in range(features) if counts[number] >= _RARE}
    examples.parts = [[number for number in found if number in used] for found in examples.parts]
    return used


def _fit(examples: Examples, chosen: Sequence[int], features: int) -> tuple[torch.Tensor, torch.Tensor]:
    scored = _Scored(examples, chosen)
    right = torch.tensor([examples.right[at] for at in chosen])
    counts = torch.tensor([examples.weights[at] for at in chosen])
    weights = torch.zeros(features, 1, requires_grad=True)
    bias = torch.tensor(-4.0, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights, bias], max_iter=_STEPS, history_size=10, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        scores = scored.scores(weights, bias)
        losses = torch.nn.functional.binary_cross_entropy_with_logits(scores, right, reduction="none")
        loss = (losses * counts).sum() + RIDGE / 2 * (weights**2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return weights.detach(), bias.detach()


class _Scored:
    """The sums of weights of some links, by their parts."""

    def __init__(self, examples: Examples, chosen: Sequence[int]) -> None:
        numbers = {part: new for new, part in enumerate(sorted({p for at in chosen for p in examples.links[at]}))}
        parts = [examples.parts[part] for part in numbers]
        self._starts = torch.tensor([0, *accumulate(len(part) for part in parts[:-1])])
        self._features = torch.tensor([number for part in parts for number in part])
        self._links = torch.tensor([[numbers[part] for part in examples.links[at]] for at in chosen])

    def scores(self, weights: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        """The log-odds of the links."""
        sums = torch.nn.functional.embedding_bag(self._features, weights, self._starts, mode="sum").squeeze(1)
        return sums[self._links].sum(1) + bias


def _reliability(tried: Iterable[tuple[float, float, float]]) -> Iterator[Reliability]:
    """By tenths of the chance: how many links there are, and how many of ten are right."""
    tenths: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)
    for likely, right, weight in tried:
        tenths[min(int(likely * 10), 9)].append((right, weight))
    for tenth, found in sorted(tenths.items()):
        total = sum(weight for _, weight in found)
        yield Reliability(tenth / 10, len(found), sum(right * weight for right, weight in found) / total)


def read_tagged(files: Iterable[Path]) -> Iterator[Doc]:
    """The documents of CoNLL-U files that `tag` wrote.

    Raises:
        ConlluError: a document cannot be read.
        OSError: a file cannot be read.
    """
    for file in files:
        with file.open(encoding="utf-8", newline="\n") as lines:
            for found in read_documents(lines, id=file.stem):
                if isinstance(found, Exception):
                    raise found
                yield found
