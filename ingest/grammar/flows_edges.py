"""From clauses to edges: which of the places a clause names are ends of a route, and in which role of the country."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.grammar.flows_clause import Clause, Edge, Leg
from ingest.grammar.flows_cues import Place

_BESIDE = 9  # characters from "exploited" to the country: " in the "
_NEAR = 60  # characters from "exploited" to "domestically", "at home"


class Ends:
    """The places of one leg, sorted into the report's country (home) and the rest."""

    def __init__(self, clause: Clause, leg: Leg, home: str) -> None:
        self.people_home = [p for p in clause.people if p.code == home]
        self.people_foreign = [p for p in clause.people if p.code != home]
        self.origin_home = [p for p in leg.origins if p.code == home]
        self.origins = [*(p for p in leg.origins if p.code != home), *self.people_foreign]
        self.home = [p for p in leg.ends() if p.code == home]
        self.at_home = [p for p in leg.places if p.code == home]
        self.abroad = [p for p in (*leg.targets, *leg.places, *leg.onward) if p.code != home]
        self.onward = [p for p in leg.onward if p.code != home]
        self.via_home = clause.passes or any(p.code == home for p in leg.via)
        self.transit = (
            self.via_home
            or clause.transits
            or clause.roles == ["transit"]
            or ("transit" in clause.roles and not clause.predicates)
        )

    @property
    def nationals(self) -> list[Place]:
        """Words that name the report's own people as those who are exploited."""
        return self.people_home or self.origin_home


class EdgeMaker:
    """Makes the edges of single clauses in the report on the country `home`."""

    def __init__(self, home: str) -> None:
        self.home = home
        self.roles: set[str] = set()  # that the report's country has been given

    def edges(self, clause: Clause, profile: bool) -> Iterator[Edge]:
        """The edges that an asserting clause states; outside the profile no internal trafficking is inferred."""
        here = Place(self.home, None, None, clause.start, clause.start, True)
        made = 0
        for leg in clause.legs:
            self._set_out(clause, leg)
            ends = Ends(clause, leg, self.home)
            for edge in (
                *self._two_way(clause, leg, here, ends),
                *self._into(clause, leg, here, ends),
                *self._out_of(clause, leg, here, ends, profile),
                *self._cared_for_abroad(clause, ends),
                *(self._inside(clause, leg, here, ends) if profile or self._told_inside(clause, ends) else ()),
            ):
                made += 1
                yield edge
        if not profile and clause.internal and clause.people and self._at_home(clause):
            mark = Place(self.home, None, None, *clause.internal, True)
            yield self._edge(clause, mark, mark, "internal", "internal")
        if profile and clause.predicates and (not made or clause.internal or (clause.rural and clause.inland)):
            from_the_country = clause.rural and (clause.moved or clause.verbs) and not (clause.foreign or clause.abroad)
            inland = clause.inland if not (made or clause.foreign or clause.abroad or clause.origins()) else None
            if clause.internal or clause.local or from_the_country or inland:
                start, end = clause.internal or inland or (clause.start, clause.start)
                mark = Place(self.home, None, None, start, end, True)
                yield self._edge(clause, mark, mark, "internal", "internal")

    def _set_out(self, clause: Clause, leg: Leg) -> None:
        """ "Children in A are trafficked to the country": where people are before the verb, they are taken from."""
        verb = clause.verbs[0][0] if clause.verbs else 0
        if not verb or clause.people or leg.origins or clause.returned or clause.policy:
            return
        if all(p.code != self.home and p.end < verb for p in leg.places) and any(
            p.code == self.home and p.start > verb for p in leg.targets
        ):
            leg.origins, leg.places = leg.places, []

    # -- kinds of edges -------------------------------------------------------------------------------------------

    def _two_way(self, clause: Clause, leg: Leg, here: Place, ends: Ends) -> Iterator[Edge]:
        """ "between A and B", "to and from A"; nationals brought home from A."""
        others = [p for p in leg.between if p.code != self.home]
        if len(others) < len(leg.between):
            for place in others:
                yield self._edge(clause, here, place, "source", "between")
                yield self._edge(clause, place, here, "destination", "between")
        elif "transit" in clause.roles or clause.transits:
            for place in others:
                yield self._edge(clause, place, here, "transit", "between")
                yield self._edge(clause, here, place, "transit", "between")
        for place in leg.both:
            if place.code != self.home:
                yield self._edge(clause, here, place, "source", "between")
                yield self._edge(clause, place, here, "destination", "between")
        if clause.near or clause.verbs:
            for place in leg.found_abroad:
                yield self._edge(clause, (ends.people_home or [here])[0], place, "source", "source")

    def _into(self, clause: Clause, leg: Leg, here: Place, ends: Ends) -> Iterator[Edge]:
        """Foreign victims who are brought to the country, found in it or taken through it."""
        if not ends.origins or (clause.abroad and not (ends.home or ends.transit)):
            return
        if not (ends.home or not ends.abroad or leg.onward or ends.transit or "transit" in clause.roles):
            return
        role = self._role_into(clause, ends)
        target = ends.home[0] if ends.home else here
        for place in ends.origins:
            yield self._edge(clause, place, target, role, role)
        if also := self._also(clause, leg, ends, role):
            for place in ends.origins:
                if place.start < ends.at_home[0].start:
                    yield self._edge(clause, place, target, also, also)

    def _also(self, clause: Clause, leg: Leg, ends: Ends, role: str) -> str | None:
        """ "Are exploited in the country and also transit through it": the other of the two roles; else None."""
        through = next((place for place in leg.via if place.code == self.home), None)
        if through is None or not ends.at_home or not clause.verbs or clause.negative:
            return None
        if ends.at_home[0].start > through.start or clause.verbs[0][0] > ends.at_home[0].start:
            return None
        return "transit" if role == "destination" else "destination"

    def _role_into(self, clause: Clause, ends: Ends) -> str:
        if ends.home and clause.roles != ["transit"]:
            return "destination"
        named = [role for role in clause.roles if role in ("destination", "transit")]
        if (ends.via_home or clause.transits) and "destination" not in named:
            return "transit"
        return named[0] if named else "destination"

    def _out_of(self, clause: Clause, leg: Leg, here: Place, ends: Ends, profile: bool) -> Iterator[Edge]:
        """Nationals and unnamed victims exploited abroad; foreign victims taken on from the country."""
        if not ends.abroad:
            return
        if ends.origins and not ends.nationals:
            if not (leg.onward or ends.transit or (not ends.home and "transit" in clause.roles)):
                return
            origins = {place.key for place in ends.origins}
            for place in ends.onward if (leg.onward and not ends.transit) else ends.abroad:
                if place.key not in origins:
                    yield self._edge(clause, here, place, "transit", "transit")
            return
        if clause.prevented and not (profile or clause.verbs):
            return
        told = clause.verbs or clause.roles or (clause.carried and clause.pronoun)
        subject = clause.victims is not None or clause.origins() or told
        if not subject or (clause.foreign and not (ends.nationals or ends.transit)):
            return
        # "trafficked to A and on to B": the country is where they set out, unless they first came to it.
        passed = ends.transit or (leg.onward and (ends.home or not leg.targets))
        role = "transit" if passed and (ends.origins or not ends.nationals) else "source"
        start = (ends.nationals or [here])[0]
        for place in ends.abroad:
            yield self._edge(clause, start, place, role, role)

    def _cared_for_abroad(self, clause: Clause, ends: Ends) -> Iterator[Edge]:
        """Victims whom the country's missions abroad took care of; those that foreign authorities found are none."""
        if clause.served and ends.people_home and not (ends.abroad or ends.at_home or ends.origins):
            for place in clause.posts:
                yield self._edge(clause, ends.people_home[0], place, "source", "source")

    def _at_home(self, clause: Clause) -> bool:
        """Nationals, of whom some were exploited "domestically" or "at home"."""
        if not clause.verbs or clause.policy or clause.negative or clause.returned or clause.internal is None:
            return False
        own = all(place.code == self.home for place in clause.people)
        return own and any(0 < clause.internal[0] - verb[0] < _NEAR for verb in clause.verbs)

    def _told_inside(self, clause: Clause, ends: Ends) -> bool:
        """Outside the profile: nationals of whom it is told that they were exploited in the country."""
        if clause.sources and ends.origin_home and len(ends.origins) > 1:
            return True  # "the top countries of origin were A, B, and Ruritania"
        if clause.shared and clause.verbs and not (clause.origins() or clause.foreign or clause.negative):
            # "all but six were exploited in the country"
            return any(0 < place.start - verb[1] < _BESIDE for place in ends.at_home for verb in clause.verbs)
        told = clause.verbs and ends.nationals and not (ends.people_foreign or ends.abroad)
        inside = any(place.start > clause.verbs[0][0] for place in ends.at_home) if told else False
        return inside and not (clause.policy or clause.negative or clause.returned)

    def _inside(self, clause: Clause, leg: Leg, here: Place, ends: Ends) -> Iterator[Edge]:
        """Nationals, or victims not said to be foreign, exploited in the country."""
        if clause.seat is not None and (clause.found or ends.people_home):
            if ends.people_home and not (ends.abroad or ends.at_home):
                yield self._edge(clause, ends.people_home[0], clause.seat, "source", "source")
            return
        named = bool(ends.nationals or clause.local) and not clause.tourism
        stays = bool(clause.verbs or clause.forms or ends.origins) and not (
            ends.abroad or clause.abroad or leg.both or clause.returned or any(p.code != self.home for p in leg.via)
        )
        own = bool(ends.people_home or clause.local) or not ends.people_foreign
        inside = bool(ends.at_home or (named and ends.home and not ends.origins)) and not ends.via_home
        if named and ((inside and (clause.predicates or clause.carried)) or (own and stays)):
            yield self._edge(clause, (ends.nationals or [here])[0], (ends.home or [here])[0], "internal", "internal")
        elif (
            (inside or (clause.rural and ends.home))
            and not (ends.origins or clause.foreign or clause.migrant or clause.returned)
            and (clause.verbs or clause.forms)
            and (clause.victims is not None or clause.shared)
            and (not self.roles or "source" in self.roles)  # those in a mere destination come from elsewhere
        ):
            yield self._edge(clause, here, ends.home[0], "internal", "internal")

    def _edge(self, clause: Clause, origin: Place, destination: Place, role: str, why: str) -> Edge:
        marks = [(p.start, p.end) for p in (origin, destination) if p.end > p.start]
        if clause.victims is not None:
            marks.append((clause.victims[0], clause.victims[0] + 1))
        if clause.predicates:
            first = min((mark[0] for mark in marks), default=clause.predicates[0][0])
            marks.append(min(clause.predicates, key=lambda span: abs(span[0] - first)))
        if not marks:
            marks = [(clause.start, clause.end)]
        start, end = min(mark[0] for mark in marks), max(mark[1] for mark in marks)
        types, groups = frozenset(clause.types), tuple(clause.groups)
        return Edge(origin, destination, role, why, start, end, types, groups, tuple(clause.sectors))
