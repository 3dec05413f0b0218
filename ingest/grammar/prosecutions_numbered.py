"""The stage that is told by what is said of a number itself: it rose to, stood at, came to a total of."""

from __future__ import annotations

from ingest.grammar.clauses import Figure, type_of
from ingest.grammar.prosecutions_governing import Governing
from ingest.grammar.prosecutions_ground import Count
from ingest.grammar.prosecutions_stages import Stages, subject_of
from ingest.vocabulary.words import word_set

_CHANGES = word_set(
    "rose fell increased decreased declined dropped grew climbed jumped doubled tripled rising falling increasing"
    " decreasing declining dropping went totaled totalled numbered reached stood amounted numbering totaling totalling"
    " reaching soared plunged plummeted slipped halved came up down"
)


_STANDS = word_set(
    "numbered totaling numbering stood was reached totaled totalled rose fell amounted came dropped climbed grew"
)


_OF = (["of"], ["of those"], ["of these"])


class Numbered(Governing):
    """Finds the stage of figures by what is said of their number."""

    def _is_number_of(self, group: Stages) -> bool:
        """ "the number of persons prosecuted", "the number of those convicted": people counted by a participle."""
        before = [token.low for token in self.tokens[max(0, group.start - 5) : group.start]]
        return "number" in before and before[before.index("number") + 1 : before.index("number") + 2] in _OF

    def _number_of(self, figure: Figure) -> Count | None:
        """ "the number of those convicted of pimping, a lesser offense, stood at 44": whatever stands between."""
        tokens, clauses = self.tokens, self.reading.clauses
        if figure.kind != "number" or figure.head is not None or figure.bracket or figure.first < 6:
            return None
        verb = figure.first - 2 if tokens[figure.first - 1].low in ("at", "to") else figure.first - 1
        if tokens[verb].low not in _STANDS:
            return None
        for group in reversed(self.groups):
            if group.stop <= verb and clauses[group.start] == clauses[figure.index] and self._is_number_of(group):
                if any(other.kind == "number" for other in self.reading.between(group.start, figure.index)):
                    return None
                told = type_of(tokens, group.stop, min(verb, group.stop + 5))
                figure.own_type = figure.own_type or told
                figure.scope = "total"
                unit = "person" if group.form == "finite" else "unspecified"
                return Count(group.names, unit, "new", "traffickers", "trend", group.start - 1, figure.last)
        return None

    def _number_changed(self, group: Stages) -> bool:
        """ "increased the number of trafficking investigations from 16 to 25": the verb before the number's noun."""
        before = self.tokens[max(0, group.start - 7) : group.start]
        place = next((at for at, token in enumerate(before) if token.low == "number"), -1)
        return place >= 0 and group.form == "noun"

    def _and_noun(self, figure: Figure) -> Count | None:
        """ "prosecutions totaled 184 and convictions 101": the verb of the number is left out."""
        at = figure.first - 1
        group = self._group_at(at)
        if figure.kind != "number" or figure.head is not None or group is None or group.form != "noun":
            return None
        if group.stop - 1 != at or group.start < 2 or self.tokens[group.start - 1].low not in ("and", ","):
            return None
        verb = self.tokens[max(0, group.start - 4) : group.start - 1]
        if any(token.low in _STANDS for token in verb) and any(token.kind == "number" for token in verb):
            return Count(group.names, "unspecified", "new", "traffickers", "trend", group.start, figure.last)
        return None

    def _trend(self, figure: Figure) -> Count | None:
        """ "convictions fell from 12 to five", "prosecutions were initiated in 16": the stage is the subject."""
        tokens = self.tokens
        link = tokens[figure.first - 1].low if figure.first else ""
        if (
            not self.groups
            or figure.kind != "number"
            or figure.bracket
            or (figure.head is not None and not (link == "in" and "case" in figure.tags and "noun" not in figure.tags))
        ):
            return None
        if link in ("was", "were"):
            link = ""
            changes = any(t.low == "number" for t in tokens[max(0, figure.first - 9) : figure.first])
        else:
            changes = False
        opened = False
        for at in range(figure.first - 1, max(-1, figure.first - 13), -1):
            token = tokens[at]
            group = self._group_at(at)
            if group is not None and group.form == "finite" and changes and self._is_number_of(group):
                # "the number of persons prosecuted rose from 21 to 35"
                subject = subject_of(tokens, group.start - 3, group.start)
                return Count(group.names, "person", "new", subject, "trend", group.start - 1, figure.last)
            if group is not None:
                changes = changes or self._number_changed(group)
                if group.form != "noun" or not (changes or (opened and link == "in")):
                    return None
                if opened and link == "in":
                    figure.scope = "total"  # a share of the stage before is this stage's whole
                unit = "case" if figure.head is not None else "unspecified"
                return Count(group.names, unit, "new", "traffickers", "trend", group.start, figure.last)
            if token.kind == "mark" and token.low in ",;.":
                after = tokens[at + 1]
                if token.low == "," and after.low == "to" and at + 2 == figure.first:
                    continue  # "convictions doubled, to 12"
                if token.low == "," and (after.low == "from" or ("cmp" in after.tags and after.low.endswith(" from"))):
                    continue  # "increased by a fifth, from 50 to 60"
                return None
            changes = changes or token.low in _CHANGES or (link == "at" and token.low == "remained")
            changes = changes or ("cmp" in token.tags and token.low.endswith(" from"))
            opened = opened or "opens" in token.tags or "obtains" in token.tags
        return None
