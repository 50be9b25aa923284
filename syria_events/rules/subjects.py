"""The subject of a verb: word order first where it is plain, then the tree, then the story so far."""

from dataclasses import dataclass

from syria_events.lexicon.words import words
from syria_events.model import Word
from syria_events.normalize import fold
from syria_events.rules.clause import Clause
from syria_events.rules.mentions import Mention
from syria_events.rules.repair import gender
from syria_events.rules.salience import Party, Salience, parties_of
from syria_events.rules.view import COMMAS, QUOTES


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

    def subject(self, verb: Word, *, speech: bool = False, participle: bool = False) -> Subject:
        """Who is the subject of a verb: word order first where it is plain, then the tree, then the story so far."""
        if participle:
            return Subject(self.salience.speaker(verb) or self.salience.subject(verb), elided=False)
        clause = self.clause
        before = self.before(verb)
        if self._is_that_pronoun(before):
            return Subject(self.salience.speaker(verb) or self.salience.subject(verb), elided=True)
        if clause.form(before) in words("relative"):
            behind = clause.mention_at(verb.id + 2) if clause.suffixed_pronoun(verb) is not None else None
            if behind is not None:  # `التي تدعمها تركيا`: the pronoun is the antecedent, the doer follows
                return Subject(parties_of(clause.with_coordinated(behind)))
            return Subject(parties_of(self.ending_at(self.before_id(before))))
        if found := self._preverbal(verb, before):
            return Subject(found)
        if (postverbal := self._postverbal(verb, speech=speech)) is not None:
            return postverbal
        dependents = () if clause.upos(verb.id + 1) == "SCONJ" else clause.dependents(verb.id, "nsubj")
        for word in dependents:
            if found := parties_of(clause.phrase(word.id)):
                return Subject(found)
            if word.upos in ("NOUN", "X", "NUM", "ADJ") and clause.upos(word.id - 1) != "ADP":
                return Subject(())
        if verb.feat("Person") == "1" or speech:
            return Subject(self.salience.speaker(verb) or self.salience.subject(verb), elided=True)
        if clause.upos(before) in ("CCONJ", "") or clause.form(before) in (".", "،", "كما"):
            return Subject(self.salience.subject(verb), elided=True)
        return Subject(())

    def before(self, verb: Word) -> int:
        """The word before a verb and its particles; 0 at the start of the sentence."""
        at = self.before_id(verb.id)
        while at and (self.clause.form(at) in words("verb_particle") or self.clause.is_adverb(at)):
            at = self.before_id(at)
        return at

    def before_id(self, word_id: int) -> int:
        """The word before a word, quote marks skipped; 0 at the start."""
        at = word_id - 1
        while at >= 1 and self.clause.sentence.word(at).text in QUOTES:
            at -= 1
        return max(at, 0)

    def _is_that_pronoun(self, at: int) -> bool:
        """`أنه`, `إنها` before a verb: its subject is the pronoun, not the noun behind it."""
        return self.clause.upos(at) == "PRON" and self.clause.form(at - 1) in ("ان", "لان", "ب", "كان")

    def ending_at(self, word_id: int) -> tuple[Mention, ...]:
        """The mention that ends with a word, with those it is coordinated to."""
        for mention in self.clause.mentions:
            group = self.clause.with_coordinated(mention)
            if group[-1].last == word_id:
                return group
        return ()

    def _preverbal(self, verb: Word, before: int) -> tuple[Party, ...]:
        """SVO: a bare mention right before the verb that opens the clause or follows `كان`, `إن`, `و`."""
        clause = self.clause
        at = self.before_id(before) if clause.form(before) in COMMAS or clause.form(before) == "ف" else before
        group = self.ending_at(at)
        if not group or clause.places[group[0]].preposition or clause.places[group[0]].nouns:
            return ()
        opener = self.before_id(group[0].first)
        opens = _is_auxiliary(clause.sentence.word(opener)) if clause.upos(opener) == "VERB" else False
        opens = (
            opens
            or clause.upos(opener) in ("", "PUNCT", "CCONJ", "SCONJ", "AUX", "PART")
            or clause.form(opener) in words("clause_opener")
        )
        agrees = not (verb.feat("Gender") == "Fem" and group[0].kind == "person" and group[0].gender == "m")
        return parties_of(group) if opens and agrees else ()

    def _postverbal(self, verb: Word, *, speech: bool) -> Subject | None:
        """VSO: the bare noun phrase right behind the verb; None where something else follows it."""
        clause = self.clause
        for at in clause.zone(verb.id, reach=7):
            mention = clause.mention_at(at)
            if mention is not None:
                if mention.kind == "outlet" or (mention.kind == "monitor" and speech):
                    return Subject((), unnamed=True, source=_name_of(mention))
                if mention.form.split()[0].removeprefix("ال") in words("source"):
                    return Subject((), unnamed=True, source=_name_of(mention))
                if speech and _witnesses(mention):
                    return Subject((), unnamed=True)
                if {gender(mention), gender_of(verb)} == {"m", "f"} and len(mention.actors) == 1:
                    return None  # it does not agree: the subject is elided, this is the object
                return Subject(parties_of(clause.with_coordinated(mention)))
            if clause.is_adverb(at) or clause.upos(at) in ("ADV", "PART") or self.clause.dated(at):
                continue
            if clause.form(at) == "كل" or (clause.form(at) == "من" and clause.form(at - 1) == "كل"):
                continue  # `كل من روسيا وإيران`
            if clause.upos(at) == "NOUN":
                return self._noun_subject(at, speech=speech)
            return None
        return None

    def _noun_subject(self, at: int, *, speech: bool) -> Subject | None:
        """A subject that names no actor itself: a source, an office of an institution, a thing."""
        clause = self.clause
        form = clause.form(at).removeprefix("ال")
        inside = next(clause.mentions_in(range(at + 1, at + 7)), None)
        if form in words("source"):
            named = inside if inside is not None and clause.form(inside.first - 1) in ("في", "ب", "من", form) else None
            return Subject((), unnamed=True, source=_name_of(named) if named is not None else "")
        if form in words("office_of") and inside is not None:
            return Subject(parties_of((inside,)))
        found = clause.phrase(at)
        if found and speech and _witnesses(found[0]):
            return Subject((), unnamed=True)
        return Subject(parties_of(found)) if found and form in words("office_of") | words("member") else None


def _is_auxiliary(verb: Word) -> bool:
    """`كان`, `لا يزال`, `بات`: verbs behind whose subject the main verb follows."""
    return fold(verb.lemma) in words("auxiliary")


def _witnesses(mention: Mention) -> bool:
    """Residents and passers-by who tell what they saw: they report, they make no statement."""
    return mention.kind in ("group", "institution") and all(a.code.endswith("CVL") for a in mention.actors)


def gender_of(verb: Word) -> str:
    """The gender a verb shows: `m`, `f` or empty."""
    return {"Fem": "f", "Masc": "m"}.get(verb.feat("Gender"), "")


def _name_of(mention: Mention) -> str:
    return mention.actors[0].name if mention.actors else mention.text
