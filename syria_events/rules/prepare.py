"""A tagged document made ready for the rules: words as the lexicon has them, who is named, where to look for places."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from syria_events.dates import DateWords, find_dates
from syria_events.lexicon import Lexicon
from syria_events.model import Doc, Entity, Sentence
from syria_events.rules.attributes.places import Places
from syria_events.rules.coreference.focus import focus_country
from syria_events.rules.coreference.resolution import resolve_references
from syria_events.rules.mentions.appositions import joined
from syria_events.rules.mentions.finder import find_mentions
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.retagging import retagged
from syria_events.rules.sentence.segmentation import resegmented
from syria_events.rules.trace import Trace
from syria_events.rules.values import Mention


@dataclass(frozen=True, slots=True)
class Prepared:
    """What every rule starts from.

    Args:
        doc: the document with names whole and clitics apart.
        clauses: its sentences in order, each with its mentions, references resolved.
        places: finds the places of these clauses.
        trace: what was changed and refused on the way.
    """

    doc: Doc
    clauses: tuple[Clause, ...]
    places: Places
    trace: Trace


def prepare(doc: Doc, lexicon: Lexicon) -> Prepared:
    """A document as the rules read it."""
    trace = Trace()
    doc = replace(doc, sentences=tuple(resegmented(sentence, doc.text, lexicon, trace) for sentence in doc.sentences))
    mentions = resolve_references(doc, find_mentions(doc, lexicon, trace), lexicon, trace)
    by_sentence: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_sentence[mention.sentence].append(mention)
    clauses = (Clause(s, lexicon, tuple(by_sentence[s.index]), dates_in(doc, s, lexicon.dates)) for s in doc.sentences)
    context = frozenset(actor.code[:3] for mention in mentions for actor in mention.actors)
    places = Places(doc, lexicon.gazetteer, context, focus_country(doc, mentions, lexicon))
    return Prepared(doc, tuple(retagged(joined(clause, trace), trace) for clause in clauses), places, trace)


def dates_in(doc: Doc, sentence: Sentence, words: DateWords) -> tuple[Entity, ...]:
    """The dates of a sentence; one that comes without its phrase is read from its own words alone."""
    found = (e for e in doc.entities if e.kind == "DATE" and sentence.start <= e.start < sentence.end)
    return tuple(
        date for entity in found for date in ((entity,) if entity.phrase is not None else _read(entity, words))
    )


def _read(entity: Entity, words: DateWords) -> Iterator[Entity]:
    """Each date in the words of an entity; where they have none the entity itself, for it is no name."""
    phrases = [phrase.moved(entity.start) for phrase in find_dates(entity.text, words)]
    if len(phrases) < 2:
        yield replace(entity, phrase=phrases[0] if phrases else None)
        return
    for phrase in phrases:
        yield Entity(entity.kind, phrase.start, phrase.end, phrase.text, phrase)
