"""A row of an events file -> what can be compared of it with rows of other articles."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from syria_events.stories.families import SYMMETRIC
from syria_events.stories.parties import Party, party
from syria_events.stories.words import stems, stems_near

_Cell = Callable[[str], str]
_OWN = frozenset(("story_id", "story_note", "rules"))  # what is not compared: our own columns, and what CSV lacks


@dataclass(frozen=True, slots=True)
class Telling:
    """One row, told by an article.

    Args:
        order: what tellings are sorted by: day of publication, article, a digest of the cells.
        id: the row's `event_id`; a digest of its cells where it has none.
        doc: the article.
        place_in_doc: its sentence.
        published: the day it was published, counted from year 1; None where unknown.
        days: first and last day of the event, counted likewise; None where the text does not say.
        place: the words of the place's name.
        country: that of the place, ISO 3166-1 alpha-3.
        point: the place's latitude and longitude in degrees.
        words: those of the sentence, without the names of actor and target.
        near: those beside the trigger.
    """

    order: tuple[str, ...]
    id: str
    doc: str
    place_in_doc: str
    published: int | None
    days: tuple[int, int] | None
    actor: Party
    target: Party
    cameo: str
    status: str
    place: frozenset[str]
    country: str
    point: tuple[float, float] | None
    words: frozenset[str]
    near: frozenset[str]

    @property
    def root(self) -> str:
        """The first two digits of the CAMEO code."""
        return self.cameo[:2]

    @property
    def is_symmetric(self) -> bool:
        """Whether actor and target may change places."""
        return self.root in SYMMETRIC

    @property
    def day(self) -> int:
        """The day to sort by: the event's first, else that of publication, else 0."""
        return self.days[0] if self.days is not None else self.published or 0


def telling(row: Mapping[str, object], persons: frozenset[str] = frozenset()) -> Telling:
    """The telling of a row; columns it lacks count as empty.

    Args:
        row: as `output.table.row` makes it, or read back, with numbers as text.
        persons: the ids of actors that are persons.

    Raises:
        ValueError: a day or a coordinate is none.
    """

    def cell(name: str) -> str:
        value = row.get(name)
        return "" if value is None else str(value).strip()

    sentence = cell("sentence")
    names = stems(" ".join(cell(f"{who}{part}") for who in ("actor", "target") for part in ("", "_text")))
    cells = [f"{name}\x1e{cell(name)}" for name in sorted(row) if name not in _OWN and cell(name)]
    digest = hashlib.sha256("\x1f".join(cells).encode())
    published = cell("published")
    return Telling(
        order=(published, cell("doc_id"), digest.hexdigest()),
        id=cell("event_id") or digest.hexdigest(),
        doc=cell("doc_id"),
        place_in_doc=cell("sent_index") or sentence or digest.hexdigest(),
        published=_day(published, "published"),
        days=_days(cell),
        actor=_party(cell, "actor", persons),
        target=_party(cell, "target", persons),
        cameo=cell("cameo"),
        status=cell("status"),
        place=stems(cell("place")),
        country=cell("country"),
        point=_point(cell),
        words=stems(sentence) - names,
        near=stems_near(sentence, cell("trigger")) - names,
    )


def _party(cell: _Cell, who: str, persons: frozenset[str]) -> Party:
    return party(cell(f"{who}_id"), cell(who), cell(f"{who}_en"), cell(f"{who}_code"), persons)


def _days(cell: _Cell) -> tuple[int, int] | None:
    first, last = _day(cell("event_date"), "event_date"), _day(cell("event_date_end"), "event_date_end")
    return None if first is None else (first, first if last is None else max(first, last))


def _day(text: str, column: str) -> int | None:
    try:
        return date.fromisoformat(text).toordinal() if text else None
    except ValueError:
        raise ValueError(f"{column} {text!r} is no day such as 2016-06-21") from None


def _point(cell: _Cell) -> tuple[float, float] | None:
    lat, lon = cell("lat"), cell("lon")
    try:
        return (float(lat), float(lon)) if lat and lon else None
    except ValueError:
        raise ValueError(f"lat {lat!r} and lon {lon!r} are no coordinates") from None
