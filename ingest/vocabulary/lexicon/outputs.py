"""What governments do that is counted in other units: trainings, calls, inspections, materials, shelters.

`unit` nouns carry their kind as `unit:…`; verbs carry what they do with them. A `unit` noun without `counts` is a
counted noun for this table alone.
"""

from __future__ import annotations

ENTRIES: dict[str, str] = {
    "counts unit unit:materials": "cards | materials | newsletters | packets | brochures | brochure | leaflets"
    " | pamphlets | posters | booklets | flyers | fliers | copies | stickers | handbooks | manuals | billboards"
    " | magazines | bookmarks | postcards | comics | calendars",
    "unit unit:materials": "handouts | books | guides | banners | kits | signs | pieces | t-shirts | notebooks"
    " | guidebooks | fact sheets | factsheets | leaflet | dvds | cds",
    "counts unit unit:calls": "calls",
    "unit unit:contacts": "reports | tips | inquiries | enquiries | complaints | messages | emails | requests | callers"
    " | consultations | contacts | queries | signals | notifications",
    "counts unit unit:inspections": "checks | inspections | inspection",
    "unit unit:inspections": "audits | visits",
    "counts unit unit:trainings": "trainings | workshops | workshop | seminars | seminar | courses",
    "unit unit:trainings": "training | course | webinars | webinar",
    "counts unit unit:events": "campaigns | events | lectures | presentations | roundtables | conferences | classes"
    " | sessions | meetings | briefings | screenings | programs",
    "unit unit:events": "campaign | event | lecture | presentation | roundtable | conference | session | discussions"
    " | talks | activities | exhibitions | performances | fairs | competitions | forums | lessons | rallies"
    " | programmes | projects | initiatives",
    "unit unit:media": "spots | broadcasts | psas | announcements | videos | films | interviews | episodes"
    " | advertisements | ads | segments | shows | documentaries | commercials | texts | articles",
    "counts unit unit:shelters": "shelters | safehouses",
    "unit unit:shelters": "shelter | safehouse",
    "counts unit unit:homes": "facilities | centers | centres | rooms | houses | homes",
    "unit unit:homes": "apartments | apartment | flats | center | centre | facility | house | home",
    "counts unit unit:raids": "raids",
    "unit unit:raids": "operations | patrols | sweeps",
    "counts unit unit:permits": "permits | visas",
    "unit unit:permits": "certificates",
    "counts unit unit:premises": "brothels | establishments | licenses | licences | websites | agencies | businesses"
    " | workplaces | employers | factories | bars | sites | enterprises | companies | farms | firms",
    "unit unit:premises": "vessels | worksites | households | plantations | ships | boats | hotels | camps | mines"
    " | nightclubs | clubs | shops | restaurants | premises | quarries | kilns"
    " | parlors | spas | salons | ports | residences | buildings | vehicles | trucks | buses | locations"
    " | organizations | organisations | associations | properties | entities | institutions | ranches | estates"
    " | dormitories | venues | markets | stores | cabarets",
    "unit unit:bodies": "committees | units | courts | desks | offices | councils | forces | teams | hotlines"
    " | helplines | checkpoints | posts | groups | stations | bureaus | directorates | subcommittees | taskforces"
    " | tribunals | cells | branches | chapters",
    "unit unit:fines": "fines | citations | warnings | penalties | infractions | infringements",
    "unit": "referrals",
    "unit unit:disputes": "disputes | grievances",
    "unit unit:places": "schools | universities | villages | communities | colleges | orphanages",
    "unit_trained": "staff | volunteers | teachers | workers | professionals | recruits | cadets | personnel"
    " | members | participants | students | diplomats | doctors | nurses | journalists | leaders | employees"
    " | attendees | trainees | peacekeepers | soldiers | practitioners | guards | representatives | educators"
    " | stakeholders | magistrates | chiefs | imams | counselors | psychologists | trainers | investigators"
    " | interpreters | clerks | troops | detectives | specialists | administrators | providers | experts | agents"
    " | firefighters | pharmacists | physicians | attaches | attachés | consuls | mediators | guardians | caregivers"
    " | managers | responders | advocates | businesspeople | drivers | midwives | principals"
    " | mayors | councilors | analysts",
    "counts unit_trained": "prosecutors | inspectors | gendarmes | lawyers",
    "counts": "staff | volunteers | participants | professionals | cadets | attendees | trainees | practitioners"
    " | representatives | educators | stakeholders | teachers | nurses | doctors | journalists",
    "counts audience": "students | pupils | travelers | travellers | residents | villagers | passengers | tourists"
    " | citizens | households | viewers",
    "audience": "asylum-seekers | detainees | seafarers | fishers | deportees | returnees | arrivals | applicants"
    " | entrants | drivers | crewmembers"
    " | people | persons | individuals | youth | youths | children | women | men | workers | migrants"
    " | participants | attendees | teachers | girls | boys | residents | families | travelers | parents | adults"
    " | listeners | emigrants | refugees | nationals | adolescents | schoolchildren | mothers | jobseekers"
    " | beneficiaries | users | visitors | readers | adults | employers",
    # What is done
    "trains": "trained | train | training | instructed | trainings | taught | instructing | teaching",
    "trains_for": "training | workshop | workshops | seminar | seminars | course | courses | session | sessions"
    " | instruction | trainings | webinar | webinars | curriculum | class | classes",
    "reaches": "showed | spoke to | spoke with | lectured | viewed | watched | heard | shown"
    " | reached | reaching | sensitized | sensitizing | sensitize | educated | educating | informed"
    " | informing | benefited | benefiting | targeting | attended | engaging | reach | targeted"
    " | inform | educate | briefed | briefing",
    "attends": "attended | participated | received | completed | underwent | graduated | took part | take part"
    " | taking part | benefited | participating | attending | receiving | attend",
    "holds": "given | took place"
    " | held | conducted | organized | organised | hosted | delivered | provided | sponsored | implemented"
    " | facilitated | arranged | offered | led | gave | carried out | ran | conducting | organizing | holding"
    " | hosting | launched | completed | performed | undertook | made | performing | providing | presented | staged"
    " | conduct | carrying out | carry out | hold | organize | implementing | delivering | launching | convened"
    " | funded | co-hosted | co-organized | undertaking | making | leading | running | offering | executed | executing"
    " | supported | financed | run",
    "distributes": "distributed | disseminated | printed | produced | published | distributing | printing"
    " | displayed | disseminating | producing | production | distribution | printing | mailed | posted"
    " | put up | putting up | put out | putting out | handed out | handing out | gave out | giving out | passed out"
    " | circulated | installed | erected | developed | created | placed | hung | distribute | issued | displaying"
    " | publishing | installing | supplied | sent out | print | publish",
    "airs": "aired | airing | broadcast | broadcasting | broadcasted | ran | televised | screened | published"
    " | produced | producing | posted | issued | released | placed | sent | sending | funded | created | transmitted"
    " | publishing | issuing",
    "gets": "received | fielded | answered | registered | recorded | handled | took | receiving | fielding | logged"
    " | responded to | processed | resulted in | reported | receive | responding to | answering | registering"
    " | recording | handling | managed | addressed",
    "runs": "assisted | sponsors | sponsored | licensed | accredited | certified | authorized | equipped | staffed"
    " | operated | ran | funded | maintained | opened | established | managed | operate | operates | operating"
    " | opening | funding | supported | running | established | financed | built | inaugurated | maintains | funds"
    " | oversaw | administered | established | set up | setting up | maintain | maintaining | run | runs | supports"
    " | supporting | establishing | provided | constructed | renovated | managing | manages"
    " | fund | open | support | establish | renovating | designated | designate | designating",
    "founds": "established | establishing | created | creating | set up | setting up | formed | forming | opened"
    " | opening | launched | launching | inaugurated | instituted | founded | activated | constituted",
    "closes_down": "warned | closed | revoked | suspended | cancelled | canceled | blocked | shut | fined | sanctioned"
    " | raided | blacklisted | inspected | inspecting | visited | withdrew | penalized | monitored | audited"
    " | inspect | visiting | auditing | monitoring | closing | revoking | suspending | canceling | blocking | checked"
    " | banned | barred | disbanded | delisted | deregistered | debarred | banning",
    "keeps": "maintained | operated | maintaining | operating | operates | maintains | ran | managed | staffed"
    " | operate | maintain | run | runs | running",
    "fines": "resulted in | issued | imposed | levied | issuing | imposing | levying | assessed",
    "settles": "resolved | settled | mediated | adjudicated | handled | processed | resolving | mediating | settling"
    " | investigated | addressed",
    "posts": "placed | placing | deployed | deploying | stationed | stationing",
    "screens": "screened | screening | screen | pre-screened",
    "covers": "visited | visiting | reached | reaching | covered | covering | targeted",
    "line": "hotline | hotlines | helpline | helplines | line | telephone | phone | call | toll-free | call center",
}
