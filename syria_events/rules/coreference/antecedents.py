"""Antecedents of pronouns and null subjects: what agrees and was said last."""

from syria_events.lexicon import Lexicon
from syria_events.model import Word
from syria_events.rules.coreference.discourse import Discourse
from syria_events.rules.sentence.agreement import agrees, gender, gender_of
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.values import Argument, Arguments, Kind, Mention

_SUBJECTS, _SPEAKERS, _MENTIONS = 4, 3, 12  # how many of the last ones may be meant
_MASCULINE = frozenset((Kind.PERSON, Kind.UNKNOWN_PERSON, Kind.OFFICE, Kind.BODY))
_REPORTING = (Kind.OUTLET, Kind.MONITOR)


def arguments_of(mentions: tuple[Mention, ...]) -> Arguments:
    """The actors of mentions, each with the words that name it."""
    return tuple(Argument(actor, mention.text, mention) for mention in mentions for actor in mention.actors)


def others(arguments: Arguments, names: set[str]) -> Arguments:
    """The arguments whose actors have none of these names."""
    return tuple(argument for argument in arguments if argument.actor.name not in names)


def recent_subject(discourse: Discourse, word: Word, lexicon: Lexicon) -> Arguments:
    """The most recent subject that agrees with a verb or pronoun in number and gender."""
    recent = reversed(discourse.subjects[-_SUBJECTS:])
    return next((arguments for arguments in recent if agrees(word, arguments, lexicon)), ())


def recent_speaker(discourse: Discourse, word: Word, lexicon: Lexicon) -> Arguments:
    """The most recent speaker that agrees with a verb or pronoun."""
    recent = reversed(discourse.speakers[-_SPEAKERS:])
    return next((arguments for arguments in recent if arguments and agrees(word, arguments, lexicon)), ())


def speaker_or_subject(discourse: Discourse, word: Word, lexicon: Lexicon) -> Arguments:
    """The last speaker that agrees with a verb or pronoun, else the last subject; `نحن` is the speaker, whoever."""
    if word.feat("Person") == "1":
        return discourse.speakers[-1] if discourse.speakers else ()
    if discourse.speakers and not discourse.speakers[-1]:
        return ()
    return recent_speaker(discourse, word, lexicon) or recent_subject(discourse, word, lexicon)


def recent_mention(discourse: Discourse, pronoun: Word, names: set[str], lexicon: Lexicon) -> Arguments:
    """The most recent mention of the sentences before that agrees with a pronoun and has none of these names."""
    for mention in reversed(discourse.named[-_MENTIONS:]):
        if not mention.actors or mention.kind in _REPORTING or any(actor.name in names for actor in mention.actors):
            continue
        found = arguments_of((mention,))
        if _fits(mention, pronoun) and agrees(pronoun, found, lexicon):
            return found
    return ()


def _fits(mention: Mention, pronoun: Word) -> bool:
    """Whether a pronoun may stand for a mention: one of several in the plural, a man or a body in the masculine."""
    plural = mention.number == "plur" or mention.kind in (Kind.GROUP, Kind.PEOPLE)
    match pronoun.feat("Number"):
        case "Plur":
            return plural
        case "Sing":
            return not plural and (gender_of(pronoun) != "m" or mention.kind in _MASCULINE)
    return True


def mention_before(clause: Clause, pronoun: Word) -> Arguments:
    """The nearest mention before a pronoun in its sentence that agrees: `انتقد لافروف دمشق لمنعها المساعدات`."""
    if pronoun.feat("Number") != "Sing":
        return ()
    for mention in reversed(clause.mentions):
        if mention.last >= pronoun.id or len(mention.actors) != 1 or mention.kind in _REPORTING:
            continue
        found = arguments_of((mention,))
        if gender(mention, clause.lexicon) in ("", gender_of(pronoun)) and agrees(pronoun, found, clause.lexicon):
            return found
    return ()
