"""`syria-events entities`: articles in, who, where and when out."""

from collections.abc import Iterable, Iterator

from syria_events.cli import options
from syria_events.cli.run import Task, run
from syria_events.model import Article, Failure, Named
from syria_events.output.table import ENTITY_COLUMNS, entity_row


def entities(
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
    """Write one row for every person, organisation, place and date that Arabic news names.

    Exit code: 0 every input was read, 1 none was or the output could not be written, 2 usage,
    3 some inputs could not be read.

    \b
    Examples:
      syria-events entities seeds/ -o entities.csv
      echo "التقى كيري لافروف في جنيف أمس" | syria-events entities - --date 2016-09-10
    """

    def find(articles: Iterator[Article]) -> Iterable[Named | Failure]:
        from syria_events.checking import load_checked
        from syria_events.pipeline import entities as code  # loads the tagger

        return code(articles, models=models, lexicon=load_checked(lexicon))

    run(
        Task("mention", find, entity_row, ENTITY_COLUMNS),
        sources, output=output, format=format, force=force, published=published, metadata=metadata, quiet=quiet,
    )  # fmt: skip
