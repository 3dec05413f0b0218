"""Words by which a number is known to be no fact: the nouns and verbs of the rules in `ignored`. Data only."""

from __future__ import annotations

from ingest.vocabulary.words import word_set

PLACES = word_set(
    "province provinces region regions district districts city cities town towns country countries state states village"
    " villages island islands site sites mine mines location locations port ports airport airports municipality"
    " municipalities department departments prefecture prefectures governorate governorates county counties zone zones"
    " area areas community communities camps camp border borders crossings checkpoints checkpoint territories"
    " continents"
    " nations jurisdictions schools school universities hospitals clinics hotels premises points destinations languages"
    " places neighborhoods oblasts cantons emirates atolls farms plantations households homes brothels nightclubs bars"
    " establishments factories kilns quarries vessels boats ships trawlers buildings markets prisons centers centres"
    " facilities"
)
BODIES = word_set(
    "ngo ngos ministry ministries agency agencies institution institutions organization organizations organisations"
    " committee committees unit units force forces union unions court courts post posts team teams network networks"
    " chapter chapters embassy embassies consulate consulates office offices station stations group groups partner"
    " partners entities entity bodies body companies company firms commands commissions councils associations bureaus"
    " branches divisions desks sections brigades platforms stakeholders governments recruiters operators banks"
    " shelters shelter hotlines hotline helplines helpline directorates parties gangs rings networks syndicates"
    " coalitions foundations tribunals chambers squads taskforces subcommittees delegations"
)
AGREEMENTS = word_set(
    "law laws plan plans agreement agreements article articles provision provisions mou mous memorandum memoranda"
    " memorandums treaty treaties convention conventions protocol protocols bill bills amendment amendments decree"
    " decrees regulations regulation objectives objective goals pillars priorities recommendations indicators meeting"
    " meetings conference conferences forums roundtable roundtables types type forms form ways kinds categories steps"
    " measures phases sops procedures guidelines policies projects project programs program initiatives campaigns"
    " campaign studies study reports report surveys areas components tiers levels factors requests request letters"
    " statements documentaries films spots advertisements announcements messages broadcasts episodes articles pages"
    " extraditions warrants sources sectors industries waivers nationalities violations incidents allegations"
    " operations"
    " operation events event themes modules topics applications complaints elements conditions criteria exceptions"
    " ordinances instruments declarations workplans strategies pilots websites databases"
)
GOODS = word_set(
    "bed beds vehicle vehicles cars trucks buses boat computers laptops phones cameras motorcycles kilometers"
    " kilometres"
    " miles meters metres hectares acres rooms room apartments apartment seats tons tonnes liters houses house spaces"
    " places vans devices tablets motorbikes ambulances units"
)
TIMES = word_set("times time hours hour minutes occasions occasion shifts rounds decades generations instances")
STAFF_VERBS = word_set(
    "employed employs employing employ hired hiring assigned appointed deployed staffed staff dedicated comprised"
    " composed"
    " had has with of added recruited maintained included consisting consisted headed"
)
POPULATIONS = word_set(
    "refugees refugee migrants migrant asylum-seekers asylum idps displaced workers worker residents inhabitants"
    " population people-in-need risk vulnerable expatriates immigrants arrivals travelers returnees children-in-need"
    " emigrants foreigners stateless orphans street unemployed peacekeepers troops soldiers uyghurs visitors tourists"
    " individuals passengers beggars applicants inspectors"
)
PRICES = word_set(
    "fee fees debt debts wage wages salary salaries price prices cost costs paid pay paying pays owed owe sold bought"
    " fine"
    " fined fines bail bond bonds ransom bribe bribes earn earned earning earnings charge charged charges loan loans"
    " tuition gdp income smuggling recruiters recruitment sell purchase purchased equivalent advance advances deposit"
    " minimum monthly profits profit seized confiscated assets penalty penalties forfeited gold"
)
RATES = word_set("ratio rate rates ranking rank waivers")
PENAL = word_set(
    "imprisonment prison jail sentenced sentence sentences penalty penalties imprisoned jailed punishable punishment"
    " prescribes prescribe prescribed prescribing prescribes incarceration detention term terms custody labor"
    " probation suspended serving served convicted"
)
