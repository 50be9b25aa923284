"""Skip-gram word vectors from news for tagger and parser, which see words with clitics split.

Every line is learnt from with its clitics split, every second line also as it stands: where the
splitter errs, the token itself is learnt. Kept are the words that the split lines have.
"""

import lzma
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from syria_events.training.treebank import multiword_tokens
from syria_events.training.workspace import SEED, Workspace

DIMENSIONS = 80
VOCABULARY = 110_000
LEARNT = 85_000  # with 45,000, 95 % of the words of PADT's development part had one, but 79 % of those in names
SEEN = 10  # times that a word is among the split ones
NEWS_FILES = 5  # of seven: 25 of 36 million words; more was not seen to pay for its time
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_MARKS = re.compile(r"[\u064b-\u0652\u0670\u0640]")
_PROCLITICS = ("وال", "فال", "بال", "كال", "لل", "ول", "وب", "و", "ف", "ب", "ل", "ك", "س")
_PROCLITIC_WORDS: dict[str, tuple[str, ...]] = {
    "وال": ("و", "ال"), "فال": ("ف", "ال"), "بال": ("ب", "ال"), "كال": ("ك", "ال"), "لل": ("ل", "ال"),
    "ول": ("و", "ل"), "وب": ("و", "ب"),
}  # fmt: skip
_ENCLITICS = ("هما", "هم", "ها", "نا", "ه", "كم")


def train_vectors(space: Workspace) -> None:
    """Train the vectors and save them in Stanza's pretrain format."""
    corpus = space.data / "news.txt"
    split = write_corpus(space, corpus)
    learnt = learn(corpus, dimensions=DIMENSIONS, epochs=2, vocabulary=VOCABULARY)
    words = [word for word in learnt.index_to_key[:LEARNT] if split[word] >= SEEN]
    save(space.vectors, words, [learnt[word] for word in words])


def learn(corpus: Path, *, dimensions: int, epochs: int, vocabulary: int, window: int = 5) -> Any:
    """Skip-gram vectors of the most frequent words of a text, a paragraph a line; gensim's `KeyedVectors`."""
    from gensim.models import Word2Vec

    # one worker: more would be faster, but not the same twice
    return Word2Vec(
        corpus_file=str(corpus), vector_size=dimensions, window=window, min_count=5, sg=1, negative=5,
        sample=1e-4, epochs=epochs, workers=1, seed=SEED, max_final_vocab=vocabulary,
    ).wv  # fmt: skip


def save(
    path: Path,
    words: list[str],
    vectors: list[Any],
    precision: str = "float32",
    spellings: Mapping[str, str] | None = None,
) -> None:
    """Write vectors in Stanza's pretrain format, the rows of its special words zero.

    Args:
        path: of the file.
        words: the most frequent first.
        vectors: of each.
        precision: in which they are stored.
        spellings: other words, and which of the words' vectors each has.
    """
    import numpy as np
    import torch
    from stanza.models.common.pretrain import Pretrain, PretrainedWordVocab
    from stanza.models.common.vocab import VOCAB_PREFIX

    rows = np.zeros((len(words) + len(VOCAB_PREFIX), len(vectors[0])), dtype=precision)
    rows[len(VOCAB_PREFIX) :] = vectors
    vocab = PretrainedWordVocab(words, lower=True)
    vocab._unit2id.update({spelling: vocab._unit2id[word] for spelling, word in (spellings or {}).items()})
    pretrain = Pretrain(str(path))
    pretrain._vocab = vocab
    pretrain._emb = torch.from_numpy(rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    pretrain.save(str(path))


def write_corpus(space: Workspace, out: Path) -> Counter[str]:
    """Write the news, one paragraph a line, split and (every second) raw; the frequencies of the split words."""
    split = make_splitter(space)
    counts: Counter[str] = Counter()
    with out.open("w", encoding="utf-8") as file:
        for number, tokens in enumerate(paragraphs(space)):
            words = [word for token in tokens for word in split(token)]
            counts.update(words)
            file.write(" ".join(words) + "\n")
            if number % 2 == 0:
                file.write(" ".join(tokens) + "\n")
    return counts


def make_splitter(space: Workspace) -> Callable[[str], tuple[str, ...]]:
    """A function from a surface token to its words: PADT's own splits first, then by frequency.

    A token PADT never shows is split where the remainder is at least as frequent in the news as
    the token itself, so that `ولافروف` is split and `وزير` is not.
    """
    seen: dict[str, Counter[tuple[str, ...]]] = {}
    for token, words in multiword_tokens(space.data / "train.conllu"):
        seen.setdefault(token, Counter())[words] += 1
    known = {token: splits.most_common(1)[0][0] for token, splits in seen.items()}
    counts = Counter(token for tokens in paragraphs(space, files=2) for token in tokens)
    memory: dict[str, tuple[str, ...]] = {}

    def split(token: str) -> tuple[str, ...]:
        if token not in memory:
            memory[token] = known.get(token) or _split_by_frequency(token, counts)
        return memory[token]

    return split


def _split_by_frequency(token: str, counts: Counter[str]) -> tuple[str, ...]:
    for prefix in _PROCLITICS:
        rest = token.removeprefix(prefix)
        if rest == token or len(rest) < 3:
            continue
        words: tuple[str, ...] = _PROCLITIC_WORDS.get(prefix, (prefix,))
        if words[-1] == "ال":
            words, rest = words[:-1], "ال" + rest
        if counts[rest] >= max(counts[token], 3):
            return (*words, rest)
    for suffix in _ENCLITICS:
        rest = token.removesuffix(suffix)
        if rest != token and len(rest) >= 3 and counts[rest] >= max(counts[token], 3):
            return (rest, suffix)
    return (token,)


def paragraphs(space: Workspace, files: int | None = NEWS_FILES) -> Iterator[list[str]]:
    """The tokens of every paragraph of the first files, or of all, without vowel marks."""
    for line in lines(space, files):
        if tokens := _TOKEN.findall(line):
            yield tokens


def lines(space: Workspace, files: int | None = None) -> Iterator[str]:
    """The paragraphs of the first files, or of all, without vowel marks."""
    for path in sorted((space.corpora / "news").glob("*.txt.xz"))[:files]:
        with lzma.open(path, "rt", encoding="utf-8") as text:
            for line in text:
                yield _MARKS.sub("", line)
