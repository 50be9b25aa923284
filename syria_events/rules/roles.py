"""Who did it to whom: from a trigger to its actor and target."""

from dataclasses import dataclass, replace

from syria_events.lexicon import Lexicon
from syria_events.lexicon.words import words
from syria_events.model import Word
from syria_events.normalize import fold
from syria_events.rules.actions import Trigger, lemmas
from syria_events.rules.mentions.readings import state_of
from syria_events.rules.merging import SYMMETRIC
from syria_events.rules.salience import Party, Salience, agrees, parties_of
from syria_events.rules.sentence.agreement import disagree
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import QUOTES
from syria_events.rules.sentence.relative import has_resumptive
from syria_events.rules.subjects import Subject, SubjectFinder
from syria_events.rules.targets import TargetFinder

_OF_PEOPLE = frozenset(("02", "04", "10", "11", "13"))  # their verbs want a party as object
_MEDIATE = "045"
_ASKED = frozenset(("01", "02", "10", "13"))  # of their masdars `من` marks the doer: `دعوة من دمشق`
_JOINT_ROOTS = frozenset(("03", "05", "16", "19"))  # symmetric where the verb takes a partner


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of a trigger; `unnamed` when its subject is a source such as `مصدر` or an outlet."""

    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    symmetric: bool = False
    unnamed: bool = False
    elided: bool = False
    source: str = ""
    cameo: str = ""  # where the roles tell another act than the word: bringing others together is mediation


class RoleFinder:
    """Finds roles in one clause with what the document has told so far."""

    def __init__(self, clause: Clause, triggers: tuple[Trigger, ...], salience: Salience, lexicon: Lexicon) -> None:
        self.clause = clause
        self.triggers = triggers
        self.salience = salience
        self.lexicon = lexicon
        self.subjects = SubjectFinder(clause, salience)
        self.targets = TargetFinder(clause, triggers, salience, lexicon, self.subjects)

    def roles(self, trigger: Trigger) -> Roles:
        """The actor and target of a trigger."""
        return self._noun(trigger) if trigger.is_noun else self._verb(trigger)

    def _verb(self, trigger: Trigger) -> Roles:
        subject = self.subjects.subject(trigger.word, speech=trigger.speech is not None, participle=trigger.participle)
        if self._is_object_instead(trigger, subject):
            subject = Subject(self.salience.subject(trigger.word), elided=True)
        agent = self._agent(trigger)
        if trigger.passive or agent:
            targets = subject.parties if not subject.elided else ()
            return Roles(agent, targets, unnamed=subject.unnamed, source=subject.source)
        slots = self.targets.slots(trigger)
        targets = self.targets.find(trigger, slots, subject.parties)
        symmetric = trigger.cameo[:2] in SYMMETRIC or (trigger.cameo[:2] in _JOINT_ROOTS and "مع" in slots)
        if symmetric and not targets:
            targets = self._comitative(trigger.word)
        if not targets and trigger.action is not None and trigger.action.content:
            targets = self.targets.asked_of(trigger, subject.parties)
        if len(targets) > 1 and subject.parties and any(lemma in words("agree") for lemma in lemmas(trigger.word)):
            return Roles((*subject.parties, *targets), (), symmetric=True, elided=subject.elided)
        return Roles(
            subject.parties,
            targets,
            symmetric=symmetric and not targets and len(subject.parties) > 1,
            unnamed=subject.unnamed,
            elided=subject.elided,
            source=subject.source,
        )

    def _is_object_instead(self, trigger: Trigger, subject: Subject) -> bool:
        """`وطالبت مجلس الأمن بموقف`: behind `و` a transitive verb goes on about the subject of before.

        The noun behind it is then the object: it cannot be the subject where the verb's gender differs, and need not
        be where nothing else fills the object's place.
        """
        verb = trigger.word
        if subject.elided or not subject.parties or self.clause.tag(verb.id - 1) != "CCONJ":
            return False
        mention = subject.parties[0].mention
        near = mention is not None and verb.id < mention.first <= verb.id + 2
        if mention is None or not near or "obj" not in self.targets.slots(trigger)[:1]:
            return False
        before = self.salience.subjects[-1:] if self.salience.subjects else []
        here = [p for p in before if p[0].mention is not None and p[0].mention.sentence == self.clause.sentence.index]
        if not here or not agrees(verb, here[0]):
            return False
        if disagree(mention, verb, self.clause.lexicon):
            return True
        wants_a_party = trigger.cameo[:2] in _OF_PEOPLE and trigger.speech is None
        return wants_a_party and not self.targets.object(verb, subject.parties)

    def _comitative(self, verb: Word) -> tuple[Party, ...]:
        """`بحث والرئيس الروسي`: behind the verb, `و` brings in whom it is done with."""
        clause = self.clause
        if clause.form(verb.id + 1) != "و":
            return ()
        mention = clause.mention_at(verb.id + 2)
        return parties_of((mention,)) if mention is not None else ()

    def _agent(self, trigger: Trigger) -> tuple[Party, ...]:
        """`من قبل`, `على يد`: who did what a passive or a masdar tells."""
        clause = self.clause
        others = {t.word.id for t in self.triggers if t.word.id > trigger.word.id}
        for at in clause.window(trigger.word.id):
            if clause.tag(at) in ("VERB", "SCONJ") or at in others:
                break  # what follows is done in another clause, or told by another word
            if f"{clause.form(at)} {clause.form(at + 1)}" in words("agent"):
                for mention in clause.mentions_in(range(at + 2, at + 6)):
                    return parties_of(clause.with_coordinated(mention))
        return ()

    def _noun(self, trigger: Trigger) -> Roles:
        action = trigger.action
        slots = self.targets.slots(trigger)
        subject = self._light_subject(trigger)
        actors, unnamed, elided = subject.parties, subject.unnamed, subject.elided
        symmetric = trigger.cameo[:2] in SYMMETRIC or "بين" in slots
        if pair := self.targets.between(trigger):
            sponsors = actors if trigger.light_entry is not None and trigger.light_entry.actor == "subj" else ()
            return Roles(pair, (), symmetric=True) if not sponsors else Roles(sponsors, pair, cameo=_MEDIATE)
        if trigger.light is None and trigger.cameo[:2] in _ASKED and (asker := self._right_behind(trigger, "من")):
            actors = asker
        idafa = self._idafa(trigger)
        if trigger.speech is not None and not idafa:
            idafa = self._right_behind(trigger, "ل")
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
            second = self._second_object(idafa, trigger)
            actors, targets = (idafa, second) if second else ((), idafa)
        elif idafa and role != "none":
            actors = idafa
        elif possessor:
            actors, elided = possessor, True
        if len(states) > 1 and symmetric and not idafa:
            return Roles(states, (), symmetric=True)
        if states and not actors:
            actors = states[:1]
        if trigger.light_entry is not None and trigger.light_entry.actor == "from":
            return Roles(self.targets.behind(trigger, ("من",), ()), actors)
        if not targets:
            targets = self.targets.find(trigger, tuple(s for s in slots if s != "obj"), actors)
        if not targets and trigger.cameo[:2] in _ASKED and trigger.light is None:
            targets = self._followed(trigger)
        if not targets and trigger.light is not None:
            targets = self.targets.pronoun_behind(trigger, "ل", actors)
        if not actors and not idafa and not targets:
            return Roles((), (), unnamed=unnamed)
        if symmetric and not targets and len(actors) > 1:
            return Roles(actors, (), symmetric=True)
        if not targets and actors and action is not None and action.content:
            targets = self.targets.asked_of(trigger, actors)
        if not actors and targets and trigger.cameo[:2] == "04" and not self._governed(targets):
            actors = self._attending(trigger)
        if symmetric and targets and self.clause.form(trigger.word.id + 1) in words("gathering"):
            return Roles((*actors, *targets), (), symmetric=True, elided=elided)
        if not actors and trigger.cameo[:2] == "19" and targets and targets == self._right_behind(trigger, "ل"):
            actors, targets = targets, ()  # `هجوم لقوات النظام`: without a genitive, `ل` marks the doer
        return Roles(
            actors,
            targets,
            symmetric=symmetric and not targets,
            unnamed=unnamed,
            elided=elided,
            source=subject.source,
        )

    def _light_subject(self, trigger: Trigger) -> Subject:
        if trigger.light is None or trigger.light_entry is None or trigger.light_entry.actor == "none":
            return self._relative_subject(trigger)
        if trigger.passive:
            return Subject(self._agent(trigger))
        found = self.subjects.subject(trigger.light, noun=trigger.word.id)
        parties = tuple(p for p in found.parties if p.mention is None or not p.mention.covers(trigger.word.id))
        return replace(found, parties=parties)

    def _relative_subject(self, trigger: Trigger) -> Subject:
        """Who does what a noun tells, by the light verb of its own clause.

        The verb takes the noun up by a pronoun (`زيارة يقوم بها الوزير`, `محادثات أجراها لافروف`), or brings
        the parties together (`الاجتماع الذي جمع كيري ولافروف`).
        """
        for word in self.clause.sentence.words[trigger.word.id : trigger.word.id + 6]:
            if word.upos == "PUNCT" and word.text not in QUOTES:
                break
            if word.upos != "VERB":
                continue
            entries = [e for lemma in lemmas(word) for e in self.lexicon.light_verbs.get(lemma, ())]
            if has_resumptive(self.clause, word) and any(entry.actor == "subj" for entry in entries):
                return self.subjects.subject(word)
            if fold(word.lemma) in words("brings_together"):
                together = next(self.targets.bare_behind(word, ()), None)
                return Subject(parties_of(self.clause.with_coordinated(together)) if together is not None else ())
            break
        return Subject(())

    def _idafa(self, trigger: Trigger) -> tuple[Party, ...]:
        """The mention in construct with a noun: right behind it, adjectives aside; an article bars it."""
        if fold(trigger.word.text).startswith("ال") and not fold(trigger.word.lemma).startswith("ال"):
            return ()
        for mention in self.clause.mentions:
            place = self.clause.standing(mention)
            if trigger.word.id in place.nouns and mention.first > trigger.word.id:
                between = range(trigger.word.id + 1, mention.first)
                if sum(self.clause.tag(k) == "NOUN" for k in between) <= 1:
                    return parties_of(self.clause.with_coordinated(mention))
        return ()

    def _attending(self, trigger: Trigger) -> tuple[Party, ...]:
        """`سافر للتفاوض مع أهله`, `قال بعد لقاء مع لافروف`: who meets is the subject of the verb this is told with.

        A light masdar may stand between: `زار قطر لإجراء محادثات مع نظيره`.
        """
        at = trigger.word.id - 1
        while self.clause.form(at) in words("light_masdar"):
            at -= 1
        return self._told_with(at) if self.clause.form(at) in words("circumstance") else ()

    def _followed(self, trigger: Trigger) -> tuple[Party, ...]:
        """`زار دمشق بناء على دعوة من الحكومة`: who follows a call is whom it was addressed to."""
        at = trigger.word.id - 1
        followed = f"{self.clause.form(at - 1)} {self.clause.form(at)}" in words("following")
        return self._told_with(at - 1) if followed else ()

    def _told_with(self, at: int) -> tuple[Party, ...]:
        """The one subject of the verb before a word, else of the verb behind it."""
        before = [w for w in self.clause.sentence.words[: at - 1] if w.upos == "VERB"]
        behind = [w for w in self.clause.sentence.words[at:] if w.upos == "VERB"]
        for verb in (*before[-1:], *behind[:1]):
            found = self.subjects.subject(verb)
            told = found.parties and not found.unnamed and len(found.parties) == 1
            if told and not (found.elided and verb.id > at):
                return found.parties
        return ()

    def _governed(self, parties: tuple[Party, ...]) -> bool:
        """`مع منصتي موسكو والقاهرة`: a noun governs the names, and not one of those that stand for who follows."""
        nouns = {k for p in parties if p.mention is not None for k in self.clause.standing(p.mention).nouns}
        return any(self.clause.form(k) not in words("member") | words("office_of") for k in nouns)

    def _right_behind(self, trigger: Trigger, preposition: str) -> tuple[Party, ...]:
        """`طلب من بريطانيا`, `هجوم عنيف لقوات النظام`: the party right behind a noun, its adjectives, a preposition."""
        at = trigger.word.id + 1
        while self.clause.tag(at) == "ADJ":
            at += 1
        mention = self.clause.mention_at(at + 1)
        if mention is None or self.clause.form(at) != preposition:
            return ()
        return parties_of(self.clause.with_coordinated(mention))

    def _second_object(self, first: tuple[Party, ...], trigger: Trigger) -> tuple[Party, ...]:
        """`اعتقال قوات النظام المفاوضين`: behind the genitive doer, the object, or who holds the ground that is it."""
        clause = self.clause
        last = max(p.mention.last for p in first if p.mention is not None)
        if clause.form(last + 1) in words("territory"):
            return self.targets.holder(trigger)
        for mention in clause.mentions_in(range(last + 1, last + 3)):
            place = clause.standing(mention)
            if not place.preposition and clause.tag(mention.first - 1) not in ("CCONJ", "PUNCT", "VERB"):
                return parties_of(clause.with_coordinated(mention))
        return ()

    def _adjectives(self, trigger: Trigger) -> tuple[Party, ...]:
        """`المشاورات الروسية الأمريكية`: nationality adjectives of a masdar are its parties."""
        found: list[Party] = []
        for word in self.clause.sentence.words[trigger.word.id : trigger.word.id + 7]:
            if (word.upos == "PUNCT" and word.text in "-–—ـ") or fold(word.text) == "و":
                continue
            nisba = self.lexicon.nisba.get(fold(word.text))
            if nisba is None:
                if word.upos == "ADJ":
                    continue
                break
            if nisba.number == "sing":
                found.append(Party(state_of(nisba.country), word.text))
        return tuple(found)

    def _possessor(self, trigger: Trigger) -> tuple[Party, ...]:
        """`لقائه`, `محادثاتهما`: whom the pronoun on a masdar stands for."""
        next_id = trigger.word.id + 1
        if self.clause.tag(next_id) != "PRON" or self.clause.sentence.word(next_id).start != trigger.word.start:
            return ()
        word = self.clause.sentence.word(next_id)
        subjects = self.salience.subject(word)
        here = self.clause.sentence.index
        if subjects and subjects[0].mention is not None and subjects[0].mention.sentence == here:
            return subjects
        return self.targets.named_before(word) or subjects or self.salience.pronoun(word, ())
