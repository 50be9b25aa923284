"""A tagged document made ready for the rules: words as the lexicon has them, who is named, where to look for places."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from syria_events.dates import DateWords, find_dates
from syria_events.gazetteer import load_gazetteer
from syria_events.lexicon import Lexicon
from syria_events.model import Doc, Entity, Sentence
from syria_events.rules.appositions import joined
from syria_events.rules.clause import Clause
from syria_events.rules.mentions import Mention, find_mentions
from syria_events.rules.places import PlaceFinder
from syria_events.rules.reference import focus_country, resolve_references
from syria_events.rules.repair import repaired
from syria_events.rules.segments import resegmented
from syria_events.rules.view import make_view


@dataclass(frozen=True, slots=True)
class Prepared:
    """What every rule starts from.

    Args:
        doc: the document with names whole and clitics apart.
        clauses: its sentences in order, each with its mentions, references resolved.
        places: finds the places of these clauses.
    """

    doc: Doc
    clauses: tuple[Clause, ...]
    places: PlaceFinder


def prepare(doc: Doc, lexicon: Lexicon) -> Prepared:
    """A document as the rules read it."""
    text = doc.text
    doc = replace(doc, sentences=tuple(resegmented(s, text, lexicon) for s in doc.sentences))
    views = tuple(make_view(s) for s in doc.sentences)
    mentions = resolve_references(doc, find_mentions(doc, views, lexicon), lexicon)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    clauses = (
        joined(Clause(s, tuple(by_sentence.get(s.index, ())), dates_in(doc, s, lexicon.dates))) for s in doc.sentences
    )
    context = frozenset(a.code[:3] for m in mentions for a in m.actors)
    places = PlaceFinder(doc, load_gazetteer(lexicon.folder), context, focus_country(mentions))
    return Prepared(doc, tuple(repaired(clause, lexicon) for clause in clauses), places)


def dates_in(doc: Doc, sentence: Sentence, words: DateWords) -> tuple[Entity, ...]:
    """The dates of a sentence; one that comes without its phrase is read from its own words alone."""
    found = (e for e in doc.entities if e.kind == "DATE" and sentence.start <= e.start < sentence.end)
    return tuple(
        date for entity in found for date in ((entity,) if entity.phrase is not None else _read(entity, words))
    )


def _read(entity: Entity, words: DateWords) -> Iterator[Entity]:
    """Each date that the words of an entity tell; where they tell none the entity itself, for it is no name."""
    phrases = [phrase.moved(entity.start) for phrase in find_dates(entity.text, words)]
    if len(phrases) < 2:
        yield replace(entity, phrase=phrases[0] if phrases else None)
        return
    for phrase in phrases:
        yield Entity(entity.kind, phrase.start, phrase.end, phrase.text, phrase)
