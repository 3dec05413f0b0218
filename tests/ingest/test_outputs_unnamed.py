"""fact_outputs where no known noun stands behind the number: people by their form, asides, times, ellipses."""

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
        # people whom only the form of a word tells of, and those who are only told to have learned
        ("The ministry briefed 130 ushers on indicators.", [(TRAINED, 130)]),
        ("The academy schooled 320 recruits and 45 quartermasters.", [(TRAINED, 320), (TRAINED, 45)]),
        ("Police hired and trained 16 Ukrainians as interpreters.", [(TRAINED, 16)]),
        ("Nearly 650 officers completed an online module.", [(TRAINED, 650)]),
        ("Another 55 caseworkers learned to recognize indicators.", [(TRAINED, 55)]),
        ("Over 800 officers obtained a certificate in interviewing.", [(TRAINED, 800)]),
        ("The academy put 70 detectives and 20 clerks through a seminar.", [(TRAINED, 70), (TRAINED, 20)]),
        ("The government sent 24 prosecutors to a regional training.", [(TRAINED, 24)]),
        ("In 17 seminars, the ministry taught 1,340 nurses.", [(HELD, 17), (TRAINED, 1340)]),
        ("Some 900 cadets enrolled in a module, and 410 finished it.", [(TRAINED, 900), (TRAINED, 410)]),
        # whoever taught them, a government's officials are what was trained
        ("IOM trained 60 officers.", [(TRAINED, 60)]),
        ("IOM conducted 14 trainings for 320 officials.", [(TRAINED, 320)]),
        ("Fifteen officials attended a workshop organized by UNODC.", [(TRAINED, 15)]),
        ("Approximately 40 officers were trained by an NGO.", [(TRAINED, 40)]),
        # the number behind its noun
        ("Judges, prosecutors, and police, 260 in all, attended state seminars.", [(TRAINED, 260)]),
        ("Peacekeepers, 640 altogether, received instruction.", [(TRAINED, 640)]),
        ("Posters (3,000) and comic books (850) were printed.", [(MATERIALS, 3000), (MATERIALS, 850)]),
        ("The ministry spent $3,000 on brochures, 9,000 copies in all.", [(MATERIALS, 9000)]),
        ("The state published a guide with a print run of 14,000.", [(MATERIALS, 14000)]),
        ("Government shelters, six in all, took in the women.", [(SHELTERS, 6)]),
        # times
        ("The state hotline was called 1,150 times.", [(CALLS, 1150)]),
        ("The police helpline rang 87 times.", [(CALLS, 87)]),
        ("Inspectors monitored cotton fields on 53 occasions.", [(INSPECTIONS, 53)]),
        ("State television aired the spot 210 times.", [(OTHER, 210)]),
        # calls again, and totals
        ("The state hotline logged 1,420 calls; nine led to investigations.", [(CALLS, 1420), (CALLS, 9)]),
        ("The state hotline took 720 calls on child labor and 28 about trafficking.", [(CALLS, 720), (CALLS, 28)]),
        ("The state hotline received 86 calls, none about trafficking.", [(CALLS, 86), (CALLS, 0)]),
        ("Calls to the government's hotline totaled 2,900.", [(CALLS, 2900)]),
        # who came, and who saw
        ("The council organized 66 dialogues that drew 6,640 residents.", [(OTHER, 66), (REACHED, 6640)]),
        ("The ministry put together nine debates, to which 540 market women came.", [(OTHER, 9), (REACHED, 540)]),
        ("The ministry screened a film seen by 17,000 people.", [(REACHED, 17000)]),
        ("About 240,000 people saw the ministry's exhibition.", [(REACHED, 240000)]),
        ("The migration service advised 15,600 workers before departure.", [(REACHED, 15600)]),
        # ways of looking at places, and what followed
        ("The inspectorate called on 4,300 workplaces.", [(INSPECTIONS, 4300)]),
        ("Inspectors looked into the practices of 940 agencies and closed 21.", [(INSPECTIONS, 940), (OTHER, 21)]),
        ("The inspectorate made 2,900 visits; in 2012 it had made 3,700.", [(INSPECTIONS, 2900), (INSPECTIONS, 3700)]),
        ("Inspectors visited no farms.", [(INSPECTIONS, 0)]),
        ("The ministry licensed 56 agencies, suspended 14, and banned four.", [(OTHER, 56), (OTHER, 14), (OTHER, 4)]),
        ("Police conducted 32 raids on parlors and closed 12.", [(OTHER, 32), (OTHER, 12)]),
        (
            "The inspectorate established a group to work with police and NGOs, and conducted 73 inspections of farms.",
            [(INSPECTIONS, 73)],
        ),
        ("The government kept two shelters open.", [(SHELTERS, 2)]),
        ("The government gave $90,000 to six shelters for victims.", [(SHELTERS, 6)]),
        ("It opened a house, bringing the number of public shelters for victims to seven.", [(SHELTERS, 7)]),
        ("The bureau raided 12 establishments.", [(INSPECTIONS, 12)]),
        ("Inspectors inspected 64 bateyes and closed 12 saunas.", [(INSPECTIONS, 64), (OTHER, 12)]),
        ("Officials completed an assessment of 640 orphanages.", [(INSPECTIONS, 640)]),
        ("The ministry checked 380 modeling, tourist, and matchmaking firms.", [(INSPECTIONS, 380)]),
        ("Labor inspectors made 90 visits and identified 230 violations.", [(INSPECTIONS, 90), (OTHER, 230)]),
        (
            "The state campaign reached 9,000 people through leaflets, 120 media articles, and 47 workshops.",
            [(REACHED, 9000), (OTHER, 120), (HELD, 47)],
        ),
        ("Eleven agencies lost their licenses.", [(OTHER, 11)]),
        ("Some 1,900 officers attended 30 courses.", [(TRAINED, 1900), (HELD, 30)]),
        ("Officers numbering 95 underwent a training by IOM.", [(TRAINED, 95)]),
        ("The academy certified 130 detectives.", [(TRAINED, 130)]),
        (
            "The ministry sent 13 officers to a course, and the embassy trained another 50.",
            [(TRAINED, 13), (TRAINED, 50)],
        ),
        ("The bureau warned 19,000 persons of illegal recruitment.", [(REACHED, 19000)]),
        ("The ministry aired 74 episodes with an audience of 700,000.", [(OTHER, 74), (REACHED, 700000)]),
        ("The ministry inspected 90 agencies but revoked the licenses of only two.", [(INSPECTIONS, 90), (OTHER, 2)]),
        ("It trained senior officials, including six new members of the council.", [(TRAINED, 6)]),
    ],
)
def test_counts_whose_noun_is_unknown_or_stands_elsewhere(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(output, value) for output, value, _ in shown(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The unit made use of 40 computers and 12 trailers.",
        "Police advised 40 victims of their rights.",
        "The working group met four times.",
        "Prosecutors sent 22 files to court.",
        "The number of victims was three times as high.",
        "Officials (12) were absent.",
        "Courts convicted 14 teachers, all told.",
        "An NGO trained 60 teachers without government support.",
        "The committee saw 30 women.",
        "The government closed six loopholes.",
        "Police warned 12 drivers.",
        "Traffickers trained 50 children as beggars.",
        "Armed groups abducted and trained 200 boys.",
        "Recruiters sent 70 women to a course abroad.",
        "A judge sentenced two recruiters who had closed three bars.",
        "Observers found 40 violations of the rights of detainees.",
        "In August, her two recruiters got suspended terms.",
        "It organized trainings for judges, and initiating investigations of nine officials was next.",
    ],
)
def test_what_has_no_noun_and_is_no_output(text: str) -> None:
    assert shown(text) == []
