"""English spellings for Arabic names the lexicon lacks, marked as guesses.

Arabic writes no short vowels, so letters alone give little: a word that is part of a known name is
spelt as there (`محمد` is Mohammed), others letter by letter in the press's simple manner, with `a`
between two consonants.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from syria_events.normalize import fold

MARK = "~"  # before a name that is a transliteration
_CONSONANTS = {
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s",
    "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "پ": "p", "چ": "ch", "ڤ": "v", "گ": "g",
}  # fmt: skip
_VOWELS = {"ا": "a", "ع": "a", "ء": ""}
_GLIDES = {"و": ("w", "u"), "ي": ("y", "i")}  # beside a vowel or at the start, else


class Transliterator:
    """Spells Arabic names in English.

    Args:
        names: Arabic and English names of the same people; where both have as many words, they are taken in pairs.
    """

    def __init__(self, names: Iterable[tuple[str, str]] = ()) -> None:
        pairs: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for arabic, english in names:
            words, spelt = fold(arabic).split(), english.split()
            if len(words) == len(spelt):
                for word, spelling in zip(words, spelt, strict=True):
                    pairs[word][spelling] += 1
        self._known = {word: max(spellings, key=spellings.__getitem__) for word, spellings in pairs.items()}

    def __call__(self, name: str) -> str:
        """The name in English letters behind the mark of a guess; empty for one without Arabic letters."""
        words = [self._word(word) for word in fold(name).split()]
        spelt = " ".join(word if word.startswith("al-") else word[0].upper() + word[1:] for word in words if word)
        return MARK + spelt if spelt else ""

    def _word(self, word: str) -> str:
        if known := self._known.get(word):
            return known
        if word.startswith("ال") and len(word) > 3:
            rest = self._word(word[2:])
            return f"al-{rest[0].upper()}{rest[1:]}" if rest else ""
        return _letters(word)


def _letters(word: str) -> str:
    if word.endswith("ه") and len(word) > 2:
        word = word[:-1] + "ا"  # a folded ta marbuta, which is never told from ha here
    spelt = ""
    previous = "start"  # start, consonant or vowel
    for at, letter in enumerate(word):
        following = word[at + 1] if at + 1 < len(word) else ""
        if letter in _GLIDES:
            consonant = previous != "consonant" or following in ("ا", "و", "ي")
            spelt += _GLIDES[letter][0 if consonant and following else 1]
            previous = "consonant" if consonant and following else "vowel"
        elif letter in _CONSONANTS:
            if previous == "consonant" and (at == 1 or following not in _VOWELS | _GLIDES):  # no word begins with two
                spelt += "a"
            spelt += _CONSONANTS[letter]
            previous = "consonant"
        elif letter in _VOWELS:
            spelt += "" if previous == "vowel" and letter == "ا" and spelt.endswith("a") else _VOWELS[letter]
            previous = "vowel"
    return spelt
