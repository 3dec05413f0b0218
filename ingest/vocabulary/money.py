"""Currencies as printed: symbols, codes and names, and the amounts they make."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

SYMBOLS: dict[str, str] = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₦": "NGN", "₹": "INR"}
CODES: dict[str, str] = {"usd": "USD", "eur": "EUR", "gbp": "GBP", "us": "USD"}
NAMES: dict[str, str] = {"dollars": "USD", "dollar": "USD", "euros": "EUR", "euro": "EUR"}


@dataclass(frozen=True, slots=True)
class Money:
    """An amount as stated, in units of `currency` (ISO 4217); `low` and `high` are equal unless it is a range."""

    currency: str
    low: float
    high: float
    qualifier: str = "exact"

    @property
    def amount(self) -> Decimal | None:
        """The amount; None for a range."""
        return Decimal(str(round(self.low, 2))) if self.low == self.high else None


def currency_before(lows: list[str], printed: list[str], index: int, country: str) -> tuple[str | None, int]:
    """The currency that stands before an amount at `index`, and where the amount begins.

    "$35,000", "US$35,000", "USD 35,000"; (None, index) where no currency stands there.
    """
    size = len(lows)
    at, found = index, None
    if at < size and lows[at] in CODES and printed[at].isupper():
        found, at = CODES[lows[at]], at + 1
        if at < size and lows[at] in SYMBOLS:
            return (found, at + 1) if at + 1 < size and lows[at + 1][0].isdigit() else (None, index)
        return (found, at) if lows[index] != "us" and at < size and lows[at][0].isdigit() else (None, index)
    if at < size and lows[at] in SYMBOLS and at + 1 < size and lows[at + 1][0].isdigit():
        return SYMBOLS[lows[at]], at + 1
    return None, index


def currency_after(lows: list[str], printed: list[str], index: int, country: str) -> tuple[str | None, int]:
    """The currency that stands after an amount ending at `index`, and the index after it.

    "35,000 euros", "35,000 USD", "2 million US dollars"; (None, index) where no currency stands there.
    """
    if index >= len(lows):
        return None, index
    if lows[index] in NAMES:
        return NAMES[lows[index]], index + 1
    if lows[index] in CODES and printed[index].isupper():
        if lows[index] != "us":
            return CODES[lows[index]], index + 1
        if index + 1 < len(lows) and lows[index + 1] in ("dollars", "dollar"):
            return "USD", index + 2
    return None, index
