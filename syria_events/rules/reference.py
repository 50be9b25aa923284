"""Who is meant by what does not name anybody: shortened names, offices, counterparts, pairs.

One pass over the mentions in order, with a memory of who was named last in which office,
institution and group. What stays unresolved keeps no actors and gives no row.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from syria_events.lexicon import Lexicon
from syria_events.lexicon.entries import Country, Office
from syria_events.lexicon.words import words
from syria_events.model import Actor, Doc
from syria_events.normalize import fold
from syria_events.rules.mentions import Mention
from syria_events.rules.offices import Owner, holder, institution_actor, office_actor
from syria_events.rules.readings import actor_of, state_of
from syria_events.rules.repair import gender

_ROLES = frozenset("CVL MED OPP LEG GOV".split())  # that a title gives a person the lexicon lacks
_CASES = (("ون", ""), ("ين", ""), ("ان", ""), ("و", ""), ("ي", ""))
_PRONOUNS = {"ه": "m", "ها": "f", "هم": "", "هن": ""}  # as forms have them, with the gender of one
_PRONOUN_REACH = 2  # sentences back
_BETWEEN_JOINED = 3  # words from one name to the next: a comma and `و`
_OF_COUNTRY = frozenset(("state", "people", "institution"))
_OF_STATES = frozenset("president king emir".split())


@dataclass
class _Memory:
    """Who was named last as what."""

    office: dict[str, Actor] = field(default_factory=dict)
    institution: dict[str, Actor] = field(default_factory=dict)
    group: dict[str, Actor] = field(default_factory=dict)
    names: dict[str, Actor] = field(default_factory=dict)
    country_of_office: dict[str, str] = field(default_factory=dict)
    heads: dict[str, Mention] = field(default_factory=dict)  # bodies by the definite head noun of their names
    ministry: Actor | None = None
    honours: dict[str, Actor] = field(default_factory=dict)
    pair: tuple[Actor, ...] = ()
    titles: list[tuple[str, Actor]] = field(default_factory=list)  # the words of persons named with their office
    persons: list[tuple[Actor, str]] = field(default_factory=list)  # with the office they were named in
    named: list[Mention] = field(default_factory=list)  # all of them


def resolve_references(doc: Doc, mentions: tuple[Mention, ...], lexicon: Lexicon) -> tuple[Mention, ...]:
    """The mentions with every actor the document lets one resolve."""
    resolver = _Resolver(doc.article.published, lexicon, focus_country(mentions))
    return tuple(resolver.run(mentions))


def focus_country(mentions: tuple[Mention, ...]) -> str:
    """The country an article is about: Syria where it is named at all among these articles' subjects.

    Unnamed soldiers, ministries and fighters belong to the country of the conflict, not to the
    capital in which it is discussed.
    """
    counts: dict[str, int] = {}
    for mention in mentions:
        for actor in mention.actors:
            if mention.kind in ("state", "institution", "body", "group") and actor.code[:3].isalpha():
                counts[actor.code[:3]] = counts.get(actor.code[:3], 0) + 1
    if counts.get("SYR"):
        return "SYR"
    return max(counts, key=lambda iso: counts[iso]) if counts else ""


class _Resolver:
    def __init__(self, published: date | None, lexicon: Lexicon, focus: str) -> None:
        self.published = published
        self.lexicon = lexicon
        self.focus = focus
        self.memory = _Memory()
        self.holders: dict[tuple[str, str], set[Actor]] = {}  # of an office and a country, in the whole document

    def run(self, mentions: tuple[Mention, ...]) -> Iterator[Mention]:
        for mention in mentions:  # groups are often named in full only after the headline
            if mention.kind == "group" and mention.actors and mention.country and mention.form:
                self.memory.group.setdefault(_stem(mention.form.split()[0]), mention.actors[0])
            if mention.kind in ("person", "unknown-person") and mention.key and mention.country and mention.actors:
                self.holders.setdefault((mention.key, mention.country), set()).add(mention.actors[0])
        for mention in mentions:
            resolved = self._resolve(mention)
            self._remember(resolved)
            yield resolved

    def _resolve(self, m: Mention) -> Mention:
        form = m.form
        if form in words("pair") and not m.country:
            pair = self._last_pair(m.key)
            if form in words("state_pair"):
                pair = tuple(state_of(c) for a in pair if (c := self.lexicon.country.get(a.code[:3])) is not None)
            return replace(m, kind="pair", actors=pair, number="dual", reason="the pair named last")
        if m.kind == "unknown-person":
            known = self.memory.names.get(form.split()[-1]) if len(form.split()) == 1 else self.memory.names.get(form)
            if known:
                return replace(m, actors=(known,), kind="person", reason="named in full before")
            if m.key in _ROLES and self.focus and not m.actors[0].code:
                return replace(
                    m, actors=(replace(m.actors[0], code=self.focus + m.key),), reason="title before the name"
                )
            return m
        if m.kind == "counterpart":
            return self._counterpart(m)
        if any(a.name.startswith("*") for a in m.actors):
            return replace(m, actors=tuple(self._looked_up(a) for a in m.actors))
        if m.kind == "office" and m.number == "sing" and (bearer := self._bearer(m)):
            return replace(m, kind="person", actors=(bearer,), reason="named before with that title")
        if m.kind == "office" and m.country and m.actors and not m.actors[0].id:
            actor = self._of_country(m)
            return replace(m, actors=(actor,), kind="person", reason="named before with that country") if actor else m
        if m.actors:
            return self._group(m, form) if m.kind == "group" else m
        if m.kind == "homeland":
            return self._homeland(m)
        if m.kind == "their-office":
            return self._their_office(m)
        if m.kind == "several":
            return self._several(m)
        if m.kind == "short" and (body := self.memory.heads.get(form)) is not None:
            return replace(m, kind=body.kind, actors=body.actors, gender=body.gender, reason="the body named last")
        if m.kind == "latter" and (actor := self._latter(m)):
            return replace(m, kind="person", actors=(actor,), reason="the person named last")
        if m.kind == "office" and m.number == "plur" and form.startswith("ال"):
            office = next((o for o in self.lexicon.offices if o.id == m.key), None)
            if office is None or not self.focus:
                return m
            actor = Actor("", m.text, office.en, self.focus + office.role)
            return replace(m, kind="group", actors=(actor,), reason="holders of an office")
        if m.kind == "office" and m.number == "sing" and form.startswith("ال"):
            actor = self._last_in_office(m.key)
            return replace(m, actors=(actor,), reason=f"last {m.key} named") if actor else m
        if m.kind == "institution":
            return self._institution(m, form)
        return m

    def _latter(self, m: Mention) -> Actor | None:
        """`الأخير`: the person named last; `معاليه`: the first who was given that honour."""
        honour = m.form.split()[0]
        if honour in words("honoured"):
            return self.memory.honours.get(honour)
        return self.memory.persons[-1][0] if m.gender == "m" and self.memory.persons else None

    def _bearer(self, m: Mention) -> Actor | None:
        """`رئيس الائتلاف` after `رئيس الائتلاف أحمد الجربا`: who was named with a title that begins so."""
        if (m.actors and m.actors[0].id) or len(m.form.split()) < 2:
            return None
        return next((a for title, a in reversed(self.memory.titles) if title.startswith(f"{m.form} ")), None)

    def _of_country(self, m: Mention) -> Actor | None:
        """`الوزير الأمريكي`: the minister of that state named before; in a headline, the only one named later."""
        if m.key not in ("minister", "envoy", "president", "spokesperson", "official", "ambassador"):
            return None
        for actor, office in reversed(self.memory.persons):
            same = office == m.key or (m.key == "minister" and office.endswith("-minister")) or not office
            if actor.id and actor.code.startswith(m.country) and same:
                return actor
        holders = self.holders.get((m.key, m.country), set())
        return next(iter(holders)) if len(holders) == 1 else None

    def _several(self, m: Mention) -> Mention:
        """`الدول الثلاث`: the last three states named in a row, nothing but `و` and commas between."""
        count, named = int(m.key), self.memory.named
        for end in range(len(named), count - 1, -1):
            row = named[end - count : end]
            actors = tuple(dict.fromkeys(a for n in row for a in n.actors))
            if len(actors) == count and all(n.kind == "state" for n in row) and all(map(_joined, row, row[1:])):
                return replace(m, kind="state", actors=actors, reason="the states named last in a row")
        return m

    def _homeland(self, m: Mention) -> Mention:
        for actor, _ in reversed(self.memory.persons):
            country = self.lexicon.country.get(actor.code[:3])
            if country is not None:
                return replace(m, kind="state", actors=(state_of(country),), country=country.iso3)
        return m

    def _their_office(self, m: Mention) -> Mention:
        """`رئيسهم`, `وزير خارجيتها`: the office in the state of whoever was named last and agrees.

        Unless its holder is known it resolves for ministers only: anything may have a `رئيس`.
        """
        office = next(o for o in self.lexicon.offices if o.id == m.key)
        pronoun = next((word for word in reversed(m.form.split()) if word in _PRONOUNS), "")
        if not pronoun:
            return m  # `رئيسهما`: of whom of the two is not told
        near = (n for n in reversed(self.memory.named) if m.sentence - n.sentence <= _PRONOUN_REACH)
        meant = next((n for n in near if _takes(n, pronoun)), None)
        country = self._country_behind(meant, office) if meant is not None else None
        if country is None:
            return m
        owner = Owner(country=country)
        if (incumbent := holder(self.lexicon, self.published, office, owner)) is not None:
            return replace(
                m, kind="person", actors=(actor_of(incumbent),), country=owner.of, gender=incumbent.gender,
                reason=f"holder of {office.id} of who was named last",
            )  # fmt: skip
        if not office.id.endswith("minister"):
            return m
        actor = office_actor(office, owner)
        return replace(m, kind="office", actors=(actor,), country=owner.of, reason="office of who was named last")

    def _country_behind(self, m: Mention, office: Office) -> Country | None:
        """The state whose office a pronoun that stands for a mention makes it; None for a body or group."""
        if m.is_human and office.id in _OF_STATES:
            return None  # `رئيسه` of a person is whom he serves: not told
        if not m.is_human and m.kind not in _OF_COUNTRY:
            return None
        return self.lexicon.country.get(m.country or m.actors[0].code[:3])

    def _group(self, m: Mention, form: str) -> Mention:
        """`الدبلوماسيون` after `51 من الدبلوماسيين الأميركيين`: the group told of before."""
        words = form.split()
        earlier = self.memory.group.get(_stem(words[0]))
        if earlier is not None and len(words) == 1 and words[0].startswith("ال"):
            return replace(m, actors=(earlier,), reason="group named before")
        actor = m.actors[0]
        if not actor.code and self.focus:
            actor = replace(actor, code=self.focus + m.key)
        return replace(m, actors=(actor,))

    def _institution(self, m: Mention, form: str) -> Mention:
        if not form.startswith("ال") and m.key not in ("foreign-ministry", "defence-ministry", "interior-ministry"):
            return m
        body = self.memory.heads.get(form)
        if body is not None and body.kind in ("body", "group"):
            return replace(m, actors=body.actors, reason="the body named last that begins so")
        known = self.memory.ministry if m.key == "ministry" else self.memory.institution.get(m.key)
        if known is not None:
            return replace(m, actors=(known,), reason="institution named before")
        office = m.key.replace("-ministry", "-minister")
        iso = self.memory.country_of_office.get(office, "")
        iso = iso or (self.focus if m.key not in ("side", "delegation", "state", "leadership") else "")
        country = self.lexicon.country.get(iso)
        institution = next((i for i in self.lexicon.institutions if i.id == m.key), None)
        if country is None or institution is None:
            return m
        actor = institution_actor(institution, country, self.lexicon)
        return replace(m, actors=(actor,), country=iso, reason="of the country told of")

    def _counterpart(self, m: Mention) -> Mention:
        """`نظيره الأمريكي`: who holds, in that state, the office of the person named before."""
        if m.actors:
            return m
        for actor, office in reversed(self.memory.persons):
            key = office or self._office_of(actor)
            if key and not actor.code.startswith(m.country):
                holder = self.lexicon.holder(key, m.country, self.published)
                if holder is not None:
                    found = Actor(holder.id, holder.name, holder.en, holder.code)
                    return replace(m, actors=(found,), key=key, reason=f"counterpart of {actor.en or actor.name}")
        country = self.lexicon.country.get(m.country)
        return replace(m, actors=(state_of(country),), reason="counterpart's state") if country else m

    def _looked_up(self, actor: Actor) -> Actor:
        """One member of `نظيريه الروسي والسعودي`: the holder in that state of the office named before."""
        if not actor.name.startswith("*"):
            return actor
        iso = actor.code[:3]
        for person, office in reversed(self.memory.persons):
            key = office or self._office_of(person)
            holder = self.lexicon.holder(key, iso, self.published) if key else None
            if holder is not None:
                return Actor(holder.id, holder.name, holder.en, holder.code)
        return state_of(self.lexicon.country[iso])

    def _office_of(self, actor: Actor) -> str:
        entry = self.lexicon.by_id.get(actor.id)
        if entry is None or self.published is None:
            return ""
        return next((t.office for t in entry.office if t.holds(self.published)), "")

    def _last_in_office(self, key: str) -> Actor | None:
        if key in self.memory.office:
            return self.memory.office[key]
        if key == "minister":
            named = [a for k, a in self.memory.office.items() if k.endswith("-minister")]
            return named[-1] if named else None
        return None

    def _last_pair(self, key: str) -> tuple[Actor, ...]:
        if self.memory.pair:
            return self.memory.pair
        named: list[Actor] = []
        for actor, office in reversed(self.memory.persons):
            if actor not in named and (not key or not office or office == key or key == "minister"):
                named.append(actor)
            if len(named) == 2:
                return tuple(reversed(named))
        return ()

    def _remember(self, m: Mention) -> None:
        memory = self.memory
        if not m.actors:
            return
        memory.named.append(m)
        if len(m.actors) == 2 and m.kind != "pair":
            memory.pair = m.actors
        if m.kind in ("body", "group", "unknown-body") and len(m.actors) == 1:
            head = fold(m.actors[0].name if m.actors[0].id else m.text).split()[0].removeprefix("ال")
            memory.heads["ال" + head] = m
        for actor in m.actors:
            if m.is_human:
                memory.persons.append((actor, m.key))
                if m.key:
                    memory.office.pop(m.key, None)
                    memory.office[m.key] = actor
                    memory.country_of_office[m.key] = m.country or actor.code[:3]
                elif office := self._office_of(actor):
                    memory.office.pop(office, None)
                    memory.office[office] = actor
                    memory.country_of_office[office] = actor.code[:3]
            if m.kind in ("person", "unknown-person") and m.key:
                memory.titles.append((m.form, actor))
            if m.kind in ("person", "unknown-person") and m.form.split()[0] in words("honorific"):
                for word in m.form.split():
                    memory.honours.setdefault(word.removeprefix("ال"), actor)
            if m.kind in ("person", "unknown-person"):
                for name in (actor.name, m.text) if m.kind == "unknown-person" else (actor.name,):
                    parts = fold(name).split()
                    memory.names[" ".join(parts)] = actor
                    if len(parts[-1]) > 2:
                        memory.names[parts[-1]] = actor
                    if len(parts) > 2 and parts[-2] in words("compound_name"):
                        memory.names[" ".join(parts[-2:])] = actor  # `رامي عبد الرحمن` goes on as `عبد الرحمن`
            if m.kind == "institution" and m.key:
                memory.institution[m.key] = actor
            if m.key.endswith("-ministry"):
                memory.ministry = actor
            if m.kind == "group":
                memory.group.setdefault(_stem(m.form.split()[0]), actor)


def _joined(first: Mention, second: Mention) -> bool:
    return first.sentence == second.sentence and second.first - first.last <= _BETWEEN_JOINED


def _takes(m: Mention, pronoun: str) -> bool:
    """Whether a mention of one actor can be what a pronoun stands for, by number and gender."""
    if len(m.actors) != 1:
        return False
    plural = m.number == "plur" or m.kind == "people"
    if not _PRONOUNS[pronoun]:
        return plural
    if plural:
        return pronoun == "ها" and m.kind != "people"
    head = m.form.split()[0]
    return (gender(m) or ("f" if head.endswith("ه") else "m")) == _PRONOUNS[pronoun]


def _stem(head: str) -> str:
    """A group noun without article and case ending: الدبلوماسيون, دبلوماسيين, دبلوماسيو are one."""
    head = head.removeprefix("ال")
    for ending, instead in _CASES:
        if head.endswith(ending) and len(head) > len(ending) + 2:
            return head.removesuffix(ending) + instead
    return head
