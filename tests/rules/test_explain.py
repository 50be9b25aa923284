"""Explanations: why there is no row, what was passed over, which mentions made a row, and where it all stands."""

import json
from typing import Any

import pytest

from syria_events.rules.explain import explain
from syria_events.rules.linking.model import Model
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


def test_readings_that_were_refused_and_words_put_right() -> None:
    (sentence,) = of("الاجتماع الأخير/ADJ")
    assert sentence["no_mention"] == [{"text": "الأخير", "guard": "mention.last-adjective"}]
    (sentence,) = of("بحث/NOUN لافروف الملف")
    assert sentence["words"] == [{"text": "بحث", "rule": "retagging.perfect-verb"}]
    assert sentence["no_mention"] == []


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


def test_a_whole_explanation() -> None:
    """Every key of a sentence, its mentions, its trigger and its row."""
    (sentence,) = of_case("dates/day-after-publication")
    (met,) = sentence.pop("triggers")
    kerry, lavrov = sentence.pop("mentions")
    assert sentence == {
        "doc_id": "day-after-publication", "index": 0, "start": 0, "end": 40, "passed_over": [], "gap": "",
        "words": [{"text": "لافروف", "rule": "segmentation.name-whole"}], "no_mention": [],
        "text": "يلتقي جون كيري سيرغي لافروف في جنيف غدا.",
        "dates": [{
            "text": "غدا", "start": 36, "end": 39, "rule": "date.relative-day", "kind": "relative-day",
            "days": "2016-09-11",
        }],
    }  # fmt: skip
    assert kerry == {
        "text": "جون كيري", "start": 6, "end": 14, "kind": "person", "rule": "mention.person", "note": "name",
        "actors": [{"id": "john-kerry", "name": "جون كيري", "en": "John Kerry", "code": "USAGOV"}],
    }  # fmt: skip
    assert lavrov["text"] == "سيرغي لافروف"
    (row,) = met.pop("rows")
    assert row.pop("event_id").startswith("ev-")
    assert row == {
        "actor": "جون كيري", "cameo": "040", "target": "سيرغي لافروف", "status": "planned", "mentions": 1,
        "rule": "trigger.verb; subject.postverbal; target.object-adjacent",
        "rules": {
            "event": ["trigger.verb", "meet"], "actor": ["subject.postverbal", "mention.person"],
            "target": ["target.object-adjacent", "mention.person"], "status": ["status.future-date"],
            "date": ["time.nearest", "date.relative-day"], "place": ["place.right"], "source": [],
        },
    }  # fmt: skip
    actor, target = met.pop("actor"), met.pop("target")
    assert actor["taken"] == {"rule": "subject.postverbal", "text": ["جون كيري"], "null": False}
    assert target["taken"] == {"rule": "target.object-adjacent", "text": ["سيرغي لافروف"], "null": False}
    assert actor["proposals"][0] == actor["taken"] and actor["refused"] == []
    assert met == {
        "text": "يلتقي", "start": 0, "end": 5, "lemma": met["lemma"], "tag": "VERB", "light": "",
        "name": "التقى", "cameo": "040", "entry": "meet",
        "content": "", "rule": "trigger.verb", "slots": ["obj", "مع", "ب", "بين"], "refused": "", "refusals": [],
        "links": [],
        "status": {"value": "planned", "rule": "status.future-date", "words": "غدا"},
        "date": {"text": "غدا", "rule": "time.nearest", "words": "غدا", "refused": []},
        "place": {"text": "جنيف", "rule": "place.right", "words": "", "refused": []},
        "source": {"text": "", "rule": "", "words": "", "refused": []},
    }  # fmt: skip


def test_what_speaks_for_a_row_and_against_it() -> None:
    model = Model({"row": 2.5, "trigger deed-verb": -0.5, "never there": 9.0}, bias=-1.0, least=0.5, doubt=0.1)
    doc = read_conllu((CASES / "dates" / "day-after-publication.conllu").read_text(encoding="utf-8"))
    ((met,),) = [sentence["triggers"] for sentence in explain(doc, lexicon(), model)]
    assert met["links"] == [{
        "actor": "جون كيري", "cameo": "040", "target": "سيرغي لافروف", "chance": 0.73,
        "for": ["row"], "against": ["trigger deed-verb"],
    }]  # fmt: skip


def test_a_row_without_target_and_a_party_that_is_refused() -> None:
    (sentence,) = of_case("cues/own-state-is-ready")
    demand = sentence["triggers"][0]
    assert demand["rows"][0]["target"] == "" and demand["refused"] == ""
    assert demand["refusals"] == [{"text": "طهران", "guard": "content.own-state"}]
    (fallen,) = of("الهدنة")[0]["triggers"]
    assert fallen["refusals"] == [{"text": "الهدنة", "guard": "event.no-actor"}]


def test_a_slot_lists_what_was_refused_on_the_way() -> None:
    (sentence,) = of_case("dates/visit-made-in-year")
    assert {"text": "الصحف", "guard": "subject.disagrees"} in sentence["triggers"][0]["actor"]["refused"]
