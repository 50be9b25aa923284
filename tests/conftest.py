"""Shared by the tests: finished events, a coder that needs no model, and the seeds through the real models.

What loads the models is loaded once a session; a test that uses it is marked `model`. Where the models are missing
these tests fail with the program's own message: they never skip.
"""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import pytest

from syria_events.lexicon.linter import load_checked
from syria_events.model import (
    Actor,
    Article,
    Doc,
    Entity,
    Event,
    Failure,
    Named,
    Period,
    Provenance,
    Sentence,
    Word,
)
from syria_events.plaintext import plain_text

if TYPE_CHECKING:
    from syria_events.tagging.pipeline import Tagger

os.environ.setdefault("OMP_NUM_THREADS", "1")  # the program's own choice; read when torch is imported
SEEDS = Path(__file__).parents[1] / "seeds"

KERRY = Actor("john-kerry", "جون كيري", "John Kerry", "USAGOV")
LAVROV = Actor("sergey-lavrov", "سيرغي لافروف", "Sergey Lavrov", "RUSGOV")
BROKEN = "كسر"  # an article with this word cannot be coded
MEETING = "التقى"  # every time an article has this word is an event
TOWN = "جنيف"  # and every time it has this one a mention
Found = TypeVar("Found", Event, Named, Doc)
Given: TypeAlias = Iterable[Article | Doc]


def _event(**changes: object) -> Event:
    fields: dict[str, object] = {
        "doc_id": "a",
        "published": date(2016, 9, 10),
        "actor": KERRY,
        "actor_text": "كيري",
        "action": "التقى",
        "cameo": "040",
        "target": LAVROV,
        "target_text": "لافروف",
        "status": "actual",
        "when": Period(date(2016, 9, 9)),
        "date_text": "أمس",
        "place": "جنيف",
        "place_en": "Geneva",
        "country": "CHE",
        "lat": 46.2,
        "lon": 6.15,
        "source": "سانا",
        "confidence": 0.9,
        "rules": Provenance(("trigger.verb",), ("subject.postverbal",), ("target.object-adjacent",)),
        "sentence": "التقى كيري لافروف في جنيف أمس.",
        "sent_index": 0,
        "start": 0,
        "end": 5,
        "trigger": "التقى",
    }
    return Event(**{**fields, **changes})  # type: ignore[arg-type]


@pytest.fixture
def make_event() -> Callable[..., Event]:
    """Makes a finished event, any field changed."""
    return _event


def _named(**changes: object) -> Named:
    fields: dict[str, object] = {
        "doc_id": "a",
        "kind": "LOC",
        "text": "جنيف",
        "start": 0,
        "end": 4,
        "name": "جنيف",
        "name_en": "Geneva",
        "code": "CHE",
        "lat": 46.2,
        "lon": 6.15,
        "reason": "gazetteer",
    }
    return Named(**{**fields, **changes})  # type: ignore[arg-type]


@pytest.fixture
def make_named() -> Callable[..., Named]:
    """Makes a place that an article names, any field changed."""
    return _named


def tagged(article: Article) -> Doc:
    """A document with a sentence for every line, and a word for every stretch without white space."""
    plain = plain_text(article.text)
    lines = list(re.finditer(r"\S[^\r\n]*", plain.text))
    sentences = []
    for number, line in enumerate(lines):
        places = [(line.start() + hit.start(), line.start() + hit.end()) for hit in re.finditer(r"\S+", line[0])]
        words = [
            Word(at, plain.text[start:end], "", "X", "", "", at - 1, "dep", start, end)
            for at, (start, end) in enumerate(places, 1)
        ]
        sentences.append(Sentence(number, words[0].start, words[-1].end, tuple(words), number))
    names = [Entity("LOC", *hit.span(), TOWN) for hit in re.finditer(TOWN, plain.text)]
    return Doc(article, tuple(sentences), tuple(names), plain)


@pytest.fixture
def fake_pipeline(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Stands in for `syria_events.pipeline`: an event for every MEETING, a failure for an article with BROKEN.

    What an article names is every TOWN.
    """
    module = ModuleType("syria_events.pipeline")

    class Extractor:
        def __init__(self, *, models: str | None = None, lexicon: object = None) -> None:
            module.models, module.lexicon = models, lexicon  # type: ignore[attr-defined]
            load_checked(None if lexicon is None else Path(str(lexicon)))
            module.loaded = False  # type: ignore[attr-defined]

        def load(self) -> None:
            module.loaded = True  # type: ignore[attr-defined]

        def extract(self, articles: Given, *, done: Callable[[], None]) -> Iterator[Event | Failure]:
            return found(articles, done, MEETING, lambda a, **at: _event(doc_id=a.id, published=a.published, **at))

        def entities(self, articles: Given, *, done: Callable[[], None]) -> Iterator[Named | Failure]:
            return found(articles, done, TOWN, lambda a, **at: _named(doc_id=a.id, **at))

        def tag(self, articles: Given, *, done: Callable[[], None]) -> Iterator[Doc | Failure]:
            return found(articles, done, r"\A", lambda a, **_: tagged(a))

    def found(
        articles: Given, done: Callable[[], None], word: str, make: Callable[..., Found]
    ) -> Iterator[Found | Failure]:
        for item in articles:
            article = item.article if isinstance(item, Doc) else item
            if BROKEN in article.text:
                yield Failure(article.id, "cannot be coded")
            else:
                for hit in re.finditer(word, article.text):
                    yield make(article, start=hit.start(), end=hit.end())
            done()

    module.Extractor = Extractor  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "syria_events.pipeline", module)
    return module


@pytest.fixture(scope="session")
def seeds() -> tuple[Article, ...]:
    """The articles of seeds/, in order."""
    from syria_events.reading import read

    articles = tuple(item for item in read([SEEDS]) if isinstance(item, Article))
    assert len(articles) == len(list(SEEDS.glob("*.txt"))) == 5
    return articles


@pytest.fixture(scope="session")
def tagger() -> "Tagger":
    """The tagger with the embedded models."""
    from syria_events.tagging.pipeline import Tagger

    return Tagger()


@pytest.fixture(scope="session")
def docs(tagger: "Tagger", seeds: tuple[Article, ...]) -> tuple[Doc, ...]:
    """The tagged seeds, in order."""
    return tuple(tagger.tag(seeds))


@pytest.fixture(scope="session")
def seed_events(docs: tuple[Doc, ...]) -> tuple[Event, ...]:
    """The events of the seeds."""
    from syria_events.lexicon import load
    from syria_events.pipeline import events_of

    items = list(events_of(docs, load()))
    assert [item for item in items if isinstance(item, Failure)] == []
    return tuple(item for item in items if isinstance(item, Event))
