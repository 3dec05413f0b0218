"""Tests of routes: victims counted by the people they are of, and others who are counted so."""

from __future__ import annotations

import pytest

from tests.ingest.test_flows import routes


@pytest.mark.parametrize(
    ("section", "text", "expected"),
    [
        (
            "protection",
            "Police identified eight victims in two raids; all were immigrant women, seven Peruvians and one Chilean.",
            "PER>ISL destination|CHL>ISL destination",
        ),
        (
            "protection",
            "Of the sex trafficking victims, six were women, including four Icelanders and two Peruvians, 20 "
            "were girls, including 18 Icelanders and two Chileans, and two were Maltese boys.",
            "PER>ISL destination|CHL>ISL destination|MLT>ISL destination",
        ),
        (
            "protection",
            "Police identified 12 victims. One was a Peruvian woman, two were Chilean boys, and nine were Icelanders.",
            "PER>ISL destination|CHL>ISL destination",
        ),
        (
            "protection",
            "Only two victims were foreign: one Peruvian and one Chilean.",
            "PER>ISL destination|CHL>ISL destination",
        ),
        (
            "protection",
            "Most of the 40 victims were exploited at home; only two victims were foreign nationals (one from "
            "Peru and one from Chile).",
            "PER>ISL destination|CHL>ISL destination",
        ),
        (
            "protection",
            "The government identified 30 victims: 12 Peruvian women, 10 Maltese men, and eight Icelandic children.",
            "PER>ISL destination|MLT>ISL destination",
        ),
        (
            "protection",
            "The government identified 30 victims in 2011, among them 12 from Peru and three from Malta.",
            "PER>ISL destination|MLT>ISL destination",
        ),
        (
            "protection",
            "Of the 30 victims, 12 were Peruvian, 10 were Maltese, and eight were Icelandic.",
            "PER>ISL destination|MLT>ISL destination",
        ),
        (
            "protection",
            "The 30 identified victims included 12 Peruvians, 10 citizens of Malta, and eight Icelanders.",
            "PER>ISL destination|MLT>ISL destination",
        ),
        (
            "protection",
            "The shelter assisted 14 victims, six of them Peruvian and the rest Icelandic.",
            "PER>ISL destination",
        ),
        (
            "protection",
            "Most victims were from Peru (41 percent), followed by Malta (12 percent).",
            "PER>ISL destination|MLT>ISL destination",
        ),
        (
            "protection",
            "The majority of the foreign victims were Peruvian and Maltese women.",
            "PER>ISL destination|MLT>ISL destination",
        ),
        ("protection", "Foreign victims came mainly from Peru.", "PER>ISL destination"),
        (
            "protection",
            "The victims' countries of origin were Peru, Malta, and Chile.",
            "PER>ISL destination|MLT>ISL destination|CHL>ISL destination",
        ),
        (
            "protection",
            "The government granted temporary residence permits to two Peruvian victims.",
            "PER>ISL destination",
        ),
        ("protection", "Three Peruvian victims received shelter and counseling.", "PER>ISL destination"),
        ("protection", "The government did not identify any Peruvian victims.", ""),
        ("protection", "Police identified 12 victims. Authorities arrested two Peruvians and a Chilean.", ""),
        (
            "protection",
            "Police identified 12 victims. Sex trafficking suspects were primarily Peruvian and Maltese.",
            "",
        ),
        ("protection", "Police identified 12 victims. Two Peruvian experts trained officials.", ""),
        (
            "protection",
            "Police identified 12 victims. The government worked with one Peruvian NGO and two Maltese agencies.",
            "",
        ),
        ("protection", "Police identified 12 victims. Courts convicted one Peruvian man and two Icelanders.", ""),
        ("protection", "Officials screened two Peruvians for indicators of trafficking.", ""),
        (
            "protection",
            "The government identified 10 Icelandic victims, six in Peru and four in Chile.",
            "ISL>PER source|ISL>CHL source",
        ),
        (
            "protection",
            "The government identified 10 Icelandic victims exploited in Peru, Chile, and Malta.",
            "ISL>PER source|ISL>CHL source|ISL>MLT source",
        ),
        (
            "protection",
            "Of the 20 victims, eight had been trafficked to Peru and 12 to Chile.",
            "ISL>PER source|ISL>CHL source",
        ),
        (
            "protection",
            "An NGO assisted 20 Icelandic victims returned from Peru and Chile.",
            "ISL>PER source|ISL>CHL source",
        ),
    ],
)
def test_victims_counted_by_their_people(section: str, text: str, expected: str) -> None:
    assert routes(text, "ISL", section=section) == set(filter(None, expected.split("|")))
