"""Years, seasons, weeks, months and stretches of days."""

from datetime import date

from syria_events.dates.meanings import CalendarDate, Nth, Part, Period, Season, Span, Unit, Window, Year
from syria_events.dates.resolution.calendar import add_months, days, in_year, month_end, part_of_month, period

FEW_DAYS_PAST = 3  # `الأيام القليلة الماضية`: three days back, to the day of publication
FEW_DAYS_AHEAD = 7  # `الأيام القليلة المقبلة`: the week that begins tomorrow
_WINTER = 12  # its first month: the winter of a year may be either of two


def year(meaning: Year, published: date | None) -> Period | None:
    """The days of a year or a part of it."""
    number = meaning.year
    if meaning.hijri and number is not None:
        return _hijri_year(number, published) if meaning.part is None else None
    if published is not None and meaning.shift is not None:
        number = published.year + meaning.shift
    if number is None or not date.min.year < number < date.max.year:
        return None
    months = _months(meaning, published, number)
    if months is None or isinstance(months, date):
        return None if months is None else Period(months)
    return Period(date(number, months[0], 1), month_end(number, months[1]))


def _hijri_year(number: int, published: date | None) -> Period | None:
    first = in_year(CalendarDate(1, 1, hijri=True), number, published)
    after = in_year(CalendarDate(1, 1, hijri=True), number + 1, published)
    return None if first is None or after is None else Period(first.start, after.start - days(1))


def _months(meaning: Year, published: date | None, number: int) -> tuple[int, int] | date | None:
    """The first and last month of a part of a year, or the day that its end is while still to come."""
    if meaning.quarter is not None:
        return meaning.quarter * 3 - 2, meaning.quarter * 3
    match meaning.part:
        case None:
            return 1, 12
        case Part.START:
            return 1, 1
        case Part.END:
            end = date(number, 12, 31)
            return end if published is not None and end > published else (12, 12)
        case Part.FIRST_HALF:
            return 1, 6
        case Part.SECOND_HALF:
            return 7, 12
    return None


def season(meaning: Season, published: date | None) -> Period | None:
    """Three months."""
    number = meaning.year
    if published is not None and meaning.year_shift is not None:
        number = published.year + meaning.year_shift
    if number is not None:
        if meaning.first == _WINTER and meaning.until != number + 1:
            return None
        return _three_months(number, meaning.first)
    if published is None:
        return None
    seasons = [_three_months(published.year + shift, meaning.first) for shift in range(-2, 2)]
    past = [season for season in seasons if season.last < published]
    ahead = [season for season in seasons if season.start > published]
    current = [season for season in seasons if season.start <= published <= season.last]
    match meaning.shift:
        case -1:
            return past[-1]
        case 1:
            return ahead[0]
        case 0 if current:
            return current[0]
    return None


def _three_months(number: int, first: int) -> Period:
    start = date(number, first, 1)
    last = add_months(start, 2)
    return Period(start, month_end(last.year, last.month))


def nth(meaning: Nth, whole: Period) -> Period | None:
    """The days of a part of a period by its number; None where the period has no such part.

    Weeks are those from Monday to Sunday that lie wholly within it.
    """
    starts = [start for start in _starts(meaning, whole) if _end(meaning.unit, start) <= whole.last]
    chosen = starts[-meaning.count :] if meaning.which < 0 else starts[meaning.which - 1 :][: meaning.count]
    return period(chosen[0], _end(meaning.unit, chosen[-1])) if len(chosen) == meaning.count else None


def _starts(meaning: Nth, whole: Period) -> list[date]:
    """The first days of the units of a period; of weekdays those days."""
    all_days = [whole.start + days(n) for n in range((whole.last - whole.start).days + 1)]
    match meaning.unit:
        case Unit.WEEK:
            return [day for day in all_days if day.isoweekday() == 1]
        case Unit.MONTH:
            return [day for day in all_days if day.day == 1]
    return [day for day in all_days if meaning.weekday in (None, day.isoweekday())]


def _end(unit: Unit, start: date) -> date:
    """The last day of a unit that begins on a day."""
    if unit == Unit.MONTH:
        return month_end(start.year, start.month)
    return start + days(6) if unit == Unit.WEEK else start


def span(meaning: Span, published: date) -> Period | None:
    """A week or month counted from that of publication, or a part of it."""
    if meaning.unit == Unit.MONTH:
        start = add_months(published.replace(day=1), meaning.shift)
        return part_of_month(start, month_end(start.year, start.month), meaning.part, published)
    if meaning.unit == Unit.QUARTER:
        first = add_months(date(published.year, (published.month - 1) // 3 * 3 + 1, 1), 3 * meaning.shift)
        last = add_months(first, 2)
        return Period(first, month_end(last.year, last.month))
    if meaning.unit != Unit.WEEK:
        return None
    monday = published - days(published.isoweekday() - 1) + days(7 * meaning.shift)
    match meaning.part:
        case None | Part.END | Part.LATE:
            return Period(monday, monday + days(6))
        case Part.START | Part.EARLY:
            return Period(monday, monday + days(1))
    return None


def window(meaning: Window, published: date) -> Period | None:
    """From some days ago to the day of publication, or from the day behind it to some days ahead."""
    count = meaning.count
    if count is None:
        count = FEW_DAYS_AHEAD if meaning.ahead else FEW_DAYS_PAST
    if count == 0:
        return None
    match meaning.unit:
        case Unit.HOUR:
            return None if count % 24 or meaning.ahead else Period(published - days(count // 24), published)
        case Unit.MONTH | Unit.YEAR:
            months = count * (12 if meaning.unit == Unit.YEAR else 1)
            if meaning.ahead:
                return Period(published + days(1), add_months(published, months))
            return Period(add_months(published, -months), published)
        case Unit.WEEK:
            count *= 7
    if meaning.ahead:
        return period(published + days(1), published + days(count))
    return Period(published - days(count), published)
