"""fact_outputs where the noun, the owner or the caller of a count stands elsewhere than behind a verb."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.document import Paragraph
from ingest.extract import extract
from tests.ingest.test_outputs import shown
from tests.ingest.test_victims import document_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whose shelters they are, and who was brought to them
        ("Officials identified 45 victims and referred them to two shelters.", [("shelters", 2)]),
        ("Police brought the girls to its 14 transit centers.", [("shelters", 14)]),
        ("The ministry's nine regional shelters housed women.", [("shelters", 9)]),
        ("Women could stay at one of the 27 state-run centers for victims.", [("shelters", 27)]),
        ("The state funded five of the country's 16 shelters.", [("shelters", 5)]),
        ("The ministry cared for 310 women at 62 temporary and seven long-term state shelters.",
         [("shelters", 62), ("shelters", 7)]),
        ("The ministry licensed two NGO shelters.", [("shelters", 2)]),
        ("The government had four shelters for victims.", [("shelters", 4)]),
        ("Of the 130 rooms for victims, 12 were opened in 2010.", [("shelters", 12)]),
        ("The government opened six shelters, bringing the total to 21.", [("shelters", 6), ("shelters", 21)]),
        # calls and those who make them
        ("The hotline assisted 140 callers.", [("hotline_calls", 140)]),
        ("The hotline is free. More than 900 signals, among them messages, came from relatives.",
         [("hotline_calls", 900)]),
        ("Over 400 people identified themselves to the hotline through calls.", [("hotline_calls", 400)]),
        ("An NGO that ran the national hotline reported receiving 760 calls.", [("hotline_calls", 760)]),
        ("The hotline received 310 reports, including 24 cases of trafficking.",
         [("hotline_calls", 310), ("hotline_calls", 24)]),
        # those who learn, and where
        ("More than 260 judges, prosecutors, and police took part in a state course.", [("officials_trained", 260)]),
        ("Over 700 officials, including 31 judges, were trained.",
         [("officials_trained", 700), ("officials_trained", 31)]),
        ("The academy provided training for each of its 530 recruits.", [("officials_trained", 530)]),
        ("Using government funding, an NGO trained 44 nurses.", [("officials_trained", 44)]),
        ("The office held 11 sessions on identification for about 240 officials.",
         [("trainings_held", 11), ("officials_trained", 240)]),
        ("Lectures were held in 19 schools with the participation of 2,300 pupils.",
         [("other", 19), ("people_reached", 2300)]),
        ("The ministry provided 6,200 workers with pre-departure briefings.", [("people_reached", 6200)]),
        # what was done, by its number of times, bodies and sanctions
        ("Police found most of them during one of eight operations.", [("other", 8)]),
        ("The state operated two hotlines and maintained 17 help desks.", [("other", 2), ("other", 17)]),
        ("Inspectors issued 410 fines to employers and mediated 36 wage disputes.", [("other", 410), ("other", 36)]),
        ("The audit led to the closure of nine brothels.", [("other", 9)]),
        ("Labor inspections at 70 farms and 25 mines found nothing.", [("inspections", 70), ("inspections", 25)]),
        ("The police set up nine new units, with a total of 64 now in existence.", [("other", 9), ("other", 64)]),
        ("The ministry placed 15 trainers across the country.", [("other", 15)]),
        ("Mobile teams identified 340 street children (90 in 2010).", [("other", 340), ("other", 90)]),
        ("Mobile teams identified 55 (48 street children in 2010).", [("other", 55), ("other", 48)]),
        ("The state operated five drop-in centers for victims.", [("other", 5)]),
        ("The team held seven sessions on victim identification.", [("trainings_held", 7)]),
        ("The state did not report how many calls its hotline received.", [("hotline_calls", None)]),
        ("Officials did not specify the number of inspections.", [("inspections", None)]),
        ("The ministry did not report how many workers received this guidance.", [("people_reached", None)]),
        ("Officials screened 640 asylum-seekers and 90 detainees.", [("other", 640), ("other", 90)]),
        ("Police found two victims among those at risk, out of 70 people screened.", [("other", 70)]),
        ("The state opened a helpline and identified four cases as a result.", [("other", 4)]),
        ("The ministry hosted an event on child rights for an audience of 450 people.", [("people_reached", 450)]),
        ("The city ran three large campaigns and 17 small ones.", [("other", 3), ("other", 17)]),
        ("Of the 800 inspections conducted, 26 found signs of forced labor.", [("inspections", 26)]),
        ("Posters were displayed in 75 schools.", [("other", 75)]),
        ("The ministry gave pre-departure training to 5,300 workers.", [("people_reached", 5300)]),
        ("The police, through 85 lectures, reached 4,100 pupils.", [("other", 85), ("people_reached", 4100)]),
        ("Some 830 individuals of many nations received assistance from the ministry's unit.", [("other", 830)]),
        ("The academy trained police (310), judges (24), and consular staff (15).",
         [("officials_trained", 310), ("officials_trained", 24), ("officials_trained", 15)]),
        ("Judges (54) and prosecutors (31) attended state training.",
         [("officials_trained", 54), ("officials_trained", 31)]),
        ("The police have a network of 31 support units.", [("other", 31)]),
        ("The ministry inspected 60 farms and the labor office inspected 25 more.",
         [("inspections", 60), ("inspections", 25)]),
        ("The hotline took 8,000 calls, including 70 about trafficking.",
         [("hotline_calls", 8000), ("hotline_calls", 70)]),
        ("The hotline received 900 inquiries from workers and 400 from employers.",
         [("hotline_calls", 900), ("hotline_calls", 400)]),
        ("Citizens reported 64 potential cases through the national hotline.", [("hotline_calls", 64)]),
        ("Some 3,000 packets were given to migrants.", [("materials_distributed", 3000)]),
        ("The campaign targeted 7,000 students in 80 schools.", [("people_reached", 7000), ("other", 80)]),
        ("The office held forums that 1,200 people attended.", [("people_reached", 1200)]),
        ("Police conducted operations against 12 criminal organizations.", [("other", 12)]),
        ("The number of inspections rose from 240 to 310.", [("inspections", 240), ("inspections", 310)]),
        ("Calls to the hotline increased to 950, compared with 800 in 2010.",
         [("hotline_calls", 950), ("hotline_calls", 800)]),
        ("None of the 60 calls to the hotline concerned trafficking.", [("hotline_calls", 0)]),
        ("The academy trained and deployed 85 inspectors.", [("officials_trained", 85)]),
        ("The state maintained 48 women and child police desks.", [("other", 48)]),
        ("The ministry ran a campaign that included 45 billboards.", [("materials_distributed", 45)]),
    ],
)  # fmt: skip
def test_counts_whose_verb_stands_elsewhere(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert [(output, value) for output, value, _ in shown(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The government planned to build four state-run shelters.",
        "An NGO gave $90,000 to six shelters.",
        "The government funded the renovation of one shelter.",
        "NGOs cared for women at six shelters.",
        "The government issued 900 identity cards.",
        "The government maintained 30 border posts.",
        "The law allows two visits.",
        "The website received 900 visits.",
        "Only one of three planned shelters opened.",
        "The unit appointed two trained officers.",
        "Police identified eight victims, all through calls to a hotline.",
        "One shelter received money from an NGO.",
        "The government did not report how many victims it identified.",
        "The chief ordered all 400 officers to attend training.",
    ],
)
def test_places_and_people_that_are_no_output(text: str) -> None:
    assert shown(text) == []


def test_the_same_number_told_twice_in_a_paragraph_is_two_facts_and_elsewhere_a_repeat() -> None:
    def count(text: str) -> int:
        return len(extract(document_of(text)).rows["fact_outputs"])

    assert count("The ministry designated one shelter for women. It also designated one shelter for men.") == 2
    assert count("The ministry opened three shelters. The three shelters housed women.") == 1
    told = "The ministry opened three shelters."
    document = document_of(f"{told}\n\n{told}")
    first, second = (
        Paragraph(1, "protection", 0, len(told)),
        Paragraph(2, "prevention", len(told) + 2, 2 * len(told) + 2),
    )
    assert len(extract(replace(document, paragraphs=(first, second))).rows["fact_outputs"]) == 1


def test_a_span_since_a_deed_ends_with_the_report() -> None:
    (row,) = shown("The school trained 300 officers since it opened its doors in 2006.", edition=2012)
    assert row == ("officials_trained", 300, 2011)
