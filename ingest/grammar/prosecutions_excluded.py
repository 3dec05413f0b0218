"""Figures beside a stage that are no count of it: undone, only wanted, sentenced, a year, victims', other states'."""

from __future__ import annotations

from ingest.grammar.clauses import PREPOSITIONS, Figure
from ingest.grammar.prosecutions_elliptic import Elliptic
from ingest.grammar.prosecutions_stages import Stages, is_foreign
from ingest.vocabulary.words import word_set

_WANTING = word_set(
    "order required necessary needed ability able difficult difficulty sufficient enough willing reluctant evidence"
    " efforts power jurisdiction authority impossible possible"
)
_OVERTURNED = word_set(
    "overturned reversed quashed annulled vacated overturning reversing annulling upheld affirmed upholding affirming"
)
_ASKS = word_set(
    "calls called calling asks asked requires required requiring urges urged obliges obliged directs directed aims"
    " aimed expects expected instructs instructed"
)
_ASKING_REACH = 7
_ASIDE_BEFORE = 18
# How far before its figure the subject of a clause may stand.
_SUBJECT_REACH = 14


class Excluded(Elliptic):
    """Tells which figures a stage does not count. `country_code` is the report's own country."""

    country_code: str = ""

    def _is_wanted(self, group: Stages) -> bool:
        """ "for the government to prosecute a suspect", "needed to convict a trafficker": nothing was done yet."""
        before = self.tokens[max(0, group.start - 2) : group.start]
        if len(before) < 2 or before[1].low != "to":
            return False
        return "actor" in before[0].tags or before[0].low in _WANTING

    def _is_asked(self, group: Stages) -> bool:
        """ "the plan calls on the police to investigate ten", "assisted in the arrest of two": not done by them."""
        tokens, at = self.tokens, group.start - 1
        if group.form == "noun":
            before = [token.low for token in tokens[max(0, group.start - 3) : group.start]]
            return before[-1:] == ["the"] and before[-3:-1] in (
                ["assisted", "in"],
                ["assisting", "in"],
                ["helped", "in"],
            )
        if group.form != "base" or at < 2 or tokens[at].low != "to":
            return False
        for token in reversed(tokens[max(0, at - _ASKING_REACH) : at]):
            if token.low in _ASKS:
                return True
            if token.kind != "word" or "finite" in token.tags:
                return False
        return False

    def _is_abroad(self, group: Stages) -> bool:
        """ "Belgian police, acting on information from the government, arrested six": another country's police."""
        tokens, clauses = self.tokens, self.reading.clauses
        at = group.start
        if group.form != "finite" or group.passive or at < 5 or tokens[at - 1].low != ",":
            return False
        begin = at
        while begin > 0 and at - begin < _ASIDE_BEFORE and clauses[begin - 1] == clauses[at]:
            begin -= 1
        if tokens[begin].kind != "country" or tokens[begin + 2].low != ",":
            return False
        return is_foreign(tokens, begin + 2, self.country_code)

    def _is_undone(self, figure: Figure) -> bool:
        """ "overturned the convictions of two": what a court took back."""
        after = self.tokens[figure.last + 1 : figure.last + 3]
        for token in reversed(self.tokens[max(0, figure.first - 6) : figure.first]):
            if token.low in _OVERTURNED:
                return True
            if token.kind in ("mark", "number") or token.low == "and":
                break
        return len(after) > 1 and after[0].low in ("was", "were") and after[1].low in _OVERTURNED

    def _is_only(self, figure: Figure) -> bool:
        """ "did not prosecute any labor trafficking cases and only one sex trafficking case"."""
        before = self.tokens[max(0, figure.first - 2) : figure.first]
        return len(before) > 1 and before[0].low in ("and", "but") and before[1].low in ("only", "just")

    def _is_sentenced(self, figure: Figure) -> bool:
        """ "two to 10 years": those who received a term, counted by another table."""
        following = self.tokens[figure.last + 1 : figure.last + 6]
        before = self.tokens[max(0, figure.first - 2) : figure.first]
        if len(before) > 1 and before[1].low == "to" and "sentence" in before[0].tags:
            return True  # "gave suspended sentences to 14 of the 27 traffickers convicted"
        if [token.low for token in following[:3]] == ["of", "them", "to"]:
            return any("prison" in t.tags or t.kind == "duration" for t in following[3:])  # "28 of them to prison"
        following = following[:3]
        return (
            len(following) > 1
            and figure.head is None
            and following[0].low == "to"
            and (any(t.kind == "duration" or t.low in ("terms", "prison") for t in following[1:]))
        )

    def _is_year(self, figure: Figure) -> bool:
        """ "two additional 2006 convictions": a year behind a number that counts."""
        if not 1990 <= (figure.number.value or 0) <= 2035 or "," in figure.token.low or figure.number.spelled:
            return False
        if figure.index and self.tokens[figure.index - 1].low in ("the", "its", "their", "these"):
            return True  # "a share of the 2018 convictions"
        return any(token.kind == "number" for token in self.tokens[max(0, figure.index - 2) : figure.index])

    def _is_of_victims(self, figure: Figure) -> bool:
        """ "victims took part in 14 trials": what victims did, and no figure of the government's."""
        tokens = self.tokens
        return (
            bool(figure.first)
            and tokens[figure.first - 1].low == "in"
            and any(
                "victim" in token.tags and "person" not in token.tags
                for token in tokens[max(0, figure.first - 9) : figure.first]
            )
        )

    def _is_foreign_work(self, figure: Figure) -> bool:
        """ "Spanish police, working with them, made 37 arrests": what another country's police did."""
        tokens, clauses = self.tokens, self.reading.clauses
        begin = figure.first
        while begin > 0 and figure.first - begin < _SUBJECT_REACH and clauses[begin - 1] == clauses[figure.first]:
            begin -= 1
        named = next((at for at in range(begin, min(begin + 3, figure.first)) if tokens[at].kind == "country"), None)
        if named is None or named + 1 >= figure.first or any(token.kind == "number" for token in tokens[begin:named]):
            return False
        if any(token.low in PREPOSITIONS for token in tokens[begin:named]):
            return False
        others = sum("government" in token.tags and "actor" in token.tags for token in tokens[named : figure.first])
        return others == 1 and is_foreign(tokens, named + 2, self.country_code)
