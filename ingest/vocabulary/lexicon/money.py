"""Money: verbs and nouns of funding, what it is for, who gives it, and the money that is no funding."""

from __future__ import annotations

ENTRIES: dict[str, str] = {
    "fund_give": "programmed | added | remitted | remits | co-financed | cofinanced | co-funded | cofunded"
    " | set aside | sets aside | setting aside | foresaw | foresees | envisaged | paid out | gave out | allocate"
    " | allocates | allocated | allocating | provide | provides | provided | providing | spend | spends | spent"
    " | spending | disburse | disbursed | disburses | disbursing | contribute | contributes | contributed"
    " | contributing | dedicate | dedicated | dedicates | dedicating | earmark | earmarked | earmarking | grant"
    " | granted | grants | award | awarded | awards | awarding | donate | donated | donates | donating | invest"
    " | invested | invests | investing | commit | committed | committing | approve | approved | appropriate"
    " | appropriated | budgeted | fund | funded | funds | funding | finance | financed | finances | financing"
    " | devote | devoted | devoting | expend | expended | obligate | obligated | pledge | pledged | pledging"
    " | transferred | transfer | distributed | reimbursed | subsidized | gave | give | gives | giving | given"
    " | designated | released | supplied | sponsored | offered | authorized | disbursement | refunded | refunds"
    " | reimbursing | reimburses | reimburse | covered | covers | covering | expending | deposited | injected"
    " | infused | channeled | assigned | made available | make available | makes available | making available"
    " | allotted | allots | allotting | apportioned | ring-fenced | directed | allot | bore | bears | bearing"
    " | assign | assigns | assigning | underwrote | underwrites | underwriting | channels | channeling | channelled"
    " | injects | injecting | sponsors | sponsoring | subsidizes | subsidizing | subsidised | subsidises | defrayed"
    " | defrays | defraying | budgeting | pays out | paying out | pay out | mobilized | mobilised | reserved"
    " | reserves | repaid | repays | repaying",
    "fund_noun": "outlay | outlays | budget | budgets | budgeting | funding | fund | funds | grant | grants | subsidy"
    " | subsidies | expenditure | expenditures | allocation | allocations | appropriation | appropriations"
    " | contribution | contributions | donation | donations | investment | investments | stipend | stipends"
    " | allowance | allowances | financing",
    "fund_weak": "aid | announced | contracted | put | puts | putting | obtained | obtains | obtaining | got | gets"
    " | getting | raised | raises | raising | secured | secures | used | uses | using | reached | reaching | amounts"
    " | totals | totalled | went | goes | going | came | coming | agreement | package | consumed | absorbed | had"
    " | has | pay | paid | pays | paying | payment | payments | receive | received | receives | receiving | cost"
    " | costs | costing | worth | totaling | totaled | totalling | valued | amounted | amounting | total | sum"
    " | assistance | project | projects | program | programs | initiative | support",
    "fund_victim": "compensation | restitution | damages | indemnity | indemnities | indemnification | reparation"
    " | reparations | compensate | compensated | compensating | redress | indemnified",
    "fund_not": "fine | fines | fined | bail | bond | bonds | bribe | bribes | bribed | bribery | wage | wages"
    " | salary | salaries | debt | debts | indebted | loan | loans | price | prices | priced | ransom | ransoms"
    " | sold | sell | selling | buy | bought | purchased | fee | fees | charge | charged | charging | earn | earned"
    " | earns | earning | earnings | seized | seize | seizing | seizure | confiscated | confiscate | confiscation"
    " | forfeited | forfeiture | froze | frozen | freezing | assets | asset | property | profit | profits | proceeds"
    " | revenue | remittances | penalty | penalties | extort | extorted | extorting | extortion | owed | owe | tax"
    " | taxes | dowry | imprisonment | prison | sentenced | jail | lost | stole | stolen | smuggled | smuggle"
    " | smuggling | income | industry | gdp | laundered | laundering | kickbacks | commissions | punishable"
    " | guarantee | deposit | withholding | withheld | arrears | indebtedness | peonage | ticket | tickets | surety",
    "for_victim": "restaveks | returnees | foster | caseworkers | drop-in | lodging | food | recovery | victim"
    " | victims | survivor | survivors | shelter | shelters | rehabilitation | reintegration"
    " | reintegrate | repatriation | repatriate | repatriated | repatriating | counseling | psychosocial"
    " | psychological | medical | accommodation | housing | safe-house | safehouse | refuge | refuges | housed"
    " | rescue | rescues | victim-assistance | victim-centered | victim-support | victim-care | crisis | hospice"
    " | orphanage | orphanages",
    "for_prevention": "website | websites | drama | tourism | awareness | awareness-raising | campaign | campaigns"
    " | prevention | prevent | preventing"
    " | preventive | outreach | education | advertisements | advertising | posters | documentary | publicity"
    " | brochures | leaflets | billboards | hotline | helpline | research | study | survey | leaflet | flyer | flyers"
    " | pamphlet | pamphlets | booklet | booklets | handbooks | comic | radio | television | tv | broadcast"
    " | broadcasts | broadcasting | film | films | theater | theatre | spots | messages | messaging | billboard"
    " | poster | printing | reprinted | advertisement | ads | sensitization | sensitize | sensitizing | sensitized"
    " | informational | publicize | exhibition | exhibitions | surveys | studies | debates | dialogues | advertised"
    " | hotlines | helplines | concert | concerts | plays | song | songs | deterrence | demand",
    "for_training": "training | trainings | train | trained | workshop | workshops | seminar | seminars"
    " | capacity-building | courses | course | academy | curriculum | trainers",
    "for_law_enforcement": "courts | tribunal | tribunals | detectives | brigade | brigades | squad | squads | police"
    " | law enforcement | investigate | investigation | investigations | investigators | investigating | prosecute"
    " | prosecution | prosecutions | prosecuting | prosecutors | enforcement | inspectors | inspections"
    " | inspectorate | border | raids | policing | law-enforcement | judicial",
    "for_general": "anti-trafficking | antitrafficking | counter-trafficking | countertrafficking | committee"
    " | council | secretariat | commission | coordination | coordinator | operations | operational | operating | task"
    " | activities | efforts | strategy | taskforce | agency | unit | naptip | nap | bureau | plan | action plan"
    " | implementation | implement | rapporteur | office | combat | combating | combatting | trafficking",
    "plan": "nap | naps",
    "actor international_organization": "european commission | council of europe | world bank",
    "fund_scant": "sufficient | adequate | enough | additional | full | comprehensive | consistent | regular"
    " | necessary | increased | more | further | all | significant | substantial | appropriate | exclusive"
    " | long-term | sustainable | continued | new",
    "fund_money": "money",
    "fund_nil": "nothing | undisclosed | unreported | unpublished | unknown | unavailable",
    "fund_private": "gifts | private gifts | private donors | private donor | donations | charity | charities"
    " | companies | businesses",
    "fund_foreign": "ausaid | norad | sida | dfid | cida | giz | gtz | jica | danida | finnida | bilateral | usdol"
    " | usaid-funded | u.s.-funded | foreign-funded | donor | donors | foreign donor | foreign donors"
    " | foreign government | foreign governments | usaid | donor-funded",
    "fund_io": "undp | unops | unfpa | icmpd | unesco | unifem | intergovernmental",
    "fund_state": "board | authority | bureau | directorate | center | department | institute | municipality"
    " | municipalities | county | counties | treasury | legislature | congress | cabinet | commission | secretariat"
    " | committee | council | commissioner | minister | prefecture | prefectures | province | provinces | region"
    " | regions | governor | national | state-run | state-funded | public | task | lottery",
    "fund_reporting": "reported | stated | noted | said | claimed | estimated | asserted | indicated | reporting",
    "fund_delta": "increase | increased | increasing | decrease | decreased | decreasing | reduced | reduction"
    " | raised | cut | rose | fell | declined | grew | down | up | lower | higher | reducing | more | less",
    "fund_payer": "trafficker | traffickers | employer | employers | recruiter | recruiters | defendant | defendants"
    " | offender | offenders | perpetrator | perpetrators | company | companies | agencies | brokers | broker"
    " | parents | families | clients | smugglers | agents | agent | convicted | buyers | exploiter",
}
