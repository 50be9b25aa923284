"""Places by their Arabic names: Syria in detail, the world's larger towns, the countries.

Syrian and diplomatic places are ours (`lexicon/data/places/*.toml`); towns come from GeoNames
(`lexicon/data/places/towns.tsv`, CC BY 4.0), made by `syria_events.training.gazetteer`.
Every look-up is by folded words.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from syria_events.errors import LexiconError
from syria_events.lexicon import Phrases, load
from syria_events.lexicon.entries import Country, PlaceEntry
from syria_events.lexicon.loading import build, data_file, data_files, over, read_toml
from syria_events.normalize import fold

KINDS = frozenset(
    "country capital town village governorate district region neighbourhood camp crossing airbase airport base port "
    "prison hospital road bridge dam mountain valley river lake sea island site palace university field".split()
)
# nouns that stand before the name of a settlement; behind one, a name that is an ordinary word too is a name
HEADS = frozenset(
    "حي حيي احياء مدينه مدينتي مدينتا مدن بلده بلدتي بلدتا بلدات قريه قريتي قريتا قري محافظه محافظتي محافظتا محافظات"
    " ولايه ريف ريفي منطقه منطقتي مناطق ناحيه ناحيتي ضاحيه ضواحي قضاء العاصمه عاصمه مخيم معبر مطار قاعده".split()
)
# further nouns that a whole name may start with
_OTHER_HEADS = frozenset(
    "المدينه اقليم ارياف لواء منفذ ميناء مرفا مركز بلديه منتجع محيط اطراف مشارف مداخل مدخل جزيره سهل جبل طريق سجن"
    " مشفي مستشفي دوله جمهوريه".split()
)
# adjectives that may follow a name without being part of it
_TAILS = frozenset(
    "الشمالي الجنوبي الشرقي الغربي الشماليه الجنوبيه الشرقيه الغربيه الاوسط القديمه الاثريه التاريخيه العسكري العسكريه"
    " الجوي الجويه الدولي الدوليه المدني الحدودي الحدوديه البري المحاصر المحاصره الساحليه الاستراتيجيه الاستراتيجي"
    " المجاوره المجاور السياحي السياحيه الحمصي الدمشقي الحلبي الدمشقيه الحلبيه".split()
)
ALL_HEADS = HEADS | _OTHER_HEADS
_BETWEEN = frozenset(("و", "،", ","))
_HOME = "SYR"
_AT_HOME = 20  # in news on Syria one of its towns is meant rather than a foreign one up to so many times larger
# a country's other names that are a government, a people or a common noun, no place
_NO_PLACE = frozenset(
    "الحكومه حكومه السلطه الشرعيه الاحتلال العدو كيان الكيان المملكه الكرسي الجمهوريه الجماهيريه".split()
)
_COUNTRY_NAMES = {"SYR": ("سوريا", "Syria")}  # in countries.toml these entries are governments


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map.

    Args:
        name: the Arabic name.
        country: ISO 3166-1 alpha-3.
        lat, lon: degrees, WGS 84; of a region or country some point inside it. None where not known.
        kind: one of `KINDS`.
        population: as GeoNames has it; None where not known.
        within: the governorate or larger place it lies in, in English; empty where not known.
    """

    name: str
    en: str
    country: str
    lat: float | None
    lon: float | None
    kind: str
    population: int | None = None
    within: str = ""


class Gazetteer:
    """Places by name; one name may be several places."""

    def __init__(self, found: Iterable[PlaceEntry], countries: Iterable[Country] = ()) -> None:
        self._nisba: dict[str, str] = {}
        strong: dict[str, list[Place]] = defaultdict(list)
        weak: dict[str, list[Place]] = defaultdict(list)
        capitals: dict[str, Place] = {}
        places: list[Place] = []
        self._unless: dict[Place, frozenset[str]] = {}
        for entry in found:
            place = _place(entry)
            places.append(place)
            if place.kind == "capital":
                capitals.setdefault(place.country, place)
            if entry.unless:
                self._unless[place] = frozenset(fold(word) for word in entry.unless)
            for form in {fold(name) for name in (entry.name, *entry.names)}:
                (weak if entry.ordinary and " " not in form else strong)[form].append(place)
        for country in countries:
            self._nisba |= dict.fromkeys(_nisba_forms(country), country.iso3)
            if country.iso3 in capitals:
                for form in _capital_forms(country):
                    strong[form].append(capitals[country.iso3])
        self.places = tuple(places)
        self._strong = {form: _sorted(values) for form, values in strong.items()}
        self._weak = {form: _sorted(values) for form, values in weak.items()}
        self._phrases = Phrases(self._strong.items())
        self._headed = Phrases((form, _sorted((*strong.get(form, ()), *values))) for form, values in weak.items())

    def at(self, words: Sequence[str], i: int) -> tuple[int, tuple[Place, ...]] | None:
        """The end index and all places of the longest name that starts at folded word `i`, the likeliest first.

        A name that is also an ordinary word counts only behind a head noun: `مدينة الباب`, `مدن منبج والباب`.
        """
        found = self._longest(words, i, headed=False)
        headed = self._longest(words, i, headed=True) if self._behind_head(words, i) else None
        if headed is not None and (found is None or headed[0] >= found[0]):
            return headed
        return found

    def _longest(self, words: Sequence[str], i: int, *, headed: bool) -> tuple[int, tuple[Place, ...]] | None:
        found = (self._headed if headed else self._phrases).at(words, i)
        if found is None or found[0] >= len(words):
            return found
        end, places = found
        if any(words[end] in self._unless.get(place, ()) for place in places):
            return None
        return found

    def _behind_head(self, words: Sequence[str], i: int) -> bool:
        """Whether nothing but other names stands between a head noun and word `i`."""
        if words[i] not in self._weak:
            return False
        head = next((k for k in range(i - 1, max(-1, i - 12), -1) if words[k] in HEADS), None)
        if head is None:
            return False
        k = head + 1
        while k < i:
            if words[k] in _BETWEEN:
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
                return choose(candidates, context)
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
        while end > 1 and (words[end - 1] in _TAILS or words[end - 1] in self._nisba):
            end -= 1
            if words[end] in self._nisba:
                countries.add(self._nisba[words[end]])
            yield " ".join(words[:end]), frozenset(countries), False
        while end - start > 1 and words[start] in ALL_HEADS:
            start += 1
            if end < len(words):
                yield " ".join(words[start:]), frozenset(), True
            if end - start > 1 and words[start] in self._nisba:  # `العاصمة السورية دمشق`
                countries.add(self._nisba[words[start]])
                start += 1
            yield " ".join(words[start:end]), frozenset(countries), True


def choose(candidates: Sequence[Place], context: Collection[str] = ()) -> Place:
    """The most likely of several places of one name: of a country in `context`, then the most populous."""
    near = [p for p in candidates if p.country in context]
    return min(near or candidates, key=_rank)


def _rank(place: Place) -> tuple[bool, int, str]:
    """Countries before towns, larger before smaller."""
    people = (place.population or 0) * (_AT_HOME if place.country == _HOME else 1)
    return place.kind != "country", -people, place.country


def _sorted(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(sorted(dict.fromkeys(places), key=_rank))


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


def _place(entry: PlaceEntry) -> Place:
    return Place(
        entry.name, entry.en, entry.country, entry.lat, entry.lon, entry.kind, entry.population, entry.within
    )  # fmt: skip


def read_towns(file: Traversable) -> Iterator[PlaceEntry]:
    """The towns of a TSV file made by `syria_events.training.gazetteer`.

    Raises:
        LexiconError: a row has not the right columns.
    """
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        try:
            name, names, en, country, lat, lon, population, kind, ordinary = line.split("\t")
            yield PlaceEntry(
                name, en, kind, tuple(names.split("|")) if names else (), "", float(lat), float(lon), country,
                int(population) or None, ordinary == "1",
            )  # fmt: skip
        except ValueError as error:
            raise LexiconError(f"{file.name}: line {number}: not a town ({error})") from error


def read_countries(countries: Iterable[Country]) -> Iterator[PlaceEntry]:
    """The countries as places, with the points of `countries.tsv`."""
    points: dict[str, tuple[float, float]] = {}
    for line in data_file("places").joinpath("countries.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            iso3, *point = line.split("\t")
            points[iso3] = float(point[0]), float(point[1])
    for country in countries:
        name, en = _COUNTRY_NAMES.get(country.iso3, (country.name, country.en))
        spellings = dict.fromkeys(
            n for n in (name, country.name, *country.names) if " " in n or fold(n) not in _NO_PLACE
        )
        names = tuple(n for n in spellings if n != name and not _is_government(n))
        lat, lon = points.get(country.iso3, (None, None))
        yield PlaceEntry(name, en, "country", names, "", lat, lon, country.iso3)


def _is_government(name: str) -> bool:
    first = fold(name).split()[0]
    return first in _NO_PLACE - {"المملكه", "الجمهوريه", "الجماهيريه"}


def read_places(file: Traversable) -> Iterator[PlaceEntry]:
    """The `[[place]]` entries of one of our own files.

    Raises:
        LexiconError: an entry lacks a key or has an unknown one.
    """
    for number, record in enumerate(read_toml(file).get("place", []), 1):
        values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in record.items()}
        try:
            yield PlaceEntry(**values)
        except TypeError:  # the checking `build` says what is wrong; it is too slow for all of them
            yield build(PlaceEntry, record, f"{file.name}: [[place]] {number}")


def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The gazetteer that ships with the package, under the places of a user's own folder.

    Raises:
        LexiconError: an entry is wrong; names file, entry and key.
    """
    return _load(folder)


@cache
def _load(folder: Path | None) -> Gazetteer:
    lexicon = load(folder)
    ours = (
        *read_countries(lexicon.countries),
        *(entry for file in data_files("places") for entry in read_places(file)),
        *read_towns(data_file("places").joinpath("towns.tsv")),
    )
    return Gazetteer(over(lexicon.user, "place", PlaceEntry, ours), lexicon.countries)
