"""What single words say of a clause: its victims, its type of trafficking, whether exploitation is asserted."""

from __future__ import annotations

from ingest.grammar.flows_clause import Clause
from ingest.grammar.flows_cues import Cue
from ingest.grammar.flows_words import (
    BARE_NOUNS,
    DOMESTIC_WORK,
    EXPLOITS,
    FORCED_TO,
    FORCING,
    FOUGHT,
    HELD_IN,
    JOINT,
    LABORS,
    NOT_LABOR,
    NOT_SEX,
    OF_LAW,
    POSTS,
    PURPOSES,
    SAID,
    SECTOR_HEADS,
    SECTOR_MODIFIERS,
    SERVES,
)

GROUPS = ("men", "women", "boys", "girls", "children")
_TYPED = frozenset({"flow_sex", "flow_labor", "flow_other"})
_GROUP_TAGS = tuple((group, f"flow_{group}") for group in GROUPS)
_ADJECTIVES = (("women", "flow_adjective_women"), ("men", "flow_adjective_men"))
_FLAGS = (
    ("flow_migrant", "migrant"), ("flow_policy", "policy"), ("flow_tourism", "tourism"), ("flow_abroad", "abroad"),
    ("flow_prevented", "prevented"), ("flow_intercepted", "intercepted"),
)  # fmt: skip
_BESIDE = frozenset({"from", "in", ":", "including", "included", "of", "were", "exploited"})
_PLACES = frozenset({"destination", "destinations", "countries", "locations", "cities", "country"})
_SIGNS = frozenset({"signs", "indicators", "risk", "risks", "dangers", "awareness"})
_COMERS = frozenset({"foreign", "migrant", "migrants", "laborers", "workers", "trafficked"})
_RURAL = frozenset({"rural", "countryside", "villages"})
_KIN = frozenset({"family", "families", "relatives", "parents", "those", "members", "children", "loved", "ones"})
_LOCALS = frozenset({"and", "women", "men", "girls", "children"})


def low_at(found: list[Cue], index: int) -> str:
    """The word at `index`, "" beyond the ends."""
    return found[index].low if 0 <= index < len(found) else ""


def note(clause: Clause, found: list[Cue], index: int) -> None:
    """Remembers what the word at `index` says of the clause: groups, roles, where and who."""
    cue = found[index]
    tags, low = cue.tags, cue.low
    if not tags:
        return
    previous, following = low_at(found, index - 1), low_at(found, index + 1)
    if "flow_victim" in tags:
        clause.add_victims(cue.start, cue.end)
        for group, tag in _GROUP_TAGS:
            if tag in tags and group not in clause.groups and previous not in ("by", "with"):
                clause.groups.append(group)
        clause.pronoun = clause.pronoun or previous in ("these", "those", "such")
    for group, tag in _ADJECTIVES:
        if tag in tags and group not in clause.groups:
            clause.groups.append(group)
    if "flow_role" in tags and previous != "their" and (low != "destination" or following != "countries"):
        role = {"origin": "source", "conduit": "transit"}.get(low, low)
        if role not in clause.roles:
            clause.roles.append(role)
    if low in ("some", "many") and not clause.verb and following in _COMERS:
        clause.of_comers = any("flow_victim" in item.tags for item in found[index + 1 : index + 4])
    if "flow_vulnerable" in tags:
        clause.part_feared = _of_some(clause, found, index)
    if "flow_pronoun" in tags and not clause.verb and _refers_back(found, index):
        clause.pronoun = True
    if "flow_foreign" in tags and (not clause.predicates or low in ("foreign", "foreigners")):
        clause.foreign = clause.foreign or low != "foreign" or following not in _PLACES
    if "flow_foreign" in tags and any("flow_victim" in item.tags for item in found[index : index + 3]):
        clause.foreigners = True
    for tag, flag in _FLAGS:
        if tag in tags and not (tag == "flow_policy" and _is_aside(found, index)):
            setattr(clause, flag, True)
    if low == "demand" and not clause.verbs:
        clause.tourism = True
    if low == "then" and clause.verb:
        clause.then = True
    if "flow_internal" in tags:
        _note_internal(clause, found, index)
    if "flow_sector" in tags:
        _note_sector(clause, found, index)


def _is_aside(found: list[Cue], index: int) -> bool:
    """ "in cooperation with an NGO" says nothing of what was done, nor does "the embassy" that brought victims home."""
    low = found[index].low
    if low in JOINT:
        return low_at(found, index - 1) in ("in", "through")
    return low in POSTS and any(cue.low in SERVES for cue in found[index + 1 : index + 8])


def kept_from_leaving(found: list[Cue], index: int) -> bool:
    """ "are not free to leave their employers": people who are held to their work. `index` is at "not"."""
    return (
        low_at(found, index + 1) == "free"
        and low_at(found, index + 2) == "to"
        and low_at(found, index + 3) in ("leave", "quit", "depart")
    )


def disowns(found: list[Cue], index: int) -> bool:
    """ "no reports that any of these women were trafficked": what the clause before said is no exploitation."""
    ahead = [cue.low for cue in found[index + 1 : index + 9]]
    said = next((at for at, low in enumerate(ahead[:4]) if low in SAID), -1)
    if low_at(found, index) != "no" or said < 0 or "that" not in ahead[said + 1 : said + 3]:
        return False
    return any(low in ("these", "those", "they", "them") for low in ahead[said + 2 :])


def denies(found: list[Cue], index: int) -> bool:
    """ "no reports of women trafficked", "is not a destination for women from A": all of the clause is denied."""
    ahead = [cue.low for cue in found[index + 1 : index + 5]]
    if low_at(found, index) == "no" and "of" in ahead[1:3] and any(low in SAID for low in ahead[:2]):
        return True
    return low_at(found, index - 1) in ("is", "was") and ahead[:1] in (["a"], ["considered"]) and any(
        "flow_role" in cue.tags for cue in found[index + 1 : index + 6]
    )  # fmt: skip


def _of_some(clause: Clause, found: list[Cue], index: int) -> bool:
    """ "A destination for women from A, some of whom may be vulnerable": is only a part of them so, at `index`?"""
    if not (clause.roles and clause.origins()):
        return False
    return any(cue.low == "whom" for cue in found[max(index - 18, 0) : index])


def _refers_back(found: list[Cue], index: int) -> bool:
    """Do "some", "these women", "they" stand for people of the sentence before?"""
    low = found[index].low
    if low in ("they", "them", "others"):
        return True
    if index + 1 >= len(found):
        return False
    following = found[index + 1]
    if low in ("these", "those"):
        return "flow_victim" in following.tags or following.low in ("are", "were", "who")
    if following.low in ("of", "transit"):
        return True
    if following.low in ("trafficked", "foreign"):
        return any("flow_migrant" in cue.tags or cue.low == "workers" for cue in found[index + 2 : index + 4])
    return following.low not in ("migrant", "including") and not (
        {"flow_aux", "flow_subject", "flow_hedge", "flow_move"}.isdisjoint(following.tags)
    )


def _note_internal(clause: Clause, found: list[Cue], index: int) -> None:
    cue = found[index]
    low = cue.low
    previous, following = low_at(found, index - 1), low_at(found, index + 1)
    if low in ("internally", "domestically", "in-country", "nationwide"):
        if following != "displaced":
            clause.internal = (cue.start, cue.end)
    elif low in ("domestic", "internal"):
        ahead = [item.low for item in found[index + 1 : index + 4]]
        with_foreign = following in ("and", "or") and low_at(found, index + 2) in (
            "foreign", "international", "transnational",
        )  # fmt: skip
        if (
            following in ("trafficking", "victims")
            or "trafficking" in ahead
            or (low == "internal" and following in ("forced", "sex"))
            or with_foreign
        ):
            clause.local = clause.local or following in ("and", "or", "victims")
            clause.internal = (cue.start, found[min(index + 3, len(found) - 1)].end)
        elif previous in ("is", "remains", "primarily", "mostly", "largely"):
            clause.internal = (cue.start, cue.end)
    elif low == "home" and previous == "at" and low_at(found, index - 2) not in _KIN:
        clause.internal = (cue.start, cue.end)
    elif low == "local":
        clause.local = clause.local or following in _LOCALS
    elif low in _RURAL and any(item.low == "from" for item in found[max(index - 3, 0) : index]):
        clause.rural = True


def _note_sector(clause: Clause, found: list[Cue], index: int) -> None:
    """Adds the sector whose last word stands at `index`, with the words that belong to it: "tea plantations"."""
    following = low_at(found, index + 1)
    if found[index].low == "domestic":
        if following in DOMESTIC_WORK:
            _add_sector(clause, f"domestic {following}")
        return
    service = found[index].low == "service"
    if following in SECTOR_HEADS or (service and following not in ("sector", "sectors", "industries")):
        return
    first = index
    while (
        first
        and index - first < 2
        and found[first - 1].kind == "word"
        and (
            found[first - 1].low in SECTOR_MODIFIERS
            or ("flow_sector" in found[first - 1].tags and found[index].low in SECTOR_HEADS)
        )
    ):
        first -= 1
    if found[index].low in ("clubs", "parlors") and first == index:
        return
    _add_sector(clause, " ".join(cue.low for cue in found[first : index + 1]))


def _add_sector(clause: Clause, sector: str) -> None:
    if sector not in clause.sectors:
        clause.sectors.append(sector)


def note_type(clause: Clause, found: list[Cue], index: int) -> None:
    """Adds the type of trafficking that the word at `index` tells of."""
    cue = found[index]
    low, tags = cue.low, cue.tags
    if _TYPED.isdisjoint(tags) and low != "domestic" and low not in LABORS:
        return
    following = low_at(found, index + 1)
    if "flow_sex" in tags and following not in NOT_SEX and (low != "sexual" or following in PURPOSES):
        clause.types.add("sex")
    labor = (
        ("flow_labor" in tags and following not in NOT_LABOR and low != "workers")
        or (low == "domestic" and following in DOMESTIC_WORK)
        or (low in LABORS and low_at(found, index - 1) == "to" and low_at(found, index - 2) in FORCING)
    )
    if labor:
        clause.types.add("labor")
    if "flow_other" in tags:
        clause.types.add("other")


def note_exploitation(clause: Clause, found: list[Cue], index: int, denied: bool) -> None:
    """Records the word at `index` as exploitation, where it is asserted and not `denied`, fought or a matter of law."""
    cue = found[index]
    low = cue.low
    if low == "soldiers" and low_at(found, index - 1) == "child" and not denied:
        clause.forms.append((found[index - 1].start, cue.end))
    if "flow_rescue" in cue.tags and not denied and _of_victims(found, index):
        clause.nouns.append((cue.start, cue.end))
        clause.near = True
    if "flow_exploit" not in cue.tags and low != "sex":
        return
    following = low_at(found, index + 1)
    trade = low == "sex" and following in ("trade", "slavery", "slaves")
    if not ("flow_exploit" in cue.tags or trade) or denied or (low == "held" and not _is_captive(found, index)):
        return
    if low == "trafficking" and (
        following in OF_LAW or (following == "indicators" and low_at(found, index - 1) == "for")
    ):
        return  # "screened workers for trafficking indicators"; who "reported" such is exploited
    if low not in ("victims", "victim") and _is_fought(found, index):
        return
    if (clause.policy or clause.negative) and _restricts(found, index):
        return
    span = (cue.start, cue.end)
    if low in EXPLOITS or clause.subjected or (low == "forced" and following in FORCED_TO):
        clause.verbs.append(span)
    elif low in BARE_NOUNS:
        clause.nouns.append(span)
    else:
        clause.forms.append(span)
    sent_home = clause.returned and following == "to"  # "repatriated two victims to A"
    if low in BARE_NOUNS and (sent_home or _beside_places(found, index)):
        clause.near = True


def _of_victims(found: list[Cue], index: int) -> bool:
    """ "rescued six Ruritanian women": are people of a country, no migrants, rescued at `index`?"""
    near = found[max(index - 4, 0) : index + 7]
    if any("flow_migrant" in cue.tags or cue.low == "sea" for cue in near):
        return False
    return any(cue.kind == "people" and cue.head in ("victim", "alone") for cue in near)


def _is_captive(found: list[Cue], index: int) -> bool:
    """ "held in brothels", "held against their will": `index` is at "held"."""
    following, after = low_at(found, index + 1), low_at(found, index + 2)
    return (following == "in" and after in HELD_IN) or (following == "against" and after == "their")


def _is_fought(found: list[Cue], index: int) -> bool:
    """ "combat trafficking", "prevent the trafficking of refugees": what is done against it."""
    before = low_at(found, index - 1)
    if before == "of" and low_at(found, index - 2) in _SIGNS and low_at(found, index) == "trafficking":
        return True
    return before in FOUGHT or (before == "the" and low_at(found, index - 2) in FOUGHT)


def _restricts(found: list[Cue], index: int) -> bool:
    """ "a fund for victims subjected to trafficking in the country": says for whom something is, not what happens."""
    for step in range(index, max(index - 8, 0), -1):
        cue = found[step]
        if "flow_aux" in cue.tags or cue.kind == "mark":
            return False
        if "flow_victim" in cue.tags and low_at(found, step - 1) == "for":
            return True
    return False


def _beside_places(found: list[Cue], index: int) -> bool:
    """Do "victims" stand beside a people, or before "from", "in", "including" and a place?"""
    if any(item.kind == "people" for item in found[max(index - 3, 0) : index]):
        return True
    ahead = found[index + 1 : index + 11]
    if [cue.kind for cue in ahead[:3]] == ["mark", "other", "people"]:
        return True  # "identified nine victims, two Ruritanians and …"
    return any(item.low in _BESIDE for item in ahead[:4]) and any(item.place is not None for item in ahead)
