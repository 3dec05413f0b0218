"""The rules of fact_trafficking_flows: what each wording states, proven by examples and counter-examples."""

from __future__ import annotations

from typing import Any

from ingest.grammar.rule import Example, Rule, example

TABLE = "fact_trafficking_flows"
ANCHORS = frozenset({"country", "flow_internal", "flow_exploit"})


def _row(origin: str | None, destination: str | None, role: str, **more: Any) -> dict[str, Any]:
    return {"origin_code": origin, "destination_code": destination, "role": role, **more}


def _told(text: str, *rows: dict[str, Any], country: str = "KAZ", **about: Any) -> Example:
    return example(text, *rows, country=country, **{"section": "profile", **about})


RULES: tuple[Rule, ...] = (
    Rule(
        "flows.destination",
        TABLE,
        ANCHORS,
        "victims of a foreign nationality, or from a foreign place, exploited in the country or brought into it",
        (
            _told(
                "Women and girls from Norway, Iceland and, to a lesser extent, Finland are trafficked to Kazakhstan for"
                " prostitution.",
                _row("NOR", "KAZ", "destination", trafficking_type="sex", victim_groups=["women", "girls"]),
                _row("ISL", "KAZ", "destination"),
                _row("FIN", "KAZ", "destination"),
            ),
            _told(
                "Swedish, Danish and Estonian men are forced to work on farms in the country.",
                _row("SWE", "KAZ", "destination", trafficking_type="labor", victim_groups=["men"]),
                _row("DNK", "KAZ", "destination"),
                _row("EST", "KAZ", "destination"),
            ),
            _told(
                "Kazakhstan is a destination country for women from northern Europe (Iceland, Norway) subjected to"
                " domestic servitude.",
                _row("ISL", "KAZ", "destination", sectors=["domestic servitude"], origin_region=None),
                _row("NOR", "KAZ", "destination"),
            ),
            _told(
                "Men from Portugal and Malta travel willingly to Kazakhstan for jobs in construction. On arrival, some"
                " of them face forced labor.",
                _row("PRT", "KAZ", "destination", trafficking_type="labor"),
                _row("MLT", "KAZ", "destination"),
            ),
            _told("Portuguese workers may be trafficked to and through Kazakhstan.", _row("PRT", "KAZ", "destination")),
            _told(
                "Girls from Iceland, Norway (the Lofoten islands), and Malta are trafficked to Kazakhstan.",
                _row("ISL", "KAZ", "destination"),
                _row("NOR", "KAZ", "destination"),
                _row("MLT", "KAZ", "destination"),
            ),
            _told(
                "Most foreign victims (41) hailed from Malta, but officials also assisted victims from Iceland, among"
                " other countries.",
                _row("MLT", "KAZ", "destination"),
                _row("ISL", "KAZ", "destination"),
                section="protection",
            ),
            _told(
                "One shelter assisted 20 victims from Malta, and the other did not report assisting any.",
                _row("MLT", "KAZ", "destination"),
                section="protection",
            ),
            _told(
                "Officials identified one victim from Malta (none in 2006).",
                _row("MLT", "KAZ", "destination"),
                section="protection",
            ),
            _told(
                "Police identified 12 victims, including five Portuguese nationals and two from Malta.",
                _row("PRT", "KAZ", "destination"),
                _row("MLT", "KAZ", "destination"),
                section="protection",
            ),
            _told(
                "Women from South and East Asia are exploited in prostitution in Kazakhstan.",
                _row(None, "KAZ", "destination", origin_region="South Asia", origin_region_code="034"),
                _row(None, "KAZ", "destination", origin_region="East Asia", origin_region_code="030"),
            ),
        ),
        (
            _told("Portuguese and Maltese migrants in Kazakhstan are vulnerable to forced labor."),
            _told("Men from Portugal travel to Kazakhstan for child sex tourism."),
            _told("Officials screened Maltese workers for trafficking indicators.", section="protection"),
            _told("Police from Portugal and Malta trained 40 officers.", section="prevention"),
            _told("The Organization of American States helped the government to fight forced labor."),
            _told("Authorities signed an agreement with Portugal on forced labor victims.", section="prevention"),
        ),
    ),
    Rule(
        "flows.source",
        TABLE,
        ANCHORS,
        "the country's people, or victims of no other origin, exploited in a foreign place or taken there",
        (
            _told(
                "Kazakhstani men are exploited in construction in Portugal, Malta, and elsewhere in Southern Europe.",
                _row("KAZ", "PRT", "source", sectors=["construction"], victim_groups=["men"]),
                _row("KAZ", "MLT", "source"),
                _row("KAZ", None, "source", destination_region="Southern Europe", destination_region_code="039"),
            ),
            _told(
                "Traffickers exploit Kazakhstanis in Iceland, and children are trafficked via Norway to Denmark.",
                _row("KAZ", "ISL", "source"),
                _row("KAZ", "DNK", "source"),
            ),
            _told(
                "Victims are trafficked to the Gulf, particularly to Oman, for domestic service.",
                _row("KAZ", "OMN", "source", destination_region=None),
            ),
            _told("Primary destination countries include Portugal.", _row("KAZ", "PRT", "source")),
            _told(
                "Portugal and Malta are also frequent destinations.",
                _row("KAZ", "PRT", "source"),
                _row("KAZ", "MLT", "source"),
            ),
            _told(
                "The government repatriated six Kazakhstani victims from Malta.",
                _row("KAZ", "MLT", "source"),
                section="protection",
            ),
        ),
        (
            _told("Kazakhstani men travel to Portugal for child sex tourism."),
            _told("Kazakhstani students abroad, among them many in Portugal, are at risk of forced labor."),
            _told("Courts in Portugal held a hearing on prostitution.", section="prosecution"),
            _told("Kazakhstan and Malta are destinations for tourists."),
        ),
    ),
    Rule(
        "flows.transit",
        TABLE,
        ANCHORS,
        "victims taken through the country: each end that is named makes an edge with the country",
        (
            _told(
                "Women from Iceland are trafficked through Kazakhstan to Portugal.",
                _row("ISL", "KAZ", "transit"),
                _row("KAZ", "PRT", "transit"),
            ),
            _told("Kazakhstan is a transit point for victims destined for Malta.", _row("KAZ", "MLT", "transit")),
            _told(
                "Kazakhstan is a transit country for women. Victims from Iceland end up in Norway.",
                _row("ISL", "KAZ", "transit"),
                _row("KAZ", "NOR", "transit"),
            ),
            _told(
                "Women are trafficked from Iceland to Kazakhstan and on to Portugal.",
                _row("KAZ", "PRT", "transit"),
            ),
            _told(
                "Some victims transit Kazakhstan from Iceland to Norway and from Malta to Portugal.",
                _row("ISL", "KAZ", "transit"),
                _row("KAZ", "NOR", "transit"),
                _row("MLT", "KAZ", "transit"),
                _row("KAZ", "PRT", "transit"),
            ),
        ),
        (
            _told("Kazakhstani women are trafficked through Norway to Malta."),
            _told("Transit visas for citizens of Malta were suspended.", section="prevention"),
        ),
    ),
    Rule(
        "flows.internal",
        TABLE,
        ANCHORS,
        "the country's people exploited at home; trafficking said to be internal or within the country",
        (
            _told(
                "Children are trafficked within the country for forced begging.",
                _row("KAZ", "KAZ", "internal", trafficking_type="labor", sectors=["begging"]),
            ),
            _told(
                "Human traffickers exploit domestic and foreign victims in Kazakhstan.", _row("KAZ", "KAZ", "internal")
            ),
            _told(
                "Kazakhstani girls are trafficked internally and to Malta for prostitution.",
                _row("KAZ", "KAZ", "internal", trafficking_type="sex", victim_groups=["girls"]),
            ),
            _told(
                "Women from Kazakhstan and Iceland are exploited in prostitution in Kazakhstan.",
                _row("KAZ", "KAZ", "internal"),
            ),
            _told("Most trafficking is internal.", _row("KAZ", "KAZ", "internal")),
        ),
        (
            _told("Traffickers exploit foreign victims in Kazakhstan."),
            _told("Kazakhstanis are exploited abroad."),
            _told("One third of the victims of trafficking in Kazakhstan are minors."),
            _told("Internally displaced persons are vulnerable to trafficking."),
            _told("The government drafted a plan on domestic violence.", section="prevention"),
        ),
    ),
    Rule(
        "flows.between",
        TABLE,
        ANCHORS,
        "between two places, or to and from a place: both directions",
        (
            _told(
                "Children are trafficked between Kazakhstan and Malta for forced labor.",
                _row("KAZ", "MLT", "source"),
                _row("MLT", "KAZ", "destination"),
            ),
            _told(
                "Kazakhstani girls are transported to and from Iceland for domestic servitude.",
                _row("KAZ", "ISL", "source"),
                _row("ISL", "KAZ", "destination"),
            ),
        ),
        (_told("The border between Malta and Portugal is long, and traffickers exploit women there."),),
    ),
)
