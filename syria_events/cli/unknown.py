"""`syria-events unknown`: articles in, what the lexicon lacks out."""

from syria_events.cli.run import Task, command
from syria_events.output.table import UNKNOWN_COLUMNS, unknown_row

ABOUT = """\
List actors without a code and action words without an entry, the most frequent first.

Each comes with a sentence and the beginning of an entry for a lexicon of your own (--lexicon).

Exit code: 0 every input was read, 1 none was or the output could not be written, 2 usage,
3 some inputs could not be read.

\b
Examples:
  syria-events unknown seeds/ -o unknown.csv
"""

unknown = command(
    Task(
        "unknown word", lambda coder, articles, done: coder.unknown(articles, done=done), unknown_row, UNKNOWN_COLUMNS
    ),
    ABOUT,
)
