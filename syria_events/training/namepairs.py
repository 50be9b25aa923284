"""Pairs of an Arabic word and its English letters, from which the spelling of names is learned.

Where the short vowels of an Arabic word are known, its English is its romanisation by the BGN/PCGN 1956 System for
Arabic without diacritics; foreign names are spelt as the sources spell them.
"""

import csv
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from syria_events.lexicon import load
from syria_events.lexicon.loading import data_file
from syria_events.lexicon.spelling import letters, plain
from syria_events.normalize import fold, strip_marks

ARTICLE = "ال"
SPELT_ARTICLE = "al-"
# states whose persons and towns have Arabic names
ARAB = frozenset("SYR LBN JOR IRQ PSE SAU KWT BHR QAT ARE OMN YEM EGY SDN LBY TUN DZA MAR MRT SOM DJI COM ESH".split())
_HELD_OUT = 10  # one word in so many is kept aside to measure with
_BUCKWALTER = str.maketrans(
    "'|>&<}AbptvjHxd*rzs$SDTZEg_fqklmnhwYy`{PJVGFNKauio~",
    "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىي\u0670ٱپچڤگ\u064b\u064c\u064d\u064e\u064f\u0650\u0652\u0651",
)
_CONSONANTS = {
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s",
    "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "و": "w", "ي": "y", "ع": "", "ء": "", "أ": "", "إ": "", "ؤ": "", "ئ": "",
}  # fmt: skip
_VOWELS = {"\u064e": "a", "\u064f": "u", "\u0650": "i"}
_INITIAL = {"ا": "a", "ٱ": "i", "أ": "a", "إ": "i"}  # where no vowel is written


@dataclass(frozen=True, slots=True)
class NamePair:
    """An Arabic word and how it may be spelt.

    Args:
        arabic: its letters, hamza, `ى` and `ة` kept.
        spellings: in lower case and ASCII.
        weight: how much an occurrence of it counts.
        source: where it is from: `person` (ours), `name` (of a lexicon or treebank), `town` or `word`.
        foreign: whether the name is not an Arabic one.
    """

    arabic: str
    spellings: tuple[str, ...]
    weight: float
    source: str
    foreign: bool

    @property
    def is_held_out(self) -> bool:
        """Whether it is kept aside to measure with: the same for all spellings of a word that fold alike."""
        return zlib.crc32(fold(self.arabic.removeprefix(ARTICLE)).encode()) % _HELD_OUT == 0


def romanize(word: str) -> str:
    """A vocalised Arabic word by BGN/PCGN 1956 without diacritics; `ة` is `a`, doubled digraphs are written once."""
    pieces = re.findall(r"([^\u064b-\u0652\u0670])([\u064b-\u0652\u0670]*)", word)
    spelt = ""
    for at, (letter, marks) in enumerate(pieces):
        vowel = next((v for mark, v in _VOWELS.items() if mark in marks), "a" if "\u0670" in marks else "")
        doubled = "\u0651" in marks
        last = at == len(pieces) - 1
        if letter in "اٱىآ":
            spelt += vowel or ("" if spelt.endswith("a") else _INITIAL.get(letter, "a") if at == 0 else "a")
        elif letter == "ة":
            spelt += "" if spelt.endswith("a") else "a"
        elif letter in "وي" and not vowel and at and (not doubled or (letter == "ي" and last)):
            own = "u" if letter == "و" else "i"
            glide = spelt.endswith("a") and pieces[at - 1][0] not in "ءأؤئا"  # `قَيس`, but `رَؤوف`
            spelt += "" if spelt.endswith(own) else ("w" if own == "u" else "y") if glide else own
        elif letter in _CONSONANTS:
            consonant = _CONSONANTS[letter]
            twice = doubled and len(consonant) == 1 and not (letter == "ي" and spelt.endswith("i"))
            spelt += consonant * (2 if twice else 1) + (vowel or ("" if at else _INITIAL.get(letter, "")))
    return spelt


def read_pairs(corpora: Path) -> list[NamePair]:
    """Every pair there is, in the order of their sources; a word may be in several.

    Args:
        corpora: the folder with `lexica/` and `padt/`.
    """
    camel = corpora / "lexica" / "camel_morph_msa"
    names = [*_names(camel), *_treebank(corpora / "padt" / "train.conllu")]
    arabic = {fold(pair.arabic) for pair in names if not pair.foreign}
    # Mohammad and Hossein are no foreign names, whatever their bearers are
    persons = [pair for pair in _persons() if not (pair.foreign and fold(pair.arabic) in arabic)]
    found = [*persons, *_towns(), *names, *_words(corpora / "lexica", camel)]
    return [pair for pair in found if len(pair.arabic) > 1 and all(re.fullmatch("[a-z-]+", s) for s in pair.spellings)]


def _pair(arabic: str, spellings: Iterable[str], weight: float, source: str, *, foreign: bool) -> NamePair:
    return NamePair(letters(arabic), tuple(sorted({plain(s) for s in spellings})), weight, source, foreign)


def _persons() -> Iterator[NamePair]:
    own = frozenset(c.iso3 for c in load().countries) - ARAB
    seen = set()
    for actor in load().actors:
        if actor.kind != "person":
            continue
        spelt = actor.en.replace("-", " ").replace(" al ", " al-").split()
        foreign = actor.code[:3] in own
        for name in (actor.name, *actor.names):
            words = name.split()
            pairs = list(zip(words, spelt, strict=True)) if len(words) == len(spelt) else []
            if len(words) == 1:
                pairs = [(words[0], spelt[-1])]
            for pair in pairs:
                if (*pair, foreign) not in seen and _same_article(*pair):
                    seen.add((*pair, foreign))
                    yield _pair(pair[0], [pair[1]], 1.0, "person", foreign=foreign)


def _same_article(word: str, spelling: str) -> bool:
    """Whether both have an article or neither has: `Abdul Hamid` has one that is not in `Hamid`."""
    return not word.startswith(ARTICLE) or plain(spelling)[1:2] == "l"


def _towns() -> Iterator[NamePair]:
    for line in data_file("places").joinpath("towns.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, others, en, country, *_ = line.split("\t")
        for form in (name, *filter(None, others.split("|"))):
            words, spelt = form.split(), en.split()
            if len(words) == len(spelt) and country not in ARAB:
                for word, spelling in zip(words, spelt, strict=True):
                    yield _pair(word, [spelling], 0.5, "town", foreign=True)


def _names(camel: Path) -> Iterator[NamePair]:
    with (camel / "MSA-Noun-Prop-LEX.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            vocalised = row["LEMMA"].translate(_BUCKWALTER)
            glosses = [g for g in re.split("[;,]", row["GLOSS"]) if re.fullmatch(r"[A-Za-z'`-]+", g)]
            if row["ROOT"] != "NTWS":
                yield from _arabic(vocalised, 1.0, "name")
            elif glosses and not glosses[0].isupper():
                yield _pair(vocalised, glosses, 1.0, "name", foreign=True)


def _treebank(file: Path) -> Iterator[NamePair]:
    seen = set()
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) != 10 or "Gloss=" not in fields[9]:
                continue
            misc = dict(item.split("=", 1) for item in fields[9].split("|") if "=" in item)
            glosses = [g for g in misc["Gloss"].split(",") if re.fullmatch(r"[A-Z][A-Za-z'`-]+", g)]
            key = fields[1], fields[2], fields[3], misc["Gloss"]
            if not glosses or key in seen:
                continue
            seen.add(key)
            if fields[3] == "X":
                yield _pair(fields[1], glosses, 1.0, "name", foreign=True)
            elif fields[3] == "NOUN" and "Case=" in fields[5]:
                yield from _arabic(fields[2], 1.0, "name")


def _words(lexica: Path, camel: Path) -> Iterator[NamePair]:
    """Nouns and adjectives: surnames are made of them."""
    with (lexica / "camel_chainbank" / "lemmas.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["POS"] == "NOUN":
                yield from _arabic(row["LEMMA_ARA"], 0.2, "word")
    with (camel / "MSA-Adj-LEX.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield from _arabic(row["LEMMA"].translate(_BUCKWALTER), 0.2, "word")


def _arabic(vocalised: str, weight: float, source: str) -> Iterator[NamePair]:
    spelling = romanize(vocalised)
    if " " in vocalised or not spelling:
        return
    yield _pair(vocalised, [spelling], weight, source, foreign=False)
    if not strip_marks(vocalised).startswith(ARTICLE):
        definite = ARTICLE + letters(vocalised).replace("ٱ", "ا")
        yield _pair(definite, [SPELT_ARTICLE + spelling], weight / 2, source, foreign=False)
