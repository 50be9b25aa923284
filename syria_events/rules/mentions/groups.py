"""Unnamed groups: a head noun and what narrows it down (`51 من الدبلوماسيين الأميركيين`)."""

from dataclasses import dataclass

from syria_events.lexicon.entries import ActorEntry, Country, Group
from syria_events.model import Actor
from syria_events.rules.mentions.group_names import group_name
from syria_events.rules.mentions.owners import nationality_at
from syria_events.rules.mentions.passage import Passage, refuses
from syria_events.rules.mentions.readings import Reading, actor_of, iso_of, reads
from syria_events.rules.values import Kind

_WORDS = 7  # the longest group, its head noun included
_NOUNS = ("NOUN", "X")
_FULL = ("ون", "ين")  # sound plurals lose their last letter before a genitive: `محتجون`, `محتجو المدينة`
_OF = "من"  # before the body or noun that a group is part of


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a group up to `end`: its country, and the body it is of, as far as they are named."""

    end: int
    country: str = ""
    body: ActorEntry | None = None


def read_group(passage: Passage, id: int) -> Reading | None:
    """A group: the body whose members it is, else the group itself."""
    found = passage.phrase(passage.lexicon.group_names, id)
    if found is None or describes(passage, id):
        return None
    end, group = found
    phrase = _phrase(passage, id, end)
    return read_members(passage, id, group, phrase) or read_unnamed_group(passage, id, end, group, phrase)


@refuses("mention.group-adjective", "هجوم انتحاري")
def describes(passage: Passage, id: int) -> bool:
    """Behind a noun that it agrees with in definiteness, what may be a group is an adjective."""
    if not passage.among(id, "group_or_adjective") or passage.tag(passage.before(id)) not in _NOUNS:
        return False
    return passage.is_definite(id) == passage.is_definite(passage.before(id))


@reads("mention.members", "عناصر من جيش الإسلام")
def read_members(passage: Passage, id: int, group: Group, phrase: Phrase) -> Reading | None:
    """Members of a body stand for it: `وفد من البرلمان الأوروبي`."""
    known = passage.phrase(passage.lexicon.actor_names, id)
    entry = known[1] if known is not None and known[1].kind != Kind.PERSON else None
    if (entry is None or _says_nothing(passage, id, known)) and group.role in passage.lexicon.words("member_role"):
        entry = phrase.body or entry
    if entry is None:
        return None
    kind, actors, country = Kind(entry.kind), (actor_of(entry),), iso_of(entry.code)
    return Reading(phrase.end, kind, actors, country=country, number="plur", reason="members")


def _says_nothing(passage: Passage, id: int, known: tuple[int, ActorEntry] | None) -> bool:
    """A name that is one at home only: `المقاتلون` from a body are that body's."""
    return known is not None and " ".join(passage.names(id, known[0])) in passage.lexicon.mapping("elsewhere")


@reads("mention.group", "الدبلوماسيين الأميركيين")
def read_unnamed_group(passage: Passage, id: int, end: int, group: Group, phrase: Phrase) -> Reading | None:
    """A group that nobody has named: its head noun, adjectives, `من` and a noun, one genitive."""
    head, forms = passage.names(id, end), passage.names(id, phrase.end)
    english = group_name(group, forms, passage.lexicon, passage.setting.gazetteer, head=len(head))
    code = phrase.country + group.role if phrase.country else ""
    return Reading(
        phrase.end,
        Kind.OUTLET if group.role == "MED" else Kind.GROUP,
        (Actor("", passage.printed(id, phrase.end), english, code),),
        key=group.role,
        country=phrase.country,
        number="plur",
        reason="group noun",
    )


def _phrase(passage: Passage, first: int, end: int) -> Phrase:
    """Where a group's phrase ends, its country, and the body it is of: `من` + noun, one genitive, adjectives."""
    country = ""
    head = passage.before(end)
    closed = passage.is_definite(head) or passage.name(head).endswith(_FULL)
    closed = closed or passage.among(head, "group_or_adjective")  # none of them governs a genitive
    limit = passage.after(first, _WORDS)
    while end < limit and not passage.among(end, "called"):
        behind = passage.after(end)
        adjective = nationality_at(passage, end)
        if (body := _body_at(passage, end, closed=closed)) is not None:
            return Phrase(body[0], country or iso_of(body[1].code), body[1])
        if passage.name(end) == _OF and behind < limit and passage.tag(behind) in _NOUNS:
            end, closed = passage.after(behind), passage.is_definite(behind)
        elif adjective is not None:
            country = country or adjective[1].country.iso3
            end, closed = adjective[0], True
        elif passage.tag(end) == "ADJ":
            end, closed = behind, True  # nor does an adjective: `دبلوماسيون غربيون`
        elif closed:
            break
        elif (state := _state_at(passage, end)) is not None:
            return Phrase(state[0], country or state[1].iso3)
        elif passage.tag(end) in _NOUNS and not is_end_of_group(passage, end) and not is_date(passage, end):
            end, closed = behind, passage.is_definite(end)
        else:
            break
    return Phrase(end, country)


def _body_at(passage: Passage, id: int, *, closed: bool) -> tuple[int, ActorEntry] | None:
    """The body or group in the genitive at a word, or behind `من` there."""
    from_body = passage.name(id) == _OF
    if closed and not from_body:
        return None
    body = passage.phrase(passage.lexicon.actor_names, passage.after(id) if from_body else id)
    return body if body is not None and body[1].kind in (Kind.BODY, Kind.GROUP) else None


def _state_at(passage: Passage, id: int) -> tuple[int, Country] | None:
    lexicon = passage.lexicon
    return passage.phrase(lexicon.country_names, id) or passage.phrase(lexicon.metonyms, id)


@refuses("mention.end-of-group", "سكان خلال")
def is_end_of_group(passage: Passage, id: int) -> bool:
    """Some nouns behind a group's are never its genitive."""
    return passage.among(id, "group_end")


@refuses("mention.date-behind-group", "سكان أمس")
def is_date(passage: Passage, id: int) -> bool:
    """A date behind a group is not its genitive."""
    return passage.is_dated(id)
