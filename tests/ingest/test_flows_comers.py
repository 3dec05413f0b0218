"""Tests of routes: people said to come, of whom some are told to be exploited later; vulnerable parts; the way."""

from __future__ import annotations

import pytest

from tests.ingest.test_flows import routes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Men and women from Peru, Chile, and other countries migrate voluntarily to Iceland to work as domestic"
            " workers. NGOs observed a greater influx of workers. Some migrant workers face forced labor after arriving"
            " in Iceland.",
            "PER>ISL destination|CHL>ISL destination",
        ),
        (
            "Most foreign laborers in Iceland come from Peru and other countries. Some foreign laborers are subjected"
            " to debt bondage.",
            "PER>ISL destination",
        ),
        ("Men and women from Peru and Chile migrate to Iceland to work. Migration is a large part of the economy.", ""),
        ("Men from Peru migrate to Iceland to work. Some migrant workers face forced labor abroad in Malta.",
         "ISL>MLT source"),
        (
            "Iceland is a destination country for women from Peru and Chile, some of whom enter on entertainment visas"
            " and may be vulnerable to trafficking for sexual exploitation.",
            "PER>ISL destination|CHL>ISL destination",
        ),
        ("Migrants from Peru in Iceland may be vulnerable to forced labor.", ""),
        (
            "Iceland is a source country for women trafficked to Malta (often through Chile and Peru), Norway, and"
            " Kuwait.",
            "ISL>MLT source|ISL>NOR source|ISL>KWT source",
        ),
        ("Foreign tourists, including those from Peru and Chile, subject children to commercial sexual exploitation.",
         ""),
    ],
)  # fmt: skip
def test_people_who_come_and_those_of_them_who_are_exploited(text: str, expected: str) -> None:
    assert routes(text, "ISL") == set(filter(None, expected.split("|")))
