"""Date phrases: the table of phrases, offsets in sentences, and the words of the calendar."""

import random
import tomllib
from collections import Counter
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pytest

from syria_events.dates import DatePhrase, Period, find_dates, find_refusals, resolve
from syria_events.lexicon import load
from syria_events.normalize import fold
from syria_events.provenance import Rule, rules

WORDS = load().dates
PHRASES = Path(__file__).with_name("phrases.tsv")


class Row(NamedTuple):
    """A line of the table; its head explains it."""

    marked: str
    published: date | None
    future: bool | None
    kinds: str
    days: str
    rules: str

    @property
    def phrase(self) -> str:
        return self.marked.replace("[", "").replace("]", "")


def rows() -> list[Row]:
    lines = PHRASES.read_text(encoding="utf-8").splitlines()
    table = [line.split("\t") for line in lines if line and not line.startswith("#")]
    tense = {"past": False, "future": True, "none": None}
    return [
        Row(marked, None if published == "-" else date.fromisoformat(published), tense[future], *answer)
        for marked, published, future, *answer in table
    ]


def iso(period: Period | None) -> str:
    if period is None:
        return "-"
    return period.start.isoformat() if period.end is None else f"{period.start}/{period.end}"


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.phrase} {row.published} {row.future}")
def test_phrase(row: Row) -> None:
    found = find_dates(row.phrase, WORDS)
    whole = [phrase.text for phrase in found] == [row.phrase]
    assert (row.phrase if whole else bracketed(row.phrase, found)) == row.marked
    days = [iso(resolve(phrase, row.published, future=row.future)) for phrase in found]
    assert " ".join(days) == row.days if found else row.days == "-"
    assert (" + ".join(phrase.kind for phrase in found) or "-") == row.kinds
    refused = dict.fromkeys(refusal.rule for refusal in find_refusals(row.phrase, WORDS))
    rules = " + ".join(" ".join(phrase.rules) for phrase in found) if found else " ".join(refused) or "-"
    assert rules == row.rules


def test_rows_are_unique() -> None:
    keys = [(row.phrase, row.published, row.future) for row in rows()]
    assert len(set(keys)) == len(keys)


def ids(text: str) -> set[str]:
    """The rules that read the dates of a text, and the guards that refused one."""
    read = {rule for phrase in find_dates(text, WORDS) for rule in phrase.rules}
    return read | {refusal.rule for refusal in find_refusals(text, WORDS)}


def near_misses() -> list[tuple[str, str]]:
    lines = PHRASES.with_name("near_misses.tsv").read_text(encoding="utf-8").splitlines()
    return [(rule, text) for rule, text in (line.split("\t") for line in lines if not line.startswith("#"))]


DATE_RULES = [found for found in rules() if found.id.startswith("date.")]


@pytest.mark.parametrize("about", DATE_RULES, ids=lambda about: about.id)
def test_the_example_of_a_rule_is_one(about: Rule) -> None:
    assert about.id in ids(about.example)


@pytest.mark.parametrize(("rule", "text"), near_misses())
def test_a_near_miss_is_none(rule: str, text: str) -> None:
    assert rule not in ids(text)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("روسيا اليوم في صحيفة الأحد", [(6, "date.before-today"), (21, "date.before-weekday")]),
        ("2016/3/5", []),  # is a year of its own for nobody, but a date is read there
        ("الأحد2016 قتيلا", [(5, "date.bare-number")]),
        ("لليوم الثاني", [(6, "date.counted-day")]),
    ],
)
def test_refusals_outside_dates_are_told(text: str, refused: list[tuple[int, str]]) -> None:
    assert [(refusal.start, refusal.rule) for refusal in find_refusals(text, WORDS)] == refused


def test_every_rule_has_a_phrase_and_a_near_miss() -> None:
    names = {about.id for about in DATE_RULES}
    assert {rule for row in rows() for rule in row.rules.replace("+", "").split()} - {"-"} == names
    assert {rule for rule, _ in near_misses()} == names


# a sentence with its dates in brackets, the publication day, and what they mean in the past tense
SENTENCES = [
    (
        "قال وزير الخارجية القطري [أمس الاثنين] إن الوفد سيصل إلى جنيف [الأسبوع المقبل].",
        date(2016, 6, 21),
        ["2016-06-20", "2016-06-27/2016-07-03"],
    ),
    (
        "و[أمس]، عقد المبعوث الأممي جلسة مع وفد المعارضة، و[الأحد] التقى وفد الحكومة.",
        date(2025, 3, 12),
        ["2025-03-11", "2025-03-09"],
    ),
    (
        "وكان الجانبان اتفقا [منذ 30 مايو/أيار الماضي]، ثم علّقا المحادثات [مطلع الشهر الجاري].",
        date(2016, 6, 21),
        ["2016-05-30/2016-06-21", "2016-06-01/2016-06-10"],
    ),
    (
        "نقلت قناة «روسيا اليوم» عن الوزير قوله [الجمعة] إن الهدنة تبدأ [صباح السبت].",
        date(2016, 9, 17),
        ["2016-09-16", "2016-09-17"],
    ),
    (
        "وتأجّل الاجتماع إلى [يوم غدٍ الأحد]، على أن تُستأنف الجولة [بعد غدٍ الاثنين].",
        date(2016, 12, 3),
        ["2016-12-04", "2016-12-05"],
    ),
    (
        "أُبرم الاتفاق في [14 يوليو (تموز)]، ودخل حيّز التنفيذ في [الـ29 من يوليو].",
        date(2015, 8, 5),
        ["2015-07-14", "2015-07-29"],
    ),
    (
        "اختُتم الاجتماع [بالأمس] بحضور أحد الوزراء، بعد هدنة لمدة 48 ساعة في اليوم الثاني من القتال.",
        date(2025, 3, 12),
        ["2025-03-11"],
    ),
    (
        "وصل الوفد [ليل السبت/الأحد] إلى موسكو، قادما من أنقرة حيث مكث [بين 10 و12 آذار].",
        date(2025, 3, 18),
        ["2025-03-15", "2025-03-10/2025-03-12"],
    ),
    (
        "التقى الوزيران في [يناير (كانون الثاني)] و[أبريل من هذا العام]، ولم يلتقيا في [مايو].",
        date(2015, 8, 11),
        ["2015-01-01/2015-01-31", "2015-04-01/2015-04-30", "2015-05-01/2015-05-31"],
    ),
    (
        "في [٢٠١١/٣/١٥] اندلعت الاحتجاجات، وصدر القرار 2254 في [18 كانون الأول عام ٢٠١٥].",
        None,
        ["2011-03-15", "2015-12-18"],
    ),
    ("سيزور الوفد دمشق [غداً]", date(2025, 3, 12), ["2025-03-13"]),
    ("عقدوا لقاء [يومَ الثـلاثاء] الطويل.", date(2025, 3, 12), ["2025-03-11"]),
    (
        "الأزمة المستمرة منذ سنوات لن تنتهي بين ليلة وضحاها، ورمضان شلح وعبد الأحد اسطيفو يعرفان ذلك.",
        date(2025, 3, 12),
        [],
    ),
    ("وفي اليوم التالي اجتمع مجلس الأمن، وفي ذلك الأسبوع انتهت المهلة.", date(2025, 3, 12), []),
    ("عقد المجلس جلسة\n[الأحد] في نيويورك", date(2025, 3, 12), ["2025-03-09"]),
]


@pytest.mark.parametrize(("marked", "published", "answers"), SENTENCES)
def test_offsets(marked: str, published: date | None, answers: list[str]) -> None:
    text = marked.replace("[", "").replace("]", "")
    found = find_dates(text, WORDS)
    assert [iso(resolve(phrase, published)) for phrase in found] == answers
    assert bracketed(text, found) == marked


@pytest.mark.parametrize("text", [*sorted({row.phrase for row in rows()}), "وفي 2010م"])
def test_a_phrase_alone_is_read_as_before(text: str) -> None:
    for phrase in find_dates(text, WORDS):
        if "date.shared-year" in phrase.rules:
            continue  # of a neighbour
        (again,) = find_dates(phrase.text, WORDS)
        assert again.text == phrase.text
        assert again.meaning == phrase.meaning


def bracketed(text: str, found: list[DatePhrase]) -> str:
    for phrase in reversed(found):
        assert text[phrase.start : phrase.end] == phrase.text
        text = f"{text[: phrase.start]}[{phrase.text}]{text[phrase.end :]}"
    return text


@pytest.mark.parametrize("text", ["", " ", "\n", "2", "ال", "و", "من", "بين", "(", "منذ", "قبل", "١", "يوم", "بعد"])
def test_fragments_are_no_dates(text: str) -> None:
    assert find_dates(text, WORDS) == []


@pytest.mark.parametrize("day", [date.min, date.max])
def test_edges_of_time_do_not_raise(day: date) -> None:
    for row in rows():
        for found in find_dates(row.phrase, WORDS):
            resolve(found, day, future=row.future)


def test_every_spelling_of_a_month_and_a_weekday_is_read() -> None:
    for spelling, month in WORDS.months.items():
        if not month.hijri:
            (found,) = find_dates(f"10 {' '.join(spelling)} 2021", WORDS)
            assert resolve(found, None) == Period(date(2021, month.number, 10)), spelling
    for spelling, number in WORDS.weekdays.items():
        (found,) = find_dates(" ".join(spelling), WORDS)
        day = resolve(found, date(2025, 3, 12))
        assert day is not None
        assert day.start.isoweekday() == number


def spellings(value: object, path: str = "") -> list[tuple[str, str]]:
    """Every string of the data with the list it stands in."""
    if isinstance(value, str):
        return [(path, value)]
    if isinstance(value, dict):
        return [pair for name, inner in value.items() for pair in spellings(inner, f"{path}.{name}")]
    if isinstance(value, list):
        nested = any(isinstance(inner, dict) for inner in value)
        items = [(f"{path}[{n}]" if nested else path, inner) for n, inner in enumerate(value)]
        return [pair for where, inner in items for pair in spellings(inner, where)]
    return []


def test_no_spelling_is_listed_twice() -> None:
    file = files("syria_events") / "lexicon" / "data" / "calendar.toml"
    pairs = [(path, fold(text)) for path, text in spellings(tomllib.loads(file.read_text(encoding="utf-8")))]
    assert [pair for pair, times in Counter(pairs).items() if times > 1] == []


def test_no_stray_code_points() -> None:
    text = (files("syria_events") / "lexicon" / "data" / "calendar.toml").read_text(encoding="utf-8")
    assert not set(text) & set("ـیک\u200e\u200f\u200b\xa0\u202b\u202c")


def test_any_words_in_a_row_are_read_without_error() -> None:
    chance = random.Random(5)
    words = [*sorted(WORDS.known), *"/-()،.", "0", "1", "9", "31", "32", "2016", "1437", "99999"]
    for _ in range(3000):
        text = " ".join(chance.choices(words, k=8))
        for found in find_dates(text, WORDS):
            assert text[found.start : found.end] == found.text
            for published in (None, date(2024, 2, 29)):
                period = resolve(found, published, future=chance.choice([True, False, None]))
                assert period is None or period.end is None or period.start < period.end
