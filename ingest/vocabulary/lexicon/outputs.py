"""What governments do that is counted in other units: trainings, calls, inspections, materials, shelters.

`unit` nouns carry their kind as `unit:…`; verbs carry what they do with them.
"""

from __future__ import annotations

ENTRIES: dict[str, str] = {
    "counts unit unit:materials": "cards | materials | newsletters | packets | brochures | brochure | leaflets"
    " | pamphlets | posters | booklets | flyers | fliers | copies | stickers | handbooks | manuals | billboards"
    " | magazines | bookmarks | postcards | comics | calendars",
    "counts unit unit:calls": "calls",
    "counts unit unit:inspections": "checks | inspections | inspection",
    "counts unit unit:trainings": "trainings | workshops | workshop | seminars | seminar | courses",
    "counts unit unit:events": "campaigns | events | lectures | presentations | roundtables | conferences | classes"
    " | sessions | meetings | briefings | screenings | programs",
    "counts unit unit:shelters": "shelters | safehouses",
    "counts unit unit:homes": "facilities | centers | centres | rooms | houses | homes",
    "counts unit unit:raids": "raids",
    "counts unit unit:permits": "permits | visas",
    "counts unit unit:premises": "brothels | establishments | licenses | licences | websites | agencies | businesses"
    " | workplaces | employers | factories | bars | sites | enterprises | companies | farms | firms",
    "unit_trained": "staff | volunteers | teachers | workers | professionals | recruits | cadets | personnel"
    " | members | participants | students | diplomats | doctors | nurses | journalists | leaders | employees"
    " | attendees | trainees | peacekeepers | soldiers | practitioners | guards | representatives | educators"
    " | stakeholders | magistrates",
    "counts unit_trained": "prosecutors | inspectors | gendarmes | lawyers",
    "counts": "staff | volunteers | participants | professionals | cadets | attendees | trainees | practitioners"
    " | representatives | educators | stakeholders | teachers | nurses | doctors | journalists",
    "counts audience": "students | pupils | travelers | travellers | residents | villagers | passengers | tourists"
    " | citizens | households | viewers",
    "audience": "people | persons | individuals | youth | youths | children | women | men | workers | migrants"
    " | participants | attendees | teachers | girls | boys | residents | families | travelers",
    # What is done
    "trains": "trained | train | training | instructed | trainings",
    "trains_for": "training | workshop | workshops | seminar | seminars | course | courses | session | sessions"
    " | instruction | trainings",
    "reaches": "shown | reached | reaching | sensitized | sensitizing | sensitize | educated | educating | informed"
    " | informing | benefited | benefiting | targeting | attended | engaging | reach",
    "attends": "attended | participated | received | completed | underwent | graduated",
    "holds": "held | conducted | organized | organised | hosted | delivered | provided | sponsored | implemented"
    " | facilitated | arranged | offered | led | gave | carried out | ran | conducting | organizing | holding"
    " | hosting | launched | completed | performed | undertook | made | performing | providing | presented | staged"
    " | conduct",
    "distributes": "distributed | disseminated | printed | produced | published | distributing | printing"
    " | displayed | disseminating | producing | production | distribution | printing | mailed | posted",
    "gets": "received | fielded | answered | registered | recorded | handled | took | receiving | fielding | logged"
    " | responded to | processed | resulted in | reported | receive",
    "runs": "operated | ran | funded | maintained | opened | established | managed | operate | operates | operating"
    " | opening | funding | supported | running | established | financed | built | inaugurated | maintains | funds"
    " | oversaw | administered | established",
    "closes_down": "closed | revoked | suspended | cancelled | canceled | blocked | shut | fined | sanctioned"
    " | raided | blacklisted | inspected | inspecting | visited | withdrew | penalized | monitored | audited",
    "line": "hotline | hotlines | helpline | helplines | line | telephone | phone | call | toll-free | call center",
}
