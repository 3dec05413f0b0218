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
    " | guidebooks | fact sheets | factsheets | leaflet | dvds | cds | notices | sheets | textbooks | placards"
    " | wristbands | bracelets | keychains | toolkits | inserts | caps | pens | infographics",
    "counts unit unit:calls": "calls",
    "unit unit:contacts unit:media": "text messages",
    "unit unit:contacts": "grievances | reports | tips | inquiries | enquiries | complaints | messages | emails"
    " | requests | callers"
    " | consultations | contacts | queries | signals | notifications",
    "counts unit unit:inspections": "checks | inspections | inspection",
    "unit unit:inspections": "assessment | assessments | audits | visits",
    "counts unit unit:trainings": "trainings | workshops | workshop | seminars | seminar | courses",
    "unit unit:trainings": "training | course | webinars | webinar | modules | mock trials | tutorials | tutorial",
    "counts unit unit:events": "campaigns | events | lectures | presentations | roundtables | conferences | classes"
    " | sessions | meetings | briefings | screenings | programs",
    "unit unit:events": "lesson | campaign | event | lecture | presentation | roundtable | conference | session"
    " | discussions"
    " | talks | activities | exhibitions | performances | fairs | competitions | forums | lessons | rallies"
    " | programmes | projects | initiatives | dialogues | dialogs | debates | exhibits | sermons | conversations"
    " | concerts | plays | festivals | gatherings | marches | parades | symposia | symposiums | fora | panels"
    " | evenings | town halls | contests | quizzes",
    "unit unit:media": "spots | broadcasts | psas | announcements | videos | films | interviews | episodes"
    " | advertisements | ads | segments | shows | documentaries | commercials | texts | articles | clips | bulletins"
    " | podcasts | jingles | tweets | livestreams | broadcasts",
    "counts unit unit:shelters": "shelters | safehouses",
    "unit unit:shelters": "shelter | safehouse",
    "counts unit unit:homes": "facilities | centers | centres | rooms | houses | homes",
    "unit unit:homes": "refuge | refuges | hostels | hostel | apartments | apartment | flats | center | centre"
    " | facility | house | home",
    "counts unit unit:raids": "raids",
    "unit unit:raids": "operations | patrols | sweeps",
    "counts unit unit:permits": "permits | visas",
    "unit unit:permits": "certificates | registrations | accreditations | passes | extensions",
    "counts unit unit:premises": "brothels | establishments | licenses | licences | websites | agencies | businesses"
    " | workplaces | employers | factories | bars | sites | enterprises | companies | farms | firms",
    "unit unit:premises": "vessels | worksites | households | plantations | ships | boats | hotels | camps | mines"
    " | nightclubs | clubs | shops | restaurants | premises | quarries | kilns"
    " | parlors | spas | salons | ports | residences | buildings | vehicles | trucks | buses | locations"
    " | organizations | organisations | associations | properties | entities | institutions | ranches | estates"
    " | dormitories | venues | markets | stores | cabarets | recruiters | contractors | outfits | works | plants"
    " | construction sites | massage parlors | labor camps | brokers | agents | middlemen | sub-agents | subagents"
    " | outlets | sponsors",
    "unit unit:bodies": "networks | clinics | positions | committees | units | courts | desks | offices | councils"
    " | forces"
    " | teams"
    " | hotlines"
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
    " | mayors | councilors | analysts | wardens | supervisors | advocates | conductors | caseworkers | operators"
    " | multipliers | colleagues | receptionists | pilots | attendants | pastors | priests | elders | coaches"
    " | marshals | sailors | ombudsmen | commissioners | superintendents | heads | headmen | trainees | graduates"
    " | instructors",
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
    "trains": "trained | train | training | instructed | trainings | taught | instructing | teaching | schooled"
    " | schooling | coached | coaching | tutored",
    "trains_for": "training | workshop | workshops | seminar | seminars | course | courses | session | sessions"
    " | instruction | trainings | webinar | webinars | curriculum | class | classes | module | modules"
    " | instructions | orientation"
    " | mock trials | colloquium | colloquia | symposium | retreat | masterclass | exercises | coursework",
    "reaches": "spoken to | spoken with | warned | warning | talked to | talked with | showed | spoke to"
    " | spoke with | lectured | viewed"
    " | watched | heard | shown"
    " | reached | reaching | sensitized | sensitizing | sensitize | educated | educating | informed"
    " | informing | benefited | benefiting | targeting | attended | engaging | reach | targeted"
    " | inform | educate | briefed | briefing | counseled | counselled | counseling | advised | advising | alerted"
    " | lectured to | sensitised | sensitising | oriented | addressed",
    "tells": "spoke | presented | presenting | explained | explaining",
    "shown": "app | application | platform | portal | website | page | exhibition | exhibit | film | video"
    " | documentary | play | portal | fair",
    "many": "times | occasions",
    "draws": "brought together | bringing together | gathered | engaged | touched | drew | drawing | attracted"
    " | attracting",
    "earns": "obtained | earned | received | got | passed",
    "diploma": "certificate | certificates | certification | certifications | diploma | diplomas",
    "learns": "learned | learnt",
    "attends": "attended | participated | received | completed | underwent | graduated | took part | take part"
    " | taking part | benefited | participating | attending | receiving | attend | joined | finished | enrolled in"
    " | sat through | underwent | undertook | completing | finishing",
    "holds": "completing | mounted | mounting | staged | staging | stage | put together | put on | given | took place"
    " | held | conducted | organized | organised | hosted | delivered | provided | sponsored | implemented"
    " | facilitated | arranged | offered | led | gave | carried out | ran | conducting | organizing | holding"
    " | hosting | launched | completed | performed | undertook | made | performing | providing | presented | staged"
    " | conduct | carrying out | carry out | hold | organize | implementing | delivering | launching | convened"
    " | funded | co-hosted | co-organized | undertaking | making | leading | running | offering | executed | executing"
    " | supported | financed | run",
    "distributes": "distributed | disseminated | printed | produced | published | distributing | printing"
    " | dispensed | dispensing | handed | handing | hand out | supply | supplying | displayed | disseminating"
    " | producing | production | distribution | printing | mailed | posted"
    " | put up | putting up | put out | putting out | handed out | handing out | gave out | giving out | passed out"
    " | circulated | installed | erected | developed | created | placed | hung | distribute | issued | displaying"
    " | publishing | installing | supplied | sent out | print | publish | passed from hand to hand | changed hands"
    " | produce"
    " | reprinted",
    "airs": "aired | airing | broadcast | broadcasting | broadcasted | ran | televised | screened | published"
    " | produced | producing | posted | issued | released | placed | sent | sending | funded | created | transmitted"
    " | publishing | issuing",
    "gets": "got | taken | received | fielded | answered | registered | recorded | handled | took | receiving"
    " | fielding | logged"
    " | responded to | dealt with | dealing with | documented | noted | processed | resulted in | reported"
    " | receive | responding to | answering | registering"
    " | recording | handling | managed | addressed",
    "runs": "kept | keeps | keeping | kept up | sustained | co-financed | co-funded | subsidized | subsidised"
    " | subsidizes"
    " | assisted | sponsors | sponsored | licensed | accredited | certified | authorized | equipped | staffed"
    " | operated | ran | funded | maintained | opened | established | managed | operate | operates | operating"
    " | opening | funding | supported | running | established | financed | built | inaugurated | maintains | funds"
    " | oversaw | administered | established | set up | setting up | maintain | maintaining | run | runs | supports"
    " | supporting | establishing | provided | constructed | renovated | managing | manages"
    " | fund | open | support | establish | renovating | designated | designate | designating",
    "founds": "established | establishing | created | creating | set up | setting up | formed | forming | opened"
    " | opening | launched | launching | inaugurated | instituted | founded | activated | constituted",
    "closes_down": "raiding | raid | padlocked | vetted | vetting | reviewed | sealed | sealing | shuttered | shut down"
    " | scrutinized | scrutinizing | examined | examining"
    " | called on | called at | looked into | surveyed | reprimanded | cautioned | disciplined | admonished"
    " | warned | closed | revoked | suspended | cancelled | canceled | blocked | shut | fined | sanctioned"
    " | raided | blacklisted | inspected | inspecting | visited | withdrew | penalized | monitored | audited"
    " | inspect | visiting | auditing | monitoring | closing | revoking | suspending | canceling | blocking"
    " | checked | checking | looked at"
    " | fining | sanctioning | blacklisting | banned | barred | disbanded | delisted | deregistered | debarred"
    " | banning",
    "looks": "inspected | inspecting | raided | raiding | audited",
    "shuts": "closed | shut down | shut | closing | suspended",
    "licenses": "licensed | licensing | accredited | accrediting | relicensed | certified | registered | registering"
    " | approved | approving",
    "keeps": "kept | kept up | maintained | operated | maintaining | operating | operates | maintains | ran"
    " | managed | staffed"
    " | operate | maintain | run | runs | running",
    "unit unit:views": "hits | views | downloads | clicks | impressions | likes | viewings",
    "garners": "got | drew | attracted | generated | garnered | garnering | gained | generating | attracting",
    "unit unit:papers": "directives | circulars | advisories | guidelines | alerts | bulletins | studies",
    "unit unit:findings": "violations | breaches | irregularities",
    "finds": "identified | identifying | found | finding | detected | detecting | uncovered | discovered | recorded",
    "issues": "issued | issuing | published | publishing | released | releasing",
    "fines": "resulted in | issued | imposed | levied | issuing | imposing | levying | assessed",
    "renews": "renewed | renewing | extended | extending | reissued",
    "pays": "funded | funding | financed | financing | subsidized | co-funded | co-financed",
    "settles": "resolved | settled | mediated | adjudicated | handled | processed | resolving | mediating | settling"
    " | investigated | addressed",
    "posts": "placed | placing | deployed | deploying | stationed | stationing",
    "screens": "screened | screening | screen | pre-screened",
    "covers": "toured | touring | visited | visiting | reached | reaching | covered | covering | targeted",
    "rings": "called | phoned | telephoned | contacted | dialed | used | rang | rung | accessed | messaged",
    "line": "help line | help lines | hotline | hotlines | helpline | helplines | line | telephone | phone | call"
    " | toll-free | call center",
}
