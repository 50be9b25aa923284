"""Targets, and the parties of masdars, rule by rule: everything that is proposed and refused, in order."""

from pathlib import Path

import pytest

from syria_events.normalize import fold
from syria_events.rules.arguments import content_targets, objects, oblique
from syria_events.rules.arguments.agents import agent
from syria_events.rules.arguments.between import between
from syria_events.rules.arguments.genitives import (
    behind_from,
    behind_to,
    genitive,
    nationalities,
    possessor,
    second_object,
)
from syria_events.rules.arguments.grounds import ground_holder
from syria_events.rules.arguments.masdars import attending, brought_together, follower, taken_up
from syria_events.rules.arguments.scene import Slot
from syria_events.rules.arguments.verbs import comitative
from tests.rules.building import Built, arguments, asked, options, proposed, rows, scene, trigger

TABLES = Path(__file__).parent
OF_SLOT = {  # looked up when they are asked, as the program does
    "objects": lambda: objects.OBJECTS,
    "oblique": lambda: oblique.OBLIQUE,
    "between": lambda: (between,),
    "content": lambda: content_targets.OF_CONTENT,
    "ground": lambda: (ground_holder,),
    "nationality": lambda: (oblique.nationality,),
}
OF_TRIGGER = {
    "agent": agent,
    "attending": attending,
    "behind-from": behind_from,
    "behind-to": behind_to,
    "brought-together": brought_together,
    "comitative": comitative,
    "follower": follower,
    "genitive": genitive,
    "nationalities": nationalities,
    "possessor": possessor,
    "taken-up": taken_up,
}


def found(text: str, about: str) -> str:
    """What rules propose for a slot of the trigger that is asked about.

    Args:
        about: which rules, the `slot` (the object, if it is not told), the `subject` or, for a second object, the
            `doer`, and who was named before.
    """
    told = options(about)
    before = {name: told[name] for name in ("subjects", "speakers", "named") if name in told}
    read = scene(text, **before)
    of = trigger(read, asked(text))
    for name in told:
        if name in OF_SLOT:
            subject = arguments(told["subject"], read.clause) if "subject" in told else ()
            return "; ".join(proposed(OF_SLOT[name](), read, Slot(of, fold(told.get("slot", "obj")), subject)))
        if name in OF_TRIGGER:
            return "; ".join(proposed([OF_TRIGGER[name]], read, of))
    assert "doer" in told, about
    return "; ".join(proposed([second_object], read, (of, arguments(told["doer"], read.clause))))


@pytest.mark.parametrize(("text", "about", "expected"), rows(TABLES / "targets.tsv"))
def test_targets(text: str, about: str, expected: str) -> None:
    assert found(text, about) == expected


@pytest.mark.parametrize(("text", "about", "expected"), rows(TABLES / "parties.tsv"))
def test_parties_of_masdars(text: str, about: str, expected: str) -> None:
    assert found(text, about) == expected


def test_no_trigger_stands_where_none_is_asked_about() -> None:
    assert Built("القرار [russia]").clause.named_words == {2}
