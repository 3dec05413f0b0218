"""Law enforcement: the stages and their verbs, who and what is counted, officials, penalties.

Stage words carry `stage`, the stage as `stage:…`, and their form: `finite` (a past form or participle), `base` (the
infinitive), `gerund` or `noun`. Single words wherever possible: a phrase takes its words' own tags away.
"""

from __future__ import annotations

ENTRIES: dict[str, str] = {
    # What is missing
    "neg": "absence of | unavailable",
    "unknown": "unknown",
    # Stages
    "stage stage:investigation finite": "investigated | probed | under investigation | looked into | inquired into",
    "stage stage:investigation base": "investigate | investigates | probe | look into | looks into | inquire into",
    "stage stage:investigation gerund": "investigating | looking into | inquiring into",
    "stage stage:investigation noun counts case": "investigation | investigations | probes | inquiries | inquiry",
    "stage stage:investigation noun": "investigative",
    "stage stage:arrest finite": "arrested | apprehended | detained | taken into custody | took into custody"
    " | rounded up | picked up | under arrest | into custody",
    "stage stage:arrest base": "arrest | apprehend | detain",
    "stage stage:arrest gerund": "arresting | apprehending | detaining",
    "stage stage:arrest noun counts case": "arrest | arrests | apprehensions",
    "stage stage:prosecution finite": "prosecuted | indicted | charged | brought to trial | brought to court"
    " | put on trial | sent to trial | arraigned | filed charges against | brought charges against"
    " | pressed charges against | tried | filed criminal charges against | stood trial | went on trial"
    " | went to court | went to trial | gone to trial | gone to court | on trial | under trial"
    " | formally charged | brought to justice | formally accused | arraigned | committed for trial | committed to trial"
    " | bound over for trial | sent for trial | taken to court | taken to trial | faced trial | faced prosecution"
    " | placed on trial | stood accused | brought to book | brought before the courts | brought before a court"
    " | brought before court | brought before the court"
    " | instituted proceedings against | initiated proceedings against"
    " | started proceedings against | opened proceedings against | began proceedings against"
    " | commenced proceedings against | initiated criminal proceedings against | opened criminal proceedings against"
    " | instituted criminal proceedings against | started criminal proceedings against"
    " | began criminal proceedings against | initiated legal proceedings against"
    " | laid charges against | lodged charges against | leveled charges against"
    " | made it to trial | made it to court | reached trial | reached court | reached the courts | came to trial"
    " | came to court | came before the courts | proceeded to trial | proceeded to court | advanced to trial",
    "stage stage:prosecution base": "prosecute | prosecutes | indict | charge | file charges against"
    " | bring to trial | press charges against | bring charges against | arraign",
    "stage stage:prosecution gerund": "prosecuting | indicting | charging | filing charges against | filing charges"
    " | bringing charges against | pressing charges against | bringing to trial | arraigning",
    "stage stage:prosecution noun counts case": "prosecution | prosecutions | indictment | indictments | trial"
    " | trials | criminal charges | arraignments | criminal proceedings | court proceedings | judicial proceedings",
    "stage stage:conviction finite": "convicted | found guilty | pleaded guilty | pled guilty | plead guilty",
    "stage stage:conviction base": "convict | convicts | find guilty",
    "stage stage:conviction gerund": "convicting",
    "stage stage:conviction noun counts case": "conviction | convictions | guilty verdicts | guilty verdict",
    "stage stage:acquittal finite": "acquitted | found not guilty | absolved | exonerated | found innocent | cleared of"
    " | cleared | declared innocent | walked free",
    "stage stage:acquittal base": "acquit | absolve | exonerate",
    "stage stage:acquittal gerund": "acquitting | absolving | exonerating",
    "stage stage:acquittal noun counts case": "acquittal | acquittals | exonerations | not-guilty verdicts"
    " | not guilty verdicts",
    # A stage that its object only takes in company: "sent 12 cases to court", "referred two suspects for prosecution".
    "sends finite": "sent | referred | forwarded | submitted | transferred | brought | filed | passed | presented"
    " | handed over | took | taken | hauled | put",
    "sends base": "send | refer | forward | submit | transfer | bring | file",
    "sends gerund": "sending | referring | forwarding | submitting | transferring | bringing | filing | presenting"
    " | taking | putting",
    "sends_to": "court | courts | tribunal | tribunals | trial | prosecution | judiciary | adjudication",
    # Whom a case is only referred to: no stage yet, but a case that is pending with them is a prosecution.
    "prosecutes": "prosecutors | prosecutor | prosecutorial | prosecutors' | attorney general | dpp",
    # What is done with a stage noun
    "opens": "initiated | initiate | initiates | initiating | opened | open | opening | launched | launch"
    " | launching | started | start | starting | began | begun | began | conducted | conduct | conducting"
    " | took on | taken on | taking on | commenced | commence | commencing | undertook | undertake | instituted"
    " | pursued | pursue | pursuing | made"
    " | making | carried out",
    "continues": "continued | continue | continues | continuing | ongoing | on-going | remained | remains"
    " | carried over | carried forward | held over from | left over | carried on with | still | continuation",
    "closes": "closed | closing | completed | completing | complete | concluded | concluding | conclude | finalized"
    " | dismissed | dropped | disposed of | discontinued | terminated | suspended | shelved | archived",
    "pending": "on remand | pending | awaiting | awaited | underway | under way | in process | in progress"
    " | unresolved",
    "verdict": "guilty",
    "charges": "charges | proceedings | legal proceedings",
    "accuses": "accused",
    "hears": "heard | hearing | hears | examined | considered | considering",
    "uncovers": "uncovered | discovered | detected | handled | came upon | uncovering | detecting",
    "records": "registered | recorded | registering | recording",
    "obtains": "obtained | obtain | obtaining | secured | secure | securing | achieved | achieve | achieving | won"
    " | resulted in | resulting in | result in | led to | leading to | lead to | yielded | yielding | produced"
    " | produce | ended in | ended with | ending in | culminated in | culminating in | concluded in | concluded with",
    "reports": "reported | report | reports | reporting | documented | recorded | registered | provided | provide"
    " | providing | collected | collect | maintained | maintain | disaggregated | disaggregate | compile | compiled"
    " | released | release | share | shared | publish | published | report on | reported on | disclose | disclosed",
    "undercounts": "comprehensive | complete | detailed | disaggregated | consolidated | full | specific"
    " | centralized | reliable | accurate | updated | adequate | sufficient | additional | further | systematic",
    "complicity": "complicit | complicity | corrupt | corruption | official | officials' | collusion | colluding",
    "data": "data | statistics | information | figures | statistic | details | records | statistical",
    "effort": "efforts | effort | attempt | attempts | action | actions | steps",
    # Who and what is counted
    "counts case": "case | cases | incidents | incident | complaints | complaint | crimes | crime | offenses"
    " | offense | offences | offence | allegations | allegation | violations | dossiers | files | leads",
    "counts person": "brothers | brother | sisters | sister | relatives | husband | wife"
    " | person | persons | people | individuals | individual | men | women | man | woman | nationals"
    " | national | citizens | citizen | others | other | anyone | anybody | girls | boys | foreigners | civilians"
    " | businessmen | businessman | couple | adults | minors | males | females | one | foreign nationals"
    " | foreign national | foreign citizens | foreign citizen | juveniles | juvenile | teenagers | youths",
    "counts person offender": "traffickers | trafficker | offenders | offender | suspects | suspect | defendants"
    " | leader | tourist | member | farmer | pedophile | associate | driver | organizer"
    " | defendant | perpetrators | perpetrator | criminals | accused | accomplices | accomplice | smugglers"
    " | smuggler | pimps | pimp | recruiters | recruiter | exploiters | slaveholders | slaveholder | slave-owners"
    " | employers | employer | ringleaders | ringleader | buyers | clients | facilitators | culprits | procurers"
    " | violators | convicts | abusers | slavemasters | kidnappers | brokers | agents | operators | owners | owner"
    " | managers | manager | landowners | landowner | foremen | foreman | members | leaders | farmers | tourists"
    " | pedophiles | co-defendants | co-defendant | co-conspirators | conspirators"
    " | madams | madam | captains | masters | slaveowners | operator | agent | broker | teachers | teacher"
    " | parents | parent | mother | father | marabouts | marabout | associates | organizers | masterminds | madames"
    " | drivers | businesspeople"
    # Whom courts convict, by kinship and trade
    " | aunt | aunts | uncle | uncles | cousin | cousins | nephew | niece | stepfather | stepmother | grandmother"
    " | grandfather | boyfriend | boyfriends | girlfriend | brother-in-law | sister-in-law | father-in-law"
    " | mother-in-law | spouse | spouses | siblings | sibling | neighbor | neighbour | landlord | landlords"
    " | landlady | sponsor | sponsors | instructor | coach | doctor | nurse | lawyer | lawyers | pastor | priest"
    " | imam | preacher | cleric | clergyman | monk | healer | healers | sheikh | trader | traders | merchant"
    " | vendor | hotelier | businesswoman | singer | musician | photographer | accountant | translator | housewife"
    " | cook | chef | skipper | skippers | sailor | fisherman | captain | courier | couriers | bouncer | bartender"
    " | matchmaker | matchmakers | middleman | middlemen | intermediary | intermediaries | financier | financiers"
    " | kingpin | kingpins | mastermind | ringleader | boss | bosses | gangster | gangsters | mobsters | militiaman"
    " | militiamen | executive | executives | supervisor | supervisors | contractor | contractors | subcontractor"
    " | subcontractors | dealer | dealers | sellers | customers | johns | patrons | caretaker | caretakers"
    " | guardian | guardians | shopkeeper | shopkeepers | restaurateur | rancher | ranchers | grower | growers"
    " | planters | gangmaster | gangmasters | masters | enslavers | exploiter | slaver | slavers | henchmen"
    " | chauffeur | abductors | abductor | fugitive | fugitives | felon | co-accused | trio | pair | director"
    " | directors | procurer | enforcer | enforcers | slaveowner",
    "counts person official": "civil servant | civil servants | public servant | public servants"
    " | official | officials | officer | officers | policeman | policemen | policewoman"
    " | policewomen | guards | guard | soldiers | soldier | diplomats | diplomat | judges | judge | prosecutor"
    " | employees | employee | mayor | mayors | consul | legislators | magistrates | magistrate | gendarmes"
    " | inspectors | inspector | ministers | personnel | peacekeepers | police | servants | politicians"
    " | commanders | commander | servicemen | councilor | parliamentarian | senator | ambassador | governor | chief"
    " | chiefs | attaché | attache | attachés | sergeant | lieutenant | colonel | detectives | detective | employees'",
    "counts victim": "victims | victim | survivors | children | child",
    # Penalties
    "sentence": "sentenced | sentencing | sentence | sentences | punished",
    "prison": "imprisonment | prison | jail | incarceration | imprisoned | jailed | custody | incarcerated"
    " | detention | custodial | behind bars | penitentiary | hard labor | hard labour | deprivation",
    "suspended": "suspended | conditional | conditionally | suspend | suspending",
    "fine": "fine | fines | fined | fining | monetary",
    "penalty_other": "probation | community service | house arrest | home detention | parole | restitution"
    " | deportation | supervision | restricted freedom | restriction of freedom | restriction of liberty"
    " | supervised release"
    " | conditional release | conditional discharge | correctional labor | corrective labor | non-custodial"
    " | deported"
    " | alternative sentences",
    "life": "life | life imprisonment",
    # Institutions whose names hold a stage word
    "actor government institution": "public prosecution | public prosecution service | public prosecution office"
    " | criminal investigation department | criminal investigations department | bureau of investigation"
    " | federal bureau of investigation | national bureau of investigation | criminal investigation division"
    " | criminal investigation unit | department of public prosecutions | director of public prosecutions"
    " | office of the director of public prosecutions | public prosecutions | national prosecution service"
    " | criminal investigations division | general prosecution | crown prosecution service"
    " | national prosecuting authority | prosecuting authority | charge d'affaires",
    "no_stage": "arrest warrants | arrest warrant | trial court | trial courts | pretrial detention"
    " | pre-trial detention",
}
