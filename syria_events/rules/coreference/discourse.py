"""The discourse state: what a document has said so far, as reference needs it."""

from dataclasses import dataclass, replace

from syria_events.rules.values import Arguments, Mention


@dataclass(frozen=True, slots=True)
class Discourse:
    """What was said up to a point of a document; every change gives a new state.

    Args:
        subjects: the subjects of verbs, the most recent last.
        speakers: who made statements, the most recent last.
        named: the resolved mentions of the sentences before.
    """

    subjects: tuple[Arguments, ...] = ()
    speakers: tuple[Arguments, ...] = ()
    named: tuple[Mention, ...] = ()

    def with_subject(self, arguments: Arguments) -> "Discourse":
        """The state behind a verb with this subject."""
        return replace(self, subjects=(*self.subjects, arguments))

    def with_speaker(self, arguments: Arguments) -> "Discourse":
        """The state behind a statement of these speakers."""
        return replace(self, speakers=(*self.speakers, arguments))

    def with_named(self, mentions: tuple[Mention, ...]) -> "Discourse":
        """The state behind a sentence with these mentions."""
        return replace(self, named=(*self.named, *mentions))
