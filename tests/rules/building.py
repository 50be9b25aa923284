"""Sentences made by hand for tests of single rules: their words, tags, tree and mentions just as a test wants them.

A sentence is written as its tokens with white space between:

    التقى/V            a word with its tag (`V` verb, `N` noun, `A` adjective, `P` preposition, `C` and, `S` that, ...)
    قتل/V.pass.f       with features: passive, feminine, ...
    لقاء/N>1:obj       with its head and relation
    لقاءا/N=لقاء       with its lemma; else it is its own
    في و أن .          common particles and punctuation need no tag, a word without one is a noun
    +ها                a pronoun suffixed to the word before
    *زار/V             the word that is asked about; else the first verb is
    [kerry]            a mention, by a nickname of this module or an id of the lexicon
    [russia=موسكو]     with its words, `_` between them
    [kerry,office,f]   with its kind, gender, number, an actor's code, or `noun` for words tagged so
    [residents,group,SYRCVL=سكان_حلب]   of somebody whom the lexicon does not have
    [=فلان]            of somebody whom nothing resolves: without actors
    {date=منذ_أيام}    words of a date
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from syria_events.lexicon import load
from syria_events.model import Actor, Entity, Sentence, Word
from syria_events.normalize import fold
from syria_events.rules.arguments.roles import Roles
from syria_events.rules.arguments.scene import Predicate, Scene, Slot, proposals
from syria_events.rules.coreference.discourse import Discourse
from syria_events.rules.mentions.readings import actor_of, state_of
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.triggers.finder import find_triggers
from syria_events.rules.values import Argument, Arguments, Decision, Kind, Mention, Proposal, Refusal, Trigger

LEXICON = load()
NICKNAMES = {
    "kerry": "john-kerry",
    "lavrov": "sergey-lavrov",
    "putin": "vladimir-putin",
    "erdogan": "recep-tayyip-erdogan",
    "merkel": "angela-merkel",
    "demistura": "staffan-de-mistura",
    "rebels": "syrian-rebels",
    "isis": "islamic-state",
    "council": "un-security-council",
    "un": "united-nations",
    "sohr": "syrian-observatory",
}
SHORT = {"kerry": "كيري", "lavrov": "لافروف", "putin": "بوتين", "erdogan": "أردوغان", "merkel": "ميركل"}
_SHORT_OF = {NICKNAMES[nickname]: nickname for nickname in NICKNAMES}
TAGS = {
    "V": "VERB", "N": "NOUN", "A": "ADJ", "P": "ADP", "C": "CCONJ", "S": "SCONJ", "T": "PART", "D": "DET", "U": "NUM",
    "X": "X", "R": "PRON", "Z": "PROPN", "B": "ADV", "I": "AUX", ".": "PUNCT",
}  # fmt: skip
FEATS = {
    "f": "Gender=Fem", "m": "Gender=Masc", "pass": "Voice=Pass", "imp": "Aspect=Imp", "perf": "Aspect=Perf",
    "sg": "Number=Sing", "dual": "Number=Dual", "pl": "Number=Plur", "acc": "Case=Acc", "1": "Person=1",
    "2": "Person=2", "3": "Person=3",
}  # fmt: skip
PRONOUNS = {
    "ه": "R.m.sg.3", "ها": "R.f.sg.3", "هم": "R.m.pl.3", "هما": "R.dual.3", "نا": "R.pl.1", "ني": "R.sg.1",
    "ك": "R.sg.2",
}  # fmt: skip
KNOWN = dict.fromkeys("في من إلى على عن مع ب ل ك بين ضد حول".split(), "P")
KNOWN |= dict.fromkeys(("و", "ف", "أو"), "C") | dict.fromkeys(("أن", "إن"), "S")
KNOWN |= dict.fromkeys(("س", "قد", "لا", "لم", "لن"), "T")
_PUNCTUATION = re.compile(r"[^\w\s]+")
_WORD = re.compile(r"(?P<form>[^/>=]+|/)(/(?P<tag>[^>=]+))?(>(?P<head>\d+):(?P<deprel>[a-z:]+))?(=(?P<lemma>.+))?")
_MENTION = re.compile(r"\[(?P<who>[^,=]*)(,(?P<flags>[^=]+))?(=(?P<words>.+))?\](>(?P<head>\d+):(?P<deprel>[a-z:]+))?")


class Built:
    """A sentence as it was written: its clause, and the id of the word that is asked about."""

    def __init__(self, text: str, index: int = 0) -> None:
        self._words: list[Word] = []
        self._mentions: list[Mention] = []
        self._dates: list[Entity] = []
        self._index = index
        self._at = 0
        self.asked = 0
        for token in text.split():
            self._token(token)
        if not self.asked:
            self.asked = next((word.id for word in self._words if word.upos == "VERB"), 1)
        sentence = Sentence(index, 0, self._words[-1].end, tuple(self._words))
        self.clause = Clause(sentence, LEXICON, tuple(self._mentions), tuple(self._dates))

    def _token(self, token: str) -> None:
        if found := _MENTION.fullmatch(token):
            self._mention(**found.groupdict())
            return
        if token.startswith("{date="):
            first = self._at
            forms = token[6:-1].split("_")
            for form in forms:
                self._word(form, KNOWN.get(form, "N"))
            self._dates.append(Entity("DATE", first, self._words[-1].end, " ".join(forms)))
            return
        suffixed = token.startswith("+")
        token = token.removeprefix("+")
        if token.startswith("*"):
            self.asked = len(self._words) + 1
            token = token[1:]
        word = _WORD.fullmatch(token)
        assert word is not None, token
        form = word["form"]
        tag = word["tag"] or (PRONOUNS.get(form, "R") if suffixed else KNOWN.get(form, ""))
        if not tag:
            tag = "." if _PUNCTUATION.fullmatch(form) else "N"
        self._word(form, tag, word["head"], word["deprel"], word["lemma"], suffixed=suffixed)

    def _word(
        self, form: str, tag: str, head: str | None = None, deprel: str | None = None, lemma: str | None = None,
        *, suffixed: bool = False,
    ) -> None:  # fmt: skip
        upos, *feats = tag.split(".") if tag != "." else [tag]
        start = self._words[-1].start if suffixed else self._at
        self._words.append(
            Word(
                len(self._words) + 1, form, lemma or form, TAGS[upos], "", "|".join(sorted(FEATS[f] for f in feats)),
                int(head or 0), deprel or "dep", start, start + len(form), suffixed,
            )
        )  # fmt: skip
        self._at = max(self._at, start + len(form)) + 1

    def _mention(self, who: str, flags: str | None, words: str | None, head: str | None, deprel: str | None) -> None:
        forms = _name(who) if words is None else words.split("_")
        first, start = len(self._words) + 1, self._at
        for number, form in enumerate(forms):
            tag = "N" if "noun" in (flags or "").split(",") else "X"
            self._word(form, tag, head if not number else str(first), deprel if not number else "nmod")
        mention = mention_of(who, flags or "", " ".join(forms))
        self._mentions.append(
            Mention(
                self._index, first, len(self._words), start, self._words[-1].end, mention.text, mention.form,
                mention.kind, mention.actors, "", "", mention.number, mention.gender, mention.titled,
            )
        )  # fmt: skip


def _name(who: str) -> list[str]:
    if who in SHORT:
        return [SHORT[who]]
    return _actor(who.split("+")[0], "").name.split()


def _actor(who: str, words: str, code: str = "") -> Actor:
    who = NICKNAMES.get(who, who)
    if who in LEXICON.by_id:
        return actor_of(LEXICON.by_id[who])
    state = next((country for country in LEXICON.countries if country.id == who), None)
    return state_of(state) if state is not None else Actor("", words, who, code)


def mention_of(who: str, flags: str, words: str) -> Mention:
    """A mention of sentence -1, before the one that is read, at a word id that this one may have too."""
    told = flags.split(",")
    code = next((flag for flag in told if flag.isupper()), "")
    names = who.split("+") if who else []
    actors = tuple(_actor(name, words, code) for name in names)
    kind = next((Kind(flag) for flag in told if flag in [*Kind]), None)
    entry = LEXICON.by_id.get(actors[0].id) if actors else None
    if kind is None:
        kind = Kind(entry.kind) if entry is not None else Kind.STATE if actors and actors[0].id else Kind.UNKNOWN_PERSON
    gender = next((flag for flag in told if flag in ("m", "f")), "")
    if not gender and entry is not None and entry.kind == "person":
        gender = entry.gender
    number = next((flag for flag in told if flag in ("plur", "dual")), "sing")
    return Mention(
        -1,
        30,
        30,
        0,
        len(words),
        words,
        fold(words),
        kind,
        actors,
        number=number,
        gender=gender,
        titled="titled" in told,
    )


def arguments(names: str, clause: Clause | None = None) -> Arguments:
    """Arguments by nicknames or ids, `+` between them; `@` before one that the clause mentions itself."""
    found = []
    for name in names.split("+"):
        who, _, flags = name.removeprefix("@").partition(",")
        mention = mention_of(who, flags, " ".join(_name(who)))
        if name.startswith("@"):
            assert clause is not None
            mention = next(m for m in clause.mentions if m.actors == mention.actors)
        found += [Argument(actor, mention.text, mention) for actor in mention.actors]
    return tuple(found)


def scene(text: str, *, subjects: str = "", speakers: str = "", named: str = "") -> Scene:
    """A sentence with its triggers; subjects, speakers and mentions before it, the most recent last."""
    clause = Built(text).clause
    discourse = Discourse(
        tuple(arguments(who, clause) for who in subjects.split()),
        tuple(arguments(who, clause) for who in speakers.split()),
        tuple(argument.mention for who in named.split() for argument in arguments(who, clause) if argument.mention),
    )
    return Scene(clause, tuple(find_triggers(clause)), discourse)


def asked(text: str) -> int:
    """The id of the word that a sentence asks about."""
    return Built(text).asked


def trigger(scene: Scene, at: int) -> Trigger:
    """The trigger at a word, or of the light verb there."""
    return next(t for t in scene.triggers if at in (t.word.id, t.verb.id))


def proposed(
    rules: Iterable[Callable[..., Any]], scene: Scene, about: Predicate | Slot | Trigger | object
) -> list[str]:
    """Everything that rules propose and guards refuse, as `shown`."""
    return [shown(found) for found in proposals(rules, scene, about)]


def shown(found: Proposal | Refusal) -> str:
    """A proposal as `rule who` and what else it tells, a refusal as `guard not words`."""
    if isinstance(found, Refusal):
        return f"{found.guard} not {found.text}"
    told = [found.rule, names(found.arguments)]
    told += ["null"] * found.elided + ["unnamed"] * found.unnamed + [found.source] * bool(found.source)
    return " ".join(told)


def names(found: Arguments) -> str:
    """Arguments by their nicknames or ids, with their words where no mention names them, `-` for nobody."""
    shown = (_SHORT_OF.get(a.actor.id, a.actor.id or a.actor.en) for a in found)
    words = (f"({a.text})" if a.mention is None else "" for a in found)
    return "+".join(map("".join, zip(shown, words, strict=True))) or "-"


def told(roles: Roles) -> str:
    """The roles of a trigger in one line: `rule who | rule whom`, then ` | symmetric`, ` | code` where they are so."""
    parts = [_decided(roles.actor), _decided(roles.target)]
    parts += ["symmetric"] * roles.symmetric + [roles.cameo] * bool(roles.cameo)
    return " | ".join(parts)


def _decided(decision: Decision) -> str:
    taken = decision.taken
    rule = taken.arguments[0].rule if taken.arguments else taken.rule
    told = [rule, names(taken.arguments)]
    told += ["null"] * taken.elided + ["unnamed"] * taken.unnamed + [taken.source] * bool(taken.source)
    return " ".join([*told, *(f"({refusal.guard} not {refusal.text})" for refusal in decision.refused)])


def rows(file: Path) -> list[Any]:
    """The rows of a table of hand-made sentences: a sentence, what is asked about it, what is expected.

    The columns stand with tabs between; lines that begin with `#` say what the next ones show. A test is called by the
    line that it reads.
    """
    lines = enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
    return [
        pytest.param(*line.split("\t"), id=f"{file.stem}:{number}")
        for number, line in lines
        if line and not line.startswith("#")
    ]


def options(about: str) -> dict[str, str]:
    """What is asked about a sentence: `speech; subjects=kerry lavrov`, a value left out is `yes`."""
    parts = (part.strip().partition("=") for part in about.split(";") if part.strip())
    return {name: value or "yes" for name, _, value in parts}
