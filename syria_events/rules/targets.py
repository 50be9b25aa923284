"""Whom a trigger is about: its object, who stands behind its preposition, whom what is asked would fall upon."""

from collections.abc import Iterator

from syria_events.lexicon import Lexicon
from syria_events.lexicon.words import words
from syria_events.model import Word
from syria_events.normalize import fold
from syria_events.rules.actions import Trigger
from syria_events.rules.mentions.readings import state_of
from syria_events.rules.merging import SYMMETRIC
from syria_events.rules.salience import Party, Salience, agrees, parties_of
from syria_events.rules.sentence.agreement import gender, gender_of
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import COMMAS, QUOTES, REACH
from syria_events.rules.sentence.relative import before_verb, has_resumptive, in_relative
from syria_events.rules.subjects import SubjectFinder
from syria_events.rules.values import Mention

_REACH_OF_SPEECH = 9  # words within which an addressee stands
_OF_A_DEED = frozenset(("03", "05", "10", "11", "12"))  # their target may be known by a thing of its only
_DESCRIBED = 8  # words by which the first of two parties is described before the second is named
_VISIT = "042"


class TargetFinder:
    """Finds targets in one clause with what the document has told so far."""

    def __init__(
        self,
        clause: Clause,
        triggers: tuple[Trigger, ...],
        salience: Salience,
        lexicon: Lexicon,
        subjects: SubjectFinder,
    ) -> None:
        self.clause = clause
        self.triggers = triggers
        self.salience = salience
        self.lexicon = lexicon
        self.subjects = subjects

    def slots(self, trigger: Trigger) -> tuple[str, ...]:
        """Where the entry of a trigger has its target: `obj` or folded prepositions, the most telling first."""
        if trigger.action is not None:
            return tuple(fold(s) if s != "obj" else s for s in trigger.action.slots)
        assert trigger.speech is not None
        return tuple(fold(s) if s != "obj" else s for s in trigger.speech.addressee)

    def find(self, trigger: Trigger, slots: tuple[str, ...], subject: tuple[Party, ...]) -> tuple[Party, ...]:
        """What stands in the first of these slots that is filled; of force, else who holds the ground."""
        for slot in slots:
            if slot == "obj":
                found = self.object(trigger.word, subject)
            elif slot == "بين":
                found = self.between(trigger)
            else:
                found = self.behind(trigger, (slot,), subject) or self.pronoun_behind(trigger, slot, subject)
            found = found or self._national(trigger, slot)
            if (
                slot == "من"
                and trigger.cameo[:2] == "08"
                and all(p.mention and p.mention.kind == "state" for p in found)
            ):
                continue  # what one withdraws from is a place
            if found:
                return found
        return self.holder(trigger) if trigger.cameo[:2] == "19" else ()

    def object(self, verb: Word, subject: tuple[Party, ...]) -> tuple[Party, ...]:
        """The direct object: the mention right behind the subject, the tree's, a pronoun, the next bare mention."""
        names = {p.actor.name for p in subject}
        ordered = list(self.bare_behind(verb, subject))
        if ordered and ordered[0].first == self._end_of(verb, subject) + 1:
            found = parties_of(self.clause.with_coordinated(ordered[0]))
            if found and found[0].actor.name not in names:
                return found
        for word in self.clause.dependents(verb.id, "obj", "iobj"):
            if word.upos == "PRON":
                continue
            found = tuple(p for p in parties_of(self.clause.phrase_of(word.id)) if p.actor.name not in names)
            if found:
                return found
        if (pronoun := self.clause.clitic_pronoun(verb.id)) is not None:
            if in_relative(self.clause, verb):
                return self._antecedent(verb)
            return self.salience.pronoun(pronoun, subject)
        for mention in ordered:
            found = tuple(p for p in parties_of(self.clause.with_coordinated(mention)) if p.actor.name not in names)
            if found:
                return found
        return ()

    def _antecedent(self, verb: Word) -> tuple[Party, ...]:
        """What a relative clause is about: the mention before `الذي`, `التي`."""
        return parties_of(self.clause.ending_at(self.clause.left(before_verb(self.clause, verb))))

    def _end_of(self, verb: Word, subject: tuple[Party, ...]) -> int:
        """The last word of a subject behind its verb, else the verb's."""
        here = (
            p.mention for p in subject if p.mention is not None and p.mention.sentence == self.clause.sentence.index
        )
        return max((m.last for m in here if m.first > verb.id), default=verb.id)

    def bare_behind(self, verb: Word, subject: tuple[Party, ...]) -> Iterator[Mention]:
        """The mentions without preposition behind a verb and its subject, up to the end of the clause."""
        clause = self.clause
        after = self._end_of(verb, subject)
        commas = COMMAS if len(subject) > 1 else frozenset()
        for mention in clause.mentions_in(range(after + 1, after + 12)):
            barred = (
                clause.tag(k) in ("CCONJ", "SCONJ", "VERB", "PUNCT")
                and clause.form(k) not in commas
                and clause.sentence.word(k).text not in QUOTES
                for k in range(after + 1, mention.first)
            )
            if not clause.standing(mention).preposition and not any(barred):
                yield mention

    def behind(self, trigger: Trigger, prepositions: tuple[str, ...], subject: tuple[Party, ...]) -> tuple[Party, ...]:
        """The mentions behind a preposition of the trigger, not behind one of a nearer trigger."""
        clause = self.clause
        names = {p.actor.name for p in subject}
        start = min(trigger.word.id, trigger.light.id if trigger.light else trigger.word.id)
        reach = _REACH_OF_SPEECH if trigger.speech is not None else REACH
        for mention in clause.mentions_in(clause.window(start, reach=reach)):
            place = clause.standing(mention)
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

    def pronoun_behind(self, trigger: Trigger, preposition: str, subject: tuple[Party, ...]) -> tuple[Party, ...]:
        """`وجه له الدعوة`, `شدد لهما على`: a pronoun behind the preposition, right after the verb."""
        verb = trigger.light or trigger.word
        clause = self.clause
        if verb.upos != "VERB" or clause.form(verb.id + 1) != preposition or clause.tag(verb.id + 2) != "PRON":
            return ()
        if in_relative(self.clause, verb):
            return ()  # `الذي وجه له`: it takes up the antecedent
        pronoun = clause.sentence.word(verb.id + 2)
        names = {p.actor.name for p in subject}
        found = tuple(p for p in self.named_before(pronoun) if p.actor.name not in names)
        return found or self.salience.pronoun(pronoun, subject)

    def _nearer_owner(self, trigger: Trigger, mention: Mention, preposition: str) -> bool:
        """Whether another trigger between the two takes that preposition."""
        own = {trigger.word.id, trigger.light.id if trigger.light else 0}
        for other in self.triggers:
            if other.word.id in own or not trigger.word.id < other.word.id < mention.first:
                continue
            if preposition in self.slots(other) or not other.is_noun:
                return True
        return False

    def between(self, trigger: Trigger) -> tuple[Party, ...]:
        """`بين أ وب` behind a symmetric masdar."""
        if "بين" not in self.slots(trigger) and trigger.cameo[:2] not in SYMMETRIC:
            return ()
        clause = self.clause
        found: list[Mention] = []
        for mention in clause.mentions_in(clause.window(trigger.word.id, reach=18)):
            if clause.standing(mention).preposition != "بين" and not found:
                continue
            # `بين واشنطن التي تتهم دمشق وموسكو`: whom the relative clause of the first party names is passed over
            told_of = found and clause.form(found[-1].last + 1) in words("relative")
            if (
                found
                and mention not in clause.with_coordinated(found[-1])
                and not self._and_between(found[-1], mention)
            ):
                if clause.standing(mention).preposition in ("", "بين") and not told_of:
                    break
                continue  # `بين عناصر من أ المدعومة من تركيا، وعناصر من ب`: who is named within the first party
            if told_of or not self._nearer_owner(trigger, mention, "بين"):
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

    def _national(self, trigger: Trigger, slot: str) -> tuple[Party, ...]:
        """`وافقت على العرض الروسي`, `انتقد القرار الروسي`: whose thing it is, where only an adjective says so."""
        if slot == "بين" or trigger.cameo[:2] not in _OF_A_DEED:
            return ()
        clause = self.clause
        for at in clause.window(trigger.word.id, reach=8):
            if clause.tag(at) == "VERB":
                break
            head = at - 1 if clause.form(at - 1) in words("ending_masdar") else at  # `وقف الانتهاكات الإسرائيلية`
            before = clause.form(head - 1) if clause.tag(head - 1) == "ADP" else ""
            behind = before == slot if slot != "obj" else not before
            if clause.tag(at) != "NOUN" or not behind or clause.mention_at(at) is not None:
                continue
            nisba = self.lexicon.nisba.get(clause.form(at + 1))
            if nisba is not None and nisba.number == "sing":
                words_of = f"{clause.sentence.word(at).text} {clause.sentence.word(at + 1).text}"
                return (Party(state_of(nisba.country), words_of),)
        return ()

    def holder(self, trigger: Trigger) -> tuple[Party, ...]:
        """`غارات على مناطق تسيطر عليها الفصائل`, `أراض كانت في يد المعارضة`: force is used on who holds the ground."""
        clause = self.clause
        ground = False
        for at in clause.window(trigger.word.id, reach=14):
            word = clause.sentence.word(at)
            ground = ground or clause.form(at) in words("territory")
            if not ground:
                if word.upos == "VERB":
                    break
                continue
            if word.upos == "VERB" and fold(word.lemma) in words("hold_verb") and has_resumptive(self.clause, word):
                found = self.subjects.subject(word)
                return () if found.elided else found.parties
            if clause.form(at) in words("hold_noun") and (mention := clause.mention_at(at + 1)) is not None:
                return parties_of(clause.with_coordinated(mention))
        return ()

    def asked_of(self, trigger: Trigger, subject: tuple[Party, ...]) -> tuple[Party, ...]:
        """The party that what is asked or refused would fall upon: `رفضت أي لقاء مع الوفد`."""
        names = {p.actor.name for p in subject}
        for mention in self.clause.mentions_in(self.clause.window(trigger.word.id, reach=14)):
            place = self.clause.standing(mention)
            if self._convened(trigger, mention):
                continue
            of_a_deed = not place.preposition and any(t.word.id in place.nouns[:1] for t in self.triggers)
            if of_a_deed or (place.preposition in words("falls_upon") and len(place.nouns) <= 1):
                found = parties_of(self.clause.with_coordinated(mention))
                return tuple(p for p in found if p.actor.name not in names)
        return self._asked_of_pronoun(trigger, subject)

    def _asked_of_pronoun(self, trigger: Trigger, subject: tuple[Party, ...]) -> tuple[Party, ...]:
        """`تعهد بدعمها`: the party that a pronoun on what is promised stands for."""
        for at in self.clause.window(trigger.word.id, reach=3):
            if self.clause.tag(at) == "VERB":
                break
            deed = any(t.word.id == at and t.action is not None and t.is_noun for t in self.triggers)
            if deed and (pronoun := self.clause.clitic_pronoun(at)) is not None:
                return self.named_before(pronoun) or self.salience.pronoun(pronoun, subject)
        return ()

    def named_before(self, pronoun: Word) -> tuple[Party, ...]:
        """`انتقد لافروف دمشق لمنعها دخول المساعدات`: the party before in the sentence with which a pronoun agrees."""
        for mention in reversed(self.clause.mentions):
            if mention.last >= pronoun.id or not mention.actors or mention.kind in ("outlet", "monitor"):
                continue
            found = parties_of((mention,))
            fits = gender(mention, self.lexicon) in ("", gender_of(pronoun)) and agrees(pronoun, found)
            if fits and pronoun.feat("Number") == "Sing" and len(found) == 1:
                return found
        return ()

    def _convened(self, trigger: Trigger, mention: Mention) -> bool:
        """`دعا إلى عقد اللجنة`, `طلب عقد اجتماع للمجلس`: what shall come together is not whom one calls on.

        With whom (`رفض عقد لقاء مع الوفد`) is another matter.
        """
        if self.clause.standing(mention).preposition == "مع":
            return False
        return any(self.clause.form(k) in words("convening") for k in range(trigger.word.id + 1, mention.first))

    def _elsewhere(self, trigger: Trigger, mention: Mention) -> bool:
        """`توجه إلى نيويورك ليقدم تقريرا إلى المجلس`: the first `إلى` says where one goes."""
        preposition = self.clause.standing(mention).preposition
        nouns = self.clause.standing(mention).nouns
        first = min((*nouns, mention.first))
        earlier = range(trigger.word.id + 1, first - 1)
        return preposition == "الي" and any(self.clause.form(k) == preposition for k in earlier)

    def _owns(self, mention: Mention) -> bool:
        """`المفوضية التابعة للأمم المتحدة`: whose body it is, not whom it speaks to."""
        return self.clause.form(mention.first - 2) in words("belonging")

    def _beyond(self, trigger: Trigger, mention: Mention) -> bool:
        """`القرار، الذي قدمته الكويت، أن …`: behind `أن` the relative clause is over."""
        verb = trigger.light or trigger.word
        opened = any(self.clause.tag(k) == "SCONJ" for k in range(verb.id + 1, mention.first))
        return opened and verb.upos == "VERB" and in_relative(self.clause, verb)
