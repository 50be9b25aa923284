"""Plain spelling: a text as the press writes it, whatever its file made of the letters, and the way back.

Files spell one text in many ways that look alike: letters of the Persian keyboard, the presentation forms of old
typesetting, vowel marks, tatweel, invisible marks, a letter and its hamza apart, lines wrapped for mail. The tagger and
the rules read plain spelling only; a row shows the article's own characters, which `PlainText.span` finds.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

# vowel marks, small letters above, signs of the Koran
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff"
# what only steers the layout: soft hyphen, zero-width and bidirectional marks, variation selectors
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_LETTERS = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f"
_FORMS = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfc\ufe70-\ufefc"  # presentation forms
# characters of Persian, Kurdish, Urdu and Uyghur keyboards, and spaces, by what the press writes for them
_INSTEAD = {
    char: plain
    for plain, chars in {
        "ي": "یېێےۍ",
        "ك": "کڪګ",
        "ه": "ھہەۂۀ",
        "ة": "ۃ",
        "ا": "ٱ",
        "أ": "ٲ",
        "إ": "ٳ",
        " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
        "\n": "\x0b\x0c\x85\u2028\u2029",
    }.items()
    for char in chars
}
_HAMZAS = "\u0653-\u0655"  # madda and hamza, which some systems write apart from their letter
_ODD = re.compile(
    rf"[اوىيیېێ][{_MARKS}]*?[{_HAMZAS}]"
    # tatweel that lengthens a word; behind ة, which joins nothing, or by itself it is a dash
    rf"|(?<=[{_LETTERS}{_FORMS}])(?<!ة)[ـ{_MARKS}{_INVISIBLE}]+"
    rf"|(?<!ـ)ـ++(?=[{_LETTERS}{_FORMS}])(?<!ةـ)"
    rf"|[{_MARKS}{_INVISIBLE}]+"
    rf"|[{_FORMS}]|[{re.escape(''.join(_INSTEAD))}]"
)
_LAST_MARKS = re.compile(rf"[{_MARKS}]+")

# A Persian keyboard has one letter for both ي and ى: where a text has neither, these words end in ى.
_FARSI_YEH = "ی"
_ALEF_MAKSURA = re.compile(
    r"(?<!\w)([وف]?(?:عل|إل|ال|حت|لد|مد|مت|سو|إحد|مستو|مبن|معن|منتد|ملتق|مستشف|قو|قر|ذكر|منح|مرم|مصطف|موس|عيس|يحي|"
    r"ال(?:أول|أخر|أقص|أعل|أدن|كبر|صغر|عظم|وسط|قصو|مستو|قو|قر|ذكر|ملتق|منتد|مستشف|أقو)|أخر|أول|كبر|أعل|أقص|أدن|"
    r"التق|نف|رأ|أجر|أنه|تلق|تبن|تخل|تول|أد|أعط|أبد|ألق|ألغ|دع|سع|بق|انته|أفض|أوص|تمن|استدع|ادع|اكتف|أت|قض|بن|رع|"
    r"أرس|احتو|أخل|استول|جر|مض|يبق|يلتق|تبق))ي(?!\w)"
)

_NARROWEST, _WIDEST = 40, 120  # characters: columns of print, lines of mail and of PDF; a longer line is a paragraph
_FEWEST = 3  # full lines, of one paragraph or several
# A line is full if the next word would have made it longer than this share of the longest; so many of the lines are
# full where a program wrapped them, and where they were set by the width of the letters.
_EVEN, _EVEN_SHARE = 1.0, 0.4
_RAGGED, _RAGGED_SHARE = 0.85, 0.6
_BROKEN_SHARE = 0.07  # of the full lines, that show a sentence broken off: of headlines one below the other none does
_MOSTLY = 0.7  # of the ragged lines, that are full to the last character where a program wrapped them
# a sentence that ends within the line, or a line that ends in a comma or in a word that nothing ends in
_BROKEN = re.compile(
    r"\w{3}[\"'”»)]?\.[\"'”»)]*\s+\w"
    r"|(?:[،,]|(?<!\w)و?(?:في|من|إلى|الى|على|عن|مع|بين|ضد|حول|خلال|بعد|قبل|منذ|حتى|ضمن|عبر|لدى|أن|إن|ان|أو|او|ثم|لكن|بل|كما"
    r"|الذي|التي|الذين|هذا|هذه|تلك|ذلك|كل|غير|أي|لا|لم|لن|قد|سوف|كان|كانت|بأن|لأن|إذا|عند|نحو|بسبب|وزير|رئيس))\s*$"
)
_STOPPED = re.compile(r"""[.!?؟]["'”»)\]]*\s*$""")
# a line, and the break behind it
_LINE = re.compile(r"([^\r\n\x0b\x0c\x85\u2028\u2029]*)(\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]|\Z)")


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text in plain spelling.

    Args:
        text: the plain text.
        places: for every character of `text` the offset of its source, and the length of the source last; None where
            every character stayed in its place.
        source: the text it was made of.
        width: the columns at which the lines of the source were wrapped, 0 for lines that are paragraphs.
    """

    text: str
    source: str
    places: "array[int] | None" = None
    width: int = 0

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the plain text stands in its source: half-open offsets, code points from 0."""
        if self.places is None:
            return start, end
        if start >= end:
            return self.places[start], self.places[start]
        last = self.places[end - 1] + 1
        marks = _LAST_MARKS.match(self.source, last)  # the vowel of the last letter is part of the word
        return self.places[start], marks.end() if marks else last


def plain_text(text: str) -> PlainText:
    """The plain spelling of an article's text; without anything odd in it, the text itself."""
    plain, places = _plain(text)
    if _FARSI_YEH in text and not set("يى") & set(text):
        plain = _ALEF_MAKSURA.sub(r"\1ى", plain)
    width = wrapped_at(text)
    if width:
        at = [place if places is None else bisect_left(places, place) for place in _soft_breaks(text, width)]
        plain = _with_spaces(plain, at)
    return PlainText(plain, text, places, width)


def _plain(text: str) -> tuple[str, "array[int] | None"]:
    """The text with odd characters replaced, and where each character was; None where all stayed in place."""
    pieces: list[str] = []
    places = array("l")
    at = 0
    moved = False
    for match in _ODD.finditer(text):
        instead = _instead(match.group())
        pieces += (text[at : match.start()], instead)
        places.extend(range(at, match.start()))
        places.extend([match.start()] * len(instead))
        at = match.end()
        moved = moved or len(instead) != len(match.group())
    pieces.append(text[at:])
    places.extend(range(at, len(text) + 1))
    return "".join(pieces), places if moved else None


@lru_cache(maxsize=10_000)
def _instead(odd: str) -> str:
    """What plain spelling has for a match of `_ODD`."""
    if odd in _INSTEAD:
        return _INSTEAD[odd]
    if len(odd) == 1 and (form := unicodedata.normalize("NFKC", odd)) != odd:
        letters = "" if form[0] in " ـ" else form  # a vowel mark on its own stands on a space or on tatweel
        return "".join(_INSTEAD.get(char, char) for char in letters)
    if odd[-1] in "\u0653\u0654\u0655" and odd[0] in "اوىيیېێ":
        letter = unicodedata.normalize("NFC", _INSTEAD.get(odd[0], odd[0]) + odd[-1])
        return letter if len(letter) == 1 else letter[0]
    return ""


def wrapped_at(text: str) -> int:
    """The columns at which the lines of a text were wrapped; 0 where a line is a paragraph.

    Lines were wrapped where many are about as long as the longest, for the next word would have found no room, and
    sentences end inside them rather than with them.
    """
    lines = [match[1].strip() for match in _LINE.finditer(text)]
    width = max(map(len, lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    followed = [(line, after) for line, after in pairwise(lines) if line and after]
    for reach, share in ((_EVEN, _EVEN_SHARE), (_RAGGED, _RAGGED_SHARE)):
        full = [line for line, after in followed if _reach(line, after) > reach * width]
        stopped = sum(_STOPPED.search(line) is not None for line in full)
        broken = sum(_BROKEN.search(line) is not None for line in full)
        enough = len(full) >= max(_FEWEST, share * len(followed))
        if enough and 2 * stopped <= len(full) and broken >= max(1, _BROKEN_SHARE * len(full)):
            return width
    return 0


def _reach(line: str, after: str) -> int:
    """How long a line would be with the first word of the next."""
    return len(line) + 1 + len(after.split(maxsplit=1)[0])


def _soft_breaks(text: str, width: int) -> Iterator[int]:
    """The offsets of the line breaks behind full lines."""
    pairs = [(first, _reach(first[1].strip(), second[1])) for first, second in pairwise(_LINE.finditer(text))
             if first[1].strip() and second[1].strip()]  # fmt: skip
    even = [first for first, reach in pairs if reach > _EVEN * width]
    ragged = [first for first, reach in pairs if reach > _RAGGED * width]
    for line in even if len(even) > _MOSTLY * len(ragged) else ragged:
        if _STOPPED.search(line[1]) is None:  # behind a full stop a break changes no sentence, and may end a paragraph
            yield from range(*line.span(2))


def _with_spaces(text: str, places: list[int]) -> str:
    """The text with spaces at these places."""
    characters = list(text)
    for place in places:
        characters[place] = " "
    return "".join(characters)
