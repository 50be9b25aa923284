"""Institutions by grammar: head noun x nationality, state or body."""

from syria_events.lexicon import Lexicon
from syria_events.lexicon.entries import Country, Institution
from syria_events.model import Actor
from syria_events.normalize import fold
from syria_events.rules.mentions.group_names import of_country
from syria_events.rules.mentions.holders import adjective_for
from syria_events.rules.mentions.owners import Owner, modifiers_behind, owner_behind
from syria_events.rules.mentions.passage import Passage
from syria_events.rules.mentions.readings import Reading, actor_of, reads, state_of
from syria_events.rules.values import Kind


def read_institution(passage: Passage, id: int) -> Reading | None:
    """An institution with its nationality; without one it is left to reference."""
    found = passage.phrase(passage.lexicon.institution_names, id)
    if found is None:
        return None
    end, institution = found
    owner = owner_behind(passage, modifiers_behind(passage, end).end)
    if owner is None:
        return read_bare_institution(passage, id, end, institution)
    if owner.country is not None:
        return read_institution_of_state(passage, institution, owner)
    return read_side_of_body(institution, owner) or read_institution_of_body(end, institution)


@reads("mention.bare-institution", "الحكومة")
def read_bare_institution(passage: Passage, id: int, end: int, institution: Institution) -> Reading | None:
    """An institution of nobody who is named; what is a group's noun too is a group."""
    if passage.phrase(passage.lexicon.group_names, id) is not None:
        return None
    return Reading(end, Kind.INSTITUTION, (), key=institution.id, reason="bare institution")


@reads("mention.institution", "القوات التركية")
def read_institution_of_state(passage: Passage, institution: Institution, owner: Owner) -> Reading | None:
    """An institution of a state."""
    assert owner.country is not None
    return Reading(
        modifiers_behind(passage, owner.end).end,
        Kind.OUTLET if institution.role == "MED" else Kind.INSTITUTION,
        (institution_actor(institution, owner.country, passage.lexicon),),
        key=institution.id,
        country=owner.country.iso3,
        reason="institution of a state",
        rules=(owner.rule,),
    )


@reads("mention.side-of-body", "وفد المعارضة السورية")
def read_side_of_body(institution: Institution, owner: Owner) -> Reading | None:
    """The side, delegation or leadership of a body: the body acts through it."""
    if owner.body is None or not institution.state_like:
        return None
    actors = (actor_of(owner.body),)
    return Reading(owner.end, Kind.BODY, actors, key=institution.id, reason="side of a body", rules=(owner.rule,))


@reads("mention.institution-of-body", "جيش المعارضة السورية")
def read_institution_of_body(end: int, institution: Institution) -> Reading | None:
    """An institution of a body, which the lexicon does not know: its noun alone."""
    return Reading(end, Kind.INSTITUTION, (), key=institution.id, reason="bare institution")


def institution_actor(institution: Institution, country: Country, lexicon: Lexicon) -> Actor:
    """The actor of `القوات التركية`: the state where it acts through it, else the lexicon's or a new one."""
    if institution.state_like:
        return state_of(country)
    head = institution.heads[0]
    name = f"{head} {adjective_for(country, head, feminine=institution.feminine)}"
    folded = tuple(fold(name).split())
    known = lexicon.actor_names.at(folded, 0)
    if known is not None and known[0] == len(folded):
        return actor_of(known[1])
    return Actor("", name, of_country(institution.en, country, lexicon), country.iso3 + institution.role)
