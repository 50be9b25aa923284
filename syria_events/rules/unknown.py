"""What the lexicon lacks: actors without a code, and action words that govern an actor but have no entry."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from syria_events.lexicon import Lexicon
from syria_events.model import Doc, Unknown, Word
from syria_events.normalize import fold
from syria_events.rules.prepare import prepare
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.triggers.lemmas import lemmas
from syria_events.rules.values import Kind, Mention

_ARABIC = re.compile(r"[\u0621-\u064a]")
_ARGUMENTS = frozenset("nsubj nsubj:pass obj iobj obl obl:arg csubj".split())
# the patterns of masdars of the derived verb forms: tafil, iftial, istifal, infial, ifal, mufaala, tafaul
_MASDAR = re.compile(r"(?:ال)?(?:ت..ي.|ا.ت.ا.|است..ا.|ان..ا.|ا..ا.|م.ا..ه|ت.ا..)")


@dataclass(frozen=True, slots=True)
class Missing:
    """One occurrence of what the lexicon lacks."""

    kind: str
    text: str
    sentence: str


def find_missing(doc: Doc, lexicon: Lexicon) -> list[Missing]:
    """The actors without a code and the action words without an entry of a document, in order."""
    prepared = prepare(doc, lexicon)
    found = []
    for clause in prepared.clauses:
        sentence = prepared.doc.original(clause.sentence.start, clause.sentence.end)
        for mention in clause.mentions:
            names = (actor.name for actor in mention.actors if not actor.code)
            # captions in English are no actors of Arabic news
            found += [Missing(_kind(mention), name, sentence) for name in names if _ARABIC.search(name)]
        found += [Missing(kind, lemma, sentence) for kind, lemma in _actions(clause, lexicon)]
    return found


def _kind(mention: Mention) -> str:
    if mention.is_human:
        return "person"
    return "group" if mention.kind in (Kind.GROUP, Kind.PEOPLE, Kind.OUTLET) else "body"


def _actions(clause: Clause, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Verbs that have an actor for an argument, masdars that have one for their genitive, and no entry."""
    seen: set[int] = set()
    for mention in clause.mentions:
        if not any(actor.code for actor in mention.actors):
            continue
        for word in _governors(clause, mention):
            if word.id in seen or word.id in clause.named_words or clause.dated(word.id):
                continue
            seen.add(word.id)
            forms = list(lemmas(word))
            if word.upos == "VERB" and not _has_entry(forms, lexicon) and lexicon.words("auxiliary").isdisjoint(forms):
                yield "verb", word.lemma or word.text
            elif word.upos == "NOUN" and _MASDAR.fullmatch(fold(word.text)) and not _has_entry(forms, lexicon):
                yield "masdar", word.lemma or word.text


def _governors(clause: Clause, mention: Mention) -> Iterator[Word]:
    inside = range(mention.first, mention.last + 1)
    for word in map(clause.sentence.word, inside):
        if word.head and word.head not in inside and word.deprel in _ARGUMENTS:
            yield clause.sentence.word(word.head)
    if mention.first > 1:  # an idafa: the masdar stands right before its genitive
        before = clause.sentence.word(mention.first - 1)
        if before.upos == "NOUN":
            yield before


def _has_entry(forms: list[str], lexicon: Lexicon) -> bool:
    return not _known(lexicon).isdisjoint(forms)


@cache
def _known(lexicon: Lexicon) -> frozenset[str]:
    """The folded lemmas that have an entry, or say whether something is done and not what."""
    tables = (lexicon.verbs, lexicon.masdars, lexicon.speech_verbs, lexicon.speech_nouns, lexicon.light_verbs)
    cues = (lexicon.negation, lexicon.planned, lexicon.hypothetical)
    return frozenset().union(*tables, (fold(word) for cue in cues for word in (*cue.verbs, *cue.nouns)))


def summarize(found: Iterable[tuple[str, Missing]], lexicon: Lexicon) -> list[Unknown]:
    """What is missing in (article id, occurrence) pairs, the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    articles: dict[tuple[str, str], set[str]] = {}
    first: dict[tuple[str, str], Missing] = {}
    for article, missing in found:
        key = (missing.kind, fold(missing.text))
        counts[key] += 1
        articles.setdefault(key, set()).add(article)
        first.setdefault(key, missing)
    rows = []
    for key, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        missing = first[key]
        en = "" if missing.kind in ("verb", "masdar") else lexicon.transliterate(missing.text)
        rows.append(Unknown(missing.kind, missing.text, en, count, len(articles[key]), missing.sentence))
    return rows
