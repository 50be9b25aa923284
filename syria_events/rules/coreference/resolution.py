"""Who is meant by what names nobody: shortened names, offices, counterparts, pairs.

One pass over the mentions in order with the discourse state. What stays unresolved keeps no actors and gives no row.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from syria_events.lexicon import Lexicon
from syria_events.model import Doc
from syria_events.provenance import id_of, rule
from syria_events.rules.coreference.background import Background, background_of
from syria_events.rules.coreference.bodies import (
    group_named_before,
    group_of_focus,
    institution_named_before,
    institution_of_body,
    institution_of_country,
    not_at_home,
    short_name,
)
from syria_events.rules.coreference.discourse import Discourse
from syria_events.rules.coreference.offices import (
    bearer,
    counterpart,
    holders_of_office,
    last_in_office,
    office_of_country,
    their_office,
)
from syria_events.rules.coreference.persons import honoured, latter, named_in_full, pair, role_of_title
from syria_events.rules.coreference.remembering import groups_of, remembered
from syria_events.rules.coreference.states import homeland, several, several_leaders
from syria_events.rules.trace import Trace
from syria_events.rules.values import Mention

Resolver: TypeAlias = Callable[[Mention, Discourse, Background], Mention | None]
RESOLVERS: tuple[Resolver, ...] = (  # the first that resolves a mention decides
    pair,
    named_in_full,
    role_of_title,
    counterpart,
    bearer,
    office_of_country,
    not_at_home,
    group_named_before,
    group_of_focus,
    homeland,
    their_office,
    several,
    several_leaders,
    short_name,
    honoured,
    latter,
    holders_of_office,
    last_in_office,
    institution_of_body,
    institution_named_before,
    institution_of_country,
)


def resolve_references(doc: Doc, mentions: tuple[Mention, ...], lexicon: Lexicon, trace: Trace) -> tuple[Mention, ...]:
    """The mentions with every actor the document lets one resolve; what guards refuse is kept in `trace`."""
    background = background_of(doc, mentions, lexicon, trace)
    state = Discourse(groups=groups_of(mentions, lexicon))
    resolved = []
    for mention in mentions:
        meant = resolve(mention, state, background)
        state = remembered(state, meant, background)
        resolved.append(meant)
    return tuple(resolved)


def resolve(mention: Mention, state: Discourse, background: Background) -> Mention:
    """A mention with its antecedent, as far as the discourse up to it gives one, and the rule that found it."""
    for resolver in RESOLVERS:
        meant = resolver(mention, state, background)
        if meant is not None:
            mention = replace(meant, rules=(*mention.rules, id_of(resolver)))
            break
    return code_on_the_day(mention, background)


@rule("reference.code-of-office", "الرئيس أحمد الشرع")
def code_on_the_day(mention: Mention, background: Background) -> Mention:
    """Persons have the code of the office that they hold on the day of publication."""
    actors = tuple(replace(actor, code=background.code_of(actor)) for actor in mention.actors)
    if actors == mention.actors:
        return mention
    return replace(mention, actors=actors, rules=(*mention.rules, id_of(code_on_the_day)))
