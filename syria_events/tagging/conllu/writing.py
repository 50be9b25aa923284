"""A tagged document -> CoNLL-U."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from syria_events.model import Doc, Sentence, Word
from syria_events.tagging.conllu.format import VERBATIM, Finder, as_json, found, joined, one_line, quoted


def write_conllu(doc: Doc, *, goes_on: bool = False) -> str:
    """A document as CoNLL-U, which `read_conllu` and `read_documents` read back.

    Args:
        doc: as the tagger gives it.
        goes_on: whether it follows another part of its article, so that the article's text is not written again.
    """
    simple = not goes_on and _is_simple(doc)
    lines = list(_head(doc, simple=simple, goes_on=goes_on))
    cursor = paragraph = index = 0
    for place, sentence in enumerate(doc.sentences):
        if sentence.index != index:
            lines.append(f"# index = {sentence.index}")
        if sentence.paragraph == paragraph + 1 and place:
            lines.append("# newpar")
        elif sentence.paragraph != paragraph:
            lines.append(f"# newpar id = {sentence.paragraph}")
        shown = _shown(doc, sentence)
        lines.append(f"# text = {shown}")
        span = sentence.start, sentence.end
        if not simple and found(shown, doc.text, cursor) != span:
            lines.append(f"# span = {sentence.start}:{sentence.end}")
        lines += _entity_lines(doc, place)
        lines += _rows(sentence, doc.text)
        lines.append("")
        cursor, paragraph, index = sentence.end, sentence.paragraph, sentence.index + 1
    return "\n".join(lines if doc.sentences else [*lines, ""]) + "\n"


def _head(doc: Doc, *, simple: bool, goes_on: bool) -> Iterator[str]:
    """What stands before the first sentence."""
    article = doc.article
    yield f"# newdoc id = {quoted(article.id)}"
    if doc.part:
        yield f"# part = {doc.part}"
    if goes_on:
        return
    if article.published:
        yield f"# published = {article.published.isoformat()}"
    for key, value in (("outlet", article.outlet), ("url", article.url)):
        if value:
            yield f"# {key} = {quoted(value)}"
    if not simple:
        yield f"# article = {as_json(article.text)}"
        if doc.plain is None:
            yield f"# spelling = {VERBATIM}"


def _is_simple(doc: Doc) -> bool:
    """Whether the sentences alone, joined, give the document's text and their places in it."""
    if doc.plain is not None or doc.part:
        return False
    shown = [_shown(doc, sentence) for sentence in doc.sentences]
    body, spans = joined(shown, [sentence.paragraph for sentence in doc.sentences])
    return body == doc.text and spans == [(sentence.start, sentence.end) for sentence in doc.sentences]


def _shown(doc: Doc, sentence: Sentence) -> str:
    return one_line(doc.text[sentence.start : sentence.end]).strip()


def _entity_lines(doc: Doc, place: int) -> Iterator[str]:
    """The entities that begin in a sentence or between it and the next; the first also has those before it."""
    sentence = doc.sentences[place]
    first = sentence.start if place else 0
    last = doc.sentences[place + 1].start if place + 1 < len(doc.sentences) else len(doc.text)
    raw = doc.text[sentence.start : sentence.end]
    finder = Finder(raw)
    for entity in doc.entities:
        if first <= entity.start < last:
            words = one_line(entity.text).strip()
            span = entity.start - sentence.start, entity.end - sentence.start
            if finder.next(words) == span and words == entity.text:
                finder.take(words, span)
                yield f"# entity = {entity.kind} {words}"
            else:
                yield f"# entity[{span[0]}:{span[1]}] = {entity.kind} {words}"


def _rows(sentence: Sentence, text: str) -> Iterator[str]:
    raw = text[sentence.start : sentence.end]
    position = 0
    for words in _tokens(sentence.words):
        start, end = words[0].start - sentence.start, words[0].end - sentence.start
        form = one_line(raw[start:end] if words[0].clitic else words[0].text) or "_"
        misc = "_" if found(form, raw, position) == (start, end) else f"Span={start}:{end}"
        position = end
        if words[0].clitic:
            yield "\t".join([f"{words[0].id}-{words[-1].id}", form, *["_"] * 7, misc])
            misc = "_"
        for word in words:
            columns = (word.text, word.lemma, word.upos, word.xpos, word.feats, str(word.head), word.deprel)
            yield "\t".join([str(word.id), *(column or "_" for column in columns), "_", misc])


def _tokens(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words of every token."""
    for (clitic, *_), group in groupby(words, key=lambda word: (word.clitic, word.start, word.end)):
        if clitic:
            yield list(group)
        else:
            yield from ([word] for word in group)
