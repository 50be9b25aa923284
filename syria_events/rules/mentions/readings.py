"""What a reader makes of the words at one place, before the longest reading is chosen; each names its rules."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import ParamSpec

from syria_events.lexicon.entries import ActorEntry, Country
from syria_events.model import Actor
from syria_events.provenance import rule
from syria_events.rules.values import Kind

_P = ParamSpec("_P")
_NO_STATE = ("IGO", "IMG", "NGO")  # codes of bodies that begin with no country


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading of the words from one up to `end`, the id behind it; its other fields are those of a `Mention`."""

    end: int
    kind: Kind
    actors: tuple[Actor, ...]
    key: str = ""
    country: str = ""
    number: str = "sing"
    gender: str = ""
    titled: bool = False
    reason: str = ""
    rules: tuple[str, ...] = ()

    def signed(self, *rules: str) -> "Reading":
        """The reading with further rules that made it."""
        return replace(self, rules=(*self.rules, *rules))


def reads(id: str, example: str) -> Callable[[Callable[_P, Reading | None]], Callable[_P, Reading | None]]:
    """Declare a function as the rule with this id; it signs what it reads. Errors as of `provenance.rule`."""

    def declared(function: Callable[_P, Reading | None]) -> Callable[_P, Reading | None]:
        @wraps(function)
        def signing(*args: _P.args, **kwargs: _P.kwargs) -> Reading | None:
            reading = function(*args, **kwargs)
            return None if reading is None else reading.signed(id)

        return rule(id, example)(signing)

    return declared


def actor_of(entry: ActorEntry) -> Actor:
    """The actor of a lexicon entry."""
    return Actor(entry.id, entry.name, entry.en, entry.code)


def state_of(country: Country) -> Actor:
    """A state as an actor: its government."""
    return Actor(country.id, country.name, country.en, country.iso3 + "GOV")


def iso_of(code: str) -> str:
    """The country of an actor's CAMEO code, empty for international bodies."""
    return "" if code.startswith(_NO_STATE) else code[:3]
