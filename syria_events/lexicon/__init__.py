"""Vocabulary is data, grammar is code: the TOML files beside this module, loaded, checked and indexed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import islice, product
from pathlib import Path
from typing import Generic, TypeVar

from syria_events.dates.words import DateWords
from syria_events.lexicon import words as sets
from syria_events.lexicon.calendar import read_calendar
from syria_events.lexicon.entries import (
    Action,
    ActorEntry,
    Adjective,
    Attribution,
    Country,
    Cue,
    Group,
    Institution,
    Light,
    Office,
    Speech,
    StatusWords,
    Tenure,
)
from syria_events.lexicon.loading import build, data_file, data_files, entries, over, read_toml, user_files
from syria_events.normalize import fold
from syria_events.transliterate import Transliterator

T = TypeVar("T")
_SEGMENTATIONS = 8  # of one spelling; enough for three words with a clitic


class Phrases(Generic[T]):
    """Folded multi-word spellings, found longest first at a position of a word sequence."""

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = defaultdict(list)
        for spelling, value in pairs:
            for words in _segmentations(spelling):
                self._by_first[words[0]].append((words, value))
        for found in self._by_first.values():
            found.sort(key=lambda pair: -len(pair[0]))

    def at(self, words: Sequence[str], i: int) -> tuple[int, T] | None:
        """The end index and value of the longest spelling that starts at word `i`."""
        return next(self.all_at(words, i), None)

    def all_at(self, words: Sequence[str], i: int) -> Iterator[tuple[int, T]]:
        """The end index and value of every spelling that starts at word `i`, the longest first; none past the end."""
        for spelling, value in self._by_first.get(words[i], ()) if i < len(words) else ():
            if tuple(words[i : i + len(spelling)]) == spelling:
                yield i + len(spelling), value

    def __iter__(self) -> Iterator[tuple[tuple[str, ...], T]]:
        for found in self._by_first.values():
            yield from found


def _segmentations(spelling: str) -> Iterator[tuple[str, ...]]:
    """The folded words of a spelling, as written and with the clitics inside it apart.

    The tagger sees `الأمين العام ل الأمم المتحدة` where the press writes `للأمم`.
    """
    first, *rest = fold(spelling).split()
    options = [[(word,), *_split_clitic(word)] for word in rest]
    for choice in islice(product(*options), _SEGMENTATIONS):
        yield (first, *(piece for pieces in choice for piece in pieces))


def _split_clitic(word: str) -> list[tuple[str, ...]]:
    if word.startswith("لل") and len(word) > 4:
        return [("ل", "ال" + word[2:])]
    if word[0] in "ولبك" and len(word) > 3:
        return [(word[0], word[1:])]
    return []


# offices that persons hold under another name than that of the phrase
TENURES = {
    "permanent-representative": "un-representative",
    "head-of-delegation": "delegation-head",
    "speaker-of-parliament": "speaker",
    "sultan": "king",
}


@dataclass(frozen=True, slots=True)
class Nisba:
    """A nationality adjective in one of its forms."""

    country: Country
    definite: bool
    number: str  # sing, dual or plur


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
        self.countries = self._table("country", Country, "countries.toml")
        self.offices = self._table("office", Office, "offices.toml")
        self.institutions = self._table("institution", Institution, "institutions.toml")
        self.groups = self._table("group", Group, "institutions.toml")
        self.adjectives = self._table("adjective", Adjective, "adjectives.toml")
        self.actors = over(
            self.user, "actor", ActorEntry, (a for f in data_files("actors") for a in entries(f, "actor", ActorEntry))
        )
        self.actions = self._table("action", Action, "actions.toml")
        self.speeches = self._table("speech", Speech, "speech.toml")
        self.cues = self._table("cue", Cue, "speech.toml")
        self.lights = self._table("light", Light, "speech.toml")
        self.attributions = self._table("attribution", Attribution, "speech.toml")
        context = read_toml(data_file("context.toml"))
        self.negation, self.planned, self.hypothetical = (
            build(StatusWords, context[key], f"context.toml: [{key}]")
            for key in ("negation", "planned", "hypothetical")
        )
        honorifics = read_toml(data_file("offices.toml"))["honorifics"]["words"]
        self.honorifics = frozenset(fold(word) for word in honorifics)
        self._index()

    def _table(self, table: str, cls: type[T], file: str) -> tuple[T, ...]:
        return over(self.user, table, cls, entries(data_file(file), table, cls))

    def _index(self) -> None:
        self.country = {c.iso3: c for c in self.countries}
        self.by_id = {a.id: a for a in self.actors}
        self.country_names = Phrases((n, c) for c in self.countries for n in (c.name, *c.names))
        self.metonyms = Phrases((n, c) for c in self.countries for n in c.metonyms)
        self.office_names = Phrases(
            [(h, OfficeName(o, False)) for o in self.offices for h in o.heads]
            + [(h, OfficeName(o, True)) for o in self.offices for h in o.plural]
        )
        self.institution_names = Phrases((form, i) for i in self.institutions for h in i.heads for form in _cases(h))
        self.group_names = Phrases((form, g) for g in self.groups for h in g.heads for form in _cases(h))
        self.actor_names = Phrases((n, a) for a in self.actors for n in (a.name, *a.names))
        self.nisba = {form: n for c in self.countries for form, n in _nisba_forms(c)}
        self.adjective = {form: a for a in reversed(self.adjectives) for form in _adjective_forms(a)}
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

    @cached_property
    def dates(self) -> DateWords:
        """The words that dates are made of."""
        return read_calendar()

    def words(self, name: str) -> frozenset[str]:
        """The folded words of a set in `words.toml`.

        Raises:
            KeyError: there is no such set.
        """
        return sets.words(name)

    def prefixes(self, name: str) -> tuple[str, ...]:
        """The same for sets of beginnings, as `str.startswith` takes them."""
        return sets.prefixes(name)

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


def _cases(head: str) -> tuple[str, ...]:
    """A head noun and, where it is one indefinite word, its accusative: `وفد`, `وفدا`."""
    if " " in head or head.startswith("ال") or head.endswith(("ة", "ا", "ى", "ء", "ون", "ين", "ات", "و", "ي")):
        return (head,)
    return head, head + "ا"


def _by_lemma(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for lemma, entry in pairs:
        found[fold(lemma)].append(entry)
    return {lemma: tuple(entries) for lemma, entries in found.items()}


_ENDINGS = {
    "": "sing", "ه": "sing", "ين": "plur", "ون": "plur", "ان": "dual", "تان": "dual", "تين": "dual", "ات": "plur",
}  # fmt: skip


def _adjective_forms(adjective: Adjective) -> Iterator[str]:
    """All forms: gender, number, case endings, with and without the article."""
    bases = [fold(word) for word in adjective.words]
    for form in (*(base + ending for base in bases for ending in (*_ENDINGS, "ا")), *map(fold, adjective.forms)):
        yield form
        yield "ال" + form


def _nisba_forms(country: Country) -> Iterator[tuple[str, Nisba]]:
    """All forms of the adjectives: gender, number, case endings, with and without the article."""
    for adjective in country.nisba:
        base = fold(adjective)
        if " " in base:
            continue  # `كوري جنوبي`: read as `كوري`'s country would be wrong, so not at all
        for ending, number in _ENDINGS.items():
            yield base + ending, Nisba(country, False, number)
            yield "ال" + base + ending, Nisba(country, True, number)
    for people in country.people:
        form = fold(people)
        yield form, Nisba(country, form.startswith("ال"), "plur")


def load(folder: Path | None = None) -> Lexicon:
    """The lexicon that ships with the package, under a user's own folder of TOML files.

    Raises:
        LexiconError: an entry is wrong; names file, entry and key.
    """
    return _load(folder)


_load = cache(Lexicon)
