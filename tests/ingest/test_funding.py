"""fact_funding: amounts and their equivalents, comparisons, purposes, funders, and money that is no funding."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract import extract
from ingest.grammar.funding import find
from ingest.grammar.rule import example
from ingest.tokens import sentences
from tests.ingest.test_grammar import document_of

Short = tuple[float | None, str | None, float | None, int]


def rows(text: str, country: str = "KAZ", edition: int = 2014, section: str = "protection") -> list[dict[str, Any]]:
    given = example(text, country=country, edition=edition, section=section)
    return extract(document_of(given)).rows.get("fact_funding", [])


def short(row: dict[str, Any]) -> Short:
    amount, dollars = row["amount"], row["amount_usd"]
    return (
        None if amount is None else float(amount), row["currency"], None if dollars is None else float(dollars),
        row["data_year"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("country", "edition", "text", "expected"),
    [
        # one amount in two currencies, in either order
        ("PHL", 2014, "It allocated 31 million pesos ($700,000) to shelters.", [(31e6, "PHP", 7e5, 2013)]),
        ("PHL", 2014, "It allocated $700,000 (31 million pesos) to shelters.", [(31e6, "PHP", 7e5, 2013)]),
        ("PHL", 2014, "It allocated 31 million pesos (approximately the equivalent of $700,000) to shelters.",
         [(31e6, "PHP", 7e5, 2013)]),
        ("PHL", 2014, "It allocated 31 million pesos, or about $700,000, to shelters.", [(31e6, "PHP", 7e5, 2013)]),
        ("PHL", 2014, "It allocated the equivalent of $700,000 to shelters.", [(7e5, "USD", 7e5, 2013)]),
        ("CAN", 2014, "It gave 90,000 Canadian dollars (C$) ($80,000) to shelters.", [(9e4, "CAD", 8e4, 2013)]),
        # two amounts stay two
        ("PHL", 2014, "It allocated 31 million pesos to shelters and $10,000 to training.",
         [(31e6, "PHP", None, 2013), (1e4, "USD", 1e4, 2013)]),
        # years
        ("DEU", 2014, "In 2012, it spent 50,000 euros on victim care.", [(5e4, "EUR", None, 2012)]),
        ("DEU", 2014, "It spent 50,000 euros on victim care in 2012.", [(5e4, "EUR", None, 2012)]),
        ("DEU", 2014, "It spent 50,000 euros on victim care in fiscal year 2012-2013.", [(5e4, "EUR", None, 2013)]),
        ("ISL", 2014, "The 2014 state budget allocated 9 million krona to a victim shelter.", 
         [(9e6, "ISK", None, 2014)]),
        ("DEU", 2014, "It spent 50,000 euros on its 2012-2016 national action plan.", [(5e4, "EUR", None, 2013)]),
        # comparisons
        ("DEU", 2014, "It spent 50,000 euros on care, compared with 40,000 euros in 2012 and 30,000 euros in 2011.",
         [(5e4, "EUR", None, 2013), (4e4, "EUR", None, 2012), (3e4, "EUR", None, 2011)]),
        ("DEU", 2014, "It spent 50,000 euros on care, a decrease from 60,000 euros the previous year.",
         [(5e4, "EUR", None, 2013), (6e4, "EUR", None, 2012)]),
        ("DEU", 2014, "It spent 50,000 euros (40,000 euros in 2012) on care.",
         [(5e4, "EUR", None, 2013), (4e4, "EUR", None, 2012)]),
        ("DEU", 2014, "It spent 50,000 euros on care, a decrease from 60,000 euros in 2012 and 2011.",
         [(5e4, "EUR", None, 2013), (6e4, "EUR", None, 2012), (6e4, "EUR", None, 2011)]),
        ("DEU", 2014, "Its budget for shelters rose from 40,000 euros in 2012 to 50,000 euros in 2013.",
         [(4e4, "EUR", None, 2012), (5e4, "EUR", None, 2013)]),
        ("EST", 2014, "The state increased its budget for shelters from $14,000 to $96,000.",
         [(14e3, "USD", 14e3, 2012), (96e3, "USD", 96e3, 2013)]),
        ("USA", 2014, "Congress made $7 million available for shelters.", [(7e6, "USD", 7e6, 2013)]),
        ("LCA", 2014, "It gave no funds for victim care in 2013 and 2012, compared with 90,000 EC dollars in 2011.",
         [(0, None, None, 2013), (0, None, None, 2012), (9e4, "XCD", None, 2011)]),
        ("LAO", 2014, "The shelter's budget was the same as the year before, which was 90 million kip.",
         [(9e7, "LAK", None, 2013)]),
        ("ZMB", 2014, "Norway gave 9,000 kroner for a shelter.", [(9e3, "NOK", None, 2013)]),
        ("DEU", 2014, "It gave 50,000 euros to shelters in 2013; in 2012, it gave 40,000 euros.",
         [(5e4, "EUR", None, 2013), (4e4, "EUR", None, 2012)]),
        ("DEU", 2014, "It gave 50,000 euros to a shelter that opened in 2006.", [(5e4, "EUR", None, 2013)]),
        ("DEU", 2014, "In January 2014, it gave 50,000 euros to a shelter.", [(5e4, "EUR", None, 2013)]),
        ("DEU", 2014, "It repatriated 90 victims, up from 67 in 2012, at a cost of 50,000 euros.",
         [(5e4, "EUR", None, 2013)]),
        ("DEU", 2014, "It spent 50,000 euros on care, more than twice the 20,000 euros of the year before.",
         [(5e4, "EUR", None, 2013), (2e4, "EUR", None, 2012)]),
        ("DEU", 2014, "It spent 50,000 euros on care, less than in 2011 (60,000 euros).",
         [(5e4, "EUR", None, 2013), (6e4, "EUR", None, 2011)]),
        ("DEU", 2014, "It spent 50,000 euros on care, up from its 2011 budget of 40,000 euros.",
         [(5e4, "EUR", None, 2013), (4e4, "EUR", None, 2011)]),
        ("DEU", 2014, "It paid 50,000 euros in stipends to victims, in 2012 40,000 euros.",
         [(5e4, "EUR", None, 2013), (4e4, "EUR", None, 2012)]),
        ("DEU", 2014, "It cut the shelter's budget from 50,000 euros to 40,000 euros for 2012.",
         [(5e4, "EUR", None, 2011), (4e4, "EUR", None, 2012)]),
        ("DEU", 2014, "In 2012, it gave 50,000 euros to shelters; it gave 40,000 euros to a hotline.",
         [(5e4, "EUR", None, 2012), (4e4, "EUR", None, 2013)]),
        ("DEU", 2014, "As in 2012, its budget for shelters was 50,000 euros.", [(5e4, "EUR", None, 2013)]),
        ("DEU", 2014, "It gave 50,000 euros to shelters, twice the amount of 2012.", [(5e4, "EUR", None, 2013)]),
        ("DEU", 2014, "It raised the shelter's budget to 50,000 euros in the fiscal year that ended in March 2012.",
         [(5e4, "EUR", None, 2012)]),
        ("DEU", 2014, "Its plan for 2012-2016 had a budget of 50,000 euros.", [(5e4, "EUR", None, 2016)]),
        ("DEU", 2014, "Its plan for 2012-2016 received 50,000 euros.", [(5e4, "EUR", None, 2013)]),
        ("DEU", 2014, "It gave 50,000 euros to a victims' fund established in 2006.", [(5e4, "EUR", None, 2013)]),
        # a conversion without parentheses
        ("DNK", 2014, "The state gave 500,000 kroner, about $80,000, to shelters.", [(5e5, "DKK", 8e4, 2013)]),
        # deltas are no levels
        ("DEU", 2014, "It increased the shelter's funding by 10,000 euros to 50,000 euros.", 
         [(5e4, "EUR", None, 2013)]),
        ("DEU", 2014, "It spent 50,000 euros on care, 10,000 euros more than in 2012.", [(5e4, "EUR", None, 2013)]),
        # ranges have no single amount
        ("DEU", 2014, "It spent 50,000 to 60,000 euros on shelters.", [(None, "EUR", None, 2013)]),
    ],
)  # fmt: skip
def test_amounts_currencies_and_years(country: str, edition: int, text: str, expected: list[Short]) -> None:
    assert [short(row) for row in rows(text, country, edition)] == expected


def test_a_range_of_money_keeps_both_ends() -> None:
    (row,) = rows("The government spent about 50,000 to 60,000 euros on shelters.", "DEU")
    assert (row["amount"], row["amount_low"], row["amount_high"]) == (None, 50_000, 60_000)
    assert row["qualifier"] == "approximately"


@pytest.mark.parametrize(
    ("text", "purpose", "funder"),
    [
        ("The government provided $9,000 to two shelters.", "victim_assistance", "government"),
        ("The government provided $9,000 to NGOs to run awareness campaigns.", "prevention", "government"),
        ("Officials spent $9,000 on training for police and prosecutors.", "training", "government"),
        ("The ministry gave $9,000 to the police anti-trafficking squad.", "law_enforcement", "government"),
        ("The government allocated $9,000 for its national anti-trafficking committee.", "general", "government"),
        ("NGOs received $9,000 from the government for victim care.", "victim_assistance", "government"),
        ("IOM provided $9,000 for a shelter.", "victim_assistance", "international_organization"),
        ("A local NGO contributed $9,000 for a shelter.", "victim_assistance", "ngo"),
        ("The government paid an NGO $9,000 for the care of victims.", "victim_assistance", "government"),
        ("It allocated $9,000 to a shelter run by an NGO.", "victim_assistance", "government"),
        ("Police held a workshop with a U.S. grant of $9,000.", "training", "foreign_government"),
        ("The government secured $9,000 in donor funding for shelters.", "victim_assistance", "foreign_government"),
        ("Norway gave $9,000 for a campaign.", "prevention", "foreign_government"),
        ("Private donors gave the shelter $9,000.", "victim_assistance", "unspecified"),
        ("Two victims received $9,000 in compensation from the state.", "compensation", "government"),
        ("A foreign government donated $9,000 to the police academy for workshops.", "training", "foreign_government"),
        ("With $9,000 from the European Union, an NGO printed posters.", "prevention", "international_organization"),
        ("A court ordered the traffickers to pay $9,000 in restitution.", "compensation", "unspecified"),
        ("The government paid $9,000 in compensation to two victims.", "compensation", "government"),
        ("The judge sentenced him to prison and ordered him to pay the victim $9,000.", "compensation", "unspecified"),
        ("The state compensation fund paid $9,000 to two victims.", "compensation", "government"),
        ("It trained officers and raised its anti-trafficking budget to $9,000.", "general", "government"),
        ("It spent $9,000 on vocational training and education for women.", "victim_assistance", "government"),
        ("It spent $9,000 on the prevention and suppression of trafficking.", "general", "government"),
        ("The ministry put $9,000 into public service messages on television.", "prevention", "government"),
        ("The EU bore the cost, $9,000, of radio messages.", "prevention", "international_organization"),
        ("The government equipped a shelter with $9,000.", "victim_assistance", "government"),
        ("The office had $9,000 at its disposal for leaflets.", "prevention", "government"),
        ("Families received $9,000 monthly for every victim that they housed.", "victim_assistance", "government"),
        ("The government paid a local group $90 a month to care for the child.", "victim_assistance", "government"),
        ("Under an agreement with Norway worth $9,000, police held workshops.", "training", "foreign_government"),
        (
            "It ran a shelter with $9,000 contributed by the Norwegian government.",
            "victim_assistance",
            "foreign_government",
        ),
        ("Norway, through the UN, invested $9,000 in shelters.", "victim_assistance", "foreign_government"),
        (
            "The ministry was given $9,000, by the ILO, for its child labor unit.",
            "general",
            "international_organization",
        ),
        (
            "The government took over a hotline for which IOM had paid $9,000.",
            "prevention",
            "international_organization",
        ),
        ("The committee allocated $9,000 to three NGO homes.", "victim_assistance", "government"),
        ("It allotted $9,000 to public information.", "prevention", "government"),
        ("At the national level $9,000 went to the anti-trafficking council.", "general", "government"),
        ("It budgeted $9,000 for the secretariat and the care of victims.", "general", "government"),
        ("It spent $9,000 on shelters, the hotline, and legal aid.", "victim_assistance", "government"),
        ("A court ordered $9,000 to be paid to each of the victims.", "compensation", "unspecified"),
        ("He was told to pay his victim $9,000.", "compensation", "unspecified"),
        ("The average compensation awarded to victims was $9,000.", "compensation", "unspecified"),
    ],
)
def test_purpose_and_funder(text: str, purpose: str, funder: str) -> None:
    (row,) = rows(text)
    assert (row["purpose"], row["funder"]) == (purpose, funder)


@pytest.mark.parametrize(
    "text",
    [
        "The law prescribes up to nine years' imprisonment and a fine of 500,000 tenge ($3,300).",
        "Courts fined the employer $9,000 and sentenced him to two years in prison.",
        "Police seized assets worth $9,000 from the traffickers.",
        "Recruiters charged workers fees of $9,000 and paid them wages of $90 per month.",
        "Families sold their daughters for $90; victims owed debts of $9,000.",
        "An officer accepted bribes of $90 to release the suspects.",
        "The suspect was released on bail of $9,000.",
        "Trafficking earned criminal groups profits of $9 million.",
        "Labor inspectors recovered $9,000 in unpaid wages.",
        "The law provides for compensation of up to $9,000.",
        "A claim for $9,000 in damages was rejected.",
        "The shelter needed $9,000 to reopen.",
        "The trip cost each victim $9,000.",
        "The plan, whose cost was estimated at $9,000, was not adopted.",
        "Prosecutors requested restitution of $9,000, which the court denied.",
    ],
)
def test_money_that_is_no_funding(text: str) -> None:
    assert rows(text, section="prosecution") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The government provided no funding for victim services.", "zero"),
        ("The government did not allocate any funding to shelters.", "zero"),
        ("No government funding was allocated to shelters.", "zero"),
        ("The government did not provide specific funding for any campaigns.", "zero"),
        ("The government provided no financial support to shelters.", "zero"),
        ("The government did not provide funding for campaigns.", "zero"),
        ("The state did not allocate an operating budget to the task force.", "zero"),
        ("The government did not report its funding for shelters.", "not_reported"),
        ("The government did not report funding levels for anti-trafficking efforts.", "not_reported"),
        ("Authorities did not specify the amount of the budget for victim care.", "not_reported"),
        ("No government money was spent on victim care.", "zero"),
        ("The state ran no shelter, nor did it provide funding to NGOs.", "zero"),
        ("No state money went to victims.", "zero"),
        ("The government no longer provided funding to the shelter.", "zero"),
        ("Funds were not allocated for victim care.", "zero"),
        ("The government did not provide the shelter with a budget.", "zero"),
        ("The government did not make any financial contribution to shelters.", "zero"),
        ("The government did not report what funding it provided to shelters.", "not_reported"),
        ("None of the nine committees was allocated funds.", "zero"),
        ("Neither the council nor its branches were given a budget.", "zero"),
        ("The government provided none of the $9,000 that it had pledged to the shelter.", "zero"),
        ("The government made no appropriation for the task force.", "zero"),
        ("The government did not assign a separate budget to its campaigns.", "zero"),
        ("The government did not allocate resources to implement its plan.", "zero"),
        ("The government provided neither funding nor in-kind support to shelters.", "zero"),
        ("The government did not provide financial or in-kind support to shelters.", "zero"),
        ("The shelter did not receive any funding from the government.", "zero"),
        ("No compensation was paid in 2013.", "zero"),
        ("No court awarded compensation to victims.", "zero"),
        ("The government did not report ordering restitution for any victims.", "not_reported"),
        ("Figures on funding were not available.", "not_reported"),
        ("Funding levels for victim care were unknown.", "not_reported"),
        ("Authorities did not provide budget figures for shelters.", "not_reported"),
        ("The government did not report the amount spent on shelters.", "not_reported"),
    ],
)
def test_stated_lack_of_funding(text: str, status: str) -> None:
    (row,) = rows(text)
    assert row["status"] == status
    assert row["amount"] == (0 if status == "zero" else None)
    assert row["currency"] is None


@pytest.mark.parametrize(
    "text",
    [
        "The government did not fund shelters run by NGOs.",
        "The government did not provide sufficient funding for victim care.",
        "Shelters operated without government funding.",
        "The government did not provide any other financial support to shelters.",
        "Prosecutors did not request restitution.",
        "No victim received compensation from a trafficker.",
        "The government did not make any efforts to find funding.",
        "The government did not release the funds it had allocated.",
        "Authorities disbursed nothing before December.",
        "The government did not disburse funds to the committee.",
    ],
)
def test_an_absent_effort_is_no_amount(text: str) -> None:
    assert rows(text) == []


def test_the_comparison_may_stand_in_the_next_sentence() -> None:
    found = rows("The government spent 50,000 euros on shelters. This compared with 40,000 euros in 2012.", "DEU")
    assert [short(row) for row in found] == [(5e4, "EUR", None, 2013), (4e4, "EUR", None, 2012)]
    assert [row["is_comparison"] for row in found] == [False, True]
    assert {row["purpose"] for row in found} == {"victim_assistance"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It gave $900 to shelters, having allocated nothing in 2012.", [(0, 2012), (900, 2013)]),
        ("It gave $900 to shelters, compared with no funding in 2012.", [(0, 2012), (900, 2013)]),
        ("It gave $900 to shelters, compared with no funding the previous year.", [(0, 2012), (900, 2013)]),
        ("It gave $900 (none in 2012) to shelters.", [(0, 2012), (900, 2013)]),
        ("It gave $900 to shelters in 2012 but nothing in 2013.", [(0, 2013), (900, 2012)]),
        ("It did not allocate any new funding to shelters, compared with $900 in 2012.", [(0, 2013), (900, 2012)]),
        ("It gave no funding to NGOs but allotted 900 tenge ($6) to shelters.", [(0, 2013), (900, 2013)]),
        ("It gave $900, as in the prior year, to shelters.", [(900, 2013)]),
        ("It had a budget of $900, the same as in 2012, of which it spent $40 on care.", [(40, 2013), (900, 2013)]),
        ("It gave $900, against $800 in 2012, to shelters.", [(800, 2012), (900, 2013)]),
        ("It gave $900 to shelters to pay six staff salaries and $80 for food.", [(80, 2013), (900, 2013)]),
        ("Prosecutors sought restitution for nine victims; courts ordered $700.", [(700, 2013)]),
    ],
)
def test_a_lack_of_money_may_stand_beside_an_amount(text: str, expected: list[tuple[int, int]]) -> None:
    assert sorted((int(row["amount"]), row["data_year"]) for row in rows(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The government annually allocates $900 to shelters.", [(2013, "other")]),
        ("The shelter has a budget of $900 per annum.", [(2013, "other")]),
        ("The government allocated $900 over three years to shelters.", [(2013, "other")]),
        ("The fund received $900 in fiscal year 2012 and in fiscal year 2013, $800.",
         [(2012, "other"), (2013, "other")]),
        ("The government gave shelters a grant of $900 and in 2012 had given $800.",
         [(2013, "reporting_period"), (2012, "calendar_year")]),
    ],
)  # fmt: skip
def test_years_and_the_kind_of_period(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(row["data_year"], row["period_type"]) for row in rows(text)] == expected


VOCABULARY = (
    "spent allocated $500 5 million euros ( ) , ; compared with from to in 2012 2013 increase by no any "
    "funding fines of restitution NGO government shelters for the respectively not report budget € 3,000 "
    "equivalent or"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))


@given(st.lists(WORDS, max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_jumble_of_funding_words_makes_valid_rows(words: list[str]) -> None:
    for row in rows(" ".join(words) + "."):
        assert len(row["quote"]) <= 300
        assert row["status"] in ("reported", "zero", "not_reported")


def test_a_huge_sentence_is_read_to_its_end() -> None:
    text = "It allocated $500 for shelters and $600 (450 euros) for training, " * 3000
    document = document_of(example(text))
    parsed = sentences(document)
    assert list(find(document, parsed))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It allocated 5 million pesos ($100,000) to shelters, up from 4 million ($80,000) in 2012.",
         [(5e6, "PHP", 1e5, 2013), (4e6, "PHP", 8e4, 2012)]),
        ("It gave 5 million pesos to shelters in 2013. Of this, 3 million was paid to NGOs, compared with 2 million in"
         " 2012.",
         [(5e6, "PHP", None, 2013), (3e6, "PHP", None, 2013), (2e6, "PHP", None, 2012)]),
        ("It gave 5 million pesos to shelters, a decrease from 6 million in 2012 and 7 million the year before that.",
         [(5e6, "PHP", None, 2013), (6e6, "PHP", None, 2012), (7e6, "PHP", None, 2011)]),
        ("Courts granted damages of 15,000 and 22,000 pesos to two women.",
         [(15e3, "PHP", None, 2013), (22e3, "PHP", None, 2013)]),
        ("It released 2 million of the 5 million pesos budgeted for shelters.",
         [(2e6, "PHP", None, 2013), (5e6, "PHP", None, 2013)]),
        ("It gave 5 million pesos to shelters, which housed 400 women, compared with 300 in 2012.",
         [(5e6, "PHP", None, 2013)]),
        ("It allocated 5 million Philippine pesos (PHP) ($100,000) to shelters.", [(5e6, "PHP", 1e5, 2013)]),
        ("It allocated 5 million pesos ($100,000) to shelters and funds to train 40 officers ($9,000).",
         [(5e6, "PHP", 1e5, 2013), (9e3, "USD", 9e3, 2013)]),
    ],
)  # fmt: skip
def test_a_currency_that_is_said_once_holds_for_the_next(text: str, expected: list[Short]) -> None:
    assert [short(row) for row in rows(text, country="PHL")] == expected


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("It gave $9,000 for anti-trafficking efforts, including a shelter.", "general"),
        ("It gave $9,000 to a program for combating trafficking and victim care.", "general"),
        ("It gave $9,000 for services and a national anti-trafficking program.", "victim_assistance"),
        ("It gave $9,000 to implement rehabilitation and reintegration.", "victim_assistance"),
    ],
)
def test_a_purpose_that_is_one_of_several_is_general(text: str, purpose: str) -> None:
    assert [row["purpose"] for row in rows(text)] == [purpose]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("The government gave $9,000 for care, including food, compared with $8,000 in 2012.", ["total", "total"]),
        ("The government gave $9,000, including $4,000 for care and $3,000 for food.", ["total", "part", "part"]),
        ("Local governments gave $9,000 for care.", ["part"]),
        ("The government gave $900 to each of six shelters.", ["part"]),
        ("A court ordered both to pay a victim $9,000 in compensation.", ["example"]),
        ("Courts awarded victims $9,000 in restitution.", ["total"]),
        ("Courts awarded $9,000 in damages to a victim.", ["example"]),
        ("The government gave $900 to one shelter and $800 to the other.", ["part", "part"]),
        ("The government gave $900 to one shelter.", ["total"]),
        ("The government gave victims $90 a month.", ["part"]),
        ("The government gave $900 to shelters, $200 of it from the lottery.", ["total", "part"]),
        ("The government gave $900 to shelters. It also provided $800 to a hotline.", ["total", "part"]),
        ("Local governments gave $900 for care, compared with $800 in 2012.", ["part", "part"]),
        ("Local governments did not allocate any funding to shelters.", ["part"]),
    ],
)
def test_all_a_part_or_one_case(text: str, scopes: list[str]) -> None:
    assert [row["scope"] for row in rows(text)] == scopes
