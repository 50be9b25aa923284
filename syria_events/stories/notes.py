"""What the tellings of one event, side by side, say of each: that another contradicts it, or that a plan was carried out."""

from collections.abc import Sequence
from enum import StrEnum

from syria_events.stories.tellings import Telling


class Note(StrEnum):
    """What `story_note` holds."""

    CONTRADICTED = "contradicted"
    CARRIED_OUT = "carried out"
    NONE = ""


def note(telling: Telling, story: Sequence[Telling]) -> Note:
    """The note of a telling among those of its story; what its own article says elsewhere does not count."""
    others = [other for other in story if other.doc != telling.doc]
    opposite = {"actual": "negated", "negated": "actual"}.get(telling.status)
    if any(other.status == opposite for other in others):
        return Note.CONTRADICTED
    if telling.status == "planned" and any(_is_later(other, telling) for other in others if other.status == "actual"):
        return Note.CARRIED_OUT
    return Note.NONE


def _is_later(deed: Telling, plan: Telling) -> bool:
    """Whether a deed may be what was planned: it is not told, nor done, before the plan is told."""
    if plan.published is None:
        return True
    done = deed.days[1] if deed.days is not None else deed.published
    return (done is None or done >= plan.published) and (deed.published is None or deed.published >= plan.published)
