"""What the model looks at: short texts such as `actor chosen=subject.postverbal` or `target side=after deed-verb`.

Every feature is a fact that is there or not. Those of a trigger, of each candidate in each slot, and of a pair are kept
apart, so that a trigger's many pairs share what their parts have.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from syria_events.model import Sentence
from syria_events.rules.events.analysis import Analysis
from syria_events.rules.events.assembly import identity
from syria_events.rules.events.frame import Frame
from syria_events.rules.linking.candidates import SlotOptions
from syria_events.rules.linking.link import Candidate
from syria_events.rules.sentence.agreement import agrees, disagree
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import COMMAS
from syria_events.rules.values import Mention, Trigger

_BUCKETS = (0, 1, 2, 3, 5, 8, 12, 20)
_ARCS = 4  # of the path between two words
_FUNCTION_WORDS = frozenset("SCONJ ADP PART CCONJ AUX".split())
_BODIES = ("IGO", "IMG", "NGO")


def bucket(number: int) -> str:
    """A number as one of a few ranges, by its upper end."""
    return next((str(end) for end in _BUCKETS if number <= end), "more")


@dataclass(frozen=True)
class View:
    """A trigger as the model sees it: not where in the article it stands, so that a sentence alone is read alike."""

    analysis: Analysis

    @property
    def trigger(self) -> Trigger:
        """The trigger itself."""
        return self.analysis.trigger

    @property
    def clause(self) -> Clause:
        """Its sentence."""
        return self.analysis.scene.clause

    @cached_property
    def kind(self) -> str:
        """The construction, such as `speech-verb`, `deed-noun` or `deed-light`."""
        trigger = self.trigger
        what = "speech" if trigger.speech is not None else "deed"
        if trigger.participle:
            return f"{what}-participle"
        return f"{what}-light" if trigger.light is not None else f"{what}-{'noun' if trigger.is_noun else 'verb'}"

    @cached_property
    def slots(self) -> tuple[str, ...]:
        """Where its entry has its target."""
        return self.analysis.scene.slots(self.trigger)


def of_trigger(view: View) -> Iterator[str]:
    """The features of a trigger, whoever its parties are."""
    trigger, clause, kind = view.trigger, view.clause, view.kind
    verb = trigger.verb.id
    yield f"trigger {kind}"
    yield f"trigger rule={trigger.rule}"
    yield f"trigger entry={trigger.entry.id}"
    yield f"trigger root={trigger.cameo[:2]}"
    yield f"trigger tag={trigger.word.upos} {trigger.word.feat('Aspect')}"
    yield f"trigger relation={_relation(trigger.word.deprel)}"
    yield f"trigger head={clause.tag(trigger.word.head) if trigger.word.head else 'root'} {kind}"
    yield f"trigger before={clause.form(verb - 1) if clause.tag(verb - 1) in _FUNCTION_WORDS else 'other'}"
    yield f"trigger mentions={bucket(len(clause.mentions))}"
    yield f"trigger triggers={bucket(len(view.analysis.scene.triggers))} {kind}"
    if view.analysis.content is not None:
        yield f"trigger content={view.analysis.content.cameo[:2]}"


def of_candidate(view: View, slot: str, candidate: Candidate, mine: SlotOptions, other: SlotOptions) -> Iterator[str]:
    """The features of a candidate in one slot, `actor` or `target`; `other` are the options of the other slot."""
    for feature in _in_slot(view, candidate, mine, other):
        yield f"{slot} {feature}"


def _in_slot(view: View, candidate: Candidate, mine: SlotOptions, other: SlotOptions) -> Iterator[str]:
    mention = candidate.argument.mention
    yield from _who(view, candidate)
    yield from _proposed(view, candidate, mine, other)
    if mention is None or mention.sentence != view.clause.sentence.index:
        yield from _elsewhere(view, candidate, mention)
    else:
        yield from _in_sentence(view, candidate, mention)


def _who(view: View, candidate: Candidate) -> Iterator[str]:
    actor, root = candidate.argument.actor, view.trigger.cameo[:2]
    name, role = _name_kind(candidate), _role(actor.code)
    yield f"kind={name}"
    yield f"kind={name} root={root}"
    yield f"role={role}"
    yield f"role={role} root={root}"
    yield f"in lexicon={bool(actor.id)} has code={bool(actor.code)}"


def _proposed(view: View, candidate: Candidate, mine: SlotOptions, other: SlotOptions) -> Iterator[str]:
    root, kind, name = view.trigger.cameo[:2], view.kind, _name_kind(candidate)
    rules = mine.rules.get(candidate.key, ())
    for rule in rules:
        yield f"proposed by {rule}"
        yield f"proposed by {rule} root={root}"
    if not rules:
        yield "not proposed"
        yield f"not proposed {kind}"
    if candidate.key in mine.first:
        yield "proposed first"
        yield f"proposed first {kind}"
    for guard in mine.refused.get(candidate.argument.text, ()):
        yield f"refused by {guard}"
    chosen = candidate.key in mine.taken
    if chosen:
        yield "chosen"
        yield f"chosen {kind}"
        yield f"chosen by {candidate.argument.rule}"
        yield f"chosen root={root}"
        yield f"chosen kind={name}"
        yield f"chosen kind={name} {kind}"
        yield f"chosen role={_role(candidate.argument.actor.code)}"
    else:
        yield "not chosen"
        yield f"not chosen {kind}"
        yield f"not chosen kind={name} {kind}"
    if candidate.key in other.taken:
        yield "chosen for the other slot"
    yield f"rules chose somebody={bool(mine.taken)} this one={chosen} {kind}"


def _elsewhere(view: View, candidate: Candidate, mention: Mention | None) -> Iterator[str]:
    """Of somebody whom the sentence does not name."""
    clause, kind = view.clause, view.kind
    yield "elsewhere"
    yield f"elsewhere {kind}"
    yield f"sentences back={min(clause.sentence.index - mention.sentence, 4) if mention else 'none'} {kind}"
    for origin in candidate.origins:
        yield f"origin={origin}"
        yield f"origin={origin} {kind}"
    if mention is not None and not view.trigger.is_noun:
        yield f"agrees={agrees(view.trigger.verb, (candidate.argument,), clause.lexicon)}"
    yield f"trigger opens the sentence={view.trigger.verb.id <= 2} {kind}"


def _in_sentence(view: View, candidate: Candidate, mention: Mention) -> Iterator[str]:
    """Of somebody whom the sentence names: side, distance, what stands between, preposition, path in the tree."""
    trigger, clause, kind = view.trigger, view.clause, view.kind
    verb, root = trigger.verb.id, trigger.cameo[:2]
    before = mention.last < verb
    side = "before" if before else "after"
    gap = bucket(max(verb - mention.last if before else mention.first - max(verb, trigger.word.id), 0))
    yield f"side={side} {kind}"
    yield f"gap={gap} {side} {kind}"
    yield f"gap={gap} {side} root={root}"
    standing = clause.standing(mention)
    yield f"preposition={standing.preposition} {side}"
    yield f"preposition={standing.preposition} {side} {kind}"
    yield f"preposition={standing.preposition} root={root}"
    yield f"governing nouns={min(len(standing.nouns), 3)} {side} {kind}"
    if standing.preposition in view.slots:
        yield f"in slot {side}"
        yield f"in slot gap={gap} {kind}"
    yield from _between(view, mention, side)
    path = _path(clause.sentence, trigger.word.id, _head(clause, mention))
    yield f"path={path}"
    yield f"path={path} {kind}"
    if trigger.light is not None:
        yield f"path from light verb={_path(clause.sentence, trigger.light.id, _head(clause, mention))}"
    if not trigger.is_noun:
        yield f"disagrees={disagree(mention, trigger.verb, clause.lexicon)} {side}"
    yield f"word before={clause.tag(mention.first - 1)} {side} {kind}"
    for origin in candidate.origins:
        if origin != "here":
            yield f"also {origin}"


def _between(view: View, mention: Mention, side: str) -> Iterator[str]:
    clause, kind, verb = view.clause, view.kind, view.trigger.verb.id
    low, high = (mention.last, verb) if side == "before" else (verb, mention.first)
    inside = range(low + 1, high)
    tags = Counter(clause.tag(at) for at in inside)
    triggers = sum(other.word.id in inside for other in view.analysis.scene.triggers)
    mentions = sum(other.first in inside for other in clause.mentions)
    yield f"verbs between={min(tags['VERB'], 3)} {side} {kind}"
    yield f"triggers between={min(triggers, 3)} {side} {kind}"
    yield f"mentions between={min(mentions, 4)} {side} {kind}"
    yield f"commas between={min(sum(clause.form(at) in COMMAS for at in inside), 2)} {side}"
    yield f"subordinators between={min(tags['SCONJ'], 2)} {side}"


def of_pair(view: View, actor: Candidate, target: Candidate | None, cameo: str) -> Iterator[str]:
    """The features of an actor and a target, or none, together with a code."""
    symmetric = view.clause.lexicon.root(cameo).symmetric
    root, kind = cameo[:2], view.kind
    yield f"code {kind} root={root}"
    yield f"code root={root} entry root={view.trigger.cameo[:2]}"
    yield from _without_target(view, root) if target is None else _both(view, actor, target, root, symmetric=symmetric)
    yield from _frame(view, frame_of(view.analysis, actor.key, target.key if target else "", root), root)


def frame_of(analysis: Analysis, actor: str, target: str, root: str) -> Frame | None:
    """The rules' own frame of these parties and root; of a symmetric root in either order."""
    for frame in analysis.frames:
        parties = identity(frame.actor.actor), identity(frame.target.actor) if frame.target is not None else ""
        same = parties == (actor, target) or (frame.symmetric and parties == (target, actor))
        if same and frame.cameo[:2] == root:
            return frame
    return None


def _without_target(view: View, root: str) -> Iterator[str]:
    roles, kind = view.analysis.roles, view.kind
    yield "no target"
    yield f"no target {kind}"
    yield f"no target root={root}"
    yield f"no target root={root} {kind}"
    if roles is not None:
        yield f"no target rules={bool(roles.targets)} {kind}"
        yield f"no target rules={bool(roles.targets)} root={root}"


def _both(view: View, actor: Candidate, target: Candidate, root: str, *, symmetric: bool) -> Iterator[str]:
    clause, kind = view.clause, view.kind
    first, second = actor.argument.mention, target.argument.mention
    code = actor.argument.actor.code[:3]
    same = bool(code) and code == target.argument.actor.code[:3]
    yield f"target root={root}"
    yield f"target root={root} {kind}"
    yield f"same country={same} root={root}"
    yield f"same country={same} symmetric={symmetric}"
    yield f"kinds={_name_kind(actor)} {_name_kind(target)}"
    if first is None or second is None:
        return
    here = clause.sentence.index
    if first is second:
        yield f"one mention symmetric={symmetric}"
        yield f"one mention root={root}"
    elif first.sentence == second.sentence == here:
        order = "actor first" if first.first < second.first else "target first"
        at = view.trigger.word.id
        ends = min(first.first, second.first), max(first.first, second.first)
        place = "before" if at < ends[0] else "between" if at < ends[1] else "behind"
        yield f"{order}, trigger {place} {kind}"
        yield f"{order}, trigger {place} symmetric={symmetric}"
        if second in clause.with_coordinated(first) or first in clause.with_coordinated(second):
            yield f"coordinated symmetric={symmetric}"
            yield f"coordinated root={root}"
    yield f"named here={first.sentence == here} {second.sentence == here} {kind}"


def _frame(view: View, frame: Frame | None, root: str) -> Iterator[str]:
    """What the rules make of the trigger: this row, another, or none."""
    analysis, kind = view.analysis, view.kind
    if frame is None:
        found = "another row" if analysis.frames else "no row"
        yield found
        yield f"{found} {kind}"
        yield f"{found} root={root}"
        for refused in analysis.refused[:1]:
            yield f"{found} refused by {refused.guard}"
        return
    yield "row"
    yield f"row {kind}"
    yield f"row root={root}"
    yield f"row root={root} {kind}"
    yield f"row entry={frame.events[-1]}"
    yield f"row status={frame.status.value}"
    yield f"row status={frame.status.value} root={root}"
    yield f"row of {min(len(analysis.frames), 4)}"
    yield f"row by rules={frame.confidence}"
    if frame.period is not None:
        yield "row dated"
    if frame.place.value is not None:
        yield "row placed"
    if frame.source.value:
        yield "row with source"


def _name_kind(candidate: Candidate) -> str:
    mention = candidate.argument.mention
    return str(mention.kind) if mention is not None else "adjective"


def _role(code: str) -> str:
    """The role in a code, of bodies what sort of body."""
    return (code[:3] if code.startswith(_BODIES) else code[3:6]) or "none"


def _relation(deprel: str) -> str:
    return deprel.partition(":")[0]


def _head(clause: Clause, mention: Mention) -> int:
    """The word of a mention that depends on one outside."""
    inside = range(mention.first, mention.last + 1)
    return next((at for at in inside if clause.word(at).head not in inside), mention.first)


def _path(sentence: Sentence, start: int, end: int) -> str:
    """The relations from one word to another: `^nsubj` up, `obj` down; `far` for more than a few arcs."""
    above: dict[int, tuple[str, ...]] = {}
    at, relations = start, tuple[str, ...]()
    while at and len(relations) < _ARCS:
        above[at] = relations
        word = sentence.word(at)
        at, relations = word.head, (*relations, "^" + _relation(word.deprel))
    at, below = end, tuple[str, ...]()
    while at and len(below) < _ARCS:
        if at in above:
            path = (*above[at], *below)
            return "/".join(path) if len(path) <= _ARCS else "far"
        word = sentence.word(at)
        at, below = word.head, (_relation(word.deprel), *below)
    return "far"
