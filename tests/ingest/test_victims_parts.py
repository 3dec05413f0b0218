"""Parts and wholes of fact_victims: what a part takes from its whole, and what is a part at all."""

from __future__ import annotations

import pytest

from tests.ingest.test_victims import shown


def test_parts_take_the_period_the_doubt_and_the_nation_of_their_whole() -> None:
    text = "In 2010, police identified 60 potential Lao victims (50 in 2009). Of these, 40 were women (35 in 2009)."
    found = shown(text, "value", "period_type", "is_potential", "origin", "scope")
    assert found[2:] == [
        (40, "calendar_year", True, "foreign", "part"),
        (35, "calendar_year", True, "foreign", "part"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Police identified 60 victims; 30 were victims of forced labor, 20 of forced begging, and 10 of sex"
            " trafficking.",
            ["total", "part", "part", "total"],
        ),
        (
            "Police identified 60 victims; 30 were victims of forced labor, including nine of forced begging, and 30"
            " of sex trafficking.",
            ["total", "total", "part", "total"],
        ),
        ("Police identified no foreign victims.", ["part"]),
        ("Police have never identified a child victim.", ["total"]),
        ("Police identified 60 victims (50 in 2009); 20 were boys (10 in 2009).", ["total", "total", "part", "part"]),
    ],
)
def test_what_is_a_part_and_what_the_total_of_its_type(text: str, expected: list[str]) -> None:
    assert [row[0] for row in shown(text, "scope")] == expected


def test_small_parts_may_be_equal_without_being_the_same() -> None:
    text = "Police identified 60 victims; three were Lao. Of the victims identified, three were girls."
    assert shown(text, "value", "origin", "age_group")[1:] == [
        (3, "foreign", "unspecified"),
        (3, "unspecified", "child"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police identified 12 women and girls.", ("female", "unspecified", "all")),
        ("Police identified 12 women and children.", ("unspecified", "unspecified", "all")),
        ("Police identified 12 men and boys.", ("male", "unspecified", "all")),
        ("Police identified 12 women.", ("female", "adult", "all")),
    ],
)
def test_nouns_that_stand_beside_each_other(text: str, expected: tuple[str, str, str]) -> None:
    assert shown(text, "gender", "age_group", "trafficking_type") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thirty victims were identified by foreign authorities.", ["unspecified"]),
        ("Thirty victims were identified by authorities.", ["government"]),
        ("The state, at times in collaboration with NGOs, identified 30 victims.", ["government"]),
        ("The state, in collaboration with NGOs, identified 30 victims.", ["joint"]),
    ],
)
def test_whose_authorities_and_whose_partners(text: str, expected: list[str]) -> None:
    assert [row[0] for row in shown(text, "actor")] == expected


def test_a_second_earlier_value_stays_one() -> None:
    text = "Police identified four victims, compared to one officially recognized and one potential victim in 2009."
    assert shown(text, "value", "data_year", "is_comparison") == [(4, 2011, False), (1, 2009, True), (1, 2009, True)]
