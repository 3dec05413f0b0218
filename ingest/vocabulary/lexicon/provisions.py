"""What laws prescribe: prescribing verbs, penalties, crimes by form of exploitation, stringency."""

from __future__ import annotations

ENTRIES: dict[str, str] = {
    "law_prescribe": "draws | draw | prescribe | prescribes | prescribed | prescribing | punishable | punishes"
    " | punished | punishing | punish | carries | carry | carried | carrying | stipulate | stipulates | stipulated"
    " | stipulating | mandate | mandates | mandated | mandating | precribes | prescibes | penalizes | penalized"
    " | subject",
    "law_weak": "raise | run | runs | ran | stood | stands | stand | rose | rose from | rising | reaches | reach"
    " | reached | extend | extends | extended"
    " | provides | provide | provided | providing | sets | set | setting | establishes | established"
    " | establishing | imposes | impose | imposing | calls | called | includes | include | including | increased"
    " | increases | increase | increasing | raised | raises | raising | range | ranges | ranging | ranged | is | are"
    " | was | were | with | allows | allowed | specifies | specified | strengthened | amended | enhanced | face"
    " | faces | contains | outlines | assigns | from | of | be | remained | remain | rises | lowered | reduced"
    " | doubled",
    # Verbs by which a law sets a penalty beside much else: their object decides
    "law_sets": "foresees | foresee | foresaw | foreseen | foreseeing | envisages | envisage | envisaged | entails"
    " | entail | entailed | attracts | attract | attracted | incurs | incur | incurred | drew | holds | hold | held"
    " | threatens | threaten | threatened | permits | permit | permitted | authorizes | authorize | authorized"
    " | authorizing | fixes | fixed | lays | laid | brings | bring | brought | adds | add | added | has | have | had"
    " | covers | covered | provides | provide | provided | providing | sets | set | setting | establishes"
    " | established | imposes | impose | imposed | imposing | calls | allows | allow | allowed | specifies | specified"
    " | outlines | outlined | contains | contained | assigns | assigned | jails | imprisons | sanctions | results"
    " | contemplates | contemplated | commands | merits | warrants | caps | capped | exacts"
    " | levies | orders | dictates | dictated | applies"
    " | result | result in | results in | means | sanctioned",
    "law_ban": "criminalizes | criminalized | criminalize | criminalizing | prohibits | prohibited | prohibit"
    " | prohibiting | bans | banned | ban | banning | outlaws | outlawed | outlaw | outlawing | forbids | forbidden"
    " | forbid | forbade | bars | barred | proscribes | proscribed",
    "law_jails": "imprisoned | jailed | sentenced | incarcerated",
    "law_faces": "face | faces | faced | risk | risks | risked | liable | expect | expects",
    "law_penalty": "penalty | penalties | punishment | punishments | sentence | sentences | imprisonment"
    " | incarceration | terms | term | sanctions | sanction",
    "law_prison": "imprisonment | prison | incarceration | jail | confinement | detention | servitude | liberty"
    " | imprisoned | labor | sentence | sentences | term | terms | penalty | penalties | punishment",
    "law_court": "sentenced | received | serving | served | convicted | imposed | sentencing | acquitted | ordered"
    " | suspended | detained | awaiting | tried | fled | appealed | deported",
    "law_pending": "draft | bill | proposed | would | pending | considering | drafting | proposal | drafted",
    "law_crime": "rape | kidnapping | assault | murder | homicide | abduction | crimes | offenses | crime",
    "law_sex": "sex | sexual | sexually | prostitution | prostituting | prostitute | pimping | procuring | procurement"
    " | procures | brothel | brothels | pornography | pornographic | pandering | pimp | lenocinio | solicitation"
    " | sex-trafficking | indecent | procuration | procurer | procurers | pimps | debauchery | brothel-keeping",
    "law_labor": "labor | labour | slavery | servitude | bondage | begging | enslavement | enslaving | bonded"
    " | peonage | soldiers | soldiering | slave | slaves | slavery-like | labor-trafficking | passport | passports"
    " | serfdom",
    "law_labor_hint": "recruitment | recruiter | recruiters | recruiting | workers | maids | armed | militia"
    " | militias",
    "law_other": "organ | organs | marriage | marriages | surrogacy | adoption | adoptions",
    "law_stringent": "stringent | severe | strict",
    "law_commensurate": "commensurate | commensurately",
    "law_deny": "not | neither | nor | insufficiently | never | no | hardly | without | inadequate",
}
