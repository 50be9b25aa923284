"""The options of the commands that read articles, the same for each."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from syria_events import reading
from syria_events.output import writing


def _date(text: str) -> date:
    try:
        return reading.parse_date(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no date; write it as 2016-06-21") from None


Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SRC", show_default=False, help="Text files, folders (searched for .txt files), - for stdin."
    ),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here instead of to stdout.")]
Format = Annotated[
    writing.Format | None,
    typer.Option(
        "--format",
        "-f",
        show_default=False,
        help="Default: what FILE's suffix says; on stdout a table in a terminal, CSV in a pipe.",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite FILE if it exists.")]
Verbatim = Annotated[
    bool,
    typer.Option(
        "--verbatim", help="In CSV, put no ' before text that a spreadsheet would take for a formula (= + - @)."
    ),
]
Tagged = Annotated[
    bool,
    typer.Option(
        "--tagged",
        help="SRC are .conllu files, folders of them or -, as 'syria-events tag' wrote; no models are loaded.",
    ),
]
Published = Annotated[
    date | None,
    typer.Option(
        "--date",
        parser=_date,
        metavar="YYYY-MM-DD",
        show_default=False,
        help="Publication date of articles for which no metadata gives one.",
    ),
]
Metadata = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        exists=True,
        dir_okay=False,
        envvar="SYRIA_EVENTS_METADATA",
        show_default=False,
        help="CSV with doc_id, published, outlet and url; metadata.csv beside the articles is read by itself.",
    ),
]
Models = Annotated[
    str | None,
    typer.Option(
        metavar="embedded|official|DIR",
        envvar="SYRIA_EVENTS_MODELS",
        show_default="embedded",
        help="The tagger's models: those in the package, Stanza's own (see 'syria-events models'), or a folder.",
    ),
]
Lexicon = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        exists=True,
        file_okay=False,
        envvar="SYRIA_EVENTS_LEXICON",
        show_default=False,
        help="Your own .toml entries, laid over those that ship (see 'syria-events check').",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", envvar="SYRIA_EVENTS_QUIET", help="Print only errors to stderr.")]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence", min=0, max=1, metavar="0-1", show_default=False,
        help="Leave out rows whose confidence, the chance that they are right, is lower.",
    ),
]  # fmt: skip
