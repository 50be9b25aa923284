"""Who takes part in an event, as far as rows of two articles can be compared by it: office, person and state may vary."""

import re
from dataclasses import dataclass
from enum import StrEnum

from syria_events.lexicon.transliteration import MARK
from syria_events.normalize import fold

_ROLES = {"GOV": "state", "MIL": "state", "COP": "state", "": "state", "REB": "opposition", "OPP": "opposition"}
_COUNTRY = 3  # letters of a country in a code
_BODIES = ("IGO", "IMG")  # codes that begin so name a body, not a country and a role
_WORD = re.compile(r"\w+")


class Likeness(StrEnum):
    """How two names of a party compare."""

    SAME = "same"
    PART = "part"  # a person, an office or an army beside the state it belongs to, or two of its offices
    OTHER = "other"  # two different persons of one side
    ABSENT = "absent"  # one of the two is not named
    NONE = "none"  # neither is named
    STRANGE = "strange"  # two sides


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or target.

    Args:
        name: the id in the lexicon, else the folded name.
        side: the state, opposition or body that the code stands for; the name where there is no code.
        is_person: whether it is a person by name.
    """

    name: str
    side: str
    is_person: bool = False

    def like(self, other: "Party") -> Likeness:
        """How the party compares with that of another row."""
        if not self.name or not other.name:
            return Likeness.NONE if self.name == other.name else Likeness.ABSENT
        if self.name == other.name:
            return Likeness.SAME
        if self.side != other.side:
            return Likeness.STRANGE
        return Likeness.OTHER if self.is_person and other.is_person else Likeness.PART


NOBODY = Party("", "")


def party(id: str, name: str, en: str, code: str, persons: frozenset[str]) -> Party:
    """The party of a row's cells; `persons` are the ids of persons in the lexicon."""
    name = id or fold(name)
    if not name:
        return NOBODY
    # what the lexicon lacks and is spelt letter by letter is mostly somebody's name
    return Party(name, _side(code) or name, id in persons if id else en.startswith(MARK) and len(_WORD.findall(en)) > 1)


def _side(code: str) -> str:
    if code.startswith(_BODIES):
        return code
    role = code[_COUNTRY:]
    return f"{code[:_COUNTRY]}-{_ROLES.get(role, role)}" if code else ""
