"""UD Arabic-PADT to the files Stanza's tokenizer, MWT, tagger, lemmatizer and parser train on."""

import math
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from syria_events.training.workspace import Workspace

SPLITS = ("train", "dev")
WINDOW = 60  # words


def prepare_treebank(space: Workspace) -> None:
    """Write text, labels, contracted tokens and deduplicated lemmas for both splits."""
    from stanza.utils.datasets.conllu_to_text import convert_text
    from stanza.utils.datasets.contract_mwt import contract_mwt
    from stanza.utils.datasets.prepare_tokenizer_data import main as write_labels

    space.data.mkdir(parents=True, exist_ok=True)
    for split in SPLITS:
        conllu = space.data / f"{split}.conllu"
        shutil.copyfile(space.corpora / "padt" / f"{split}.conllu", conllu)
        text = conllu.with_suffix(".txt")
        convert_text(str(conllu), str(text))
        with redirect_stdout(StringIO()):  # it prints every multi-word token it meets
            write_labels(
                [
                    str(text),
                    str(conllu),
                    "-o",
                    str(conllu.with_suffix(".toklabels")),
                    "-m",
                    str(space.data / f"{split}-mwt.json"),
                ]
            )
        contract_mwt(str(conllu), str(space.data / f"{split}.contracted.conllu"))
    _write_lemmas(space.data / "train.conllu", space.data / "train.lemmas.conllu")
    _write_windows(space.data / "train.conllu", space.data / "train.windows.conllu")


def word_lines(conllu: Path) -> Iterator[list[str]]:
    """The ten columns of every syntactic word; multi-word ranges and empty nodes are skipped."""
    with conllu.open(encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10 and columns[0].isdigit():
                yield columns


def multiword_tokens(conllu: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every surface token that stands for several words, with those words in order."""
    with conllu.open(encoding="utf-8") as lines:
        token, left = "", 0
        words: list[str] = []
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) != 10:
                continue
            if "-" in columns[0]:
                first, last = map(int, columns[0].split("-"))
                token, left, words = columns[1], last - first + 1, []
            elif left and columns[0].isdigit():
                words.append(columns[1])
                left -= 1
                if not left:
                    yield token, tuple(words)


def _write_lemmas(conllu: Path, out: Path) -> None:
    """Write each (form, tag, lemma) about log2(count) times instead of count times.

    The lemmatizer learns from single words, so repeating common ones costs hours and teaches
    nothing; the logarithm keeps the more frequent lemma of an ambiguous form ahead.
    """
    counts = Counter((c[1], c[2], c[3]) for c in word_lines(conllu))
    with out.open("w", encoding="utf-8") as file:
        for (form, lemma, upos), count in sorted(counts.items()):
            for _ in range(1 + int(math.log2(count))):
                file.write(f"1\t{form}\t{lemma}\t{upos}\t_\t_\t0\troot\t_\t_\n\n")


def _write_windows(conllu: Path, out: Path) -> None:
    """Cut sentences into windows of at most 60 words, for the tagger.

    An LSTM's backward pass over a batch costs its longest sentence times its words; PADT's
    longest sentences are paragraphs, and tags rarely depend on a word 60 words away.
    """
    with out.open("w", encoding="utf-8") as file:
        for sentence in _sentences(conllu):
            pieces = math.ceil(len(sentence) / WINDOW)
            size = math.ceil(len(sentence) / pieces)
            for at in range(0, len(sentence), size):
                for number, columns in enumerate(sentence[at : at + size], 1):
                    head = 0 if number == 1 else 1
                    row = [str(number), *columns[1:6], str(head), "dep" if head else "root", "_", "_"]
                    file.write("\t".join(row) + "\n")
                file.write("\n")


def _sentences(conllu: Path) -> Iterator[list[list[str]]]:
    sentence: list[list[str]] = []
    for columns in word_lines(conllu):
        if columns[0] == "1" and sentence:
            yield sentence
            sentence = []
        sentence.append(columns)
    if sentence:
        yield sentence


def write_short(conllu: Path, out: Path, limit: int) -> None:
    """Copy the sentences of at most `limit` words, for the parser: a tree cannot be cut."""
    with conllu.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as file:
        block: list[str] = []
        for line in [*lines, "\n"]:
            if line.strip():
                block.append(line)
                continue
            if block and sum(row.split("\t", 1)[0].isdigit() for row in block) <= limit:
                file.writelines([*block, "\n"])
            block = []
