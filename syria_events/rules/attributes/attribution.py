"""Who reports it: attribution phrases, and outlets with a reporting verb."""

from syria_events.lexicon import Lexicon
from syria_events.normalize import fold
from syria_events.provenance import named
from syria_events.rules.attributes.finding import Finding
from syria_events.rules.sentence.clause import Clause
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


class SourceReader:
    """Finds the sources of a sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        for phrase in (tuple(fold(phrase).split()) for a in lexicon.attributions for phrase in a.phrases):
            self._phrases.setdefault(phrase[0], []).append(phrase)
        self._verbs = frozenset(fold(verb) for a in lexicon.attributions for verb in a.verbs)

    def attributed(self, clause: Clause) -> Finding[str]:
        """The name behind an attribution phrase, or of an outlet that reports; empty for none."""
        for at in range(1, clause.end):
            for phrase in self._phrases.get(clause.form(at), ()):
                opens = at + len(phrase)
                if clause.forms(range(at, opens)) == phrase:
                    mention = next(clause.mentions_in(range(opens, opens + _NAME_REACH)), None)
                    name = "" if mention is None else mention.actors[0].name if mention.actors else mention.text
                    if name:
                        return Finding(name, PHRASE, " ".join(phrase))
        for mention in clause.mentions:
            reporting = mention.kind in (Kind.OUTLET, Kind.MONITOR) and mention.actors
            if reporting and (said := self._reporting_verb(clause, mention.first)):
                return Finding(mention.actors[0].name, OUTLET, said)
        return Finding("")

    def _reporting_verb(self, clause: Clause, id: int) -> str:
        near = clause.words(range(id - _BEFORE, id)) + clause.words(range(id + 1, id + 1 + _BEHIND))
        verbs = (word for word in near if word.upos == "VERB")
        return next((word.text for word in verbs if not self._verbs.isdisjoint(lemmas(word))), "")
