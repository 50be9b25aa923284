"""Vocabulary is data, grammar is code: the TOML files beside this module, loaded, checked and indexed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from syria_events.dates.words import DateWords
from syria_events.lexicon.calendar import read_calendar
from syria_events.lexicon.entries import (
    Action,
    ActorEntry,
    Adjective,
    Attribution,
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
    StatusWords,
    Tenure,
)
from syria_events.lexicon.gazetteer import Gazetteer
from syria_events.lexicon.inflection import Nisba, adjective_forms, cases, nisba_forms
from syria_events.lexicon.loading import (
    build,
    data_file,
    data_files,
    entries,
    over,
    read_toml,
    single,
    user_files,
    with_ids,
    word_sets,
)
from syria_events.lexicon.phrases import Phrases
from syria_events.lexicon.places import our_places
from syria_events.lexicon.transliteration import Transliterator
from syria_events.normalize import fold

__all__ = ["TENURES", "Lexicon", "Nisba", "OfficeName", "Phrases", "load", "load_gazetteer"]

T = TypeVar("T")

# for rules that do not ask `Office.held_as` yet
TENURES = {
    "permanent-representative": "un-representative",
    "head-of-delegation": "delegation-head",
    "speaker-of-parliament": "speaker",
    "sultan": "king",
}


@dataclass(frozen=True, slots=True)
class OfficeName:
    """An office phrase; `plural` for `وزيرا الخارجية` and `وزراء دفاع`."""

    office: Office
    plural: bool


class Lexicon:
    """Every vocabulary of the program, with the indexes rules look things up in.

    Args:
        folder: a user's own TOML files, laid over those that ship; `user` is what they hold, by name.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.user = user_files(folder)
        self._words = word_sets(self.user)
        self._prefixes = {name: tuple(sorted(found)) for name, found in self._words.items()}
        self._maps = {
            name: {fold(word): value for word, value in table.items()}
            for name, table in read_toml(data_file("words.toml"))["maps"].items()
        }
        self.domain = single(self.user, "domain", Domain, "domain.toml")
        self.countries = self._table("country", Country, "countries.toml")
        self.offices = self._table("office", Office, "offices.toml")
        self.institutions = self._table("institution", Institution, "institutions.toml")
        self.groups = self._table("group", Group, "institutions.toml")
        self.adjectives = self._table("adjective", Adjective, "adjectives.toml")
        self.actors = over(
            self.user, "actor", ActorEntry, (a for f in data_files("actors") for a in entries(f, "actor", ActorEntry))
        )
        self.actions = with_ids(self._table("action", Action, "actions.toml"), "action")
        self.speeches = with_ids(self._table("speech", Speech, "speech.toml"), "speech")
        self.cues = with_ids(self._table("cue", Cue, "speech.toml"), "cue")
        self.lights = with_ids(self._table("light", Light, "speech.toml"), "light")
        self.attributions = with_ids(self._table("attribution", Attribution, "speech.toml"), "attribution")
        self.roots = {root.id: root for root in self._table("root", Root, "roots.toml")}
        self.codes = single(self.user, "codes", Codes, "roots.toml")
        context = read_toml(data_file("context.toml"))
        self.negation, self.planned, self.hypothetical = (
            build(StatusWords, context[key], f"context.toml: [{key}]")
            for key in ("negation", "planned", "hypothetical")
        )
        self.honorifics = self.words("honorific") | self.words("name_title")
        self._index()

    def _table(self, table: str, cls: type[T], file: str) -> tuple[T, ...]:
        return over(self.user, table, cls, entries(data_file(file), table, cls))

    def _index(self) -> None:
        self.country = {c.iso3: c for c in self.countries}
        self.by_id = {a.id: a for a in self.actors}
        self.office = {o.id: o for o in self.offices}
        self.institution = {i.id: i for i in self.institutions}
        self.country_names = Phrases((n, c) for c in self.countries for n in (c.name, *c.names))
        self.metonyms = Phrases((n, c) for c in self.countries for n in c.metonyms)
        self.office_names = Phrases(
            [(h, OfficeName(o, False)) for o in self.offices for h in o.heads]
            + [(h, OfficeName(o, True)) for o in self.offices for h in o.plural]
        )
        self.institution_names = Phrases((form, i) for i in self.institutions for h in i.heads for form in cases(h))
        self.group_names = Phrases((form, g) for g in self.groups for h in g.heads for form in cases(h))
        self.actor_names = Phrases((n, a) for a in self.actors for n in (a.name, *a.names))
        endings = self.mapping("endings")
        self.nisba = {form: n for c in self.countries for form, n in nisba_forms(c, endings)}
        self.adjective = {form: a for a in reversed(self.adjectives) for form in adjective_forms(a, endings)}
        self.holders: dict[tuple[str, str], list[tuple[Tenure, ActorEntry]]] = defaultdict(list)
        for actor in self.actors:
            for tenure in actor.office:
                self.holders[tenure.office, tenure.of].append((tenure, actor))
        self.transliterate = Transliterator(
            (name, a.en) for a in self.actors if a.kind == "person" for name in (a.name, *a.names)
        )
        self.verbs = _by_lemma((v, a) for a in self.actions for v in a.verbs)
        self.masdars = _by_lemma((m, a) for a in self.actions for m in a.masdars)
        self.speech_verbs = _by_lemma((v, s) for s in self.speeches for v in s.verbs)
        self.speech_nouns = _by_lemma((m, s) for s in self.speeches for m in s.masdars)
        self.light_verbs = _by_lemma((v, x) for x in self.lights for v in x.verbs)
        participles = read_toml(data_file("participles.toml"))["participles"]
        self.participles: dict[str, str] = {fold(participle): verb for participle, verb in participles.items()}

    def root(self, code: str) -> Root:
        """What the root of a CAMEO code wants; `code` has two digits or more.

        Raises:
            KeyError: CAMEO has no such root.
        """
        return self.roots[code[:2]]

    @cached_property
    def dates(self) -> DateWords:
        """The words that dates are made of."""
        return read_calendar()

    def words(self, name: str) -> frozenset[str]:
        """The folded words of a set in `words.toml`, with those a user adds under `[words]`.

        Raises:
            KeyError: there is no such set.
        """
        return self._words[name]

    def prefixes(self, name: str) -> tuple[str, ...]:
        """The same for sets of beginnings, as `str.startswith` takes them."""
        return self._prefixes[name]

    def mapping(self, name: str) -> Mapping[str, str]:
        """What each folded word of a table under `[maps]` in `words.toml` tells, in the order of the file.

        Raises:
            KeyError: there is no such table.
        """
        return self._maps[name]

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The places that ship with the package, under the user's own."""
        places = over(self.user, "place", PlaceEntry, our_places(self.countries, self.words))
        return Gazetteer(places, self.countries, words=self.words, domain=self.domain)

    def spelled(self, spellings: Iterable[str], lemma: str) -> str:
        """How an entry spells what a folded lemma matched; of a participle the verb it belongs to."""
        found = self.participles.get(lemma)
        return found or next((spelling for spelling in spellings if fold(spelling) == lemma), lemma)

    def holder(self, office: str, of: str, day: date | None, *, at: str = "", for_: str = "") -> ActorEntry | None:
        """Who held an office on a day: None without a day, for nobody, or for more than one."""
        if day is None:
            return None
        found = {
            actor.id: actor
            for tenure, actor in self.holders.get((office, of), ())
            if tenure.holds(day) and (not at or tenure.at == at) and (not for_ or tenure.for_ == for_)
        }
        return next(iter(found.values())) if len(found) == 1 else None


def _by_lemma(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for lemma, entry in pairs:
        found[fold(lemma)].append(entry)
    return {lemma: tuple(entries) for lemma, entries in found.items()}


def load(folder: Path | None = None) -> Lexicon:
    """The lexicon that ships with the package, under a user's own folder of TOML files.

    Raises:
        LexiconError: an entry is wrong; names file, entry and key.
    """
    return _load(folder)


def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The gazetteer of `load(folder)`; for rules that do not ask `Lexicon.gazetteer` yet."""
    return load(folder).gazetteer


_load = cache(Lexicon)
