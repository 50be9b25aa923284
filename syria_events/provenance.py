"""The names of rules: ids that rows, explanations, case files and the rule list share.

A rule is a function that finds something, a guard one that refuses something. Both are declared where they are
written, with an id and an Arabic example; the first line of the docstring says what they do. What a table of data
decides, such as the particles of negation, is declared with `named`.
"""

import inspect
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

_F = TypeVar("_F", bound=Callable[..., Any])
_ID = re.compile(r"[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)+")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule or guard as the rule list has it.

    Args:
        id: `stage.what`, stable and unique: `subject.postverbal`.
        about: what it finds or refuses, in one line.
        example: Arabic words that it applies to.
        guard: whether it refuses candidates rather than finding them.
        module: where it is declared: `syria_events.rules.arguments.subjects`.
    """

    id: str
    about: str
    example: str
    guard: bool = False
    module: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """The ids of the rules, and of the lexicon entries, that made each part of a row; see `codebook rules`.

    Args:
        event: the trigger's rule and entry; before them the construction that decided the code of a statement.
        actor, target: the rule that proposed the argument, then those that read and resolved its mention.
        date: the rule that chose the date, then the one that read it.
    """

    event: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    source: tuple[str, ...] = ()

    @property
    def short(self) -> str:
        """The first id of event, actor and target, as column `rule` has them."""
        return "; ".join(ids[0] if ids else "-" for ids in (self.event, self.actor, self.target))


_RULES: dict[str, Rule] = {}
_IDS: dict[Callable[..., Any], str] = {}


def rule(id: str, example: str) -> Callable[[_F], _F]:
    """Declare a function as the rule with this id; the function itself is not changed.

    Raises:
        ValueError: the id is taken or malformed, or the function has no docstring.
    """
    return _declare(id, example, guard=False)


def guard(id: str, example: str) -> Callable[[_F], _F]:
    """Declare a function that returns whether it refuses a candidate; errors as of `rule`."""
    return _declare(id, example, guard=True)


def named(id: str, about: str, example: str, *, guard: bool = False) -> str:
    """Declare a rule that is no function of its own, and give its id back; errors as of `rule`."""
    _add(Rule(id, about, example, guard, sys._getframe(1).f_globals["__name__"]))
    return id


def id_of(function: Callable[..., Any]) -> str:
    """The id that a function was declared with.

    Raises:
        KeyError: it is no rule.
    """
    return _IDS[function]


def rules() -> tuple[Rule, ...]:
    """Every rule that was declared by the modules imported so far, by id."""
    return tuple(found for _, found in sorted(_RULES.items()))


def _declare(id: str, example: str, *, guard: bool) -> Callable[[_F], _F]:
    def declared(function: _F) -> _F:
        about = (inspect.getdoc(function) or "").partition("\n")[0]
        _add(Rule(id, about, example, guard, function.__module__))
        _IDS[function] = id
        return function

    return declared


def _add(new: Rule) -> None:
    if _ID.fullmatch(new.id) is None or new.id in _RULES:
        raise ValueError(f"rule id {new.id!r} is taken, or not of the form stage.what")
    if not new.about or not new.example:
        raise ValueError(f"rule {new.id} needs a docstring and an example")
    _RULES[new.id] = new
