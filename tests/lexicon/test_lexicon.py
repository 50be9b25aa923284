"""A linter over every entry of the vocabulary: each is a test of its own, so that a bad one names itself."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
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
OTHER_FILES = {"words.toml", "calendar.toml", "places.toml"}
KINDS = {"persons.toml": {"person"}, "bodies.toml": {"body", "group", "monitor"}, "outlets.toml": {"outlet"}}

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
IDAFA = {"actor", "target", "both", "none"}

# Bodies in whose offices persons.toml puts somebody, without an entry of their own in bodies.toml: nothing in a text
# reads as such a body, so the office alone never resolves to its holder; the person is still found by name.
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
DATA = Path(str(data_file("")))


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
                    entry = None  # test_entry says what is wrong with it
                yield Record(f"{name}#{seen[name]}" if seen[name] > 1 else name, file, table, cls, raw, entry)


def label(file: Traversable, table: str, raw: dict[str, Any]) -> str:
    names = [raw.get(key) for key in ("id", "gloss")]
    for key in ("verbs", "masdars", "words", "heads", "phrases"):
        names += raw.get(key, [])[:1]
    return f"{file.name}:{table}:{next(filter(None, names), '?')}"


RECORDS = list(records())


# loading


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
        (GOOD + '[[actor.office]]\noffice = "x"\nof = "SYR"\nfrom = 2016-01-01T00:00:00', ["from", "day without time"]),
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


@pytest.mark.parametrize("file", [pytest.param(f, id=f.name) for f in sorted(DATA.rglob("*.toml"))])
def test_no_stray_code_points(file: Path) -> None:
    assert {text: found for text in strings(read_toml(file)) if (found := stray(text))} == {}


@pytest.mark.parametrize(
    "text",
    ["کيري", "روسیا", "روسـيا", "روسيّا", "\u200fروسيا", "روسيا\u00a0", "روسيا ", "ﻻ", "aروسيا", "قال\u200c", "٣"],
)
def test_stray_code_points_are_seen(text: str) -> None:
    assert stray(text)


# entries


def repeated(values: Iterable[Any]) -> list[Any]:
    return [value for value, times in Counter(values).items() if times > 1]


def all_of(*classes: type) -> list[Any]:
    return [r.entry for r in RECORDS if r.cls in classes and r.entry is not None]


def spellings(entry: ActorEntry | Country) -> list[str]:
    """The folded spellings an actor or country is found by."""
    more = entry.metonyms if isinstance(entry, Country) else ()
    return [fold(spelling) for spelling in (entry.name, *entry.names, *more)]


def heads(entry: Office | Institution | Group) -> list[str]:
    return [fold(head) for head in (*entry.heads, *(entry.plural if isinstance(entry, Office) else ()))]


def owners() -> dict[tuple[str, str], set[str]]:
    """Who is found by a folded spelling. Between tables the order of the readers in `rules.mentions` decides."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in RECORDS:
        match record.entry:
            case ActorEntry() | Country() as entry:
                for spelling in spellings(entry):
                    found["name", spelling].add(record.label)
            case Office() | Institution() | Group() as entry:
                for spelling in heads(entry):
                    found[record.table, spelling].add(record.label)
    return found


COUNTRIES: list[Country] = all_of(Country)
ACTORS: list[ActorEntry] = all_of(ActorEntry)
STATES = {country.iso3 for country in COUNTRIES}
BODIES = {actor.id for actor in ACTORS if actor.kind != "person"}
OFFICES = {office.id for office in all_of(Office)} | set(_TENURES.values())
OWNERS = owners()


def problems(record: Record) -> Iterator[str]:
    """What is wrong with an entry, each in one line."""
    match record.entry:
        case ActorEntry() as entry:
            yield from problems_of_actor(entry, record)
        case Country() as entry:
            yield from problems_of_spellings(spellings(entry), "name")
            if not re.fullmatch(r"[A-Z]{3}", entry.iso3):
                yield f"iso3 {entry.iso3!r}"
        case Office() | Institution() | Group() as entry:
            yield from problems_of_spellings(heads(entry), record.table)
            if entry.role not in (GROUP_ROLES if isinstance(entry, Group) else ROLES):
                yield f"role {entry.role!r} is none of CAMEO"
        case Action() as entry:
            yield from problems_of_lemmas(entry, "verbs", "masdars", "of", "needs", "without")
            yield from problems_of_slots(entry.slots)
            if entry.idafa not in IDAFA:
                yield f"idafa {entry.idafa!r}; allowed: {', '.join(sorted(IDAFA))}"
        case Speech() as entry:
            yield from problems_of_lemmas(entry, "verbs", "masdars", "needs")
            yield from problems_of_slots(entry.addressee)
        case Cue() as entry:
            if not all(entry.words) or entry.words[:1] in ((), ("*",)):
                yield "words: some are needed, and `*` cannot be the first"
            yield from problems_of_slots((entry.target,) if entry.target not in ("", "subj") else ())
        case Light() as entry:
            yield from problems_of_lemmas(entry, "verbs")
            if entry.actor not in {"subj", "from", "none"}:
                yield f"actor {entry.actor!r}; allowed: subj, from, none"
            if entry.with_ and entry.with_ not in PREPOSITIONS:
                yield f"with {entry.with_!r} is no preposition known here"
    if (code := getattr(record.entry, "cameo", None)) is not None and code not in codes.table():
        yield f"CAMEO has no code {code!r}"
    if (slug := getattr(record.entry, "id", "")) and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
        yield f"id {slug!r}: lower-case letters, digits and hyphens only"
    for name in ("en", "gloss", "name"):
        if getattr(record.entry, name, "something") == "" and record.cls is not Cue:
            yield f"{name} is empty"


def problems_of_actor(actor: ActorEntry, record: Record) -> Iterator[str]:
    yield from problems_of_spellings(spellings(actor), "name")
    if not well_formed(actor.code):
        yield f"code {actor.code!r}"
    if actor.kind not in KINDS[record.file.name]:
        yield f"kind {actor.kind!r} does not belong in {record.file.name}"
    if actor.gender not in {"m", "f"}:
        yield f"gender {actor.gender!r}; allowed: m, f"
    if actor.kind != "person":
        if actor.office:
            yield "only a person holds an office"
        return
    if not any(tenure.start or tenure.end for tenure in actor.office):
        yield "no office with a date: the office never resolves to this person"
    for tenure in actor.office:
        where = f"office {tenure.office} of {tenure.of}"
        if tenure.start and tenure.end and tenure.start > tenure.end:
            yield f"{where}: ends before it begins"
        if tenure.office not in OFFICES:
            yield f"{where}: no such office in offices.toml"
        if tenure.of not in STATES | BODIES | KNOWN_OUTSIDE:
            yield f"{where}: no such country or body"
        if tenure.for_ and tenure.for_ not in STATES:
            yield f"{where}: for {tenure.for_!r} is no country"


def well_formed(code: str) -> bool:
    """Whether an actor's code is a state and a role, or one of an international body or armed group."""
    state, role = code[:3], code[3:]
    if state == "IGO":
        return re.fullmatch(r"[A-Z]{3}", role) is not None
    if state == "IMG":
        return code in ARMED
    return state in STATES | NO_STATE and role in ROLES


def problems_of_spellings(mine: list[str], family: str) -> Iterator[str]:
    for spelling in repeated(mine):
        yield f"{spelling!r} is given twice"
    for spelling in set(mine):
        if len(OWNERS[family, spelling]) > 1 and spelling not in SHARED:
            yield f"{spelling!r} is shared: {', '.join(sorted(OWNERS[family, spelling]))}"
        if not spelling:
            yield "an empty spelling"


def problems_of_slots(slots: Iterable[str]) -> Iterator[str]:
    yield from (f"slot {slot!r} is neither obj nor a preposition known here" for slot in set(slots) - SLOTS)
    yield from (f"slot {slot!r} is given twice" for slot in repeated(slots))


def problems_of_lemmas(entry: Any, *keys: str) -> Iterator[str]:
    for key in keys:
        for lemma in repeated(fold(lemma) for lemma in getattr(entry, key)):
            yield f"{key}: {lemma!r} is given twice"
    if not any(getattr(entry, key, ()) for key in ("verbs", "masdars")):
        yield "neither verbs nor masdars"


@pytest.mark.parametrize("record", [pytest.param(r, id=r.label) for r in RECORDS])
def test_entry(record: Record) -> None:
    build(record.cls, record.raw, record.label)
    assert list(problems(record)) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"code": "SYRXXX"}, "code 'SYRXXX'"),
        ({"gender": "x"}, "gender 'x'"),
        ({"kind": "outlet", "office": []}, "kind 'outlet'"),
        ({"id": "A_B"}, "id 'A_B'"),
        ({"en": ""}, "en is empty"),
        ({"names": ["روسيا"]}, "'روسيا' is shared"),
        ({"names": ["فُلان"]}, "'فلان' is given twice"),
        ({"office": []}, "no office with a date"),
        ({"office": [{"office": "minister", "of": "SYR"}]}, "no office with a date"),
        ({"office": [{"office": "minster", "of": "SYR", "from": date(2016, 1, 1)}]}, "no such office"),
        ({"office": [{"office": "minister", "of": "syria", "from": date(2016, 1, 1)}]}, "no such country or body"),
        (
            {"office": [{"office": "minister", "of": "SYR", "from": date(2016, 1, 2), "to": date(2016, 1, 1)}]},
            "ends before it begins",
        ),
    ],
    ids=[
        "code", "gender", "kind", "id", "en", "shared", "twice", "no-office", "undated", "office", "of", "order",
    ],
)  # fmt: skip
def test_a_wrong_person_is_seen(changes: dict[str, Any], said: str) -> None:
    fields = {
        "id": "a-person", "kind": "person", "name": "فلان", "en": "A Person", "code": "SYRGOV",
        "office": [{"office": "minister", "of": "SYR", "from": date(2016, 7, 3)}],
    }  # fmt: skip
    (person,) = (file for file in FILES if file.name == "persons.toml")
    entry = build(ActorEntry, {**fields, **changes}, "mine")
    with pytest.MonkeyPatch.context() as patch:
        for spelling in spellings(entry):
            patch.setitem(OWNERS, ("name", spelling), OWNERS.get(("name", spelling), set()) | {"mine"})
        found = list(problems(Record("mine", person, "actor", ActorEntry, {}, entry)))
    assert len(found) == 1 and said in found[0]


@pytest.mark.parametrize("code", ["", "SYR", "GOVSYR", "XYZGOV", "SYRXXX", "IMGXXX", "IGO", "IGOUNOHCR", "syrgov"])
def test_a_malformed_code_is_seen(code: str) -> None:
    assert not well_formed(code)


# all entries together


@pytest.mark.parametrize("classes", [(ActorEntry, Country), (Office,), (Institution,), (Group,)])
def test_ids_are_unique(classes: tuple[type, ...]) -> None:
    assert repeated(entry.id for entry in all_of(*classes) if entry.id) == []


def test_a_state_has_one_entry() -> None:
    assert repeated(country.iso3 for country in COUNTRIES) == []
    forms = [form for country in COUNTRIES for form in {fold(form) for form in (*country.nisba, *country.people)}]
    assert repeated(forms) == []


def test_exceptions_are_needed() -> None:
    assert [spelling for spelling in SHARED if len(OWNERS["name", spelling]) < 2] == []
    assert {tenure.of for actor in ACTORS for tenure in actor.office} - STATES - BODIES == KNOWN_OUTSIDE


@pytest.mark.parametrize("kind", ["verbs", "masdars"])
def test_a_plain_lemma_has_one_meaning(kind: str) -> None:
    """Of two entries without conditions for one lemma the second would never be used."""
    found: dict[str, list[str]] = defaultdict(list)
    for entry in all_of(Action, Speech):
        if not (entry.needs or (isinstance(entry, Action) and (entry.without or entry.of))):
            for lemma in getattr(entry, kind):
                found[fold(lemma)].append(entry.gloss)
    assert {lemma: glosses for lemma, glosses in found.items() if len(glosses) > 1} == {}


def test_cues_are_unique() -> None:
    assert repeated(tuple(map(fold, cue.words)) for cue in all_of(Cue)) == []


def test_words_of_a_list_are_unique() -> None:
    lists = {"honorifics": read_toml(data_file("offices.toml"))["honorifics"]["words"]}
    for record in RECORDS:
        if record.cls in (StatusWords, Attribution):
            lists |= {f"{record.label} {key}": words for key, words in record.raw.items()}
    assert {name: again for name, words in lists.items() if (again := repeated(map(fold, words)))} == {}
