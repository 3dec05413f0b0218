"""Victims: who they are, what was done for them, and the forms of exploitation."""

from __future__ import annotations

ENTRIES: dict[str, str] = {
    "counts victim": "victim | victims | women | men | children | girls | boys | minors",
}
