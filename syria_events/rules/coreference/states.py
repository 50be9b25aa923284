"""Which state is meant."""

from dataclasses import replace

from syria_events.model import Actor
from syria_events.provenance import rule
from syria_events.rules.coreference.background import Background
from syria_events.rules.coreference.discourse import Discourse
from syria_events.rules.mentions.readings import state_of
from syria_events.rules.values import Kind, Mention

_BETWEEN_JOINED = 3  # words from one name to the next: a comma and `و`


@rule("reference.homeland", "بلاده")
def homeland(mention: Mention, state: Discourse, background: Background) -> Mention | None:
    """The country of the person named last who has one."""
    if mention.kind != Kind.HOMELAND:
        return None
    countries = (background.lexicon.country.get(actor.code[:3]) for actor, _ in reversed(state.persons))
    country = next((country for country in countries if country is not None), None)
    if country is None:
        return None
    return replace(mention, kind=Kind.STATE, actors=(state_of(country),), country=country.iso3)


@rule("reference.several-states", "الدول الثلاث")
def several(mention: Mention, state: Discourse, background: Background) -> Mention | None:
    """The last so many states named in a row, nothing but `و` and commas between."""
    if mention.kind != Kind.SEVERAL or _head(mention) in background.lexicon.words("leaders"):
        return None
    count, named = int(mention.key), state.named
    for end in range(len(named), count - 1, -1):
        row = named[end - count : end]
        actors = tuple(dict.fromkeys(actor for state_named in row for actor in state_named.actors))
        if len(actors) == count and all(one.kind == Kind.STATE for one in row) and all(map(_joined, row, row[1:])):
            return replace(mention, kind=Kind.STATE, actors=actors, reason="the states named last in a row")
    return None


@rule("reference.several-leaders", "القادة الثلاثة")
def several_leaders(mention: Mention, state: Discourse, background: Background) -> Mention | None:
    """The last so many persons named, each of another state or body."""
    if mention.kind != Kind.SEVERAL or _head(mention) not in background.lexicon.words("leaders"):
        return None
    count = int(mention.key)
    last: dict[str, Actor] = {}
    for actor, _ in reversed(state.persons):
        last.setdefault(actor.code, actor)
    if len(last) < count or "" in list(last)[:count]:
        return None
    actors = tuple(last.values())[:count]
    return replace(mention, kind=Kind.LIST, actors=actors[::-1], reason="the persons named last")


def _head(mention: Mention) -> str:
    return mention.form.split()[0]


def _joined(first: Mention, second: Mention) -> bool:
    return first.sentence == second.sentence and second.first - first.last <= _BETWEEN_JOINED
