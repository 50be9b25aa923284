"""The tagged seeds give the approved rows, cell for cell, without a model."""

import pytest

from syria_events.model import Doc
from tests.eval import snapshot
from tests.eval.compare import report

each = pytest.mark.parametrize("doc", snapshot.docs(), ids=lambda doc: doc.article.id)


@each
def test_the_rows_are_those_approved(doc: Doc) -> None:
    old, new = snapshot.approved("rows", doc), snapshot.rows(doc)
    assert new == old, report(old, new)


@each
def test_the_entities_are_those_approved(doc: Doc) -> None:
    assert snapshot.entities(doc) == snapshot.approved("entities", doc)


def test_every_seed_is_tagged() -> None:
    seeds = {path.stem for path in (snapshot.GOLD.parents[1] / "seeds").glob("*.txt")}
    assert {path.stem for path in snapshot.TAGGED.glob("*.conllu")} == seeds
    assert {doc.article.id for doc in snapshot.docs()} == seeds
