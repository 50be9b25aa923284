"""`syria-events extract`: articles in, events out."""

from collections.abc import Iterable, Iterator

from syria_events.cli import options
from syria_events.cli.run import Task, run
from syria_events.model import Article, Event, Failure
from syria_events.output.table import COLUMNS, row


def extract(
    sources: options.Sources = None,
    *,
    output: options.Output = None,
    format: options.Format = None,
    force: options.Force = False,
    published: options.Published = None,
    metadata: options.Metadata = None,
    models: options.Models = None,
    lexicon: options.Lexicon = None,
    quiet: options.Quiet = False,
) -> None:
    """Write one row for every diplomatic event in Arabic news.

    Exit code: 0 every input was read, 1 none was or the output could not be written, 2 usage,
    3 some inputs could not be read.

    \b
    Examples:
      syria-events extract seeds/ -o events.csv
      syria-events extract seeds/ -f jsonl | head -n 1
      echo "التقى كيري لافروف في جنيف أمس" | syria-events extract - --date 2016-09-10
    """

    def find(articles: Iterator[Article]) -> Iterable[Event | Failure]:
        from syria_events.checking import load_checked
        from syria_events.pipeline import extract as code  # loads the tagger

        return code(articles, models=models, lexicon=load_checked(lexicon))

    run(
        Task("event", find, row, COLUMNS),
        sources, output=output, format=format, force=force, published=published, metadata=metadata, quiet=quiet,
    )  # fmt: skip
