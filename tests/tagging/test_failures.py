"""What Stanza fails on: told where it is, and the rest goes on. Stanza is imported here, its models are not loaded."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from syria_events.errors import ModelsError
from syria_events.model import Article, Doc, Failure
from syria_events.tagging import pipeline
from syria_events.tagging.pipeline import Tagger

BAD = "كسر"


class Stanza:
    """Takes every word for a token of one sentence a paragraph; fails on a batch with BAD in it."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []

    def bulk_process(self, documents: list[Any]) -> list[Any]:
        self.batches.append([document.text for document in documents])
        if any(BAD in document.text for document in documents):
            raise RuntimeError("no\nway")
        return [self.tagged(document.text) for document in documents]

    def tagged(self, text: str) -> Any:
        tokens = []
        end = 0
        for number, form in enumerate(text.split(), 1):
            start = text.index(form, end)
            end = start + len(form)
            word = SimpleNamespace(
                id=number, text=form, lemma=form, upos="X", xpos="", feats="", head=number - 1, deprel="dep"
            )
            tokens.append(SimpleNamespace(words=[word], start_char=start, end_char=end))
        return SimpleNamespace(sentences=[SimpleNamespace(tokens=tokens)], ents=[])


@pytest.fixture
def stanza(monkeypatch: pytest.MonkeyPatch) -> Stanza:
    made = Stanza()
    monkeypatch.setattr(pipeline, "open_pipeline", lambda *_, **__: made)
    monkeypatch.setattr(pipeline.store, "find_models", lambda _models: Path("here"))
    return made


def tag(*texts: str) -> list[Doc | Failure]:
    return list(Tagger().tag(Article("abcdef"[number], text) for number, text in enumerate(texts)))


def told(items: list[Doc | Failure]) -> list[tuple[str, object]]:
    return [
        (item.source, item.partial) if isinstance(item, Failure) else (item.article.id, len(item.sentences))
        for item in items
    ]


def test_an_article_that_fails_takes_no_other_with_it(stanza: Stanza) -> None:
    items = tag("قال كيري", "قال لافروف", BAD, "رد", "سكت", "عاد")
    assert told(items) == [("a", 1), ("b", 1), ("c", False), ("d", 1), ("e", 1), ("f", 1)]
    assert items[2] == Failure("c", "the tagger failed (RuntimeError: no way)")
    assert [len(batch) for batch in stanza.batches] == [6, 1, 1, 1, 1, 1, 1]


@pytest.mark.usefixtures("stanza")
def test_a_paragraph_that_fails_costs_itself() -> None:
    text = f"قال كيري\nثم {BAD} هنا\nوعاد لافروف"
    doc, lost = tag(text)
    assert isinstance(doc, Doc) and isinstance(lost, Failure) and lost.partial
    assert [(s.index, s.paragraph, text[s.start : s.end]) for s in doc.sentences] == [
        (0, 0, "قال كيري"), (1, 2, "وعاد لافروف"),
    ]  # fmt: skip
    assert lost.reason.startswith("characters 9 to 19 are left out") and BAD in text[9:19]


@pytest.mark.usefixtures("stanza")
def test_what_is_left_out_is_told_in_offsets_of_the_file() -> None:
    text = f"\u200fقـال كيري\n\u200f{BAD} هنا"
    doc, lost = tag(text)
    assert isinstance(doc, Doc) and doc.text == f"قال كيري\n{BAD} هنا"
    assert isinstance(lost, Failure) and lost.reason.startswith("characters 12 to 19 ") and text[12:19] == f"{BAD} هنا"


@pytest.mark.usefixtures("stanza")
def test_articles_without_text_keep_their_place() -> None:
    assert told(tag("قال", " \n", "\u200f\u200b", "عاد")) == [("a", 1), ("b", 0), ("c", 0), ("d", 1)]


@pytest.mark.usefixtures("stanza")
def test_the_parts_of_a_long_article_are_numbered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "PART", 20)
    items = tag("قال كيري\n" * 9 + BAD, "عاد")
    parts = [item.part for item in items if isinstance(item, Doc)]
    assert parts == [*range(len(parts) - 1), 0] and len(parts) > 3
    (lost,) = (item for item in items if isinstance(item, Failure))
    assert lost.partial and isinstance(items[-2], Failure)
    indices = [sentence.index for item in items[:-1] if isinstance(item, Doc) for sentence in item.sentences]
    assert indices == list(range(9))


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_ctrl_c_is_no_failure(stanza: Stanza, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]) -> None:
    def stop(_documents: object) -> None:
        raise error

    monkeypatch.setattr(stanza, "bulk_process", stop)
    with pytest.raises(error):
        tag("قال")


@pytest.mark.parametrize("error", [RuntimeError("bad\nmagic"), KeyError(1), FileNotFoundError("gone"), EOFError()])
def test_models_that_cannot_be_loaded_are_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, error: Exception
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    (tmp_path / "resources.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(pipeline, "open_pipeline", refuse)
    with pytest.raises(ModelsError, match="cannot be loaded") as raised:
        Tagger(str(tmp_path))
    assert type(error).__name__ in str(raised.value) and "\n" not in str(raised.value)
