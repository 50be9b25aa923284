"""The country an article is about."""

from collections import Counter

from syria_events.rules.values import Kind, Mention

_PLACED = frozenset((Kind.STATE, Kind.INSTITUTION, Kind.BODY, Kind.GROUP))


def focus_country(mentions: tuple[Mention, ...], home: str) -> str:
    """The country an article is about (ISO alpha-3): `home` where any actor of it is named, else the one named most.

    Unnamed soldiers, ministries and fighters belong to the country of the conflict, not to the capital in which it is
    discussed.

    Args:
        mentions: all of the article.
        home: ISO alpha-3 of the country of the conflict, `lexicon.domain.home`.
    """
    codes = (actor.code[:3] for mention in mentions if mention.kind in _PLACED for actor in mention.actors)
    counts = Counter(code for code in codes if code.isalpha())
    if home in counts:
        return home
    return max(counts, key=lambda iso: counts[iso], default="")
