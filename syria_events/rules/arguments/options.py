"""Everything that the rules propose for the slots of a trigger, whatever is taken: for explanations."""

from collections.abc import Iterator

from syria_events.rules.arguments.agents import agent
from syria_events.rules.arguments.between import between
from syria_events.rules.arguments.content_targets import OF_CONTENT
from syria_events.rules.arguments.genitives import (
    before_object,
    behind_from,
    behind_to,
    genitive,
    nationalities,
    object_of_masdar,
    of_light_masdar,
    possessor,
)
from syria_events.rules.arguments.grounds import ground_holder
from syria_events.rules.arguments.masdars import attending, brought_together, follower, taken_up
from syria_events.rules.arguments.objects import OBJECTS
from syria_events.rules.arguments.oblique import OBLIQUE, nationality
from syria_events.rules.arguments.scene import Predicate, Scene, Slot, proposals
from syria_events.rules.arguments.subjects import SUBJECTS
from syria_events.rules.arguments.verbs import comitative
from syria_events.rules.values import Arguments, Proposal, Refusal, Trigger

_OF_MASDAR = (
    taken_up,
    brought_together,
    behind_from,
    genitive,
    behind_to,
    nationalities,
    possessor,
    agent,
    before_object,
    of_light_masdar,
    attending,
)


def actor_options(scene: Scene, trigger: Trigger) -> Iterator[Proposal | Refusal]:
    """What rules propose, and guards refuse, for the actor."""
    if trigger.light is not None:
        yield from proposals(SUBJECTS, scene, Predicate(trigger.light, noun=trigger.word.id))
    if trigger.is_noun:
        yield from proposals(_OF_MASDAR, scene, trigger)
    else:
        predicate = Predicate(trigger.word, speech=trigger.speech is not None, participle=trigger.participle)
        yield from proposals(SUBJECTS, scene, predicate)
        yield from proposals((agent,), scene, trigger)


def target_options(scene: Scene, trigger: Trigger, actors: Arguments) -> Iterator[Proposal | Refusal]:
    """What rules propose, and guards refuse, for the target, slot by slot."""
    for name in scene.slots(trigger):
        slot = Slot(trigger, name, actors)
        match name:
            case "obj" if trigger.is_noun:
                continue
            case "obj":
                yield from proposals(OBJECTS, scene, slot)
            case "بين":
                yield from proposals((between,), scene, slot)
            case _:
                yield from proposals(OBLIQUE, scene, slot)
        yield from proposals((nationality,), scene, slot)
    if scene.root(trigger).ground_is_target:
        yield from proposals((ground_holder,), scene, Slot(trigger, "", actors))
    if trigger.is_noun:
        yield from proposals((genitive, object_of_masdar, follower), scene, trigger)
    else:
        yield from proposals((comitative,), scene, trigger)
    if trigger.action is not None and trigger.action.content:
        yield from proposals(OF_CONTENT, scene, Slot(trigger, "", actors))
