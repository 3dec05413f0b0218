"""Splits of a figure that no word announces: behind a colon, a dash or a comma."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from tests.ingest.texts import one_paragraph


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("The government identified 31 victims in 2010: 19 women and 12 men.", {31: "total", 19: "part", 12: "part"}),
        # What does not add up is a part all the same where a colon says so.
        ("The government identified 31 victims: 19 women and 14 men.", {31: "total", 19: "part", 14: "part"}),
        ("Officials identified 16 victims, nine women and seven girls, in 2010.", {16: "total", 9: "part", 7: "part"}),
        ("Police investigated 18 cases – nine in the capital, five in the north, and four at sea.",
         {18: "total", 9: "part", 5: "part", 4: "part"}),
        # Totals by type are totals.
        ("Police investigated 21 cases, 13 for sex trafficking and eight for forced labor.",
         {21: "total", 13: "total", 8: "total"}),
        # Three counts in a row are no split where they do not add up.
        ("The government identified 14 women, nine men, and six girls as victims.",
         {14: "total", 9: "total", 6: "total"}),
        # Other acts are no parts, even where their numbers happen to add up.
        ("Police investigated 30 cases, prosecuted 20 suspects, and convicted 10.",
         {30: "total", 20: "total", 10: "total"}),
        ("Courts convicted nine traffickers, compared with five in 2009 and four in 2008.",
         {9: "total", 5: "total", 4: "total"}),
    ],
)  # fmt: skip
def test_numbers_behind_a_colon_or_that_add_up_are_parts(text: str, scopes: dict[int, str]) -> None:
    rows = extract(one_paragraph(text, "TGO", 2011)).rows
    found = [row for table in ("fact_prosecutions", "fact_victims") for row in rows.get(table, ())]
    assert {row["value"]: row["scope"] for row in found} == scopes
