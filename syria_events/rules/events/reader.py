"""Reads the sentences of a document in order, and keeps the discourse state."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from syria_events.lexicon import Lexicon
from syria_events.rules.arguments.masdars import masdar_roles
from syria_events.rules.arguments.roles import Roles
from syria_events.rules.arguments.scene import Scene
from syria_events.rules.arguments.verbs import verb_roles
from syria_events.rules.attributes.attribution import SPEAKER, UNNAMED, Attribution, SourceReader, source_of, still_told
from syria_events.rules.attributes.factuality import StatusReader
from syria_events.rules.attributes.finding import Finding
from syria_events.rules.attributes.irrealis import asking, is_modal, is_subjunctive
from syria_events.rules.coreference.discourse import Discourse
from syria_events.rules.events.analysis import Analysis
from syria_events.rules.events.assembly import Assembler
from syria_events.rules.events.constraints import is_impersonal
from syria_events.rules.events.deeds import read_deed
from syria_events.rules.events.statements import StatementReader
from syria_events.rules.linking.linker import Linker
from syria_events.rules.linking.model import Model
from syria_events.rules.prepare import Prepared
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.relative import in_relative
from syria_events.rules.triggers.announced import headline, quoted_through
from syria_events.rules.triggers.content import Content, CueReader
from syria_events.rules.triggers.finder import find_triggers
from syria_events.rules.values import Refusal, Status, Trigger


@dataclass(frozen=True, slots=True)
class SentenceAnalysis:
    """What was made of a sentence, trigger by trigger in the order in which they were read."""

    clause: Clause
    triggers: tuple[Analysis, ...]


@dataclass(frozen=True, slots=True)
class _Speaking:
    """The statement whose content is being read, and the source that deeds in it have."""

    at: int
    source: Finding[str]


class DocumentReader:
    """Reads the sentences of one document in order.

    Args:
        model: chooses among candidates; without one the rows are those of the rules alone.
    """

    def __init__(self, prepared: Prepared, lexicon: Lexicon, model: Model | None = None) -> None:
        self._clauses = prepared.clauses
        self._status = StatusReader(lexicon)
        self._sources = SourceReader(lexicon)
        self._assembler = Assembler(prepared.doc.article.published, prepared.places, self._status)
        self._statements = StatementReader(self._assembler, CueReader(lexicon), self._status)
        self._linker = Linker(model, self._assembler) if model is not None else None

    def read(self) -> Iterator[SentenceAnalysis]:
        """The sentences, the discourse state passed on from each to the next."""
        discourse = Discourse()
        for clause in self._clauses:
            analyses, discourse = self._sentence(clause, discourse)
            discourse = discourse.with_named(tuple(mention for mention in clause.mentions if mention.actors))
            if self._linker is not None:
                analyses = tuple(map(self._linker.linked, analyses))
            yield SentenceAnalysis(clause, analyses)

    def _sentence(self, clause: Clause, discourse: Discourse) -> tuple[tuple[Analysis, ...], Discourse]:
        triggers = tuple(find_triggers(clause))
        scene = Scene(clause, triggers, discourse)
        attributed = self._sources.attributed(clause)
        analyses: list[Analysis] = []
        for found in (*headline(clause), *quoted_through(clause)):
            analyses.append(self._statements.announced(scene, found))
            scene = _heard(scene, analyses[-1])
        speaking: _Speaking | None = None
        modal: Content | None = None
        for trigger in triggers:
            analysis = self._trigger(scene, trigger, attributed, speaking, modal)
            if trigger.speech is not None and analysis.roles is not None:
                modal = self._statements.modal_content(scene, analysis)
                speaking = _speaking(trigger, analysis.roles) or speaking
            analyses.append(analysis)
            scene = _heard(scene, analysis)
        return tuple(analyses), scene.discourse

    def _trigger(
        self, scene: Scene, trigger: Trigger, attributed: tuple[Attribution, ...], speaking: _Speaking | None,
        modal: Content | None,
    ) -> Analysis:  # fmt: skip
        if (refused := self._irrealis(scene, trigger, modal)) is not None:
            return Analysis(trigger, scene, refused=(refused,))
        roles = masdar_roles(scene, trigger) if trigger.is_noun else verb_roles(scene, trigger)
        if trigger.speech is not None:
            analysis = self._statements.read(scene, trigger, roles, source_of(attributed, trigger.word.id))
        else:
            source = _source(scene, trigger, attributed, speaking)
            analysis = read_deed(self._assembler, scene, trigger, roles, source)
        return _with_parties(scene, trigger, roles, analysis)

    def _irrealis(self, scene: Scene, trigger: Trigger, modal: Content | None) -> Refusal | None:
        """The refusal of a trigger that is only asked for, wished or possible."""
        text = trigger.word.text
        if (asked := asking(trigger, scene.triggers, scene.clause)) is not None:
            return Refusal(text, "irrealis.content", asked.verb.text)
        subjunctive = is_subjunctive(trigger, scene.clause)
        if subjunctive and self._status.status(trigger, scene.clause).value == Status.ACTUAL:
            return Refusal(text, "irrealis.subjunctive", scene.clause.word(trigger.verb.id - 1).text)
        if is_modal(trigger, modal) and modal is not None:
            return Refusal(text, "irrealis.modal", modal.cue.gloss)
        return None


def _source(
    scene: Scene, trigger: Trigger, attributed: tuple[Attribution, ...], speaking: _Speaking | None
) -> Finding[str]:
    """Who reports a deed: who makes the statement it stands in, else whom the sentence names as its source."""
    at = trigger.word.id
    told = speaking is not None and speaking.at < at and still_told(scene.clause, speaking.at, at)
    if speaking is not None and told and not in_relative(scene.clause, trigger.verb):
        return speaking.source
    return source_of(attributed, at)


def _with_parties(scene: Scene, trigger: Trigger, roles: Roles, analysis: Analysis) -> Analysis:
    """The analysis with whom later null subjects and pronouns may stand for."""
    actors = roles.actors
    says = trigger.speech is not None and not trigger.is_noun
    acts = trigger.light is not None or not trigger.is_noun
    carries_on = acts and not roles.actor.taken.elided and not in_relative(scene.clause, trigger.verb)
    return replace(analysis, subject=actors if carries_on else (), speakers=actors if says else ())


def _heard(scene: Scene, analysis: Analysis) -> Scene:
    """The scene behind a trigger."""
    discourse = scene.discourse
    if analysis.speakers:
        discourse = discourse.with_speaker(analysis.speakers)
    elif _unnamed_speaks(analysis):
        discourse = discourse.with_speaker(())  # `وأضاف المصدر`, `وأضاف`: nobody who was named before
    if analysis.subject:
        discourse = discourse.with_subject(analysis.subject)
    return replace(scene, discourse=discourse)


def _unnamed_speaks(analysis: Analysis) -> bool:
    trigger = analysis.trigger
    said = trigger.speech is not None and not trigger.is_noun
    return said and analysis.roles is not None and analysis.roles.actor.taken.unnamed


def _speaking(trigger: Trigger, roles: Roles) -> _Speaking | None:
    """The statement that a word of saying opens, if anybody says it."""
    source = roles.actor.taken.source
    if trigger.is_noun or is_impersonal(trigger, roles) or not (roles.actors or source):
        return None
    name = Finding(source, UNNAMED) if source else Finding(roles.actors[0].actor.name, SPEAKER)
    return _Speaking(trigger.word.id, name)
