"""Whether an act is told of those whom a figure counts, and what they do themselves. No choice of acts."""

from __future__ import annotations

from ingest.grammar.clauses import TYPES, Figure, type_of
from ingest.grammar.victims_act import Act
from ingest.grammar.victims_linking import INVOLVED_REACH, Linking
from ingest.vocabulary.words import word_set

_OWN_DEEDS = word_set(
    "contacted absconded testified cooperated collaborated participated joined assisted chose elected filed agreed"
    " opted declined returned volunteered sought applied escaped fled remained"
)
# How far back a case may stand that a list of victims belongs to.
_CASES_REACH = 40
# How far before its verb the house stands that takes victims in.
_HOUSE_REACH = 12
_HOUSES = word_set("shelter shelters center centers centre centres home homes facility facilities safehouse")
# Who may be anybody.
_ANYONE = word_set("nationals citizens migrants persons individuals people workers returnees deportees")


class Suiting(Linking):
    """Tells victims from others by the verb and the chapter."""

    def _testifies(self, figure: Figure) -> bool:
        """ "Twelve victims testified": the victims themselves do something that is none of the acts."""
        at = figure.last + 1
        if at < len(self.tokens) - 1 and self.tokens[at].low == "who":
            at += 1
        return at < len(self.tokens) and self.tokens[at].low.split(" ")[0] in _OWN_DEEDS

    def _in_cases(self, figure: Figure) -> bool:
        """ "opened nine investigations involving 31 victims": whom the work of the police concerns."""
        for at in range(figure.index - 1, max(-1, figure.index - _CASES_REACH), -1):
            token = self.tokens[at]
            if token.low in ("involving", "involved", "involve", "affecting"):
                before = self.tokens[max(0, at - INVOLVED_REACH) : at]
                return any("stage" in other.tags or other.low in ("case", "cases") for other in before)
            if not (
                token.kind in ("number", "mark", "word", "country")
                and token.low not in (";", ".", "which", "who", "that")
            ):
                return False
            if "finite" in token.tags or "act" in token.tags:
                return False
        return False

    def _is_exploited_in_case(self, figure: Figure) -> bool:
        """ "opened an investigation into the forced labor of two Lao workers": whom a case is about."""
        tokens, at = self.tokens, figure.index
        if self.section != "prosecution" or at < 3 or tokens[at - 1].low != "of":
            return False
        told = tokens[at - 2].low in ("trafficking", "exploitation") or type_of(tokens, at - 3, at - 1) in TYPES
        return told and any("stage" in token.tags for token in tokens[max(0, at - _CASES_REACH) : at])

    def _has_other_verb(self, figure: Figure) -> bool:
        """ "three of the victims testified": a verb of their own, which is none of the acts."""
        at = figure.last + 1
        if at >= len(self.tokens) or figure.last < figure.index + 2:
            return False
        token = self.tokens[at]
        return token.low in ("chose", "left", "fled") or (
            token.low.endswith("ed")
            and not token.tags & {"act", "receives", "exploits", "gives"}
            and token.kind == "word"
        )

    def _reported_only(self, figure: Figure) -> bool:
        """ "Police reported 40 victims": the verb of a report directly before the victims."""
        before = self.tokens[figure.index - 1] if figure.index else None
        return before is not None and before.low in ("reported", "recorded", "counted") and self.section != "profile"

    def _suits(self, act: Act, figure: Figure, strong: bool) -> bool:
        if act.possible or (act.denied == "not_reported" and figure.kind == "number" and not figure.is_comparison):
            return False
        if strong:
            return True
        if act.weak:
            return self._takes_in(act, figure)
        if act.rescue and self.words[id(figure)].people and figure.head is None and self.section == "protection":
            return True  # "66 Burmese were freed"
        if act.rescue or "act:repatriated" in self.tokens[act.verbs[0]].tags:
            return not self._are_anyone(figure)
        if self.section == "protection" or figure.head is None:
            return True
        tags = self.reading.sentence.tags
        return (
            any(token.low.startswith(("victim", "traffick")) for token in self.tokens)
            or self.words[id(figure)].trafficking_type != "all"
            or "type:sex" in tags
            or ("type:labor" in tags)
        )

    def _takes_in(self, act: Act, figure: Figure) -> bool:
        """ "the center admitted 54 children", "found 12 men in forced labor": weak verbs that tell enough here."""
        if self.section != "protection" or figure.head is None:
            return False
        verb = self.tokens[act.verbs[0]].low if act.verbs else ""
        if act.actions == ("identified",) and verb in ("found", "discovered", "finding"):
            return self.words[id(figure)].trafficking_type not in ("", "all")
        if act.actions != ("assisted",) or self.tokens[figure.head].low in _ANYONE:
            return False
        before = self.tokens[max(0, act.start - _HOUSE_REACH) : act.start]
        return any(token.low in _HOUSES for token in before)

    def _are_anyone(self, figure: Figure) -> bool:
        """ "repatriated 4,000 nationals": nothing says that they were victims."""
        if figure.head is not None and self.tokens[figure.head].low not in _ANYONE:
            return False
        if figure.head is None and self.words[id(figure)].trafficking_type != "all":
            return False
        tags = self.reading.sentence.tags
        told = not tags.isdisjoint(("victim", "exploits", "type:sex", "type:labor"))
        return not told and figure.base is None and figure.whole is None
