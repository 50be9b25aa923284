"""What is wrong with entries of the vocabulary, ours or a user's: each in one line that names the entry."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from syria_events.errors import LexiconError
from syria_events.lexicon import Lexicon, cameo, load
from syria_events.lexicon.entries import (
    Action,
    ActorEntry,
    Adjective,
    Codes,
    Country,
    Cue,
    Domain,
    Group,
    Institution,
    Light,
    Office,
    PlaceEntry,
    Root,
    Speech,
    Stance,
)
from syria_events.lexicon.loading import (
    SINGLE,
    TABLES,
    data_files,
    entries_in,
    label,
    read_toml,
    single,
    user_files,
    word_sets,
)
from syria_events.lexicon.places import KINDS as PLACE_KINDS
from syria_events.normalize import fold

# CAMEO's roles, primary and secondary (CAMEO manual 1.1b3, chapter 3), and the special PTY for parties
ROLES = set(
    "COP GOV INS JUD MIL OPP REB SEP SPY UAF AGR BUS CRM CVL DEV EDU ELI ENV HLH HRI LAB LEG MED REF MOD RAD"
    " NGO PTY".split()
)
# a group noun may also stand for international bodies: `المنظمات الدولية`
GROUP_ROLES = ROLES | {"IGO"}
NO_STATE = {"WST", "EUR"}  # stand in a code where a state does, without being one of ISO 3166-1
ACTOR_KINDS = {"person", "body", "group", "monitor", "outlet"}

PREPOSITIONS = {
    "ل", "ب", "من", "إلى", "على", "في", "عن", "مع", "بين", "ضد", "أمام", "لدى", "نحو", "فوق", "تجاه", "باتجاه", "حول",
    "بشأن", "إزاء", "عند", "بحق", "خلف", "وراء", "تحت", "داخل",
}  # fmt: skip
SLOTS = PREPOSITIONS | {"obj"}
IDAFA = {"actor", "target", "both", "none"}

# Bodies in whose offices persons.toml puts somebody, without an entry of their own in bodies.toml: nothing in a text
# reads as such a body, so the office alone never resolves to its holder; the person is still found by name.
KNOWN_OUTSIDE = {
    "chechnya", "dni", "dppa", "dpko", "gip", "gulen-movement", "irgc-syria", "isf-information-branch",
    "labour-party-uk", "najaf-marjaiya", "national-rally", "opcw-un-mission", "soviet-union", "svr",
    "syrian-center-for-legal-studies", "syrian-center-for-media", "un-chemical-mission", "un-envoy-syria",
    "union-of-muslim-scholars", "united-nations-geneva", "unoda",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    """An entry, and where it stands."""

    file: str
    table: str
    label: str
    entry: Any

    @property
    def id(self) -> str:
        """The id of the entry; empty where its kind has none."""
        return str(getattr(self.entry, "id", ""))


def records(files: Mapping[str, dict[str, Any]], where: str = "") -> Iterator[Record]:
    """The entries of files, by name, in order, each with a label of its own that begins with `where`.

    Raises:
        LexiconError: names the file, the entry and the key.
    """
    seen: Counter[str] = Counter()
    for name, content in files.items():
        for table in (table for table in content if table in TABLES):
            for entry in entries_in(content, name, table, TABLES[table]):  # type: ignore[var-annotated]
                called = f"{where}{name}: [[{table}]] {label(asdict(entry)) or '?'}"
                seen[called] += 1
                yield Record(name, table, f"{called} #{seen[called]}" if seen[called] > 1 else called, entry)


def our_files() -> dict[str, dict[str, Any]]:
    """The files of the vocabulary that ships, by name, places left out: they need no linter at run time."""
    return {file.name: read_toml(file) for file in (*data_files(), *data_files("actors"))}


def check(folder: Path) -> tuple[int, list[str]]:
    """How many entries a user's folder has, and what is wrong with them when laid over ours.

    Raises:
        LexiconError: a file cannot be read at all; names the file, the entry and the key.
    """
    user = user_files(folder)
    word_sets(user)  # raises what is wrong with them
    theirs = list(records(user))
    replaced = {(r.table, r.id) for r in theirs if r.id}
    ours = [r for r in records(our_files(), "our ") if (r.table, r.id) not in replaced]
    linter = Linter([*ours, *theirs])
    problems = [f"{r.label}: {problem}" for r in theirs for problem in linter.problems(r)]
    for name, content in user.items():
        problems += [f"{name}: {problem}" for problem in linter.problems_of_settings({name: content})]
    keys = sum(len(content.get(table, {})) for content in user.values() for table in SINGLE)
    return len(theirs) + keys, problems


def load_checked(folder: Path | None) -> Lexicon:
    """The lexicon that ships, under a user's own folder if one is given.

    Raises:
        LexiconError: something is wrong with the user's entries; names the first and says how to see the others.
    """
    if folder is not None and (problems := check(folder)[1]):
        others = f" and {len(problems) - 1} more" if problems[1:] else ""
        raise LexiconError(f"{problems[0]}{others}: run 'syria-events check {folder}'")
    return load(folder)


def repeated(values: Iterable[Any]) -> list[Any]:
    """What occurs more than once."""
    return [value for value, times in Counter(values).items() if times > 1]


def spellings(entry: ActorEntry | Country) -> list[str]:
    """The folded spellings an actor or country is found by."""
    more = entry.metonyms if isinstance(entry, Country) else ()
    return [fold(spelling) for spelling in (entry.name, *entry.names, *more)]


def forms(entry: Adjective) -> list[str]:
    """The folded words an adjective is given by."""
    return [fold(word) for word in (*entry.words, *entry.forms)]


def heads(entry: Office | Institution | Group) -> list[str]:
    """The folded spellings an office, institution or group is found by."""
    return [fold(head) for head in (*entry.heads, *(entry.plural if isinstance(entry, Office) else ()))]


class Linter:
    """Knows all entries, and so what one may refer to and what it must not share."""

    def __init__(self, everything: Sequence[Record]) -> None:
        found = [record.entry for record in everything]
        self.states = {e.iso3 for e in found if isinstance(e, Country)}
        self.bodies = {e.id for e in found if isinstance(e, ActorEntry) and e.kind != "person"}
        self.offices = {name for e in found if isinstance(e, Office) for name in (e.id, e.held_as)} - {""}
        # who is found by a spelling; between tables the order of the readers in `rules.mentions` decides
        self.owners: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.ids = Counter((record.table, record.id) for record in everything if record.id)
        for record in everything:
            match record.entry:
                case ActorEntry() | Country() as entry:
                    for spelling in spellings(entry):
                        self.owners["name", spelling].add(record.label)
                case Adjective() as entry:
                    for spelling in forms(entry):
                        self.owners[record.table, spelling].add(record.label)
                case Office() | Institution() | Group() as entry:
                    for spelling in heads(entry):
                        self.owners[record.table, spelling].add(record.label)

    def problems(self, record: Record) -> Iterator[str]:
        """What is wrong with an entry, each in one line."""
        match record.entry:
            case ActorEntry() as entry:
                yield from self._problems_of_actor(entry)
            case Country() as entry:
                yield from self._problems_of_spellings(spellings(entry), "name")
                if not re.fullmatch(r"[A-Z]{3}", entry.iso3):
                    yield f"iso3 {entry.iso3!r}: three capital letters"
            case Office() | Institution() | Group() as entry:
                yield from self._problems_of_spellings(heads(entry), record.table)
                allowed = GROUP_ROLES if isinstance(entry, Group) else ROLES
                if entry.role not in allowed:
                    yield f"role {entry.role!r}; allowed: {', '.join(sorted(allowed))}"
            case Action() | Speech() | Cue() | Light() | Stance() as entry:
                yield from _problems_of_words(entry)
            case PlaceEntry() as entry:
                yield from self._problems_of_place(entry)
            case Adjective() as entry:
                yield from self._problems_of_spellings(forms(entry), record.table)
        yield from _problems_of_codes(record.entry)
        yield from self._problems_of_names(record)

    def problems_of_settings(self, user: dict[str, dict[str, Any]]) -> Iterator[str]:
        """What is wrong with the single tables, those of a user's files laid over ours.

        Raises:
            LexiconError: names the file and the key.
        """
        domain = single(user, "domain", Domain, "domain.toml")
        for key, iso3 in (("home", domain.home), ("envoys_to", domain.envoys_to)):
            if iso3 not in self.states:
                yield f"[domain]: {key} {iso3!r} is no country"
        if domain.envoys_of not in self.bodies:
            yield f"[domain]: envoys_of {domain.envoys_of!r} is no body"
        if domain.home_weight < 1:
            yield f"[domain]: home_weight {domain.home_weight}: 1 or more"
        special = single(user, "codes", Codes, "roots.toml")
        for code in (special.visit, special.mediate, special.deny, *special.prospects, *special.own_session):
            if code not in cameo.table():
                yield f"[codes]: CAMEO has no code {code!r}"

    def _problems_of_names(self, record: Record) -> Iterator[str]:
        if record.table in ("actor", "office", "institution", "country") and not record.id:
            yield "id is empty"
        if record.id and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", record.id):
            yield f"id {record.id!r}: lower-case letters, digits and hyphens only"
        if self.ids[record.table, record.id] > 1:
            yield f"id {record.id!r} is given twice"
        for name in ("en", "gloss", "name"):
            if getattr(record.entry, name, "something") == "" and not isinstance(record.entry, Cue):
                yield f"{name} is empty"

    def _problems_of_actor(self, actor: ActorEntry) -> Iterator[str]:
        yield from self._problems_of_spellings(spellings(actor), "name")
        if not self.well_formed(actor.code):
            yield f"code {actor.code!r}: a state and a role (RUSGOV), or IGO or IMG and three letters (IGOUNO)"
        if actor.kind not in ACTOR_KINDS:
            yield f"kind {actor.kind!r}; allowed: {', '.join(sorted(ACTOR_KINDS))}"
        if actor.gender not in {"m", "f"}:
            yield f"gender {actor.gender!r}; allowed: m, f"
        if actor.kind != "person":
            if actor.office:
                yield "only a person holds an office"
            return
        for tenure in actor.office:
            where = f"office {tenure.office} of {tenure.of}"
            if tenure.start and tenure.end and tenure.start > tenure.end:
                yield f"{where}: ends before it begins"
            if tenure.office not in self.offices:
                yield f"{where}: no such office in offices.toml"
            if tenure.of not in self.states | self.bodies | KNOWN_OUTSIDE:
                yield f"{where}: no such country or body"
            if tenure.for_ and tenure.for_ not in self.states:
                yield f"{where}: for {tenure.for_!r} is no country"

    def _problems_of_place(self, place: PlaceEntry) -> Iterator[str]:
        if place.kind not in PLACE_KINDS:
            yield f"kind {place.kind!r}; allowed: {', '.join(sorted(PLACE_KINDS))}"
        if place.country is not None and place.country not in self.states:
            yield f"country {place.country!r} is no country"
        for name, value, limit in (("lat", place.lat, 90), ("lon", place.lon, 180)):
            if value is not None and not -limit <= value <= limit:
                yield f"{name} {value} is no coordinate"

    def well_formed(self, code: str) -> bool:
        """Whether an actor's code is a state and a role, or one of an international body or armed group."""
        state, role = code[:3], code[3:]
        if state in ("IGO", "IMG"):  # of many states: the United Nations, the Islamic State
            return re.fullmatch(r"[A-Z]{3}", role) is not None
        return state in self.states | NO_STATE and role in ROLES

    def _problems_of_spellings(self, mine: list[str], family: str) -> Iterator[str]:
        for spelling in repeated(mine):
            yield f"{spelling!r} is given twice"
        for spelling in set(mine):
            if len(self.owners[family, spelling]) > 1:
                yield f"{spelling!r} is shared: {', '.join(sorted(self.owners[family, spelling]))}"
            if not spelling:
                yield "an empty spelling"


def _problems_of_words(words: Action | Speech | Cue | Light | Stance) -> Iterator[str]:
    match words:
        case Action() as entry:
            yield from _problems_of_lemmas(entry, "verbs", "masdars", "of", "needs", "without")
            yield from _problems_of_slots(entry.slots)
            if entry.idafa not in IDAFA:
                yield f"idafa {entry.idafa!r}; allowed: {', '.join(sorted(IDAFA))}"
        case Speech() as entry:
            yield from _problems_of_lemmas(entry, "verbs", "masdars", "needs")
            yield from _problems_of_slots(entry.addressee)
        case Cue() as entry:
            if not all(entry.words) or entry.words[:1] in ((), ("*",)):
                yield "words: some are needed, and `*` cannot be the first"
            yield from _problems_of_slots((entry.target,) if entry.target not in ("", "subj") else ())
        case Stance() as entry:
            yield from _problems_of_lemmas(entry, "verbs")
        case Light() as entry:
            yield from _problems_of_lemmas(entry, "verbs")
            if entry.actor not in {"subj", "from", "none"}:
                yield f"actor {entry.actor!r}; allowed: subj, from, none"
            if entry.with_ and entry.with_ not in PREPOSITIONS:
                yield f"with {entry.with_!r} is no preposition known here"


def _problems_of_codes(entry: Any) -> Iterator[str]:
    if (code := getattr(entry, "cameo", None)) is not None and code not in cameo.table():
        yield f"CAMEO has no code {code!r}"
    if isinstance(entry, Root) and entry.id not in {code.root for code in cameo.table().values()}:
        yield f"CAMEO has no root {entry.id!r}"


def _problems_of_slots(slots: Iterable[str]) -> Iterator[str]:
    yield from (f"slot {slot!r} is neither obj nor a preposition known here" for slot in sorted(set(slots) - SLOTS))
    yield from (f"slot {slot!r} is given twice" for slot in repeated(slots))


def _problems_of_lemmas(entry: Any, *keys: str) -> Iterator[str]:
    for key in keys:
        for lemma in repeated(fold(lemma) for lemma in getattr(entry, key)):
            yield f"{key}: {lemma!r} is given twice"
    if not any(getattr(entry, key, ()) for key in ("verbs", "masdars")):
        yield "neither verbs nor masdars"
