"""The mentions of a document: every word is tried with every reader, and the longest reading wins.

Of readings of equal length the first in the order of `READERS` wins, and the lexicon goes before the tagger. What needs
the rest of the document is left to `coreference`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from syria_events.lexicon import Lexicon
from syria_events.model import Doc
from syria_events.provenance import id_of, rule
from syria_events.rules.mentions.anaphors import (
    read_counterpart,
    read_homeland,
    read_honour,
    read_latter,
    read_pair,
    read_several,
    read_short,
)
from syria_events.rules.mentions.extent import behind_honours, role_of_title, with_adjectives, with_office_behind
from syria_events.rules.mentions.groups import read_group
from syria_events.rules.mentions.institutions import read_institution
from syria_events.rules.mentions.names import read_actor, read_person, read_surname, surnames_of
from syria_events.rules.mentions.offices import read_office
from syria_events.rules.mentions.passage import Passage, setting_of
from syria_events.rules.mentions.readings import Reading
from syria_events.rules.mentions.states import read_counted_people, read_country, read_metonym, read_people
from syria_events.rules.mentions.tagged import read_tagged
from syria_events.rules.trace import Trace
from syria_events.rules.values import PERSONS, Kind, Mention

Read: TypeAlias = Callable[[Passage, int], Reading | None]


class Reader(NamedTuple):
    """A function that reads mentions, and the folded words with which its readings begin; None where any word may."""

    read: Read
    begins: Callable[[Lexicon], Iterable[str]] | None = None


def _names(table: str) -> Callable[[Lexicon], Iterable[str]]:
    """The first words of the names in one of the lexicon's tables."""
    return lambda lexicon: (words[0] for words, _ in getattr(lexicon, table))


def _set(*names: str) -> Callable[[Lexicon], Iterable[str]]:
    return lambda lexicon: frozenset[str]().union(*map(lexicon.words, names))


READERS = (
    Reader(read_counterpart),
    Reader(read_homeland, _set("homeland")),
    Reader(read_honour, _set("honoured")),
    Reader(read_latter, _set("latter")),
    Reader(read_short, _set("short_body")),
    Reader(read_several, _set("states", "leaders")),
    Reader(read_office, _names("office_names")),
    Reader(read_person, _names("actor_names")),
    Reader(read_surname),
    Reader(read_actor, _names("actor_names")),
    Reader(read_institution, _names("institution_names")),
    Reader(read_country, _names("country_names")),
    Reader(read_metonym, _names("metonyms")),
    Reader(read_counted_people, lambda lexicon: lexicon.nisba),
    Reader(read_people, lambda lexicon: lexicon.nisba),
    Reader(read_group, _names("group_names")),
    Reader(read_pair, _set("pair")),
)
_HONOURED = PERSONS | {Kind.OFFICE}


def find_mentions(doc: Doc, lexicon: Lexicon, trace: Trace) -> tuple[Mention, ...]:
    """All mentions of a document in order, before reference is resolved.

    A sentence is read again where it holds a surname of somebody whom the document names in full. What guards refuse
    is kept in `trace`.
    """
    setting = setting_of(doc, lexicon, trace)
    passages = [Passage(sentence, lexicon, setting) for sentence in doc.sentences]
    found = [tuple(find_in(passage)) for passage in passages]
    surnames = surnames_of(mention for mentions in found for mention in mentions)
    for number, passage in enumerate(passages):
        if not surnames.keys().isdisjoint(passage.all_names):
            found[number] = tuple(find_in(passage.knowing(surnames)))
    return tuple(mention for mentions in found for mention in mentions)


def find_in(passage: Passage) -> Iterator[Mention]:
    """The mentions of one sentence, left to right, not overlapping."""
    at = passage.after(0)
    while at in passage:
        reading, named = read_with_honours(passage, at) or (longest(passage, at), at)
        if reading is None:
            at = passage.after(at)
            continue
        reading = with_office_behind(passage, reading) or reading
        reading = with_adjectives(passage, reading) or reading
        yield _mention(passage, at, named, reading)
        at = reading.end


def longest(passage: Passage, id: int) -> Reading | None:
    """The longest reading at a word, of equal ones the first; one that the lexicon knows goes before all others."""
    by_word, otherwise = _readers(passage.lexicon)
    readers = by_word.get(passage.name(id), otherwise)
    readings = [reading for read in readers if (reading := read(passage, id)) is not None]
    known = [reading for reading in readings if reading.kind != Kind.UNKNOWN_PERSON]
    if not known and (tagged := read_tagged(passage, id)) is not None:
        readings.append(tagged)
    return max(known or readings, key=lambda reading: reading.end, default=None)


@lru_cache(maxsize=4)
def _readers(lexicon: Lexicon) -> tuple[Mapping[str, tuple[Read, ...]], tuple[Read, ...]]:
    """The readers to try at a word, by its folded form, and those to try at any other word."""
    begins = [(reader.read, reader.begins and frozenset(reader.begins(lexicon))) for reader in READERS]
    forms = frozenset[str]().union(*(words for _, words in begins if words is not None))
    by_word = {form: tuple(read for read, words in begins if words is None or form in words) for form in forms}
    return by_word, tuple(read for read, words in begins if words is None)


@rule("mention.honours", "صاحب السمو الملكي الأمير سعود الفيصل")
def read_with_honours(passage: Passage, id: int) -> tuple[Reading, int] | None:
    """A person or office behind honours, which belong to its phrase and not to its name: the id of the name."""
    named = behind_honours(passage, id)
    reading = longest(passage, named) if named > id else None
    if reading is None or reading.kind not in _HONOURED:
        return None
    return reading.signed(id_of(read_with_honours)), named


def _mention(passage: Passage, first: int, named: int, reading: Reading) -> Mention:
    """A reading as a mention; honours before it, from `first` up to `named`, belong to its phrase, not to its name."""
    last = passage.before(reading.end)
    role = role_of_title(passage, first) if reading.kind == Kind.UNKNOWN_PERSON and not reading.key else ""
    reading = reading.signed(id_of(role_of_title)) if role else reading
    return Mention(
        sentence=passage.sentence.index,
        first=first,
        last=last,
        start=passage.word(named).start,
        end=passage.word(last).end,
        text=passage.printed(named, reading.end),
        form=" ".join(passage.names(first, reading.end)),
        kind=reading.kind,
        actors=reading.actors,
        key=reading.key or role,
        country=reading.country,
        number=reading.number,
        gender=reading.gender,
        titled=reading.titled,
        reason=reading.reason,
        rules=reading.rules,
    )
