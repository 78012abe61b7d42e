"""Numbers and moments as a language writes them."""

from datetime import datetime, tzinfo
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.numbers import format_decimal

_CUSTOM = {"en": "en-GB"}
"""Where a language alone does not say how dates are written: 3 May, 18:00."""
_GROUPED = 1000
"""From here on a number is written in groups of digits."""


@cache
def locale_of(language: str) -> Locale | None:
    """Return how this language writes, or nothing if it is no language we know."""
    try:
        return Locale.parse(_CUSTOM.get(language, language), sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def write_number(number: int, language: str) -> str:
    """Write a count, such as 5,213."""
    locale = locale_of(language)
    return str(number) if locale is None or abs(number) < _GROUPED else format_decimal(number, locale=locale)


def write_moment(at: datetime, language: str, zone: tzinfo) -> str:
    """Write a moment on the clock of *zone*, such as Sunday, 3 May 2026, 18:00."""
    local, locale = at.astimezone(zone), locale_of(language) or Locale("en", "GB")
    return f"{format_date(local, 'full', locale)}, {format_time(local, 'short', locale=locale)}"
