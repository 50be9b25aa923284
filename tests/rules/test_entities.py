"""Who, where and when in parsed sentences: those below, and every sentence of the case files."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from syria_events.lexicon import load
from syria_events.model import Doc, Named, Period
from syria_events.rules.entities import find_entities
from syria_events.tagging.conllu import read_conllu

CASES = Path(__file__).parents[1] / "cases"
LEXICON = load()


def parsed(*rows: str, entities: Iterable[str] = (), published: str = "2016-06-21", text: str = "") -> Doc:
    """A sentence from rows `word UPOS`; `w+rd UPOS UPOS` is one token of two words. The tree is flat."""
    tokens, lines, number = [], [], 0
    for row in rows:
        form, *tags = row.split()
        parts = form.split("+")
        token = "".join(parts).replace("لال", "لل") if parts[0] == "ل" else "".join(parts)
        tokens.append(token)
        if len(parts) > 1:
            lines.append(f"{number + 1}-{number + len(parts)}\t{token}" + "\t_" * 8)
        for part, tag in zip(parts, tags, strict=True):
            number += 1
            lines.append(f"{number}\t{part}\t{part}\t{tag}\t_\t_\t{min(number - 1, 1)}\tdep\t_\t_")
    comments = [f"# published = {published}"] if published else []
    comments += [f"# text = {text or ' '.join(tokens)}", *(f"# entity = {entity}" for entity in entities)]
    return read_conllu("\n".join([*comments, *lines, ""]))


def found(doc: Doc) -> list[tuple[str, str, str]]:
    """Kind, words, and who or which country it is."""
    return [(e.kind, e.text, e.id or e.code) for e in find_entities(doc, LEXICON)]


def one(doc: Doc, kind: str) -> Named:
    (entity,) = (e for e in find_entities(doc, LEXICON) if e.kind == kind)
    return entity


# who


def test_persons_with_and_without_title() -> None:
    doc = parsed(
        "التقى VERB", "وزير NOUN", "الخارجية NOUN", "الروسي ADJ", "سيرغي X", "لافروف X", "السيد NOUN", "كيري X"
    )
    assert found(doc)[:1] == [("PER", "وزير الخارجية الروسي سيرغي لافروف", "sergey-lavrov")]
    assert found(doc)[-1] == ("PER", "كيري", "john-kerry")


def test_a_dual_is_one_record_for_each() -> None:
    doc = parsed("بحث VERB", "وزيرا NOUN", "الخارجية NOUN", "الروسي ADJ", "و+الأمريكي CCONJ ADJ", "الأزمة NOUN")
    first, second = find_entities(doc, LEXICON)
    assert (first.id, second.id) == ("sergey-lavrov", "john-kerry")
    assert (first.start, first.end) == (second.start, second.end) and first.text == "وزيرا الخارجية الروسي والأمريكي"


def test_an_office_nobody_is_known_to_hold_stays_open() -> None:
    named = one(parsed("قال VERB", "الوزير NOUN", "ذلك PRON"), "PER")
    assert (named.text, named.name, named.id, named.code, named.reason) == ("الوزير", "", "", "", "bare office")


def test_the_pair_named_last_is_two_persons_or_two_states() -> None:
    both = ("بحث VERB", "وزيرا NOUN", "الخارجية NOUN", "الروسي ADJ", "و+الأمريكي CCONJ ADJ", "علاقات NOUN")
    assert found(parsed(*both, "الوزيرين NOUN"))[2:] == [
        ("PER", "الوزيرين", "sergey-lavrov"),
        ("PER", "الوزيرين", "john-kerry"),
    ]
    assert found(parsed(*both, "البلدين NOUN"))[2:] == [("ORG", "البلدين", "russia"), ("ORG", "البلدين", "usa")]


@pytest.mark.parametrize(
    ("rows", "record"),
    [
        (["رفضت VERB", "موسكو X", "الخطة NOUN"], ("ORG", "موسكو", "russia")),
        (["رفضت VERB", "المعارضة NOUN", "السورية ADJ", "الخطة NOUN"], ("ORG", "المعارضة السورية", "syrian-opposition")),
        (["ذكرت VERB", "وكالة NOUN", "رويترز X", "ذلك PRON"], ("ORG", "وكالة رويترز", "reuters")),
        (["رفض VERB", "الروس NOUN", "الخطة NOUN"], ("ORG", "الروس", "russia")),
    ],
    ids=["state", "group", "outlet", "people"],
)
def test_what_acts_is_an_organisation(rows: list[str], record: tuple[str, str, str]) -> None:
    assert found(parsed(*rows)) == [record]


def test_names_the_lexicon_lacks_come_from_the_tagger() -> None:
    doc = parsed("قالت VERB", "مريم X", "أحمد X", "ذلك PRON", entities=["PER مريم أحمد"])
    (named,) = find_entities(doc, LEXICON)
    assert (named.kind, named.name, named.id, named.reason) == ("PER", "مريم أحمد", "", "tagged PER")


# where


def test_a_place_has_coordinates() -> None:
    place = one(parsed("اجتمع VERB", "كيري X", "في ADP", "جنيف X"), "LOC")
    assert (place.text, place.name_en, place.code, place.id, place.reason) == ("جنيف", "Geneva", "CHE", "", "gazetteer")
    assert place.lat is not None and round(place.lat) == 46 and place.lon is not None and round(place.lon) == 6


@pytest.mark.parametrize(
    ("rows", "kinds"),
    [
        (["اجتمعوا VERB", "في ADP", "موسكو X"], ["LOC"]),
        (["اجتمعوا VERB", "ب+موسكو ADP X"], ["LOC"]),
        (["اجتمعوا VERB", "في ADP", "موسكو X", "و+واشنطن CCONJ X"], ["LOC", "LOC"]),
        (["غادر VERB", "العاصمة NOUN", "دمشق X"], ["LOC"]),
        (["اتفقت VERB", "موسكو X", "و+واشنطن CCONJ X"], ["ORG", "ORG"]),
        (["اتفق VERB", "مع ADP", "موسكو X"], ["ORG"]),
    ],
    ids=["in", "clitic", "list", "capital", "acts", "with"],
)
def test_a_capital_is_a_place_behind_a_preposition_of_place(rows: list[str], kinds: list[str]) -> None:
    assert [kind for kind, _, _ in found(parsed(*rows))] == kinds


def test_of_a_name_inside_a_place_the_longer_counts() -> None:
    assert found(parsed("قصف VERB", "ريف NOUN", "دمشق X")) == [("LOC", "ريف دمشق", "SYR")]


def test_the_place_of_a_group_stands_beside_it_but_not_one_in_a_name() -> None:
    assert [kind for kind, _, _ in found(parsed("ناشد VERB", "سكان NOUN", "حمص X", "العالم NOUN"))] == ["ORG", "LOC"]
    assert [kind for kind, _, _ in found(parsed("هاجم VERB", "جيش NOUN", "حلب X", "المدينة NOUN"))] == ["ORG"]


def test_a_place_only_the_tagger_knows() -> None:
    place = one(parsed("وصل VERB", "إلى ADP", "زقزوقة X", entities=["LOC زقزوقة"]), "LOC")
    assert (place.name, place.code, place.lat, place.lon, place.reason) == ("زقزوقة", "", None, None, "tagged")


# when


def test_dates() -> None:
    doc = parsed(
        "وصل VERB", "أمس NOUN", "و+الأسبوع CCONJ NOUN", "الماضي ADJ", entities=["DATE أمس", "DATE الأسبوع الماضي"]
    )
    first, second = find_entities(doc, LEXICON)
    assert (first.kind, first.text, first.when, first.reason) == (
        "DATE", "أمس", Period(date(2016, 6, 20)), "relative-day",
    )  # fmt: skip
    assert second.text == "الأسبوع الماضي" and second.when == Period(date(2016, 6, 13), date(2016, 6, 19))


def test_a_date_that_cannot_be_resolved_is_empty() -> None:
    named = one(parsed("وصل VERB", "أمس NOUN", entities=["DATE أمس"], published=""), "DATE")
    assert (named.text, named.when, named.reason) == ("أمس", None, "relative-day")


# the words of the article


def test_clitics_are_no_part_of_a_name() -> None:
    named = one(parsed("و+كيري CCONJ X", "وصل VERB"), "PER")
    assert (named.text, named.start, named.end) == ("كيري", 1, 5)


def test_a_name_that_is_not_printed_as_such_keeps_its_token() -> None:
    named = one(parsed("قال VERB", "ل+الأمم ADP NOUN", "المتحدة ADJ"), "ORG")
    assert (named.text, named.name) == ("للأمم المتحدة", "الأمم المتحدة")


def test_quote_marks_are_kept_in_pairs() -> None:
    rows = ("هاجم VERB", "تنظيم NOUN", "“ PUNCT", "داعش X", "” PUNCT", "ذلك PRON")
    assert one(parsed(*rows, text="هاجم تنظيم “داعش” ذلك"), "ORG").text == "تنظيم “داعش”"


def test_white_space_stays_as_it_is() -> None:
    doc = parsed("قال VERB", "جون X", "كيري X", "ذلك PRON")
    text = doc.article.text.replace("جون كيري", "جون\u00a0كيري")
    assert one(replace(doc, article=replace(doc.article, text=text)), "PER").text == "جون\u00a0كيري"


@pytest.mark.parametrize("file", sorted(CASES.rglob("*.conllu")), ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_offsets_hold_in_every_case(file: Path) -> None:
    doc = read_conllu(file.read_text(encoding="utf-8"))
    records = find_entities(doc, LEXICON)
    assert [r.start for r in records] == sorted(r.start for r in records)
    for record in records:
        assert record.text and record.text == record.text.strip() == doc.article.text[record.start : record.end]
        assert record.doc_id == doc.article.id and record.reason
        assert (record.lat is None) == (record.lon is None) and (record.kind == "LOC" or record.lat is None)
        assert record.when is None or record.kind == "DATE"
