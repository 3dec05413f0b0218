"""Numbers in words and digits, with qualifiers and ranges; durations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Token
from ingest.tokens import sentences
from ingest.vocabulary.numbers import COMPOUNDS, TENS, UNITS, Duration, Number, read_spelled
from tests.ingest.laws import document


def tokens(text: str, kind: str) -> list[Token]:
    """The tokens of a kind in a text."""
    return [token for sentence in sentences(document(text)) for token in sentence.tokens if token.kind == kind]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("five", 5),
        ("twenty-five", 25),
        ("twenty five", 25),
        ("one hundred and five", 105),
        ("three thousand two hundred", 3200),
        ("two dozen", 24),
        ("four hundred", 400),
        ("six million", 6_000_000),
    ],
)
def test_spelled_numbers_are_read_whole(words: str, value: int) -> None:
    parts = words.split(" ")
    assert read_spelled(parts, 0) == (value, len(parts))


def test_two_numbers_in_a_row_are_two() -> None:
    assert read_spelled(["two", "five"], 0) == (2, 1)


def spell(number: int) -> str:
    """A number under 1,000 in words, the way the reports print it."""
    names = {value: word for table in (UNITS, TENS, COMPOUNDS) for word, value in table.items() if word != "fourty"}
    hundreds, rest = divmod(number, 100)
    parts = [f"{names[hundreds]} hundred"] if hundreds else []
    if rest or not parts:
        parts.append(names[rest])
    return " and ".join(parts)


@given(st.integers(0, 999))
def test_every_number_in_words_is_read_back(number: int) -> None:
    parts = spell(number).split(" ")
    assert read_spelled(parts, 0) == (number, len(parts))


@given(st.integers(0, 99_999_999))
def test_every_number_in_digits_is_read_with_and_without_commas(number: int) -> None:
    for printed in (f"{number:,}", str(number)):
        if len(printed) == 4 and 1900 <= number <= 2099:
            continue  # a year, unless something is counted
        (token,) = tokens(f"Police counted {printed} booklets.", "number")
        assert token.value.value == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("at least 50 men", Number(50, qualifier="at_least")),
        ("a minimum of 50 men", Number(50, qualifier="at_least")),
        ("50 or more men", Number(50, qualifier="at_least")),
        ("up to 50 men", Number(50, qualifier="at_most")),
        ("more than 50 men", Number(50, qualifier="more_than")),
        ("fewer than 50 men", Number(50, qualifier="fewer_than")),
        ("nearly 50 men", Number(50, qualifier="approximately")),
        ("an estimated 50 men", Number(50, qualifier="approximately")),
        ("at least an estimated 50 men", Number(50, qualifier="at_least")),
        ("50 to 60 men", Number(None, 50, 60)),
        ("between 50 and 60 men", Number(None, 50, 60)),
        ("50-60 men", Number(None, 50, 60)),
        ("about 50 to 60 men", Number(None, 50, 60, "approximately")),
        ("over 1,200 men", Number(1200, qualifier="more_than")),
        ("two million men", Number(2_000_000, spelled=True)),
        ("a dozen men", Number(12, spelled=True)),
    ],
)
def test_qualifiers_and_ranges_are_part_of_the_number(text: str, value: Number) -> None:
    assert [token.value for token in tokens(f"Police met {text}.", "number")] == [value]


def test_a_year_after_under_or_over_is_no_bounded_number() -> None:
    assert [token.value.value for token in tokens("Courts convicted nine men under a 2005 law.", "number")] == [9]


def test_two_figures_of_a_change_are_no_range() -> None:
    assert [token.value.value for token in tokens("Arrests rose from 3 to 5.", "number")] == [3, 5]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sentenced to three years", Duration(36, 36)),
        ("sentenced to seven years, three months in jail", Duration(87, 87)),
        ("sentenced to seven years three months", Duration(87, 87)),
        ("sentenced to a year and a half", Duration(18, 18)),
        ("given a six-and-a-half-year sentence", Duration(78, 78)),
        ("sentenced to a term of two years and a day", Duration(24, 24)),
        ("given 60 months or longer", Duration(60, 60, "at_least")),
        ("given two years and above", Duration(24, 24, "at_least")),
        ("given two years or less", Duration(24, 24, "at_most")),
        ("sentenced to six years and six months", Duration(78, 78)),
        ("sentenced to 18 months to eight years", Duration(18, 96)),
        ("sentenced to between two and five years", Duration(24, 60)),
        ("sentenced to three to 10 years'", Duration(36, 120)),
        ("sentenced to three-to-five years", Duration(36, 60)),
        ("sentenced to two and a half years", Duration(30, 30)),
        ("sentenced to two-and-a-half years", Duration(30, 30)),
        ("sentenced to 2.5 years", Duration(30, 30)),
        ("sentenced to a five-year term", Duration(60, 60)),
        ("sentenced to a year in prison", Duration(12, 12)),
        ("sentenced to at least five years", Duration(60, 60, "at_least")),
        ("sentenced to five years or more", Duration(60, 60, "at_least")),
        ("sentenced to 90 days", Duration(3, 3)),
    ],
)
def test_durations_are_in_months(text: str, value: Duration) -> None:
    assert [token.value for token in tokens(f"A man was {text}.", "duration")] == [value]


def test_those_sentenced_are_no_lower_end_of_a_term() -> None:
    text = "A court sentenced two to 12 years in prison, three to six years, and one to 18 months."
    assert [token.value.value for token in tokens(text, "number")] == [2, 3, 1]
    assert [token.value.low for token in tokens(text, "duration")] == [144, 72, 18]
