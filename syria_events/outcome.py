"""What became of a run: counts, one line per failure, the exit code."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from syria_events.model import Article, Doc, Failure
from syria_events.reading import LITTLE_ARABIC, SKIPPED, Notice

NO_DATE = "no publication date: relative dates stay empty (give --date or a metadata.csv)"

_Row = TypeVar("_Row")
_Read = TypeVar("_Read", bound=Article | Doc)


@dataclass(slots=True)
class Outcome:
    """Counts what passes through it and keeps what went wrong, in the order it happened; `noun` is what a row is."""

    noun: str = "event"
    articles: int = 0
    rows: int = 0
    failures: list[Failure] = field(default_factory=list)
    coded: int = 0
    _uncoded: int = 0
    _undated: int = 0
    _foreign: int = 0
    _skipped: Counter[str] = field(default_factory=Counter)
    _remarks: list[str] = field(default_factory=list)
    _notices: dict[str, list[str]] = field(default_factory=dict)

    def articles_of(self, items: Iterable[_Read | Failure | Notice]) -> Iterator[_Read]:
        """Pass the articles, or tagged documents, on and note the rest."""
        for item in items:
            match item:
                case Article() | Doc():
                    self._count(item)
                    yield item
                case Failure():
                    self.failures.append(item)
                case Notice(message=message) if message == LITTLE_ARABIC:
                    self._foreign += 1
                case Notice(message=message) if message in SKIPPED:
                    self._skipped[message] += 1
                case Notice():
                    self._notices.setdefault(item.message, []).append(item.source)

    def _count(self, item: Article | Doc) -> None:
        if isinstance(item, Article) or not item.part:
            article = item if isinstance(item, Article) else item.article
            self.articles += 1
            self._undated += article.published is None

    def rows_of(self, items: Iterable[_Row | Failure]) -> Iterator[_Row]:
        """Pass the events, or what else makes a row, on and note the articles that could not be coded."""
        for item in items:
            if isinstance(item, Failure):
                self._uncoded += not item.partial
                self.failures.append(item)
            else:
                self.rows += 1
                yield item

    def remark(self, messages: Iterable[str]) -> None:
        """Note what concerns no input."""
        self._remarks += messages

    def article_done(self) -> None:
        """Count an article that was coded to its end, or given up."""
        self.coded += 1

    @property
    def done(self) -> int:
        """How many inputs are done with: articles coded, and inputs that gave no article."""
        unread = sum(not failure.partial for failure in self.failures) - self._uncoded
        return self.coded + unread

    @property
    def processed(self) -> int:
        """How many articles were read and coded, with or without a row."""
        return self.articles - self._uncoded

    @property
    def exit_code(self) -> int:
        """0: every input was read; 1: none was; 3: some were not, or not all of them."""
        if self.processed and self.failures:
            return 3
        return 0 if self.processed else 1

    def errors(self) -> Iterator[str]:
        """A line for every failure."""
        for failure in self.failures:
            yield f"{failure.source}: {failure.reason}"

    def warnings(self) -> Iterator[str]:
        """A line for every kind of thing the user should know, however many articles it concerns."""
        yield from self._remarks
        for message, sources in self._notices.items():
            others = f" and {len(sources) - 1} more" if len(sources) > 1 else ""
            yield f"{sources[0]}{others}: {message}"
        if self._foreign:
            yield f"{counted(self._foreign, 'article holds', 'articles hold')} {LITTLE_ARABIC}"
        if self._undated:
            yield f"{counted(self._undated, 'article has', 'articles have')} {NO_DATE}"

    def summary(self) -> str:
        """What was done, in one line."""
        parts = [counted(self.processed, "article", "articles"), counted(self.rows, self.noun, f"{self.noun}s")]
        lost = sum(failure.partial for failure in self.failures)
        if unread := len(self.failures) - lost:
            parts.append(f"{counted(unread, 'input', 'inputs')} not read")
        if lost:
            parts.append(f"{counted(lost, 'passage', 'passages')} left out")
        parts += (f"{counted(self._skipped[one], one, many)} passed over" for one, many in SKIPPED.items()
                  if self._skipped[one])  # fmt: skip
        return ", ".join(parts)


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many}"
