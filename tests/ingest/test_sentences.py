"""Penalties that courts imposed, as the contract decides them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.laws import penalties

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
        ("One man was sentenced to 300 nights in prison.", [(1, "imprisonment", 10, 10)]),
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
        (
            "One broker was sentenced to two years in prison and another to four.",
            [(1, "imprisonment", 24, 24), (1, "imprisonment", 48, 48)],
        ),
        (
            "Six men were convicted; three were sentenced to 11 years, one to nine, and two to four years.",
            [(3, "imprisonment", 132, 132), (1, "imprisonment", 108, 108), (2, "imprisonment", 48, 48)],
        ),
        (
            "A court sentenced the owner and four employees to seven years in prison.",
            [(1, "imprisonment", 84, 84), (4, "imprisonment", 84, 84)],
        ),
        (
            "Courts convicted a couple and sentenced the husband to six years and the wife to two years in prison.",
            [(1, "imprisonment", 72, 72), (1, "imprisonment", 24, 24)],
        ),
        (
            "An appeals court reduced a trafficker's sentence from nine to seven years' imprisonment.",
            [(1, "imprisonment", 84, 84)],
        ),
        (
            "The high court increased the sentence of two brokers from three to seven years.",
            [(2, "imprisonment", 84, 84)],
        ),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            # neither how many nor how long
            "Courts imposed sentences of fines, community service, and imprisonment.",
            [],
        ),
        (
            "Penalties imposed ranged from a $200 fine to six years' imprisonment.",
            [(None, "fine", None, None), (None, "imprisonment", None, 72)],
        ),
        ("A judge imposed two- to six-year prison sentences on five men.", [(5, "imprisonment", 24, 72)]),
        ("Three men received six-month to four-year prison sentences.", [(3, "imprisonment", 6, 48)]),
        ("Nine men received prison sentences of three or more years.", [(9, "imprisonment", 36, None)]),
        (
            "Sentences ranged between three years and seven years and six months in prison.",
            [(None, "imprisonment", 36, 90)],
        ),
        ("Two men were sentenced to time served.", [(2, "imprisonment", None, None)]),
        (
            "One broker received seven years, and two others received four years.",
            [(1, "imprisonment", 84, 84), (2, "imprisonment", 48, 48)],
        ),
        (
            "Eight men were sentenced to prison: three for one to two years and five for more than four years.",
            [(8, "imprisonment", None, None), (3, "imprisonment", 12, 24), (5, "imprisonment", 48, None)],
        ),
        ("The prosecution of two brokers resulted in restitution.", [(2, "other", None, None)]),
        ("Nine men received 10 years' imprisonment or more.", [(9, "imprisonment", 120, None)]),
        (
            "Sentences ranged from a fine of 4,000 tenge ($30) to six years' imprisonment.",
            [(None, "fine", None, None), (None, "imprisonment", None, 72)],
        ),
        (
            "The courts issued 12 prison sentences (of up to four years) and nine suspended sentences.",
            [(12, "imprisonment", None, 48), (9, "suspended", None, None)],
        ),
    ],
)
def test_lists_ranges_and_terms_are_read_in_every_form(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A court sentenced two men to 20 months' imprisonment, of which eight months were suspended.",
            [(2, "imprisonment", 20, 20), (2, "suspended", 8, 8)],
        ),
        (
            "A court sentenced a broker to 20 months' imprisonment, eight of which were suspended.",
            [(1, "imprisonment", 20, 20), (1, "suspended", 8, 8)],
        ),
        (
            "Courts sentenced six men to two years' imprisonment, which they suspended, and fined the men.",
            [(6, "suspended", 24, 24), (6, "fine", None, None)],
        ),
        ("Courts convicted nine men; all received suspended sentences.", [(9, "suspended", None, None)]),
        ("Six received partially suspended sentences.", [(6, "suspended", None, None)]),
        (
            "Six received partially suspended sentences and were ordered to serve nine months in prison.",
            [(6, "imprisonment", 9, 9)],
        ),
        ("One was given a suspended three-year sentence.", [(1, "suspended", 36, 36)]),
        (
            "A court sentenced a broker to two years' imprisonment, suspended for four years.",
            [(1, "suspended", 24, 24)],
        ),
        ("No sentences were suspended, and two men were fined.", [(2, "fine", None, None)]),
    ],
)
def test_suspension_is_of_the_term_that_it_names(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Judges sentenced four of the six men to two years in prison and imposed fines on the other two.",
            [(4, "imprisonment", 24, 24), (2, "fine", None, None)],
        ),
        ("The court sentenced both brokers to four years in prison.", [(2, "imprisonment", 48, 48)]),
        (
            "The court imposed sentences of nine, eight, and seven years' imprisonment on three brokers.",
            [(1, "imprisonment", 108, 108), (1, "imprisonment", 96, 96), (1, "imprisonment", 84, 84)],
        ),
        (
            "Two brokers received sentences of 18 months and three years.",
            [(1, "imprisonment", 18, 18), (1, "imprisonment", 36, 36)],
        ),
        (
            "A court sentenced two men to 14 months' imprisonment and six months' home detention, respectively.",
            [(1, "imprisonment", 14, 14), (1, "other", 6, 6)],
        ),
        ("The high court upheld the six-year prison sentence of a broker.", [(1, "imprisonment", 72, 72)]),
        (
            "Three men were sentenced to life in prison, and two women were sentenced to life in prison.",
            [(3, "imprisonment", LIFE, LIFE), (2, "imprisonment", LIFE, LIFE)],
        ),
        (
            "One man received house arrest, and one woman received house arrest.",
            [(1, "other", None, None), (1, "other", None, None)],
        ),
        ("Of the 14 convictions, nine resulted in imprisonment.", [(9, "imprisonment", None, None)]),
        (
            "Courts convicted five men, compared with nine in 2006; sentences ranged from one to two years in jail.",
            [(None, "imprisonment", 12, 24)],
        ),
    ],
)
def test_each_penalty_falls_on_those_named_with_it(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A Belgian court sentenced two men to six years in prison.",
        "Courts in Belgium sentenced a broker to three years in prison.",
        "If convicted, the brokers face up to 15 years in prison.",
        "Experts recommended raising the minimum sentence from two to four years in prison.",
        "The prosecutor's appeal of a suspended sentence was pending.",
        "Courts convicted 30 men and suspended prison sentences for the vast majority.",
        "Short and suspended sentences remained a weakness of the courts.",
        "Article 12 criminalized forced labor and imposed penalties of up to four years' imprisonment.",
        "Offenders were eligible for suspended sentences if sentenced to less than three years.",
    ],
)
def test_foreign_possible_and_habitual_penalties_make_no_row(text: str) -> None:
    assert penalties(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Courts sentenced nine men to prison terms of one to two years, and the rest were fined.",
            [(9, "imprisonment", 12, 24), (None, "fine", None, None)],
        ),
        (
            "Six brokers got 15 years' imprisonment, and the ringleader was sentenced to 20 years in prison.",
            [(6, "imprisonment", 180, 180), (1, "imprisonment", 240, 240)],
        ),
        ("The couple received jail terms of 14 months.", [(2, "imprisonment", 14, 14)]),
        ("One Cambodian was sentenced to 30 years for trafficking six girls.", [(1, "imprisonment", 360, 360)]),
        (
            "A broker was sentenced to four years in prison and barred from public posts for three years.",
            [(1, "imprisonment", 48, 48)],
        ),
        ("The court ordered two brokers to serve 10 years each.", [(2, "imprisonment", 120, 120)]),
        (
            "Sentences ranged from 80 days' detention to six years' imprisonment.",
            [(None, "imprisonment", 3, 72)],
        ),
        (
            "Sentences ranged from a suspended sentence to nine years in prison.",
            [(None, "imprisonment", None, 108)],
        ),
        (
            "A broker was sentenced to 10 months in jail, converted to a fine.",
            [(1, "imprisonment", 10, 10), (1, "fine", None, None)],
        ),
        ("All nine men convicted in 2005 served some time in prison.", [(9, "imprisonment", None, None)]),
        (
            "A judge gave a five-year sentence to a broker and a two-year sentence to his accomplice.",
            [(1, "imprisonment", 60, 60), (1, "imprisonment", 24, 24)],
        ),
        (
            "Penalties imposed included prison for 12 men, with terms from six months to nine years, and probation for"
            " five.",
            [(12, "imprisonment", 6, 108), (5, "other", None, None)],
        ),
    ],
)
def test_remainders_couples_and_those_named_behind_are_counted_apart(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The average sentence imposed on those convicted was 6.5 years in prison.",
        "Sentences averaged three years in prison.",
        "Courts convicted 90 men; 80 percent received prison sentences.",
        "Sixteen men were convicted, most of whom received sentences of five years in prison.",
        "None of the seven convicted traffickers received prison time.",
        "Authorities jailed 14 women in prostitution and deported them after six months in detention.",
        "Judges often imposed fines and suspended sentences.",
        "The government imposed heavy fines on airlines.",
        "The maximum sentence imposed was four years' imprisonment.",
        "Under the new law, traffickers were to be sentenced to nine years in prison.",
        "Prosecutors sought sentences of nine years for three traffickers.",
        "The fine was below the statutory minimum of one year in prison.",
        "Men were convicted without the option of paying a fine.",
        "Article 31 imposed penalties of three years to life imprisonment.",
        "The new act banned trafficking and imposed four to nine years' imprisonment.",
    ],
)
def test_averages_shares_and_the_law_own_terms_make_no_row(text: str) -> None:
    assert penalties(text) == []


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Only 18 of the 53 convicted traffickers—34 percent—received a prison sentence.",
            [(18, "imprisonment", None, None)],
        ),
        ("Of the 18 convicted, only three (17 percent) received prison sentences.", [(3, "imprisonment", None, None)]),
        ("Sixty percent of convicted offenders received suspended sentences.", []),
        ("These efforts included issuing prison terms and fines for convicted traffickers.", []),
        ("The convicted traffickers were given the option of a fine, which they did not pay.", []),
        ("Potential prison sentences range from five to 15 years.", []),
        (
            "Courts sentenced three traffickers (two men and one woman) to sentences of four to six years in prison.",
            [(3, "imprisonment", 48, 72)],
        ),
        (
            "Courts convicted one man (nine in 2006, 17 in 2005) and imposed a sentence of seven years in prison.",
            [(1, "imprisonment", 84, 84)],
        ),
    ],
)
def test_shares_in_asides_splits_in_brackets_and_penalties_without_a_group(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected
