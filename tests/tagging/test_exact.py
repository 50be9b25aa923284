"""What is written as CoNLL-U is read back exactly: the text as it was read, its plain spelling, every offset."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syria_events.model import Article, Doc, Entity, Sentence, Word
from syria_events.plaintext import plain_text
from syria_events.tagging.conllu import ConlluError, read_conllu, read_documents, write_conllu

from ..rules.test_any_input import anything, docs

LETTERS = 'ابتقوليك جف.،"«»:؟# \n\n\r\t_=12'
ODD = "\u0640\u064b\u200f\u200b\ufefb\ufdfaیک\u00a0\u2028\u0085\x0c\x1c😀"
ids = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(("a/b", '"a"', " a", "a\nb", "أ=ب", "[1]"))
texts = st.text(LETTERS, max_size=200) | st.text(LETTERS + ODD, max_size=60)
spans = st.tuples(st.integers(0, 200), st.integers(0, 30))


def tagged(article: Article, cut: set[int], names: list[tuple[int, int]], lost: set[int]) -> Doc:
    """A document as the tagger makes it: `cut` ends sentences within lines, and some sentences are `lost`."""
    plain = plain_text(article.text)
    sentences: list[Sentence] = []
    for paragraph, line in enumerate(re.finditer(r"[^\r\n]*\S[^\r\n]*", plain.text)):
        waiting: list[tuple[int, int]] = []
        words = list(re.finditer(r"\S+", line.group()))
        for number, word in enumerate(words):
            waiting.append((line.start() + word.start(), line.start() + word.end()))
            if number in cut or word is words[-1]:
                if len(sentences) + number not in lost:
                    sentences.append(sentence(plain.text, waiting, len(sentences), paragraph))
                waiting = []
    places = [(start, min(len(plain.text), start + length)) for start, length in sorted(names) if sentences]
    entities = [Entity("PER", *place, plain.text[slice(*place)]) for place in places if place[0] < len(plain.text)]
    return Doc(article, tuple(sentences), tuple(entities), plain)


def sentence(text: str, places: list[tuple[int, int]], index: int, paragraph: int) -> Sentence:
    """A sentence of tokens at these places; some are of two words."""
    words: list[Word] = []
    for start, end in places:
        surface = text[start:end]
        pieces = [surface[:1], surface[1:]] if surface[0] in "ولب" and len(surface) > 1 else [surface]
        for piece in pieces:
            words.append(
                Word(len(words) + 1, piece, piece, "X", "", "A=B|C=D" * (index % 2), len(words), "dep",
                     start, end, clitic=len(pieces) > 1)
            )  # fmt: skip
    return Sentence(index, words[0].start, words[-1].end, tuple(words), paragraph)


def again(*docs: Doc) -> list[Doc | ConlluError]:
    """What is read of documents that were written one behind the other."""
    written = [write_conllu(doc, goes_on=at > 0 and docs[at - 1].article == doc.article) for at, doc in enumerate(docs)]
    return list(read_documents("".join(written).split("\n"), id="none"))


@anything
@given(doc=docs())
def test_any_tags(doc: Doc) -> None:
    assert again(doc) == [doc] == [read_conllu(write_conllu(doc))]


@anything
@given(
    article=st.builds(Article, id=ids, text=texts, published=st.none() | st.dates(), outlet=ids, url=ids),
    cut=st.sets(st.integers(0, 20)),
    names=st.lists(spans, max_size=6),
    lost=st.sets(st.integers(0, 10)),
)
def test_any_text(article: Article, cut: set[int], names: list[tuple[int, int]], lost: set[int]) -> None:
    doc = tagged(article, cut, names, lost)
    assert again(doc) == [doc] == [read_conllu(write_conllu(doc))]
    written = write_conllu(doc)
    assert written.endswith("\n\n")
    rows = [line for line in written.split("\n") if line and not line.startswith("#")]
    assert all(len(line.split("\t")) == 10 for line in rows)


@anything
@given(text=texts, at=st.integers(0, 20), other=texts)
def test_the_parts_of_a_long_article(text: str, at: int, other: str) -> None:
    whole = tagged(Article("a", text, date(2016, 6, 21)), set(range(20)), [], set())
    parts = [
        replace(whole, sentences=sentences, part=part)
        for part, sentences in enumerate((whole.sentences[:at], whole.sentences[at:], ()))
    ]
    behind = tagged(Article("b", other), set(), [], set())
    assert again(*parts, behind) == [*parts, behind]
    assert again(*parts[1:]) == parts[1:], "the beginning may be missing"
    written = write_conllu(parts[1], goes_on=True)
    assert len(written) < len(write_conllu(parts[1])) and json.dumps(text, ensure_ascii=False) not in written


def test_a_blank_article() -> None:
    blank = Doc(Article("blank", " \n\u200f"), ())
    assert again(blank, replace(blank, article=Article("b", "")), blank)[::2] == [blank, blank]


def test_what_is_simple_is_written_simply() -> None:
    doc = tagged(Article("a", "وقال كيري\nقال لافروف قال", outlet="سانا"), set(), [(5, 4)], set())
    assert write_conllu(replace(doc, plain=None)).split("\n")[:4] == [
        "# newdoc id = a", "# outlet = سانا", "# text = وقال كيري", "# entity = PER كيري",
    ]  # fmt: skip
    assert '# article = "وقال كيري\\nقال لافروف قال"' in write_conllu(doc)
    keys = {line.partition(" = ")[0] for line in write_conllu(doc).split("\n") if line.startswith("#")}
    assert keys == {"# newdoc id", "# outlet", "# article", "# newpar", "# text", "# entity"}


def test_without_the_articles_text_a_file_is_a_case() -> None:
    """Who makes a case of what was tagged may leave the long line out, and sentences too."""
    doc = tagged(Article("a", "قال  كـيري\n\nقال لافروف\n"), set(), [(11, 3)], set())
    written = re.sub(r"# article = .*\n", "", write_conllu(doc))
    read = read_conllu(written)
    assert (read.article.text, read.plain) == ("قال  كيري\nقال لافروف", None)
    assert [entity.text for entity in read.entities] == ["قال"]
    assert read_conllu("\n\n".join(written.split("\n\n")[1:])).article.text == "قال لافروف"


ROW = "1\tقال\tقال\tVERB\t_\t_\t0\troot\t_\t_"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ROW, "line 1: sentence 1 has no `# text`"),
        (f"# text = نعم\n{ROW}", "line 2: token 'قال' is not in 'نعم'"),
        (f"# text = قال\n# entity = PER كيري\n{ROW}", "line 2: entity 'كيري' is not in 'قال'"),
        (f"# text = قال\n# entity[0:9] = PER كيري\n{ROW}", "line 2: an entity at 0:9 is not in the article"),
        ("# text = قال\nقال كيري", "line 2: 1 columns and not 10"),
        (f"# text = قال\n{ROW}\textra", "line 2: 11 columns and not 10"),
        (f"# text = قال\n{ROW.replace('1', '2')}", "line 2: '2' is no number of the next word"),
        (f"# text = قال\n{ROW.replace('1', '1-x')}", "line 2: '1-x' is no number"),
        (f"# text = قال\n{ROW.replace('0', '2')}", "line 2: '2' is no number of a head"),
        (f"# text = قال\n{ROW.replace('0', '_')}", "line 2: '_' is no number of a head"),
        (f"# text = قال\n{ROW[:-1]}Span=1:9", "line 2: 'Span=1:9' is not in a sentence of 3 characters"),
        (f"# published = today\n# text = قال\n{ROW}", "line 1: 'today' is no date; write it as 2016-06-21"),
        (f'# article = "نعم"\n# text = قال\n{ROW}', "line 2: the sentence is not in `# article`"),
        (f'# article = "قال"\n# span = 1:9\n# text = قال\n{ROW}', "line 2: the sentence is not in `# article`"),
        (f'# article = "قال"\n# span = x\n# text = قال\n{ROW}', "line 2: the sentence is not in `# article`"),
        (f"# index = x\n# text = قال\n{ROW}", "line 1: 'x' is no number"),
        (f"# newdoc id = a\n# part = 1\n# text = قال\n{ROW}", "line 2: part 1 of an article whose beginning"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, said: str) -> None:
    with pytest.raises(ConlluError, match=re.escape(said)):
        read_conllu(text)


def test_one_bad_document_costs_itself_and_its_parts() -> None:
    good = f"# newdoc id = good\n# text = قال\n{ROW}\n\n"
    bad = f"# newdoc id = bad\n# text = نعم\n{ROW}\n\n# newdoc id = bad\n# part = 1\n# text = قال\n{ROW}\n\n"
    first, wrong, part, last = read_documents((good + bad + good).split("\n"), id="none")
    assert isinstance(first, Doc) and first == last and first.article.id == "good"
    assert str(wrong).startswith("line 7: token 'قال'") and str(part).startswith("line 10: part 1")


def test_documents_without_an_id_get_one() -> None:
    text = f"# text = قال\n{ROW}\n\n# newdoc\n# text = قال\n{ROW}\n\n# newdoc id = \n# text = قال\n{ROW}\n"
    found = [doc.article.id for doc in read_documents(text.split("\n"), id="x") if isinstance(doc, Doc)]
    assert found == ["x", "x-2", ""]


def test_other_programs_files_are_read() -> None:
    """Empty nodes, other comments and what stands in MISC change nothing."""
    text = (
        f"# newdoc id = a\n# newpar id = a-p1\n# sent_id = a-1\n# text = قال\n{ROW[:-1]}SpaceAfter=No\n"
        "1.1\tقال\tقال\tVERB\t_\t_\t_\t_\t1:conj\t_\n"
    )
    doc = read_conllu(text)
    assert [word.text for word in doc.sentences[0].words] == ["قال"] and doc.sentences[0].paragraph == 0
