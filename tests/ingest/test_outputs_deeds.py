"""fact_outputs by deeds that no list of verbs holds, and what only looks like a deed."""

from __future__ import annotations

import pytest

from tests.ingest.test_outputs import shown

TRAINED, HELD, CALLS = "officials_trained", "trainings_held", "hotline_calls"
MATERIALS, REACHED, INSPECTIONS, SHELTERS, OTHER = (
    "materials_distributed", "people_reached", "inspections", "shelters", "other",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # open verbs, nouns of doing, shared deeds
        ("The bureau devised 12 workshops and scheduled nothing else.", [(HELD, 12)]),
        ("Inspectors finalized 64 inspections of farms.", [(INSPECTIONS, 64)]),
        ("Officials took part in nine joint inspections.", [(INSPECTIONS, 9)]),
        ("The office set out 800 flyers at stations.", [(MATERIALS, 800)]),
        ("With the delivery of 31 seminars, the academy reached 640 officers.", [(HELD, 31), (TRAINED, 640)]),
        ("Police ran 15 programs for prosecutors and judges.", [(HELD, 15)]),
        ("Two seminars brought together 95 officials.", [(HELD, 2), (TRAINED, 95)]),
        ("The ministry's campaign garnered 71,000 views.", [(OTHER, 71000)]),
        # closed, settled, registered, paid for
        ("The city shut down eight unlicensed boarding houses.", [(OTHER, 8)]),
        ("The labor office said 140 complaints were settled.", [(OTHER, 140)]),
        ("The ministry registered 58 recruitment agencies and placed 12 on a blacklist.", [(OTHER, 58), (OTHER, 12)]),
        ("Inspectors checked 300 farms and found 41 in violation of the labor code.",
         [(INSPECTIONS, 300), (OTHER, 41)]),
        ("The government funded three mobile teams.", [(OTHER, 3)]),
        ("Officials renewed 19 residence permits of victims.", [(OTHER, 19)]),
        # people: shared nouns, parts, those who are told of again
        ("Police trained 64 law enforcement and 31 other officials.", [(TRAINED, 64), (TRAINED, 31)]),
        ("The ministry trained 150 officers, 60 of them in the capital.", [(TRAINED, 150), (TRAINED, 60)]),
        ("The ministry trained 90 officers, and another 25 through a partner.", [(TRAINED, 90), (TRAINED, 25)]),
        ("The state gave courses, and 80 officers completed them.", [(TRAINED, 80)]),
        ("The task force trained 210 at eight seaports.", [(TRAINED, 210)]),
        ("Officers presented the topic to 730 pupils.", [(REACHED, 730)]),
        ("Police made a film, which 2,400 students watched.", [(REACHED, 2400)]),
        ("The ministry held 20 awareness sessions for 310 employers.", [(OTHER, 20), (REACHED, 310)]),
        ("The academy trained 75 cadets, and 20 took part in an advanced course.", [(TRAINED, 75), (TRAINED, 20)]),
        ("The ministry trained 800 officers, more than the 500 trained in 2010.", [(TRAINED, 800), (TRAINED, 500)]),
        ("The college's course had 33 participants.", [(TRAINED, 33)]),
        ("The institute had courses for 26 judges.", [(TRAINED, 26)]),
        ("Three training sessions for police were attended by 62 officers.", [(HELD, 3), (TRAINED, 62)]),
        ("Police trained 48 officers, the customs service another 15.", [(TRAINED, 48), (TRAINED, 15)]),
        # materials, measures and lines
        ("The ministry paid for posters in six languages and printed 9,000 of them.", [(MATERIALS, 9000)]),
        ("Police carried out 60 measures, including 25 seminars.", [(HELD, 25)]),
        ("A hotline run by an NGO took 640 calls.", [(CALLS, 640)]),
        ("The hotline took calls on 35 possible cases.", [(CALLS, 35)]),
        ("The women's union ran four shelters.", [(SHELTERS, 4)]),
        # people who were looked at or helped, and are no victims
        ("Police identified one victim out of 75 individuals officials screened.", [(OTHER, 75)]),
        ("Mobile teams identified 12 victims and assisted 340 individuals.", [(OTHER, 340)]),
        ("Officers screened 90 vulnerable migrants, of whom 22 were children.", [(OTHER, 90), (OTHER, 22)]),
        # shelters
        ("The state gave funding to nine shelters run by NGOs.", [(SHELTERS, 9)]),
        ("The state ran four shelters for adults and one for children.", [(SHELTERS, 4), (SHELTERS, 1)]),
        ("The state ran two shelters, one for women and one in the capital.", [(SHELTERS, 2)]),
        ("The state ran 19 shelters. Of these shelters, 11 took in girls, and eight served men.",
         [(SHELTERS, 19), (SHELTERS, 11), (SHELTERS, 8)]),
        ("The state financed 11 public shelters and six run by NGOs.", [(SHELTERS, 11), (SHELTERS, 6)]),
    ],
)  # fmt: skip
def test_deeds_that_no_list_of_verbs_holds(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(output, value) for output, value, _ in shown(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministry postponed nine workshops.",
        "Police seized 400 posters of a fraudulent agency.",
        "Observers urged the government to train 900 officers.",
        "The law required firms with many workers to hold two courses a year.",
        "Prosecutors opened 85 cases in 14 districts and nine offices.",
        "Two shelters run by the government were closed during the year.",
        "A network of 33 shelters run by NGOs took in families.",
        "Five clerks had received no training.",
        "The college made the course mandatory for its 210 students.",
        "Reporters from eight regions attended a course of an embassy.",
        "The shelter took in families, with a total of 40 beds.",
        "The court heard 30 witnesses in nine sessions.",
        "The unit, made up of 18 officers, met often.",
        "Police halted 65 smuggling operations.",
    ],
)
def test_what_is_no_deed_of_a_government(text: str) -> None:
    assert shown(text) == []
