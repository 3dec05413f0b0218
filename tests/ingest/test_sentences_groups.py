"""Penalties of groups: told over two sentences, shared out among them, or laid on them by another noun."""

from __future__ import annotations

import pytest

from tests.ingest.laws import penalties


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
    ],
)
def test_each_group_has_its_own_penalty(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected
