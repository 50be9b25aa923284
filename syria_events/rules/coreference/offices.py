"""Who holds an office that is mentioned without a name."""

from dataclasses import replace

from syria_events.lexicon.entries import Country, Office
from syria_events.model import Actor
from syria_events.provenance import rule
from syria_events.rules.coreference.background import Background
from syria_events.rules.coreference.discourse import Discourse
from syria_events.rules.mentions.holders import holder, office_actor
from syria_events.rules.mentions.owners import Owner
from syria_events.rules.mentions.readings import actor_of, state_of
from syria_events.rules.sentence.agreement import gender
from syria_events.rules.values import Kind, Mention

_STARRED = "*"  # begins the name of an actor that stands for the counterpart of somebody
_PRONOUN_REACH = 2  # sentences back
_OF_COUNTRY = frozenset((Kind.STATE, Kind.PEOPLE, Kind.INSTITUTION))
_SHORTEST = 2  # words of a title that identifies its bearer


@rule("reference.counterpart", "نظيره الأمريكي")
def counterpart(mention: Mention, state: Discourse, background: Background) -> Mention | None:
    """Who holds, in another state, the office of a person named before; else that state."""
    if not any(actor.name.startswith(_STARRED) for actor in mention.actors):
        return None
    return replace(mention, actors=tuple(_counterpart(actor, state, background) for actor in mention.actors))


def _counterpart(actor: Actor, state: Discourse, background: Background) -> Actor:
    if not actor.name.startswith(_STARRED):
        return actor
    iso = actor.code[:3]
    for person, office in reversed(state.persons):
        key = office or background.office_of(person)
        incumbent = background.lexicon.holder(key, iso, background.published) if key else None
        if incumbent is not None:
            return actor_of(incumbent)
    return state_of(background.lexicon.country[iso])


@rule("reference.title-named-before", "رئيس الائتلاف")
def bearer(mention: Mention, state: Discourse, _background: Background) -> Mention | None:
    """Who was named with a title that begins so: after `رئيس الائتلاف أحمد الجربا`."""
    if mention.kind != Kind.OFFICE or mention.number != "sing" or mention.is_known:
        return None
    if len(mention.form.split()) < _SHORTEST:
        return None
    begins = (actor for title, actor in reversed(state.titles) if title.startswith(f"{mention.form} "))
    actor = next(begins, None)
    return (
        None
        if actor is None
        else replace(mention, kind=Kind.PERSON, actors=(actor,), reason="named before with that title")
    )


@rule("reference.office-of-country", "الوزير الأمريكي")
def office_of_country(mention: Mention, state: Discourse, background: Background) -> Mention | None:
    """The minister of a state who was named before; in a headline, the only one named later."""
    if mention.kind != Kind.OFFICE or not mention.country or not mention.actors or mention.actors[0].id:
        return None
    office = background.lexicon.office.get(mention.key)
    if office is None or not office.known_by_state:
        return None
    actor = _last_of_country(mention, state) or _only_holder(mention, background)
    return (
        None
        if actor is None
        else replace(mention, kind=Kind.PERSON, actors=(actor,), reason="named before with that country")
    )


def _last_of_country(mention: Mention, state: Discourse) -> Actor | None:
    for actor, office in reversed(state.persons):
        same = office in (mention.key, "") or (mention.key == "minister" and office.endswith("-minister"))
        if same and actor.id and actor.code.startswith(mention.country):
            return actor
    return None


def _only_holder(mention: Mention, background: Background) -> Actor | None:
    holders = background.holders.get((mention.key, mention.country), frozenset())
    return next(iter(holders)) if len(holders) == 1 else None


@rule("reference.holders-of-office", "الوزراء")
def holders_of_office(mention: Mention, _state: Discourse, background: Background) -> Mention | None:
    """A definite plural office of no state: those who hold it in the country that the article is about."""
    if mention.kind != Kind.OFFICE or mention.number != "plur" or mention.actors:
        return None
    office = background.lexicon.office.get(mention.key)
    if not mention.form.startswith("ال") or office is None or not background.focus:
        return None
    actor = Actor("", mention.text, office.en, background.focus + office.role)
    return replace(mention, kind=Kind.GROUP, actors=(actor,), reason="holders of an office")


@rule("reference.last-in-office", "الوزير")
def last_in_office(mention: Mention, state: Discourse, _background: Background) -> Mention | None:
    """A definite office of no state: who was named last in it; for `الوزير` the minister named last, whatever of."""
    if mention.kind != Kind.OFFICE or mention.number != "sing" or mention.actors or not mention.form.startswith("ال"):
        return None
    actor = _last_in(mention.key, state)
    return None if actor is None else replace(mention, actors=(actor,), reason=f"last {mention.key} named")


def _last_in(key: str, state: Discourse) -> Actor | None:
    if key in state.offices:
        return state.offices[key].actor
    ministers = [holding.actor for office, holding in state.offices.items() if office.endswith("-minister")]
    return ministers[-1] if key == "minister" and ministers else None


@rule("reference.their-office", "وزير خارجيتها")
def their_office(mention: Mention, state: Discourse, background: Background) -> Mention | None:
    """The office in the state of whoever was named last and agrees with the pronoun: `رئيسهم`.

    Unless its holder is known it resolves for ministers only: anything may have a `رئيس`.
    """
    if mention.kind != Kind.THEIR_OFFICE:
        return None
    office = background.lexicon.office[mention.key]
    country = _country_meant(mention, office, state, background)
    if country is None:
        return None
    owner = Owner(country=country)
    if (incumbent := holder(background.lexicon, background.published, office, owner)) is not None:
        return replace(
            mention, kind=Kind.PERSON, actors=(actor_of(incumbent),), country=owner.of, gender=incumbent.gender,
            titled=True, reason=f"holder of {office.id} of who was named last",
        )  # fmt: skip
    if not office.id.endswith("minister"):
        return None
    actor = office_actor(office, owner, background.lexicon)
    return replace(mention, kind=Kind.OFFICE, actors=(actor,), country=owner.of, reason="office of who was named last")


def _country_meant(mention: Mention, office: Office, state: Discourse, background: Background) -> Country | None:
    """The state that the pronoun on an office stands for: that of the nearest mention that agrees with it."""
    pronouns = background.lexicon.mapping("pronouns")
    pronoun = next((word for word in reversed(mention.form.split()) if word in pronouns), "")
    if not pronoun:
        return None  # `رئيسهما`: the text does not say of whom of the two
    near = (named for named in reversed(state.named) if mention.sentence - named.sentence <= _PRONOUN_REACH)
    antecedent = next((named for named in near if _takes(named, pronoun, background)), None)
    return None if antecedent is None else _country_of(antecedent, office, background)


def _country_of(antecedent: Mention, office: Office, background: Background) -> Country | None:
    """The state whose office a pronoun that stands for a mention makes it; None for a body or group."""
    if antecedent.is_human and office.of_states:
        return None  # `رئيسه` of a person is whom he serves: the text does not say
    if not antecedent.is_human and antecedent.kind not in _OF_COUNTRY:
        return None
    return background.lexicon.country.get(antecedent.country or antecedent.actors[0].code[:3])


def _takes(named: Mention, pronoun: str, background: Background) -> bool:
    """Whether a mention of one actor can be what a pronoun stands for, by number and gender."""
    if len(named.actors) != 1:
        return False
    plural = named.number == "plur" or named.kind == Kind.PEOPLE
    wanted = background.lexicon.mapping("pronouns")[pronoun]
    if not wanted:
        return plural
    if plural:
        return pronoun == "ها" and named.kind != Kind.PEOPLE
    shown = gender(named, background.lexicon) or ("f" if named.form.split()[0].endswith("ه") else "m")
    return shown == wanted
