"""The settings with which each Stanza trainer is called: compact, for CPU inference.

Every function trains one processor and leaves its model in the workspace. Stanza's defaults
(character LSTM of 400, word vectors of its own size) are several times larger and slower.
"""

import json
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial

from syria_events.training.charlm import train_charlm
from syria_events.training.schedule import Schedule, follow
from syria_events.training.silver import prepare_silver
from syria_events.training.surface import DIMENSIONS, train_surface_vectors
from syria_events.training.treebank import write_short
from syria_events.training.vectors import train_vectors
from syria_events.training.workspace import SEED, Workspace

LONGEST = 100  # words of a sentence the parser is trained on: 97 % of the sentences
TAGGER = Schedule(steps=3000, rate=3e-3, evaluations=6)
PARSER = Schedule(steps=3000, rate=3e-3, evaluations=10)
TEACHER = Schedule(steps=2400, rate=2e-3, evaluations=4)
NER = Schedule(steps=4400, rate=2e-3, evaluations=4)
SETTLING = Schedule(steps=400, rate=6e-4, evaluations=2)
OWN_CHARACTERS = ("--char_hidden_dim", "100")  # a small character LSTM trained with the model
RETAGGER = f"pos_{TAGGER.interval:05d}"  # the checkpoint whose tags the parser is trained on
COMPACT = ("--hidden_dim", "200", "--word_emb_dim", "50", "--transformed_dim", "100", "--num_layers", "2")


def train_tokenizer(space: Workspace) -> None:
    """Tokens, sentences and multi-word tokens in one character tagger."""
    from stanza.models.tokenizer import main

    main(
        [
            "--txt_file", _data(space, "train.txt"), "--label_file", _data(space, "train.toklabels"),
            "--mwt_json_file", _data(space, "dev-mwt.json"),
            "--dev_txt_file", _data(space, "dev.txt"), "--dev_label_file", _data(space, "dev.toklabels"),
            "--dev_conll_gold", _data(space, "dev.conllu"), "--conll_file", _data(space, "dev.predicted.conllu"),
            "--use_mwt", "--max_seqlen", "300", "--eval_steps", "500", "--steps", "4500",
            *_common(space, "tokenize"),
        ]
    )  # fmt: skip


def train_mwt(space: Workspace) -> None:
    """Surface tokens with clitics to the words they stand for."""
    from stanza.models.mwt_expander import main

    main(
        [
            "--train_file", _data(space, "train.conllu"), "--eval_file", _data(space, "dev.contracted.conllu"),
            "--gold_file", _data(space, "dev.conllu"), "--num_epoch", "8", "--max_dec_len", "30",
            *_common(space, "mwt"),
        ]
    )  # fmt: skip


def train_lemmatizer(space: Workspace) -> None:
    """Vocalised lemmas, from deduplicated words."""
    from stanza.models.lemmatizer import main

    main(
        [
            "--train_file", _data(space, "train.lemmas.conllu"), "--eval_file", _data(space, "dev.conllu"),
            "--num_epoch", "5", "--batch_size", "100", *_common(space, "lemma", lang=False),
        ]
    )  # fmt: skip


def train_tagger(space: Workspace) -> None:
    """UPOS, XPOS and features. Resumes from its checkpoint."""
    from stanza.models.pos.trainer import Trainer
    from stanza.models.tagger import main

    follow(Trainer, TAGGER, space.models / "pos_checkpoint.pt")
    main(
        [
            "--train_file", _data(space, "train.windows.conllu"), "--eval_file", _data(space, "dev.conllu"),
            *COMPACT, "--deep_biaff_hidden_dim", "200", "--composite_deep_biaff_hidden_dim", "50",
            "--char_hidden_dim", "100", "--char_emb_dim", "50",
            "--batch_size", "50", "--fix_eval_interval", "--save_each", *_steps(TAGGER),
            *vectors(space), *_common(space, "pos"),
        ]
    )  # fmt: skip


def train_parser(space: Workspace) -> None:
    """Dependencies, on the tags the tagger gives: it will see no others. Resumes from its checkpoint."""
    retag(space)
    run_parser(space, "depparse", PARSER, [*vectors(space), *OWN_CHARACTERS])


def run_parser(space: Workspace, name: str, schedule: Schedule, reads: list[str]) -> None:
    """Train a parser on the retagged treebank.

    Args:
        space: its retagged files are read, its folder of models is written to.
        name: of the model.
        schedule: its steps.
        reads: the arguments that say what it knows of words.
    """
    from stanza.models.depparse.trainer import Trainer
    from stanza.models.parser import main

    follow(Trainer, schedule)
    main(
        [
            "--train_file", _data(space, "train.retagged.conllu"), "--eval_file", _data(space, "dev.retagged.conllu"),
            *COMPACT, "--deep_biaff_hidden_dim", "144", "--dropout", "0.4", "--batch_size", "3000",
            "--optim", "adam", "--beta2", "0.95", "--weight_decay", "0", "--no_second_optim", "--no_plateau",
            "--checkpoint_interval", "300", "--max_steps_before_stop", str(schedule.steps), *_steps(schedule),
            *reads, *_common(space, name),
        ]
    )  # fmt: skip


def train_ner_teacher(space: Workspace) -> None:
    """PER, LOC, ORG and MISC on surface tokens, from the gold sentences. Resumes from its checkpoint."""
    run_ner(space, "ner_teacher", "ner.train.json", TEACHER, [*surface(space), *characters(space)])


def train_ner(space: Workspace, name: str, teacher: str) -> None:
    """The same with news that an earlier entity tagger has tagged. Resumes from its checkpoint."""
    sentences = space.data / f"{name}.news.json"
    if not sentences.exists():
        gold = json.loads((space.data / "ner.train.json").read_text(encoding="utf-8"))
        sentences.write_text(json.dumps([*gold, *prepare_silver(space, teacher)]), encoding="utf-8")
    run_ner(space, name, sentences.name, NER, [*surface(space), *characters(space)])


def settle_ner(space: Workspace) -> None:
    """The last of these, once more on the gold sentences alone: of the news' names some are wrong. Resumes likewise."""
    begun = ["--finetune", "--finetune_load_name", str(space.model("ner_news"))]
    run_ner(space, "ner", "ner.train.json", SETTLING, [*surface(space), *characters(space), *begun])


def run_ner(
    space: Workspace, name: str, sentences: str, schedule: Schedule, reads: list[str], *, forgetful: bool = True
) -> None:
    """Train an entity tagger.

    Args:
        space: its files of sentences are read, its folder of models is written to.
        name: of the model.
        sentences: the file it learns from.
        schedule: its steps.
        reads: the arguments that say what it knows of words, and what it begins with.
        forgetful: whether it learns to do without the vectors of words.
    """
    from stanza.models.ner.model import NERTagger
    from stanza.models.ner.trainer import Trainer
    from stanza.models.ner_tagger import main

    from syria_events.training.forgetting import forgotten_vectors

    follow(Trainer, schedule, space.models / f"{name}_checkpoint.pt")
    with forgotten_vectors(NERTagger) if forgetful else nullcontext():
        main(
            [
                "--train_file", _data(space, sentences), "--eval_file", _data(space, "ner.dev.json"),
                "--hidden_dim", "256", "--char_emb_dim", "50", "--word_emb_dim", str(sum(DIMENSIONS.values())),
                "--dropout", "0.4", "--word_dropout", "0.05", "--no_emb_finetune", "--optim", "adam", "--min_lr", "0",
                "--max_steps_no_improve", str(schedule.steps), *_steps(schedule),
                *reads, *_common(space, name, lang=False),
            ]
        )  # fmt: skip


def retag(space: Workspace) -> None:
    """Put the tags of an early checkpoint of the tagger into copies of the treebank, once.

    A tagger stopped early errs on its own training text about as often as the finished one does
    on new text, so the parser learns from the mistakes it will meet.
    """
    from stanza.models.tagger import main

    write_short(space.data / "train.conllu", space.data / "train.short.conllu", LONGEST)
    for split, source in (("train", "train.short.conllu"), ("dev", "dev.conllu")):
        out = space.data / f"{split}.retagged.conllu"
        if out.exists():
            continue
        unfinished = out.with_suffix(".partial")
        main(
            [
                "--mode", "predict", "--eval_file", _data(space, source), "--output_file", str(unfinished),
                *vectors(space), *_common(space, RETAGGER),
            ]
        )  # fmt: skip
        unfinished.replace(out)


def _data(space: Workspace, name: str) -> str:
    return str(space.data / name)


def _steps(schedule: Schedule) -> list[str]:
    return ["--max_steps", str(schedule.steps), "--eval_interval", str(schedule.interval)]


def vectors(space: Workspace) -> list[str]:
    """The arguments for a tagger or parser that reads words through their vectors."""
    return ["--wordvec_pretrain_file", str(space.vectors)]


def surface(space: Workspace) -> list[str]:
    """The same for an entity tagger, which reads surface tokens."""
    return ["--wordvec_pretrain_file", str(space.surface)]


def characters(space: Workspace) -> list[str]:
    """The arguments for one that reads the character models."""
    return [
        "--charlm", "--charlm_shorthand", "ar_news",
        "--charlm_forward_file", str(space.model("forward_charlm")),
        "--charlm_backward_file", str(space.model("backward_charlm")),
    ]  # fmt: skip


def _common(space: Workspace, processor: str, lang: bool = True) -> list[str]:
    return [
        *(["--lang", "ar"] if lang else []), "--shorthand", "ar_news", "--seed", str(SEED), "--cpu",
        "--save_dir", str(space.models), "--save_name", f"{processor}.pt",
    ]  # fmt: skip


TRAINERS: dict[str, Callable[[Workspace], None]] = {
    "vectors": train_vectors,
    "surface": train_surface_vectors,
    "forward_charlm": partial(train_charlm, direction="forward"),
    "backward_charlm": partial(train_charlm, direction="backward"),
    "tokenize": train_tokenizer,
    "mwt": train_mwt,
    "lemma": train_lemmatizer,
    "pos": train_tagger,
    "depparse": train_parser,
    "ner_teacher": train_ner_teacher,
    "ner_student": partial(train_ner, name="ner_student", teacher="ner_teacher"),
    "ner_news": partial(train_ner, name="ner_news", teacher="ner_student"),
    "ner": settle_ner,
}
