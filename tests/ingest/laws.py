"""How the tests of the law-enforcement tables read a text: what a row says, briefly."""

from __future__ import annotations

from typing import Any

from ingest.document import Document
from ingest.extract import extract
from tests.ingest.texts import one_paragraph


def document(text: str, edition: int = 2008, family: str = "tip_report", section: str = "prosecution") -> Document:
    """A one-paragraph document of Kazakhstan's chapter."""
    return one_paragraph(text, "KAZ", edition, section, family)


def rows(table: str, text: str, edition: int = 2008) -> list[dict[str, Any]]:
    """The rows of a fact table that a text gives."""
    return extract(document(text, edition)).rows.get(table, [])


def counts(text: str, edition: int = 2008) -> list[tuple[str, int | None, int]]:
    """(stage, value, year) of each row of fact_prosecutions; the value None where nothing was reported."""
    return [(row["stage"], row["value"], row["data_year"]) for row in rows("fact_prosecutions", text, edition)]


def penalties(text: str, edition: int = 2008) -> list[tuple[int | None, str, int | None, int | None]]:
    """(offenders, penalty, shortest, longest term) of each row of fact_sentences."""
    found = rows("fact_sentences", text, edition)
    return [(row["offenders"], row["penalty"], row["term_months_min"], row["term_months_max"]) for row in found]


def provisions(text: str, edition: int = 2012) -> list[tuple[float | None, float | None, str, str]]:
    """(fewest years, most years, form of trafficking, articles) of each row of fact_legal_provisions."""
    found = rows("fact_legal_provisions", text, edition)
    ends = [(row["penalty_years_min"], row["penalty_years_max"]) for row in found]
    years = [(None if low is None else float(low), None if high is None else float(high)) for low, high in ends]
    return [
        (low, high, row["trafficking_type"], ",".join(row["articles"]))
        for (low, high), row in zip(years, found, strict=True)
    ]
