"""A sentence with its mentions: which word belongs to which, how each stands, and which are coordinated.

Trees are right in three of four arcs, word order almost always: every question is asked of the tree first and of the
order where the tree is silent.
"""

from collections.abc import Iterator
from functools import cached_property

from syria_events.lexicon import Lexicon
from syria_events.model import Entity, Sentence
from syria_events.rules.sentence import coordination
from syria_events.rules.sentence.index import Index
from syria_events.rules.sentence.standing import Standing, Standings, standings
from syria_events.rules.values import Mention


class Clause(Index):
    """The index of a sentence with its mentions in order and its dates."""

    def __init__(
        self, sentence: Sentence, lexicon: Lexicon, mentions: tuple[Mention, ...] = (), dates: tuple[Entity, ...] = ()
    ) -> None:
        super().__init__(sentence, lexicon)
        self.mentions = mentions
        self.dates = dates

    def dated(self, id: int) -> bool:
        """Whether a word belongs to a date; none does outside the sentence."""
        return id in self._dated

    @cached_property
    def _dated(self) -> frozenset[int]:
        return frozenset(
            word.id
            for word in (self.sentence.words if self.dates else ())
            if any(date.start <= word.start < date.end for date in self.dates)
        )

    @cached_property
    def _covering(self) -> dict[int, Mention]:
        return {at: mention for mention in self.mentions for at in range(mention.first, mention.last + 1)}

    @cached_property
    def named_words(self) -> frozenset[int]:
        """The words inside mentions: a masdar among them (`التحالف الدولي`, `مجلس الأمن`) is no trigger."""
        return frozenset(self._covering)

    def mention_at(self, id: int) -> Mention | None:
        """The mention that covers a word."""
        return self._covering.get(id)

    def mentions_in(self, ids: range) -> Iterator[Mention]:
        """The mentions that start inside a stretch of words."""
        return (mention for mention in self.mentions if mention.first in ids)

    @cached_property
    def _standings(self) -> Standings:
        return standings(self, self.mentions, self._links, self.named_words | self._dated)

    def standing(self, mention: Mention) -> Standing:
        """How a mention stands in the sentence; one of another sentence stands behind nothing here."""
        return self._standings.get(mention, Standing("", ()))

    @cached_property
    def _links(self) -> tuple[bool, ...]:
        """Whether each mention but the last is coordinated with the next."""
        return coordination.links(self, self.mentions)

    @cached_property
    def _order(self) -> dict[Mention, int]:
        return {mention: index for index, mention in enumerate(self.mentions)}

    def with_coordinated(self, mention: Mention) -> tuple[Mention, ...]:
        """A mention and those coordinated to its right."""
        first = last = self._order[mention]
        while last < len(self._links) and self._links[last]:
            last += 1
        return self.mentions[first : last + 1]

    @cached_property
    def _ends(self) -> dict[int, tuple[Mention, ...]]:
        """The longest list of coordinated mentions that ends with each word with which one does."""
        found: dict[int, tuple[Mention, ...]] = {}
        for mention in self.mentions:
            group = self.with_coordinated(mention)
            found.setdefault(group[-1].last, group)
        return found

    def ending_at(self, id: int) -> tuple[Mention, ...]:
        """The mention that ends with a word, with those it is coordinated to."""
        return self._ends.get(id, ())

    def phrase_of(self, id: int) -> tuple[Mention, ...]:
        """The mentions of the noun phrase headed by a word: it, its coordination, or what it governs."""
        if (mention := self.mention_at(id)) is not None:
            return self.with_coordinated(mention)
        for later in self.mentions:
            if id in self.standing(later).nouns:
                return self.with_coordinated(later)
        return ()

    def is_adverb(self, id: int) -> bool:
        """Whether a word is one of the adverbs that may stand between a verb and its subject."""
        return self.is_in(id, "adverb") or self.tag(id) == "ADV"
