"""A linter over every entry of the vocabulary: each is a test of its own, so that a bad one names itself."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from syria_events.errors import LexiconError
from syria_events.lexicon import Lexicon
from syria_events.lexicon.entries import (
    Action,
    ActorEntry,
    Country,
    Cue,
    Group,
    Institution,
    Office,
    Speech,
    StatusWords,
)
from syria_events.lexicon.linter import KNOWN_OUTSIDE, Linter, Record, our_files, records, repeated
from syria_events.lexicon.loading import TABLES, build, data_file, entries, read_toml
from syria_events.normalize import fold

# tables that are no entries
OTHER_TABLES = {
    "context.toml": {"negation", "planned", "hypothetical"},
    "roots.toml": {"root", "codes"},
    "domain.toml": {"domain"},
}
# their form is checked where they are read (tests/dates)
OTHER_FILES = {"participles.toml", "words.toml", "calendar.toml"}
KINDS = {
    "persons.toml": {"person"},
    "statesmen.toml": {"person"},
    "bodies.toml": {"body", "group", "monitor"},
    "foreign.toml": {"body", "group"},
    "outlets.toml": {"outlet"},
}

FILES = our_files()
DATA = Path(str(data_file("")))
RECORDS = list(records(FILES))
LINTER = Linter(RECORDS)
STATUS_WORDS = {name: read_toml(data_file("context.toml"))[name] for name in ("negation", "planned", "hypothetical")}


# loading


@pytest.mark.parametrize("name", FILES)
def test_no_table_is_overlooked(name: str) -> None:
    """A misspelt `[[actr]]` would otherwise be no error and no entry."""
    assert name in OTHER_FILES or set(FILES[name]) <= set(TABLES) | OTHER_TABLES.get(name, set())


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
        (GOOD.replace('id = "a-person"\n', ""), ["[[actor]] فلان", "key 'id' is missing"]),
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


def all_of(*classes: type) -> list[Any]:
    return [r.entry for r in RECORDS if isinstance(r.entry, classes)]


COUNTRIES: list[Country] = all_of(Country)
ACTORS: list[ActorEntry] = all_of(ActorEntry)


@pytest.mark.parametrize("record", [pytest.param(r, id=r.label) for r in RECORDS])
def test_entry(record: Record) -> None:
    assert list(LINTER.problems(record)) == []


@pytest.mark.parametrize("actor", [pytest.param(a, id=a.id) for a in all_of(ActorEntry) if a.kind == "person"])
def test_our_persons_have_an_office_with_a_date(actor: ActorEntry) -> None:
    """Without one the office would never resolve to them; a user's own persons may be no officials."""
    assert any(tenure.start or tenure.end for tenure in actor.office)


def test_our_settings() -> None:
    assert list(LINTER.problems_of_settings({})) == []


@pytest.mark.parametrize("name", ["negation", "planned", "hypothetical"])
def test_status_words(name: str) -> None:
    build(StatusWords, STATUS_WORDS[name], name)


@pytest.mark.parametrize("name", KINDS)
def test_actors_stand_in_the_file_of_their_kind(name: str) -> None:
    assert {r.entry.kind for r in RECORDS if r.file == name} == KINDS[name]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"code": "SYRXXX"}, "code 'SYRXXX'"),
        ({"gender": "x"}, "gender 'x'"),
        ({"kind": "paper", "office": []}, "kind 'paper'"),
        ({"kind": "body"}, "only a person holds an office"),
        ({"id": "A_B"}, "id 'A_B'"),
        ({"en": ""}, "en is empty"),
        ({"names": ["روسيا"]}, "'روسيا' is shared"),
        ({"names": ["فُلان"]}, "'فلان' is given twice"),
        ({"id": ""}, "id is empty"),
        ({"office": [{"office": "minster", "of": "SYR", "from": date(2016, 1, 1)}]}, "no such office"),
        ({"office": [{"office": "minister", "of": "syria", "from": date(2016, 1, 1)}]}, "no such country or body"),
        (
            {"office": [{"office": "minister", "of": "SYR", "from": date(2016, 1, 2), "to": date(2016, 1, 1)}]},
            "ends before it begins",
        ),
    ],
    ids=[
        "code", "gender", "kind", "holder", "id", "en", "shared", "twice", "no-id", "office", "of", "order",
    ],
)  # fmt: skip
def test_a_wrong_person_is_seen(changes: dict[str, Any], said: str) -> None:
    fields = {
        "id": "a-person", "kind": "person", "name": "فلان", "en": "A Person", "code": "SYRGOV",
        "office": [{"office": "minister", "of": "SYR", "from": date(2016, 7, 3)}],
    }  # fmt: skip
    mine = Record("mine.toml", "actor", "mine", build(ActorEntry, {**fields, **changes}, "mine"))
    found = list(Linter([*RECORDS, mine]).problems(mine))
    assert len(found) == 1 and said in found[0]


@pytest.mark.parametrize("code", ["", "SYR", "GOVSYR", "XYZGOV", "SYRXXX", "IMG", "IGO", "IGOUNOHCR", "syrgov"])
def test_a_malformed_code_is_seen(code: str) -> None:
    assert not LINTER.well_formed(code)


# all entries together


@pytest.mark.parametrize("classes", [(ActorEntry, Country), (Office,), (Institution,), (Group,)])
def test_ids_are_unique(classes: tuple[type, ...]) -> None:
    assert repeated(entry.id for entry in all_of(*classes) if entry.id) == []


def test_a_state_has_one_entry() -> None:
    assert repeated(country.iso3 for country in COUNTRIES) == []
    forms = [form for country in COUNTRIES for form in {fold(form) for form in (*country.nisba, *country.people)}]
    assert repeated(forms) == []


def test_exceptions_are_needed() -> None:
    assert {tenure.of for actor in ACTORS for tenure in actor.office} - LINTER.states - LINTER.bodies == KNOWN_OUTSIDE


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
    lists: dict[str, list[str]] = {}
    for name, table in STATUS_WORDS.items():
        lists |= {f"{name} {key}": words for key, words in table.items()}
    for content in FILES.values():
        for number, table in enumerate(content.get("attribution", [])):
            lists |= {f"attribution {number} {key}": words for key, words in table.items() if key != "id"}
    assert {name: again for name, words in lists.items() if (again := repeated(map(fold, words)))} == {}


# verbs of the derived forms begin with م only where it is a root letter
ROOT_LETTER = set("منح مزق مدد مدح مول منع مرر مانع".split())


def test_a_participle_shows_the_verb_of_its_entry() -> None:
    lexicon = Lexicon()
    for verbs in (entry.verbs for entry in (*lexicon.speeches, *lexicon.actions)):
        for verb in verbs:
            of = lexicon.participles.get(fold(verb))
            assert of is None or of in verbs, f"{verb} is no participle of {of}"
            alone = len(verbs) == 1  # `مستعد` has no verb beside it
            assert of or alone or not verb.startswith("م") or verb in ROOT_LETTER, f"whose participle is {verb}?"
