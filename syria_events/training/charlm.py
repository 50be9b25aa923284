"""A character language model of news in each direction, small enough for CPU: context for tagger, parser and NER.

Stanza's own trainer follows plain gradient descent through billions of characters; here one pass
over some eighty million has to do, so the same model is trained with Adam, a rate that falls to
zero and bfloat16 products.
"""

import itertools
import logging
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from syria_events.training.schedule import Schedule, keep
from syria_events.training.workspace import SEED, Workspace

HIDDEN = 256
EMBEDDING = 50
STREAMS, SPAN = 128, 200  # characters a step: 25,600
SCHEDULE = Schedule(steps=3_000, rate=4e-3)
RARE = 500  # characters seen less often are unknown ones
CHECKPOINT = 500  # steps

logger = logging.getLogger("stanza")


@dataclass
class _Progress:
    step: int = 0
    loss: float = 0.0


def train_charlm(space: Workspace, direction: str) -> None:
    """Train one direction, `forward` or `backward`; resumes from its checkpoint."""
    import torch
    from stanza.models.common.char_model import CharacterLanguageModel
    from stanza.models.common.vocab import CharVocab

    torch.manual_seed(SEED)
    text = _text(space, (SCHEDULE.steps + 1) * STREAMS * SPAN)
    counts = Counter(text)
    vocab = {"char": CharVocab([sorted(c for c, n in counts.items() if n >= RARE)])}
    args = {
        "char_emb_dim": EMBEDDING, "char_hidden_dim": HIDDEN, "char_num_layers": 1, "char_dropout": 0.05,
        "char_unit_dropout": 1e-4, "char_rec_dropout": 0.0,
    }  # fmt: skip
    model = CharacterLanguageModel(args, vocab, is_forward_lm=direction == "forward")
    optimizer = torch.optim.Adam(model.parameters(), lr=SCHEDULE.rate)
    checkpoint = space.models / f"{direction}_charlm_checkpoint.pt"
    progress = _Progress()
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        progress.step = state["step"]
    ids = torch.tensor(vocab["char"].map(text if direction == "forward" else text[::-1]), dtype=torch.int16)
    streams = ids[: len(ids) // STREAMS * STREAMS].view(STREAMS, -1)
    model.train()
    hidden = None
    for batch, target in itertools.islice(_batches(streams), progress.step, SCHEDULE.steps):
        hidden = _step(model, optimizer, batch, target, hidden, progress)
        if progress.step % 50 == 0:
            logger.info("charlm %s: step %d, loss %.4f", direction, progress.step, progress.loss)
        if progress.step % CHECKPOINT == 0 and progress.step < SCHEDULE.steps:
            state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": progress.step}
            keep(state, checkpoint)
    if progress.step < SCHEDULE.steps:
        raise ValueError(f"{space.data / 'news.txt'} is too short: its text was read after {progress.step} steps")
    model.eval()
    model.save(str(space.model(f"{direction}_charlm")))


def _batches(streams: Any) -> Iterator[tuple[Any, Any]]:
    for start in range(0, streams.shape[1] - 1 - SPAN, SPAN):
        yield streams[:, start : start + SPAN].long(), streams[:, start + 1 : start + 1 + SPAN].long()


def _step(model: Any, optimizer: Any, batch: Any, target: Any, hidden: Any, progress: _Progress) -> Any:
    """One step of gradient descent; returns the state in which the next span begins."""
    import torch
    from torch.nn import functional

    SCHEDULE.apply(optimizer, progress.step)
    optimizer.zero_grad()
    if hidden is None:
        start = (model.charlstm_h_init, model.charlstm_c_init)
        hidden = tuple(state.expand(-1, STREAMS, -1).contiguous() for state in start)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        embedded = model.dropout(model.char_emb(model.char_dropout(batch)))
        output, hidden = model.charlstm.lstm(embedded, hidden)
        scores = model.decoder(model.dropout(output))
    loss = functional.cross_entropy(scores.float().flatten(0, 1), target.flatten())
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    progress.step += 1
    progress.loss = 0.98 * progress.loss + 0.02 * loss.item() if progress.step > 1 else loss.item()
    return tuple(state.detach().float() for state in hidden)


def _text(space: Workspace, size: int) -> str:
    """So many characters of news as Stanza shows sentences to such a model: a space behind every word.

    Every line of the corpus of the word vectors may be taken, split ones and raw ones.
    """
    corpus = space.data / "news.txt"
    rng = random.Random(SEED)
    share = min(1.0, 1.1 * size / (corpus.stat().st_size / 1.85))  # most characters are of two bytes
    lines: list[str] = []
    with corpus.open(encoding="utf-8") as file:
        for line in file:
            if rng.random() < share:
                lines.append(line.rstrip("\n") + " \n")
    rng.shuffle(lines)
    return "".join(lines)[:size]
