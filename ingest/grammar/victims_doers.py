"""Who did it for those whom a figure counts: subject, agent, teller, or whoever did it before. No acts, no facts."""

from __future__ import annotations

from dataclasses import replace

from ingest.grammar.clauses import PREPOSITIONS, Figure
from ingest.grammar.victims_act import Act
from ingest.grammar.victims_actors import actor_after, actor_before, actor_of_house, actor_tag, first_actor
from ingest.grammar.victims_back import Back
from ingest.grammar.victims_linking import Governed
from ingest.grammar.victims_nouns import is_victim
from ingest.grammar.victims_relations import relation
from ingest.vocabulary.words import word_set

# A verb without a subject of its own looks for one among the first figures of its sentence.
_OPENING = 60
_TOLD_REACH = 25
# Where another actor begins whose verb is left out, and how far before its number.
_STARTS = word_set(", ; and while but")
_ACTOR_REACH = 7
_VERBS = word_set("finite base gerund act gives receives grants neg cmp part")
# How many tokens open a sentence.
NAMED = 8


class Doers(Back):
    """Names the actor of each act, and what is known of a figure that was governed before."""

    def _active_actor(self, act: Act) -> str:
        if act.received:
            return actor_after(self.reading, act.start, self.home) or "unspecified"
        found = self._by_themselves(act) or self._compared_actor(act)
        found = found or actor_before(self.reading, act.start, self.home)
        if found is not None:
            return found
        opening = self.tokens[0].low if self.tokens else ""
        if opening in ("this", "these") and self.state.last is not None:
            return self.state.last.actor
        latest = [g for f, g in self.governed_before(act.start)]
        if latest:
            return latest[-1].actor
        if self.reading.clauses[act.start] != self.reading.clauses[0]:
            first = first_actor(self.reading, act.start)  # "The ministry had mobile teams; the teams identified 30"
            if first is not None:
                return first
        before = self.tokens[act.start - 1].low if act.start else ""
        named = before == "also" and self._has_subject(act)  # "The MFA also assisted": no one told of before
        if ((before in ("it", "they", "also") and not named) or opening in ("it", "they")) and self.state.actor:
            return self.state.actor
        return "government" if self._has_subject(act) else self.state.actor or "government"

    def governed_before(self, at: int) -> list[tuple[Figure, Governed]]:
        """The governed figures before a token, in text order."""
        return [
            (figure, self.governed[id(figure)])
            for figure in self.reading.figures[:_OPENING]
            if figure.index < at and id(figure) in self.governed
        ]

    def _has_subject(self, act: Act) -> bool:
        text = self.document.text
        return any(text[token.start].isupper() for token in self.tokens[max(0, act.start - 12) : act.start])

    def _compared_actor(self, act: Act) -> str | None:
        """ "referred 30 victims to NGOs, compared with referring 12": who did it now did it then."""
        if not act.start or "cmp" not in self.tokens[act.start - 1].tags:
            return None
        latest = [g for f, g in self.governed_before(act.start) if not f.is_comparison]
        return latest[-1].actor if latest else None

    def _by_themselves(self, act: Act) -> str | None:
        """ "24 victims self-referred": nobody else did it."""
        return "unspecified" if act.verbs and self.tokens[act.verbs[0]].low.startswith("self-") else None

    def _passive_actor(self, act: Act, figure: Figure) -> str:
        found = actor_after(self.reading, act.stop if not act.received else act.start, self.home)
        if found is not None:
            return found
        if act.received:
            near = self.tokens[act.start + 1 : act.start + 7]
            near = near[: next((at for at, token in enumerate(near) if token.kind == "mark"), len(near))]
            giver = next((actor for token in near if (actor := actor_tag(token))), None)
            return giver or self._teller(figure) or "unspecified"
        housed = actor_of_house(self.reading, act.stop) if act.actions == ("assisted",) else None
        if housed is not None:
            return housed
        if figure.base is not None and id(figure.base) in self.governed:
            return self.governed[id(figure.base)].actor
        if self.tokens[0].low in ("of these", "of those") and self.state.last is not None:
            return self.state.last.actor  # "Of these, two were referred to an NGO"
        if self.is_definite(figure) and self.state.topic is not None:
            return self.state.topic.actor  # "all 11 victims were referred to care"
        known = self.state.topic
        if figure.head is None and known is not None and act.actions[:1] == known.actions[:1]:
            return known.actor  # "Sixty were identified as potential victims": of those told of before
        return self._teller(figure) or "unspecified"

    def _teller(self, figure: Figure) -> str | None:
        """ "Authorities reported 30 victims received care": no one else is named, and they count their own."""
        for at in range(figure.index - 1, max(0, figure.index - _TOLD_REACH), -1):
            low = self.tokens[at].low
            if low in ("reported", "stated"):
                return "government" if actor_tag(self.tokens[at - 1]) == "government" else None
            if low in (";", ".") or "cmp" in self.tokens[at].tags:
                return None
        return None

    def _listed_actor(self, act: Act) -> str | None:
        """ "There were 33 girls identified in …": by those of whom the sentence before says that they identified."""
        known = self.state.last
        if known is None or self.tokens[0].low != "there" or known.actions[0] != act.actions[0]:
            return None
        return known.actor

    def _inner_actor(self, figure: Figure, act: Act) -> str | None:
        """ "the 131 victims the government identified": an actor between the noun and its participle."""
        between = self.tokens[figure.last + 1 : act.start] or self.tokens[figure.index + 1 : act.start]
        for token in between:
            actor = actor_tag(token)
            if actor:
                return actor
            if token.low in ("it", "they"):
                return actor_before(
                    self.reading, figure.index, self.home
                )  # "the NGO noted the 28 victims it identified"
        return None

    def _inherited_actor(self, figure: Figure) -> str:
        base = relation(self.reading, figure)
        known = self._known(base) if base is not None else None
        if known is None and figure.is_comparison:
            known = self._latest(figure) or self.state.last
        if known is not None:
            return known.actor
        before = self.tokens[figure.index - 1].low if figure.index else ""
        found = actor_before(self.reading, figure.index, self.home)
        if found is None and figure.is_comparison:
            found = first_actor(self.reading, figure.index)
        if found is None and before in ("reported", "reporting", "recorded"):
            found = self.state.actor or "government"
        return found or "unspecified"

    def _known(self, figure: Figure | None) -> Governed | None:
        if figure is None:
            return None
        told = self.governed.get(id(figure))
        if told is not None:
            return told
        before, topic = self.state.governed.get(id(figure)), self.state.topic
        if before is not None and topic is not None and not self._named(before.actions) and self._named(topic.actions):
            return topic  # "Of the identified victims, …", after a sentence that tells whom the police screened
        return before

    def _named(self, actions: tuple[str, ...]) -> list[str]:
        """Which of some actions the opening of the sentence names: "Of the victims identified, …"."""
        return [a for token in self.tokens[:NAMED] for a in actions if f"act:{a}" in token.tags]

    def _latest(self, figure: Figure) -> Governed | None:
        """What governs the last figure before this one, in this sentence."""
        for other in self.earlier(figure):
            if id(other) in self.governed:
                return self.governed[id(other)]
        return None

    def _done_by_another(self, figure: Figure) -> Governed | None:
        """ "Police identified 38 victims, NGOs 12, and IOM only seven": the verb is left out behind another actor."""
        if figure.is_comparison or figure.bracket or self.words[id(figure)].excluded:
            return None
        if figure.head is not None and not is_victim(figure, self.tokens):
            return None
        at, actor = figure.index - 1, None
        while at > 0 and figure.index - at < _ACTOR_REACH and self.tokens[at].low not in _STARTS:
            token = self.tokens[at]
            if token.kind != "word" or not token.tags.isdisjoint(_VERBS) or token.low in PREPOSITIONS:
                return None
            actor, at = actor or actor_tag(token), at - 1
        before = next((f for f in self.earlier(figure)[:1] if f.kind == "number" and not f.bracket), None)
        known = self.governed.get(id(before)) if before is not None else None
        if actor is None or known is None or before is None or before.is_comparison or known.act is None:
            return None
        if self.tokens[at].low not in _STARTS or at - before.last > _ACTOR_REACH or known.act.start > before.index:
            return None
        return Governed(known.actions, actor, "victims.verb_then_counted", known.act)

    def _of_all(self, figure: Figure, governed: Governed) -> Governed:
        """ "The police identified 70 victims. NGOs identified 20. Of the 90 victims identified, …": of both."""
        if not figure.denominator or governed.actor == "joint" or len(governed.actions) != 1:
            return governed
        counts = self.state.counts.get(governed.actions[0], {})
        if len(counts) > 1 and sum(counts.values()) == figure.number.value:
            return replace(governed, actor="joint")
        return governed
