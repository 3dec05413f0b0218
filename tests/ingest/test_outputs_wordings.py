"""The machine of fact_outputs on the many wordings of one thing done, and on what only sounds like one."""

from __future__ import annotations

import pytest

from tests.ingest.test_outputs import shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The government trained 35 imams and 120 village chiefs.",
            [("officials_trained", 35), ("officials_trained", 120)],
        ),
        (
            "Observers noted that there were only three shelters for victims.",
            [("shelters", 3)],
        ),
        (
            "Care remained scarce, with two dedicated shelters for trafficking victims in the country.",
            [("shelters", 2)],
        ),
        (
            "The hotline received 3,400 calls, identified 215 trafficking cases, and advised callers.",
            [("hotline_calls", 3400), ("other", 215)],
        ),
        ("The ministry banned 14 recruitment firms and 31 sending organizations.", [("other", 14), ("other", 31)]),
        ("Inspectors screened 320 locations.", [("inspections", 320)]),
        ("Both men and women had access to two shelters.", [("shelters", 2)]),
        ("The state cared for 40 women in three shelters.", [("shelters", 3)]),
        ("The year saw the establishment of 11 new municipal teams.", [("other", 11)]),
        ("The ministry designated one shelter for women.", [("shelters", 1)]),
        ("These two shelters, run by local groups, counseled women.", [("shelters", 2)]),
        ("Some 1,300 people called the hotline for help.", [("hotline_calls", 1300)]),
        (
            "Officers screened 5,000 vehicles and 320 persons at the border.",
            [("inspections", 5000), ("other", 320)],
        ),
        (
            "The ministry provided anti-trafficking training for 62 consular officers.",
            [("officials_trained", 62)],
        ),
        (
            "The institute delivered training to a total of 415 judges, prosecutors, and investigators.",
            [("officials_trained", 415)],
        ),
        (
            "Officials conducted 26 training sessions for 1,340 police, prosecutors, and social workers.",
            [("trainings_held", 26), ("officials_trained", 1340)],
        ),
        (
            "The police academy conducted 11 seminars, training 480 cadets.",
            [("trainings_held", 11), ("officials_trained", 480)],
        ),
        (
            "In 2010, 210 border guards participated in training courses on victim identification.",
            [("officials_trained", 210)],
        ),
        (
            "More than 90 labor inspectors graduated from a course on forced labor.",
            [("officials_trained", 90)],
        ),
        (
            "Authorities organized five workshops attended by 230 officials.",
            [("trainings_held", 5), ("officials_trained", 230)],
        ),
        (
            "A total of 640 law enforcement officers received anti-trafficking training, compared with 510 in 2010.",
            [("officials_trained", 640), ("officials_trained", 510)],
        ),
        (
            "The government held 14 trainings in 2011 and nine in 2010.",
            [("trainings_held", 14), ("trainings_held", 9)],
        ),
        (
            "The foreign ministry trained 75 diplomats (60 in 2010).",
            [("officials_trained", 75), ("officials_trained", 60)],
        ),
        (
            "The campaign reached 40,000 people through social media and 3,000 students in 25 schools.",
            [("people_reached", 40000), ("people_reached", 3000)],
        ),
        (
            "Officials printed and distributed 5,000 leaflets, 300 posters, and 2,000 wallet cards.",
            [("materials_distributed", 5000), ("materials_distributed", 300), ("materials_distributed", 2000)],
        ),
        (
            "The government aired 45 radio spots and 12 television programs about trafficking.",
            [("other", 45), ("other", 12)],
        ),
        (
            "The ministry broadcast 30 public service announcements.",
            [("other", 30)],
        ),
        (
            "The government conducted 18 awareness campaigns in schools and communities.",
            [("other", 18)],
        ),
        (
            "Officials gave 220 lectures to 9,500 students.",
            [("other", 220), ("people_reached", 9500)],
        ),
        (
            "Operators of the state hotline received 1,250 calls, leading to 12 victims and five investigations.",
            [("hotline_calls", 1250)],
        ),
        (
            "There were 310 calls to the government's hotline, of which 22 related to trafficking.",
            [("hotline_calls", 310), ("hotline_calls", 22)],
        ),
        (
            "The hotline received 410 calls, including 35 calls from victims of trafficking.",
            [("hotline_calls", 410), ("hotline_calls", 35)],
        ),
        (
            "The helpline responded to 77 inquiries and 15 complaints.",
            [("hotline_calls", 77), ("hotline_calls", 15)],
        ),
        (
            "Labor inspectors carried out 2,300 unannounced inspections of farms and 41 of brothels.",
            [("inspections", 2300), ("inspections", 41)],
        ),
        (
            "The ministry inspected 812 worksites and 33 recruitment agencies, down from 940 worksites in 2010.",
            [("inspections", 812), ("inspections", 33), ("inspections", 940)],
        ),
        (
            "Inspectors made 19 visits to fishing ports.",
            [("inspections", 19)],
        ),
        (
            "The government conducted 5,200 labor inspections, which identified 14 victims.",
            [("inspections", 5200)],
        ),
        (
            "The government funded 12 shelters and four crisis centers.",
            [("shelters", 12), ("shelters", 4)],
        ),
        (
            "The government operated one shelter for women in the capital.",
            [("shelters", 1)],
        ),
        (
            "The ministry opened two new shelters for child victims during the year.",
            [("shelters", 2)],
        ),
        (
            "Authorities established 12 anti-trafficking units in police stations.",
            [("other", 12)],
        ),
        (
            "The state set up 31 district task forces.",
            [("other", 31)],
        ),
        (
            "The ministry created 40 child protection committees in border villages.",
            [("other", 40)],
        ),
        (
            "The labor ministry suspended the licenses of 12 recruitment agencies and closed four others.",
            [("other", 12), ("other", 4)],
        ),
        (
            "The ministry reported training 2,400 migrant workers before departure.",
            [("people_reached", 2400)],
        ),
        (
            "It held pre-departure seminars for 15,000 workers.",
            [("people_reached", 15000)],
        ),
        (
            "The government, in partnership with IOM, trained 150 immigration officers.",
            [("officials_trained", 150)],
        ),
        (
            "With NGO support, police held three workshops for 95 hotel managers.",
            [("trainings_held", 3), ("officials_trained", 95)],
        ),
        (
            "Two hundred teachers were trained on prevention, and 4,000 pupils were sensitized.",
            [("officials_trained", 200), ("people_reached", 4000)],
        ),
        (
            "The government provided one training for 30 prosecutors.",
            [("trainings_held", 1), ("officials_trained", 30)],
        ),
        (
            "The ministry organized 12 community meetings to raise awareness.",
            [("other", 12)],
        ),
        (
            "Authorities held 52 awareness-raising events that reached over 6,700 people.",
            [("other", 52), ("people_reached", 6700)],
        ),
        (
            "The ministry did not conduct any inspections in 2011.",
            [("inspections", 0)],
        ),
        (
            "The government sensitized 850 community leaders in four provinces.",
            [("people_reached", 850)],
        ),
        (
            "Officials educated 1,200 parents and children on child labor.",
            [("people_reached", 1200)],
        ),
        (
            "The office published 600 copies of a manual and posted 25 videos online.",
            [("materials_distributed", 600), ("other", 25)],
        ),
        (
            "The army trained 820 peacekeepers prior to their deployment, an increase from 700 in 2010.",
            [("officials_trained", 820), ("officials_trained", 700)],
        ),
        (
            "An estimated 3,300 citizens attended 44 information sessions.",
            [("people_reached", 3300)],
        ),
        (
            "The government provided training to approximately 700 police officers, 45 judges, and 30 doctors.",
            [("officials_trained", 700), ("officials_trained", 45), ("officials_trained", 30)],
        ),
        (
            "The immigration service trained 28 of its officers.",
            [("officials_trained", 28)],
        ),
        (
            "Training for 55 judges was held in May.",
            [("officials_trained", 55)],
        ),
        (
            "The ministry reached 90 schools with its campaign.",
            [("other", 90)],
        ),
        (
            "The government launched three awareness campaigns.",
            [("other", 3)],
        ),
        (
            "The anti-trafficking unit held 23 trainings for law enforcement, reaching 590 officers.",
            [("trainings_held", 23), ("officials_trained", 590)],
        ),
        (
            "The ministry conducted training programs for 66 officials.",
            [("officials_trained", 66)],
        ),
        (
            "Approximately 1,100 officials were trained in 2011, including 85 judges.",
            [("officials_trained", 1100), ("officials_trained", 85)],
        ),
        (
            "The government also supported training for 40 NGO staff.",
            [("officials_trained", 40)],
        ),
        (
            "Police distributed anti-trafficking brochures to 12,000 travelers.",
            [("people_reached", 12000)],
        ),
        (
            "The government-run hotline received 85 trafficking-related calls; 12 were referred to police.",
            [("hotline_calls", 85), ("hotline_calls", 12)],
        ),
        (
            "The Ministry of Interior conducted trainings for more than 360 police officers.",
            [("officials_trained", 360)],
        ),
        ("Police and prosecutors held three joint training exercises.", [("trainings_held", 3)]),
        (
            "The government funded and facilitated training sessions for 1,047 officials from various agencies.",
            [("officials_trained", 1047)],
        ),
        (
            "The judicial academy organized a three-day seminar for 24 judges and 22 prosecutors.",
            [("officials_trained", 24), ("officials_trained", 22)],
        ),
        (
            "In 2009, approximately 70 police officers completed a specialized course on trafficking.",
            [("officials_trained", 70)],
        ),
        ("The government's anti-trafficking training reached 300 immigration officials.", [("officials_trained", 300)]),
        (
            "The coordinator led eleven workshops on forced labor for 500 participants.",
            [("trainings_held", 11), ("officials_trained", 500)],
        ),
        ("Officials reported 92 trainings were held for teachers.", [("trainings_held", 92)]),
        (
            "The agency reported conducting 311 sensitization events, reaching 31,000 people.",
            [("other", 311), ("people_reached", 31000)],
        ),
        ("Authorities produced 20,000 copies of a brochure in six languages.", [("materials_distributed", 20000)]),
        (
            "The ministry handed out more than 15,000 information cards to foreign workers.",
            [("materials_distributed", 15000)],
        ),
        ("The 24-hour hotline received an average of 40 calls per month.", [("hotline_calls", 40)]),
        ("The government operated a hotline that received 95 calls in 2011.", [("hotline_calls", 95)]),
        (
            "The hotline run by the women's ministry fielded 28 trafficking-related calls (17 in 2010).",
            [("hotline_calls", 28), ("hotline_calls", 17)],
        ),
        (
            "The labor inspectorate's 68 inspectors conducted 1,934 worksite inspections in 2011.",
            [("inspections", 1934)],
        ),
        ("Authorities carried out 34 anti-trafficking raids and rescued 70 children.", [("other", 34)]),
        ("In 2011, inspections were carried out at 210 construction sites.", [("inspections", 210)]),
        (
            "The ministry performed 45,000 inspections in 2010, a decrease from 50,000 inspections in 2009.",
            [("inspections", 45000), ("inspections", 50000)],
        ),
        ("The government maintained three shelters, with a total capacity of 90 beds.", [("shelters", 3)]),
        (
            "The Ministry of Social Affairs ran four centers for child victims and supported two NGO shelters.",
            [("shelters", 4), ("shelters", 2)],
        ),
        ("The government continued to fund 26 women's shelters in 2011.", [("shelters", 26)]),
        (
            "The government blacklisted 55 recruitment agencies and canceled 13 licenses.",
            [("other", 55), ("other", 13)],
        ),
        ("Officials fined 34 businesses for labor violations.", [("other", 34)]),
        ("The ministry shut down 85 brothels.", [("other", 85)]),
        ("In 2011, the police established six regional anti-trafficking units.", [("other", 6)]),
        ("The government opened five new labor offices in border provinces.", [("other", 5)]),
        ("The education ministry held trafficking-prevention lessons in 350 schools.", [("other", 350)]),
        ("An awareness campaign targeted 7,000 migrant workers.", [("people_reached", 7000)]),
        ("The government provided pre-departure training to 34,000 migrant workers.", [("people_reached", 34000)]),
        ("The government established two courts and appointed 12 judges.", [("other", 2)]),
    ],
)
def test_what_was_done_in_all_its_wordings(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(output, value) for output, value, _ in shown(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "A foreign embassy funded five workshops.",
        "The law requires employers to train 40 workers.",
        "The government plans to open three shelters.",
        "The ministry employed 290 labor inspectors.",
        "The unit had 12 trained investigators.",
        "Police received 40 reports of trafficking.",
        "NGOs operated four shelters in the country.",
        "NGOs screened 300 women.",
        "Police identified 215 trafficking cases after calls to the hotline.",
        "The government spent $40,000 on training.",
        "The government allocated 3 million rupees to 14 shelters.",
        "Police raided a brothel and arrested 12 people.",
        "The ministry received 310 complaints from workers.",
        "Inspectors found 45 children in the mines.",
        "Courts convicted 12 traffickers.",
        "Police interviewed 30 people at the training center.",
        "Shelters housed 340 women and 12 children.",
        "The government provided shelter to 45 victims and medical care to 30.",
        "NGO shelters assisted 500 people.",
        "The government created a committee of 14 ministries.",
        "Traffickers recruited 30 students.",
        "The government sent 12 cases to three courts.",
        "The 25 members of the training committee met twice.",
        "The government prosecuted 12 recruiters and reported 30 investigations.",
        "The government provided compensation to 14 people and job training to 30 victims.",
        "The government gave vocational training to 25 survivors.",
        "The government identified 30 victims during inspections of brothels and 12 through the hotline.",
        "Authorities reported 30 workers in 12 factories were exploited.",
        "The government maintained 12 border posts.",
        "The government operates in 12 provinces and has 45 courts.",
        "The government participated in 12 meetings with NGOs.",
        "The government did not train any officials.",
        "The government referred 45 victims to NGO shelters and provided 12 victims with legal aid.",
        "Authorities removed 120 children from 14 brothels.",
        "Officials arrested 14 managers of massage parlors.",
        "The hotline assisted 12 victims.",
        "The police unit had 38 officers in five offices.",
        "The court closed 12 cases and suspended three sentences.",
        "The government reported 14 investigations and 12 complaints.",
        "The embassy's shelter housed 120 workers.",
        "Observers said 12 inspectors cannot cover 4,000 farms.",
        "Recruitment agencies sent 3,000 workers abroad.",
        "Police trained in victim identification identified 30 women.",
        "Officials trained to identify victims found 40 children.",
        "The government provided 200 victims with training.",
        "Authorities trained 12 victims as tailors.",
        "Border officials stopped 400 travelers.",
        "The ministry recorded 500 complaints at its labor office.",
        "Inspectors received 40 reports of unpaid wages.",
        "The consulate in Norway assisted 15 workers and visited 12 victims.",
        "The government increased the number of labor inspectors from 40 to 90.",
        "Authorities suspended 12 officials pending trial.",
        "Police monitored 40 suspects.",
        "The government gave 12 victims books and clothing.",
        "The government made 12 arrests and conducted nine investigations.",
        "The court received 12 complaints of trafficking.",
    ],
)
def test_what_only_sounds_like_an_output(text: str) -> None:
    assert shown(text) == []
