"""States by their names, capitals and seats of power, and peoples that stand for them."""

from syria_events.model import Actor
from syria_events.rules.mentions.passage import Passage, refuses
from syria_events.rules.mentions.readings import Reading, reads, state_of
from syria_events.rules.values import Kind

_CIVIL = "CVL"
_OF = "من"  # `مئات من السوريين`
_NOMINAL = ("NOUN", "ADJ")


@reads("mention.country", "روسيا")
def read_country(passage: Passage, id: int) -> Reading | None:
    """A state by its name."""
    found = passage.phrase(passage.lexicon.country_names, id)
    if found is None:
        return None
    end, country = found
    return Reading(end, Kind.STATE, (state_of(country),), country=country.iso3, reason="country")


@reads("mention.metonym", "موسكو")
def read_metonym(passage: Passage, id: int) -> Reading | None:
    """A state by the capital or palace that stands for its government."""
    found = passage.phrase(passage.lexicon.metonyms, id)
    if found is None:
        return None
    end, country = found
    return Reading(end, Kind.STATE, (state_of(country),), country=country.iso3, reason="metonym")


@reads("mention.counted-people", "آلاف الفنزويليين")
def read_counted_people(passage: Passage, id: int) -> Reading | None:
    """People of a nationality behind a number: so many of them, not their state."""
    nisba = passage.lexicon.nisba.get(passage.name(id))
    if nisba is None or nisba.number != "plur" or not _is_counted(passage, id):
        return None
    name = passage.printed(id, passage.after(id))
    actor = Actor("", name, f"{nisba.country.adjective or nisba.country.en} citizens", nisba.country.iso3 + _CIVIL)
    return Reading(
        passage.after(id), Kind.GROUP, (actor,),
        key=_CIVIL, country=nisba.country.iso3, number="plur", reason="so many of a nationality",
    )  # fmt: skip


def _is_counted(passage: Passage, id: int) -> bool:
    before = passage.before(id)
    return passage.tag(passage.before(before) if passage.name(before) == _OF else before) == "NUM"


@reads("mention.people", "الروس")
def read_people(passage: Passage, id: int) -> Reading | None:
    """A definite plural nationality used as a noun."""
    nisba = passage.lexicon.nisba.get(passage.name(id))
    if nisba is None or not nisba.definite or nisba.number != "plur" or is_adjective_behind(passage, id):
        return None
    return Reading(
        passage.after(id), Kind.PEOPLE, (state_of(nisba.country),),
        country=nisba.country.iso3, number="plur", reason="nationality",
    )  # fmt: skip


@refuses("mention.people-adjective", "المسؤولون الروس")
def is_adjective_behind(passage: Passage, id: int) -> bool:
    """A plural nationality behind a noun or adjective is the noun's adjective."""
    return passage.tag(passage.before(id)) in _NOMINAL
