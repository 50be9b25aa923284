"""The words of a sentence, with names whole and clitics apart.

The tokenizer splits names that begin like a clitic (`لافروف` to `ل` + `أفروف`) and leaves clitics on
names it does not know (`وكيري`). The lexicon knows better: this is where it has its say, once, so
that every later rule can count on the words.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from syria_events.lexicon import Lexicon
from syria_events.model import Sentence, Word
from syria_events.normalize import fold, strip_marks

QUOTES = frozenset("\"“”„«»'‘’‹›`")
_CLITICS = {"و": "CCONJ", "ف": "CCONJ", "ل": "ADP", "ب": "ADP", "ك": "ADP"}
_CONJUNCTIONS = 2  # that may stand before another clitic: `ولوزير`, by a slip `وولوزير`
_NAME_WORDS = 6  # the longest spelling of a person's name


@dataclass(frozen=True, slots=True)
class _Token:
    form: str
    raw: str
    words: tuple[Word, ...]


def resegmented(sentence: Sentence, text: str, lexicon: Lexicon) -> Sentence:
    """The sentence with its words renumbered where names were split or clitics left on; `text` is the article's."""
    tokens = tuple(_tokens(sentence, text))
    whole = _names(tuple(token.form for token in tokens), lexicon)
    new: list[Word] = []
    place: dict[int, int] = {0: 0}  # old id -> new id
    for index, token in enumerate(tokens):
        pieces = _pieces(token, index in whole, lexicon)
        for word in token.words:
            place[word.id] = len(new) + len(pieces)
        if len(pieces) == len(token.words) > 1:
            for offset, word in enumerate(token.words):
                place[word.id] = len(new) + offset + 1
        new += pieces
    if len(new) == len(sentence.words) and all(a is b for a, b in zip(new, sentence.words, strict=True)):
        return sentence
    words = tuple(_renumbered(word, i, place) for i, word in enumerate(new, 1))
    return Sentence(sentence.index, sentence.start, sentence.end, words, sentence.paragraph)


def _pieces(token: _Token, name: bool, lexicon: Lexicon) -> list[Word]:
    """The words a token should have."""
    head = token.words[-1]
    if name:
        if len(token.words) == 1:
            return [head]
        outside = next((w for w in token.words if w.head not in {x.id for x in token.words}), head)
        name_text = strip_marks(token.raw).strip("".join(QUOTES))
        merged = replace(outside, text=name_text, lemma=name_text, upos="X", xpos="", feats="", clitic=False)
        return [merged]
    clitics = _glued(token.form, lexicon) if len(token.words) == 1 else ()
    if not clitics:
        return list(token.words)
    rest = strip_marks(token.raw).strip("".join(QUOTES))[len("".join(clitics)) :]
    if token.form.startswith("لل") and not rest.startswith("ال"):
        rest = "ال" + rest.removeprefix("ل")
    marks = [
        replace(head, text=c, lemma=c, upos=_CLITICS[c], xpos="", feats="", head=-head.id, deprel="cc", clitic=True)
        for c in clitics
    ]
    return [*marks, replace(head, text=rest, lemma=rest, clitic=True)]


def _renumbered(word: Word, new_id: int, place: dict[int, int]) -> Word:
    """A word with its new id; a head below 0 is the word's own token."""
    head = place[abs(word.head)]
    return replace(word, id=new_id, head=0 if head == new_id else head)


def _tokens(sentence: Sentence, text: str) -> Iterator[_Token]:
    group: list[Word] = []
    for word in sentence.words:
        if group and not (word.clitic and group[-1].clitic and word.start == group[-1].start):
            yield _token(group, text)
            group = []
        group.append(word)
    if group:
        yield _token(group, text)


def _token(words: list[Word], text: str) -> _Token:
    raw = text[words[0].start : words[0].end] if len(words) > 1 else words[0].text
    return _Token(bare(raw), raw, tuple(words))


def bare(text: str) -> str:
    """The folded form of a word without quote marks."""
    return fold(text).strip("".join(QUOTES))


def _names(forms: tuple[str, ...], lexicon: Lexicon) -> frozenset[int]:
    """The tokens that are part of a person's name as they stand."""
    found: set[int] = set()
    for i, form in enumerate(forms):
        if not form or i in found:
            continue
        for skip in (0, 1):  # a clitic may stand before the name: `ولافروف`
            start = form[skip:] if skip and form[0] in _CLITICS else form
            if (skip and start == form) or len(start) < 3:
                continue
            match = lexicon.actor_names.at((start, *forms[i + 1 : i + _NAME_WORDS]), 0)
            if match is not None and match[1].kind == "person" and (match[0] > 1 or len(start) > 3):
                found.update(range(i + skip, i + match[0]))
                break
    return frozenset(found)


def _glued(form: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The clitics left on a known name; none on a form that is known itself."""
    for conjunctions in range(_CONJUNCTIONS + 1):
        before, rest = tuple(form[:conjunctions]), form[conjunctions:]
        if rest[:1] not in _CLITICS or len(rest) < 4 or _known(rest, lexicon):
            return ()
        if rest.startswith("لل") and _known("ال" + rest[2:], lexicon):
            return (*before, "ل")
        if _known(rest[1:], lexicon):
            return (*before, rest[0])
        if rest[0] != "و":
            return ()
    return ()


def _known(form: str, lexicon: Lexicon) -> bool:
    one = (form,)
    return form in lexicon.nisba or any(
        phrases.at(one, 0) is not None for phrases in (lexicon.actor_names, lexicon.country_names, lexicon.metonyms)
    )
