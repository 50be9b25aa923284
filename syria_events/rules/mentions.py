"""Who is named in a document: lexicon names, offices, institutions, groups, tagged entities.

Every position of a sentence is tried with every reader; the longest reading wins, then the order
of the readers. What needs the rest of the document is left to `reference`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from syria_events.lexicon import Lexicon, load_gazetteer
from syria_events.lexicon.entries import ActorEntry
from syria_events.lexicon.words import words
from syria_events.model import Actor, Doc, Entity
from syria_events.normalize import fold
from syria_events.rules.group_names import group_name
from syria_events.rules.offices import OfficeReader
from syria_events.rules.readings import Reading, actor_of, state_of
from syria_events.rules.view import COMMAS, QUOTES, View

_GROUP_WORDS = 7
_COUNTS = {"الثلاث": "3", "الثلاثه": "3", "الاربع": "4", "الاربعه": "4", "الخمس": "5", "الخمسه": "5"}  # folded
_HUMAN = frozenset("person unknown-person office counterpart".split())
_NO_NAME = frozenset("ADP CCONJ SCONJ VERB PART".split())  # tags that end a name the tagger ran on
# whose members act for their body; civilians and journalists do not
_MEMBER_ROLES = frozenset("REB MIL GOV OPP LEG PTY IGO COP".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an actor, or several (`وزيرا الخارجية الأمريكي والروسي`).

    Args:
        sentence: index of the sentence in the document.
        first, last: word ids of the span, both included.
        start, end, text: the name in the article, without clitics and honours before it.
        form: the folded words of the span, clitics before it left out.
        kind: person, office, state, institution, body, group, outlet, people, counterpart, pair or unknown.
        actors: who it is; empty while unresolved.
        key: what reference needs to resolve it: an office or institution id; of an unknown person a role.
        country: ISO alpha-3 that its words give, or empty.
        reason: why it is this actor.
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    text: str
    form: str
    kind: str
    actors: tuple[Actor, ...]
    key: str = ""
    country: str = ""
    number: str = "sing"
    gender: str = ""
    reason: str = ""

    @property
    def is_human(self) -> bool:
        """Whether it stands for a person: by name, by office, or as a counterpart."""
        return self.kind in _HUMAN

    @property
    def is_known(self) -> bool:
        """Whether it names somebody of the lexicon."""
        return any(actor.id for actor in self.actors)

    def covers(self, id: int) -> bool:
        """Whether a word id is inside the span."""
        return self.first <= id <= self.last


class MentionFinder:
    """Finds the mentions of one document."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.entities = {e.start: e for e in doc.entities if e.kind in ("PER", "ORG")}
        offices = OfficeReader(lexicon, doc.article.published, self.read_person, self.text)
        self.readers: tuple[Callable[[View, int], Reading | None], ...] = (
            self.read_counterpart,
            self.read_homeland,
            self.read_latter,
            self.read_short,
            self.read_several,
            offices.read,
            self.read_person,
            self.read_surname,
            self.read_actor,
            offices.read_institution,
            self.read_state,
            self.read_people,
            self.read_group,
            self.read_entity,
        )
        self.offices = offices
        self.surnames: dict[str, Actor] = {}

    def find(self, view: View) -> Iterator[Mention]:
        """The mentions of one sentence, left to right, not overlapping."""
        i = 0
        while i < len(view):
            best = self._longest(view, i)
            behind = self._behind_honours(view, i)
            honoured = self._longest(view, behind) if behind > i else None
            named = i
            if honoured is not None and honoured.kind in ("person", "unknown-person", "office"):
                best, named = honoured, behind
            if best is None:
                i += 1
                continue
            best = self._described(view, self.offices.apposition(view, best))
            yield self._mention(view, i, named, best)
            i = max(best.end, i + 1)

    def _described(self, view: View, r: Reading) -> Reading:
        """A body with the adjectives behind it: `هيئة التنسيق الوطنية` + `السورية المعارضة`."""
        end = r.end
        while r.kind == "body" and end < len(view) and view.word(end).upos == "ADJ":
            nisba = self.lexicon.nisba.get(view.forms[end])
            if not (nisba is not None and nisba.definite) and view.forms[end] not in words("opposing"):
                break
            end += 1
        return replace(r, end=end) if end > r.end else r

    def _longest(self, view: View, i: int) -> Reading | None:
        """The longest reading at a position, of equal ones the first; the lexicon goes before the tagger."""
        readings = [r for read in self.readers if (r := read(view, i)) is not None]
        known = [r for r in readings if not r.kind.startswith("unknown")] or readings
        return max(known, key=lambda r: r.end, default=None)

    def _behind_honours(self, view: View, i: int) -> int:
        """The position behind `صاحب السمو الملكي`, `معالي`, `السيد`: they stand before a name or an office."""
        while i < len(view) - 1 and view.forms[i] in words("honorific"):
            i += 1
        return i

    def _title_role(self, view: View, i: int) -> str:
        """The role of a person the lexicon lacks, by the noun before the name: `الناشط الإعلامي فادي الزبداني`."""
        for at in range(i - 1, max(-1, i - 3), -1):
            role = next((role for titles, role in _title_roles() if view.forms[at] in titles), "")
            if role or view.word(at).upos in ("ADP", "VERB", "PUNCT", "CCONJ"):
                return role
        return ""

    def _mention(self, view: View, i: int, named: int, r: Reading) -> Mention:
        """A reading as a mention; honours before it, from `i` up to `named`, belong to its phrase, not to its name."""
        last = view.word(r.end - 1)
        return Mention(
            sentence=view.sentence.index,
            first=view.word(i).id,
            last=last.id,
            start=view.word(named).start,
            end=last.end,
            text=self.text(view, named, r.end),
            form=" ".join(view.forms[i : r.end]),
            kind=r.kind,
            actors=r.actors,
            key=r.key or (self._title_role(view, i) if r.kind == "unknown-person" else ""),
            country=r.country,
            number=r.number,
            gender=r.gender,
            reason=r.reason,
        )

    def text(self, view: View, begin: int, end: int) -> str:
        """The article's words from one position up to another, clitics before the first left out."""
        first, last = view.word(begin), view.word(end - 1)
        raw = self.doc.text[first.start : last.end]
        before = sum(len(view.forms[k]) for k in range(begin) if view.word(k).start == first.start)
        if first.clitic and before < len(raw):
            raw = raw[before:]
            if view.forms[begin].startswith("ال") and not raw.startswith("ال"):
                raw = "ا" + raw  # `للأمم` is `ل` + `الأمم`
        return " ".join(raw.split()).strip("".join(COMMAS | QUOTES) + " ")

    def read_person(self, view: View, i: int) -> Reading | None:
        """A person: a name of the lexicon, else what the tagger calls PER."""
        found = self.lexicon.actor_names.at(view.forms, i)
        if found is not None and found[1].kind == "person":
            end, entry = found
            entity = self._entity(view, i)
            longer = entity is not None and entity.kind == "PER" and self._entity_end(view, i, entity) > end
            another = end < len(view) and self._starts_name(view, end)  # `كيري لافروف` is two people
            if longer and end == i + 1 and not another:
                return self.read_entity(view, i)  # `بشار الجعفري` is not `بشار`
            return Reading(end, "person", (actor_of(entry),), gender=entry.gender, reason="name")
        entity = self._entity(view, i)
        if entity is not None and entity.kind == "PER":
            return self.read_entity(view, i)
        return None

    def _starts_name(self, view: View, i: int) -> bool:
        return any(
            phrases.at(view.forms, i) is not None
            for phrases in (self.lexicon.actor_names, self.lexicon.country_names, self.lexicon.metonyms)
        )

    def read_surname(self, view: View, i: int) -> Reading | None:
        """`الحريري` where the article names `نصر الحريري`: a surname the lexicon must leave open."""
        actor = self.surnames.get(view.forms[i])
        if actor is None or view.word(i).upos == "VERB":
            return None
        return Reading(i + 1, "person", (actor,), gender="m", reason="surname of a person named in full")

    def learn_surnames(self, mentions: Iterable[Mention]) -> None:
        """Remember the surnames of everybody named in full; a surname of two people stays open."""
        found: dict[str, set[Actor]] = {}
        for mention in mentions:
            if mention.kind in ("person", "unknown-person") and len(mention.actors) == 1:
                words = fold(mention.actors[0].name).split()
                if len(words) > 1 and len(words[-1]) > 2:
                    found.setdefault(words[-1], set()).add(mention.actors[0])
        self.surnames = {name: next(iter(actors)) for name, actors in found.items() if len(actors) == 1}

    def read_actor(self, view: View, i: int) -> Reading | None:
        """A body, group or outlet of the lexicon."""
        found = self.lexicon.actor_names.at(view.forms, i)
        if found is None or found[1].kind == "person":
            return None
        end, entry = found
        if (
            entry.kind == "outlet"
            and view.forms[i] in words("common_outlet")
            and end == i + 1
            and not self._as_outlet(view, i)
        ):
            return None
        return Reading(end, entry.kind, (actor_of(entry),), country=_iso(entry.code), reason="name")

    def _as_outlet(self, view: View, i: int) -> bool:
        """Whether a common word is meant as a paper's name: in quotes, behind `صحيفة`, `ل` or a colon."""
        word = view.word(i)
        quoted = self.doc.text[max(0, word.start - 1) : word.start] in QUOTES if word.start else False
        before = view.forms[i - 1] if i else ""
        return quoted or before in words("outlet_head")

    def read_counterpart(self, view: View, i: int) -> Reading | None:
        """`نظيره الأمريكي`, `نظيريه الروسي … والسعودي …`: the holders of the same office elsewhere."""
        if not view.forms[i].startswith("نظير") or len(view.forms[i]) > 7:
            return None
        at = i + 1
        if at < len(view) and view.word(at).upos == "PRON":
            at += 1
        return self.offices.counterparts(view, at)

    def read_homeland(self, view: View, i: int) -> Reading | None:
        """`بلاده`: the country of whoever was named before."""
        if view.forms[i] != "بلاد" or i + 1 >= len(view) or view.word(i + 1).upos != "PRON":
            return None
        return Reading(i + 2, "homeland", (), reason="homeland")

    def read_latter(self, view: View, i: int) -> Reading | None:
        """`التقى الأخير`, `هذا الأخير`, `معاليه`: whoever was named last; behind a noun it is its adjective."""
        if view.forms[i] in words("honoured") and i + 1 < len(view) and view.word(i + 1).upos == "PRON":
            return Reading(i + 2, "latter", (), gender="m", reason="latter")
        if view.forms[i] not in words("latter") or i == 0:
            return None
        before = view.word(i - 1)
        if before.upos != "VERB" and view.forms[i - 1] not in ("هذا", "هذه"):
            return None
        return Reading(i + 1, "latter", (), gender="f" if view.forms[i].endswith("ه") else "m", reason="latter")

    def read_short(self, view: View, i: int) -> Reading | None:
        """`المجلس`, `الحركة`, `المنظمة`: a body by its head noun alone, nothing behind that narrows it down."""
        if view.forms[i] not in words("short_body") or view.word(i).upos not in ("NOUN", "X"):
            return None
        behind = view.word(i + 1) if i + 1 < len(view) else None
        if behind is not None and behind.upos in ("ADJ", "X") and behind.text.startswith("ال"):
            return None
        return Reading(i + 1, "short", (), reason="short")

    def read_several(self, view: View, i: int) -> Reading | None:
        """`الدول الثلاث`: as many states as were named one after the other; the number is its key."""
        if view.forms[i] not in words("states") or i + 1 >= len(view) or view.forms[i + 1] not in _COUNTS:
            return None
        return Reading(i + 2, "several", (), key=_COUNTS[view.forms[i + 1]], number="plur", reason="several")

    def read_state(self, view: View, i: int) -> Reading | None:
        """A state by its name, or by the capital or palace that stands for its government."""
        for phrases, reason in ((self.lexicon.country_names, "country"), (self.lexicon.metonyms, "metonym")):
            found = phrases.at(view.forms, i)
            if found is not None:
                end, country = found
                return Reading(end, "state", (state_of(country),), country=country.iso3, reason=reason)
        return None

    def read_people(self, view: View, i: int) -> Reading | None:
        """A plural nationality used as a noun: `الروس`, `الأمريكيين`; behind a noun it is its adjective."""
        nisba = self.lexicon.nisba.get(view.forms[i])
        if nisba is None or not nisba.definite or nisba.number != "plur":
            return None
        if i and view.word(i - 1).upos in ("NOUN", "ADJ") and view.word(i - 1).id != view.word(i).id:
            return None
        return Reading(
            i + 1, "people", (state_of(nisba.country),), country=nisba.country.iso3, number="plur", reason="nationality"
        )

    def read_group(self, view: View, i: int) -> Reading | None:
        """An unnamed group: its head noun and what narrows it down, up to six words."""
        found = self.lexicon.group_names.at(view.forms, i)
        if found is None:
            return None
        end, group = found
        head = end - i
        end, country, members_of = self._group_end(view, i, end)
        known = self.lexicon.actor_names.at(view.forms, i)
        entry = known[1] if known is not None and known[1].kind != "person" else members_of
        if entry is not None and (entry is not members_of or group.role in _MEMBER_ROLES):
            # `عناصر من جيش الإسلام`, `وفد من البرلمان الأوروبي`: members stand for their body
            return Reading(
                end, entry.kind, (actor_of(entry),), country=_iso(entry.code), number="plur", reason="members"
            )
        name = self.text(view, i, end)
        english = group_name(group, view.forms[i:end], self.lexicon, load_gazetteer(self.lexicon.folder), head=head)
        actor = Actor("", name, english, country + group.role if country else "")
        kind = "outlet" if group.role == "MED" else "group"
        return Reading(end, kind, (actor,), key=group.role, country=country, number="plur", reason="group noun")

    def _group_end(self, view: View, begin: int, end: int) -> tuple[int, str, ActorEntry | None]:
        """Where a group's phrase ends, its country, and the body it is of: `من` + noun, one genitive, adjectives."""
        country = ""
        closed = view.forms[end - 1].startswith("ال")  # a definite noun governs no genitive
        limit = min(len(view), begin + _GROUP_WORDS)
        while end < limit:
            form, word = view.forms[end], view.word(end)
            if form in words("called"):
                break
            nisba = self.lexicon.nisba.get(form)
            state = self.lexicon.country_names.at(view.forms, end) or self.lexicon.metonyms.at(view.forms, end)
            body = self.lexicon.actor_names.at(view.forms, end + (form == "من")) if end + 1 < len(view) else None
            if body is not None and body[1].kind in ("body", "group") and (form == "من" or not closed):
                return body[0], country or _iso(body[1].code), body[1]
            if form == "من" and end + 1 < limit and view.word(end + 1).upos in ("NOUN", "X"):
                end += 2
                closed = view.forms[end - 1].startswith("ال")
            elif nisba is not None or word.upos == "ADJ":
                country = country or (nisba.country.iso3 if nisba else "")
                end += 1
                closed = True  # nor does an adjective: `دبلوماسيون غربيون`
            elif not closed and state is not None:
                return state[0], country or state[1].iso3, None
            elif (
                not closed
                and word.upos in ("NOUN", "X")
                and form not in words("group_end")
                and not self._dated(word.start)
            ):
                end += 1
                closed = form.startswith("ال")
            else:
                break
        return end, country, None

    def _dated(self, start: int) -> bool:
        return any(e.kind == "DATE" and e.start <= start < e.end for e in self.doc.entities)

    def read_entity(self, view: View, i: int) -> Reading | None:
        """A person or organisation the lexicon lacks, as the tagger found it."""
        entity = self._entity(view, i)
        if entity is None:
            return None
        end = self._entity_end(view, i, entity)
        if end == i + 1 and self._is_common(view, i):
            return None  # whatever the tagger says
        kind = "unknown-person" if entity.kind == "PER" else "unknown-body"
        name = self.text(view, i, end)
        return Reading(end, kind, (Actor("", name, self.lexicon.transliterate(name)),), reason=f"tagged {entity.kind}")

    def _is_common(self, view: View, i: int) -> bool:
        """Whether a word alone is no name: `لقاء روسي`, `العاصمة`, and in a caption `كيري (يمين)`."""
        form, at = view.forms[i], view.ids[i]
        if form in words("caption_side"):
            return at > 1 and view.sentence.word(at - 1).text == "("
        return form in self.lexicon.nisba or form in words("place_head")

    def _entity(self, view: View, i: int) -> Entity | None:
        """The entity that starts with the token of the word at `i`; its clitics are no part of the name."""
        word = view.word(i)
        if len(view.forms[i]) < 2 or word.upos in ("ADP", "CCONJ", "PUNCT", "PRON"):
            return None
        return self.entities.get(word.start)

    def _entity_end(self, view: View, i: int, entity: Entity) -> int:
        end = i + 1
        while end < len(view) and view.word(end).end <= entity.end and view.word(end).upos not in _NO_NAME:
            end += 1
        while end > i + 1 and view.word(end - 1).upos in ("PUNCT", "PRON"):
            end -= 1
        return end


@cache
def _title_roles() -> tuple[tuple[frozenset[str], str], ...]:
    return (
        (words("title_civilian"), "CVL"),
        (words("title_media"), "MED"),
        (words("title_opposition"), "OPP"),
        (words("title_deputy"), "LEG"),
        (words("title_governor"), "GOV"),
    )


def _iso(code: str) -> str:
    return "" if code.startswith(("IGO", "IMG", "NGO")) else code[:3]


def find_mentions(doc: Doc, views: tuple[View, ...], lexicon: Lexicon) -> tuple[Mention, ...]:
    """All mentions of a document in order, before reference is resolved."""
    finder = MentionFinder(doc, lexicon)
    finder.learn_surnames(m for view in views for m in finder.find(view))
    return tuple(m for view in views for m in finder.find(view))
