"""Stanza's pipeline loaded without the optimizers that Stanza makes for every model and only training uses.

At the first optimizer torch loads its compiler: 1.5 of 5 seconds and 65 MB. Stanza has no option to leave them out, so
the pipeline is built by private copies of its constructors.
"""

from types import SimpleNamespace
from typing import Any

import stanza
from stanza.models.common.foundation_cache import FoundationCache
from stanza.models.depparse.trainer import GraphTrainer, TransitionTrainer
from stanza.models.depparse.trainer import Trainer as ParserTrainer
from stanza.models.lemma.trainer import Trainer as LemmaTrainer
from stanza.models.mwt.trainer import Trainer as ExpansionTrainer
from stanza.models.ner.trainer import Trainer as EntityTrainer
from stanza.models.pos.trainer import Trainer as TagTrainer
from stanza.models.tokenization.trainer import Trainer as TokenTrainer
from stanza.pipeline.registry import NAME_TO_PROCESSOR_CLASS

from syria_events.tagging.patches.copies import copied

_TRAINERS = {
    "tokenize": TokenTrainer,
    "mwt": ExpansionTrainer,
    "pos": TagTrainer,
    "lemma": LemmaTrainer,
    "ner": EntityTrainer,
}
_NO_OPTIMIZERS = SimpleNamespace(get_optimizer=lambda *_, **__: None, get_split_optimizer=lambda *_, **__: {})


def load_pipeline(*arguments: Any, **options: Any) -> Any:
    """A `stanza.Pipeline` whose models cannot be trained further; arguments and errors are its own."""
    trainers: dict[str, Any] = {"depparse": _parser_trainer()}
    for name, trainer in _TRAINERS.items():
        trainers[name] = _subclass(trainer, __init__=copied(trainer.__init__, utils=_NO_OPTIMIZERS))
    processors = dict(NAME_TO_PROCESSOR_CLASS)
    for name, trainer in trainers.items():
        set_up = copied(processors[name]._set_up_model, Trainer=trainer)
        processors[name] = _subclass(processors[name], _set_up_model=set_up)
    pipeline = object.__new__(stanza.Pipeline)
    build = copied(stanza.Pipeline.__init__, NAME_TO_PROCESSOR_CLASS=processors)
    build(pipeline, *arguments, **options)
    pipeline.foundation_cache = FoundationCache()  # the entity tagger has its own copy of its word vectors by now
    return pipeline


def _parser_trainer() -> Any:
    """As much of the parser's trainer as its processor uses; it chooses a class by what the file holds."""
    kinds = {kind.__name__: _untrained(kind) for kind in (GraphTrainer, TransitionTrainer)}
    checkpoints = SimpleNamespace(load_checkpoint=copied(ParserTrainer.load_checkpoint, **kinds))
    return SimpleNamespace(load=copied(ParserTrainer.load, Trainer=checkpoints))


def _untrained(kind: Any) -> Any:
    def build(self: Any, **options: Any) -> None:
        kind.__init__(self, **options, build_optimizer=False)

    return _subclass(kind, __init__=build)


def _subclass(base: Any, **methods: Any) -> Any:
    return type(base.__name__, (base,), {"__module__": base.__module__, **methods})
