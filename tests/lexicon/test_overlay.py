"""A user's own entries over ours: what they add, what they replace, what is wrong with them."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from syria_events.cli.app import app
from syria_events.errors import LexiconError
from syria_events.lexicon import load
from syria_events.lexicon.linter import check, load_checked

PERSON = """
[[actor]]
id = "a-person"
kind = "person"
name = "فلان الفلاني"
en = "A Person"
code = "SYROPP"
[[actor.office]]
office = "minister"
of = "SYR"
from = 2016-01-01
"""
ACTION = '[[action]]\nverbs = ["التقى"]\ngloss = "mine"\ncameo = "036"\nslots = ["obj"]\n'
PLACE = '[[place]]\nname = "تل فلان"\nen = "Tell Fulan"\nkind = "town"\nlat = 36.0\nlon = 37.0\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mine.toml").write_text(PERSON + ACTION + PLACE, encoding="utf-8")
    return tmp_path


def write(folder: Path, text: str) -> Path:
    (folder / "mine.toml").write_text(text, encoding="utf-8")
    return folder


def test_entries_are_added_before_ours(folder: Path) -> None:
    lexicon, ours = load_checked(folder), load()
    assert lexicon.by_id["a-person"].code == "SYROPP" and len(lexicon.actors) == len(ours.actors) + 1
    assert [a.gloss for a in lexicon.verbs["التقي"]][:1] == ["mine"] and len(lexicon.verbs["التقي"]) > 1
    assert lexicon.gazetteer.find("تل فلان", frozenset()) and not ours.gazetteer.find("تل فلان", frozenset())


def test_an_entry_of_the_same_id_replaces_ours(tmp_path: Path) -> None:
    kerry = PERSON.replace("a-person", "john-kerry").replace("فلان الفلاني", "جون كيري")
    lexicon = load_checked(write(tmp_path, kerry))
    assert lexicon.by_id["john-kerry"].code == "SYROPP" and len(lexicon.actors) == len(load().actors)


def test_without_a_folder_it_is_ours() -> None:
    assert load_checked(None) is load()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (PERSON.replace("SYROPP", "SYRXXX"), "mine.toml: [[actor]] a-person: code 'SYRXXX'"),
        (PERSON.replace("فلان الفلاني", "جون كيري"), "is shared: "),
        (PERSON.replace("a-person", ""), "id is empty"),
        ('[[group]]\nheads = ["مسلحون"]\nen = "gunmen"\nrole = "REB"\n', "is shared: "),
        (PERSON + PERSON, "id 'a-person' is given twice"),
        (ACTION.replace("036", "999"), "CAMEO has no code '999'"),
        (ACTION.replace('"obj"', '"بجوار"'), "slot 'بجوار' is neither obj nor a preposition"),
        (PLACE.replace("town", "hut"), "[[place]] تل فلان: kind 'hut'; allowed: airbase"),
        (PLACE.replace("36.0", "136.0"), "lat 136.0 is no coordinate"),
        (PLACE + 'country = "XXX"\n', "country 'XXX' is no country"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, text: str, said: str) -> None:
    count, problems = check(write(tmp_path, text))
    assert count and problems and said in "\n".join(problems)
    with pytest.raises(LexiconError, match="syria-events check"):
        load_checked(tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[actr]]\nid = 1", "mine.toml: unknown table [[actr]]; allowed: action, actor"),
        (PERSON + "x = 1", "unknown key 'x'"),
        ("[[actor", "mine.toml: not valid TOML"),
        (PERSON.replace("[[actor]]", "[actor]").split("[[actor.office")[0], "write each entry under a line [[actor]]"),
        ("actor = 3", "write each entry under a line [[actor]]"),
        (ACTION.replace('["التقى"]', "5"), "[[action]] mine: verbs: a list is expected"),
        (PERSON.replace('"فلان الفلاني"', "{a = 1}"), "name: str is expected"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(LexiconError) as caught:
        check(write(tmp_path, text))
    assert said in str(caught.value)


def test_editors_of_windows(tmp_path: Path) -> None:
    text = PERSON + PLACE.replace("36.0", "36")  # an integer for a number of degrees
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8-sig")
    assert check(tmp_path) == (2, [])
    (tmp_path / "mine.toml").write_text(text, encoding="cp1256")
    with pytest.raises(LexiconError, match=r"mine\.toml: not UTF-8"):
        check(tmp_path)


def test_a_person_needs_no_office(tmp_path: Path) -> None:
    assert check(write(tmp_path, PERSON.split("[[actor.office")[0])) == (1, [])


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"holds no \.toml file"):
        check(tmp_path)


def test_the_command(folder: Path) -> None:
    result = CliRunner().invoke(app, ["check", str(folder)])
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "3 entries, 0 problems\n")
    write(folder, PERSON.replace("SYROPP", "SYRXXX") + PLACE)
    result = CliRunner().invoke(app, ["check", str(folder)])
    assert (result.exit_code, result.stderr) == (1, "2 entries, 1 problem\n")
    assert result.stdout.startswith("mine.toml: [[actor]] a-person: code 'SYRXXX': a state and a role")
    assert result.stdout.count("\n") == 1


def test_the_command_on_what_is_no_lexicon(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["check", str(write(tmp_path, "[[actor"))])
    assert result.exit_code == 1 and result.stderr.startswith("Error: mine.toml: not valid TOML")
    assert CliRunner().invoke(app, ["check", str(tmp_path / "gone")]).exit_code == 2


@pytest.mark.usefixtures("fake_pipeline")
@pytest.mark.parametrize("command", ["extract", "entities"])
def test_a_run_takes_it(command: str, folder: Path) -> None:
    (article := folder / "a.txt").write_text("التقى كيري لافروف في جنيف.", encoding="utf-8")
    result = CliRunner().invoke(app, [command, str(article), "--lexicon", str(folder)])
    assert result.exit_code == 0
    write(folder, PERSON.replace("SYROPP", "SYRXXX"))
    result = CliRunner().invoke(app, [command, str(article), "--lexicon", str(folder)])
    assert result.exit_code == 1 and "code 'SYRXXX'" in result.stderr and len(result.stderr.splitlines()) == 1
