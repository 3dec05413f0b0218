"""The machine of fact_outputs on tables of cases: trainings, people, materials, calls, inspections, shelters."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.grammar.outputs import find
from ingest.tokens import sentences
from tests.ingest.test_victims import document_of


def shown(text: str, **about: Any) -> list[tuple[Any, ...]]:
    document = document_of(text, section="prevention", **about)
    rows = [fact.values for fact in find(document, sentences(document))]
    return [(row["output"], row["value"], row["data_year"]) for row in rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry printed 4,000 leaflets in 2010.", [("materials_distributed", 4000, 2010)]),
        ("Some 900 posters were displayed at stations.", [("materials_distributed", 900, 2011)]),
        ("The hotline received 310 calls, compared with 280 in 2010.",
         [("hotline_calls", 310, 2011), ("hotline_calls", 280, 2010)]),
        ("Inspectors conducted 75 labor inspections.", [("inspections", 75, 2011)]),
        ("The ministry conducted no inspections.", [("inspections", 0, 2011)]),
        ("The academy held 12 seminars for 240 judges.",
         [("trainings_held", 12, 2011), ("officials_trained", 240, 2011)]),
        ("The government trained 60 social workers and 500 migrant workers.",
         [("officials_trained", 60, 2011), ("people_reached", 500, 2011)]),
        ("Eighty prosecutors attended a training course.", [("officials_trained", 80, 2011)]),
        ("The campaign reached about 9,000 students.", [("people_reached", 9000, 2011)]),
        ("The state operated five shelters for victims.", [("shelters", 5, 2011)]),
        ("The ministry revoked 14 licenses.", [("other", 14, 2011)]),
        ("The ministry revoked the licenses of 30 recruiters.", [("other", 30, 2011)]),
        ("Judges noted the licenses of 30 recruiters.", []),
        ("The state's complaint system received 620 complaints.", [("other", 620, 2011)]),
        ("The government received 620 complaints.", []),
        ("The government opened six tribunals.", [("other", 6, 2011)]),
        ("The Office for Equality and the Red Cross held four seminars.", [("trainings_held", 4, 2011)]),
        ("The Red Cross held four seminars.", []),
        ("The state hotline received 740 calls, most of them questions, while 31 were referred to police.",
         [("hotline_calls", 740, 2011), ("hotline_calls", 31, 2011)]),
        ("Offices trained 70 migrant workers, and the agency screened papers.", [("people_reached", 70, 2011)]),
        ("The state operated two shelters, one for women and one for boys.", [("shelters", 2, 2011)]),
    ],
)  # fmt: skip
def test_outputs_of_governments(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "NGOs distributed 4,000 leaflets.",
        "The council held six meetings.",
        "The unit employs 60 inspectors.",
        "NGOs operated five shelters.",
        "Three private shelters provided care for 90 women.",
        "The government provided police escorts to two private shelters.",
        "Police convicted 60 officers who had no training.",
        "The ministry counted 500 students.",
    ],
)
def test_what_is_no_output(text: str) -> None:
    assert shown(text) == []


def test_the_unit_is_kept_as_written() -> None:
    document = document_of("Officials trained 35 border police officers.", section="prosecution")
    (fact,) = find(document, sentences(document))
    assert fact.values["unit_text"] == "border police officers"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry printed 900 leaflets and handed out 700 of them.", [900, 700]),
        ("The state ran six shelters in the south and three abroad.", [6, 3]),
        ("The hotline took 320 calls, none of them about trafficking.", [320, 0]),
        ("Of the 64 calls that the hotline received, 11 related to trafficking.", [11]),
        ("Inspectors visited 70 farms and fined 12 of them.", [70, 12]),
        ("The ministry held 15 training sessions, in which 480 officials and 70 members of civil society took part.",
         [15, 480, 70]),
        ("The academy trained 66 judges in four courses.", [66, 4]),
        ("The line received calls from 230 persons.", [230]),
        ("The state funded NGOs to hold 25 awareness campaigns.", [25]),
        ("The campaign reached 5,000 people, including 900 pupils.", [5000, 900]),
        ("Inspectors carried out 320 inspections, 45 of which were of farms.", [320, 45]),
        ("The state ran six shelters, one of which took men.", [6]),
        ("Officials held 80 awareness events, including 14 lectures.", [80, 14]),
    ],
)  # fmt: skip
def test_nouns_that_are_left_out_and_parts(text: str, expected: list[int]) -> None:
    assert [value for _, value, _ in shown(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The state pledged to open five shelters and to train 300 officers.",
        "The ministry did not fund 12 shelters that NGOs ran.",
        "The government failed to inspect 300 farms.",
        "The plan aims to train 500 teachers.",
    ],
)
def test_what_was_pledged_or_left_undone_is_no_output(text: str) -> None:
    assert shown(text) == []
