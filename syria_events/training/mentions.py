"""Names to put in the place of other names, so that the entity tagger learns contexts and not a list.

Half of them are drawn from the corpora's own mentions, each as often as any other; half from the
lexicon and the gazetteer of the program and the proper nouns of CAMeL Morph (CC BY 4.0), whose
persons are combined at will.
"""

import csv
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from syria_events.lexicon.entries import ActorEntry
from syria_events.lexicon.loading import data_file, data_files, entries
from syria_events.lexicon.places import read_places, read_towns
from syria_events.training.workspace import Workspace

Sentence = list[tuple[str, str]]  # (surface token, BIO tag)
Name = tuple[str, ...]

SWAPPED = 0.6  # of the mentions of a sentence
SHORTENED = 0.25  # of the persons drawn: later mentions go by the last name alone
# Buckwalter's transliteration, short vowels and marks left out
_BUCKWALTER = dict(zip("'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwYy{", "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيا", strict=True))


def spans(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """First token, the one behind the last, and label of every entity."""
    start = None
    for i, (_, tag) in enumerate([*sentence, ("", "O")]):
        if start is not None and not tag.startswith("I-"):
            yield start, i, sentence[start][1][2:]
            start = None
        if tag.startswith("B-"):
            start = i


def name_tags(label: str, length: int) -> list[str]:
    """The BIO tags of a name of so many tokens."""
    return [f"B-{label}", *[f"I-{label}"] * (length - 1)]


@dataclass(frozen=True, slots=True)
class Mentions:
    """Names by label: those of the corpora and those known otherwise."""

    told: dict[str, list[Name]]
    known: dict[str, list[Name]]

    def draw(self, label: str, rng: random.Random) -> Name:
        """A name of a label."""
        name = rng.choice(rng.choice((self.told, self.known))[label])
        return name[-1:] if label == "PER" and rng.random() < SHORTENED else name

    def swap(self, sentence: Sentence, rng: random.Random) -> Sentence:
        """A copy of the sentence in which most people, places and organisations are others."""
        out: Sentence = []
        at = 0
        for start, end, label in spans(sentence):
            if label in self.known and rng.random() < SWAPPED:
                out += sentence[at:start]
                name = self.draw(label, rng)
                out += zip(name, name_tags(label, len(name)), strict=True)
                at = end
        return out + sentence[at:]


def collect(space: Workspace, sentences: Iterable[Sentence]) -> Mentions:
    """The names of the training sentences, and those of the lexicon, the gazetteer and CAMeL Morph."""
    told: dict[str, dict[Name, None]] = {"PER": {}, "LOC": {}, "ORG": {}}
    for sentence in sentences:
        for start, end, label in spans(sentence):
            if label in told:
                told[label][tuple(token for token, _ in sentence[start:end])] = None
    known: dict[str, dict[Name, None]] = {"PER": dict.fromkeys(_combined(space)), "LOC": {}, "ORG": {}}
    for file in data_files("actors"):
        for actor in entries(file, "actor", ActorEntry):
            # the further names of a body are often mere references: the Council, the Ministry
            names = (actor.name, *actor.names) if actor.kind == "person" else (actor.name,)
            label = "PER" if actor.kind == "person" else "ORG"
            known[label].update(dict.fromkeys(tuple(name.split()) for name in names))
    for file in data_files("places"):
        known["LOC"].update(dict.fromkeys(tuple(place.name.split()) for place in read_places(file)))
    towns = read_towns(data_file("places").joinpath("towns.tsv"))
    known["LOC"].update(dict.fromkeys(tuple(town.name.split()) for town in towns))
    return Mentions({k: list(v) for k, v in told.items()}, {k: list(v) for k, v in known.items()})


def _combined(space: Workspace) -> Iterator[Name]:
    """Given names of CAMeL Morph, two and two."""
    path = space.corpora / "lexica" / "camel_morph_msa" / "MSA-Noun-Prop-LEX.csv"
    with path.open(encoding="utf-8", newline="") as file:
        persons = [r["LEMMA"] for r in csv.DictReader(file) if "rat:r" in r["GLOSS"] or "rat:r" in r["FEAT"]]
    names = ["".join(_BUCKWALTER.get(letter, "") for letter in lemma) for lemma in persons]
    names = sorted({name for name in names if len(name) > 2})
    rng = random.Random(len(names))
    for first in names:
        yield first, rng.choice(names)
