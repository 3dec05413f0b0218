"""Tests of routes: more of the ways in which the reports tell where victims come from, pass through and are taken."""

from __future__ import annotations

import pytest

from tests.ingest.test_flows import routes


@pytest.mark.parametrize(
    ("section", "text", "expected"),
    [
        (
            "profile",
            "Women from Peru and Malta are exploited in brothels in Iceland and also transit Iceland on the way "
            "to Chile.",
            "PER>ISL destination|MLT>ISL destination|PER>ISL transit|MLT>ISL transit|ISL>CHL transit",
        ),
        (
            "profile",
            "Men from Peru are subjected to forced labor in construction in Iceland and also transit through "
            "Iceland to Chile.",
            "PER>ISL destination|PER>ISL transit|ISL>CHL transit",
        ),
        (
            "protection",
            "Victim nationalities included Iceland, Peru, Malta, and Chile.",
            "PER>ISL destination|MLT>ISL destination|CHL>ISL destination",
        ),
        (
            "protection",
            "The most common nationalities of victims were Peruvian and Maltese.",
            "PER>ISL destination|MLT>ISL destination",
        ),
        (
            "protection",
            "The nationalities of the identified victims were Peru, Malta, and Chile.",
            "PER>ISL destination|MLT>ISL destination|CHL>ISL destination",
        ),
        (
            "profile",
            "Foreign destinations for victims from Iceland include Peru, Chile, and Malta.",
            "ISL>PER source|ISL>CHL source|ISL>MLT source",
        ),
        ("profile", "Common destinations for Icelandic victims are Peru and Chile.", "ISL>PER source|ISL>CHL source"),
        (
            "profile",
            "Most victims are recruited in Peru, flown to Iceland, and sold into prostitution.",
            "PER>ISL destination",
        ),
        (
            "profile",
            "These victims travel to Iceland on visas of other states and transit through several countries, "
            "such as Peru and Malta.",
            "",
        ),
        (
            "profile",
            "Under the treaty between Iceland and Malta, Icelandic police patrol the border where victims transit.",
            "",
        ),
        (
            "profile",
            "Icelandic recruitment companies hire workers from Peru and Chile, some of whom are subjected to "
            "forced labor.",
            "PER>ISL destination|CHL>ISL destination",
        ),
        (
            "profile",
            "Maltese women are brought to Iceland, told to file for asylum as Peruvians, and forced into prostitution.",
            "MLT>ISL destination",
        ),
        (
            "profile",
            "Traffickers coerce Maltese women into prostitution in Iceland through threats to their families at home.",
            "MLT>ISL destination",
        ),
        ("profile", "The government worked to prevent the trafficking of refugees from Peru.", ""),
        (
            "profile",
            "Some victims are trafficked through Iceland to the area administered by Turkish Cypriots.",
            "ISL>CYP transit",
        ),
        (
            "protection",
            "Of 30 victims identified, 12 were sent home to Peru and Chile.",
            "PER>ISL destination|CHL>ISL destination",
        ),
        ("protection", "Officials helped foreign victims return home to Peru.", "PER>ISL destination"),
        (
            "protection",
            "Eighteen victims, all Peruvian women, were exploited in massage parlors.",
            "PER>ISL destination",
        ),
        (
            "protection",
            "Police identified 14 victims: nine from Peru, three from Malta, and two Icelanders.",
            "PER>ISL destination|MLT>ISL destination",
        ),
        (
            "protection",
            "Among the victims were six Peruvians and four Chileans.",
            "PER>ISL destination|CHL>ISL destination",
        ),
        (
            "protection",
            "The victims came from Peru (12), Malta (four), and Chile (two).",
            "PER>ISL destination|MLT>ISL destination|CHL>ISL destination",
        ),
        (
            "protection",
            "The government identified 25 foreign victims (11 from Peru, eight from Malta, and six from Chile).",
            "PER>ISL destination|MLT>ISL destination|CHL>ISL destination",
        ),
        (
            "protection",
            "The government repatriated 12 Icelandic victims from Kuwait and Malta.",
            "ISL>KWT source|ISL>MLT source",
        ),
        ("protection", "The government assisted in the repatriation of 12 victims from Kuwait.", "ISL>KWT source"),
        (
            "protection",
            "Authorities removed 15 Icelandic victims of sex trafficking from brothels in Malta.",
            "ISL>MLT source",
        ),
        (
            "protection",
            "NGOs assisted 20 victims exploited abroad, most of them in Malta and Peru.",
            "ISL>MLT source|ISL>PER source",
        ),
        (
            "profile",
            "Iceland is a source, transit, and, to a lesser extent, destination country for women and children.",
            "",
        ),
        (
            "profile",
            "Iceland is a destination for women from Peru, Chile and, to a lesser extent, Malta.",
            "PER>ISL destination|CHL>ISL destination|MLT>ISL destination",
        ),
        (
            "profile",
            "Victims originate from Peru and are destined for Malta and Norway via Iceland.",
            "PER>ISL transit|ISL>MLT transit|ISL>NOR transit",
        ),
        (
            "profile",
            "Iceland serves as a transit point for Peruvian women trafficked to Malta.",
            "PER>ISL transit|ISL>MLT transit",
        ),
        (
            "profile",
            "Traffickers move women from Peru through Iceland into Malta for sex trafficking.",
            "PER>ISL transit|ISL>MLT transit",
        ),
        (
            "profile",
            "Icelandic girls are sold into marriage in Malta, where some are forced into prostitution.",
            "ISL>MLT source",
        ),
        (
            "profile",
            "Girls are trafficked from the countryside to the capital for domestic servitude.",
            "ISL>ISL internal",
        ),
        ("profile", "Within Iceland, traffickers exploit children in begging.", "ISL>ISL internal"),
        (
            "profile",
            "Traffickers exploit Icelandic women in Malta, Norway, and, increasingly, Peru.",
            "ISL>MLT source|ISL>NOR source|ISL>PER source",
        ),
        (
            "profile",
            "As reported over the past five years, human traffickers exploit domestic and foreign victims in "
            "Iceland, and traffickers exploit victims from Iceland abroad.",
            "ISL>ISL internal",
        ),
        (
            "profile",
            "Traffickers from Malta recruit Peruvian women for forced prostitution in Iceland.",
            "PER>ISL destination",
        ),
        (
            "profile",
            "Victims are primarily women from Peru; men from Chile work under conditions of forced labor on "
            "fishing boats.",
            "PER>ISL destination|CHL>ISL destination",
        ),
        (
            "profile",
            "Icelandic children are trafficked to neighboring Norway to beg, and Norwegian children are brought "
            "to Iceland for the same purpose.",
            "ISL>NOR source|NOR>ISL destination",
        ),
        ("profile", "Boys from Iceland are taken to Kuwait to serve as camel jockeys.", "ISL>KWT source"),
        (
            "profile",
            "Peruvian and Chilean workers on foreign-flagged vessels in Icelandic waters are subjected to "
            "forced labor.",
            "PER>ISL destination|CHL>ISL destination",
        ),
        (
            "profile",
            "Icelandic migrants who seek work in Kuwait and Malta are forced to work without pay.",
            "ISL>KWT source|ISL>MLT source",
        ),
        (
            "profile",
            "Some of the Icelanders who migrate to Kuwait subsequently face conditions of involuntary servitude.",
            "ISL>KWT source",
        ),
        (
            "profile",
            "Nearly 100 Icelandic women were trafficked to Malta last year, and 20 to Norway.",
            "ISL>MLT source|ISL>NOR source",
        ),
        (
            "profile",
            "Traffickers send Icelandic women to Malta and then on to Norway.",
            "ISL>MLT source|ISL>NOR source",
        ),
        ("profile", "Peruvian women are brought to Iceland and then to Malta.", "PER>ISL destination|ISL>MLT transit"),
        (
            "profile",
            "In the past, most foreign victims came from Peru; in 2011, more came from Chile and Malta.",
            "PER>ISL destination|CHL>ISL destination|MLT>ISL destination",
        ),
        (
            "profile",
            "Victims identified in Iceland have come from Peru, Chile, and Malta.",
            "PER>ISL destination|CHL>ISL destination|MLT>ISL destination",
        ),
        (
            "profile",
            "Identified victims were from Iceland, Peru, and Chile.",
            "ISL>ISL internal|PER>ISL destination|CHL>ISL destination",
        ),
        ("profile", "The majority of victims are Icelandic citizens exploited within the country.", "ISL>ISL internal"),
        (
            "profile",
            "Icelandic nationals have been exploited in forced labor in the fishing sectors of Malta, Norway "
            "and Chile.",
            "ISL>MLT source|ISL>NOR source|ISL>CHL source",
        ),
        (
            "profile",
            "Women from Malta enter Iceland on artiste visas and are coerced into prostitution.",
            "MLT>ISL destination",
        ),
        ("profile", "There were reports of Peruvian men held in debt bondage on farms.", "PER>ISL destination"),
        (
            "profile",
            "NGOs reported cases of Chilean au pairs forced to work as domestic servants.",
            "CHL>ISL destination",
        ),
        ("profile", "Iceland is not a destination for victims from Peru.", ""),
        ("profile", "There were no reports of women trafficked from Peru to Iceland.", ""),
        ("profile", "Tourists from Malta and Norway engage in child sex tourism in Iceland.", ""),
        ("profile", "Icelandic men travel to Peru for child sex tourism.", ""),
        (
            "profile",
            "Thousands of Peruvian migrants pass through Iceland each year; some fall victim to forced labor.",
            "PER>ISL transit",
        ),
        (
            "profile",
            "Traffickers bring women from Peru, often via Malta, to Iceland for prostitution.",
            "PER>ISL destination",
        ),
        ("profile", "A Peruvian girl was rescued from domestic servitude in the capital.", "PER>ISL destination"),
        ("profile", "Icelandic boys and girls work as child soldiers in Malta.", "ISL>MLT source"),
        ("protection", "The court awarded compensation to two Peruvian victims.", "PER>ISL destination"),
        (
            "protection",
            "An NGO sheltered 14 women from Peru who had been forced into prostitution.",
            "PER>ISL destination",
        ),
        ("protection", "Police trained officials from Peru and Malta to identify victims.", ""),
        ("protection", "The government signed an agreement with Malta to protect victims.", ""),
        ("protection", "Officials from Malta and Iceland jointly identified 12 victims.", ""),
    ],
)
def test_routes_to_and_from_and_through_iceland(section: str, text: str, expected: str) -> None:
    assert routes(text, "ISL", section=section) == set(filter(None, expected.split("|")))
