"""`syria-events codebook`: what the ids in rows and explanations stand for."""

import json
import unicodedata
from typing import Annotated

import typer

from syria_events.cli.console import needs_command
from syria_events.output.listing import MARK
from syria_events.provenance import Rule, rules

_ROOMS = ("syria_events.rules", "syria_events.dates")  # where rules are declared

codebook = typer.Typer(name="codebook", rich_markup_mode=None)


@codebook.callback(invoke_without_command=True)
def _root(context: typer.Context) -> None:
    """List what decides over rows.

    \b
    Examples:
      syria-events codebook rules
    """
    needs_command(context)


@codebook.command("rules")
def list_rules(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print a Markdown table.")] = False,
) -> None:
    """List every rule, which finds something, and every guard, which refuses something, with an example.

    \b
    Examples:
      syria-events codebook rules
      syria-events codebook rules --json
    """
    if as_json and markdown:
        raise typer.BadParameter("--json and --markdown are two ways to print: ask for one of them")
    listed = _declared()
    if as_json:
        rows = [
            {"id": r.id, "kind": _kind(r), "about": r.about, "example": r.example, "module": r.module} for r in listed
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif markdown:
        typer.echo("| id | kind | what it does | example |\n|---|---|---|---|")
        for r in listed:
            typer.echo(f"| `{r.id}` | {_kind(r)} | {_cell(r.about)} | {_cell(r.example)} |")
    else:
        first = max((len(r.id) for r in listed), default=0)
        second = max((_width(r.example) for r in listed), default=0)
        for r in listed:
            example = r.example + " " * (second - _width(r.example))
            typer.echo(f"{r.id:<{first}}  {_kind(r):<5}  {MARK}{example}{MARK}  {r.about.replace('`', '')}")


def _declared() -> tuple[Rule, ...]:
    """Every rule there is: rules are declared where they are written, so all their modules are imported."""
    from importlib import import_module
    from importlib.util import find_spec
    from pkgutil import walk_packages

    for name in _ROOMS:
        spec = find_spec(name)
        for module in walk_packages(spec.submodule_search_locations, f"{name}.") if spec is not None else ():
            import_module(module.name)
    return rules()


def _kind(found: Rule) -> str:
    return "guard" if found.guard else "rule"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _width(text: str) -> int:
    """The columns of a text; vowel marks take none."""
    return sum(not unicodedata.combining(char) for char in text)
