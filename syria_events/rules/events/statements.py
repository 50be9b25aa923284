"""Statements: who says what, and the code that its content decides."""

from syria_events.provenance import named
from syria_events.rules.arguments.roles import Roles
from syria_events.rules.arguments.scene import Scene, sign
from syria_events.rules.attributes.attribution import PASSED_ON
from syria_events.rules.attributes.factuality import DEFAULT, StatusReader
from syria_events.rules.attributes.finding import Finding
from syria_events.rules.coreference.antecedents import arguments_of
from syria_events.rules.events.analysis import Analysis
from syria_events.rules.events.assembly import Assembler, Draft
from syria_events.rules.events.constraints import (
    has_no_actor,
    is_cited,
    is_impersonal,
    is_not_said,
    is_own_state,
    is_unnamed,
    is_unowned,
    without_outlets,
)
from syria_events.rules.triggers.announced import Announced
from syria_events.rules.triggers.content import CUE, Content, CueReader
from syria_events.rules.values import Arguments, Refusal, Status, Trigger

PARTY = named("target.of-statement", "The party that the construction in a statement is about.", "يجب على دمشق أن")
_SURE, _ELIDED, _NOUN = 0.8, 0.25, 0.15  # confidence, and what a null subject or a noun of saying takes from it
_ACTUAL = Finding(Status.ACTUAL, DEFAULT)


class StatementReader:
    """Reads the statements of one document."""

    def __init__(self, assembler: Assembler, cues: CueReader, status: StatusReader) -> None:
        self._assembler = assembler
        self._cues = cues
        self._status = status

    def announced(self, scene: Scene, found: Announced) -> Analysis:
        """A statement whose speaker is known with its trigger."""
        source = Finding(found.source, PASSED_ON if found.source else "")
        last = len(scene.clause.sentence.words)
        drafted, content, own = self._draft(
            scene, found.trigger, (found.speaker,), (), (found.content, last), source, found.confidence, _ACTUAL
        )
        frames, refused = self._assembler.frames(scene, drafted)
        speakers = (found.speaker,)
        return Analysis(found.trigger, scene, None, own + refused, frames, content, speakers, speakers)

    def read(self, scene: Scene, trigger: Trigger, roles: Roles, attributed: Finding[str]) -> Analysis:
        """A statement by a word of saying: who says it, to whom, and what its content decides."""
        status = self._status_of(scene, trigger)
        actors = without_outlets(roles.actors)
        if refused := _refused(scene, trigger, roles, actors, status.value):
            return Analysis(trigger, scene, roles, (Refusal(trigger.word.text, refused),))
        confidence = _SURE - _ELIDED * roles.actor.taken.elided - _NOUN * trigger.is_noun
        span = trigger.word.id + 1, _last(scene, trigger)
        draft, content, own = self._draft(scene, trigger, actors, roles.targets, span, attributed, confidence, status)
        frames, pairs = self._assembler.frames(scene, draft)
        return Analysis(trigger, scene, roles, own + pairs, frames, content)

    def modal_content(self, scene: Scene, analysis: Analysis) -> Content | None:
        """The construction anywhere behind a statement that made a row: behind it no deed is an event of its own."""
        if not analysis.frames:
            return None
        last = len(scene.clause.sentence.words)
        return self._cues.strongest(scene.clause, analysis.trigger.word.id + 1, last, ())

    def _status_of(self, scene: Scene, trigger: Trigger) -> Finding[Status]:
        if trigger.is_noun or trigger.cameo == scene.lexicon.codes.deny:
            return _ACTUAL
        return self._status.status(trigger, scene.clause)

    def _draft(
        self, scene: Scene, trigger: Trigger, actors: Arguments, addressees: Arguments, span: tuple[int, int],
        source: Finding[str], confidence: float, status: Finding[Status],
    ) -> tuple[Draft, Content | None, tuple[Refusal, ...]]:  # fmt: skip
        content = self._cues.content(scene.clause, *span, tuple(actor.actor for actor in actors))
        events: tuple[str, ...] = (trigger.rule, trigger.entry.id)
        cameo, targets = trigger.cameo, addressees
        refused: tuple[Refusal, ...] = ()
        if content is not None:
            party, refused = _parties(content, actors)
            optional = scene.lexicon.root(content.cameo).target_optional
            about = party if content.targets else addressees if optional else ()
            if about or optional:
                cameo, targets, events = content.cameo, about, (CUE, content.cue.id, *events)
        if scene.lexicon.root(cameo).statement:
            targets = without_outlets(targets)
        return Draft(trigger, cameo, events, actors, targets, source, confidence, status=status), content, refused


def _parties(content: Content, actors: Arguments) -> tuple[Arguments, tuple[Refusal, ...]]:
    """The parties of the construction, but for the speakers, and what is refused as their own state."""
    names = {actor.actor.name for actor in actors}
    others = [party for party in arguments_of(content.targets) if party.actor.name not in names]
    own = [party for party in others if any(is_own_state(actor, party) for actor in actors)]
    refused = tuple(Refusal(party.text, "content.own-state") for party in own)
    return sign(tuple(party for party in others if party not in own), PARTY), refused


def _refused(scene: Scene, trigger: Trigger, roles: Roles, actors: Arguments, status: Status) -> str:
    """The guard that ends a statement; empty for none."""
    if is_unnamed(roles):
        return "event.unnamed-source"
    if has_no_actor(actors):
        return "event.no-actor"
    if is_cited(trigger, scene.clause):
        return "statement.cited"
    if is_unowned(trigger, actors):
        return "statement.unowned-noun"
    if is_impersonal(trigger, roles):
        return "statement.impersonal"
    return "statement.negated" if is_not_said(trigger, status) else ""


def _last(scene: Scene, trigger: Trigger) -> int:
    """The last word of what is said: before the next word of saying."""
    later = (
        other.word.id
        for other in scene.triggers
        if other.speech is not None and not other.is_noun and other.word.id > trigger.word.id
    )
    return next(later, len(scene.clause.sentence.words) + 1) - 1
