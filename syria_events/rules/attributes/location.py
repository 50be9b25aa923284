"""Where it happened: the narrowest place named behind a preposition of place near the trigger.

A place is what the gazetteer knows or the tagger calls LOC. A country in which the conflict is merely discussed
(`الأزمة في سوريا`) is no place of a meeting; what is shelled needs no preposition.
"""

from syria_events.lexicon.entries import Root
from syria_events.provenance import guard, named
from syria_events.rules.attributes.finding import Finding
from syria_events.rules.attributes.places import PlaceName, Places, located, preposition_of
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import SENTENCE_ENDS
from syria_events.rules.values import Mention, Refusal

OCCASION = named("place.occasion", "A statement is made where the occasion beside it is.", "قال في مؤتمر صحفي بجنيف")
RIGHT = named("place.right", "The nearest place behind the trigger.", "التقى كيري لافروف في جنيف")
NARROWER = named("place.narrower", "Of a country and a place that touches it the place.", "في سوريا بمدينة حلب")
LEFT = named("place.left", "The nearest place before it, where none is behind it.", "في جنيف التقى كيري لافروف")
DESTINATION = named("place.destination", "The state that is visited.", "زار كيري موسكو")
NONE = named("place.none", "No place of the sentence is the trigger's.", "التقى كيري لافروف")
_REACH = 25  # words to the right of a trigger
_OCCASION_REACH = 14  # words between a verb of saying and the place of the occasion
_TOUCHING = 3  # words from a country to the place inside it
_STOPS = SENTENCE_ENDS | {"…"}
_SKIPPED = ("ADP", "ADJ", "PRON", "PUNCT")


def place_of(
    places: Places, clause: Clause, trigger: int, root: Root, others: frozenset[int]
) -> Finding[PlaceName | None]:
    """The nearest place that the trigger can have, to its right first, the narrower of two that touch.

    Args:
        places: the places of the document.
        clause: the trigger's sentence.
        trigger: word id.
        root: what its CAMEO root wants.
        others: word ids of the clause's other triggers: what stands right behind one of them is its place.
    """
    if root.content_elsewhere and (occasion := occasion_of(places, clause, trigger)).value is not None:
        return occasion
    refused: list[Refusal] = []
    found: list[PlaceName] = []
    for place in places.named_in(clause):
        guard = _refused(places, clause, place, trigger, root, others)
        if guard:
            refused.append(Refusal(place.name, guard))
        else:
            found.append(place)
    right = [place for place in found if trigger < place.first <= trigger + _REACH]
    left = [place for place in reversed(found) if place.last < trigger]
    if not right:
        return Finding(left[0] if left else None, LEFT if left else NONE, "", tuple(refused))
    best = right[0]
    if best.is_country and len(right) > 1 and right[1].first - best.last <= _TOUCHING and not right[1].is_country:
        return Finding(right[1], NARROWER, "", tuple(refused))
    return Finding(best, RIGHT, "", tuple(refused))


def occasion_of(places: Places, clause: Clause, trigger: int) -> Finding[PlaceName | None]:
    """Where the occasion of a statement is: `قال في مؤتمر صحفي بجنيف`."""
    for place in places.named_in(clause):
        at = preposition_of(clause, place.first) - 1
        while at > 1 and clause.tag(at) == "ADJ":
            at -= 1
        near = abs(place.first - trigger) <= _OCCASION_REACH
        if near and located(clause, place.first) and clause.is_in(at, "speech_occasion"):
            return Finding(place, OCCASION, clause.word(at).text)
    return Finding(None, NONE)


def destination(places: Places, mention: Mention) -> Finding[PlaceName | None]:
    """The destination of a visit: the capital or country as the article names it."""
    return Finding(places.of_mention(mention), DESTINATION, mention.text)


def _refused(places: Places, clause: Clause, place: PlaceName, trigger: int, root: Root, others: frozenset[int]) -> str:
    """The guard that refuses a place to a trigger; empty for none."""
    if is_focus(places, place, root):
        return "place.focus-country"
    if not located(clause, place.first) and is_unmarked(clause, place, trigger, root):
        return "place.unmarked"
    if is_of_another(clause, place, trigger, others):
        return "place.another-trigger"
    behind = trigger < place.first
    return "place.of-content" if root.content_elsewhere and behind and is_of_content(clause, place, trigger) else ""


@guard("place.focus-country", "بحث الأزمة في سوريا")
def is_focus(places: Places, place: PlaceName, root: Root) -> bool:
    """The country an article is about is no place, but of force."""
    known = place.place
    return place.is_country and not root.place_is_object and known is not None and known.country == places.focus


@guard("place.unmarked", "التقى وفد حلب")
def is_unmarked(clause: Clause, place: PlaceName, trigger: int, root: Root) -> bool:
    """Without a preposition of place only the object of force is one, or what force is directed at."""
    if not root.place_is_object or place.first < trigger:
        return True
    before = clause.form(preposition_of(clause, place.first))
    if place.is_country:
        return not (root.leaves_place and before == "من")  # what one withdraws from
    behind_subject = clause.mention_at(place.first - 1) is not None  # `قصف الطيران الروسي مطار الشعيرات`
    directed = before in clause.lexicon.words("onto")
    return not (directed or behind_subject or clause.tag(place.first - 1) in ("NOUN", "VERB"))


@guard("place.another-trigger", "بحث استئناف الحوار السوري في جنيف")
def is_of_another(clause: Clause, place: PlaceName, trigger: int, others: frozenset[int]) -> bool:
    """The place right behind another trigger is where that happens; one behind a full stop is another sentence's."""
    between = clause.words(range(min(trigger, place.first) + 1, max(trigger, place.first)))
    if any(word.text in _STOPS for word in between):
        return True
    at = place.first - 1
    while at > trigger and clause.tag(at) in _SKIPPED:
        at -= 1
    return at > trigger and at in others and not clause.is_in(at - 1, "occasion")


@guard("place.of-content", "اتهم الحزب بارتكاب جرائم في عفرين")
def is_of_content(clause: Clause, place: PlaceName, trigger: int) -> bool:
    """Behind another preposition or `أن` a place belongs to what is demanded or blamed."""
    between = range(trigger + 1, place.first - 1)
    return any(clause.tag(k) == "SCONJ" or clause.is_in(k, "content_opener") for k in between)
