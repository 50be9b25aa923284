"""What names of tagged news are called in most of their occurrences, and sentences made to agree with that."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from syria_events.training.introduced import CLITICS, INTRODUCING, NO_NAMES, NONE, Organisations
from syria_events.training.mentions import Name, Sentence, name_tags, spans

SEEN = 6  # occurrences from which the corpus is asked
AGREED = 0.8  # the share of a name's labels that must be one
BOTH = 0.05  # the share of places and of organisations from which the tagger's word counts which of them a name is
NAMED = 0.5  # the share of its occurrences in which it must be a name
DOUBTFUL = 0.1  # the share from which an occurrence that was not tagged is none the less no plain word
BESIDE = 0.8  # the share of a name's occurrences in which a word that is part of it stands beside it
OWN = 0.1  # the share of such a word's occurrences that are beside the name
LONGEST = 8  # tokens of a name that is looked for
BARE = 4  # letters of a name of one word that is looked for behind a clitic: `لصالح` is seldom the person

Tagged = tuple[str, Sentence]  # the topic of a paragraph, one of its sentences
_Known = tuple[str, Name]  # a name in a topic
_Span = tuple[int, int]  # first token of a name and the one behind its last
_BEFORE, _BEHIND = -1, 1
_Neighbour = tuple[_Known, str, int]  # a name, the word beside it, the side
_Stretch = tuple[int, int, _Known]


def bounded(tagged: Sequence[Tagged]) -> Iterator[Tagged]:
    """Tagged news with names that begin and end where the corpus tells they do.

    Where a tagger took two names and the `و` between for one, they are two if both are names by themselves elsewhere:
    `تويوتا وجنرال موتورز`, but not `البوسنة والهرسك`. In the same way what introduces a name is no part of it
    (`نادي الاتحاد`). A word that nearly always stands beside a name is part of it: `بان كي مون`. Nouns of places
    alone are no names.
    """
    counted = _count(tagged)
    names = {known for known, votes in counted.items() if votes.total() >= SEEN}
    beside = _fixed_neighbours(tagged, counted)

    def parts(topic: str, sentence: Sentence, start: int, end: int) -> Iterator[_Span]:
        if end == start + 1 and sentence[start][0] in NO_NAMES:
            return
        if sentence[start][0] in INTRODUCING and (topic, _name(sentence, start + 1, end)) in names:
            start += 1
        for i in range(start + 1, end):
            conjunction, bare = sentence[i][0][:1], sentence[i][0][1:]
            first, second = _name(sentence, start, i), (bare, *_name(sentence, i + 1, end))
            if conjunction == "و" and (topic, first) in names and (topic, second) in names:
                yield start, i
                yield from parts(topic, sentence, i, end)
                return
        known = topic, _name(sentence, start, end)
        before = (known, sentence[start - 1][0], _BEFORE) if start and sentence[start - 1][1] == "O" else None
        behind = (known, sentence[end][0], _BEHIND) if end < len(sentence) and sentence[end][1] == "O" else None
        yield start - (before in beside), end + (behind in beside)

    for topic, sentence in tagged:
        found = {span: label for start, end, label in spans(sentence) for span in parts(topic, sentence, start, end)}
        yield topic, _label(sentence, found)


def _fixed_neighbours(tagged: Iterable[Tagged], counted: Mapping[_Known, Counter[str]]) -> set[_Neighbour]:
    """The words outside names that stand beside a name nearly always, and not often anywhere else."""
    words: Counter[tuple[str, str]] = Counter()
    times: Counter[_Neighbour] = Counter()
    for topic, sentence in tagged:
        words.update((topic, token) for token, _ in sentence)
        for start, end, label in spans(sentence):
            known = topic, _name(sentence, start, end)
            if label == "MISC":
                continue
            if start and sentence[start - 1][1] == "O" and not sentence[start - 1][0].startswith("ال"):
                times[known, sentence[start - 1][0], _BEFORE] += 1  # with an article it is a title: `الأمير`
            if end < len(sentence) and sentence[end][1] == "O":
                times[known, sentence[end][0], _BEHIND] += 1
    return {
        (known, word, side)
        for (known, word, side), count in times.items()
        if count >= max(SEEN, BESIDE * counted[known].total(), OWN * words[known[0], word]) and word.isalpha()
    }


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence with the labels the corpus agrees on, and how many introduced organisations it has."""

    sentence: Sentence
    introduced: int = 0


class Names:
    """What every name is called in most of its occurrences in sentences of a topic.

    Args:
        tagged: the tagged news.
        organisations: those that news introduces.
    """

    def __init__(self, tagged: list[Tagged], organisations: Organisations = NONE) -> None:
        self.organisations = organisations
        self.votes = {known: votes for known, votes in _count(tagged).items() if votes.total() >= SEEN}
        occurrences = Counter(known for topic, sentence in tagged for known in self._free(topic, sentence))
        self.label: dict[_Known, str] = {}
        self.either: set[_Known] = set()
        self.doubtful: set[_Known] = set()
        for known, votes in self.votes.items():
            named = votes.total() / max(occurrences[known], 1)
            label, most = votes.most_common(1)[0]
            town, club = votes["LOC"], votes["ORG"]
            if named >= NAMED and min(town, club) >= BOTH * votes.total() and town + club >= AGREED * votes.total():
                self.either.add(known)  # `ليون`, `الجزيرة`, `الشرق الأوسط`
            elif named >= NAMED and most >= AGREED * votes.total():
                self.label[known] = label
            elif named >= DOUBTFUL:
                self.doubtful.add(known)

    def _known(self, topic: str, sentence: Sentence) -> Iterator[_Stretch]:
        """Every stretch of a sentence that is a name somewhere in its topic."""
        for start in range(len(sentence)):
            for end in range(start + 1, min(start + LONGEST, len(sentence)) + 1):
                known = topic, _name(sentence, start, end)
                if known in self.votes:
                    yield start, end, known

    def _behind_clitics(self, topic: str, sentence: Sentence) -> Iterator[_Stretch]:
        """Every stretch that the corpus does not know, but would without its clitic: `ببغداد`, `لروبرتو كارلوس`.

        Persons of one word are not looked for: too many are plain words behind a clitic (`لصالح`, `وحافظ`).
        """
        for start, (token, _) in enumerate(sentence):
            for clitic, replaced in CLITICS:
                if not token.startswith(clitic):
                    continue
                bare = replaced + token.removeprefix(clitic)
                for end in range(start + 1, min(start + LONGEST, len(sentence)) + 1):
                    known = topic, (bare, *_name(sentence, start + 1, end))
                    label = self.label.get(known)
                    sure = end > start + 1 or (len(bare) >= BARE and label != "PER")
                    if label and sure and (topic, _name(sentence, start, end)) not in self.votes:
                        yield start, end, known

    def _free(self, topic: str, sentence: Sentence) -> Iterator[_Known]:
        """The known stretches but those inside a longer name: `مدريد` in `ريال مدريد` is no town that was missed."""
        tagged = [(start, end) for start, end, _ in spans(sentence)]
        for start, end, known in self._known(topic, sentence):
            if not any(_shorter((start, end), span) for span in tagged):
                yield known

    def corrected(self, topic: str, sentence: Sentence) -> Found | None:
        """The sentence with the labels the corpus agrees on; None where it does not agree, or nothing is named."""
        found = {(start, end): label for start, end, label in spans(sentence)}
        introduced = self.organisations.place(topic, sentence, found)
        if introduced is None:
            return None
        for start, end in found:
            known = topic, _name(sentence, start, end)
            if (start, end) not in introduced and known in self.votes and known not in self.either:
                if known not in self.label:
                    return None
                found[start, end] = self.label[known]
        missed = chain(self._known(topic, sentence), self._behind_clitics(topic, sentence))
        for start, end, known in sorted(missed, key=lambda stretch: stretch[0] - stretch[1]):
            inside = [span for span in found if span[0] < end and start < span[1]]
            if sentence[start][0] in INTRODUCING and inside:
                continue
            if known in self.label and all(_shorter(span, (start, end)) for span in inside):
                for span in inside:
                    del found[span]
                found[start, end] = self.label[known]
            elif not inside and (known in self.doubtful or known in self.either):
                return None
        return Found(_label(sentence, found), len(introduced)) if found else None


def _count(tagged: Iterable[Tagged]) -> dict[_Known, Counter[str]]:
    votes: defaultdict[_Known, Counter[str]] = defaultdict(Counter)
    for topic, sentence in tagged:
        for start, end, label in spans(sentence):
            votes[topic, _name(sentence, start, end)][label] += 1
    return votes


def _shorter(one: _Span, other: _Span) -> bool:
    """Whether the first lies inside the second and is not the same."""
    return other[0] <= one[0] and one[1] <= other[1] and one != other


def _name(sentence: Sentence, start: int, end: int) -> Name:
    return tuple(token for token, _ in sentence[start:end])


def _label(sentence: Sentence, found: Mapping[_Span, str]) -> Sentence:
    """The tokens with the tags of other names."""
    tags = ["O"] * len(sentence)
    for (start, end), label in found.items():
        tags[start:end] = name_tags(label, end - start)
    return [(token, tag) for (token, _), tag in zip(sentence, tags, strict=True)]
