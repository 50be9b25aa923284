"""Diplomatic events from Arabic news: who did what to whom, when, where, according to whom."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from syria_events.errors import SyriaEventsError
    from syria_events.model import Article, Doc, Event, Failure, Named, Unknown
    from syria_events.output.frames import to_frame
    from syria_events.pipeline import Extractor, entities, extract, tag, unknown
    from syria_events.reading import read, read_tagged
    from syria_events.stories import group_stories

__version__ = "0.1.0"
__all__ = [
    "Article", "Doc", "Event", "Extractor", "Failure", "Named", "SyriaEventsError", "Unknown", "__version__",
    "entities", "extract", "group_stories", "read", "read_tagged", "tag", "to_frame", "unknown",
]  # fmt: skip

# the public names by the modules they are loaded from when first asked for: `import syria_events` alone loads nothing
_HOMES = {
    "Article": "model", "Doc": "model", "Event": "model", "Failure": "model", "Named": "model", "Unknown": "model",
    "SyriaEventsError": "errors",
    "group_stories": "stories", "read": "reading", "read_tagged": "reading", "to_frame": "output.frames",
    "Extractor": "pipeline", "entities": "pipeline", "extract": "pipeline", "tag": "pipeline", "unknown": "pipeline",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"syria_events.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
