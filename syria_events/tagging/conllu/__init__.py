"""Tagged documents as CoNLL-U: what is read back is exactly what was written, without any model.

A file holds one document behind the other. Beside the ten standard columns there are comments; case files, which are
written by hand, need only `# text` and the rows:

    # newdoc id = 001              a document begins; the article's id, also `# published`, `# outlet`, `# url`
    # newpar                       the sentence begins a paragraph; `# newpar id = 7` gives its number, from 0
    # text = التقى كيري لافروف.    the sentence, in plain spelling; its tokens are found in it one behind the other
    # entity = PER كيري            an entity by its words, whole words first, of equal ones the next

Sentences of a paragraph are joined by a space, paragraphs by a line break. What was tagged is not always so simple:

    # article = "…"                the article's text as it was read, a JSON string: sentences are found
                                   in its plain spelling
    # spelling = verbatim          ... or in the text as it is
    # part = 1                     the document goes on with the article of the one before it
    # index = 57                   the sentence's number in the article, where it is not the next
    # span = 120:164               where the sentence is in the text, where it is not the next place that has its words
    # entity[4:8] = PER كيري       an entity by its offsets in the sentence
    Span=4:8                       in MISC: a token's offsets in the sentence

Offsets are half-open, in code points from 0. Without `# article` a `# span` means nothing.
"""

from syria_events.tagging.conllu.format import ConlluError
from syria_events.tagging.conllu.reading import read_conllu, read_documents
from syria_events.tagging.conllu.writing import write_conllu

__all__ = ["ConlluError", "read_conllu", "read_documents", "write_conllu"]
