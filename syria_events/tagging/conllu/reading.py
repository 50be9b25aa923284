"""CoNLL-U -> tagged documents."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from syria_events.model import Article, Doc, Entity, Sentence, Word
from syria_events.plaintext import plain_text
from syria_events.tagging.conllu.format import NEWDOC, VERBATIM, ConlluError, Finder, Span, found, joined, unquoted
from syria_events.tagging.conllu.phrases import with_phrases

_COLUMNS = 10
_ENTITY = re.compile(r"entity(?:\[(-?\d+:-?\d+)\])?")
_SPAN = re.compile(r"(?:^|\|)Span=(-?\d+:-?\d+)(?:\||$)")


@dataclass(slots=True)
class _Block:
    """A sentence as it stands in the file, or a document without any: each line with its number."""

    comments: list[tuple[int, str, str]] = field(default_factory=list)
    rows: list[tuple[int, list[str]]] = field(default_factory=list)

    def comment(self, *keys: str) -> str | None:
        """The value of the first comment with one of these keys."""
        return next((value for _, key, value in self.comments if key in keys), None)

    def line(self, *keys: str) -> int:
        """The line of that comment; where there is none, of the sentence."""
        lines = [number for number, key, _ in self.comments if key in keys]
        lines += [number for number, _ in self.rows] or [number for number, *_ in self.comments]
        return lines[0]

    @property
    def begins_document(self) -> bool:
        """Whether it is the first of a document."""
        return self.comment(*NEWDOC) is not None


def read_conllu(text: str) -> Doc:
    """The document of a text that holds no other.

    Raises:
        ConlluError: it is no CoNLL-U, a sentence has no `# text`, or a token or an entity is not in it.
    """
    return _document(list(_blocks(text.split("\n"))), "case", None)


def read_documents(lines: Iterable[str], *, id: str) -> Iterator[Doc | ConlluError]:
    """The documents of a file as they come, an error in the place of one that is wrong.

    Args:
        lines: of the file, with or without line ends.
        id: of a document that has none; a second such gets a number.
    """
    before: Doc | None = None
    for number, blocks in enumerate(_documents(_blocks(lines)), 1):
        try:
            before = _document(blocks, id if number == 1 else f"{id}-{number}", before)
            yield before
        except ConlluError as error:
            before = None
            yield error


def _blocks(lines: Iterable[str]) -> Iterator[_Block]:
    """What stands between empty lines; comments that rows do not follow are those of the next sentence."""
    block = _Block()
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\r\n")
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            if block.rows or (key.strip() in NEWDOC and block.begins_document):
                yield block
                block = _Block()
            block.comments.append((number, key.strip(), value.strip()))
        elif line.strip():
            block.rows.append((number, line.split("\t")))
        elif block.rows:
            yield block
            block = _Block()
    if block.rows or block.begins_document:
        yield block


def _documents(blocks: Iterable[_Block]) -> Iterator[list[_Block]]:
    waiting: list[_Block] = []
    for block in blocks:
        if waiting and block.begins_document:
            yield waiting
            waiting = []
        waiting.append(block)
    if waiting:
        yield waiting


def _document(blocks: Sequence[_Block], id: str, before: Doc | None) -> Doc:
    """A document of its blocks.

    Args:
        blocks: its sentences, or one without rows.
        id: where it has none of its own.
        before: the document before it in the file.
    """
    head = _Block([comment for block in blocks for comment in block.comments])
    sentences = [block for block in blocks if block.rows]
    for number, block in enumerate(sentences, 1):
        _check_columns(block)
        if block.comment("text") is None:
            raise ConlluError(block.line(), f"sentence {number} has no `# text`")
    paragraphs = list(_paragraphs(sentences))
    doc, spans = _unread(head, sentences, paragraphs, id, before)
    made: list[Sentence] = []
    entities: list[Entity] = []
    for block, (start, end), paragraph in zip(sentences, spans, paragraphs, strict=True):
        told = _number(block, "index")
        index = told if told is not None else made[-1].index + 1 if made else 0
        words = tuple(_words(block, doc.text[start:end], start))
        made.append(Sentence(index, start, end, words, paragraph))
        entities += _entities(block, doc.text, start, end)
    entities.sort(key=lambda entity: entity.start)
    return with_phrases(replace(doc, sentences=tuple(made), entities=tuple(entities)))


def _unread(
    head: _Block, sentences: Sequence[_Block], paragraphs: Sequence[int], id: str, before: Doc | None
) -> tuple[Doc, Iterable[Span]]:
    """The document without its sentences, and where these are in its text."""
    written = unquoted(head.comment("article"))
    part = _number(head, "part") or 0
    if written is not None:
        plain = None if head.comment("spelling") == VERBATIM else plain_text(written)
        doc = Doc(_article(head, id, written), (), (), plain, part)
    elif part:
        if before is None or before.article.id != unquoted(head.comment(*NEWDOC)):
            raise ConlluError(head.line("part"), f"part {part} of an article whose beginning is not before it")
        doc = Doc(before.article, (), (), before.plain, part)
    else:
        body, spans = joined([block.comment("text") or "" for block in sentences], paragraphs)
        return Doc(_article(head, id, body), ()), spans
    return doc, _spans(sentences, doc.text)


def _check_columns(block: _Block) -> None:
    for line, row in block.rows:
        if len(row) != _COLUMNS:
            told = f"{len(row)} columns and not {_COLUMNS} with tabs between"
            raise ConlluError(line, f"{told}; give what `syria-events tag` wrote")


def _article(head: _Block, id: str, text: str) -> Article:
    published = head.comment("published")
    try:
        day = date.fromisoformat(published) if published else None
    except ValueError:
        raise ConlluError(head.line("published"), f"{published!r} is no date; write it as 2016-06-21") from None
    own, outlet, url = (unquoted(head.comment(key)) for key in ("newdoc id", "outlet", "url"))
    return Article(id if own is None else own, text, day, outlet or "", url or "")


def _paragraphs(blocks: Iterable[_Block]) -> Iterator[int]:
    """The number of every sentence's paragraph."""
    paragraph = 0
    for place, block in enumerate(blocks):
        told = block.comment("newpar id") or ""
        if told.isdecimal():
            paragraph = int(told)
        elif place:
            paragraph += block.comment("newpar", "newpar id") is not None
        yield paragraph


def _spans(blocks: Iterable[_Block], text: str) -> Iterator[Span]:
    """Where sentences are in a text that has them."""
    cursor = 0
    for block in blocks:
        told = block.comment("span")
        span = found(block.comment("text") or "", text, cursor) if told is None else _span(told)
        if span is None or not 0 <= span[0] <= span[1] <= len(text):
            raise ConlluError(block.line("span", "text"), "the sentence is not in `# article` behind the one before it")
        yield span
        cursor = span[1]


def _words(block: _Block, raw: str, offset: int) -> Iterator[Word]:
    """The words of a sentence; `raw` is its text, `offset` its place."""
    count = sum(row[0].isdecimal() for _, row in block.rows)
    position = start = end = until = before = 0  # `until` is the last word of the token
    for line, row in block.rows:
        first, dash, last = row[0].partition("-")
        if re.fullmatch(r"\d+\.\d+", first):
            continue  # a node of the enhanced graph, no word
        if not first.isdecimal() or int(first) != before + 1 or (dash and not last.isdecimal()):
            raise ConlluError(line, f"{row[0]!r} is no number of the next word")
        if dash or int(first) > until:
            start, end = _token(line, row, raw, position)
            position = end
        if dash:
            until = int(last)
            continue
        before += 1
        if not row[6].isdecimal() or int(row[6]) > count:
            raise ConlluError(line, f"{row[6]!r} is no number of a head")
        lemma, upos, xpos, feats, deprel = ("" if row[at] == "_" else row[at] for at in (2, 3, 4, 5, 7))
        lemma = "_" if row[1] == row[2] == "_" else lemma
        yield Word(before, row[1], lemma, upos, xpos, feats, int(row[6]), deprel, offset + start, offset + end,
                   clitic=before <= until)  # fmt: skip


def _token(line: int, row: list[str], raw: str, position: int) -> Span:
    """Where a token is in its sentence, behind the one before it."""
    told = _SPAN.search(row[9])
    span = _span(told[1]) if told else found(row[1], raw, position)
    if span is None:
        raise ConlluError(line, f"token {row[1]!r} is not in {raw[position:]!r}")
    if not 0 <= span[0] <= span[1] <= len(raw):
        raise ConlluError(line, f"{row[9]!r} is not in a sentence of {len(raw)} characters")
    return span


def _entities(block: _Block, text: str, start: int, end: int) -> Iterator[Entity]:
    """The entities of the sentence that stands there."""
    finder = Finder(text[start:end])
    for line, key, value in block.comments:
        if (match := _ENTITY.fullmatch(key)) is None:
            continue
        kind, _, words = value.partition(" ")
        span = _span(match[1]) if match[1] else finder.next(words)
        if span is None:
            raise ConlluError(line, f"entity {words!r} is not in {text[start:end]!r}")
        first, last = start + span[0], start + span[1]
        if not 0 <= first <= last <= len(text):
            raise ConlluError(line, f"an entity at {match[1]} is not in the article")
        if not match[1]:
            finder.take(words, span)
        yield Entity(kind, first, last, text[first:last])


def _span(told: str) -> Span | None:
    start, colon, end = told.partition(":")
    try:
        return (int(start), int(end)) if colon else None
    except ValueError:
        return None


def _number(block: _Block, key: str) -> int | None:
    """The value of a comment that is a number; None where there is no such comment."""
    value = block.comment(key)
    if value is not None and not value.isdecimal():
        raise ConlluError(block.line(key), f"{value!r} is no number")
    return None if value is None else int(value)
