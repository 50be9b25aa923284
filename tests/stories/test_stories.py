import json
import random
from collections.abc import Callable
from datetime import date

import pytest

from syria_events import group_stories
from syria_events.lexicon.cameo import cameo
from syria_events.model import Actor, Event, Period
from syria_events.output.table import Row, row
from syria_events.stories import StoryError
from syria_events.stories.similarity import scorer

KERRY = Actor("john-kerry", "جون كيري", "John Kerry", "USAGOV")
USA = Actor("usa", "الولايات المتحدة", "United States", "USAGOV")
OBAMA = Actor("barack-obama", "باراك أوباما", "Barack Obama", "USAGOV")
LAVROV = Actor("sergey-lavrov", "سيرغي لافروف", "Sergey Lavrov", "RUSGOV")
RUSSIA = Actor("russia", "روسيا", "Russia", "RUSGOV")
ROUHANI = Actor("hassan-rouhani", "حسن روحاني", "Hassan Rouhani", "IRNGOV")
ARMY = Actor("syrian-army", "الجيش السوري", "Syrian army", "SYRMIL")
SYRIA = Actor("syria", "سوريا", "Syria", "SYRGOV")
REBELS = Actor("syrian-rebels", "المعارضة المسلحة", "Syrian rebels", "SYRREB")
CALM = Actor("jordan", "الأردن", "Jordan", "JORGOV")
DAY = date(2016, 9, 9)
MEETING = "التقى جون كيري سيرغي لافروف في جنيف لبحث هدنة سورية"
STRIKE = "قصف الطيران بلدة خان شيخون بريف إدلب"

Make = Callable[..., Row]


@pytest.fixture
def told(make_event: Callable[..., Event]) -> Make:
    """Makes a row of an article; a day is that of the event, None where the text gives none."""

    def make(doc: str, day: date | None = DAY, published: date | None = date(2016, 9, 10), **changes: object) -> Row:
        when = None if day is None else Period(day)
        return row(make_event(doc_id=doc, when=when, published=published, sentence=MEETING, **changes))

    return make


def alike(*rows: Row, among: tuple[Row, ...] = ()) -> bool:
    """Whether all the rows are one story, in a corpus with others."""
    return len({found["story_id"] for found in group_stories([*rows, *among])[: len(rows)]}) == 1


@pytest.fixture
def others(told: Make) -> tuple[Row, ...]:
    """Rows of other events, so that the pair is a rare one and not half of the corpus."""
    return tuple(
        told(
            f"x{n}", date(2014, 1 + n % 12, 1 + n % 28), date(2014, 1 + n % 12, 1 + n % 28), actor=CALM, target=ROUHANI
        )
        for n in range(60)
    )


# what is one story


def test_a_meeting_is_one_whichever_side_reports_it(told: Make, others: tuple[Row, ...]) -> None:
    assert alike(told("a"), told("b", actor=LAVROV, target=KERRY), among=others)


def test_person_and_state_may_stand_for_each_other(told: Make, others: tuple[Row, ...]) -> None:
    assert alike(told("a"), told("b", actor=USA, target=RUSSIA), among=others)


def test_a_day_may_be_one_off(told: Make, others: tuple[Row, ...]) -> None:
    assert alike(told("a"), told("b", date(2016, 9, 10)), among=others)


def test_undated_rows_are_one_when_published_within_three_days(told: Make, others: tuple[Row, ...]) -> None:
    assert alike(told("a", None), told("b", None, date(2016, 9, 12)), among=others)
    assert alike(told("a"), told("b", None, date(2016, 9, 11)), among=others)


def test_three_articles_make_one_story(told: Make, others: tuple[Row, ...]) -> None:
    assert alike(told("a"), told("b"), told("c", None), among=others)


# what is not


@pytest.mark.parametrize(
    "changes",
    [
        {"target": ROUHANI},
        {"cameo": "190", "actor": LAVROV, "target": KERRY},
        {"actor": ROUHANI, "target": CALM},
        {"actor": OBAMA, "target": CALM},
    ],
    ids=["target", "force", "both", "speaker"],
)
def test_other_parties_or_deeds_are_other_stories(
    told: Make, others: tuple[Row, ...], changes: dict[str, object]
) -> None:
    assert not alike(told("a"), told("b", **changes), among=others)


def test_the_same_pair_meets_again_later(told: Make, others: tuple[Row, ...]) -> None:
    later = told("b", date(2016, 12, 2), date(2016, 12, 2), place="روما", lat=41.9, lon=12.5, country="ITA")
    assert not alike(told("a"), {**later, "sentence": "لقاء في روما"}, among=others)


def test_rows_of_one_article_are_left_apart(told: Make, others: tuple[Row, ...]) -> None:
    assert not alike(told("a"), told("a", status="planned"), among=others)


# what is written


def test_every_other_cell_stays(told: Make) -> None:
    rows = [told("a") | {"mine": "=1"}, told("b"), told("c", actor=ARMY, target=REBELS, cameo="190")]
    for before, after in zip(rows, group_stories(rows), strict=True):
        assert {**after, "story_id": before["story_id"]} == {**before, "story_note": after["story_note"]}
        assert str(after["story_id"]).startswith("st-") and len(str(after["story_id"])) == 19
        assert [name for name in after if name != "story_note"] == list(before)


def test_the_order_of_rows_does_not_matter(told: Make, others: tuple[Row, ...]) -> None:
    rows = [told("a"), told("b", None), told("c", status="planned"), *others]
    wanted = {json.dumps(found, sort_keys=True) for found in group_stories(rows)}
    for seed in range(3):
        random.Random(seed).shuffle(rows)
        assert {json.dumps(found, sort_keys=True) for found in group_stories(rows)} == wanted


def test_grouping_again_changes_nothing(told: Make, others: tuple[Row, ...]) -> None:
    once = group_stories([told("a"), told("b", status="planned"), *others])
    assert group_stories(once) == once


def test_numbers_as_text_make_the_same_stories(told: Make, others: tuple[Row, ...]) -> None:
    rows = [told("a"), told("b", None), *others]
    text = [
        {name: "" if cell is None else str(cell) for name, cell in made.items() if name != "rules"} for made in rows
    ]
    assert [r["story_id"] for r in group_stories(text)] == [r["story_id"] for r in group_stories(rows)]


def test_events_are_taken_as_they_are(make_event: Callable[..., Event]) -> None:
    one, other = group_stories([make_event(), make_event(doc_id="b")])
    assert one["actor_en"] == "John Kerry" and one["story_id"] == other["story_id"]


def test_nothing_makes_nothing() -> None:
    assert group_stories([]) == []


# notes


def notes(*rows: Row, among: tuple[Row, ...]) -> list[object]:
    assert alike(*rows, among=among)
    return [found["story_note"] for found in group_stories([*rows, *among])[: len(rows)]]


def test_tellings_that_contradict_are_flagged(told: Make, others: tuple[Row, ...]) -> None:
    assert notes(told("a"), told("b", status="negated"), among=others) == ["contradicted", "contradicted"]


def test_a_plan_that_was_carried_out_is_flagged(told: Make, others: tuple[Row, ...]) -> None:
    plan = told("a", published=date(2016, 9, 8), status="planned")
    assert notes(plan, told("b"), among=others) == ["carried out", ""]


def test_a_plan_told_after_the_deed_is_another(told: Make, others: tuple[Row, ...]) -> None:
    plan = told("a", DAY, date(2016, 9, 11), status="planned")
    assert notes(plan, told("b"), among=others) == ["", ""]


def test_tellings_that_agree_have_no_note(told: Make, others: tuple[Row, ...]) -> None:
    assert notes(told("a"), told("b"), among=others) == ["", ""]
    assert notes(told("a", status="planned"), told("b", status="planned"), among=others) == ["", ""]


# what cannot be grouped


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"event_date": "gestern"}, "row 2: event_date 'gestern' is no day"),
        ({"published": "2016-13-01"}, "row 2: published '2016-13-01' is no day"),
        ({"lat": "north"}, "row 2: lat 'north'"),
        ({"doc_id": ""}, "row 2 has no doc_id"),
    ],
)
def test_a_broken_cell_is_named(told: Make, cells: dict[str, object], said: str) -> None:
    with pytest.raises(StoryError, match=said):
        group_stories([told("a"), told("b") | cells])


def test_columns_that_are_missing_count_as_empty() -> None:
    bare = {"actor": "كيري", "cameo": "040", "target": "لافروف", "status": "actual"}
    found = group_stories([{"doc_id": "a", **bare}, {"doc_id": "b", **bare}])
    assert [list(made)[:2] for made in found] == [["story_id", "story_note"]] * 2


# the weights


def test_the_weights_are_of_features_that_exist() -> None:
    weights = scorer().weights
    assert weights["bias"] < 0 < weights["actor same"] and weights["time same day"] > weights["time other"]
    kinds = {"actor", "articles", "bias", "company", "deal", "force", "place", "rarity", "root", "speech", "status",
             "target", "time", "words"}  # fmt: skip
    assert {name.split()[0] for name in weights} == kinds
    assert cameo("040").name  # the table that codes are from
