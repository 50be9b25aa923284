"""What the discourse state keeps of a resolved mention."""

from syria_events.lexicon import Lexicon
from syria_events.model import Actor
from syria_events.normalize import fold
from syria_events.rules.coreference.background import Background
from syria_events.rules.coreference.discourse import Discourse, Holding
from syria_events.rules.values import PERSONS, Kind, Mention

_HEADED = frozenset((Kind.BODY, Kind.GROUP, Kind.UNKNOWN_BODY))
_ARTICLE = "ال"
_SHORTEST = 3  # letters of a surname that stands for its bearer, and of the stem of a noun


def groups_of(mentions: tuple[Mention, ...], lexicon: Lexicon) -> dict[str, Actor]:
    """The groups with a country in a whole document, by the stem of their noun, the first of each.

    Groups are often named in full only after the headline.
    """
    found: dict[str, Actor] = {}
    for mention in mentions:
        if mention.kind == Kind.GROUP and mention.actors and mention.country and mention.form:
            found.setdefault(stem(mention.form.split()[0], lexicon), mention.actors[0])
    return found


def remembered(state: Discourse, mention: Mention, background: Background) -> Discourse:
    """The state behind a mention whose reference is resolved as far as it can be."""
    if not mention.actors:
        return state
    state = state.with_named((mention,))
    if len(mention.actors) == 2 and mention.kind != Kind.PAIR:
        state = state.with_pair(mention.actors)
    if mention.kind in _HEADED and len(mention.actors) == 1:
        state = state.with_head(_head(mention), mention)
    for actor in mention.actors:
        if mention.is_human:
            state = _with_person(state, mention, actor, background)
        if mention.kind == Kind.INSTITUTION and mention.key:
            state = state.with_institution(mention.key, actor)
        if mention.key.endswith("-ministry"):
            state = state.with_ministry(actor)
        if mention.kind == Kind.GROUP:
            state = state.with_groups({stem(mention.form.split()[0], background.lexicon): actor})
    return state


def _head(mention: Mention) -> str:
    """The head noun of a body's name, with the article."""
    name = mention.actors[0].name if mention.actors[0].id else mention.text
    return _ARTICLE + fold(name).split()[0].removeprefix(_ARTICLE)


def _with_person(state: Discourse, mention: Mention, actor: Actor, background: Background) -> Discourse:
    state = state.with_person(actor, mention.key)
    if mention.key:
        state = state.with_holder(mention.key, Holding(actor, mention.country or actor.code[:3]))
    elif office := background.office_of(actor):
        state = state.with_holder(office, Holding(actor, actor.code[:3]))
    if mention.kind not in PERSONS:
        return state
    if mention.key:
        state = state.with_title(mention.form, actor)
    words = mention.form.split()
    if words[0] in background.lexicon.words("honorific"):
        state = state.with_honours({word.removeprefix(_ARTICLE): actor for word in words})
    return state.with_names(dict.fromkeys(_names(mention, actor, background), actor))


def _names(mention: Mention, actor: Actor, background: Background) -> list[str]:
    """The folded names by which a person can be meant later: in full, by surname, by a surname of two words."""
    found = []
    for name in (actor.name, mention.text) if mention.kind == Kind.UNKNOWN_PERSON else (actor.name,):
        parts = fold(name).split()
        found.append(" ".join(parts))
        if len(parts[-1]) >= _SHORTEST:
            found.append(parts[-1])
        if len(parts) > 2 and parts[-2] in background.lexicon.words("compound_name"):
            found.append(" ".join(parts[-2:]))  # `رامي عبد الرحمن` goes on as `عبد الرحمن`
    return found


def stem(head: str, lexicon: Lexicon) -> str:
    """A folded group noun without article and case ending: الدبلوماسيون, دبلوماسيين, دبلوماسيو are one."""
    head = head.removeprefix(_ARTICLE)
    endings = (e for e in lexicon.words("case_ending") if head.endswith(e) and len(head) >= len(e) + _SHORTEST)
    return head.removesuffix(max(endings, key=len, default=""))
