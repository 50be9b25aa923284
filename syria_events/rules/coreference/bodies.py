"""Which body, institution or group is meant."""

from dataclasses import replace

from syria_events.lexicon.entries import Group, Institution
from syria_events.model import Actor
from syria_events.provenance import guard, id_of, rule
from syria_events.rules.coreference.background import Background
from syria_events.rules.coreference.discourse import Discourse
from syria_events.rules.coreference.focus import elsewhere
from syria_events.rules.coreference.remembering import stem
from syria_events.rules.mentions.institutions import institution_actor
from syria_events.rules.values import Kind, Mention

_AGAINST_THE_STATE = ("REB", "OPP")  # roles


@rule("reference.short-name", "المجلس")
def short_name(mention: Mention, state: Discourse, _background: Background) -> Mention | None:
    """The body named last whose name begins with this noun."""
    if mention.kind != Kind.SHORT or (body := state.heads.get(mention.form)) is None:
        return None
    return replace(mention, kind=body.kind, actors=body.actors, gender=body.gender, reason="the body named last")


@rule("reference.not-at-home", "القوات الحكومية في الصومال")
def not_at_home(mention: Mention, state: Discourse, background: Background) -> Mention | None:
    """`القوات الحكومية`, `المعارضة` where neither the article nor the sentence is about the country of the conflict.

    They are the institution named last that is called so, else that of the country the article is about; where it is
    about none they have no country.
    """
    elsewhere_named = background.located.get((mention.sentence, mention.last), "") not in ("", _home(background))
    if not elsewhere_named and (background.focus == _home(background) or mention.sentence in background.at_home):
        return None
    kind = elsewhere(mention, background.lexicon)
    if not kind:
        return None
    if kind in background.lexicon.group:
        return _group_elsewhere(mention, background.lexicon.group[kind], background)
    if kind not in background.lexicon.institution:
        actor = Actor("", mention.text, background.lexicon.transliterate(mention.text))
        return replace(mention, kind=Kind.UNKNOWN_BODY, actors=(actor,), country="", reason="of no country")
    institution = background.lexicon.institution[kind]
    bare = replace(mention, kind=Kind.INSTITUTION, actors=(), key=kind, country="", number="sing", gender="")
    known = state.institutions.get(kind)
    iso = background.located.get((mention.sentence, mention.last), "")
    if known is not None and not iso:
        return replace(bare, actors=(known,), reason="institution named before")
    found = _of_country(bare, institution, iso or _focus_of(institution.role, background), background)
    return found or replace(bare, actors=(Actor("", mention.text, institution.en),), reason="of no country")


def _focus_of(role: str, background: Background) -> str:
    """The country of the article; of fighters and opposition no power, which deals with those of others."""
    abroad = role in _AGAINST_THE_STATE and background.focus in background.lexicon.words("powers")
    return "" if abroad else background.focus


def _home(background: Background) -> str:
    return background.lexicon.domain.home


def _country_of(mention: Mention, background: Background) -> str:
    """The country that stands behind a mention (`مسلحون في مالي`), else that of the article."""
    return background.located.get((mention.sentence, mention.last), "") or background.focus


def _group_elsewhere(mention: Mention, group: Group, background: Background) -> Mention:
    iso = background.located.get((mention.sentence, mention.last), "") or _focus_of(group.role, background)
    code = iso + group.role if iso else ""
    actor = Actor("", mention.text, group.en, code)
    return replace(mention, kind=Kind.GROUP, actors=(actor,), key=group.role, country="", reason="group noun")


@rule("reference.group-named-before", "الدبلوماسيون")
def group_named_before(mention: Mention, state: Discourse, background: Background) -> Mention | None:
    """A definite group noun alone: the group of that noun named before, `51 من الدبلوماسيين الأميركيين`."""
    if mention.kind != Kind.GROUP or not mention.actors:
        return None
    if len(mention.form.split()) != 1 or not mention.form.startswith("ال"):
        return None
    earlier = state.groups.get(stem(mention.form, background.lexicon))
    return None if earlier is None else replace(mention, actors=(earlier,), reason="group named before")


@rule("reference.group-of-focus", "مقاتلو الفصائل")
def group_of_focus(mention: Mention, _state: Discourse, background: Background) -> Mention | None:
    """A group of no country: of the country that the article is about."""
    iso = _country_of(mention, background)
    if mention.kind != Kind.GROUP or not mention.actors or not iso or mention.actors[0].code:
        return None
    return replace(mention, actors=(replace(mention.actors[0], code=iso + mention.key),))


@guard("reference.indefinite-institution", "حكومة")
def is_indefinite(mention: Mention, background: Background) -> bool:
    """An indefinite institution is none that was named before, but for ministries: `خارجية` alone is one already."""
    institution = background.lexicon.institution.get(mention.key)
    return not mention.form.startswith("ال") and not (institution is not None and institution.known_bare)


@rule("reference.institution-of-body", "القوات")
def institution_of_body(mention: Mention, state: Discourse, background: Background) -> Mention | None:
    """The body or group named last whose name begins with an institution's noun."""
    body = state.heads.get(mention.form)
    if not _is_open_institution(mention, background) or body is None or body.kind not in (Kind.BODY, Kind.GROUP):
        return None
    return replace(mention, actors=body.actors, reason="the body named last that begins so")


@rule("reference.institution-named-before", "الحكومة")
def institution_named_before(mention: Mention, state: Discourse, background: Background) -> Mention | None:
    """The institution of this kind named last; `الوزارة` is the ministry named last."""
    if not _is_open_institution(mention, background):
        return None
    known: Actor | None = state.ministry if mention.key == "ministry" else state.institutions.get(mention.key)
    return None if known is None else replace(mention, actors=(known,), reason="institution named before")


@rule("reference.institution-of-country", "الجيش")
def institution_of_country(mention: Mention, state: Discourse, background: Background) -> Mention | None:
    """A ministry of the country whose minister was named, else an institution of the article's country."""
    institution = background.lexicon.institution.get(mention.key)
    if not _is_open_institution(mention, background) or institution is None:
        return None
    minister = state.offices.get(mention.key.replace("-ministry", "-minister"))
    iso = minister.country if minister is not None else ""
    iso = iso or background.located.get((mention.sentence, mention.last), "")
    iso = iso or ("" if institution.of_anybody else background.focus)
    return _of_country(mention, institution, iso, background) or _of_no_country(mention, institution, background)


def _of_country(mention: Mention, institution: Institution, iso: str, background: Background) -> Mention | None:
    country = background.lexicon.country.get(iso)
    if country is None:
        return None
    actor = institution_actor(institution, country, background.lexicon)
    return replace(mention, actors=(actor,), country=iso, reason="of the country that the article is about")


def _of_no_country(mention: Mention, institution: Institution, background: Background) -> Mention | None:
    """`الجيش`, `المعارضة` of an article that names no country at all."""
    if background.focus or institution.of_anybody or institution.role not in background.lexicon.words("war_role"):
        return None
    return replace(mention, actors=(Actor("", mention.text, institution.en),), reason="of no country")


def _is_open_institution(mention: Mention, background: Background) -> bool:
    if mention.kind != Kind.INSTITUTION or mention.actors:
        return False
    if is_indefinite(mention, background):
        background.trace.refuse(mention.sentence, mention.text, id_of(is_indefinite))
        return False
    return True
