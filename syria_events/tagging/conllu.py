"""Tagged documents as CoNLL-U, in both directions: the form of the test cases, free of any model.

Beyond the standard columns a document may carry comments: `# newdoc id`, `# published`, `# newpar`,
`# text` and `# entity = KIND words of the sentence`. Offsets are found by walking the tokens
through `# text`; sentences of a paragraph are joined by a space, paragraphs by a line break.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from syria_events.dates import DateWords, find_dates
from syria_events.lexicon import load
from syria_events.model import Article, Doc, Entity, Sentence, Word


@dataclass
class _Block:
    """One sentence as it stands in the file: its comments in order, its rows of ten columns."""

    comments: list[tuple[str, str]] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)

    def comment(self, key: str) -> str | None:
        return next((value for name, value in self.comments if name == key), None)


def read_conllu(text: str, words: DateWords | None = None) -> Doc:
    """One document from CoNLL-U.

    Args:
        text: the file's.
        words: those of dates, with which the phrase of a DATE is found again; None for the ones that ship.

    Raises:
        ValueError: a sentence without `# text`, or a token that is not in it.
    """
    blocks = list(_blocks(text))
    body, paragraph = "", 0
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    for index, block in enumerate(blocks):
        raw = block.comment("text")
        if raw is None:
            raise ValueError(f"sentence {index + 1} has no `# text`")
        if body:
            new_paragraph = block.comment("newpar") is not None
            paragraph += new_paragraph
            body += "\n" if new_paragraph else " "
        start = len(body)
        body += raw
        sentences.append(Sentence(index, start, len(body), tuple(_words(block.rows, raw, start)), paragraph))
        found = _entities([value for key, value in block.comments if key == "entity"], raw, start)
        entities += _with_phrases(found, raw, start, load().dates if words is None else words)
    comments = {key: value for block in blocks for key, value in reversed(block.comments)}
    published = comments.get("published")
    article = Article(
        id=comments.get("newdoc id", "case"),
        text=body,
        published=date.fromisoformat(published) if published else None,
    )
    return Doc(article, tuple(sentences), tuple(sorted(entities, key=lambda e: e.start)))


def write_conllu(doc: Doc) -> str:
    """A document as CoNLL-U; `read_conllu` reads it back up to the white space between sentences."""
    lines = [f"# newdoc id = {doc.article.id}"]
    if doc.article.published:
        lines.append(f"# published = {doc.article.published.isoformat()}")
    paragraph = 0
    for sentence in doc.sentences:
        if sentence.paragraph != paragraph:
            lines.append("# newpar = yes")
            paragraph = sentence.paragraph
        raw = doc.text[sentence.start : sentence.end].replace("\n", " ")
        lines.append(f"# text = {raw}")
        inside = (e for e in doc.entities if sentence.start <= e.start < sentence.end)
        lines += [f"# entity = {e.kind} {e.text}" for e in inside]
        lines += _rows(sentence, doc.text)
        lines.append("")
    return "\n".join(lines) + "\n"


def _rows(sentence: Sentence, text: str) -> Iterator[str]:
    for i, word in enumerate(sentence.words):
        starts_token = word.clitic and (i == 0 or sentence.words[i - 1].start != word.start)
        if starts_token:
            last = max(w.id for w in sentence.words if w.start == word.start)
            yield "\t".join([f"{word.id}-{last}", text[word.start : word.end], *["_"] * 8])
        columns = (word.text, word.lemma, word.upos, word.xpos, word.feats, str(word.head), word.deprel)
        yield "\t".join([str(word.id), *(c or "_" for c in columns), "_", "_"])


def _blocks(text: str) -> Iterator[_Block]:
    block = _Block()
    for line in [*re.split(r"\r?\n", text), ""]:  # not `splitlines`, for which U+2028 ends a line too
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            block.comments.append((key.strip(), value.strip()))
        elif line.strip():
            block.rows.append(line.split("\t"))
        elif block.rows:
            yield block
            block = _Block()


def _words(rows: Iterable[list[str]], raw: str, offset: int) -> Iterator[Word]:
    position, token_end, inside_until = 0, 0, 0
    for row in rows:
        ranged = "-" in row[0]
        if (not ranged and int(row[0]) > inside_until) or ranged:
            at = raw.find(row[1], position)
            if at < 0:
                raise ValueError(f"token {row[1]!r} is not in {raw!r} after offset {position}")
            position = at
            token_end = at + len(row[1])
        if ranged:
            inside_until = int(row[0].partition("-")[2])
            continue
        clitic = int(row[0]) <= inside_until
        lemma, upos, xpos, feats = ("" if c == "_" else c for c in row[2:6])
        yield Word(
            id=int(row[0]), text=row[1], lemma=lemma, upos=upos, xpos=xpos, feats=feats,
            head=int(row[6]), deprel=row[7], start=offset + position, end=offset + token_end, clitic=clitic,
        )  # fmt: skip
        if not clitic or int(row[0]) == inside_until:
            position = token_end


def _entities(values: Iterable[str], raw: str, offset: int) -> Iterator[Entity]:
    """The entities of a sentence; of two with the same words the second is looked for behind the first."""
    behind: dict[str, int] = {}
    for value in values:
        kind, _, words = value.partition(" ")
        at = _find(words, raw, behind.get(words, 0))
        if at < 0:
            raise ValueError(f"entity {words!r} is not in {raw!r}")
        behind[words] = at + len(words)
        yield Entity(kind, offset + at, offset + at + len(words), words)


def _with_phrases(entities: Iterable[Entity], raw: str, offset: int, words: DateWords) -> Iterator[Entity]:
    """The entities, each DATE with its phrase as the sentence around it has it; None where that reads another one."""
    phrases = {(d.start, d.end): d for phrase in find_dates(raw, words) for d in (phrase.moved(offset),)}
    for entity in entities:
        phrase = phrases.get((entity.start, entity.end)) if entity.kind == "DATE" else None
        yield entity if phrase is None else replace(entity, phrase=phrase)


def _find(words: str, raw: str, start: int) -> int:
    """Where words stand by themselves or behind a clitic (`وأمس`), else inside a longer word; -1 for nowhere."""
    whole = re.compile(rf"(?:(?<!\w)|(?<=(?<!\w)[وفبلك])){re.escape(words)}(?!\w)").search(raw, start)
    return whole.start() if whole else raw.find(words, start)
