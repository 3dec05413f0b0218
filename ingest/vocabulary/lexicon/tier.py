"""Tier placement: the words that open its sentences."""

from __future__ import annotations

ENTRIES: dict[str, str] = {
    "tier_word": "tier | tiers | watchlist",
    "tier_watch": "watch",
    "tier_standards": "standards | standard",
    "tier_special": "special",
}
