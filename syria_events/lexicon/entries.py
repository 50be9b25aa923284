"""The entries of the lexicon, as they stand in the TOML files: one frozen record a table.

The fields of a record are the keys its table may have; a key that is no field is an error. An `id` is stable, unique in
its table, and what rows and explanations call the entry by; a user's own actions and words of speech may lack one
(`loading.with_ids`).
"""

from dataclasses import dataclass, field
from datetime import date

NATIONALITY = 5  # the rank of nationalities among adjectives


@dataclass(frozen=True, slots=True)
class Domain:
    """What the articles are about: the country of the conflict; the keys are explained in `domain.toml`.

    Args:
        home: ISO alpha-3.
        home_weight: by how much larger a foreign town must be to be meant rather than one of the same name at home.
        envoys_to: ISO alpha-3 of the country that envoys of bodies are sent to, unless another is named.
        envoys_of: id of the body that envoys of nobody named are sent by.
    """

    home: str
    home_weight: int
    envoys_to: str
    envoys_of: str


@dataclass(frozen=True, slots=True)
class Country:
    """A state: its names, what stands for its government, and its adjectives.

    Args:
        adjective: the English one (`Syrian`), for groups.
        metonyms: capitals and seats of power that act for the government.
        nisba: masculine singular indefinite adjectives; other forms are derived.
        people: plurals of its people that are not sound plurals of the nisba.
        place, place_en: the country on the map, where `name` and `en` are its government.
    """

    iso3: str
    id: str
    name: str
    en: str
    adjective: str = ""
    names: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    nisba: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    place: str = ""
    place_en: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """A post: `heads` are singular, `plural` duals and plurals; the other keys are explained in `offices.toml`."""

    id: str
    heads: tuple[str, ...]
    en: str
    role: str
    plural: tuple[str, ...] = ()
    held_as: str = ""
    deputy: bool = False
    speaks_for_state: bool = False
    of_states: bool = False
    known_by_state: bool = False


@dataclass(frozen=True, slots=True)
class Institution:
    """An organ that a nationality makes an actor: `وزارة الخارجية` + `الروسية`; the keys are explained in its file."""

    id: str
    heads: tuple[str, ...]
    en: str
    role: str
    state_like: bool = False
    feminine: bool = False
    known_bare: bool = False
    of_anybody: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Head nouns of groups that act without being named: fighters, residents, deputies; the keys as in the file."""

    heads: tuple[str, ...]
    en: str
    role: str
    id: str = ""
    of_states: bool = False
    of_places: bool = False
    come_from: bool = False


@dataclass(frozen=True, slots=True)
class Adjective:
    """An adjective that narrows a group down, and its English.

    Args:
        rank: where it stands before an English noun, the lowest first; nationalities have `NATIONALITY`.
        words: masculine singular, indefinite; other forms are derived.
        forms: broken plurals and what else cannot be derived.
        states: the English of states, where it is another.
    """

    en: str
    rank: int
    words: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    states: str = ""


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office a person held.

    Args:
        office: an office id.
        of: ISO alpha-3 of the state, or the id of the body.
        start: first day in office; None where unknown.
        end: last day in office; None where unknown or still held.
        at: institution the office belongs to, where it is not the state itself (spokespersons).
        for_: ISO alpha-3 of the country an envoy is for.
    """

    office: str
    of: str
    start: date | None = None
    end: date | None = None
    at: str = ""
    for_: str = ""

    def holds(self, day: date) -> bool:
        """Whether the office was held on that day, an open end counting as held."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """A named actor; `kind` is person, body, group, outlet, or monitor (a body that reports what others do)."""

    id: str
    kind: str
    name: str
    en: str
    code: str
    names: tuple[str, ...] = ()
    gender: str = "m"
    office: tuple[Tenure, ...] = ()


@dataclass(frozen=True, slots=True)
class Root:
    """What a CAMEO root wants of its arguments, places and statements; the keys are explained in `roots.toml`.

    Args:
        id: its two digits.
    """

    id: str
    symmetric: bool = False
    joint_with_partner: bool = False
    attended: bool = False
    object_is_party: bool = False
    target_from_adjective: bool = False
    ground_is_target: bool = False
    parties_of_thing: bool = False
    doer_behind_from: bool = False
    doer_behind_to: bool = False
    addressee_follows: bool = False
    target_optional: bool = False
    target_optional_of_noun: bool = False
    armed: bool = False
    place_is_object: bool = False
    leaves_place: bool = False
    content_elsewhere: bool = False
    statement: bool = False
    strength: int = 0


@dataclass(frozen=True, slots=True)
class Codes:
    """The CAMEO codes with a rule of their own, by what they mean; explained in `roots.toml`."""

    visit: str
    mediate: str
    deny: str
    prospects: tuple[str, ...]
    own_session: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """What a verb or masdar means, and where its target stands.

    Args:
        cameo: CAMEO code.
        slots: `obj` or prepositions, the most specific first.
        idafa: who the genitive of the masdar is: `actor`, `target` or `both`.
        needs: one of these lemmas must be an argument.
        without: none of these lemmas may be an argument.
        of: one of these lemmas must be the object or the genitive.
        perfect: its verb expresses an event in the perfect only, a state in the imperfect.
        content: its clause says what is asked for or promised, which is no event itself.
    """

    cameo: str
    gloss: str
    verbs: tuple[str, ...] = ()
    masdars: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    idafa: str = "actor"
    needs: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    content: bool = False
    perfect: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """Words of saying: the content may decide another code than their own.

    Args:
        addressee: where the addressee stands.
        quotative: may introduce quoted speech.
        alone: its masdars make a row without a light verb: `تصريح كيري`, `بيان للخارجية`.
        news_if_negated: that it was not said is a statement of its own: `لم يعلق`.
    """

    cameo: str
    verbs: tuple[str, ...] = ()
    masdars: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    quotative: bool = True
    gloss: str = "say"
    needs: tuple[str, ...] = ()
    alone: bool = False
    news_if_negated: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """A construction inside a statement that decides its code: `*` stands for up to three words.

    Args:
        close: a party stands right behind it; without one it is no construction.
    """

    cameo: str
    words: tuple[str, ...]
    gloss: str = ""
    target: str = ""
    close: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Stance:
    """Verbs by which a statement judges or commits somebody: `إن روسيا تضلل`, `أن بلاده ستواصل دعم`.

    Args:
        own: the subject is the speaker or his state; else a party that the statement is about.
        negated, future: whether a negation, or the future, goes with the verb; without `negated` none may.
        then: words one of which stands shortly behind the verb; none for any.
    """

    cameo: str
    verbs: tuple[str, ...]
    own: bool = False
    negated: bool = False
    future: bool = False
    then: tuple[str, ...] = ()
    gloss: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Light:
    """Verbs that lend their subject to a masdar: `أجرى محادثات`."""

    verbs: tuple[str, ...]
    actor: str = "subj"
    with_: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that name a source."""

    phrases: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class StatusWords:
    """What makes an event negated, planned or hypothetical."""

    particles: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    phrases: tuple[str, ...] = field(default=())
    adjectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A `[[place]]` of the TOML files.

    Args:
        names: further spellings.
        country: ISO alpha-3; empty for none (seas), None for the home country.
        ordinary: the one-word spellings are also ordinary words (`الباب`): a place only behind a head noun.
        unless: words that, coming next, make it something else (`واشنطن بوست`).
    """

    name: str
    en: str
    kind: str
    names: tuple[str, ...] = ()
    within: str = ""
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    population: int | None = None
    ordinary: bool = False
    unless: tuple[str, ...] = ()
