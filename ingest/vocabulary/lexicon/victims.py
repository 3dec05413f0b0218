"""Victims: who they are, what was done for them and by whom. Words carry `act` and the action as `act:…`.

A verb's form is `finite` (a past form or participle), `base` (the infinitive), `gerund` or `noun`, as in the law
theme. `weak` verbs count victims only where the noun is "victim". Single words wherever possible: a phrase takes
its words' own tags away.
"""

from __future__ import annotations

ENTRIES: dict[str, str] = {
    # Who is counted. `who` is any noun for people who may be victims; the other tags say what the noun itself states.
    "counts victim who": "victim | victims | survivor | survivors | victim-witnesses | victim-witness",
    "who child": "child | minor | underage | infant | baby",
    "counts who child": "minor | children | minors | juvenile | juveniles | adolescent | adolescents | youth | youths"
    " | infants | babies | teenagers | teenager | orphans | schoolchildren",
    "counts who child female": "girl | girls | schoolgirls",
    "counts who child male": "boy | boys | talibes | talibés | schoolboys",
    "counts who adult female": "women | woman | housemaids | maids | housemaid | maid",
    "counts who adult male": "men | man | fishermen",
    "who female": "female",
    "counts who female": "females | prostitutes | hostesses | waitresses",
    "who male": "male",
    "counts who male": "males",
    "who adult": "adult",
    "counts who adult": "adult | adults",
    "counts who national": "citizens | citizen",
    "counts who foreign": "foreigners | foreigner | foreign nationals | foreign national | foreign citizens"
    " | foreign citizen | non-citizens",
    "foreign": "foreign | foreign-born | non-national | migrant | expatriate | third-country",
    "national": "national | domestic | local | native | compatriots",
    "counts who": "person | persons | people | individual | individuals | nationals | worker | workers | laborer"
    " | laborers | labourers | migrants | returnees | fishers | seafarers | crewmembers | crewmen | sailors"
    " | farmworkers | beggars | slaves | slave | soldiers | combatants | jockeys | employees | abductees | captives"
    " | maidservants | others | families | restaveks | vidomegon | recruits | brides | servants | helpers"
    " | residents | dependents",
    "who": "national | other | transgender | members | students",
    # People who are counted but are no victims, or not yet
    "no_victim": "traffickers | trafficker | refugees | refugee | asylum-seekers | officials | officers | police"
    " | street | applicants | visitors | tourists | callers | inmates | detainees | suspects | inspectors | teachers"
    " | parents | at-risk | vulnerable | screened | beneficiaries | smuggled | judges | prosecutors | offenders"
    " | defendants | dependents",
    # Not sure to be victims
    "potential": "potential | possible | presumed | suspected | alleged | likely | probable | apparent | supposed"
    " | presumptive",
    # Identified
    "act act:identified finite": "identified | detected | recognized | recognised | certified | identifed"
    " | self-identified",
    "act act:identified finite weak": "came across | came upon | declared | confirmed | verified | listed | found"
    " | discovered | registered | documented | recorded"
    " | encountered | located | uncovered | traced | counted | logged | designated | classified",
    "act act:identified base": "identify | detect | recognize | certify | identifies",
    "act act:identified base weak": "confirm | verify | discover | register | document | encounter | locate | find"
    " | uncover",
    "act act:identified gerund": "identifying | detecting | recognizing | certifying",
    "act act:identified gerund weak": "confirming | verifying | discovering | registering | documenting | encountering"
    " | locating"
    " | finding",
    "act act:identified noun": "identification | identifications | detection | interceptions",
    # Referred
    "act act:referred finite": "referred | transferred | handed over | handed on | turned over | passed on | steered"
    " | channeled"
    " | entrusted | redirected | self-referred",
    "act act:referred finite weak": "directed | sent",
    "act act:referred base": "refer | transfer | refers | hand over | turn over",
    "act act:referred gerund": "referring | transferring | handing over | turning over",
    "act act:referred noun": "referral | referrals",
    # Assisted: one verb, or a verb with a service
    "act act:assisted finite": "assisted | aided | helped | sheltered | housed | accommodated | hosted | served"
    " | treated | counseled | counselled | rehabilitated | reintegrated | lodged | cared for | took care of"
    " | supported | accompanied | sheltering | looked after | attended to | taken care of | put up",
    "act act:assisted finite weak": "admitted | placed | protected | reunited | reunified | took in | taken in"
    " | enrolled | represented | advised"
    " | welcomed | catered to | catered for | tended to",
    "act act:assisted finite own": "found refuge | found shelter",
    # Verbs whose particle stands behind the victims
    "splits finite": "passed | handed | turned | brought | took | sent | flew | put",
    "splits base": "hand | bring | send | turn",
    "splits gerund": "passing | handing | bringing | sending | turning",
    "act act:assisted base": "assist | aid | help | shelter | accommodate | host | serve | house | care for"
    " | rehabilitate | reintegrate | assists | houses | serves | look after | attend to | take care of",
    "act act:assisted base weak": "protect | support | place | accept | admit | take in | represent",
    "act act:assisted gerund": "assisting | aiding | helping | housing | accommodating | caring for | serving"
    " | supporting | rehabilitating | reintegrating | hosting | looking after | attending to | taking care of",
    "act act:assisted noun weak": "placement | placements",
    "act act:assisted gerund weak": "protecting | placing",
    "gives finite": "provided | offered | gave | extended | delivered | rendered | supplied | afforded | arranged"
    " | given | furnished | funded | ensured | covered | paid for | facilitated | coordinated",
    "gives base": "provide | provides | offer | offers | give | gives | extend | deliver | arrange | render"
    " | facilitate"
    " | coordinate | ensure | furnish | supply",
    "gives gerund": "providing | offering | giving | extending | delivering | arranging | rendering"
    " | facilitating | coordinating",
    "gives noun": "provision",
    "receives finite": "elected for | opted for | consented to | took up | chose | enjoyed | accepted | received"
    " | benefited | benefitted | accessed | stayed | resided | obtained"
    " | participated | entered | utilized",
    "receives base": "receive | access | benefit | obtain | reside | stay",
    "receives gerund": "receiving | benefiting | residing | staying | living",
    "service": "assistance | services | service | care | shelter | shelters | support | protection | counseling"
    " | counselling | accommodation | aid | help | treatment | rehabilitation | reintegration | lodging | refuge"
    " | housing | therapy | training | accommodations | necessities | benefits | food | clothing | placement"
    " | guardianship | safehouse | resources | referrals | counsel | interpretation | insurance | stipend | stipends"
    " | healthcare | meals | psychotherapy | transportation | medicine | board | schooling | payment | payments"
    " | allowance | allowances | hospitality",
    # Repatriated
    "act act:repatriated finite": "repatriated | evacuated | sent home | brought home | flew home | flown home"
    " | escorted home"
    " | escorted back | brought back | sent back",
    "act act:repatriated finite weak": "returned | escorted",
    "act act:repatriated base": "repatriate | bring home | bring back | send home | fly home",
    "act act:repatriated base weak": "return",
    "act act:repatriated gerund": "repatriating | bringing home | bringing back | sending home",
    "act act:repatriated gerund weak": "returning",
    "act act:repatriated noun": "repatriation | repatriations | homecoming | homeward passage | homeward journey"
    " | return travel",
    # They themselves go
    "act act:repatriated finite own": "went home | came home | traveled home | travelled home | returned home",
    # Otherwise counted: freed, compensated
    "act act:other finite rescue": "rescued | freed | liberated | removed | released | saved | extracted | withdrew"
    " | intercepted | withdrawn | demobilized | recovered | emancipated | extricated | disassociated | set free"
    " | pulled out | separated",
    "act act:other base rescue": "intercept | rescue | free | liberate | remove | release | withdraw",
    "act act:other gerund rescue": "intercepting | rescuing | freeing | liberating | removing | releasing | withdrawing"
    " | demobilizing",
    "act act:other noun rescue": "rescues | liberation | withdrawal | removal",
    "act act:other finite": "compensated",
    # Looked at as victims, and no more
    "act act:other finite rescue weak": "screened | interviewed",
    "act act:other gerund rescue weak": "screening | interviewing",
    "act act:other gerund": "compensating",
    "act act:other base": "compensate",
    "grants finite": "granted | issued | awarded | ordered | paid | conferred",
    "grants base": "grant | grants | issue | award | pay",
    "grants gerund": "granting | issuing | awarding | ordering | paying",
    "compensation": "compensation | restitution | damages | reparations | reparation | backpay",
    "permit": "reflection | permission | passes | permits | permit | visas | visa | residency | residence | t-visas"
    " | immunity | status"
    " | certificates | passports | documents",
    # Comparisons that only victims and the like are put in
    "cmp change": "less than half the number of | more than half the number of | half the number of"
    " | double the number of | more than double the number of | nearly double the number of | twice the number of"
    " | twice as many as | more than twice the number of | less than the | well below the | well above the"
    " | far below the | far above the | as against",
    # Guesses of how many exist
    "estimates": "estimate | estimates | estimated | estimating | estimation | believed | believe | thought | assessed",
    "exploits": "exploited | trafficked | subjected | forced | exploit | working | work | enslaved | coerced | held"
    " | live | exploits | living | victimized | endure | suffer | employed | begging",
    # Who acts, beyond the common theme
    "by:government": "government-funded | government-supported | government-run | government-operated | state-run"
    " | state-operated | state-funded | federal | task | unit | units | officials | mission | missions | diplomats"
    " | consular | attorney | ombudsman | navy | military | army | customs | gendarmes | prosecution | minister"
    " | commission | bureau | institute | directorate | secretariat | agents | brigade | council | office | regime"
    " | public institutions | inspectors | rapporteur | ministerial | guards | judicial | municipality | committee"
    " | command | guard",
    "by:ngo": "ngo-run | ngo-operated | civil-society | nonprofit | non-profit | nonprofits | caritas | faith-based"
    " | non-government | nuns | foundation | union | unions | non-governmental | nongovernmental | religious | private"
    " | association | associations | federation | cso | csos | nonprofit organization | missionaries"
    " | salvation army | the salvation army | world vision | terre des hommes | la strada | casa alianza | hagar"
    " | covenant house | plan international | international justice mission | good shepherd"
    " | anti-slavery international | free the slaves | civil society partners",
    "by:international_organization": "un-led | un-run | iom-run | iom-operated"
    " | unaids | unodc | un agency | un agencies | the ilo | icrc | ios | unfpa | undp | wfp | un women | monusco"
    " | monuc | minusca | minusma | unamid | amisom | red crescent | international labor organization"
    " | international labour organization | international committee of the red cross | world food program"
    " | eulex | osce | intergovernmental",
    "partner": "in cooperation with | in partnership with | in collaboration with | in coordination with"
    " | together with | jointly with | alongside | in conjunction with | working with | worked with | partnered with"
    " | collaborated with | cooperated with | coordinated with | partnering with | with the help of"
    " | with the support of | jointly | with support from | with assistance from | with the assistance of"
    " | in tandem with | collaboration with | cooperation with | partnership with | coordination with"
    " | in concert with",
}
