"""Tagged sentences in a line: `التقى/V وزير/N الخارجية/N ل+روسيا/P+X [PER فادي/X الزبداني/X] | قال/V ذلك`.

A word without a tag is `X`, tags are UPOS or the letters below, `+` joins the words of one token, brackets are
entities, `|` begins another sentence, `_` before a token leaves out the space, and `الاسم/N:Gender=Fem,Number=Plur` has
features. Trees are flat, quotation marks are words. `@none` or a day first is the day of publication.
"""

import re
from collections.abc import Iterator
from datetime import date

from syria_events.model import Article, Doc, Entity, Sentence, Word

TAGS = {
    "V": "VERB", "N": "NOUN", "X": "X", "A": "ADJ", "P": "ADP", "C": "CCONJ", "S": "SCONJ", "R": "PRON", "T": "PART",
    "U": "NUM", "D": "DET", ".": "PUNCT",
}  # fmt: skip
FEATS = {"PRON": "Person=3"}  # unless others are given
PUBLISHED = date(2016, 6, 21)
_MARK = re.compile(r"[^\w\s]")


def tagged(line: str) -> Doc:
    """The document of a line."""
    published: date | None = PUBLISHED
    if line.startswith("@"):
        day, _, line = line[1:].partition(" ")
        published = None if day == "none" else date.fromisoformat(day)
    text, sentences, entities = "", [], []
    for number, part in enumerate(line.split(" | ")):
        text += "\n" if number else ""
        start, words = len(text), []
        for token, begins, ends in _tokens(part):
            text += " " if words and not token.startswith("_") else ""
            if begins:
                opened = begins, len(text)
            made = list(_words(token.removeprefix("_"), len(words), len(text)))
            words += made
            text = text[: made[0].start] + _spelled([word.text for word in made])
            if ends:
                entities.append(Entity(opened[0], opened[1], len(text), text[opened[1] :]))
        sentences.append(Sentence(number, start, len(text), tuple(words), number))
    return Doc(Article("line", text, published), tuple(sentences), tuple(entities))


def _tokens(part: str) -> Iterator[tuple[str, str, bool]]:
    """The tokens of a sentence: the entity that begins with each, and whether one ends."""
    kind = ""
    for token in part.split():
        if token.startswith("["):
            kind = token[1:]
            continue
        yield token.removesuffix("]"), kind, token.endswith("]")
        kind = ""


def _words(token: str, before: int, start: int) -> Iterator[Word]:
    form, _, rest = token.rpartition("/") if "/" in token else (token, "", "." if _MARK.fullmatch(token) else "X")
    tags, _, given = rest.partition(":")
    forms = form.split("+")
    end = start + len(_spelled(forms))
    for number, (text, tag) in enumerate(zip(forms, tags.split("+"), strict=True), before + 1):
        upos = TAGS.get(tag, tag)
        feats = given.replace(",", "|") or FEATS.get(upos, "")
        yield Word(number, text, text, upos, "", feats, min(number - 1, 1), "dep", start, end, len(forms) > 1)


def _spelled(forms: list[str]) -> str:
    """How the words of a token are written together: `ل` + `الأمم` is `للأمم`."""
    together = "".join(forms)
    return together.replace("لال", "لل", 1) if forms[0] == "ل" and len(forms) > 1 else together
