"""Which date of a sentence is that of a trigger: how far it may stand, and what may not stand between."""

from datetime import date

import pytest

from syria_events.dates import Period
from syria_events.rules.attributes.finding import Finding
from syria_events.rules.attributes.time import DateFinder, When
from syria_events.rules.values import Refusal
from tests.rules.making import clause, dates, says, trigger

PUBLISHED = date(2016, 9, 10)  # a Saturday
FRIDAY, SATURDAY, SUNDAY = date(2016, 9, 9), PUBLISHED, date(2016, 9, 11)


def when(
    text: str,
    *at: int | tuple[int, int],
    speech: bool = False,
    planned: bool = False,
    published: date | None = PUBLISHED,
) -> Finding[When]:
    spans = [(one, one) if isinstance(one, int) else one for one in at]
    told = trigger(text, speech=says() if speech else None)
    return DateFinder(published).when(told, clause(text, dates=dates(text, *spans)), planned=planned)


def found(text: str, *at: int | tuple[int, int], speech: bool = False) -> tuple[date | None, str]:
    """The first day, and the guard that refused a date last."""
    result = when(text, *at, speech=speech)
    period = result.value.period
    return None if period is None else period.start, result.refused[-1].guard if result.refused else ""


def test_a_date_is_told_with_its_words_and_rules() -> None:
    result = when("*التقى/VERB أمس", 2)
    assert result == Finding(When(Period(FRIDAY, None), "أمس", result.value.rules), "time.nearest", "أمس")
    assert result.value.rules and all(rule.startswith("date.") for rule in result.value.rules)


def test_without_a_date_none_is_told() -> None:
    assert when("*التقى/VERB") == Finding(When(), "time.none")
    assert found("*التقى/VERB مرارا", 2) == (None, "")  # an entity that tells no day


def test_words_of_a_date_are_told_with_single_spaces() -> None:
    text = "*التقى/VERB يوم الجمعة"
    first = dates(text, (2, 3))[0]
    spaced = first.__class__("DATE", first.start, first.end, "يوم \n الجمعة", first.phrase)
    result = DateFinder(PUBLISHED).when(trigger(text), clause(text, dates=(spaced,)), planned=False)
    assert (result.words, result.value.text) == ("يوم الجمعة", "يوم الجمعة")
    far = DateFinder(PUBLISHED).when(trigger(text, speech=says()), clause(text, dates=(
        spaced.__class__("DATE", 131, 140, "يوم \n الجمعة", first.phrase),)), planned=False)  # fmt: skip
    assert far.refused == (Refusal("يوم الجمعة", "time.far"),)


def test_without_the_day_of_publication_relative_dates_stay_open() -> None:
    assert when("*التقى/VERB أمس", 2, published=None) == Finding(When(), "time.none")


def test_what_is_planned_lies_ahead() -> None:
    day = "*يلتقي/VERB الأحد"
    assert when(day, 2, planned=True).value.period == Period(SUNDAY, None)
    assert when(day, 2, planned=False).value.period != Period(SUNDAY, None)


@pytest.mark.parametrize(("text", "day", "rule"), [
    ("يلتقي/VERB//Aspect=Imp اليوم ،/PUNCT *يعقد/VERB//Aspect=Imp/conj/1", SATURDAY, "time.inherited"),
    ("يلتقي/VERB//Aspect=Imp اليوم ،/PUNCT *يعقد/VERB//Aspect=Imp/parataxis/1", SATURDAY, "time.inherited"),
    ("يلتقي/VERB//Aspect=Imp اليوم ،/PUNCT *يعقد/VERB//Aspect=Imp/ccomp/1", None, "time.none"),
    ("التقى/VERB//Aspect=Perf اليوم ،/PUNCT *يعقد/VERB//Aspect=Imp/conj/1", None, "time.none"),
    ("لقاء/NOUN//Aspect=Imp اليوم قال/VERB *يعقد/VERB//Aspect=Imp/conj/1", None, "time.none"),
    ("يلتقي/VERB//Aspect=Imp قال/VERB اليوم *يعقد/VERB//Aspect=Imp/conj/1", SATURDAY, "time.nearest"),
])  # fmt: skip
def test_a_date_is_inherited_from_the_verb_before(text: str, day: date | None, rule: str) -> None:
    at = 1 + [token.split("/")[0] for token in text.split()].index("اليوم")
    result = when(text, at)
    assert (None if result.value.period is None else result.value.period.start, result.rule) == (day, rule)


@pytest.mark.parametrize(("text", "at", "ahead"), [
    ("حاولوا/VERB//Aspect=Perf الأحد *التقدم", 2, False),
    ("سيحاولون/VERB//Aspect=Imp الأحد *التقدم", 2, True),
    ("الأحد حاولوا/VERB//Aspect=Perf *التقدم", 1, None),  # is of the verb
    ("قرروا/VERB//Aspect=Perf *التقدم الأحد", 3, True),
    ("قرروا/VERB//Aspect=Perf حين/ADV يبدأ/VERB//Aspect=Imp الأحد *التقدم", 4, True),
    ("الأحد *التقدم", 1, True),
])  # fmt: skip
def test_a_date_of_a_verb_of_the_past_lies_behind(text: str, at: int, ahead: bool | None) -> None:
    period = when(text, at, planned=True).value.period
    assert (None if period is None else period.start == SUNDAY) is ahead


@pytest.mark.parametrize(("length", "speech", "near"), [
    (130, False, True), (131, False, False), (130, True, True), (131, True, False),
])  # fmt: skip
def test_distance_in_characters(length: int, speech: bool, near: bool) -> None:
    behind = f"*التقى/VERB {'ط' * (length - 7)} أمس"
    before = f"أمس {'ط' * (length - 5)} *التقى/VERB"
    for text, at in ((behind, 3), (before, 1)):
        assert found(text, at, speech=speech) == ((FRIDAY, "") if near else (None, "time.far"))


@pytest.mark.parametrize(("text", "at", "speech", "day", "guard"), [
    # of a statement what is behind `أن`, a colon or a quotation mark is said
    ("*قال/VERB أمس أن/SCONJ الهدنة", 2, True, FRIDAY, ""),
    ("*قال/VERB أن/SCONJ الهدنة أمس", 4, True, None, "time.of-content"),
    ("*قال/VERB إنه/SCONJ هنا أمس", 4, True, None, "time.of-content"),
    ("*قال/VERB إنها/SCONJ هنا أمس", 4, True, None, "time.of-content"),
    ("*قال/VERB :/PUNCT أمس", 3, True, None, "time.of-content"),
    ('*قال/VERB "/PUNCT أمس', 3, True, None, "time.of-content"),
    ("*قال/VERB “/PUNCT أمس", 3, True, None, "time.of-content"),
    ("*قال/VERB ”/PUNCT أمس", 3, True, None, "time.of-content"),
    ("*قال/VERB «/PUNCT أمس", 3, True, None, "time.of-content"),
    ("*قال/VERB »/PUNCT أمس", 3, True, FRIDAY, ""),
    ("*قال/VERB ،/PUNCT أمس", 3, True, FRIDAY, ""),
    ("*قال/VERB أن/SCONJ الهدنة أمس", 4, False, FRIDAY, ""),
    ("*أن/VERB أمس", 2, True, FRIDAY, ""),
    ("أن/SCONJ *قال/VERB هنا أمس", 4, True, FRIDAY, ""),
    # behind: no verb between, but the own verb of a noun
    ("*التقى/VERB كيري لافروف أمس", 4, False, FRIDAY, ""),
    ("*التقى/VERB كيري غادر/VERB أمس", 4, False, None, "time.another-verb"),
    ("*التقى/VERB كيري مغادر/ADJ أمس", 4, False, FRIDAY, ""),
    ("غادر/VERB *التقى/VERB كيري أمس", 4, False, FRIDAY, ""),
    ("*التقى/VERB كيري أمس غادر/VERB", 3, False, FRIDAY, ""),
    ("*زيارة قام/VERB ب+/ADP +ها/PRON//Number=Sing كيري أمس", 6, False, FRIDAY, ""),
    ("*زيارة قام/VERB كيري أمس", 4, False, None, "time.another-verb"),
    ("*زيارة كيري لها هنا هناك ثم قام/VERB ب+/ADP +ها/PRON//Number=Sing أمس", 10, False, FRIDAY, ""),
    ("*زيارة كيري لها هنا ثم هي الآن قام/VERB ب+/ADP +ها/PRON//Number=Sing أمس", 11, False, None, "time.another-verb"),
    ("*زيارة قام/VERB ب+/ADP +ها/PRON//Number=Sing ثم غادر/VERB أمس", 7, False, None, "time.another-verb"),
    # before: no verb and no stop between; behind a comma no verb in the stretch of the date
    ("أمس *التقى/VERB كيري", 1, False, FRIDAY, ""),
    ("أمس غادر/VERB *التقى/VERB كيري", 1, False, None, "time.another-verb"),
    ("أمس . *التقى/VERB كيري", 1, False, None, "time.another-verb"),
    ("أمس ! *التقى/VERB كيري", 1, False, None, "time.another-verb"),
    ("أمس ؟ *التقى/VERB كيري", 1, False, None, "time.another-verb"),
    ("أمس ، *التقى/VERB كيري", 1, False, FRIDAY, ""),
    ("غادر/VERB أمس *التقى/VERB كيري", 2, False, FRIDAY, ""),
    ("غادر/VERB أمس ، *التقى/VERB كيري", 2, False, None, "time.another-verb"),
    ("غادر/VERB أمس , *التقى/VERB كيري", 2, False, None, "time.another-verb"),
    ("غادر/VERB أمس ؛ *التقى/VERB كيري", 2, False, None, "time.another-verb"),
    ("غادر/VERB أمس : *التقى/VERB كيري", 2, False, None, "time.another-verb"),
    ("غادر/VERB أمس - *التقى/VERB كيري", 2, False, FRIDAY, ""),
    # the verb of a relative clause that the trigger or the date is not in stands aside
    ("*كرر/VERB الأردن الذي يستضيف/VERB///acl:relcl لاجئين أمس/NOUN///obl/1", 6, False, FRIDAY, ""),
    ("أمس وفد يضم/VERB///acl وجهاء *التقى/VERB///root/0", 1, False, FRIDAY, ""),
    ("أمس قال/VERB وفد *التقى/VERB", 1, False, None, "time.another-verb"),
    # how a statement was made public
    ("*قال/VERB في/ADP بيان/NOUN صدر/VERB أمس", 5, True, FRIDAY, ""),
    ("*التقى/VERB في/ADP بيان/NOUN صدر/VERB أمس", 5, False, None, "time.another-verb"),
    ("*قال/VERB في/ADP بيان/NOUN غادر/VERB أمس", 5, True, None, "time.another-verb"),
    ("*قال/VERB ثم/CCONJ صدر/VERB أمس", 4, True, None, "time.another-verb"),
    # a day told over again by the clause of the trigger
    ("كان/VERB أمس ، حين/ADV *توصلت/VERB", 2, False, FRIDAY, ""),
    ("كان/VERB أمس حين/ADV *توصلت/VERB", 2, False, FRIDAY, ""),
    ("كان/VERB أمس ، حين/ADV غادر/VERB *توصلت/VERB", 2, False, None, "time.another-verb"),
    ("كان/VERB أمس ، ثم/ADV *توصلت/VERB", 2, False, None, "time.another-verb"),
    # behind `منذ` and a noun
    ("*صوت/VERB منذ/ADP بدء/NOUN الصراع أمس", 5, False, None, "time.of-since"),
    ("منذ/ADP *توصل/NOUN روسيا أمس", 4, False, FRIDAY, ""),
    ("*صوت/VERB أمس منذ/ADP الصراع", 2, False, FRIDAY, ""),
    ("غادر/VERB ، صباح أمس ، *التقى/VERB كيري", 4, False, FRIDAY, ""),
    ("غادر/VERB ، سافر/VERB أمس ، *التقى/VERB كيري", 4, False, None, "time.another-verb"),
    # before: not outside the clause that opens up to three words before
    ("أمس أن/SCONJ *التقى/VERB كيري", 1, False, None, "time.outside-clause"),
    ("أمس الذي *التقى/VERB كيري", 1, False, None, "time.outside-clause"),
    ("أمس أن/SCONJ السيد كيري *التقى/VERB", 1, False, None, "time.outside-clause"),
    ("أمس أن/SCONJ السيد جون كيري *التقى/VERB", 1, False, FRIDAY, ""),
    ("أن/SCONJ أمس *التقى/VERB كيري", 2, False, FRIDAY, ""),
    ("أن/SCONJ كيري *التقى/VERB أمس", 4, False, FRIDAY, ""),
    ("أمس أن/SCONJ السيد جون ^أجرى/VERB كيري *لقاء", 1, False, None, "time.outside-clause"),
    ("أمس *لقاء أن/SCONJ ^أجرى/VERB كيري", 1, False, FRIDAY, ""),
    ("منذ/ADP *التقى/VERB كيري أمس", 4, False, None, "time.outside-clause"),
    ("منذ/ADP *لقاء كيري أمس", 4, False, FRIDAY, ""),
    ("بعد/ADP *التقى/VERB كيري أمس", 4, False, FRIDAY, ""),
])  # fmt: skip
def test_whose_a_date_is(text: str, at: int, speech: bool, day: date | None, guard: str) -> None:
    assert found(text, at, speech=speech) == (day, guard)


def test_the_nearest_date_is_taken_and_a_refused_one_passed_over() -> None:
    assert found("*التقى/VERB أمس اليوم", 2, 3) == (FRIDAY, "")
    assert found("*التقى/VERB اليوم أمس", 2, 3) == (SATURDAY, "")
    assert found("اليوم طويلا جدا *التقى/VERB أمس", 1, 5) == (FRIDAY, "")
    assert found("أمس أن/SCONJ *التقى/VERB كيري سيرغي لافروف اليوم", 1, 7) == (SATURDAY, "time.outside-clause")
    refused = when("*التقى/VERB كيري غادر/VERB أمس ثم الجمعة", 4, 6).refused
    assert refused == (Refusal("أمس", "time.another-verb"), Refusal("الجمعة", "time.another-verb"))


@pytest.mark.parametrize(("text", "since"), [
    ("*زار/VERB//Aspect=Perf منذ/ADP أمس", True),
    ("*يزور/VERB//Aspect=Imp منذ/ADP أمس", False),
    ("*زيارة منذ/ADP أمس", True),
])  # fmt: skip
def test_no_single_act_took_place_since_a_day(text: str, since: bool) -> None:
    assert found(text, (2, 3)) == ((None, "time.since") if since else (FRIDAY, ""))


def test_behind_an_open_ended_date_another_may_be_that_of_the_act() -> None:
    assert found("*زار/VERB//Aspect=Perf منذ/ADP أمس اليوم", (2, 3), 4) == (SATURDAY, "time.since")


def test_behind_a_date_that_does_not_resolve_another_may() -> None:
    assert when("*زار/VERB أمس عام 2013", 2, (3, 4), published=None).value.period == Period(
        date(2013, 1, 1), date(2013, 12, 31)
    )
