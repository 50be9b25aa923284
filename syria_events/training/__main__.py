"""Makes all that is learned: `python -m syria_events.training --help`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from syria_events.lexicon.spelling import WEIGHTS
from syria_events.rules.linking.model import WEIGHTS as LINK_WEIGHTS
from syria_events.tagging.store import EMBEDDED
from syria_events.training.recipes import TRAINERS
from syria_events.training.workspace import Workspace

app = typer.Typer(help="Make the embedded models from the corpora.", no_args_is_help=True)

Corpora = Annotated[Path, typer.Option(help="Folder with padt/, ner/ and news/.", exists=True, file_okay=False)]
Build = Annotated[Path, typer.Option(help="Folder for prepared data, checkpoints and models.")]
Processor = StrEnum("Processor", list(TRAINERS))  # type: ignore[misc]  # the names are those of TRAINERS


@app.command()
def prepare(corpora: Corpora = Path("../shared/corpora"), build: Build = Path("build")) -> None:
    """Turn the corpora into the files the trainers read."""
    from syria_events.training.entities import prepare_entities
    from syria_events.training.treebank import prepare_treebank

    space = Workspace(corpora, build)
    prepare_treebank(space)
    prepare_entities(space)


@app.command()
def train(
    processors: Annotated[list[Processor], typer.Argument(help="What to train, in this order.")],
    corpora: Corpora = Path("../shared/corpora"),
    build: Build = Path("build"),
) -> None:
    """Train processors; what is finished is skipped, so an interrupted run can be repeated."""
    from syria_events.training.speed import use_fast_kernels

    use_fast_kernels()
    space = Workspace(corpora, build)
    space.models.mkdir(parents=True, exist_ok=True)
    for processor in processors:
        done = space.models / f"{processor.value}.done"
        if done.exists():
            typer.echo(f"{processor.value}: finished already", err=True)
            continue
        TRAINERS[processor.value](space)
        done.touch()


@app.command()
def measure(
    corpora: Corpora = Path("../shared/corpora"),
    build: Build = Path("build"),
    models: Annotated[Path, typer.Option(help="The folder of models to measure.")] = EMBEDDED,
) -> None:
    """Print the scores of a folder of models, from raw text, and write them into its model card if it has one."""
    from syria_events.tagging.pipeline import one_thread
    from syria_events.training.card import write_card
    from syria_events.training.measure import measure as measure_models

    with one_thread():
        report = measure_models(Workspace(corpora, build), models)
    for name, score in report.scores.items():
        typer.echo(f"{name:16} {score:6.2f}")
    if (card := models / "MODEL_CARD.md").is_file():
        write_card(card, report)


@app.command()
def ablate(
    processors: Annotated[list[Processor], typer.Argument(help="ner, depparse or both.")],
    corpora: Corpora = Path("../shared/corpora"),
    build: Build = Path("build"),
    card: Annotated[Path, typer.Option(help="The model card the table goes into.")] = EMBEDDED / "MODEL_CARD.md",
) -> None:
    """Train parser and entity tagger briefly without each ingredient and report what it is worth."""
    from syria_events.training.ablation import ablate as ablate_processor
    from syria_events.training.ablation import known
    from syria_events.training.card import write_ablations
    from syria_events.training.speed import use_fast_kernels

    use_fast_kernels()
    space = Workspace(corpora, build)
    for processor in processors:
        for worth in ablate_processor(space, processor.value):
            typer.echo(f"{worth.processor} without {worth.name}: {worth.score} F1, {worth.speed:.0f} tokens/s")
    write_ablations(card, known(space))


@app.command()
def bench(
    corpora: Corpora = Path("../shared/corpora"),
    build: Build = Path("build"),
    articles: Annotated[Path, typer.Option(help="Folder of .txt files.", exists=True)] = Path("../shared/articles"),
    limit: Annotated[int, typer.Option(help="How many of them; 0 for all.")] = 0,
) -> None:
    """Print how fast tagging is, against a plain loop and against models of default dimensions."""
    from syria_events.training.bench import compare

    for line in compare(Workspace(corpora, build), articles, limit):
        typer.echo(line)


@app.command()
def pack(
    corpora: Corpora = Path("../shared/corpora"),
    build: Build = Path("build"),
    out: Annotated[Path, typer.Option(help="The folder that ships.")] = EMBEDDED,
) -> None:
    """Write the trained models into the folder that ships."""
    from syria_events.training.pack import pack as pack_models

    pack_models(Workspace(corpora, build), out)


@app.command()
def spelling(
    corpora: Corpora = Path("../shared/corpora"),
    out: Annotated[Path, typer.Option(help="The file that ships.")] = WEIGHTS,
) -> None:
    """Learn how names are spelt in English, write the model and print how it spells words it was not shown."""
    from syria_events.training.spelling import train_spelling

    for kind, score in train_spelling(corpora, out).items():
        typer.echo(f"{kind:28} {score.words:5} words, {score.exact:6.1%} exact, edit distance {score.distance:.3f}")


@app.command()
def link(
    tagged: Annotated[list[Path], typer.Argument(help="CoNLL-U files that `tag` wrote.", exists=True)],
    gold: Annotated[list[Path], typer.Option(help="A folder of gold files; may be given several times.")],
    entities: Annotated[Path, typer.Option(help="The table of their entities.")] = Path("../shared/gold/entities.tsv"),
    least: Annotated[float, typer.Option(help="The chance from which on a row is written that no rule makes.")] = 0.5,
    doubt: Annotated[float, typer.Option(help="The chance below which a row that rules make is left out.")] = 0.1,
    folds: Annotated[int, typer.Option(help="Of the cross-validation, 0 for none.")] = 5,
    out: Annotated[Path, typer.Option("--output", "-o", help="Where the weights go.")] = LINK_WEIGHTS,
) -> None:
    """Learn which candidates are the parties of a trigger; print how reliable the chances are, by cross-validation."""
    from syria_events.lexicon import load
    from syria_events.rules.linking.model import write_model
    from syria_events.training.gold import read_gold
    from syria_events.training.link import learn, read_tagged

    events = {document.id: document for document in read_gold(gold, entities)}
    docs = [(doc, events[name]) for doc in read_tagged(tagged) if (name := Path(doc.article.id).stem) in events]
    model, reliability = learn(docs, load(), least, doubt, folds)
    for tenth in reliability:
        typer.echo(f"chance from {tenth.low:.1f}: {tenth.links:6} links, right {tenth.right:.2f}")
    about = (
        "What each feature adds to the log-odds that a row is right, see features.py. Do not edit:",
        "made by `python -m syria_events.training link`.",
        f"Learned from {len(docs)} documents.",
    )
    write_model(model, out, about)


if __name__ == "__main__":
    app()
