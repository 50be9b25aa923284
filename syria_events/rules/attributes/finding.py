"""An attribute with the rule that found it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from syria_events.rules.values import Refusal

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Finding(Generic[T_co]):
    """A value, the id of the rule that found it, the words it rests on, and what was refused before it."""

    value: T_co
    rule: str = ""
    words: str = ""
    refused: tuple[Refusal, ...] = ()
