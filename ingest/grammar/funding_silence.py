"""Stated lack of funding: sentences that say that none was given, or that no figure was reported. No amounts."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Token

_GAP = 7
# To keep back what was granted ("did not disburse funds") is something else, and is no row.
_GIVES = frozenset((
    "provide", "providing", "allocate", "allocating", "allocated", "earmark", "earmarking", "appropriate", "dedicate",
    "provided", "budget",
))  # fmt: skip
_MONEY = frozenset(("funding", "funds", "budget"))
_ANY = frozenset({"any"})
_FOR_ANY = (["for", "any"], ["to", "any"])
_ASKED = frozenset((
    "report", "reporting", "provide", "disclose", "specify", "release", "share", "publish", "reveal", "indicate",
    "state",
))  # fmt: skip
_SUMS = frozenset((
    "amount", "amounts", "much", "total", "figures", "sum", "level", "levels", "breakdown", "information", "data",
))  # fmt: skip


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Is the word at `at` money: a noun of funding, or "financial support"?"""
    if "fund_noun" in tokens[at].tags:
        return True
    return tokens[at].low in _AID and at > 0 and tokens[at - 1].low in ("financial", "monetary", "budgetary")


_AID = frozenset(("support", "assistance", "resources", "aid", "contributions"))


def none_given(tokens: Sequence[Token], index: int) -> tuple[str, int, int] | None:
    """ "provided no (government) funding", "no funding was allocated"."""
    for step in range(index + 1, min(index + 5, len(tokens))):
        tags = tokens[step].tags
        if "fund_scant" in tags or tokens[step].kind == "mark":
            return None
        if _is_noun(tokens, step) and tokens[step].low not in ("grant", "grants"):
            follow = tokens[step + 1] if step + 1 < len(tokens) else None
            given_before = any(
                "fund_give" in token.tags or token.low in ("received", "receives", "had", "has")
                for token in tokens[max(index - 3, 0) : index]
            )
            given_after = any("fund_give" in token.tags for token in tokens[step + 1 : step + 4])
            there = index >= 2 and tokens[index - 1].low in ("was", "were") and tokens[index - 2].low == "there"
            if follow is not None and follow.low in ("information", "data", "mechanism", "gap"):
                return None
            if given_before or given_after or there:
                first = index
                for back in range(index - 1, max(index - 4, -1), -1):
                    if "fund_give" in tokens[back].tags:
                        first = back
                        break
                return "zero", first, step + (2 if given_after else 0)
            return None
    return None


def refused(tokens: Sequence[Token], index: int) -> tuple[str, int, int] | None:
    """ "did not allocate (any) funding" (zero); "did not report the amount of funding" (not reported)."""
    if tokens[index].low in ("no", "none", "without"):
        return None
    verb = index + 1
    if verb < len(tokens) and tokens[verb].low == "not":
        verb += 1
    if verb >= len(tokens):
        return None
    low = tokens[verb].low
    asked = low in _ASKED
    given = "fund_give" in tokens[verb].tags
    if not asked and not given:
        return None
    named = any_ = False
    for step in range(verb + 1, min(verb + 1 + _GAP, len(tokens))):
        token = tokens[step]
        if token.kind == "mark" and token.low != ",":
            return None
        if "fund_scant" in token.tags:
            return None
        follow = tokens[min(step + 1, len(tokens) - 1)]
        named = named or token.low in _SUMS or (token.low in ("its", "the") and "fund_noun" in follow.tags)
        any_ = any_ or token.low in _ANY
        if asked and token.low == "much" and any("fund_give" in t.tags for t in tokens[step + 1 : step + 6]):
            return "not_reported", index, step
        if _is_noun(tokens, step):
            if asked and named:
                return "not_reported", index, step
            any_ = any_ or [t.low for t in tokens[step + 1 : step + 3]] in _FOR_ANY
            if given and any_ and token.low not in ("grant", "grants"):
                return "zero", index, step
            # "did not provide (dedicated) funding", "did not allocate an operating budget": as "provided no funding"
            own = any(other.low in ("its", "the", "to") for other in tokens[verb + 1 : step])
            if low in _GIVES and step - verb <= 3 and token.low in _MONEY and not own:
                return "zero", index, step
            if low in ("report", "reporting") and ("fund_give" in tokens[verb + 1].tags or any_):
                return "not_reported", index, step
            return None
    return None
