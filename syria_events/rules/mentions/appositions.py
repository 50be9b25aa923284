"""One party mentioned twice: a list that opens a group, a name given to a description, a title and its bearer.

`دول المنطقة وفي طليعتها السعودية وتركيا` acts as its members, `مجموعة المسعفين المعروفة باسم "الخوذ البيضاء"` as who
is named, `السفير الأمريكي في هولندا، كينيث وورد` as the person. The mentions become one, with the actors of the latter.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from syria_events.provenance import guard, id_of, rule
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import COMMAS
from syria_events.rules.trace import Trace
from syria_events.rules.values import PERSONS, Kind, Mention, Refusal

_REACH = 7  # words between a description and the list or name that opens it
_OPENER = 4  # words of the longest opener
_TITLE = 9  # words of a title that narrow an office down
_BEARERS = 2  # mentions behind an office among which its bearer is
_UNNAMED = frozenset((Kind.GROUP, Kind.UNKNOWN_PERSON, Kind.UNKNOWN_BODY))

Members: TypeAlias = tuple[Mention, ...]


def joined(clause: Clause, trace: Trace) -> Clause:
    """The clause with such mentions made one; what guards refuse is kept in `trace`."""
    mentions = tuple(_one(clause, trace))
    if mentions == clause.mentions:
        return clause
    return Clause(clause.sentence, clause.lexicon, mentions, clause.dates)


def _one(clause: Clause, trace: Trace) -> Iterator[Mention]:
    until = 0
    for number, mention in enumerate(clause.mentions):
        if mention.first <= until:
            continue
        for find in APPOSITIONS:
            members = find(clause, number)
            if isinstance(members, Refusal):
                trace.refuse(clause.sentence.index, members.text, members.guard)
            elif members:
                until = members[-1].last
                yield _spread(mention, members, id_of(find))
                break
        else:
            yield mention


def _spread(mention: Mention, members: Members, apposition: str) -> Mention:
    """The mention up to the last of the members, with their actors; one without a code takes the mention's."""
    code = mention.actors[0].code if mention.actors else f"{mention.country}GOV" if mention.country else ""
    code = code if len(members) == 1 and mention.kind == Kind.OFFICE else ""
    actors = tuple(a if a.code or not code else replace(a, code=code) for m in members for a in m.actors)
    return replace(
        mention, last=members[-1].last, end=members[-1].end, actors=actors,
        kind=members[0].kind if len(actors) == 1 else Kind.LIST,
        number="sing" if len(actors) == 1 else "plur", gender=members[0].gender, reason="named in apposition",
        rules=(*mention.rules, apposition),
    )  # fmt: skip


@rule("apposition.members", "دول المنطقة وفي طليعتها السعودية وتركيا")
def members_listed(clause: Clause, number: int) -> Members | Refusal:
    """The members of an unnamed group, behind `مثل`, `بما في ذلك`, `من بينها`, `وهي`, or in brackets."""
    group = clause.mentions[number]
    if group.kind not in _UNNAMED or group.is_known:
        return ()
    first = _behind_opener(clause, group, "list_opener")
    members = _enumerated(clause, first) if first is not None else ()
    if members and is_person_with_remark(group, members):
        return Refusal(members[0].text, id_of(is_person_with_remark))
    if not all(member.actors for member in members):
        return ()
    return members


@guard("apposition.person-with-remark", "فادي الزبداني (الجزيرة)")
def is_person_with_remark(mention: Mention, members: Members) -> bool:
    """A person with one name in brackets is one person and something else."""
    return mention.kind == Kind.UNKNOWN_PERSON and len(members) < 2


@rule("apposition.known-as", "مجموعة المسعفين المعروفة باسم الخوذ البيضاء")
def known_as(clause: Clause, number: int) -> Members:
    """Who is `المعروف باسم`, `المسمى`: the name goes for the description."""
    description = clause.mentions[number]
    if description.is_known:
        return ()
    name = _behind_opener(clause, description, "name_opener")
    return (name,) if name is not None and name.actors else ()


@rule("apposition.bearer", "السفير الأمريكي في هولندا، كينيث وورد")
def bearer(clause: Clause, number: int) -> Members | Refusal:
    """The person behind an office and what narrows it down: where it is held, for what, with what rank."""
    office = clause.mentions[number]
    if not _is_title(office):
        return ()
    for later in clause.mentions[number + 1 : number + 1 + _BEARERS]:
        between = range(office.last + 1, later.first)
        if len(between) > _TITLE or not all(_narrows(clause, at) for at in between):
            return ()
        if later.kind in PERSONS:
            if is_apart(clause, between):
                return Refusal(later.text, id_of(is_apart))
            named = len(later.actors) == 1 and (office.kind == Kind.OFFICE or is_other_bearer(office, later, between))
            return (later,) if named else ()
    return ()


def _is_title(mention: Mention) -> bool:
    """An office whose bearer is not named in the mention, resolved to its holder or not."""
    if mention.kind == Kind.PERSON:
        return mention.titled and len(mention.actors) == 1
    return mention.kind == Kind.OFFICE and mention.number == "sing" and not mention.is_known


def is_other_bearer(title: Mention, person: Mention, between: range) -> bool:
    """Whether a person named behind a title holds it, whom the lexicon takes for its holder on that day or not.

    Of those whom the lexicon knows only a compatriot behind a comma or more of the title: in `التقى وزير الخارجية
    الروسي كيري` they are two.
    """
    if person.kind == Kind.UNKNOWN_PERSON:
        return True
    compatriots = person.actors[0].code == title.actors[0].code
    return compatriots and person.actors != title.actors and len(between) > 0


def _narrows(clause: Clause, id: int) -> bool:
    """Whether a word may stand inside a title."""
    if clause.tag(id) == "ADP":
        return clause.is_in(id, "posting")
    return clause.tag(id) in ("NOUN", "ADJ", "X") or clause.form(id) in COMMAS


@guard("apposition.apart", "السفير الأمريكي، في لقاء مع كينيث وورد")
def is_apart(clause: Clause, between: range) -> bool:
    """Behind a preposition, or a comma and more words, a person is another than who holds the office."""
    return clause.tag(between.stop - 1) == "ADP" or any(clause.form(at) in COMMAS for at in between[:-1])


@rule("apposition.name-of-kind", "ميليشيا وحدات الحماية")
def name_of_kind(clause: Clause, number: int) -> Members:
    """The name right behind what it is the name of, or whose members: `أعضاء المجلس`."""
    kind, behind = clause.mentions[number], clause.mentions[number + 1 : number + 2]
    if kind.actors or kind.kind not in (Kind.INSTITUTION, Kind.OFFICE) or not behind:
        return ()
    name = behind[0]
    fits = name.first == kind.last + 1 and name.kind in (Kind.GROUP, Kind.BODY) and name.actors
    return behind if fits else ()


@rule("apposition.leaders-of", "الزعماء في فرنسا وألمانيا")
def leaders_of(clause: Clause, number: int) -> Members:
    """The states behind `الزعماء في`, `مسؤولون سياسيون في`: their leaders act for them."""
    leaders, behind = clause.mentions[number], clause.mentions[number + 1 : number + 2]
    if leaders.kind != Kind.GROUP or leaders.key != "GOV" or leaders.country or leaders.is_known or not behind:
        return ()
    near = behind[0].first == leaders.last + 2 and clause.form(leaders.last + 1) == "في"
    return clause.with_coordinated(behind[0]) if near and behind[0].kind == Kind.STATE else ()


APPOSITIONS: tuple[Callable[[Clause, int], Members | Refusal], ...] = (
    members_listed,
    known_as,
    bearer,
    name_of_kind,
    leaders_of,
)


def _behind_opener(clause: Clause, mention: Mention, openers: str) -> Mention | None:
    """The mention right behind an opener that follows another mention closely, no verb or full stop between."""
    for at in range(mention.last + 1, min(mention.last + _REACH, len(clause.sentence.words))):
        if clause.tag(at) == "VERB" or clause.form(at) in (".", "؛"):
            return None
        for length in range(_OPENER, 0, -1):
            if " ".join(clause.forms(range(at, at + length))) in clause.lexicon.words(openers):
                behind = clause.right(at + length - 1)
                found = clause.mention_at(behind)
                return found if found is not None and found.first == behind else None
        if (met := clause.mention_at(at)) is not None and met is not mention and clause.tag(at - 1) != "ADP":
            return None
    return None


def _enumerated(clause: Clause, first: Mention) -> Members:
    """A list of names with commas, `و`, or nothing but commas between (in brackets)."""
    found = clause.with_coordinated(first)
    for later in clause.mentions[clause.mentions.index(found[-1]) + 1 :]:
        between = clause.forms(range(found[-1].last + 1, later.first))
        if not between or any(form not in COMMAS | {"و"} for form in between) or later.kind != first.kind:
            break
        found = (*found, later)
    return found
