"""Who did it to whom: from a trigger to its actor and target."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from syria_events.lexicon import Lexicon
from syria_events.lexicon.words import words
from syria_events.model import Word
from syria_events.normalize import fold
from syria_events.rules.actions import Trigger, lemmas
from syria_events.rules.clause import REACH, Clause
from syria_events.rules.mentions import Mention
from syria_events.rules.merging import SYMMETRIC
from syria_events.rules.readings import state_of
from syria_events.rules.repair import gender
from syria_events.rules.salience import Party, Salience, agrees, parties_of
from syria_events.rules.subjects import Subject, SubjectFinder, gender_of
from syria_events.rules.view import COMMAS, QUOTES

_REACH_OF_SPEECH = 9  # words within which an addressee stands
_OF_PEOPLE = frozenset(("02", "04", "10", "11", "13"))  # their verbs want a party as object
_OF_A_DEED = frozenset(("03", "05", "10", "11", "12"))  # their target may be known by a thing of its only
_DESCRIBED = 8  # words by which the first of two parties is described before the second is named
_VISIT = "042"
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

    def roles(self, trigger: Trigger) -> Roles:
        """The actor and target of a trigger."""
        return self._noun(trigger) if trigger.is_noun else self._verb(trigger)

    # --- verbs

    def _verb(self, trigger: Trigger) -> Roles:
        subject = self.subjects.subject(trigger.word, speech=trigger.speech is not None, participle=trigger.participle)
        if self._is_object_instead(trigger, subject):
            subject = Subject(self.salience.subject(trigger.word), elided=True)
        agent = self._agent(trigger)
        if trigger.passive or agent:
            targets = subject.parties if not subject.elided else ()
            return Roles(agent, targets, unnamed=subject.unnamed, source=subject.source)
        slots = self._slots(trigger)
        targets = self._targets(trigger, slots, subject.parties)
        symmetric = trigger.cameo[:2] in SYMMETRIC or (trigger.cameo[:2] in _JOINT_ROOTS and "مع" in slots)
        if symmetric and not targets:
            targets = self._comitative(trigger.word)
        if not targets and trigger.action is not None and trigger.action.content:
            targets = self._asked_of(trigger, subject.parties)
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
        if subject.elided or not subject.parties or self.clause.upos(verb.id - 1) != "CCONJ":
            return False
        mention = subject.parties[0].mention
        if mention is None or not verb.id < mention.first <= verb.id + 2 or "obj" not in self._slots(trigger)[:1]:
            return False
        before = self.salience.subjects[-1:] if self.salience.subjects else []
        here = [p for p in before if p[0].mention is not None and p[0].mention.sentence == self.clause.sentence.index]
        if not here or not agrees(verb, here[0]):
            return False
        if gender(mention) and gender_of(verb) and gender(mention) != gender_of(verb):
            return True
        return trigger.cameo[:2] in _OF_PEOPLE and trigger.speech is None and not self._object(verb, subject.parties)

    def _asked_of(self, trigger: Trigger, subject: tuple[Party, ...]) -> tuple[Party, ...]:
        """The party that what is asked or refused would fall upon: `رفضت أي لقاء مع الوفد`."""
        names = {p.actor.name for p in subject}
        for mention in self.clause.mentions_in(self.clause.zone(trigger.word.id, reach=14)):
            place = self.clause.places[mention]
            if self._convened(trigger, mention):
                continue
            of_a_deed = not place.preposition and any(t.word.id in place.nouns[:1] for t in self.triggers)
            if of_a_deed or (place.preposition in words("falls_upon") and len(place.nouns) <= 1):
                found = parties_of(self.clause.with_coordinated(mention))
                return tuple(p for p in found if p.actor.name not in names)
        return self._asked_of_pronoun(trigger, subject)

    def _beyond(self, trigger: Trigger, mention: Mention) -> bool:
        """`القرار، الذي قدمته الكويت، أن …`: behind `أن` the relative clause is over."""
        verb = trigger.light or trigger.word
        opened = any(self.clause.upos(k) == "SCONJ" for k in range(verb.id + 1, mention.first))
        return opened and verb.upos == "VERB" and self.subjects.in_relative(verb)

    def _owns(self, mention: Mention) -> bool:
        """`المفوضية التابعة للأمم المتحدة`: whose body it is, not whom it speaks to."""
        return self.clause.form(mention.first - 2) in words("belonging")

    def _elsewhere(self, trigger: Trigger, mention: Mention) -> bool:
        """`توجه إلى نيويورك ليقدم تقريرا إلى المجلس`: the first `إلى` says where one goes."""
        preposition = self.clause.places[mention].preposition
        nouns = self.clause.places[mention].nouns
        first = min((*nouns, mention.first))
        earlier = range(trigger.word.id + 1, first - 1)
        return preposition == "الي" and any(self.clause.form(k) == preposition for k in earlier)

    def _convened(self, trigger: Trigger, mention: Mention) -> bool:
        """`دعا إلى عقد اللجنة`, `طلب عقد اجتماع للمجلس`: what shall come together is not whom one calls on.

        With whom (`رفض عقد لقاء مع الوفد`) is another matter.
        """
        if self.clause.places[mention].preposition == "مع":
            return False
        return any(self.clause.form(k) in words("convening") for k in range(trigger.word.id + 1, mention.first))

    def _asked_of_pronoun(self, trigger: Trigger, subject: tuple[Party, ...]) -> tuple[Party, ...]:
        """`تعهد بدعمها`: the party that a pronoun on what is promised stands for."""
        for at in self.clause.zone(trigger.word.id, reach=3):
            if self.clause.upos(at) == "VERB":
                break
            deed = any(t.word.id == at and t.action is not None and t.is_noun for t in self.triggers)
            if deed and (pronoun := self.clause.suffixed_pronoun(self.clause.sentence.word(at))) is not None:
                return self._named_before(pronoun) or self.salience.pronoun(pronoun, subject)
        return ()

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
        for at in clause.zone(trigger.word.id):
            if clause.upos(at) in ("VERB", "SCONJ") or at in others:
                break  # what follows is done in another clause, or told by another word
            if f"{clause.form(at)} {clause.form(at + 1)}" in words("agent"):
                for mention in clause.mentions_in(range(at + 2, at + 6)):
                    return parties_of(clause.with_coordinated(mention))
        return ()

    # --- masdars

    def _noun(self, trigger: Trigger) -> Roles:
        action = trigger.action
        slots = self._slots(trigger)
        subject = self._light_subject(trigger)
        actors, unnamed, elided = subject.parties, subject.unnamed, subject.elided
        symmetric = trigger.cameo[:2] in SYMMETRIC or "بين" in slots
        if pair := self._between(trigger):
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
            return Roles(self._behind(trigger, ("من",), ()), actors)
        if not targets:
            targets = self._targets(trigger, tuple(s for s in slots if s != "obj"), actors)
        if not targets and trigger.cameo[:2] in _ASKED and trigger.light is None:
            targets = self._followed(trigger)
        if not targets and trigger.light is not None:
            targets = self._pronoun_behind(trigger, "ل", actors)
        if not actors and not idafa and not targets:
            return Roles((), (), unnamed=unnamed)
        if symmetric and not targets and len(actors) > 1:
            return Roles(actors, (), symmetric=True)
        if not targets and actors and action is not None and action.content:
            targets = self._asked_of(trigger, actors)
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
            if self.subjects.resumes(word) and any(entry.actor == "subj" for entry in entries):
                return self.subjects.subject(word)
            if fold(word.lemma) in words("brings_together"):
                together = next(self._bare_behind(word, ()), None)
                return Subject(parties_of(self.clause.with_coordinated(together)) if together is not None else ())
            break
        return Subject(())

    def _idafa(self, trigger: Trigger) -> tuple[Party, ...]:
        """The mention in construct with a noun: right behind it, adjectives aside."""
        for mention in self.clause.mentions:
            place = self.clause.places[mention]
            if trigger.word.id in place.nouns and mention.first > trigger.word.id:
                between = range(trigger.word.id + 1, mention.first)
                if sum(self.clause.upos(k) == "NOUN" for k in between) <= 1:
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
        return self._told_with(at) if followed else ()

    def _told_with(self, at: int) -> tuple[Party, ...]:
        """The one subject of the verb before a word, else of the verb behind it."""
        before = [w for w in self.clause.sentence.words[: at - 1] if w.upos == "VERB"]
        behind = [w for w in self.clause.sentence.words[at:] if w.upos == "VERB"]
        for verb in (*before[-1:], *behind[:1]):
            found = self.subjects.subject(verb)
            if found.parties and not found.unnamed and len(found.parties) == 1:
                return found.parties
        return ()

    def _governed(self, parties: tuple[Party, ...]) -> bool:
        """`مع منصتي موسكو والقاهرة`: a noun governs the names, and not one of those that stand for who follows."""
        nouns = {k for p in parties if p.mention is not None for k in self.clause.places[p.mention].nouns}
        return any(self.clause.form(k) not in words("member") | words("office_of") for k in nouns)

    def _right_behind(self, trigger: Trigger, preposition: str) -> tuple[Party, ...]:
        """`طلب من بريطانيا`, `هجوم عنيف لقوات النظام`: the party right behind a noun, its adjectives, a preposition."""
        at = trigger.word.id + 1
        while self.clause.upos(at) == "ADJ":
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
            return self._holder(trigger)
        for mention in clause.mentions_in(range(last + 1, last + 3)):
            place = clause.places[mention]
            if not place.preposition and clause.upos(mention.first - 1) not in ("CCONJ", "PUNCT", "VERB"):
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
        if self.clause.upos(next_id) != "PRON" or self.clause.sentence.word(next_id).start != trigger.word.start:
            return ()
        word = self.clause.sentence.word(next_id)
        subjects = self.salience.subject(word)
        here = self.clause.sentence.index
        if subjects and subjects[0].mention is not None and subjects[0].mention.sentence == here:
            return subjects
        return self._named_before(word) or subjects or self.salience.pronoun(word, ())

    def _named_before(self, pronoun: Word) -> tuple[Party, ...]:
        """`انتقد لافروف دمشق لمنعها دخول المساعدات`: the party before in the sentence with which a pronoun agrees."""
        for mention in reversed(self.clause.mentions):
            if mention.last >= pronoun.id or not mention.actors or mention.kind in ("outlet", "monitor"):
                continue
            found = parties_of((mention,))
            fits = gender(mention) in ("", gender_of(pronoun)) and agrees(pronoun, found)
            if fits and pronoun.feat("Number") == "Sing" and len(found) == 1:
                return found
        return ()

    def _between(self, trigger: Trigger) -> tuple[Party, ...]:
        """`بين أ وب` behind a symmetric masdar."""
        if "بين" not in self._slots(trigger) and trigger.cameo[:2] not in SYMMETRIC:
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
                if clause.places[mention].preposition in ("", "بين"):
                    break
                continue  # `بين عناصر من أ المدعومة من تركيا، وعناصر من ب`: who is named within the first party
            if not self._nearer_owner(trigger, mention, "بين"):
                found.append(mention)
        return parties_of(tuple(found)) if found else ()

    def _and_between(self, first: Mention, second: Mention) -> bool:
        """`بين عناصر من أ، وعناصر من ب`, `بين الحكومة وبين دول`: the second party of `بين`."""
        clause = self.clause
        between = [fold(w.text) for w in clause.sentence.words[first.last : second.first - 1]]
        if not between or between[-1] != "و":
            return "و" in between[:3] and len(between) <= 5
        opened = between[1:] if between[0] in COMMAS else between
        if opened[0] in words("relative"):  # `بين واشنطن التي تتهم النظام وموسكو التي تنفي`
            return between[-2] in COMMAS or clause.form(second.last + 1) in words("relative")
        described = opened[0] in words("backed") and len(between) <= _DESCRIBED
        return described or ("و" in between[:3] and len(between) <= 5)

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
                found = self._behind(trigger, (slot,), subject) or self._pronoun_behind(trigger, slot, subject)
            found = found or self._national(trigger, slot)
            if (
                slot == "من"
                and trigger.cameo[:2] == "08"
                and all(p.mention and p.mention.kind == "state" for p in found)
            ):
                continue  # what one withdraws from is a place
            if found:
                return found
        return self._holder(trigger) if trigger.cameo[:2] == "19" else ()

    def _holder(self, trigger: Trigger) -> tuple[Party, ...]:
        """`غارات على مناطق تسيطر عليها الفصائل`, `أراض كانت في يد المعارضة`: force is used on who holds the ground."""
        clause = self.clause
        ground = False
        for at in clause.zone(trigger.word.id, reach=14):
            word = clause.sentence.word(at)
            ground = ground or clause.form(at) in words("territory")
            if not ground:
                if word.upos == "VERB":
                    break
                continue
            if word.upos == "VERB" and fold(word.lemma) in words("hold_verb") and self.subjects.resumes(word):
                found = self.subjects.subject(word)
                return () if found.elided else found.parties
            if clause.form(at) in words("hold_noun") and (mention := clause.mention_at(at + 1)) is not None:
                return parties_of(clause.with_coordinated(mention))
        return ()

    def _national(self, trigger: Trigger, slot: str) -> tuple[Party, ...]:
        """`وافقت على العرض الروسي`, `انتقد القرار الروسي`: whose thing it is, where only an adjective says so."""
        if slot == "بين" or trigger.cameo[:2] not in _OF_A_DEED:
            return ()
        clause = self.clause
        for at in clause.zone(trigger.word.id, reach=8):
            if clause.upos(at) == "VERB":
                break
            head = at - 1 if clause.form(at - 1) in words("ending_masdar") else at  # `وقف الانتهاكات الإسرائيلية`
            before = clause.form(head - 1) if clause.upos(head - 1) == "ADP" else ""
            behind = before == slot if slot != "obj" else not before
            if clause.upos(at) != "NOUN" or not behind or clause.mention_at(at) is not None:
                continue
            nisba = self.lexicon.nisba.get(clause.form(at + 1))
            if nisba is not None and nisba.number == "sing":
                words_of = f"{clause.sentence.word(at).text} {clause.sentence.word(at + 1).text}"
                return (Party(state_of(nisba.country), words_of),)
        return ()

    def _object(self, verb: Word, subject: tuple[Party, ...]) -> tuple[Party, ...]:
        """The direct object: the mention right behind the subject, the tree's, a pronoun, the next bare mention."""
        names = {p.actor.name for p in subject}
        ordered = list(self._bare_behind(verb, subject))
        if ordered and ordered[0].first == self._end_of(verb, subject) + 1:
            found = parties_of(self.clause.with_coordinated(ordered[0]))
            if found and found[0].actor.name not in names:
                return found
        for word in self.clause.dependents(verb.id, "obj", "iobj"):
            if word.upos == "PRON":
                continue
            found = tuple(p for p in parties_of(self.clause.phrase(word.id)) if p.actor.name not in names)
            if found:
                return found
        if (pronoun := self.clause.suffixed_pronoun(verb)) is not None:
            if self.subjects.in_relative(verb):
                return self._antecedent(verb)
            return self.salience.pronoun(pronoun, subject)
        for mention in ordered:
            found = tuple(p for p in parties_of(self.clause.with_coordinated(mention)) if p.actor.name not in names)
            if found:
                return found
        return ()

    def _antecedent(self, verb: Word) -> tuple[Party, ...]:
        """What a relative clause is about: the mention before `الذي`, `التي`."""
        before = self.subjects.before(verb)
        if self.clause.form(before) not in words("relative"):
            return ()
        return parties_of(self.subjects.ending_at(self.subjects.before_id(before)))

    def _end_of(self, verb: Word, subject: tuple[Party, ...]) -> int:
        """The last word of a subject behind its verb, else the verb's."""
        here = (
            p.mention for p in subject if p.mention is not None and p.mention.sentence == self.clause.sentence.index
        )
        return max((m.last for m in here if m.first > verb.id), default=verb.id)

    def _bare_behind(self, verb: Word, subject: tuple[Party, ...]) -> Iterator[Mention]:
        """The mentions without preposition behind a verb and its subject, up to the end of the clause."""
        clause = self.clause
        after = self._end_of(verb, subject)
        commas = COMMAS if len(subject) > 1 else frozenset()
        for mention in clause.mentions_in(range(after + 1, after + 12)):
            barred = (
                clause.upos(k) in ("CCONJ", "SCONJ", "VERB", "PUNCT")
                and clause.form(k) not in commas
                and clause.sentence.word(k).text not in QUOTES
                for k in range(after + 1, mention.first)
            )
            if not clause.places[mention].preposition and not any(barred):
                yield mention

    def _behind(self, trigger: Trigger, prepositions: tuple[str, ...], subject: tuple[Party, ...]) -> tuple[Party, ...]:
        """The mentions behind a preposition of the trigger, not behind one of a nearer trigger."""
        clause = self.clause
        names = {p.actor.name for p in subject}
        start = min(trigger.word.id, trigger.light.id if trigger.light else trigger.word.id)
        reach = _REACH_OF_SPEECH if trigger.speech is not None else REACH
        for mention in clause.mentions_in(clause.zone(start, reach=reach)):
            place = clause.places[mention]
            if place.preposition not in prepositions or mention.covers(trigger.word.id):
                continue
            if len(place.nouns) > 2 or self._nearer_owner(trigger, mention, place.preposition):
                continue
            if self._convened(trigger, mention) or self._beyond(trigger, mention) or self._owns(mention):
                continue
            if trigger.cameo == _VISIT and self._elsewhere(trigger, mention):
                return ()
            found = tuple(p for p in parties_of(clause.with_coordinated(mention)) if p.actor.name not in names)
            if found:
                return found
        return ()

    def _pronoun_behind(self, trigger: Trigger, preposition: str, subject: tuple[Party, ...]) -> tuple[Party, ...]:
        """`وجه له الدعوة`, `شدد لهما على`: a pronoun behind the preposition, right after the verb."""
        verb = trigger.light or trigger.word
        clause = self.clause
        if verb.upos != "VERB" or clause.form(verb.id + 1) != preposition or clause.upos(verb.id + 2) != "PRON":
            return ()
        if self.subjects.in_relative(verb):
            return ()  # `الذي وجه له`: it takes up the antecedent
        pronoun = clause.sentence.word(verb.id + 2)
        names = {p.actor.name for p in subject}
        found = tuple(p for p in self._named_before(pronoun) if p.actor.name not in names)
        return found or self.salience.pronoun(pronoun, subject)

    def _nearer_owner(self, trigger: Trigger, mention: Mention, preposition: str) -> bool:
        """Whether another trigger between the two takes that preposition."""
        own = {trigger.word.id, trigger.light.id if trigger.light else 0}
        for other in self.triggers:
            if other.word.id in own or not trigger.word.id < other.word.id < mention.first:
                continue
            if preposition in self._slots(other) or not other.is_noun:
                return True
        return False
