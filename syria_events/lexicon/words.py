"""Small closed sets of words, by what they do: `words("relative")`."""

# For rules that do not have the lexicon yet; the others ask `Lexicon.words`, which knows a user's words too.

from functools import cache

from syria_events.lexicon.loading import data_file, read_toml
from syria_events.normalize import fold


@cache
def words(name: str) -> frozenset[str]:
    """The folded words of a set in `words.toml`.

    Raises:
        KeyError: there is no such set.
    """
    return frozenset(fold(word) for word in _table()[name])


@cache
def prefixes(name: str) -> tuple[str, ...]:
    """The same for sets of beginnings, as `str.startswith` takes them."""
    return tuple(sorted(words(name)))


@cache
def _table() -> dict[str, list[str]]:
    return read_toml(data_file("words.toml"))
