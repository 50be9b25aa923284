"""English letters for Arabic words, by a model learned from spelt names.

A joint n-gram over units, each an Arabic letter and the English letters it stands for (`مmu حha مmma دd`): absolute
discounting, interpolated with shorter contexts, and a beam search for the likeliest units of a word. There is one for
Arabic names and one for foreign ones (`جون` is `John` and not `Jawn`); a word is read by the one that makes its letters
and those of its neighbours likelier. The counts are in `data/spelling.tsv.gz`, made by
`python -m syria_events.training spelling`.
"""

import gzip
import math
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from syria_events.normalize import strip_marks

START, END = "^", "$"
ARABIC, FOREIGN, UNITS = "arabic", "foreign", "units"  # the tables of the file
ORDER = 4  # units of the longest n-grams
WEIGHTS = Path(__file__).with_name("data") / "spelling.tsv.gz"
_DISCOUNTS = {ARABIC: 0.3, FOREIGN: 0.5}  # taken from every count for shorter contexts
_BEAM = 24  # hypotheses kept after each letter
_HOPELESS = 1e-3  # what is so much less likely than something else is not tried
_CACHED = 2_000  # entries: of more, few are asked for again
_LONGEST = 60  # letters of a word; what is longer is no name
_ARABIC_FIRST = 1.0  # log odds that a name is Arabic: most of the news' are
_OTHER_LANGUAGE = -3.0  # log probability that a word is Arabic behind a foreign one, or foreign behind an Arabic one
WORST = -3.4  # mean log probability of the units of a pair: below, one is no spelling of the other
_PERSIAN = str.maketrans("ٱکیہەۀۃېۆ", "اكيهههةيو")
_LATIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "ə": "e", "œ": "oe", "ð": "d"})
_History = tuple[str, ...]


def letters(word: str) -> str:
    """A word as the model reads it: without vowel signs and tatweel, Arabic letters for Persian ones."""
    return strip_marks(word).translate(_PERSIAN)


def plain(english: str) -> str:
    """English letters in lower case, without diacritics, apostrophes and stops."""
    decomposed = unicodedata.normalize("NFKD", english.lower().translate(_LATIN))
    return re.sub(r"['’‘`ʻʼ.\u0300-\u036f]", "", decomposed)


class Speller:
    """Spells words by how often units stand behind others.

    Args:
        counts: contexts (units with blanks between, the nearest last) and their units, as `unit count unit count`.
    """

    def __init__(self, counts: Mapping[str, str], *, discount: float) -> None:
        self._counts = counts
        self._discount = discount
        self._table = lru_cache(_CACHED)(self._read)
        self._chances = lru_cache(_CACHED)(self._interpolated)
        self.spell = lru_cache(_CACHED)(self._spell)

    def _spell(self, word: str) -> tuple[float, str]:
        """The likeliest English letters for a word, in lower case, and their log probability with the Arabic ones."""
        likelihood = 0.0
        beam: dict[_History, tuple[float, str]] = {(START,) * (ORDER - 1): (1.0, "")}
        for letter in (*letters(word)[:_LONGEST], END):
            found: dict[_History, tuple[float, str]] = {}
            for history, (score, spelt) in beam.items():
                for unit, chance in self._worth_trying(history, letter):
                    behind = (*history[1:], unit)
                    if behind not in found or score * chance > found[behind][0]:
                        found[behind] = score * chance, spelt + unit[1:]
            if not found:
                continue  # a letter of another script
            best, _ = max(found.values())
            likelihood += math.log(best)
            ranked = sorted(
                (score / -best, spelt, history) for history, (score, spelt) in found.items() if score > best * _HOPELESS
            )
            beam = {history: (-score, spelt) for score, spelt, history in ranked[:_BEAM]}
        return likelihood, next(iter(beam.values()))[1]

    def _worth_trying(self, history: _History, letter: str) -> list[tuple[str, float]]:
        chances = self._chances(history, letter)
        least = max(chances.values(), default=0.0) * _HOPELESS
        return [(unit, chance) for unit, chance in chances.items() if chance >= least]

    def _interpolated(self, history: _History, letter: str) -> dict[str, float]:
        """The probability of every unit of a letter behind a history."""
        table, total, spared = self._table(" ".join(history))
        seen = table.get(letter, {})
        if not history:
            return {unit: count / total for unit, count in seen.items()}
        shorter = self._chances(history[1:], letter)
        if not total:
            return shorter
        chances = {unit: chance * spared for unit, chance in shorter.items()}
        for unit, count in seen.items():
            chances[unit] = chances.get(unit, 0.0) + max(0.0, count - self._discount) / total
        return chances

    def _read(self, context: str) -> tuple[dict[str, dict[str, float]], float, float]:
        """The units behind a context by their Arabic letters, the sum of their counts, what of it is discounted."""
        fields = self._counts.get(context, "").split()
        counts = list(map(float, fields[1::2]))
        table: dict[str, dict[str, float]] = {}
        for unit, count in zip(fields[::2], counts, strict=True):
            table.setdefault(unit[0], {})[unit] = count
        total = sum(counts)
        return table, total, sum(min(count, self._discount) for count in counts) / total if total else 1.0


class NameSpeller:
    """Spells the words of a name, each as Arabic or as foreign.

    Args:
        tables: the counts of Arabic and of foreign names, and how likely a letter stands for what in either.
    """

    def __init__(self, tables: Mapping[str, Mapping[str, str]]) -> None:
        self._models = tuple(Speller(tables[name], discount=discount) for name, discount in _DISCOUNTS.items())
        self._units = lru_cache(_CACHED)(_chances_of(tables[UNITS]))

    def spell(self, words: Sequence[str]) -> list[str]:
        """The likeliest English letters for each word, in lower case; neighbours are seldom of different languages."""
        best: list[tuple[float, tuple[str, ...]]] = [(_ARABIC_FIRST, ()), (0.0, ())]
        for word in words:
            before = best
            best = []
            for number, model in enumerate(self._models):
                likelihood, spelling = model.spell(word)
                score, spelt = max(
                    (score if number == other else score + _OTHER_LANGUAGE, spelt)
                    for other, (score, spelt) in enumerate(before)
                )
                best.append((score + likelihood, (*spelt, spelling)))
        return list(max(best)[1])

    def likeness(self, word: str, english: str) -> float:
        """How well an English word fits Arabic letters: below `WORST` it is a translation, or another word."""
        return align(letters(word), plain(english), self._units)[0]


def _chances_of(units: Mapping[str, str]) -> Callable[[str], dict[str, float]]:
    def chances(letter: str) -> dict[str, float]:
        fields = units.get(letter, "").split()
        return {unit[1:]: float(chance) for unit, chance in zip(fields[::2], fields[1::2], strict=True)}

    return chances


def align(word: str, english: str, chances: Callable[[str], Mapping[str, float]]) -> tuple[float, tuple[str, ...]]:
    """The mean log probability of the best units for a pair of words, and these; no units where there are none.

    Args:
        word: letters as the model reads them.
        english: plain letters.
        chances: what a letter may stand for, and how likely.
    """
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for letter in word:
        found: dict[int, tuple[float, tuple[str, ...]]] = {}
        for chunk, chance in chances(letter).items():
            for start, (score, units) in best.items():
                end, value = start + len(chunk), score + math.log(chance)
                if english.startswith(chunk, start) and (end not in found or value > found[end][0]):
                    found[end] = value, (*units, letter + chunk)
        best = found
    score, units = best.get(len(english), (-math.inf, ()))
    return score / max(1, len(word)), units


def read_tables(text: str) -> dict[str, dict[str, str]]:
    """The tables of a file of weights: remarks, then for each a line `[name]` and lines of a key, a tab and a value."""
    tables = {}
    for block in text.split("\n[")[1:]:
        name, *rows = block.splitlines()
        tables[name.removesuffix("]")] = dict(row.split("\t") for row in rows)
    return tables


@cache
def load_speller() -> NameSpeller:
    """The models that ship with the package."""
    return NameSpeller(read_tables(gzip.decompress(WEIGHTS.read_bytes()).decode("utf-8")))
