"""Plain spelling: a text as the press writes it, whatever its file made of the letters, and the way back.

Files spell one text in many ways that look alike: letters of the Persian keyboard, the presentation forms of old
typesetting, vowel marks, tatweel, invisible marks, a letter and its hamza apart, lines wrapped for mail. The tagger and
the rules read plain spelling only; a row shows the article's own characters, which `PlainText.span` finds.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator
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
    # tatweel that lengthens a word; between ة, which joins nothing, and a letter, or by itself it is a dash
    rf"|(?<=[{_LETTERS}{_FORMS}])(?!(?<=ة)ـ++[{_LETTERS}{_FORMS}])[ـ{_MARKS}{_INVISIBLE}]+"
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

_NARROWEST, _WIDEST = 30, 150  # characters: columns of print, lines of mail and of PDF; a longer line is a paragraph
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
_REPLY = re.compile(r"^[ \t]*(?:>[ \t]*)+", re.M)  # before every line of a mail that is answered
_WRITTEN = re.compile(r"^.*\S", re.M)
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
    if len(_REPLY.findall(plain)) * 2 > len(_WRITTEN.findall(plain)):
        plain = _REPLY.sub(lambda mark: " " * len(mark.group()), plain)
    lines = list(_LINE.finditer(plain))
    # marks may have been there when the lines were wrapped, or have come later
    for lengths in (_lengths(_LINE.finditer(text)), _lengths(lines)):
        if width := _wrapped_at(lines, lengths):
            plain = _with_spaces(plain, _soft_breaks(lines, lengths, width))
            return PlainText(plain, text, places, width)
    return PlainText(plain, text, places)


def _lengths(lines: Iterable[re.Match[str]]) -> list[int]:
    return [len(line[1].rstrip()) for line in lines]


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


def _wrapped_at(lines: list[re.Match[str]], lengths: list[int]) -> int:
    """The columns at which lines were wrapped; 0 where a line is a paragraph.

    Lines were wrapped where many are about as long as the longest, for the next word would have found no room, and
    sentences end inside them rather than with them.
    """
    width = max((length for length in lengths if length <= _WIDEST), default=0)
    if width < _NARROWEST:
        return 0
    followed = _followed(lines, lengths)
    for room, share in ((_EVEN, _EVEN_SHARE), (_RAGGED, _RAGGED_SHARE)):
        full = [line for line, _, reach in followed if reach > room * width]
        stopped = sum(_STOPPED.search(line[1]) is not None for line in full)
        broken = sum(_BROKEN.search(line[1]) is not None for line in full)
        enough = len(full) >= max(_FEWEST, share * len(followed))
        if enough and 2 * stopped <= len(full) and broken >= max(1, _BROKEN_SHARE * len(full)):
            return width
    return 0


def _followed(lines: list[re.Match[str]], lengths: list[int]) -> list[tuple[re.Match[str], re.Match[str], int]]:
    """The lines with another behind them, that one, and how long each would be with its first word.

    A blank line lies between two paragraphs, unless there is one behind every line.
    """
    written = [
        (place, line, length)
        for place, (line, length) in enumerate(zip(lines, lengths, strict=True))
        if line[1].strip()
    ]
    spaced = all(later - place > 1 for (place, *_), (later, *_) in pairwise(written))
    return [
        (line, after, length + 1 + len(after[1].split(maxsplit=1)[0]))
        for (place, line, length), (later, after, _) in pairwise(written)
        if length <= _WIDEST and (spaced or later == place + 1)
    ]


def _soft_breaks(lines: list[re.Match[str]], lengths: list[int], width: int) -> Iterator[int]:
    """The offsets of the line breaks behind full lines."""
    followed = _followed(lines, lengths)
    even = [(line, after) for line, after, reach in followed if reach > _EVEN * width]
    ragged = [(line, after) for line, after, reach in followed if reach > _RAGGED * width]
    for line, after in even if len(even) > _MOSTLY * len(ragged) else ragged:
        if _STOPPED.search(line[1]) is None:  # behind a full stop a break changes no sentence, and may end a paragraph
            yield from range(line.end(1), after.start(1))


def _with_spaces(text: str, places: Iterable[int]) -> str:
    """The text with spaces at these places."""
    characters = list(text)
    for place in places:
        characters[place] = " "
    return "".join(characters)
