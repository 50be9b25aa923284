"""Agreement in gender and number between verbs or pronouns and what they may refer to."""

from syria_events.lexicon import Lexicon
from syria_events.model import Word
from syria_events.normalize import fold
from syria_events.rules.values import Arguments, Kind, Mention


def gender(mention: Mention, lexicon: Lexicon) -> str:
    """`m` or `f` as far as a mention shows it; empty for plurals and where it does not."""
    head = mention.form.split()[0] if mention.form else ""
    if mention.is_human or mention.kind == Kind.PAIR:
        if mention.titled:
            return "f" if head.endswith("ه") else "m"  # the title agrees, whoever holds it: `مندوب قطر`
        titles = (Kind.OFFICE, Kind.UNKNOWN_PERSON)
        told = mention.gender or ("f" if head.endswith("ه") and mention.kind in titles else "")
        return told or ("" if mention.kind == Kind.UNKNOWN_PERSON else "m")
    if mention.kind == Kind.STATE:
        return "m" if head in lexicon.words("masculine") else "f"
    plural = mention.number != "sing" or head.endswith("ات") or head in lexicon.words("broken_plural")
    if plural or mention.kind in (Kind.GROUP, Kind.PEOPLE):
        return ""
    return "f" if head.endswith(("ه", "ا")) else "m"


def gender_of(word: Word) -> str:
    """The gender a verb or pronoun shows: `m`, `f` or empty.

    Before a pronoun the expander of multi-word tokens may write its `ت` as `ة`: `رفضة` + `ه`.
    """
    if word.upos == "VERB" and word.text.endswith("ة"):
        return "f"
    return {"Fem": "f", "Masc": "m"}.get(word.feat("Gender"), "")


def disagree(mention: Mention, word: Word, lexicon: Lexicon) -> bool:
    """Whether a mention and a verb or pronoun both show a gender, and not the same."""
    shown = gender_of(word)
    return bool(shown) and gender(mention, lexicon) not in ("", shown)


def agrees(verb: Word, arguments: Arguments, lexicon: Lexicon) -> bool:
    """Whether arguments can be the null subject of a verb, by number and gender."""
    mention = arguments[0].mention
    number = verb.feat("Number")
    if (number == "Sing" and len(arguments) > 1) or (number == "Dual" and len(arguments) != 2):
        return False
    if mention is None:
        return True
    person = mention.is_human
    if verb.feat("Gender") == "Fem" and person and mention.gender != "f" and len(arguments) == 1:
        return False
    if mention.kind == Kind.BODY and number == "Sing" and disagree(mention, verb, lexicon):
        return False
    masculine = verb.feat("Gender") == "Masc" and number == "Sing"
    if masculine and mention.kind == Kind.INSTITUTION:
        return not fold(mention.text).split()[0].endswith(("ه", "ات"))
    if masculine and mention.kind == Kind.STATE:
        return mention.gender == "m" or mention.text.startswith(("ال", "لبنان", "العراق", "الأردن"))
    return not (number == "Plur" and person and len(arguments) == 1)
