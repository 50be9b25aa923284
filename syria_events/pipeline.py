"""The stages in order: articles are tagged in batches, rules turn each document into events, or into what it names."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from threading import Lock
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from syria_events.errors import told
from syria_events.lexicon import Lexicon
from syria_events.lexicon.linter import load_checked
from syria_events.model import Article, Doc, Event, Failure, Named, Unknown
from syria_events.reading import Notice
from syria_events.rules.entities import find_entities
from syria_events.rules.events.finder import find_events
from syria_events.rules.explain import explain
from syria_events.rules.linking.model import shipped
from syria_events.rules.unknown import Missing, find_missing, summarize

# what can be coded: an article, a text, a tagged document, or several of them; what `read` yields beside them is passed
# on or over
Articles: TypeAlias = Article | str | Doc | Iterable[Article | str | Doc | Failure | Notice]
Done: TypeAlias = Callable[[], None]

_Found = TypeVar("_Found")
_LONGEST_PATH = 1000  # characters
_MOST = 20  # sentences of a document that the rules may fail on before the whole of it is left out


class Extractor:
    """Codes articles with models and a lexicon that are loaded once; threads that share one take turns.

    The models are loaded when the first article is to be tagged, or by `load`: documents that are tagged need none.

    Args:
        models: `embedded` (the default), `official` or a folder of Stanza models.
        lexicon: a folder of your own TOML entries, laid over those that ship, or a `Lexicon`.

    Raises:
        LexiconError: the lexicon is wrong.
        TypeError: an argument is of another kind.
    """

    def __init__(self, *, models: str | Path | None = None, lexicon: Lexicon | str | Path | None = None) -> None:
        if not isinstance(models, str | os.PathLike | None):
            raise TypeError(f"models is 'embedded', 'official' or a folder of models, not {_kind(models)}")
        if not isinstance(lexicon, Lexicon | str | os.PathLike | None):
            raise TypeError(f"lexicon is a folder of TOML files or a Lexicon, not {_kind(lexicon)}")
        self._lexicon = lexicon if isinstance(lexicon, Lexicon) else load_checked(Path(lexicon) if lexicon else None)
        self._models = None if models is None else os.fspath(models)
        self._loading = Lock()
        self._loaded: _Tagger | None = None

    def load(self) -> None:
        """Load the models now, which takes seconds.

        Raises:
            ModelsError: the models cannot be used.
        """
        self._tagger()

    def tag(self, articles: Articles, *, done: Done | None = None) -> Iterator[Doc | Failure]:
        """The tagged documents of articles, in order; of an article of over 150,000 characters several.

        `extract`, `entities` and `unknown` take them in the place of articles. Arguments and errors as of `extract`.
        """
        return self._each(articles, _itself, iter, done)

    def extract(self, articles: Articles, *, done: Done | None = None) -> Iterator[Event | Failure]:
        """The events of articles, article by article in order, a Failure for what cannot be coded.

        Args:
            articles: an `Article`, a text, a tagged `Doc`, or several, such as `read` and `tag` give; read lazily, a
                batch at a time. A text's `doc_id` is made of its letters.
            done: called when all events of an article were given.

        Raises:
            ModelsError: the models cannot be used.
            TypeError: what is given is no article.
            ValueError: a text is the path of a file or folder.
        """
        return self._each(articles, _find_events, _distinct, done)

    def entities(self, articles: Articles, *, done: Done | None = None) -> Iterator[Named | Failure]:
        """Who, where and when articles name, article by article in order; arguments and errors as of `extract`."""
        return self._each(articles, find_entities, iter, done)

    def unknown(self, articles: Articles, *, done: Done | None = None) -> Iterator[Unknown | Failure]:
        """What the lexicon lacks of all articles together, the most frequent first; arguments as of `extract`."""
        items = self._each(articles, _find_missing, iter, done)
        return _summarized(items, self._lexicon)

    def explain(self, articles: Articles, *, done: Done | None = None) -> Iterator[dict[str, Any] | Failure]:
        """Why each sentence has its rows, or none, in order: what `syria_events.rules.explain` finds of it.

        Arguments and errors as of `extract`.
        """
        return self._each(articles, _explain, iter, done)

    def _each(
        self,
        articles: Articles,
        find: Callable[[Doc, Lexicon], list[_Found]],
        together: Callable[[list[_Found]], Iterable[_Found]],
        done: Done | None,
    ) -> Iterator[_Found | Failure]:
        passed: list[Failure] = []
        docs = self._docs(_checked(articles, passed))
        return _given(code(docs, self._lexicon, find), together, passed, done)

    def _docs(self, items: Iterable[Article | Doc]) -> Iterator[Doc | Failure]:
        """The items tagged, those that are already as they are."""
        for tagged, alike in groupby(items, key=lambda item: isinstance(item, Doc)):
            if tagged:
                yield from (item for item in alike if isinstance(item, Doc))
            else:
                yield from self._tagger().tag(item for item in alike if isinstance(item, Article))

    def _tagger(self) -> "_Tagger":
        with self._loading:
            if self._loaded is None:
                self._loaded = _tagger(self._models, self._lexicon)
            return self._loaded


def tag(articles: Articles, *, models: str | Path | None = None) -> Iterator[Doc | Failure]:
    """The tagged documents of articles: `Extractor(models=…).tag(articles)`, with its arguments and errors."""
    return Extractor(models=models).tag(articles)


def extract(
    articles: Articles, *, models: str | Path | None = None, lexicon: Lexicon | str | Path | None = None
) -> Iterator[Event | Failure]:
    """The events of articles: `Extractor(models=…, lexicon=…).extract(articles)`, with its arguments and errors."""
    return Extractor(models=models, lexicon=lexicon).extract(articles)


def entities(
    articles: Articles, *, models: str | Path | None = None, lexicon: Lexicon | str | Path | None = None
) -> Iterator[Named | Failure]:
    """Who, where and when articles name: `Extractor(models=…, lexicon=…).entities(articles)`."""
    return Extractor(models=models, lexicon=lexicon).entities(articles)


def unknown(
    articles: Articles, *, models: str | Path | None = None, lexicon: Lexicon | str | Path | None = None
) -> Iterator[Unknown | Failure]:
    """What the lexicon lacks: `Extractor(models=…, lexicon=…).unknown(articles)`."""
    return Extractor(models=models, lexicon=lexicon).unknown(articles)


def events_of(docs: Iterable[Doc | Failure], lexicon: Lexicon) -> Iterator[Event | Failure]:
    """The events of tagged documents; the documents of one long article stand in a row."""
    return _given(code(docs, lexicon, _find_events), _distinct)


class _Tagger(Protocol):
    """What of `syria_events.tagging.pipeline.Tagger` is used here."""

    def tag(self, articles: Iterable[Article]) -> Iterator[Doc | Failure]: ...


def _tagger(models: str | None, lexicon: Lexicon) -> _Tagger:
    from syria_events.tagging.pipeline import Tagger  # loads Stanza, for seconds

    return Tagger(models, lexicon.dates)


@dataclass(slots=True)
class Coded(Generic[_Found]):
    """What was found in one article, and what of it was lost."""

    found: list[_Found] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def code(
    items: Iterable[Doc | Failure], lexicon: Lexicon, find: Callable[[Doc, Lexicon], list[_Found]]
) -> Iterator[Coded[_Found]]:
    """What the rules find, article by article; a Failure that is partial belongs to the document before it."""
    number = 0

    def article_of(item: Doc | Failure) -> int:
        nonlocal number
        number += not (item.partial if isinstance(item, Failure) else item.part)
        return number

    for _, mine in groupby(items, key=article_of):
        coded: Coded[_Found] = Coded()
        whole = False  # whether the rules worked on any document of the article
        for item in mine:
            if isinstance(item, Failure):
                coded.failures.append(item)
                continue
            found, failures = _found(item, lexicon, find)
            whole = whole or all(failure.partial for failure in failures)
            coded.found += found
            coded.failures += failures
        if whole:
            coded.failures = [replace(failure, partial=True) for failure in coded.failures]
        yield coded


def _found(
    doc: Doc, lexicon: Lexicon, find: Callable[[Doc, Lexicon], list[_Found]]
) -> tuple[list[_Found], list[Failure]]:
    """What the rules find in a document; a sentence that they fail on is left out and reported."""
    failures: list[Failure] = []
    while True:
        try:
            return find(doc, lexicon), failures
        except Exception as error:  # noqa: BLE001  one bad sentence neither kills the run nor disappears
            reason = f"the rules failed ({told(error)}); please report it"
            if len(failures) == _MOST or not doc.sentences:
                return [], [Failure(doc.article.id, reason)]
        at = _first_bad(doc, lexicon, find)
        index = doc.sentences[at].index
        failures.append(Failure(doc.article.id, f"sentence {index} is left out: {reason}", partial=True))
        doc = replace(doc, sentences=doc.sentences[:at] + doc.sentences[at + 1 :])


def _first_bad(doc: Doc, lexicon: Lexicon, find: Callable[[Doc, Lexicon], list[_Found]]) -> int:
    """A sentence up to which the rules work and with which they fail: halved between the two."""
    works, fails = 0, len(doc.sentences)  # numbers of sentences
    while fails - works > 1:
        middle = (works + fails) // 2
        try:
            find(replace(doc, sentences=doc.sentences[:middle]), lexicon)
            works = middle
        except Exception:  # noqa: BLE001  reported by the caller
            fails = middle
    return fails - 1


def _given(
    coded: Iterable[Coded[_Found]],
    together: Callable[[list[_Found]], Iterable[_Found]],
    passed: list[Failure] | None = None,
    done: Done | None = None,
) -> Iterator[_Found | Failure]:
    """What was found and what failed, article by article, and before it what had failed when it was read."""
    for article in coded:
        if passed:
            yield from passed
            passed.clear()
        yield from together(article.found)
        yield from article.failures
        if done is not None:
            done()
    yield from passed or ()


def _distinct(events: list[Event]) -> Iterable[Event]:
    """Events of all documents of an article, the mentions of equal ones counted together."""
    found: dict[tuple[object, ...], Event] = {}
    for event in events:
        key = (event.actor, event.root, event.target, event.status, event.when)
        known = found.get(key)
        found[key] = event if known is None else replace(known, mentions=known.mentions + event.mentions)
    return found.values()


def _itself(doc: Doc, _lexicon: Lexicon) -> list[Doc]:
    return [doc]


def _find_events(doc: Doc, lexicon: Lexicon) -> list[Event]:
    return find_events(doc, lexicon, shipped())


def _explain(doc: Doc, lexicon: Lexicon) -> list[dict[str, Any]]:
    return explain(doc, lexicon, shipped())


def _find_missing(doc: Doc, lexicon: Lexicon) -> list[tuple[str, Missing]]:
    return [(doc.article.id, missing) for missing in find_missing(doc, lexicon)]


def _summarized(items: Iterable[tuple[str, Missing] | Failure], lexicon: Lexicon) -> Iterator[Unknown | Failure]:
    found: list[tuple[str, Missing]] = []
    for item in items:
        if isinstance(item, Failure):
            yield item
        else:
            found.append(item)
    yield from summarize(found, lexicon)


def _checked(articles: Articles, passed: list[Failure]) -> Iterator[Article | Doc]:
    """The articles and documents among what is given; texts become articles, failures of reading are put aside.

    Raises:
        TypeError, ValueError: as `Extractor.extract`.
    """
    if isinstance(articles, str):
        articles = [_no_path(articles)]
    elif isinstance(articles, Article | Doc):
        articles = [articles]
    elif not isinstance(articles, Iterable) or isinstance(articles, os.PathLike | bytes | dict):
        raise TypeError(f"give an Article, a text or several of them, not {_kind(articles)}; read(path) reads files")
    if hasattr(articles, "columns"):  # iterating over a data frame gives their names
        raise TypeError("give the texts or Articles of a data frame, such as frame['text'], not all of it")
    return _articles(articles, passed)


def _articles(
    items: Iterable[Article | str | Doc | Failure | Notice], passed: list[Failure]
) -> Iterator[Article | Doc]:
    for item in items:
        match item:
            case Article() | Doc():
                yield item
            case str():  # of one text the id is always the same, and of two texts never
                yield Article(f"text-{hashlib.sha256(item.encode(errors='replace')).hexdigest()[:8]}", item)
            case Failure():
                passed.append(item)
            case Notice():
                pass
            case _:
                raise TypeError(f"give Articles or texts, not {_kind(item)}; read(path) reads files")


def _no_path(text: str) -> str:
    """The text, if it is one and no name of a file."""
    if "\n" not in text and len(text) < _LONGEST_PATH and os.path.exists(text):  # noqa: PTH110  it never raises
        raise ValueError(f"{text!r} is a file or folder, no text: give read({text!r})")
    return text


def _kind(value: object) -> str:
    return f"{value!r:.60} of type {type(value).__name__}"
