"""English spellings for Arabic names the lexicon lacks, marked as guesses.

Arabic names are romanised by the BGN/PCGN 1956 System for Arabic in the plain form of the press: without diacritics and
marks of hamza and ayn, the article always `al-`, final ta marbuta `a`, `عبد الله` as `Abdullah`. Foreign names are
spelt as learned from others. A word that is part of a known name is spelt as there (`محمد` is Mohammed); the vowels of
the rest are guessed by the model of `spelling`.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache

from syria_events.lexicon.spelling import WORST, load_speller, plain
from syria_events.normalize import fold, strip_marks

MARK = "~"  # before a name that is a transliteration
_ARTICLE, _SPELT_ARTICLE = "ال", "al-"
_ARABIC = "[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06fa-\u06ff]+"
_TOKEN = re.compile(rf"{_ARABIC}|[^\W\u0600-\u06ff]+|[-\u2010-\u2015]|\s+")  # the rest is punctuation
# words of two: `عبدالرحمن`, `نورالدين`, `نصرالله`
_JOINED = ((re.compile(r"\b(عبد)(ال\w{2,})"), r"\1 \2"), (re.compile(r"\b((?!ال)\w{2,})(الدين|الله)\b"), r"\1 \2"))
# spelt alike in all names; folded
_FIXED = {
    "عبد": "Abd", "عبدالله": "Abdullah", "الله": "Allah", "الدين": "al-Din", "ابو": "Abu", "ابي": "Abi", "ام": "Umm",
    "بن": "bin", "ابن": "Ibn", "بنت": "bint", "ال": "Al", "دي": "de", "دو": "du", "فون": "von", "فان": "van",
}  # fmt: skip
_REMEMBERED = 5_000  # names, and words


class Transliterator:
    """Spells Arabic names in English.

    Args:
        names: Arabic and English names of the same people; where both have as many words, they are taken in pairs.
    """

    def __init__(self, names: Iterable[tuple[str, str]] = ()) -> None:
        self._names = tuple(names)
        self._chosen = lru_cache(_REMEMBERED)(self._name)  # the same names come again and again
        self._known = lru_cache(_REMEMBERED)(self._known_word)

    def __call__(self, name: str) -> str:
        """The name in English letters behind the mark of a guess; empty for one without Arabic letters."""
        return self._chosen(name)

    def _name(self, name: str) -> str:
        tokens = _TOKEN.findall(_apart(name))
        words = [token for token in tokens if _is_arabic(token)]
        if not words:
            return ""
        spelt = {word: known for word in words if (known := (len(words) > 1 and _fixed(word)) or self._known(word))}
        if len(spelt) < len(set(words)):  # its neighbours tell whether a word is Arabic, also those that are known
            guesses = zip(words, load_speller().spell(words), strict=True)
            spelt = {word: self._guess(word, guess) for word, guess in guesses} | spelt
        name = "".join(spelt.get(token, token) for token in tokens)
        first, rest = name[:1], name[1:]
        return MARK + (name if name.startswith(_SPELT_ARTICLE) else first.upper() + rest)

    def _known_word(self, word: str) -> str:
        """How a word is spelt in the names of most known persons; empty for others."""
        form = fold(word)
        likely = [
            (len(whose), likeness, spelling)
            for spelling, whose in self._pairs.get(form, {}).items()
            if (likeness := _likeness(form, spelling)) > WORST
        ]
        return max(likely)[2] if likely else ""

    def _guess(self, word: str, guess: str) -> str:
        if guess.startswith(_SPELT_ARTICLE):
            known = self._known(fold(word).removeprefix(_ARTICLE))
            return _SPELT_ARTICLE + (known or guess.removeprefix(_SPELT_ARTICLE).capitalize())
        definite = self._known(_ARTICLE + word)
        return definite.removeprefix(_SPELT_ARTICLE) if definite.startswith(_SPELT_ARTICLE) else guess.capitalize()

    @cached_property
    def _pairs(self) -> dict[str, dict[str, set[str]]]:
        """By the folded words of known names the English words that stand where they do, and in whose names."""
        found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for arabic, english in self._names:
            words, spelt = fold(arabic).split(), english.split()
            if len(words) == len(spelt):
                for word, spelling in zip(words, spelt, strict=True):
                    found[word][spelling].add(english)
        return {word: dict(spellings) for word, spellings in found.items()}


def _likeness(form: str, spelling: str) -> float:
    """How well a spelling fits a word: not at all without its article, or as an initial."""
    if spelling.endswith(".") or (form.startswith(_ARTICLE) and plain(spelling)[1:2] != "l"):
        return -math.inf  # `الحميد` is Hamid behind `عبد` only
    return load_speller().likeness(form, spelling)


def _apart(name: str) -> str:
    """A name with its words apart, digits as in English; `عبد الله` is one word."""
    text = re.sub(r"\d", lambda digit: str(int(digit[0])), strip_marks(name))
    for joined, words in _JOINED:
        text = joined.sub(words, text)
    return re.sub(r"\bعبد الله\b", "عبدالله", " ".join(text.split()))


def _fixed(word: str) -> str:
    return "" if word.startswith("إ") else _FIXED.get(fold(word), "")


def _is_arabic(token: str) -> bool:
    return re.match(_ARABIC, token) is not None
