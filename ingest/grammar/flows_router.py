"""From clause to clause: what asserts exploitation, and what "some", "they" and "these women" refer to."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.grammar.flows_clause import Clause, Edge
from ingest.grammar.flows_edges import EdgeMaker

_MEMORY = 2  # clauses without a subject after which a pronoun no longer reaches back


class Router:
    """Turns the clauses of one report into edges. Set `profile` and `sentence` before each sentence."""

    def __init__(self, home: str) -> None:
        self.home = home
        self.profile = True
        self.sentence = 0
        self.maker = EdgeMaker(home)
        self.unplaced: list[Clause] = []  # exploitation of people without a place or an origin
        self.new_paragraph()

    def new_paragraph(self) -> None:
        """Pronouns do not reach across paragraphs."""
        self.pending: Clause | None = None  # people on the move, exploitation not yet asserted
        self.pending_age = 0
        self.pending_sentence = -1
        self.last: Clause | None = None  # the last clause that named origins and asserted exploitation
        self.spoken_sentence = -1
        self.spoken: Clause | None = None  # the last clause that asserted exploitation
        self.roles: set[str] = set()  # that the report's country has been given in this paragraph
        self.comers: Clause | None = None  # people said to come to the country, exploitation not asserted
        self.comers_sentence = -9
        self.tries = False  # does this sentence count offenders?
        self.spoken_tries = False  # did that of the clause that asserted exploitation?
        self.told_before = False  # did the sentence before, which names no country, tell of victims?

    def edges(self, clause: Clause) -> Iterator[Edge]:
        """The edges that a clause states."""
        origins = clause.origins()
        self.roles.update(clause.roles)
        self.maker.roles = self.roles
        if "transit" in self.roles and not clause.roles and self.profile and self._passes_by(clause):
            clause.transits = True
        elif {"source", "transit"} <= self.roles and not clause.roles and self.profile and self._mixed(clause):
            clause.roles = ["source", "transit"]  # "a source and transit country; women from it and from A go to B"
        if clause.intercepted and not self.profile and self._passes_by(clause):
            clause.transits = True
        asserted = self._asserts(clause) and not clause.buys and not clause.denied
        told = (self.spoken is not None and not self._of_offenders()) or self.told_before
        if not asserted and clause.comes and clause.pronoun and origins and told and not clause.feared:
            # "Victims were found on farms; many of them come from A and B."
            clause.nouns = self.spoken.predicates[:1] if self.spoken is not None else []
            clause.types = clause.types or (self.spoken.types if self.spoken is not None else set())
            asserted = True
        told_here = self.spoken is not None and self.spoken_sentence == self.sentence
        if not asserted and told_here and clause.found and clause.victims is not None and origins and self.profile:
            asserted = not (clause.feared or clause.negative or clause.policy)  # "…; women from A were also identified"
            clause.nouns = self.spoken.predicates[:1] if self.spoken is not None else []
        if not asserted and self._is_tally(clause):
            asserted = True  # "Police identified nine victims. One was a Ruritanian woman, …"
            clause.nouns = self.spoken.predicates[:1] if self.spoken is not None else []
            clause.types = clause.types or (self.spoken.types if self.spoken is not None else set())
        if not asserted:
            if not self.profile and clause.nouns and clause.victims is not None and not clause.negative:
                self.spoken, self.spoken_sentence, self.spoken_tries = (
                    clause,
                    self.sentence,
                    self.tries,
                )  # "assisted nine victims; … were from A"
            self._remember(clause)
            if self._tells_of_comers(clause):
                self.comers, self.comers_sentence = clause, self.sentence
            return
        self.spoken, self.spoken_sentence, self.spoken_tries = clause, self.sentence, self.tries
        source = self._with_antecedent(clause)
        if source is clause and clause.of_comers and not origins and self.sentence - self.comers_sentence <= 3:
            if self.comers is not None and not (clause.abroad or clause.negative):
                source = self._joined(self.comers, clause, places=False)
        if source is clause and clause.of_comers and self._are_those_who_left(clause) and self.pending is not None:
            source, self.pending = self._joined(self.pending, clause, places=True), None
        made = list(self.maker.edges(source, self.profile))
        through = source.transits or any(place.code == self.home for leg in source.legs for place in leg.via)
        if through and source is not clause and not origins and self.last is not None:
            # Where they come from was said before; only where they go on to is new.
            made = [edge for edge in made if edge.destination.code != self.home] or made
        if (
            not made
            and self.profile
            and clause.predicates
            and clause.victims is not None
            and not (clause.foreign or clause.migrant or clause.abroad or clause.tourism or origins)
        ):
            self.unplaced.append(clause)
        if origins:
            self.last, self.pending = clause, None
        elif clause.victims is not None and not clause.pronoun and source is clause:
            self.last = None
        yield from made

    def _tells_of_comers(self, clause: Clause) -> bool:
        """ "Men from A and B migrate to the country to work": some of them may be told to be exploited, later."""
        if not self.profile or not (clause.moved or clause.comes) or clause.victims is None or not clause.origins():
            return False
        if clause.negative or clause.tourism or clause.returned or clause.agent or clause.buys or clause.policy:
            return False
        ends = [place for leg in clause.legs for place in leg.ends()]
        return all(p.code != self.home for p in clause.origins()) and any(p.code == self.home for p in ends)

    def _are_those_who_left(self, clause: Clause) -> bool:
        """ "The country's people go to A to work. Some workers are exploited": those of the sentence before."""
        earlier = self.pending
        if earlier is None or clause.origins() or clause.negative or self.sentence - self.pending_sentence > 1:
            return False
        return earlier.moved and bool(earlier.people) and not any(leg.ends() for leg in clause.legs)

    def _of_offenders(self) -> bool:
        """May a bare number in this sentence count the offenders of the sentence that told of victims?"""
        return self.spoken_tries and self.spoken_sentence != self.sentence

    def _is_tally(self, clause: Clause) -> bool:
        """Outside the profile: does the clause go on to say of which peoples the victims counted before are?"""
        recent = self.spoken is not None and self.sentence - self.spoken_sentence <= 1 and not self._of_offenders()
        if self.profile or not (recent or self.told_before):
            return False
        if not clause.counted or clause.victims is None or any(p.code is None for p in clause.people):
            return False
        blocked = clause.agent or clause.policy or clause.negative or clause.returned or clause.feared
        return not (blocked or clause.abroad or clause.legs[0].origins)

    def _asserts(self, clause: Clause) -> bool:
        """Does the clause say that exploitation happens? Outside the profile, what governments do does not say so."""
        if clause.tourism and not clause.predicates:
            return False
        if not self.profile:
            if clause.served and clause.predicates and not (clause.negative or clause.feared):
                return True
            if (clause.policy or clause.negative) and not clause.verbs:
                return False
            if clause.intercepted and not (clause.verbs or clause.forms):
                return False  # "intercepted nine victims from A": before anyone exploited them
            told = clause.pronoun or clause.comes
            told = told or clause.sent_back or clause.counted
            return bool(clause.verbs or clause.forms or clause.near or (clause.nouns and told))
        if clause.predicates:
            return True
        named = clause.victims is not None and bool(clause.roles)
        if named and ("transit" in clause.roles or not clause.feared):
            return True  # "a source country for women"
        if clause.transits and clause.pronoun and self.last is not None:
            return True
        taken = clause.carried and clause.victims is not None
        moved = (clause.carried or clause.transits) and (taken or bool(clause.groups) or clause.pronoun)
        return moved and not clause.migrant and not clause.feared

    def _remember(self, clause: Clause) -> None:
        """Keeps people on the move for the clause after ("some of them are forced to …")."""
        leaves = (
            clause.moved
            and clause.victims is not None
            and any(place.code != self.home for leg in clause.legs for place in leg.targets)
        )
        if clause.origins() or (leaves and not clause.foreign):
            self.pending = clause if clause.moved or clause.feared or clause.migrant else None
            self.pending_age, self.pending_sentence = 0, self.sentence
        elif clause.feared and clause.pronoun:
            return
        elif (
            clause.victims is not None and not (clause.pronoun or clause.negative)
            and self.pending_sentence != self.sentence
        ):  # fmt: skip
            self.pending = None
        else:
            self.pending_age += 1
            if self.pending_age > _MEMORY:
                self.pending = None

    def _with_antecedent(self, clause: Clause) -> Clause:
        """The clause, joined with the one that its subject refers back to."""
        if clause.origins():
            return clause
        earlier = self.pending
        if earlier is not None:
            unnamed = clause.victims is None or self.pending_sentence == self.sentence
            if clause.pronoun or (not earlier.feared and unnamed):
                self.pending = None
                return self._joined(earlier, clause, places=True)
        if clause.pronoun and self.last is not None and not clause.internal:
            return self._joined(self.last, clause, places=False)
        return clause

    def _joined(self, earlier: Clause, clause: Clause, places: bool) -> Clause:
        """The clause with the origins of the earlier one, and with its `places` where it has none of its own."""
        own = any(leg.ends() or leg.onward for leg in clause.legs)
        first = clause.legs[0]
        if not any(leg.origins for leg in clause.legs):
            first.origins = [place for leg in earlier.legs for place in leg.origins]
        if places and not own:
            first.targets = [place for leg in earlier.legs for place in leg.targets]
            first.places = [place for leg in earlier.legs for place in leg.places]
            first.via = [place for leg in earlier.legs for place in leg.via]
            first.onward = [place for leg in earlier.legs for place in leg.onward]
        if own and self._comes_here(earlier):  # those who came here are now exploited elsewhere
            for leg in clause.legs:
                leg.onward.extend(place for place in leg.ends() if place.code != self.home)
        return Clause(
            earlier.start,
            clause.end,
            people=list(earlier.people),
            legs=clause.legs,
            verbs=clause.verbs,
            forms=clause.forms,
            nouns=clause.nouns,
            near=clause.near,
            types=clause.types,
            groups=clause.groups or earlier.groups,
            sectors=clause.sectors or earlier.sectors,
            roles=clause.roles or earlier.roles,
            victims=earlier.victims,
            internal=clause.internal,
            abroad=clause.abroad or earlier.abroad,
            transits=clause.transits or ((places or not own) and earlier.transits),
            passes=clause.passes,
            foreign=clause.foreign,
            prevented=clause.prevented or earlier.prevented,
        )

    def _comes_here(self, clause: Clause) -> bool:
        ends = [place for leg in clause.legs for place in leg.ends()]
        foreign = any(place.code != self.home for place in clause.origins())
        return foreign and (not ends or any(place.code == self.home for place in ends))

    def _mixed(self, clause: Clause) -> bool:
        """Victims from the country and from others, taken to places that are not the country."""
        ends = [place for leg in clause.legs for place in leg.targets]
        origins = {place.code == self.home for place in clause.origins()}
        return len(origins) == 2 and bool(ends) and all(p.code != self.home for p in ends) and not clause.returned

    def _passes_by(self, clause: Clause) -> bool:
        """ "Victims from A end up in B": foreigners exploited elsewhere are told of because they came through here."""
        ends = [place for leg in clause.legs for place in (*leg.ends(), *leg.onward)]
        foreign = [place for place in clause.origins() if place.code != self.home]
        arrives = any(place.code == self.home for place in ends)
        return bool(ends and foreign and not arrives and len(foreign) == len(clause.origins()) and not clause.returned)
