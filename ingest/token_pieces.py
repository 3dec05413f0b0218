"""The raw pieces of a paragraph, and the ground that all readers of tokens stand on. No token's meaning."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ingest.document import Document, Token
from ingest.vocabulary.lexicon import NO_TAGS, WORDS
from ingest.vocabulary.words import PIECE, normal_word

# The same few thousand words make up all reports.
_normal = lru_cache(maxsize=65_536)(normal_word)
DASHES = frozenset("-–—‐‑")


class Pieces:
    """The raw pieces of one paragraph, as parallel lists: cheaper to walk than objects."""

    __slots__ = ("ends", "kinds", "lows", "printed", "starts")

    def __init__(self, text: str, start: int, end: int) -> None:
        matches = list(PIECE.finditer(text, start, end))
        self.kinds: list[str] = [match.lastgroup or "mark" for match in matches]
        self.printed: list[str] = [match[0] for match in matches]
        spans = [match.span() for match in matches]
        self.starts: list[int] = [span[0] for span in spans]
        self.ends: list[int] = [span[1] for span in spans]
        self.lows: list[str] = [
            word if kind == "mark" or kind == "digits" else _normal(word)
            for kind, word in zip(self.kinds, self.printed, strict=True)
        ]

    def __len__(self) -> int:
        return len(self.kinds)


class TokenGround:
    """The pieces of one paragraph, and the tokens made of them so far."""

    def __init__(self, document: Document, pieces: Pieces) -> None:
        self.edition = document.edition_year
        self.country = document.country_code
        self.text = document.text
        self.pieces = pieces
        self.out: list[Token] = []

    def _emit(self, kind: str, first: int, stop: int, tags: frozenset[str], value: Any = None) -> int:
        pieces = self.pieces
        low = pieces.lows[first] if stop - first == 1 else " ".join(pieces.lows[first:stop])
        self.out.append(Token(kind, low, pieces.starts[first], pieces.ends[stop - 1], tags, value))
        return stop

    def _word(self, index: int) -> int:
        return self._emit("word", index, index + 1, NO_TAGS)

    def _is_year(self, index: int) -> bool:
        word = self.pieces.lows[index]
        digits = self.pieces.kinds[index] == "digits" and len(word) == 4 and word.isdecimal()
        return digits and 1900 <= int(word) <= 2099

    def _counts_next(self, stop: int) -> bool:
        """A countable noun in the plural follows within two words ("2000 trafficking victims")."""
        following = self.pieces.lows[stop : stop + 3]
        return any("counts" in WORDS.get(word, NO_TAGS) and _is_plural(word) for word in following) and not any(
            {"law", "plan"} & WORDS.get(word, NO_TAGS) for word in self.pieces.lows[stop : stop + 4]
        )


def _is_plural(word: str) -> bool:
    return word.endswith("s") or word in ("men", "women", "children", "people")
