"""The places that a sentence names, whatever they are named for."""

from collections.abc import Iterator
from dataclasses import dataclass

from syria_events.lexicon.gazetteer import Gazetteer
from syria_events.lexicon.places import Place
from syria_events.model import Doc, Entity
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import BEFORE_PLACE, COMMAS, bare
from syria_events.rules.values import Kind, Mention

_NOT_NAMES = ("ADP", "CCONJ", "PUNCT", "PRON")
_AROUND = "".join(BEFORE_PLACE - {"("} | COMMAS) + " "  # what is no part of a name at its ends


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place with the words of the article.

    Args:
        name: the words of the article.
        place: what the gazetteer knows of it; None where it knows nothing.
        first, last: word ids.
    """

    name: str
    place: Place | None
    first: int
    last: int

    @property
    def is_country(self) -> bool:
        """Whether it is a whole state."""
        return self.place is not None and self.place.kind == "country"


class Places:
    """The places of one document.

    Args:
        context: ISO alpha-3 codes of the countries the article names, to tell namesakes apart.
        focus: the country the article is about.
    """

    def __init__(self, doc: Doc, gazetteer: Gazetteer, context: frozenset[str], focus: str) -> None:
        self.focus = focus
        self._doc = doc
        self._gazetteer = gazetteer
        self._context = context
        self._entities = tuple(entity for entity in doc.entities if entity.kind == "LOC")
        self._named: dict[int, tuple[PlaceName, ...]] = {}

    def named_in(self, clause: Clause) -> tuple[PlaceName, ...]:
        """Every place that a clause names, left to right: states too, whatever they are named for."""
        index = clause.sentence.index
        if index not in self._named:
            self._named[index] = tuple(self._find(clause))
        return self._named[index]

    def of_mention(self, mention: Mention) -> PlaceName:
        """The capital or country that a mention names."""
        return PlaceName(mention.text, self._gazetteer.find(mention.text, self._context), mention.first, mention.last)

    def _find(self, clause: Clause) -> Iterator[PlaceName]:
        forms = [bare(word.text) or "\0" for word in clause.sentence.words]
        tagged = dict(self._tagged(clause))
        at = 0
        while at < len(forms):
            known = self._gazetteer.at(forms, at)
            if known is not None and self._is_named_behind(forms, known):
                at = known[0]  # of `العاصمة الإيطالية روما` the name
                continue
            end = max(known[0] if known is not None else 0, tagged.get(at + 1, 0))
            adjective = known is None and end == at + 1 and clause.tag(end) == "ADJ"  # `العاصمة القطرية`
            if not end or adjective or clause.dated(at + 1):
                at += 1
                continue
            if _may_be_place(clause.mention_at(at + 1), tagged=at + 1 in tagged):
                yield self._place(clause, at + 1, end)
            at = end

    def _tagged(self, clause: Clause) -> Iterator[tuple[int, int]]:
        """The first and last word id of what the tagger calls a place, clitics aside; zeros for nothing else."""
        for entity in self._entities:
            if clause.sentence.start <= entity.start < clause.sentence.end:
                yield _ids(clause, entity)

    def _is_named_behind(self, forms: list[str], known: tuple[int, tuple[Place, ...]]) -> bool:
        """Whether the place just described is named right behind."""
        end, places = known
        named = self._gazetteer.at(forms, end) if end < len(forms) else None
        return named is not None and not set(places).isdisjoint(named[1])

    def _place(self, clause: Clause, first: int, last: int) -> PlaceName:
        begin = first
        heads, own_heads = clause.lexicon.words("place_head"), clause.lexicon.words("own_head")
        while first < last and (
            clause.form(first) in heads - own_heads
            or (clause.tag(first) == "ADJ" and clause.form(first - 1) in heads)
        ):  # fmt: skip
            first += 1  # `بلدة خان طومان` is told apart from `حي الوعر`
        if clause.tag(first) == "ADJ" and clause.form(first).startswith("ال"):
            first = begin  # `العاصمة الإيطالية` is all the name there is
        while first > 1 and clause.form(first - 1) in own_heads:
            first -= 1
        named = clause.words(range(first, last + 1))
        text = self._doc.text
        name = named[0].text if named[0].clitic else text[named[0].start : named[0].end]
        rest = text[named[0].end : named[-1].end] if len(named) > 1 else ""
        name = " ".join((name + rest).split()).strip(_AROUND)
        return PlaceName(name, self._gazetteer.find(name, self._context), first, last)


def located(clause: Clause, first: int) -> bool:
    """Whether a name that starts at a word says where something is: it stands behind `في` or its like."""
    return clause.is_in(preposition_of(clause, first), "in")


def preposition_of(clause: Clause, first: int) -> int:
    """Where a preposition before a place stands: before nouns that say its kind, adjectives and compass words."""
    at = described = first - 1
    while clause.tag(described) == "ADJ":
        described -= 1
    if clause.is_in(described, "place_head"):
        at = described  # `في العاصمة الإيطالية روما`
    while at >= 1 and (clause.is_in(at, "place_head") or clause.word(at).text in BEFORE_PLACE):
        at -= 1
    return at


def _may_be_place(mention: Mention | None, *, tagged: bool) -> bool:
    """Whether words can be a place although a mention covers them: a state, or what the tagger calls one."""
    if mention is None or mention.kind == Kind.STATE:
        return True
    return not mention.is_known and (mention.kind == Kind.GROUP or tagged)


def _ids(clause: Clause, entity: Entity) -> tuple[int, int]:
    words = (word for word in clause.sentence.words if word.start < entity.end and entity.start < word.end)
    ids = [word.id for word in words if word.upos not in _NOT_NAMES]
    return (ids[0], ids[-1]) if ids else (0, 0)
