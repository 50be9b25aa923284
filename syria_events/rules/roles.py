"""Who did it to whom: from a trigger to its actor and target."""

from dataclasses import dataclass, field

from syria_events.lexicon import Lexicon
from syria_events.model import Actor, Word
from syria_events.normalize import fold
from syria_events.rules.actions import Trigger
from syria_events.rules.clause import Clause
from syria_events.rules.mentions import Mention, state_of

_AGENT = (("من", "قبل"), ("علي", "يد"), ("علي", "ايدي"), ("من", "جانب"), ("من", "طرف"))
# nouns that speak for somebody unnamed: their clause has a source, no actor
SOURCE_NOUNS = frozenset(
    [
        "مصدر",
        "مصادر",
        "مسوول",
        "مسوولون",
        "مسوولين",
        "ناشط",
        "ناشطون",
        "ناشطين",
        "مراسل",
        "مراسله",
        "شاهد",
        "شهود",
        "تقرير",
        "تقارير",
        "صحيفه",
        "وكاله",
        "قناه",
        "موقع",
    ]
)
_SYMMETRIC_ROOTS = frozenset(("04", "06"))


@dataclass(frozen=True, slots=True)
class Party:
    """An actor with the words that name it."""

    actor: Actor
    text: str
    mention: Mention | None = None


@dataclass
class Salience:
    """Who an elided subject or a pronoun may stand for: the subjects told of last, and all named last."""

    subjects: list[tuple[Party, ...]] = field(default_factory=list)
    named: list[Mention] = field(default_factory=list)

    def subject(self, verb: Word) -> tuple[Party, ...]:
        """The subject told of last that agrees with a verb in number and gender."""
        for parties in reversed(self.subjects[-4:]):
            if _agrees(verb, parties):
                return parties
        return ()

    def pronoun(self, word: Word, but: tuple[Party, ...]) -> tuple[Party, ...]:
        """The mention named last that agrees with a pronoun and is none of `but`."""
        number, gender = word.feat("Number"), word.feat("Gender")
        names = {p.actor.name for p in but}
        for mention in reversed(self.named[-12:]):
            if any(a.name in names for a in mention.actors) or not mention.actors:
                continue
            plural = mention.number == "plur" or mention.kind in ("group", "people")
            if number == "Plur" and not plural:
                continue
            if number == "Dual" and len(mention.actors) != 2:
                continue
            if number == "Sing" and (plural or (gender == "Masc" and mention.kind not in _MASCULINE)):
                continue
            if number == "Sing" and gender == "Fem" and mention.kind in ("person", "group"):
                continue
            return tuple(Party(a, mention.text, mention) for a in mention.actors)
        return ()


_MASCULINE = frozenset(("person", "unknown-person", "office", "counterpart", "body"))


def _agrees(verb: Word, parties: tuple[Party, ...]) -> bool:
    mention = parties[0].mention
    if mention is None:
        return True
    person = mention.kind in ("person", "unknown-person", "office", "counterpart")
    female = mention.gender == "f"
    if verb.feat("Gender") == "Fem" and person and not female and len(parties) == 1:
        return False
    if verb.feat("Gender") == "Masc" and mention.kind in ("state", "institution") and verb.feat("Number") == "Sing":
        return mention.gender == "m" or mention.text.startswith(("ال", "لبنان", "العراق", "الأردن"))
    return not (verb.feat("Number") == "Plur" and person and len(parties) == 1)


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of a trigger; `unnamed` when its subject is a source noun such as `مصدر`."""

    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    symmetric: bool = False
    unnamed: bool = False
    elided: bool = False
    indirect: bool = False


class RoleFinder:
    """Finds roles in one clause with what the document has told so far."""

    def __init__(self, clause: Clause, triggers: tuple[Trigger, ...], salience: Salience, lexicon: Lexicon) -> None:
        self.clause = clause
        self.triggers = triggers
        self.salience = salience
        self.lexicon = lexicon

    def roles(self, trigger: Trigger) -> Roles:
        """The actor and target of a trigger."""
        return self._noun(trigger) if trigger.is_noun else self._verb(trigger)

    # --- verbs

    def _verb(self, trigger: Trigger) -> Roles:
        subject, unnamed, elided = self.subject(trigger.word)
        slots = self._slots(trigger)
        if trigger.passive:
            targets = subject if not elided else ()
            actors = self._agent(trigger)
            return Roles(actors, targets, unnamed=unnamed)
        targets = self._targets(trigger, slots, subject)
        symmetric = trigger.cameo[:2] in _SYMMETRIC_ROOTS
        if symmetric and not targets and len(subject) > 1:
            return Roles(subject, (), symmetric=True, elided=elided)
        return Roles(subject, targets, unnamed=unnamed, elided=elided)

    def subject(self, verb: Word) -> tuple[tuple[Party, ...], bool, bool]:
        """The subject of a verb, whether it is a source noun, and whether it was elided."""
        clause = self.clause
        for word in clause.dependents(verb.id, "nsubj"):
            if found := self._parties(clause.phrase(word.id)):
                direct = clause.mention_at(word.id) is not None
                if direct or fold(word.lemma) not in SOURCE_NOUNS:
                    return found, False, False
            if _is_source(word, clause):
                return (), True, False
            if word.upos in ("NOUN", "X") and not self._misread_subject(verb, word):
                return (), False, False
        found = self._ordered_subject(verb)
        if found or (verb.feat("Person") == "1" and not found):
            return found or self.salience.subject(verb), False, not found
        return self.salience.subject(verb), False, True

    def _misread_subject(self, verb: Word, noun: Word) -> bool:
        """A noun far to the right, behind a preposition, is no subject whatever the tree says."""
        before = noun.id - 1
        return noun.id > verb.id and self.clause.upos(before) == "ADP"

    def _ordered_subject(self, verb: Word) -> tuple[Party, ...]:
        """The bare mention right behind the verb (VSO), else the one right before it (SVO)."""
        clause = self.clause
        at = verb.id + 1
        while at in clause.zone(verb.id, reach=6):
            mention = clause.mention_at(at)
            if mention is not None:
                return self._parties(clause.with_coordinated(mention))
            if clause.upos(at) not in ("PART", "ADV", "PUNCT") and not clause.is_adverb(at):
                break
            at += 1
        at = verb.id - 1
        while at >= 1 and (clause.upos(at) in ("PART", "AUX", "PUNCT") or clause.is_adverb(at)):
            if clause.sentence.word(at).text in ".:؛":
                return ()
            at -= 1
        mention = clause.mention_at(at) if at >= 1 else None
        if mention is None:
            return ()
        place = clause.places[mention]
        if place.preposition or place.nouns:
            return ()
        first = mention
        for earlier in clause.mentions:
            if mention in clause.with_coordinated(earlier):
                first = earlier
                break
        return self._parties(clause.with_coordinated(first))

    def _agent(self, trigger: Trigger) -> tuple[Party, ...]:
        """`من قبل`, `على يد`: who did what a passive or a masdar tells."""
        clause = self.clause
        zone = clause.zone(trigger.word.id)
        for at in zone:
            if (clause.form(at), clause.form(at + 1)) in _AGENT:
                for mention in clause.mentions_in(range(at + 2, at + 6)):
                    return self._parties(clause.with_coordinated(mention))
        return ()

    # --- masdars

    def _noun(self, trigger: Trigger) -> Roles:
        action = trigger.action
        slots = self._slots(trigger)
        actors, unnamed, elided = self._light_subject(trigger)
        symmetric = trigger.cameo[:2] in _SYMMETRIC_ROOTS or "بين" in slots
        if pair := self._between(trigger):
            sponsors = actors if trigger.light_entry is not None and trigger.light_entry.actor == "subj" else ()
            return Roles(pair, (), symmetric=True) if not sponsors else Roles(sponsors, pair)
        idafa = self._idafa(trigger)
        states = self._adjectives(trigger)
        possessor = self._possessor(trigger)
        agent = self._agent(trigger)
        role = action.idafa if action is not None else "actor"
        targets: tuple[Party, ...] = ()
        if agent:
            actors, targets = agent, idafa
        elif actors or unnamed:
            targets = idafa if role in ("target", "both") else ()
        elif idafa and role == "target":
            second = self._second_object(idafa)
            actors, targets = (idafa, second) if second else ((), idafa)
        elif idafa and role != "none":
            actors = idafa
        elif possessor:
            actors, elided = possessor, True
        if len(states) == 2 and symmetric and not idafa:
            return Roles(states[:1], states[1:], symmetric=True)
        if states and not actors:
            actors = states[:1]
        if trigger.light_entry is not None and trigger.light_entry.actor == "from":
            return Roles(self._behind(trigger, ("من",), ()), actors)
        if not targets:
            targets = self._targets(trigger, tuple(s for s in slots if s != "obj"), actors)
        if not actors and not idafa and not targets:
            return Roles((), (), unnamed=unnamed)
        if symmetric and not targets and len(actors) > 1:
            return Roles(actors, (), symmetric=True)
        if not actors and not unnamed and trigger.light is None:
            actors, elided = self._governing_subject(trigger)
        return Roles(actors, targets, unnamed=unnamed, elided=elided, symmetric=symmetric and not targets)

    def _light_subject(self, trigger: Trigger) -> tuple[tuple[Party, ...], bool, bool]:
        if trigger.light is None or trigger.light_entry is None or trigger.light_entry.actor == "none":
            relative = self._relative_light(trigger)
            return (self.subject(relative)[0], False, False) if relative is not None else ((), False, False)
        if trigger.passive:
            return self._agent(trigger), False, False
        actors, unnamed, elided = self.subject(trigger.light)
        actors = tuple(p for p in actors if p.mention is None or not p.mention.covers(trigger.word.id))
        return actors, unnamed, elided

    def _relative_light(self, trigger: Trigger) -> Word | None:
        """`زيارة يقوم بها الوزير`, `محادثات أجراها لافروف`: the light verb in the noun's own clause."""
        for word in self.clause.sentence.words[trigger.word.id : trigger.word.id + 5]:
            if word.upos == "VERB":
                return word if any(fold(word.lemma) == v for v in self.lexicon.light_verbs) else None
            if word.upos == "PUNCT":
                return None
        return None

    def _idafa(self, trigger: Trigger) -> tuple[Party, ...]:
        """The mention in construct with a noun: right behind it, adjectives aside."""
        for mention in self.clause.mentions:
            place = self.clause.places[mention]
            if trigger.word.id in place.nouns and mention.first > trigger.word.id:
                between = range(trigger.word.id + 1, mention.first)
                if sum(self.clause.upos(k) == "NOUN" for k in between) <= 1:
                    return self._parties(self.clause.with_coordinated(mention))
        return ()

    def _second_object(self, first: tuple[Party, ...]) -> tuple[Party, ...]:
        """`اعتقال قوات النظام المفاوضين`: behind the genitive doer, the object."""
        clause = self.clause
        last = max(p.mention.last for p in first if p.mention is not None)
        for mention in clause.mentions_in(range(last + 1, last + 3)):
            place = clause.places[mention]
            if not place.preposition and clause.upos(mention.first - 1) not in ("CCONJ", "PUNCT", "VERB"):
                return self._parties(clause.with_coordinated(mention))
        return ()

    def _adjectives(self, trigger: Trigger) -> tuple[Party, ...]:
        """`المشاورات الروسية الأمريكية`: nationality adjectives of a masdar are its parties."""
        found: list[Party] = []
        for word in self.clause.sentence.words[trigger.word.id : trigger.word.id + 5]:
            if (word.upos == "PUNCT" and word.text in "-–—ـ") or fold(word.text) == "و":
                continue
            nisba = self.lexicon.nisba.get(fold(word.text))
            if nisba is None:
                if word.upos == "ADJ":
                    continue
                break
            if nisba.number == "sing":
                found.append(Party(state_of(nisba.country), word.text))
        return tuple(found[:2])

    def _possessor(self, trigger: Trigger) -> tuple[Party, ...]:
        """`لقائه`, `محادثاتهما`: whom the pronoun on a masdar stands for."""
        next_id = trigger.word.id + 1
        if self.clause.upos(next_id) != "PRON" or self.clause.sentence.word(next_id).start != trigger.word.start:
            return ()
        word = self.clause.sentence.word(next_id)
        subjects = self.salience.subject(word)
        return subjects or self.salience.pronoun(word, ())

    def _governing_subject(self, trigger: Trigger) -> tuple[tuple[Party, ...], bool]:
        """`واصلت واشنطن اتهام دمشق`: the subject of the verb whose object the masdar is."""
        for head in self.clause.ancestors(trigger.word.id):
            word = self.clause.sentence.word(head)
            if word.upos == "VERB":
                actors, _, elided = self.subject(word)
                return actors, elided
            if word.upos != "NOUN":
                break
        return (), False

    def _between(self, trigger: Trigger) -> tuple[Party, ...]:
        """`بين أ وب` behind a symmetric masdar."""
        if "بين" not in self._slots(trigger) and trigger.cameo[:2] not in _SYMMETRIC_ROOTS:
            return ()
        clause = self.clause
        found: list[Mention] = []
        for mention in clause.mentions_in(clause.zone(trigger.word.id, reach=18)):
            if clause.places[mention].preposition != "بين" and not found:
                continue
            if (
                found
                and mention not in clause.with_coordinated(found[-1])
                and not self._and_between(found[-1], mention)
            ):
                break
            if not self._nearer_owner(trigger, mention, "بين"):
                found.append(mention)
        return self._parties(tuple(found)) if found else ()

    def _and_between(self, first: Mention, second: Mention) -> bool:
        """`بين عناصر من أ، وعناصر من ب`, `بين الحكومة وبين دول`: the second party of `بين`."""
        words = [fold(w.text) for w in self.clause.sentence.words[first.last : second.first - 1]]
        return bool(words) and ("و" in words[:3]) and len(words) <= 5

    # --- shared

    def _slots(self, trigger: Trigger) -> tuple[str, ...]:
        if trigger.action is not None:
            return tuple(fold(s) if s != "obj" else s for s in trigger.action.slots)
        assert trigger.speech is not None
        return tuple(fold(s) if s != "obj" else s for s in trigger.speech.addressee)

    def _targets(self, trigger: Trigger, slots: tuple[str, ...], subject: tuple[Party, ...]) -> tuple[Party, ...]:
        for slot in slots:
            if slot == "obj":
                found = self._object(trigger.word, subject)
            elif slot == "بين":
                found = self._between(trigger)
            else:
                found = self._behind(trigger, (slot,), subject)
            if found:
                return found
        return ()

    def _object(self, verb: Word, subject: tuple[Party, ...]) -> tuple[Party, ...]:
        clause = self.clause
        names = {p.actor.name for p in subject}
        for word in clause.dependents(verb.id, "obj", "iobj"):
            if word.upos == "PRON":
                if found := self.salience.pronoun(word, subject):
                    return found
                continue
            found = tuple(p for p in self._parties(clause.phrase(word.id)) if p.actor.name not in names)
            if found:
                return found
        next_id = verb.id + 1
        if clause.upos(next_id) == "PRON" and clause.sentence.word(next_id).start == verb.start:
            return self.salience.pronoun(clause.sentence.word(next_id), subject)
        after = max((p.mention.last for p in subject if p.mention is not None and p.mention.first > verb.id
                     and p.mention.sentence == clause.sentence.index), default=verb.id)  # fmt: skip
        for mention in clause.mentions_in(range(after + 1, after + 4)):
            place = clause.places[mention]
            gap = range(after + 1, mention.first)
            if place.preposition or any(clause.upos(k) in ("CCONJ", "SCONJ", "VERB", "PUNCT") for k in gap):
                continue
            found = tuple(p for p in self._parties(clause.with_coordinated(mention)) if p.actor.name not in names)
            if found:
                return found
        return ()

    def _behind(self, trigger: Trigger, prepositions: tuple[str, ...], subject: tuple[Party, ...]) -> tuple[Party, ...]:
        """The mentions behind a preposition of the trigger, not behind one of a nearer trigger."""
        clause = self.clause
        names = {p.actor.name for p in subject}
        start = min(trigger.word.id, trigger.light.id if trigger.light else trigger.word.id)
        for mention in clause.mentions_in(clause.zone(start)):
            place = clause.places[mention]
            if place.preposition not in prepositions or mention.covers(trigger.word.id):
                continue
            if len(place.nouns) > 2 or self._nearer_owner(trigger, mention, place.preposition):
                continue
            found = tuple(p for p in self._parties(clause.with_coordinated(mention)) if p.actor.name not in names)
            if found:
                return found
        return ()

    def _nearer_owner(self, trigger: Trigger, mention: Mention, preposition: str) -> bool:
        """Whether another trigger between the two takes that preposition."""
        own = {trigger.word.id, trigger.light.id if trigger.light else 0}
        for other in self.triggers:
            if other.word.id in own or not trigger.word.id < other.word.id < mention.first:
                continue
            if preposition in self._slots(other) or not other.is_noun:
                return True
        return False

    def _parties(self, mentions: tuple[Mention, ...]) -> tuple[Party, ...]:
        return tuple(Party(a, m.text, m) for m in mentions for a in m.actors)


def _is_source(word: Word, clause: Clause) -> bool:
    mention = clause.mention_at(word.id)
    if mention is not None:
        return mention.kind == "outlet"
    return fold(word.lemma) in SOURCE_NOUNS or fold(word.text).removeprefix("ال") in SOURCE_NOUNS
