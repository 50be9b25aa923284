"""The English of a group: its noun with the adjectives, place and body that narrow it down.

`دبلوماسيون غربيون` are Western diplomats, `سكان حلب` residents of Aleppo. What has no English in the vocabulary ends
the name: it is never transliterated into it.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from syria_events.lexicon import Lexicon
from syria_events.lexicon.entries import NATIONALITY, ActorEntry, Country, Group
from syria_events.lexicon.gazetteer import Gazetteer
from syria_events.rules.values import Kind

_ARTICLE = "ال"
_STEM = 5  # letters that an adjective and a noun share when they say the same: `defected defectors`
_UNSAID = " of an armed body"  # what `عناصر` are members of, unless the text says it


class _Adjective(NamedTuple):
    rank: int
    en: str


def group_name(group: Group, forms: Sequence[str], lexicon: Lexicon, gazetteer: Gazetteer, *, head: int = 1) -> str:
    """The English name of a group.

    Args:
        group: what its head noun means.
        forms: the folded words of its phrase, the head noun first.
        lexicon: knows nationalities, other adjectives, groups and bodies.
        gazetteer: knows places.
        head: how many of them are the head noun's.
    """
    return _group_name(group, forms, lexicon, gazetteer, head, outermost=True)


def _group_name(
    group: Group, forms: Sequence[str], lexicon: Lexicon, gazetteer: Gazetteer, head: int, *, outermost: bool
) -> str:
    adjectives: list[_Adjective] = []
    relations = lexicon.mapping("relations")
    own = "from" if group.come_from else "of"
    relation, governs = own, not forms[head - 1].startswith(_ARTICLE)  # a definite noun has no genitive
    behind = ""
    at = 1
    while at < len(forms) and not behind:
        form = forms[at]
        nested = lexicon.group_names.at(forms, at) if governs and outermost and at >= head else None
        # `قادة المسلحين`: what is definite behind an indefinite noun is its genitive, not its adjective
        genitive = nested is not None and at == head and form.startswith(_ARTICLE)
        adjective = None if genitive else _adjective(form, lexicon, states=group.of_states)
        if adjective is not None:
            adjectives.append(adjective)
            governs, relation = False, own
            at += 1
        elif at < head:
            at += 1
        elif form in relations:
            relation, governs = relations[form], True
            at += 1
        elif form in lexicon.words("other_than"):
            at += 2  # `شخصيات غير معروفة`: what follows is what they are not
        elif not governs:
            break
        elif form in lexicon.words("place_head") and at + 1 < len(forms):
            at += 1
        elif nested is not None and not group.of_places:
            end, inner = nested
            name = _group_name(inner, forms[at:], lexicon, gazetteer, end - at, outermost=False).partition(" (")[0]
            behind = f"{relation} {name}"
        elif (name := _name(forms, at, lexicon, gazetteer)) != "":
            behind = f"{relation} {name}"
        else:
            break
    return _joined(group.en, adjectives, behind)


def _adjective(form: str, lexicon: Lexicon, *, states: bool) -> _Adjective | None:
    nisba = lexicon.nisba.get(form)
    if nisba is not None:
        return _Adjective(NATIONALITY, nisba.country.adjective) if nisba.country.adjective else None
    found = lexicon.adjective.get(form)
    if found is None:
        return None
    return _Adjective(found.rank, (states and found.states) or found.en)


def _name(forms: Sequence[str], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> str:
    """The English of a place or body that is named at a position; empty where there is none."""
    body = lexicon.actor_names.at(forms, at)
    if body is not None and body[1].kind in (Kind.BODY, Kind.GROUP):
        return _body(body[1])
    place = gazetteer.at(forms, at)
    return with_article(place[1][0].en, lexicon) if place is not None else ""


def _body(entry: ActorEntry) -> str:
    definite = entry.name.startswith(_ARTICLE) and not entry.en.lower().startswith(("the ", "al-"))
    return f"the {entry.en}" if definite else entry.en


def with_article(name: str, lexicon: Lexicon) -> str:
    """The English name of a country or place as it stands inside a sentence: `the United States`."""
    return f"the {name}" if name.startswith(lexicon.prefixes("takes_the")) else name


def of_country(noun: str, country: Country, lexicon: Lexicon) -> str:
    """The English of an office or institution of a country: `Turkish foreign minister`."""
    return f"{country.adjective} {noun}" if country.adjective else f"{noun} of {with_article(country.en, lexicon)}"


def _joined(noun: str, adjectives: Iterable[_Adjective], behind: str) -> str:
    """Adjectives in English order, the noun and what stands behind it; a remark in brackets stays last."""
    noun, bracket, remark = noun.partition(" (")
    said = noun.lower()
    # in Arabic what is nearest to the noun comes first, in English last
    backwards = [*dict.fromkeys(adjectives)][::-1]
    ordered = sorted(backwards, key=lambda adjective: adjective.rank)
    before = [adjective.en for adjective in ordered if adjective.en.lower()[:_STEM] not in said]
    if behind:
        noun = noun.removesuffix(_UNSAID)
    article = "the " if noun.startswith("the ") else ""
    name = " ".join([*before, noun.removeprefix(article), *filter(None, [behind])])
    return article + name + bracket + remark
