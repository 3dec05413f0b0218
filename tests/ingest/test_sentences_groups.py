"""Penalties of groups: told over two sentences, shared out among them, or laid on them by another noun."""

from __future__ import annotations

import pytest

from tests.ingest.laws import penalties

LIFE = 9999


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Courts convicted nine traffickers. They were given terms of one to six years.",
            [(9, "imprisonment", 12, 72)],
        ),
        ("Courts convicted nine traffickers. All got suspended sentences.", [(9, "suspended", None, None)]),
        (
            "Courts convicted nine traffickers. Four got two years, three got four years, and two got more than six.",
            [(4, "imprisonment", 24, 24), (3, "imprisonment", 48, 48), (2, "imprisonment", 72, None)],
        ),
        ("Courts convicted nine traffickers. Only two served prison time.", [(2, "imprisonment", None, None)]),
        ("In June, a court convicted a woman of forced labor. She received six years.", [(1, "imprisonment", 72, 72)]),
        ("The trial of a bar owner ended in June; he was given nine years.", [(1, "imprisonment", 108, 108)]),
        (
            "The five defendants, all of whom pleaded guilty, are serving terms of three to nine years.",
            [(5, "imprisonment", 36, 108)],
        ),
        (
            "Four offenders were convicted, with three given jail terms of two to five years and one a suspended term.",
            [(3, "imprisonment", 24, 60), (1, "suspended", None, None)],
        ),
        (
            "Thirty-one offenders were sentenced, 14 of them to prison, nine to suspended terms, and eight to fines.",
            [(14, "imprisonment", None, None), (9, "suspended", None, None), (8, "fine", None, None)],
        ),
        (
            "Fourteen offenders were jailed, nine received suspended sentences, and eight were fined.",
            [(14, "imprisonment", None, None), (9, "suspended", None, None), (8, "fine", None, None)],
        ),
        (
            "Fourteen were jailed (up from nine in 2006), nine given suspended sentences and eight fined.",
            [
                (14, "imprisonment", None, None),
                (9, "imprisonment", None, None),
                (9, "suspended", None, None),
                (8, "fine", None, None),
            ],
        ),
        (
            "Fourteen prison sentences, nine suspended sentences and eight fines were imposed.",
            [(14, "imprisonment", None, None), (9, "suspended", None, None), (8, "fine", None, None)],
        ),
        (
            "The court sentenced two pimps to three and five years in prison and a third to a fine.",
            [(1, "imprisonment", 36, 36), (1, "imprisonment", 60, 60), (1, "fine", None, None)],
        ),
        (
            "Eight received sentences shorter than two years, and 11 received sentences longer than two years.",
            [(8, "imprisonment", None, 24), (11, "imprisonment", 24, None)],
        ),
        ("The heaviest sentence, 18 years, was imposed on a ringleader from Osh.", [(1, "imprisonment", 216, 216)]),
        ("Traffickers were sentenced to between two and 18 years.", [(None, "imprisonment", 24, 216)]),
        ("At least seven traffickers were sentenced to more than 15 years.", [(7, "imprisonment", 180, None)]),
        ("The first conviction under the law brought a sentence of 11 years.", [(1, "imprisonment", 132, 132)]),
        (
            "Two convictions were obtained, resulting in sentences of 11 and four years.",
            [(1, "imprisonment", 132, 132), (1, "imprisonment", 48, 48)],
        ),
        (
            "Three convictions resulted in one sentence of 11 years and two of four years.",
            [(1, "imprisonment", 132, 132), (2, "imprisonment", 48, 48)],
        ),
        (
            ("Of the prison terms, 15 lasted less than two years, 20 two to three years, and four beyond eight years."),
            [(15, "imprisonment", None, 24), (20, "imprisonment", 24, 36), (4, "imprisonment", 96, None)],
        ),
        (
            (
                "Twelve of those convicted must spend two to three years in prison; the other six, all drivers, got"
                " one to two years."
            ),
            [(12, "imprisonment", 24, 36), (6, "imprisonment", 12, 24)],
        ),
        (
            ("One defendant was given 18 years, two 16 years, one 12, and two four years, all of them suspended."),
            [
                (1, "imprisonment", 216, 216),
                (2, "imprisonment", 192, 192),
                (1, "imprisonment", 144, 144),
                (2, "suspended", 48, 48),
            ],
        ),
        (
            ("Two leaders got eight years each, and three of their helpers two years apiece."),
            [(2, "imprisonment", 96, 96), (3, "imprisonment", 24, 24)],
        ),
        (
            ("One was jailed for two years; the remaining pair were given probationary terms of one year."),
            [(1, "imprisonment", 24, 24), (2, "other", 12, 12)],
        ),
        (("An appeals court raised the term of one pimp from three to six years."), [(1, "imprisonment", 72, 72)]),
        (
            ("One man was found guilty of causing a child to be sold and sentenced to four years."),
            [(1, "imprisonment", 48, 48)],
        ),
        (
            ("She received three months' community service, a suspended sentence of nine months and a fine."),
            [(1, "other", 3, 3), (1, "suspended", 9, 9), (1, "fine", None, None)],
        ),
        (
            (
                "They served these sentences: one to five years (12 persons), five to ten years (seven), and fine"
                " alone (two)."
            ),
            [(12, "imprisonment", 12, 60), (7, "imprisonment", 60, 120), (2, "fine", None, None)],
        ),
        (
            (
                "Courts convicted nine men; seven got suspended terms of six months, and two were sent to prison for"
                " a year and a half."
            ),
            [(7, "suspended", 6, 6), (2, "imprisonment", 18, 18)],
        ),
        (
            ("A court put two traffickers behind bars for life and fined the other two."),
            [(2, "imprisonment", LIFE, LIFE), (2, "fine", None, None)],
        ),
        (
            ("Ten were sentenced to terms ranging from one year and two months up to eight years."),
            [(10, "imprisonment", 14, 96)],
        ),
        (
            ("A court imposed ten-year prison terms, the legal minimum, on both offenders."),
            [(2, "imprisonment", 120, 120)],
        ),
        (
            (
                "Courts convicted 40 men, of whom 18, or nearly half, received prison terms: 11 of two to four years"
                " and seven of more than four."
            ),
            [(18, "imprisonment", None, None), (11, "imprisonment", 24, 48), (7, "imprisonment", 48, None)],
        ),
    ],
)
def test_each_group_has_its_own_penalty(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The officers may, on paper, be imprisoned for up to 10 years.",
        "Foreign workers were convicted of immigration violations with sentences of two to three years.",
        "The act increased penalties to up to six years' imprisonment.",
        "The labor inspectorate imposed administrative fines on 60 managers.",
    ],
)
def test_what_may_be_imposed_and_what_inspectors_impose_is_no_penalty(text: str) -> None:
    assert penalties(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Traffickers convicted in the province received three years in prison.", [(None, "imprisonment", 36, 36)]),
        ("Members of the gang got five years in prison.", [(None, "imprisonment", 60, 60)]),
        ("The members of the gang were sentenced to five years in prison.", [(None, "imprisonment", 60, 60)]),
        ("Those convicted under the law were given a three-year sentence.", [(None, "imprisonment", 36, 36)]),
        ("Offenders in a well-known case were given five years in prison.", [(None, "imprisonment", 60, 60)]),
        ("A group of recruiters was sentenced to six years in prison.", [(None, "imprisonment", 72, 72)]),
        (
            "The government reported that traffickers in the region received five years in prison.",
            [(None, "imprisonment", 60, 60)],
        ),
        (
            "Five defendants who worked with a feared boss were sentenced to nine years in prison.",
            [(5, "imprisonment", 108, 108)],
        ),
        (
            "Five members of a ring led by a businessman were sentenced to nine years in prison.",
            [(5, "imprisonment", 108, 108)],
        ),
        ("Traffickers who exploited a girl were sentenced to four years in prison.", [(None, "imprisonment", 48, 48)]),
        ("Traffickers arrested at a hotel received four years in prison.", [(None, "imprisonment", 48, 48)]),
        ("Three recruiters for an agency received four years in prison.", [(3, "imprisonment", 48, 48)]),
        ("The judge in the case of an employer gave two recruiters four years.", [(2, "imprisonment", 48, 48)]),
        (
            "Sentences given to traffickers by a court in Almaty ranged from two to six years.",
            [(None, "imprisonment", 24, 72)],
        ),
        ("A court convicted traffickers and gave them four years in prison.", [(None, "imprisonment", 48, 48)]),
        ("The owners of a brothel were sentenced to four years in prison.", [(None, "imprisonment", 48, 48)]),
        (
            "Brothel owners in a northern town were each sentenced to four years in prison.",
            [(None, "imprisonment", 48, 48)],
        ),
    ],
)
def test_many_offenders_are_not_one_for_the_singular_noun_beside_them(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected
