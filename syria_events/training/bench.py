"""How fast tagging is, as ratios measured in one run: batches against a plain loop, compact against default models.

The same paragraphs of the same articles go through four pipelines, each in a process of its own so that one does not
warm up another: ours and a plain loop `for article: nlp(article)`, with the embedded models and with models of Stanza's
default dimensions. Those are trained for a handful of steps by the same trainers: they know nothing and cost the same.
"""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from syria_events.model import Article, Doc
from syria_events.plaintext import plain_text
from syria_events.tagging.store import EMBEDDED, PROCESSORS
from syria_events.training.workspace import SEED, Workspace

STEPS = 2
SENTENCES = 60  # that the models of default dimensions are trained on
VARIANTS = ("ours", "loop")


def compare(space: Workspace, articles: Path, limit: int) -> Iterator[str]:
    """The lines of the report.

    Args:
        space: where the models of default dimensions are made, once.
        articles: a folder of `.txt` files.
        limit: how many of them are tagged; 0 for all.
    """
    models = {"embedded": EMBEDDED, "default": default_models(space)}
    seconds = {}
    for name, folder in models.items():
        for variant in VARIANTS:
            arguments = [variant, str(folder), str(articles), str(limit)]
            command = [sys.executable, "-m", "syria_events.training.bench", *arguments]
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
            report = json.loads(done.stdout.splitlines()[-1])
            seconds[name, variant] = report["seconds"]
            yield (
                f"{name:9} {variant:5} {report['seconds']:8.1f} s  {report['words'] / report['seconds']:7.0f} words/s  "
                f"loading {report['loading']:5.1f} s"
            )
    base = seconds["embedded", "ours"]
    yield f"plain loop, the same models: {seconds['embedded', 'loop'] / base:.2f} times our seconds"
    yield f"models of default dimensions, tagged as we do: {seconds['default', 'ours'] / base:.2f} times our seconds"
    yield f"models of default dimensions, plain loop: {seconds['default', 'loop'] / base:.2f} times our seconds"


def default_models(space: Workspace) -> Path:
    """A folder of models in which tagger, parser and entity tagger have Stanza's default dimensions."""
    from syria_events.training.pack import READS, SHARED, pack, packed
    from syria_events.training.treebank import write_short

    big = Workspace(space.corpora, space.build / "default")
    out = big.build / "packed"
    if (out / "resources.json").is_file():
        return out
    if not (space.data / "train.conllu").is_file():
        raise FileNotFoundError(f"{space.data} is empty: run `python -m syria_events.training prepare` first")
    big.data.mkdir(parents=True, exist_ok=True)
    big.models.mkdir(parents=True, exist_ok=True)
    for name in {*PROCESSORS, *SHARED} - {*READS}:
        shutil.copyfile(packed(EMBEDDED, name), big.model(name))
    write_short(space.data / "train.conllu", big.data / "short.conllu", 40)
    blocks = (big.data / "short.conllu").read_text(encoding="utf-8").split("\n\n")
    (big.data / "few.conllu").write_text("\n\n".join(blocks[:SENTENCES]) + "\n\n", encoding="utf-8")
    sentences = json.loads((space.data / "ner.train.json").read_text(encoding="utf-8"))[:SENTENCES]
    few = [[{"text": token["text"], "ner": token["ner"]} for token in sentence] for sentence in sentences]
    (big.data / "few.json").write_text(json.dumps(few), encoding="utf-8")
    for name in READS:
        _train(big, name)
    pack(big, out)
    return out


def _train(space: Workspace, name: str) -> None:
    """A processor of Stanza's default dimensions, with our vectors and its own character LSTM."""
    from stanza.models import ner_tagger, parser, tagger

    trainer = {"pos": tagger, "depparse": parser, "ner": ner_tagger}[name]
    file = str(space.data / ("few.json" if name == "ner" else "few.conllu"))
    vectors = str(space.surface if name == "ner" else space.vectors)
    trainer.main(
        [
            "--train_file", file, "--eval_file", file, "--max_steps", str(STEPS), "--eval_interval", str(STEPS),
            "--wordvec_pretrain_file", vectors, "--shorthand", "ar_news", "--seed", str(SEED), "--cpu",
            "--save_dir", str(space.models), "--save_name", f"{name}.pt",
            *(["--no_emb_finetune"] if name == "ner" else ["--lang", "ar"]),
        ]
    )  # fmt: skip


def run(variant: str, folder: Path, articles: list[Article]) -> dict[str, float]:
    """Seconds to load the models of a folder and to tag the articles, and their words."""
    start = time.perf_counter()
    if variant == "ours":
        from syria_events.tagging.pipeline import Tagger

        tagger = Tagger(str(folder))
        loaded = time.perf_counter()
        docs = (doc for doc in tagger.tag(articles) if isinstance(doc, Doc))
        words = sum(len(sentence.words) for doc in docs for sentence in doc.sentences)
    else:
        import stanza

        from syria_events.tagging.pipeline import PROCESSORS, cut_paragraphs, one_quote, one_thread

        nlp = stanza.Pipeline(
            "ar", dir=str(folder), processors=PROCESSORS, download_method=None, use_gpu=False, logging_level="ERROR"
        )
        loaded = time.perf_counter()
        texts = ("\n\n".join(one_quote(p.text) for p in cut_paragraphs(0, plain_text(a.text).text)) for a in articles)
        with one_thread():
            words = sum(nlp(text).num_words for text in texts)
    return {"loading": loaded - start, "seconds": time.perf_counter() - loaded, "words": words}


def main(variant: str, folder: str, articles: str, limit: str) -> None:
    """Run one variant and print its figures as JSON."""
    files = sorted(Path(articles).glob("*.txt"))[: int(limit) or None]
    read = [Article(file.stem, file.read_text(encoding="utf-8", errors="replace"), None) for file in files]
    sys.stdout.write(json.dumps(run(variant, Path(folder), read)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
