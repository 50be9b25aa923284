"""The look-up forms of a word: its lemma, then what its spelling suggests where taggers err."""

from collections.abc import Iterator

from syria_events.model import Word
from syria_events.normalize import fold

_SHORTEST = 4  # letters a word must have more of for an ending to be taken off


def lemmas(word: Word) -> Iterator[str]:
    """The folded forms to look a word up by, the likeliest first, none twice."""
    seen = []
    lemma = fold(word.lemma)
    weak = (lemma + "ي",) if word.upos == "VERB" else ()  # a jussive has lost its last letter: `لم يلتق`
    for form in (lemma, *weak, *_guesses(fold(word.text), word.upos)):
        if form and form not in seen:
            seen.append(form)
            yield form


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
