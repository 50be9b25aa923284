"""Words that an article repeats: what an entity tagger makes of one, weighed with what it makes of the others.

A tagger sees one sentence at a time. It knows a club that wins a match, and misses it two sentences on where it is only
named. But a word nearly always means the same throughout a text ("one sense per discourse": Gale, Church and Yarowsky
1992). So the scores of every token's tags are moved towards those of the same word in this and the sentences around,
clitics aside, before the best tags of a sentence are looked for.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from typing import Any, TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray
from stanza.models.common.doc import MULTI_NER, NER, Document
from stanza.models.common.vocab import VOCAB_PREFIX_SIZE
from stanza.models.ner.data import DataLoader
from stanza.models.ner.trainer import fix_singleton_tags, unpack_batch
from stanza.models.ner.utils import merge_tags

from syria_events.normalize import fold

REACH = 8  # sentences to each side: about an article of news
BATCH = 2_000  # tokens read at once: a batch of the longest sentences took more memory than all else together
# n other occurrences weigh 0.5 n / (n + 1) of the whole: a quarter if there is one
WEIGHT, PSEUDOCOUNT = 0.5, 1
# the fewest letters of what is left behind a clitic: of shorter words too many are the end of another
_SHORTEST = 4
_CLITICS = 4  # that may stand before a word: more are letters of something else
# clitics, and what each stands in the place of
_PROCLITICS = (
    ("و", ""), ("ف", ""), ("ب", ""), ("ل", ""), ("ك", ""), ("لل", "ال"), ("وب", ""), ("ول", ""), ("ولل", "ال"),
)  # fmt: skip

Scores: TypeAlias = NDArray[np.floating[Any]]  # of the tokens of a sentence, a row each, for every tag
_Word: TypeAlias = tuple[Hashable, str]  # an article, a folded form of it


def weigh_repeats(processor: Any) -> None:
    """Let Stanza's entity tagger weigh what is repeated, and see the sentences in order of length.

    A document is an article. Where an article goes through as several documents, the caller gives each of them the
    same attribute `article`.
    """

    def process(document: Any) -> Any:
        tokens = [[token.text for token in sentence.tokens] for sentence in document.sentences]
        articles = [getattr(sentence.doc, "article", sentence.doc) for sentence in document.sentences]
        taggers = zip(processor.trainers, processor.configs, strict=True)
        told = [
            _decode(trainer, weigh(tokens, articles, _read(trainer, config, document))) for trainer, config in taggers
        ]
        by_sentence = list(zip(*told, strict=True))
        document.set([NER], [tag for tags in by_sentence for tag in merge_tags(*tags)], to_token=True)
        document.set([MULTI_NER], [tag for tags in by_sentence for tag in zip(*tags, strict=True)], to_token=True)
        document.build_ents()
        return document

    processor.process = process


def weigh(tokens: Sequence[Sequence[str]], articles: Sequence[Hashable], scores: Sequence[Scores]) -> Sequence[Scores]:
    """The scores, those of every token moved towards those of the same word near by in its article.

    Args:
        tokens: of every sentence.
        articles: which one each sentence is of.
        scores: of every sentence.
    """
    if not scores:
        return scores
    lengths = [len(sentence) for sentence in tokens]
    folded = [(article, fold(t)) for article, sentence in zip(articles, tokens, strict=True) for t in sentence]
    known = set(folded)
    bare = {word: _bare(word, known) for word in known}
    places: defaultdict[_Word, list[int]] = defaultdict(list)
    for place, word in enumerate(folded):
        places[bare[word]].append(place)
    flat = np.concatenate(scores)
    sentence = np.repeat(np.arange(len(tokens)), lengths)
    weighed = flat.copy()
    for same in places.values():
        if len(same) > 1:
            weighed[same] += _moves(flat[same], sentence[same])
    return np.split(weighed, np.cumsum(lengths)[:-1])


def _moves(scores: Scores, sentence: NDArray[np.integer[Any]]) -> Scores:
    """How far the scores of each occurrence of a word move.

    Args:
        scores: of the occurrences.
        sentence: the number of the sentence each is in, ascending.
    """
    total = np.concatenate([np.zeros((1, scores.shape[1])), scores.cumsum(0, dtype=np.float64)])
    first = np.searchsorted(sentence, sentence - REACH)
    behind = np.searchsorted(sentence, sentence + REACH, "right")
    others = (behind - first - 1)[:, None]
    mean = (total[behind] - total[first] - scores) / np.maximum(others, 1)
    moves: Scores = WEIGHT * others / (others + PSEUDOCOUNT) * (mean - scores)
    return moves


def _bare(word: _Word, known: Collection[_Word]) -> _Word:
    """A word without the clitics without which its article has it elsewhere."""
    article, form = word
    for _ in range(_CLITICS):
        bare = (instead + form.removeprefix(clitic) for clitic, instead in _PROCLITICS if form.startswith(clitic))
        shorter = next((other for other in bare if len(other) >= _SHORTEST and (article, other) in known), None)
        if shorter is None:
            break
        form = shorter
    return article, form


def _read(trainer: Any, config: dict[str, Any], document: Any) -> list[Scores]:
    """The scores of every sentence, in the column of tags that is asked."""
    order = document.sentences
    by_length = sorted(range(len(order)), key=lambda i: -len(order[i].tokens))  # a batch of one length is read fastest
    ordered = Document([])
    ordered.sentences = [order[i] for i in by_length]
    batches = DataLoader(
        ordered, config["batch_size"], config, vocab=trainer.vocab, evaluation=True, preprocess_tags=False,
        bert_tokenizer=trainer.model.bert_tokenizer, max_batch_words=BATCH,
    )  # fmt: skip
    scores = [row for batch in batches for row in _read_batch(trainer, batch)]
    return [row for _, row in sorted(zip(by_length, scores, strict=True), key=lambda pair: pair[0])]


def _read_batch(trainer: Any, batch: Any) -> Iterator[Scores]:
    model = trainer.model
    inputs, original, token_order, letter_order, lengths, token_lengths, letter_lengths, offsets = unpack_batch(
        batch, next(model.parameters()).device
    )
    words, token_letters, mask, letters, tags = inputs
    model.eval()
    with torch.no_grad():
        _, columns, _ = model(
            words, token_letters, mask, tags, token_order, lengths, token_lengths, letters, offsets, letter_lengths,
            letter_order,
        )  # fmt: skip
    asked = columns[trainer.args["predict_tagset"]].cpu().numpy()
    row_of = {place: row for row, place in enumerate(original)}
    return (asked[row_of[place], : lengths[row_of[place]]] for place in range(len(lengths)))


def _decode(trainer: Any, scores: Sequence[Scores]) -> list[list[str]]:
    """The best tags of every sentence, as `stanza.models.ner.trainer.Trainer.predict` finds them."""
    asked = trainer.args["predict_tagset"]
    names = trainer.vocab["tag"].items(asked)
    paths = best_paths(scores, trainer.model.crits[asked]._transitions.detach().cpu().numpy())
    return [fix_singleton_tags([names[max(tag, VOCAB_PREFIX_SIZE)] for tag in path]) for path in paths]


def best_paths(scores: Sequence[Scores], transitions: Scores) -> list[list[int]]:
    """The tags of every sentence whose scores and transitions sum highest (Viterbi), for all sentences at once.

    Args:
        scores: of every sentence, a token or more.
        transitions: from each tag to each.
    """
    order = sorted(range(len(scores)), key=lambda i: -len(scores[i]))
    longest = [scores[i] for i in order]
    best = np.array([rows[0] for rows in longest])
    before = []
    for place in range(1, max(map(len, longest), default=0)):
        longest = [rows for rows in longest if len(rows) > place]
        sums = best[: len(longest), :, None] + transitions
        before.append(sums.argmax(1))
        best[: len(longest)] = np.array([rows[place] for rows in longest]) + sums.max(1)
    paths: list[list[int]] = [[] for _ in scores]
    for row, i in enumerate(order):
        path = [int(best[row].argmax())]
        for place in range(len(scores[i]) - 2, -1, -1):
            path.append(int(before[place][row, path[-1]]))
        paths[i] = path[::-1]
    return paths
