"""Agreement in gender and number between verbs or pronouns and what they may refer to."""

from syria_events.lexicon import Lexicon
from syria_events.model import Word
from syria_events.rules.values import Arguments, Kind, Mention

_SINGULAR = (Kind.BODY, Kind.INSTITUTION, Kind.STATE)


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


def agrees(word: Word, arguments: Arguments, lexicon: Lexicon) -> bool:
    """Whether arguments can be the antecedent of a pronoun or of a verb's null subject, by number and gender.

    A person whose gender nothing shows counts as a man; what stands for several in the plural agrees with anything.
    """
    mention, number = arguments[0].mention, word.feat("Number")
    if (number == "Sing" and len(arguments) > 1) or (number == "Dual" and len(arguments) != 2):
        return False
    if mention is None or len(arguments) > 1:
        return True
    if mention.is_human:
        return number != "Plur" and (gender_of(word) != "f" or mention.gender == "f")
    if number == "Sing" and mention.kind in _SINGULAR:
        # the plural of a thing (`السلطات`, `الأمم المتحدة`) is referred to in the feminine singular
        return gender_of(word) in ("", gender(mention, lexicon) or "f")
    return True
