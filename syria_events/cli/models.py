"""`syria-events models`: which tagger models there are, where they are, and whether they are whole."""

from typing import Annotated

import typer

from syria_events.cli.console import needs_command, say
from syria_events.errors import ModelsError

models = typer.Typer(
    name="models",
    rich_markup_mode=None,
)

Which = Annotated[str, typer.Argument(metavar="[embedded|official|DIR]", show_default=False, help="Default: embedded.")]
Wanted = Annotated[str, typer.Argument(metavar="[official]", show_default=False, help="Stanza's Arabic models.")]


@models.callback(invoke_without_command=True)
def _root(context: typer.Context) -> None:
    """List, download and verify the tagger's models.

    \b
    Examples:
      syria-events models list
      syria-events models download official
      syria-events extract seeds/ --models official
    """
    needs_command(context)


@models.command("list")
def list_models() -> None:
    """Print a line for each set of models: its name, MiB, and folder.

    \b
    Examples:
      syria-events models list
    """
    from syria_events.tagging import store

    for name in store.NAMES:
        folder = store.folder_of(name)
        try:
            files = [folder / expected.name for expected in store.checksums(folder)]
            there = all(file.is_file() for file in files)
        except ModelsError:
            there = False
        size = f"{sum(file.stat().st_size for file in files) / 2**20:6.1f} MiB" if there else "not there  "
        typer.echo(f"{name:9} {size}  {folder}")


@models.command()
def download(which: Wanted = "official") -> None:
    """Download Stanza's official Arabic models with Stanza's own downloader; about 450 MB.

    \b
    Examples:
      syria-events models download official
    """
    if which != "official":
        raise typer.BadParameter(f"only 'official' can be downloaded, not {which!r}", param_hint="MODELS")
    from syria_events.tagging import official, store

    folder = official.download(store.PROCESSORS)
    say(f"{store.verify(folder)} files verified in {folder}")


@models.command()
def verify(which: Which = "embedded") -> None:
    """Compare every model file with its checksum.

    \b
    Examples:
      syria-events models verify official
    """
    from syria_events.tagging import store

    folder = store.folder_of(which)
    if not (count := store.verify(folder)):
        raise ModelsError(f"{folder} has no checksums to compare its files with")
    say(f"{count} files verified in {folder}")


@models.command()
def path(which: Which = "embedded") -> None:
    """Print the folder of a set of models.

    \b
    Examples:
      syria-events models path
    """
    from syria_events.tagging import store

    typer.echo(store.folder_of(which))
