"""The model that spells names: aligns pairs of names by expectation-maximisation, counts units, prunes, measures."""

import gzip
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from syria_events.lexicon.spelling import (
    ARABIC,
    END,
    FOREIGN,
    ORDER,
    START,
    UNITS,
    WEIGHTS,
    WORST,
    NameSpeller,
    align,
    read_tables,
)
from syria_events.training.namepairs import NamePair, read_pairs

# n-grams of fewer occurrences are left out, by the number of their units
_RARE = {ARABIC: {3: 0.3, 4: 0.4}, FOREIGN: {4: 0.6}}
_CARELESS = 0.5  # what a spelling without hamza, `ى` and `ة` counts besides the careful one
_FOLDED = str.maketrans("أإآىة", "ااايه")
_LONGEST = 4  # English letters of a unit
_ITERATIONS = 8
_LEAST = 2e-4  # chance of a unit that is kept
_VOWELS = frozenset("aeiou")
_Alignment = tuple[str, ...]
_HEADER = (
    "# How Arabic letters are spelt in English names: counts of units behind units, see spelling.py.",
    "# Made by `python -m syria_events.training spelling`: do not edit. Learned from UD Arabic-PADT (CC BY-NC-SA 3.0),",
    "# lexica of CAMeL Lab (CC BY 4.0), GeoNames (www.geonames.org, CC BY 4.0) and the persons of our own lexicon.",
    "# Under CC BY-NC-SA 3.0 (https://creativecommons.org/licenses/by-nc-sa/3.0/).",
    "# [units] what a letter may stand for; [arabic], [foreign] a context, and the units behind it with their counts.",
)


def _chunks(english: str) -> dict[tuple[int, int], str]:
    """The stretches of a word that one letter may stand for: consonants, then vowels."""
    found = {}
    for start in range(len(english) + 1):
        vowel = False
        for end in range(start, min(len(english), start + _LONGEST) + 1):
            if end > start:
                now = english[end - 1] in _VOWELS
                if vowel and not now:
                    break
                vowel = now
            found[start, end] = english[start:end]
    return found


class Aligner:
    """Aligns Arabic with English letters: how likely a letter stands for some English letters."""

    def __init__(self) -> None:
        self._chance: dict[str, float] = {}
        self._likely: defaultdict[str, dict[str, float]] = defaultdict(dict)

    def _of(self, unit: str) -> float:
        if not self._chance:  # at first a letter stands for one or two
            return (0.05, 0.5, 0.3, 0.1, 0.05)[len(unit) - 1]
        return self._chance.get(unit, 0.0)

    def learn(self, pairs: Iterable[tuple[str, str, float]]) -> None:
        """Learn from words, spellings and weights."""
        prepared = [(word, spelling, weight, _chunks(spelling)) for word, spelling, weight in pairs]
        for _ in range(_ITERATIONS):
            expected: defaultdict[str, float] = defaultdict(float)
            for word, spelling, weight, chunks in prepared:
                self._expect(word, len(spelling), weight, chunks, expected)
            totals: Counter[str] = Counter()
            for unit, count in expected.items():
                totals[unit[0]] += count  # type: ignore[assignment]
            self._chance = {unit: count / totals[unit[0]] for unit, count in expected.items()}

    def _expect(
        self, word: str, size: int, weight: float, chunks: dict[tuple[int, int], str], expected: dict[str, float]
    ) -> None:
        arcs = [[(s, e, self._of(letter + c), letter + c) for (s, e), c in chunks.items()] for letter in word]
        forward = [[0.0] * (size + 1) for _ in range(len(word) + 1)]
        backward = [[0.0] * (size + 1) for _ in range(len(word) + 1)]
        forward[0][0] = backward[-1][size] = 1.0
        for i, found in enumerate(arcs):
            for s, e, chance, _ in found:
                forward[i + 1][e] += forward[i][s] * chance
        for i in range(len(word) - 1, -1, -1):
            for s, e, chance, _ in arcs[i]:
                backward[i][s] += backward[i + 1][e] * chance
        total = forward[-1][size]
        if total > 0:
            for i, found in enumerate(arcs):
                for s, e, chance, unit in found:
                    if share := forward[i][s] * chance * backward[i + 1][e]:
                        expected[unit] += weight * share / total

    def letters(self) -> list[str]:
        """The letters it has seen, sorted."""
        return sorted({unit[0] for unit in self._chance})

    def chances(self, letter: str) -> dict[str, float]:
        """What a letter may stand for, and how likely; what is hardly ever so is left out."""
        if not self._likely:
            for unit, chance in self._chance.items():
                if chance >= _LEAST:
                    self._likely[unit[0]][unit[1:]] = chance
        return self._likely[letter]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A pair in units: one for every Arabic letter."""

    pair: NamePair
    units: _Alignment
    weight: float


def learned_aligner(pairs: Iterable[NamePair]) -> Aligner:
    """An aligner that has learned from pairs, plain words left out."""
    aligner = Aligner()
    named = list(_each(pair for pair in pairs if pair.source != "word"))
    careful = [(pair.arabic, spelling, weight) for pair, spelling, weight in named]
    careless = [(word.translate(_FOLDED), spelling, weight * _CARELESS) for word, spelling, weight in careful]
    aligner.learn(careful + [row for row, before in zip(careless, careful, strict=True) if row[0] != before[0]])
    return aligner


def aligned(pairs: Iterable[NamePair], aligner: Aligner) -> list[Aligned]:
    """The pairs that can be aligned, in each of their spellings."""
    found = []
    for pair, spelling, weight in _each(pairs):
        score, units = align(pair.arabic, spelling, aligner.chances)
        if score > WORST:
            found.append(Aligned(pair, units, weight))
    return found


def tables(found: Sequence[Aligned], aligner: Aligner) -> dict[str, dict[str, str]]:
    """The tables of the model; what our own persons of Arab states are called teaches only what may be."""
    arabic = [a for a in found if not a.pair.foreign and a.pair.source != "person"]
    foreign = [a for a in found if a.pair.foreign]
    return {
        UNITS: {letter: _row(aligner.chances(letter), letter) for letter in aligner.letters()},
        ARABIC: _written(_counts(arabic), _RARE[ARABIC]),
        FOREIGN: _written(_counts(foreign), _RARE[FOREIGN]),
    }


def _folded(unit: str) -> str:
    return unit[0].translate(_FOLDED) + unit[1:]


def _counts(found: Iterable[Aligned]) -> dict[_Alignment, dict[str, float]]:
    """How often units stand behind others; behind shorter contexts, behind how many longer ones (Kneser and Ney)."""
    words: Counter[_Alignment] = Counter()
    for a in found:
        words[a.units] += a.weight  # type: ignore[assignment]
        careless = tuple(map(_folded, a.units))
        if careless != a.units:
            words[careless] += a.weight * _CARELESS  # type: ignore[assignment]
    longest: defaultdict[_Alignment, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for units, weight in words.items():
        row = ((START,) * (ORDER - 1)) + units + (END,)
        for at in range(ORDER - 1, len(row)):
            longest[row[at - ORDER + 1 : at]][row[at]] += weight
    counts = dict(longest)
    level = longest
    for _ in range(ORDER - 1):
        shorter: defaultdict[_Alignment, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        for context, behind in level.items():
            for unit, count in behind.items():
                shorter[context[1:]][unit] += min(count, 1.0)
        counts.update(shorter)
        level = shorter
    return {context: dict(behind) for context, behind in counts.items()}


def _written(counts: dict[_Alignment, dict[str, float]], rare: dict[int, float]) -> dict[str, str]:
    found = {}
    for context, behind in counts.items():
        least = rare.get(len(context) + 1, 0.0)
        if kept := {unit: count for unit, count in behind.items() if count >= least}:
            found[" ".join(context)] = _row(kept)
    return dict(sorted(found.items()))


def _each(pairs: Iterable[NamePair]) -> Iterator[tuple[NamePair, str, float]]:
    for pair in pairs:
        for spelling in pair.spellings:
            yield pair, spelling, pair.weight / len(pair.spellings)


def _row(numbers: dict[str, float], before: str = "") -> str:
    ordered = sorted((-number, unit) for unit, number in numbers.items())
    return " ".join(f"{before}{unit} {-number:.2g}" for number, unit in ordered)


@dataclass(frozen=True, slots=True)
class Score:
    """How well words are spelt.

    Args:
        words: how many there are.
        exact: share spelt in one of the ways of the source.
        distance: mean edit distance to the nearest of these, by the letters of the longer word.
    """

    words: int
    exact: float
    distance: float


KINDS: dict[str, Callable[[NamePair], bool]] = {
    "all names": lambda pair: pair.source != "word" and (pair.foreign or pair.source != "person"),
    "foreign persons": lambda pair: pair.source == "person" and pair.foreign,
    "other foreign names": lambda pair: pair.source != "person" and pair.foreign,
    "Arabic names, BGN/PCGN": lambda pair: pair.source == "name" and not pair.foreign,
    "Arab persons, as the press": lambda pair: pair.source == "person" and not pair.foreign,
}


def measure(spell: Callable[[str], str], held_out: Iterable[Aligned]) -> dict[str, Score]:
    """The scores of a function that spells words, by kind of name; each word counts once in a kind."""
    kept = [a.pair for a in held_out]
    scores = {}
    for kind, belongs in KINDS.items():
        right: defaultdict[str, set[str]] = defaultdict(set)
        for pair in filter(belongs, kept):
            right[pair.arabic].update(pair.spellings)
        spelt = {word: spell(word) for word in right}
        exact = sum(spelt[word] in spellings for word, spellings in right.items())
        distance = sum(
            min(_distance(spelt[word], s) / max(len(s), len(spelt[word])) for s in spellings)
            for word, spellings in right.items()
        )
        scores[kind] = Score(len(right), exact / max(1, len(right)), distance / max(1, len(right)))
    return scores


def _distance(first: str, second: str) -> int:
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        above, row = row, [i]
        for j, b in enumerate(second, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (a != b)))
    return row[-1]


def train_spelling(corpora: Path, out: Path = WEIGHTS) -> dict[str, Score]:
    """Write the model, trained on all pairs; the scores are those of one that saw nothing of the words kept aside."""
    pairs = read_pairs(corpora)
    shown = [pair for pair in pairs if not pair.is_held_out]
    aligner = learned_aligner(shown)
    unseen = aligned((pair for pair in pairs if pair.is_held_out), aligner)
    scores = measure(_speller(tables(aligned(shown, aligner), aligner)), unseen)
    aligner = learned_aligner(pairs)
    write(tables(aligned(pairs, aligner), aligner), out)
    return scores


def _speller(made: dict[str, dict[str, str]]) -> Callable[[str], str]:
    speller = NameSpeller(made)
    return lambda word: speller.spell([word])[0]


def write(made: dict[str, dict[str, str]], out: Path) -> None:
    """Write tables as `read_tables` reads them: the same bytes for the same tables."""
    lines = list(_HEADER)
    for name, table in made.items():
        lines += [f"[{name}]", *(f"{key}\t{value}" for key, value in table.items())]
    text = "\n".join(lines) + "\n"
    if read_tables(text) != made:
        raise ValueError("a key of the tables reads as a remark or a heading")
    out.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
