"""Which penalties tell of no counted group of offenders: shares, habits, bare verbs, fines of an inspector."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.document import Token
from ingest.grammar.clauses import Figure, Reading
from ingest.grammar.sentences_before import speaks_of_them
from ingest.grammar.sentences_named import DEFINITE, SINGULAR
from ingest.grammar.sentences_offenders import REST, Offenders
from ingest.grammar.sentences_single import is_single
from ingest.grammar.sentences_terms import SHARES, SPANNED, Penalty
from ingest.vocabulary.words import word_set

_FINED_BY_OFFICES = word_set(
    "employers employer women persons people individuals foreigners clients buyers owners agents"
)
_OFFICES = _FINED_BY_OFFICES | word_set("agencies agency companies company firms employers establishments businesses")
_BENCH = word_set("court courts judge judges magistrate magistrates tribunal")
_CONVICTS = word_set("traffickers offenders convicts perpetrators all")
_LAID = word_set(
    "imposed imposing received receiving got drew let given gave handed ordered fined suspended placed serve served"
    " perform pay paid paying assigned complete do"
)

_OF_COURT = (
    _BENCH | _CONVICTS | word_set("penalties punishment punishments penalty trafficker ranged defendant defendants")
) - {"all"}
_ASIDE_ENDS = frozenset({")", "—", "–"})


class Groups(Offenders):
    """The penalties of one sentence that fall on no counted group. `before` counts those of an earlier sentence.

    `preceding` are the tokens of the sentence before, in the same paragraph.
    """

    def __init__(self, reading: Reading, country_code: str) -> None:
        super().__init__(reading, country_code)
        self.before: Figure | None = None
        self.preceding: Sequence[Token] = ()
        self._of_court: bool | None = None

    def _is_of_court(self) -> bool:
        """Does the sentence tell of courts, or of those convicted?"""
        if self._of_court is None:
            self._of_court = any(
                "stage:conviction" in token.tags or "sentence" in token.tags or token.low in _OF_COURT
                for token in self.tokens
            )
        return self._of_court

    def _is_administrative(self, figure: Figure) -> bool:
        """Fines of an inspector on employers or on people in prostitution: no court's penalty for trafficking."""
        if figure.head is None:
            # "suspended the licenses of 12 agencies and fined six"
            ahead = [f for f in self.reading.between(figure.index - 12, figure.index) if f.head is not None]
            return bool(ahead) and self.tokens[ahead[-1].head or 0].low in _OFFICES and not self._is_of_court()
        if self.tokens[figure.head].low not in _FINED_BY_OFFICES:
            return False
        return not any("stage:conviction" in t.tags or "sentence" in t.tags or t.low in _BENCH for t in self.tokens)

    def _is_bare_verb(self, penalty: Penalty) -> bool:
        """ "imprisoned victims": a verb alone, with no one counted, tells no penalty of an offender."""
        following = self.tokens[penalty.stop].low if penalty.stop < len(self.tokens) else ""
        if following in SINGULAR or self._one_of_them(penalty):
            return False
        if self._is_of_court() and is_single(self.tokens, penalty.start, penalty.stop, max(0, penalty.start - 30)):
            return False
        if penalty.joined and not any(
            token.low in DEFINITE for token in self.tokens[penalty.start - 3 : penalty.start]
        ):
            return False  # "… and were fined"; not "and their company was fined"
        before = self.tokens[max(0, penalty.start - 4) : penalty.start]
        if any(token.low in REST for token in before):
            return False
        if penalty.kind == "fine" and any(token.low in _CONVICTS for token in before[-2:]):
            return False  # "convicted offenders were fined and received …"
        return (
            penalty.low is None
            and penalty.stop - penalty.start == 1
            and (self.tokens[penalty.start].low in ("imprisoned", "jailed", "incarcerated", "fined"))
        )

    def _is_for_most(self, penalty: Penalty) -> bool:
        """ "suspended prison sentences for the vast majority": a share, whatever figure stands before."""
        before = self.tokens[max(0, penalty.start - 4) : penalty.start]
        whom = self.tokens[max(0, penalty.start - 7) : penalty.start]
        if any(left.low == "all" and right.low == "but" for left, right in pairwise(whom)):
            return True  # "sentenced all but three to prison": how many is not said
        if any(
            token.kind == "percent"
            and "decimal" not in token.tags
            and self.tokens[at + 1].low not in _ASIDE_ENDS
            and not self._is_beside(at)
            for at, token in enumerate(before, start=max(0, penalty.start - 4))
        ):
            return True  # "89 percent received prison sentences", and not "three (17 percent) received …"
        if any(
            token.low in SHARES
            and before[at + 1 : at + 2] != []
            and before[at + 1].low != "time"
            and not self._is_beside(at + max(0, penalty.start - 4))
            for at, token in enumerate(before)
        ) or any(
            token.low in SHARES and whom[at + 1].low in ("of", "of whom", "of which")
            for at, token in enumerate(whom[:-1])
        ):
            return True  # "…, of which the majority were between two and five years"
        after = self.tokens[penalty.stop : penalty.stop + 6]
        if after and ("sentence" in after[0].tags or "prison" in after[0].tags):
            after = after[1:]
        return bool(after) and after[0].low in ("for", "of", "to") and any(token.low in SHARES for token in after)

    def _is_of_victim(self, penalty: Penalty) -> bool:
        """ "a victim was sentenced to six months for prostitution": no penalty of an offender."""
        tokens = self.tokens
        for at in range(penalty.start, max(0, penalty.start - 8), -1):
            if "sentence" in tokens[at].tags or "prison" in tokens[at].tags:
                passive = tokens[at - 1].low in ("was", "were")
                subject = tokens[max(0, at - 3) : at - 1]
                if passive and any("victim" in token.tags and "offender" not in token.tags for token in subject):
                    return True
        return False

    def _is_beside(self, at: int) -> bool:
        """ "138 defendants, or nearly 70 percent, were given …": a share that goes with a number."""
        aside = [token.low for token in self.tokens[max(0, at - 3) : at]]
        return self.tokens[at + 1].low == "," and "or" in aside and "," in aside

    def _is_habit(self, penalty: Penalty, penalties: list[Penalty]) -> bool:
        """ "short and suspended sentences remained a weakness": a penalty without a term that no court here imposes."""
        if penalty.low is not None or penalty.high is not None or penalty.joined:
            return False
        jailed = any(one.kind == "imprisonment" and one.start < penalty.start for one in penalties)
        if penalty.kind == "fine" and not jailed and not self._is_of_court() and not self._one_of_them(penalty):
            return True  # "imposed heavy fines on airlines"
        before = self.tokens[max(0, penalty.start - 9) : penalty.start]
        if penalty.kind == "suspended" and len(penalties) > 1 and self.tokens[penalty.start].low == "suspended":
            after = self.tokens[penalty.start + 1 : penalty.stop]
            if any(token.low == "all" for token in after):
                return True  # "suspended all sentences; they fully suspended six"
        if any(token.low in REST for token in before[-4:]):
            return False
        following = self.tokens[penalty.stop : penalty.stop + 1]
        if any(token.low in SINGULAR for token in following) or self._one_of_them(penalty):
            return False
        if penalty.stop - penalty.start == 1 and self.tokens[penalty.start].low in ("fined", "fining"):
            if is_single(self.tokens, penalty.start, penalty.stop, max(0, penalty.start - 30)):
                return False  # "the court fined the employer"
        if penalty.kind in ("imprisonment", "suspended") and not self._is_counted(penalty, penalties):
            return True  # "imposed significant prison terms", "all offenders received prison sentences"
        if penalty.kind == "fine" and any(token.low in _CONVICTS for token in before[-2:]):
            return False
        return not any(
            token.low in _LAID
            or token.low.removesuffix(" from") in SPANNED
            or token.low.startswith(("result", "sentenc", "rang"))
            for token in before
        )

    def _is_counted(self, penalty: Penalty, penalties: list[Penalty]) -> bool:
        """May a penalty without a term, of a group without a number, be a row: as one of a list or by "them"?"""
        at = next((index for index, one in enumerate(penalties) if one is penalty), 0)
        if at + 1 < len(penalties) and penalties[at + 1].joined:
            return True  # "ranged from a suspended sentence to nine years", "prison and fines"
        floor = penalties[at - 1].stop if at else 0
        if self.before is not None and speaks_of_them(self.tokens, floor, penalty.start):
            return True
        return (
            self._names_one(penalty, floor)
            or self._names_both(penalty, floor)
            or self._gives_one(penalty)
            or is_single(self.tokens, penalty.start, penalty.stop, floor)
        )

    def _is_share(self, penalty: Penalty, floor: int) -> bool:
        """ "eighty percent received suspended sentences": a share tells no group of offenders."""
        tokens = self.tokens
        begin = next(
            (
                at + 1
                for at in range(penalty.start - 1, max(floor, penalty.start - 12) - 1, -1)
                if tokens[at].low == ";"
            ),
            max(floor, penalty.start - 12),
        )
        for at, token in enumerate(tokens[begin : penalty.stop + 2], begin):
            if token.low == ";" or (at >= penalty.stop and token.low == ","):
                return False
            if (token.kind == "percent" and "decimal" not in token.tags) or token.low in SHARES:
                return True
            if token.low == "but" and at and tokens[at - 1].low == "all":
                return True  # "all but one of the nine were sentenced to …"
        return False
