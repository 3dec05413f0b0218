"""Penalties told by other verbs than "sentenced": what offenders got, drew and will serve, and what courts gave."""

from __future__ import annotations

import pytest

from tests.ingest.laws import penalties

LIFE = 9999


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A court gave two recruiters eight years and a driver four.",
            [(2, "imprisonment", 96, 96), (1, "imprisonment", 48, 48)],
        ),
        ("The judge gave the leader of a gang that sold 30 women a six-year sentence.", [(1, "imprisonment", 72, 72)]),
        ("All seven went to prison, for terms of between two and nine years.", [(7, "imprisonment", 24, 108)]),
        ("Of the five convicted, only one went to prison, for two years.", [(1, "imprisonment", 24, 24)]),
        ("Three defendants drew between 10 months and four years.", [(3, "imprisonment", 10, 48)]),
        ("Six traffickers were convicted and handed terms of three years.", [(6, "imprisonment", 36, 36)]),
        ("A former pilot was jailed for nine years for abusing girls.", [(1, "imprisonment", 108, 108)]),
        ("An officer who had sold exit permits was given six years in jail.", [(1, "imprisonment", 72, 72)]),
        ("Her husband, who hid the money, will spend three years in jail.", [(1, "imprisonment", 36, 36)]),
        (
            "Six were given suspended sentences, and eight will serve time.",
            [(6, "suspended", None, None), (8, "imprisonment", None, None)],
        ),
        (
            "A broker received 20 years, his wife 14 years, and a third defendant two years and six months.",
            [(1, "imprisonment", 240, 240), (1, "imprisonment", 168, 168), (1, "imprisonment", 30, 30)],
        ),
        (
            "A court sentenced a captain to a three-year prison term, and his mate to 60 hours of community service.",
            [(1, "imprisonment", 36, 36), (1, "other", None, None)],
        ),
        ("Four of the six had their sentences stayed.", [(4, "suspended", None, None)]),
        ("Two were convicted of pimping and were cautioned.", [(2, "other", None, None)]),
        (
            "Two siblings were ordered to serve 10 and 12 years in prison, and each was fined 900 soles.",
            [(1, "imprisonment", 120, 120), (1, "imprisonment", 144, 144), (2, "fine", None, None)],
        ),
        (
            "Judges handed out prison terms of two, three, and nine years to as many defendants.",
            [(1, "imprisonment", 24, 24), (1, "imprisonment", 36, 36), (1, "imprisonment", 108, 108)],
        ),
        ("The punishment extended from two years to nine years' imprisonment.", [(None, "imprisonment", 24, 108)]),
        ("Penalties varied from fines to nine years.", [(None, "imprisonment", None, 108)]),
        (
            "Four traffickers were convicted: one got less than two years, and the remaining three upwards of six.",
            [(1, "imprisonment", None, 24), (3, "imprisonment", 72, None)],
        ),
        (
            "A court sentenced a woman to 10 years, of which three were suspended.",
            [(1, "imprisonment", 120, 120), (1, "suspended", 36, 36)],
        ),
        ("A court sentenced a man to 60 months or longer.", [(1, "imprisonment", 60, None)]),
        ("A court sentenced a man to seven years, three months in prison.", [(1, "imprisonment", 87, 87)]),
    ],
)
def test_courts_give_and_offenders_get(text: str, expected: list[object]) -> None:
    assert penalties(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Victims received six months of shelter care, and courts convicted one trafficker.",
        "The government gave two shelters three years of funding.",
        "Judges received two years of training.",
        "Police gave victims 90 days to decide.",
        "In 2006 not a single employer was punished with a prison sentence.",
        "Trafficking in persons is now punished by six to 12 years in prison.",
        "Under the law, those who exploit children risk six to 12 years in prison.",
        "Convictions were subject to a minimum two-year prison term.",
        "The law went into force and was followed by two years of debate.",
    ],
)
def test_what_victims_get_and_what_laws_threaten_is_no_penalty(text: str) -> None:
    assert penalties(text) == []
