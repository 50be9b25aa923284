"""Explanations: why there is no row, what was passed over, which mentions made a row, and where it all stands."""

import json
from typing import Any

import pytest

from syria_events.rules.explain import explain
from syria_events.tagging.conllu import read_conllu
from tests.casefile import CASES, cases
from tests.rules.making import document, lexicon


def of_case(name: str) -> list[dict[str, Any]]:
    return explain(read_conllu((CASES / f"{name}.conllu").read_text(encoding="utf-8")), lexicon())


def of(*texts: str) -> list[dict[str, Any]]:
    return explain(document(*texts), lexicon())


@pytest.mark.parametrize(("text", "gap"), [
    ("الطقس جميل/ADJ", "no row: no word of the sentence has an entry in the lexicon"),
    ("زار/VERB الرجل", "no row: زار (event.no-actor)"),
    ("الهدنة و/CCONJ اللقاء", "no row: الهدنة (event.no-actor), اللقاء (event.no-actor)"),
    ("جاء/VERB الرجل", "no row: جاء (trigger.light-without-noun)"),
    ("زار/VERB الرجل و/CCONJ جاء/VERB", "no row: زار (event.no-actor), جاء (trigger.light-without-noun)"),
    ("قال/VERB مصدر", "no row: قال (event.unnamed-source)"),
])  # fmt: skip
def test_why_there_is_no_row(text: str, gap: str) -> None:
    assert of(text)[0]["gap"] == gap


def test_a_sentence_with_a_row_has_no_gap() -> None:
    (sentence,) = of_case("non-events/did-not-comment")
    assert sentence["gap"] == ""
    assert [trigger["refused"] for trigger in sentence["triggers"]] == ["", "event.no-actor"]


def test_words_that_are_passed_over() -> None:
    (sentence,) = of("جاء/VERB الرجل")
    assert sentence["passed_over"] == [{"text": "جاء", "guard": "trigger.light-without-noun"}]
    assert sentence["triggers"] == []


def test_a_row_of_two_sentences_is_one_with_two_mentions() -> None:
    first, second = of_case("merging/later-mention-adds-place")
    (row,) = first["triggers"][0]["rows"]
    assert second["triggers"][0]["rows"] == []
    (other,) = second["triggers"][1]["rows"]
    assert (row["event_id"], row["mentions"]) == (other["event_id"], 2)
    assert (row["rules"]["place"], other["rules"]["place"]) == ([], ["place.right"])


def test_what_is_said_of_a_trigger() -> None:
    (sentence,) = of_case("cues/other-state-must")
    demand = sentence["triggers"][0]
    assert (demand["cameo"], demand["entry"], demand["rule"]) == ("100", "say", "trigger.verb")
    assert demand["content"] != "" and demand["refused"] == ""
    assert demand["target"]["taken"] == {"rule": "target.of-statement", "text": ["أنقرة"], "null": False}
    assert demand["status"] == {"value": "actual", "rule": "status.default", "words": ""}
    refused = sentence["triggers"][-1]
    assert refused["refused"] == "irrealis.modal"
    assert "status" not in refused and "actor" not in refused


def test_a_statement_that_is_announced_has_its_speaker() -> None:
    (sentence,) = of_case("sources/agency-passes-on")
    said = sentence["triggers"][0]
    assert said["actor"]["taken"]["text"] == ["رجب طيب أردوغان"]
    assert said["target"]["taken"] == {"rule": "", "text": [], "null": False}
    assert said["source"] == {"text": "وكالة الأناضول", "rule": "source.passed-on", "words": "", "refused": []}


def test_refused_dates_and_places_are_told_with_their_guards() -> None:
    (sentence,) = of_case("dates/too-far")
    met = sentence["triggers"][0]
    assert met["date"] == {
        "text": "",
        "rule": "time.none",
        "words": "",
        "refused": [{"text": "أمس", "guard": "time.far"}],
    }
    assert (met["place"]["text"], met["place"]["rule"]) == ("جنيف", "place.right")
    assert [(day["text"], day["days"], day["kind"]) for day in sentence["dates"]] == [
        ("أمس", "2016-09-09", "relative-day")
    ]


@pytest.mark.parametrize("case", [case for case in cases() if case.file.parent.name in ("merging", "sources", "cues")],
                         ids=lambda case: case.name)  # fmt: skip
def test_explanations_are_json_and_their_offsets_those_of_the_article(case: Any) -> None:
    found = explain(case.doc, lexicon())
    assert json.loads(json.dumps(found, ensure_ascii=False)) == found
    text = case.doc.article.text
    for number, sentence in enumerate(found):
        assert (sentence["index"], sentence["doc_id"]) == (number, case.doc.article.id)
        assert " ".join(text[sentence["start"] : sentence["end"]].split()) == sentence["text"]
        for one in (*sentence["mentions"], *sentence["dates"]):
            shown = " ".join(text[one["start"] : one["end"]].split())
            assert shown.endswith(one["text"].removeprefix("ال"))  # without the clitics of its first word
