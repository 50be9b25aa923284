"""Which mentions are coordinated: joined by `و`, a comma within a list, or words that work like `و`."""

from syria_events.normalize import fold
from syria_events.rules.sentence.index import COMMAS, Index
from syria_events.rules.values import Mention

_DUAL = ("تا", "تان", "يان")  # endings that no singular has, whatever the tagger says


def links(index: Index, mentions: tuple[Mention, ...]) -> tuple[bool, ...]:
    """Whether each mention but the last is coordinated with the next."""
    return tuple(_coordinated(index, mentions, number) for number in range(len(mentions) - 1))


def _between(index: Index, mentions: tuple[Mention, ...], number: int) -> list[str]:
    return [fold(word.text) for word in index.between(mentions[number].last, mentions[number + 1].first)]


def _coordinated(index: Index, mentions: tuple[Mention, ...], number: int) -> bool:
    """Whether the mention behind this one follows it behind `و` or a comma and `و` or `أو`."""
    forms, words = _between(index, mentions, number), index.lexicon.words
    if _starts_clause(index, mentions[number], mentions[number + 1]):
        return False
    if forms and forms[-1] in words("joins") and all(form in COMMAS for form in forms[:-1]):
        return True
    if len(forms) == 2 and forms[0] == "و" and forms[1] in words("also"):
        return True  # `وكذلك إيران`, `وكل من`
    if len(forms) == 3 and forms[0] == "و" and _is_ally(index, mentions[number], mentions[number + 1]):
        return True
    joined = forms
    while joined and joined[0] in COMMAS:
        joined = joined[1:]
    if " ".join(joined) in words("in_addition"):
        return True
    return len(forms) == 1 and forms[0] in COMMAS and _list_goes_on(index, mentions, number + 1)


def _is_ally(index: Index, first: Mention, second: Mention) -> bool:
    """`دمشق وحليفتها موسكو`: what the second is to the first stands between, with its pronoun."""
    _, ally, pronoun = index.between(first.last, second.first)
    return fold(ally.text) in index.lexicon.words("ally") and pronoun.upos == "PRON"


def _starts_clause(index: Index, first: Mention, second: Mention) -> bool:
    """`واشنطن وباريس ترحب`: a singular verb behind the second makes it the subject of a clause of its own."""
    after = index.right(second.last)
    verb = index.word(after) if after else None
    if verb is None or verb.upos != "VERB" or verb.feat("Number") != "Sing" or verb.text.endswith(_DUAL):
        return False
    return any(word.upos == "VERB" for word in index.words(range(1, first.first)))


def _list_goes_on(index: Index, mentions: tuple[Mention, ...], number: int) -> bool:
    """Whether behind a mention a list goes on that ends with `و`: only in such does a comma join names."""
    for later in range(number, len(mentions) - 1):
        forms = _between(index, mentions, later)
        if forms == ["و"] or (len(forms) == 2 and forms[0] in COMMAS and forms[1] == "و"):
            return True
        if not (len(forms) == 1 and forms[0] in COMMAS):
            return False
    return False
