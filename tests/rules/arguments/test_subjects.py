"""The subject of a verb, rule by rule: everything that is proposed and refused, in order."""

from pathlib import Path

import pytest

from syria_events.rules.arguments import subjects as module
from syria_events.rules.arguments.postverbal import postverbal
from syria_events.rules.arguments.scene import Predicate
from tests.rules.building import asked, options, proposed, rows, scene, shown

TABLES = Path(__file__).parent


def subjects(text: str, about: str) -> str:
    """What the rules propose for the subject of the verb that is asked about.

    Args:
        about: `speech`, `participle`, `noun` with its id, `postverbal` for that rule alone, `decides` for what is
            taken, and who was named before.
    """
    told = options(about)
    speech, participle, noun = "speech" in told, "participle" in told, int(told.get("noun", 0))
    rules = [postverbal] if "postverbal" in told else module.SUBJECTS
    before = {name: told[name] for name in ("subjects", "speakers", "named") if name in told}
    read = scene(text, **before)
    predicate = Predicate(read.clause.word(asked(text)), speech, participle, noun)
    if "decides" in told:
        decision = module.subject_of(read, predicate)
        return "; ".join(map(shown, (*decision.refused, decision.taken)))
    return "; ".join(proposed(rules, read, predicate))


@pytest.mark.parametrize(("text", "about", "expected"), rows(TABLES / "subjects.tsv"))
def test_subjects(text: str, about: str, expected: str) -> None:
    assert subjects(text, about) == expected


@pytest.mark.parametrize(("text", "about", "expected"), rows(TABLES / "postverbal.tsv"))
def test_behind_the_verb(text: str, about: str, expected: str) -> None:
    assert subjects(text, f"postverbal; {about}") == expected
