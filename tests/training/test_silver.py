"""Names made consistent over a corpus of automatically tagged sentences."""

from syria_events.training.mentions import Sentence
from syria_events.training.silver import SEEN, Names


def sentence(*tokens: str) -> Sentence:
    """Tokens as `word` or `word/TAG`."""
    return [(word, tag or "O") for word, _, tag in (token.partition("/") for token in tokens)]


PLAYED = sentence("فاز", "برشلونة/B-ORG", "أمس")
CORPUS = [PLAYED] * SEEN


def test_a_name_missed_once_is_found() -> None:
    missed = sentence("خسر", "برشلونة", "أمس")
    assert Names([*CORPUS, missed]).corrected(missed) == sentence("خسر", "برشلونة/B-ORG", "أمس")


def test_a_name_called_otherwise_once_is_set_right() -> None:
    wrong = sentence("زار", "برشلونة/B-PER", "أمس")
    assert Names([*CORPUS, wrong]).corrected(wrong) == sentence("زار", "برشلونة/B-ORG", "أمس")


def test_the_longer_name_is_taken_whole() -> None:
    corpus = [sentence("فاز", "ريال/B-ORG", "مدريد/I-ORG")] * SEEN + [sentence("في", "مدريد/B-LOC")] * SEEN
    missed = sentence("لعب", "ريال", "مدريد", "في", "مدريد/B-LOC")
    found = sentence("لعب", "ريال/B-ORG", "مدريد/I-ORG", "في", "مدريد/B-LOC")
    assert Names([*corpus, missed]).corrected(missed) == found


def test_a_sentence_with_a_name_the_corpus_is_torn_about_is_left_out() -> None:
    torn = [sentence("قال", "ليون/B-PER")] * SEEN + [sentence("فاز", "ليون/B-ORG")] * SEEN
    assert Names(torn).corrected(torn[0]) is None


def test_a_sentence_with_a_word_that_may_be_a_name_is_left_out() -> None:
    corpus = [sentence("فاز", "الأهلي/B-ORG")] * SEEN + [sentence("السلم", "الأهلي")] * (3 * SEEN)
    assert Names(corpus).corrected(sentence("السلم", "الأهلي", "في", "مصر/B-LOC")) is None


def test_a_name_is_one_of_its_topic() -> None:
    corpus = [sentence("في", "ليون/B-LOC")] * SEEN + [sentence("مباراة", "ليون/B-ORG")] * SEEN
    missed = sentence("مباراة", "أمام", "ليون")
    assert Names([*corpus, missed]).corrected(missed) == sentence("مباراة", "أمام", "ليون/B-ORG")


def test_a_word_that_is_seldom_a_name_stays_a_word() -> None:
    corpus = [sentence("فاز", "الأهلي/B-ORG")] * SEEN + [sentence("السلم", "الأهلي")] * (19 * SEEN)
    plain = sentence("السلم", "الأهلي", "في", "مصر/B-LOC")
    assert Names([*corpus, plain]).corrected(plain) == plain


def test_a_rare_name_keeps_its_label() -> None:
    rare = sentence("قال", "زولوتوخين/B-PER")
    assert Names([*CORPUS, rare]).corrected(rare) == rare


def test_a_sentence_without_names_is_left_out() -> None:
    assert Names(CORPUS).corrected(sentence("سقط", "المطر")) is None
