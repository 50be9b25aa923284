"""Errors of the program; every message says what to try next."""


class SyriaEventsError(Exception):
    """The base of every error this package raises on purpose; its text is one line for the user."""


class LexiconError(SyriaEventsError):
    """An entry of the lexicon is wrong: names the file, the entry and the key."""


class ModelsError(SyriaEventsError):
    """A model folder is missing, incomplete or damaged."""


class OutputError(SyriaEventsError):
    """The rows cannot be written where they were asked for."""


class PlainStanzaWarning(UserWarning):
    """The tagger is Stanza's own: slower than this package makes it, and without the weighing of repeated names."""


class LeftOutWarning(UserWarning):
    """Something was left out of a result that is otherwise whole."""


def told(error: Exception) -> str:
    """An error that nobody expected, in one line."""
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text[:200]}" if text else type(error).__name__
