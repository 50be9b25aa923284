"""Names of the lexicon: persons, by their surname too, bodies, groups and outlets."""

from collections.abc import Iterable, Mapping

from syria_events.model import Actor
from syria_events.normalize import fold
from syria_events.rules.mentions.passage import Passage, refuses
from syria_events.rules.mentions.readings import Reading, actor_of, iso_of, reads
from syria_events.rules.mentions.tagged import entity_at, entity_end, read_tagged_person
from syria_events.rules.sentence.index import QUOTES
from syria_events.rules.values import PERSONS, Kind, Mention

_SHORTEST = 3  # letters of a surname that stands for its bearer


@reads("mention.person", "سيرغي لافروف")
def read_person(passage: Passage, id: int) -> Reading | None:
    """A person by a name of the lexicon."""
    found = passage.phrase(passage.lexicon.actor_names, id)
    if found is None or found[1].kind != Kind.PERSON or is_part_of_longer_name(passage, id, found[0]):
        return None
    end, entry = found
    return Reading(end, Kind.PERSON, (actor_of(entry),), gender=entry.gender, reason="name")


@refuses("mention.longer-name", "ترامب الابن")
def is_part_of_longer_name(passage: Passage, id: int, end: int) -> bool:
    """One word of a longer name that the tagger found is not the person of the lexicon who has that name.

    But `كيري لافروف` is two people.
    """
    if end != passage.after(id):
        return False
    entity = entity_at(passage, id)
    longer = entity is not None and entity.kind == "PER" and entity_end(passage, id, entity) > end
    return longer and not _starts_name(passage, end)


def _starts_name(passage: Passage, id: int) -> bool:
    lexicon = passage.lexicon
    state = passage.phrase(lexicon.country_names, id) or passage.phrase(lexicon.metonyms, id)
    return state is not None or passage.phrase(lexicon.actor_names, id) is not None


def read_name(passage: Passage, id: int) -> Reading | None:
    """A person's name, of the lexicon or the tagger's, as it follows an office."""
    return read_person(passage, id) or read_tagged_person(passage, id)


@reads("mention.surname", "الحريري")
def read_surname(passage: Passage, id: int) -> Reading | None:
    """A surname that the lexicon must leave open, of a person whom the article names in full: `نصر الحريري`."""
    actor = passage.surnames.get(passage.name(id))
    if actor is None or is_verb(passage, id):
        return None
    return Reading(passage.after(id), Kind.PERSON, (actor,), gender="m", reason="surname of a person named in full")


@refuses("mention.surname-verb", "يعلون")
def is_verb(passage: Passage, id: int) -> bool:
    """A verb spelled like a surname is no surname."""
    return passage.tag(id) == "VERB"


def surnames_of(mentions: Iterable[Mention]) -> Mapping[str, Actor]:
    """The surnames of everybody named in full, folded; a surname of two people stays open."""
    found: dict[str, set[Actor]] = {}
    for mention in mentions:
        if mention.kind in PERSONS and len(mention.actors) == 1:
            names = fold(mention.actors[0].name).split()
            if len(names) > 1 and len(names[-1]) >= _SHORTEST:
                found.setdefault(names[-1], set()).add(mention.actors[0])
    return {name: next(iter(actors)) for name, actors in found.items() if len(actors) == 1}


@reads("mention.actor", "جيش الإسلام")
def read_actor(passage: Passage, id: int) -> Reading | None:
    """A body, group or outlet by a name of the lexicon."""
    found = passage.phrase(passage.lexicon.actor_names, id)
    if found is None or found[1].kind == Kind.PERSON:
        return None
    end, entry = found
    if entry.kind == Kind.OUTLET and is_common_outlet(passage, id, end):
        return None
    return Reading(end, Kind(entry.kind), (actor_of(entry),), country=iso_of(entry.code), reason="name")


@refuses("mention.common-outlet", "الحياة")
def is_common_outlet(passage: Passage, id: int, end: int) -> bool:
    """A common word that is a paper's name too is meant so in quotation marks, behind `صحيفة`, `ل` or a colon only."""
    if end != passage.after(id) or not passage.among(id, "common_outlet"):
        return False
    start = passage.word(id).start
    quoted = start > 0 and passage.setting.text[start - 1 : start] in QUOTES
    return not quoted and not passage.among(passage.before(id), "outlet_head")
