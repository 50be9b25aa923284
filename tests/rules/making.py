"""Sentences, mentions and triggers written by hand, for tests of single rules.

A sentence is words apart by spaces, each `form/UPOS/lemma/features/relation/head` with what is not needed left out:
`NOUN`, the form itself, no features, `dep` and the word before are understood. A form that ends in `+` is written as
one with the next (`س+`), one that begins with `+` as one with the word before (`+ه`). `*` before a form marks the
trigger, `^` its light verb.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from syria_events.dates import find_dates
from syria_events.lexicon import Lexicon, load
from syria_events.lexicon.entries import Action, Speech
from syria_events.model import Actor, Article, Doc, Entity, Sentence, Word
from syria_events.normalize import fold
from syria_events.rules.attributes.places import Places
from syria_events.rules.events.reader import DocumentReader, SentenceAnalysis
from syria_events.rules.prepare import Prepared
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.trace import Trace
from syria_events.rules.values import Argument, Kind, Mention, Trigger

_MARKS = "*^"


@cache
def lexicon() -> Lexicon:
    """The program's own lexicon."""
    return load()


def sentence(text: str, index: int = 0, start: int = 0) -> tuple[Sentence, str]:
    """A sentence and how it is written."""
    rows = [token.lstrip(_MARKS).split("/") for token in text.split()]
    forms = [row[0] for row in rows]
    tokens: list[list[int]] = []
    for number, form in enumerate(forms):
        joined = number and (forms[number - 1].endswith("+") or (form.startswith("+") and len(form) > 1))
        if joined:
            tokens[-1].append(number)
        else:
            tokens.append([number])
    written = ""
    words: list[Word] = []
    for token in tokens:
        if written:
            written += " "
        shown = [forms[number].strip("+") or "+" for number in token]
        begin = start + len(written)
        written += "".join(shown)
        for number, form in zip(token, shown, strict=True):
            words.append(_word(number + 1, form, rows[number][1:], begin, start + len(written), len(token) > 1))
    return Sentence(index, start, start + len(written), tuple(words)), written


def _word(id: int, form: str, row: list[str], start: int, end: int, clitic: bool) -> Word:
    upos, lemma, feats, deprel, head = (value or default for value, default in _with_defaults(id, form, row))
    return Word(id, form, lemma, upos, "", feats, int(head), deprel, start, end, clitic)


def _with_defaults(id: int, form: str, row: list[str]) -> Iterable[tuple[str, str]]:
    defaults = ("NOUN", form, "", "dep", str(id - 1))
    return zip((*row, *("",) * (len(defaults) - len(row))), defaults, strict=True)


def clause(text: str, *mentions: Mention, dates: tuple[Entity, ...] = (), index: int = 0, start: int = 0) -> Clause:
    """A clause of a sentence with mentions and dates."""
    return Clause(sentence(text, index, start)[0], lexicon(), mentions, dates)


def document(*texts: str, entities: tuple[Entity, ...] = (), published: object = None) -> Doc:
    """A document of sentences, one a line."""
    made: list[Sentence] = []
    whole = ""
    for number, text in enumerate(texts):
        if whole:
            whole += "\n"
        one, written = sentence(text, number, len(whole))
        made.append(one)
        whole += written
    return Doc(Article("made", whole, published), tuple(made), entities)  # type: ignore[arg-type]


def trigger(
    text: str, *, action: Action | None = None, speech: Speech | None = None, participle: bool = False, rule: str = ""
) -> Trigger:
    """The trigger that is marked in a sentence."""
    tokens = text.split()
    words = sentence(text)[0].words
    at = next(number for number, token in enumerate(tokens) if token.startswith("*"))
    light = next((words[number] for number, token in enumerate(tokens) if token.startswith("^")), None)
    return Trigger(0, words[at], action, speech, light, participle=participle, rule=rule, name=words[at].text)


def mention(text: str, first: int, last: int = 0, kind: Kind = Kind.PERSON, code: str = "", **about: object) -> Mention:
    """Words that name one actor, whose id is its name; `actors` may give others, or none."""
    about = {"actors": (Actor(text, text, text, code),), "sentence": 0, "start": 0, "end": 0, **about}
    return Mention(
        first=first, last=last or first, text=text, form=fold(text), kind=kind, **about,  # type: ignore[arg-type]
    )  # fmt: skip


def argument(found: Mention, rule: str = "") -> Argument:
    """The first actor of a mention as an argument."""
    return Argument(found.actors[0], found.text, found, rule)


def dates(text: str, *spans: tuple[int, int]) -> tuple[Entity, ...]:
    """The dates that stand at word ids of a sentence, both ends included."""
    made, written = sentence(text)
    found = []
    for first, last in spans:
        start, end = made.word(first).start, made.word(last).end
        phrases = find_dates(written[start:end], lexicon().dates)
        found.append(Entity("DATE", start, end, written[start:end], phrases[0].moved(start) if phrases else None))
    return tuple(found)


def says(verb: str = "قال") -> Speech:
    """The entry of a verb of saying."""
    return lexicon().speech_verbs[fold(verb)][0]


def does(verb: str) -> Action:
    """The first entry of a verb."""
    return lexicon().verbs[fold(verb)][0]


def prepared(
    *sentences: tuple[str, tuple[Mention, ...]], published: date | None = None, focus: str = "SYR"
) -> Prepared:
    """A document ready for the rules; a date is every word `أمس` or `غدا` of it."""
    doc = document(*(text for text, _ in sentences), published=published)
    clauses = []
    for one, (_, mentions) in zip(doc.sentences, sentences, strict=True):
        days = [word for word in one.words if word.text in ("أمس", "غدا")]
        phrases = [find_dates(word.text, lexicon().dates)[0].moved(word.start) for word in days]
        found = tuple(Entity("DATE", p.start, p.end, p.text, p) for p in phrases)
        placed = tuple(replace(mention, sentence=one.index) for mention in mentions)
        clauses.append(Clause(one, lexicon(), placed, found))
    return Prepared(doc, tuple(clauses), Places(doc, lexicon().gazetteer, frozenset(), focus), Trace())


def read(*sentences: tuple[str, tuple[Mention, ...]], published: date | None = None) -> list[SentenceAnalysis]:
    """What the rules make of sentences."""
    return list(DocumentReader(prepared(*sentences, published=published), lexicon()).read())


def shown(analyses: Iterable[SentenceAnalysis]) -> list[str]:
    """Frames as `actor code target status`, refused triggers as `word guard`."""
    lines = []
    for sentence in analyses:
        for analysis in sentence.triggers:
            for frame in analysis.frames:
                target = frame.target.actor.name if frame.target else "-"
                lines.append(f"{frame.actor.actor.name} {frame.cameo} {target} {frame.status.value}")
            lines.extend(f"{refusal.text} {refusal.guard}" for refusal in analysis.refused)
    return lines
