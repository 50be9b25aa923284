"""How far a mention extends beyond a name: honours before it, adjectives and an office behind it, a title's role."""

from dataclasses import replace

from syria_events.provenance import rule
from syria_events.rules.mentions.offices import read_office
from syria_events.rules.mentions.passage import Passage, refuses
from syria_events.rules.mentions.readings import Reading, reads
from syria_events.rules.sentence.index import COMMAS
from syria_events.rules.values import PERSONS, Kind

_TITLE_REACH = 2  # words before a name in which its bearer's title stands
_NO_TITLE = ("ADP", "VERB", "PUNCT", "CCONJ")


def behind_honours(passage: Passage, id: int) -> int:
    """The id behind `صاحب السمو الملكي`, `معالي`, `السيد`, which stand before a name or an office."""
    at = id
    while passage.among(at, "honorific") and passage.after(at) in passage:
        at = passage.after(at)
    return at


@rule("mention.role-of-title", "الناشط الإعلامي فادي الزبداني")
def role_of_title(passage: Passage, id: int) -> str:
    """The role of a person the lexicon lacks, by the noun before the name."""
    at = id
    for _ in range(_TITLE_REACH):
        at = passage.before(at)
        roles = passage.lexicon.mapping("title_roles").items()
        role = next((role for titles, role in roles if passage.among(at, titles)), "")
        if role or not at or passage.tag(at) in _NO_TITLE:
            return role
    return ""


@reads("apposition.adjectives-of-body", "هيئة التنسيق الوطنية السورية المعارضة")
def with_adjectives(passage: Passage, reading: Reading) -> Reading | None:
    """A body with the nationalities and adjectives of opposition behind it."""
    end = reading.end
    while reading.kind == Kind.BODY and passage.tag(end) == "ADJ" and _describes_body(passage, end):
        end = passage.after(end)
    return replace(reading, end=end) if end > reading.end else None


def _describes_body(passage: Passage, id: int) -> bool:
    nisba = passage.lexicon.nisba.get(passage.name(id))
    return (nisba is not None and nisba.definite) or passage.among(id, "opposing")


@reads("apposition.office-behind", "مارك تونر المتحدث باسم الخارجية الأمريكية")
def with_office_behind(passage: Passage, reading: Reading) -> Reading | None:
    """A person's name with the office that follows it, behind a comma or not."""
    if reading.kind not in PERSONS or reading.key:
        return None
    at = passage.after(reading.end) if passage.name(reading.end) in COMMAS else reading.end
    found = passage.phrase(passage.lexicon.office_names, at)
    if found is None or found[1].plural or not (passage.is_definite(at) or passage.among(at, "title")):
        return None
    office = read_office(passage, at)
    if office is None or not office.actors or is_of_another_person(passage, at, reading, office):
        return None
    actors = reading.actors
    if reading.kind == Kind.UNKNOWN_PERSON and not actors[0].code:
        actors = (replace(actors[0], code=office.actors[0].code),)
    return replace(
        reading, end=office.end, actors=actors, key=office.key, country=office.country,
        rules=(*reading.rules, *office.rules),
    )  # fmt: skip


@refuses("apposition.another-person", "لافروف، الرئيس الأميركي باراك أوباما")
def is_of_another_person(_passage: Passage, _at: int, reading: Reading, office: Reading) -> bool:
    """An office that somebody else is known to hold is no apposition of a name."""
    return office.kind == Kind.PERSON and reading.kind == Kind.PERSON and office.actors != reading.actors
