"""Figures in brackets and beside shares: which are earlier values, which are subjects, which are none. No acts."""

from __future__ import annotations

from ingest.grammar.clauses import Figure
from ingest.grammar.victims_linking import OBJECT_REACH
from ingest.grammar.victims_nouns import OF_WHOM
from ingest.grammar.victims_relations import relation
from ingest.grammar.victims_suiting import Suiting
from ingest.vocabulary.numbers import Number

# How many tokens open a sentence.
_OPENING = 4


class Brackets(Suiting):
    """Mends a sentence's figures before anything governs them."""

    def _mend_brackets(self) -> None:
        """A bracket with an earlier year is a comparison: "28 were adults (49 adults in 2017)"; and "(312) in 2021"."""
        tokens, figures = self.tokens, self.reading.figures
        brackets: dict[int, int] = {}
        for figure in figures:
            if figure.bracket:
                brackets[figure.bracket] = brackets.get(figure.bracket, 0) + 1
        opens_with = tokens[0].low if tokens else ""
        compares = opens_with in ("by comparison", "in comparison", "in contrast") or (
            opens_with == "in" and len(tokens) > 1 and tokens[1].low in ("comparison", "contrast")
        )
        opening = tokens[:_OPENING]
        if opening and opening[0].low in ("this", "these", "it") and any("cmp" in token.tags for token in opening):
            compares = True  # "This compared with 30 in 2015, though these were still fewer than 40 in 2014"
        for figure in figures:
            if figure.kind != "number":
                continue
            if figure.number.value == 1 and figure.index and tokens[figure.index - 1].low in ("not", "nor"):
                figure.kind, figure.number = "none", Number(0)  # "not one victim", "not a single victim"
                continue
            if figure.is_comparison and not figure.bracket:
                self._leave_comparison(figure)
                self._is_of_main(figure)
            if figure.is_comparison and tokens[0].low in ("similar to", "similar") and not self._compared_after(figure):
                figure.is_comparison = False  # "Similar to the year before, few received care – 71 in 2019"
            if compares and figure.period.year < self.document.edition_year - 1:
                figure.is_comparison = True
            if figure.bracket == figure.index:
                self._open_share(figure)
            closes = figure.index + 1 < len(tokens) and tokens[figure.index + 1].low == ")"
            if closes and figure.bracket == figure.index and tokens[max(0, figure.index - 2)].kind == "period":
                figure.is_comparison = False  # "in 2009 (120) and 2008 (90)": the figure of that year
                continue
            if not figure.bracket:
                earlier = self._before_part(figure)
                if (
                    earlier is not None
                    and earlier.is_comparison
                    and figure.index - earlier.last < 5
                    and not (figure.is_comparison)
                ):
                    figure.is_comparison, figure.base, figure.period = True, earlier, earlier.period
                continue
            alone = brackets[figure.bracket] == 1
            at = figure.last + 1
            if alone and at + 2 < len(tokens) and tokens[at].low == ")" and tokens[at + 1].low in ("in", "during"):
                if tokens[at + 2].kind == "period":
                    figure.period = tokens[at + 2].value
            base = relation(self.reading, figure)
            if (base is not None and figure.period.year < base.period.year and figure.head is None) or (
                base is not None
                and figure.period.year < base.period.year
                and figure.head is not None
                and "who" in tokens[figure.head].tags
            ):
                figure.is_comparison = True

    def _compared_after(self, figure: Figure) -> bool:
        return any("cmp" in token.tags for token in self.tokens[max(2, figure.index - 40) : figure.index])

    def _is_of_main(self, figure: Figure) -> None:
        """ "identified 26 victims, compared with 24 in 2015, of which three were boys": three of the 26."""
        at = figure.index
        if figure.head is not None or not at or self.tokens[at - 1].low not in OF_WHOM:
            return
        before = [f for f in self.earlier(figure) if f.kind == "number" and not f.bracket]
        mains = [f for f in before if not f.is_comparison]
        if mains and before[0].head is None:
            figure.is_comparison, figure.period = False, mains[0].period
            figure.whole = figure.base = mains[0]

    def _leave_comparison(self, figure: Figure) -> None:
        """ "helped 46, an increase from 30, and freed nine": the nine have a verb of their own, and are of now."""
        act = self._object_of(figure)
        if act is None or figure.index - act.stop > OBJECT_REACH or act.participle:
            return
        if act.start and self.tokens[act.start - 1].kind == "number":
            return  # "compared with 35 housed and 70 repatriated victims"
        before = [f for f in self.earlier(figure) if f.kind == "number" and not f.bracket]
        compared = next((f for f in before if f.index < act.start), None)
        main = next((f for f in before if not f.is_comparison), None)
        if compared is None or main is None or not compared.is_comparison or compared.head is not None:
            return
        if compared.segment != figure.segment:
            return
        if not any(token.low in (",", "and") for token in self.tokens[compared.index : act.start]):
            return  # "compared to one recognized and one potential victim": no verb of its own
        begin = next((a for a in self.acts if main.index < a.start < compared.index), None)
        if begin is None and not any("cmp" in token.tags for token in self.tokens[compared.index : figure.index]):
            figure.is_comparison, figure.period, figure.base = False, main.period, None

    def _open_share(self, figure: Figure) -> None:
        """ "46 percent (307) of identified victims received care": the number in the bracket is the subject."""
        tokens, at = self.tokens, figure.index
        if at < 2 or at + 2 >= len(tokens) or tokens[at - 2].kind != "percent" or tokens[at + 2].low != "of":
            return
        noun = next((i for i in range(at + 3, min(len(tokens), at + 8)) if tokens[i].low.startswith("victim")), None)
        if tokens[at + 1].low == ")" and noun is not None:
            figure.bracket, figure.segment, figure.scope = 0, self.reading.segments[at + 2], "part"
            figure.head, figure.last, figure.tail = noun, noun, noun + 1
            figure.tags = tokens[noun].tags
