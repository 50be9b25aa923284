"""Where it happened: the narrowest place named behind a preposition of place near the trigger.

A place is what the gazetteer knows or the tagger calls LOC. A country in which the conflict is
merely discussed (`الأزمة في سوريا`) is no place of a meeting; what is shelled needs no preposition.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from syria_events.gazetteer import Gazetteer, Place
from syria_events.lexicon.words import words
from syria_events.model import Doc, Entity
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import bare
from syria_events.rules.values import Mention

FORCE = frozenset("08 15 17 18 19 20".split())  # roots whose place may be their object
_SAID = frozenset("02 10 11 12 13".split())  # roots of what is said: the places in it are not theirs
_REACH = 25  # words to the right of a trigger
_OCCASION_REACH = 14  # words between a verb of saying and the place of the occasion


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


class PlaceFinder:
    """Finds where the trigger of a clause happened.

    Args:
        context: ISO alpha-3 codes of the countries the article names, to tell namesakes apart.
        focus: the country the article is about.
    """

    def __init__(self, doc: Doc, gazetteer: Gazetteer, context: frozenset[str], focus: str) -> None:
        self.doc = doc
        self.gazetteer = gazetteer
        self.context = context
        self.focus = focus
        self.entities = tuple(e for e in doc.entities if e.kind == "LOC")

    def place(self, clause: Clause, trigger: int, root: str, others: frozenset[int]) -> PlaceName | None:
        """The nearest place that the trigger can have, to its right first, the narrower of two that touch.

        Args:
            clause: the trigger's sentence.
            trigger: word id.
            root: CAMEO root of the event.
            others: word ids of the clause's other triggers: what stands right behind one of them is its place.
        """
        if root in _SAID and (occasion := self.of_speech(clause, trigger)) is not None:
            return occasion
        fitting = (p for p in self.named_in(clause) if self._fits(clause, p, root, trigger))
        found = [p for p in fitting if not self._of_another(clause, p, trigger, others)]
        right = [p for p in found if trigger < p.first <= trigger + _REACH]
        if root in _SAID:
            right = [p for p in right if not self._in_content(clause, p, trigger)]
        left = [p for p in reversed(found) if p.last < trigger]
        near = right or left
        if not near:
            return None
        best = near[0]
        if best.is_country and len(right) > 1 and right[1].first - best.last <= 3 and not right[1].is_country:
            return right[1]
        return best

    def of_speech(self, clause: Clause, trigger: int) -> PlaceName | None:
        """`قال في مؤتمر صحفي بجنيف`: a statement is made where the occasion is that is named beside it."""
        for place in self.named_in(clause):
            at = self._preposition(clause, place.first) - 1
            while at > 1 and clause.tag(at) == "ADJ":
                at -= 1
            near = abs(place.first - trigger) <= _OCCASION_REACH
            if near and self.located(clause, place.first) and clause.form(at) in words("speech_occasion"):
                return place
        return None

    def _in_content(self, clause: Clause, place: PlaceName, trigger: int) -> bool:
        """`اتهم الحزب بارتكاب جرائم في عفرين`: behind another preposition or `أن` one is told of what is demanded."""
        between = range(trigger + 1, place.first - 1)
        return any(clause.tag(k) == "SCONJ" or clause.form(k) in words("content_opener") for k in between)

    def of_mention(self, mention: Mention) -> PlaceName:
        """The destination of a visit: the capital or country as the article names it."""
        name = mention.text
        return PlaceName(name, self.gazetteer.find(name, self.context), mention.first, mention.last)

    def _fits(self, clause: Clause, place: PlaceName, root: str, trigger: int) -> bool:
        force = root in FORCE
        if place.is_country and not force and place.place is not None and place.place.country == self.focus:
            return False
        if self.located(clause, place.first):
            return True
        before = clause.form(self._preposition(clause, place.first))
        if not force or place.first < trigger:
            return False
        if place.is_country:
            return root == "08" and before == "من"  # what one withdraws from
        behind_subject = clause.mention_at(place.first - 1) is not None  # `قصف الطيران الروسي مطار الشعيرات`
        return before in words("onto") or behind_subject or clause.tag(place.first - 1) in ("NOUN", "VERB")

    def _of_another(self, clause: Clause, place: PlaceName, trigger: int, others: frozenset[int]) -> bool:
        """`بحث استئناف الحوار السوري في جنيف`: the place of the dialogue, not of the discussion."""
        between = clause.sentence.words[min(trigger, place.first) : max(trigger, place.first) - 1]
        if any(w.text in ".!؟…" for w in between):
            return True
        at = place.first - 1
        while at > trigger and clause.tag(at) in ("ADP", "ADJ", "PRON", "PUNCT"):
            at -= 1
        return at > trigger and at in others and clause.form(at - 1) not in words("occasion")

    def located(self, clause: Clause, first: int) -> bool:
        """Whether a name that starts at a word says where something is: it stands behind `في` or its like."""
        return clause.form(self._preposition(clause, first)) in words("in")

    def _preposition(self, clause: Clause, first: int) -> int:
        """Where a preposition before a place stands: before nouns that say its kind, adjectives and compass words."""
        at = first - 1
        described = at
        while clause.tag(described) == "ADJ":
            described -= 1
        if clause.form(described) in words("place_head"):
            at = described  # `في العاصمة الإيطالية روما`
        while at >= 1 and (clause.form(at) in words("place_head") or clause.sentence.word(at).text in "\"'«»“”("):
            at -= 1
        return at

    def named_in(self, clause: Clause) -> Iterator[PlaceName]:
        """Every place that a clause names, left to right: states too, whatever they are named for."""
        forms = [bare(w.text) or "\0" for w in clause.sentence.words]
        start, end_of_clause = clause.sentence.start, clause.sentence.end
        inside = (e for e in self.entities if start <= e.start < end_of_clause)
        tagged = dict(self._ids(clause, entity) for entity in inside)
        at = 0
        while at < len(forms):
            known = self.gazetteer.at(forms, at)
            if known is not None and self._same_place(forms, known):
                at = known[0]  # of `العاصمة الإيطالية روما` the name
                continue
            end = max(known[0] if known is not None else 0, tagged.get(at + 1, 0))
            adjective = known is None and end == at + 1 and clause.tag(end) == "ADJ"  # `العاصمة القطرية`
            if not end or adjective or clause.dated(at + 1):
                at += 1
                continue
            mention = clause.mention_at(at + 1)
            named = mention is not None and mention.kind != "state" and mention.is_known
            if not named and (mention is None or mention.kind in ("state", "group") or at + 1 in tagged):
                yield self._named(clause, at + 1, end)
            at = end

    def _same_place(self, forms: list[str], known: tuple[int, tuple[Place, ...]]) -> bool:
        """Whether the place just described is named right behind."""
        end, places = known
        named = self.gazetteer.at(forms, end) if end < len(forms) else None
        return named is not None and not set(places).isdisjoint(named[1])

    def _named(self, clause: Clause, first: int, last: int) -> PlaceName:
        begin = first
        while first < last and (
            clause.form(first) in words("place_head") - words("own_head")
            or (clause.tag(first) == "ADJ" and clause.form(first - 1) in words("place_head"))
        ):
            first += 1  # `بلدة خان طومان` is told apart from `حي الوعر`
        if clause.tag(first) == "ADJ" and clause.form(first).startswith("ال"):
            first = begin  # `العاصمة الإيطالية` is all the name there is
        while first > 1 and clause.form(first - 1) in words("own_head"):
            first -= 1
        named = clause.sentence.words[first - 1 : last]
        name = named[0].text if named[0].clitic else self.doc.text[named[0].start : named[0].end]
        rest = self.doc.text[named[0].end : named[-1].end] if len(named) > 1 else ""
        name = " ".join((name + rest).split()).strip("\"'«»“”،, ")
        return PlaceName(name, self.gazetteer.find(name, self.context), first, last)

    def _ids(self, clause: Clause, entity: Entity) -> tuple[int, int]:
        """The first and last word id of an entity, clitics aside; zeros outside the sentence."""
        ids = [w.id for w in clause.sentence.words if w.start < entity.end and entity.start < w.end]
        ids = [k for k in ids if clause.tag(k) not in ("ADP", "CCONJ", "PUNCT", "PRON")]
        return (ids[0], ids[-1]) if ids else (0, 0)
