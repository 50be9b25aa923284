"""Lines of an article, cut at the ends of sentences; offsets point into the article."""

import pytest

from syria_events.tagging.pipeline import PARAGRAPH, cut_paragraphs, one_quote


def pieces(text: str) -> list[tuple[int, str]]:
    found = list(cut_paragraphs(0, text))
    assert all(text[p.start : p.start + len(p.text)] == p.text for p in found)
    return [(p.number, p.text.strip()) for p in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("انتهت الأزمة .وكتب غاتيلوف", ["انتهت الأزمة .", "وكتب غاتيلوف"]),
        ("انتهت الأزمة . وكتب غاتيلوف", ["انتهت الأزمة .", "وكتب غاتيلوف"]),
        ("انتهت الأزمة.وكتب غاتيلوف", ["انتهت الأزمة.", "وكتب غاتيلوف"]),
        ('قال "نعم" .وأضاف', ['قال "نعم" .', "وأضاف"]),
        ("كان حلاً سلمياً .ورأى", ["كان حلاً سلمياً .", "ورأى"]),
        ("انتهت الأزمة. وكتب غاتيلوف", ["انتهت الأزمة.", "وكتب غاتيلوف"]),
        ('قال "انتهت الأزمة." وأضاف', ['قال "انتهت الأزمة."', "وأضاف"]),
        ("هل انتهت الأزمة؟! لا", ["هل انتهت الأزمة؟!", "لا"]),
        ("انتهت الأزمة.. وكتب غاتيلوف", ["انتهت الأزمة.. وكتب غاتيلوف"]),
        ("نقلت أ. ف. ب. عن د. محمد", ["نقلت أ. ف. ب. عن د. محمد"]),
        ("قال (يو .بي .آي) إن", ["قال (يو .بي .آي) إن"]),
        ("نقلت (أ .ف .ب) عن د .محمد", ["نقلت (أ .ف .ب) عن د .محمد"]),
        ("ارتفع 3.5 في المئة", ["ارتفع 3.5 في المئة"]),
        ("نهاية الجملة .", ["نهاية الجملة ."]),
    ],
)
def test_a_paragraph_is_cut_at_the_ends_of_sentences(text: str, wanted: list[str]) -> None:
    assert pieces(text) == [(0, piece) for piece in wanted]


def test_a_line_break_ends_a_paragraph_and_a_stop_does_not() -> None:
    assert pieces("أول سطر .وثان\n\nثالث سطر") == [(0, "أول سطر ."), (0, "وثان"), (1, "ثالث سطر")]


def test_a_long_line_is_cut_behind_its_last_stop_before_the_limit() -> None:
    sentence = "قال كيري إن الحل قريب. "
    found = [text for _, text in pieces(sentence * (3 * PARAGRAPH // len(sentence)))]
    assert len(found) > 1 and all(len(text) <= PARAGRAPH and text.endswith(".") for text in found)


def test_quotation_marks_become_one_sort_and_offsets_stay() -> None:
    text = "قال #187;نعم#171; و«لا» و&laquo;ربما&raquo;"
    assert one_quote(text) == 'قال "    نعم"     و"لا" و"      ربما"      '
    assert len(one_quote(text)) == len(text)
