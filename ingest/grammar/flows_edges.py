"""From clauses to edges: which of the places a clause names are ends of a route, and in which role of the country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.grammar.flows_cues import Place
from ingest.grammar.flows_clause import Clause, Edge

_NAMED = frozenset({"source", "transit", "destination"})


class Router:
    """Turns the clauses of one report into edges; remembers what "they" and "some" in the next clause refer to."""

    def __init__(self, home: str, profile: bool = True) -> None:
        self.home = home
        self.profile = profile
        self.pending: Clause | None = None  # people on the move, exploitation not yet asserted
        self.pending_age = 0
        self.pending_sentence = -1
        self.sentence = 0
        self.last: Clause | None = None

    def new_paragraph(self) -> None:
        """Pronouns do not reach across paragraphs."""
        self.pending = self.last = None

    def edges(self, clause: Clause) -> Iterator[Edge]:
        """The edges that a clause states."""
        asserted = self._asserted(clause)
        origins = clause.origins()
        if not asserted:
            if clause.feared and (origins or clause.pronoun):
                if not origins:
                    return
            if origins and (clause.moved or clause.feared):
                self.pending, self.pending_age, self.pending_sentence = clause, 0, self.sentence
            elif origins:
                self.pending = None
            elif clause.victim_at is not None and not clause.pronoun and self.pending_sentence != self.sentence:
                self.pending = None
            else:
                self._age()
            return
        source = clause
        if not origins and self.pending is not None and (
            clause.pronoun
            or (not self.pending.feared and (clause.victim_at is None or self.pending_sentence == self.sentence))
        ):
            source = self._joined(self.pending, clause)
            self.pending = None
        elif not origins and clause.pronoun and self.last is not None and not clause.internal_at:
            source = self._joined(self.last, clause, places=False)
        elif origins:
            self.pending = None
        made = list(self._of(source))
        if origins:
            self.last = clause
        elif clause.victim_at is not None and not clause.pronoun and source is clause:
            self.last = None
        yield from made

    def _age(self) -> None:
        self.pending_age += 1
        if self.pending_age > 2:
            self.pending = None

    def _asserted(self, clause: Clause) -> bool:
        """Does the clause say that exploitation happens? Outside the profile, governments' doings do not say so."""
        if self.profile:
            return bool(clause.predicates) or self._states_role(clause)
        if clause.policy or clause.negative and not clause.verbs:
            return False
        return bool(clause.verbs) or clause.near or bool(clause.nouns and clause.pronoun)

    def _states_role(self, clause: Clause) -> bool:
        return bool(_NAMED & set(clause.roles)) and clause.victim_at is not None and not clause.feared

    def _joined(self, earlier: Clause, clause: Clause, places: bool = True) -> Clause:
        """The clause with what the earlier one said of origins (and places, where it has none of its own)."""
        joined = Clause(earlier.start)
        joined.people = list(earlier.people)
        own = any(leg.targets or leg.places or leg.onward for leg in clause.legs)
        joined.legs = list(clause.legs)
        first = joined.legs[0]
        if not any(leg.origins for leg in joined.legs):
            first.origins = [place for leg in earlier.legs for place in leg.origins]
        if places and not own:
            first.targets = [place for leg in earlier.legs for place in leg.targets]
            first.places = [place for leg in earlier.legs for place in leg.places]
            first.via = [place for leg in earlier.legs for place in leg.via]
        if own and self._comes_here(earlier):  # those who came here are now exploited elsewhere
            for leg in joined.legs:
                leg.onward = [*leg.onward, *(p for p in (*leg.targets, *leg.places) if not self._is_home(p))]
        joined.verbs, joined.nouns, joined.near = clause.verbs, clause.nouns, clause.near
        joined.types = clause.types
        joined.groups = clause.groups or earlier.groups
        joined.sectors = clause.sectors or earlier.sectors
        joined.roles = clause.roles or earlier.roles
        joined.abroad = clause.abroad or earlier.abroad
        joined.foreign = clause.foreign
        joined.internal_at = clause.internal_at
        joined.victim_at, joined.victim_end = earlier.victim_at, earlier.victim_end
        joined.end = clause.end
        return joined

    def _comes_here(self, clause: Clause) -> bool:
        ends = [place for leg in clause.legs for place in (*leg.targets, *leg.places)]
        foreign = [place for place in clause.origins() if not self._is_home(place)]
        return bool(foreign) and (not ends or any(self._is_home(place) for place in ends))

    # -- one clause -----------------------------------------------------------------------------------------------

    def _is_home(self, place: Place) -> bool:
        return place.code == self.home

    def _of(self, clause: Clause) -> Iterator[Edge]:
        here = Place(self.home, None, None, clause.start, clause.start, True)
        people_home = [p for p in clause.people if self._is_home(p)]
        people_foreign = [p for p in clause.people if not self._is_home(p)]
        any_edge = False
        for leg in clause.legs:
            if leg.between:
                for edge in self._between(clause, leg.between, here):
                    any_edge = True
                    yield edge
            origins = [p for p in leg.origins if not self._is_home(p)]
            origin_home = [p for p in leg.origins if self._is_home(p)]
            ends = [*leg.targets, *leg.places]
            end_home = [p for p in ends if self._is_home(p)]
            end_foreign = [p for p in (*ends, *leg.onward) if not self._is_home(p)]
            via_home = clause.passes or any(self._is_home(p) for p in leg.via)
            transit = via_home or ("transit" in clause.roles and not clause.predicates) or self._only_transit(clause)
            foreign = [*origins, *people_foreign]
            for place in leg.found_abroad:
                if clause.near:
                    any_edge = True
                    yield self._edge(clause, (people_home or [here])[0], place, "source", "returned")
            for place in leg.both:
                if not self._is_home(place):
                    any_edge = True
                    yield self._edge(clause, here, place, "source", "both")
                    yield self._edge(clause, place, here, "destination", "both")
            # foreign → home
            into = "destination"
            if foreign and not (clause.abroad and not end_home and not transit and not via_home):
                reaches = bool(end_home) or via_home or not end_foreign or bool(leg.onward) or transit
                reaches = reaches or "transit" in clause.roles
                if reaches:
                    into = self._role_into(clause, via_home, bool(end_home), bool(end_foreign))
                    target = end_home[0] if end_home else here
                    for place in foreign:
                        any_edge = True
                        yield self._edge(clause, place, target, into, "origin" if into == "destination" else "transit")
            # home → foreign
            if end_foreign:
                onward = bool(leg.onward) or via_home
                if foreign and not people_home and not origin_home:
                    passing = onward or transit or (not end_home and "transit" in clause.roles)
                    if passing or (leg.onward and end_home):
                        for place in leg.onward if (leg.onward and not via_home and not transit) else end_foreign:
                            if not self._is_home(place) and place.key not in {p.key for p in foreign}:
                                any_edge = True
                                yield self._edge(clause, here, place, "transit", "transit")
                elif not self._has_subject(clause):
                    pass
                elif not clause.foreign or people_home or origin_home or transit:
                    onward = onward or bool(leg.onward)
                    role = "transit" if (transit or onward) and not people_home and not origin_home else "source"
                    start = (people_home or origin_home or [here])[0]
                    for place in end_foreign:
                        any_edge = True
                        yield self._edge(clause, start, place, role, "transit" if role == "transit" else "source")
            # home → home
            if self.profile:
                named = (people_home or origin_home or clause.local) and not clause.tourism
                at_home = [p for p in leg.places if self._is_home(p)]
                inside = bool(at_home if not named else end_home) and not via_home
                if named and (
                    (inside and clause.predicates) or ((clause.verbs or foreign) and not (end_foreign or clause.abroad))
                ):
                    any_edge = True
                    yield self._edge(clause, (people_home or origin_home or [here])[0], (end_home or [here])[0],
                                     "internal", "internal")  # fmt: skip
                elif (inside or (clause.rural and end_home)) and not foreign and not (clause.foreign or clause.migrant) and clause.predicates and (
                    clause.victim_at is not None and self.profile and not clause.returned
                ):
                    any_edge = True
                    yield self._edge(clause, here, end_home[0], "internal", "internal")
        if self.profile and (not any_edge or clause.internal_at):
            if clause.internal_at or (clause.local and clause.predicates) or (
                clause.rural and clause.predicates and clause.moved and not clause.foreign and not clause.abroad
            ):
                at = clause.internal_at or (clause.start, clause.start)
                mark = Place(self.home, None, None, at[0], at[1], True)
                if clause.predicates:
                    yield self._edge(clause, mark, mark, "internal", "internal")

    def _has_subject(self, clause: Clause) -> bool:
        return clause.victim_at is not None or bool(clause.origins() or clause.verbs or clause.roles)

    def _only_transit(self, clause: Clause) -> bool:
        return clause.roles == ["transit"]

    def _role_into(self, clause: Clause, via_home: bool, to_home: bool, leaves: bool) -> str:
        if to_home and not (clause.roles == ["transit"]):
            return "destination"
        named = [role for role in clause.roles if role in ("destination", "transit")]
        if via_home and "destination" not in named:
            return "transit"
        if named:
            return named[0]
        return "transit" if leaves and via_home else "destination"

    def _between(self, clause: Clause, ends: Sequence[Place], here: Place) -> Iterator[Edge]:
        others = [p for p in ends if not self._is_home(p)]
        if len(others) < len(ends):  # between home and another: both directions
            for place in others:
                yield self._edge(clause, here, place, "source", "between")
                yield self._edge(clause, place, here, "destination", "between")
        elif "transit" in clause.roles:
            for place in others:
                yield self._edge(clause, place, here, "transit", "between")
                yield self._edge(clause, here, place, "transit", "between")

    def _edge(self, clause: Clause, origin: Place, destination: Place, role: str, why: str) -> Edge:
        marks = [(p.start, p.end) for p in (origin, destination) if p.end > p.start]
        if clause.victim_at is not None and clause.victim_end is not None:
            marks.append((clause.victim_at, clause.victim_at + 1))
        if clause.predicates:
            low = min((m[0] for m in marks), default=clause.predicates[0][0])
            marks.append(min(clause.predicates, key=lambda p: abs(p[0] - low)))
        if not marks:
            marks = [(clause.start, clause.end)]
        start, end = min(m[0] for m in marks), max(m[1] for m in marks)
        types = frozenset(clause.types)
        return Edge(origin, destination, role, why, start, end, types, tuple(clause.groups), tuple(clause.sectors))
