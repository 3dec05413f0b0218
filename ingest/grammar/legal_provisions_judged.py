"""How the text judges the penalties that a law prescribes: sufficiently stringent, commensurate, or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Fact, Sentence, Token
from ingest.grammar.legal_provisions_names import kind_of


@dataclass(slots=True)
class Pending:
    """A provision found, waiting for its judgement; its sentence begins at the offset `sentence`."""

    fact: Fact
    sentence: int
    fine_only: bool
    stringent: bool = False
    commensurate: bool = False


def judge(sentence: Sentence, mine: list[Pending], open_rows: list[Pending]) -> None:
    """Set what the sentence says of the penalties that it, or the sentences before it, state."""
    tokens = sentence.tokens
    denied_before = False
    for index, token in enumerate(tokens):
        stringent, commensurate = "law_stringent" in token.tags, "law_commensurate" in token.tags
        if not stringent and not commensurate:
            continue
        if stringent and token.low != "stringent" and not _sufficient(tokens, index):
            continue
        denied = _denied(tokens, index) or _none_of(tokens, index)
        if commensurate and not denied and denied_before:
            # "not sufficiently stringent and commensurate" denies both; "but are commensurate" does not
            between = tokens[max(index - 4, 0) : index]
            denied = not any(t.low in ("but", "are", "were", "although", "though", "is", "however") for t in between)
        denied_before = denied if stringent else denied_before
        kind = _spoken_of(tokens, index)
        here = [row for row in mine if row.fact.start < token.start]
        rows = here or open_rows
        if kind is not None:
            exact = [row for row in rows if row.fact.values["trafficking_type"] in (kind, "all")]
            rows = exact or [row for row in open_rows if row.fact.values["trafficking_type"] == kind]
        column = "is_sufficiently_stringent" if stringent else "is_commensurate"
        for row in rows:
            done = row.stringent if stringent else row.commensurate
            if done and row.fact.values.get(column) is not None:
                continue
            row.fact.values[column] = not denied
            if stringent:
                row.stringent = True
            else:
                row.commensurate = True


def _sufficient(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].low in ("sufficiently", "insufficiently", "adequately")


def _denied(tokens: Sequence[Token], index: int) -> bool:
    lows = [t.low for t in tokens[max(index - 3, 0) : index]]
    if lows[-2:] == ["less", "than"] or lows[:2] == ["far", "from"]:
        return True
    for step in range(index - 1, max(index - 5, -1), -1):
        token = tokens[step]
        if "law_deny" in token.tags or "neg" in token.tags:
            return True
        if token.low in (",", ";", "but", "and", "stringent", "–", "—"):
            return False
    return False


def _none_of(tokens: Sequence[Token], index: int) -> bool:
    """ "None of these laws prescribed sufficiently stringent penalties", "neither law prescribes …"."""
    for step in range(index - 1, max(index - 12, -1), -1):
        low = tokens[step].low
        if low in (";", ",", "but", "while"):
            return False
        if low.startswith("none of") or low in ("none", "neither"):
            return True
    return False


def _spoken_of(tokens: Sequence[Token], index: int) -> str | None:
    """The form of trafficking that the judgement is restricted to ("with respect to sex trafficking, commensurate")."""
    first = index
    for step in range(index - 1, max(index - 12, -1), -1):
        if tokens[step].low in ("stringent", "and", "but", ";", "while", "which", "–"):
            break
        first = step
    words = tokens[first:index]
    lows = [token.low for token in words]
    if any(low in ("respect", "regard", "regards", "for", "regarding", "concerning", "case") for low in lows):
        return kind_of(words)
    return None
