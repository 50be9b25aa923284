"""The subject of a verb: word order first where it is plain, then the tree, then the story so far."""

from dataclasses import dataclass

from syria_events.lexicon.words import words
from syria_events.model import Word
from syria_events.normalize import fold
from syria_events.rules.salience import Party, Salience, agrees, parties_of
from syria_events.rules.sentence.agreement import disagree
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import COMMAS
from syria_events.rules.sentence.relative import before_verb, has_resumptive, in_relative
from syria_events.rules.values import Mention

_PERSONS = frozenset("person unknown-person office".split())


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a verb; `unnamed` for a source noun, with the name it may carry."""

    parties: tuple[Party, ...]
    elided: bool = False
    unnamed: bool = False
    source: str = ""


class SubjectFinder:
    """Finds subjects in one clause with what the document has told so far."""

    def __init__(self, clause: Clause, salience: Salience) -> None:
        self.clause = clause
        self.salience = salience

    def subject(self, verb: Word, *, speech: bool = False, participle: bool = False, noun: int = 0) -> Subject:
        """Who is the subject of a verb: word order first where it is plain, then the tree, then the story so far.

        Args:
            verb: the verb, or a participle.
            speech: the verb is one of saying: witnesses and outlets do not count as who says.
            participle: it is a participle that goes on about somebody.
            noun: the id of the noun that a light verb goes with: no subject, whatever the tree says.
        """
        if participle:
            return Subject(self._going_on(verb))
        clause = self.clause
        before = before_verb(self.clause, verb)
        if self._is_that_pronoun(before):
            return Subject(self._told_of(clause.sentence.word(before)), elided=True)
        if in_relative(self.clause, verb):
            if not has_resumptive(self.clause, verb):
                return Subject(parties_of(self._antecedent(before, verb)))
            # `التي تدعمها تركيا`, `التي طالب بها المجلس`: the pronoun is the antecedent, the doer follows or is elided
            told = self._of_verb_before(verb) or self.salience.subject(verb)
            return self._postverbal(verb, speech=speech) or Subject(told, elided=True)
        if clause.form(before) in words("whereby"):
            return Subject(())  # `مما يسمح بإيصال المساعدات`: what was told before does it
        if found := self._preverbal(verb, before):
            return Subject(found)
        if (postverbal := self._postverbal(verb, speech=speech)) is not None:
            return postverbal
        dependents = () if clause.tag(verb.id + 1) == "SCONJ" else clause.dependents(verb.id, "nsubj")
        for word in dependents:
            if word.id > verb.id and word.feat("Case") == "Acc" and word.text.endswith(("ا", "اً")):
                continue  # `سيعقد اجتماعا`: spelled as an object, whatever the tree says
            if word.id == noun:
                continue
            phrase = clause.phrase_of(word.id)
            if phrase and word.id > verb.id and disagree(phrase[0], verb, self.clause.lexicon):
                continue  # `وقال: فرنسا تتصرف`: it does not agree
            if parties := parties_of(phrase):
                return Subject(parties)
            if word.upos in ("NOUN", "X", "NUM", "ADJ") and clause.tag(word.id - 1) != "ADP":
                return Subject(())
        if verb.feat("Person") == "1" or speech:
            return Subject(self._told_of(verb), elided=True)
        if clause.form(before) in COMMAS and verb.feat("Aspect") == "Imp" and not speech:
            return Subject(())  # `مشروع قرار، يطالب بهدنة`: it goes on about a noun
        takes_up = has_resumptive(self.clause, verb) and clause.tag(before) in ("NOUN", "ADJ")  # `زيارة قام بها لموسكو`
        if takes_up or clause.tag(before) in ("CCONJ", "") or clause.form(before) in (".", "،", "كما"):
            return Subject(self._of_verb_before(verb) or self.salience.subject(verb), elided=True)
        return Subject(())

    def _told_of(self, word: Word) -> tuple[Party, ...]:
        """Whom a verb or pronoun without a noun stands for: who speaks, else who was told of; `نحن` is who speaks."""
        if word.feat("Person") == "1":
            return self.salience.speakers[-1] if self.salience.speakers else ()
        return self.salience.speaker(word) or self.salience.subject(word)

    def _antecedent(self, relative: int, verb: Word) -> tuple[Mention, ...]:
        """Whom a relative clause is about: the mention right before `الذي`, behind a comma if it is one that agrees.

        `قلق دي ميستورا، الذي حذر`; but in `اتفاق موسكو وأنقرة، الذي أقر` it is the agreement.
        """
        at = self.clause.left(relative)
        if self.clause.form(at) not in COMMAS:
            return self.clause.ending_at(at)
        group = self.clause.ending_at(self.clause.left(at))
        if len(group) != 1 or disagree(group[0], verb, self.clause.lexicon):
            return ()
        place = self.clause.standing(group[0])
        return group if group[0].kind in _PERSONS or not (place.preposition or place.nouns) else ()

    def _of_verb_before(self, verb: Word) -> tuple[Party, ...]:
        """The subject of the nearest verb before in the sentence that names one: `يقيم مشعل في الدوحة وزار موسكو`."""
        for word in reversed(self.clause.sentence.words[: verb.id - 1]):
            if word.upos != "VERB":
                continue
            for mention in self.clause.mentions_in(range(word.id + 1, word.id + 3)):
                place = self.clause.standing(mention)
                if not place.preposition and not place.nouns and mention.last < verb.id:
                    found = parties_of(self.clause.with_coordinated(mention))
                    return found if found and agrees(verb, found) else ()
            if found := self._preverbal(word, before_verb(self.clause, word)):
                return found if agrees(verb, found) else ()
        return ()

    def _going_on(self, participle: Word) -> tuple[Party, ...]:
        """Whom a participle goes on about: who speaks in its sentence, else who acts in it, else who spoke last."""
        here = self.clause.sentence.index
        speaker = self.salience.speaker(participle)
        subject = self.salience.subject(participle)
        for found in (speaker, subject):
            if found and found[0].mention is not None and found[0].mention.sentence == here:
                return found
        return speaker or subject

    def _is_that_pronoun(self, at: int) -> bool:
        """`أنه`, `إنها` before a verb: its subject is the pronoun, not the noun behind it."""
        return self.clause.tag(at) == "PRON" and self.clause.form(at - 1) in ("ان", "لان", "ب", "كان")

    def _preverbal(self, verb: Word, before: int) -> tuple[Party, ...]:
        """SVO: a bare mention right before the verb that opens the clause or follows `كان`, `إن`, `و`."""
        clause = self.clause
        at = self.clause.left(before) if clause.form(before) in COMMAS or clause.form(before) == "ف" else before
        group = self.clause.ending_at(at)
        if not group or clause.standing(group[0]).preposition or clause.standing(group[0]).nouns:
            return ()
        opener = self.clause.left(group[0].first)
        opens = _is_auxiliary(clause.sentence.word(opener)) if clause.tag(opener) == "VERB" else False
        opens = (
            opens
            or clause.tag(opener) in ("", "PUNCT", "CCONJ", "SCONJ", "AUX", "PART")
            or clause.form(opener) in words("clause_opener")
        )
        agrees = not (verb.feat("Gender") == "Fem" and group[0].kind == "person" and group[0].gender == "m")
        return parties_of(group) if opens and agrees else ()

    def _postverbal(self, verb: Word, *, speech: bool) -> Subject | None:
        """VSO: the bare noun phrase right behind the verb; None where something else follows it."""
        clause = self.clause
        for at in clause.window(verb.id, reach=7):
            mention = clause.mention_at(at)
            if mention is not None:
                if mention.kind == "outlet" or (mention.kind == "monitor" and speech):
                    return Subject((), unnamed=True, source=_name_of(mention))
                if mention.form.split()[0].removeprefix("ال") in words("source"):
                    return Subject((), unnamed=True, source=_name_of(mention))
                if speech and _witnesses(mention):
                    return Subject((), unnamed=True)
                if _oblique(mention):
                    return None
                if disagree(mention, verb, self.clause.lexicon) and len(mention.actors) == 1:
                    return None  # it does not agree: the subject is elided, this is the object
                return Subject(parties_of(clause.with_coordinated(mention)))
            if clause.is_adverb(at) or clause.tag(at) in ("ADV", "PART") or self.clause.dated(at):
                continue
            if clause.form(at) == "كل" or (clause.form(at) == "من" and clause.form(at - 1) == "كل"):
                continue  # `كل من روسيا وإيران`
            if clause.tag(at) == "NUM" and (counted := self._counted(at)):
                return Subject(counted)
            if clause.tag(at) == "PRON" or (clause.tag(at) == "ADP" and clause.tag(at + 1) == "PRON"):
                continue  # `شنها النظام`, `طالب بها المجلس`: a pronoun comes before the subject
            if clause.tag(at) == "ADP" and clause.dated(at + 1):
                continue  # `تنفذه منذ عشرة أيام القوات`
            if clause.tag(at) == "NOUN":
                return self._noun_subject(at, speech=speech)
            return None
        return None

    def _counted(self, number: int) -> tuple[Party, ...]:
        """`51 من الدبلوماسيين الأميركيين`, `مئات المقاتلين`: the group behind a number."""
        at = number + 1
        while self.clause.tag(at) == "NUM" or self.clause.form(at) == "من":
            at += 1
        mention = self.clause.mention_at(at)
        return parties_of((mention,)) if mention is not None and mention.kind in ("group", "people") else ()

    def _noun_subject(self, at: int, *, speech: bool) -> Subject | None:
        """A subject that names no actor itself: a source, an office of an institution, a thing."""
        clause = self.clause
        form = clause.form(at).removeprefix("ال")
        inside = next(clause.mentions_in(range(at + 1, at + 7)), None)
        if form in words("source"):
            named = inside if inside is not None and clause.form(inside.first - 1) in ("في", "ب", "من", form) else None
            return Subject((), unnamed=True, source=_name_of(named) if named is not None else "")
        if form in words("bulletin"):
            return Subject(parties_of((inside,))) if inside is not None and self._issued(at, inside) else None
        if form in words("office_of") and inside is not None:
            return Subject(parties_of((inside,)))
        found = clause.phrase_of(at)
        if found and speech and _witnesses(found[0]):
            return Subject((), unnamed=True)
        return Subject(parties_of(found)) if found and form in words("office_of") | words("member") else None

    def _issued(self, at: int, mention: Mention) -> bool:
        """`بيان مقتضب لوزارة الدفاع`, `بيان من مكتب المبعوث`; not `أكد البيان الختامي دعم التحالف`."""
        between = range(at + 1, mention.first)
        return all(self.clause.tag(k) in ("ADJ", "ADP") or self.clause.form(k) in words("office_of") for k in between)


def _is_auxiliary(verb: Word) -> bool:
    """`كان`, `لا يزال`, `بات`: verbs behind whose subject the main verb follows."""
    return fold(verb.lemma) in words("auxiliary")


def _oblique(mention: Mention) -> bool:
    """`المدنيين`, not `المدنيون`: a sound plural that its spelling shows to be no subject."""
    return mention.kind in ("group", "people") and mention.form.split()[0].endswith("ين")


def _witnesses(mention: Mention) -> bool:
    """Residents and passers-by who tell what they saw: they report, they make no statement."""
    return mention.kind in ("group", "institution") and all(a.code.endswith("CVL") for a in mention.actors)


def _name_of(mention: Mention) -> str:
    return mention.actors[0].name if mention.actors else mention.text
