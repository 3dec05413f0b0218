"""From a denial to the values of fact_victims: no victims, and victims that were not reported; and any fact's quote."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ingest.document import Fact
from ingest.facts import MAX_QUOTE
from ingest.grammar.clauses import Figure, period_at, type_of
from ingest.grammar.victims_act import ACTIONS, Act
from ingest.grammar.victims_actors import actor_before, first_actor
from ingest.grammar.victims_acts import INCOMPLETE
from ingest.grammar.victims_governing import Governing
from ingest.grammar.victims_linking import Governed
from ingest.grammar.victims_negation import REPORT_VERBS
from ingest.grammar.victims_nouns import is_person, is_victim
from ingest.grammar.victims_relations import words_of
from ingest.vocabulary.numbers import Number
from ingest.vocabulary.periods import Period
from ingest.vocabulary.words import word_set

TABLE = "fact_victims"
_YEARS_REACH = 9
_LIST = 4
_DATA = word_set("data statistics figures information")
_COUNTS = word_set("number numbers data statistics many figures count counts record records tally")
_TURNS = word_set("nor whether if")
_JOINTS = word_set("and or , and/or")
_PLACES = word_set("states provinces districts regions territories municipalities cities")
_QUANTIFIERS = word_set("any a an no all the some more many most every those these other fewer less")


class Denying(Governing):
    """States what was denied, and what each fact says and where."""

    def _values(self, figure: Figure, action: str, actor: str, period: Period | None = None) -> dict[str, Any]:
        words = self.words[id(figure)]
        period = period or figure.period
        return {
            "action": action,
            "actor": actor,
            "trafficking_type": words.trafficking_type,
            "age_group": words.age_group,
            "gender": words.gender,
            "origin": words.origin,
            "is_potential": words.is_potential,
            "data_year": period.year,
            "period_type": period.period_type,
            "is_comparison": figure.is_comparison,
            "scope": words.scope,
        }

    def _denials(self, figure: Figure) -> Iterator[Fact]:
        """ "identified no victims", "did not assist any victims", "none of whom was referred"."""
        words = self.words[id(figure)]
        if figure.token.low == "no" and figure.head is None:
            return  # "no time limit for victims to access shelters"
        negative = figure.token.low != "any"
        active = self._with_verb(self._object_of(figure))
        passive, reduced = self._subject_of(figure)
        victims = figure.head is not None and is_victim(figure, self.tokens)
        if active is not None and any(t.low in _TURNS for t in self.tokens[active.stop : figure.index]):
            active = None  # "gave no care, nor did it say whether any victims received it"
        act: Act | None = None
        status = "zero"
        if active is not None and figure.index < active.stop and figure.index > active.start:
            return  # "did not provide any services for victims": no service, and nothing of the victims
        if victims and negative and figure.is_comparison and reduced is not None:
            act = reduced  # "identified and repatriated two, compared with no victims identified in 2013"
        elif victims and active is not None and (active.denied or (negative and not active.composite)):
            act = active
            status = active.denied or "zero"
            if active.denied and active.lax and figure.token.low != "any":
                return
        elif figure.token.low == "any" and active is not None and active.denied and self._is_group(figure, active):
            act, status = active, active.denied  # "did not report referring any adults"
        elif victims and active is not None and active.composite and self._denies_service(active):
            act = active
        elif victims and passive is not None and passive.denied == "zero":
            act = passive  # "nor have any victims been identified"
        elif negative and passive is not None and (victims or (figure.head is None and self._topic_is_victims(figure))):
            act = passive
        elif negative and victims and reduced is not None:
            act = reduced
        elif figure.token.low == "none" and active is not None and active.stop == figure.index:
            act = active  # "compared with assisting none"
        elif figure.is_comparison and figure.head is None and figure.token.low in ("none", "zero"):
            known = self._known(figure.base)  # "identified 24 victims, as opposed to none in 2013"
            if known is not None:
                act = known.act or Act(figure.index, figure.index + 1, known.actions, "finite")
                yield from self._denied(figure, replace(act, start=figure.index), "zero", known.actor)
            return
        elif (
            figure.token.low == "none" and figure.head is None and self._described(figure) and self._told_first(figure)
        ):
            topic = self._told_first(figure) or Governed(("identified",), "unspecified", "")  # "none were foreign"
            act = Act(figure.index, figure.index + 1, topic.actions[:1], "finite")
            yield from self._denied(figure, act, "zero", topic.actor)
            return
        elif negative and victims and self.state.topic is not None and self._described(figure):
            topic = self.state.topic  # "No confirmed victims were Kazakhstani"
            act = Act(figure.index, figure.index + 1, topic.actions[:1], "finite")
            yield from self._denied(figure, act, "zero", topic.actor)
            return
        elif negative and victims and (self._reported_only(figure) or self._then_reported(figure)):
            act = Act(figure.index, figure.index + 1, ("identified",), "finite")
        if act is None or words.excluded or (status == "not_reported" and self._denied_by_some(act)):
            return
        if act is passive or act is reduced:
            actor = self._passive_actor(act, figure)
            if figure.is_comparison and actor == "unspecified":
                actor = first_actor(self.reading, figure.index) or actor
            if figure.head is None and actor == "unspecified":
                actor = self.governed[id(figure.base)].actor if id(figure.base) in self.governed else "government"
        else:
            actor = self._active_actor(act)
        self.governed[id(figure)] = Governed(act.actions, actor, "victims.none", act)
        yield from self._denied(figure, act, status, actor)

    def _with_verb(self, act: Act | None) -> Act | None:
        """ "did not assist or facilitate the repatriation of any victims": the noun is denied with its verb."""
        if act is None or act.form != "noun" or act.denied is not None:
            return act
        at = bisect_left(self.act_starts, act.start)
        before = self.acts[at - 1] if at else None
        joint = before is not None and before.denied and act.actions[0] in before.actions
        return replace(before, actions=act.actions[:1]) if before is not None and joint else act

    def _is_group(self, figure: Figure, act: Act) -> bool:
        """Are victims of one age, gender or nation denied, whom the chapter on their protection calls no victims?"""
        if self.section != "protection" or act.weak or act.lax or not is_person(figure, self.tokens):
            return False
        words = self.words[id(figure)]
        return (words.age_group, words.gender, words.origin) != ("unspecified",) * 3

    def _told_first(self, figure: Figure) -> Governed | None:
        """What governs those of whom none is of a kind."""
        return self._latest(figure) or self.state.last or self.state.topic

    def _then_reported(self, figure: Figure) -> bool:
        after = [token.low for token in self.tokens[figure.last + 1 : figure.last + 4]]
        return after[:2] in (["were", "reported"], ["was", "reported"], ["reported", "in"])

    def _denies_service(self, act: Act) -> bool:
        """ "provided no assistance to any victims"."""
        return any(token.low == "no" for token in self.tokens[act.start + 1 : act.start + 3])

    def _denied(self, figure: Figure, act: Act, status: str, actor: str) -> Iterator[Fact]:
        ever = any(token.low == "ever" for token in self.tokens[max(0, act.start - 3) : act.start])
        period = Period(self.document.edition_year - 1, "other", "span") if act.never or ever else figure.period
        for when in self._years(figure, period):
            for action in act.actions:
                values = self._values(figure, action, actor, when) | {
                    "status": status,
                    "value": 0 if status == "zero" else None,
                    "qualifier": "exact" if status == "zero" else None,
                }
                rule = "victims.none" if status == "zero" else "victims.not_reported"
                yield Fact(TABLE, rule, *self._quote(figure, act, negation=True), values, (figure.token.start,))

    def _years(self, figure: Figure, period: Period) -> list[Period]:
        """ "in 2021 or 2020": a denial for each year."""
        tokens = self.tokens
        periods = [period]
        for at in range(figure.tail, min(len(tokens) - 2, figure.tail + _YEARS_REACH)):
            token = tokens[at]
            if token.kind == "period" and tokens[at + 1].low in ("or", "and") and tokens[at + 2].kind == "period":
                periods.append(tokens[at + 2].value)
            if token.kind in ("number", "period") or token.low in (",", ";"):
                break
        return periods

    def _bare_denials(self) -> Iterator[Fact]:
        """ "did not identify victims", "did not report identifying victims", "no data on … victims identified"."""
        for act in self.acts:
            status = act.denied
            if status is None:
                continue
            if status == "not_reported" and self._denied_by_some(act):
                continue
            if act.form == "finite" and act.denied == "not_reported":
                # "did not systematically track the number": some of it may be known.
                head = None if act.lax else self._counted_before(act)
            elif act.actions[0] == "identified" and self._offers_any(act):
                head = self._bare_object(act)  # "failed to identify or give any care to adult victims"
            elif act.lax or act.composite or (act.denied == "zero" and act.actions[0] != "identified"):
                continue
            else:
                head = self._bare_object(act)
            if head is None:
                continue
            figure = self._bare_figure(head)
            if act.denied == "zero" and self._is_somewhere(head):
                continue
            given = any("gives" in self.tokens[at].tags for at in act.verbs)
            if act.denied == "zero" and given and not self._offers_any(act):
                act = replace(act, actions=act.actions[:1])  # services that were not provided are no count
            yield from self._denied(figure, act, status, self._denier(act) or self._active_actor(act))

    def _data_denials(self) -> Iterator[Fact]:
        """ "did not report victim identification or referral data": no act, only what the data would be of."""
        tokens = self.tokens
        if "neg" not in self.reading.sentence.tags:
            return
        for at, token in enumerate(tokens):
            if token.low not in _DATA or at < _LIST or "noun" not in tokens[at - 1].tags:
                continue
            actions: list[str] = []
            begin = at
            while begin and (tokens[begin - 1].low in _JOINTS or "noun" in tokens[begin - 1].tags):
                begin -= 1
                actions += [action for action in ACTIONS if f"act:{action}" in tokens[begin].tags]
            told = begin > 1 and tokens[begin - 1].low in ("victim", "victims", "victims’", "victims'")
            denied = told and "neg" in tokens[begin - 3].tags and tokens[begin - 2].low in REPORT_VERBS
            if actions and denied:
                act = Act(begin, at, tuple(reversed(actions)), "noun", denied="not_reported")
                actor = actor_before(self.reading, begin - 3) or "government"
                yield from self._denied(self._bare_figure(begin - 1), act, "not_reported", actor)

    def _offers_any(self, act: Act) -> bool:
        return len(act.actions) > 1 and any(token.low == "any" for token in self.tokens[act.start : act.stop])

    def _is_somewhere(self, head: int) -> bool:
        """ "did not identify victims in key places": not there, which is not to say nowhere."""
        after = [token.low for token in self.tokens[head + 1 : head + 3]]
        return after[:1] in (["among"], ["who"], ["that"]) or after == ["in", "key"]

    def _denier(self, act: Act) -> str | None:
        """ "The ministry did not report how many victims received care": who did not report."""
        if not act.received:
            return None
        for at in range(act.start - 1, max(0, act.start - _YEARS_REACH * 3), -1):
            if "neg" in self.tokens[at].tags:
                return actor_before(self.reading, at)
        return None

    def _denied_by_some(self, act: Act) -> bool:
        """ "22 of 36 states did not report identifying any victims": the silence of some is not the government's."""
        tokens = self.tokens[max(0, act.start - _YEARS_REACH * 2) : act.start]
        places = [at for at, token in enumerate(tokens) if token.low in _PLACES]
        return bool(places) and any(token.kind == "number" for token in tokens[: places[0]])

    def _bare_object(self, act: Act) -> int | None:
        tokens = self.tokens
        start = act.stop
        if act.form == "noun" and start < len(tokens) and tokens[start].low == "of":
            start += 1  # "did not report the repatriation of foreign victims"
        for at in range(start, min(len(tokens), act.stop + 6)):
            token = tokens[at]
            if token.low.startswith("victim") or token.low == "survivors":
                return at
            if token.low == "them" and at == start and act.denied == "not_reported":
                return self._they(act)  # "reported finding 20 victims but did not report referring them"
            if at == start and token.low == "," and at > 1 and tokens[start - 2].low in ("or", "and"):
                continue  # "did not report screening for, or identifying, victims"
            if token.kind in ("number", "mark") or token.low in _QUANTIFIERS:
                return None
            if "finite" in token.tags or token.low in ("of", "in", "for", "by", "as"):
                return None
        return None

    def _they(self, act: Act) -> int | None:
        """The victims before the act that "them" speaks of; None where "or refer them" only goes on with a denial."""
        if self.tokens[act.start - 1].low in ("or", "nor", "and"):
            return None
        for at in range(act.start - 1, max(-1, act.start - 24), -1):
            if self.tokens[at].low.startswith("victim"):
                return at
        return None

    def _counted_before(self, act: Act) -> int | None:
        """ "did not report the number of victims identified": the victims, where a word for figures stands before."""
        tokens = self.tokens
        head: int | None = None
        people: int | None = None
        figures = False
        for at in range(act.start - 1, max(-1, act.start - 24), -1):
            low = tokens[at].low
            if low in INCOMPLETE:
                return None
            if low in ("level", "levels", "efforts"):
                return None  # "did not report a high level of efforts relative to the number of victims identified"
            if low.startswith("victim") and head is None:
                head = at
            if low in ("children", "women", "men", "girls", "boys", "adults") and tokens[at - 1].low == "many":
                people = at
            if low in _COUNTS:
                figures = True
            if "neg" in tokens[at].tags:
                return (head or people or self._told_of(at)) if figures else None
        return None

    def _told_of(self, at: int) -> int | None:
        """ "a shelter for girl victims, but did not report how many it assisted": the victims before the denial."""
        for index in range(at - 1, max(-1, at - 24), -1):
            if self.tokens[index].low.startswith("victim"):
                return index
            if self.tokens[index].low in (";", ":"):
                break
        return None

    def _bare_figure(self, head: int) -> Figure:
        reading, token = self.reading, self.tokens[head]
        start = head
        while (
            start
            and self.tokens[start - 1].kind == "word"
            and not (
                "finite" in self.tokens[start - 1].tags
                or "gerund" in self.tokens[start - 1].tags
                or "base" in self.tokens[start - 1].tags
                or self.tokens[start - 1].low == "of"
            )
            and head - start < 4
        ):
            start -= 1
        figure = Figure(
            start - 1 if start else 0,
            token,
            "none",
            Number(0),
            head,
            head,
            head,
            head + 1,
            reading.segments[head],
            reading.brackets[head],
            token.tags,
            period=period_at(reading, head, self.document.edition_year),
        )
        if figure.bracket and figure.period.year < self.document.edition_year - 1:
            figure.is_comparison = True
        figure.own_type = type_of(self.tokens, start, head + 1) or type_of(
            self.tokens, head, min(head + 5, len(self.tokens))
        )
        self.words[id(figure)] = words_of(reading, self.document.country_code, [figure])[id(figure)]
        self._bare.append(figure)  # keeps its id its own
        return figure

    def _quote(self, figure: Figure, act: Act | None, negation: bool = False) -> tuple[int, int]:
        tokens = self.tokens
        first, last = figure.index, max(figure.last, figure.index)
        tail = min(figure.tail, len(tokens)) - 1
        if tail > last:
            last = tail
        if act is not None:
            first, last = min(first, act.start), max(last, act.stop - 1 if act.start > figure.index else last)
            if negation:
                for at in range(act.start - 1, max(-1, act.start - 30), -1):
                    if "neg" in tokens[at].tags or tokens[at].low == "never":
                        first = min(first, at)
                        break
        for at in range(last + 1, min(len(tokens), last + 5)):
            if tokens[at].kind == "period" and self.reading.segments[at] == figure.segment:
                last = at
                break
            if tokens[at].kind == "mark" and tokens[at].low not in "-'":
                break
        start, end = tokens[first].start, tokens[last].end
        if end - start > MAX_QUOTE:
            start, end = figure.token.start, tokens[max(figure.last, figure.index)].end
        if end - start > MAX_QUOTE:
            end = figure.token.end
        return start, end
