"""The days that a meaning covers for a given publication date.

The conventions, where Arabic leaves a choice:

* weeks run Monday to Sunday; the start of a week is its Monday and Tuesday, its end is the whole week;
* `مطلع`, `أوائل` and `بداية` of a month are its first ten days, `منتصف` the 11th to the 20th, `أواخر` from the 21st;
  `نهاية` is the last day while still to come and like `أواخر` once past; of a year only its start (January) and end
  (the last day to come, or December) are dates, for the rest is too vague;
* a year that is not written is that of the last such date, of the next one in the future tense; a day that has just
  gone by, or is at hand, on the other side is left unknown, and so is a month where the tense is (`future=None`);
* "since" runs to the day of publication, "until" and "before" run from it and need a clause in the future tense;
* two words for one day that disagree by more than a day cancel each other; else the weekday or the full date counts.
"""
