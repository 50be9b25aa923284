"""The words of a sentence, with names whole and clitics apart.

The tokenizer splits names that begin like a clitic (`لافروف` to `ل` + `أفروف`) and leaves clitics on
names it does not know (`وكيري`). The lexicon knows better: this is where it has its say, once, so
that every later rule can count on the words.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from syria_events.lexicon import Lexicon
from syria_events.model import Sentence, Word
from syria_events.normalize import strip_marks
from syria_events.provenance import guard, id_of, rule
from syria_events.rules.sentence.index import QUOTES, bare
from syria_events.rules.sentence.whole_words import WHOLE
from syria_events.rules.trace import Trace
from syria_events.rules.values import Kind, Refusal

_MARKS = "".join(QUOTES)
_CONJUNCTIONS = 2  # that may stand before another clitic: `ولوزير`, by a slip `وولوزير`
_NAME_WORDS = 6  # the longest spelling of a person's name
_SHORTEST_NAME = 3  # letters of a name's first word
_SHORTEST_ALONE = 4  # letters of a name of one word
_SHORTEST_WHOLE = 4  # letters of a known form that begins or ends like a clitic
_SHORTEST_GLUED = 4  # letters of a name with its clitic


@dataclass(frozen=True, slots=True)
class _Token:
    form: str
    raw: str
    words: tuple[Word, ...]


def resegmented(sentence: Sentence, text: str, lexicon: Lexicon, trace: Trace) -> Sentence:
    """The sentence with its words renumbered where names were split or clitics left on.

    Args:
        sentence: as the tagger has it.
        text: the article's.
        lexicon: knows the names.
        trace: keeps what was changed, and what was left as it is.
    """
    tokens = tuple(_tokens(sentence, text))
    whole = tokens_of_persons(tuple(token.form for token in tokens), lexicon)
    new: list[Word] = []
    place: dict[int, int] = {0: 0}  # old id -> new id
    for number, token in enumerate(tokens):
        pieces, rule_id, refused = _pieces(token, lexicon, whole=number in whole)
        if pieces is token.words and (word := _common_word(token, lexicon)) is not None:
            pieces, rule_id = word
        if pieces is not token.words:
            trace.mend(sentence.index, " ".join(word.text for word in pieces), rule_id)
        elif refused is not None:
            trace.refuse(sentence.index, refused.text, refused.guard)
        place |= _places(token, pieces, len(new))
        new += pieces
    if len(new) == len(sentence.words) and all(a is b for a, b in zip(new, sentence.words, strict=True)):
        return sentence
    words = tuple(_renumbered(word, number, place) for number, word in enumerate(new, 1))
    return Sentence(sentence.index, sentence.start, sentence.end, words, sentence.paragraph)


def _pieces(token: _Token, lexicon: Lexicon, *, whole: bool) -> tuple[tuple[Word, ...], str, Refusal | None]:
    """The words a token should have, the rule that says so, and why clitics were left on, as far as they were."""
    if whole:
        return name_whole(token), id_of(name_whole), None
    if len(token.words) > 1:
        if len(token.form) >= _SHORTEST_WHOLE and is_known(token.form, lexicon):
            return known_whole(token), id_of(known_whole), None
        return token.words, "", None
    clitics, article, refused = clitics_left_on(token.form, lexicon)
    if not clitics:
        return token.words, "", refused
    return clitics_apart(token, clitics, lexicon, article=article), id_of(clitics_apart), None


def _common_word(token: _Token, lexicon: Lexicon) -> tuple[tuple[Word, ...], str] | None:
    """A token as the common word that it is, and the rule that says so."""
    for mend in WHOLE:
        if (words := mend(token.words, token.form, lexicon)) is not None:
            return words, id_of(mend)
    return None


def _places(token: _Token, pieces: tuple[Word, ...], before: int) -> dict[int, int]:
    """The new id of every word of a token, `before` so many new words: its own where none came or went."""
    if len(pieces) == len(token.words):
        return {word.id: before + number for number, word in enumerate(token.words, 1)}
    return {word.id: before + len(pieces) for word in token.words}


def _renumbered(word: Word, new_id: int, place: dict[int, int]) -> Word:
    """A word with its new id; a head below 0 is the word's own token."""
    head = place[abs(word.head)]
    if word.id == new_id and word.head == head:
        return word
    # by hand: `replace` takes five times as long, and this is done for most words of an article
    return Word(
        new_id, word.text, word.lemma, word.upos, word.xpos, word.feats, 0 if head == new_id else head, word.deprel,
        word.start, word.end, word.clitic,
    )  # fmt: skip


def _tokens(sentence: Sentence, text: str) -> Iterator[_Token]:
    group: tuple[Word, ...] = ()
    for word in sentence.words:
        if group and not (word.clitic and group[-1].clitic and word.start == group[-1].start):
            yield _token(group, text)
            group = ()
        group = (*group, word)
    if group:
        yield _token(group, text)


def _token(words: tuple[Word, ...], text: str) -> _Token:
    raw = text[words[0].start : words[0].end] if len(words) > 1 else words[0].text
    return _Token(bare(raw), raw, words)


@rule("segmentation.name-whole", "لافروف")
def name_whole(token: _Token) -> tuple[Word, ...]:
    """A token of a person's name as one word, whatever the tokenizer split off."""
    if len(token.words) == 1:
        return token.words
    inside = {word.id for word in token.words}
    outside = next((word for word in token.words if word.head not in inside), token.words[-1])
    name = _spelled(token)
    return (replace(outside, text=name, lemma=name, upos="X", xpos="", feats="", clitic=False),)


@rule("segmentation.known-whole", "واشنطن")
def known_whole(token: _Token) -> tuple[Word, ...]:
    """A token that is a name or nationality the lexicon knows as one word: not `و` and `أشنطن`."""
    return name_whole(token)


@rule("segmentation.clitic-apart", "وكيري")
def clitics_apart(token: _Token, clitics: tuple[str, ...], lexicon: Lexicon, *, article: bool) -> tuple[Word, ...]:
    """The clitics left on a known name as words of their own; its article has lost the alef behind `ل`."""
    tags = lexicon.mapping("clitics")
    word = token.words[-1]
    rest = _spelled(token)[len(clitics) :]
    rest = f"ا{rest}" if article else rest
    marks = (
        replace(word, text=c, lemma=c, upos=tags[c], xpos="", feats="", head=-word.id, deprel="cc", clitic=True)
        for c in clitics
    )
    return *marks, replace(word, text=rest, lemma=rest, clitic=True)


def _spelled(token: _Token) -> str:
    return strip_marks(token.raw).strip(_MARKS)


def tokens_of_persons(forms: tuple[str, ...], lexicon: Lexicon) -> frozenset[int]:
    """The positions of tokens that are part of a person's name as they stand."""
    found: frozenset[int] = frozenset()
    for at, form in enumerate(forms):
        if form and at not in found:
            found |= _name_at(forms, at, lexicon)
    return found


def _name_at(forms: tuple[str, ...], at: int, lexicon: Lexicon) -> frozenset[int]:
    """The whole tokens of the name that starts at one, or behind a clitic of it: `ولافروف`."""
    form = forms[at]
    for clitics in (0, 1) if form[0] in lexicon.mapping("clitics") else (0,):
        start = form[clitics:]
        if len(start) < _SHORTEST_NAME:
            continue
        found = lexicon.actor_names.at((start, *forms[at + 1 : at + _NAME_WORDS]), 0)
        if found is not None and found[1].kind == Kind.PERSON and (found[0] > 1 or len(start) >= _SHORTEST_ALONE):
            return frozenset(range(at + clitics, at + found[0]))
    return frozenset()


def clitics_left_on(form: str, lexicon: Lexicon) -> tuple[tuple[str, ...], bool, Refusal | None]:
    """The clitics left on a known name, none on a form that is known itself; whether its article stands behind `ل`."""
    for conjunctions in range(_CONJUNCTIONS + 1):
        before, rest = tuple(form[:conjunctions]), form[conjunctions:]
        if rest[:1] not in lexicon.mapping("clitics") or len(rest) < _SHORTEST_GLUED:
            break
        if is_known(rest, lexicon):
            return (), False, Refusal(rest, id_of(is_known))
        if rest.startswith("لل") and is_known(f"ا{rest[1:]}", lexicon):
            return (*before, "ل"), True, None
        if is_known(rest[1:], lexicon):
            return (*before, rest[0]), False, None
        if rest[0] != "و":
            break
    return (), False, None


@guard("segmentation.known-form", "واشنطن")
def is_known(form: str, lexicon: Lexicon) -> bool:
    """A form that is a name or nationality itself bears no clitic."""
    one = (form,)
    return form in lexicon.nisba or any(
        table.at(one, 0) is not None for table in (lexicon.actor_names, lexicon.country_names, lexicon.metonyms)
    )
