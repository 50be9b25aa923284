"""What was made of one trigger: every decision on the way to its frames, or the guard that ended it."""

from dataclasses import dataclass, field

from syria_events.rules.arguments.roles import Roles
from syria_events.rules.arguments.scene import Scene
from syria_events.rules.events.frame import Frame
from syria_events.rules.triggers.content import Content
from syria_events.rules.values import Arguments, Refusal, Trigger


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was made of one trigger.

    Args:
        scene: what the rules saw: the sentence, and the discourse state before the trigger.
        refused: by which guards it, or parties of it, make no row.
        subject: whom later null subjects may stand for.
        speakers: who makes a statement, for pronouns and null subjects behind it.
        content: the construction in what is said.
    """

    trigger: Trigger
    scene: Scene
    roles: Roles | None = None
    refused: tuple[Refusal, ...] = ()
    frames: tuple[Frame, ...] = ()
    content: Content | None = None
    subject: Arguments = field(default=())
    speakers: Arguments = field(default=())
