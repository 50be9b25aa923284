"""The look-up forms of a word: its lemma, then what its spelling suggests where taggers err."""

from collections.abc import Iterator
from functools import lru_cache

from syria_events.model import Word
from syria_events.normalize import fold

_SHORTEST = 4  # letters a word must have more of for an ending to be taken off


def lemmas(word: Word) -> tuple[str, ...]:
    """The folded forms to look a word up by, the likeliest first, none twice."""
    return _lemmas(word.lemma, word.text, word.upos)


@lru_cache(maxsize=50_000)  # every rule asks for those of the words around it
def _lemmas(lemma: str, text: str, upos: str) -> tuple[str, ...]:
    lemma = fold(lemma)
    weak = (lemma + "ي",) if upos == "VERB" else ()  # a jussive has lost its last letter: `لم يلتق`
    return tuple(form for form in dict.fromkeys((lemma, *weak, *_guesses(fold(text), upos))) if form)


def _guesses(form: str, upos: str) -> Iterator[str]:
    if upos == "VERB":
        yield form
        yield form.removesuffix("ت")
        return
    stem = form.removeprefix("ال") if len(form) > _SHORTEST else form
    yield stem
    if len(stem) <= _SHORTEST:
        return
    if stem.endswith("ات"):
        yield stem[:-2] + "ه"
        yield stem[:-2]
    if stem.endswith(("ين", "ان")):
        yield stem[:-2]
