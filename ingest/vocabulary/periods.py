"""The period that a figure speaks of: years, spans, fiscal years, and words such as "last year"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1)
    for name in names.split()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """A period of the contract: the last year it touches, and its `period_type`.

    `form` tells how it was printed: `year` ("2007"), `span` ("2004 to 2005", "since 2003"), `date`
    ("March 2007"), `fiscal`, `current` ("during the reporting period"), `previous` ("last year"),
    `before` (a year before the figure it is compared with: "the previous year" after another year),
    `same` ("that year": the year spoken of last), `habitual` ("every year").
    """

    year: int
    period_type: str
    form: str


def _forms(form: str, phrases: str) -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): form for phrase in phrases.split("|")}


# Longest match wins. A leading preposition belongs to the sentence, not to the period.
RELATIVE: dict[tuple[str, ...], str] = {
    **_forms(
        "current",
        "the reporting period|this reporting period|the current reporting period|the rating period"
        "|the year|this year|the current year|the past year|the last year|over the last year"
        "|the covered period|the period covered by this report|the report period|the review period"
        "|the period under review|the reporting year|the period of review|the last 12 months|the past 12 months"
        "|the last twelve months|the past twelve months|the most recent reporting period|the current rating period",
    ),
    **_forms(
        "previous",
        "last year|the previous reporting period|the prior reporting period|the last reporting period"
        "|the preceding reporting period|the preceding period|the previous period|the prior period"
        "|the previous rating period|previous reporting period|prior reporting period"
        "|last reporting period|last rating period|the last rating period|the previous reporting year"
        "|the previous report|last year's report|the last report|the past reporting period"
        "|the reporting period before|the period before|the preceding reporting year|the previous rating year",
    ),
    **_forms(
        "before",
        "the previous year|the prior year|the preceding year|the year before|the year prior|previous year|prior year"
        "|the year earlier|a year earlier|a year before|a year prior|the earlier year|one year earlier"
        "|one year before|the prior twelve months",
    ),
    **_forms("calendar", "the calendar year|the past calendar year"),
    **_forms("fiscal", "the fiscal year|the past fiscal year|the last fiscal year|the nepali fiscal year"),
    **_forms("fiscal_before", "the previous fiscal year|the prior fiscal year|the preceding fiscal year"
             "|previous fiscal year|the fiscal year before|the fiscal year prior|prior fiscal year"),
    **_forms("same", "that year|the same year|the same period|the same reporting period|that period"),
    **_forms("habitual", "every year|each year|annually|per year|per annum|a year|yearly"),
    **_forms("span_now", "recent years|the last several years|the past several years|the past few years"
             "|the last few years|previous years|prior years|past years|earlier years|previous reporting periods"
             "|prior reporting periods|the last decade|the past decade"),
}  # fmt: skip


@lru_cache(maxsize=1024)
def relative(form: str, edition_year: int) -> Period:
    """The period of a relative expression, as the contract decides it for an edition."""
    if form == "current":
        return Period(edition_year - 1, "reporting_period", "current")
    if form in ("previous", "before"):
        return Period(edition_year - 2, "reporting_period", form)
    if form == "calendar":
        return Period(edition_year - 1, "calendar_year", "year")
    if form in ("fiscal", "fiscal_before"):
        return Period(edition_year - (1 if form == "fiscal" else 2), "other", "fiscal")
    if form == "habitual":
        return Period(edition_year - 1, "other", "habitual")
    if form == "span_now":
        return Period(edition_year - 1, "other", "span")
    return Period(edition_year - 1, "reporting_period", form)


def month(year: int, number: int, edition_year: int) -> Period:
    """The period of a day or month: one inside the edition's reporting period is of that period, as any span in it."""
    if (edition_year - 1) * 12 + 4 <= year * 12 + number <= edition_year * 12 + 3:
        return Period(edition_year - 1, "reporting_period", "date")
    return Period(year, "other", "date")


def span(first_year: int, first_month: int | None, last_year: int, last_month: int | None, edition_year: int) -> Period:
    """The period from a year (and month) to another.

    A span that is the edition's reporting period, or lies inside it and is not a calendar year, is
    `reporting_period` of the year before the edition; every other is `other` of the last year that it touches.
    """
    if first_month and last_month:
        begin, end = first_year * 12 + first_month, last_year * 12 + last_month
        opening, closing = (edition_year - 1) * 12 + 4, edition_year * 12 + 3
        if (first_year, first_month, last_month) == (last_year, 1, 12):
            return Period(last_year, "calendar_year", "year")
        if opening <= begin <= end <= closing:
            return Period(edition_year - 1, "reporting_period", "current")
    return Period(last_year, "other", "span")
