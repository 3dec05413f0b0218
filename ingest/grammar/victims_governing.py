"""What governs each figure of a sentence: which act, by whom, or which other figure hands it on. No facts."""

from __future__ import annotations

from dataclasses import replace

from ingest.grammar.clauses import Figure
from ingest.grammar.victims_act import Act
from ingest.grammar.victims_actors import actor_after, actor_before
from ingest.grammar.victims_doers import NAMED, Doers
from ingest.grammar.victims_estimates import estimated_type, estimator, is_estimate
from ingest.grammar.victims_linking import Governed
from ingest.grammar.victims_nouns import OF_WHOM, is_person, is_victim
from ingest.grammar.victims_relations import relation
from ingest.vocabulary.words import word_set

# How far the list of those goes who referred victims.
_TOLD_REACH = 16


_APPROVED = "victims.verb_then_counted"
_APPROVE = word_set("approved granted accepted")
_APPLICATIONS = word_set("applications application requests petitions")
_STATUS_REACH = 12
_THEM = word_set("them these those")
_OF_THEM = frozenset(("of them", "of these", "of those"))


class Governing(Doers):
    """Decides what was done for those whom a figure counts."""

    def _govern(self, numbers: list[Figure]) -> None:
        for _ in range(2):  # a comparison may stand before what it is compared with
            for figure in numbers:
                if id(figure) not in self.governed:
                    governed = self._governing(figure)
                    if governed is not None:
                        governed = self._of_all(figure, governed)
                        self.governed[id(figure)] = governed
                        self.mine.add(id(governed))

    def _governing(self, figure: Figure) -> Governed | None:
        noun = self.starts.get(figure.index + 1)
        if noun is not None and noun.form == "noun" and noun.actions == ("repatriated",):
            actor = self._inherited_actor(figure)  # "compared with two repatriations"
            return Governed(noun.actions, actor, "victims.noun_of_counted", noun)
        if noun is not None and noun.form == "noun" and self.tokens[noun.start].low == "rescues":
            return Governed(noun.actions, self._inherited_actor(figure), "victims.noun_of_counted", noun)
        doubt = figure.index + 1 < len(self.tokens) and "potential" in self.tokens[figure.index + 1].tags
        noun = noun or self.starts.get(figure.index + (3 if doubt else 2))
        if noun is not None and noun.form == "noun" and self._speaks_of_victims(figure):
            giver = actor_after(self.reading, noun.stop) if self._has_source(noun) else None
            if any(token.low == "themselves" for token in self.tokens[noun.stop : noun.stop + _TOLD_REACH]):
                giver = "unspecified"  # "from NGOs, embassies, and the victims themselves"
            actor = giver or self._inherited_actor(figure)  # "30 victim referrals from the police"
            return Governed(noun.actions, actor, "victims.noun_of_counted", noun)
        words = self.words[id(figure)]
        if self._approved(figure):
            words.scope = "total"
            return Governed(("identified",), actor_before(self.reading, figure.index) or "government", _APPROVED)
        if words.excluded or self._is_among(figure) or self._is_left_over(figure):
            return None
        if figure.denominator and (any(f.whole is figure for f in self.earlier(figure)[:4]) or self._is_share(figure)):
            return self._whole_of_part(figure)
        headed = figure.head is not None
        if headed and not (is_victim(figure, self.tokens) or is_person(figure, self.tokens)):
            return None
        if headed and not words.victims and self._are_more_people(figure):
            return None
        strong = words.victims
        if not headed and self._speaks_of_others():
            return None
        part_of = relation(self.reading, figure) or self._before_part(figure)
        if (
            part_of is not None
            and part_of.head is not None
            and part_of.kind == "number"
            and not strong
            and "who" not in part_of.tags
            and not self._of_them_done(figure)
            and id(part_of) not in self.governed
        ):
            return None  # a part of what is no victims ("two suspects, including one foreign national")
        if self._of_mixed(figure):
            return None
        whole = self.words.get(id(part_of)) if part_of is not None and part_of.head is None else None
        follows = figure.is_comparison and self._latest(figure) is not None
        if whole is not None and whole.excluded and not (strong or headed or follows):
            return None  # "two hotlines, one of which received 500 calls"
        ellipsis = self._done_by_another(figure)
        if ellipsis is not None:
            return ellipsis
        fronted = self._fronted(figure) if strong or headed else None
        if fronted is not None:
            return Governed(fronted.actions, self._active_actor(fronted), "victims.verb_then_counted", fronted)
        passive, reduced = self._subject_of(figure)
        shared = not headed and figure.base is not None and figure.base.index > figure.index
        named = headed or strong or words.people or self._topic_is_victims(figure) or self._of_them_done(figure)
        named = named or (shared and figure.base is not None and is_person(figure.base, self.tokens))
        if passive is not None and named and self._suits(passive, figure, strong):
            actor = self._passive_actor(passive, figure)
            return Governed(passive.actions, actor, "victims.counted_then_verb", passive)
        grouped = not headed and (words.gender, words.age_group) != ("unspecified", "unspecified")
        if ((headed and strong) or grouped) and self._exists(figure):
            # "There were nine victims of forced labor": of those who were told of before
            known = self._latest(figure) or self.state.last
            if known is not None and known.rule != "victims.estimated":
                return self._handed_on(known, figure)
        adjective = self._adjective(figure)
        sent = adjective is not None and "identified" not in adjective.actions  # "One repatriated victim was …"
        named_so = figure.head is None or is_victim(figure, self.tokens)
        if passive is None and named_so and not sent and self._described(figure):
            known = self._latest(figure) or self._participle_before_all(figure) or self.state.last or self.state.topic
            if known is not None and named:
                words.scope = "part" if words.trafficking_type in ("", "all") else words.scope
                return self._handed_on(known, figure)
        if (
            not headed
            and words.scope == "part"
            and figure.index + 1 < len(self.tokens)
            and (self.tokens[figure.index + 1].low in OF_WHOM)
            and not self._of_them_done(figure)
        ):
            return self._inherited(figure, headed, strong)
        active = self._object_of(figure)
        after = self.tokens[figure.last + 1].low if figure.last + 1 < len(self.tokens) else ""
        beside = reduced is not None and active is not None and reduced.start == figure.last + 1
        if beside and reduced is not None and active is not None and self.tokens[figure.index - 1].low == "including":
            if not set(reduced.actions) & set(active.actions):
                active = None  # "referred six victims, including one victim repatriated from Chad"
        if reduced is not None and not headed and words.scope == "part" and after == "who":
            active = None  # "assisted 58 victims, including 27 who were newly referred"
        if figure.is_comparison and reduced is not None and self._suits(reduced, figure, strong):
            active = None
        between = active is not None and any(f.index > active.start for f in self.earlier(figure)[:1])
        if reduced is not None and (not headed or between) and self._by_themselves(reduced):
            active = None  # "referred 16, and three self-identified"
        if reduced is not None and self._both_described(figure, reduced):
            return self._inherited(figure, headed, strong)
        if active is not None and active.composite and self.tokens[figure.index - 1].low in ("to", "for"):
            adjective = None  # "gave medical aid to 40 repatriated victims"
        if adjective is not None and reduced is not None and "weak" in self.tokens[adjective.start].tags:
            adjective = None  # "compared with 12 confirmed victims referred to care"
        if adjective is not None and (figure.is_comparison or active is None):
            before = self.state.topic.actor if figure.denominator and self.state.topic is not None else None
            actor = self._inner_actor(figure, adjective) or before or self._inherited_actor(figure)
            return Governed(adjective.actions, actor, "victims.counted_then_verb", adjective)
        if active is not None and figure.is_comparison and figure.head is None:
            base = relation(self.reading, figure) if figure.bracket else figure.base
            known = self._known(base)
            between = base is not None and base.index < active.start
            other = between and (active.denied or self._compares_after(active, figure))
            if known is not None and (other or figure.bracket):
                return self._handed_on(known, figure)  # "and did not refer any, compared with 12"
        if active is not None and named and self._suits(active, figure, strong):
            actor = self._active_actor(active)
            if self._returns(figure) and active.actions == ("assisted",):
                return Governed(("repatriated",), actor, "victims.verb_then_counted", active)
            rule = "victims.noun_of_counted" if active.form == "noun" else "victims.verb_then_counted"
            if figure.is_comparison and figure.head is None:
                rule = "victims.compared"
            then = self._then_done(figure, active)
            # Setting free together with care is care.
            actions = then if then and active.rescue else (*active.actions, *then)
            return Governed(actions, actor, rule, active)
        if reduced is not None and self._suits(reduced, figure, strong):
            actor = (
                self._by_themselves(reduced)
                or actor_after(self.reading, reduced.stop)
                or self._inner_actor(figure, reduced)
                or (self.state.topic.actor if self.state.topic and self._told_before(figure) else None)
                or self._listed_actor(reduced)
                or self._inherited_actor(figure)
            )
            return Governed(reduced.actions, actor, "victims.counted_then_verb", reduced)
        partitive = figure.index + 1 < len(self.tokens) and self.tokens[figure.index + 1].low in ("of", "of these")
        if not (partitive and self.state.topic is not None) and is_estimate(self.reading, figure, words):
            if words.trafficking_type == "all":
                words.trafficking_type = estimated_type(self.reading, figure)
            return Governed(("other",), estimator(self.reading, figure), "victims.estimated")
        base = relation(self.reading, figure)
        known = self._known(base)
        if (
            known is not None
            and known.rule == "victims.estimated"
            and figure.head is None
            and any("estimates" in token.tags for token in self.tokens[max(0, figure.index - 12) : figure.index])
        ):
            return Governed(("other",), estimator(self.reading, figure), "victims.estimated")
        if figure.head is None and active is not None and not active.weak and not (known and figure.is_comparison):
            return None
        if headed and not figure.is_comparison and self._is_exploited_in_case(figure):
            words.scope = "example"
            return Governed(("other",), "unspecified", "victims.counted_then_other")
        if strong and headed and not figure.is_comparison and self._in_cases(figure):
            return Governed(("other",), "unspecified", "victims.counted_then_other")
        if strong and headed and self.section in ("protection", "prosecution") and self._testifies(figure):
            return Governed(("other",), "unspecified", "victims.counted_then_other")
        return self._inherited(figure, headed, strong)

    def _compares_after(self, act: Act, figure: Figure) -> bool:
        """ "referred 30 girls to centers offering care, compared with 12": as many as were referred then."""
        if act.form not in ("gerund", "base") or not act.composite:
            return False
        return any("cmp" in token.tags for token in self.tokens[act.stop : figure.index])

    def _of_them_done(self, figure: Figure) -> bool:
        """ "rescued 40 girls and sheltered 25 of them": what is done for some of those told of before."""
        after = self.tokens[figure.index + 1].low if figure.index + 1 < len(self.tokens) else ""
        them = after == "of" and self.tokens[min(figure.index + 2, len(self.tokens) - 1)].low in _THEM
        if figure.head is not None or not (them or after in _OF_THEM):
            return False
        act = self._object_of(figure)
        if act is None or act.stop != figure.index:
            return False
        before = next((f for f in self.earlier(figure) if f.kind == "number" and f.head is not None), None)
        return before is None or before.index < act.start

    def _approved(self, figure: Figure) -> bool:
        """ "approved 30 of 45 applications for official victim status": 30 became victims, the 45 are none."""
        tokens, at = self.tokens, figure.index
        if figure.is_comparison or not at or tokens[at - 1].low not in _APPROVE:
            return False
        after = tokens[at + 1 : at + _STATUS_REACH]
        asked = next((i for i, token in enumerate(after) if token.low in _APPLICATIONS), None)
        if asked is None or any(token.low in (",", ";", "and") for token in after[:asked]):
            return False
        status = next((i for i, token in enumerate(after) if token.low == "status"), None)
        return status is not None and any(token.low.startswith("victim") for token in after[asked : status + 3])

    def _participle_before_all(self, figure: Figure) -> Governed | None:
        """ "Of the victims identified by police, 24 were female": who identified them is said here."""
        act = self._participle_before(figure)
        actor = actor_after(self.reading, act.stop) if act is not None else None
        return Governed(act.actions[:1], actor, "victims.part_of_counted") if act is not None and actor else None

    def _whole_of_part(self, figure: Figure) -> Governed | None:
        """ "14 of 20 victims were referred": not all 20 were; "14 of the 20 victims identified" were identified."""
        act = self._adjective(figure) or self._subject_of(figure)[1]
        if act is None or act.actions != ("identified",) or not is_victim(figure, self.tokens):
            return None
        topic = self.state.topic
        actor = self._inner_actor(figure, act) or (topic.actor if topic is not None else "unspecified")
        return Governed(act.actions, actor, "victims.counted_then_verb", act)

    def _is_among(self, figure: Figure) -> bool:
        """ "gave shelter to 15 women among the 37 victims": only the 15 are told of."""
        before = [token.low for token in self.tokens[max(0, figure.index - 2) : figure.index]]
        if before == ["of", "the"] and self.earlier(figure)[:1] and figure.head is not None:
            first = self.earlier(figure)[0]
            if first.head is not None and "who" in first.tags and figure.index - first.last == 3:
                return True  # "assisted 12 women of the 41 victims"
        told = before in (["among", "the"], ["amongst", "the"]) and not self.words[id(figure)].is_potential
        return told and any(f.kind == "number" for f in self.earlier(figure)[:1])

    def _is_share(self, figure: Figure) -> bool:
        """ "(21 of 45 victims in 2006)": the 45 only tell of what the 21 are a share."""
        before = self.earlier(figure)[:1]
        return bool(before) and figure.index - before[0].index < 4 and self.tokens[before[0].index + 1].low == "of"

    def _has_source(self, noun: Act) -> bool:
        """ "40 referrals from police", "40 referrals came from police"."""
        return any(token.low in ("from", "by") for token in self.tokens[noun.stop : noun.stop + 2])

    def _speaks_of_victims(self, figure: Figure) -> bool:
        after = self.tokens[figure.index + 1 : figure.index + 3]
        if after and after[-1 if "potential" in after[0].tags else 0].low.startswith("victim"):
            return True
        base = figure.base
        return base is not None and base.index + 1 < len(self.tokens) and self._known(base) is not None

    def _inherited(self, figure: Figure, headed: bool, strong: bool) -> Governed | None:
        describes = self._participle_before(figure)
        if describes is not None:
            action = describes.actions[:1]
            actor = actor_after(self.reading, describes.stop) or self.state.actors.get(action[0])
            return Governed(action, actor or "unspecified", "victims.part_of_counted", describes)
        if figure.scope == "part" and headed and strong and self._has_other_verb(figure):
            return Governed(("other",), "unspecified", "victims.part_of_counted")
        base = relation(self.reading, figure)
        kind = self._of_type_before(figure) if self.state.topic is not None and figure.bracket else None
        if kind is not None and self.state.topic is not None and self._known(base) is None:
            if self.words[id(figure)].trafficking_type == "all":
                self.words[id(figure)].trafficking_type = kind
            return self._handed_on(self.state.topic, figure)
        if base is not None and base is not figure:
            known = self._known(base)
            if known is not None:
                return self._handed_on(known, figure)
            listed = not headed and self._latest(figure) is not None and self._listed(figure)
            if base.head is not None and base.kind == "number" and "who" not in base.tags and not listed:
                return None  # a part of what is no victims
        described = self._counted_by_participle(figure)
        if described is not None:
            actor = actor_after(self.reading, described.stop) or self._active_actor(described)
            rule = "victims.compared" if figure.is_comparison else "victims.counted_then_verb"
            return Governed(described.actions, actor, rule, described)
        subject = self._included(figure)
        if subject is not None and self.state.topic is not None:
            if self.words[id(figure)].trafficking_type == "all":
                self.words[id(figure)].trafficking_type = subject
            return self._handed_on(self.state.topic, figure)
        if self.state.topic is not None and strong and headed and self._is_remaining(figure):
            return self._handed_on(self.state.topic, figure)
        told = (
            self._identify_as(figure)
            or self._in_apposition(figure)
            or self._of_them(figure)
            or (not headed and self._has_grown(figure))
        )
        if self.state.topic is not None and told:
            return self._handed_on(self.state.topic, figure)  # "most victims were children (57)"
        if strong and headed and self._suffers(figure) and self.state.topic is not None:
            return self._handed_on(self.state.topic, figure)
        people = headed or self.words[id(figure)].people or strong
        last = self.state.last or (self.state.topic if self._names_victims() else None)
        if people and last is not None and self._goes_back():
            return self._handed_on(last, figure)
        typed = self.words[id(figure)].trafficking_type not in ("", "all")
        if (people or typed) and self._tells_exploitation() and self.state.topic is not None:
            return self._handed_on(self.state.topic, figure)
        if figure.denominator and not headed:
            return None
        if figure.denominator and strong and self.state.topic is not None:
            return self._handed_on(self.state.topic, figure)  # "…; of five foreign victims, four were …"
        partitive = headed and strong and self.tokens[figure.index + 1].low in ("of", "of these", "of those")
        if partitive and self.state.topic is not None:
            return self._handed_on(self.state.topic, figure)  # "three of the victims"
        if strong and headed and self._reported_only(figure):
            actor = actor_before(self.reading, figure.index) or "government"
            return Governed(("identified",), actor, "victims.reported")
        latest = self._latest(figure)
        if (
            latest is not None
            and (strong or self.words[id(figure)].people or figure.head is None)
            and (figure.is_comparison or figure.bracket or self._predicated(figure) or self._listed(figure))
        ):
            return self._handed_on(latest, figure)
        if latest is not None and not headed and self._continues(figure):
            return self._handed_on(latest, figure)
        typed = self._predicated(figure) and self.words[id(figure)].trafficking_type != "all" and not headed
        if ((strong and not headed) or typed) and self.state.topic is not None:
            return self._handed_on(self.state.topic, figure)
        return None

    def _names_victims(self) -> bool:
        """ "Of the identified victims, …", after a sentence that counted others."""
        return any(token.low.startswith("victim") for token in self.tokens[:NAMED])

    def _told_before(self, figure: Figure) -> bool:
        return figure.denominator or (self.is_definite(figure) and figure.index < 3)

    def _both_described(self, figure: Figure, reduced: Act) -> bool:
        """ "repatriated two victims identified in A, compared with 10 victims identified in B": both repatriated."""
        if not figure.is_comparison or figure.base is None:
            return False
        known = self.governed.get(id(figure.base))
        if known is None or known.actions == reduced.actions:
            return False
        described = self._subject_of(figure.base)[1]
        return described is not None and described.actions == reduced.actions

    def _handed_on(self, known: Governed, figure: Figure) -> Governed:
        """What governs one figure governs another; "of the victims identified" names one of several actions."""
        if figure.is_comparison:
            base = self.words.get(id(figure.base))
            if base is not None and base.scope == "part" and figure.head is None:
                self.words[id(figure)].scope = "part"  # "nine victims were male, compared with four in 2015"
            return replace(known, rule="victims.compared", act=None, source=known)
        actions = known.actions
        told = set(actions) == {"identified", "referred"} and id(known) not in self.mine
        if told and self._opens_with_whole():
            actions = ("identified",)  # "Of the 30 victims, nine were girls", after "identified and referred 30"
        if len(actions) > 1 and id(known) not in self.mine:
            actions = tuple(self._named(known.actions)[:1]) or actions
        return replace(known, rule="victims.part_of_counted", act=None, actions=actions, source=known)

    def _opens_with_whole(self) -> bool:
        """ "Of these, …", "Of the 30 victims, …", "The 30 victims included …"."""
        opening = [token.low for token in self.tokens[:2]]
        if opening[:1] == ["the"]:
            return len(self.tokens) > 1 and self.tokens[1].kind == "number"
        return bool(opening) and opening[0] in ("of", "of these", "of those")

    def main(self) -> Governed | None:
        """What governs the sentence's main figure: the last that is no part, no bracket and no comparison."""
        kept = [(f, g) for f, g in self.kept if f.number.value] or self.kept
        told = [(f, g) for f, g in kept if not (g.act is not None and g.act.weak and g.act.rescue)]
        plain = [g for f, g in told if not f.bracket and not f.is_comparison and f.whole is None]
        if plain:
            return plain[-1]
        others = [g for f, g in told if not f.is_comparison]
        return others[-1] if others else None
