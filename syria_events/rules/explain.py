"""Why a row, why none: what was named in each sentence, what its triggers are, and what was decided by which rule.

An explanation is made of plain dictionaries, lists and texts, so that it is JSON as it stands. Offsets are half-open
code points of the article's own text, 0-based; `rule` and `guard` are the ids of `codebook rules`.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

from syria_events.dates import resolve
from syria_events.dates.meanings import iso_days
from syria_events.lexicon import Lexicon
from syria_events.model import Doc, Entity, Event
from syria_events.rules.arguments.options import actor_options, target_options
from syria_events.rules.attributes.finding import Finding
from syria_events.rules.events.analysis import Analysis
from syria_events.rules.events.finder import event_of, frames_of
from syria_events.rules.events.frame import Frame
from syria_events.rules.events.merging import merge
from syria_events.rules.events.reader import DocumentReader, SentenceAnalysis
from syria_events.rules.linking.choosing import Parts, features_of, parts_of
from syria_events.rules.linking.features import View
from syria_events.rules.linking.link import Link
from syria_events.rules.linking.model import Model
from syria_events.rules.prepare import prepare
from syria_events.rules.trace import Trace
from syria_events.rules.triggers.gaps import passed_over
from syria_events.rules.values import Arguments, Decision, Mention, Proposal, Refusal

Explanation: TypeAlias = dict[str, Any]

_STRONGEST = 10  # features of a link that are told
NO_WORD = "no word of the sentence has an entry in the lexicon"


def explain(doc: Doc, lexicon: Lexicon, model: Model | None = None) -> list[Explanation]:
    """The explanation of every sentence of a document, in order; without a model that of rules alone."""
    prepared = prepare(doc, lexicon)
    sentences = {sentence.index: sentence for sentence in prepared.doc.sentences}
    analyses = list(DocumentReader(prepared, lexicon, model).read())
    events: dict[int, Event] = {}  # by the identity of the frame: two frames may be equal
    for merged in merge(frames_of(analyses)):
        event = event_of(doc, sentences[merged.frame.sentence], merged)
        events |= {id(frame): event for frame in merged.mentions}
    weighing = _Weighing(model) if model is not None else None
    return [_Explainer(doc, analysis, events, prepared.trace, weighing).sentence() for analysis in analyses]


@dataclass(frozen=True)
class _Weighing:
    """Tells why the linking model finds a row likely or not."""

    model: Model

    def told(self, analysis: Analysis) -> list[Explanation]:
        """The links that the model took, else the likeliest, with the features that weigh most."""
        if not analysis.links:
            return []
        _, parts = parts_of(View(analysis))
        return [self._link(parts, link) for link in analysis.links]

    def _link(self, parts: Parts, link: Link) -> Explanation:
        features = self.model.strongest(features_of(parts, link), _STRONGEST)
        return {
            "actor": link.actor.argument.actor.name,
            "cameo": link.cameo,
            "target": link.target.argument.actor.name if link.target is not None else "",
            "chance": round(link.chance, 2),
            "for": [name for name, weight in features if weight > 0],
            "against": [name for name, weight in features if weight < 0],
        }


class _Explainer:
    """Explains one sentence of a document."""

    def __init__(
        self, doc: Doc, analysis: SentenceAnalysis, events: dict[int, Event], trace: Trace,
        weighing: _Weighing | None,
    ) -> None:  # fmt: skip
        self._doc = doc
        self._trace = trace
        self._weighing = weighing
        self._clause = analysis.clause
        self._triggers = analysis.triggers
        self._events = events

    def sentence(self) -> Explanation:
        """The whole explanation."""
        sentence = self._clause.sentence
        start, end = self._doc.span(sentence.start, sentence.end)
        found = [analysis.trigger for analysis in self._triggers]
        triggers = [self._trigger(analysis) for analysis in self._triggers]
        stopped = [_refusal(refusal) for refusal in passed_over(self._clause, found)]
        return {
            "doc_id": self._doc.article.id,
            "index": sentence.index,
            "start": start,
            "end": end,
            "text": self._doc.original(sentence.start, sentence.end),
            "words": [{"text": text, "rule": rule} for text, rule in self._trace.mended(sentence.index)],
            "mentions": [self._mention(mention) for mention in self._clause.mentions],
            "no_mention": [_refusal(refusal) for refusal in self._trace.refused(sentence.index)],
            "dates": [self._date(entity) for entity in self._clause.dates],
            "triggers": triggers,
            "passed_over": stopped,
            "gap": "" if any(trigger["rows"] for trigger in triggers) else _gap(triggers, stopped),
        }

    def _mention(self, mention: Mention) -> Explanation:
        actors = [{"id": a.id, "name": a.name, "en": a.en, "code": a.code} for a in mention.actors]
        about = {"kind": str(mention.kind), "actors": actors, "rule": "; ".join(mention.rules), "note": mention.reason}
        return self._placed(mention.text, mention.start, mention.end) | about

    def _date(self, entity: Entity) -> Explanation:
        placed = self._placed(entity.text, entity.start, entity.end)
        if (phrase := entity.phrase) is None:
            return placed | {"rule": "", "kind": "", "days": ""}
        days = iso_days(resolve(phrase, self._doc.article.published, future=None))
        return placed | {
            "rule": "; ".join(phrase.rules),
            "kind": str(phrase.kind),
            "days": "/".join(filter(None, days)),
        }

    def _trigger(self, analysis: Analysis) -> Explanation:
        trigger, frame = analysis.trigger, next(iter(analysis.frames), None)
        placed = self._placed(trigger.word.text, trigger.word.start, trigger.word.end)
        about: Explanation = {
            "lemma": trigger.word.lemma,
            "tag": trigger.word.upos,
            "name": trigger.name,
            "cameo": frame.cameo if frame is not None else trigger.cameo,
            "entry": trigger.entry.id,
            "light": trigger.light_entry.id if trigger.light_entry is not None else "",
            "content": analysis.content.cue.id if analysis.content is not None else "",
            "rule": trigger.rule,
            "slots": list(analysis.scene.slots(trigger)),
            "refused": analysis.refused[0].guard if analysis.refused and frame is None else "",
            "refusals": [_refusal(refusal) for refusal in analysis.refused],
            "rows": [self._row(frame) for frame in analysis.frames],
            "links": self._weighing.told(analysis) if self._weighing is not None else [],
        }
        if analysis.roles is not None:
            actors = analysis.roles.actors
            about["actor"] = _slot(analysis.roles.actor, actor_options(analysis.scene, trigger))
            about["target"] = _slot(analysis.roles.target, target_options(analysis.scene, trigger, actors))
        for slot in ("actor", "target") if frame is not None else ():
            about.setdefault(slot, {"proposals": [], "refused": []})["taken"] = _of_frames(analysis.frames, slot)
        if frame is not None:
            place = frame.place.value
            about["status"] = {"value": str(frame.status.value), "rule": frame.status.rule, "words": frame.status.words}
            about["date"] = self._attribute(frame.when.value.text, frame.when)
            about["place"] = self._attribute(place.name if place is not None else "", frame.place)
            about["source"] = self._attribute(frame.source.value, frame.source)
        return placed | about

    def _placed(self, text: str, start: int, end: int) -> Explanation:
        first, last = self._doc.span(start, end)
        return {"text": text, "start": first, "end": last}

    def _attribute(self, text: str, finding: Finding[Any]) -> Explanation:
        refused = [_refusal(refusal) for refusal in finding.refused]
        return {"text": text, "rule": finding.rule, "words": finding.words, "refused": refused}

    def _row(self, frame: Frame) -> Explanation:
        """The row that a frame went into: its id, how many mentions it has, and what this one says."""
        event = self._events[id(frame)]
        return {
            "event_id": event.id,
            "actor": frame.actor.actor.name,
            "cameo": frame.cameo,
            "target": frame.target.actor.name if frame.target is not None else "",
            "status": str(frame.status.value),
            "rule": frame.rules.short,
            "rules": {part: list(ids) for part, ids in asdict(frame.rules).items()},
            "mentions": event.mentions,
        }


def _refusal(refusal: Refusal) -> Explanation:
    told = {"text": refusal.text, "guard": refusal.guard}
    return told | {"note": refusal.note} if refusal.note else told


def _slot(decision: Decision, options: Iterable[Proposal | Refusal]) -> Explanation:
    """What was taken for a slot, everything that was proposed, and everything that was refused."""
    found = list(options)
    taken = decision.taken
    proposals = [_proposal(proposal) for proposal in found if isinstance(proposal, Proposal)]
    refused = dict.fromkeys((*decision.refused, *(refusal for refusal in found if isinstance(refusal, Refusal))))
    return {
        "taken": _proposal(taken),
        "proposals": proposals,
        "refused": [_refusal(refusal) for refusal in refused],
    }


def _of_frames(frames: Iterable[Frame], slot: str) -> Explanation:
    """The arguments that rows have: the content of a statement may have decided others than its word of saying."""
    arguments = dict.fromkeys(argument for frame in frames if (argument := getattr(frame, slot)) is not None)
    rule = next((argument.rule for argument in arguments), "")
    return {"rule": rule, "text": _texts(tuple(arguments)), "null": False}


def _proposal(proposal: Proposal) -> Explanation:
    return {"rule": _rule(proposal), "text": _texts(proposal.arguments), "null": proposal.elided}


def _rule(proposal: Proposal) -> str:
    """The rule that proposed the arguments; they may have been decided by another than the slot."""
    return proposal.arguments[0].rule if proposal.arguments else proposal.rule


def _texts(arguments: Arguments) -> list[str]:
    """The words that name each argument; of a mention that names several, or none here, the name of the actor."""
    mentions = ((argument, argument.mention) for argument in arguments)
    return [m.text if m is not None and len(m.actors) == 1 else argument.actor.name for argument, m in mentions]


def _gap(triggers: list[Explanation], passed_over: list[Explanation]) -> str:
    """Why a sentence has no row, in one line."""
    stopped = [f"{trigger['text']} ({trigger['refused']})" for trigger in triggers]
    stopped += [f"{word['text']} ({word['guard']})" for word in passed_over]
    return f"no row: {', '.join(stopped)}" if stopped else f"no row: {NO_WORD}"
