"""A tagged document made ready for the rules: words as the lexicon has them, who is named, where to look for places."""

from dataclasses import dataclass, fields, replace

from syria_events.lexicon import Lexicon, load_gazetteer
from syria_events.model import Doc, Entity, Sentence
from syria_events.rules.appositions import joined
from syria_events.rules.attributes.places import Places
from syria_events.rules.clause import Clause as OldClause
from syria_events.rules.mentions import Mention as OldMention
from syria_events.rules.mentions import find_mentions
from syria_events.rules.reference import focus_country, resolve_references
from syria_events.rules.repair import repaired
from syria_events.rules.segments import resegmented
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.values import Kind, Mention
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
    places: Places


def _new(m: OldMention) -> Mention:
    values = {f.name: getattr(m, f.name) for f in fields(m)}
    values["kind"] = Kind(m.kind)
    return Mention(**values, titled=m.reason.startswith("holder of"), rules=("mention.todo",))


def prepare(doc: Doc, lexicon: Lexicon) -> Prepared:
    """A document as the rules read it."""
    text = doc.text
    doc = replace(doc, sentences=tuple(resegmented(s, text, lexicon) for s in doc.sentences))
    views = tuple(make_view(s) for s in doc.sentences)
    mentions = resolve_references(doc, find_mentions(doc, views, lexicon), lexicon)
    by_sentence: dict[int, list] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    clauses = (joined(OldClause(s, tuple(by_sentence.get(s.index, ())), _dates_in(doc, s))) for s in doc.sentences)
    context = frozenset(a.code[:3] for m in mentions for a in m.actors)
    places = Places(doc, load_gazetteer(lexicon.folder), context, focus_country(mentions))
    old = (repaired(clause, lexicon) for clause in clauses)
    return Prepared(doc, tuple(Clause(c.sentence, lexicon, tuple(map(_new, c.mentions)), c.dates) for c in old), places)


def _dates_in(doc: Doc, sentence: Sentence) -> tuple[Entity, ...]:
    return tuple(e for e in doc.entities if e.kind == "DATE" and sentence.start <= e.start < sentence.end)
