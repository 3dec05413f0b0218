"""Tests of routes: constructions met while reading whole narratives of all editions, retold about other countries."""

from __future__ import annotations

import pytest

from tests.ingest.test_flows import routes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Children in Chile-based migrant camps are trafficked to Iceland.", "CHL>ISL destination"),
        ("Children in Chile are trafficked to Iceland for forced labor.", "CHL>ISL destination"),
        ("Icelandic fishermen are subjected to forced labor aboard Peruvian-flagged vessels.", "ISL>PER source"),
        (
            "Icelandic men endure forced labor aboard Peruvian-flagged vessels in the waters of Malta.",
            "ISL>MLT source",
        ),
        (
            "Iceland is a source and transit country for trafficking. Victims are mostly women from Iceland, Chile, "
            "and Peru who are trafficked to Malta and Norway.",
            "CHL>ISL transit|PER>ISL transit|ISL>MLT source|ISL>NOR source",
        ),
        (
            "Icelandic women are lured by false offers, or sold into marriage within the country and in Chile.",
            "ISL>ISL internal|ISL>CHL source",
        ),
        (
            "Employers rely on undocumented Peruvian migrants as cheap laborers. Many of these migrants are subjected "
            "to conditions of forced labor.",
            "PER>ISL destination",
        ),
        (
            "Agencies continued to recruit Icelanders to work as guards in Malta. Some workers recruited by these "
            "agencies reported conditions indicative of forced labor while there.",
            "ISL>MLT source",
        ),
        (
            "Iceland is a destination country for women from central and eastern Europe (especially Malta).",
            "MLT>ISL destination",
        ),
        (
            "Icelandic men migrate to Arab states of the Persian Gulf and to Malta, where they face forced labor.",
            "ISL>[Arab states of the Persian Gulf] source|ISL>MLT source",
        ),
        ("Traffickers exploit Peruvian LGBTQI+ individuals in sex trafficking in Iceland.", "PER>ISL destination"),
        ("One report told of a teenager from Chile rescued from the sex trade in Iceland.", "CHL>ISL destination"),
        # No exploitation
        ("Peruvian migrants cross the country's northern border without papers.", ""),
        ("The coast guard rescued 40 Peruvian migrants at sea.", ""),
    ],
)
def test_routes_of_profiles(text: str, expected: str) -> None:
    assert routes(text, "ISL") == set(filter(None, expected.split("|")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who is repatriated, and from where
        ("The embassy in Lima assisted in the return of seven Icelandic victims from Peru.", "ISL>PER source"),
        ("An international organization helped 33 trafficked Icelanders return from Peru.", "ISL>PER source"),
        ("The government provided for the return of 40 children trafficked to Peru.", "ISL>PER source"),
        ("The government repatriated to Peru 14 victims of forced labor.", "PER>ISL destination"),
        ("IOM provided assistance and repatriation to 20 female victims from Peru.", "PER>ISL destination"),
        # Missions of the country itself
        ("The Icelandic Embassy in Peru assisted 40 Icelandic trafficking victims.", "ISL>PER source"),
        (
            "Iceland's foreign missions, primarily in Asia, identified 600 potential Icelandic victims.",
            "ISL>[Asia] source",
        ),
        ("The Icelandic Embassy in Peru trained officials to assist victims.", ""),
        ("The Maltese Embassy in Peru assisted 40 victims.", ""),
        # Rescued
        ("In one case, police rescued six Peruvian women from a brothel.", "PER>ISL destination"),
        # Which peoples the victims are of
        (
            "The government identified 40 victims. The largest groups were Peruvians (22) and Chileans (10).",
            "PER>ISL destination|CHL>ISL destination",
        ),
        (
            "Among victims, Peru was the most common country of origin, followed by Malta and Chile.",
            "PER>ISL destination|MLT>ISL destination|CHL>ISL destination",
        ),
        ("Among suspects, Peru was the most common country of origin.", ""),
    ],
)
def test_routes_of_chapters_on_protection(text: str, expected: str) -> None:
    assert routes(text, "ISL", section="protection") == set(filter(None, expected.split("|")))
