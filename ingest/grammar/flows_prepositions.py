"""What a preposition says of the place after it: from, to, in, by way of, or nothing about a route."""

from __future__ import annotations

from ingest.grammar.flows_places import PlaceReader
from ingest.grammar.flows_senses import low_at
from ingest.grammar.flows_words import (
    AFTER_ROLE,
    AREAS,
    AWAY,
    BETWEEN,
    ENTERS,
    ENVOYS,
    FROM,
    GEOGRAPHY,
    IN,
    JOBS,
    LIST_WORDS,
    OFFERS,
    ONWARD,
    ORIGINATES,
    PREPOSITIONS,
    RECRUITS,
    TO,
    TREATIES,
    VIA,
    WORKPLACES,
)

_BESIDE = frozenset({"along", "together", "compared"})


class PrepositionReader(PlaceReader):
    """Adds the prepositions to the reading of places: each sets `mode` for the next place, or that it is skipped."""

    def _preposition(self, index: int) -> bool:
        found, clause = self.cues, self.clause
        low = found[index].low
        before = low_at(found, index - 1)
        if low == "by" and before == "followed":
            self.listed = self.listed or self.told
            return True  # "most are from A, followed by B": a list goes on
        role = PREPOSITIONS.get(low)
        if low in ("with", "to") and before in _BESIDE:
            self.mode = self.listed = frozenset()
            return True  # "exploited in the country, along with 17 Ruritanians"
        if low == "for" and before in ("destined", "bound", "leave", "left"):
            role = TO
        if role is None or (low == "transit" and low_at(found, index + 1) in AFTER_ROLE):
            return False
        chained = (
            (before in PREPOSITIONS and not before.startswith("transit"))
            or (index > 1 and before in ("and", "or", ",") and low_at(found, index - 2) in PREPOSITIONS)
            or (index > 2 and before == "and" and low_at(found, index - 3) in PREPOSITIONS)
        )
        if low == "to" and before in ("on", "onward", "onwards", "route", "way"):
            mode = frozenset({ONWARD})
        elif low == "for":
            mode = frozenset({TO})
        elif chained and role != AWAY and self.mode:
            mode = self.mode | {role}
        elif role == IN and before in JOBS and self._is_offered(index) and clause.leg.ends():
            mode = frozenset({AWAY})  # "taken to A after being offered jobs in B"
        elif role == IN and before in AREAS and (FROM in self.mode or self.listed):
            mode = frozenset({FROM}) if FROM in self.mode else self.listed
        elif role == IN and self._recruits(index) and all(person.code != self.home for person in clause.people):
            mode = frozenset({FROM})  # "workers recruited in A who transit the country"
        elif role == BETWEEN and any(item.low in TREATIES for item in found[max(index - 3, 0) : index]):
            mode = frozenset({AWAY})
        elif role == IN and before in WORKPLACES and not self.listed:
            mode = frozenset({IN})
        elif role == IN and (self._verb_before(index) in ORIGINATES or index - self.unmet_from < 9):
            mode = frozenset({FROM})
        else:
            mode = frozenset({role})
        if role == FROM and clause.origins() and self._enters_home(index):
            mode = frozenset({AWAY})  # "come from A and enter the country from B": B is on the way
        if before in ("point", "corridor") and not any(
            item.low in ("transit", "entry", "destination", "source") for item in found[max(index - 3, 0) : index]
        ):
            mode = frozenset({AWAY})  # "the main crossing point into"
        if role == VIA:
            if any(item.low in GEOGRAPHY for item in found[index + 1 : index + 4]):
                clause.passes = True
            if low.startswith("transit"):
                clause.moved = clause.verb = True
                clause.transits = clause.transits or not self._passes_elsewhere(index)
        if low == "outside":
            clause.abroad = True
        if low == "within":
            for step, ahead in enumerate(found[index + 1 : index + 3], start=index + 1):
                if ahead.low == "borders" or (ahead.place is not None and ahead.place.code == self.home):
                    clause.inland = (found[index].start, ahead.end)
                    if low_at(found, step + 1) == "and" and low_at(found, step + 2) in ("from", "to"):
                        clause.internal = clause.inland  # "trafficked within the country and from A"
        if role == FROM:
            self.unmet_from = index
        since = index - self.agent_at
        moves = index > 0 and not {"flow_move", "flow_hedge"}.isdisjoint(found[index - 1].tags)
        named = (since == 3 and low_at(found, index - 2) == "of") or (before == "those" and 0 <= since < 6)
        of_agent = (since <= 2 or named or (since <= 4 and moves)) and role in (FROM, IN)
        gang = found[self.agent_at].low not in ENVOYS if self.agent_at >= 0 else False
        if role == IN and gang and 0 < self.agent_at - self.own_agent_at <= 3:
            of_agent = False  # "by Ruritanian gangs in A": their name says who they are, the place where it happens
        self.skips = of_agent or (self.skips and chained)
        self.mode, self.mode_at, self.listed = mode, index, frozenset()
        return True

    def _passes_elsewhere(self, index: int) -> bool:
        """ "transit through several countries, such as A and B": not through the report's own country."""
        for at in range(index + 1, min(index + 8, len(self.cues))):
            cue = self.cues[at]
            if cue.place is not None:
                return cue.place.code != self.home
            if cue.low not in LIST_WORDS and cue.low not in ("through", "via"):
                return False
        return False

    def _recruits(self, index: int) -> bool:
        """ "recruited in A", "recruited women in A and forced them into prostitution in the country"."""
        if low_at(self.cues, index - 1) in RECRUITS:
            return low_at(self.cues, index - 1) == "recruited"
        if low_at(self.cues, index - 2) not in RECRUITS or "flow_victim" not in self.cues[index - 1].tags:
            return False
        return any(cue.low == "and" for cue in self.cues[index + 2 : index + 4])

    def _is_offered(self, index: int) -> bool:
        return any(cue.low in OFFERS for cue in self.cues[max(index - 4, 0) : index - 1])

    def _enters_home(self, index: int) -> bool:
        place = self.cues[index - 1].place if index else None
        return place is not None and place.code == self.home and low_at(self.cues, index - 2) in ENTERS

    def _verb_before(self, index: int) -> str:
        """The word before, adverbs such as "primarily" left out."""
        while index and "flow_hedge" in self.cues[index - 1].tags:
            index -= 1
        return low_at(self.cues, index - 1)
