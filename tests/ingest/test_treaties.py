"""fact_treaties: which treaty, party or not, since when; lists, denials, intentions and other countries' deeds."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract import extract
from ingest.grammar.rule import example
from ingest.grammar.treaties import find
from ingest.tokens import sentences
from tests.ingest.test_grammar import document_of

Short = tuple[str, bool, int | None]


def rows(text: str, edition: int = 2014, family: str = "tip_report") -> list[dict[str, Any]]:
    given = example(text, edition=edition, section="prevention", family=family)
    return extract(document_of(given)).rows.get("fact_treaties", [])


def short(row: dict[str, Any]) -> Short:
    return (row["treaty"], row["is_party"], row["action_year"])


@pytest.mark.parametrize(
    ("name", "treaty"),
    [
        ("2000 UN TIP Protocol", "un_tip_protocol"),
        ("UN Trafficking in Persons Protocol", "un_tip_protocol"),
        ("Palermo Protocol", "un_tip_protocol"),
        ("UN Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children",
         "un_tip_protocol"),
        ("UN Convention against Transnational Organized Crime", "untoc"),
        ("ILO Convention 29", "ilo_c29"),
        ("ILO Convention No. 105", "ilo_c105"),
        ("ILO Convention 182", "ilo_c182"),
        ("ILO Convention 182 on the Worst Forms of Child Labor", "ilo_c182"),
        ("ILO Domestic Workers Convention", "ilo_c189"),
        ("ILO Convention 189 on Domestic Workers", "ilo_c189"),
        ("2014 Protocol to the ILO Forced Labor Convention", "ilo_p029"),
        ("Optional Protocol to the Convention on the Rights of the Child on the Sale of Children, Child"
         " Prostitution, and"
         " Child Pornography", "crc_opsc"),
        ("Optional Protocol to the Convention on the Rights of the Child on the Involvement of Children in"
         " Armed Conflict",
         "crc_opac"),
        ("Council of Europe Convention on Action against Trafficking in Human Beings", "coe_convention"),
        ("Convention on the Rights of the Child", "other"),
        ("UN Protocol", "un_tip_protocol"),
        ("2014 ILO Protocol on Forced Labor", "ilo_p029"),
        ("UN Migrant Smuggling Protocol", "other"),
        ("Council of Europe Convention on Trafficking", "coe_convention"),
    ],
)  # fmt: skip
def test_treaties_by_their_names(name: str, treaty: str) -> None:
    (row,) = rows(f"Kazakhstan ratified the {name} in 2011.")
    assert short(row) == (treaty, True, 2011)
    assert row["treaty_text"].startswith(name.split(",")[0][:20])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakhstan is a party to the 2000 UN TIP Protocol.", [("un_tip_protocol", True, None)]),
        ("The government acceded to the 2000 UN TIP Protocol in May 2012.", [("un_tip_protocol", True, 2012)]),
        ("In 2012, Kazakhstan became a state party to the 2000 UN TIP Protocol.", [("un_tip_protocol", True, 2012)]),
        ("Kazakhstan has not ratified the 2000 UN TIP Protocol.", [("un_tip_protocol", False, None)]),
        ("Kazakhstan was not a party to the 2000 UN TIP Protocol.", [("un_tip_protocol", False, None)]),
        ("Kazakhstan has yet to ratify the 2000 UN TIP Protocol.", [("un_tip_protocol", False, None)]),
        ("The government signed the 2000 UN TIP Protocol in 2001.", [("un_tip_protocol", False, None)]),
        ("The government has signed but not ratified the 2000 UN TIP Protocol.", [("un_tip_protocol", False, None)]),
        ("Its law follows the 2000 UN TIP Protocol, which it ratified in 2009.", [("un_tip_protocol", True, 2009)]),
        ("Kazakhstan became the third country to ratify ILO Convention 189.", [("ilo_c189", True, None)]),
        ("Kazakhstan signed the 2000 UN TIP Protocol in 2001, which it ratified in 2004.",
         [("un_tip_protocol", True, 2004)]),
        ("Kazakhstan has ratified neither the 2000 UN TIP Protocol nor ILO Convention 29.",
         [("un_tip_protocol", False, None), ("ilo_c29", False, None)]),
        ("Kazakhstan is a party to the 2000 UN TIP Protocol, but not to ILO Convention 189.",
         [("un_tip_protocol", True, None), ("ilo_c189", False, None)]),
        ("Kazakhstan is one of few countries that are not party to the 2000 UN TIP Protocol.",
         [("un_tip_protocol", False, None)]),
        ("Kazakhstan has not ratified ILO Convention 29, and it ratified ILO Convention 182 in 2001.",
         [("ilo_c29", False, None), ("ilo_c182", True, 2001)]),
        ("Kazakhstan ratified ILO Conventions 29, 105, and 182 in 2003.",
         [("ilo_c29", True, 2003), ("ilo_c105", True, 2003), ("ilo_c182", True, 2003)]),
        ("Kazakhstan remains outside the 2014 Protocol to the Forced Labor Convention.", [("ilo_p029", False, None)]),
        ("Kazakhstan is bound by ILO C189.", [("ilo_c189", True, None)]),
        ("Kazakhstan is no party to ILO Convention 29.", [("ilo_c29", False, None)]),
        ("Kazakhstan signed the UN TIP Protocol in 2001 but did not become a party until April 2009.",
         [("un_tip_protocol", True, None)]),
        ("Kazakhstan has ratified ILO Convention 182 as well as Conventions 29 and 105.",
         [("ilo_c182", True, None), ("ilo_c29", True, None), ("ilo_c105", True, None)]),
        ("Kazakhstan has yet to ratify a 2006 readmission agreement with Qatar.", [("other", False, None)]),
        ("Kazakhstan remains one of the few non-parties to the 2000 UN TIP Protocol.",
         [("un_tip_protocol", False, None)]),
        ("Kazakhstan, a signatory of the UN TIP Protocol since 2001, became a party in May 2009.",
         [("un_tip_protocol", True, None)]),
        ("The government's ratification of the 2000 UN TIP Protocol in 2009 closed a gap.",
         [("un_tip_protocol", True, 2009)]),
        ("Ratification of ILO Convention 189, by contrast, took place in 2012.", [("ilo_c189", True, 2012)]),
        ("The 2000 UN TIP Protocol was ratified by parliament in 2009.", [("un_tip_protocol", True, 2009)]),
        ("The 2000 UN TIP Protocol has not yet been ratified.", [("un_tip_protocol", False, None)]),
        ("The 2000 UN TIP Protocol remains unratified.", [("un_tip_protocol", False, None)]),
        ("The 2000 UN TIP Protocol came into force in Kazakhstan in 2009.", [("un_tip_protocol", True, 2009)]),
        ("Kazakhstan has not joined the 2014 Protocol to the Forced Labor Convention.", [("ilo_p029", False, None)]),
        ("Kazakhstan was among the first states to ratify ILO Convention 189.", [("ilo_c189", True, None)]),
        ("In 2009 the president signed the law ratifying the 2000 UN TIP Protocol.", [("un_tip_protocol", True, 2009)]),
        ("The government completed the process of ratifying ILO Convention 189 in 2013.", [("ilo_c189", True, 2013)]),
        ("Kazakhstan did ratify ILO conventions 29 and 182 in 2003.",
         [("ilo_c29", True, 2003), ("ilo_c182", True, 2003)]),
        ("Kazakhstan is party to neither the 2000 UN TIP Protocol nor its parent convention.",
         [("un_tip_protocol", False, None), ("untoc", False, None)]),
        ("Kazakhstan ratified the UN TIP Protocol on May 5, 2003, and ILO Convention 189 in 2011.",
         [("un_tip_protocol", True, 2003), ("ilo_c189", True, 2011)]),
        ("Kazakhstan ratified the UN Convention against Transnational Organized Crime together with its trafficking"
         " protocol.", [("untoc", True, None), ("un_tip_protocol", True, None)]),
        ("Kazakhstan acceded without reservation to the two Optional Protocols to the CRC.",
         [("crc_opsc", True, None), ("crc_opac", True, None)]),
        ("Kazakhstan ratified the Convention on the Elimination of Discrimination against Women (CEDAW), and ILO"
         " Convention 105.", [("other", True, None), ("ilo_c105", True, None)]),
        ("Kazakhstan ratified ILO Convention 182 but is not a party to the 2000 UN TIP Protocol.",
         [("ilo_c182", True, None), ("un_tip_protocol", False, None)]),
    ],
)  # fmt: skip
def test_statements_of_status(text: str, expected: list[Short]) -> None:
    assert [short(row) for row in rows(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The government should ratify the 2000 UN TIP Protocol.",
        "The government took steps to ratify the 2000 UN TIP Protocol.",
        "The government planned to join the 2000 UN TIP Protocol.",
        "The 2000 UN TIP Protocol entered into force in 2003.",
        "A draft law on ratification of the 2000 UN TIP Protocol was pending.",
        "Parliament considered accession to the 2000 UN TIP Protocol.",
        "The law is not consistent with the 2000 UN TIP Protocol.",
        "Officials trained judges on the 2000 UN TIP Protocol.",
        "Officials signed a memorandum under the 2000 UN TIP Protocol.",
        "Qatar ratified the 2000 UN TIP Protocol.",
        "Police adopted a protocol for the referral of victims.",
    ],
)
def test_intentions_measures_and_other_countries_are_no_status(text: str) -> None:
    assert rows(text) == []


def test_recommendations_are_no_status() -> None:
    given = example("Ratify the 2000 UN TIP Protocol; train police.", section="recommendations")
    assert "fact_treaties" not in extract(document_of(given)).rows


def test_the_year_that_closes_a_factbook_entry_is_no_year_of_ratification() -> None:
    (row,) = rows("Kazakhstan is a party to the 2000 UN TIP Protocol (2012)", family="world_factbook")
    assert row["action_year"] is None


VOCABULARY = (
    "Kazakhstan ratified signed acceded to is not a party the 2000 UN TIP Protocol ILO Convention 29 105 "
    "and 182 , ; in 2009 which optional protocol sale of children convention against transnational "
    "organized crime became"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))


@given(st.lists(WORDS, max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_jumble_of_treaties_makes_valid_rows(words: list[str]) -> None:
    for row in rows(" ".join(words) + "."):
        assert len(row["quote"]) <= 300
        assert row["is_party"] or row["action_year"] is None


def test_a_huge_sentence_is_read_in_linear_time() -> None:
    text = (
        "Kazakhstan ratified the 2000 UN TIP Protocol, ILO Conventions 29 and 105, and the optional protocol to the "
        * 2000
    )
    document = document_of(example(text))
    parsed = sentences(document)
    started = time.perf_counter()
    assert list(find(document, parsed))
    assert time.perf_counter() - started < 5
