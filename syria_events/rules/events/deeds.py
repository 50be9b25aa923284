"""Deeds: what, by a verb or masdar, somebody did to somebody."""

from syria_events.rules.arguments.roles import Roles
from syria_events.rules.arguments.scene import Scene
from syria_events.rules.attributes.finding import Finding
from syria_events.rules.events.analysis import Analysis
from syria_events.rules.events.assembly import Assembler
from syria_events.rules.events.constraints import (
    has_no_actor,
    is_civil_null_subject,
    is_hidden_passive,
    is_unnamed,
    without_outlets,
)
from syria_events.rules.events.draft import Draft
from syria_events.rules.values import Arguments, Refusal, Trigger

_SURE, _ELIDED, _NOUN = 0.85, 0.25, 0.1  # confidence, and what a null subject or a masdar takes from it


def read_deed(assembler: Assembler, scene: Scene, trigger: Trigger, roles: Roles, source: Finding[str]) -> Analysis:
    """The frames of a deed, or the guard that refuses it."""
    actors = without_outlets(roles.actors)
    draft = Draft(
        trigger, roles.cameo or trigger.cameo, (trigger.rule, trigger.entry.id), actors, roles.targets, source,
        _SURE - _ELIDED * roles.actor.taken.elided - _NOUN * trigger.is_noun, symmetric=roles.symmetric,
    )  # fmt: skip
    if refused := _refused(scene, trigger, roles, actors):
        return Analysis(trigger, scene, roles, (Refusal(trigger.word.text, refused),), draft=draft)
    frames, pairs = assembler.frames(scene, draft)
    return Analysis(trigger, scene, roles, pairs, frames, draft=draft)


def _refused(scene: Scene, trigger: Trigger, roles: Roles, actors: Arguments) -> str:
    """The guard that ends a deed; empty for none."""
    if is_unnamed(roles):
        return "event.unnamed-source"
    if is_civil_null_subject(roles, actors, armed=scene.root(trigger).armed):
        return "deed.civil-null-subject"
    if is_hidden_passive(scene, trigger, roles, actors):
        return "deed.hidden-passive"
    return "event.no-actor" if has_no_actor(actors) else ""
