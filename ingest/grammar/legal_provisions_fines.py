"""Provisions whose only penalty is a fine: rows of their own where the text judges them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.document import Document, Fact, Sentence, Token
from ingest.grammar.legal_provisions_names import articles_in, instrument_in, kind_of
from ingest.vocabulary.words import word_set

_TABLE = "fact_legal_provisions"
_REACH = 12
_PRISON = word_set("imprisonment prison jail incarceration imprisoned jailed liberty detention") | {
    "hard labor", "hard labour", "correctional labor", "corrective labor",
}  # fmt: skip
_NO_PENALTY = word_set(
    "option lieu instead remove removed removes removing alternative alternatives addition additional"
)


def fine_only(document: Document, sentence: Sentence, anchor: int) -> Iterator[Fact]:
    """The provisions of a sentence that prescribe a fine and no term; `anchor` is its first prescribing word, or -1.

    Without an anchor, a verb that sets a penalty by its object counts where the same sentence judges the penalty.
    """
    tokens = sentence.tokens
    judged = "law_stringent" in sentence.tags or "law_commensurate" in sentence.tags
    start = 0
    for at, token in enumerate(tokens):
        if at < start or not (at == anchor or _prescribes(token, judged)):
            continue
        end = _end(tokens, at)
        words = tokens[at:end]
        fine = next((step for step, t in enumerate(words[:_REACH]) if t.low in ("fine", "fines")), -1)
        if fine < 0 or any(_is_term(t) for t in words) or any(t.low in _NO_PENALTY for t in words[: fine + 1]):
            continue
        before = tokens[start:at]
        if _is_deed(before):
            continue
        articles = articles_in(document.text, before)
        instrument, _ = instrument_in(document.text, before)
        kind = kind_of(before) or kind_of(words)
        if not articles and instrument is None and not (judged and kind is not None):
            continue
        values = {"articles": articles, "instrument": instrument, "trafficking_type": kind or "all"}
        yield Fact(_TABLE, "provisions.fine_only", token.start, words[fine].end, values)
        start = end


def _prescribes(token: Token, judged: bool) -> bool:
    tags = token.tags
    if "law_prescribe" in tags:
        return True
    return judged and ("law_sets" in tags or "law_faces" in tags or token.low in ("penalty", "penalties", "punishment"))


def _end(tokens: Sequence[Token], at: int) -> int:
    """Where the words of one provision end: before the next prescribing verb, or a semicolon."""
    for step in range(at + 1, len(tokens)):
        if tokens[step].low == ";" or "law_prescribe" in tokens[step].tags:
            return step
    return len(tokens)


def _is_term(token: Token) -> bool:
    return token.kind == "duration" or token.low in _PRISON or "life" in token.tags


def _is_deed(before: Sequence[Token]) -> bool:
    """ "The government punished 12 recruiters with fines": no law."""
    return any("actor" in t.tags and "government" in t.tags for t in before[-4:])
