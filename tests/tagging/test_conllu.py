"""Tagged documents to CoNLL-U and back."""

from dataclasses import replace
from datetime import date

import pytest

from syria_events.dates.meanings import CalendarDate
from syria_events.model import Article, Doc, Entity, Sentence, Word
from syria_events.tagging.conllu import read_conllu, write_conllu

# two paragraphs; tokens split into words, glued punctuation, a no-break space, an emoji before everything
CASE = """\
# newdoc id = a/b=c
# published = 2016-09-10
# text = 😀 والتقى كيري نظيره الروسي أمس.
# entity = PER كيري
# entity = DATE أمس
1\t😀\t_\tSYM\t_\t_\t3\tpunct\t_\t_
2-3\tوالتقى\t_\t_\t_\t_\t_\t_\t_\t_
2\tو\tو\tCCONJ\tC---------\t_\t3\tcc\t_\t_
3\tالتقى\tالتقى\tVERB\tVP-A-3MS--\tAspect=Perf|Gender=Masc|Number=Sing\t0\troot\t_\t_
4\tكيري\tكيري\tX\tU---------\tForeign=Yes\t3\tnsubj\t_\t_
5-6\tنظيره\t_\t_\t_\t_\t_\t_\t_\t_
5\tنظير\tنظير\tNOUN\tN------S4R\tCase=Acc\t3\tobj\t_\t_
6\tه\tهو\tPRON\tSP---3MS2-\tPronType=Prs\t5\tnmod\t_\t_
7\tالروسي\tروسي\tADJ\tA-----MS4D\tDefinite=Def\t5\tamod\t_\t_
8\tأمس\tأمس\tNOUN\tN------S4I\t_\t3\tobl\t_\t_
9\t.\t.\tPUNCT\tG---------\t_\t3\tpunct\t_\t_

# text = وغادر.
1-2\tوغادر\t_\t_\t_\t_\t_\t_\t_\t_
1\tو\tو\tCCONJ\t_\t_\t2\tcc\t_\t_
2\tغادر\tغادر\tVERB\t_\t_\t0\troot\t_\t_
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

# newpar
# text = قال كيري: قال.
# entity = PER كيري
1\tقال\tقال\tVERB\t_\t_\t0\troot\t_\t_
2\tكيري\tكيري\tX\t_\t_\t1\tnsubj\t_\t_
3\t:\t:\tPUNCT\t_\t_\t4\tpunct\t_\t_
4\tقال\tقال\tVERB\t_\t_\t1\tccomp\t_\t_
5\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_
"""


@pytest.fixture
def doc() -> Doc:
    return read_conllu(CASE)


def test_the_article(doc: Doc) -> None:
    text = "😀 والتقى كيري نظيره الروسي أمس. وغادر.\nقال كيري: قال."
    assert doc.article == Article("a/b=c", text, date(2016, 9, 10))


def test_sentences_and_paragraphs(doc: Doc) -> None:
    text = doc.article.text
    assert [(s.index, s.paragraph, text[s.start : s.end]) for s in doc.sentences] == [
        (0, 0, "😀 والتقى كيري نظيره الروسي أمس."),
        (1, 0, "وغادر."),
        (2, 1, "قال كيري: قال."),
    ]


def test_columns(doc: Doc) -> None:
    word = doc.sentences[0].word(3)
    assert word == Word(
        3, "التقى", "التقى", "VERB", "VP-A-3MS--", "Aspect=Perf|Gender=Masc|Number=Sing", 0, "root", 2, 8, clitic=True
    )
    assert (word.feat("Gender"), word.feat("Case")) == ("Masc", "")
    assert doc.sentences[0].word(1).lemma == doc.sentences[0].word(1).feats == ""


def test_words_of_a_token_have_its_offsets(doc: Doc) -> None:
    text = doc.article.text
    surface = [(w.text, text[w.start : w.end], w.clitic) for w in doc.sentences[0].words]
    assert surface == [
        ("😀", "😀", False),
        ("و", "والتقى", True),
        ("التقى", "والتقى", True),
        ("كيري", "كيري", False),
        ("نظير", "نظيره", True),
        ("ه", "نظيره", True),
        ("الروسي", "الروسي", False),
        ("أمس", "أمس", False),
        (".", ".", False),
    ]


def test_a_repeated_token_is_found_where_it_stands(doc: Doc) -> None:
    first, second = (w for w in doc.sentences[2].words if w.text == "قال")
    assert doc.article.text[first.start :].startswith("قال كيري") and doc.article.text[second.start :] == "قال."


def test_entities_are_in_order_with_offsets_of_the_article(doc: Doc) -> None:
    assert [(e.kind, doc.article.text[e.start : e.end], e.text) for e in doc.entities] == [
        ("PER", "كيري", "كيري"),
        ("DATE", "أمس", "أمس"),
        ("PER", "كيري", "كيري"),
    ]
    assert doc.entities[0].start < doc.entities[1].start < doc.sentences[2].start < doc.entities[2].start


def test_the_tree(doc: Doc) -> None:
    assert doc.sentences[0].children[0] == (3,)
    assert doc.sentences[0].children[5] == (6, 7)


def test_round_trip(doc: Doc) -> None:
    assert read_conllu(write_conllu(doc)) == doc
    assert write_conllu(read_conllu(write_conllu(doc))) == write_conllu(doc)


def test_what_is_written(doc: Doc) -> None:
    lines = write_conllu(doc).split("\n")
    assert lines[:5] == [
        "# newdoc id = a/b=c",
        "# published = 2016-09-10",
        "# text = 😀 والتقى كيري نظيره الروسي أمس.",
        "# entity = PER كيري",
        "# entity = DATE أمس",
    ]
    assert "2-3\tوالتقى" + "\t_" * 8 in lines and "1\t😀\t_\tSYM\t_\t_\t3\tpunct\t_\t_" in lines
    assert all(len(line.split("\t")) == 10 for line in lines if line and not line.startswith("#"))
    assert [line for line in lines if line.startswith("# newpar")] == ["# newpar"]
    assert lines[-2:] == ["", ""]


def words(text: str, start: int) -> tuple[Word, ...]:
    """A flat tree over the words between spaces."""
    found, at = [], start
    for number, form in enumerate(text.split(), 1):
        found.append(
            Word(number, form, form, "X", "", "", number - 1, "dep" if number > 1 else "root", at, at + len(form))
        )
        at += len(form) + 1
    return tuple(found)


def one_sentence(text: str, *entities: Entity) -> Doc:
    return Doc(Article("case", text), (Sentence(0, 0, len(text), words(text, 0)),), entities)


def test_the_second_of_two_like_entities_keeps_its_place() -> None:
    text = "كيري في قطر و كيري في روما"
    second = text.rindex("كيري")
    doc = one_sentence(text, Entity("PER", 0, 4, "كيري"), Entity("PER", second, second + 4, "كيري"))
    assert read_conllu(write_conllu(doc)) == doc


def test_an_entity_is_no_part_of_a_longer_word() -> None:
    text = "الوفد القطري في قطر"
    doc = one_sentence(text, Entity("LOC", len(text) - 3, len(text), "قطر"))
    assert read_conllu(write_conllu(doc)) == doc


def test_an_entity_behind_a_clitic_is_found() -> None:
    doc = one_sentence("وأمس غادر", Entity("DATE", 1, 4, "أمس"))
    (entity,) = read_conllu(write_conllu(doc)).entities
    assert (entity.start, entity.end) == (1, 4)


def test_a_date_is_read_with_the_words_around_it() -> None:
    text = "التقيا في يناير وأبريل من هذا العام"
    doc = one_sentence(text, Entity("DATE", 10, 15, "يناير"), Entity("DATE", 17, 35, "أبريل من هذا العام"))
    first, second = read_conllu(write_conllu(doc)).entities
    assert first.phrase is not None and second.phrase is not None
    assert first.phrase.meaning == CalendarDate(month=1, year_shift=0)
    assert (first.phrase.start, first.phrase.end, first.phrase.text) == (10, 15, "يناير")
    again = replace(doc, entities=(first, second))
    assert read_conllu(write_conllu(again)) == again


def test_phrases_have_offsets_of_the_article() -> None:
    doc = read_conllu("# text = قال\n1\tقال\tقال\tVERB\t_\t_\t0\troot\t_\t_\n\n# text = أمس\n# entity = DATE أمس\n"
                      "1\tأمس\tأمس\tNOUN\t_\t_\t0\troot\t_\t_")  # fmt: skip
    (entity,) = doc.entities
    assert entity.phrase is not None and (entity.phrase.start, entity.phrase.end) == (entity.start, entity.end) == (
        4,
        7,
    )


@pytest.mark.parametrize(("kind", "words"), [("DATE", "الأحد الماضي في"), ("LOC", "الأحد الماضي")])
def test_what_the_sentence_does_not_read_as_this_date_has_no_phrase(kind: str, words: str) -> None:
    doc = one_sentence("التقيا الأحد الماضي في روما", Entity(kind, 7, 7 + len(words), words))
    assert read_conllu(write_conllu(doc)) == doc


@pytest.mark.parametrize("space", ["\u2028", "\u0085", "\x0b", "\x0c", "\u00a0"])
def test_unusual_space_ends_no_line(space: str) -> None:
    doc = one_sentence(f"التقى{space}كيري")
    assert read_conllu(write_conllu(doc)) == doc


def test_windows_line_ends() -> None:
    assert read_conllu(CASE.replace("\n", "\r\n")) == read_conllu(CASE)


def test_a_bare_case_needs_only_text_and_rows() -> None:
    doc = read_conllu("# text = قال\n1\tقال\tقال\tVERB\t_\t_\t0\troot\t_\t_")
    assert (doc.article.id, doc.article.published, doc.article.text) == ("case", None, "قال")
