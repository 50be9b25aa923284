"""A sentence as the look-up rules read it: folded forms, quote marks skipped."""

from dataclasses import dataclass

from syria_events.model import Sentence, Word
from syria_events.rules.segments import QUOTES, bare

COMMAS = frozenset("،,")

__all__ = ["COMMAS", "QUOTES", "View", "make_view"]


@dataclass(frozen=True)
class View:
    """The words of a sentence without quote marks.

    Args:
        forms: folded words.
        ids: the word id behind every form.
    """

    sentence: Sentence
    forms: tuple[str, ...]
    ids: tuple[int, ...]

    def word(self, i: int) -> Word:
        """The word behind position `i`."""
        return self.sentence.word(self.ids[i])

    def __len__(self) -> int:
        return len(self.forms)


def make_view(sentence: Sentence) -> View:
    """The view of a sentence."""
    shown = [(form, word.id) for word in sentence.words if (form := bare(word.text))]
    return View(sentence, tuple(form for form, _ in shown), tuple(word_id for _, word_id in shown))
