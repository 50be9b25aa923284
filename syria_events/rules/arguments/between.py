"""The parties behind `بين`, which are both actor and target of a symmetric act."""

from syria_events.normalize import fold
from syria_events.provenance import rule
from syria_events.rules.arguments.oblique import BETWEEN, takes_nearer
from syria_events.rules.arguments.scene import Found, Scene, Slot
from syria_events.rules.coreference.antecedents import arguments_of
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import COMMAS
from syria_events.rules.values import Mention, Proposal, Refusal

_REACH = 18  # words behind a trigger in which the parties open
_DESCRIBED = 8  # words by which the first of two parties may be described before the second is named
_APART = 5  # words between two parties of which neither is described
_AND_WITHIN = 3  # of which words one must be `و`


@rule("target.between", "محادثات بين موسكو وأنقرة")
def between(scene: Scene, slot: Slot) -> Found:
    """The parties behind `بين`, also where the first is described before the second is named."""
    clause, trigger = scene.clause, slot.trigger
    if BETWEEN not in scene.slots(trigger) and not scene.root(trigger).symmetric:
        return
    found: list[Mention] = []
    for mention in clause.mentions_in(clause.window(trigger.word.id, reach=_REACH)):
        preposition = clause.standing(mention).preposition
        if not found and preposition != BETWEEN:
            continue
        # `بين واشنطن التي تتهم دمشق وموسكو`: whom the relative clause of the first party names is passed over
        in_description = bool(found) and clause.is_in(found[-1].last + 1, "relative")
        if found and mention not in clause.with_coordinated(found[-1]) and not _is_second(clause, found[-1], mention):
            if preposition in ("", BETWEEN) and not in_description:
                break
            continue  # `بين عناصر من أ المدعومة من تركيا، وعناصر من ب`: who is named within the first party
        if in_description or not takes_nearer(scene, trigger, mention, BETWEEN):
            found.append(mention)
        else:
            yield Refusal(mention.text, "target.nearer-trigger")
    if found:
        yield Proposal(arguments_of(tuple(found)))


def _is_second(clause: Clause, first: Mention, second: Mention) -> bool:
    """`بين عناصر من أ، وعناصر من ب`, `بين الحكومة وبين دول`: the second party of `بين`."""
    forms = [fold(word.text) for word in clause.words(range(first.last + 1, second.first))]
    near = "و" in forms[:_AND_WITHIN] and len(forms) <= _APART
    if not forms or forms[-1] != "و":
        return near
    opened = forms[1:] if forms[0] in COMMAS else forms
    if opened[0] in clause.lexicon.words("relative"):  # `بين واشنطن التي تتهم النظام وموسكو التي تنفي`
        return forms[-2] in COMMAS or clause.is_in(second.last + 1, "relative")
    return near or (opened[0] in clause.lexicon.words("backed") and len(forms) <= _DESCRIBED)
