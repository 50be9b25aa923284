"""What readers make of the words at one place, before the longest reading is chosen."""

from dataclasses import dataclass

from syria_events.lexicon.entries import ActorEntry, Country
from syria_events.model import Actor


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading of the forms from a position up to `end` (excluded)."""

    end: int
    kind: str
    actors: tuple[Actor, ...]
    key: str = ""
    country: str = ""
    number: str = "sing"
    gender: str = ""
    reason: str = ""
    begin: int | None = None


def actor_of(entry: ActorEntry) -> Actor:
    """The actor of a lexicon entry."""
    return Actor(entry.id, entry.name, entry.en, entry.code)


def state_of(country: Country) -> Actor:
    """A state as an actor: its government."""
    return Actor(country.id, country.name, country.en, country.iso3 + "GOV")
