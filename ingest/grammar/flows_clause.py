"""The clause state machine for routes: cues in, stated edges out. It knows no rule's name and no table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.grammar.flows_cues import AWAY, BETWEEN, FROM, IN, ONWARD, PREPOSITIONS, TO, VIA, Cue, Place

# Words that may stand inside a list of places without ending it.
_LIST_WORDS = frozenset(
    "the other neighboring neighbouring northern southern eastern western central nearby parts of some certain several"
    " countries such as a an and or well most & , – - ( ) nor both possibly mainland rural regions region areas but"
    " particularly especially primarily mainly including include also more recently various many european".split()
)
_EXTENTS = frozenset("extent degree extents degrees".split())
_PURPOSE_NOUNS = frozenset("exploitation servitude slavery purposes purpose favors acts act services trade work".split())
_NOT_SEX = frozenset("abuse harassment violence assault orientation tourism tourist tourists offenders offences".split())
_NOT_LABOR = frozenset(
    "agents agent recruiters law laws inspectors ministry brokers contracts recruitment code migrants migrant"
    " inspections inspectorate standards market unions".split()
)
_STATES = frozenset({"countries", "states", "nations"})
_AREAS = frozenset("countries states nations parts areas regions cities towns villages places islands elsewhere".split())
_NARROWING = frozenset(
    "including include includes particularly especially mostly primarily mainly namely notably predominantly as ( e.g".split()
)
_ACTIVE = frozenset("purchase exploit force abuse recruit lure coerce".split())
_LEAVES = frozenset("depart departs departed departing leave leaves leaving left flee flees fled fleeing".split())
_ENTERS = frozenset("enter enters entered entering".split())
_ORIGINATES = frozenset("originate originates originated originating".split())
_GEOGRAPHY = frozenset("desert peninsula border borders airport airports port ports territory waters coast region".split())
_DOMESTIC = frozenset("servitude service servants servant work workers worker labor helpers duties violence".split())


@dataclass(slots=True)
class Edge:
    """One stated route, before roles of the whole report are merged. `why` names the wording that states it."""

    origin: Place
    destination: Place
    role: str
    why: str
    start: int
    end: int
    types: frozenset[str]
    groups: tuple[str, ...]
    sectors: tuple[str, ...]


@dataclass(slots=True)
class _Leg:
    """One "from … to …" of a clause: a clause may name several."""

    origins: list[Place] = field(default_factory=list)
    targets: list[Place] = field(default_factory=list)  # to
    places: list[Place] = field(default_factory=list)  # in
    via: list[Place] = field(default_factory=list)
    between: list[Place] = field(default_factory=list)
    onward: list[Place] = field(default_factory=list)  # "and on to"
    both: list[Place] = field(default_factory=list)  # "to and from"
    found_abroad: list[Place] = field(default_factory=list)  # "repatriated from"


@dataclass(slots=True)
class Clause:
    """What one clause has said so far."""

    start: int
    people: list[Place] = field(default_factory=list)  # origins named by a demonym
    legs: list[_Leg] = field(default_factory=lambda: [_Leg()])
    verbs: list[tuple[int, int]] = field(default_factory=list)  # asserted exploitation
    nouns: list[tuple[int, int]] = field(default_factory=list)  # "trafficking", "victims"
    near: bool = False  # such a noun stands beside a place or a people
    feared: bool = False
    types: set[str] = field(default_factory=set)
    groups: list[str] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    victim_at: int | None = None
    victim_end: int | None = None
    local: bool = False  # "domestic", "local" victims
    internal_at: tuple[int, int] | None = None
    rural: bool = False
    abroad: bool = False
    passes: bool = False  # through a border, a desert, an airport of the report's country
    foreign: bool = False
    migrant: bool = False
    tourism: bool = False
    policy: bool = False  # what a government does, not what traffickers do
    negative: bool = False
    agent: bool = False
    moved: bool = False
    returned: bool = False
    pronoun: bool = False
    verb: bool = False
    role_words: bool = False
    found_victims: bool = False
    end: int = 0

    @property
    def predicates(self) -> list[tuple[int, int]]:
        """Where the clause asserts exploitation."""
        return self.verbs or self.nouns

    @property
    def leg(self) -> _Leg:
        """The leg that is being read."""
        return self.legs[-1]

    def origins(self) -> list[Place]:
        """All origins that the clause names."""
        return [*self.people, *(place for leg in self.legs for place in leg.origins)]


class ClauseReader:
    """Reads one sentence's cues into clauses. Linear: each cue is looked at once, with a bounded look ahead."""

    def __init__(self, found: list[Cue], home: str) -> None:
        self.cues = found
        self.home = home

    def clauses(self) -> Iterator[Clause]:
        """The clauses of the sentence, in order."""
        found = self.cues
        size = len(found)
        clause = Clause(found[0].start if found else 0)
        mode: set[str] = set()
        list_mode: set[str] = set()
        unmet_from = 0
        fear = fear_aux = skip_list = False
        since_agent = 99
        since_negative = 99
        mode_at = -9
        quiet_until = -1
        index = -1
        while index + 1 < size:
            index += 1
            cue = found[index]
            low, tags, kind = cue.low, cue.tags, cue.kind
            previous = found[index - 1] if index else None
            following = found[index + 1] if index + 1 < size else None
            since_agent += 1
            since_negative += 1
            # "and, to a lesser extent," stands inside lists.
            if low == "to" and any(item.low in _EXTENTS for item in found[index + 1 : index + 5]):
                quiet_until = next(at for at in range(index + 1, index + 5) if found[at].low in _EXTENTS)
            if index <= quiet_until:
                continue
            if self._breaks(index, clause):
                clause.end = previous.end if previous else cue.start
                yield clause
                clause = Clause(cue.start)
                mode, list_mode, unmet_from = set(), set(), 0
                fear = fear_aux = skip_list = False
                since_agent = 99
            if kind == "mark":
                if low in (":", ";", "."):
                    mode, list_mode = set(), set()
                elif low == "," and mode and following is not None and following.kind == "place" and (
                    previous is not None and previous.low not in PREPOSITIONS and previous.low not in _STATES and not list_mode
                ):
                    mode = set()
                if low == ":":
                    list_mode = {"found"} if clause.found_victims else set()
                continue
            # -- places and peoples ---------------------------------------------------------------------------
            if cue.place is not None and kind == "people" and cue.head in ("venue", "alone", "") and self._as_place(
                index, mode or list_mode
            ):
                kind = "place"
            if kind == "place" and cue.place is not None:
                active = mode or list_mode
                if not active and clause.abroad and previous is not None and "flow_hedge" in previous.tags:
                    active = {IN}
                if not active and previous is not None and previous.low in ("often", "abroad"):
                    active = {IN} if clause.abroad else set()
                if not active and clause.found_victims and previous is not None and previous.low == "of":
                    active = {FROM}
                if not active and previous is not None and previous.low in _LEAVES:
                    active = {FROM}
                elif not active and previous is not None and previous.low in _ENTERS:
                    active = {TO}
                if following is not None and "flow_victim" in following.tags and self._possessive(cue):
                    clause.people.append(cue.place)
                elif not active and previous is not None and previous.low == "of" and index > 1 and (
                    "flow_victim" in found[index - 2].tags
                ):
                    clause.people.append(cue.place)
                    list_mode = {"people"}
                    continue
                elif not skip_list:
                    self._place(clause, cue.place, active, self._narrows(index))
                list_mode, mode = active, set()
                unmet_from = 0
                continue
            if kind == "people" and cue.place is not None:
                if cue.head == "agent" or (since_agent <= 2 and previous is not None and previous.low == "of"):
                    clause.agent = True
                    since_agent = 0
                elif previous is not None and previous.low == "ethnic":
                    pass
                elif cue.head in ("victim", "alone") and (
                    index - mode_at > 3 or (AWAY not in mode and mode not in ({TO}, {VIA}))
                ):
                    if not (cue.head == "alone" and not clause.people and mode):
                        clause.people.append(cue.place)
                        if clause.victim_at is None:
                            clause.victim_at = cue.start
                        clause.victim_end = max(clause.victim_end or 0, cue.end)
                        list_mode = set()
                elif cue.head in ("victim", "alone") and FROM in mode:
                    clause.people.append(cue.place)
                continue
            # -- prepositions ---------------------------------------------------------------------------------
            role = PREPOSITIONS.get(low)
            if role is not None and not (low == "transit" and self._is_role(index)):
                if low in ("reach", "reaching", "bound", "destined") and following is not None and following.low != "for":
                    role = TO
                after_preposition = previous is not None and (
                    previous.low in PREPOSITIONS
                    or (previous.low in ("and", "or", ",") and index > 1 and found[index - 2].low in PREPOSITIONS)
                    or (previous.low == "and" and index > 2 and found[index - 3].low in PREPOSITIONS)
                )
                if low == "to" and previous is not None and previous.low in ("on", "onward", "onwards", "route"):
                    mode = {ONWARD}
                elif low == "for" and previous is not None and previous.low in ("destined", "bound", "leave", "left"):
                    mode = {TO}
                elif after_preposition and role != AWAY and mode:
                    mode = mode | {role}
                elif role == IN and previous is not None and previous.low in _AREAS and (FROM in mode or list_mode):
                    mode = {FROM} if FROM in mode else list_mode
                elif role == IN and previous is not None and previous.low in _ORIGINATES:
                    mode = {FROM}
                elif role == IN and unmet_from and index - unmet_from < 9:
                    mode = {FROM}
                else:
                    mode = {role}
                if previous is not None and previous.low in ("point", "corridor") and not self._transit_before(index):
                    mode = {AWAY}
                mode_at = index
                if role == VIA and any(item.low in _GEOGRAPHY for item in found[index + 1 : index + 4]):
                    clause.passes = True
                if role == FROM:
                    unmet_from = index
                list_mode = set()
                if role == VIA and low.startswith("transit"):
                    clause.moved = clause.verb = True
                    if "transit" not in clause.roles:
                        clause.roles.append("transit")
                near_agent = since_agent <= 2 or (
                    since_agent <= 4 and previous is not None and {"flow_move", "flow_hedge"} & previous.tags
                )
                skip_list = bool(near_agent and role in (FROM, IN)) or (skip_list and not list_mode and after_preposition)
                continue
            if low in _STATES and FROM in mode | list_mode and previous is not None and previous.low not in ("home", "source"):
                clause.foreign = True
            elif low in _STATES and FROM not in mode | list_mode and previous is not None and (
                previous.low not in ("source", "origin", "home", "labor-source", "sending")
            ):
                clause.abroad = True
            if low == "of" or low in _LIST_WORDS or "flow_hedge" in tags and "flow_exploit" not in tags:
                self._notes(clause, index)
                continue
            # -- everything else ------------------------------------------------------------------------------
            self._notes(clause, index)
            if "flow_agent" in tags and not (following is not None and "flow_victim" in following.tags):
                clause.agent = True
                since_agent = 0
                mode, list_mode = set(), set()
            if low in _ACTIVE and not clause.agent and not clause.verb and clause.leg.origins and previous is not None and (
                previous.low == "," or previous.kind == "place"
            ):  # "men from A exploit girls": those are no victims
                clause.leg.origins.clear()
                clause.agent = True
            if "flow_negative" in tags:
                since_negative = 0
                clause.negative = True
            if "flow_vulnerable" in tags:
                fear, fear_aux = True, False
                clause.feared = True
            elif fear and ("flow_aux" in tags or "flow_subject" in tags or "flow_pronoun" in tags):
                fear = fear_aux
            trade = low == "sex" and following is not None and following.low in ("trade", "slavery", "slaves")
            if ("flow_exploit" in tags or trade) and not fear and self._asserts(index, since_negative):
                if low in ("victims", "victim", "trafficking"):
                    clause.nouns.append((cue.start, cue.end))
                    if self._near_places(index):
                        clause.near = True
                else:
                    clause.verbs.append((cue.start, cue.end))
            if not fear:
                self._types(clause, index)
            if {"flow_move", "flow_aux", "flow_subject", "flow_exploit"} & tags:
                if "flow_aux" in tags or "flow_move" in tags or "flow_exploit" in tags:
                    clause.verb = clause.verb or low not in ("trafficking", "exploitation", "victims", "victim")
                if "flow_move" in tags:
                    clause.moved = True
                if low not in ("trafficking", "construction"):
                    mode, list_mode = set(), set()
                    unmet_from = 0
                skip_list = False
            elif "flow_victim" in tags:
                since_agent = 99
                if mode != {FROM} and mode != {IN}:
                    mode = set()
                list_mode = set()
                skip_list = False
            elif not mode:
                list_mode = set()
            if "flow_return" in tags:
                clause.returned = clause.moved = True
        clause.end = found[-1].end if found else 0
        yield clause

    def _narrows(self, index: int) -> bool:
        """Is the place an instance of the region before it ("the Gulf, particularly in Qatar")?"""
        for cue in reversed(self.cues[max(index - 4, 0) : index]):
            if cue.low in _NARROWING:
                return True
            if cue.low not in ("the", ",", "from", "in", "to", "of", "northern", "southern", "eastern", "western"):
                return False
        return False

    # -- parts ----------------------------------------------------------------------------------------------------

    def _possessive(self, cue: Cue) -> bool:
        # The printed form is one or two characters longer than the name where it ends in 's or '.
        return cue.place is not None and not cue.place.generic and cue.end - cue.start > len(cue.low)

    def _as_place(self, index: int, active: set[str]) -> bool:
        """Is this adjective where things happen ("on Thai boats") or a slip in a list ("to Poland, Russian, and Turkey")?"""
        cue = self.cues[index]
        if cue.head == "venue":
            return bool(active & {IN, TO, FROM, VIA})
        following = self.cues[index + 1].low if index + 1 < len(self.cues) else ""
        previous = self.cues[index - 1].low if index else ""
        listed = previous in (",", "and") and following in (",", "and")
        return listed and bool(active & {TO, IN, FROM}) and any(
            item.kind == "place" for item in self.cues[max(index - 3, 0) : index]
        )

    def _transit_before(self, index: int) -> bool:
        return any(item.low in ("transit", "entry", "destination", "source") for item in self.cues[max(index - 3, 0) : index])

    def _is_role(self, index: int) -> bool:
        """Is "transit" a noun here ("a transit country", "source, transit, and destination")?"""
        following = self.cues[index + 1].low if index + 1 < len(self.cues) else ""
        return following in (
            "country", "point", "and", "or", ",", "area", "zone", "hub", "state", "route", "site", "for", "location",
            "center", "countries", "region", "corridor", "territory", "through", ")", "in", "stop",
        )  # fmt: skip

    def _breaks(self, index: int, clause: Clause) -> bool:
        """Does a new clause, with a subject of its own, begin at this cue?"""
        found = self.cues
        cue = found[index]
        if "flow_break" in cue.tags:
            return True
        if index == 0 or not clause.verb:
            return False
        previous = found[index - 1].low
        if previous not in ("and", ",", "but", ":", "—", "–", "-", ";"):
            return False
        if previous == "," and cue.low in ("and", "but"):
            return False
        before = found[index - 2] if index > 1 else None
        if cue.kind == "people" and before is not None and (
            before.kind == "people" or (before.low in (",", "and") and index > 2 and found[index - 3].kind == "people")
        ):
            return False
        if previous == "and" and cue.low in ("is", "serves") and index + 1 < len(found) and found[index + 1].low in (
            "a", "also", "an", "as", "primarily", "increasingly", "to",
        ):
            return True
        starts = (
            cue.kind == "people"
            or "flow_pronoun" in cue.tags
            or "flow_victim" in cue.tags
            or "flow_foreign" in cue.tags
            or "flow_migrant" in cue.tags
            or "flow_agent" in cue.tags
            or cue.low in ("a", "an", "the", "there", "young", "many", "each", "both")
            or (cue.low in ("sex", "forced", "human", "child", "labor") and before is not None and before.low == ",")
            or cue.kind == "other"
        )
        if not starts or cue.low in ("most", "such") and index + 1 < len(found) and found[index + 1].low in ("often", "as"):
            return False
        return self._finite_ahead(index)

    def _finite_ahead(self, index: int) -> bool:
        """Does a subject with a finite verb stand here, and no mere item of a list?"""
        found = self.cues
        seen_noun = False
        if found[index].low in ("the", "a", "an") and index + 2 < len(found):
            first, second = found[index + 1], found[index + 2]
            if first.kind == "place" and first.place is not None and not first.place.generic:
                return "flow_aux" in second.tags
        for step in range(index, min(index + 26, len(found))):
            cue = found[step]
            if cue.kind == "place":
                seen_noun = seen_noun or (cue.place is not None and cue.place.generic)
                continue
            if cue.kind == "people":
                seen_noun = True
                continue
            if cue.low in (";", ":", ".") or "flow_break" in cue.tags:
                return False
            if "flow_victim" in cue.tags or "flow_agent" in cue.tags or "flow_pronoun" in cue.tags:
                seen_noun = True
            elif cue.low in ("trafficking", "exploitation", "labor", "prostitution", "tourism"):
                seen_noun = True
            if cue.low in ("who", "which", "that", "where", "whom"):
                return seen_noun and step - index < 8 and self._finite_ahead(step + 3) if step + 3 < len(found) else False
            if seen_noun and "flow_aux" in cue.tags and cue.low not in ("be", "been", "being"):
                return True
            if seen_noun and cue.low in (
                "migrate", "travel", "face", "experience", "exploit", "force", "subject", "recruit", "suffer", "transit",
                "come", "fall", "become", "work", "occurs", "occur", "lure", "coerce", "compel", "transport", "enter",
                "identified", "reported", "use", "send", "seek", "sell", "target",
            ) and step > index:  # fmt: skip
                return True
            if cue.low in ("for", "to", "of") and not seen_noun:
                return False
        return False

    def _near_places(self, index: int) -> bool:
        """Do "victims" stand beside a people, or before "from", "in", "including" and a place?"""
        found = self.cues
        if any(item.kind == "people" for item in found[max(index - 3, 0) : index]):
            return True
        ahead = found[index + 1 : index + 11]
        return any(item.low in ("from", "in", ":", "including", "of", "were", "exploited") for item in ahead[:4]) and any(
            item.place is not None for item in ahead
        )

    def _asserts(self, index: int, since_negative: int) -> bool:
        """Is this word of exploitation said to happen, rather than fought, feared or denied?"""
        found = self.cues
        low = found[index].low
        following = found[index + 1].low if index + 1 < len(found) else ""
        previous = found[index - 1].low if index else ""
        if since_negative <= 3:
            return False
        if low in ("held",) or (low == "abused" and following == ""):
            return False
        if low == "trafficking" and following in (
            "law", "laws", "legislation", "in-persons", "cases", "case", "investigations", "act", "crimes", "networks",
            "offenses", "unit", "units", "coordinator", "issues", "convictions", "prosecutions", "offenders", "efforts",
        ):
            return False
        if low in ("victims", "victim"):
            return previous not in ("potential", "possible", "for") or True
        return previous not in ("combat", "fight", "prevent", "against", "combating", "preventing", "anti")

    def _types(self, clause: Clause, index: int) -> None:
        cue = self.cues[index]
        low, tags = cue.low, cue.tags
        following = self.cues[index + 1].low if index + 1 < len(self.cues) else ""
        if "flow_sex" in tags and following not in _NOT_SEX and (low != "sexual" or following in _PURPOSE_NOUNS):
            clause.types.add("sex")
        if "flow_labor" in tags and following not in _NOT_LABOR and low not in ("workers",):
            clause.types.add("labor")
        elif low == "domestic" and following in _DOMESTIC and following != "violence":
            clause.types.add("labor")
        elif low in ("work", "mine", "farm", "fish", "herd", "sell") and index > 1 and self.cues[index - 1].low == "to" and (
            self.cues[index - 2].low in ("forced", "compelled", "coerced", "forces", "force", "made")
        ):
            clause.types.add("labor")
        if "flow_other" in tags:
            clause.types.add("other")

    def _place(self, clause: Clause, place: Place, active: set[str], narrows: bool) -> None:
        """Puts a place where the preposition that governs it says; `narrows` is it one of the region before it."""
        if not active or active == {AWAY}:
            return
        leg = clause.leg
        if narrows and place.code:
            for named in (clause.people, leg.origins, leg.targets, leg.places, leg.onward):
                if named and named[-1].region and place.start - named[-1].end < 60:
                    named.pop()
        if "people" in active or "found" in active:
            clause.people.append(place)
            return
        if clause.returned and (TO in active or (IN in active and any(p.code != self.home for p in clause.people))):
            return
        if clause.returned and FROM in active and all(person.code == self.home for person in clause.people):
            leg.found_abroad.append(place)
            return
        if active >= {FROM, TO}:  # "to and from"
            leg.both.append(place)
            return
        if FROM in active:
            targets = leg.targets or leg.places or leg.onward
            if leg.origins and targets and leg.origins[-1].end < targets[-1].start:
                clause.legs.append(leg := _Leg())
            leg.origins.append(place)
        elif ONWARD in active:
            leg.onward.append(place)
        elif TO in active:
            leg.targets.append(place)
        elif VIA in active and IN not in active:
            leg.via.append(place)
        elif BETWEEN in active:
            leg.between.append(place)
        elif IN in active:
            leg.places.append(place)

    def _notes(self, clause: Clause, index: int) -> None:
        """Remembers what a word says of the clause: groups, roles, where and who."""
        found = self.cues
        cue = found[index]
        tags, low = cue.tags, cue.low
        if not tags:
            return
        following = found[index + 1].low if index + 1 < len(found) else ""
        previous = found[index - 1].low if index else ""
        if "flow_victim" in tags:
            if clause.victim_at is None:
                clause.victim_at = cue.start
            clause.victim_end = cue.end
            for group in ("women", "men", "girls", "boys", "children"):
                if f"flow_{group}" in tags and group not in clause.groups and previous not in ("by", "with"):
                    clause.groups.append(group)
            if previous in ("these", "those", "the", "such"):
                clause.pronoun = clause.pronoun or previous in ("these", "those", "such")
        if "flow_adjective_women" in tags and "women" not in clause.groups:
            clause.groups.append("women")
        if "flow_adjective_men" in tags and "men" not in clause.groups:
            clause.groups.append("men")
        if "flow_role" in tags and (
            low != "destination" or following != "countries"
        ):
            role = "source" if low == "origin" else "transit" if low == "conduit" else low
            if role not in clause.roles:
                clause.roles.append(role)
            clause.role_words = True
        if "flow_pronoun" in tags and not clause.verb and self._refers_back(index, following):
            clause.pronoun = True
        if "flow_foreign" in tags and (not clause.predicates or low in ("foreign", "foreigners")):
            clause.foreign = True
        if "flow_policy" in tags:
            clause.policy = True
        if "flow_migrant" in tags:
            clause.migrant = True
        if "flow_tourism" in tags:
            clause.tourism = True
        if "flow_abroad" in tags:
            clause.abroad = True
        if "flow_internal" in tags:
            self._internal(clause, index, previous, following)

    def _refers_back(self, index: int, following: str) -> bool:
        """Do "some", "these women", "they" stand for people of the sentence before?"""
        low = self.cues[index].low
        if low in ("they", "them", "others"):
            return True
        if low in ("it", "such", "victims") or index + 1 >= len(self.cues):
            return False
        tags = self.cues[index + 1].tags
        if low in ("these", "those"):
            return "flow_victim" in tags or following in ("are", "were", "who")
        return following == "of" or not {"flow_aux", "flow_subject", "flow_hedge", "flow_move"}.isdisjoint(tags) and (
            following not in ("migrant", "including")
        )

    def _internal(self, clause: Clause, index: int, previous: str, following: str) -> None:
        found = self.cues
        cue = found[index]
        low = cue.low
        if low in ("internally", "domestically", "in-country", "nationwide"):
            if following not in ("displaced", "and") or (following == "and" and low != "internally"):
                clause.internal_at = (cue.start, cue.end)
            elif following == "and":
                clause.internal_at = (cue.start, cue.end)
        elif low in ("domestic", "internal"):
            ahead = [item.low for item in found[index + 1 : index + 4]]
            if following in ("trafficking", "victims") or "trafficking" in ahead or (low == "internal" and following in (
                "forced", "sex")) or (
                following in ("and", "or") and ahead[1:2] and ahead[1] in ("foreign", "international", "transnational")
            ):
                if following in ("and", "or", "victims"):
                    clause.local = True
                clause.internal_at = (cue.start, found[min(index + 3, len(found) - 1)].end)
            elif previous in ("is", "remains", "primarily", "mostly", "largely"):
                clause.internal_at = (cue.start, cue.end)
        elif low == "home" and previous == "at":
            clause.internal_at = (cue.start, cue.end)
        elif low in ("local", "indigenous"):
            clause.local = clause.local or low == "local" and following in ("and", "women", "men", "girls", "children")
        elif low == "rural" and any(item.low == "from" for item in found[max(index - 3, 0) : index]):
            clause.rural = True
