"""Date phrases of Arabic news: where they stand in a text, and which days they mean.

`find_dates` reads the text alone; `resolve` needs the publication date for all that is not written out in full. Texts
become `tokens`, the `grammar` reads `meanings` from them, with the `words` of `lexicon/data/calendar.toml`, and
`resolution` turns these into days.

Clitics: `و` and `ف` stay outside a phrase (`وأمس` gives `أمس`), `ب`, `ل` and `ك` inside (`بالأمس`). The words
`منذ`, `حتى`, `بحلول`, `قبل`, `بعد`, `من ... إلى` and `بين ... و` are part of the phrase, for they change its meaning.
"""

from syria_events.dates.find import Refusal, find_dates, find_refusals
from syria_events.dates.meanings import DatePhrase, Kind, Meaning, Period
from syria_events.dates.resolution.resolve import resolve
from syria_events.dates.words import DateWords

__all__ = [
    "DatePhrase", "DateWords", "Kind", "Meaning", "Period", "Refusal", "find_dates", "find_refusals", "resolve",
]  # fmt: skip
