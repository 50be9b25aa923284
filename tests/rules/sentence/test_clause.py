"""Forms, neighbours, windows, tree and mentions of a sentence by word id."""

import pytest

from syria_events.lexicon import Phrases
from syria_events.model import Entity
from syria_events.rules.sentence.index import REACH, Index, bare
from syria_events.rules.sentence.relative import before_verb, has_resumptive, in_relative
from tests.rules.making import clause, dates, lexicon, mention, sentence

TEXT = '" التقى/VERB " كيري/X « »  إلى/ADP لافروف/X . هنا'  # 1-9: quotation marks at 1, 3, 5 and 6


def index(text: str) -> Index:
    return Index(sentence(text)[0], lexicon())


def test_forms_and_tags_are_empty_outside_the_sentence() -> None:
    made = index(TEXT)
    assert [made.form(at) for at in (-1, 0, 2, 7, 10, 11, 12)] == ["", "", "التقي", "الي", "هنا", "", ""]
    assert [made.tag(at) for at in (-1, 0, 2, 4, 10, 11)] == ["", "", "VERB", "X", "NOUN", ""]
    assert made.forms(range(0, 3)) == ("", '"', "التقي")
    assert made.forms(range(10, 12)) == ("هنا", "")
    assert [at in made for at in (0, 1, 10, 11)] == [False, True, True, False]
    assert made.is_in(7, "onto") and not made.is_in(8, "onto")


def test_words_outside_the_sentence_are_left_out() -> None:
    made = index(TEXT)
    assert [word.id for word in made.words(range(-3, 3))] == [1, 2]
    assert [word.id for word in made.words(range(9, 15))] == [9, 10]
    assert [word.id for word in made.words(range(2, 3))] == [2]
    assert made.words(range(-3, 1)) == made.words(range(-3, -1)) == made.words(range(11, 14)) == ()
    with pytest.raises(IndexError):
        made.word(11)


@pytest.mark.parametrize(("at", "left", "right"), [
    (1, 0, 2), (2, 0, 4), (3, 2, 4), (4, 2, 7), (7, 4, 8), (8, 7, 9), (9, 8, 10), (10, 9, 0), (11, 10, 0),
])  # fmt: skip
def test_neighbours_pass_over_quotation_marks(at: int, left: int, right: int) -> None:
    made = index(TEXT)
    assert (made.left(at), made.right(at)) == (left, right)


def test_neighbours_at_marks_that_close_a_sentence() -> None:
    assert index("كيري «").right(1) == 0
    assert index("« كيري").left(2) == 0
    assert index("كيري").left(0) == 0


def test_words_between() -> None:
    made = index(TEXT)
    assert [word.id for word in made.between(2, 7)] == [4]
    assert [word.id for word in made.between(7, 9)] == [8]
    assert made.between(7, 8) == made.between(7, 2) == []


@pytest.mark.parametrize(("text", "at", "reach", "ids"), [
    ("ا ب ج د", 1, 2, (2, 3)), ("ا ب ج د", 1, 9, (2, 3, 4)), ("ا ب ج د", 4, 9, ()), ("ا ب ج د", 3, 1, (4,)),
    ("ا ب . د", 1, 9, (2,)), ("ا . ب", 1, 9, ()), ("ا ؟ ب", 1, 9, ()), ("ا ! ب", 1, 9, ()), ("ا ؛ ب", 1, 9, ()),
    ("ا : ب", 1, 9, ()), ("ا ، ب", 1, 9, (2, 3)), (". ا ب", 1, 9, (2, 3)), ("ا « ب", 1, 9, (2, 3)),
])  # fmt: skip
def test_window(text: str, at: int, reach: int, ids: tuple[int, ...]) -> None:
    assert tuple(index(text).window(at, reach=reach)) == ids


def test_the_usual_window() -> None:
    assert len(index(" ".join(["ا"] * 40)).window(1)) == REACH == 25


def test_a_suffixed_pronoun() -> None:
    made = index("زيارة +ه/PRON ثم زيارة هو/PRON")
    found = made.clitic_pronoun(1)
    assert found is not None and found.id == 2
    assert [made.clitic_pronoun(at) for at in (2, 3, 4, 5)] == [None] * 4


def test_the_tree() -> None:
    made = index("ا///_/root/0 ب///_/nsubj/1 ج///_/nsubj:pass/1 د///_/obj/2 ه///_/conj/4")
    assert [word.id for word in made.dependents(1, "nsubj")] == [2, 3]
    assert [word.id for word in made.dependents(1, "nsubj:pass")] == [3]
    assert [word.id for word in made.dependents(1, "obj", "conj")] == []
    assert [word.id for word in made.dependents(2, "conj", "obj")] == [4]
    assert list(made.ancestors(5)) == [4, 2, 1]
    assert list(made.ancestors(1)) == []


def test_a_cycle_in_a_broken_tree_ends() -> None:
    made = index("ا///_/dep/2 ب///_/dep/3 ج///_/dep/2")
    assert list(made.ancestors(1)) == [2, 3]
    assert list(made.ancestors(2)) == [3]


def test_names_are_words_without_quotation_marks() -> None:
    made = index('" التقى "كيري" « إلى')
    assert bare('"كيري"') == "كيري" and bare("«") == ""
    assert made.named_ids == (2, 3, 5)
    assert made.all_names == ("التقي", "كيري", "الي")
    assert [made.name(at) for at in range(7)] == ["", "", "التقي", "كيري", "", "الي", ""]
    assert [made.after(at) for at in (2, 3, 5)] == [3, 5, 6]
    assert (made.after(2, 2), made.after(2, 3), made.after(3, 5)) == (5, 6, 6)
    assert [made.before(at) for at in (2, 3, 5, 6)] == [0, 2, 3, 5]
    assert made.names(2, 5) == ("التقي", "كيري") and made.names(3, 6) == ("كيري", "الي")
    assert made.names(3, 3) == ()


def test_phrases_pass_over_quotation_marks() -> None:
    table = Phrases([("ا", 1), ("ا ب", 2), ("ب", 3)])
    made = index('ا " ب ج ا')
    assert made.phrases(table, 1) == ((4, 2), (3, 1))
    assert made.phrases(table, 1) is made.phrases(table, 1)
    assert made.phrase(table, 1) == (4, 2)
    assert (made.phrases(table, 2), made.phrases(table, 4), made.phrases(table, 9)) == ((), (), ())
    assert made.phrases(table, 5) == ((6, 1),)
    assert made.phrase(table, 4) is None and made.phrases(table, 0) == ()


def test_mentions_by_their_words() -> None:
    first, second = mention("جون كيري", 2, 3), mention("لافروف", 5)
    made = clause("التقى/VERB جون كيري و/CCONJ لافروف هنا", first, second)
    assert [made.mention_at(at) for at in range(1, 7)] == [None, first, first, None, second, None]
    assert made.named_words == {2, 3, 5}
    assert list(made.mentions_in(range(1, 6))) == [first, second]
    assert list(made.mentions_in(range(3, 6))) == [second]
    assert made.with_coordinated(first) == (first, second) and made.with_coordinated(second) == (second,)
    assert made.ending_at(5) == (first, second) and made.ending_at(3) == made.ending_at(4) == ()


def test_the_longest_list_ends_with_a_word() -> None:
    mentions = tuple(mention(name, at) for name, at in (("أ", 1), ("ب", 3), ("ج", 5)))
    made = clause("أ و/CCONJ ب و/CCONJ ج", *mentions)
    assert made.ending_at(5) == mentions


@pytest.mark.parametrize(("text", "head", "at"), [
    ("وفد كيري", 1, 2), ("وفد كبير/ADJ كيري", 1, 3), ("كيري", 1, 1), ("كيري وفد", 2, 0), ("وفد/VERB كيري", 1, 0),
    ("وفد هو/PRON كيري", 1, 0),
])  # fmt: skip
def test_the_mentions_of_a_noun_phrase(text: str, head: int, at: int) -> None:
    position = text.split().index("كيري") + 1
    found = mention("كيري", position)
    assert clause(text, found).phrase_of(head) == ((found,) if at else ())


def test_a_noun_phrase_ends_at_a_verb_or_that() -> None:
    later, first = mention("ب", 5), mention("أ", 2)
    made = clause("وفد أ و/CCONJ زار/VERB ب", first, later)
    assert made.phrase_of(1) == (first,)
    joined = clause("وفد أ و/CCONJ ب", first, mention("ب", 4))
    assert joined.phrase_of(1) == (first, mention("ب", 4))
    assert made.phrase_of(4) == ()


def test_words_of_dates() -> None:
    text = "التقى/VERB يوم الجمعة كيري"
    made = clause(text, dates=dates(text, (2, 3)))
    assert [made.dated(at) for at in range(6)] == [False, False, True, True, False, False]
    assert not clause(text).dated(2)
    start, end = made.word(2).start, made.word(3).start
    one = clause(text, dates=(Entity("DATE", start, end, "يوم"),))
    assert (one.dated(2), one.dated(3)) == (True, False)


def test_adverbs_between_verb_and_subject() -> None:
    made = clause("أمس كيري كثيرا/ADV")
    assert [made.is_adverb(at) for at in range(5)] == [False, True, False, True, False]


@pytest.mark.parametrize(("text", "at", "before", "relative"), [
    ("الذي زار/VERB", 2, 1, True), ("الذي قد/PART زار/VERB", 3, 1, True), ("الذي أمس لم/PART زار/VERB", 4, 1, True),
    ("الذي « زار/VERB", 3, 1, True), ("الذي هنا زار/VERB", 3, 2, False), ("قد/PART زار/VERB", 2, 0, False),
    ("زار/VERB", 1, 0, False), ("التي زار/VERB", 2, 1, True), ("من زار/VERB", 2, 1, False),
])  # fmt: skip
def test_before_a_verb(text: str, at: int, before: int, relative: bool) -> None:
    made = clause(text)
    assert before_verb(made, made.word(at)) == before
    assert in_relative(made, made.word(at)) is relative


SING = "Number=Sing"


@pytest.mark.parametrize(("text", "at", "resumptive"), [
    (f"التي شن/VERB +ها/PRON//{SING}", 2, True),
    (f"التي قام/VERB ب+/ADP +ها/PRON//{SING}", 2, True),
    (f"التي قام/VERB ب/NOUN +ها/PRON//{SING}", 2, False),
    ("التي قام/VERB ب/ADP كيري", 2, False),
    ("التي قام/VERB كيري", 2, False),
    (f"التي شن/VERB هي/PRON//{SING}", 2, False),  # a word of its own
    (f"التي شن/VERB +ها/PRON//{SING}|Person=3", 2, True),
    (f"التي شن/VERB +ني/PRON//{SING}|Person=1", 2, False),
    (f"التي شن/VERB +ك/PRON//{SING}|Person=2", 2, False),
    ("التي شن/VERB +هم/PRON//Number=Plur", 2, False),
    ("الذي شن/VERB +هم/PRON//Number=Plur", 2, False),
    ("الذين شن/VERB +هم/PRON//Number=Plur", 2, True),
    ("هنا شن/VERB +هم/PRON//Number=Plur", 2, True),
    (f"هنا شن/VERB +ها/PRON//{SING}", 2, True),
    ("زار/VERB", 1, False),
])  # fmt: skip
def test_resumptive_pronouns(text: str, at: int, resumptive: bool) -> None:
    made = clause(text)
    assert has_resumptive(made, made.word(at)) is resumptive
