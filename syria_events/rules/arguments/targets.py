"""Whom a trigger is about: what stands in the slots of its entry, else the holder of the ground."""

from collections.abc import Iterator

from syria_events.provenance import guard, named
from syria_events.rules.arguments.between import between
from syria_events.rules.arguments.grounds import ground_holder
from syria_events.rules.arguments.objects import OBJECTS
from syria_events.rules.arguments.oblique import OBLIQUE, nationality
from syria_events.rules.arguments.scene import Scene, Slot, decide
from syria_events.rules.values import Arguments, Decision, Kind, Proposal, Refusal, Trigger

NONE = named("target.none", "Nothing stands where the entry has its target.", "تحدث كيري")


def target_of(scene: Scene, trigger: Trigger, slots: tuple[str, ...], subject: Arguments) -> Decision:
    """What stands in the first of these slots that is filled; of force, else who holds the ground."""
    refused: list[Refusal] = []
    for slot in (Slot(trigger, name, subject) for name in slots):
        for found in _in_slot(scene, slot):
            refused += found.refused
            if not found.taken.arguments:
                continue
            if slot.slot == "من" and is_place_left(scene, trigger, found.taken.arguments):
                refused += (Refusal(argument.text, "target.place-left") for argument in found.taken.arguments)
                break
            return Decision(found.taken, tuple(refused))
    if scene.root(trigger).ground_is_target:
        found = decide((ground_holder,), scene, Slot(trigger, "", subject), NONE)
        return Decision(found.taken, (*refused, *found.refused))
    return Decision(Proposal((), NONE), tuple(refused))


def _in_slot(scene: Scene, slot: Slot) -> Iterator[Decision]:
    match slot.slot:
        case "obj":
            yield decide(OBJECTS, scene, slot, NONE)
        case "بين":
            yield decide((between,), scene, slot, NONE)
        case _:
            yield decide(OBLIQUE, scene, slot, NONE)
    yield decide((nationality,), scene, slot, NONE)


@guard("target.place-left", "انسحبت القوات من سوريا")
def is_place_left(scene: Scene, trigger: Trigger, arguments: Arguments) -> bool:
    """A state that one withdraws from is a place."""
    states = all(argument.mention is not None and argument.mention.kind == Kind.STATE for argument in arguments)
    return scene.root(trigger).leaves_place and states
