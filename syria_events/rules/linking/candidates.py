"""Who may be the actor or the target of a trigger: everybody named near it, and everybody whom rules propose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from syria_events.provenance import named
from syria_events.rules.arguments.options import actor_options, target_options
from syria_events.rules.arguments.scene import sign
from syria_events.rules.coreference.antecedents import arguments_of
from syria_events.rules.events.analysis import Analysis
from syria_events.rules.events.assembly import identity
from syria_events.rules.linking.link import Candidate
from syria_events.rules.values import Arguments, Kind, Proposal, Refusal

HERE = named("link.named-here", "Somebody named in the sentence, whom no rule proposes.", "كيري … التقى … لافروف")
BEFORE = named("link.named-before", "Somebody who acted, spoke or was named before.", "كيري … . جرى لقاء مع لافروف")
_SUBJECTS, _SPEAKERS, _SENTENCES = 3, 2, 2  # how many of the last ones may be meant
_NO_PARTY = (Kind.OUTLET, Kind.MONITOR)


@dataclass(frozen=True, slots=True)
class SlotOptions:
    """What rules propose and guards refuse for one slot of a trigger.

    Args:
        rules: ids of the rules that propose somebody, by key.
        first: the keys of the first proposal, which the rules alone would take.
        refused: ids of the guards that refuse somebody, by the words of the mention.
        taken: the keys of those whom the rules took.
    """

    rules: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    first: frozenset[str] = frozenset()
    refused: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    taken: frozenset[str] = frozenset()


def slot_options(analysis: Analysis) -> tuple[SlotOptions, SlotOptions, Arguments]:
    """The options of actor and target, and all arguments that rules propose for either."""
    roles, scene, trigger = analysis.roles, analysis.scene, analysis.trigger
    actors = roles.actors if roles is not None else ()
    targets = roles.targets if roles is not None else ()
    for_actor = list(actor_options(scene, trigger))
    for_target = list(target_options(scene, trigger, actors))
    proposed = (
        argument for found in (*for_actor, *for_target) if isinstance(found, Proposal) for argument in found.arguments
    )
    return _options(for_actor, actors), _options(for_target, targets), (*actors, *targets, *proposed)


def _options(found: list[Proposal | Refusal], taken: Arguments) -> SlotOptions:
    rules: dict[str, tuple[str, ...]] = {}
    refused: dict[str, tuple[str, ...]] = {}
    first: frozenset[str] = frozenset()
    for option in found:
        if isinstance(option, Refusal):
            refused[option.text] = (*refused.get(option.text, ()), option.guard)
            continue
        keys = dict.fromkeys(identity(argument.actor) for argument in option.arguments)
        first = first or frozenset(keys)
        for key in keys:
            rule = option.arguments[0].rule or option.rule
            rules[key] = tuple(dict.fromkeys((*rules.get(key, ()), rule)))
    return SlotOptions(rules, first, refused, frozenset(identity(argument.actor) for argument in taken))


def candidates(analysis: Analysis, proposed: Arguments) -> tuple[Candidate, ...]:
    """Everybody once, with the words that name him nearest; those whom rules propose with their argument."""
    by_key = {identity(argument.actor): argument for argument in reversed(proposed)}
    origins: dict[str, tuple[str, ...]] = dict.fromkeys(by_key, ())
    for origin, arguments in _around(analysis):
        for argument in arguments:
            key = identity(argument.actor)
            known = by_key.setdefault(key, argument)
            if known.mention is None and argument.mention is not None and not known.rule:
                by_key[key] = argument
            origins[key] = (*origins.get(key, ()), origin) if origin not in origins.get(key, ()) else origins[key]
    return tuple(Candidate(key, argument, origins[key]) for key, argument in by_key.items())


def _around(analysis: Analysis) -> Iterator[tuple[str, Arguments]]:
    """Who is named in the sentence, the nearest first, who acted and spoke last, who was named before."""
    clause, discourse = analysis.scene.clause, analysis.scene.discourse
    at, here = analysis.trigger.verb.id, clause.sentence.index
    inside = (m for m in clause.mentions if m.actors and not m.covers(analysis.trigger.word.id))
    for mention in sorted(inside, key=lambda mention: abs(mention.first - at)):
        yield "here", sign(arguments_of((mention,)), HERE)
    for back, subject in enumerate(reversed(discourse.subjects[-_SUBJECTS:]), 1):
        yield f"subject-{back}", sign(subject, BEFORE)
    for back, speaker in enumerate(reversed(discourse.speakers[-_SPEAKERS:]), 1):
        yield f"speaker-{back}", sign(speaker, BEFORE)
    for mention in reversed(discourse.named):
        if mention.sentence < here - _SENTENCES:
            return
        if mention.kind not in _NO_PARTY:
            yield f"sentence-{here - mention.sentence}", sign(arguments_of((mention,)), BEFORE)
