"""`syria-events unknown`: articles in, what the lexicon lacks out."""

from collections.abc import Iterable, Iterator

from syria_events.cli import options
from syria_events.cli.run import Task, run
from syria_events.model import Article, Failure, Unknown
from syria_events.output.table import UNKNOWN_COLUMNS, unknown_row


def unknown(
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
    """List actors without a code and action words without an entry, the most frequent first.

    Each comes with a sentence and the beginning of an entry for a lexicon of your own (--lexicon).

    Exit code: 0 every input was read, 1 none was or the output could not be written, 2 usage,
    3 some inputs could not be read.

    \b
    Examples:
      syria-events unknown seeds/ -o unknown.csv
    """

    def find(articles: Iterator[Article]) -> Iterable[Unknown | Failure]:
        from syria_events.checking import load_checked
        from syria_events.pipeline import unknown as code  # loads the tagger

        return code(articles, models=models, lexicon=load_checked(lexicon))

    run(
        Task("unknown word", find, unknown_row, UNKNOWN_COLUMNS),
        sources, output=output, format=format, force=force, published=published, metadata=metadata, quiet=quiet,
    )  # fmt: skip
