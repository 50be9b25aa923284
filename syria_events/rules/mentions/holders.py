"""Who holds an office of a state or body, and the office as an actor where nobody is known to."""

from datetime import date

from syria_events.lexicon import Lexicon
from syria_events.lexicon.entries import ActorEntry, Country, Office
from syria_events.model import Actor
from syria_events.rules.mentions.group_names import of_country
from syria_events.rules.mentions.owners import Owner

_UNITED_NATIONS = "united-nations"  # id of the body at which states have permanent representatives


def holder(lexicon: Lexicon, day: date | None, office: Office, owner: Owner) -> ActorEntry | None:
    """Who holds an office of a state or body on a day, as far as the lexicon knows and it is one person."""
    key = office.held_as or office.id
    if owner.country is not None and owner.country.metonyms and key == "spokesperson":
        return lexicon.holder(key, owner.of, day, at=owner.at or "government")
    if key == "un-representative" and owner.at not in ("", _UNITED_NATIONS):
        return None
    if owner.at and key not in ("un-representative", "spokesperson") and owner.at != _UNITED_NATIONS:
        return None
    return lexicon.holder(key, owner.of, day, for_=lexicon.domain.envoys_to if key == "envoy" and owner.body else "")


def office_actor(office: Office, owner: Owner, lexicon: Lexicon) -> Actor:
    """An office of a state or body as an actor, whoever holds it; the owner is one of the two."""
    head = office.heads[0]
    if owner.country is not None:
        name = f"{head} {adjective_for(owner.country, head)}"
        return Actor("", name, of_country(office.en, owner.country, lexicon), office_code(office, owner))
    assert owner.body is not None
    return Actor("", f"{head} {owner.body.name}", f"{office.en}, {owner.body.en}", owner.body.code)


def office_code(office: Office, owner: Owner) -> str:
    """The CAMEO code of who holds an office: the state's with the role, or the body's."""
    if owner.country is None:
        return owner.body.code if owner.body else ""
    return owner.country.iso3 + office.role


def adjective_for(country: Country, head: str, *, feminine: bool = False) -> str:
    """The nationality that agrees with a head noun: feminine where its first word ends so, or `feminine` says so.

    Of two words both agree, `الكورية الجنوبية`, but for one that is no adjective: `الجنوب أفريقية`.
    """
    if not country.nisba:
        return country.name
    ending = "ة" if feminine or head.split()[0].endswith("ة") else ""
    words = country.nisba[0].split()
    if words[0].endswith("ي"):
        return " ".join(f"ال{word}{ending}" for word in words)
    return "ال" + " ".join(words) + ending
