from collections.abc import Callable
from datetime import date

import pytest

from syria_events.model import Article, Event, Failure
from syria_events.outcome import Outcome
from syria_events.reading import LITTLE_ARABIC, Notice
from syria_events.reading.notices import FOLDER_LINK, OTHER_SUFFIX

DATED = Article("a", "نص", date(2016, 6, 21))
UNDATED = Article("b", "نص")
FAILURE = Failure("c.txt", "empty, there is no text to read")


def outcome_of(*read: Article | Failure | Notice, coded: list[Event | Failure] | None = None) -> Outcome:
    outcome = Outcome()
    passed = list(outcome.articles_of(read))
    assert passed == [item for item in read if isinstance(item, Article)]
    events = list(outcome.rows_of(coded or []))
    assert events == [item for item in coded or [] if isinstance(item, Event)]
    return outcome


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        (outcome_of(DATED), 0),
        (outcome_of(DATED, Notice("a", "read as Windows-1256, not UTF-8"), UNDATED), 0),
        (outcome_of(DATED, FAILURE), 3),
        (outcome_of(FAILURE), 1),
        (outcome_of(), 1),
        (outcome_of(DATED, UNDATED, coded=[Failure("a", "broken")]), 3),
        (outcome_of(DATED, coded=[Failure("a", "broken")]), 1),
    ],
    ids=["read", "notices", "some", "none", "nothing", "one-uncoded", "all-uncoded"],
)
def test_exit_code(outcome: Outcome, code: int) -> None:
    assert outcome.exit_code == code


def test_summary_counts_articles_without_events(make_event: Callable[..., Event]) -> None:
    assert outcome_of(DATED, UNDATED, coded=[make_event()]).summary() == "2 articles, 1 event"
    assert outcome_of(DATED).summary() == "1 article, 0 events"
    assert outcome_of(DATED, FAILURE).summary() == "1 article, 0 events, 1 input not read"


def test_big_numbers_are_grouped() -> None:
    assert Outcome(articles=12_345).summary() == "12,345 articles, 0 events"


def test_rows_may_be_something_else_than_events() -> None:
    assert Outcome(noun="mention", articles=1, rows=2).summary() == "1 article, 2 mentions"


def test_failures_are_lines() -> None:
    assert list(outcome_of(FAILURE, FAILURE).errors()) == ["c.txt: empty, there is no text to read"] * 2


def test_undated_and_foreign_articles_make_one_line_each() -> None:
    notices = [Notice("a.txt", LITTLE_ARABIC), Notice("b.txt", LITTLE_ARABIC)]
    foreign, undated = outcome_of(*notices, UNDATED, UNDATED, DATED).warnings()
    assert foreign == "2 articles hold hardly any Arabic"
    assert undated.startswith("2 articles have no publication date: relative dates stay empty")
    foreign, undated = outcome_of(notices[0], UNDATED).warnings()
    assert foreign == "1 article holds hardly any Arabic" and undated.startswith("1 article has no publication date")


def test_equal_notices_make_one_line() -> None:
    notices = [Notice(f"{name}.txt", "read as Windows-1256, not UTF-8") for name in "abc"]
    other = Notice("metadata.csv", "line 2 has no doc_id and is left out")
    assert list(outcome_of(*notices, other).warnings()) == [
        "a.txt and 2 more: read as Windows-1256, not UTF-8",
        "metadata.csv: line 2 has no doc_id and is left out",
    ]


def test_what_is_passed_over_is_counted_in_the_last_line() -> None:
    skipped = [Notice("a.pdf", OTHER_SUFFIX), Notice("b.pdf", OTHER_SUFFIX), Notice("c", FOLDER_LINK)]
    outcome = outcome_of(DATED, *skipped)
    assert list(outcome.warnings()) == [] and outcome.exit_code == 0
    assert (
        outcome.summary()
        == "1 article, 0 events, 1 link to a folder passed over, 2 files of other suffixes passed over"
    )


def test_an_article_that_lost_a_sentence_was_read_but_not_all_of_it() -> None:
    outcome = outcome_of(DATED, coded=[Failure("a", "sentence 3 is left out", partial=True)])
    assert (outcome.processed, outcome.exit_code) == (1, 3)
    assert outcome.summary() == "1 article, 0 events, 1 passage left out"


def test_the_bar_counts_articles_that_are_coded_and_inputs_that_gave_none() -> None:
    outcome = outcome_of(DATED, FAILURE, UNDATED, coded=[Failure("a", "broken")])
    assert outcome.done == 1
    outcome.article_done()
    outcome.article_done()
    assert outcome.done == 3


def test_remarks_come_first() -> None:
    outcome = outcome_of(UNDATED)
    outcome.remark(["Stanza 9 has not been tried"])
    assert [line.partition(" ")[0] for line in outcome.warnings()] == ["Stanza", "1"]
