"""A sentence with its mentions: how each stands in it, and which of them a word governs.

Trees are right in three of four arcs, word order almost always: every question is asked of the
tree first and of the order where the tree is silent.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from syria_events.lexicon.words import words
from syria_events.model import Entity, Sentence, Word
from syria_events.normalize import fold
from syria_events.rules.mentions import Mention
from syria_events.rules.view import COMMAS, QUOTES

_STOPS = frozenset(".؟!؛:")
REACH = 25  # words to the right of a trigger within which its arguments are sought


@dataclass(frozen=True, slots=True)
class Place:
    """How a mention stands in its sentence.

    Args:
        preposition: folded preposition before it or before the nouns that govern it; empty for none.
        nouns: ids of the nouns between that preposition and it, the nearest first (`موقف المعارضة`).
    """

    preposition: str
    nouns: tuple[int, ...]


class _Places(dict[Mention, Place]):
    """How mentions stand in a sentence; one of another sentence, that a pronoun stands for, behind nothing here."""

    def __missing__(self, mention: Mention) -> Place:
        return Place("", ())


class Clause:
    """One sentence and its mentions in order."""

    def __init__(self, sentence: Sentence, mentions: tuple[Mention, ...], dates: tuple[Entity, ...] = ()) -> None:
        self.sentence = sentence
        self.mentions = mentions
        self.dates = dates

    def dated(self, word_id: int) -> bool:
        """Whether a word belongs to a date; none does outside the sentence."""
        if not 1 <= word_id <= len(self.sentence.words):
            return False
        start = self.sentence.word(word_id).start
        return any(d.start <= start < d.end for d in self.dates)

    @cached_property
    def _covering(self) -> dict[int, Mention]:
        return {k: m for m in self.mentions for k in range(m.first, m.last + 1)}

    @property
    def named_words(self) -> frozenset[int]:
        """The words inside mentions: a masdar among them (`التحالف الدولي`, `مجلس الأمن`) tells nothing."""
        return frozenset(self._covering)

    def mention_at(self, id: int) -> Mention | None:
        """The mention that covers a word."""
        return self._covering.get(id)

    def form(self, id: int) -> str:
        """The folded form of a word, empty outside the sentence."""
        return fold(self.sentence.word(id).text) if 1 <= id <= len(self.sentence.words) else ""

    def upos(self, id: int) -> str:
        """The tag of a word, empty outside the sentence."""
        return self.sentence.word(id).upos if 1 <= id <= len(self.sentence.words) else ""

    def suffixed_pronoun(self, verb: Word) -> Word | None:
        """The pronoun suffixed to a verb."""
        if self.upos(verb.id + 1) != "PRON":
            return None
        word = self.sentence.word(verb.id + 1)
        return word if word.start == verb.start else None

    @cached_property
    def places(self) -> dict[Mention, Place]:
        """How every mention stands in the sentence; coordinated ones stand like the first."""
        found = _Places()
        for index, mention in enumerate(self.mentions):
            before = self.left(mention.first)
            if index and self._links[index - 1]:
                found[mention] = found[self.mentions[index - 1]]
                continue
            nouns: list[int] = []
            while before and self._governs(before):
                nouns.append(before)
                before = self.left(before)
                if len(nouns) == 4:
                    break
            preposition = ""
            if before and self.upos(before) == "ADP":
                preposition = self.form(before)
            elif nouns and self.upos(nouns[0]) == "NOUN" and self.form(nouns[-1]) in words("preposition_noun"):
                preposition = self.form(nouns.pop())
            found[mention] = Place(preposition, tuple(nouns))
        return found

    def _governs(self, id: int) -> bool:
        """Whether a word can be a noun that governs what follows: no name, and no date (`منذ أيام القوات`)."""
        nominal = self.upos(id) in ("NOUN", "ADJ", "X", "NUM", "DET")
        return nominal and id not in self._covering and not self.dated(id)

    def left(self, id: int) -> int:
        """The word before, quote marks skipped; 0 at the start."""
        at = id - 1
        while at >= 1 and self.sentence.word(at).text in QUOTES:
            at -= 1
        return max(at, 0)

    def before(self, verb: Word) -> int:
        """The word before a verb and its particles; 0 at the start of the sentence."""
        at = self.left(verb.id)
        while at and (self.form(at) in words("verb_particle") or self.is_adverb(at)):
            at = self.left(at)
        return at

    def in_relative(self, verb: Word) -> bool:
        """Whether `الذي` or `التي` comes before a verb."""
        return self.form(self.before(verb)) in words("relative")

    def resumes(self, verb: Word) -> bool:
        """Whether a pronoun on a verb or on the preposition behind it takes up a noun: `شنها`, `قام بها`.

        Behind `الذي` and `التي` a plural pronoun is somebody else: `عينات التي تساعدهم`.
        """
        pronoun = self.suffixed_pronoun(verb)
        if pronoun is None and self.upos(verb.id + 1) == "ADP" and self.upos(verb.id + 2) == "PRON":
            pronoun = self.sentence.word(verb.id + 2)
        if pronoun is None or pronoun.feat("Person") in ("1", "2"):
            return False
        return pronoun.feat("Number") == "Sing" or self.form(self.before(verb)) not in words("relative_singular")

    @cached_property
    def _order(self) -> dict[Mention, int]:
        return {mention: index for index, mention in enumerate(self.mentions)}

    @cached_property
    def _links(self) -> tuple[bool, ...]:
        """Whether each mention but the last is coordinated with the next."""
        return tuple(self._coordinated(index) for index in range(len(self.mentions) - 1))

    @cached_property
    def _ends(self) -> dict[int, tuple[Mention, ...]]:
        """The longest list of coordinated mentions that ends with each word with which one does."""
        found: dict[int, tuple[Mention, ...]] = {}
        for mention in self.mentions:
            group = self.with_coordinated(mention)
            found.setdefault(group[-1].last, group)
        return found

    def ending_at(self, word_id: int) -> tuple[Mention, ...]:
        """The mention that ends with a word, with those it is coordinated to."""
        return self._ends.get(word_id, ())

    def _between(self, index: int) -> list[Word]:
        """The words between a mention and the next, quote marks left out."""
        first, second = self.mentions[index], self.mentions[index + 1]
        return [w for w in self.sentence.words[first.last : second.first - 1] if w.text not in QUOTES]

    def _coordinated(self, index: int) -> bool:
        """Whether the mention behind this one follows it behind `و` or a comma and `و` or `أو`."""
        between = self._between(index)
        if self._starts_clause(self.mentions[index], self.mentions[index + 1]):
            return False
        texts = [fold(w.text) for w in between]
        if texts and texts[-1] in ("و", "او") and all(t in COMMAS for t in texts[:-1]):
            return True
        if len(texts) == 2 and texts[0] == "و" and texts[1] in ("كذلك", "كل", "ايضا"):
            return True
        if len(texts) == 3 and texts[0] == "و" and texts[1] in words("ally") and between[2].upos == "PRON":
            return True
        while texts and texts[0] in COMMAS:
            texts.pop(0)
        if " ".join(texts) in words("in_addition"):
            return True
        return len(texts) == 1 and texts[0] in COMMAS and self._goes_on[index + 1]

    def _starts_clause(self, first: Mention, second: Mention) -> bool:
        """`واشنطن وباريس ترحب`: a singular verb behind the second makes it the subject of a clause of its own."""
        after = self.right(second.last)
        verb = self.sentence.word(after) if after else None
        if verb is None or verb.upos != "VERB" or verb.feat("Number") != "Sing":
            return False
        return any(w.upos == "VERB" for w in self.sentence.words[: first.first - 1])

    def right(self, word_id: int) -> int:
        """The word after, quote marks skipped; 0 at the end."""
        at = word_id + 1
        while at <= len(self.sentence.words) and self.sentence.word(at).text in QUOTES:
            at += 1
        return at if at <= len(self.sentence.words) else 0

    @cached_property
    def _goes_on(self) -> tuple[bool, ...]:
        """Whether behind each mention a list goes on that ends with `و`: only in such does a comma join names."""
        goes_on = [False] * len(self.mentions)
        for index in range(len(self.mentions) - 2, -1, -1):
            between = [fold(w.text) for w in self._between(index)]
            ends = between == ["و"] or (len(between) == 2 and between[0] in COMMAS and between[1] == "و")
            goes_on[index] = ends or (len(between) == 1 and between[0] in COMMAS and goes_on[index + 1])
        return tuple(goes_on)

    def with_coordinated(self, mention: Mention) -> tuple[Mention, ...]:
        """A mention and those coordinated to its right."""
        first = last = self._order[mention]
        while last < len(self._links) and self._links[last]:
            last += 1
        return self.mentions[first : last + 1]

    def zone(self, id: int, *, reach: int = REACH) -> range:
        """The word ids to the right of a word in which its arguments may stand: up to a stop."""
        end = id
        for word in self.sentence.words[id : id + reach]:
            if word.text in _STOPS:
                break
            end = word.id
        return range(id + 1, end + 1)

    def mentions_in(self, ids: range) -> Iterator[Mention]:
        """The mentions that start inside a stretch of words."""
        return (m for m in self.mentions if m.first in ids)

    def dependents(self, id: int, *deprels: str) -> Iterator[Word]:
        """The dependents of a word with one of these relations, subtypes included."""
        for child in self.sentence.children[id]:
            word = self.sentence.word(child)
            if word.deprel.split(":")[0] in deprels or word.deprel in deprels:
                yield word

    def phrase(self, id: int) -> tuple[Mention, ...]:
        """The mentions of the noun phrase headed by a word: it, its coordination, or what it governs."""
        mention = self.mention_at(id)
        if mention is not None:
            return self.with_coordinated(mention)
        for m in self.mentions:
            if id in self.places[m].nouns and m.first > id and not self._crosses(id, m.first):
                return self.with_coordinated(m)
        return ()

    def _crosses(self, first: int, last: int) -> bool:
        return any(self.upos(k) in ("VERB", "SCONJ") for k in range(first + 1, last))

    def ancestors(self, id: int) -> Iterator[int]:
        """The heads of a word up to the root; a cycle in a broken tree ends it."""
        seen = {id}
        head = self.sentence.word(id).head
        while head and head not in seen:
            yield head
            seen.add(head)
            head = self.sentence.word(head).head

    def is_adverb(self, id: int) -> bool:
        """Whether a word is one of the adverbs that may stand between a verb and its subject."""
        return self.form(id) in words("adverb") or self.upos(id) == "ADV"
