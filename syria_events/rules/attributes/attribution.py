"""Who reports it: attribution phrases, and outlets with a reporting verb."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from syria_events.lexicon import Lexicon
from syria_events.model import Word
from syria_events.normalize import fold
from syria_events.provenance import named
from syria_events.rules.attributes.finding import Finding
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import SENTENCE_ENDS
from syria_events.rules.triggers.lemmas import lemmas
from syria_events.rules.values import Kind

PHRASE = named("source.phrase", "Who is named behind `بحسب`, `نقلا عن` and their like.", "بحسب وكالة الأناضول")
OUTLET = named("source.outlet", "An outlet or monitor near a reporting verb.", "ذكرت وكالة سانا أن")
SPEAKER = named(
    "source.speaker", "Who made the statement in whose content the deed stands.", "أعلن لافروف أن الجيش قصف"
)
UNNAMED = named("source.unnamed", "The name that goes with an unnamed source.", "قال مصدر في الوزارة إن")
PASSED_ON = named("source.passed-on", "The agency that passes a statement on.", "نقلت الأناضول عن أردوغان")
_NAME_REACH = 4  # words behind an attribution phrase in which the name opens
_BEFORE, _BEHIND = 4, 4  # words around an outlet in which its reporting verb stands
_TO = fold("ل")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, and the word ids of what it is said to have reported."""

    source: Finding[str]
    scope: range


class SourceReader:
    """Finds the sources of a sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        for phrase in (tuple(fold(phrase).split()) for a in lexicon.attributions for phrase in a.phrases):
            self._phrases.setdefault(phrase[0], []).append(phrase)
        self._verbs = frozenset(fold(verb) for a in lexicon.attributions for verb in a.verbs)

    def attributed(self, clause: Clause) -> tuple[Attribution, ...]:
        """The names behind attribution phrases, and outlets that report, each with what it reports."""
        return (*self._of_phrases(clause), *self._of_outlets(clause))

    def _of_phrases(self, clause: Clause) -> Iterator[Attribution]:
        behind = 1
        for at in range(1, clause.end):
            for phrase in self._phrases.get(clause.form(at), ()):
                opens = at + len(phrase)
                if clause.forms(range(at, opens)) != phrase:
                    continue
                mention = next(clause.mentions_in(range(opens, opens + _NAME_REACH)), None)
                name = "" if mention is None else mention.actors[0].name if mention.actors else mention.text
                if mention is None or not name:
                    continue
                yield Attribution(Finding(name, PHRASE, " ".join(phrase)), _scope(clause, at, mention.last, behind))
                behind = mention.last + 1
                break

    def _of_outlets(self, clause: Clause) -> Iterator[Attribution]:
        for mention in clause.mentions:
            reporting = mention.kind in (Kind.OUTLET, Kind.MONITOR) and mention.actors
            if clause.standing(mention).preposition == _TO:
                continue  # `قال للجزيرة`: it is told
            if reporting and (said := self._reporting_verb(clause, mention.first)) is not None:
                first = min(said.id, mention.first)
                yield Attribution(
                    Finding(mention.actors[0].name, OUTLET, said.text), range(first, _ends(clause, mention.last))
                )

    def _reporting_verb(self, clause: Clause, id: int) -> Word | None:
        near = clause.words(range(id - _BEFORE, id)) + clause.words(range(id + 1, id + 1 + _BEHIND))
        verbs = (word for word in near if word.upos == "VERB")
        return next((word for word in verbs if not self._verbs.isdisjoint(lemmas(word))), None)


def source_of(attributions: Iterable[Attribution], id: int) -> Finding[str]:
    """Who is said to have reported what a word tells; empty for nobody."""
    return next((found.source for found in attributions if id in found.scope), Finding(""))


def still_told(clause: Clause, verb: int, id: int) -> bool:
    """Whether a word behind a verb of saying belongs to what is said.

    No other clause opens in between, and it is no occasion before the content: `قال بعد لقاء كيري إن`.
    """
    occasion = clause.is_in(clause.left(id), "occasion_of") and not _says(clause, range(verb + 1, id))
    return id < _ends(clause, verb) and not occasion


def _says(clause: Clause, ids: range) -> bool:
    return any(clause.tag(at) == "SCONJ" or clause.form(at) == ":" for at in ids)


def _scope(clause: Clause, at: int, last: int, behind: int) -> range:
    """What a phrase reports: the clause before it, and what goes on behind it."""
    begins = max((k + 1 for k in range(behind, at) if _parts(clause, k)), default=behind)
    return range(begins, _ends(clause, last))


def _ends(clause: Clause, id: int) -> int:
    """The first word behind that opens a clause of somebody else's, or the end of the sentence."""
    return next((k for k in range(id + 1, clause.end) if _parts(clause, k)), clause.end)


def _parts(clause: Clause, id: int) -> bool:
    """Whether a word parts two clauses: a full stop, or `بينما` and its like."""
    return clause.word(id).text in SENTENCE_ENDS or clause.is_in(id, "meanwhile")
