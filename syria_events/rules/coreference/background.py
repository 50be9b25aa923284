"""What is fixed for a whole document while its references are resolved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from syria_events.lexicon import Lexicon
from syria_events.lexicon.entries import Tenure
from syria_events.model import Actor, Doc
from syria_events.normalize import fold
from syria_events.rules.coreference.focus import focus_country, located_mentions, sentences_at_home
from syria_events.rules.trace import Trace
from syria_events.rules.values import PERSONS, Mention


@dataclass(frozen=True, slots=True)
class Background:
    """What reference needs of a document besides what was said so far.

    Args:
        published: the day on which offices resolve to their holders.
        focus: ISO alpha-3 of the country that the article is about, or empty.
        holders: the persons whom the document names anywhere, by office and country.
        trace: keeps what guards refuse.
        at_home: the sentences that name the country of the conflict.
        located: the country that stands behind `في` right behind a mention, by its sentence and last word.
    """

    lexicon: Lexicon
    published: date | None
    focus: str
    holders: Mapping[tuple[str, str], frozenset[Actor]]
    trace: Trace
    at_home: frozenset[int] = frozenset()
    located: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def office_of(self, actor: Actor) -> str:
        """The office that a person of the lexicon holds on the day of publication; empty where it knows none."""
        entry = self.lexicon.by_id.get(actor.id)
        if entry is None or self.published is None:
            return ""
        return next((tenure.office for tenure in entry.office if tenure.holds(self.published)), "")

    def code_of(self, actor: Actor) -> str:
        """The code of an actor on the day of publication: of who holds an office then, that of the state or body."""
        entry = self.lexicon.by_id.get(actor.id)
        if entry is None or self.published is None:
            return actor.code
        held = [tenure for tenure in entry.office if tenure.holds(self.published)]
        codes = {code for tenure in held if (code := _code(tenure, self.lexicon))}
        return actor.code if not codes or entry.code in codes else min(codes)


def _code(tenure: Tenure, lexicon: Lexicon) -> str:
    """The code that an office gives its holder; empty for offices that give none."""
    if fold(tenure.office) not in lexicon.words("coded_offices"):
        return ""
    if tenure.of in lexicon.by_id:
        return lexicon.by_id[tenure.of].code
    office = lexicon.office.get(tenure.office)
    return tenure.of + office.role if office is not None and tenure.of in lexicon.country else ""


def background_of(doc: Doc, mentions: tuple[Mention, ...], lexicon: Lexicon, trace: Trace) -> Background:
    """The background of a document with these mentions."""
    holders: dict[tuple[str, str], frozenset[Actor]] = {}
    for mention in mentions:
        if mention.kind in PERSONS and mention.key and mention.country and mention.actors:
            key = mention.key, mention.country
            holders[key] = holders.get(key, frozenset()) | {mention.actors[0]}
    focus = focus_country(doc, mentions, lexicon)
    at_home = sentences_at_home(doc, mentions, lexicon)
    located = located_mentions(doc, mentions, lexicon)
    return Background(lexicon, doc.article.published, focus, holders, trace, at_home, located)
