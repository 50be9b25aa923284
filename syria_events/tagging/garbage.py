"""Python's search for circles of garbage: once between two batches, and never within one."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Python's search for circles of garbage put off: it would go through a growing document again and again.

    It is made once before, for what the batch before has left: every document of Stanza's is such a circle. Left to
    Python's own times, several batches of them add up.
    """
    gc.collect()
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
