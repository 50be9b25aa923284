"""Offices by grammar: title x nationality or body x name.

`وزير الخارجية الأميركي، جون كيري`, `المتحدث باسم الخارجية الروسية`, `الأمين العام للأمم المتحدة`. With a publication
date an office resolves to its holder; without one, or with no known holder, to the office of that state.
"""

from dataclasses import dataclass, replace

from syria_events.lexicon import OfficeName
from syria_events.lexicon.entries import ActorEntry, Office
from syria_events.provenance import rule
from syria_events.rules.mentions.holders import holder, office_actor
from syria_events.rules.mentions.owners import (
    OWNER_BEHIND_LI,
    Owner,
    is_posted_abroad,
    modifiers_behind,
    owner_behind,
    owner_named,
    posted,
)
from syria_events.rules.mentions.passage import Passage, refuses
from syria_events.rules.mentions.plural_offices import read_plural_office
from syria_events.rules.mentions.readings import Reading, actor_of, reads, state_of
from syria_events.rules.mentions.titled import read_titled_name
from syria_events.rules.values import Kind

_ENVOY = "envoy"


@dataclass(frozen=True, slots=True)
class Title:
    """An office phrase in the singular, from the word `first` up to `end`, with its owner."""

    first: int
    end: int
    office: Office
    owner: Owner | None
    former: bool

    @property
    def rules(self) -> tuple[str, ...]:
        """The rule that found the owner, if any did."""
        return (self.owner.rule,) if self.owner is not None else ()


def read_office(passage: Passage, id: int) -> Reading | None:
    """An office with its owner and its holder's name, as far as they follow: the longest of its readings."""
    heads = passage.phrases(passage.lexicon.office_names, id)
    readings = (_read_head(passage, id, end, head) for end, head in heads)
    return max((r for r in readings if r is not None), key=lambda reading: reading.end, default=None)


def _read_head(passage: Passage, id: int, end: int, head: OfficeName) -> Reading | None:
    if head.plural:
        return read_plural_office(passage, end, head.office)
    title = _title(passage, id, end, head.office)
    return next((reading for resolve in RESOLUTIONS if (reading := resolve(passage, title)) is not None), None)


def _title(passage: Passage, id: int, end: int, office: Office) -> Title:
    before = modifiers_behind(passage, end)
    owner = owner_behind(passage, before.end)
    if owner is not None and is_destination(passage, before.end, office, owner):
        owner = None
    behind = modifiers_behind(passage, owner.end) if owner is not None else before
    end = behind.end
    if owner is None:
        owner = owner_of_official(passage, end, office)
        end = owner.end if owner is not None else end
    if owner is None:
        owner = owner_united_nations(passage, end, office, adjective=before.united_nations)
    if owner is not None:
        owner = posted(passage, end, owner)
        end = owner.end
    return Title(id, end, office, owner, before.former or behind.former)


@rule("owner.of-official", "مسؤول في الحكومة السورية")
def owner_of_official(passage: Passage, id: int, office: Office) -> Owner | None:
    """The state or body that an official, diplomat or representative is `من`, `في` or `ب`."""
    if not office.speaks_for_state or not passage.among(id, "official_of"):
        return None
    owner = owner_named(passage, passage.after(id))
    return None if owner is None else replace(owner, rule="owner.of-official")


@rule("owner.united-nations", "المبعوث الخاص إلى سوريا")
def owner_united_nations(passage: Passage, end: int, office: Office, *, adjective: bool) -> Owner | None:
    """The United Nations, by the adjective `الأممي` or as those who send an envoy of nobody named to a country."""
    body = passage.lexicon.by_id.get(passage.lexicon.domain.envoys_of)
    if body is None or not (adjective or (office.id == _ENVOY and is_posted_abroad(passage, end))):
        return None
    return Owner(end, body=body, rule="owner.united-nations")


@refuses("owner.destination", "المبعوث الخاص لسوريا")
def is_destination(_passage: Passage, _at: int, office: Office, owner: Owner) -> bool:
    """The state behind `ل` is where an envoy is sent, not who sends him."""
    return office.id == _ENVOY and owner.rule == OWNER_BEHIND_LI and owner.country is not None


# what an office phrase stands for, the first that applies


@reads("mention.correspondent", "مراسل الجزيرة")
def read_correspondent(_passage: Passage, title: Title) -> Reading | None:
    """An office of an outlet: the outlet."""
    owner = title.owner
    if owner is None or owner.body is None or owner.body.kind != Kind.OUTLET:
        return None
    return Reading(title.end, Kind.OUTLET, (actor_of(owner.body),), reason="correspondent", rules=title.rules)


def read_title_with_name(passage: Passage, title: Title) -> Reading | None:
    """An office with the name of who holds it."""
    return read_titled_name(passage, title.end, title.office, title.owner)


@reads("mention.their-office", "وزير خارجيتها")
def read_their_office(passage: Passage, title: Title) -> Reading | None:
    """An office with the pronoun of its owner."""
    end = _behind_pronoun(passage, title.end)
    if title.owner is not None or not end:
        return None
    return Reading(end, Kind.THEIR_OFFICE, (), key=title.office.id, reason="office of a pronoun")


@reads("mention.bare-office", "الوزير")
def read_bare_office(_passage: Passage, title: Title) -> Reading | None:
    """An office of no owner that is named."""
    if title.owner is not None:
        return None
    return Reading(title.end, Kind.OFFICE, (), key=title.office.id, reason="bare office")


@reads("mention.official", "مسؤول أمريكي")
def read_official(_passage: Passage, title: Title) -> Reading | None:
    """An unnamed official, diplomat or representative: the state or body acts."""
    owner = title.owner
    if owner is None or not title.office.speaks_for_state:
        return None
    actor = actor_of(owner.body) if owner.body is not None else None
    actor = state_of(owner.country) if owner.country is not None and actor is None else actor
    assert actor is not None
    return Reading(title.end, Kind.OFFICE, (actor,), country=owner.iso, reason="official of", rules=title.rules)


@reads("mention.incumbent", "وزير الخارجية الروسي")
def read_incumbent(passage: Passage, title: Title) -> Reading | None:
    """An office of a state or body with one known holder on the day of publication: that person."""
    if title.owner is None or is_former(passage, title) or is_deputy(passage, title):
        return None
    incumbent = holder(passage.lexicon, passage.setting.published, title.office, title.owner)
    if incumbent is None or is_womans_title(passage, title, incumbent):
        return None
    return Reading(
        title.end, Kind.PERSON, (actor_of(incumbent),), key=title.office.id, country=title.owner.iso,
        gender=incumbent.gender, titled=True, reason=f"holder of {title.office.id}", rules=title.rules,
    )  # fmt: skip


@reads("mention.office", "رئيس أركان الجيش التركي")
def read_office_of_owner(passage: Passage, title: Title) -> Reading | None:
    """An office of a state or body whose holder is not known: the office, whoever holds it."""
    owner = title.owner
    if owner is None:
        return None
    plain = office_actor(title.office, owner, passage.lexicon)
    actor = replace(plain, name=passage.printed(title.first, title.end) or plain.name)
    return Reading(
        title.end, Kind.OFFICE, (actor,), key=title.office.id, country=owner.iso, reason="office", rules=title.rules
    )


RESOLUTIONS = (
    read_correspondent,
    read_title_with_name,
    read_their_office,
    read_bare_office,
    read_official,
    read_incumbent,
    read_office_of_owner,
)


@refuses("mention.former", "وزير الخارجية الأمريكي السابق")
def is_former(_passage: Passage, title: Title) -> bool:
    """A former holder of an office is not who holds it."""
    return title.former


@refuses("mention.deputy", "نائب وزير الخارجية الروسي")
def is_deputy(passage: Passage, title: Title) -> bool:
    """A deputy of a holder of an office is not who holds it, unless the office is the deputy's."""
    return passage.among(title.first, "deputy") and not title.office.deputy


@refuses("mention.womans-title", "متحدثة باسم الخارجية الأمريكية")
def is_womans_title(passage: Passage, title: Title, incumbent: ActorEntry) -> bool:
    """A feminine title is of another than the man who holds the office."""
    return incumbent.gender == "m" and passage.name(title.first).endswith("ه")


def _behind_pronoun(passage: Passage, end: int) -> int:
    """The id behind the pronoun that an office noun bears, else 0: `وزير خارجيتها`, `رئيسهم`."""
    if passage.tag(end) != "PRON":
        return 0
    pronoun = passage.word(end)
    borne = pronoun.start == passage.word(passage.before(end)).start and pronoun.feat("Person") == "3"
    return passage.after(end) if borne else 0
