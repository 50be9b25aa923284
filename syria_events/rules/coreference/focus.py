"""The country an article is about, and names that mean the country of the conflict only in articles about it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from syria_events.lexicon import Lexicon
from syria_events.model import Doc
from syria_events.normalize import fold
from syria_events.rules.values import PERSONS, Kind, Mention

_PLACED = frozenset((Kind.STATE, Kind.INSTITUTION, Kind.BODY, Kind.GROUP, Kind.PEOPLE))
_BEHIND = 2  # words from the last of a mention to a place behind a preposition
_LEAD = 2  # sentences: the headline and the first below it
_SHARE = 0.1  # of the countries named is what makes the article one about the country of the conflict
_POWER = 0.5  # how much a mention of a power counts, which deals with the conflicts of others


def focus_country(doc: Doc, mentions: tuple[Mention, ...], lexicon: Lexicon) -> str:
    """The country an article is about (ISO alpha-3); empty where none is named.

    It is the country of the conflict, `lexicon.domain.home`, where the headline or the lead name it, or a tenth of all
    that names a country; else the country named most, powers counting half. Unnamed soldiers, ministries and fighters
    belong to it, not to the capital in which the conflict is discussed.

    Args:
        doc: its places count too.
        mentions: all of the article.
        lexicon: knows home, the powers, and the names that say nothing of the country.
    """
    home = lexicon.domain.home
    named = [*_named(mentions, lexicon), *_placed(doc, lexicon), *_adjectives(doc, lexicon)]
    counts = Counter(iso for _, iso in named)
    if counts[home] >= _SHARE * counts.total() > 0 or any(iso == home for number, iso in named if number < _LEAD):
        return home
    powers = lexicon.words("powers")
    others = [iso for _, iso in named if iso != home]
    weights = {iso: counts[iso] * (_POWER if iso in powers else 1) for iso in others}
    return max(weights, key=lambda iso: weights[iso], default=_of_persons(mentions, lexicon))


def sentences_at_home(doc: Doc, mentions: tuple[Mention, ...], lexicon: Lexicon) -> frozenset[int]:
    """The numbers of the sentences that name the country of the conflict, an actor of it or its adjective."""
    named = (*_named(mentions, lexicon), *_adjectives(doc, lexicon))
    return frozenset(number for number, iso in named if iso == lexicon.domain.home)


def located_mentions(doc: Doc, mentions: tuple[Mention, ...], lexicon: Lexicon) -> dict[tuple[int, int], str]:
    """The country that stands behind `في` right behind a mention, by the sentence and last word of the mention."""
    words = {sentence.index: sentence.words for sentence in doc.sentences}
    found: dict[tuple[int, int], str] = {}
    for mention, place in pairwise(mentions):
        if place.kind != Kind.STATE or mention.sentence != place.sentence or place.first != mention.last + _BEHIND:
            continue
        if fold(words[place.sentence][place.first - _BEHIND].text) in lexicon.words("in") and place.country:
            found[mention.sentence, mention.last] = place.country
    return found


def elsewhere(mention: Mention, lexicon: Lexicon) -> str:
    """What a name of the country of the conflict is in articles about others: the id of an institution or group.

    Empty where the name has no other meaning: `أحرار الشام` is what it is everywhere. Of a mention the words count that
    the lexicon knows: adjectives behind them are left out.
    """
    if not mention.actors or mention.actors[0].code[:3] != lexicon.domain.home:
        return ""
    words = mention.form.split()
    tables = (lexicon.actor_names, lexicon.metonyms)
    found = [named for table in tables if (named := table.at(words, 0)) is not None]
    end, entry = max(found, key=lambda named: named[0], default=(0, None))
    if entry is None or entry.id != mention.actors[0].id:
        return ""  # `المقاتلون من جيش الإسلام`
    return lexicon.mapping("elsewhere").get(" ".join(words[:end]), "")


def _named(mentions: Iterable[Mention], lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """The country of each state, institution, body and group with one, and the number of its sentence.

    Persons count only for the country of the conflict: others speak about it too.
    """
    home = lexicon.domain.home
    for mention in mentions:
        if elsewhere(mention, lexicon):
            continue
        for iso in sorted({actor.code[:3] for actor in mention.actors} & lexicon.country.keys()):
            if mention.kind in _PLACED or (mention.kind in PERSONS and iso == home):
                yield mention.sentence, iso


def _placed(doc: Doc, lexicon: Lexicon) -> list[tuple[int, str]]:
    """The country of each place that lies in one only, and the number of its sentence.

    States and capitals are mentions already.
    """
    starts = [sentence.start for sentence in doc.sentences]
    found: list[tuple[int, str]] = []
    for entity in doc.entities:
        words = fold(entity.text).split() if entity.kind == "LOC" else []
        known = lexicon.gazetteer.at(words, 0) if words else None
        places = known[1] if known is not None else ()
        countries = {place.country for place in places if place.kind not in ("country", "capital")}
        if len(countries) == 1 and (country := countries.pop()):
            found.append((sum(start <= entity.start for start in starts) - 1, country))
    return found


def _adjectives(doc: Doc, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """The country of each nationality, and the number of its sentence: `الأزمة السورية`."""
    for sentence in doc.sentences:
        for word in sentence.words:
            if (nisba := lexicon.nisba.get(fold(word.text))) is not None:
                yield sentence.index, nisba.country.iso3


def _of_persons(mentions: Iterable[Mention], lexicon: Lexicon) -> str:
    """The one country, powers aside, whose persons are named, where nothing else names a country."""
    codes = {actor.code[:3] for mention in mentions if mention.is_human for actor in mention.actors}
    found = sorted((codes & lexicon.country.keys()) - lexicon.words("powers"))
    return found[0] if len(found) == 1 else ""
