"""The columns of a row, in order, and how an event, or what an article names, becomes one.

A row is a plain dict in column order: text columns hold a string, empty where nothing is known; number
columns hold a number, or None.
"""

import json
import re
from dataclasses import asdict, dataclass
from datetime import date

from syria_events.dates.meanings import iso_days
from syria_events.lexicon.cameo import cameo
from syria_events.lexicon.transliteration import MARK
from syria_events.model import Actor, Event, Named, Unknown

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it holds in one line, and whether that is a number."""

    name: str
    about: str
    number: bool = False


Columns = tuple[Column, ...]

COLUMNS = (
    Column("event_id", "`ev-` and 16 hex digits, the same in every run"),
    Column("story_id", "`st-` and 16 hex digits, the same for rows of different articles that report one event"),
    Column("doc_id", "the article: its path below the given folder, without suffix"),
    Column("published", "day the article was published, ISO (`2016-06-21`)"),
    Column("event_date", "day the event took place, ISO; the first day of a period"),
    Column("event_date_end", "last day, of a period only"),
    Column("date_text", "the words that gave the date, in plain spelling"),
    Column("date", "the day to use in a table, ISO: that of the event, else that of publication"),
    Column("date_basis", "where `date` is from: `text`, `published`, or empty where neither is known"),
    Column("outlet", "who published the article, from `metadata.csv`"),
    Column("title", "the article's first line; of a long one the first 200 characters"),
    Column("url", "where the article was published, from `metadata.csv`"),
    Column("actor", "who did it: canonical Arabic name"),
    Column("actor_id", "the actor's id in the lexicon; empty for actors it lacks"),
    Column("actor_en", "the actor's English name; with `~` before it transliterated"),
    Column("actor_code", "the actor's code: ISO 3166-1 alpha-3 country and CAMEO role (`RUSGOV`)"),
    Column("actor_text", "the words of the article that name the actor, in plain spelling"),
    Column("action", "what was done: Arabic lemma or phrase"),
    Column("action_en", "English name of the CAMEO code"),
    Column("cameo", "CAMEO code, as text: `042` is not `42`"),
    Column(
        "quad",
        "GDELT's class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
        number=True,
    ),
    Column("goldstein", "Goldstein score as ICEWS has it: -10 conflict to 10 cooperation", number=True),
    Column("plover", "PLOVER event type; empty for statements and appeals, which PLOVER lacks"),
    Column("target", "to or with whom: canonical Arabic name; empty where the event has no target"),
    Column("target_id", "the target's id in the lexicon"),
    Column("target_en", "the target's English name; with `~` before it transliterated"),
    Column("target_code", "the target's code"),
    Column("target_text", "the words of the article that name the target, in plain spelling"),
    Column("status", "`actual`, `planned`, `negated` or `hypothetical`"),
    Column("place", "narrowest named place where it happened"),
    Column("place_en", "the place's English name"),
    Column("country", "the place's country, ISO 3166-1 alpha-3"),
    Column("lat", "the place's latitude in degrees north", number=True),
    Column("lon", "the place's longitude in degrees east", number=True),
    Column("source", "who is said to have reported it, when that is not the actor"),
    Column("mentions", "how many times the article reports it", number=True),
    Column("confidence", "the chance that the row is right, 0 to 1, as the linking model has it", number=True),
    Column("rule", "ids of the rules that made it: event; actor; target (see `codebook rules`)"),
    Column("sentence", "the sentence that reports it"),
    Column("sent_index", "the sentence's number in the article, from 0", number=True),
    Column("start", "where the trigger starts: characters (code points) from the article's start, from 0", number=True),
    Column("end", "where it ends: `text[start:end] == trigger`", number=True),
    Column("trigger", "the one word that names the action"),
)

STORY_NOTE = Column(
    "story_note",
    "`contradicted` where another article of the story denies it, or tells what it denies; "
    "`carried out` of a plan that another tells done",
)
STORY_COLUMNS = tuple(c for one in COLUMNS for c in ((one, STORY_NOTE) if one.name == "story_id" else (one,)))

ENTITY_COLUMNS = (
    Column("doc_id", "the article: its path below the given folder, without suffix"),
    Column("kind", "`PER` person or office, `ORG` state, body or group, `LOC` place, `DATE`"),
    Column("text", "the words of the article"),
    Column("start", "where they start: characters (code points) from the article's start, from 0", number=True),
    Column("end", "where they end: `text[start:end]`", number=True),
    Column("name", "canonical Arabic name; empty for dates, and where it stays open who is meant"),
    Column("name_en", "the English name; with `~` before it transliterated"),
    Column("id", "the actor's id in the lexicon; empty for actors it lacks, places and dates"),
    Column("code", "the actor's code (`RUSGOV`); of a place its country, ISO 3166-1 alpha-3"),
    Column("date", "the day meant, ISO; the first day of a period; empty where it is unknown"),
    Column("date_end", "last day, of a period only"),
    Column("lat", "the place's latitude in degrees north", number=True),
    Column("lon", "the place's longitude in degrees east", number=True),
    Column("reason", "why it is this: the rule, `gazetteer` or `tagged`, the kind of date phrase"),
)

UNKNOWN_COLUMNS = (
    Column("kind", "`person`, `body` or `group` that has no code, or an action without an entry: `verb` or `masdar`"),
    Column("text", "the name, or the lemma of the action"),
    Column("en", "its transliteration; empty for actions"),
    Column("count", "how many times the articles have it", number=True),
    Column("articles", "how many articles have it", number=True),
    Column("sentence", "the first sentence that has it"),
    Column("entry", "the beginning of a lexicon entry, TOML"),
)


def row(event: Event) -> Row:
    """The event's row, in the order of `COLUMNS`, then `rules`, which JSON has beyond them: all rules of each part.

    Raises:
        LexiconError: the event's code is not in the CAMEO table.
    """
    start, end = event.days
    return {
        "event_id": event.id,
        "story_id": event.story,
        "doc_id": event.doc_id,
        "published": _iso(event.published),
        "event_date": start,
        "event_date_end": end,
        "date_text": event.date_text,
        "date": _iso(event.date),
        "date_basis": event.date_basis,
        "outlet": event.outlet,
        "title": event.title,
        "url": event.url,
        **_who("actor", event.actor, event.actor_text),
        "action": event.action,
        "action_en": cameo(event.cameo).name,
        "cameo": event.cameo,
        "quad": event.quad,
        "goldstein": event.goldstein,
        "plover": event.plover,
        **_who("target", event.target, event.target_text),
        "status": event.status,
        "place": event.place,
        "place_en": event.place_en,
        "country": event.country,
        "lat": event.lat,
        "lon": event.lon,
        "source": event.source,
        "mentions": event.mentions,
        "confidence": round(event.confidence, 3),
        "rule": event.rule,
        "sentence": event.sentence,
        "sent_index": event.sent_index,
        "start": event.start,
        "end": event.end,
        "trigger": event.trigger,
        "rules": {part: list(ids) for part, ids in asdict(event.rules).items() if ids},
    }


def entity_row(named: Named) -> Row:
    """The row of what an article names, in the order of `ENTITY_COLUMNS`."""
    first, last = iso_days(named.when)
    return {
        "doc_id": named.doc_id,
        "kind": named.kind,
        "text": named.text,
        "start": named.start,
        "end": named.end,
        "name": named.name,
        "name_en": named.name_en,
        "id": named.id,
        "code": named.code,
        "date": first,
        "date_end": last,
        "lat": named.lat,
        "lon": named.lon,
        "reason": named.reason,
    }


def unknown_row(unknown: Unknown) -> Row:
    """The row of what the lexicon lacks, in the order of `UNKNOWN_COLUMNS`."""
    return {
        "kind": unknown.kind,
        "text": unknown.text,
        "en": unknown.en,
        "count": unknown.count,
        "articles": unknown.articles,
        "sentence": unknown.sentence,
        "entry": _entry(unknown),
    }


def _entry(unknown: Unknown) -> str:
    """A lexicon entry to be filled in, valid TOML as it stands: what is optional is a comment."""
    if unknown.kind in ("verb", "masdar"):
        return f'[[action]]\n{unknown.kind}s = [{_toml(unknown.text)}]\ngloss = ""\ncameo = ""\n'
    en = unknown.en.removeprefix(MARK)
    lines = {"id": "-".join(re.findall(r"[a-z0-9]+", en.lower())), "kind": unknown.kind, "name": unknown.text, "en": en}
    entry = "[[actor]]\n" + "".join(f"{key} = {_toml(value)}\n" for key, value in {**lines, "code": ""}.items())
    if unknown.kind == "person":
        entry += '# [[actor.office]]\n# office = ""\n# of = ""\n# from = 2016-01-01\n'
    return entry


def _toml(text: str) -> str:
    """A basic string of TOML, which escapes as JSON does."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _who(slot: str, actor: Actor | None, text: str) -> Row:
    actor = actor or Actor("", "")
    return {
        slot: actor.name,
        f"{slot}_id": actor.id,
        f"{slot}_en": actor.en,
        f"{slot}_code": actor.code,
        f"{slot}_text": text,
    }
