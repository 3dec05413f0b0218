"""Wordings of the reports that fact_victims must read right: who acted, of what type, and what is counted at all."""

from __future__ import annotations

import pytest

from tests.ingest.test_victims import shown


def test_each_verb_of_a_list_has_its_own_actor() -> None:
    text = "Police referred 14 victims, the ministry referred six, NGOs referred nine, three were referred by IOM."
    found = shown(text, "value", "actor")
    assert found == [(14, "government"), (6, "government"), (9, "ngo"), (3, "international_organization")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The women's shelter assisted 18 victims.", "unspecified"),
        ("The women's shelter reported assisting 18 victims.", "unspecified"),
        ("The ministry's shelter assisted 18 victims.", "government"),
        ("An NGO-run shelter assisted 18 victims.", "ngo"),
        ("The government opened two centers for child victims; these centers assisted 18 victims.", "government"),
        ("Media reported the task unit identified 18 girls as victims of sex trafficking.", "government"),
        ("Eighteen victims self-referred.", "unspecified"),
        ("Officials reported 18 victims received assistance.", "government"),
        ("Eighteen victims received assistance.", "unspecified"),
        ("A crisis line received 18 victim referrals from the police.", "government"),
    ],
)
def test_who_acted(text: str, expected: str) -> None:
    assert shown(text, "value", "actor") == [(18, expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police identified 16 girls as victims of sex trafficking.", ["sex"]),
        ("Police identified 16 victims during raids on brothels.", ["sex"]),
        ("Inspectors raided farms for forced labor, resulting in the identification of 16 victims.", ["labor"]),
        ("Police identified 61 sex trafficking victims, 50 women and 11 girls, and two labor victims.", ["sex"] * 3),
        (
            "Police identified seven victims of forced labor and three of sex trafficking, six of whom were men.",
            ["labor", "sex", "all"],
        ),
        (
            "Police identified 17 victims, including 13 labor trafficking victims and four sex trafficking victims;"
            " this compared to nine victims identified in 2010.",
            ["all", "labor", "sex", "all"],
        ),
    ],
)
def test_type_by_cause_by_place_and_by_list(text: str, expected: list[str]) -> None:
    assert [row[0] for row in shown(text, "trafficking_type")][: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Authorities did not identify any child trafficking victims.", [("identified", "zero", 2011)]),
        (
            "The state did not report the number of victims it identified in 2010 or 2011.",
            [("identified", "not_reported", 2010), ("identified", "not_reported", 2011)],
        ),
        (
            "The state ran a shelter for girl victims, but did not report how many it assisted.",
            [("assisted", "not_reported", 2011)],
        ),
        ("Of 70 government identified victims, eight remained unknown.", [("identified", "reported", 2011)] * 2),
        ("Nineteen victims contacted the center and eight accepted shelter.", [
            ("other", "reported", 2011), ("assisted", "reported", 2011),
        ]),
        ("Twenty women chose to reside in this shelter.", [("assisted", "reported", 2011)]),
        ("Police identified one boy as a victim of forced labor.", [("identified", "reported", 2011)]),
    ],
)  # fmt: skip
def test_what_is_counted(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert shown(text, "action", "status", "data_year") == expected
