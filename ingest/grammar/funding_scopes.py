"""Whether an amount of money of fact_funding is all of its kind, a part of it, or that of one described case."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.document import Token

if TYPE_CHECKING:
    from ingest.grammar.funding_amounts import Amount

_ONE_CASE = frozenset(("court", "judge", "tribunal", "each", "both", "him", "her"))
_LOCAL = frozenset(("local", "municipal", "provincial"))
_AUTHORITIES = frozenset(("government", "governments", "authorities"))


def scope_of(
    tokens: Sequence[Token], amount: Amount, begin: int, purpose: str, earlier: Sequence[str], compared: bool
) -> str:
    """`total`, `part` or `example`. `earlier` are the scopes of the amounts before it that are no comparison.

    `begin` is where the amount before this one ended; `compared` says that this one is a comparison's earlier value.
    """
    before = tokens[begin : amount.start]
    if purpose == "compensation" and any(token.low in _ONE_CASE for token in before):
        return "example"  # what one court ordered in one case
    if _is_local(before) or any(token.low == "each" for token in tokens[amount.end : amount.end + 4]):
        return "part"
    if compared and list(earlier) == ["total"]:
        # "$9 for care, including food, compared with $8 in 2012": a whole is compared with a whole
        return "total"
    return "part" if begin and any("part" in token.tags for token in before) else "total"


def _is_local(tokens: Sequence[Token]) -> bool:
    """Do local governments give the money, a part of what the country gives?"""
    return any(token.low in _LOCAL and follow.low in _AUTHORITIES for token, follow in pairwise(tokens))
