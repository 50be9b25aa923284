"""`syria-events tag`: articles in, tagged documents out."""

from typing import Annotated

import typer

from syria_events.cli import options
from syria_events.cli.run import Given, run
from syria_events.cli.targets import Documents

Output = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="FILE|DIR/", help="Write to a .conllu file, or to a file for every article in DIR."
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite files that exist.")]


def tag(
    sources: options.Sources = None,
    *,
    output: Output = None,
    force: Force = False,
    published: options.Published = None,
    metadata: options.Metadata = None,
    models: options.Models = None,
    quiet: options.Quiet = False,
) -> None:
    """Write articles as the tagger sees them: CoNLL-U with sentences, words, tags, trees and entities.

    The other commands read it with --tagged, without the models, and give what they give for the articles.

    Exit code: 0 every input was read, 1 none was or the output could not be written, 2 usage,
    3 some inputs could not be read.

    \b
    Examples:
      syria-events tag seeds/ -o seeds.conllu
      syria-events extract --tagged seeds.conllu
      echo "التقى كيري لافروف في جنيف أمس" | syria-events tag - --date 2016-09-10
    """
    given = Given(sources, False, published, metadata, models, None, quiet)
    inputs = given.inputs()
    run(
        given,
        inputs,
        Documents(output, force=force),
        lambda coder, articles, done: coder.tag(articles, done=done),
        noun="document",
    )
