"""Denials by a noun or a pronoun: no convictions, no one was charged, none of them, no efforts to prosecute."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.document import Fact, Token
from ingest.grammar.clauses import PREPOSITIONS, type_of
from ingest.grammar.prosecutions_denial_rows import DenialRows
from ingest.grammar.prosecutions_denied import DeniedObject
from ingest.grammar.prosecutions_stages import Stages, subject_of

# "no prosecution, let alone a conviction"
_LESS = (", let alone", "let alone", ", much less", "much less", ", still less", ", not to mention")


class DeniedNouns(DenialRows):
    """The rows of denials whose negation stands with a noun; `done` holds the stage groups that have theirs."""

    def _is_single(self, at: int) -> bool:
        """ "not a single trafficker was convicted", "not one case was prosecuted"."""
        if at + 1 >= self.size:
            return False
        following = self.tokens[at + 1].low
        if self.tokens[at].low == "one":
            return following not in ("but", "of", "only", ",") or following == "of"
        return self.tokens[at].low in ("a", "even") and following in ("single", "one")

    def _nouns_missed(self, at: int, done: set[int]) -> Iterator[Fact]:
        """ "the absence of prosecutions for forced labor", "neither arrests nor convictions were reported"."""
        stop = self._clause_end(at)
        group = self._group_in(at + 1, min(stop, at + 5), "noun")
        if group is None or (group.stop < self.size and self.tokens[group.stop].low.split(" ")[0].endswith("ing")):
            return  # "the absence of convictions resulting solely in fines"
        group.negated = True
        end = self._object_end(group.stop, stop)
        yield from self._rows(at, end, group, self._objects(group.stop, end, group, at + 1), at, False, "zero", done)

    def _efforts(self, at: int, first: int, stop: int, open_ended: bool, done: set[int]) -> Iterator[Fact]:
        """ "made no efforts to investigate", "did not make efforts to prosecute or convict"."""
        tokens = self.tokens
        if any(
            "undercounts" in t.tags or t.low in ("enough", "significant", "vigorous") for t in tokens[first : first + 4]
        ):
            return
        for group in self.groups:
            if not first < group.start < stop:
                continue
            link = tokens[group.start - 1].low
            if (group.form == "base" and (link in ("to", "or", "and", ",") or is_adverb(tokens[group.start - 1]))) or (
                group.form == "gerund" and link in ("in", "at", "toward", "towards", "of")
            ):
                group.negated = True
                if self._is_definite(group.stop):
                    return
                end = self._object_end(group.stop, stop)
                yield from self._rows(
                    at, end, group, self._objects(group.stop, end, group), at, open_ended, "zero", done
                )
                return
            if group.form == "base":
                return

    def _no(self, at: int, done: set[int]) -> Iterator[Fact]:
        tokens = self.tokens
        stop = self._clause_end(at)
        head = self._phrase_end(at + 1, stop)
        # "no data on convictions", "no information about prosecutions"
        if self._data_in(at + 1, min(stop, at + 5)):
            if not any("undercounts" in t.tags for t in tokens[at + 1 : at + 4]):
                yield from self._not_reported(at, at, stop, False, done)
            return
        if self._effort_in(at + 1, min(stop, at + 5)):
            yield from self._efforts(at, at, stop, False, done)
            return
        group = self._group_in(at + 1, min(head + 1, stop), "noun")
        if group is not None:
            if tokens[group.start].low == "under investigation":
                return
            group.negated = True
            end = self._object_end(group.stop, stop)
            objects = self._objects(group.stop, end, group, at + 1)
            begin = self._verb_before(at)
            yield from self._rows(begin, max(end, group.stop), group, objects, at, False, "zero", done)
            yield from self._more_nouns(at, group.stop, stop, done)
            return
        reports = next(
            (
                i
                for i in range(at + 1, min(stop, at + 5))
                if tokens[i].low in ("reports", "report", "reported", "record")
            ),
            None,
        )
        if reports is not None:
            group = self._group_in(reports + 1, min(stop, reports + 6), "noun") or self._group_in(
                reports + 1, min(stop, reports + 5), "gerund"
            )
            if group is not None:
                group.negated = True
                end = self._object_end(group.stop, stop)
                yield from self._rows(at, end, group, self._objects(group.stop, end, group), at, False, "zero", done)
            return
        if not self._counted(at + 1, head + 1):
            return
        # "no traffickers were convicted"
        passive = self._passive_in(at + 1, stop)
        if passive is not None:
            passive.negated = True
            objects = self._objects(at + 1, passive.start, passive, at + 1)
            for item in objects:
                if item.trafficking_type == "all":
                    item.trafficking_type = type_of(tokens, passive.stop, min(stop, passive.stop + 10)) or "all"
            ever = any(token.low == "ever" for token in tokens[head : passive.start])
            yield from self._rows(at, passive.stop, passive, objects, at, ever, "zero", done)
            return
        # "convicted no traffickers"
        group = self._active_before(at)
        if group is not None:
            end = self._object_end(head + 1, stop)
            yield from self._rows(
                group.start,
                max(end, head + 1),
                group,
                self._objects(at + 1, end, group, at + 1),
                at,
                False,
                "zero",
                done,
            )

    def _more_nouns(self, at: int, first: int, stop: int, done: set[int]) -> Iterator[Fact]:
        """ "no arrests or new convictions": the second noun is under the same "no"."""
        tokens = self.tokens
        for group in self.groups:
            if first <= group.start < stop and group.form == "noun" and id(group) not in done:
                gap = [t.low for t in tokens[first : group.start]]
                less = any(" ".join(gap).startswith(words) for words in _LESS)
                short = len(gap) <= 3 and not any(low in PREPOSITIONS for low in gap)
                if less or (gap and gap[0] in ("or", ",") and short):
                    group.negated = True
                    end = self._object_end(group.stop, stop)
                    yield from self._rows(
                        at, end, group, self._objects(group.stop, end, group), at, False, "zero", done
                    )
                return

    def _none_were(self, at: int, done: set[int]) -> Iterator[Fact]:
        """ "none of them were prosecuted", "no one was convicted"."""
        tokens = self.tokens
        stop = self._clause_end(at)
        aside = self._none_aside(at)
        if aside is not None:
            item = DeniedObject("unspecified", "traffickers", type_of(tokens, at, stop) or "all", "part")
            yield from self._rows(at, self._object_end(at + 2, stop), aside, [item], at, False, "zero", done)
            return
        group = self._passive_in(at + 1, min(stop, at + 14))
        if group is not None:
            group.negated = True
            item = DeniedObject(
                "person", subject_of(tokens, at, group.start), type_of(tokens, at, stop) or "all", "total"
            )
            if any("case" in t.tags and "counts" in t.tags for t in tokens[at : group.start]):
                item.unit = "case"
            counted = [f for f in self.reading.figures if f.index < at and f.kind == "number" and f.head is not None]
            if counted and "case" in counted[-1].tags and "noun" not in counted[-1].tags:
                item.unit = "case"  # "two cases, neither of which had been tried"
            people = [f for f in self.reading.figures if f.index < at and f.kind == "number" and "person" in f.tags]
            if people and subject_of(tokens, people[-1].first, people[-1].last + 1) == "officials":
                item.subject = "officials"  # "14 officials; none was prosecuted"
            yield from self._rows(at, group.stop, group, [item], at, False, "zero", done)
            return
        group = self._active_before(at)
        if group is not None and group.stop >= at - 1:
            yield from self._rows(
                group.start,
                at + 1,
                group,
                [DeniedObject("person", "traffickers", "all", "total")],
                at,
                False,
                "zero",
                done,
            )
            return  # "charged no one with forced labor, and obtained four convictions"
        led = next((i for i in range(at + 1, min(stop, at + 9)) if "obtains" in tokens[i].tags), None)
        group = self._group_in(led + 1, min(stop, led + 5), "noun") if led is not None else None
        if led is not None and group is not None:  # "none of these cases resulted in convictions"
            group.negated = True
            end = self._object_end(group.stop, stop)
            yield from self._rows(
                at, end, group, self._objects(group.stop, end, group, led + 1), at, False, "zero", done
            )

    def _none_aside(self, at: int) -> Stages | None:
        """ "a decline in prosecutions (none for forced begging)": the stage before the bracket."""
        tokens = self.tokens
        if at < 2 or at + 1 >= self.size or tokens[at - 1].low != "(":
            return None
        if tokens[at + 1].low not in ("for", "under", "involving"):
            return None
        groups = [group for group in self.groups if group.form == "noun" and at - 4 <= group.stop < at]
        if not groups or any(token.kind == "number" for token in tokens[max(0, groups[-1].start - 4) : at]):
            return None
        return groups[-1]


def is_adverb(token: Token) -> bool:
    """An adverb in -ly."""
    return token.kind == "word" and token.low.endswith("ly") and token.low not in ("family", "only", "supply", "apply")
