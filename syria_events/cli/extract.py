"""`syria-events extract`: articles in, events out."""

from syria_events.cli.run import Task, command
from syria_events.output.table import COLUMNS, row

ABOUT = """\
Write one row for every diplomatic event in Arabic news.

Exit code: 0 every input was read, 1 none was or the output could not be written, 2 usage,
3 some inputs could not be read.

\b
Examples:
  syria-events extract seeds/ -o events.csv
  syria-events extract seeds/ -f jsonl | head -n 1
  echo "التقى كيري لافروف في جنيف أمس" | syria-events extract - --date 2016-09-10
"""

extract = command(
    Task(
        "event", lambda coder, articles, done: coder.extract(articles, done=done), row, COLUMNS,
        sure=lambda event: event.confidence,
    ),
    ABOUT,
)  # fmt: skip
