"""Puts the rows that the model chooses in the place of those that the rules alone would write."""

from dataclasses import replace

from syria_events.provenance import named
from syria_events.rules.attributes.finding import Finding
from syria_events.rules.events.analysis import Analysis
from syria_events.rules.events.assembly import Assembler
from syria_events.rules.events.frame import Frame
from syria_events.rules.linking.choosing import choose, weighed
from syria_events.rules.linking.features import View, frame_of
from syria_events.rules.linking.link import Link
from syria_events.rules.linking.model import Model
from syria_events.rules.values import Refusal

UNLIKELY = named("link.unlikely", "Of all parties near the trigger none is likely enough.", "قال … بحث", guard=True)
_GRAMMAR = ("irrealis.",)  # guards whose refusal stands, whatever the model thinks


class Linker:
    """Links the triggers of one document with their parties."""

    def __init__(self, model: Model, assembler: Assembler) -> None:
        self._model = model
        self._assembler = assembler

    def linked(self, analysis: Analysis) -> Analysis:
        """The analysis with the frames that the model chooses."""
        if not is_open(analysis):
            return analysis
        view = View(analysis)
        found = weighed(view, self._model)
        chosen = choose(view, found, self._model)
        frames = tuple(frame for link in chosen if (frame := self._frame(analysis, link)) is not None)
        refused = analysis.refused
        if not frames and analysis.frames:
            refused = (*refused, Refusal(analysis.trigger.word.text, UNLIKELY))
        return replace(analysis, frames=frames, refused=refused, links=tuple(chosen or found[:1]))

    def _frame(self, analysis: Analysis, link: Link) -> Frame | None:
        """The rules' own frame where they made it, else a new one."""
        sure = round(link.chance, 2)
        target = link.target.argument if link.target is not None else None
        own = frame_of(analysis, link.actor.key, link.target.key if link.target else "", link.cameo[:2])
        if own is not None:
            return replace(own, confidence=sure)
        if analysis.draft is None:
            return None
        draft = replace(
            analysis.draft, cameo=link.cameo, actors=(link.actor.argument,), confidence=sure,
            targets=(target,) if target is not None else (),
        )  # fmt: skip
        frame = self._assembler.frame(analysis.scene, draft, link.actor.argument, target)
        return replace(frame, source=Finding("")) if frame.source.value == frame.actor.actor.name else frame


def is_open(analysis: Analysis) -> bool:
    """Whether the model has a say: not where grammar shows that nothing happened."""
    return bool(analysis.frames) or not any(refusal.guard.startswith(_GRAMMAR) for refusal in analysis.refused)
