"""Words that an article repeats: what an entity tagger makes of one weighed with what it makes of the others.

A tagger sees one sentence at a time. It knows a club that wins a match, and misses it two sentences on where it is only
named. But a word nearly always means the same throughout a text ("one sense per discourse": Gale, Church and Yarowsky
1992). So the scores of the tags of a word are moved towards those it has in the sentences around, clitics aside,
before the best tags of a sentence are looked for.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Sequence
from itertools import islice
from typing import Any, TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray
from stanza.models.common.crf import viterbi_decode
from stanza.models.common.doc import MULTI_NER, NER
from stanza.models.common.vocab import VOCAB_PREFIX_SIZE
from stanza.models.ner.data import DataLoader
from stanza.models.ner.trainer import fix_singleton_tags, unpack_batch
from stanza.models.ner.utils import merge_tags

from syria_events.normalize import fold

REACH = 10  # sentences to each side: about an article of news
# n other occurrences weigh 0.7 n / (n + 2) of the whole: a quarter if there is one. On ANERcorp's development part
# every reach from 8 to 20 and every weight from 0.3 to 0.7 were worth between 1.0 and 2.3 points of F1
WEIGHT, DOUBT = 0.7, 2
_SHORTEST = 4  # letters of a word, its article among them, before which there may be a clitic
# clitics, and what each stands in the place of
_CLITICS = (("و", ""), ("ف", ""), ("ب", ""), ("ل", ""), ("ك", ""), ("لل", "ال"), ("وب", ""), ("ول", ""), ("ولل", "ال"))

Scores: TypeAlias = NDArray[np.floating[Any]]  # of the tokens of a sentence, a row each, for every tag


def weigh_repeats(processor: Any) -> None:
    """Let Stanza's entity tagger see the sentences of a document in order of length, and weigh what is repeated.

    A document is an article. Where pieces of several go through together, those of one have the same `article`.
    """

    def process(document: Any) -> Any:
        sentences = document.sentences
        words = [[token.text for token in sentence.tokens] for sentence in sentences]
        articles = [getattr(sentence.doc, "article", id(sentence.doc)) for sentence in sentences]
        told = []
        for trainer, config in zip(processor.trainers, processor.configs, strict=True):
            columns, transitions = _read(trainer, config, document)
            columns = [weigh_articles(words, articles, scores) for scores in columns]
            told.append([_decode(trainer, scores, transitions) for scores in zip(*columns, strict=True)])
        of_sentences = list(zip(*told, strict=True))
        document.set([NER], [tag for tags in of_sentences for tag in merge_tags(*tags)], to_token=True)
        document.set([MULTI_NER], [tag for tags in of_sentences for tag in zip(*tags, strict=True)], to_token=True)
        document.build_ents()
        return document

    processor.process = process


def _read(trainer: Any, config: dict[str, Any], document: Any) -> tuple[list[list[Scores]], list[Scores]]:
    """The scores of every sentence in each of the model's columns of tags, and those of the columns' transitions."""
    order = document.sentences
    by_length = sorted(range(len(order)), key=lambda i: -len(order[i].tokens))
    document.sentences = [order[i] for i in by_length]
    try:
        batches = DataLoader(
            document, config["batch_size"], config, vocab=trainer.vocab, evaluation=True, preprocess_tags=False,
            bert_tokenizer=trainer.model.bert_tokenizer,
        )  # fmt: skip
    finally:
        document.sentences = order
    columns: list[list[Scores]] = []
    transitions: list[Scores] = []
    places = iter(by_length)
    for batch in batches:
        scores, tables, unsorted, lengths = _read_batch(trainer, batch)
        columns = columns or [[np.empty(0)] * len(order) for _ in scores]
        transitions = [table.detach().cpu().numpy() for table in tables]
        of_batch = list(islice(places, len(lengths)))
        for row, (place, length) in enumerate(zip(unsorted, lengths, strict=True)):
            for column, table in zip(columns, scores, strict=True):
                column[of_batch[place]] = table[row, :length].cpu().numpy()
    return columns, transitions


def _read_batch(trainer: Any, batch: Any) -> tuple[list[Any], list[Any], list[int], list[int]]:
    """What a tagger's network says of a batch: scores, transitions; the place and the length of every row."""
    model = trainer.model
    inputs, unsorted, word_order, letter_order, lengths, word_lengths, letter_lengths, offsets = unpack_batch(
        batch, next(model.parameters()).device
    )
    words, word_letters, word_mask, letters, tags = inputs
    model.eval()
    with torch.no_grad():
        _, scores, transitions = model(
            words, word_letters, word_mask, tags, word_order, lengths, word_lengths, letters, offsets, letter_lengths,
            letter_order,
        )  # fmt: skip
    return scores, transitions, unsorted, lengths


def _decode(trainer: Any, columns: Sequence[Scores], transitions: list[Scores]) -> list[str]:
    """The best tags of a sentence, as `stanza.models.ner.trainer.Trainer.predict` finds them."""
    best = [viterbi_decode(scores, table)[0] for scores, table in zip(columns, transitions, strict=True)]
    tags = trainer.vocab["tag"].unmap([[max(tag, VOCAB_PREFIX_SIZE) for tag in row] for row in zip(*best, strict=True)])
    asked = trainer.args["predict_tagset"]
    return list(fix_singleton_tags([tag[asked] if isinstance(tag, list) else tag for tag in tags]))


def weigh_articles(
    words: Sequence[Sequence[str]], articles: Sequence[Hashable], scores: Sequence[Scores]
) -> list[Scores]:
    """The scores of sentences of several articles, each weighed within its own.

    Args:
        words: the tokens of every sentence.
        articles: which article every sentence is of.
        scores: those of every sentence.
    """
    weighed = list(scores)
    of: defaultdict[Hashable, list[int]] = defaultdict(list)
    for i, article in enumerate(articles):
        of[article].append(i)
    for own in of.values():
        for i, row in zip(own, weigh([words[i] for i in own], [scores[i] for i in own]), strict=True):
            weighed[i] = row
    return weighed


def weigh(words: Sequence[Sequence[str]], scores: Sequence[Scores]) -> list[Scores]:
    """The scores of an article's sentences, those of every word moved towards those of the same word near by."""
    lengths = [len(sentence) for sentence in words]
    flat = np.concatenate(scores)
    sentence = np.repeat(np.arange(len(words)), lengths)
    folded = [fold(word) for tokens in words for word in tokens]
    known = set(folded)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, form in enumerate(folded):
        places[_bare(form, known)].append(place)
    weighed = flat.copy()
    for same in places.values():
        if len(same) > 1:
            weighed[same] += _moves(flat[same], sentence[same])
    return np.split(weighed, np.cumsum(lengths)[:-1])


def _moves(scores: Scores, sentence: NDArray[np.integer[Any]]) -> Scores:
    """How far the scores of each occurrence of a word move; the sentences ascend."""
    total = np.concatenate([np.zeros((1, scores.shape[1])), scores.cumsum(0, dtype=np.float64)])
    first = np.searchsorted(sentence, sentence - REACH)
    behind = np.searchsorted(sentence, sentence + REACH, "right")
    others = (behind - first - 1)[:, None]
    mean = (total[behind] - total[first] - scores) / np.maximum(others, 1)
    moves: Scores = WEIGHT * others / (others + DOUBT) * (mean - scores)
    return moves


def _bare(form: str, known: Collection[str]) -> str:
    """A word without its clitics if the article has it so elsewhere."""
    for clitic, instead in _CLITICS:
        bare = instead + form.removeprefix(clitic)
        if form.startswith(clitic) and len(bare) >= _SHORTEST and bare in known:
            return bare
    return form
