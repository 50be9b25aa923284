"""The two ends of a range: what is said once counts for both."""

from dataclasses import replace

from syria_events.dates.meanings import Between, CalendarDate, Meaning, Unknown, Weekday, Year


def joined(first: Meaning, last: Meaning) -> Meaning:
    """A range; month, year and `الماضي` of the last count for a first that has none."""
    match first, last:
        case CalendarDate(), CalendarDate():
            return _calendar_dates(first, last)
        case Weekday(shift=None, week=None), Weekday():
            return Between(replace(first, shift=last.shift, week=last.week), last)
        case (CalendarDate(month=None, shift=None), _) | (Year(), CalendarDate()) | (Unknown(), _) | (_, Unknown()):
            return Unknown()
    return Between(first, last)


def _calendar_dates(first: CalendarDate, last: CalendarDate) -> Meaning:
    if first.month is None and first.shift is None:  # `من 3 إلى 5 آذار`
        if last.day is None or first.day is None or first.day >= last.day:
            return Unknown()
        return Between(replace(last, day=first.day, weekday=None), last)
    if (first.day is None) != (last.day is None) and not (first.part or last.part):
        return Between(first, last)
    if not first.tells_year and first.hijri == last.hijri:
        year = last.year
        if year is not None and (first.month or 0) > (last.month or 0):
            year -= 1  # `من 28 ديسمبر إلى 3 يناير 2018`
        first = replace(first, year=year, year_shift=last.year_shift, shift=last.shift)
    return Between(first, last)
