"""Forms of Arabic nouns and adjectives that follow from one: gender, number, case, the article."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from syria_events.lexicon.entries import Adjective, Country
from syria_events.normalize import fold

ARTICLE = "ال"
# endings that show a noun to be plural, feminine, weak or definite: it has no accusative in alef
_NO_ALEF = ("ة", "ا", "ى", "ء", "ون", "ين", "ات", "و", "ي")


@dataclass(frozen=True, slots=True)
class Nisba:
    """A nationality adjective in one of its forms."""

    country: Country
    definite: bool
    number: str  # sing, dual or plur


def cases(head: str) -> tuple[str, ...]:
    """A head noun and, where it is one indefinite word, its accusative: `وفد`, `وفدا`."""
    if " " in head or head.startswith(ARTICLE) or head.endswith(_NO_ALEF):
        return (head,)
    return head, head + "ا"


def adjective_forms(adjective: Adjective, endings: Mapping[str, str]) -> Iterator[str]:
    """The folded forms of an adjective, with and without the article; `endings` with the number each shows."""
    bases = [fold(word) for word in adjective.words]
    for form in (*(base + ending for base in bases for ending in (*endings, "ا")), *map(fold, adjective.forms)):
        yield form
        yield ARTICLE + form


def nisba_forms(country: Country, endings: Mapping[str, str]) -> Iterator[tuple[str, Nisba]]:
    """The folded forms of a country's adjectives and peoples, with and without the article."""
    for adjective in country.nisba:
        base = fold(adjective)
        if " " in base:
            continue  # `كوري جنوبي`: read as `كوري`'s country would be wrong, so not at all
        for ending, number in endings.items():
            yield base + ending, Nisba(country, False, number)
            yield ARTICLE + base + ending, Nisba(country, True, number)
    for people in country.people:
        form = fold(people)
        yield form, Nisba(country, form.startswith(ARTICLE), "plur")


def nisba_pairs(country: Country, endings: Mapping[str, str]) -> Iterator[tuple[str, Nisba]]:
    """The folded forms of a country's adjectives of two words: `الكوري الجنوبي`, `الجنوب أفريقية`.

    Both words agree where the first is an adjective itself; else only the second does, and the article stands once.
    """
    for adjective in country.nisba:
        first, _, second = fold(adjective).partition(" ")
        if not second:
            continue
        for ending, number in endings.items():
            if first.endswith("ي"):
                yield f"{first}{ending} {second}{ending}", Nisba(country, False, number)
                yield f"{ARTICLE}{first}{ending} {ARTICLE}{second}{ending}", Nisba(country, True, number)
            else:
                yield f"{first} {second}{ending}", Nisba(country, False, number)
                yield f"{ARTICLE}{first} {second}{ending}", Nisba(country, True, number)
