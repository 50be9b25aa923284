"""A linter over every entry of the vocabulary: each is a test of its own, so that a bad one names itself."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from syria_events import codes
from syria_events.errors import LexiconError
from syria_events.lexicon import Lexicon
from syria_events.lexicon.entries import (
    Action,
    ActorEntry,
    Attribution,
    Country,
    Cue,
    Group,
    Institution,
    Light,
    Office,
    Speech,
    StatusWords,
)
from syria_events.lexicon.loading import build, data_file, data_files, entries, read_toml
from syria_events.normalize import fold
from syria_events.rules.offices import _TENURES

# every array of tables that is an entry, by file
TABLES: dict[str, dict[str, type]] = {
    "countries.toml": {"country": Country},
    "offices.toml": {"office": Office},
    "institutions.toml": {"institution": Institution, "group": Group},
    "actions.toml": {"action": Action},
    "speech.toml": {"speech": Speech, "cue": Cue, "light": Light, "attribution": Attribution},
    "context.toml": {"negation": StatusWords, "planned": StatusWords, "hypothetical": StatusWords},
    "persons.toml": {"actor": ActorEntry},
    "bodies.toml": {"actor": ActorEntry},
    "outlets.toml": {"actor": ActorEntry},
}
OTHER_TABLES = {"offices.toml": {"honorifics"}}
# their form is checked where they are read (tests/rules/test_dates.py, tests/rules/test_places.py)
OTHER_FILES = {"calendar.toml", "places.toml"}
KINDS = {"persons.toml": {"person"}, "bodies.toml": {"body", "group"}, "outlets.toml": {"outlet"}}

# CAMEO roles, primary, secondary and the special PTY, as far as the codebook knows them or they are plainly needed
ROLES = {"GOV", "MIL", "COP", "REB", "OPP", "CVL", "MED", "ELI", "PTY", "NGO", "LEG", "JUD", "BUS"}
# a group noun may also stand for international bodies: `المنظمات الدولية`
GROUP_ROLES = ROLES | {"IGO"}
ARMED = {"IMGISI", "IMGNUS", "IMGALQ"}  # Islamic State, Nusra and what became of it, al-Qaeda
NO_STATE = {"WST", "EUR"}  # stand in a code where a state does, without being one of ISO 3166-1

PREPOSITIONS = {
    "ل", "ب", "من", "إلى", "على", "في", "عن", "مع", "بين", "ضد", "أمام", "لدى", "نحو", "فوق", "تجاه", "باتجاه", "حول",
    "بشأن", "إزاء", "عند", "بحق", "خلف", "وراء", "تحت", "داخل",
}  # fmt: skip
SLOTS = PREPOSITIONS | {"obj"}

# Bodies that hold offices in persons.toml and have no entry of their own in bodies.toml: an office there resolves to its
# holder only when the holder is named, for nothing in a text can read as the body.
KNOWN_OUTSIDE = {
    "chechnya",
    "dni",
    "dppa",
    "dpko",
    "ennahda",
    "gip",
    "gulen-movement",
    "irgc-syria",
    "isf-information-branch",
    "labour-party-uk",
    "najaf-marjaiya",
    "national-rally",
    "opcw-un-mission",
    "sadrist-movement",
    "soviet-union",
    "svr",
    "syrian-center-for-legal-studies",
    "syrian-center-for-media",
    "un-chemical-mission",
    "un-envoy-syria",
    "union-of-muslim-scholars",
    "united-nations-geneva",
    "unoda",
}

# Folded spellings that two actors or countries share, with the rule that tells them apart. There is none: keep it so.
SHARED: dict[str, str] = {}

FILES = [*data_files(), *data_files("actors")]


class Record(NamedTuple):
    """One table as it stands in a file, and the entry it makes (None when it makes none)."""

    label: str
    file: Traversable
    table: str
    cls: type
    raw: dict[str, Any]
    entry: Any


def records() -> Iterator[Record]:
    seen: Counter[str] = Counter()
    for file in FILES:
        content = read_toml(file)
        for table, cls in TABLES.get(file.name, {}).items():
            found = content.get(table, [])
            for raw in [found] if isinstance(found, dict) else found:
                name = label(file, table, raw)
                seen[name] += 1
                try:
                    entry = build(cls, raw, file.name)
                except LexiconError:
                    entry = None  # test_entry_loads says what is wrong with it
                yield Record(f"{name}#{seen[name]}" if seen[name] > 1 else name, file, table, cls, raw, entry)


def label(file: Traversable, table: str, raw: dict[str, Any]) -> str:
    names = [raw.get(key) for key in ("id", "gloss")]
    for key in ("verbs", "masdars", "words", "heads", "phrases"):
        names += raw.get(key, [])[:1]
    return f"{file.name}:{table}:{next(filter(None, names), '?')}"


RECORDS = list(records())


def of(*classes: type) -> list[Any]:
    """Parameters: every entry of these kinds."""
    return [pytest.param(r.entry, id=r.label) for r in RECORDS if r.cls in classes and r.entry is not None]


def all_of(*classes: type) -> list[Any]:
    return [r.entry for r in RECORDS if r.cls in classes and r.entry is not None]


def repeated(values: list[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


COUNTRIES: list[Country] = all_of(Country)
STATES = {country.iso3 for country in COUNTRIES}
ACTORS: list[ActorEntry] = all_of(ActorEntry)
OFFICES = {office.id for office in all_of(Office)} | set(_TENURES.values())
BODIES = {actor.id for actor in ACTORS if actor.kind != "person"}


# loading


@pytest.mark.parametrize("record", [pytest.param(r, id=r.label) for r in RECORDS])
def test_entry_loads(record: Record) -> None:
    build(record.cls, record.raw, record.label)


@pytest.mark.parametrize("file", [pytest.param(f, id=f.name) for f in FILES])
def test_no_table_is_overlooked(file: Traversable) -> None:
    """A misspelt `[[actr]]` would otherwise be no error and no entry."""
    known = set(TABLES.get(file.name, {})) | OTHER_TABLES.get(file.name, set())
    assert file.name in OTHER_FILES or set(read_toml(file)) == known


def test_the_whole_lexicon_loads() -> None:
    lexicon = Lexicon()
    assert len(lexicon.actors) == len(lexicon.by_id) == len(ACTORS)
    assert len(lexicon.country) == len(COUNTRIES)


def in_a_file(folder: Path, text: str, cls: type = ActorEntry, table: str = "actor") -> list[Any]:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return list(entries(path, table, cls))


GOOD = """
[[actor]]
id = "a-person"
kind = "person"
name = "فلان"
en = "A Person"
code = "SYRGOV"
"""


def test_a_good_entry(tmp_path: Path) -> None:
    (entry,) = in_a_file(tmp_path, GOOD + '[[actor.office]]\noffice = "minister"\nof = "SYR"\nfrom = 2016-07-03\n')
    assert entry.id == "a-person" and entry.office[0].start.isoformat() == "2016-07-03"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD + 'nam = "فلان"', ["[[actor]] a-person", "unknown key 'nam'", "allowed: id, kind, name"]),
        (GOOD.replace('en = "A Person"\n', ""), ["[[actor]] a-person", "key 'en' is missing"]),
        (GOOD.replace('id = "a-person"\n', ""), ["[[actor]] 1", "key 'id' is missing"]),
        (GOOD + 'names = "فلان"', ["[[actor]] a-person", "names", "a list is expected"]),
        (GOOD + "names = [1]", ["[[actor]] a-person", "names", "str is expected, not 1"]),
        (GOOD.replace('"SYRGOV"', "7"), ["[[actor]] a-person", "code", "str is expected, not 7"]),
        (GOOD + '[[actor.office]]\nof = "SYR"', ["[[actor]] a-person", "office", "key 'office' is missing"]),
        (GOOD + '[[actor.office]]\noffice = "x"\nof = "SYR"\nform = 2016-01-01', ["office", "unknown key 'form'"]),
        (GOOD + '[[actor.office]]\noffice = "x"\nof = "SYR"\nfrom = "2016"', ["from", "date is expected"]),
        (GOOD + '[[actor.office]]\noffice = "x"\nof = "SYR"\nfrom = 2016-01-01T00:00:00', ["from", "a day without time"]),
        (GOOD + "name = 1", ["not valid TOML"]),
    ],
    ids=[
        "unknown", "missing", "no-id", "no-list", "list-of-numbers", "number", "missing-inside", "unknown-inside",
        "text-for-date", "time-for-date", "twice",
    ],
)  # fmt: skip
def test_a_bad_entry_names_file_entry_and_key(tmp_path: Path, text: str, said: list[str]) -> None:
    with pytest.raises(LexiconError) as caught:
        in_a_file(tmp_path, text)
    for words in ["mine.toml", *said]:
        assert words in str(caught.value)


def test_a_bad_action_is_named_by_its_gloss(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"mine\.toml: \[\[action\]\] meet: content: bool is expected, not 1"):
        in_a_file(tmp_path, '[[action]]\ncameo = "040"\ngloss = "meet"\ncontent = 1', Action, "action")
    with pytest.raises(LexiconError, match=r"idafa: str is expected, not True"):
        in_a_file(tmp_path, '[[action]]\ncameo = "040"\ngloss = "meet"\nidafa = true', Action, "action")


# text


def strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for key, inner in value.items():
                yield from (key, *strings(inner))
        case list():
            for inner in value:
                yield from strings(inner)


def stray(text: str) -> list[str]:
    """What no vocabulary holds: foreign look-alikes, marks, invisible and presentation forms, untidy spaces."""
    found = [
        unicodedata.name(char, hex(ord(char)))
        for char in text
        if (unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc", "Co", "Cn", "Zl", "Zp"})
        or (unicodedata.category(char) == "Zs" and char != " ")
        or char == "\u0640"  # tatweel
        or ("\u0600" <= char <= "\u08ff" and not re.match(r"[\u0621-\u063a\u0641-\u064a،؛؟]", char))
        or "\ufb50" <= char <= "\ufdff"
        or "\ufe70" <= char <= "\ufeff"
    ]
    if text != " ".join(text.split()):
        found.append("spaces at an end or doubled")
    if re.search(r"[A-Za-z][\u0621-\u064a]|[\u0621-\u064a][A-Za-z]", text):
        found.append("a Latin letter inside an Arabic word")
    if text != unicodedata.normalize("NFC", text):
        found.append("not composed (NFC)")
    return found


@pytest.mark.parametrize("file", [pytest.param(f, id=f.name) for f in FILES])
def test_no_stray_code_points(file: Traversable) -> None:
    assert {text: found for text in strings(read_toml(file)) if (found := stray(text))} == {}


@pytest.mark.parametrize(
    "text",
    ["کيري", "روسیا", "روسـيا", "روسيّا", "\u200fروسيا", "روسيا\u00a0", "روسيا ", "ﻻ", "aروسيا", "قال\u200c", "٣"],
)
def test_stray_code_points_are_seen(text: str) -> None:
    assert stray(text)


# ids and spellings


def all_ids() -> list[tuple[str, str]]:
    """Every id with the family in which it must be its own."""
    families: dict[type, str] = {Country: "actor", ActorEntry: "actor", Office: "office"}
    named = [
        (families.get(type(e), type(e).__name__), e.id) for e in all_of(Country, ActorEntry, Office, Institution, Group)
    ]
    return [(family, id) for family, id in named if id]


def test_ids_are_unique() -> None:
    assert repeated([f"{family} {id}" for family, id in all_ids()]) == []
    assert repeated([country.iso3 for country in COUNTRIES]) == []


@pytest.mark.parametrize("entry", of(Country, ActorEntry, Office, Institution, Group))
def test_id_is_a_slug(entry: Any) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry.id) or (isinstance(entry, Group) and not entry.id)


def spellings(entry: ActorEntry | Country) -> list[str]:
    if isinstance(entry, Country):
        return [entry.name, *entry.names, *entry.metonyms]
    return [entry.name, *entry.names]


def owners() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for entry in [*ACTORS, *COUNTRIES]:
        for spelling in spellings(entry):
            found[fold(spelling)].add(entry.id)
    return found


OWNERS = owners()


@pytest.mark.parametrize("entry", of(ActorEntry, Country))
def test_spellings_are_its_own(entry: ActorEntry | Country) -> None:
    shared = {s: OWNERS[fold(s)] - {entry.id} for s in spellings(entry) if len(OWNERS[fold(s)]) > 1}
    assert {spelling: others for spelling, others in shared.items() if fold(spelling) not in SHARED} == {}


@pytest.mark.parametrize("entry", of(ActorEntry, Country))
def test_no_spelling_is_given_twice(entry: ActorEntry | Country) -> None:
    assert repeated([fold(spelling) for spelling in spellings(entry)]) == []


def test_exceptions_are_needed() -> None:
    assert [spelling for spelling in SHARED if len(OWNERS[spelling]) < 2] == []
    assert {t.of for a in ACTORS for t in a.office} - STATES - BODIES == KNOWN_OUTSIDE


def test_adjectives_belong_to_one_country() -> None:
    belongs = [(fold(form), c.iso3) for c in COUNTRIES for form in {*map(fold, (*c.nisba, *c.people))}]
    assert repeated([form for form, _ in belongs]) == []


@pytest.mark.parametrize("entry", of(Office, Institution, Group))
def test_heads_are_its_own(entry: Office | Institution | Group) -> None:
    """Within a table; between tables the order of the readers in `rules.mentions` tells them apart."""

    def heads(one: Any) -> list[str]:
        return [fold(head) for head in (*one.heads, *getattr(one, "plural", ()))]

    others = {head for other in all_of(type(entry)) if other is not entry for head in heads(other)}
    assert entry.heads and sorted(set(heads(entry)) & others) == [] and repeated(heads(entry)) == []


# actors


@pytest.mark.parametrize("country", of(Country))
def test_country(country: Country) -> None:
    assert re.fullmatch(r"[A-Z]{3}", country.iso3) and country.en and country.name


def well_formed(code: str) -> bool:
    state, role = code[:3], code[3:]
    if state == "IGO":
        return re.fullmatch(r"[A-Z]{3}", role) is not None
    if state == "IMG":
        return code in ARMED
    return state in STATES | NO_STATE and role in ROLES


@pytest.mark.parametrize("actor", of(ActorEntry))
def test_actor_code(actor: ActorEntry) -> None:
    assert well_formed(actor.code)
    assert actor.gender in {"m", "f"}


@pytest.mark.parametrize("code", ["", "SYR", "GOVSYR", "XYZGOV", "SYRXXX", "IMGXXX", "IGO", "IGOUNOHCR", "syrgov"])
def test_a_malformed_code_is_seen(code: str) -> None:
    assert not well_formed(code)


@pytest.mark.parametrize("record", [pytest.param(r, id=r.label) for r in RECORDS if r.cls is ActorEntry])
def test_actor_stands_in_the_file_of_its_kind(record: Record) -> None:
    assert record.raw["kind"] in KINDS[record.file.name]


@pytest.mark.parametrize("entry", of(Office, Institution, Group))
def test_role(entry: Office | Institution | Group) -> None:
    assert entry.en and entry.role in (GROUP_ROLES if isinstance(entry, Group) else ROLES)


@pytest.mark.parametrize("actor", [p for p in of(ActorEntry) if p.values[0].kind == "person"])
def test_person_held_an_office_at_a_known_time(actor: ActorEntry) -> None:
    assert actor.office
    assert any(tenure.start or tenure.end for tenure in actor.office)
    for tenure in actor.office:
        assert tenure.start is None or tenure.end is None or tenure.start <= tenure.end, tenure
        assert tenure.office in OFFICES, tenure
        assert tenure.of in STATES | BODIES | KNOWN_OUTSIDE, tenure
        assert not tenure.for_ or tenure.for_ in STATES, tenure


@pytest.mark.parametrize("actor", [p for p in of(ActorEntry) if p.values[0].kind != "person"])
def test_only_persons_hold_offices(actor: ActorEntry) -> None:
    assert actor.office == ()


# what is done and said


@pytest.mark.parametrize("entry", of(Action, Speech, Cue))
def test_code_is_in_the_cameo_table(entry: Action | Speech | Cue) -> None:
    assert entry.cameo in codes.table()


@pytest.mark.parametrize("action", of(Action))
def test_action(action: Action) -> None:
    assert action.gloss and (action.verbs or action.masdars)
    assert set(action.slots) <= SLOTS and repeated(list(action.slots)) == []
    assert action.idafa in {"actor", "target", "both", "none"}
    for lemmas in (action.verbs, action.masdars, action.of, action.needs, action.without):
        assert repeated([fold(lemma) for lemma in lemmas]) == []


@pytest.mark.parametrize("speech", of(Speech))
def test_speech(speech: Speech) -> None:
    assert speech.gloss and (speech.verbs or speech.masdars)
    assert set(speech.addressee) <= SLOTS
    for lemmas in (speech.verbs, speech.masdars):
        assert repeated([fold(lemma) for lemma in lemmas]) == []


@pytest.mark.parametrize("cue", of(Cue))
def test_cue(cue: Cue) -> None:
    assert cue.words and all(cue.words)
    assert not cue.target or cue.target in SLOTS | {"subj"}


@pytest.mark.parametrize("light", of(Light))
def test_light_verb(light: Light) -> None:
    assert light.verbs and light.actor in {"subj", "from", "none"}
    assert not light.with_ or light.with_ in PREPOSITIONS


def plain_lemmas(kind: str) -> dict[str, list[str]]:
    """Lemmas of entries that need no company, each with the glosses of all of these entries."""
    found: dict[str, list[str]] = defaultdict(list)
    for action in all_of(Action):
        if not (action.needs or action.without or action.of):
            for lemma in getattr(action, kind):
                found[fold(lemma)].append(action.gloss)
    for speech in all_of(Speech):
        if not speech.needs:
            for lemma in getattr(speech, kind):
                found[fold(lemma)].append(speech.gloss)
    return found


@pytest.mark.parametrize("kind", ["verbs", "masdars"])
def test_a_plain_lemma_has_one_meaning(kind: str) -> None:
    """Of two entries without conditions for one lemma the second would never be used."""
    assert {lemma: glosses for lemma, glosses in plain_lemmas(kind).items() if len(glosses) > 1} == {}


def test_cues_are_unique() -> None:
    cues: list[Cue] = all_of(Cue)
    assert repeated([fold(words) for cue in cues for words in cue.words]) == []


def test_honorifics_are_words() -> None:
    words = read_toml(data_file("offices.toml"))["honorifics"]["words"]
    assert words and repeated([fold(word) for word in words]) == []
