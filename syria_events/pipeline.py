"""The stages in order: articles are tagged in batches, rules turn each document into events."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from syria_events.lexicon import Lexicon, load
from syria_events.model import Article, Doc, Event, Failure
from syria_events.rules.events import find_events


def extract(
    articles: Iterable[Article], *, models: str | None = None, lexicon: Lexicon | None = None
) -> Iterator[Event | Failure]:
    """The events of articles, article by article in order.

    Args:
        articles: read lazily, a batch at a time.
        models: `embedded` (the default) or a folder of Stanza models.
        lexicon: another lexicon than the one that ships.

    Raises:
        ModelsError: the models cannot be used.
        LexiconError: the lexicon is wrong.
    """
    from syria_events.tagging.pipeline import Tagger

    return events_of(Tagger(models).tag(articles), lexicon or load())


def events_of(docs: Iterable[Doc], lexicon: Lexicon) -> Iterator[Event | Failure]:
    """The events of tagged documents; an article the rules fail on becomes a Failure.

    The documents of one long article stand in a row; an event told in several of them is one row.
    """
    for article, parts in groupby(docs, key=lambda doc: doc.article):
        try:
            events = [event for part in parts for event in find_events(part, lexicon)]
        except Exception as error:  # noqa: BLE001  one bad article neither kills the run nor disappears
            yield Failure(article.id, f"the rules failed ({type(error).__name__}: {error}); please report it")
            continue
        yield from _distinct(events)


def _distinct(events: Iterable[Event]) -> Iterator[Event]:
    """Events with the tellings of equal ones counted together."""
    found: dict[tuple[object, ...], Event] = {}
    for event in events:
        key = (event.actor, event.cameo[:2], event.target, event.status, event.when)
        known = found.get(key)
        found[key] = event if known is None else replace(known, mentions=known.mentions + event.mentions)
    yield from found.values()
