"""Private copies of Stanza's functions: theirs stay as they are for every other pipeline of the process."""

from collections.abc import Callable
from types import FunctionType
from typing import Any


def copied(function: Callable[..., Any], **names: Any) -> Callable[..., Any]:
    """A function that does what another does, but finds other values under some names of that one's module.

    Args:
        function: written in Python; it and its module are left alone.
        names: the module's names, and what the copy finds there instead.

    Raises:
        NameError: the function uses no such name of its module.
        TypeError: it is not written in Python.
    """
    if not isinstance(function, FunctionType):
        raise TypeError(f"{function!r} is no function written in Python")
    if unused := names.keys() - {*function.__code__.co_names}:
        raise NameError(f"{function.__qualname__} uses no {', '.join(sorted(unused))}")
    found = {**function.__globals__, **names}
    copy = FunctionType(function.__code__, found, function.__name__, function.__defaults__, function.__closure__)
    copy.__kwdefaults__ = function.__kwdefaults__
    return copy
