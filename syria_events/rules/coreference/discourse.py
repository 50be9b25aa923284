"""The discourse state: what a document has said so far, as reference needs it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from syria_events.model import Actor
from syria_events.rules.values import Arguments, Mention


@dataclass(frozen=True, slots=True)
class Holding:
    """A person as named last in an office.

    Args:
        country: ISO alpha-3 of the state whose office it is, or empty.
    """

    actor: Actor
    country: str


@dataclass(frozen=True, slots=True)
class Discourse:
    """What was said up to a point of a document; every change gives a new state.

    Args:
        subjects: the subjects of verbs, the most recent last.
        speakers: who made statements, the most recent last.
        named: the resolved mentions, the most recent last.
        persons: the persons among them, each with the id of the office in which it was named or an empty string.
        titles: the folded words of persons who were named with their office.
        names: persons by their folded names and surnames.
        offices: who was named last in every office, by its id; the office named last is the last.
        institutions, groups: actors by the id of their institution, and by the stem of their noun.
        heads: bodies by the definite head noun of their names.
        honours: who was first given an honour, by its folded words.
        pair: the two actors named last by one mention.
        ministry: the ministry named last.
    """

    subjects: tuple[Arguments, ...] = ()
    speakers: tuple[Arguments, ...] = ()
    named: tuple[Mention, ...] = ()
    persons: tuple[tuple[Actor, str], ...] = ()
    titles: tuple[tuple[str, Actor], ...] = ()
    names: Mapping[str, Actor] = field(default_factory=dict)
    offices: Mapping[str, Holding] = field(default_factory=dict)
    institutions: Mapping[str, Actor] = field(default_factory=dict)
    groups: Mapping[str, Actor] = field(default_factory=dict)
    heads: Mapping[str, Mention] = field(default_factory=dict)
    honours: Mapping[str, Actor] = field(default_factory=dict)
    pair: tuple[Actor, ...] = ()
    ministry: Actor | None = None

    def with_subject(self, arguments: Arguments) -> "Discourse":
        """The state behind a verb with this subject."""
        return replace(self, subjects=(*self.subjects, arguments))

    def with_speaker(self, arguments: Arguments) -> "Discourse":
        """The state behind a statement of these speakers."""
        return replace(self, speakers=(*self.speakers, arguments))

    def with_named(self, mentions: tuple[Mention, ...]) -> "Discourse":
        """The state behind a sentence with these mentions."""
        return replace(self, named=(*self.named, *mentions))

    def with_person(self, actor: Actor, office: str) -> "Discourse":
        """The state behind a person, named in an office or in none."""
        return replace(self, persons=(*self.persons, (actor, office)))

    def with_holder(self, office: str, holding: Holding) -> "Discourse":
        """The state behind who holds an office, which is then the office named last."""
        others = {key: known for key, known in self.offices.items() if key != office}
        return replace(self, offices={**others, office: holding})

    def with_title(self, form: str, actor: Actor) -> "Discourse":
        """The state behind a person who was named with an office in these folded words."""
        return replace(self, titles=(*self.titles, (form, actor)))

    def with_names(self, names: Mapping[str, Actor]) -> "Discourse":
        """The state behind persons by these folded names."""
        return replace(self, names={**self.names, **names})

    def with_honours(self, honours: Mapping[str, Actor]) -> "Discourse":
        """The state behind persons with these honours; who was given one before keeps it."""
        return replace(self, honours={**honours, **self.honours})

    def with_institution(self, institution: str, actor: Actor) -> "Discourse":
        """The state behind an institution, by its id."""
        return replace(self, institutions={**self.institutions, institution: actor})

    def with_groups(self, groups: Mapping[str, Actor]) -> "Discourse":
        """The state behind groups, by the stems of their nouns; the first of a stem keeps it."""
        return replace(self, groups={**groups, **self.groups})

    def with_head(self, head: str, mention: Mention) -> "Discourse":
        """The state behind a body, by the definite head noun of its name."""
        return replace(self, heads={**self.heads, head: mention})

    def with_pair(self, pair: tuple[Actor, ...]) -> "Discourse":
        """The state behind two actors named by one mention."""
        return replace(self, pair=pair)

    def with_ministry(self, actor: Actor) -> "Discourse":
        """The state behind a ministry."""
        return replace(self, ministry=actor)
