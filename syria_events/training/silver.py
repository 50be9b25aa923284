"""News tagged by a first entity tagger, made consistent over the whole corpus: more names than any gold text has.

A tagger misses a name in one sentence and finds it in a hundred others. So every name is given the label it has in most
of its occurrences in texts of the same topic (`ليون` is a club in reports of matches, else a town), wherever it occurs;
sentences with names the corpus does not agree on, tagged or not, are left out. A tagger trained on these and the gold
sentences knows many more persons, clubs and firms than the first.
"""

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from syria_events.training.entities import read_tokens, record
from syria_events.training.mentions import Name, Sentence, spans
from syria_events.training.nertag import tag
from syria_events.training.workspace import SEED, Workspace

READ = 200_000  # places in the news from which a sentence is read, to learn what every name is
KEPT = 16_000  # sentences trained on
LENGTHS = range(8, 61)  # tokens
SEEN = 6  # occurrences from which the corpus is asked
AGREED = 0.8  # the share of a name's labels that must be one
NAMED = 0.5  # the share of its occurrences in which it must be a name
DOUBTFUL = 0.1  # the share from which an occurrence that was not tagged is none the less no plain word
# words that tell the topic of a sentence
_TOPICS = {
    "sport": "مباراة المباراة مباريات المباريات الدوري دوري كأس الكأس المنتخب منتخب لاعب اللاعب اللاعبين المدرب ملعب "
    "الشوط هدف بطولة البطولة",
    "business": "شركة الشركة شركات الشركات أسهم الأسهم السوق المبيعات أرباح الأرباح سيارة السيارة سيارات السيارات بنك "
    "البنك البنوك المنتجات",
}  # fmt: skip
_TOPIC_OF = {word: topic for topic, words in _TOPICS.items() for word in words.split()}
_CLITICS = frozenset("و ف ب ل ك س".split())  # alone in the lines that were split for the vectors


def prepare_silver(space: Workspace) -> None:
    """Tag news with `ner_teacher.pt` and write ner.silver.json in the format of Stanza's entity tagger."""
    rng = random.Random(SEED)
    texts = list(_sample(space.data / "news.txt", rng))
    tagged = list(tag(space, "ner_teacher", texts))
    names = Names(tagged)
    made = [sentence for tokens in tagged if (sentence := names.corrected(tokens)) is not None]
    rng.shuffle(made)
    made.sort(key=lambda sentence: -_weight(sentence))  # stable: of equal weight at random
    rows = [record(sentence, 0) for sentence in made[:KEPT]]
    (space.data / "ner.silver.json").write_text(json.dumps(rows), encoding="utf-8")


_Known = tuple[str, Name]  # a name in a topic


class Names:
    """What every name is called in most of its occurrences in sentences of a topic.

    Args:
        sentences: the tagged news.
    """

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        sentences = list(sentences)
        labels: defaultdict[_Known, Counter[str]] = defaultdict(Counter)
        for sentence in sentences:
            topic = _topic(sentence)
            for start, end, label in spans(sentence):
                labels[topic, _name(sentence, start, end)][label] += 1
        self.labels = {known: counts for known, counts in labels.items() if counts.total() >= SEEN}
        self.longest = max((len(name) for _, name in self.labels), default=0)
        occurrences = Counter(known for sentence in sentences for known in self._free(sentence))
        self.label: dict[_Known, str] = {}
        self.doubtful: set[_Known] = set()
        for known, counts in self.labels.items():
            label, votes = counts.most_common(1)[0]
            named = counts.total() / occurrences[known]
            if votes >= AGREED * counts.total() and named >= NAMED:
                self.label[known] = label
            elif named >= DOUBTFUL:
                self.doubtful.add(known)

    def _known(self, sentence: Sentence) -> Iterator[tuple[int, int, _Known]]:
        """Every stretch of a sentence that is a name somewhere in its topic."""
        topic = _topic(sentence)
        for start in range(len(sentence)):
            for end in range(start + 1, min(start + self.longest, len(sentence)) + 1):
                known = topic, _name(sentence, start, end)
                if known in self.labels:
                    yield start, end, known

    def _free(self, sentence: Sentence) -> Iterator[_Known]:
        """The same but for stretches inside a longer name: `مدريد` in `ريال مدريد` is no town that was missed."""
        tagged = [(start, end) for start, end, _ in spans(sentence)]
        for start, end, known in self._known(sentence):
            if not any(a <= start and end <= b and (a, b) != (start, end) for a, b in tagged):
                yield known

    def corrected(self, sentence: Sentence) -> Sentence | None:
        """The sentence with the labels the corpus agrees on; None where it does not agree, or nothing is named."""
        topic = _topic(sentence)
        found = {(start, end): label for start, end, label in spans(sentence)}
        for (start, end), label in list(found.items()):
            known = topic, _name(sentence, start, end)
            if known in self.labels and known not in self.label:
                return None
            found[start, end] = self.label.get(known, label)
        for start, end, known in sorted(self._known(sentence), key=lambda stretch: stretch[0] - stretch[1]):
            if any(a < end and start < b for a, b in found):
                continue
            if known in self.doubtful:
                return None
            if known in self.label:
                found[start, end] = self.label[known]
        if not found:
            return None
        tags = ["O"] * len(sentence)
        for (start, end), label in found.items():
            tags[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 1)]
        return [(token, tag) for (token, _), tag in zip(sentence, tags, strict=True)]


def _topic(sentence: Sentence) -> str:
    """What a sentence is about by the first word that tells; empty where none does."""
    return next((_TOPIC_OF[token] for token, _ in sentence if token in _TOPIC_OF), "")


def _name(sentence: Sentence, start: int, end: int) -> Name:
    return tuple(token for token, _ in sentence[start:end])


def _weight(sentence: Sentence) -> int:
    """Sentences with organisations and with persons first: they are what the gold text has too few of."""
    labels = {label for _, _, label in spans(sentence)}
    return 2 * ("ORG" in labels) + ("PER" in labels)


def _sample(news: Path, rng: random.Random) -> Iterator[list[str]]:
    """Sentences from all over the news, tokenised like the gold text."""
    size = news.stat().st_size
    with news.open("rb") as file:
        for at in sorted(rng.randrange(size) for _ in range(READ)):
            file.seek(at)
            file.readline()
            tokens = read_tokens(file.readline().decode("utf-8", errors="ignore"))
            if len(tokens) in LENGTHS and not _CLITICS.intersection(tokens):
                yield tokens
