"""ANERcorp, AQMAR and the Wojood sample to one entity corpus with PER, LOC, ORG and MISC.

The label set is one, but not what is labelled: Wojood takes `الوزارة` for an organisation, AQMAR has a
MISC of its own. So each corpus is a column of tags with a CRF of its own over what they share, and the
first, ANERcorp's, is the one that is asked.

DATE is left out on purpose: dates come from the date processor, and only one of the three
corpora labels them, so a tagger trained on the mixture would learn that dates are nothing.
"""

import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from syria_events.training.mentions import Sentence, collect
from syria_events.training.workspace import SEED, Workspace

CORPORA = ("anercorp/train.conll", "aqmar/all.conll", "wojood_sample/train_core4.conll")
LABELS = {"PERS": "PER", "PER": "PER", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC", "MIS": "MISC"}
SENTENCE_LIMIT = 150  # tokens; ANERcorp has a few of several hundred
_PIECES = re.compile(r"[\w\u064b-\u0652\u0640]+(?:[.,]\d+)*|[^\w\s]")
_GLUED = ("و", "ل", "ب")
_LEVEL = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"})


def prepare_entities(space: Workspace) -> None:
    """Write ner.train.json, ner.plain.json and ner.dev.json in the format of Stanza's entity tagger.

    Plain is train without the copies whose names are swapped. Dev is the last tenth of ANERcorp's training file by
    document order.
    """
    folder = space.corpora / "ner"
    corpora = [list(read_bio(folder / name)) for name in CORPORA]
    cut = len(corpora[0]) * 9 // 10
    corpora[0], dev = corpora[0][:cut], corpora[0][cut:]
    rng = random.Random(SEED)
    mentions = collect(space, chain(*corpora))
    train, plain = [], []
    for column, sentences in enumerate(corpora):
        for sentence in sentences:
            plain.append(record(sentence, column))
            copies = (sentence, augment(mentions.swap(sentence, rng), rng))
            train += [record(copy, column) for copy in dict.fromkeys(map(tuple, copies))]
    space.data.mkdir(parents=True, exist_ok=True)
    for name, records in (("train", train), ("plain", plain), ("dev", [record(sentence, 0) for sentence in dev])):
        (space.data / f"ner.{name}.json").write_text(json.dumps(records), encoding="utf-8")


def record(sentence: Iterable[tuple[str, str]], column: int) -> list[dict[str, object]]:
    """A sentence as Stanza reads it: of the columns of tags all but its corpus's own are blank."""
    return [
        {"text": token, "ner": tag, "multi_ner": [tag if i == column else "-" for i in range(len(CORPORA))]}
        for token, tag in sentence
    ]


def read_bio(path: Path, labels: Mapping[str, str] = LABELS) -> Iterator[Sentence]:
    """The sentences of a two-column file, punctuation split off, labels mapped or dropped, long ones cut."""
    sentence: Sentence = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        columns = line.split()
        if len(columns) < 2:
            yield from _cut(sentence)
            sentence = []
        elif columns[0] != "$#$":
            sentence += _split_punctuation(columns[0], _map_label(columns[-1], labels))


def read_tokens(line: str) -> list[str]:
    """A line of news as the corpora have their tokens: punctuation split off, clitics not."""
    return [piece for token in line.split() for piece, _ in _split_punctuation(token, "O")]


def _map_label(tag: str, labels: Mapping[str, str]) -> str:
    prefix, _, label = tag.partition("-")
    return f"{prefix}-{labels[label]}" if label in labels else "O"


def _split_punctuation(token: str, tag: str) -> Sentence:
    pieces = _PIECES.findall(token) or [token]
    inside = "I-" + tag[2:] if tag != "O" else "O"
    return [(piece, tag if i == 0 else inside) for i, piece in enumerate(pieces)]


def _cut(sentence: Sentence) -> Iterator[Sentence]:
    while len(sentence) > SENTENCE_LIMIT:
        at = next((i for i in range(SENTENCE_LIMIT, 1, -1) if not sentence[i][1].startswith("I-")), SENTENCE_LIMIT)
        yield sentence[:at]
        sentence = sentence[at:]
    if sentence:
        yield sentence


def level(text: str) -> str:
    """Text without what newsrooms write or drop: hamza over alif, the dots of final ya and of ta marbuta."""
    return text.translate(_LEVEL)


def augment(sentence: Sentence, rng: random.Random) -> Sentence:
    """A copy as careless newsrooms spell: hamza and dots dropped, clitics glued, names in quotes."""
    plain = rng.random() < 0.5
    out: Sentence = []
    for token, tag in sentence:
        if plain:
            token = level(token)
        begins = tag.startswith("B-")
        if begins and rng.random() < 0.25 and not token.startswith("ال"):
            token = rng.choice(_GLUED) + token
        if begins and rng.random() < 0.1:
            out.append(("“", "O"))
        out.append((token, tag))
    return out
