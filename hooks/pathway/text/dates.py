"""Dates as data: no clock is ever read, so that equal content builds to equal bytes."""

import calendar
from datetime import date


def in_words(day: str) -> str:
    """Return an ISO date as it is read: `November 23, 2026`."""
    at = date.fromisoformat(day)
    return f"{calendar.month_name[at.month]} {at.day}, {at.year}"


def months_after(day: str, months: int) -> str:
    """Return the ISO date so many months after an ISO date, kept inside its month."""
    start = date.fromisoformat(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last)).isoformat()
