"""The clause state machine for routes: the cues of one sentence in, clauses out. It makes no edges."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.grammar.flows_bounds import (
    OPENS,
    breaks,
    list_goes_on,
    listed_before,
    lists,
    silent_bracket,
)
from ingest.grammar.flows_clause import Clause
from ingest.grammar.flows_cues import is_child_soldiers
from ingest.grammar.flows_places import FAR
from ingest.grammar.flows_prepositions import PrepositionReader
from ingest.grammar.flows_senses import denies, disowns, kept_from_leaving, low_at, note, note_exploitation, note_type
from ingest.grammar.flows_words import (
    ACTS,
    ASIDE_ENDS,
    ASIDE_NOUNS,
    ASIDES,
    CARRIES,
    COMES_FROM,
    EXTENTS,
    FORCED_TO,
    FROM,
    GROUPS,
    IN,
    LIST_WORDS,
    NOUNS_OF_EXPLOITATION,
    NUMBERS,
    PAID,
    PREPOSITIONS,
    SENT_HOME,
    SERVES,
    STATES,
    TAKEN,
    TAKEN_TO,
    TO,
)

_ASIDE_WORDS = frozenset({"in", "destination", "destinations", "origin", "source", "sources", "nationalities"})
_PREPOSITION_WORDS = frozenset({*PREPOSITIONS, "for"})
_PLAIN_KINDS = frozenset({"word", "other"})
_TELLING = _ASIDE_WORDS | _PREPOSITION_WORDS | STATES | {"its", "country"}
_PASSIVES = frozenset({"to", "being", "be", "subjected"})
_NATIONALS = frozenset(
    {"foreigners", ":", "foreign", "nationals", "national", "citizens", "all", "both", "predominantly", ","}
)
_WHENCE = COMES_FROM | {"was", "were", "are"}
_ENDS_MODE = frozenset({"flow_move", "flow_aux", "flow_subject", "flow_exploit"})


class ClauseReader(PrepositionReader):
    """Reads one sentence's cues into clauses. Linear: each cue is looked at once, with a bounded look ahead."""

    def clauses(self) -> Iterator[Clause]:
        """The clauses of the sentence, in order."""
        found = self.cues
        previous = ""
        for index, cue in enumerate(found):
            low, before, previous = cue.low, previous, cue.low
            if low in ("to", "for"):
                self._skip_extent(index)
            if index <= self.quiet_until:
                continue
            joined = (self.clause.verb or self.clause.negative) and (
                before in OPENS or (before == "as" and low in ("a", "an"))
            )
            if (joined or "flow_break" in cue.tags) and breaks(found, index, self.clause):
                self.clause.end = found[index - 1].end if index else cue.start
                yield self.clause
                self.clause = Clause(cue.start)
                self._reset()
            if not cue.tags and cue.kind in _PLAIN_KINDS and low not in _TELLING:
                # Most words only end a list: no call for those.
                if self.listed and not self.mode and low not in LIST_WORDS:
                    self.listed = frozenset()
                continue
            if cue.kind == "mark":
                self._mark(index)
            elif cue.kind == "place" or (cue.kind == "people" and self._is_venue(index)):
                self._place(index)
            elif cue.kind == "people":
                self._people(index)
            elif low in _ASIDE_WORDS and self._aside(index):
                continue
            elif not (low in _PREPOSITION_WORDS and self._preposition(index)):
                self._word(index)
        self.clause.end = found[-1].end if found else 0
        yield self.clause

    # -- asides and marks -----------------------------------------------------------------------------------------

    def _skip_extent(self, index: int) -> None:
        """ "and, to a lesser extent," and "for the first time" stand inside lists."""
        first = low_at(self.cues, index + 2) == "first"
        for at in range(index + 1, min(index + 5, len(self.cues))):
            if self.cues[at].low in EXTENTS or (first and self.cues[at].low == "time"):
                self.quiet_until = at
                return

    def _aside(self, index: int) -> bool:
        """Passes over "in previous years", and reads "destination countries include …"."""
        found, low = self.cues, self.cues[index].low
        if low == "in" and index + 1 < len(found):
            following, after = found[index + 1], low_at(found, index + 2)
            aside = following.low in ASIDES and index + 2 < len(found) and found[index + 2].place is None
            if following.kind == "other" or (aside and (after in ASIDE_NOUNS or after in ASIDE_ENDS)):
                short = following.kind == "other" or after in ASIDE_ENDS
                self.quiet_until = index + (1 if short else 2)
                return True
        if low not in ("in", "nationalities") and (named := listed_before(found, index)):
            if all(cue.place is not None and cue.place.code != self.home for cue in named):
                # "Peru and Chile are also reported destinations."
                self.clause.verbs.append((found[index].start, found[index].end))
                self.told = frozenset({TO if low.startswith("dest") else FROM})
                for cue in named:
                    if cue.place is not None:
                        self._put(cue.place, self.told, False, False)
                return True
        if low != "in" and (verb := lists(found, index, self.home)):
            self.clause.verbs.append((found[index].start, found[index].end))
            self.clause.verb = True
            if any("flow_transit" in cue.tags for cue in found[index:verb]):
                self.clause.transits = True  # "the destinations of victims transiting the country are"
            self.quiet_until = verb
            self.mode, self.listed = frozenset(), frozenset({TO if low.startswith("dest") else FROM})
            self.clause.sources = low in ("origin", "source", "sources")
            return True
        return False

    def _mark(self, index: int) -> None:
        low, found = self.cues[index].low, self.cues
        if low == ";" and list_goes_on(found, index):
            return
        if low == "(":
            # "Russia (the region of Tver), and Ukraine", "a victim from Ukraine (none in 2018)": no word on routes
            self.quiet_until = max(self.quiet_until, silent_bracket(found, index, self.home))
            return
        if low == ":" and index == self.quiet_until + 1 and self.listed:
            return  # "source countries included: A, B"
        if low in (":", ";", "."):
            self.mode = self.listed = frozenset()
        elif low == "," and self.mode and not self.listed:
            # "in past years, Ruritania was": the place after the comma is not what the preposition governs.
            before_place = index + 1 < len(found) and found[index + 1].kind == "place"
            after = low_at(found, index + 2)
            if self.mode in ({FROM}, {TO}) and (after == "," or (after in ("and", "or") and self._is_place(index + 3))):
                return  # "from SaM, A, and B": a list whose first name is not known
            if before_place and low_at(found, index - 1) not in PREPOSITIONS and low_at(found, index - 1) not in STATES:
                self.mode = frozenset()

    def _is_place(self, index: int) -> bool:
        return index < len(self.cues) and self.cues[index].kind == "place"

    # -- all other words ------------------------------------------------------------------------------------------

    def _word(self, index: int) -> None:
        found, clause, cue = self.cues, self.clause, self.cues[index]
        low, tags = cue.low, cue.tags
        of_victims = index + 1 < len(found) and "flow_victim" in found[index + 1].tags
        if low == "its" and self.topic is not None and of_victims:
            clause.people.append(self.topic)  # "X exploits its citizens"
        if low == "country" and any(low_at(found, index - step) == "another" for step in (1, 2, 3)):
            clause.abroad = True
        if low in ("transit", "transits") and low_at(found, index + 1) == "through" and self._passes_elsewhere(index):
            return
        if not tags and low not in STATES:
            if low not in LIST_WORDS and not self.mode:
                self.listed = frozenset()
            return
        before = low_at(found, index - 1)
        if low in STATES and before == "other" and low_at(found, index - 2) == "among":
            return  # "from A, B, and C, among other countries"
        if low in STATES and index:
            if before == "home" and low_at(found, index - 2) == "their" and IN in self.mode:
                clause.foreign = True  # "recruited in their home countries"
            if FROM in self.mode | self.listed:
                clause.foreign = clause.foreign or before not in ("home", "source")
            elif before not in ("source", "origin", "home", "labor-source", "sending"):
                clause.abroad = clause.abroad or low_at(found, index + 1) != "of"
        abroad = clause.abroad
        note(clause, found, index)
        if low == "elsewhere" and FROM in self.mode | self.listed:
            clause.abroad = abroad  # "from A, B, and elsewhere in Asia" is no place of exploitation
        if low in LIST_WORDS or ("flow_hedge" in tags and "flow_exploit" not in tags):
            return
        if low == "group" and before == "this":
            clause.pronoun = True  # "among this group, some girls fall victim": of people told of before
        elif (
            "flow_agent" in tags and not of_victims and not is_child_soldiers(found, index)
            and not (low in GROUPS and low_at(found, index + 1) in ("were", "was"))
        ):  # fmt: skip
            clause.agent = True
            # "sold to brothel operators on the border of": they are where it happens, no offenders named by place.
            self.agent_at = FAR if self.mode == {TO} else index
            self.mode = self.listed = frozenset()
        if (
            low in ACTS
            and not (clause.agent or clause.verb)
            and clause.leg.origins
            and index
            and (before == "," or found[index - 1].kind == "place")
        ):
            # "men from A exploit girls": those are no victims.
            clause.leg.origins.clear()
            clause.agent = clause.tourism = True
        if "flow_negative" in tags:
            if kept_from_leaving(found, index):
                clause.verbs.append((cue.start, found[index + 3].end))
                clause.types.add("labor")
                clause.verb = True
                return
            self.negative_at = index
            # "assisted 20 victims from Peru, and … did not": what was said of victims before stands
            clause.negative = clause.negative or not clause.near
            clause.disowns = clause.disowns or disowns(found, index)
            clause.denied = clause.denied or denies(found, index)
        if "flow_vulnerable" in tags:
            self.afraid, clause.feared = True, clause.feared or not clause.part_feared
        elif self.afraid and low in _PASSIVES and before in _PASSIVES:
            pass  # "vulnerable to being subjected to"
        elif self.afraid and not {"flow_aux", "flow_subject", "flow_pronoun"}.isdisjoint(tags):
            self.afraid = False
        if clause.returned and low in TAKEN and low_at(found, index + 1) in TAKEN_TO:
            self.taken = True
        if not self.afraid:
            note_exploitation(clause, found, index, denied=index - self.negative_at <= 3)
            note_type(clause, found, index)
            clause.subjected = clause.subjected or "flow_subject" in tags
            if low in _WHENCE:
                self._note_whence(index)
            if clause.posts and "flow_victim" in tags:
                clause.served = clause.served or self._are_served(index)
            clause.found = clause.found or ("flow_detected" in tags and (clause.verb or clause.seat is not None))
            clause.buys = clause.buys or "flow_buys" in tags
            clause.carried = clause.carried or low in CARRIES or ("flow_move" in tags and before == "traffickers")
        self._settle(index)

    def _are_served(self, index: int) -> bool:
        """ "assisted 40 victims": does a number stand before the victims at `index`, and a verb of care before it?"""
        counted = any(cue.kind == "other" for cue in self.cues[max(index - 4, 0) : index])
        return counted and any(cue.low in SERVES for cue in self.cues[max(index - 9, 0) : index])

    def _note_whence(self, index: int) -> None:
        """ "Victims come from", "two were from A", "the largest numbers are from": of whom a place is told."""
        found, clause, low, before = self.cues, self.clause, self.cues[index].low, low_at(self.cues, index - 1)
        whence = low in COMES_FROM or self._says_whence(index)
        clause.comes = clause.comes or whence
        if low == "were" and any(cue.kind == "other" for cue in found[max(index - 5, 0) : index]):
            clause.shared = True
        counted = found[index - 2 if before == ")" else index - 1]  # "nearly all (92) were from A"
        if whence and index and (counted.kind == "other" or before in NUMBERS):
            paid = counted.low[:1] in "$€£" or any(cue.low in PAID for cue in found[max(index - 6, 0) : index])
            clause.pronoun = clause.pronoun or not paid

    def _says_whence(self, index: int) -> bool:
        """Does "from" or a people follow the verb at `index`, perhaps after "primarily" or "foreign nationals"?"""
        for cue in self.cues[index + 1 : index + 6]:
            if cue.low == "from" or cue.head == "alone":
                return True  # "six were from A", "six were Ruritanian"
            if "flow_hedge" not in cue.tags and cue.low not in _NATIONALS:
                return False
        return False

    def _settle(self, index: int) -> None:
        """After a verb or a noun, the preposition before it no longer governs a place."""
        clause, cue = self.clause, self.cues[index]
        low, tags = cue.low, cue.tags
        if not _ENDS_MODE.isdisjoint(tags):
            if "flow_exploit" in tags:
                adjective = low == "forced" and low_at(self.cues, index + 1) not in FORCED_TO
                clause.verb = clause.verb or not (adjective or low in NOUNS_OF_EXPLOITATION)
            elif "flow_aux" in tags or "flow_move" in tags:
                clause.verb = True
            clause.moved = clause.moved or "flow_move" in tags
            if low not in ("trafficking", "construction"):
                self.mode = self.listed = frozenset()
                self.unmet_from = FAR
            self.skips = False
        elif "flow_victim" in tags:
            self.agent_at = FAR
            if self.mode not in ({FROM}, {IN}):
                self.mode = frozenset()
            self.listed = frozenset()
            self.skips = False
        elif not self.mode:
            self.listed = frozenset()
        if "flow_return" in tags or (low == "home" and low_at(self.cues, index - 1) in SENT_HOME):
            clause.returned = clause.moved = True
            clause.aided = clause.aided or self._is_given_to_victims(index)

    def _is_given_to_victims(self, index: int) -> bool:
        """ "assistance and repatriation to 20 women from A": whom it is given to, and no place where they go."""
        if low_at(self.cues, index + 1) != "to":
            return False
        ahead = self.cues[index + 2 : index + 10]
        return any("flow_victim" in cue.tags for cue in ahead) and all(cue.kind != "place" for cue in ahead[:2])
