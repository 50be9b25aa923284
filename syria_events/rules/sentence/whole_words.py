"""Common words that begin like a clitic, and clitics left on common nouns: the lexicon knows which is which.

`وقع` at the head of a sentence is split to `و` and `قع`, `بلدة` to `ب` and `لدة`; `وقوات` is left whole.
"""

from dataclasses import replace

from syria_events.lexicon import Lexicon
from syria_events.model import Word
from syria_events.normalize import fold
from syria_events.provenance import rule

_PERFECT = "Aspect=Perf|Gender={}|Number=Sing|Person=3|Voice=Act"
_AND = "و"
_SHORTEST = 3  # letters of a verb that a clitic was split off


@rule("segmentation.verb-whole", "وقع الجيش اتفاقا، وافق المجلس")
def verb_whole(words: tuple[Word, ...], form: str, lexicon: Lexicon) -> tuple[Word, ...] | None:
    """A token of two words that as a whole is a verb of the lexicon, while its second word is none."""
    if len(words) != 2 or words[1].upos not in ("VERB", "NOUN", "X") or len(form) < _SHORTEST:
        return None
    stem = form if _is_verb(form, lexicon) else form.removesuffix("ت")
    rest = fold(words[1].text)
    if not _is_verb(stem, lexicon) or any(_is_word(one, lexicon) for one in (fold(words[1].lemma), rest, rest[:-1])):
        return None
    feats = _PERFECT.format("Masc" if stem == form else "Fem")
    return (_whole(words, form, lemma=stem, upos="VERB", feats=feats),)


@rule("segmentation.noun-whole", "بلدة")
def noun_whole(words: tuple[Word, ...], form: str, lexicon: Lexicon) -> tuple[Word, ...] | None:
    """A token of two words that as a whole is a kind of place."""
    if len(words) != 2 or form not in lexicon.words("place_head"):
        return None
    return (_whole(words, form, lemma=form, upos="NOUN", feats=words[1].feats),)


def _whole(words: tuple[Word, ...], form: str, *, lemma: str, upos: str, feats: str) -> Word:
    inside = {word.id for word in words}
    outside = next((word for word in words if word.head not in inside), words[-1])
    return replace(outside, text=form, lemma=lemma, upos=upos, xpos="", feats=feats, clitic=False)


def _is_verb(form: str, lexicon: Lexicon) -> bool:
    return any(form in table for table in (lexicon.verbs, lexicon.speech_verbs, lexicon.light_verbs))


def _is_word(form: str, lexicon: Lexicon) -> bool:
    return _is_verb(form, lexicon) or form in lexicon.masdars or form in lexicon.speech_nouns


@rule("segmentation.and-apart", "وقوات الدعم السريع")
def and_apart(words: tuple[Word, ...], form: str, lexicon: Lexicon) -> tuple[Word, ...] | None:
    """`و` left on an institution's or group's noun that the tagger does not know."""
    if len(words) != 1 or words[0].upos != "X" or not form.startswith(_AND) or _is_noun(form, lexicon):
        return None
    word, rest = words[0], form.removeprefix(_AND)
    if not _is_noun(rest, lexicon):
        return None
    mark = replace(
        word, text=_AND, lemma=_AND, upos="CCONJ", xpos="", feats="", head=-word.id, deprel="cc", clitic=True
    )
    return mark, replace(word, text=rest, lemma=rest, upos="NOUN", clitic=True)


def _is_noun(form: str, lexicon: Lexicon) -> bool:
    return any(table.at((form,), 0) is not None for table in (lexicon.institution_names, lexicon.group_names))


WHOLE = (verb_whole, noun_whole, and_apart)
