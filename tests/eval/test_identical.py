import json

from tests.eval.identical import differences

ROW = {
    "doc_id": "a",
    "actor": "كيري",
    "cameo": "040",
    "target": "",
    "status": "actual",
    "start": 0,
    "sentence": "س",
    "rule": "x",
}


def lines(*rows: dict[str, object]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def test_the_same_bytes_do_not_differ() -> None:
    assert differences(lines(ROW), lines(ROW), []) == ""


def test_a_cell_that_differs_is_named_unless_left_out() -> None:
    before, after = lines(ROW), lines({**ROW, "rule": "y"})
    assert "first difference in row 1: {'rule': ('x', 'y')}" in differences(before, after, [])
    assert differences(before, after, ["rule"]) == ""


def test_rows_and_columns_in_another_order_differ() -> None:
    other = {**ROW, "doc_id": "b"}
    assert differences(lines(ROW, other), lines(other, ROW), []) != ""
    assert differences(lines(ROW), lines(dict(reversed(ROW.items()))), []) != ""


def test_entities_have_no_triggers() -> None:
    assert "1 rows, now 0" in differences(lines({"doc_id": "a", "kind": "PER"}), "", [])
