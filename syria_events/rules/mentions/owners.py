"""Whose an office or institution is: the state or body that an adjective, a genitive or a preposition gives."""

from dataclasses import dataclass, replace

from syria_events.lexicon import Nisba
from syria_events.lexicon.entries import ActorEntry, Country
from syria_events.provenance import named, rule
from syria_events.rules.mentions.passage import Passage, refuses
from syria_events.rules.values import Kind

_DEPTH = 3  # offices one inside the other: `المتحدث باسم رئيس وزراء سوريا`
_GENITIVE = named("owner.genitive", "The state or body in the genitive of an office.", "وزير خارجية روسيا")
OWNER_BEHIND_LI = named("owner.li", "The state or body behind `ل` of an office.", "الأمين العام للأمم المتحدة")


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose office it is: a state or a body, named up to the id `end`.

    Args:
        at: the institution of the state that the office belongs to, as tenures of spokespersons have it.
        rule: id of the rule that found it.
    """

    end: int = 0
    country: Country | None = None
    body: ActorEntry | None = None
    at: str = ""
    rule: str = ""

    @property
    def of(self) -> str:
        """The state's ISO code or the body's id."""
        return self.country.iso3 if self.country else self.body.id if self.body else ""

    @property
    def iso(self) -> str:
        """The state's ISO code, empty for a body."""
        return self.country.iso3 if self.country else ""


@dataclass(frozen=True, slots=True)
class Modifiers:
    """The adjectives behind an office that say nothing of its owner but that it is a former or a UN office."""

    end: int
    former: bool = False
    united_nations: bool = False


def modifiers_behind(passage: Passage, end: int) -> Modifiers:
    """`السابق`, `العام`, `الأممي`: the adjectives from an id on."""
    former = united_nations = False
    while end in passage:
        was, is_un = passage.among(end, "former"), passage.among(end, "united_nations")
        if not (was or is_un or passage.among(end, "modifiers")):
            break
        former, united_nations = former or was, united_nations or is_un
        end = passage.after(end)
    return Modifiers(end, former, united_nations)


def owner_behind(passage: Passage, id: int, *, depth: int = 0) -> Owner | None:
    """The state or body behind an office: adjective, genitive, or `ل` with a body.

    Args:
        passage: the sentence.
        id: of the word behind the office.
        depth: how many offices this one is inside of.
    """
    if id not in passage or depth > _DEPTH:
        return None
    if (adjective := owner_of_adjective(passage, id)) is not None:
        return adjective
    genitive = owner_named(passage, id, depth=depth)
    if genitive is not None and not governs_nothing(passage, id):
        return replace(genitive, rule=_GENITIVE)
    if passage.name(id) == "ل":
        behind = owner_named(passage, passage.after(id), depth=depth)
        return None if behind is None else replace(behind, rule=OWNER_BEHIND_LI)
    return None


@rule("owner.adjective", "الخارجية الروسية")
def owner_of_adjective(passage: Passage, id: int) -> Owner | None:
    """The state that a nationality in the singular gives; careless texts have `وزير خارجية الأردني` too."""
    found = nationality_at(passage, id)
    if found is None or found[1].number != "sing":
        return None
    end, nisba = found
    if not nisba.definite and passage.is_definite(passage.before(id)):
        return None
    return Owner(end, country=nisba.country, rule="owner.adjective")


def nationality_at(passage: Passage, id: int) -> tuple[int, Nisba] | None:
    """The nationality at a word and the id behind it, of one word or two: `الكورية`, `الكورية الجنوبية`."""
    pair = passage.phrase(passage.lexicon.nisba_pairs, id)
    if pair is not None:
        return pair
    nisba = passage.lexicon.nisba.get(passage.name(id))
    return None if nisba is None else (passage.after(id), nisba)


@refuses("owner.definite-head", "الرئيس روسيا")
def governs_nothing(passage: Passage, id: int) -> bool:
    """A definite noun has no genitive: neither `الرئيس` nor `وزير الخارجية` before it."""
    return passage.is_definite(passage.before(id))


def owner_named(passage: Passage, id: int, *, depth: int = 0) -> Owner | None:
    """The state, body, institution or office whose name starts at a word; of a body and a state the longer."""
    lexicon = passage.lexicon
    body = passage.phrase(lexicon.actor_names, id)
    longest = body[0] if body is not None else 0
    for table in (lexicon.country_names, lexicon.metonyms):
        if (found := passage.phrase(table, id)) is not None and longest <= found[0]:
            return Owner(found[0], country=found[1])
    institution = owner_of_institution(passage, id, depth=depth)
    if institution is not None and longest <= institution.end:
        return institution
    if body is not None and body[1].kind != Kind.PERSON:
        return Owner(body[0], body=body[1])
    return owner_of_office(passage, id, depth=depth)


def owner_of_institution(passage: Passage, id: int, *, depth: int) -> Owner | None:
    """`باسم الخارجية الروسية`: the state of an institution, which the office belongs to."""
    found = passage.phrase(passage.lexicon.institution_names, id)
    owner = owner_behind(passage, found[0], depth=depth + 1) if found is not None else None
    if found is None or owner is None or owner.country is None:
        return None
    return replace(owner, at=found[1].id)


def owner_of_office(passage: Passage, id: int, *, depth: int) -> Owner | None:
    """`باسم الرئيس الروسي`: the state or body of another office, which the office belongs to."""
    found = passage.phrase(passage.lexicon.office_names, id)
    if found is None or found[1].plural:
        return None
    end, head = found
    owner = owner_behind(passage, modifiers_behind(passage, end).end, depth=depth + 1)
    at = "presidency" if head.office.id == "president" else head.office.id
    return None if owner is None else replace(owner, at=at)


def posted(passage: Passage, end: int, owner: Owner) -> Owner:
    """`لدى الأمم المتحدة`, `إلى سوريا` behind an office: the owner with where the office is exercised."""
    at_seat = passage.among(end, "posted_at")
    abroad = owner.body is not None and passage.among(end, "posted_to")
    found = owner_named(passage, passage.after(end)) if at_seat or abroad else None
    if found is None:
        return replace(owner, end=end)
    return replace(owner, end=found.end, at=found.of if at_seat else owner.at)


def is_posted_abroad(passage: Passage, end: int) -> bool:
    """`المبعوث الخاص إلى سوريا`: whether a country follows to which somebody is posted."""
    if not passage.among(end, "posted_to"):
        return False
    return passage.phrase(passage.lexicon.country_names, passage.after(end)) is not None


def owner_in_list(passage: Passage, id: int) -> Owner | None:
    """`الأمريكي … والروسي`, `إيران وسورية`, but also `مسؤولون أمريكيون`: one state of a plural office."""
    adjective = nationality_at(passage, id)
    if adjective is not None:
        return Owner(adjective[0], country=adjective[1].country, rule="owner.adjective")
    found = passage.phrase(passage.lexicon.country_names, id)
    return None if found is None else Owner(found[0], country=found[1], rule=_GENITIVE)
