"""Words as printed, and the one normal form in which all rules match them."""

from __future__ import annotations

import re

# One pass over the text. Every alternative begins with another kind of character or is bounded, so that
# the scan is linear whatever the text holds.
PIECE = re.compile(
    r"""
      (?P<abbreviation>(?:(?:[A-Z]\.){1,4}[A-Z](?![\w.])|(?:[A-Za-z]\.){2,})(?:['’]s\b)?)    # U.S., U.A.E, U.A.E.'s
    | (?P<title>(?:St|Mr|Mrs|Ms|Dr|Nos?|Arts?|Secs?|Gov|Gen|Col|Lt|Sgt|vs|approx)\.(?=\s?[\w(]))
    | (?P<ordinal>\d{1,4}(?:st|nd|rd|th)\b)
    | (?P<age>\d{1,2}[-–\s]years?[-–\s]olds?\b)
    | (?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
    | (?P<word>[^\W\d_]+(?:(?:['’‘](?!s\b)|[-\u2010\u2011.](?=[^\W\d_]{2}))[^\W\d_]+)*(?:['’‘](?:s\b)?)?)
    | (?P<mark>[^\s])
    """,
    re.VERBOSE,
)

# The same pieces without their kinds and with the space after each, so that `findall` gives plain strings that follow
# one another without a gap: their lengths tell where each one stands. Nearly every piece is a word before a space or a
# comma, which is tried first.
SPACED_PIECE = re.compile(
    r"[A-Za-z]+(?=[\ ,])\s*|(?:" + re.sub(r"\(\?P<\w+>", "(?:", PIECE.pattern) + r")\s*", re.VERBOSE
)
# Between two spaces: what may be cut in another way for the sake of what stands beyond a space (a title, an age).
DEPENDENT = re.compile(
    r"(?:St|Mr|Mrs|Ms|Dr|Nos?|Arts?|Secs?|Gov|Gen|Col|Lt|Sgt|vs|approx)\.$|^olds?\b|^years?[-–]olds?\b"
)
# The kind of one piece by its form alone: what may follow a title is known once the piece is cut.
_FORM = re.compile(PIECE.pattern.replace(r"(?=\s?[\w(])", ""), re.VERBOSE)

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "\u2010": "-", "\u2011": "-", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff"})
_TRANSLATED = frozenset("’‘\u2010\u2011ﬁﬂﬀﬃﬄ")
_LIGATURES = ("ffi", "ffl", "ff", "fi", "fl")


def kind_of(piece: str) -> str:
    """The kind of a piece (without the space after it) by its form: the name of an alternative of `PIECE`."""
    match = _FORM.fullmatch(piece)
    return match.lastgroup or "mark" if match else "mark"


def normal_word(printed: str) -> str:
    """The normal form of a printed word: lower case, straight, without dots or a possessive ending.

    `U.A.E.` and `UAE` are both "uae", `Kazakhstan’s` is "kazakhstan", `years’` is "years".
    """
    low = printed.lower()
    if not low.isascii() and not _TRANSLATED.isdisjoint(low):
        low = low.translate(_STRAIGHT).replace("ﬃ", "ffi").replace("ﬄ", "ffl")
    if low.endswith("'s"):
        low = low[:-2]
    elif low.endswith("'"):
        low = low[:-1]
    return low.replace(".", "") if "." in low else low


def word_set(text: str) -> frozenset[str]:
    """The words of a text that is a list of words, separated by spaces: how rules spell their small classes."""
    return frozenset(text.split())


def words(text: str) -> tuple[str, ...]:
    """The normal forms of a phrase's words and marks, as the token pass sees them: a lexicon key."""
    return tuple(normal_word(piece.group()) for piece in PIECE.finditer(text))


def damaged_spellings(word: str) -> set[str]:
    """How `word` looks after a PDF lost its ligatures: "trafficking" as "trafcking", "offices" as "ofces".

    Only for words of five letters or more, where what remains is unlikely to be another word.
    """
    if len(word) < 5:
        return set()
    for ligature in _LIGATURES:
        if ligature in word:
            shorter = {"ffi": ("f", "", "fi", "ff"), "ffl": ("f", "", "fl"), "ff": ("f", "")}.get(ligature, ("", "f"))
            return {word.replace(ligature, part) for part in shorter if len(word.replace(ligature, part)) >= 4}
    return set()
