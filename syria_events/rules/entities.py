"""Who, where and when a document names, whether or not anything is said to have happened.

The mentions, places and dates are those that events are made of. A state is an organisation, for it acts, unless it
stands behind a preposition of place (`في دمشق`). Of a name inside another the longer counts, but for the place that
narrows down a group (`سكان حلب`).
"""

import re
from collections.abc import Iterator
from typing import Any

from syria_events.dates import resolve
from syria_events.lexicon import Lexicon
from syria_events.model import Actor, Doc, Entity, Named
from syria_events.rules.attributes.places import PlaceName, Places, located
from syria_events.rules.prepare import prepare
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import COMMAS, QUOTES
from syria_events.rules.values import Kind, Mention

PER, LOC, ORG, DATE = "PER", "LOC", "ORG", "DATE"
_NAME = "mention.actor"  # id of the rule that reads names of the lexicon
_UNKNOWN = Actor("", "")


def find_entities(doc: Doc, lexicon: Lexicon) -> list[Named]:
    """Everything a document names, by where it starts; of two that start together the longer first.

    A name of several actors (`وزيرا الخارجية الأمريكي والروسي`) is one record each. Offsets are those of the
    article's text, and `text[start:end] == record.text`.
    """
    prepared = prepare(doc, lexicon)
    finder = _EntityFinder(prepared.doc, prepared.places, lexicon)
    found = [record for clause in prepared.clauses for record in finder.find(clause)]
    return sorted(found, key=lambda record: (record.start, -record.end))


class _EntityFinder:
    """Finds what the clauses of one document name."""

    def __init__(self, doc: Doc, places: Places, lexicon: Lexicon) -> None:
        self.doc = doc
        self.places = places
        self._state_pairs = lexicon.words("state_pair")

    def find(self, clause: Clause) -> Iterator[Named]:
        """The records of one clause: actors, places, dates."""
        places = list(self.places.named_in(clause))
        for mention in clause.mentions:
            if any(_inside(mention, place) for place in places):
                continue
            if mention.kind == Kind.STATE and self._located(clause, mention, places):
                yield self._place(clause, self.places.of_mention(mention), mention.reason, mention.country)
            else:
                yield from self._actors(mention)
        for place in places:
            touching = [m for m in clause.mentions if m.first <= place.last and place.first <= m.last]
            if all(_inside(m, place) or self._narrows(clause, place, m) for m in touching):
                yield self._place(clause, place, "tagged")
        for date in clause.dates:
            yield from self._dates(date)

    def _located(self, clause: Clause, mention: Mention, places: list[PlaceName]) -> bool:
        """Whether a state is named for where something is: `في موسكو`, `العاصمة دمشق`, `العاصمة القطرية الدوحة`."""
        stands = clause.standing(mention)
        if stands.preposition in clause.lexicon.words("in") and not stands.nouns:
            return True  # of `في موسكو وواشنطن` the second too
        if clause.is_in(mention.first - 1, "place_head") or located(clause, mention.first):
            return True
        return any(_apposed(clause, place, mention) for place in places)

    def _narrows(self, clause: Clause, place: PlaceName, mention: Mention) -> bool:
        """Whether a place says which group is meant: `سكان حلب`; not `جيش حلب`, a name, nor `فصائل سورية`."""
        unnamed_group = mention.kind == Kind.GROUP and _NAME not in mention.rules
        if not unnamed_group or place.place is None or _same(mention, place):
            return False
        return not place.is_country or located(clause, place.first)

    def _actors(self, mention: Mention) -> Iterator[Named]:
        person = (mention.is_human or mention.kind == Kind.PAIR) and mention.form not in self._state_pairs
        start, end = self._span(mention.start, mention.end, mention.text)
        for actor in mention.actors or (_UNKNOWN,):
            yield self._named(
                PER if person else ORG, start, end,
                name=actor.name, name_en=actor.en, id=actor.id, code=actor.code, reason=mention.reason,
            )  # fmt: skip

    def _place(self, clause: Clause, found: PlaceName, otherwise: str, country: str = "") -> Named:
        """A place; where the gazetteer lacks it, `otherwise` is why it is one and `country` where it lies."""
        first, last = clause.sentence.word(found.first), clause.sentence.word(found.last)
        start, end = self._span(first.start, last.end, found.name)
        place = found.place
        if place is None:
            return self._named(LOC, start, end, name=found.name, code=country, reason=otherwise)
        return self._named(
            LOC, start, end,
            name=place.name, name_en=place.en, code=place.country, lat=place.lat, lon=place.lon, reason="gazetteer",
        )  # fmt: skip

    def _dates(self, entity: Entity) -> Iterator[Named]:
        """The date of an entity; without a verb, whose tense some need, those stay unresolved."""
        phrase = entity.phrase
        if phrase is not None:
            when = resolve(phrase, self.doc.article.published, future=None)
            yield self._named(DATE, phrase.start, phrase.end, when=when, reason=phrase.kind.value)

    def _named(self, kind: str, start: int, end: int, **about: Any) -> Named:
        """A record of a stretch of the document's text, with the article's own characters and offsets."""
        start, end = self.doc.span(start, end)
        return Named(self.doc.article.id, kind, self.doc.article.text[start:end], start, end, **about)

    def _span(self, start: int, end: int, printed: str) -> tuple[int, int]:
        """Where a name stands inside its tokens: clitics and quote marks around it left out, a pair of them kept whole.

        Spaces may be line breaks in the article. A name it does not print as such (`الأمم` in `للأمم المتحدة`)
        keeps its tokens whole.
        """
        text = self.doc.text
        found = re.search(r"\s+".join(map(re.escape, printed.split())), text[start:end]) if printed else None
        if found is not None:
            start, end = start + found.start(), start + found.end()
        opened = sum(mark in QUOTES for mark in text[start:end]) % 2
        return start, end + (opened and text[end : end + 1] in QUOTES)


def _apposed(clause: Clause, place: PlaceName, mention: Mention) -> bool:
    """Whether a capital is first described, then named, with or without a comma between."""
    if place.last >= mention.first or place.place is None or place.place.kind != "capital":
        return False
    between = clause.sentence.words[place.last : mention.first - 1]
    return place.place.country == mention.country and all(word.text in COMMAS for word in between)


def _inside(mention: Mention, place: PlaceName) -> bool:
    """Whether a place's name holds a mention and more."""
    return place.first <= mention.first and mention.last <= place.last and not _same(mention, place)


def _same(mention: Mention, place: PlaceName) -> bool:
    return (mention.first, mention.last) == (place.first, place.last)
