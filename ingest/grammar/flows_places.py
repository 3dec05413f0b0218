"""Where a clause puts the places and peoples that it names: origins, ends, on the way, and what is none of these."""

from __future__ import annotations

from ingest.grammar.flows_bounds import (
    instances,
    within_part,
)
from ingest.grammar.flows_clause import Clause, Leg
from ingest.grammar.flows_cues import Cue, Place
from ingest.grammar.flows_senses import low_at
from ingest.grammar.flows_words import (
    AUTHORITIES,
    AWAY,
    BETWEEN,
    ENTERS,
    FROM,
    GIVEN,
    GROUPS,
    IN,
    LEAVES,
    NARROWING,
    NARROWING_GAP,
    NEIGHBORS,
    OFFENDERS,
    ONWARD,
    PEOPLE,
    POSING,
    POSTS,
    TO,
    VIA,
    WANTED,
)

FAR = -99
_AND = 6  # characters of " and "
_LINKS = frozenset({"flow_aux", "flow_hedge"})


def _shares_head(first: Place, second: Place) -> bool:
    """ "central" and "eastern Europe", "South and East Asia": two regions that one noun names together."""
    if first.region is None or second.region is None or not 0 < second.start - first.end < _AND:
        return False
    head, other = first.region.rpartition(" "), second.region.rpartition(" ")
    return bool(head[0] and other[0]) and head[2] == other[2]


class PlaceReader:
    """The state of one sentence's reading, and what a place or a people means in it.

    `mode` is what the preposition read last says of the next place; `listed` is what the last place was, for the
    places that follow it in a list; `unmet_from` is where a "from" stands that no place has followed yet.
    """

    def __init__(self, found: list[Cue], home: str) -> None:
        self.cues = found
        self.home = home
        self.clause = Clause(found[0].start if found else 0)
        self._reset()
        self.negative_at = FAR
        self.quiet_until = -1

    def _reset(self) -> None:
        self.mode: frozenset[str] = frozenset()
        self.listed: frozenset[str] = frozenset()
        self.told: frozenset[str] = frozenset()  # what places named as foremost sources or destinations are
        self.mode_at = FAR
        self.unmet_from = FAR
        self.agent_at = FAR
        self.own_agent_at = FAR  # offenders whom the report's own people name
        self.afraid = False  # after "vulnerable to"
        self.skips = False  # this list belongs to offenders
        self.taken = False  # after "repatriated", victims are said to have been taken somewhere
        self.topic: Place | None = None  # a place that no preposition governs: the subject

    def _is_venue(self, index: int) -> bool:
        """Is this adjective where things happen ("on Thai boats"), or a slip in a list ("Chad, Malian, and Peru")?"""
        cue, active = self.cues[index], self.mode or self.listed
        if cue.head not in ("venue", "alone", ""):
            return False
        if cue.low.endswith("-flagged") and any(item.kind == "place" for item in self.cues[index + 1 : index + 9]):
            return False  # "aboard Ruritanian-flagged boats in the waters of A"
        if cue.head == "venue" or cue.low.endswith("gulf"):
            return bool(active & {IN, TO, FROM, VIA})  # "the Gulf" alone is the region itself
        among = low_at(self.cues, index - 1) in (",", "and") and low_at(self.cues, index + 1) in (",", "and")
        return (
            among
            and bool(active & {TO, IN, FROM})
            and any(item.kind == "place" for item in self.cues[max(index - 3, 0) : index])
        )

    def _place(self, index: int) -> None:
        found, clause, cue = self.cues, self.clause, self.cues[index]
        place = cue.place
        if place is None:
            return
        previous = found[index - 1] if index else None
        following = found[index + 1] if index + 1 < len(found) else None
        before = previous.low if previous else ""
        active = self.mode or self.listed
        hedged = previous is not None and ("flow_hedge" in previous.tags or before in ("often", "abroad"))
        if not active and clause.abroad and hedged:
            active = frozenset({IN})
        if following and cue.owns and following.low in NEIGHBORS:
            clause.foreign = True
            return
        if not active and before in LEAVES:
            active = frozenset({FROM})
        elif not active and before in ENTERS:
            active = frozenset({TO})
        office = following is not None and following.low == "national" and low_at(found, index + 2) != "and"
        if following and cue.owns and "flow_victim" in following.tags and not office:
            clause.people.append(place)
        elif not active and before == "of" and index > 1 and "flow_victim" in found[index - 2].tags:
            clause.people.append(place)
            self.listed = frozenset({PEOPLE})
            return
        elif not active:
            self.topic = place
        elif self.skips:
            if place.code != self.home and self._of_post():
                clause.posts.append(place)
            elif place.code != self.home and clause.victims is None and self._of_authorities():
                clause.seat = place
        else:
            self._put(place, active, self._narrows(index), within_part(found, index))
        self.listed, self.mode = active, frozenset()
        self.unmet_from = FAR

    def _are_foreign(self) -> bool:
        """May the victims of the clause be foreigners: is nobody of the report's own people named?"""
        return self.clause.victims is not None and all(person.code != self.home for person in self.clause.people)

    def _names_victims_ahead(self) -> bool:
        """ "repatriated to A 14 victims": does a number of victims follow the place read last?"""
        at = next((at for at, cue in enumerate(self.cues[self.mode_at :], self.mode_at) if cue.kind == "place"), -1)
        ahead = self.cues[at + 1 : at + 6] if at >= 0 else []
        return bool(ahead) and ahead[0].kind == "other" and any("flow_victim" in cue.tags for cue in ahead)

    def _of_authorities(self) -> bool:
        return 0 <= self.agent_at < len(self.cues) and self.cues[self.agent_at].low in AUTHORITIES

    def _of_post(self) -> bool:
        """ "its embassies in A and B": do the places belong to missions of the report's own country?"""
        if not 0 <= self.agent_at < len(self.cues) or self.cues[self.agent_at].low not in POSTS:
            return False
        before = self.cues[max(self.agent_at - 3, 0) : self.agent_at]
        return all(cue.place is None or cue.place.code == self.home for cue in before)

    def _is_given(self) -> bool:
        return any(cue.low in GIVEN for cue in self.cues[max(self.mode_at - 6, 0) : self.mode_at])

    def _narrows(self, index: int) -> bool:
        """Is the place an instance of the region before it ("the Gulf, particularly in Qatar")?"""
        for at in range(index - 1, max(index - 5, -1), -1):
            cue = self.cues[at]
            if cue.low in NARROWING:
                return cue.low != "as" or low_at(self.cues, at - 1) != "well"
            if cue.low not in NARROWING_GAP:
                return False
        return False

    def _put(self, place: Place, active: frozenset[str], narrows: bool, within: bool) -> None:
        """Puts a place where its preposition says: one of the region before it, the whole of the part before it."""
        clause, leg = self.clause, self.clause.leg
        if not active or active == {AWAY}:
            return
        returned = clause.returned and not self.taken  # "the return of girls trafficked to A": taken there before
        if narrows and place.code:
            for named in (clause.people, leg.origins, leg.targets, leg.places, leg.onward, leg.both):
                if named and named[-1].region and place.start - named[-1].end < 60:
                    last = named.pop()
                    if named and named[-1].region and _shares_head(named[-1], last):
                        named.pop()  # "central and eastern Europe (A)"
        if PEOPLE in active:
            clause.people.append(place)
        elif (
            returned
            and active == {TO}
            and place.code not in (None, self.home)
            and (self._are_foreign() or self._names_victims_ahead())
        ):
            leg.origins.append(place)  # "repatriated two victims to A"
            clause.sent_back = True
        elif returned and (TO in active or (IN in active and any(p.code != self.home for p in clause.people))):
            return
        elif (
            returned and FROM in active and not clause.foreigners and not clause.aided
            and all(person.code == self.home for person in clause.people)
        ):  # fmt: skip
            leg.found_abroad.append(place)
        elif active >= {FROM, TO}:
            leg.both.append(place)
        elif FROM in active:
            targets = leg.targets or leg.places or leg.onward
            if leg.origins and targets and leg.origins[-1].end < targets[-1].start:
                clause.legs.append(leg := Leg())
            leg.origins.append(place)
        elif ONWARD in active or (
            clause.then and place.code != self.home and any(p.code == self.home for p in leg.ends())
        ):
            leg.onward.append(place)
        elif TO in active:
            leg.targets.append(place)
            clause.rural = clause.rural or within
            if VIA in active:
                leg.via.append(place)
        elif IN in active:
            leg.places.append(place)
        elif VIA in active:
            leg.via.append(place)
        elif BETWEEN in active:
            leg.between.append(place)

    def _people(self, index: int) -> None:
        clause, cue = self.clause, self.cues[index]
        place, before = cue.place, low_at(self.cues, index - 1)
        if place is None or before == "ethnic" or (before == "as" and low_at(self.cues, index - 2) in POSING):
            return
        if before == "for" and low_at(self.cues, index - 2) in WANTED:
            return  # "taken abroad as brides for Danish men"
        of_agents = (index - self.agent_at <= 2 and before == "of") or self._are_offenders(index)
        if cue.head == "agent" or of_agents or instances(self.cues, self.agent_at, index):
            clause.agent = True
            if not self._are_offenders(index):
                self.agent_at = index
            if place.code == self.home:
                self.own_agent_at = index
            elif low_at(self.cues, index + 1) in AUTHORITIES and clause.victims is None:
                clause.seat = place
        elif cue.head in ("victim", "alone"):
            governed = index - self.mode_at <= 3 and (AWAY in self.mode or self.mode in ({TO}, {VIA}))
            if governed and any(item.low.endswith("ing") for item in self.cues[self.mode_at + 1 : index]):
                governed = False  # "charged with holding two Ruritanian men in forced labor"
            if governed and self.mode == {TO} and self._is_given():
                governed = False  # "granted residence permits to two Ruritanian victims"
            if governed or (cue.head == "alone" and not clause.people and self.mode):
                return
            clause.people.append(place)
            clause.counted = clause.counted or self._is_counted(index)
            clause.add_victims(cue.start, cue.end)
            self.listed = frozenset()

    def _is_counted(self, index: int) -> bool:
        """ "two Ruritanians", "one was a Ruritanian woman", "six were Ruritanian girls": a part of those counted."""
        found = self.cues
        before = found[index - 1] if index else None
        if before is None or before.kind == "other":
            return before is not None
        if before.low in ("a", "an") and index > 1:
            before, index = found[index - 2], index - 1
        if "flow_aux" not in before.tags or index < 2:
            return False
        return found[index - 2].kind == "other" or found[index - 2].low in GROUPS  # "the largest groups were"

    def _are_offenders(self, index: int) -> bool:
        """ "Suspects were primarily Ruritanian": does a list of peoples say who the offenders are?"""
        at = self.agent_at
        if not 0 <= at < index - 1 or index - at > 9 or self.cues[at].low not in OFFENDERS:
            return False
        return all(
            cue.kind in ("people", "mark") or cue.low in ("and", "or") or not _LINKS.isdisjoint(cue.tags)
            for cue in self.cues[at + 1 : index]
        )
