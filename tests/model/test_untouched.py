"""Our pipeline changes its own objects only; and where Stanza's inside is unknown, not even those."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import stanza

from syria_events.errors import PlainStanzaWarning
from syria_events.model import Article, Doc
from syria_events.tagging.pipeline import Tagger
from syria_events.tagging.store import EMBEDDED

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]

# in a process of its own, where nothing of ours was imported before Stanza was looked at
WATCH = """
import sys
from pathlib import Path
from types import ModuleType
import stanza

folder, text = sys.argv[1], Path(sys.argv[2]).read_text(encoding="utf-8")
WATCHED = ("stanza", "torch.nn", "torch.optim", "torch.utils.data")


def plain():
    nlp = stanza.Pipeline(
        "ar", dir=folder, processors="tokenize,mwt,pos,lemma,depparse,ner", download_method=None, use_gpu=False,
        logging_level="ERROR",
    )
    return nlp(text).to_serialized()


def attributes():
    found = {}
    for name, module in sorted(sys.modules.items()):
        if not any(name == watched or name.startswith(watched + ".") for watched in WATCHED):
            continue
        for key, value in vars(module).items():
            found[name, key] = value
            if isinstance(value, type) and value.__module__ == name:
                found.update(((name, f"{key}.{inner}"), each) for inner, each in vars(value).items())
    return found


fresh = plain()
before = attributes()

from syria_events.model import Article
from syria_events.tagging.pipeline import Tagger

(doc,) = Tagger().tag([Article("a", text)])
assert doc.sentences and doc.entities

after = attributes()
changed = [name for name, value in before.items() if name not in after or after[name] is not value]
known = {module for module, _ in before}
added = [
    name for name in after.keys() - before.keys()
    if name[0] in known and not isinstance(after[name], ModuleType) and name[1] != "__warningregistry__"
]
assert len(before) > 5000, len(before)
assert (changed, added) == ([], []), (changed, added)
assert plain() == fresh
"""


def test_another_pipeline_of_the_process_stays_stanzas_own(seeds: tuple[Article, ...]) -> None:
    path = ROOT / "seeds" / f"{seeds[0].id}.txt"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", WATCH, str(EMBEDDED), str(path)],
        capture_output=True, encoding="utf-8", check=False, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_a_version_that_was_not_tried_tags_as_stanza_does(
    seeds: tuple[Article, ...], docs: tuple[Doc, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stanza, "__version__", "1.99.0")
    with pytest.warns(PlainStanzaWarning, match=r"Stanza 1\.99\.0 has not been tried"):
        tagger = Tagger()
    (doc,) = tagger.tag(seeds[:1])
    words, expected = ([w for s in found.sentences for w in s.words] for found in (doc, docs[0]))
    assert [w.text for w in words] == [w.text for w in expected]
    assert sum(one != other for one, other in zip(words, expected, strict=True)) <= 0.01 * len(words)
    assert {entity.kind for entity in doc.entities} >= {"PER", "LOC", "DATE"}
