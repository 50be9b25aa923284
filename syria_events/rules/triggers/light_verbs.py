"""Light verbs: the noun expresses the event, the verb lends its subject."""

from collections.abc import Iterator
from dataclasses import replace

from syria_events.lexicon.entries import Light
from syria_events.model import Word
from syria_events.normalize import fold
from syria_events.provenance import rule
from syria_events.rules.sentence.index import Index
from syria_events.rules.triggers.lemmas import lemmas
from syria_events.rules.triggers.words import is_circumstantial, masdar
from syria_events.rules.values import Trigger

NOUNS = ("NOUN", "X", "ADJ", "PROPN")
_NEAR, _FAR = 10, 18  # words within which the noun of a light verb stands: bare, behind its preposition
_ARGUMENT = ("obj", "nsubj", "nsubj:pass")


@rule("trigger.light-verb", "أجرى محادثات، قام بزيارة")
def light_verb(index: Index, verb: Word, named: frozenset[int]) -> Trigger | None:
    """A light verb with the masdar it governs; words in `named` are parts of names."""
    lexicon = index.lexicon
    for lemma in lemmas(verb):
        for light in lexicon.light_verbs.get(lemma, ()):
            for noun in _nouns(index, verb, light, named):
                if noun.id in named:
                    continue
                found = masdar(index, _behind_light_masdar(index, noun))
                if found is not None:
                    return replace(
                        found,
                        light=verb,
                        light_entry=light,
                        passive=verb.feat("Voice") == "Pass",
                        rule="trigger.light-verb",
                        name=f"{lexicon.spelled(light.verbs, lemma)} {found.name}",
                    )
    return None


@rule("trigger.light-participle", "معربا عن قلقه، موجها انتقادات إلى دمشق")
def light_participle(index: Index, word: Word, named: frozenset[int]) -> Trigger | None:
    """A circumstantial participle of a light verb with the masdar it governs: a further act of the subject."""
    if not is_circumstantial(index, word):
        return None
    found = light_verb(index, replace(word, lemma=fold(word.text)[:-1]), named)
    return None if found is None else replace(found, light=word, rule="trigger.light-participle")


def _behind_light_masdar(index: Index, noun: Word) -> Word:
    """`حاول تحقيق تقارب`, `بدأ إجراء محادثات`: the noun behind a masdar that is light itself."""
    if index.is_in(noun.id, "light_masdar") and index.tag(noun.id + 1) in NOUNS:
        return index.word(noun.id + 1)
    return noun


def _nouns(index: Index, verb: Word, light: Light, named: frozenset[int]) -> Iterator[Word]:
    """The nouns a light verb may govern, to its right: bare objects, or those behind its preposition.

    An indefinite noun right behind a name is no part of it: `شنت بريطانيا وفرنسا غارات`. Where the noun is the verb's
    own subject, only the first noun behind it can be.
    """
    preposition = fold(light.with_)
    own_subject = light.actor == "none"
    names = 0  # words of names do not count: `عقد الرئيس الأمريكي جو بايدن ونظيره الصيني شي جين بينغ محادثات`
    for word in index.sentence.words[verb.id :]:
        if own_subject and word.id in named:
            break  # `وقعت الكونغو ورواندا اتفاقا`: they sign it
        names += word.id in named
        if word.id - names > verb.id + (_FAR if preposition else _NEAR):
            break
        if word.upos == "PUNCT" and word.id > verb.id + _NEAR:
            break
        if word.upos in ("VERB", "SCONJ") or (own_subject and word.upos == "ADP" and not preposition):
            break
        if word.upos != "NOUN":
            continue
        marked = index.form(word.id - 1) if index.tag(word.id - 1) == "ADP" else ""
        if preposition:
            if marked == preposition:
                yield word
        elif not marked:
            behind_name = word.id - 1 in named and not word.text.startswith("ال")
            if behind_name or word.head == verb.id or word.deprel in _ARGUMENT:
                yield word
        if own_subject:
            break
