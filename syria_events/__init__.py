"""Diplomatic events from Arabic news: who did what to whom, when, where, according to whom."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from syria_events.model import Article, Event, Failure
    from syria_events.pipeline import extract

__version__ = "0.1.0"
__all__ = ["Article", "Event", "Failure", "__version__", "extract"]


def __getattr__(name: str) -> Any:
    """The public names, loaded when first asked for: `import syria_events` alone loads nothing."""
    if name == "extract":
        from syria_events.pipeline import extract

        return extract
    if name in ("Article", "Event", "Failure"):
        from syria_events import model

        return getattr(model, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
