"""Routes: victims and who exploits them, how they are moved, what they are exploited for, roles of countries.

Only single words, each with tags that begin with `flow_`, so that no other table's phrases are disturbed.
"""

from __future__ import annotations

ENTRIES: dict[str, str] = {
    # Who is exploited. A group tag says which of the contract's groups the word stands for.
    "flow_victim flow_women": "maid | housemaid | nanny | wife | bride | women | woman | females | wives | brides"
    " | housemaids | maids | widows",
    "flow_victim flow_men": "men | man | males | fishermen | boyfriends",
    "flow_victim flow_girls": "girls | girl | schoolgirls",
    "flow_victim flow_boys": "boys | boy",
    "flow_victim flow_children": "children | child | minors | minor | infants | babies | orphans | kids | newborns",
    "flow_victim": "talibes | talibe | helper | student | nurse | dancer | servant | refugee | persons | people"
    " | individuals | victims"
    " | victim | migrants | migrant | workers | worker | laborers | labourers | nationals | national | citizens"
    " | citizen | adults | adult | youth | youths | adolescents | teenagers | refugees | seekers | fishers | crew"
    " | seafarers | students | nurses | professionals | foreigners | residents | families | helpers | domestics"
    " | dancers | entertainers | prostitutes | jobseekers | trainees | interns | expatriates | laborer | sailors"
    " | performers | artistes | artists | nannies | caregivers | drivers | athletes | players | asylum-seekers"
    " | person | individual | returnees | servants | immigrants | emigrants | populations | emigres | crewmembers"
    " | practitioners | teachers | doctors | minorities | members | deportees | abductees | abductions | slaves"
    " | technicians | personnel | engineers | pairs | missionaries | rohingya",
    "flow_adjective_women": "female",
    "flow_adjective_men": "male",
    # Who exploits, recruits, buys, or acts for a state or an organisation: their country is no origin.
    "flow_agent": "couple | couples | traffickers | trafficker | tourists | clients | client | customers | buyers"
    " | offenders | offender | defendants | defendant | convicts"
    " | perpetrators | pedophiles | paedophiles | criminals | gangs | gang | organizations"
    " | organization | organisations | groups | syndicates | syndicate | networks | network | recruiters | recruiter"
    " | agents | brokers | employers | employer | exploiters | pimps | authorities | government | governments"
    " | officials | official | police | companies | company | corporations | firms | agencies | agency | embassy"
    " | embassies | consulate | consulates | diplomats | diplomat | peacekeepers | troops | army | military | ngo"
    " | ngos | counterparts | ministry | ministries | courts | court | rings | ring | businessmen | investors"
    " | owners | smugglers | facilitators | partners | partner | mafia | suspects | delegation | delegations"
    " | experts | parliament | investigators | prosecutors | representatives | donors | ambassador | citizens-turned"
    " | militants | militia | militias | rebels | forces | captains | patrons | mission | president | minister | law"
    " | laws | code | penal | mastermind | operators | intermediaries | madams | consumers | abusers | soldiers"
    " | businesses | state-owned | consular | criminal | group | foreign-owned | nightclub-owners | judges | judge"
    " | lawyers | attorneys | associates | husbands | missions",
    # Places of work that a nationality may describe: "on Thai boats" is in Thailand.
    "flow_venue": "parlors | clubs | hotels | schools | boats | boat | vessels | vessel | ships | ship | trawlers"
    " | fleets | fleet | industry | industries | sector | sectors | brothels | farms | factories | households"
    " | homes | mines | plantations | market | markets | territory | waters | cities | city | towns | villages"
    " | border | borders | side | soil | capital | ports | port | mainland | islands | island | coast | provinces"
    " | province | restaurants | bars | nightclubs | construction | territories | economy | orchards | resorts"
    " | construction-sites | areas | region | camps | camp",
    # How victims are moved, or move
    "flow_move": "transported | transport | taken | take | sent | send | sold | sell | brought | bring | recruited"
    " | recruit | recruiting | recruitment | lured | lure | moved | move | smuggled | smuggle | travel | travels"
    " | traveled | travelled | traveling | travelling | migrate | migrates | migrated | migrating | migration | go"
    " | went | come | came | flown | enticed | transferred | transfer | transfers | abducted | abduct | kidnapped"
    " | arrive | arrived | cross | crossing | crossed | emigrate | emigrated | seek | seeking | sought | relocate"
    " | shipped | enter | entered | entering | transporting | employed | hired | stranded | contracted | leave"
    " | left | purchase | pass | depart | departed | departing | journey | movement | arriving | purchased | bought"
    " | imported | exported | recruits | lures | fly | transits | transiting | transited | work | works | worked"
    " | working | fled | flee | fleeing | sends | migrant-sending | hail | hails | hailed | hailing",
    "flow_whence": "originate | originates | originated | originating",
    "flow_rescue": "rescued | rescue | rescues | rescuing | freed | liberated",
    "flow_return": "repatriated | repatriate | repatriation | repatriations | repatriating | returned | return"
    " | returning"
    " | deported | deporting | deport | deportation | extradited | extradite | extradition | reintegrated",
    # What is done to victims; the sex, labor and other tags give the type of trafficking
    "flow_exploit": "trafficked | trafficking | exploited | exploit | exploits | exploitation | exploitative"
    " | exploiting | enslaved | forced | coerced | compelled | force | forces | forcing | coerce | coerces | compel"
    " | compels | coercing | coercion | victimized | abused | held | subjecting | traffic | re-trafficked"
    " | exploitive | victims | victim | bonded | captive | indentured | trafficks",
    "flow_exploit flow_sex": "prostitution | prostituted | prostitute | prostituting | sexually | pornography"
    " | sex-trafficked | prostitutes",
    "flow_exploit flow_labor": "servitude | bondage | slavery | slave | slaves | slavery-like | begging"
    " | conscripted | conscript | conscription | soldiering | peonage | sweatshops | forced-labor | beggars"
    " | servile | enslavement | trafficked-labor | jockeys",
    "flow_exploit flow_other": "organ | organs | surrogacy",
    "flow_sex": "commercial-sex | sex | sexual | brothels | pimps",
    "flow_labor": "labor | labour | beg | beggars | soldiers | laborers | labourers | laborer | vending | peddling"
    " | peddle | hawkers | camel | workers | steal | servants | theft",
    "flow_other": "marriage | marriages | adoption | brides | bride",
    "flow_subject": "subjected | subject | subjects | subjecting | face | faces | faced | facing | suffer | suffers"
    " | suffered | experience | experienced | experiences | endure | encounter | encountered | become | became"
    " | fall | fell | end",
    # What is feared and not asserted
    "flow_vulnerable": "vulnerable | risk | risks | susceptible | vulnerability | vulnerabilities | prone | at-risk",
    "flow_negative": "no | not | never | without | nor | neither | none | cannot",
    # Roles of the report's country
    "flow_role": "source | transit | destination | origin | conduit",
    "flow_transit": "onward | onwards | transit | transits | transiting | transited | conduit | en | thoroughfare",
    "flow_internal": "internally | domestically | internal | domestic | within | home | rural | local | in-country"
    " | countryside | villages | nationwide | indigenous | interior",
    "flow_abroad": "outside | abroad | overseas | elsewhere | transnationally | internationally",
    "flow_foreign": "foreign | foreigners | foreign-born | non-citizen | non-citizens | undocumented | immigrant"
    " | immigrants | expatriate | expatriates | stateless | asylum | transnational",
    "flow_migrant": "migrant | migrants | refugees | refugee | workforce",
    "flow_policy": "information | brochures | leaflets | pamphlets | booklets | agreement | agreements | memorandum"
    " | mou | mous | bilateral | hotline | training | trainings | trained | awareness | campaign | campaigns"
    " | legislation | conference | cooperated | cooperation | partnership | seminar | seminars | workshop"
    " | workshops | delegation | visa | visas | extradition | extradited | ban | banned | embassy | embassies"
    " | consulates | attaches | deployment | peacekeeping | negotiated | signed | collaborated | agreements-based",
    "flow_demand": "demand",
    # "travel to A to solicit prostitution": buyers are no victims.
    "flow_buys": "solicit | solicits | soliciting | patronize | patronizing",
    # "women from A were also identified": exploited, where the clause before says that the others are.
    "flow_detected": "identified | found | detected | documented",
    # "intercepted victims en route to A", "prior to their departure to A": they did not get there.
    "flow_prevented flow_intercepted": "intercepted | intercept | intercepting | interception | interceptions"
    " | foiled | thwarted",
    "flow_prevented": "departure | attempt",
    "flow_chore": "farm | fish | herd",
    "flow_tourism": "tourism | tourists",
    # Where victims are made to work, as reports write it
    "flow_sector": "construction | agriculture | agricultural | mining | mines | mine | miners | fishing | fisheries"
    " | sanitation | begging | beg | beggars | vendors | vending | hawking | hawkers | logging | garment | textile"
    " | textiles | manufacturing | restaurants | bars | nightclubs | brothels | hotels | shops | forestry"
    " | entertainment | cleaning | sweatshops | herding | factories | factory | brickmaking | farming | farms"
    " | plantations | ranching | quarrying | quarries | carpentry | retail | commerce | hospitality | transportation"
    " | landscaping | kilns | parlors | clubs | cabarets | workshops | sawmills | nurseries | portering | baking"
    " | cattle-herding | domestic | theft | medical | camel-jockeying | quarrymen | orchards | service | gardening",
    "flow_aux": "are | is | were | was | be | been | being | have | has | had | may | might | can | could | will"
    " | would | do | does | did | must | should | remain | remains | remained | continue | continues | continued",
    "flow_pronoun": "they | some | many | most | others | them | these | those | several | few | rest | remainder",
    "flow_break": "while | whereas | although | though | despite | whilst | however",
    "flow_hedge": "reportedly | allegedly | possibly | perhaps | also | increasingly | primarily | mainly | mostly"
    " | particularly | especially | notably | largely | predominantly | principally | usually | sometimes | often"
    " | frequently | commonly | typically | generally | then | even | chiefly | namely | likely | potentially"
    " | including | e.g | include | includes | included | currently | subsequently | occasionally | both | likewise"
    " | probably | specifically | directly",
}
