"""Counts of investigations, arrests, prosecutions, convictions and acquittals that a sentence states as numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.document import Fact, Token
from ingest.grammar.clauses import AUXILIARIES, PREPOSITIONS, RELATIVES, Figure, Reading
from ingest.grammar.prosecutions_stages import (
    OFFICIAL_WORDS,
    Stages,
    case_status_of,
    other_crime,
    subject_of,
)

TABLE = "fact_prosecutions"
MAX_QUOTE = 300
_VERB_REACH = 40
_PASSIVE_REACH = 18
_MODALS = frozenset("will would may might could should must can cannot".split())
_NOUN_LINKS = frozenset("of against for involving in concerning on to into involved".split())
_CONTINUING = frozenset("continued continue continues continuing began begin beginning started helped assisted continued"
                        " proceeded".split())  # fmt: skip
# Participles that only say that a count was made: "compared with 12 reported in 2015".
_REDUCED = frozenset("reported recorded registered initiated opened filed completed launched started conducted closed continued"
                     " concluded identified documented".split())  # fmt: skip
# Things that are counted beside cases and are neither cases nor people.
_NOT_PEOPLE = frozenset(
    "calls raids operations inspections trainings training vehicles sessions months years days shelters units workshops"
    " establishments brothels locations countries provinces cities districts times agencies companies businesses"
    " judges prosecutors investigators officers counts charges articles hotels bars visits networks rings courts"
    " regions states networks organizations groups gangs victims victim sites homes factories percent police".split()
)


@dataclass(slots=True)
class Count:
    """What a figure was found to count: its stages, how, and the token span that says so."""

    stages: tuple[str, ...]
    unit: str
    case_status: str
    subject: str
    rule: str
    first: int
    last: int


class Counter:
    """Assigns the figures of one sentence to stages. `carried` is the count that the sentence before ended with."""

    def __init__(self, reading: Reading, groups: list[Stages], carried: Count | None) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self.groups = groups
        self.carried = carried
        self.counts: dict[int, Count] = {}
        self._found: dict[int, Count | None] = {}

    def facts(self) -> Iterator[Fact]:
        """One fact for each figure and stage, in text order."""
        for figure in self.reading.figures:
            count = self._resolve(figure)
            if count is not None and (figure.kind != "none" or figure.is_comparison):
                yield from self._facts_of(figure, count)
        yield from self._later_stages()

    def _later_stages(self) -> Iterator[Fact]:
        """ "four traffickers, following their conviction in the previous year": the same people, another stage."""
        tokens = self.tokens
        for group in self.groups:
            before = tokens[group.start - 1].low if group.start else ""
            if group.form != "noun" or before not in ("their", "whose", "his", "her") or group.stop + 1 >= len(tokens):
                continue
            period = next((t for t in tokens[group.stop : group.stop + 3] if t.kind == "period"), None)
            people = [f for f in self.reading.figures if f.index < group.start and "person" in f.tags and f.kind == "number"]
            if period is None or not people or "victim" in people[-1].tags or group.start - people[-1].last > 12:
                continue
            figure = people[-1]
            start, end = quote_span(tokens, figure.first, group.stop, figure)
            for stage in group.names:
                yield Fact(TABLE, "prosecutions.their_stage", start, end, {
                    **figure.number.columns(), "stage": stage, "unit": "person", "data_year": period.value.year,
                    "period_type": period.value.period_type, "trafficking_type": figure.trafficking_type,
                    "subject": self._subject(figure),
                }, (figure.token.start,))  # fmt: skip

    def last(self) -> Count | None:
        """The count that a following "Of these, …" or "This compared with …" goes back to."""
        mains = [f for f in self.reading.figures if id(f) in self.counts and not f.is_comparison]
        totals = [f for f in mains if f.scope == "total" and not f.bracket] or mains
        return self.counts[id(totals[-1])] if totals else None

    def _resolve(self, figure: Figure) -> Count | None:
        """The count of a figure, found once; a figure that goes back to itself counts nothing."""
        key = id(figure)
        if key not in self._found:
            self._found[key] = None
            if not figure.denominator:
                count = self._count(figure)
                if count is not None:
                    self._found[key] = self.counts[key] = count
        return self._found[key]

    # -- what a figure counts --------------------------------------------------------------------------------

    def _count(self, figure: Figure) -> Count | None:
        tokens = self.tokens
        if figure.head is not None and "victim" in figure.tags and "person" not in figure.tags:
            return None
        if other_crime(tokens, figure.first, figure.tail + 1) and not self._typed(figure):
            return None
        if figure.head is None and figure.kind == "number" and self._counts_other_things(figure):
            return None
        if figure.last + 2 < len(tokens) and tokens[figure.last + 1].low in ("more", "fewer", "less") and (
            tokens[figure.last + 2].low == "than"
        ):  # "111 more than in 2010" is a difference
            return None
        if figure.kind == "number" and self._denied(figure.first):
            return None
        count = self._by_noun(figure) or self._by_verb(figure)
        if count is None and figure.kind != "article":
            count = self._left_out(figure)
        if count is not None and self._is_planned(count, figure):
            return None
        return count

    def _typed(self, figure: Figure) -> bool:
        return figure.own_type is not None

    def _counts_other_things(self, figure: Figure) -> bool:
        """The figure's own noun, which is no counted noun of the law, tells of something else ("15 raids")."""
        for token in self.tokens[figure.last + 1 : figure.last + 6]:
            if token.kind not in ("word", "country") or token.low in PREPOSITIONS or token.low in AUXILIARIES:
                return False
            if token.low in _NOT_PEOPLE:
                return True
            if "finite" in token.tags or token.low in ("and", "or", "who"):
                return False
        return False

    def _denied(self, at: int) -> bool:
        """Does a negated verb stand before, in the same stretch between commas?"""
        for token in reversed(self.tokens[max(0, at - 12) : at]):
            if "neg" in token.tags and ("aux" in token.tags or "fail" in token.tags or "never" in token.tags):
                return True
            if token.kind == "mark" and token.low in ",;()" or token.kind == "number" or "cmp" in token.tags:
                return False
            if token.low in ("but", "while", "and"):
                return False
        return False

    def _is_planned(self, count: Count, figure: Figure) -> bool:
        """A modal before the verb: nothing has happened yet."""
        begin = max(0, min(count.first, figure.first) - 3)
        return any(token.low in _MODALS for token in self.tokens[begin : min(count.first, figure.first)]) and not any(
            token.low in ("that", "which") for token in self.tokens[begin : figure.first]
        )

    def _by_noun(self, figure: Figure) -> Count | None:
        """The counted noun is a stage, or a stage word stands in its phrase: "22 investigations", "16 prosecution cases"."""
        if figure.head is None:
            return None
        tokens = self.tokens
        group = self._noun_group(figure)
        if group is None:
            return None
        if figure.kind == "article" and not self._counts_one_noun(figure, group):
            return None
        if figure.kind == "none":
            return Count(group.names, "unspecified", "new", "traffickers", "left_out", figure.first, group.stop - 1)
        unit = "unspecified"
        if group.stop - 1 < figure.head:
            unit = _unit_of(figure.tags)
        if unit == "person" and "noun" not in figure.tags and group.form != "noun":
            return None
        names = group.names
        if figure.head < group.start:
            return None
        status = self._noun_status(figure)
        stop = max(figure.tail, group.stop)
        subject = subject_of(tokens, figure.first, stop)
        rule = "counts_one" if figure.kind == "article" else "stage_noun"
        return Count(names, unit, status, subject, rule, figure.first, max(figure.last, group.stop - 1))

    def _noun_group(self, figure: Figure) -> Stages | None:
        assert figure.head is not None
        for group in self.groups:
            if group.form == "noun" and figure.first < group.start <= figure.head:
                return group
            if group.form == "finite" and figure.first < group.start < figure.head and not group.passive:
                return None
        return None

    def _counts_one_noun(self, figure: Figure, group: Stages) -> bool:
        """Does "a conviction", "its first prosecution" state a count, or only speak of one?"""
        tokens = self.tokens
        if len(group.names) > 1 and figure.token.low in ("a", "an"):
            return False
        lows = [token.low for token in tokens[figure.first : figure.first + 3]]
        before = tokens[max(0, figure.first - 3) : figure.first]
        if any("opens" in t.tags or "obtains" in t.tags for t in before):
            pass
        elif not any(low in ("first", "only", "second", "third", "first-ever") for low in lows):
            return False
        if self._negated(figure.first):
            return False
        following = tokens[figure.head + 1].low if figure.head is not None and figure.head + 1 < len(tokens) else ""
        if following in ("into", "of") and figure.head is not None and group.names == ("investigation",):
            # "an investigation into allegations …" speaks of one inquiry; it counts where its object is trafficking.
            return any("traffick" in t.low or "type:" in "".join(t.tags) for t in tokens[figure.head : figure.head + 9])
        return True

    def _negated(self, at: int) -> bool:
        for token in reversed(self.tokens[max(0, at - 8) : at]):
            if "neg" in token.tags:
                return True
            if token.kind == "mark" and token.low in ",;":
                return False
        return False

    def _noun_status(self, figure: Figure) -> str:
        """Whether counted cases were opened, continued or closed: the nearest verb before, or the adjective inside."""
        inside = case_status_of(self.tokens, figure.first, figure.last + 1)
        if inside != "new":
            return inside
        tokens = self.tokens
        for at in range(figure.first - 1, max(-1, figure.first - 7), -1):
            token = tokens[at]
            if token.kind == "number" or token.low in ("and", "but") and at + 1 < figure.first and (
                "finite" in tokens[at + 1].tags
            ):  # fmt: skip
                break
            if "opens" in token.tags and tokens[at - 1].low not in _CONTINUING:
                return "new"
            if "continues" in token.tags and not (at + 1 < len(tokens) and tokens[at + 1].low == "to"):
                return "continued"
            if "closes" in token.tags:
                return "closed"
            if token.kind == "mark":
                break
        after = tokens[figure.tail : figure.tail + 4]
        if any("pending" in token.tags or token.low in ("ongoing", "remained") for token in after):
            if any(token.low in ("ongoing",) for token in after):
                return "continued"
            return "pending" if any("pending" in token.tags for token in after) else "new"
        for at, token in enumerate(after):
            if "closes" in token.tags and any(word.low in ("was", "were") for word in after[:at]):
                return "closed"
        return "new"

    def _by_verb(self, figure: Figure) -> Count | None:
        """The stage is in a verb: active before the figure, passive after it, or a participle close behind it."""
        tokens = self.tokens
        unit = self._unit(figure)
        known = figure.head is not None
        if known and unit == "unspecified":
            return None  # a stage is counted as a noun, and other things have no stage
        passive = self._passive_after(figure)
        if passive is not None and passive.start > figure.last and not (
            self._relative_between(figure.last, passive.start) and tokens[passive.start - 2].low == "had"
        ):  # fmt: skip
            return self._made(figure, passive, unit, "number_verb", passive.stop - 1)
        left = None if self._starts_predicate(figure) else self._active_before(figure)
        crossed = left is not None and any(
            True for other in self.reading.between(left.stop - 1, figure.first) if other.kind == "number"
        )
        participle = self._participle_after(figure)
        if participle is not None and (left is None or crossed or not known):
            return self._made(figure, participle, unit, "number_verb", participle.stop - 1)
        if left is not None and self._is_object(figure, left):
            if unit == "unspecified" and not known:
                unit = self._unknown_unit(figure, left)
                if unit is None:
                    return None
            self._inherit(figure, left)
            return self._made(figure, left, unit, "counts_one" if figure.kind == "article" else "verb_number", figure.last)
        return (
            self._sent_to_court(figure, unit) or self._opened(figure, unit) or self._faces(figure)
            or self._with_case(figure, unit)
        )  # fmt: skip

    def _with_case(self, figure: Figure, unit: str) -> Count | None:
        """ "recorded 592 cases involving 1,324 suspects": the people of counted cases."""
        link = self.tokens[figure.first - 1].low if figure.first else ""
        if link not in ("involving", "against") or unit != "person" or figure.kind != "number" or "offender" not in figure.tags:
            return None
        for other in reversed(self.reading.figures):
            if other.index < figure.index and other.segment == figure.segment and figure.first - other.last <= 6:
                known = self._resolve(other)
                if known is None or known.unit == "person":
                    return None
                return Count(known.stages, unit, known.case_status, self._subject(figure), "left_out", figure.first, figure.last)
        return None

    def _made(self, figure: Figure, group: Stages, unit: str | None, rule: str, last: int) -> Count | None:
        if group.negated or unit is None:
            return None
        tokens = self.tokens
        if group.names == ("arrest",) and self._is_swept_up(figure):
            return None
        first = min(figure.first, group.start)
        last = max(figure.last, last)
        if figure.kind == "article" and rule == "number_verb":
            rule = "counts_one"
        tail = max(figure.tail, group.stop)
        if other_crime(tokens, group.stop, self._object_end(tail)) and not self._typed(figure):
            return None
        subject = subject_of(tokens, figure.first, figure.tail if group.start < figure.first else figure.last + 1)
        if subject == "traffickers" and self._is_apposition(figure):
            subject = "officials"
        status = "new"
        if group.start < figure.first:
            status = case_status_of(tokens, max(0, group.start - 2), figure.first)
            if status == "closed":
                status = "new"
        else:
            status = case_status_of(tokens, figure.first, group.stop)
            if status == "closed":
                status = "new"
        if group.form == "finite" and rule == "number_verb":
            self._own_year(figure, group)
            figure.own_type = figure.own_type or _type_after(self.reading, group.stop)
        return Count(group.names, unit, status, subject, rule, first, last)

    def _is_swept_up(self, figure: Figure) -> bool:
        """ "arrested 48 foreign women in prostitution": those whom a raid finds, not traffickers."""
        if "offender" in figure.tags or "official" in figure.tags:
            return False
        lows = [token.low for token in self.tokens[figure.first : figure.last + 8]]
        return any(low in ("prostitution", "undocumented", "migrants", "illegally", "overstaying") for low in lows) and not any(
            "traffick" in low or low in ("pimping", "forcing", "forced", "exploiting", "procuring") for low in lows
        )

    def _own_year(self, figure: Figure, group: Stages) -> None:
        """ "two officers suspected in 2011 were acquitted in 2012": the year behind the verb is the count's."""
        tokens, segments = self.tokens, self.reading.segments
        if not any(t.kind == "period" for t in tokens[figure.last + 1 : group.start]):
            return
        for at in range(group.stop, min(len(tokens), group.stop + 4)):
            if segments[at] != segments[group.start] or tokens[at].kind in ("number", "mark"):
                return
            if tokens[at].kind == "period":
                figure.period = tokens[at].value
                return

    def _inherit(self, figure: Figure, left: Stages) -> None:
        """ "prosecution of 39 sex trafficking cases involving 31 suspects": suspects of that type."""
        if figure.own_type is not None or figure.head is None:
            return
        link = self.tokens[figure.first - 1].low if figure.first else ""
        if link in ("involving", "against", "with", "in"):
            for other in self.reading.between(left.stop - 1, figure.first):
                if other.kind == "number" and other.own_type:
                    figure.own_type = other.own_type

    def _is_apposition(self, figure: Figure) -> bool:
        """ "one trafficker – a police officer", "a man, who was a border guard"."""
        tokens = self.tokens
        at = figure.last + 1
        if at + 2 < len(tokens) and tokens[at].low in ("–", "-", "—", ",", "(") and tokens[at + 1].low in ("a", "an", "both", "all"):
            return subject_of(tokens, at + 2, at + 7) == "officials" and not any(
                token.low in AUXILIARIES or token.kind == "number" for token in tokens[at + 2 : at + 5]
            )
        return False

    def _unit(self, figure: Figure) -> str:
        if figure.head is None:
            base = figure.base
            known = self._resolve(base) if base is not None and self._is_here(base) else None
            if known is not None:
                return known.unit
            return "unspecified" if base is None else _unit_of(base.tags)
        return _unit_of(figure.tags)

    def _unknown_unit(self, figure: Figure, left: Stages) -> str | None:
        """The unit of a figure whose noun is unknown: whom courts convict are people."""
        tokens = self.tokens
        following = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
        if following is None or following.kind != "word" and following.kind != "country" or (
            following.low in PREPOSITIONS or following.low in AUXILIARIES or "finite" in following.tags
            or following.low in ("and", "or", "but", "while", "others", "more", "as", "who")
        ):  # fmt: skip
            return "unspecified"
        if figure.first - left.stop > 3:
            return None
        if any(name in ("conviction", "prosecution", "arrest", "acquittal") for name in left.names):
            return "person"
        return None

    def _passive_after(self, figure: Figure) -> Stages | None:
        """The stage verbs of which the figure is the subject, with an auxiliary or relative pronoun between."""
        tokens, reading = self.tokens, self.reading
        segment = figure.segment
        at = figure.last + 1
        stop = min(len(tokens), at + _PASSIVE_REACH)
        seen_auxiliary = False
        depth = reading.brackets[figure.index]
        while at < stop:
            token = tokens[at]
            if reading.brackets[at] != depth or token.kind == "mark" and token.low in "()":
                at += 1
                stop = min(len(tokens), stop + 1)
                continue
            if reading.segments[at] != segment:
                return None
            low = token.low
            if low in ("was", "were", "been", "being", "are", "is") or (
                low in ("remained", "remain", "remains") and at + 1 < stop and tokens[at + 1].low.startswith("under")
            ):  # fmt: skip
                seen_auxiliary = True
            elif "stage" in token.tags:
                group = self._group_at(at)
                if group is not None and group.form == "finite":
                    if seen_auxiliary:
                        return group
                    if not low.startswith("under "):
                        return None
                    at += 1
                    continue
                if group is not None and not seen_auxiliary and group.form != "noun":
                    return None
            elif "neg" in token.tags or low == ";":
                return None
            elif token.kind == "number" and not seen_auxiliary:
                return self._subject_list(figure, at)
            elif "finite" in token.tags and not seen_auxiliary and at > figure.tail:
                return None
            elif low in (",",) and not seen_auxiliary and at + 1 < stop and tokens[at + 1].low not in (
                "who", "which", "including", "all", "were", "was", "both"
            ) and tokens[at + 1].kind not in ("number", "period") and "part" not in tokens[at + 1].tags:  # fmt: skip
                return None
            elif "actor" in token.tags and not seen_auxiliary and at > figure.tail:
                return None
            at += 1
        return None

    def _subject_list(self, figure: Figure, at: int) -> Stages | None:
        """ "12 men and three women were convicted": the verb of the next figure is this one's too."""
        link = [token.low for token in self.tokens[figure.tail : at]]
        if figure.tail <= at and all(low in (",", "and", "or") for low in link) and link and figure.kind == "number":
            for other in self.reading.figures:
                if other.index == at and other.scope != "part":
                    return self._passive_after(other)
        return None

    def _relative_between(self, first: int, stop: int) -> bool:
        return any(token.low in RELATIVES for token in self.tokens[first + 1 : stop])

    def _group_at(self, at: int) -> Stages | None:
        for group in self.groups:
            if group.start <= at < group.stop:
                return group
        return None

    def _active_before(self, figure: Figure) -> Stages | None:
        """The stage verbs, or stage noun with its preposition, of which the figure may be the object."""
        tokens, reading = self.tokens, self.reading
        clause = reading.clauses[figure.index]
        comparing = figure.segment in reading.comparing
        floor = max(-1, figure.first - 1 - _VERB_REACH)
        for at in range(figure.first - 1, floor, -1):
            token = tokens[at]
            if reading.clauses[at] != clause or comparing and reading.segments[at] != figure.segment:
                return None
            if not comparing and reading.segments[at] in reading.comparing:
                continue
            if reading.brackets[at] and reading.brackets[at] != figure.bracket:
                continue
            if "stage" in token.tags:
                group = self._group_at(at)
                if group is None or self._is_modifier(group):
                    continue
                if group.form == "noun":
                    if self._noun_takes(group, figure):
                        return group
                    continue
                if group.passive:
                    if figure.first == group.stop and figure.head is None:
                        return None
                    return None
                return group
            if token.low in RELATIVES and token.low != "that":
                return None
            if token.low in ("sentenced", "sentencing") and not any(
                self._group_at(back) is not None for back in range(max(0, at - 3), at)
            ):
                return None  # "sentenced 17 of those convicted"
            if ("finite" in token.tags or "base" in token.tags or "gerund" in token.tags) and "stage" not in token.tags:
                if "reports" in token.tags or token.low in ("found", "provided", "received"):
                    continue
                return None
            if "neg" in token.tags and token.low not in ("not",):
                return None
        return None

    def _is_modifier(self, group: Stages) -> bool:
        """A participle of another figure: "the 19 convicted offenders", "12 convicted in 2019"."""
        return group.form == "finite" and not group.passive and any(
            figure.first < group.start and figure.head is not None and group.stop <= figure.head
            or figure.last + 1 == group.start and self._ends_there(group)
            for figure in self.reading.figures
        )

    def _ends_there(self, group: Stages) -> bool:
        """Does a participle take no object: "nine cases prosecuted and five …"?"""
        after = self.tokens[group.stop] if group.stop < len(self.tokens) else None
        return after is None or after.kind in ("mark", "period") or after.low in PREPOSITIONS or (
            after.low in ("and", "or", "but", "while") or "cmp" in after.tags
        )

    def _noun_takes(self, group: Stages, figure: Figure) -> bool:
        """ "prosecutions of 18 defendants", "charges against five", "convictions in four cases"."""
        tokens = self.tokens
        at = group.stop
        if at >= len(tokens):
            return False
        link = tokens[at].low
        if link not in _NOUN_LINKS:
            return False
        if link in ("in", "on", "to") and not ("case" in figure.tags and figure.first - at <= 2):
            return False
        if link == "involved" and "offender" not in figure.tags:
            return False
        if link == "involving" and "person" not in figure.tags and "case" not in figure.tags:
            return False
        before = tokens[figure.first - 1]
        if before.kind == "word" and before.low.endswith("ed") and figure.first - 1 > at and not (
            "closes" in before.tags or "continues" in before.tags
        ):  # fmt: skip
            return False  # "upheld convictions of three and overturned one"
        return figure.first - at <= 14

    def _is_object(self, figure: Figure, group: Stages) -> bool:
        """Is the figure the object of the verb, not of something that stands between them?"""
        tokens = self.tokens
        gap = tokens[group.stop : figure.first]
        if figure.kind == "article":
            if len(gap) > 1 and not all(t.low in ("and", "sentenced", ",", "also") for t in gap):
                return False
            following = tokens[figure.last + 1].low if figure.last + 1 < len(tokens) else ""
            if following == "'s" or "case" in figure.tags and "counts" in figure.tags and group.names == ("investigation",):
                return True
            return True
        if figure.head is None and gap and "number" not in {t.kind for t in gap} and len(gap) > 3 and not (
            any(t.low in ("and", ",") for t in gap)
        ):  # fmt: skip
            return False
        last_link = ""
        for token in reversed(gap):
            if token.low in PREPOSITIONS:
                last_link = token.low
                break
            if token.kind in ("number", "mark") or token.low in ("and", "or"):
                break
        if not last_link or last_link in ("including", "involving"):
            return True
        if group.form == "noun":
            return last_link in _NOUN_LINKS or last_link == "under"
        if last_link == "with" and "offender" in figure.tags and any("case" in t.tags for t in gap):
            return True
        if last_link in ("in", "involving") and "case" in figure.tags and figure.first - group.stop >= 1:
            return True
        if last_link in ("of",) and any(t.low in ("total", "number", "group", "members") for t in gap):
            return True
        return last_link == "against"

    def _participle_after(self, figure: Figure) -> Stages | None:
        """ "nine traffickers prosecuted and 12 convicted": a participle right behind the figure or its complement."""
        tokens = self.tokens
        for at in (figure.last + 1, figure.tail):
            if at >= len(tokens):
                continue
            if tokens[at].kind == "word" and tokens[at].low.endswith("ly"):
                at += 1
            group = self._group_at(at) if at < len(tokens) else None
            if group is None or group.form != "finite" or group.passive or group.start != at:
                continue
            if self._ends_there(group):
                return group
        return None

    def _sent_to_court(self, figure: Figure, unit: str) -> Count | None:
        """Cases sent to court, suspects referred for prosecution: the prosecution stage."""
        tokens, reading = self.tokens, self.reading
        if figure.head is not None and unit == "unspecified":
            return None
        if figure.kind == "article" and "case" not in figure.tags and "offender" not in figure.tags:
            return None
        clause = reading.clauses[figure.index]
        verb: int | None = None
        for at in range(figure.first - 1, max(-1, figure.first - 13), -1):
            if reading.clauses[at] != clause:
                break
            if "sends" in tokens[at].tags:
                verb = at
                break
            if "stage" in tokens[at].tags and "sends_to" not in tokens[at].tags or "neg" in tokens[at].tags:
                break
        if verb is not None and any("sends_to" in t.tags for t in tokens[verb + 1 : figure.first]) and (
            tokens[verb + 1].low in ("for", "to")
        ):  # fmt: skip
            return Count(("prosecution",), unit, "new", self._subject(figure), "sent_to_court", verb, figure.last)
        limit = min(len(tokens), figure.last + 15)
        start = figure.last + 1
        if verb is None:
            for at in range(start, min(len(tokens), start + 9)):
                if "sends" in tokens[at].tags and any(t.low in ("was", "were", "been") for t in tokens[start:at]):
                    verb, start = at, at + 1
                    break
                if tokens[at].kind == "number" or tokens[at].low in (";", ","):
                    break
        if verb is None or any("neg" in t.tags for t in tokens[max(0, verb - 2) : verb]):
            return None
        if tokens[verb].low in ("filed", "file", "filing") and unit == "case":
            return Count(("prosecution",), unit, "new", self._subject(figure), "sent_to_court", min(verb, figure.first), figure.last)
        for at in range(start, limit):
            token = tokens[at]
            if reading.clauses[at] != clause or token.kind in ("number",):
                return None
            if token.low in ("to", "for", "before", "with"):
                for ahead in range(at + 1, min(len(tokens), at + 5)):
                    if "sends_to" in tokens[ahead].tags:
                        if token.low == "for" and tokens[ahead].low not in ("prosecution", "trial", "adjudication"):
                            break
                        return Count(
                            ("prosecution",), unit, "new", self._subject(figure), "sent_to_court",
                            min(verb, figure.first), ahead,
                        )  # fmt: skip
        return None

    def _subject(self, figure: Figure) -> str:
        return subject_of(self.tokens, figure.first, figure.last + 1)

    def _opened(self, figure: Figure, unit: str) -> Count | None:
        """Cases opened, without a stage word: investigations, or prosecutions where a prosecutor or court opens them."""
        tokens = self.tokens
        if figure.head is None or unit != "case" or "noun" in figure.tags:
            return None
        for at in range(figure.first - 1, max(-1, figure.first - 5), -1):
            token = tokens[at]
            if token.low in ("opened", "initiated", "launched", "opening", "initiating", "launching", "started") or (
                "records" in token.tags
            ):
                subject = tokens[max(0, at - 8) : at]
                courts = any(t.low.startswith("prosecut") or t.low in ("courts", "court", "judges") for t in subject)
                if "records" in token.tags and not any(
                    "government" in t.tags and "actor" in t.tags for t in subject
                ):
                    return None
                stage = "prosecution" if courts else "investigation"
                return Count((stage,), unit, "new", self._subject(figure), "opened_cases", at, figure.last)
            if token.kind not in ("word", "country") or "neg" in token.tags:
                return None
        return None

    def _faces(self, figure: Figure) -> Count | None:
        """ "the only defendant to face prosecution", "five suspects awaiting trial"."""
        tokens = self.tokens
        if figure.head is None or "person" not in figure.tags and "case" not in figure.tags:
            return None
        for at in range(figure.last + 1, min(len(tokens), figure.last + 8)):
            token = tokens[at]
            if token.kind in ("number",) or token.kind == "mark":
                return None
            if token.low in ("face", "faced", "facing", "awaiting", "awaited", "pending", "undergoing", "underwent"):
                for group in self.groups:
                    if group.form == "noun" and at < group.start <= at + 3:
                        status = "pending" if "pending" in token.tags or token.low == "awaiting" else "new"
                        return Count(group.names, _unit_of(figure.tags), status, self._subject(figure), "number_verb",
                                     figure.first, group.stop - 1)  # fmt: skip
        return None

    def _left_out(self, figure: Figure) -> Count | None:
        """The figure's noun or verb is left out: what it is compared with, or a part of, tells."""
        if figure.kind == "none" and figure.head is not None and "noun" not in figure.tags:
            if "person" not in figure.tags and "case" not in figure.tags:
                return None
        pending = self._pending(figure)
        if pending is not None:
            return pending
        base = figure.base if figure.base is not None else figure.whole
        if base is None or self._has_own_verb(figure):
            return None
        known = self._resolve(base) if self._is_here(base) else self.carried
        if known is None:
            return None
        if figure.head is not None:
            if _unit_of(figure.tags) == "unspecified":
                return None
            if not figure.is_comparison and figure.scope != "part" and not figure.bracket:
                return None
        elif not figure.is_comparison and figure.scope == "total" and not figure.bracket and figure.own_type is None:
            if base.is_comparison and self.tokens[figure.first - 1].low == "to":
                pass  # "from 12 prosecutions to one"
            elif self._is_enumerated(figure):
                if figure.scope == "total" and (base.number.value or 0) > (figure.number.value or 0):
                    figure.scope = "part"
            elif not self._continues(figure):
                return None
        elif figure.kind == "number" and self._counts_other_things(figure):
            return None
        unit = known.unit if figure.head is None else _unit_of(figure.tags)
        status = case_status_of(self.tokens, figure.first - 2, figure.first + 2)
        subject = known.subject
        if self._subject(figure) == "officials" or self._is_apposition(figure):
            subject = "officials"
        return Count(known.stages, unit, known.case_status if status == "new" and figure.is_comparison else status, subject,
                     "left_out", figure.first, figure.last)  # fmt: skip

    def _starts_predicate(self, figure: Figure) -> bool:
        """ "…, and 15 received prison sentences": a new subject with a verb of its own, no object."""
        tokens = self.tokens
        before = tokens[figure.first - 1] if figure.first else None
        if before is not None and not (before.low in ("and", "but", "while", ",", ";", "that") or "part" in before.tags):
            return False
        at = figure.last + 1
        return at < len(tokens) and (
            tokens[at].low in AUXILIARIES or tokens[at].low in ("received", "remained", "fled", "served", "got")
        )

    def _has_own_verb(self, figure: Figure) -> bool:
        """ "one was sentenced", "two fled": the figure is the subject of something else than a stage."""
        tokens = self.tokens
        at = figure.last + 1
        if at < len(tokens) and tokens[at].low in ("of whom", "of which", "who", "which"):
            at += 1
        if at >= len(tokens):
            return False
        low = tokens[at].low
        if low in AUXILIARIES and figure.own_type is not None and figure.head is None and figure.tail > at + 1:
            return False
        if low in AUXILIARIES or low in ("remained", "remain", "received", "fled", "escaped", "served", "died", "pled"):
            window = tokens[at : at + 4]
            if any("pending" in t.tags or t.low == "ongoing" for t in window):
                return False
            return not any(t.low in ("for", "of", "involving", "in", "on", "under") for t in window[1:2])
        return "sentence" in tokens[at].tags

    def _is_enumerated(self, figure: Figure) -> bool:
        """ "four prosecutions, one by …, two against …": a part listed behind its whole."""
        tokens = self.tokens
        before = tokens[figure.first - 1] if figure.first else None
        after = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
        return before is not None and after is not None and before.low in (",", "–", "—", ":", "(", "and") and (
            after.low in PREPOSITIONS and after.low != "to"
        )

    def _pending(self, figure: Figure) -> Count | None:
        """ "12 cases remained pending before the courts": prosecutions, unless the sentence speaks of another stage."""
        tokens = self.tokens
        if figure.kind != "number" or figure.is_comparison or figure.head is not None and "case" not in figure.tags:
            return None
        at = figure.last + 1
        window = tokens[at : at + 5]
        if not window or window[0].low not in ("remained", "remain", "were", "was", "are", "remains", "is", "pending", "still"):
            return None
        if not any("pending" in t.tags or t.low in ("ongoing", "on-going") for t in window):
            return None
        last = at + next(i for i, t in enumerate(window) if "pending" in t.tags or t.low in ("ongoing", "on-going"))
        courts = any("sends_to" in t.tags for t in tokens[last : last + 6])
        known = None
        for other in self.reading.figures:
            if other.index < figure.index and id(other) in self.counts:
                known = self.counts[id(other)]
        known = known or self.carried
        ended = known is not None and not {"conviction", "acquittal"}.isdisjoint(known.stages)
        stages = ("prosecution",) if courts or known is None or ended else known.stages
        if known is None and not courts:
            return None
        status = "pending" if any("pending" in t.tags for t in window) else "continued"
        unit = _unit_of(figure.tags) if figure.head is not None else known.unit if known is not None else "unspecified"
        return Count(stages, unit, status, self._subject(figure), "pending", figure.first, last)

    def _continues(self, figure: Figure) -> bool:
        """ "initiated four investigations, continued six …": a verb of opening, continuing or closing before it."""
        tokens = self.tokens
        return any(
            "opens" in t.tags or "continues" in t.tags or "closes" in t.tags
            for t in tokens[max(0, figure.first - 2) : figure.first]
        )

    def _is_here(self, figure: Figure) -> bool:
        return any(figure is other for other in self.reading.figures)

    def _object_end(self, at: int) -> int:
        """The end of what is said of the object that ends at `at`."""
        tokens = self.tokens
        stop = min(len(tokens), at + 12)
        while at < stop and tokens[at].kind not in ("mark", "number", "period") and "cmp" not in tokens[at].tags:
            at += 1
        return at

    # -- rows ------------------------------------------------------------------------------------------------

    def _facts_of(self, figure: Figure, count: Count) -> Iterator[Fact]:
        tokens = self.tokens
        first, last = count.first, count.last
        last = self._with_own_year(figure, last)
        start, end = quote_span(tokens, first, last, figure)
        values = {
            **figure.number.columns(),
            "unit": count.unit,
            "case_status": count.case_status,
            "subject": count.subject,
            "data_year": figure.period.year,
            "period_type": figure.period.period_type,
            "is_comparison": figure.is_comparison,
            "trafficking_type": figure.trafficking_type,
            "scope": figure.scope,
        }
        takes = (figure.token.start,) if figure.token.kind == "number" else ()
        for stage in count.stages:
            yield Fact(TABLE, f"prosecutions.{count.rule}", start, end, {"stage": stage, **values}, takes)

    def _with_own_year(self, figure: Figure, last: int) -> int:
        tokens = self.tokens
        for at in range(last + 1, min(len(tokens), last + 4)):
            if tokens[at].kind == "period" and tokens[at].value is figure.period:
                return at
            if tokens[at].kind != "word":
                break
        return last


def quote_span(tokens: list[Token], first: int, last: int, figure: Figure) -> tuple[int, int]:
    """Offsets of tokens[first:last + 1], cut down to the figure's own phrase where that is longer than a quote may be."""
    start, end = tokens[first].start, tokens[last].end
    if end - start > MAX_QUOTE:
        start, end = tokens[figure.first].start, tokens[figure.last].end
    return start, min(end, start + MAX_QUOTE)


def _unit_of(tags: frozenset[str]) -> str:
    if "noun" in tags:
        return "unspecified"
    if "person" in tags:
        return "person"
    return "case" if "case" in tags else "unspecified"


def _type_after(reading: Reading, start: int) -> str | None:
    """Type named right behind a verb: "were convicted of sex trafficking", "arrested for forced labor"."""
    from ingest.grammar.clauses import type_of

    tokens = reading.tokens
    if start >= len(tokens) or tokens[start].low not in ("of", "for", "on", "under", "in", "with"):
        return None
    at = start + 1
    while at < min(len(tokens), start + 10) and tokens[at].kind not in ("mark", "number", "period"):
        if reading.segments[at] != reading.segments[start]:
            break
        at += 1
    return type_of(tokens, start, at)


__all__ = ["OFFICIAL_WORDS", "TABLE", "Count", "Counter", "quote_span"]
