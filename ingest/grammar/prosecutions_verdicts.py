"""Who is accused, found guilty or suspected: stages that the people of a figure meet, and the verdicts behind them."""

from __future__ import annotations

from ingest.grammar.clauses import Figure
from ingest.grammar.prosecutions_ground import Count
from ingest.grammar.prosecutions_numbered import Numbered
from ingest.grammar.prosecutions_stages import Stages
from ingest.vocabulary.words import word_set

# Who acts for the state without a name that says so.
PUBLIC = word_set("they it unit squad agents investigators task division branch bureau states provinces regions")
_FATE_REACH = 16
_SUSPECTED = word_set("suspect suspects suspected alleged")


_FINDS = word_set("found pronounced declared adjudged held ruled")


class Verdicts(Numbered):
    """Finds the stage of figures by the verdict or suspicion that people meet."""

    def _accused(self, figure: Figure, unit: str) -> Count | None:
        """ "the prosecutor's office accused 28 persons": who prosecutes accuses."""
        tokens, at = self.tokens, figure.first - 1
        if unit != "person" or at < 1 or tokens[at].low != "accused":
            return None
        clauses = self.reading.clauses
        before = [place for place in range(max(0, at - _FATE_REACH), at) if clauses[place] == clauses[at]]
        if not any("prosecutes" in tokens[place].tags for place in before):
            return None
        rule = "counts_one" if figure.kind == "article" else "verb_number"
        return Count(("prosecution",), unit, "new", self._subject(figure), rule, at, figure.last)

    def _found_guilty(self, figure: Figure, unit: str) -> Count | None:
        """ "found two brothel owners guilty": the verdict stands behind those whom it meets."""
        tokens = self.tokens
        of_them = figure.head is None and figure.kind == "number"
        if not (unit == "person" or of_them) or not figure.first:
            return None
        if tokens[figure.first - 1].low not in _FINDS and not self._found_too(figure):
            return None
        for at in range(figure.last + 1, min(len(tokens), figure.last + 7)):
            if "verdict" in tokens[at].tags:
                stage = "acquittal" if tokens[at - 1].low == "not" else "conviction"
                rule = "counts_one" if figure.kind == "article" else "verb_number"
                return Count((stage,), "person", "new", self._subject(figure), rule, figure.first - 1, at)
            if tokens[at].kind == "mark":
                return None
        return None

    def _found_too(self, figure: Figure) -> bool:
        """ "found three of the accused guilty and two not guilty": the verb stands before the first verdict."""
        tokens, at = self.tokens, figure.first - 1
        if at < 4 or tokens[at].low not in ("and", ",", "but") or "verdict" not in tokens[at - 1].tags:
            return False
        return any(token.low in _FINDS for token in tokens[max(0, at - _FATE_REACH) : at - 1])

    def _with_fate(self, made: Count | None, figure: Figure) -> Count | None:
        """ "tried an officer for selling permits; he was acquitted in June": the verdict on those who were tried."""
        if made is None or made.stages != ("prosecution",) or "person" not in figure.tags:
            return made
        tokens = self.tokens
        for at in range(figure.last + 1, min(len(tokens) - 2, figure.last + _FATE_REACH)):
            if tokens[at].kind == "number":
                return made
            if tokens[at].low in ("one", "a", "an"):
                if any("sends_to" in token.tags for token in tokens[at + 1 : at + 4]):
                    continue  # "; a district court convicted her in absentia"
                return made
            found = self._group_at(at)
            if found is not None and found.form == "finite" and not found.passive and not found.negated:
                if found.names[0] in ("conviction", "acquittal") and tokens[found.stop].low in ("him", "her", "them"):
                    made.stages = (*made.stages, *found.names)
                    return made
            if tokens[at].low in ("he", "she", "they") and tokens[at + 1].low in ("was", "were"):
                group = self._group_at(at + 2) or self._group_at(min(at + 3, len(tokens) - 1))
                if group is not None and group.names[0] in ("conviction", "acquittal") and not group.negated:
                    made.stages = (*made.stages, *group.names)
                return made
        return made

    def _with_verdict(self, made: Count | None, passive: Stages) -> Count | None:
        """ "two were prosecuted for labor trafficking and found not guilty": the same people, the verdict too."""
        segments = self.reading.segments
        for group in self.groups if made is not None and "prosecution" in made.stages else ():
            if not passive.stop < group.start <= passive.stop + 8 or segments[group.start] != segments[passive.start]:
                continue
            if group.form == "finite" and self.tokens[group.start - 1].low == "and" and not group.negated:
                if made is not None and not any(True for _ in self.reading.between(passive.stop, group.start)):
                    made.stages = (*made.stages, *(name for name in group.names if name not in made.stages))
                break
        return made

    def _suspects(self, figure: Figure) -> Count | None:
        """ "police identified 430 suspects for sex trafficking": people whom an investigation is about."""
        tokens, at = self.tokens, figure.first - 1
        if figure.kind != "number" or "offender" not in figure.tags or at < 1 or tokens[at].low != "identified":
            return None
        if not any(token.low in _SUSPECTED for token in tokens[figure.first : figure.last + 1]):
            return None
        if not any("government" in t.tags or t.low in PUBLIC for t in tokens[max(0, at - 5) : at]):
            return None
        return Count(("investigation",), "person", "new", self._subject(figure), "verb_number", at, figure.last)
