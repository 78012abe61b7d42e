"""The public holidays of countries, from a library that is loaded only once somebody asks for them."""

from datetime import date
from functools import lru_cache


class HolidayCalendar:
    """Knows the public holidays of every country that the library has."""

    def knows(self, country: str) -> bool:
        """Whether there is such a country, by its two letters."""
        import holidays  # noqa: PLC0415 - its 250 countries are not loaded by a bot that needs none

        return country in holidays.list_supported_countries(include_aliases=False)

    @lru_cache(maxsize=200)  # noqa: B019 - one calendar lives as long as the bot
    def days_off(self, country: str, year: int) -> frozenset[date]:
        """Return the public holidays of a country in a year; none for one that is not known any more."""
        import holidays  # noqa: PLC0415 - its 250 countries are not loaded by a bot that needs none

        try:
            return frozenset(holidays.country_holidays(country, years=year))
        except NotImplementedError:
            return frozenset()
