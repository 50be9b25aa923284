"""Every table of the vocabulary as entries: those that ship with the package, a user's own laid over them."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from syria_events.lexicon.entries import (
    Action,
    ActorEntry,
    Adjective,
    Attribution,
    Codes,
    Country,
    Cue,
    Domain,
    Group,
    Institution,
    Light,
    Office,
    Root,
    Speech,
    Stance,
    StatusWords,
)
from syria_events.lexicon.loading import (
    build,
    data_file,
    data_files,
    entries,
    over,
    read_toml,
    single,
    user_files,
    with_ids,
    word_sets,
)
from syria_events.normalize import fold

T = TypeVar("T")


class Tables:
    """The entries, word sets and settings.

    Args:
        folder: a user's own TOML files, laid over those that ship; `user` is what they hold, by name.

    Raises:
        LexiconError: an entry is wrong; names file, entry and key.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.user = user_files(folder)
        self._words = word_sets(self.user)
        self._prefixes = {name: tuple(sorted(found)) for name, found in self._words.items()}
        self._maps = {
            name: {fold(word): value for word, value in table.items()}
            for name, table in read_toml(data_file("words.toml"))["maps"].items()
        }
        self.domain = single(self.user, "domain", Domain, "domain.toml")
        self.countries = self._table("country", Country, "countries.toml")
        self.offices = self._table("office", Office, "offices.toml")
        self.institutions = self._table("institution", Institution, "institutions.toml")
        self.groups = self._table("group", Group, "institutions.toml")
        self.adjectives = self._table("adjective", Adjective, "adjectives.toml")
        self.actors = over(
            self.user, "actor", ActorEntry, (a for f in data_files("actors") for a in entries(f, "actor", ActorEntry))
        )
        self.actions = with_ids(self._table("action", Action, "actions.toml"), "action")
        self.speeches = with_ids(self._table("speech", Speech, "speech.toml"), "speech")
        self.cues = with_ids(self._table("cue", Cue, "speech.toml"), "cue")
        self.stances = with_ids(self._table("stance", Stance, "speech.toml"), "stance")
        self.lights = with_ids(self._table("light", Light, "speech.toml"), "light")
        self.attributions = with_ids(self._table("attribution", Attribution, "speech.toml"), "attribution")
        self.roots = {root.id: root for root in self._table("root", Root, "roots.toml")}
        self.codes = single(self.user, "codes", Codes, "roots.toml")
        context = read_toml(data_file("context.toml"))
        self.negation, self.planned, self.hypothetical = (
            build(StatusWords, context[key], f"context.toml: [{key}]")
            for key in ("negation", "planned", "hypothetical")
        )
        self.honorifics = self.words("honorific") | self.words("name_title")

    def _table(self, table: str, cls: type[T], file: str) -> tuple[T, ...]:
        return over(self.user, table, cls, entries(data_file(file), table, cls))

    def root(self, code: str) -> Root:
        """What the root of a CAMEO code wants; `code` has two digits or more.

        Raises:
            KeyError: CAMEO has no such root.
        """
        return self.roots[code[:2]]

    def words(self, name: str) -> frozenset[str]:
        """The folded words of a set in `words.toml`, with those a user adds under `[words]`.

        Raises:
            KeyError: there is no such set.
        """
        return self._words[name]

    def prefixes(self, name: str) -> tuple[str, ...]:
        """The same for sets of beginnings, as `str.startswith` takes them."""
        return self._prefixes[name]

    def mapping(self, name: str) -> Mapping[str, str]:
        """What each folded word of a table under `[maps]` in `words.toml` stands for, in the order of the file.

        Raises:
            KeyError: there is no such table.
        """
        return self._maps[name]
