"""What was changed and refused while a document was made ready: kept for explanations, asked by no rule."""

from collections import defaultdict

from syria_events.rules.values import Refusal


class Trace:
    """The words that rules put right, and the readings that guards refused, by the index of their sentence."""

    def __init__(self) -> None:
        self._mended: defaultdict[int, dict[tuple[str, str], None]] = defaultdict(dict)
        self._refused: defaultdict[int, dict[Refusal, None]] = defaultdict(dict)

    def mend(self, sentence: int, text: str, rule: str) -> None:
        """Keep that the rule with this id changed a word into `text`."""
        self._mended[sentence][text, rule] = None

    def refuse(self, sentence: int, text: str, guard: str) -> None:
        """Keep that the guard with this id refused a reading of these words."""
        self._refused[sentence][Refusal(text, guard)] = None

    def mended(self, sentence: int) -> tuple[tuple[str, str], ...]:
        """The words changed in a sentence, each with the id of its rule, every pair once."""
        return tuple(self._mended.get(sentence, ()))

    def refused(self, sentence: int) -> tuple[Refusal, ...]:
        """The readings refused in a sentence, each once: a sentence may be read twice."""
        return tuple(self._refused.get(sentence, ()))
