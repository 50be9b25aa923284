"""Every word that makes an event planned, negated or hypothetical, how far it reaches, and what does not count."""

import pytest

from syria_events.rules.attributes.factuality import StatusReader
from syria_events.rules.attributes.finding import Finding
from syria_events.rules.values import Status
from tests.rules.making import clause, lexicon, trigger

READER = StatusReader(lexicon())
PAST, PRESENT = "Aspect=Perf", "Aspect=Imp"
A, N, H, P = Status.ACTUAL, Status.NEGATED, Status.HYPOTHETICAL, Status.PLANNED


def read(text: str) -> Finding[Status]:
    return READER.status(trigger(text), clause(text))


VERBS = [
    # particles: two words before, of hypothetical ones three
    ("*التقى/VERB", A, "status.default", ""),
    ("لم/PART *يلتق/VERB", N, "status.particle", "لم"),
    ("لن/PART بعد *يلتقي/VERB", N, "status.particle", "لن"),
    ("لن/PART بعد اليوم *يلتقي/VERB", A, "status.default", ""),
    ("سوف/PART *يلتقي/VERB", P, "status.particle", "سوف"),
    ("سوف/PART الآن *يلتقي/VERB", P, "status.particle", "سوف"),
    ("سوف/PART بعد اليوم *يلتقي/VERB", A, "status.default", ""),
    ("هل/PART *يلتقي/VERB", H, "status.particle", "هل"),
    ("هل/PART بعد اليوم *يلتقي/VERB", H, "status.particle", "هل"),
    ("هل/PART بعد هذا اليوم *يلتقي/VERB", A, "status.default", ""),
    ("*يلتقي/VERB لم/PART", A, "status.default", ""),
    ("هل/PART لا/PART *يلتقي/VERB", N, "status.particle", "لا"),  # of two the first of the order
    ("هل/PART سوف/PART *يلتقي/VERB", H, "status.particle", "هل"),
    ("لم/PART لن/PART *يلتقي/VERB", N, "status.particle", "لم"),
    # `قد` doubts an imperfect and affirms the rest
    (f"قد/PART *يلتقي/VERB//{PRESENT}", H, "status.particle", "قد"),
    (f"قد/PART *التقى/VERB//{PAST}", A, "status.default", ""),
    ("قد/PART *التقى/VERB", A, "status.default", ""),
    (f"هل/PART قد/PART *التقى/VERB//{PAST}", A, "status.default", ""),
    (f"قد/PART هل/PART *التقى/VERB//{PAST}", H, "status.particle", "قد"),
    (f"قد/PART لا/PART *يلتقي/VERB//{PRESENT}", N, "status.particle", "لا"),
    (f"لم/PART قد/PART *التقى/VERB//{PAST}", N, "status.particle", "لم"),
    # the future prefix: glued to a form of more than four letters that is no perfect
    ("س+/PART *يلتقي/VERB", P, "status.particle", "س"),
    (f"*سيلتقي/VERB//{PRESENT}", P, "status.future", "سيلتقي"),
    (f"*ستلتقي/VERB//{PRESENT}", P, "status.future", "ستلتقي"),
    (f"*سنلتقي/VERB//{PRESENT}", P, "status.future", "سنلتقي"),
    ("*سيزور/VERB", P, "status.future", "سيزور"),
    (f"*سيطر/VERB//{PRESENT}", A, "status.default", ""),
    (f"*سيطرت/VERB//{PAST}", A, "status.default", ""),
    (f"*سألتقي/VERB//{PRESENT}", A, "status.default", ""),
    (f"+و *سيلتقي/VERB//{PRESENT}", P, "status.future", "سيلتقي"),
    (f"*سيلتقي/VERB//{PRESENT} +ه/PRON", A, "status.default", ""),
    # conditions: right before the verb
    ("في/ADP حال *التقى/VERB", H, "status.condition", "في حال"),
    ("قال في/ADP حال *التقى/VERB", H, "status.condition", "في حال"),
    ("في/ADP حال جديد *التقى/VERB", A, "status.default", ""),
    ("ترحال *التقى/VERB", A, "status.default", ""),
    ("طفي/X حال *التقى/VERB", A, "status.default", ""),
    # phrases up to seven words before, `أن` among the last three
    ("من/ADP المقرر أن/SCONJ *يلتقي/VERB", P, "status.phrase", "من المقرر"),
    ("من/ADP المقرر الآن أن/SCONJ هو هي *يلتقي/VERB", P, "status.phrase", "من المقرر"),
    ("من/ADP المقرر هنا الآن أن/SCONJ هو هي *يلتقي/VERB", P, "status.phrase", "من المقرر"),
    ("من/ADP المقرر هنا الآن صباحا أن/SCONJ هو هي *يلتقي/VERB", A, "status.default", ""),
    ("من/ADP المقرر أن/SCONJ هو هي هم *يلتقي/VERB", A, "status.default", ""),
    ("من/ADP المقرر *يلتقي/VERB", A, "status.default", ""),
    ("ثمن المقرر أن/SCONJ *يلتقي/VERB", A, "status.default", ""),
    ("من/ADP غير المقرر أن/SCONJ *يلتقي/VERB", N, "status.phrase", "من غير"),
    ("من/ADP الممكن أن/SCONJ *يلتقي/VERB", H, "status.phrase", "من الممكن"),
    # verbs, nouns and adjectives before `أن` by their lemma
    (f"توقع/VERB//{PAST} أن/SCONJ *يلتقي/VERB", P, "status.governing-word", "توقع"),
    ("تمنى/VERB أن/SCONJ *يلتقي/VERB", A, "status.default", ""),
    ("تعذر/VERB عليه هنا الآن أن/SCONJ هو *يلتقي/VERB", N, "status.governing-word", "تعذر"),
    ("تعذر/VERB عليه هنا الآن صباحا أن/SCONJ هو هي *يلتقي/VERB", A, "status.default", ""),
    ("تعذر/VERB *يلتقي/VERB", A, "status.default", ""),
    ("رجح/NOUN أن/SCONJ *يلتقي/VERB", H, "status.governing-word", "رجح"),
    ("رجح/ADJ أن/SCONJ *يلتقي/VERB", H, "status.governing-word", "رجح"),
    ("رجح/X أن/SCONJ *يلتقي/VERB", A, "status.default", ""),
    ("ترجح/VERB/رجح أن/SCONJ *يلتقي/VERB", H, "status.governing-word", "ترجح"),
    ("رجح/VERB تعذر/VERB أن/SCONJ *يلتقي/VERB", N, "status.governing-word", "تعذر"),
    ("من/ADP المقرر تعذر/VERB أن/SCONJ *يلتقي/VERB", N, "status.governing-word", "تعذر"),
    ("قرر/VERB من/ADP المقرر أن/SCONJ *يلتقي/VERB", P, "status.phrase", "من المقرر"),
    # the order of the rules
    ("من/ADP المقرر أن/SCONJ لا/PART *يلتقي/VERB", N, "status.particle", "لا"),
    (f"من/ADP الممكن أن/SCONJ *سيلتقي/VERB//{PRESENT}", P, "status.future", "سيلتقي"),
]
MASDARS = [
    ("*لقاء", A, "status.default", ""),
    # a noun whose genitive it is, two words before, pronouns and quotation marks left out
    ("عدم *لقاء", N, "status.noun-before", "عدم"),
    ("عدم عقد *لقاء", N, "status.noun-before", "عدم"),
    ("عدم عقد أي *لقاء", A, "status.default", ""),
    ('عدم " +ه/PRON عقد *لقاء', N, "status.noun-before", "عدم"),
    ("عدم « عقد » *لقاء", N, "status.noun-before", "عدم"),
    ("عدم , عقد *لقاء", A, "status.default", ""),
    ("احتمال *لقاء", H, "status.noun-before", "احتمال"),
    ("نية *لقاء", P, "status.noun-before", "نيه"),
    ("نية عدم *لقاء", N, "status.noun-before", "عدم"),
    ("*لقاء عدم", A, "status.default", ""),
    # an adjective up to three words behind, only of what is planned
    ("*اللقاء المرتقب/ADJ", P, "status.adjective", "المرتقب"),
    ("*اللقاء بين كيري المرتقب/ADJ", P, "status.adjective", "المرتقب"),
    ("*اللقاء بين كيري أمس المرتقب/ADJ", A, "status.default", ""),
    ("*القمة المرتقبة/ADJ", P, "status.adjective", "المرتقبه"),
    ("*قمة مرتقبة/ADJ", P, "status.adjective", "مرتقبه"),
    ("*اللقاء المحتمل/ADJ", A, "status.default", ""),
    ("*اللقاء الملغى/ADJ", A, "status.default", ""),
    ("المرتقب/ADJ *اللقاء", A, "status.default", ""),
    ("عدم *اللقاء المرتقب/ADJ", N, "status.noun-before", "عدم"),
    ("نية *اللقاء المرتقب/ADJ", P, "status.noun-before", "نيه"),
    # verbs and phrases up to three words before
    ("يعتزم/VERB/اعتزم كيري *لقاء", P, "status.verb-before", "يعتزم"),
    ("يعتزم/VERB/اعتزم جون كيري *لقاء", P, "status.verb-before", "يعتزم"),
    ("يعتزم/VERB/اعتزم السيد جون كيري *لقاء", A, "status.default", ""),
    ("يعتزم/NOUN/اعتزم كيري *لقاء", A, "status.default", ""),
    ("ألغى/VERB كيري *لقاء", N, "status.verb-before", "ألغى"),
    ("رجح/VERB كيري *لقاء", H, "status.verb-before", "رجح"),
    ("يعتزم/VERB/اعتزم ألغى/VERB *لقاء", N, "status.verb-before", "ألغى"),
    ("على/ADP وشك *لقاء", P, "status.phrase-before", "علي وشك"),
    ("على/ADP وشك عقد *لقاء", P, "status.phrase-before", "علي وشك"),
    ("على/ADP وشك عقد أي *لقاء", A, "status.default", ""),
    ("من/ADP دون *لقاء", N, "status.noun-before", "دون"),
    ("من/ADP غير *لقاء", N, "status.phrase-before", "من غير"),
    ("على/ADP وشك رجح/VERB *لقاء", H, "status.verb-before", "رجح"),
    ("نية يعتزم/VERB/اعتزم *لقاء", P, "status.noun-before", "نيه"),
    # the verb above in the tree, past nouns and adjectives, if it heads a clause
    ("لم/PART يجر/VERB///root/0 بين كيري أمس هنا *لقاء////nsubj/2", N, "status.verb-above", "لم"),
    ("لم/PART يجر/VERB///parataxis/1 بين كيري أمس هنا *لقاء////nsubj/2", N, "status.verb-above", "لم"),
    ("لم/PART يجر/VERB///conj/1 بين كيري أمس هنا *لقاء////nsubj/2", N, "status.verb-above", "لم"),
    ("لم/PART يجر/VERB///ccomp/1 بين كيري أمس هنا *لقاء////nsubj/2", N, "status.verb-above", "لم"),
    ("لم/PART يجر/VERB///acl/1 بين كيري أمس هنا *لقاء////nsubj/2", A, "status.default", ""),
    ("يجري/VERB///root/0 بين كيري أمس هنا *لقاء////nsubj/1", A, "status.default", ""),
    ("لم/PART يجر/VERB///root/0 بين كيري أمس أي////nsubj/2 *لقاء////nmod/6", N, "status.verb-above", "لم"),
    ("لم/PART يجر/VERB///root/0 بين كيري أمس جديد/ADJ///nsubj/2 *لقاء////nmod/6", N, "status.verb-above", "لم"),
    ("لم/PART يجر/VERB///root/0 بين كيري أمس أي/DET///nsubj/2 *لقاء////nmod/6", A, "status.default", ""),
    (
        f"يجري/VERB///ccomp/8 بين كيري أمس *لقاء////nsubj/1 هنا لن/PART يرى/VERB//{PRESENT}/root/0",
        A,
        "status.default",
        "",
    ),
    ("قد/PART يجري/VERB//Aspect=Imp/root/0 بين كيري أمس هنا *لقاء////nsubj/2", H, "status.verb-above", "قد"),
    ("هنا كيري////root/0 *لقاء////nmod/2", A, "status.default", ""),
]
LIGHT_VERBS = [
    ("^أجرى/VERB كيري *لقاء", A, "status.default", ""),
    ("^فشل/VERB كيري في/ADP إجراء *لقاء", N, "status.light-verb", "فشل"),
    ("^يعتزم/VERB/اعتزم كيري إجراء *لقاء", P, "status.light-verb", "يعتزم"),
    ("^رجح/VERB كيري إجراء *لقاء", H, "status.light-verb", "رجح"),
    ("لم/PART ^يجر/VERB كيري *لقاء", N, "status.particle", "لم"),
    ("لم/PART ^يعتزم/VERB/اعتزم كيري *لقاء", P, "status.light-verb", "يعتزم"),
    ("^أجرى/VERB كيري *لقاء مرتقبا/ADJ", A, "status.default", ""),
    ("^أجرى/VERB كيري *اللقاء المرتقب/ADJ", P, "status.adjective", "المرتقب"),
    ("لم/PART ^يجر/VERB كيري *اللقاء المرتقب/ADJ", N, "status.particle", "لم"),
    ("^أجرى/VERB كيري نية *لقاء", P, "status.noun-before", "نيه"),
]


@pytest.mark.parametrize(("text", "status", "rule", "words"), [*VERBS, *MASDARS, *LIGHT_VERBS])
def test_status(text: str, status: Status, rule: str, words: str) -> None:
    assert read(text) == Finding(status, rule, words)
