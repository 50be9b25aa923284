"""What is fixed for a whole document while its references are resolved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from syria_events.lexicon import Lexicon
from syria_events.model import Actor
from syria_events.rules.coreference.focus import focus_country
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
    """

    lexicon: Lexicon
    published: date | None
    focus: str
    holders: Mapping[tuple[str, str], frozenset[Actor]]
    trace: Trace

    def office_of(self, actor: Actor) -> str:
        """The office that a person of the lexicon holds on the day of publication; empty where it knows none."""
        entry = self.lexicon.by_id.get(actor.id)
        if entry is None or self.published is None:
            return ""
        return next((tenure.office for tenure in entry.office if tenure.holds(self.published)), "")


def background_of(mentions: tuple[Mention, ...], published: date | None, lexicon: Lexicon, trace: Trace) -> Background:
    """The background of a document with these mentions."""
    holders: dict[tuple[str, str], frozenset[Actor]] = {}
    for mention in mentions:
        if mention.kind in PERSONS and mention.key and mention.country and mention.actors:
            key = mention.key, mention.country
            holders[key] = holders.get(key, frozenset()) | {mention.actors[0]}
    return Background(lexicon, published, focus_country(mentions, lexicon.domain.home), holders, trace)
