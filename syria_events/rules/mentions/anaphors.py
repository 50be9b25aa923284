"""Words that name nobody by themselves: counterparts, the homeland, the latter, short names.

`coreference` resolves them.
"""

from syria_events.rules.mentions.passage import Passage, refuses
from syria_events.rules.mentions.plural_offices import COUNTERPART, read_listed_holders
from syria_events.rules.mentions.readings import Reading, reads
from syria_events.rules.values import Kind

_LONGEST_COUNTERPART = 7  # letters: `نظيريها`


@reads("mention.counterpart", "نظيره الأمريكي")
def read_counterpart(passage: Passage, id: int) -> Reading | None:
    """The holders of the same office elsewhere: `نظيريه الروسي … والسعودي …`."""
    name = passage.name(id)
    if not name.startswith(passage.lexicon.prefixes("counterpart")) or len(name) > _LONGEST_COUNTERPART:
        return None
    behind = passage.after(id)
    return read_listed_holders(passage, passage.after(behind) if passage.tag(behind) == "PRON" else behind, COUNTERPART)


@reads("mention.homeland", "بلاده")
def read_homeland(passage: Passage, id: int) -> Reading | None:
    """The country of the person named before."""
    pronoun = passage.after(id)
    if not passage.among(id, "homeland") or passage.tag(pronoun) != "PRON":
        return None
    return Reading(passage.after(pronoun), Kind.HOMELAND, (), reason="homeland")


@reads("mention.honour", "معاليه")
def read_honour(passage: Passage, id: int) -> Reading | None:
    """The honour of a person named before, with a pronoun."""
    pronoun = passage.after(id)
    if not passage.among(id, "honoured") or passage.tag(pronoun) != "PRON":
        return None
    return Reading(passage.after(pronoun), Kind.LATTER, (), gender="m", reason="latter")


@reads("mention.latter", "التقى الأخير")
def read_latter(passage: Passage, id: int) -> Reading | None:
    """The person named last, as the object or subject right behind a verb, or behind `هذا`."""
    if not passage.among(id, "latter") or is_adjective_last(passage, id):
        return None
    gender = "f" if passage.name(id).endswith("ه") else "m"
    return Reading(passage.after(id), Kind.LATTER, (), gender=gender, reason="latter")


@refuses("mention.last-adjective", "الاجتماع الأخير")
def is_adjective_last(passage: Passage, id: int) -> bool:
    """`الأخير` at the start of a sentence or behind anything but a verb or `هذا` is an adjective."""
    before = passage.before(id)
    return passage.tag(before) != "VERB" and not passage.among(before, "demonstrative")


@reads("mention.short-name", "المجلس")
def read_short(passage: Passage, id: int) -> Reading | None:
    """A body by its head noun alone: `المجلس`, `الحركة`, `المنظمة`."""
    if not passage.among(id, "short_body") or passage.tag(id) not in ("NOUN", "X") or is_narrowed_down(passage, id):
        return None
    return Reading(passage.after(id), Kind.SHORT, (), reason="short")


@refuses("mention.narrowed-down", "المجلس المحلي")
def is_narrowed_down(passage: Passage, id: int) -> bool:
    """A definite adjective or name behind a body's head noun says that it is another body than the last."""
    behind = passage.after(id)
    return passage.tag(behind) in ("ADJ", "X") and passage.word(behind).text.startswith("ال")


@reads("mention.several-states", "الدول الثلاث، القادة الثلاثة")
def read_several(passage: Passage, id: int) -> Reading | None:
    """As many states or persons as were named before; the number is its key."""
    number = passage.after(id)
    count = passage.lexicon.mapping("counts").get(passage.name(number))
    if not (passage.among(id, "states") or passage.among(id, "leaders")) or count is None:
        return None
    return Reading(passage.after(number), Kind.SEVERAL, (), key=count, number="plur", reason="several")


@reads("mention.pair", "الرجلان")
def read_pair(passage: Passage, id: int) -> Reading | None:
    """The two named last, by a word that names no office: `الرجلان`, `الاثنان`."""
    if not passage.among(id, "pair"):
        return None
    return Reading(passage.after(id), Kind.PAIR, (), number="dual", reason="pair")
