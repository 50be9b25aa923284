"""One party told of twice: a list that opens a group, a name given to a description, a title and its bearer.

`دول المنطقة وفي طليعتها السعودية وتركيا` acts as its members, `مجموعة المسعفين المعروفة باسم "الخوذ البيضاء"` as who
is named, `السفير الأمريكي في هولندا، كينيث وورد` as the person. The mentions become one, with the actors of the latter.
"""

from collections.abc import Iterator
from dataclasses import replace

from syria_events.lexicon.words import words
from syria_events.rules.clause import Clause
from syria_events.rules.mentions import Mention
from syria_events.rules.view import COMMAS

_REACH = 7  # words between a description and the list or name that opens it
_POSTED = frozenset("في لدي الي ب ل باسم".split())  # before where, or for what, a title is held


def joined(clause: Clause) -> Clause:
    """The clause with such mentions made one."""
    mentions = tuple(_one(clause, clause.mentions))
    return clause if mentions == clause.mentions else Clause(clause.sentence, mentions, clause.dates)


def _one(clause: Clause, mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    until = 0
    for index, mention in enumerate(mentions):
        if mention.first <= until:
            continue
        members = (
            _opened(clause, mention)
            or _named(clause, mention)
            or _bearer(clause, index)
            or _kind_of(clause, index)
            or _leaders_of(clause, index)
        )
        if not members:
            yield mention
            continue
        until = members[-1].last
        yield _spread(mention, members)


def _spread(mention: Mention, members: tuple[Mention, ...]) -> Mention:
    """The mention up to the last of the members, with their actors; one without a code takes the mention's."""
    code = mention.actors[0].code if mention.actors else f"{mention.country}GOV" if mention.country else ""
    code = code if len(members) == 1 and mention.kind == "office" else ""
    actors = tuple(a if a.code or not code else replace(a, code=code) for m in members for a in m.actors)
    kind = members[0].kind if len(actors) == 1 else "list"
    return replace(
        mention, last=members[-1].last, end=members[-1].end, actors=actors, kind=kind,
        number="sing" if len(actors) == 1 else "plur", gender=members[0].gender, reason="named in apposition",
    )  # fmt: skip


def _opened(clause: Clause, mention: Mention) -> tuple[Mention, ...]:
    """The members of an unnamed group, behind `مثل`, `بما في ذلك`, `من بينها`, `وهي`, or in brackets."""
    if not mention.kind.startswith(("group", "unknown")) or mention.is_known:
        return ()
    behind = _behind(clause, mention, words("list_opener"))
    first = clause.mention_at(behind) if behind else None
    if first is None or first.first != behind:
        return ()
    members = _enumerated(clause, first)
    if mention.kind == "unknown-person" and len(members) < 2:
        return ()  # one person, and something else in brackets
    return members if all(m.actors for m in members) else ()


def _named(clause: Clause, mention: Mention) -> tuple[Mention, ...]:
    """Who is `المعروف باسم`, `المسمى`: the name goes for the description."""
    if mention.is_known:
        return ()
    behind = _behind(clause, mention, words("name_opener"))
    name = clause.mention_at(behind) if behind else None
    return (name,) if name is not None and name.first == behind and name.actors else ()


def _bearer(clause: Clause, index: int) -> tuple[Mention, ...]:
    """The person behind an office and what narrows it down: where it is held, for what, with what rank.

    `السفير الأمريكي في هولندا، كينيث وورد`, `المسؤول العسكري الأميركي اللواء مايكل ناغاتا`.
    """
    office = clause.mentions[index]
    if office.kind != "office" or office.number != "sing" or office.is_known:
        return ()
    for later in clause.mentions[index + 1 : index + 3]:
        between = range(office.last + 1, later.first)
        if len(between) > _REACH or not all(_narrows(clause, k) for k in between):
            return ()
        if later.kind not in ("person", "unknown-person"):
            continue
        apart = clause.upos(later.first - 1) == "ADP" or any(clause.form(k) in COMMAS for k in between[:-1])
        return () if apart or len(later.actors) != 1 else (later,)
    return ()


def _kind_of(clause: Clause, index: int) -> tuple[Mention, ...]:
    """The name right behind what it is the name of, or whose members: `ميليشيا وحدات الحماية`, `أعضاء المجلس`."""
    kind, behind = clause.mentions[index], clause.mentions[index + 1 : index + 2]
    if kind.actors or kind.kind not in ("institution", "office") or not behind or behind[0].first != kind.last + 1:
        return ()
    return behind if behind[0].kind in ("group", "body") and behind[0].actors else ()


def _leaders_of(clause: Clause, index: int) -> tuple[Mention, ...]:
    """The states behind `الزعماء في`, `مسؤولون سياسيون في`: their leaders act for them."""
    leaders, behind = clause.mentions[index], clause.mentions[index + 1 : index + 2]
    if leaders.kind != "group" or leaders.key != "GOV" or leaders.country or not behind or behind[0].kind != "state":
        return ()
    near = behind[0].first == leaders.last + 2 and clause.form(leaders.last + 1) == "في"
    return clause.with_coordinated(behind[0]) if near and not leaders.is_known else ()


def _narrows(clause: Clause, id: int) -> bool:
    """Whether a word may stand inside a title."""
    if clause.upos(id) == "ADP":
        return clause.form(id) in _POSTED
    return clause.upos(id) in ("NOUN", "ADJ", "X") or clause.form(id) in COMMAS


def _behind(clause: Clause, mention: Mention, openers: frozenset[str]) -> int:
    """The id of the word behind an opener that follows the mention closely, no verb between; 0 where none does."""
    for at in range(mention.last + 1, min(mention.last + _REACH, len(clause.sentence.words))):
        if clause.upos(at) == "VERB" or clause.sentence.word(at).text in ".؛":
            return 0
        for length in (4, 3, 2, 1):
            if " ".join(clause.form(k) for k in range(at, at + length)) in openers:
                return clause.right(at + length - 1)
        if (met := clause.mention_at(at)) is not None and met is not mention and clause.upos(at - 1) != "ADP":
            return 0
    return 0


def _enumerated(clause: Clause, first: Mention) -> tuple[Mention, ...]:
    """A list of names with commas, `و`, or nothing but commas between (in brackets)."""
    found = [*clause.with_coordinated(first)]
    for later in clause.mentions[clause.mentions.index(found[-1]) + 1 :]:
        between = [clause.form(k) for k in range(found[-1].last + 1, later.first)]
        if not between or any(form not in COMMAS | {"و"} for form in between) or later.kind != first.kind:
            break
        found.append(later)
    return tuple(found)
