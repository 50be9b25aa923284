"""A sentence as the look-up rules read it: folded forms, quote marks skipped, glued clitics undone."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from syria_events.lexicon import Lexicon
from syria_events.model import Sentence, Word
from syria_events.normalize import fold

QUOTES = frozenset("\"“”„«»'‘’‹›`")
COMMAS = frozenset("،,")
_CLITICS = ("و", "ف", "ل", "ب", "ك")


@dataclass(frozen=True)
class View:
    """The words of a sentence without quote marks.

    Args:
        forms: folded words; a glued clitic stands apart (`ولافروف` gives `و`, `لافروف`).
        ids: the word id behind every form.
    """

    sentence: Sentence
    forms: tuple[str, ...]
    ids: tuple[int, ...]

    @cached_property
    def position(self) -> dict[int, int]:
        """The last position of every word id that is in view."""
        return {word_id: i for i, word_id in enumerate(self.ids)}

    def word(self, i: int) -> Word:
        """The word behind position `i`."""
        return self.sentence.word(self.ids[i])

    def __len__(self) -> int:
        return len(self.forms)


def make_view(sentence: Sentence, text: str, lexicon: Lexicon) -> View:
    """The view of a sentence of `text`."""
    forms: list[str] = []
    ids: list[int] = []
    tokens = list(_tokens(sentence, text))
    whole = _names(tuple(form for form, _ in tokens), lexicon)
    for index, (surface, words) in enumerate(tokens):
        if not surface:
            continue
        if index in whole or len(words) == 1:
            pieces = (surface,) if index in whole else _unglue(surface, lexicon)
            forms += pieces
            ids += [words[-1].id if index in whole else words[0].id] * len(pieces)
            continue
        for word in words:
            if form := _bare(word.text):
                forms.append(form)
                ids.append(word.id)
    return View(sentence, tuple(forms), tuple(ids))


def _tokens(sentence: Sentence, text: str) -> Iterator[tuple[str, list[Word]]]:
    """Surface tokens, folded and without quote marks, each with its words."""
    words: list[Word] = []
    for word in sentence.words:
        if words and not (word.clitic and words[-1].clitic and word.start == words[-1].start):
            yield _bare(text[words[0].start : words[0].end] if len(words) > 1 else words[0].text), words
            words = []
        words.append(word)
    if words:
        yield _bare(text[words[0].start : words[0].end] if len(words) > 1 else words[0].text), words


def _bare(text: str) -> str:
    return fold(text).strip("".join(QUOTES))


def _names(surfaces: tuple[str, ...], lexicon: Lexicon) -> frozenset[int]:
    """The tokens that are part of a person's name as they stand: `لافروف` is no `ل` + `أفروف`."""
    found: set[int] = set()
    for i, form in enumerate(surfaces):
        if not form or i in found:
            continue
        for skip in (0, 1):  # a clitic may stand before the name: `ولافروف`
            start = form[skip:] if skip and form[0] in _CLITICS else form
            if (skip and start == form) or len(start) < 3:
                continue
            match = lexicon.actor_names.at((start, *surfaces[i + 1 : i + 6]), 0)
            if match is not None and match[1].kind == "person" and (match[0] > 1 or len(start) > 3):
                found.update(range(i + (1 if skip else 0), i + match[0]))
                break
    return frozenset(found)


def _unglue(form: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Split a clitic the tokenizer left on a known name; a form that is known itself stays whole."""
    if form[:1] not in _CLITICS or len(form) < 4 or _known(form, lexicon):
        return (form,)
    if form.startswith("لل") and _known("ال" + form[2:], lexicon):
        return ("ل", "ال" + form[2:])
    rest = form[1:]
    if _known(rest, lexicon):
        return (form[0], rest)
    if form[0] == "و" and rest[:1] in _CLITICS:
        inner = _unglue(rest, lexicon)
        if len(inner) == 2:
            return (form[0], *inner)
    return (form,)


def _known(form: str, lexicon: Lexicon) -> bool:
    one = (form,)
    return form in lexicon.nisba or any(
        phrases.at(one, 0) is not None for phrases in (lexicon.actor_names, lexicon.country_names, lexicon.metonyms)
    )
