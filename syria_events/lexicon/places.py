"""Places and the files they come from: ours in TOML, towns of GeoNames and points of countries in TSV."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from syria_events.errors import LexiconError
from syria_events.lexicon.entries import Country, PlaceEntry
from syria_events.lexicon.loading import build, data_file, data_files, read_toml
from syria_events.normalize import fold

KINDS = frozenset(
    "country capital town village governorate district region neighbourhood camp crossing airbase airport base port "
    "prison hospital road bridge dam mountain valley river lake sea island site palace university field".split()
)


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


def our_places(countries: Iterable[Country], words: Callable[[str], frozenset[str]]) -> Iterator[PlaceEntry]:
    """The places that ship with the package: countries, those of our own files, towns."""
    yield from read_countries(countries, words)
    for file in data_files("places"):
        yield from read_places(file)
    yield from read_towns(data_file("places").joinpath("towns.tsv"))


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


def read_countries(countries: Iterable[Country], words: Callable[[str], frozenset[str]]) -> Iterator[PlaceEntry]:
    """The countries as places, with the points of `countries.tsv`; names that are no place (`words`) left out."""
    governments = words("government_noun")
    no_places = governments | words("realm_noun")
    points: dict[str, tuple[float, float]] = {}
    for line in data_file("places").joinpath("countries.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            iso3, *point = line.split("\t")
            points[iso3] = float(point[0]), float(point[1])
    for country in countries:
        name, en = country.place or country.name, country.place_en or country.en
        spellings = dict.fromkeys(
            n for n in (name, country.name, *country.names) if " " in n or fold(n) not in no_places
        )
        names = tuple(n for n in spellings if n != name and fold(n).split()[0] not in governments)
        lat, lon = points.get(country.iso3, (None, None))
        yield PlaceEntry(name, en, "country", names, "", lat, lon, country.iso3)


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
