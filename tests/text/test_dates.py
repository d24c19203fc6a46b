"""Dates: months are counted on the calendar, and no clock is read."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway.text.dates import months_after

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-11-30", 3, "2025-02-28"),
        ("2024-12-01", 1, "2025-01-01"),
        ("2024-06-15", 6, "2024-12-15"),
        ("2024-06-15", 7, "2025-01-15"),
        ("2024-05-31", 36, "2027-05-31"),
    ],
)
def test_months_are_counted_and_stay_inside_their_month(day: str, months: int, after: str) -> None:
    assert months_after(day, months) == after


@given(DAYS, st.integers(0, 36))
def test_the_month_is_always_the_one_counted(day: date, months: int) -> None:
    after = date.fromisoformat(months_after(day.isoformat(), months))
    assert (after.year - day.year) * 12 + after.month - day.month == months
    last = calendar.monthrange(after.year, after.month)[1]
    assert after.day == min(day.day, last)


def test_a_day_that_no_calendar_has_is_refused() -> None:
    with pytest.raises(ValueError, match=r"day .*month"):
        months_after("2023-02-30", 1)
