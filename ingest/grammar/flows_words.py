"""The word lists of the route grammar that are about clauses and lists, not about victims: data only, no code."""

from __future__ import annotations

from typing import Final

from ingest.vocabulary.words import word_set

# What a preposition says of the place after it.
FROM: Final = "from"
TO: Final = "to"
IN: Final = "in"
VIA: Final = "via"
BETWEEN: Final = "between"
ONWARD: Final = "onward"  # "and on to", "en route to"
PEOPLE: Final = "people"  # "women of"
AWAY: Final = "away"  # by, with, against: what follows is no end of a route

PREPOSITIONS: dict[str, str] = {
    word: role
    for role, words in (
        (FROM, "from"),
        (TO, "to into onto toward towards reach reaching destined bound"),
        (IN, "in within inside throughout across on aboard at off along"),
        (VIA, "through via transit transiting transits transited"),
        (BETWEEN, "between"),
        (AWAY, "by with against like than under about near outside bordering speaking"),
    )
    for word in words.split()
}
# After these, "transit" is a noun: a transit country, a transit point.
AFTER_ROLE = word_set(
    "country countries point and or , area zone hub state route site for location center region corridor territory"
    " through ) in stop"
)

# Words that may stand inside a list of places without ending it.
LIST_WORDS = word_set(
    "the other neighboring neighbouring northern southern eastern western central nearby parts of some certain several"
    " countries such as a an and or well most & , – - ( ) nor both possibly mainland rural regions region areas but"
    " particularly especially primarily mainly including include also more recently various many european far away"
    " afield nations states destinations locations elsewhere followed notably namely predominantly"
    " state province un-administered"
)
# "to a lesser extent" is an aside.
EXTENTS = word_set("extent degree extents degrees")
# After "in", these open an aside of time or manner and no place: "in previous years", "in some cases".
ASIDES = word_set(
    "previous recent past prior earlier some many most addition particular search order hopes exchange return response"
    " part general turn fact one another several"
)
ASIDE_NOUNS = word_set("years year cases instances months")
ASIDE_ENDS = word_set("to of for")

# "the peace treaty between A and B": no route.
TREATIES = word_set(
    "treaty treaties border borders agreement agreements memorandum mou war conflict relations cooperation talks accord"
    " accords convention partnership tensions"
)
# "granted permits to two Ruritanian victims": what is given to them is no journey.
GIVEN = word_set(
    "awarded award awarding paid granted granting grant provided providing issued gave giving offered compensation"
    " damages restitution assistance shelter services care permits visas residence asylum"
)
# "the largest groups were Ruritanians": of the victims counted before.
GROUPS = word_set("group groups nationality nationalities majority most rest remainder")
OFFENDERS = word_set(
    "suspects traffickers perpetrators offenders defendants pimps recruiters buyers clients exploiters tourists"
    " convicts"
)
# "rescued from brothels in A": where they were exploited, and not where they come from.
WORKPLACES = word_set(
    "brothels brothel bars bar nightclubs nightclub farms farm factories factory hotels hotel restaurants households"
    " homes parlors clubs mines boats vessels ships sites kilns plantations employers captivity trade industry"
    " situations conditions establishments"
)
# "file for asylum as Ruritanians": what they are not.
POSING = word_set("asylum pose posing posed register registered disguised themselves passports identity passing")
# "were sent home to A": returned.
SENT_HOME = word_set("sent send sends flown went go goes going brought escorted helped safely")

STATES = word_set("countries states nations")
AREAS = word_set("countries states nations parts areas regions cities towns villages places islands elsewhere")
GEOGRAPHY = word_set("desert peninsula border borders airport airports port ports territory waters coast region")
# Parts of a country: people "trafficked to the mines of Ruritania" are taken from one part of it to another.
DOMESTIC = word_set(
    "fields mines farms plantations cities towns villages provinces districts regions parts areas north south east west"
)
NEIGHBORS = word_set("neighboring neighbouring neighbors neighbours neighbor")
# "the Gulf, particularly Qatar": the country is an instance of the region.
NARROWING = word_set(
    "including include includes particularly especially mostly primarily mainly namely notably predominantly as ( e.g"
)
NARROWING_GAP = word_set("the , from in to of northern southern eastern western")

# Verbs that take a place without a preposition, and those whose "in" means "from".
LEAVES = word_set("depart departs departed departing leave leaves leaving left flee flees fled fleeing")
ENTERS = word_set("enter enters entered entering")
ORIGINATES = word_set("originate originates originated originating")
COMES_FROM = word_set("come comes came originate originates originated hail hails hailed hailing")
# The verb of "destination countries include …".
LISTS = word_set("include includes included including are were was is remain remained")

# What is done to victims, as against nouns such as "forced labor" and "trafficking".
EXPLOITS = word_set(
    "trafficked exploited exploit exploits exploiting enslaved coerced compelled coerce coerces compel compels"
    " victimized"
    " prostituted conscripted conscript traffic traffics force forces forcing coercing compelling re-trafficked abused"
    " sex-trafficked subjecting sexually"
)
FORCED_TO = word_set("to into by in")
BARE_NOUNS = word_set("victims victim trafficking")
CARRIES = word_set("transported taken brought sold abducted kidnapped purchased bought shipped transferred")
NOUNS_OF_EXPLOITATION = word_set(
    "trafficking exploitation victims victim prostitution servitude slavery bondage begging peonage soldiering"
    " pornography"
)
# "the largest numbers are from A": of victims spoken of before.
NUMBERS = word_set("numbers number majority most rest remainder percent percentage")
# "the return of girls trafficked to A": where they had been taken.
TAKEN = word_set("trafficked exploited enslaved transported taken brought sold abducted kidnapped sent lured smuggled")
TAKEN_TO = word_set("to into from")
# "offered jobs in A": what was offered, and to be had in A, is no place of exploitation.
OFFERS = word_set("offered promised promising offering offer offers promise promises")
JOBS = word_set("jobs job employment work positions marriage")
# "brides for Danish men": before "for", what those people get.
WANTED = word_set("bride brides wife wives work servants prostitutes slaves domestics")
# The active verbs that make the people before them offenders: "men from A purchase girls".
ACTS = word_set("purchase exploit force abuse recruit lure coerce")
# "authorities in A identified two Ruritanian victims": where they were exploited.
AUTHORITIES = word_set("authorities police officials government prosecutors")
FOUGHT = word_set("combat fight prevent against combating preventing anti")
# "trafficking cases": law enforcement, not exploitation.
OF_LAW = word_set(
    "law laws legislation in-persons cases case investigations act crimes networks offenses unit units coordinator"
    " issues"
    " convictions prosecutions offenders efforts"
)

PURPOSES = word_set("exploitation servitude slavery purposes purpose favors acts act services trade work")
NOT_SEX = word_set("abuse harassment violence assault orientation tourism tourist tourists offenders offences")
NOT_LABOR = word_set(
    "agents agent recruiters law laws inspectors ministry brokers contracts recruitment code migrants migrant"
    " inspections inspectorate standards market unions"
)
DOMESTIC_WORK = word_set("servitude service servants servant work workers worker labor helpers duties")
FORCING = word_set("forced compelled coerced forces force made")
LABORS = word_set("work mine farm fish herd sell")

# "no reports that", "no evidence that"
SAID = word_set("reports report evidence indication indications information proof cases")

# A finite verb that makes what stands before it a subject.
FINITE = word_set(
    "migrate travel face experience exploit force subject recruit suffer transit come fall become work occurs occur"
    " lure"
    " coerce compel transport enter identified reported use send seek sell target"
)

# "gold mines", "massage parlors": what may stand before a sector's noun, and the nouns that end such a name.
SECTOR_MODIFIERS = word_set("street cattle gold diamond coal brick massage strip tea cocoa rubber cotton carpet stone")
SECTOR_HEADS = word_set("factories factory mines plantations kilns farms clubs parlors workshops shops mining")

# "held in debt bondage": kept from leaving.
HELD_IN = word_set("brothels brothel captivity slavery debt servitude bondage slave-like forced domestic")
# "funding of 30,000 dollars came from A"
PAID = word_set("funding funds support grant grants assistance money donation donations dollars euros equipment")
JOINT = word_set("cooperation partnership")
# "recruited women in A and forced them into prostitution": where they come from.
RECRUITS = word_set("recruit recruits recruited recruiting")
# "a Ruritanian diplomat in A": one whom the country sent there, no gang of its people.
POSTS = word_set("embassy embassies consulate consulates mission missions")
# What missions do for victims, and reports count.
SERVES = word_set(
    "identified identifying assisted assisting sheltered sheltering rescued helped aided served repatriated"
    " facilitated arranged"
)
ENVOYS = word_set("diplomat diplomats ambassador embassy consulate mission peacekeepers troops officials official")
