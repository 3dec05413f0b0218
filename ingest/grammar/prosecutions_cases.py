"""Cases that were opened, carried on, heard, decided or uncovered: the stage by what was done with them."""

from __future__ import annotations

from ingest.grammar.clauses import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, Figure
from ingest.grammar.prosecutions_ground import Count
from ingest.grammar.prosecutions_stages import case_status_of, subject_of
from ingest.grammar.prosecutions_verdicts import PUBLIC, Verdicts
from ingest.vocabulary.words import word_set

_ENDS_NOUN = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES
POLICE = word_set("police gendarmerie investigators unit squad carabinieri")
POLICE |= {"law enforcement", "law enforcement officials"}
_AUTHORITIES = word_set("authorities government officials") | {"the government"}
_OPENED = word_set("opened initiated launched opening initiating launching started") | {"took on"}
_CARRIED = word_set("continued continuing pursued pursuing") | {"carried over", "carried forward"}
_DECIDED = word_set("adjudicated decided concluded completed finalized resolved") | {"disposed of"}
_JUDGES = word_set("judges judge tribunal tribunals magistrates magistrate judiciary they")


class Cases(Verdicts):
    """Finds the stage of counted cases by the verb that opens, hears or closes them."""

    def _opened(self, figure: Figure, unit: str) -> Count | None:
        """Cases opened or continued, without a stage word: investigations, or prosecutions where prosecutors do it."""
        tokens = self.tokens
        if figure.head is None or unit != "case" or "noun" in figure.tags:
            return None
        after = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
        if figure.kind == "article" and after is not None and after.kind == "word" and after.low not in _ENDS_NOUN:
            return None  # "launched an online case management system"
        passive = self._were_opened(figure, unit)
        if passive is not None:
            return passive
        for at in range(figure.first - 1, max(-1, figure.first - 5), -1):
            token = tokens[at]
            carried = token.low in _CARRIED and tokens[at - 1].low != "to"
            if token.low in _DECIDED and figure.kind == "number":
                if not any("sends_to" in t.tags or t.low in _JUDGES for t in tokens[max(0, at - 6) : at]):
                    return None
                subject_is = subject_of(tokens, figure.first, figure.tail)
                return Count(("prosecution",), unit, "closed", subject_is, "opened_cases", at, figure.last)
            if carried or token.low in _OPENED or "records" in token.tags:
                subject = tokens[max(0, at - 12) : at]
                courts = any(t.low.startswith("prosecut") or t.low in ("courts", "court", "judges") for t in subject)
                public = any(("government" in t.tags and "actor" in t.tags) or t.low in PUBLIC for t in subject)
                if not public and ("records" in token.tags or not self._is_trafficking(figure)):
                    return None
                if carried and not courts and not self._is_trafficking(figure):
                    return None
                stage = "prosecution" if courts else "investigation"
                status = "continued" if carried and "continues" in token.tags else "new"
                subject_is = subject_of(tokens, figure.first, figure.tail)
                return Count((stage,), unit, status, subject_is, "opened_cases", at, figure.last)
            if token.kind not in ("word", "country") or "neg" in token.tags:
                return None
        return None

    def _were_opened(self, figure: Figure, unit: str) -> Count | None:
        """ "188 cases were opened", "14 cases of child trafficking were recorded": investigations without an agent."""
        tokens = self.tokens
        at = figure.tail
        if figure.kind != "number" or at + 1 >= len(tokens) or tokens[at].low not in ("were", "was"):
            return None
        verb = tokens[at + 1]
        if "records" not in verb.tags and verb.low not in _OPENED:
            return None
        if not self._is_trafficking(figure) and not any(True for _ in self.reading.between(-1, figure.first)):
            return None
        if any(token.low == "by" for token in tokens[at + 2 : at + 4]):
            return None
        return Count(("investigation",), unit, "new", "traffickers", "opened_cases", figure.first, at + 1)

    def _heard(self, figure: Figure, unit: str) -> Count | None:
        """ "the courts heard 95 cases": prosecutions before a court."""
        tokens = self.tokens
        if figure.kind != "number" or (unit != "case" and figure.head is not None):
            return None
        if figure.head is None and not (figure.base is not None and "case" in figure.base.tags):
            return None
        for at in range(figure.first - 1, max(-1, figure.first - 4), -1):
            token = tokens[at]
            if "hears" in token.tags:
                if any("sends_to" in t.tags or t.low in _JUDGES for t in tokens[max(0, at - 7) : at]):
                    return Count(("prosecution",), unit, "new", self._subject(figure), "sent_to_court", at, figure.last)
                return None
            if token.kind != "word":
                return None
        return None

    def _is_trafficking(self, figure: Figure) -> bool:
        """Do the figure's own words speak of trafficking?"""
        return figure.own_type is not None or any(
            "traffick" in token.low for token in self.tokens[figure.first : figure.tail]
        )

    def _uncovered(self, figure: Figure) -> Count | None:
        """ "the police uncovered 120 trafficking crimes": cases that the police came to know of are investigations."""
        tokens, at = self.tokens, figure.first - 1
        if figure.kind != "number" or "case" not in figure.tags or "noun" in figure.tags or at < 1:
            return None
        if "uncovers" not in tokens[at].tags or not self._is_trafficking(figure):
            return None
        subject = tokens[max(0, at - 5) : at]
        if not any(token.low in POLICE or token.low in _AUTHORITIES for token in subject):
            return None
        return Count(("investigation",), "case", "new", self._subject(figure), "opened_cases", at, figure.last)

    def _looked_into(self, figure: Figure, unit: str) -> Count | None:
        """ "the one ongoing case led to the prosecution of four": a case that was looked into."""
        if unit != "case" or figure.head is None or "noun" in figure.tags or figure.kind != "number":
            return None
        status = case_status_of(self.tokens, figure.first, figure.last + 1)
        return Count(("investigation",), unit, status, "traffickers", "opened_cases", figure.first, figure.last)
