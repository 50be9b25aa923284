"""Texts that look alike are one text to the program, and every offset leads back to the file."""

import re
import textwrap
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from syria_events.plaintext import plain_text

SEEDS = Path(__file__).parents[1] / "seeds"
TEXT = "التقى الوزير الأميركي جون كيري نظيره الروسي في جنيف، وأكّد أنّ الحلّ آتٍ غداً إن شاء الله؛ لا شك."
PLAIN = "التقى الوزير الأميركي جون كيري نظيره الروسي في جنيف، وأكد أن الحل آت غدا إن شاء الله؛ لا شك."
HEADLINES = [
    "كيري: لا حل عسكريا للأزمة السورية.. والمفاوضات مستمرة",
    "لافروف يبحث مع نظيره الأميركي وقف إطلاق النار بحلب",
    "دي ميستورا يزور دمشق للقاء المعلم.. ولا جديد يذكر",
    "الفصائل تعلن هدنة في حلب و«النصرة» تواصل القتال",
]
LETTERS = re.compile("(?<=[\u0621-\u064a])(?=[\u0621-\u064a])")


def glyphs() -> dict[str, dict[str, str]]:
    """The presentation forms of every letter, and of lam with alef, by where they stand."""
    forms: dict[str, dict[str, str]] = {}
    for code in range(0xFE80, 0xFEFD):
        kind, *base = unicodedata.decomposition(chr(code)).split()
        forms.setdefault("".join(chr(int(part, 16)) for part in base), {})[kind] = chr(code)
    return forms


def presentation_forms(text: str) -> str:
    """Every letter as a glyph of its own, by whether it joins its neighbours; `لا` is one."""
    forms = glyphs()
    found = ""
    joined = False  # to the letter before
    pieces = re.findall("ل[اأإآ]|.", text, flags=re.S)
    for piece, after in pairwise([*pieces, " "]):
        mine = forms.get(piece, {})
        goes_on = "<initial>" in mine and after in forms and after != "ء"
        kind = ("<medial>" if joined else "<initial>") if goes_on else ("<final>" if joined else "<isolated>")
        found += mine.get(kind, mine.get("<isolated>", piece))
        joined = goes_on
    return found


VARIANTS: dict[str, Callable[[str], str]] = {
    "presentation forms": presentation_forms,
    "Persian letters": lambda text: text.translate(str.maketrans("يك", "یک")),
    "letters and marks apart": lambda text: unicodedata.normalize("NFD", text),
    "right-to-left marks at line starts": lambda text: re.sub("^", "\u200f", text, flags=re.M),
    "embeddings around lines": lambda text: re.sub("^(.*)$", "\u202b\\1\u202c", text, flags=re.M),
    "isolates around words": lambda text: re.sub(r"(\S+)", "\u2067\\1\u2069", text),
    "zero-width spaces": lambda text: LETTERS.sub("\u200b", text),
    "zero-width non-joiners": lambda text: LETTERS.sub("\u200c", text),
    "soft hyphens": lambda text: LETTERS.sub("\u00ad", text),
    "word joiners and byte-order marks": lambda text: LETTERS.sub("\u2060\ufeff", text),
    "tatweel": lambda text: LETTERS.sub("ــ", text),
    "vowels": lambda text: LETTERS.sub("َّ", text),
    "alef wasla and dagger alef": lambda text: re.sub(r"\bال", "ٱلٰ", text),
    "no-break and thin spaces": lambda text: text.replace(" ", "\u202f").replace("\u202f", "\u2009", 3),
}


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS)
def test_texts_that_look_alike_are_one(variant: Callable[[str], str]) -> None:
    text = variant(TEXT)
    assert text != TEXT
    assert plain_text(text).text == PLAIN == plain_text(TEXT).text


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS)
@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_every_word_leads_back_to_its_own_letters(variant: Callable[[str], str], seed: Path) -> None:
    text = variant(seed.read_bytes().decode("utf-8-sig"))
    plain = plain_text(text)
    spans = [plain.span(*word.span()) for word in re.finditer(r"\S+", plain.text)]
    assert [words(text[start:end]) for start, end in spans] == [words(word) for word in plain.text.split()]
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def words(text: str) -> str:
    """Plain spelling, but a word by itself may lack the ى by which its text is known to tell it from ي."""
    return plain_text(text).text.replace("ى", "ي")


def test_a_span_takes_its_marks_along_and_a_ligature_whole() -> None:
    text = "قَالَ\u200f ﻻ\u200b"
    plain = plain_text(text)
    assert plain.text == "قال لا"
    assert [text[slice(*plain.span(*at))] for at in ((0, 3), (2, 3), (4, 6), (5, 6))] == ["قَالَ", "لَ", "ﻻ", "ﻻ"]
    assert plain.span(6, 6) == (len(text), len(text)) and plain.span(0, 0) == (0, 0)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("روسيا ـ إيران", "روسيا ـ إيران"),  # a dash
        ("الروسيةـالأميركية", "الروسيةـالأميركية"),
        ("مدينةـ حمص", "مدينة حمص"),
        ("1437هـ", "1437ه"),
        ("ﷺ", "صلى الله عليه وسلم"),
        ("على موسى", "على موسى"),
        ("علی لافروف إلی موسکو والتقی", "على لافروف إلى موسكو والتقى"),  # a keyboard without ى
        ("علی فی موسى", "علي في موسى"),  # one with both
        ("Kerry ‘said’ 3.5 €", "Kerry ‘said’ 3.5 €"),
        ("", ""),
    ],
)
def test_what_becomes_of(text: str, plain: str) -> None:
    assert plain_text(text).text == plain


# wrapped lines


@pytest.mark.parametrize("width", [60, 72, 100])
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n"], ids=ascii)
@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_wrapped_lines_are_joined_in_place(seed: Path, width: int, between: str) -> None:
    lines = [line for line in seed.read_bytes().decode("utf-8-sig").splitlines() if line.strip()]
    text = between.join(textwrap.fill(line, width, break_on_hyphens=False) for line in lines)
    assert width - 8 < plain_text(text).width <= width
    wanted, found = sentences(plain_text("\n".join(lines)).text), sentences(plain_text(text).text)
    assert len(wanted - found) <= 0.15 * len(wanted)


def sentences(text: str) -> set[str]:
    return {" ".join(part.split()) for part in re.split(r"(?<=[.؟!])\s|\n", text) if part.strip()}


def wrap(text: str, width: int = 72, **indent: str) -> str:
    return "\n".join(textwrap.fill(line, width, break_on_hyphens=False, **indent) for line in text.splitlines())


WRAPPINGS: dict[str, Callable[[str], str]] = {
    "columns of print": lambda text: wrap(text, 35),
    "a wide page": lambda text: wrap(text, 110),
    "an indented page": lambda text: wrap(text, initial_indent="    ", subsequent_indent="    "),
    "indented paragraphs": lambda text: wrap(text, initial_indent="    "),
    "an answered mail": lambda text: re.sub("^", "> ", wrap(text), flags=re.M),
    "vowels, then wrapped": lambda text: wrap(VARIANTS["vowels"](text)),
    "wrapped, then vowels": lambda text: VARIANTS["vowels"](wrap(text)),
    "a long line among the others": lambda text: f"{wrap(text)}\n\nhttps://example.org/{'x' * 200}",
    "a blank line behind every line": lambda text: wrap(text).replace("\n", "\n\n"),
    "format=flowed": lambda text: wrap(text).replace("\n", " \n"),
}


@pytest.mark.parametrize("variant", WRAPPINGS.values(), ids=WRAPPINGS)
def test_lines_are_joined_however_they_were_wrapped(variant: Callable[[str], str]) -> None:
    seed = SEEDS / "000_23eee19d8f148d4b.txt"
    text = seed.read_bytes().decode("utf-8-sig")
    plain = plain_text(variant(text))
    wanted = sentences(plain_text(text).text)
    assert plain.width and len(wanted - sentences(plain.text)) <= 0.2 * len(wanted)


def test_an_answered_mail_keeps_its_offsets() -> None:
    text = "> قال كيري\n>> ثم مضى\n> وعاد"
    assert plain_text(text).text == "  قال كيري\n   ثم مضى\n  وعاد" and plain_text(text).span(2, 5) == (2, 5)
    assert plain_text("> قال كيري\nثم\nمضى").text == "> قال كيري\nثم\nمضى", "one line is no mail"


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_lines_that_are_paragraphs_stay(seed: Path) -> None:
    assert plain_text(seed.read_bytes().decode("utf-8-sig")).width == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "سطر واحد من دون غيره",
        "\n".join(
            ["كيري: الحل قريب جدا", "لافروف: لا حل عسكريا", "دي ميستورا يزور دمشق", "هدنة في حلب"] * 3
        ),  # headlines
        "\n".join(f"قال كيري في الجملة {number} كلاما طويلا عن الحل في سوريا." for number in range(9)),
    ],
    ids=["nothing", "one", "headlines", "sentences"],
)
def test_short_lines_are_not_wrapped_ones(text: str) -> None:
    assert plain_text(text).width == 0


@pytest.mark.parametrize("piece", ["ـ", "\u200b", "ا\u064b", "\n", "ـ\u200b", "ةـ", "سطر "], ids=ascii)
def test_no_text_takes_long(piece: str) -> None:
    """With a pattern that is tried again at every character this test would take minutes."""
    assert len(plain_text("ة" + piece * 200_000).text) <= 200_000 * len(piece) + 1
