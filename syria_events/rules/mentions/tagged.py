"""Persons and organisations that the lexicon lacks, as the tagger found them."""

from syria_events.model import Actor, Entity
from syria_events.rules.mentions.passage import Passage, refuses
from syria_events.rules.mentions.readings import Reading, reads
from syria_events.rules.values import Kind

_NO_NAME = frozenset("ADP CCONJ SCONJ VERB PART".split())  # tags that end a name the tagger ran on
_NO_START = frozenset("ADP CCONJ PUNCT PRON".split())  # tags that start no name
_SHORTEST = 2  # letters of a word that starts a name
_NO_END = frozenset(("PUNCT", "PRON"))


def read_tagged(passage: Passage, id: int) -> Reading | None:
    """A person or organisation of the tagger."""
    if entity_at(passage, id) is None:
        return None
    return read_tagged_person(passage, id) or read_tagged_body(passage, id)


@reads("mention.tagged-person", "فادي الزبداني")
def read_tagged_person(passage: Passage, id: int) -> Reading | None:
    """A person the lexicon lacks, as the tagger found it."""
    return _read(passage, id, "PER", Kind.UNKNOWN_PERSON)


@reads("mention.tagged-body", "مركز الأبحاث السويدي")
def read_tagged_body(passage: Passage, id: int) -> Reading | None:
    """An organisation the lexicon lacks, as the tagger found it."""
    return _read(passage, id, "ORG", Kind.UNKNOWN_BODY)


def _read(passage: Passage, id: int, tag: str, kind: Kind) -> Reading | None:
    entity = entity_at(passage, id)
    if entity is None or entity.kind != tag:
        return None
    end = entity_end(passage, id, entity)
    name = passage.printed(id, end)
    if not name or is_common_word(passage, id, end):
        return None
    return Reading(end, kind, (Actor("", name, passage.lexicon.transliterate(name)),), reason=f"tagged {tag}")


@refuses("mention.common-word", "العاصمة")
def is_common_word(passage: Passage, id: int, end: int) -> bool:
    """A nationality, a kind of place or a side in a caption alone is no name, whatever the tagger says."""
    if end != passage.after(id):
        return False
    if passage.among(id, "caption_side"):
        return passage.form(id - 1) == "("
    return passage.name(id) in passage.lexicon.nisba or passage.among(id, "place_head")


def entity_at(passage: Passage, id: int) -> Entity | None:
    """The entity that starts with a word's token; clitics of that token are no part of the name."""
    entity = passage.setting.entities.get(passage.word(id).start)
    starts = entity is not None and len(passage.name(id)) >= _SHORTEST and passage.tag(id) not in _NO_START
    return entity if starts else None


def entity_end(passage: Passage, id: int, entity: Entity) -> int:
    """The id behind the words of an entity that can be part of a name."""
    first = end = passage.after(id)
    while end in passage and passage.word(end).end <= entity.end and passage.tag(end) not in _NO_NAME:
        end = passage.after(end)
    while end > first and passage.tag(passage.before(end)) in _NO_END:
        end = passage.before(end)
    return end
