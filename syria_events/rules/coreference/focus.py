"""The country an article is about."""

from collections import Counter

from syria_events.rules.values import Kind, Mention

HOME = "SYR"  # the country of the conflict
_PLACED = frozenset((Kind.STATE, Kind.INSTITUTION, Kind.BODY, Kind.GROUP))


def focus_country(mentions: tuple[Mention, ...]) -> str:
    """The country an article is about: Syria where any actor of it is named, else the country named most.

    Unnamed soldiers, ministries and fighters belong to the country of the conflict, not to the capital in which it is
    discussed.
    """
    codes = (actor.code[:3] for mention in mentions if mention.kind in _PLACED for actor in mention.actors)
    counts = Counter(code for code in codes if code.isalpha())
    if HOME in counts:
        return HOME
    return max(counts, key=lambda iso: counts[iso], default="")
