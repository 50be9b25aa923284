"""Articles through Stanza in batches, paragraph by paragraph, and out as our own values.

A line break ends a paragraph, so each line is a Stanza document of its own: no sentence crosses
one, and an offset is the line's start plus Stanza's. Lines of many articles go through together.
"""

import os
import re
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from threading import Lock
from typing import Any

import stanza
import torch
from stanza.models.common.doc import Document

from syria_events.dates import DatePhrase, DateWords
from syria_events.errors import ModelsError, PlainStanzaWarning, told
from syria_events.model import Article, Doc, Entity, Failure, Sentence, Word
from syria_events.plaintext import PlainText, plain_text
from syria_events.tagging import date_processor, store
from syria_events.tagging.garbage import no_collection

PROCESSORS = ",".join((*store.PROCESSORS, date_processor.DATE))
# characters a batch: enough to fill Stanza's own batches; the first are smaller, so that rows and progress show soon
BATCH, FIRST_BATCH = 40_000, 5_000
PARAGRAPH = 1_500  # characters; longer lines are cut, at a full stop where there is one
PART = 150_000  # characters of one document; a longer article becomes several, to bound memory
# sentences, or tokens: larger than in training
BATCHES = {"pos_batch_size": 200, "ner_batch_size": 100, "mwt_batch_size": 500}
TRIED = ("1.15.0",)  # versions of Stanza whose inside is known; that of others is left alone
# what a change to Stanza's inside raises where that is not as expected
_UNEXPECTED = (AssertionError, AttributeError, ImportError, LookupError, NameError, TypeError, ValueError)

# what the treebank writes otherwise, one character for one, so that offsets stay
_QUOTES = str.maketrans({**dict.fromkeys("“”„«»‹›", '"'), **dict.fromkeys("‘’", "'")})
_QUOTE_CODE = re.compile(r"&?#1(?:71|87);|&[lr]aquo;")  # quotation marks that a crawler left in code
_LINE = re.compile(r"[^\r\n]+")
_STOP = re.compile(r"[.!?؟؛](?=\s)")
# ends of sentences, however they are spaced: `الأزمة. وقال`, `الأزمة». وقال`, `الأزمة .وقال`, `الأزمة . وقال`,
# `الأزمة.وقال`; not `أ. ف. ب`, `د. محمد`. The tokenizer misses many: sentences of the treebank often are paragraphs
_END = re.compile(
    r"""(?<=[\w\u064b-\u0652)»”"]{3})(?:\.|[!؟]+)[)»”"]?(?=\s)"""
    r"""|(?<=[\w\u064b-\u0652)»”"]{3}\s)[.!؟](?=[\s\u0621-\u064a“”"«(])"""
    r"""|(?<=[\u0621-\u0652]{2})[.!؟](?=[\u0621-\u064a]{2})"""
)


@contextmanager
def one_thread() -> Iterator[None]:
    """Torch with one thread while the block runs, unless `OMP_NUM_THREADS` says how many.

    Threads wait for each other at every step of an LSTM: models so small gain little, and beside another busy program
    two threads on two cores took over ten times as long as one. What else the process does with torch keeps its own.
    """
    before = torch.get_num_threads()
    if "OMP_NUM_THREADS" not in os.environ:
        torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def open_pipeline(folder: Path, processors: str, *, repeats: bool = True, **options: Any) -> Any:
    """A Stanza pipeline over a folder of models, made faster where Stanza's version is one that was tried.

    Only the pipeline's own objects are changed. With another version, or where a change fails, it is Stanza's own, and
    a `PlainStanzaWarning` says so.

    Args:
        folder: in Stanza's layout.
        processors: their names, with commas between.
        repeats: whether `weigh_repeats` is applied; without it the output is what Stanza's own gives.
        options: Stanza's.
    """
    settings = {
        "lang": "ar",
        "dir": str(folder),
        "processors": processors,
        "download_method": None,
        "use_gpu": False,
        "logging_level": "CRITICAL",  # what is wrong is raised too, and told once
        **BATCHES,
        **options,
    }
    if stanza.__version__ in TRIED:
        try:
            return _open_changed(settings, repeats)
        except _UNEXPECTED as problem:
            why = f"could not be changed ({type(problem).__name__}: {problem})"
    else:
        why = "has not been tried"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pipeline = stanza.Pipeline(**settings)  # first: where the models themselves are at fault, it says so
    warnings.warn(
        f"Stanza {stanza.__version__} {why}: tagging is slower and names are found sentence by sentence; "
        f"install stanza=={TRIED[-1]}",
        PlainStanzaWarning,
        stacklevel=2,
    )
    return pipeline


def _open_changed(settings: dict[str, Any], repeats: bool) -> Any:
    # imported here: of a version that was not tried they may not even find what they import
    from syria_events.tagging.patches.loading import load_pipeline
    from syria_events.tagging.patches.repeats import weigh_repeats
    from syria_events.tagging.patches.speed import make_fast

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pipeline = load_pipeline(**settings)
    make_fast(pipeline.processors)
    if repeats and "ner" in pipeline.processors:
        weigh_repeats(pipeline.processors["ner"])
    return pipeline


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece of an article as Stanza sees it.

    Args:
        article: which one of its batch.
        number: of its non-empty lines, from 0.
        start: its offset in the article's plain text.
    """

    article: int
    number: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class _Tagged:
    """What Stanza made of a paragraph: the words of each of its sentences, and its entities."""

    sentences: tuple[tuple[Word, ...], ...]
    entities: tuple[Entity, ...]


class Tagger:
    """The Stanza pipeline with one model folder.

    Args:
        models: `embedded`, None for the same, `official`, or a folder in Stanza's layout.
        words: those of dates; None for the ones that ship with the package.

    Raises:
        ModelsError: the folder is missing, incomplete or damaged.
    """

    def __init__(self, models: str | None = None, words: DateWords | None = None) -> None:
        self._turn = Lock()
        folder = store.find_models(models)
        try:
            self._stanza = open_pipeline(folder, PROCESSORS, date_words=words)
        except Exception as error:  # noqa: BLE001  a damaged file may raise anything, in torch or in Stanza
            raise ModelsError(
                f"the models in {folder} cannot be loaded ({told(error)}): {store.repair(folder)}"
            ) from None

    def tag(self, articles: Iterable[Article]) -> Iterator[Doc | Failure]:
        """Tag articles, in order.

        An article of over 150,000 characters comes as several documents in a row, numbered by `part`: its sentences are
        numbered on, and offsets stay those of the whole article. What Stanza fails on is told behind the document it is
        missing from; an article it fails on altogether is a Failure alone.
        """
        batch: list[tuple[Article, PlainText]] = []
        size, full = 0, FIRST_BATCH
        source = iter(articles)
        broken: Exception | None = None
        while broken is None:
            try:
                article = next(source)
            except StopIteration:
                break
            except Exception as error:  # noqa: BLE001  raised again when what was read before it is tagged
                broken = error
                continue
            plain = plain_text(article.text)
            blank = not plain.text.strip()
            if not blank:
                batch.append((article, plain))
                size += len(article.text)
            if blank or size >= full:
                yield from self._tag_batch(batch)
                batch, size, full = [], 0, min(4 * full, BATCH)
            if blank:
                yield Doc(article, ())
        yield from self._tag_batch(batch)
        if broken is not None:
            raise broken

    def _tag_batch(self, batch: list[tuple[Article, PlainText]]) -> Iterator[Doc | Failure]:
        count = [0] * len(batch)  # sentences of each article so far
        parts = [0] * len(batch)  # documents
        for paragraphs in _parts([plain.text for _, plain in batch]):
            found = zip(paragraphs, self._tagged(paragraphs), strict=True)
            for index, pieces in groupby(found, key=lambda pair: pair[0].article):
                article, plain = batch[index]
                sentences: list[Sentence] = []
                entities: list[Entity] = []
                lost: list[tuple[Paragraph, Exception]] = []
                for paragraph, tagged in pieces:
                    if isinstance(tagged, Exception):
                        lost.append((paragraph, tagged))
                        continue
                    for words in tagged.sentences:
                        number = count[index] + len(sentences)
                        sentences.append(Sentence(number, words[0].start, words[-1].end, words, paragraph.number))
                    entities += tagged.entities
                if lost and not sentences and len(plain.text) <= PART:
                    yield Failure(article.id, _why(lost[0][1]))
                else:
                    yield Doc(article, tuple(sentences), tuple(entities), plain, parts[index])
                    yield from (_lost(article, plain, paragraph, error) for paragraph, error in lost)
                count[index] += len(sentences)
                parts[index] += 1

    def _tagged(self, paragraphs: list[Paragraph]) -> list[_Tagged | Exception]:
        """What Stanza makes of paragraphs; where it fails, article by article, then paragraph by paragraph."""
        try:
            # the pipeline keeps state while it works: callers in several threads take turns
            with self._turn, one_thread(), torch.inference_mode(), no_collection():
                documents = self._stanza.bulk_process([_document(paragraph) for paragraph in paragraphs])
            return [_read(document, paragraph) for document, paragraph in zip(documents, paragraphs, strict=True)]
        except Exception as error:  # noqa: BLE001  one bad paragraph neither kills the run nor disappears
            if len(paragraphs) == 1:
                return [error]
        several = paragraphs[0].article != paragraphs[-1].article
        groups = groupby(paragraphs, key=lambda paragraph: paragraph.article if several else paragraph.start)
        return [tagged for _, group in groups for tagged in self._tagged(list(group))]


def _lost(article: Article, plain: PlainText, paragraph: Paragraph, error: Exception) -> Failure:
    """That a paragraph could not be tagged, and why."""
    start, end = plain.span(paragraph.start, paragraph.start + len(paragraph.text))
    return Failure(article.id, f"characters {start} to {end} are left out: {_why(error)}", partial=True)


def _why(error: Exception) -> str:
    return f"the tagger failed ({told(error)})"


def _parts(texts: list[str]) -> Iterator[list[Paragraph]]:
    """The paragraphs of the texts of a batch; a list ends where one text has filled its part."""
    waiting: list[Paragraph] = []
    for index, text in enumerate(texts):
        size = 0
        for paragraph in cut_paragraphs(index, text):
            if size + len(paragraph.text) > PART and size:
                yield waiting
                waiting, size = [], 0
            waiting.append(paragraph)
            size += len(paragraph.text)
    if waiting:
        yield waiting


def _document(paragraph: Paragraph) -> Document:
    document = Document([], text=one_quote(paragraph.text))
    document.article = paragraph.article
    return document


def one_quote(text: str) -> str:
    """Text with one sort of quotation mark, as the treebank has it; every offset stays."""
    text = _QUOTE_CODE.sub(lambda code: '"'.ljust(len(code.group())), text)
    return text.translate(_QUOTES)


def cut_paragraphs(index: int, text: str) -> Iterator[Paragraph]:
    """The lines of the text of an article that hold something, cut at the ends of sentences; long ones in pieces."""
    number = 0
    for line in _LINE.finditer(text):
        if not line.group().strip():
            continue
        stops = [0, *(m.end() for m in _END.finditer(line.group())), len(line.group())]
        for first, last in pairwise(stops):
            for start, end in _cut(line.group(), first, last):
                if line.group()[start:end].strip():
                    yield Paragraph(index, number, line.start() + start, line.group()[start:end])
        number += 1


def _cut(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch of a line: whole, or cut behind the last stop (else space) before the limit."""
    while end - start > PARAGRAPH:
        window = line[start : start + PARAGRAPH]
        stops = [m.end() for m in _STOP.finditer(window)]
        at = stops[-1] if stops else window.rfind(" ") + 1
        at = at if at > 0 else PARAGRAPH
        yield start, start + at
        start += at
    yield start, end


def _read(document: Any, paragraph: Paragraph) -> _Tagged:
    """A paragraph as Stanza tagged it, in our values; offsets are those of the article's plain text."""
    sentences = (tuple(_words(sentence, paragraph)) for sentence in document.sentences)
    return _Tagged(
        tuple(words for words in sentences if words), tuple(_entity(span, paragraph) for span in document.ents)
    )


def _entity(span: Any, paragraph: Paragraph) -> Entity:
    phrase: DatePhrase | None = getattr(span, "phrase", None)  # of the date processor
    return Entity(
        span.type,
        paragraph.start + span.start_char,
        paragraph.start + span.end_char,
        paragraph.text[span.start_char : span.end_char],
        None if phrase is None else phrase.moved(paragraph.start),
    )


def _words(sentence: Any, paragraph: Paragraph) -> Iterator[Word]:
    for token in sentence.tokens:
        clitics = len(token.words) > 1
        raw = paragraph.text[token.start_char : token.end_char]
        for word in token.words:
            yield Word(
                id=word.id,
                text=word.text if clitics else " ".join(raw.split()),
                lemma=word.lemma or "",
                upos=word.upos or "",
                xpos=word.xpos or "",
                feats=word.feats or "",
                head=word.head,
                deprel=word.deprel or "",
                start=paragraph.start + token.start_char,
                end=paragraph.start + token.end_char,
                clitic=clitics,
            )
