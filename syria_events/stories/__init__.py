"""Rows of different articles that tell one event, brought together: the stories of a corpus."""

import hashlib
from collections.abc import Iterable, Mapping

from syria_events.errors import SyriaEventsError
from syria_events.lexicon import load
from syria_events.stories.blocking import pairs
from syria_events.stories.corpus import Corpus
from syria_events.stories.grouping import groups
from syria_events.stories.notes import note
from syria_events.stories.similarity import Scorer, scorer
from syria_events.stories.tellings import Telling, telling

__all__ = ["StoryError", "stories"]


class StoryError(SyriaEventsError):
    """A row's cells cannot be compared with those of others."""


def stories(rows: Iterable[Mapping[str, object]], *, weights: Scorer | None = None) -> list[dict[str, object]]:
    """The rows, in their order, with `story_id` and `story_note` set and every other cell as it was.

    Rows of different articles that tell one event get one `story_id`, whatever the order of the rows. `story_note` is
    `contradicted` where another article of the story denies what happened, or tells what is denied; `carried out` where
    another tells that what was planned happened.

    Args:
        rows: those of events, as the commands write them, of all articles; numbers may be text.
        weights: others than those that ship.

    Raises:
        StoryError: a row lacks its article, or has a day or coordinate that is none.
    """
    given = [dict(row) for row in rows]
    persons = frozenset(actor.id for actor in load().actors if actor.kind == "person")
    tellings = [_telling(row, persons, number) for number, row in enumerate(given, 1)]
    found = {}
    for story in _grouped(Corpus(tellings), weights or scorer()):
        name = _name(story[0])
        found.update({id(one): (name, str(note(one, story))) for one in story})
    return [_placed(row, *found[id(one)]) for row, one in zip(given, tellings, strict=True)]


def _telling(row: Mapping[str, object], persons: frozenset[str], number: int) -> Telling:
    try:
        found = telling(row, persons)
    except ValueError as error:
        raise StoryError(f"row {number}: {error}") from error
    if not found.doc:
        raise StoryError(f"row {number} has no doc_id; stories are made of rows that `syria-events extract` wrote")
    return found


def _grouped(corpus: Corpus, weights: Scorer) -> list[list[Telling]]:
    tellings = corpus.tellings

    def score(one: int, other: int) -> float:
        return weights.score(tellings[one], tellings[other], corpus)

    scored = ((score(one, other), one, other) for one, other in pairs(corpus))
    alike = [pair for pair in scored if pair[0] >= weights.threshold]
    joined = groups(len(tellings), alike, score, threshold=weights.threshold)
    return [[tellings[number] for number in members] for members in joined]


def _name(first: Telling) -> str:
    """The story's id: it lasts as long as its first telling stays the first."""
    return "st-" + hashlib.sha256("\x1f".join((first.doc, first.id)).encode()).hexdigest()[:16]


def _placed(row: dict[str, object], story: str, told: str) -> dict[str, object]:
    """The row with its story; the two columns stand where `story_id` stood, or before all others."""
    own = {"story_id": story, "story_note": told}
    if "story_id" not in row:
        return {**own, **{name: cell for name, cell in row.items() if name not in own}}
    placed: dict[str, object] = {}
    for name, cell in row.items():
        if name == "story_id":
            placed.update(own)
        elif name != "story_note":
            placed[name] = cell
    return placed
