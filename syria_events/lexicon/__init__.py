"""Vocabulary is data, grammar is code: the TOML files beside this module, loaded, checked and indexed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from syria_events.dates.words import DateWords
from syria_events.lexicon.calendar import read_calendar
from syria_events.lexicon.entries import ActorEntry, Office, PlaceEntry, Tenure
from syria_events.lexicon.gazetteer import Gazetteer
from syria_events.lexicon.inflection import Nisba, adjective_forms, cases, nisba_forms, nisba_pairs
from syria_events.lexicon.loading import data_file, over, read_toml
from syria_events.lexicon.phrases import Phrases
from syria_events.lexicon.places import our_places
from syria_events.lexicon.tables import Tables
from syria_events.lexicon.transliteration import Transliterator
from syria_events.normalize import fold

__all__ = ["Lexicon", "Nisba", "OfficeName", "Phrases", "load"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OfficeName:
    """An office phrase; `plural` for `وزيرا الخارجية` and `وزراء دفاع`."""

    office: Office
    plural: bool


class Lexicon(Tables):
    """Every vocabulary of the program, with the indexes rules look things up in; arguments and errors: `Tables`."""

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__(folder)
        self._index_names()
        self._index_words()

    def _index_names(self) -> None:
        self.country = {c.iso3: c for c in self.countries}
        self.by_id = {a.id: a for a in self.actors}
        self.office = {o.id: o for o in self.offices}
        self.institution = {i.id: i for i in self.institutions}
        self.group = {g.id: g for g in self.groups}
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
        self.nisba_pairs = Phrases(pair for c in self.countries for pair in nisba_pairs(c, endings))
        self.adjective = {form: a for a in reversed(self.adjectives) for form in adjective_forms(a, endings)}
        self.holders: dict[tuple[str, str], list[tuple[Tenure, ActorEntry]]] = defaultdict(list)
        for actor in self.actors:
            for tenure in actor.office:
                self.holders[tenure.office, tenure.of].append((tenure, actor))
        self.transliterate = Transliterator(
            (name, a.en) for a in self.actors if a.kind == "person" for name in (a.name, *a.names)
        )

    def _index_words(self) -> None:
        self.verbs = _by_lemma((v, a) for a in self.actions for v in a.verbs)
        self.masdars = _by_lemma((m, a) for a in self.actions for m in a.masdars)
        self.speech_verbs = _by_lemma((v, s) for s in self.speeches for v in s.verbs)
        self.speech_nouns = _by_lemma((m, s) for s in self.speeches for m in s.masdars)
        self.light_verbs = _by_lemma((v, x) for x in self.lights for v in x.verbs)
        participles = read_toml(data_file("participles.toml"))["participles"]
        self.participles: dict[str, str] = {fold(participle): verb for participle, verb in participles.items()}

    @cached_property
    def dates(self) -> DateWords:
        """The words that dates are made of."""
        return read_calendar()

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


_load = cache(Lexicon)
