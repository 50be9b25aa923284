from pathlib import Path

import pytest

from . import compare

ROW: compare.Row = {
    "doc_id": "a", "actor": "كيري", "cameo": "040", "target": "لافروف", "status": "actual", "start": 0, "place": "جنيف",
    "sentence": "التقى كيري لافروف",
}  # fmt: skip


def test_rows_are_paired_and_cells_compared() -> None:
    old = [ROW, {**ROW, "start": 9}, {**ROW, "doc_id": "b"}]
    new = [{**ROW, "cameo": "042", "place": ""}, {**ROW, "doc_id": "b"}, {**ROW, "actor": "أوباما"}]
    lost, gained, kept = compare.compare(old, new)
    assert (lost, gained, len(kept)) == ([old[1]], [new[2]], 2)
    changed = compare.changes(kept)
    assert {name: dict(cells) for name, cells in changed.items()} == {
        "cameo": {("040", "042"): 1},
        "place": {("جنيف", ""): 1},
    }


@pytest.mark.parametrize(("more", "code"), [([], 0), ([ROW], 1)])
def test_it_says_whether_anything_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[compare.Row], code: int
) -> None:
    import json

    for name, rows in (("old", [ROW]), ("new", [ROW, *more])):
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    assert compare.main(str(tmp_path / "old.jsonl"), str(tmp_path / "new.jsonl")) == code
    assert capsys.readouterr().out.startswith(f"1 rows kept, 0 lost, {code} gained\n")
