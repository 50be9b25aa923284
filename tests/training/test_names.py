"""Names made consistent over a corpus of automatically tagged sentences."""

from syria_events.training.introduced import NONE, Organisations
from syria_events.training.mentions import Sentence
from syria_events.training.names import SEEN, Names, bounded

SPORT = "sport"


def sentence(*tokens: str) -> Sentence:
    """Tokens as `word` or `word/TAG`."""
    return [(word, tag or "O") for word, _, tag in (token.partition("/") for token in tokens)]


def names(*sentences: Sentence, organisations: Organisations = NONE) -> Names:
    """What a corpus of sport calls its names."""
    return Names([(SPORT, sentence) for sentence in sentences], organisations)


def corrected(names: Names, sentence: Sentence, topic: str = SPORT) -> Sentence | None:
    """A sentence as the corpus has it."""
    found = names.corrected(topic, sentence)
    return found and found.sentence


PLAYED = sentence("فاز", "برشلونة/B-ORG", "أمس")
CORPUS = [PLAYED] * SEEN


def test_a_name_missed_once_is_found() -> None:
    missed = sentence("خسر", "برشلونة", "أمس")
    assert corrected(names(*CORPUS, missed), missed) == sentence("خسر", "برشلونة/B-ORG", "أمس")


def test_a_name_called_otherwise_once_is_set_right() -> None:
    wrong = sentence("زار", "برشلونة/B-PER", "أمس")
    assert corrected(names(*CORPUS, wrong), wrong) == sentence("زار", "برشلونة/B-ORG", "أمس")


def test_a_name_behind_a_clitic_is_found() -> None:
    missed = sentence("وصل", "لبرشلونة", "أمس")
    assert corrected(names(*CORPUS, missed), missed) == sentence("وصل", "لبرشلونة/B-ORG", "أمس")


def test_a_name_of_several_words_behind_a_clitic_is_found() -> None:
    corpus = [sentence("سجل", "روبرتو/B-PER", "كارلوس/I-PER")] * SEEN
    missed = sentence("كرة", "لروبرتو", "كارلوس/B-PER")
    assert corrected(names(*corpus), missed) == sentence("كرة", "لروبرتو/B-PER", "كارلوس/I-PER")


def test_a_person_of_one_word_behind_a_clitic_is_not_looked_for() -> None:
    corpus = [sentence("قال", "صالح/B-PER"), *CORPUS]
    plain = sentence("مال", "لصالح", "برشلونة/B-ORG")
    assert corrected(names(*corpus * SEEN), plain) == plain


def test_a_name_that_begins_like_a_clitic_is_no_other_name() -> None:
    corpus = [sentence("في", "الدوحة/B-LOC"), sentence("قال", "بغداد/B-LOC")] * SEEN
    plain = sentence("في", "الدوحة/B-LOC", "غداد")
    assert corrected(names(*corpus, plain), plain) == plain


def test_the_longer_name_is_taken_whole() -> None:
    corpus = [sentence("فاز", "ريال/B-ORG", "مدريد/I-ORG")] * SEEN + [sentence("في", "مدريد/B-LOC")] * SEEN
    missed = sentence("لعب", "ريال", "مدريد", "في", "مدريد/B-LOC")
    found = sentence("لعب", "ريال/B-ORG", "مدريد/I-ORG", "في", "مدريد/B-LOC")
    assert corrected(names(*corpus, missed), missed) == found


def test_a_name_found_in_part_is_taken_whole() -> None:
    corpus = [sentence("فاز", "ريال/B-ORG", "مدريد/I-ORG")] * SEEN
    part = sentence("لعب", "ريال", "مدريد/B-LOC")
    assert corrected(names(*corpus), part) == sentence("لعب", "ريال/B-ORG", "مدريد/I-ORG")


def test_a_club_called_by_its_town_is_what_the_tagger_says() -> None:
    played, travelled = sentence("فاز", "ليون/B-ORG"), sentence("في", "ليون/B-LOC")
    torn = names(*[played, travelled] * SEEN)
    assert corrected(torn, played) == played
    assert corrected(torn, travelled) == travelled


def test_a_sentence_with_a_name_the_corpus_is_torn_about_is_left_out() -> None:
    torn = [sentence("قال", "ليون/B-PER")] * SEEN + [sentence("فاز", "ليون/B-ORG")] * SEEN
    assert corrected(names(*torn), torn[0]) is None


def test_a_sentence_with_a_word_that_may_be_a_name_is_left_out() -> None:
    corpus = [sentence("فاز", "الأهلي/B-ORG")] * SEEN + [sentence("السلم", "الأهلي")] * (3 * SEEN)
    assert corrected(names(*corpus), sentence("السلم", "الأهلي", "في", "مصر/B-LOC")) is None


def test_a_name_is_one_of_its_topic() -> None:
    travelled, played = sentence("في", "ليون/B-LOC"), sentence("أمام", "ليون/B-ORG")
    corpus = Names([("", travelled)] * SEEN + [(SPORT, played)] * SEEN)
    missed = sentence("ضد", "ليون")
    assert corrected(corpus, missed) == sentence("ضد", "ليون/B-ORG")
    assert corrected(corpus, missed, topic="") == sentence("ضد", "ليون/B-LOC")


def test_an_introduced_organisation_needs_no_vote() -> None:
    clubs = Organisations(sure={SPORT: frozenset({"الهلال"})})
    missed = sentence("فاز", "الهلال", "أمس")
    assert corrected(names(missed, organisations=clubs), missed) == sentence("فاز", "الهلال/B-ORG", "أمس")
    assert corrected(names(missed, organisations=clubs), missed, topic="") is None


def test_introduced_organisations_are_counted() -> None:
    clubs = Organisations(sure={SPORT: frozenset({"الهلال"})})
    found = names(organisations=clubs).corrected(SPORT, sentence("فاز", "الهلال", "على", "الشباب/B-ORG"))
    assert found and found.introduced == 1


def test_a_word_that_is_seldom_a_name_stays_a_word() -> None:
    corpus = [sentence("فاز", "الأهلي/B-ORG")] * SEEN + [sentence("السلم", "الأهلي")] * (19 * SEEN)
    plain = sentence("السلم", "الأهلي", "في", "مصر/B-LOC")
    assert corrected(names(*corpus, plain), plain) == plain


def test_a_rare_name_keeps_its_label() -> None:
    rare = sentence("قال", "زولوتوخين/B-PER")
    assert corrected(names(*CORPUS, rare), rare) == rare


def test_a_sentence_without_names_is_left_out() -> None:
    assert corrected(names(*CORPUS), sentence("سقط", "المطر")) is None


def test_two_names_taken_for_one_are_two() -> None:
    corpus = [(SPORT, sentence("فاز", "برشلونة/B-ORG")), (SPORT, sentence("خسر", "ميلان/B-ORG"))] * SEEN
    joined = SPORT, sentence("بين", "برشلونة/B-ORG", "وميلان/I-ORG")
    assert list(bounded([*corpus, joined]))[-1] == (SPORT, sentence("بين", "برشلونة/B-ORG", "وميلان/B-ORG"))


def test_a_name_with_a_conjunction_stays_whole() -> None:
    corpus = [("", sentence("في", "البوسنة/B-LOC"))] * SEEN
    whole = "", sentence("في", "البوسنة/B-LOC", "والهرسك/I-LOC")
    assert list(bounded([*corpus, whole]))[-1] == whole


def test_what_introduces_a_name_is_no_part_of_it() -> None:
    corpus = [(SPORT, sentence("فاز", "الاتحاد/B-ORG"))] * SEEN
    introduced = SPORT, sentence("فوز", "نادي/B-ORG", "الاتحاد/I-ORG")
    assert list(bounded([*corpus, introduced]))[-1] == (SPORT, sentence("فوز", "نادي", "الاتحاد/B-ORG"))


def test_a_name_that_is_none_without_its_first_noun_keeps_it() -> None:
    whole = "", sentence("في", "شركة/B-ORG", "النفط/I-ORG")
    assert list(bounded([whole])) == [whole]


def test_a_word_that_always_stands_beside_a_name_is_part_of_it() -> None:
    cut = SPORT, sentence("قال", "بان", "كي/B-PER", "مون/I-PER")
    assert list(bounded([cut] * SEEN)) == [(SPORT, sentence("قال", "بان/B-PER", "كي/I-PER", "مون/I-PER"))] * SEEN


def test_a_word_that_stands_beside_many_names_is_part_of_none() -> None:
    title = SPORT, sentence("لاعب", "ريال/B-ORG", "مدريد/I-ORG")
    corpus = [title] * SEEN + [(SPORT, sentence("لاعب", "كبير"))] * (10 * SEEN)
    assert next(bounded(corpus)) == title


def test_a_title_is_part_of_no_name() -> None:
    prince = "", sentence("قال", "الأمير", "محمد/B-PER", "بن/I-PER", "سلمان/I-PER")
    assert list(bounded([prince] * SEEN)) == [prince] * SEEN


def test_a_noun_of_a_place_is_no_name() -> None:
    tagged = SPORT, sentence("في", "العاصمة/B-ORG", "باريس/B-LOC")
    assert list(bounded([tagged])) == [(SPORT, sentence("في", "العاصمة", "باريس/B-LOC"))]
