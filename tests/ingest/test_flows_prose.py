"""Tests of routes: the looser prose of the reports, with asides, foremost places, roles and clauses that follow on."""

from __future__ import annotations

import pytest

from tests.ingest.test_flows import routes


@pytest.mark.parametrize(
    ("section", "text", "expected"),
    [
        ("profile", "Chile is the principal source of women trafficked into Iceland.", "CHL>ISL destination"),
        (
            "profile",
            "Chile remains the top destination country for Icelandic victims, followed by Peru and Malta.",
            "ISL>CHL source|ISL>PER source|ISL>MLT source",
        ),
        (
            "profile",
            "Iceland is a source country for children trafficked internally for labor and to Chile for forced begging, "
            "as well as a possible destination country for Peruvian women trafficked for prostitution.",
            "ISL>ISL internal|ISL>CHL source|PER>ISL destination",
        ),
        (
            "profile",
            "In Iceland, Chilean women are forced to work in nightclubs; in Peru, Icelandic women are forced into "
            "prostitution.",
            "CHL>ISL destination|ISL>PER source",
        ),
        (
            "profile",
            "Victims were trafficked from Chile, Peru, and, for the first time, Malta.",
            "CHL>ISL destination|PER>ISL destination|MLT>ISL destination",
        ),
        ("profile", "Dozens of Chilean girls are held in brothels in Iceland.", "CHL>ISL destination"),
        (
            "profile",
            "Some Chilean women arrive in Iceland on their way to Malta and are exploited in prostitution.",
            "CHL>ISL destination|ISL>MLT transit",
        ),
        (
            "profile",
            "Women are trafficked to Iceland from Chile and Peru. Some of these victims are trafficked through "
            "Iceland to Malta for the same purpose.",
            "CHL>ISL destination|PER>ISL destination|ISL>MLT transit",
        ),
        (
            "profile",
            "Foreign workers from Chile and Peru come to Iceland. No statistics show how many workers are deceived. "
            "Some trafficked foreign workers are subjected to debt bondage.",
            "CHL>ISL destination|PER>ISL destination",
        ),
        (
            "protection",
            "Police identified nine victims; none were foreign nationals (one victim from Chile and two from "
            "Peru in 2009).",
            "CHL>ISL destination|PER>ISL destination",
        ),
        (
            "protection",
            "Of these, 40 were Icelandic citizens, including 30 exploited in sex trafficking in Malta and ten "
            "exploited in forced labor domestically.",
            "ISL>MLT source|ISL>ISL internal",
        ),
        (
            "protection",
            "In partnership with a charity, the government repatriated 17 Chilean and four Peruvian victims.",
            "CHL>ISL destination|PER>ISL destination",
        ),
        (
            "protection",
            "Police identified no victims in 2011, compared with 11 Chilean victims in 2010.",
            "CHL>ISL destination",
        ),
        (
            "protection",
            "Officers did not identify any Chilean victims but identified two Peruvian victims.",
            "PER>ISL destination",
        ),
        (
            "prosecution",
            "Prosecutors charged six defendants with holding 16 Peruvian men in forced labor.",
            "PER>ISL destination",
        ),
        (
            "prosecution",
            "The suspects recruited women in Peru and forced them into prostitution in Iceland.",
            "PER>ISL destination",
        ),
        (
            "protection",
            "Police intercepted 45 Chilean children being trafficked to Malta.",
            "CHL>ISL transit|ISL>MLT transit",
        ),
        (
            "protection",
            "Chile, Peru, and Malta were the top countries of origin for potential victims.",
            "CHL>ISL destination|PER>ISL destination|MLT>ISL destination",
        ),
        (
            "protection",
            "The top countries of origin were Chile (30 percent of victims), Iceland, and Peru.",
            "CHL>ISL destination|ISL>ISL internal|PER>ISL destination",
        ),
        (
            "protection",
            "Police identified 40 victims. Roughly 30 percent came from Chile.",
            "CHL>ISL destination",
        ),
        (
            "profile",
            "Migrants from Chile are estimated to have transited through Iceland en route to Peru. An unknown number "
            "of these migrants are subjected to forced labor.",
            "CHL>ISL transit|ISL>PER transit",
        ),
        (
            "profile",
            "Migrants from Chile pass through Iceland en route to Peru; among this group, a small number of girls fall "
            "victim to servitude.",
            "CHL>ISL transit|ISL>PER transit",
        ),
        (
            "protection",
            "Nearly 70 percent of victims were exploited in Iceland, while 30 percent were exploited in Peru.",
            "ISL>ISL internal|ISL>PER source",
        ),
        ("protection", "Of those, all but six were exploited in Iceland.", "ISL>ISL internal"),
        (
            "protection",
            "The center sheltered 12 victims from Peru and two from Malta until their departure.",
            "PER>ISL destination|MLT>ISL destination",
        ),
        # Counter-examples
        ("protection", "Police identified 12 victims. Funding of $30,000 came from Chile.", ""),
        ("protection", "Police identified 12 victims and arrested 30 suspects. Twenty came from Chile.", ""),
        ("prosecution", "Courts convicted nine traffickers who exploited victims. Four were Chileans.", ""),
        ("prevention", "Chile remained the largest source of funding for anti-trafficking campaigns.", ""),
        ("protection", "Chile was the top destination for Icelandic migrants.", ""),
        ("protection", "Two foreign victims were exploited in Iceland.", ""),
        ("protection", "Nine victims were sheltered in Iceland and exploited elsewhere.", ""),
        ("prosecution", "Chile and Peru were the top countries of origin of the suspects.", ""),
        ("protection", "Police intercepted nine potential victims from Chile at the airport.", ""),
        ("prosecution", "Police investigated an Icelandic diplomat in Malta for exploiting a domestic worker.", ""),
        ("prosecution", "In cooperation with Chile, the government trained officers on victim identification.", ""),
        ("protection", "Police intercepted 16 potential victims from Iceland en route to Malta.", ""),
        ("protection", "The center identified 12 victims prior to their departure to Malta.", ""),
        ("protection", "Of the 40 victims, 31 were Icelandic citizens.", ""),
        ("protection", "No victims were identified (nine reports in 2009).", ""),
        ("profile", "Chile is the largest trading partner and a destination for tourists.", ""),
        ("profile", "Chilean girls are held in police stations in Iceland.", ""),
        ("profile", "Icelandic migrants crossing through Malta are subjected to forced labor.", ""),
    ],
)
def test_routes_of_looser_prose(section: str, text: str, expected: str) -> None:
    assert routes(text, "ISL", section=section) == {row for row in expected.split("|") if row}
