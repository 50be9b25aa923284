"""`syria-events explain`: articles in, why each sentence has its rows, or none."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from syria_events.cli import console, options
from syria_events.cli.run import Given, run
from syria_events.cli.targets import Explanations
from syria_events.model import Article, Doc, Failure
from syria_events.output.explanation import Explanation, only

if TYPE_CHECKING:
    from syria_events.pipeline import Extractor

Row = Annotated[
    str | None, typer.Option(metavar="EVENT_ID", show_default=False, help="Only what made the row with this event_id.")
]
Sentence = Annotated[
    int | None,
    typer.Option(metavar="N", min=0, show_default=False, help="Only the sentence with this number (sent_index)."),
]
Format = Annotated[
    Literal["text", "json", "jsonl"], typer.Option("--format", "-f", help="An outline, or JSON of every sentence.")
]


def explain(
    sources: options.Sources = None,
    *,
    row: Row = None,
    sentence: Sentence = None,
    format: Format = "text",
    tagged: options.Tagged = False,
    published: options.Published = None,
    metadata: options.Metadata = None,
    models: options.Models = None,
    lexicon: options.Lexicon = None,
    quiet: options.Quiet = False,
) -> None:
    """Say why a row, and why none: for every sentence what is named, the triggers, and what decided each part.

    Names in brackets are rules and guards, which 'syria-events codebook rules' lists, and entries of the lexicon.

    Exit code: 0 every input was read, 1 none was, or no sentence has that row or number, 2 usage,
    3 some inputs could not be read.

    \b
    Examples:
      syria-events explain seeds/
      syria-events explain --tagged seeds.conllu --sentence 1
      echo "التقى كيري لافروف في جنيف أمس" | syria-events explain - --date 2016-09-10 -f jsonl
    """
    given = Given(sources, tagged, published, metadata, models, lexicon, quiet)
    inputs = given.inputs()
    found = False

    def find(
        coder: "Extractor", articles: Iterable[Article | Doc], done: Callable[[], None]
    ) -> Iterator[Explanation | Failure]:
        nonlocal found
        for item in coder.explain(articles, done=done):
            if isinstance(item, Failure):
                yield item
            elif (wanted := only(item, row=row, sentence=sentence)) is not None:
                found = True
                yield wanted

    try:
        run(given, inputs, Explanations(format), find, noun="sentence")
    except typer.Exit as ended:
        if ended.exit_code in (0, 3) and not found and (row is not None or sentence is not None):
            console.error(_nothing(row, sentence))
            raise typer.Exit(1) from None
        raise


def _nothing(row: str | None, sentence: int | None) -> str:
    """What to try where no sentence is asked for."""
    if row is None:
        return f"no sentence has the number {sentence}: they are counted from 0 in every article"
    where = "" if sentence is None else f" in sentence {sentence}"
    return f"no row {row}{where}: give an event_id that 'syria-events extract' writes of these articles"
