"""What a statement really does: the constructions in its content decide its code, not the verb of saying."""

from collections.abc import Iterable
from dataclasses import dataclass

from syria_events.lexicon import Lexicon
from syria_events.lexicon.entries import Cue, Stance
from syria_events.model import Actor
from syria_events.normalize import fold
from syria_events.provenance import named
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import QUOTES
from syria_events.rules.triggers.stances import StanceReader
from syria_events.rules.values import Mention

CUE = named("content.cue", "A construction in what is said decides the code of a statement.", "يجب على دمشق")
_GAP = 3  # words that `*` may stand for
_TARGET_REACH = 8  # words behind a construction within which its party stands
_ANY = "*"


@dataclass(frozen=True, slots=True)
class Content:
    """The construction that decides a statement's code, the parties it is about, and the word id where it begins."""

    cameo: str
    targets: tuple[Mention, ...]
    cue: Cue | Stance
    at: int


class CueReader:
    """Finds the constructions of the lexicon in the content of a statement."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._root = lexicon.root
        self._stances = StanceReader(lexicon)
        self._cues: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
        for cue in lexicon.cues:
            words = tuple(word if word == _ANY else fold(word) for word in cue.words)
            self._cues.setdefault(words[0], []).append((words, cue))

    def content(self, clause: Clause, first: int, last: int, speakers: Iterable[Actor]) -> Content | None:
        """The strongest construction or stance between two word ids, both included, the first of equals."""
        speakers = frozenset(speakers)
        best = self.strongest(clause, first, last, speakers)
        for judged in self._stances.find(clause, range(first, last + 1), speakers):
            stance = judged.stance
            if best is None or self._strength(stance) > self._strength(best.cue):
                best = Content(stance.cameo, judged.parties, stance, judged.at)
        return best

    def strongest(self, clause: Clause, first: int, last: int, speakers: Iterable[Actor]) -> Content | None:
        """The strongest construction between two word ids, both included, the first of equals.

        Args:
            clause: the sentence of the statement.
            first: where its content begins.
            last: where it ends.
            speakers: who makes it; they are never its party.
        """
        ids = [word.id for word in clause.words(range(first, last + 1)) if word.text not in QUOTES]
        forms = [*map(clause.form, ids)]
        best: tuple[Cue, int, int] | None = None
        for position, form in enumerate(forms):
            for words, cue in self._cues.get(form, ()):
                after = _match(words, forms, position)
                if after is None or (cue.close and clause.mention_at(clause.right(ids[after - 1])) is None):
                    continue
                if best is None or self._strength(cue) > self._strength(best[0]):
                    best = cue, ids[position], ids[after - 1]
        if best is None:
            return None
        cue, begins, ends = best
        party = _party(clause, cue, (first, begins, ends), frozenset(speakers))
        return Content(cue.cameo, clause.with_coordinated(party) if party is not None else (), cue, begins)

    def _strength(self, cue: Cue | Stance) -> int:
        return self._root(cue.cameo).strength


def _party(clause: Clause, cue: Cue, span: tuple[int, int, int], speakers: frozenset[Actor]) -> Mention | None:
    """The party that a construction is about: its subject, its object, or what stands behind a preposition."""
    if not cue.target:
        return None
    opens, begins, ends = span
    others = [mention for mention in clause.mentions if speakers.isdisjoint(mention.actors)]
    wanted = fold(cue.target)
    if wanted == "subj":
        left = [m for m in others if opens <= m.first < begins and not clause.standing(m).preposition]
        right = [m for m in others if ends < m.first < ends + _TARGET_REACH and not clause.standing(m).preposition]
        return next(iter(left or right), None)
    near = [m for m in others if begins <= m.first < ends + _TARGET_REACH]
    behind = [m for m in near if wanted == "obj" or clause.standing(m).preposition == wanted]
    return next(iter(behind or near), None)


def _match(words: tuple[str, ...], forms: list[str], at: int) -> int | None:
    """The index behind a match of `words` at `at`, or None."""
    for number, word in enumerate(words):
        if word == _ANY:
            rest = words[number + 1 :]
            ends = (_match(rest, forms, at + skipped) for skipped in range(_GAP + 1))
            return next((end for end in ends if end is not None), None)
        if at >= len(forms) or forms[at] != word:
            return None
        at += 1
    return at
