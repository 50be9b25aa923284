"""What is decided about both parties of a trigger, and everything that could have been."""

from pathlib import Path

import pytest

from syria_events.rules.arguments.masdars import masdar_roles
from syria_events.rules.arguments.options import actor_options, target_options
from syria_events.rules.arguments.verbs import verb_roles
from tests.rules.building import arguments, asked, options, rows, scene, shown, told, trigger

TABLES = Path(__file__).parent


def roles(text: str, about: str) -> str:
    """What is decided about the parties of the trigger that is asked about.

    Args:
        about: who was named before; `actor` and `target` for all that could have been decided.
    """
    wanted = options(about)
    before = {name: wanted[name] for name in ("subjects", "speakers", "named") if name in wanted}
    read = scene(text, **before)
    of = trigger(read, asked(text))
    if "actor" in wanted:
        return "; ".join(map(shown, actor_options(read, of)))
    if "target" in wanted:
        actors = arguments(wanted["target"], read.clause) if wanted["target"] != "yes" else ()
        return "; ".join(map(shown, target_options(read, of, actors)))
    return told(masdar_roles(read, of) if of.is_noun else verb_roles(read, of))


@pytest.mark.parametrize(("text", "about", "expected"), rows(TABLES / "roles.tsv"))
def test_roles(text: str, about: str, expected: str) -> None:
    assert roles(text, about) == expected
