"""What a statement really does: the content decides its code, not the verb of saying."""

from dataclasses import dataclass

from syria_events.lexicon import Lexicon
from syria_events.lexicon.entries import Cue
from syria_events.model import Actor
from syria_events.normalize import fold
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import QUOTES
from syria_events.rules.values import Mention

# of several constructions in one statement the strongest decides
_STRENGTH = {"13": 9, "12": 8, "11": 7, "10": 6, "16": 6, "02": 5, "03": 4, "05": 3, "01": 1}
_GAP = 3  # words that `*` may stand for
_TARGET_REACH = 8


@dataclass(frozen=True, slots=True)
class Content:
    """The construction that decides a statement's code, the parties it is about, and where it begins."""

    cameo: str
    targets: tuple[Mention, ...]
    cue: Cue
    at: int


class CueReader:
    """Finds the constructions of the lexicon in the content of a statement."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.cues: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
        for cue in lexicon.cues:
            words = tuple(w if w == "*" else fold(w) for w in cue.words)
            self.cues.setdefault(words[0], []).append((words, cue))

    def strongest(self, clause: Clause, first: int, last: int, speakers: tuple[Actor, ...]) -> Content | None:
        """The strongest construction between two word ids, both included; the speakers are never its party."""
        ids = [k for k in range(first, last + 1) if clause.sentence.word(k).text not in QUOTES]
        forms = [clause.form(k) for k in ids]
        best: Content | None = None
        for i, form in enumerate(forms):
            for words, cue in self.cues.get(form, ()):
                end = _match(words, forms, i)
                if end is None:
                    continue
                strength = _STRENGTH.get(cue.cameo[:2], 0)
                if best is None or strength > _STRENGTH.get(best.cameo[:2], 0):
                    target = self._target(clause, cue, (first, ids[i], ids[end - 1]), speakers)
                    targets = clause.with_coordinated(target) if target is not None else ()
                    best = Content(cue.cameo, targets, cue, ids[i])
        return best

    def _target(
        self, clause: Clause, cue: Cue, span: tuple[int, int, int], speakers: tuple[Actor, ...]
    ) -> Mention | None:
        if not cue.target:
            return None
        begin, first, last = span
        others = [m for m in clause.mentions if not set(m.actors) & set(speakers)]
        wanted = fold(cue.target)
        if wanted == "subj":
            right = [m for m in others if last < m.first < last + _TARGET_REACH]
            bare = [m for m in right if not clause.standing(m).preposition]
            left = [m for m in others if begin <= m.first < first and not clause.standing(m).preposition]
            return left[0] if left else bare[0] if bare else None
        near = [m for m in others if first <= m.first < last + _TARGET_REACH]
        behind = [m for m in near if wanted == "obj" or clause.standing(m).preposition == wanted]
        return next(iter(behind or near), None)


def _match(words: tuple[str, ...], forms: list[str], at: int) -> int | None:
    """The index behind a match of `words` at `at`, or None."""
    for i, word in enumerate(words):
        if word == "*":
            for skipped in range(_GAP + 1):
                end = _match(words[i + 1 :], forms, at + skipped)
                if end is not None:
                    return end
            return None
        if at >= len(forms) or forms[at] != word:
            return None
        at += 1
    return at
