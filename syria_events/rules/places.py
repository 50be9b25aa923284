"""Where it happened: the narrowest place named behind `في` or `ب` near the trigger."""

from collections.abc import Iterator
from dataclasses import dataclass

from syria_events.lexicon import Lexicon
from syria_events.model import Doc, Entity
from syria_events.normalize import fold
from syria_events.rules.clause import Clause
from syria_events.rules.mentions import Mention

_IN = frozenset("في ب قرب داخل وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي".split())
_KINDS = frozenset("حي بلده مدينه قريه محافظه ريف منطقه العاصمه مدينة مطار مشفي معبر مخيم ناحيه ضاحيه".split())
_WIDE = frozenset("حول بشان عن الي من ضد".split())


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place with the words of the article."""

    name: str
    en: str
    country: str
    first: int
    last: int


class PlaceFinder:
    """Finds where the trigger of a clause happened."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.entities = tuple(e for e in doc.entities if e.kind == "LOC")

    def place(self, clause: Clause, trigger: int) -> PlaceName | None:
        """The nearest place behind a preposition of place, to the right of the trigger first."""
        found = list(self._places(clause))
        if not found:
            return None
        right = [p for p in found if trigger < p.first <= trigger + 25]
        left = [p for p in found if p.last < trigger]
        near = right or list(reversed(left))
        best = near[0] if near else found[0]
        inner = [p for p in right if best is not p and p.first - best.last <= 3 and self._narrows(best, p)]
        return inner[0] if inner else best

    def of_mention(self, mention: Mention) -> PlaceName:
        """The destination of a visit: the capital or country as the article names it."""
        metonym = mention.reason == "metonym"
        en = "" if metonym or not mention.actors else mention.actors[0].en
        return PlaceName(mention.text, en, mention.country, mention.first, mention.last)

    def _narrows(self, first: PlaceName, second: PlaceName) -> bool:
        """`في الهند، في نيودلهي`: behind a country the town is the narrower."""
        return bool(first.country) and not second.country

    def _places(self, clause: Clause) -> Iterator[PlaceName]:
        spans = sorted((*self._tagged(clause), *self._states(clause)), key=lambda p: (p.first, -p.last))
        last = 0
        for place in spans:
            if place.first <= last:
                continue
            if self._stands_in(clause, place.first):
                last = place.last
                yield place

    def _stands_in(self, clause: Clause, first: int) -> bool:
        at = first - 1
        steps = 0
        while at >= 1 and steps < 3:
            form = clause.form(at)
            if form in _IN:
                return True
            if form not in _KINDS and form.removeprefix("ال") not in _KINDS and clause.upos(at) != "ADJ":
                return False
            at -= 1
            steps += 1
        return False

    def _tagged(self, clause: Clause) -> Iterator[PlaceName]:
        for entity in self.entities:
            if clause.sentence.start <= entity.start < clause.sentence.end:
                place = self._from_entity(clause, entity)
                if place is not None:
                    yield place

    def _from_entity(self, clause: Clause, entity: Entity) -> PlaceName | None:
        ids = [w.id for w in clause.sentence.words if w.start < entity.end and entity.start < w.end]
        ids = [k for k in ids if clause.upos(k) not in ("ADP", "CCONJ")]
        if not ids:
            return None
        first = ids[0]
        while first > 1 and clause.form(first - 1) in ("حي", "مشفي", "معبر", "مطار", "مخيم", "ريف", "محافظه", "جبل"):
            first -= 1
        start, end = clause.sentence.word(first).start, clause.sentence.word(ids[-1]).end
        if clause.sentence.word(first).clitic and first == ids[0]:
            start = max(start, entity.start)
        name = " ".join(self.doc.article.text[start:end].split())
        if clause.sentence.word(first).clitic and first > 1 and clause.sentence.word(first - 1).start == start:
            name = (
                clause.sentence.word(first).text + name[name.find(" ") :]
                if " " in name
                else clause.sentence.word(first).text
            )
        state = self.lexicon.country_names.at(tuple(fold(name).split()), 0)
        exact = state is not None and state[0] == len(fold(name).split())
        return PlaceName(
            name, state[1].en if exact and state else "", state[1].iso3 if exact and state else "", first, ids[-1]
        )

    def _states(self, clause: Clause) -> Iterator[PlaceName]:
        for mention in clause.mentions:
            if mention.kind == "state" and mention.actors and mention.reason != "homeland":
                name = " ".join(
                    w.text for w in clause.sentence.words[mention.first - 1 : mention.last] if w.upos != "PUNCT"
                )
                metonym = mention.reason == "metonym"
                yield PlaceName(
                    name, "" if metonym else mention.actors[0].en, mention.country, mention.first, mention.last
                )
