"""What the lexicon lacks, from parsed sentences."""

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator

import pytest
from typer.testing import CliRunner

from syria_events.cli.app import app
from syria_events.lexicon import load
from syria_events.model import Article, Doc, Unknown
from syria_events.output.table import unknown_row
from syria_events.pipeline import unknown
from syria_events.rules.prepare import prepare
from syria_events.rules.unknown import find_missing, summarize
from syria_events.tagging.conllu import read_conllu

# Kerry flattered somebody unknown; `داهن` is no action of the lexicon, `التقى` is one
UNKNOWN = """\
# text = داهن كيري فلان بدران.
# entity = PER كيري
# entity = PER فلان بدران
1	داهن	داهَن	VERB	VP-A-3MS--	Aspect=Perf|Voice=Act	0	root	_	_
2	كيري	كيري	X	X---------	Foreign=Yes	1	nsubj	_	_
3	فلان	فلان	X	X---------	Foreign=Yes	1	obj	_	_
4	بدران	بدران	X	X---------	Foreign=Yes	3	nmod	_	_
5	.	.	PUNCT	G---------	_	1	punct	_	_
"""
KNOWN = """\
# text = التقى كيري لافروف.
# entity = PER كيري
# entity = PER لافروف
1	التقى	اِلتَقَى	VERB	VP-A-3MS--	Aspect=Perf|Voice=Act	0	root	_	_
2	كيري	كيري	X	X---------	Foreign=Yes	1	nsubj	_	_
3	لافروف	لافروف	X	X---------	Foreign=Yes	1	obj	_	_
4	.	.	PUNCT	G---------	_	1	punct	_	_
"""
MASDAR = """\
# text = استمر استرضاء كيري.
# entity = PER كيري
1	استمر	اِستَمَرّ	VERB	VP-A-3MS--	Aspect=Perf|Voice=Act	0	root	_	_
2	استرضاء	اِستِرضاء	NOUN	N------S1R	Case=Nom	1	nsubj	_	_
3	كيري	كيري	X	X---------	Foreign=Yes	2	nmod	_	_
4	.	.	PUNCT	G---------	_	1	punct	_	_
"""


def missing(text: str) -> list[tuple[str, str]]:
    return [(m.kind, m.text) for m in find_missing(read_conllu(text), load())]


def test_a_person_and_a_verb() -> None:
    assert missing(UNKNOWN) == [("person", "فلان بدران"), ("verb", "داهَن")]


def test_a_masdar_with_its_genitive() -> None:
    assert missing(MASDAR) == [("masdar", "اِستِرضاء")]


def test_a_verb_between_two_known_actors_counts_once() -> None:
    assert missing(KNOWN.replace("التقى", "داهن").replace("اِلتَقَى", "داهَن")) == [("verb", "داهَن")]


def test_a_verb_of_planning_is_no_action() -> None:
    assert missing(KNOWN.replace("التقى", "انتظر").replace("اِلتَقَى", "اِنتَظَر")) == []


def test_what_the_lexicon_has_is_not_missing() -> None:
    assert missing(KNOWN) == []


def test_a_verb_without_a_known_actor_is_no_news() -> None:
    assert missing(UNKNOWN.replace("كيري", "سمير")) == [("person", "سمير"), ("person", "فلان بدران")]


def found() -> list[Unknown]:
    docs = {"a": UNKNOWN, "b": UNKNOWN, "c": MASDAR}
    return summarize(
        ((name, item) for name, text in docs.items() for item in find_missing(read_conllu(text), load())), load()
    )


def test_the_most_frequent_first_with_a_sentence() -> None:
    rows = found()
    assert [(u.kind, u.text, u.count, u.articles) for u in rows] == [
        ("person", "فلان بدران", 2, 2), ("verb", "داهَن", 2, 2), ("masdar", "اِستِرضاء", 1, 1),
    ]  # fmt: skip
    assert rows[0].en == "~Fulan Badran" and rows[1].en == "" and rows[1].sentence == "داهن كيري فلان بدران."


@pytest.mark.parametrize("item", found(), ids=lambda item: item.kind)
def test_the_entry_is_toml_to_be_filled_in(item: Unknown) -> None:
    ((table, (entry,)),) = tomllib.loads(str(unknown_row(item)["entry"])).items()
    assert item.text in (entry.get("name"), *entry.get("verbs", ()), *entry.get("masdars", ()))
    assert table == ("actor" if item.kind == "person" else "action")


def test_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    class Tagger:
        def tag(self, articles: Iterable[Article]) -> Iterator[Doc]:
            list(articles)
            yield from map(read_conllu, (UNKNOWN, KNOWN))

    monkeypatch.setattr("syria_events.pipeline._tagger", lambda *_: Tagger())
    assert [u.kind for u in unknown("داهن كيري") if isinstance(u, Unknown)] == ["person", "verb"]
    result = CliRunner().invoke(app, ["unknown", "-", "--date", "2016-01-01"], input="داهن كيري فلان بدران.".encode())
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert result.exit_code == 0 and [row["text"] for row in rows] == ["فلان بدران", "داهَن"]
    assert result.stderr == "1 article, 2 unknown words\n"
    table = CliRunner().invoke(app, ["unknown", "-", "-f", "table"], input="داهن".encode()).stdout
    assert table.startswith("all articles\n") and "~Fulan Badran" in table and "داهن كيري فلان بدران" in table


@pytest.mark.parametrize("kind", ["person", "body", "group", "verb", "masdar"])
@pytest.mark.parametrize("text", ['حزب "النور"', "a\\b", "سطر\nآخر", "\x7f", "'''", "#"], ids=ascii)
def test_the_entry_is_valid_whatever_the_name(kind: str, text: str) -> None:
    entry = str(unknown_row(Unknown(kind, text, f"~{text}", 1, 1, ""))["entry"])
    ((_, (cells,)),) = tomllib.loads(entry).items()
    assert text in (cells.get("name"), *cells.get("verbs", ()), *cells.get("masdars", ()))


GROUP = """\
# text = قال الصحافيون نعم.
1	قال	قَال	VERB	VP-A-3MS--	Aspect=Perf|Voice=Act	0	root	_	_
2	الصحافيون	صَحَافِيّ	NOUN	N------P1D	Case=Nom|Number=Plur	1	nsubj	_	_
3	نعم	نَعَم	PART	F---------	_	1	obj	_	_
4	.	.	PUNCT	G---------	_	1	punct	_	_
"""


def test_no_actor_without_a_code_is_missed() -> None:
    """A group of no country has none; nor has a surname that stands for a name in full."""
    doc = read_conllu(GROUP)
    without = {actor.name for clause in prepare(doc, load()).clauses for m in clause.mentions for actor in m.actors}
    assert without == {"الصحافيون"} and missing(GROUP) == [("group", "الصحافيون")]
    surname = UNKNOWN.replace("فلان بدران", "بدران").replace("3\tفلان\tفلان", "3\tبدران\tبدران")
    surname = "\n".join(line for line in surname.splitlines() if not line.startswith("4\t")).replace("\n5\t", "\n4\t")
    assert missing(f"{UNKNOWN}\n{surname}\n").count(("person", "فلان بدران")) == 2


def test_captions_in_english_are_no_actors_of_arabic_news() -> None:
    assert missing(UNKNOWN.replace("فلان", "Sergei").replace("بدران", "Lavrov")) == [("verb", "داهَن")]
