"""One index over a sentence: forms, tags, neighbours, tree and windows, all by word id.

Word ids are 1-based; 0 and ids past the end are outside the sentence, where every form and tag is empty. Quotation
marks are words of their own: `left`, `right` and the look-up of names pass over them.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, TypeVar

from syria_events.lexicon import Lexicon, Phrases
from syria_events.model import Sentence, Word
from syria_events.normalize import fold

T = TypeVar("T")
# Signs are punctuation and no vocabulary; all that rules ask about stand here.
QUOTES = frozenset("\"“”„«»'‘’‹›`")
COMMAS = frozenset("،,")
PAUSES = COMMAS | frozenset("؛:")  # between stretches of a sentence
STOPS = frozenset(".؟!؛:")  # where the window of arguments ends
SENTENCE_ENDS = frozenset(".!؟")
QUESTION_MARKS = frozenset("؟?")
CONTENT_MARKS = frozenset(':"“”«')  # before what is said
BEFORE_CLAUSE = frozenset('.:؛"')  # before a clause inside a sentence
DASHES = frozenset("-–—ـ")  # between two nationalities
BEFORE_PLACE = frozenset("\"'«»“”(")  # between a preposition and the name of a place
REACH = 25  # words to the right of a trigger within which its arguments are sought
_MARKS = "".join(QUOTES)


def bare(text: str) -> str:
    """The folded form of a word without quotation marks; empty for one of them."""
    return fold(text).strip(_MARKS)


class Index:
    """The words of one sentence, and what stands around each."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.lexicon = lexicon
        self.end = len(sentence.words) + 1  # the first id outside
        self._forms = ("", *(fold(word.text) for word in sentence.words))
        self._tags = ("", *(word.upos for word in sentence.words))

    def __contains__(self, id: int) -> bool:
        return 1 <= id < self.end

    def word(self, id: int) -> Word:
        """The word with this id.

        Raises:
            IndexError: it is past the end.
        """
        return self.sentence.words[id - 1]

    def words(self, ids: range) -> tuple[Word, ...]:
        """The words with these ids, those outside the sentence left out."""
        return self.sentence.words[max(ids.start, 1) - 1 : max(ids.stop, 1) - 1]

    def form(self, id: int) -> str:
        """The folded form of a word, empty outside the sentence."""
        return self._forms[id] if 0 < id < self.end else ""

    def forms(self, ids: range) -> tuple[str, ...]:
        """The folded forms of words, empty outside the sentence."""
        return tuple(map(self.form, ids))

    def tag(self, id: int) -> str:
        """The UPOS tag of a word, empty outside the sentence."""
        return self._tags[id] if 0 < id < self.end else ""

    def is_in(self, id: int, name: str) -> bool:
        """Whether a word is in one of the lexicon's sets."""
        return self.form(id) in self.lexicon.words(name)

    def left(self, id: int) -> int:
        """The word before, quotation marks passed over; 0 at the start."""
        at = id - 1
        while at >= 1 and self.sentence.words[at - 1].text in QUOTES:
            at -= 1
        return max(at, 0)

    def right(self, id: int) -> int:
        """The word after, quotation marks passed over; 0 at the end."""
        at = id + 1
        while at < self.end and self.sentence.words[at - 1].text in QUOTES:
            at += 1
        return at if at < self.end else 0

    def between(self, first: int, second: int) -> list[Word]:
        """The words between two ids, neither included, quotation marks left out."""
        return [word for word in self.words(range(first + 1, second)) if word.text not in QUOTES]

    def window(self, id: int, *, reach: int = REACH) -> range:
        """The ids to the right of a word, up to a stop, at most `reach` of them."""
        end = id
        for word in self.sentence.words[id : id + reach]:
            if word.text in STOPS:
                break
            end = word.id
        return range(id + 1, end + 1)

    def clitic_pronoun(self, id: int) -> Word | None:
        """The pronoun suffixed to a word."""
        if self.tag(id + 1) != "PRON":
            return None
        word = self.word(id + 1)
        return word if word.start == self.word(id).start else None

    # the tree

    def dependents(self, id: int, *deprels: str) -> Iterator[Word]:
        """The dependents of a word with one of these relations, subtypes included."""
        for child in self.sentence.children[id]:
            word = self.word(child)
            if word.deprel.split(":")[0] in deprels or word.deprel in deprels:
                yield word

    def ancestors(self, id: int) -> Iterator[int]:
        """The heads of a word up to the root; a cycle in a broken tree ends it."""
        seen = {id}
        head = self.word(id).head
        while head and head not in seen:
            yield head
            seen.add(head)
            head = self.word(head).head

    # names: words without the quotation marks at or between them

    @cached_property
    def _bare(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        shown = [(form, word.id) for word in self.sentence.words if (form := bare(word.text))]
        return tuple(form for form, _ in shown), tuple(at for _, at in shown)

    @cached_property
    def _positions(self) -> tuple[int, ...]:
        """Of every id its position among the words that are no quotation marks, -1 for those that are."""
        found = [-1] * (self.end + 1)
        for position, at in enumerate(self._bare[1]):
            found[at] = position
        found[self.end] = len(self._bare[1])
        return tuple(found)

    @property
    def named_ids(self) -> tuple[int, ...]:
        """The ids of all words but quotation marks, in order."""
        return self._bare[1]

    @property
    def all_names(self) -> tuple[str, ...]:
        """The names of all words but quotation marks, in order."""
        return self._bare[0]

    def name(self, id: int) -> str:
        """The folded form of a word without quotation marks around it, empty outside the sentence."""
        position = self._positions[id] if 0 < id < self.end else -1
        return self._bare[0][position] if position >= 0 else ""

    def after(self, id: int, count: int = 1) -> int:
        """The word behind, or so many words behind, quotation marks passed over; the first id outside at the end."""
        position = self._positions[id] + count
        return self._bare[1][position] if position < len(self._bare[1]) else self.end

    def before(self, id: int) -> int:
        """The word before, quotation marks passed over; 0 at the start. `id` may be the first outside."""
        position = self._positions[id] - 1
        return self._bare[1][position] if position >= 0 else 0

    def names(self, first: int, end: int) -> tuple[str, ...]:
        """The names of the words from one id up to another, quotation marks left out."""
        return self._bare[0][self._positions[first] : self._positions[end]]

    def phrases(self, table: Phrases[T], id: int) -> tuple[tuple[int, T], ...]:
        """The phrases of a table that start at a word, the longest first: the id behind each, and its value."""
        key = (table, id)
        found = self._looked_up.get(key)
        if found is None:
            found = self._looked_up[key] = tuple(self._phrases(table, id))
        return found

    def phrase(self, table: Phrases[T], id: int) -> tuple[int, T] | None:
        """The longest of them."""
        found = self.phrases(table, id)
        return found[0] if found else None

    def _phrases(self, table: Phrases[T], id: int) -> Iterator[tuple[int, T]]:
        forms, ids = self._bare
        position = self._positions[id] if id in self else -1
        if position >= 0:
            for after, value in table.all_at(forms, position):
                yield (ids[after] if after < len(ids) else self.end), value

    @cached_property
    def _looked_up(self) -> dict[tuple[object, int], tuple[tuple[int, Any], ...]]:
        """The phrases asked for so far: several readers ask for the same table at the same word."""
        return {}
