"""Which person is meant: by a part of a name, by an honour, as the latter, as one of a pair."""

from dataclasses import replace

from syria_events.model import Actor
from syria_events.provenance import rule
from syria_events.rules.coreference.background import Background
from syria_events.rules.coreference.discourse import Discourse
from syria_events.rules.mentions.readings import state_of
from syria_events.rules.values import Kind, Mention


@rule("reference.pair", "التقى الوزيران")
def pair(mention: Mention, state: Discourse, background: Background) -> Mention | None:
    """The two persons or states named last: `الوزيران`, `الطرفان`, `البلدان`."""
    lexicon = background.lexicon
    if mention.form not in lexicon.words("pair") or mention.country:
        return None
    actors = state.pair or _two_persons(state, mention.key)
    if mention.form in lexicon.words("state_pair"):
        countries = (lexicon.country.get(actor.code[:3]) for actor in actors)
        actors = tuple(state_of(country) for country in countries if country is not None)
    return replace(mention, kind=Kind.PAIR, actors=actors, number="dual", reason="the pair named last")


def _two_persons(state: Discourse, key: str) -> tuple[Actor, ...]:
    """The two persons named last who hold this office or none."""
    fits = (actor for actor, office in reversed(state.persons) if key in ("", "minister", office) or not office)
    last = tuple(dict.fromkeys(fits))[:2]
    return last[::-1] if len(last) == 2 else ()


@rule("reference.named-in-full", "بدران")
def named_in_full(mention: Mention, state: Discourse, _background: Background) -> Mention | None:
    """A person the lexicon lacks, by the surname or name of somebody named before."""
    if mention.kind != Kind.UNKNOWN_PERSON:
        return None
    known = state.names.get(mention.form)
    return None if known is None else replace(mention, actors=(known,), kind=Kind.PERSON, reason="named in full before")


@rule("reference.role-of-title", "الناشط فادي الزبداني")
def role_of_title(mention: Mention, _state: Discourse, background: Background) -> Mention | None:
    """A person the lexicon lacks whose title gives a role: one of the country that the article is about."""
    if mention.kind != Kind.UNKNOWN_PERSON or not background.focus or mention.actors[0].code:
        return None
    if mention.key not in background.lexicon.mapping("title_roles").values():
        return None
    actor = replace(mention.actors[0], code=background.focus + mention.key)
    return replace(mention, actors=(actor,), reason="title before the name")


@rule("reference.honour", "معاليه")
def honoured(mention: Mention, state: Discourse, background: Background) -> Mention | None:
    """The first who was given this honour."""
    honour = mention.form.split()[0]
    if mention.kind != Kind.LATTER or honour not in background.lexicon.words("honoured"):
        return None
    actor = state.honours.get(honour)
    return None if actor is None else _person_named_last(mention, actor)


@rule("reference.latter", "التقى الأخير")
def latter(mention: Mention, state: Discourse, background: Background) -> Mention | None:
    """The person named last, of the masculine `الأخير` only."""
    if mention.kind != Kind.LATTER or mention.form.split()[0] in background.lexicon.words("honoured"):
        return None
    if mention.gender != "m" or not state.persons:
        return None
    return _person_named_last(mention, state.persons[-1][0])


def _person_named_last(mention: Mention, actor: Actor) -> Mention:
    return replace(mention, kind=Kind.PERSON, actors=(actor,), reason="the person named last")
