"""The stages in order: articles are tagged in batches, rules turn each document into events, or into what it names."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from syria_events.lexicon import Lexicon, load
from syria_events.model import Article, Doc, Event, Failure, Named, Unknown
from syria_events.rules.entities import find_entities
from syria_events.rules.events import find_events
from syria_events.rules.unknown import Missing, find_missing, summarize

_Found = TypeVar("_Found")


def extract(
    articles: Iterable[Article], *, models: str | None = None, lexicon: Lexicon | None = None
) -> Iterator[Event | Failure]:
    """The events of articles, article by article in order.

    Args:
        articles: read lazily, a batch at a time.
        models: `embedded` (the default), `official` or a folder of Stanza models.
        lexicon: another lexicon than the one that ships.

    Raises:
        ModelsError: the models cannot be used.
        LexiconError: the lexicon is wrong.
    """
    return events_of(_tagged(articles, models), lexicon or load())


def entities(
    articles: Iterable[Article], *, models: str | None = None, lexicon: Lexicon | None = None
) -> Iterator[Named | Failure]:
    """Who, where and when articles name, article by article in order; arguments and errors are those of `extract`."""
    return entities_of(_tagged(articles, models), lexicon or load())


def unknown(
    articles: Iterable[Article], *, models: str | None = None, lexicon: Lexicon | None = None
) -> Iterator[Unknown | Failure]:
    """What the lexicon lacks of all articles together, the most frequent first; arguments as of `extract`."""
    vocabulary = lexicon or load()
    found: list[tuple[str, Missing]] = []

    def find(doc: Doc, lexicon: Lexicon) -> list[tuple[str, Missing]]:
        return [(doc.article.id, missing) for missing in find_missing(doc, lexicon)]

    for part in _by_article(_tagged(articles, models), vocabulary, find):
        if isinstance(part, Failure):
            yield part
        else:
            found += part
    yield from summarize(found, vocabulary)


def events_of(docs: Iterable[Doc], lexicon: Lexicon) -> Iterator[Event | Failure]:
    """The events of tagged documents; an article the rules fail on becomes a Failure.

    The documents of one long article stand in a row; an event told in several of them is one row.
    """
    for found in _by_article(docs, lexicon, find_events):
        yield from [found] if isinstance(found, Failure) else _distinct(found)


def entities_of(docs: Iterable[Doc], lexicon: Lexicon) -> Iterator[Named | Failure]:
    """Who, where and when tagged documents name; an article the rules fail on becomes a Failure."""
    for found in _by_article(docs, lexicon, find_entities):
        yield from [found] if isinstance(found, Failure) else found


def _tagged(articles: Iterable[Article], models: str | None) -> Iterator[Doc]:
    from syria_events.tagging.pipeline import Tagger

    return Tagger(models).tag(articles)


def _by_article(
    docs: Iterable[Doc], lexicon: Lexicon, find: Callable[[Doc, Lexicon], list[_Found]]
) -> Iterator[list[_Found] | Failure]:
    """What the rules find in every article, whose documents stand in a row, or why they failed."""
    for article, parts in groupby(docs, key=lambda doc: doc.article):
        try:
            found = [item for part in parts for item in find(part, lexicon)]
        except Exception as error:  # noqa: BLE001  one bad article neither kills the run nor disappears
            yield Failure(article.id, f"the rules failed ({type(error).__name__}: {error}); please report it")
            continue
        yield found


def _distinct(events: Iterable[Event]) -> Iterator[Event]:
    """Events with the tellings of equal ones counted together."""
    found: dict[tuple[object, ...], Event] = {}
    for event in events:
        key = (event.actor, event.cameo[:2], event.target, event.status, event.when)
        known = found.get(key)
        found[key] = event if known is None else replace(known, mentions=known.mentions + event.mentions)
    yield from found.values()
