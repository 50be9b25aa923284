"""What was made of one trigger: every decision on the way to its frames, or the guard that ended it."""

from dataclasses import dataclass, field

from syria_events.rules.arguments.roles import Roles
from syria_events.rules.arguments.scene import Scene
from syria_events.rules.events.draft import Draft
from syria_events.rules.events.frame import Frame
from syria_events.rules.linking.link import Link
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
        draft: what a row of other parties would be made of; None for a trigger that no rule could read.
        links: what the linking model weighed, as far as it was asked: those it took, or the likeliest.
    """

    trigger: Trigger
    scene: Scene
    roles: Roles | None = None
    refused: tuple[Refusal, ...] = ()
    frames: tuple[Frame, ...] = ()
    content: Content | None = None
    subject: Arguments = field(default=())
    speakers: Arguments = field(default=())
    draft: Draft | None = None
    links: tuple[Link, ...] = field(default=())
