"""A person's name behind an office."""

from dataclasses import replace

from syria_events.lexicon.entries import Office
from syria_events.rules.mentions.holders import office_code
from syria_events.rules.mentions.names import read_name
from syria_events.rules.mentions.owners import Owner
from syria_events.rules.mentions.passage import Passage, refuses
from syria_events.rules.mentions.readings import Reading, reads
from syria_events.rules.sentence.index import COMMAS
from syria_events.rules.values import Kind


@reads("mention.title-with-name", "وزير الخارجية الروسي سيرغي لافروف")
def read_titled_name(passage: Passage, id: int, office: Office, owner: Owner | None) -> Reading | None:
    """A person's name right behind an office, with a comma, a pronoun or honorifics between or not."""
    at = id
    if passage.name(at) in COMMAS or passage.tag(at) == "PRON":
        at = passage.after(at)
    while passage.name(at) in passage.lexicon.honorifics:
        at = passage.after(at)
    named = read_name(passage, at) if at in passage else None
    if named is None or (passage.name(id) in COMMAS and is_one_unknown_word(passage, at, named)):
        return None
    actors = named.actors
    if owner is not None and named.kind == Kind.UNKNOWN_PERSON and not actors[0].code:
        actors = (replace(actors[0], code=office_code(office, owner)),)
    return replace(
        named,
        actors=actors,
        key=office.id,
        country=owner.iso if owner is not None else "",
        reason=f"{named.reason} with title",
        rules=named.rules if owner is None else (owner.rule, *named.rules),
    )


@refuses("mention.comma-one-word", "قال الوزير، أحمد")
def is_one_unknown_word(passage: Passage, id: int, named: Reading) -> bool:
    """Behind a comma one word that the lexicon lacks is not the name of who holds the office."""
    return named.kind != Kind.PERSON and named.end == passage.after(id)
