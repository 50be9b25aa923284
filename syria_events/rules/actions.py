"""Words that tell an event: verbs, masdars, light verbs with their noun, headlines with a colon."""

from collections.abc import Iterator
from dataclasses import dataclass

from syria_events.lexicon import Lexicon
from syria_events.lexicon.entries import Action, Light, Speech
from syria_events.lexicon.words import prefixes, words
from syria_events.model import Sentence, Word
from syria_events.normalize import fold

_NOUNS = ("NOUN", "X", "ADJ", "PROPN")
_NEAR, _FAR = 10, 18  # words within which the noun of a light verb stands: bare, behind its preposition
_WINDOW = 6  # words to the right in which a needed argument may stand when the parse does not show it


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an event.

    Args:
        word: the word that names the action: of a light verb its noun.
        action: its entry, for a deed; None for speech.
        speech: its entry, for a word of saying; None for a deed.
        light: the light verb whose subject is the doer, if any.
        passive: whether the verb is passive, so that its subject is the target.
        participle: whether it is a participle that goes on about the speaker (`مضيفا أن`).
        rule: the rule that found it.
        name: the action as the lexicon spells it, a light verb before its noun.
    """

    sentence: int
    word: Word
    action: Action | None
    speech: Speech | None
    light: Word | None = None
    light_entry: Light | None = None
    passive: bool = False
    participle: bool = False
    rule: str = ""
    name: str = ""

    @property
    def cameo(self) -> str:
        """The CAMEO code of the entry."""
        entry = self.action or self.speech
        assert entry is not None
        return entry.cameo

    @property
    def is_noun(self) -> bool:
        """Whether a masdar tells it."""
        return self.word.upos != "VERB" and not self.participle


def lemmas(word: Word) -> Iterator[str]:
    """The look-up forms of a word: its lemma, then what its spelling suggests where taggers err."""
    seen = []
    lemma = fold(word.lemma)
    weak = (lemma + "ي",) if word.upos == "VERB" else ()  # a jussive has lost its last letter: `لم يلتق`
    for form in (lemma, *weak, *_guesses(fold(word.text), word.upos)):
        if form and form not in seen:
            seen.append(form)
            yield form


def _guesses(form: str, upos: str) -> Iterator[str]:
    if upos == "VERB":
        yield form
        yield form.removesuffix("ت")
        return
    bare = form.removeprefix("ال") if len(form) > 4 else form
    yield bare
    if bare.endswith("ات") and len(bare) > 4:
        yield bare[:-2] + "ه"
        yield bare[:-2]
    if bare.endswith(("ين", "ان")) and len(bare) > 4:
        yield bare[:-2]


def find_triggers(sentence: Sentence, lexicon: Lexicon, named: frozenset[int] = frozenset()) -> Iterator[Trigger]:
    """The triggers of a sentence in order; words in `named` are parts of names."""
    taken: set[int] = set(named)
    for word in sentence.words:
        if word.id in named:
            continue
        if word.upos == "VERB":
            light = _light(sentence, word, lexicon, named)
            if light is not None and light.word.id not in taken:
                taken.add(light.word.id)
                yield light
                continue
            if (trigger := _verb(sentence, word, lexicon)) is not None:
                yield trigger
        elif (participle := _participle(sentence, word, lexicon)) is not None:
            yield participle
        elif word.upos in _NOUNS and word.id not in taken and (trigger := _noun(sentence, word, lexicon)) is not None:
            yield trigger


def _verb(sentence: Sentence, word: Word, lexicon: Lexicon) -> Trigger | None:
    passive = word.feat("Voice") == "Pass"
    for lemma in lemmas(word):
        for action in _ordered(lexicon.verbs.get(lemma, ())):
            if _holds(action, sentence, word) and not (action.perfect and word.feat("Aspect") == "Imp"):
                rule = "passive verb" if passive else "verb"
                name = lexicon.spelled(action.verbs, lemma)
                return Trigger(sentence.index, word, action, None, passive=passive, rule=rule, name=name)
        for speech in lexicon.speech_verbs.get(lemma, ()):
            if not speech.needs or _argument_lemmas(sentence, word) & {fold(n) for n in speech.needs}:
                name = lexicon.spelled(speech.verbs, lemma)
                return Trigger(sentence.index, word, None, speech, passive=passive, rule="speech verb", name=name)
    return None


def _participle(sentence: Sentence, word: Word, lexicon: Lexicon) -> Trigger | None:
    """`مضيفا أن`, `متهما دمشق`: an accusative participle without article tells what the subject does too."""
    form = fold(word.text)
    if word.upos not in ("ADJ", "NOUN", "X") or form.startswith("ال") or not form.endswith(("ا", "ه")) or word.clitic:
        return None
    before = sentence.words[word.id - 2] if word.id > 1 else None
    if before is not None and before.upos in ("NOUN", "ADJ", "ADP", "NUM") and not before.text.startswith("ال"):
        return None  # `قيود مشددة`: an attribute of the noun before it
    if before is not None and before.upos in ("VERB", "PRON") and form.endswith("ه"):
        return None  # `نواصل متابعة التقارير`, `بلاده مستعدة`: the object of a verb, a predicate
    for lemma in (fold(word.lemma), form[:-1], form):
        for action in _ordered(lexicon.verbs.get(lemma, ())):
            if lemma.startswith(prefixes("participle")) and _holds(action, sentence, word):
                name = lexicon.spelled(action.verbs, lemma)
                return Trigger(sentence.index, word, action, None, participle=True, rule="participle", name=name)
        for speech in lexicon.speech_verbs.get(lemma, ()):
            if lemma.startswith(prefixes("participle")):
                name = lexicon.spelled(speech.verbs, lemma)
                return Trigger(
                    sentence.index, word, None, speech, participle=True, rule="participle of speech", name=name
                )
    return None


def _noun(sentence: Sentence, word: Word, lexicon: Lexicon) -> Trigger | None:
    for lemma in lemmas(word):
        for action in _ordered(lexicon.masdars.get(lemma, ())):
            if _holds(action, sentence, word):
                name = lexicon.spelled(action.masdars, lemma)
                return Trigger(sentence.index, word, action, None, rule="masdar", name=name)
        for speech in lexicon.speech_nouns.get(lemma, ()):
            name = lexicon.spelled(speech.masdars, lemma)
            return Trigger(sentence.index, word, None, speech, rule="speech noun", name=name)
    return None


def _light(sentence: Sentence, verb: Word, lexicon: Lexicon, named: frozenset[int]) -> Trigger | None:
    """`أجرى محادثات`, `قام بزيارة`: the noun tells the event, the verb lends its subject."""
    for lemma in lemmas(verb):
        for light in lexicon.light_verbs.get(lemma, ()):
            for noun in _light_nouns(sentence, verb, fold(light.with_), named, near=light.actor == "none"):
                if noun.id in named:
                    continue
                noun = _behind_light_masdar(sentence, noun)
                found = _noun(sentence, noun, lexicon)
                if found is not None:
                    return Trigger(
                        sentence.index, noun, found.action, found.speech, light=verb, light_entry=light,
                        passive=verb.feat("Voice") == "Pass", rule="light verb",
                        name=f"{lexicon.spelled(light.verbs, lemma)} {found.name}",
                    )  # fmt: skip
    return None


def _behind_light_masdar(sentence: Sentence, noun: Word) -> Word:
    """`حاول تحقيق تقارب`, `بدأ إجراء محادثات`: the noun behind a masdar that is light itself."""
    behind = sentence.words[noun.id] if noun.id < len(sentence.words) else noun
    return behind if fold(noun.text) in words("light_masdar") and behind.upos in _NOUNS else noun


def _light_nouns(
    sentence: Sentence, verb: Word, preposition: str, named: frozenset[int], *, near: bool
) -> Iterator[Word]:
    """The nouns a light verb may govern: its dependents, then the nouns within reach to its right.

    An indefinite noun right behind a name is no part of it: `شنت بريطانيا وفرنسا غارات`.

    Where the noun is the verb's own subject (`near`), only the first noun behind it can be.
    """
    for word in sentence.words[verb.id : verb.id + (_FAR if preposition else _NEAR)]:
        if word.upos == "PUNCT" and word.id > verb.id + _NEAR:
            break
        if word.upos in ("VERB", "SCONJ") or (near and word.upos == "ADP" and not preposition):
            break
        if word.upos != "NOUN":
            continue
        marked = _preposition(sentence, word)
        if preposition:
            if marked == preposition:
                yield word
        elif not marked:
            bare = word.id - 1 in named and not word.text.startswith("ال")
            if bare or word.head == verb.id or word.deprel in ("obj", "nsubj", "nsubj:pass"):
                yield word
        if near:
            break


def _preposition(sentence: Sentence, word: Word) -> str:
    before = sentence.words[word.id - 2] if word.id > 1 else None
    return fold(before.text) if before is not None and before.upos == "ADP" else ""


def _ordered(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """Entries that ask for an argument before those that take any."""
    return tuple(sorted(actions, key=lambda a: not (a.needs or a.of)))


def _holds(action: Action, sentence: Sentence, word: Word) -> bool:
    if not (action.needs or action.of or action.without):
        return True
    found = _argument_lemmas(sentence, word)
    if action.needs and not found & {fold(n) for n in action.needs}:
        return False
    if action.of and not found & {fold(n) for n in action.of}:
        return False
    return not found & {fold(n) for n in action.without}


def _argument_lemmas(sentence: Sentence, word: Word) -> set[str]:
    """The look-up forms of a word's dependents, theirs, the next few words up to a verb, and an antecedent."""
    found: set[str] = set()
    if word.deprel.startswith("acl") and word.head:
        found.update(lemmas(sentence.word(word.head)))  # `القرار الذي قدمته الكويت`: the antecedent is its object
    for child in sentence.children[word.id]:
        for near in (child, *sentence.children[child]):
            if near > word.id or sentence.word(near).deprel.startswith(("obj", "nsubj")):
                found.update(lemmas(sentence.word(near)))
    for right in sentence.words[word.id : word.id + _WINDOW]:
        if right.upos == "VERB" or right.text in ".؟!:":
            break
        found.update(lemmas(right))
    return found
