"""Paragraphs of news with the topic each is about."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from syria_events.training.entities import read_tokens
from syria_events.training.vectors import lines
from syria_events.training.workspace import Workspace

LONGEST = 400  # tokens
# words that show a topic
_TOPICS = {
    "sport": "مباراة المباراة مباريات المباريات الدوري دوري كأس الكأس المنتخب منتخب لاعب اللاعب اللاعبين المدرب ملعب "
    "الشوط هدف بطولة البطولة",
    "business": "شركة الشركة شركات الشركات أسهم الأسهم السوق المبيعات أرباح الأرباح سيارة السيارة سيارات السيارات بنك "
    "البنك البنوك المنتجات",
}  # fmt: skip
_TOPIC_OF = {word: topic for topic, words in _TOPICS.items() for word in words.split()}
_STOPS = frozenset(".؟!")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Surface tokens as the entity corpora have them, and what they are about: `sport`, `business` or nothing known."""

    topic: str
    tokens: tuple[str, ...]

    def sentences(self) -> Iterator[list[str]]:
        """Its tokens up to every full stop."""
        sentence: list[str] = []
        for token in self.tokens:
            sentence.append(token)
            if token in _STOPS:
                yield sentence
                sentence = []
        if sentence:
            yield sentence


def read_news(space: Workspace) -> Iterator[Paragraph]:
    """All the news, but for paragraphs that are too long to be of one topic."""
    for line in lines(space):
        tokens = read_tokens(line)
        if len(tokens) <= LONGEST:
            yield Paragraph(topic(tokens), tuple(tokens))


def topic(tokens: Iterable[str]) -> str:
    """The topic that most of the words that show one show; none where fewer than two do."""
    told = Counter(_TOPIC_OF[token] for token in tokens if token in _TOPIC_OF)
    return told.most_common(1)[0][0] if told.total() > 1 else ""
