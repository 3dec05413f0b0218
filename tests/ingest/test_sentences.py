"""Penalties that courts imposed, as the contract decides them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.laws import penalties, rows

LIFE = 9999


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One broker was sentenced to six years and six months' imprisonment.", [(1, "imprisonment", 78, 78)]),
        ("Five men were sentenced to at least three years in prison.", [(5, "imprisonment", 36, None)]),
        ("Five men received sentences of up to 10 years in prison.", [(5, "imprisonment", None, 120)]),
        ("Five men received sentences ranging from 18 months to eight years.", [(5, "imprisonment", 18, 96)]),
        ("A court sentenced two women to between two and five years' imprisonment.", [(2, "imprisonment", 24, 60)]),
        ("A judge sentenced three men to life imprisonment.", [(3, "imprisonment", LIFE, LIFE)]),
        ("Sentences ranged from five years to life imprisonment.", [(None, "imprisonment", 60, LIFE)]),
        ("Three men were each sentenced to 90 days in jail.", [(3, "imprisonment", 3, 3)]),
        ("Two men got two and a half years in prison.", [(2, "imprisonment", 30, 30)]),
        ("Two men were sentenced to a year in prison.", [(2, "imprisonment", 12, 12)]),
        ("Courts sentenced three to 10 years in prison.", [(3, "imprisonment", 120, 120)]),
        ("Nine traffickers received sentences of more than one year.", [(9, "imprisonment", 12, None)]),
        (
            "Two recruiters were sentenced to 12 and 15 years' imprisonment, respectively.",
            [(1, "imprisonment", 144, 144), (1, "imprisonment", 180, 180)],
        ),
    ],
)
def test_terms_are_counted_in_months(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six of the sentences were suspended.", [(6, "suspended", None, None)]),
        ("Six men received suspended sentences.", [(6, "suspended", None, None)]),
        ("Six men received one-year suspended sentences.", [(6, "suspended", 12, 12)]),
        (
            "Courts sentenced six men to two years in prison, but suspended the sentences.",
            [(6, "suspended", 24, 24)],
        ),
        ("Four men were fined.", [(4, "fine", None, None)]),
        (
            "Four men were sentenced to two years' imprisonment and a fine.",
            [(4, "imprisonment", 24, 24), (4, "fine", None, None)],
        ),
        ("Four men received three years' probation.", [(4, "other", 36, 36)]),
        ("Four men were sentenced to prison.", [(4, "imprisonment", None, None)]),
        ("Courts imposed prison sentences on eight men.", [(8, "imprisonment", None, None)]),
        ("Courts sentenced eight traffickers.", [(8, "unspecified", None, None)]),
    ],
)
def test_kinds_of_penalty(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Of the nine, two were sentenced to five years in jail, four to three years in jail, and three were fined.",
            [(2, "imprisonment", 60, 60), (4, "imprisonment", 36, 36), (3, "fine", None, None)],
        ),
        (
            "Courts convicted 10 men, including three Poles, and sentenced them to between one and six years in jail.",
            [(10, "imprisonment", 12, 72)],
        ),
        (
            "Courts convicted eight men, with sentences ranging from one to six years in prison.",
            [(8, "imprisonment", 12, 72)],
        ),
        (
            "Courts imposed five years' imprisonment on two brokers for exploiting 12 women.",
            [(2, "imprisonment", 60, 60)],
        ),
        ("A court convicted a broker. The court sentenced him to two years in prison.", [(1, "imprisonment", 24, 24)]),
        ("One broker was sentenced to two years in prison and another to four.", [(1, "imprisonment", 24, 24)]),
        (
            "One broker was sentenced to two years in prison and another to four years in prison.",
            [(1, "imprisonment", 24, 24), (1, "imprisonment", 48, 48)],
        ),
    ],
)
def test_offenders_are_those_who_received_the_penalty(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The law prescribes penalties of five to 12 years' imprisonment.",
        "Convicted offenders may be sentenced to up to 15 years in prison.",
        "Traffickers rarely received prison sentences.",
        "Courts did not sentence any traffickers to prison.",
        "Two suspects spent three years in pretrial detention.",
        "Most convicted traffickers received suspended sentences.",
        "The government fined 12 percent of employers.",
        "The investigation took two years.",
        "Labor inspectors fined 40 employers.",
    ],
)
def test_what_no_court_imposed_makes_no_row(text: str) -> None:
    assert penalties(text) == []


def test_officials_years_and_comparisons_are_kept() -> None:
    text = (
        "In 2006, a court sentenced two officers to four years in prison, compared with three years in prison in 2005."
    )
    first, second = rows("fact_sentences", text)
    assert (first["subject"], first["data_year"], first["is_comparison"]) == ("officials", 2006, False)
    assert (second["data_year"], second["is_comparison"], second["term_months_min"]) == (2005, True, 36)


@given(
    offenders=st.integers(2, 400),
    low=st.integers(2, 20),
    longer=st.integers(1, 20),
    unit=st.sampled_from(["years", "months"]),
)
@settings(max_examples=50, deadline=None)
def test_any_range_is_taken_as_stated(offenders: int, low: int, longer: int, unit: str) -> None:
    months = 12 if unit == "years" else 1
    text = f"Courts convicted {offenders} traffickers and sentenced them to {low} to {low + longer} {unit} in prison."
    assert penalties(text) == [(offenders, "imprisonment", low * months, (low + longer) * months)]
