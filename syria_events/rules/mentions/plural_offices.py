"""Offices in the dual and plural, one holder for each state named: `وزيرا الخارجية الأمريكي جون كيري والروسي`."""

from syria_events.lexicon.entries import Office
from syria_events.model import Actor
from syria_events.rules.mentions.holders import holder, office_actor
from syria_events.rules.mentions.owners import Owner, owner_in_list
from syria_events.rules.mentions.passage import Passage
from syria_events.rules.mentions.readings import Reading, actor_of, reads, state_of
from syria_events.rules.mentions.titled import read_titled_name
from syria_events.rules.sentence.index import COMMAS
from syria_events.rules.values import Kind

# stands for the office of whoever was named before; `*` marks an actor that reference has to look up
COUNTERPART = Office("counterpart", ("*",), "counterpart", "GOV")


def read_plural_office(passage: Passage, id: int, office: Office) -> Reading | None:
    """The holders of a plural office, which are listed from a word on; with none listed the bare office."""
    return read_listed_holders(passage, id, office) or read_bare_plural(id, office)


@reads("mention.plural-office", "وزيرا الخارجية الأمريكي والروسي")
def read_listed_holders(passage: Passage, id: int, office: Office) -> Reading | None:
    """Several holders of one office: one actor for each state or name in a list."""
    actors: tuple[Actor, ...] = ()
    rules: tuple[str, ...] = ()
    at = end = id
    while at in passage:
        if actors and (passage.name(at) == "و" or (passage.name(at) in COMMAS and passage.after(at) in passage)):
            at = passage.after(at)
            at = passage.after(at) if passage.name(at) == "و" else at
        elif actors:
            break
        if passage.among(at, "each"):
            at = passage.after(at)
            continue
        owner = owner_in_list(passage, at)
        named = read_titled_name(passage, owner.end if owner is not None else at, office, owner)
        if named is not None:
            actors, rules, end = (*actors, *named.actors), (*rules, *named.rules), named.end
        elif owner is not None:
            actors, rules, end = (*actors, _holder_or_office(passage, office, owner)), (*rules, owner.rule), owner.end
        else:
            break
        at = end
    if not actors:
        return None
    number = "dual" if len(actors) == 2 else "plur"
    once = tuple(dict.fromkeys(rules))
    return Reading(end, Kind.PERSON, actors, key=office.id, number=number, reason="plural office", rules=once)


def _holder_or_office(passage: Passage, office: Office, owner: Owner) -> Actor:
    incumbent = holder(passage.lexicon, passage.setting.published, office, owner)
    if incumbent is not None:
        return actor_of(incumbent)
    if office.speaks_for_state and owner.country is not None:
        return state_of(owner.country)
    return office_actor(office, owner, passage.lexicon)


@reads("mention.bare-plural-office", "الوزراء")
def read_bare_plural(end: int, office: Office) -> Reading | None:
    """A plural office of no state that is named."""
    return Reading(end, Kind.OFFICE, (), key=office.id, number="plur", reason="bare plural office")
