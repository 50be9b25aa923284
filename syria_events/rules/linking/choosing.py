"""The rows of one trigger: all pairs of its candidates are weighed, the likeliest is taken, then those joined to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from syria_events.rules.events.analysis import Analysis
from syria_events.rules.events.assembly import identity
from syria_events.rules.linking.candidates import candidates, slot_options
from syria_events.rules.linking.features import View, frame_of, of_candidate, of_pair, of_trigger
from syria_events.rules.linking.link import Candidate, Link
from syria_events.rules.linking.model import Model, chance
from syria_events.rules.values import Kind


@dataclass(frozen=True, slots=True)
class Parts:
    """The features that the links of a trigger share.

    Args:
        trigger: of all of them.
        actor, target: of those with a candidate in this slot, by its key.
    """

    trigger: tuple[str, ...]
    actor: Mapping[str, tuple[str, ...]]
    target: Mapping[str, tuple[str, ...]]


def weighed(view: View, model: Model) -> list[Link]:
    """All links of a trigger, the likeliest first."""
    everybody, parts = parts_of(view)
    base = model.bias + model.sum(parts.trigger)
    actors = {key: model.sum(found) for key, found in parts.actor.items()}
    targets = {key: model.sum(found) for key, found in parts.target.items()}
    found = []
    for link in links(view, everybody):
        score = base + actors[link.actor.key] + (targets[link.target.key] if link.target is not None else 0)
        likely = chance(score + model.sum(link.features))
        # by hand: `replace` takes several times as long, and a trigger has some eighty links
        found.append(Link(link.actor, link.target, link.cameo, link.features, likely))
    return sorted(found, key=lambda link: -link.chance)


def choose(view: View, found: list[Link], model: Model) -> list[Link]:
    """Of links, the likeliest first, those that become rows.

    The rows that rules make are kept unless they are very unlikely. Only where none is kept a trigger has the likeliest
    link that is likely enough, and those that share a party with it.
    """
    own = [link for link in found if link.chance >= model.doubt and _is_of_rules(view.analysis, link)]
    chosen: list[Link] = []
    for link in found if not own else ():
        if link.chance < model.least:
            break
        if not chosen or (_is_joined(chosen[0], link) and not _is_among(link, chosen)):
            chosen.append(link)
    return own or chosen


def _is_of_rules(analysis: Analysis, link: Link) -> bool:
    """Whether rules make this row, with the parties in this order."""
    target = link.target.key if link.target is not None else ""
    frame = frame_of(analysis, link.actor.key, target, link.cameo[:2])
    return frame is not None and frame.cameo == link.cameo and identity(frame.actor.actor) == link.actor.key


def features_of(parts: Parts, link: Link) -> tuple[str, ...]:
    """Everything that the model knows of a link, by the parts of its trigger: for explanations."""
    target = parts.target[link.target.key] if link.target is not None else ()
    return (*parts.trigger, *parts.actor[link.actor.key], *target, *link.features)


def codes(analysis: Analysis) -> tuple[str, ...]:
    """The CAMEO codes that a trigger may have: of its rows, its roles or its entry, and of what is said."""
    roles, content = analysis.roles, analysis.content
    own = roles.cameo if roles is not None and roles.cameo else analysis.trigger.cameo
    said = (content.cameo,) if content is not None else ()
    return tuple(dict.fromkeys((*(frame.cameo for frame in analysis.frames), own, *said)))


def parts_of(view: View) -> tuple[tuple[Candidate, ...], Parts]:
    """The candidates for either slot of a trigger, and the features of each."""
    for_actor, for_target, proposed = slot_options(view.analysis)
    in_frames = ((frame.actor, frame.target) for frame in view.analysis.frames)
    arguments = tuple(argument for pair in in_frames for argument in pair if argument is not None)
    everybody = candidates(view.analysis, (*arguments, *proposed))
    return everybody, Parts(
        tuple(of_trigger(view)),
        {c.key: tuple(of_candidate(view, "actor", c, for_actor, for_target)) for c in everybody},
        {c.key: tuple(of_candidate(view, "target", c, for_target, for_actor)) for c in everybody},
    )


def links(view: View, everybody: tuple[Candidate, ...]) -> Iterator[Link]:
    """Every actor with every target, and with none where the root lets it be empty, under every code; not weighed."""
    lexicon = view.clause.lexicon
    roots = {cameo: lexicon.root(cameo) for cameo in codes(view.analysis)}
    for actor in everybody:
        if actor.argument.mention is not None and actor.argument.mention.kind == Kind.OUTLET:
            continue
        for cameo, root in roots.items():
            if root.target_optional or root.target_optional_of_noun:
                yield Link(actor, None, cameo, tuple(of_pair(view, actor, None, cameo)))
            for target in everybody:
                if target.key != actor.key:
                    yield Link(actor, target, cameo, tuple(of_pair(view, actor, target, cameo)))


def _is_joined(first: Link, link: Link) -> bool:
    """Whether a link has the code and one party of the first in the same slot, and a target as it has or has not."""
    if link.cameo != first.cameo or link.target is None or first.target is None:
        return link.cameo == first.cameo and link.target is first.target
    return link.actor.key == first.actor.key or link.target.key == first.target.key


def _is_among(link: Link, chosen: list[Link]) -> bool:
    """Whether the same two parties were taken already, in either order."""
    return any(_parties(link) == _parties(other) for other in chosen)


def _parties(link: Link) -> frozenset[str]:
    return frozenset((link.actor.key, link.target.key if link.target is not None else ""))
