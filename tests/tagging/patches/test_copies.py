"""Private copies of functions."""

import textwrap

import pytest

from syria_events.tagging.patches.copies import copied


def shout(text: str, *, mark: str = "!") -> str:
    return textwrap.dedent(text) + mark


def test_a_copy_finds_other_values_and_the_function_stays() -> None:
    class Other:
        @staticmethod
        def dedent(text: str) -> str:
            return text.upper()

    assert copied(shout, textwrap=Other)(" a") == " A!"
    assert shout(" a", mark="?") == "a?"


def test_a_name_that_is_not_used_is_an_error() -> None:
    with pytest.raises(NameError, match="shout uses no sys"):
        copied(shout, sys=None)


def test_what_is_not_written_in_python_cannot_be_copied() -> None:
    with pytest.raises(TypeError, match="len"):
        copied(len)
