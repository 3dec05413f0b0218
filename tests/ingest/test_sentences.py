"""Penalties that courts imposed, as the contract decides them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract import extract
from tests.ingest.laws import document, penalties, rows

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


def test_officials_years_and_comparisons_are_kept() -> None:
    text = (
        "In 2006, a court sentenced two officers to four years in prison, compared with three years in prison in 2005."
    )
    first, second = rows("fact_sentences", text)
    assert (first["subject"], first["data_year"], first["is_comparison"]) == ("officials", 2006, False)
    assert (second["data_year"], second["is_comparison"], second["term_months_min"]) == (2005, True, 36)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Courts imposed sentences of fines, community service, and imprisonment.",
            [(None, "fine", None, None), (None, "other", None, None), (None, "imprisonment", None, None)],
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
            [(None, "suspended", None, None), (None, "imprisonment", None, 108)],
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
    ],
)
def test_averages_shares_and_the_law_own_terms_make_no_row(text: str) -> None:
    assert penalties(text) == []


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
        (
            "A court imposed life imprisonment on a farm owner and seven others.",
            [(1, "imprisonment", LIFE, LIFE), (7, "imprisonment", LIFE, LIFE)],
        ),
        (
            "Courts sentenced four recruiters and a driver to six years in prison and a fine.",
            [
                (4, "imprisonment", 72, 72),
                (4, "fine", None, None),
                (1, "imprisonment", 72, 72),
                (1, "fine", None, None),
            ],
        ),
        (
            "Courts sentenced three Chinese nationals, one Malaysian, and two Thais to six years in prison.",
            [(3, "imprisonment", 72, 72), (1, "imprisonment", 72, 72), (2, "imprisonment", 72, 72)],
        ),
        (
            "Authorities sentenced a prison director and two guards to six years in prison.",
            [(1, "imprisonment", 72, 72), (2, "imprisonment", 72, 72)],
        ),
        (
            "Courts sentenced 88 men convicted under the law, with most receiving terms of less than two years.",
            [(88, "unspecified", None, None)],
        ),
    ],
)
def test_each_stated_group_has_its_row(text: str, expected: list[object]) -> None:
    assert sorted(penalties(text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A recruiter was sentenced to a fine of 700 euros or, in default, nine months in prison.",
            [(1, "fine", None, None), (1, "imprisonment", 9, 9)],
        ),
        ("A court sentenced a recruiter to 300 days' conditional release.", [(1, "other", 10, 10)]),
        (
            "The court sentenced both men to eight months in prison, one suspended.",
            [(2, "imprisonment", 8, 8), (1, "suspended", 8, 8)],
        ),
        (
            "The court sentenced both men to eight months in prison, one with a suspended sentence.",
            [(2, "imprisonment", 8, 8), (1, "suspended", 8, 8)],
        ),
        (
            "Courts replaced a two-year prison sentence with a fine for one recruiter and suspended the sentence of"
            " another.",
            [(1, "fine", None, None), (1, "suspended", None, None)],
        ),
        ("Sentences for traffickers average from three to seven years in prison.", [(None, "imprisonment", 36, 84)]),
        ("Parents are liable to a fine, six to nine years' imprisonment, or both, said the sentencing guidance.", []),
        ("These efforts included convicting more traffickers and imposing significant prison terms.", []),
    ],
)
def test_penalties_in_default_in_part_and_in_place_of_others(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Courts convicted nine men; sentences ranged from one to six years in jail.",
            [(None, "imprisonment", 12, 72)],
        ),
        ("Courts convicted nine men; their sentences were six years in jail.", [(9, "imprisonment", 72, 72)]),
        (
            "Courts prosecuted 40 men and convicted 30 of them, with sentences ranging from one to six years in jail.",
            [(30, "imprisonment", 12, 72)],
        ),
        (
            "Courts sentenced nine men to prison; sentences ranged from one to six years.",
            [(9, "imprisonment", None, None), (None, "imprisonment", 12, 72)],
        ),
        (
            "Courts issued four prison sentences ranging from one to six years, and seven conditional sentences.",
            [(4, "imprisonment", 12, 72), (7, "suspended", None, None)],
        ),
        (
            "Penalties ranged from probation to life in prison.",
            [(None, "other", None, None), (None, "imprisonment", None, LIFE)],
        ),
        ("A court sentenced a broker to three life terms.", [(1, "imprisonment", LIFE, LIFE)]),
        (
            "Two brokers were sentenced to between four years and three months and nine years in prison.",
            [(2, "imprisonment", 51, 108)],
        ),
        (
            "One broker was sentenced to nine months in prison; the sentence was later reduced to two months.",
            [(1, "imprisonment", 9, 9), (1, "imprisonment", 2, 2)],
        ),
        (
            "Sentences ranged from one to six years in jail; some traffickers received suspended sentences.",
            [(None, "imprisonment", 12, 72)],
        ),
        ("Six traffickers received two to four years' supervised release.", [(6, "other", 24, 48)]),
        (
            "A couple was sentenced to house arrest and community service, respectively.",
            [(1, "other", None, None), (1, "other", None, None)],
        ),
        ("All convicted offenders received prison sentences.", []),
    ],
)
def test_sentences_told_of_apart_from_their_number(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Courts convicted three men in 2006, and imposed prison terms of nine months, 20 months, and four years.",
            [(1, "imprisonment", 9, 9), (1, "imprisonment", 20, 20), (1, "imprisonment", 48, 48)],
        ),
        (
            "Four received sentences ranging from one year and two months to five years and six months in prison.",
            [(4, "imprisonment", 14, 66)],
        ),
        (
            "A court sentenced three men to four years' imprisonment each, two years of which were suspended.",
            [(3, "imprisonment", 48, 48), (3, "suspended", 24, 24)],
        ),
        ("Five men were jailed for between three and 12 years.", [(5, "imprisonment", 36, 144)]),
        ("A court jailed a broker for nine years after his arrest in a hotel.", [(1, "imprisonment", 108, 108)]),
        (
            "Six received more than nine years' imprisonment, five received between four and nine, and two less.",
            [(6, "imprisonment", 108, None), (5, "imprisonment", 48, 108)],
        ),
        (
            "Twelve were given prison sentences, with most receiving more than four years.",
            [(12, "imprisonment", None, None)],
        ),
        (
            "Courts sentenced 12 to two to six years' imprisonment and issued suspended sentences to three.",
            [(12, "imprisonment", 24, 72), (3, "suspended", None, None)],
        ),
        (
            "One was placed under house arrest and the other sentenced to seven years' imprisonment.",
            [(1, "other", None, None), (1, "imprisonment", 84, 84)],
        ),
        (
            "Four men were sentenced to terms ranging from life imprisonment to six years.",
            [(4, "imprisonment", 72, LIFE)],
        ),
        ("Two men were sentenced to death with a two-year reprieve.", [(2, "other", None, None)]),
        (
            "Nine men were convicted, with sentences from two to six years, fines, and loss of property.",
            [(9, "imprisonment", 24, 72), (9, "fine", None, None)],
        ),
        (
            "Two men were sentenced to seven years in prison, and a third to nine years.",
            [(2, "imprisonment", 84, 84), (1, "imprisonment", 108, 108)],
        ),
        ("A magistrate ordered an employer to pay a fine of 700 euros.", [(1, "fine", None, None)]),
        (
            "Three received suspended sentences with probation and community service.",
            [(3, "suspended", None, None), (3, "other", None, None)],
        ),
    ],
)
def test_distributions_are_read_to_their_end(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Prison sentences were imposed on only six, with terms ranging from two to nine years.",
            [(6, "imprisonment", 24, 108)],
        ),
        (
            "A High Court judge sentenced the mother and stepfather of a victim to six years in prison.",
            [(2, "imprisonment", 72, 72)],
        ),
        ("The code prescribes punishment of up to 12 years in prison for convicted offenders.", []),
    ],
)
def test_offenders_stand_in_the_passive_and_side_by_side(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Courts convicted nine men. They fined two men.", ["part"]),
        ("Courts fined two men and sentenced four men to prison.", ["part", "part"]),
        ("Judges suspended five of the sentences.", ["part"]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A court sentenced one trafficker to nine years in prison and a fine; however, the sentence was suspended.",
            [(1, "suspended", 108, 108), (1, "fine", None, None)],
        ),
        ("Convicted offenders were fined.", [(None, "fine", None, None)]),
        (
            "One got two and a half years in prison, and the other was fined 700 euros.",
            [(1, "imprisonment", 30, 30), (1, "fine", None, None)],
        ),
        ("A court fined three 200,000 yen ($1,800).", [(3, "fine", None, None)]),
        ("Six officials were fined and two suspended from duty.", [(6, "fine", None, None)]),
        (
            "Three were given nine-year sentences, one a six-year sentence, and two suspended sentences.",
            [(3, "imprisonment", 108, 108), (1, "imprisonment", 72, 72), (2, "suspended", None, None)],
        ),
        (
            "One offender received a suspended sentence of two years and another a nine-year term.",
            [(1, "suspended", 24, 24), (1, "imprisonment", 108, 108)],
        ),
        ("Traffickers received sentences as long as 70 years' imprisonment.", [(None, "imprisonment", None, 840)]),
        (
            "The man was sentenced to 14 years in prison, his two accomplices to 11.",
            [(1, "imprisonment", 168, 168), (2, "imprisonment", 132, 132)],
        ),
        (
            "Nine received prison sentences that were not suspended; sentences ranged from two to six years.",
            [(9, "imprisonment", None, None), (None, "imprisonment", 24, 72)],
        ),
        (
            "Courts sentenced six men to four years in prison and two men to two and five years.",
            [(6, "imprisonment", 48, 48), (1, "imprisonment", 24, 24), (1, "imprisonment", 60, 60)],
        ),
        (
            "Judges sentenced 31 traffickers to prison (27 in 2006), ranging from one to nine years.",
            [(31, "imprisonment", 12, 108), (27, "imprisonment", None, None)],
        ),
    ],
)
def test_terms_and_suspensions_are_taken_where_they_are_told(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Six men received prison sentences: two got four to six years, and four got less than three.",
            [(6, "imprisonment", None, None), (2, "imprisonment", 48, 72), (4, "imprisonment", None, 36)],
        ),
        (
            "Three of nine offenders were sentenced to time in jail, for terms of one, two, and six years.",
            [(1, "imprisonment", 12, 12), (1, "imprisonment", 24, 24), (1, "imprisonment", 72, 72)],
        ),
        (
            "A man who sold his wife was sentenced to six years' imprisonment and his mother to four.",
            [(1, "imprisonment", 72, 72), (1, "imprisonment", 48, 48)],
        ),
        (
            "One trafficker received 11 years' imprisonment, another nine, and a third six years.",
            [(1, "imprisonment", 132, 132), (1, "imprisonment", 108, 108), (1, "imprisonment", 72, 72)],
        ),
        (
            "Penalties imposed on those convicted included imprisonment (12), fines (three), and suspended sentences"
            " (two).",
            [(12, "imprisonment", None, None), (3, "fine", None, None), (2, "suspended", None, None)],
        ),
        (
            "Courts fully suspended the sentences of six traffickers and partially suspended the sentences of two.",
            [(6, "suspended", None, None), (2, "suspended", None, None)],
        ),
        ("Sentences for the remaining six ranged from one to nine years in prison.", [(6, "imprisonment", 12, 108)]),
        ("One trafficker received a non-custodial sentence.", [(1, "other", None, None)]),
        (
            "The trafficker was sentenced to nine years in prison, plus a fine of 200,000 kroner.",
            [(1, "imprisonment", 108, 108), (1, "fine", None, None)],
        ),
        (
            "Two officers received six-year and nine-year prison sentences.",
            [(1, "imprisonment", 72, 72), (1, "imprisonment", 108, 108)],
        ),
        ("Those convicted received sentences of six years' imprisonment or less.", [(None, "imprisonment", None, 72)]),
        (
            "Courts sentenced six traffickers to nine years, two to 14 years, and one to life.",
            [(6, "imprisonment", 108, 108), (2, "imprisonment", 168, 168), (1, "imprisonment", LIFE, LIFE)],
        ),
        (
            "Sentences were 14 years (two), nine years (six traffickers), and four years (one).",
            [(2, "imprisonment", 168, 168), (6, "imprisonment", 108, 108), (1, "imprisonment", 48, 48)],
        ),
        (
            "Two received a term of six years, and one a term of four years.",
            [(2, "imprisonment", 72, 72), (1, "imprisonment", 48, 48)],
        ),
        (
            "Two received 14 years' imprisonment; three received nine; and four received between two and six.",
            [(2, "imprisonment", 168, 168), (3, "imprisonment", 108, 108), (4, "imprisonment", 24, 72)],
        ),
        (
            "Courts imposed prison sentences on nine men; six of these were for less than two years.",
            [(9, "imprisonment", None, None), (6, "imprisonment", None, 24)],
        ),
        ("Of 12 defendants, nine pled guilty and received sentences of two years.", [(9, "imprisonment", 24, 24)]),
        (
            "A court issued sentences of nine years' imprisonment to two men and six years to a third.",
            [(2, "imprisonment", 108, 108), (1, "imprisonment", 72, 72)],
        ),
        ("Twelve received prison sentences averaging three years.", [(12, "imprisonment", None, None)]),
        ("Courts sentenced most men to probation; two served time in prison.", [(2, "imprisonment", None, None)]),
    ],
)
def test_the_last_of_a_row_of_terms_is_as_good_as_the_first(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected


def test_one_of_the_officers_is_an_officer() -> None:
    text = "Four police officers were dismissed, and one was sentenced to two years in prison."
    assert [row["subject"] for row in rows("fact_sentences", text)] == ["officials"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two men were each sentenced to two years in prison, which was suspended for four years.",
            [(2, "suspended", 24, 24)],
        ),
        (
            "A court sentenced six men to nine months' imprisonment and a fine, but the prison sentences were"
            " suspended.",
            [(6, "suspended", 9, 9), (6, "fine", None, None)],
        ),
        ("Three received sentences of more than one year but less than two years.", [(3, "imprisonment", 12, 24)]),
        (
            "Courts convicted a Ugandan woman and her Kenyan accomplice and sentenced them to six years in prison.",
            [(2, "imprisonment", 72, 72)],
        ),
        (
            "Courts sentenced six men to two to four years in prison; they placed the other nine on probation or"
            " suspended their sentences.",
            [(6, "imprisonment", 24, 48), (9, "other", None, None)],
        ),
        ("Two were sentenced to restriction of liberty.", [(2, "other", None, None)]),
    ],
)
def test_suspensions_fall_on_the_terms_that_they_speak_of(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected


def test_a_term_without_its_unit_is_no_residue() -> None:
    text = "Six men were convicted; three were sentenced to 11 years, one to nine, and two to three and four years."
    assert extract(document(text)).rows["residual_numbers"] == []


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
