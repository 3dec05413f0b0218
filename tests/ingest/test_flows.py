"""Tests of routes: tables of wordings, and properties that hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Document, Fact, Paragraph
from ingest.grammar.flows import MAX_QUOTE, find
from ingest.tokens import sentences
from ingest.vocabulary.countries import COUNTRIES
from tests.ingest.texts import one_paragraph


def document(text: str, country: str, edition: int = 2012, section: str = "profile") -> Document:
    return one_paragraph(text, country, edition, section)


def routes(text: str, country: str, edition: int = 2012, section: str = "profile") -> set[str]:
    given_document = document(text, country, edition, section)
    return {_shown(fact) for fact in find(given_document, sentences(given_document))}


def _shown(fact: Fact) -> str:
    values = fact.values
    origin = values["origin_code"] or f"[{values['origin_region']}]"
    destination = values["destination_code"] or f"[{values['destination_region']}]"
    return f"{origin}>{destination} {values['role']}"


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        (
            "ISL",
            "Icelandic women are exploited in prostitution in Norway; men are taken to Malta for forced labor.",
            "ISL>NOR source|ISL>MLT source",
        ),
        (
            "ISL",
            "Women from Chile are lured to Iceland with promises of jobs but are forced into prostitution.",
            "CHL>ISL destination",
        ),
        (
            "ISL",
            "Icelandic children, as well as children from Chile and Peru, are forced to beg.",
            "ISL>ISL internal|CHL>ISL destination|PER>ISL destination",
        ),
        (
            "ISL",
            "Some Icelandic men are subjected to forced labor on Maltese fishing boats.",
            "ISL>MLT source",
        ),
        (
            "ISL",
            "Local and Chilean boys are forced to work in quarries.",
            "CHL>ISL destination|ISL>ISL internal",
        ),
        (
            "ISL",
            "Chilean men are subjected to forced labor in Iceland, while Icelandic girls are exploited in Norway.",
            "CHL>ISL destination|ISL>NOR source",
        ),
        (
            "ISL",
            "Nationals of Chile and Peru are exploited in domestic servitude in the country.",
            "CHL>ISL destination|PER>ISL destination",
        ),
        (
            "ISL",
            "Chile exploits some of its citizens in forced labor in Iceland.",
            "CHL>ISL destination",
        ),
        (
            "ISL",
            "The Chilean government may be exploiting Chilean nurses in medical missions in Iceland.",
            "CHL>ISL destination",
        ),
        (
            "ISL",
            "Criminal groups in Norway and Malta recruit Chilean women to move to Iceland and exploit them in sex"
            " trafficking.",
            "CHL>ISL destination",
        ),
        ("ISL", "Men from Norway and Malta exploit Icelandic children in prostitution.", ""),
        ("ISL", "Child sex tourists come from Norway, Malta and Chile.", ""),
        (
            "ISL",
            "Victims of forced labor have been found on farms; many of them come from Chile and Peru.",
            "CHL>ISL destination|PER>ISL destination",
        ),
        (
            "ISL",
            "Women from Chile were recruited for work in Iceland, but were then forced into labor in Norway.",
            "CHL>ISL destination|ISL>NOR transit",
        ),
        (
            "ISL",
            "Trafficking victims from Chile, Peru, and, in previous years, Bolivia are exploited in Iceland.",
            "CHL>ISL destination|PER>ISL destination|BOL>ISL destination",
        ),
        (
            "ISL",
            "Icelanders exploited abroad are mainly trafficked to Norway, Maltese, and Chile.",
            "ISL>NOR source|ISL>MLT source|ISL>CHL source",
        ),
        (
            "ISL",
            "Icelandic victims are exploited in other European countries, including Norway and Malta.",
            "ISL>NOR source|ISL>MLT source",
        ),
        (
            "COG",
            "Congolese girls are exploited in domestic servitude, and Congolese (DRC) girls are exploited as well.",
            "COG>COG internal|COD>COG destination",
        ),
        ("ISL", "Women and children are trafficked from rural areas to towns for prostitution.", "ISL>ISL internal"),
        ("ISL", "Traffickers take some girls from Iceland to Norway.", "ISL>NOR source"),
        (
            "ISL",
            "Iceland is a destination country for West and Central African men subjected to forced labor.",
            "[West African]>ISL destination|[Central African]>ISL destination",
        ),
    ],
)
def test_a_wording_states_its_routes(country: str, text: str, expected: str) -> None:
    assert routes(text, country) == set(filter(None, expected.split("|")))


@pytest.mark.parametrize(
    ("section", "text", "expected"),
    [
        ("prosecution", "Courts convicted a broker who had exploited Chilean women.", "CHL>ISL destination"),
        ("prosecution", "A Chilean citizen was sentenced to six years for forcing a girl into prostitution.", ""),
        ("prosecution", "Courts convicted two Chilean men of trafficking Peruvian girls.", "PER>ISL destination"),
        ("prevention", "Officials gave information on forced labor to workers from Chile and Peru.", ""),
        ("prosecution", "Police arrested two Chilean traffickers with the help of officers from Peru.", ""),
        ("protection", "The government repatriated nine Icelandic victims from Malta.", "ISL>MLT source"),
        ("protection", "Of the 12 victims, five were from Chile.", "CHL>ISL destination"),
        ("prevention", "Iceland signed an agreement with Chile on the recruitment of workers and trafficking.", ""),
        ("protection", "The government did not identify any victims, including Chileans.", ""),
    ],
)
def test_outside_the_profile_only_found_victims_make_routes(section: str, text: str, expected: str) -> None:
    assert routes(text, "ISL", section=section) == set(filter(None, expected.split("|")))


def test_one_row_for_an_edge_with_the_purposes_of_all_its_mentions() -> None:
    text = (
        "Icelandic men are subjected to forced labor on farms in Malta. Icelandic girls are exploited in prostitution"
        " in Malta."
    )
    given_document = document(text, "ISL")
    (fact,) = find(given_document, sentences(given_document))
    assert fact.values["trafficking_type"] == "all"
    assert fact.values["victim_groups"] == ["men", "girls"]
    assert fact.values["sectors"] == ["farms"]
    assert text[fact.start : fact.end] == "Icelandic men are subjected to forced labor on farms in Malta"


def test_the_code_is_the_one_in_force_in_the_edition() -> None:
    text = "Women from Serbia are trafficked to Iceland."
    assert routes(text, "ISL", 2005) == {"SCG>ISL destination"}
    assert routes(text, "ISL", 2009) == {"SRB>ISL destination"}


def test_the_name_of_a_dissolved_state_names_its_successors() -> None:
    text = "Women from Serbia and Montenegro are trafficked to Iceland."
    assert routes(text, "ISL", 2005) == {"SCG>ISL destination"}
    assert routes(text, "ISL", 2009) == {"SRB>ISL destination", "MNE>ISL destination"}


def test_pronouns_do_not_reach_into_the_next_paragraph() -> None:
    first, second = "Men from Chile migrate to Iceland.", "Some of them are subjected to forced labor."
    text = f"{first}\n\n{second}"
    given_document = document(text, "ISL")
    apart = Document(
        **{field: getattr(given_document, field) for field in Document.__slots__ if field != "paragraphs"},
        paragraphs=(
            Paragraph(1, "profile", 0, len(first)),
            Paragraph(2, "profile", len(first) + 2, len(text)),
        ),
    )
    assert not list(find(apart, sentences(apart)))


_PIECES = st.sampled_from(
    "from to in through and or , ; . the women girls men from Chile Peru Malta Norway Iceland Icelandic Maltese Chilean"
    " are trafficked exploited forced labor prostitution some of them migrate who where transit destination country for"
    " between at risk vulnerable while but Europe Asian African countries including ( ) domestic foreign victims abroad"
    " rural internally police government traffickers tourists exploit begging U.S. then on".split()
)


@settings(deadline=None, max_examples=150)
@given(st.lists(_PIECES, max_size=60).map(" ".join), st.sampled_from(["profile", "protection"]))
def test_any_words_give_rows_that_the_contract_allows(text: str, section: str) -> None:
    given_document = document(text, "ISL", section=section)
    seen = set()
    for fact in find(given_document, sentences(given_document)):
        values = fact.values
        assert 0 <= fact.start < fact.end <= len(text)
        assert fact.end - fact.start <= MAX_QUOTE
        assert (values["origin_code"] is None) != (values["origin_region"] is None)
        assert (values["destination_code"] is None) != (values["destination_region"] is None)
        assert {values["origin_code"], values["destination_code"]} - {None} <= set(COUNTRIES)
        assert "ISL" in (values["origin_code"], values["destination_code"])
        assert (values["role"] == "internal") == (values["origin_code"] == values["destination_code"])
        ends = ("origin_code", "destination_code", "origin_region", "destination_region")
        key = (*(values[name] for name in ends), values["role"])
        assert key not in seen
        seen.add(key)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Icelandic girls are trafficked to the Balkans (Albania, Serbia); African countries (Kenya, Chad and"
            " Togo); and the Middle East (Oman and Qatar).",
            "ISL>ALB source|ISL>SRB source|ISL>KEN source|ISL>TCD source|ISL>TGO source|ISL>OMN source|ISL>QAT source",
            id="semicolons part the groups of one list",
        ),
        pytest.param(
            "Icelandic girls are trafficked to Chile; Norway trains its police.", "ISL>CHL source",
            id="a sentence of its own after a semicolon",
        ),
        pytest.param(
            "Iceland is a destination for dancers and other women from Chile; there is no evidence that any of these"
            " women were trafficked.", "", id="the next clause says that it is no trafficking",
        ),
        pytest.param(
            "Women from Chile are exploited in Iceland; there were no reports that the police were bribed.",
            "CHL>ISL destination", id="another clause that denies something else",
        ),
        pytest.param(
            "Victims of forced labor are often hired in their home countries for work on Iceland's boats.", "",
            id="victims from other countries are no internal ones",
        ),
        pytest.param("Children are trafficked to the coal mines of eastern Iceland.", "ISL>ISL internal",
                     id="to a part of the country"),
        pytest.param("Children from Peru are trafficked to the coal mines of eastern Iceland.", "PER>ISL destination",
                     id="to a part of the country, from another"),
        pytest.param("Peruvian workers in Iceland are not free to leave their employers.", "PER>ISL destination",
                     id="not free to leave"),
        pytest.param("Peruvian workers in Iceland are not free to vote.", "", id="not free to do something else"),
        pytest.param(
            "Icelandic women who marry foreign husbands – mostly Chileans – were held in servitude abroad.", "",
            id="people who are instances of offenders",
        ),
        pytest.param("The government did not finance a fund for victims subjected to trafficking within the country.",
                     "", id="whom a fund serves"),
        pytest.param("Icelandic girls are subjected to trafficking within the country.", "ISL>ISL internal",
                     id="what happens in the country"),
    ],
)  # fmt: skip
def test_lists_parts_and_denials(text: str, expected: str) -> None:
    assert routes(text, "ISL") == set(filter(None, expected.split("|")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a shore of the country itself is no region abroad
        ("Belizean girls are trafficked from rural areas to resorts on the Caribbean coast.", "BLZ>BLZ internal"),
        ("Within the country, trafficking for forced labor is more common.", "BLZ>BLZ internal"),
        # whom the victims are meant for
        ("Belizean women are trafficked to Peru to become brides for Danish men.", "BLZ>PER source"),
        # where people set out, and where they only came through
        ("Women are trafficked to Peru and Chile, and on to Denmark.", "BLZ>PER source|BLZ>CHL source|BLZ>DNK source"),
        (
            "Belize is a destination. Most victims of forced labor come from Peru and enter Belize from Mexico.",
            "PER>BLZ destination",
        ),
        (
            "Men from Peru transit Belize en route to Mexico; some of them are subjected to forced labor upon reaching"
            " their destination.",
            "PER>BLZ transit|BLZ>MEX transit",
        ),
        ("The final destinations of victims transiting Belize are Peru and Chile.", "BLZ>PER transit|BLZ>CHL transit"),
        ("Belizeans are trafficked into Peru after being offered jobs in Chile.", "BLZ>PER source"),
        ("Belizeans are offered jobs in Chile but are forced into labor upon arrival.", "BLZ>CHL source"),
        # told of those spoken of before
        (
            "Most victims come from Peru and Chile; women from Mexico were also identified.",
            "PER>BLZ destination|CHL>BLZ destination|MEX>BLZ destination",
        ),
        (
            "Girls are trafficked into Belize for prostitution. The largest numbers are from Peru.",
            "PER>BLZ destination",
        ),
        (
            "Forced labor and sex trafficking of men, women, and boys within the country remain a problem.",
            "BLZ>BLZ internal",
        ),
        ("Child sex trafficking and tourism occur within Belize.", "BLZ>BLZ internal"),
        ("Foreign women are exploited in sex trafficking within Belize.", ""),
        (
            "Women are trafficked to Peru for labor and from rural to urban areas within the country.",
            "BLZ>PER source|BLZ>BLZ internal",
        ),
        # those who are exploited in a mere destination come from elsewhere
        ("Belize is a destination country. Young adults are forced into domestic servitude in Belize.", ""),
        ("Belize is a source country. Young adults are forced into domestic servitude in Belize.", "BLZ>BLZ internal"),
        # buyers
        ("Some Belizean men travel to Mexico and Cuba to solicit prostitution.", ""),
        # elsewhere, come home, and who speaks for a country
        ("A Belizean citizen was forced into prostitution in another European country.", ""),
        ("Belize's National Police Board reported that victims were trafficked through the port.", ""),
        ("Trafficked Belizean women return home with debts.", ""),
        ("The Embassy of Belize in Mexico assisted 14 victims of trafficking.", ""),
    ],
)
def test_routes_are_told_from_places_that_are_no_ends_of_them(text: str, expected: str) -> None:
    assert routes(text, "BLZ") == {route for route in expected.split("|") if route}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Eight victims were from Peru, one was from Chile, and the rest were Belizean.",
            "PER>BLZ destination|CHL>BLZ destination",
        ),
        (
            "Two Belizean victims were subjected to trafficking in Peru, while the rest were exploited in Belize.",
            "BLZ>PER source|BLZ>BLZ internal",
        ),
        (
            "Most victims were Chilean, followed by Peruvian and Mexican.",
            "CHL>BLZ destination|PER>BLZ destination|MEX>BLZ destination",
        ),
        ("Most victims came from Chile, followed by Peru.", "CHL>BLZ destination|PER>BLZ destination"),
        ("Belizean victims identified in Belize received care; traffickers exploited 12 in forced labor.", ""),
    ],
)
def test_routes_of_identified_victims_are_read_outside_the_profile(text: str, expected: str) -> None:
    assert routes(text, "BLZ", section="protection") == {route for route in expected.split("|") if route}


@pytest.mark.parametrize(
    ("country", "section", "text", "expected"),
    [
        ("ISL", "profile", "Icelandic women are trafficked to the U.A.E, Peru, Chile, and Malta.",
         "ISL>ARE source|ISL>PER source|ISL>CHL source|ISL>MLT source"),
        ("ISL", "profile", "Iceland is a source country. Boys are trafficked to and from other Asian countries, most "
         "notably Nepal, Laos, and The Gambia, to work as cooks.",
         "ISL>NPL source|NPL>ISL destination|ISL>LAO source|LAO>ISL destination|ISL>GMB source|GMB>ISL destination"),
        ("ISL", "profile", "Icelandic girls are subjected to sex trafficking by Icelandic criminal gangs in southern "
         "Peru, Chile, and Malta.", "ISL>PER source|ISL>CHL source|ISL>MLT source"),
        ("ISL", "profile", "Girls are subjected to sex trafficking by criminal gangs in Peru.", ""),
        ("ISL", "profile", "Women trafficked between Peru and Chile transit Iceland.",
         "PER>ISL transit|ISL>PER transit|CHL>ISL transit|ISL>CHL transit"),
        ("ISL", "profile", "Some Icelanders who migrate by choice to the Gulf, Peru, Chile, and elsewhere for work "
         "later face conditions of forced labor.", "ISL>[Gulf] source|ISL>PER source|ISL>CHL source"),
        ("ISL", "profile", "Police found new destinations for Icelandic victims of sex trafficking, including Peru and "
         "Chile.", "ISL>PER source|ISL>CHL source"),
        ("ISL", "profile", "The ministry has officers in several source countries, including Peru and Chile.", ""),
        ("ISL", "profile", "Refugees from Peru are vulnerable to being subjected to trafficking in Iceland.", ""),
        ("ISL", "protection", "Police identified 90 victims; 22 victims were Icelandic nationals, while the other 68 "
         "were foreign nationals from Peru, Chile, and Malta.",
         "PER>ISL destination|CHL>ISL destination|MLT>ISL destination"),
        ("ISL", "protection", "The police identified 31 victims, 20 Icelanders, ten Peruvians, and one Chilean.",
         "PER>ISL destination|CHL>ISL destination"),
        ("ISL", "protection", "In 2011 two victims were women, three were men, and they were predominantly from Peru "
         "and Chile.", "PER>ISL destination|CHL>ISL destination"),
        ("ISL", "protection", "Source countries for identified victims in 2008 included: Peru, Chile, and Malta.",
         "PER>ISL destination|CHL>ISL destination|MLT>ISL destination"),
        ("ISL", "protection", "The top countries of victim origin in 2017 (by prevalence) were Peru and Malta.",
         "PER>ISL destination|MLT>ISL destination"),
        ("ISL", "profile", "Victims found in 2005 came from Xyz, Peru, Malta, and Chile.",
         "PER>ISL destination|MLT>ISL destination|CHL>ISL destination"),
        ("ISL", "profile", "The main sources of clients for child sex tourism are Peru and Chile.", ""),
        ("ISL", "profile", "Peruvian nationals coordinate the sex trafficking of women.", ""),
        ("ISL", "profile", "Iceland is a destination for women from Peru trafficked for sex, and a source for men "
         "trafficked to Kuwait.", "PER>ISL destination|ISL>KWT source"),
        ("ISL", "profile", "Media told of domestic workers recruited in Peru who transit Iceland and are exploited in "
         "Chile.", "PER>ISL transit|ISL>CHL transit"),
        ("ISL", "profile", "Authorities in Peru identified 20 Icelandic victims of forced labor.", "ISL>PER source"),
        ("ISL", "profile", "Peruvian police identified two Icelandic victims.", "ISL>PER source"),
        ("ISL", "profile", "Maltese police report that Icelandic girls are being exploited there.", "ISL>MLT source"),
        ("ISL", "profile", "Girls are trafficked within Iceland and from Peru for prostitution.",
         "PER>ISL destination|ISL>ISL internal"),
        ("ISL", "protection", "Four of the victims were Icelandic, six were Peruvian, and one was Chilean.",
         "PER>ISL destination|CHL>ISL destination"),
        ("ISL", "protection", "The government repatriated six victims to Peru.", "PER>ISL destination"),
        ("ISL", "protection", "The government repatriated six Icelandic victims to Iceland.", ""),
        ("ISL", "protection", "Only two victims were foreign nationals (one from Peru and one from Chile).",
         "PER>ISL destination|CHL>ISL destination"),
    ],
)  # fmt: skip
def test_routes_of_lists_gangs_and_of_victims_whose_origin_is_told(
    country: str, section: str, text: str, expected: str
) -> None:
    assert routes(text, country, section=section) == set(filter(None, expected.split("|")))
