"""Relative clauses: whether a verb stands in one, and whether a resumptive pronoun takes up the antecedent."""

from syria_events.model import Word
from syria_events.normalize import fold
from syria_events.rules.sentence.clause import Clause


def before_verb(clause: Clause, verb: Word) -> int:
    """The id of the word before a verb, its particles, adverbs and auxiliaries; 0 at the start of the sentence.

    `الذين ما زالوا يقصفون`, `التي كانت قد انتقدت`: the auxiliary has no subject of its own.
    """
    at = clause.left(verb.id)
    while at and (clause.is_in(at, "verb_particle") or clause.is_adverb(at) or is_auxiliary(clause, at)):
        at = clause.left(at)
    return at


def is_auxiliary(clause: Clause, id: int) -> bool:
    """`كان`, `لا يزال`, `بات`: verbs behind whose subject the main verb follows."""
    return clause.tag(id) in ("VERB", "AUX") and fold(clause.word(id).lemma) in clause.lexicon.words("auxiliary")


def in_relative(clause: Clause, verb: Word) -> bool:
    """Whether `الذي` or `التي` comes before a verb."""
    return clause.is_in(before_verb(clause, verb), "relative")


def has_resumptive(clause: Clause, verb: Word) -> bool:
    """Whether a pronoun on a verb or on the preposition behind it takes up a noun: `شنها`, `قام بها`.

    Behind `الذي` and `التي` a plural pronoun is somebody else: `عينات التي تساعدهم`.
    """
    pronoun = clause.clitic_pronoun(verb.id)
    if pronoun is None and clause.tag(verb.id + 1) == "ADP" and clause.tag(verb.id + 2) == "PRON":
        pronoun = clause.word(verb.id + 2)
    if pronoun is None or pronoun.feat("Person") in ("1", "2"):
        return False
    return pronoun.feat("Number") == "Sing" or not clause.is_in(before_verb(clause, verb), "relative_singular")
