"""`syria-events entities`: articles in, who, where and when out."""

from syria_events.cli.run import Task, command
from syria_events.output.table import ENTITY_COLUMNS, entity_row

ABOUT = """\
Write one row for every person, organisation, place and date that Arabic news names.

Exit code: 0 every input was read, 1 none was or the output could not be written, 2 usage,
3 some inputs could not be read.

\b
Examples:
  syria-events entities seeds/ -o entities.csv
  echo "التقى كيري لافروف في جنيف أمس" | syria-events entities - --date 2016-09-10
"""

entities = command(
    Task("mention", lambda coder, articles, done: coder.entities(articles, done=done), entity_row, ENTITY_COLUMNS),
    ABOUT,
)
