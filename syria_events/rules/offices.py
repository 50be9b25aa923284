"""Offices and institutions by grammar: title x nationality or body x name.

`وزير الخارجية الأميركي، جون كيري`, `وزراء دفاع إيران وسورية وروسيا`, `المتحدث باسم الخارجية الروسية`,
`الأمين العام للأمم المتحدة`, `القوات التركية`. With a publication date an office resolves to its
holder; without one, or with no known holder, to the office of that state.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from syria_events.lexicon import TENURES, Lexicon, OfficeName
from syria_events.lexicon.entries import ActorEntry, Country, Institution, Office
from syria_events.lexicon.words import words
from syria_events.model import Actor
from syria_events.normalize import fold
from syria_events.rules.group_names import of_country
from syria_events.rules.readings import Reading, actor_of, state_of
from syria_events.rules.view import COMMAS, View

_UN_ID = "united-nations"
_DEPTH = 3  # offices one inside the other: `المتحدث باسم رئيس وزراء سوريا`
_AT = {
    "foreign-ministry": "foreign-ministry", "presidency": "presidency", "government": "government",
    "defence-ministry": "defence-ministry", "kremlin": "presidency", "white-house": "presidency",
}  # fmt: skip
# unnamed officials and representatives of a state: it is the state that acts
_SPEAK_FOR_STATE = frozenset("representative official official-egyptian-spelling diplomat negotiator".split())
# institutions through which the state itself acts
STATE_LIKE = frozenset(
    "government side administration leadership authorities regime state delegation diplomacy".split()
)


# stands for the office of whoever was named before; `*` marks an actor that reference has to look up
_COUNTERPART = Office("counterpart", ("*",), "counterpart", "GOV")


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose office it is: a state or a body, named up to `end`."""

    end: int = 0
    country: Country | None = None
    body: ActorEntry | None = None
    at: str = ""

    @property
    def of(self) -> str:
        """The state's ISO code or the body's id."""
        return self.country.iso3 if self.country else self.body.id if self.body else ""


class OfficeReader:
    """Reads office and institution phrases.

    Args:
        published: the day on which an office resolves to its holder.
        read_person: reads a name that follows an office.
        text: the article's words between two positions.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        published: date | None,
        read_person: Callable[[View, int], Reading | None],
        text: Callable[[View, int, int], str],
    ) -> None:
        self.lexicon = lexicon
        self.published = published
        self.read_person = read_person
        self.text = text

    def read(self, view: View, i: int) -> Reading | None:
        """An office with its owner and its holder's name, as far as they follow."""
        readings = (self._read_head(view, i, *found) for found in self.lexicon.office_names.all_at(view.forms, i))
        return max((r for r in readings if r is not None), key=lambda r: r.end, default=None)

    def _read_head(self, view: View, i: int, end: int, head: OfficeName) -> Reading | None:
        if head.plural:
            return self._read_plural(view, end, head.office)
        former, united_nations, end = self._modifiers(view, end)
        owner = self._owner(view, end)
        if owner is not None:
            former_too, un_too, end = self._modifiers(view, owner.end)
            former, united_nations = former or former_too, united_nations or un_too
        if (
            owner is None
            and head.office.id in _SPEAK_FOR_STATE
            and end + 1 < len(view)
            and view.forms[end] in ("من", "في", "ب")
        ):
            owner = self._named_owner(view, end + 1)
            end = owner.end if owner is not None else end
        if owner is None and head.office.id == "envoy" and not united_nations:
            united_nations = self._posted_abroad(view, end)
        if owner is None and united_nations and (body := self.lexicon.by_id.get(_UN_ID)):
            owner = Owner(end, body=body)
        if owner is not None:
            posted = self._posting(view, end, owner)
            end, owner = max(end, posted.end), posted
        deputy = view.forms[i] in words("deputy") and not head.office.id.startswith(("deputy", "assistant", "vice"))
        if owner is not None and owner.body is not None and owner.body.kind == "outlet":
            return Reading(end, "outlet", (actor_of(owner.body),), reason="correspondent")
        if (named := self._name(view, end)) is not None:
            return self._titled(named, head.office, owner)
        if owner is None and not former and (after := _behind_pronoun(view, end)):
            return Reading(after, "their-office", (), key=head.office.id, reason="office of a pronoun")
        if owner is None:
            return Reading(end, "office", (), key=head.office.id, reason="bare office")
        if head.office.id in _SPEAK_FOR_STATE:
            spoken_for = state_of(owner.country) if owner.country is not None else None
            spoken_for = actor_of(owner.body) if owner.body is not None else spoken_for
            if spoken_for is not None:
                return Reading(end, "office", (spoken_for,), country=self._iso(owner), reason="official of")
        incumbent = None if former or deputy else holder(self.lexicon, self.published, head.office, owner)
        if incumbent is not None and incumbent.gender == "m" and view.forms[i].endswith("ه"):
            incumbent = None  # `متحدثة باسم …` is another than the spokesman
        if incumbent is not None:
            return Reading(
                end, "person", (actor_of(incumbent),), key=head.office.id, country=self._iso(owner),
                gender=incumbent.gender, reason=f"holder of {head.office.id}",
            )  # fmt: skip
        return Reading(
            end, "office", (self._office_actor(view, i, end, head.office, owner),), key=head.office.id,
            country=self._iso(owner), reason="office",
        )  # fmt: skip

    def read_institution(self, view: View, i: int) -> Reading | None:
        """An institution with its nationality; without one it is left to reference."""
        found = self.lexicon.institution_names.at(view.forms, i)
        if found is None:
            return None
        end, institution = found
        _, _, after = self._modifiers(view, end)
        owner = self._owner(view, after)
        if owner is None or owner.country is None:
            if owner is None and self.lexicon.group_names.at(view.forms, i) is not None:
                return None
            if owner is not None and owner.body is not None and institution.id in STATE_LIKE:
                return Reading(owner.end, "body", (actor_of(owner.body),), key=institution.id, reason="side of a body")
            return Reading(end, "institution", (), key=institution.id, reason="bare institution")
        _, _, end = self._modifiers(view, owner.end)
        return Reading(
            end,
            "outlet" if institution.role == "MED" else "institution",
            (institution_actor(institution, owner.country, self.lexicon),),
            key=institution.id,
            country=owner.country.iso3,
            reason="institution of a state",
        )

    def apposition(self, view: View, r: Reading) -> Reading:
        """A person's name with the office that follows it: `مارك تونر المتحدث باسم …`."""
        if r.kind not in ("person", "unknown-person") or r.key:
            return r
        at = r.end + 1 if r.end < len(view) and view.forms[r.end] in COMMAS else r.end
        found = self.lexicon.office_names.at(view.forms, at) if at < len(view) else None
        if found is None or found[1].plural:
            return r
        if not (view.forms[at].startswith("ال") or view.forms[at] in words("title")):
            return r
        office = self.read(view, at)
        if office is None or not office.actors:
            return r
        if office.kind == "person" and r.kind == "person" and office.actors != r.actors:
            return r  # `لافروف، الرئيس الأميركي …`: another person follows
        return self._merge(r, office)

    def _merge(self, r: Reading, office: Reading) -> Reading:
        actors = r.actors
        if r.kind == "unknown-person" and office.actors and not actors[0].code:
            actors = (replace(actors[0], code=office.actors[0].code),)
        return replace(r, end=office.end, actors=actors, key=office.key, country=office.country)

    def _modifiers(self, view: View, end: int) -> tuple[bool, bool, int]:
        former = united_nations = False
        while end < len(view):
            form = view.forms[end]
            if form not in words("modifiers") and form not in words("former") and form not in words("united_nations"):
                break
            former = former or form in words("former")
            united_nations = united_nations or form in words("united_nations")
            end += 1
        return former, united_nations, end

    def _owner(self, view: View, end: int, *, depth: int = 0) -> Owner | None:
        """The state or body behind an office: adjective, idafa, or `ل` with a body; at a `depth` of so many offices."""
        if end >= len(view) or depth > _DEPTH:
            return None
        form = view.forms[end]
        nisba = self.lexicon.nisba.get(form)
        if nisba is not None and nisba.number == "sing" and nisba.definite == view.forms[end - 1].startswith("ال"):
            return Owner(end + 1, country=nisba.country)
        if nisba is not None and nisba.definite and nisba.number == "sing":
            return Owner(end + 1, country=nisba.country)  # `وزير خارجية الأردني` as careless texts have it
        direct = self._named_owner(view, end, depth=depth)
        if direct is not None and not _ends_definite(view, end):
            return direct
        if form == "ل" and end + 1 < len(view):
            return self._named_owner(view, end + 1, depth=depth)
        return None

    def counterparts(self, view: View, at: int) -> Reading | None:
        """What follows `نظير`: a nationality, a name, or several of them."""
        listed = self._read_plural(view, at, _COUNTERPART)
        if listed is None or listed.end == at:
            return None
        return listed

    def _named_owner(self, view: View, at: int, *, depth: int = 0) -> Owner | None:
        body = self.lexicon.actor_names.at(view.forms, at)
        for phrases in (self.lexicon.country_names, self.lexicon.metonyms):
            if (found := phrases.at(view.forms, at)) is not None and (body is None or body[0] <= found[0]):
                return Owner(found[0], country=found[1])
        institution = self.lexicon.institution_names.at(view.forms, at)
        if institution is not None:
            owner = self._owner(view, institution[0], depth=depth + 1)
            if owner is not None and owner.country is not None and (body is None or body[0] <= owner.end):
                return replace(owner, at=_AT.get(institution[1].id, institution[1].id))
        if body is not None and body[1].kind != "person":
            return Owner(body[0], body=body[1])
        office = self.lexicon.office_names.at(view.forms, at)
        if office is not None and not office[1].plural:
            _, _, end = self._modifiers(view, office[0])
            owner = self._owner(view, end, depth=depth + 1)
            if owner is not None:
                return replace(owner, at="presidency" if office[1].office.id == "president" else office[1].office.id)
        return None

    def _posting(self, view: View, end: int, owner: Owner) -> Owner:
        """`لدى الأمم المتحدة`, `إلى سوريا` behind an office: where it is exercised."""
        form = view.forms[end] if end + 1 < len(view) else ""
        links = ("لدي", "الي", "ل", "ب") if owner.body is not None else ("لدي",)
        found = self._named_owner(view, end + 1) if form in links else None
        if found is None:
            return replace(owner, end=end)
        return replace(owner, end=found.end, at=found.of if form == "لدي" else owner.at)

    def _posted_abroad(self, view: View, end: int) -> bool:
        """`المبعوث الخاص إلى سوريا`: an envoy of nobody named is the United Nations'."""
        return (
            end + 1 < len(view)
            and view.forms[end] in ("الي", "ل", "ب")
            and self.lexicon.country_names.at(view.forms, end + 1) is not None
        )

    def _name(self, view: View, end: int) -> Reading | None:
        """A person's name right behind an office, a comma, a dash or honorifics allowed between."""
        at = end
        if at < len(view) and (view.forms[at] in COMMAS or view.word(at).upos == "PRON"):
            at += 1
        while at < len(view) and view.forms[at] in self.lexicon.honorifics:
            at += 1
        if at >= len(view):
            return None
        named = self.read_person(view, at)
        if named is None or (at > end and view.forms[end] in COMMAS and named.kind != "person" and named.end - at < 2):
            return None
        return named

    def _titled(self, named: Reading, office: Office, owner: Owner | None) -> Reading:
        actors = named.actors
        if owner is not None and named.kind == "unknown-person" and not actors[0].code:
            actors = (replace(actors[0], code=_code(office, owner)),)
        country = self._iso(owner) if owner else ""
        return replace(named, actors=actors, key=office.id, country=country, reason=f"{named.reason} with title")

    def _read_plural(self, view: View, end: int, office: Office) -> Reading | None:
        """`وزيرا الخارجية الأمريكي جون كيري والروسي سيرغي لافروف`: one actor for each state named."""
        actors: list[Actor] = []
        at = end
        while at < len(view):
            if (actors and view.forms[at] == "و") or (actors and view.forms[at] in COMMAS and at + 1 < len(view)):
                at += 1
            elif actors:
                break
            if at < len(view) and view.forms[at] in ("كل", "من"):
                at += 1
                continue
            owner = self._owner_in_list(view, at)
            after = owner.end if owner is not None else at
            named = self._name(view, after) if after < len(view) else None
            if owner is None and named is None:
                break
            if named is not None:
                actors += self._titled(named, office, owner).actors
                at = named.end
            else:
                assert owner is not None
                incumbent = holder(self.lexicon, self.published, office, owner)
                if incumbent is None and office.id in _SPEAK_FOR_STATE and owner.country is not None:
                    actors.append(state_of(owner.country))
                else:
                    actors.append(actor_of(incumbent) if incumbent else office_actor(office, owner))
                at = owner.end
            end = at
        number = "dual" if len(actors) == 2 else "plur"
        if not actors:
            return Reading(end, "office", (), key=office.id, number="plur", reason="bare plural office")
        return Reading(end, "person", tuple(actors), key=office.id, number=number, reason="plural office")

    def _owner_in_list(self, view: View, at: int) -> Owner | None:
        if at >= len(view):
            return None
        nisba = self.lexicon.nisba.get(view.forms[at])
        if nisba is not None:  # `الأمريكي … والروسي`, but also `مسؤولون أمريكيون`
            return Owner(at + 1, country=nisba.country)
        found = self.lexicon.country_names.at(view.forms, at)
        return Owner(found[0], country=found[1]) if found is not None else None

    def _office_actor(self, view: View, i: int, end: int, office: Office, owner: Owner) -> Actor:
        plain = office_actor(office, owner)
        return replace(plain, name=self.text(view, i, end) or plain.name)

    def _iso(self, owner: Owner) -> str:
        return owner.country.iso3 if owner.country else ""


def holder(lexicon: Lexicon, day: date | None, office: Office, owner: Owner) -> ActorEntry | None:
    """Who holds an office of a state or body on a day, as far as the lexicon knows and it is one person."""
    key = TENURES.get(office.id, office.id)
    if owner.country is not None and owner.country.metonyms and key == "spokesperson":
        return lexicon.holder(key, owner.of, day, at=owner.at or "government")
    if key == "un-representative" and owner.at not in ("", _UN_ID):
        return None
    if owner.at and key not in ("un-representative", "spokesperson") and owner.at != _UN_ID:
        return None
    return lexicon.holder(key, owner.of, day, for_="SYR" if key == "envoy" and owner.body else "")


def office_actor(office: Office, owner: Owner) -> Actor:
    """An office of a state or body as an actor, whoever holds it."""
    if owner.country is not None:
        name = f"{office.heads[0]} {_definite(owner.country, office.heads[0])}"
        return Actor("", name, of_country(office.en, owner.country), _code(office, owner))
    assert owner.body is not None
    return Actor("", f"{office.heads[0]} {owner.body.name}", f"{office.en}, {owner.body.en}", owner.body.code)


def _code(office: Office, owner: Owner) -> str:
    if owner.country is None:
        return owner.body.code if owner.body else ""
    return owner.country.iso3 + office.role


def _behind_pronoun(view: View, end: int) -> int:
    """The position behind the pronoun that an office noun bears, else 0: `وزير خارجيتها`, `رئيسهم`."""
    if end >= len(view):
        return 0
    word = view.word(end)
    borne = word.upos == "PRON" and word.start == view.word(end - 1).start and word.feat("Person") == "3"
    return end + 1 if borne else 0


def _ends_definite(view: View, end: int) -> bool:
    """`الرئيس` cannot govern a genitive; `وزير الخارجية` can be followed by none either."""
    return view.forms[end - 1].startswith("ال")


def _definite(country: Country, head: str) -> str:
    """The adjective that agrees with a head noun, as far as its ending shows its gender."""
    first = head.split()[0]
    if not country.nisba:
        return country.name
    feminine = first.endswith("ة") or first.startswith(
        ("القوات", "قوات", "المقاتلات", "الطائرات", "السلطات", "المخابرات")
    )
    return "ال" + country.nisba[0] + ("ة" if feminine else "")


def institution_actor(institution: Institution, country: Country, lexicon: Lexicon) -> Actor:
    """The actor of `القوات التركية`: the state where it acts through it, else the lexicon's or a new one."""
    if institution.id in STATE_LIKE:
        return state_of(country)
    name = f"{institution.heads[0]} {_definite(country, institution.heads[0])}"
    folded = tuple(fold(name).split())
    known = lexicon.actor_names.at(folded, 0)
    if known is not None and known[0] == len(folded):
        return actor_of(known[1])
    return Actor("", name, of_country(institution.en, country), country.iso3 + institution.role)
