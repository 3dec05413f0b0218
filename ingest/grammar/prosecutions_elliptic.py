"""Figures whose stage is told in a clause of their own: whom they charged, in how many of them, what was dropped."""

from __future__ import annotations

from ingest.grammar.clauses import AUXILIARIES, PREPOSITIONS, Figure, type_of
from ingest.grammar.prosecutions_governing import unit_of
from ingest.grammar.prosecutions_ground import Count
from ingest.grammar.prosecutions_left_out import LeftOut
from ingest.grammar.prosecutions_stages import subject_of
from ingest.grammar.prosecutions_verdicts import PUBLIC
from ingest.vocabulary.words import word_set

_OF_WHOM = ("of whom", "of which")
_UNDERGOES = ("stood ", "went ", "pleaded ", "pled ", "plead ", "faced ")
_OF_THEM = (["of", "them"], ["of those"], ["of these"], ["of which"])
# How far a verb may stand behind "of whom", with its subject and adverbs between.
_SUBJECT_REACH = 6
_WORK = frozenset({"stage", "opens", "continues", "closes", "records", "sends"})
_CLOSES = word_set(
    "closed dropped dismissed suspended terminated discontinued shelved archived closing dropping withdrew"
)
_CHARGING = word_set("brought filed directed laid pressed pursued initiated issued lodged")
CATCHES = word_set("intercepted captured caught nabbed seized intercepting capturing")
_COURTS = word_set("courts court judges judge prosecutors prosecutor tribunal judiciary prosecution")
_FOUND = word_set("determined concluded confirmed found deemed considered classified verified established")
_TO_BE = word_set("were was to as constituted involved are is had be been contained involving")


class Elliptic(LeftOut):
    """Finds the stage of figures that stand for people and cases which the words before them named."""

    def _whom_active(self, figure: Figure) -> Count | None:
        """ "51 of whom they charged with trafficking", "eight of which it brought to court": a verb with a subject."""
        tokens = self.tokens
        at = figure.last + 1
        if figure.kind != "number" or at + 2 >= len(tokens) or tokens[at].low not in _OF_WHOM:
            return None
        for place in range(at + 1, min(len(tokens), at + _SUBJECT_REACH)):
            token = tokens[place]
            group = self._group_at(place)
            if group is not None:
                told = token.low.startswith(_UNDERGOES) if place == at + 1 else True  # "six of whom pled guilty"
                if group.form != "finite" or group.passive or group.negated or not told:
                    return None
                base = figure.whole or figure.base
                known = self._resolve(base) if base is not None and self._is_here(base) else self.carried
                unit = known.unit if known is not None else "unspecified"
                subject = known.subject if known is not None else "traffickers"
                figure.own_type = figure.own_type or self._told_after(group.stop)
                if known is not None and set(known.stages).isdisjoint(group.names):
                    figure.scope = "total"
                return Count(group.names, unit, "new", subject, "number_verb", figure.first, group.stop - 1)
            if token.kind not in ("word", "country") or token.low in PREPOSITIONS or token.low in AUXILIARIES:
                return None
        return None

    def _is_of_another_deed(self, figure: Figure) -> bool:
        """ "nine of which it considered minor": said by a subject of its own, and no count of the stage."""
        after = self.tokens[figure.last + 1 : figure.last + 6]
        if figure.kind != "number" or len(after) < 3 or after[0].low not in _OF_WHOM:
            return False
        if after[1].low not in ("they", "it", "he", "she", "authorities", "police", "officials"):
            return False
        return not any(not _WORK.isdisjoint(token.tags) for token in after[2:])

    def _told_after(self, at: int) -> str | None:
        """The type named behind a verb: "charged with forced labor"."""
        tokens = self.tokens
        if at >= len(tokens) or tokens[at].low not in ("of", "for", "on", "under", "with"):
            return None
        stop = at + 1
        while stop < min(len(tokens), at + 9) and tokens[stop].kind not in ("mark", "number", "period"):
            if tokens[stop].low == "and" and tokens[stop + 1 : stop + 2] and tokens[stop + 1].kind == "number":
                break
            stop += 1
        return type_of(tokens, at, stop)

    def _in_some(self, figure: Figure) -> Count | None:
        """ "obtained convictions in nine of them", "investigated 18 cases and initiated prosecutions in 23"."""
        tokens = self.tokens
        if figure.kind != "number" or figure.head is not None or figure.first < 2 or figure.bracket:
            return None
        group = self._group_at(figure.first - 2)
        if tokens[figure.first - 1].low != "in":
            return None
        charged = "charges" in tokens[figure.first - 2].tags and tokens[figure.first - 3].low in _CHARGING
        if not charged and (group is None or group.form != "noun" or group.negated):
            return None
        after = [token.low for token in tokens[figure.last + 1 : figure.last + 3]]
        following = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
        ends = following is None or following.kind == "mark" or following.low in ("and", "but", "while")
        if not ends and after not in _OF_THEM and after[:1] not in _OF_THEM:
            return None
        before = [f for f in self.reading.figures if f.index < figure.index and f.kind == "number"]
        of_cases = any("case" in f.tags and "noun" not in f.tags for f in before)
        if not of_cases and (self.carried is None or self.carried.unit != "case"):
            return None
        figure.scope = "total"
        names, first = (group.names, group.start) if group is not None else (("prosecution",), figure.first - 3)
        return Count(names, "case", "new", "traffickers", "left_out", first, figure.last)

    def _dropped(self, figure: Figure, unit: str) -> Count | None:
        """ "police closed nine cases for lack of evidence", "prosecutors dropped two of the six cases"."""
        tokens = self.tokens
        at = figure.first - 1
        if figure.kind != "number" or figure.head is None or unit != "case" or "noun" in figure.tags or at < 1:
            return None
        at -= tokens[at].low in ("only", "another", "at")
        if tokens[at].low not in _CLOSES:
            return None
        before = tokens[max(0, at - 6) : at]
        if not any("government" in t.tags and "actor" in t.tags for t in before):
            if not (self.counts and tokens[at - 1].low in ("and", ",")):
                return None
        if not self._is_trafficking(figure) and self.carried is None and not self.counts:
            return None
        courts = any(token.low in _COURTS for token in before)
        stage = "prosecution" if courts else "investigation"
        subject = subject_of(tokens, figure.first, figure.tail)
        return Count((stage,), unit, "closed", subject, "opened_cases", at, figure.last)

    def _were_dropped(self, figure: Figure) -> Count | None:
        """ "it prosecuted 27 men in 17 cases, while ten cases were dismissed": cases of the stage before, closed."""
        tokens, at = self.tokens, figure.tail
        if figure.kind == "number" and figure.head is None and figure.whole is not None:
            return self._share_dropped(figure, figure.whole)
        if figure.kind != "number" or figure.head is None or "case" not in figure.tags or "noun" in figure.tags:
            return None
        if at + 1 >= len(tokens) or tokens[at].low not in ("were", "was") or tokens[at + 1].low not in _CLOSES:
            return None
        known = self.carried
        for other in self.reading.figures:
            before = self._resolve(other) if other.index < figure.index and other.head is not None else None
            known = before if before is not None and before.unit == "case" else known
        if known is None or not {"conviction", "acquittal"}.isdisjoint(known.stages):
            return None
        return Count((known.stages[-1],), "case", "closed", "traffickers", "opened_cases", figure.first, at + 1)

    def _share_dropped(self, figure: Figure, whole: Figure) -> Count | None:
        """ "117 investigations, of which 75 were dropped": a share of cases that was closed."""
        after = [token.low for token in self.tokens[figure.last + 1 : figure.last + 3]]
        if len(after) < 2 or after[0] not in ("were", "was") or after[1] not in _CLOSES:
            return None
        known = self._resolve(whole) if self._is_here(whole) else self.carried
        if known is None or known.unit == "person" or known.stages[-1] not in ("investigation", "prosecution"):
            return None
        figure.scope = "part"
        return Count(known.stages[-1:], known.unit, "closed", known.subject, "left_out", figure.first, figure.last + 2)

    def _caught(self, figure: Figure) -> Count | None:
        """ "police intercepted 14 traffickers": those whom the police caught are arrested."""
        tokens, at = self.tokens, figure.first - 1
        if figure.kind != "number" or "offender" not in figure.tags or at < 1 or tokens[at].low not in CATCHES:
            return None
        if not any("government" in token.tags or token.low in PUBLIC for token in tokens[max(0, at - 6) : at]):
            return None
        return Count(("arrest",), "person", "new", self._subject(figure), "verb_number", at, figure.last)

    def _determined(self, figure: Figure) -> Count | None:
        """ "prosecutors determined only four were trafficking-related": those of the investigations that were."""
        tokens = self.tokens
        if figure.kind != "number" or figure.bracket or figure.is_comparison or not figure.first:
            return None
        at = figure.first - 1
        while at > 0 and tokens[at].low in ("only", "that", "just", "at least"):
            at -= 1
        if tokens[at].low not in _FOUND or not any("government" in t.tags for t in tokens[max(0, at - 6) : at]):
            return None
        known = self.carried
        before = [f for f in self.reading.figures if f.index < figure.index and f.kind == "number"]
        for other in before:
            known = self._resolve(other) or known
        if known is None or "investigation" not in known.stages:
            return None
        if figure.head is not None and "case" not in figure.tags:
            return None
        ahead = tokens[figure.last + 1 : figure.last + 6]
        if not any(token.low in _TO_BE for token in ahead[:2]) or not any("traffick" in t.low for t in ahead):
            return None
        figure.scope = "part"
        unit = known.unit if figure.head is None else unit_of(figure.tags)
        return Count(("investigation",), unit, "new", known.subject, "left_out", figure.first, figure.last)
