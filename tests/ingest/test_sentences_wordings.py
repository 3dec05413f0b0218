"""Penalties in the many wordings of the reports: distributions, lists, parts, and what became of a sentence."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from tests.ingest.laws import document, penalties

LIFE = 9999


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
            [(None, "imprisonment", None, LIFE)],
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
        (
            "A court sentenced one trafficker to nine years in prison and a fine; however, the sentence was suspended.",
            [(1, "suspended", 108, 108), (1, "fine", None, None)],
        ),
        ("Convicted offenders were fined.", []),
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
            "One man received 14 years in jail; two others got six each.",
            [(1, "imprisonment", 168, 168), (2, "imprisonment", 72, 72)],
        ),
        (
            "All nine were ordered to serve time in prison: seven for less than two years, and two for six years.",
            [(9, "imprisonment", None, None), (7, "imprisonment", None, 24), (2, "imprisonment", 72, 72)],
        ),
        (
            "Courts sentenced one trafficker to 14 years and two to nine years in prison; all were fined.",
            [(1, "imprisonment", 168, 168), (2, "imprisonment", 108, 108), (None, "fine", None, None)],
        ),
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
