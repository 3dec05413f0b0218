"""What a penalty takes from the words and sentences around it: offenders, year, subject, scope, comparison."""

from __future__ import annotations

import pytest

from tests.ingest.laws import penalties, rows


def test_officials_years_and_comparisons_are_kept() -> None:
    text = (
        "In 2006, a court sentenced two officers to four years in prison, compared with three years in prison in 2005."
    )
    first, second = rows("fact_sentences", text)
    assert (first["subject"], first["data_year"], first["is_comparison"]) == ("officials", 2006, False)
    assert (second["data_year"], second["is_comparison"], second["term_months_min"]) == (2005, True, 36)


def test_the_year_of_those_convicted_is_that_of_their_sentences() -> None:
    text = "Courts convicted 31 brokers in 2005. Of the 31 convicted, only 12 were sentenced to prison."
    assert [(row["offenders"], row["data_year"]) for row in rows("fact_sentences", text, 2007)] == [(12, 2005)]


@pytest.mark.parametrize(
    "text",
    [
        "A court convicted an immigration officer and sentenced him to two years in prison.",
        "A court convicted the deputy director of a prison and sentenced her to two years in prison.",
        "Of the seven local authorities charged, one was sentenced to two years in prison.",
    ],
)
def test_officials_are_known_by_what_was_said_before(text: str) -> None:
    assert [row["subject"] for row in rows("fact_sentences", text)] == ["officials"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Courts convicted six men. They received sentences of one to nine years.", [(6, "imprisonment", 12, 108)]),
        (
            "Courts convicted six men. The court sentenced them to nine years in prison.",
            [(6, "imprisonment", 108, 108)],
        ),
        (
            "Courts convicted six men, compared with nine in 2006. They were sentenced to two years in jail and fined.",
            [(6, "imprisonment", 24, 24), (6, "fine", None, None)],
        ),
        (
            "Courts convicted six men. Sentences ranged from one to nine years in jail.",
            [(None, "imprisonment", 12, 108)],
        ),
        (
            "Courts convicted six men for sex trafficking and two men for forced labor. They received sentences of"
            " nine years in prison.",
            [(None, "imprisonment", 108, 108)],
        ),
    ],
)
def test_pronouns_go_back_to_those_convicted_in_the_sentence_before(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Courts convicted nine men. They fined two men.", ["part"]),
        ("Courts fined two men and sentenced four men to prison.", ["part", "part"]),
        ("Judges suspended five of the sentences.", ["part"]),
        ("The court sentenced both men to eight months in prison, one suspended.", ["total", "part"]),
        (
            "Courts sentenced two men to two and six years in prison, respectively.",
            ["example", "example"],
        ),
        ("Courts sentenced six men to two years in prison and a fine.", ["total", "total"]),
        ("Courts convicted six men and sentenced them to two years in prison.", ["total"]),
        ("In a case involving a police officer, he was sentenced to two years in prison.", ["example"]),
    ],
)
def test_those_who_are_not_all_convicted_are_a_part(text: str, expected: list[str]) -> None:
    assert [row["scope"] for row in rows("fact_sentences", text)] == expected


def test_a_penalty_of_an_earlier_year_beside_that_of_the_year_is_a_comparison() -> None:
    text = (
        "The convicted trafficker received two years in prison, whereas in 2005 the convicted trafficker received a"
        " suspended sentence."
    )
    assert [(row["data_year"], row["is_comparison"]) for row in rows("fact_sentences", text)] == [
        (2007, False),
        (2005, True),
    ]


def test_someone_charged_before_keeps_what_he_is() -> None:
    text = "Courts closed a case against a police officer charged with abetting; he was sentenced to two years in jail."
    assert [row["subject"] for row in rows("fact_sentences", text)] == ["officials"]


def test_one_of_the_officers_is_an_officer() -> None:
    text = "Four police officers were dismissed, and one was sentenced to two years in prison."
    assert [row["subject"] for row in rows("fact_sentences", text)] == ["officials"]
