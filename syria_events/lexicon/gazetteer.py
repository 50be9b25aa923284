"""Places by their Arabic names: Syria in detail, the world's larger towns, the countries.

Syrian and diplomatic places are ours (`lexicon/data/places/*.toml`); towns come from GeoNames
(`lexicon/data/places/towns.tsv`, CC BY 4.0), made by `syria_events.training.gazetteer`.
Every look-up is by folded words.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from syria_events.lexicon.entries import Country, Domain, PlaceEntry
from syria_events.lexicon.phrases import Phrases
from syria_events.lexicon.places import Place
from syria_events.normalize import fold

_REACH = 11  # words to the left within which a head noun governs a list of names


@dataclass(frozen=True, slots=True)
class _Namesakes:
    """The places of one name, the likeliest first, and the words that make it something else when one comes next."""

    places: tuple[Place, ...]
    unless: frozenset[str]


class _Index:
    """The places of entries by folded name: `weak` are names of one word that are ordinary words too."""

    def __init__(self, found: Iterable[PlaceEntry], countries: Iterable[Country], domain: Domain) -> None:
        self.places: list[Place] = []
        self.strong: dict[str, list[Place]] = defaultdict(list)
        self.weak: dict[str, list[Place]] = defaultdict(list)
        self._unless: dict[Place, frozenset[str]] = {}
        for entry in found:
            self._add(entry, _place(entry, domain))
        capitals = {place.country: place for place in reversed(self.places) if place.kind == "capital"}
        for country in countries:
            for form in _capital_forms(country) if country.iso3 in capitals else ():
                self.strong[form].append(capitals[country.iso3])

    def _add(self, entry: PlaceEntry, place: Place) -> None:
        self.places.append(place)
        if entry.unless:
            self._unless[place] = frozenset(fold(word) for word in entry.unless)
        for form in {fold(name) for name in (entry.name, *entry.names)}:
            (self.weak if entry.ordinary and " " not in form else self.strong)[form].append(place)

    def namesakes(self, places: tuple[Place, ...]) -> _Namesakes:
        """Places of one name with the words that make it something else."""
        return _Namesakes(places, frozenset().union(*(self._unless.get(place, ()) for place in places)))


class Gazetteer:
    """Places by name; one name may be several places.

    Args:
        found: the entries.
        countries: their adjectives, and how their capitals are described.
        words: the word sets of the lexicon.
        domain: which country is at home, and how much likelier its places are.
    """

    def __init__(
        self,
        found: Iterable[PlaceEntry],
        countries: Collection[Country] = (),
        *,
        words: Callable[[str], frozenset[str]],
        domain: Domain,
    ) -> None:
        self._domain = domain
        self._heads = words("settlement_head")
        self._all_heads = self._heads | words("other_place_head")
        self._tails = words("place_adjective")
        self._joins = words("name_joiner")
        self._nisba = {form: country.iso3 for country in countries for form in _nisba_forms(country)}
        index = _Index(found, countries, domain)
        self.places = tuple(index.places)
        self._strong = {form: self._sorted(values) for form, values in index.strong.items()}
        self._weak = {form: self._sorted(values) for form, values in index.weak.items()}
        either = {form: self._sorted((*index.strong.get(form, ()), *values)) for form, values in index.weak.items()}
        self._phrases = Phrases((form, index.namesakes(values)) for form, values in self._strong.items())
        self._headed = Phrases((form, index.namesakes(values)) for form, values in either.items())

    def at(self, words: Sequence[str], i: int) -> tuple[int, tuple[Place, ...]] | None:
        """The end index and all places of the longest name that starts at folded word `i`, the likeliest first.

        A name that is also an ordinary word counts only behind a head noun: `مدينة الباب`, `مدن منبج والباب`.
        """
        found = _longest(self._phrases, words, i)
        headed = _longest(self._headed, words, i) if self._behind_head(words, i) else None
        if headed is not None and (found is None or headed[0] >= found[0]):
            return headed
        return found

    def _behind_head(self, words: Sequence[str], i: int) -> bool:
        """Whether nothing but other names stands between a head noun and word `i`."""
        if words[i] not in self._weak:
            return False
        head = next((k for k in range(i - 1, max(-1, i - _REACH - 1), -1) if words[k] in self._heads), None)
        if head is None:
            return False
        k = head + 1
        while k < i:
            if words[k] in self._joins:
                k += 1
            elif (name := self._phrases.at(words, k) or self._headed.at(words, k)) is not None:
                k = name[0]
            else:
                return False
        return k == i

    def find(self, name: str, context: Collection[str] = ()) -> Place | None:
        """The place a whole name means.

        A head noun before it, adjectives behind it and the article may be more or less than the gazetteer has.

        Args:
            name: as in the text, or folded.
            context: the countries the article names, ISO 3166-1 alpha-3; they decide between places of one name,
                then the population does.
        """
        words = fold(name).split()
        for form, countries, ordinary in self._shortened(words):
            candidates = self._named(form, ordinary=ordinary)
            if countries:
                candidates = tuple(p for p in candidates if p.country in countries)
            if candidates:
                return self.choose(candidates, context)
        return None

    def _named(self, form: str, *, ordinary: bool) -> tuple[Place, ...]:
        """The places of a name, or of the name with the article more or less."""
        found = (*self._strong.get(form, ()), *(self._weak.get(form, ()) if ordinary else ()))
        other = form[2:] if form.startswith("ال") else "ال" + form
        return found or self._strong.get(other, ())

    def _shortened(self, words: list[str]) -> Iterator[tuple[str, frozenset[str], bool]]:
        """A name as it is, then without adjectives behind and heads before it.

        With the countries these adjectives name, and whether what is left may be an ordinary word.
        """
        yield " ".join(words), frozenset(), True
        countries: set[str] = set()
        start, end = 0, len(words)
        while end > 1 and (words[end - 1] in self._tails or words[end - 1] in self._nisba):
            end -= 1
            if words[end] in self._nisba:
                countries.add(self._nisba[words[end]])
            yield " ".join(words[:end]), frozenset(countries), False
        while end - start > 1 and words[start] in self._all_heads:
            start += 1
            if end < len(words):
                yield " ".join(words[start:]), frozenset(), True
            if end - start > 1 and words[start] in self._nisba:  # `العاصمة السورية دمشق`
                countries.add(self._nisba[words[start]])
                start += 1
            yield " ".join(words[start:end]), frozenset(countries), True

    def choose(self, candidates: Sequence[Place], context: Collection[str] = ()) -> Place:
        """The most likely of several places of one name: of a country in `context`, then the most populous."""
        near = [p for p in candidates if p.country in context]
        return min(near or candidates, key=self._rank)

    def _rank(self, place: Place) -> tuple[bool, int, str]:
        """Countries before towns, larger before smaller, those at home as if they were larger."""
        people = (place.population or 0) * (self._domain.home_weight if place.country == self._domain.home else 1)
        return place.kind != "country", -people, place.country

    def _sorted(self, places: Iterable[Place]) -> tuple[Place, ...]:
        return tuple(sorted(dict.fromkeys(places), key=self._rank))


def _longest(phrases: Phrases[_Namesakes], words: Sequence[str], i: int) -> tuple[int, tuple[Place, ...]] | None:
    found = phrases.at(words, i)
    if found is None:
        return None
    end, named = found
    return None if end < len(words) and words[end] in named.unless else (end, named.places)


def _nisba_forms(country: Country) -> Iterator[str]:
    """`السوري`, `السورية`: the definite adjectives of one word."""
    for adjective in country.nisba:
        form = fold(adjective)
        if " " not in form:
            yield "ال" + form
            yield "ال" + form + "ه"


def _capital_forms(country: Country) -> Iterator[str]:
    """`العاصمة السورية`."""
    for adjective in country.nisba:
        yield " ".join(("العاصمه", *("ال" + word + "ه" for word in fold(adjective).split())))


def _place(entry: PlaceEntry, domain: Domain) -> Place:
    country = domain.home if entry.country is None else entry.country
    return Place(entry.name, entry.en, country, entry.lat, entry.lon, entry.kind, entry.population, entry.within)
