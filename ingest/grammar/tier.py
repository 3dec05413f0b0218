"""The grammar of fact_tier_placement: the tier that the report gives the country in its own edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Document, Fact, Sentence
from ingest.grammar.rule import Rule, example

TABLE = "fact_tier_placement"
MAX_QUOTE = 300

_ANCHORS = frozenset({"tier_word", "tier_watch", "tier_standards", "tier_special"})
_NUMBERS = {"1": "1", "2": "2", "3": "3", "one": "1", "two": "2", "three": "3", "i": "1", "ii": "2", "iii": "3"}
# Before a tier that is not this edition's: where the country came from, or what it was spared.
_NOT_NOW = frozenset("from been being would could previously formerly not facing potential".split())
_SPARED = frozenset("required automatic automatically otherwise mandatory mandated downgrade avoid avoided".split())
_PLACES = frozenset(
    "on to placed remains remained is was list ranked rated downgraded upgraded moved kept retained elevated raised"
    " ranking rating tier placement dropped lowered given received assigned designated".split()
)
_COMPLY = frozenset({"comply", "complies", "meet", "meets", "complied", "met"})
_SENTENCES_FOR_EFFORTS = 2
_HEADING_TOKENS = 14
_SENTENCE = frozenset({"is", "was", "on", "remains", "remained"})

RULES: tuple[Rule, ...] = (
    Rule(
        "tier.label",
        TABLE,
        frozenset({"tier_word"}),
        "a heading, or the label 'tier rating', followed by the word tier and its number",
        (
            example("RURITANIA (Tier 2 Watch List)", {"tier": "2WL", "basis": "stated"}, section="overview"),
            example("RURITANIA: TIER 1", {"tier": "1", "basis": "stated"}, section="other"),
            example(
                "tier rating: Tier 3 - Ruritania opened no case and was on Tier 2 last year (2012)",
                {"tier": "3", "basis": "stated"},
                family="world_factbook",
                edition=2012,
                section="overview",
            ),
        ),
        (example("The reports place each country in one of three tiers.", section="overview"),),
    ),
    Rule(
        "tier.placed",
        TABLE,
        frozenset({"tier_word", "tier_watch"}),
        "a verb of placement, then a tier or the Watch List that is this edition's",
        (
            example(
                "For these reasons, Ruritania is placed on Tier 2 Watch List for a third consecutive year.",
                {"tier": "2WL", "basis": "stated"},
                section="overview",
            ),
            example(
                "Ruritania was upgraded from Tier 3 to Tier 2 because its courts sentenced nine traffickers.",
                {"tier": "2", "basis": "stated"},
                section="overview",
            ),
            example(
                "The country was granted a waiver from an otherwise required downgrade to Tier 3; therefore it"
                " remained on Tier 2 Watch List for the fourth year.",
                {"tier": "2WL", "basis": "stated"},
                section="overview",
            ),
            example("Ruritania remains on the Watch List.", {"tier": "2WL", "basis": "stated"}, section="overview"),
        ),
        (
            example("The plan spared the country a downgrade from Tier 2.", section="overview"),
            example("Last year Ruritania was placed on Tier 3.", section="overview"),
        ),
    ),
    Rule(
        "tier.special_case",
        TABLE,
        frozenset({"tier_special"}),
        "the country is or remains a special case",
        (
            example(
                "Ruritania remains a Special Case for the fifth consecutive year.",
                {"tier": "special_case", "basis": "stated"},
                section="overview",
            ),
        ),
        (example("A special unit handled each case of child begging.", section="prosecution"),),
    ),
    Rule(
        "tier.standards",
        TABLE,
        frozenset({"tier_standards"}),
        "fully complies with (meets) the minimum standards; or does not, and is (not) making significant efforts",
        (
            example(
                "The Government of Ruritania fully meets the minimum standards for the elimination of trafficking.",
                {"tier": "1", "basis": "inferred"},
                section="overview",
            ),
            example(
                "Ruritania does not yet fully comply with the minimum standards; however, it is making significant"
                " efforts to do so.",
                {"tier": "2", "basis": "inferred"},
                section="overview",
            ),
            example(
                "The government does not comply with the minimum standards. Nor is it making significant efforts.",
                {"tier": "3", "basis": "inferred"},
                section="overview",
            ),
        ),
        (
            example(
                "Its written plan, if carried out, would be a significant effort to meet the minimum standards.",
                section="overview",
            ),
        ),
    ),
)


@dataclass(slots=True)
class _Words:
    """A sentence's words in normal form with the spans that they print; phrases are taken apart."""

    lows: list[str]
    spans: list[tuple[int, int]]


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """At most one fact: a heading or label wins over a sentence that names the tier, and that over an inference."""
    best: tuple[int, Fact] | None = None
    numbers: list[int] = []
    for index, sentence in enumerate(sentences):
        if _ANCHORS.isdisjoint(sentence.tags):
            continue
        words = _words(sentence)
        for strength, fact in _candidates(document, sentences, index, words, numbers):
            if best is None or strength > best[0]:
                best = (strength, fact)
    if best is not None:
        best[1].takes = tuple(numbers)
        yield best[1]


def _words(sentence: Sentence) -> _Words:
    lows: list[str] = []
    spans: list[tuple[int, int]] = []
    for token in sentence.tokens:
        for word in token.low.split(" "):
            lows.append(word)
            spans.append((token.start, token.end))
    return _Words(lows, spans)


def _candidates(
    document: Document, sentences: Sequence[Sentence], index: int, words: _Words, numbers: list[int]
) -> Iterator[tuple[int, Fact]]:
    sentence = sentences[index]
    lows = words.lows
    for at, low in enumerate(lows):
        if low == "tier":
            tier, stop = _tier_at(words, at)
            if tier is None:
                continue
            numbers.append(words.spans[at + 1][0])
            strength = _strength(document, sentence, words, at, stop)
            if strength:
                rule = "tier.label" if strength == 3 else "tier.placed"
                yield strength, _fact(rule, tier, "stated", words.spans[at][0], words.spans[stop - 1][1])
        elif low == "watchlist" or (low == "watch" and at + 1 < len(lows) and lows[at + 1] == "list"):
            stop = at + (1 if low == "watchlist" else 2)
            if not _names_tier_before(lows, at) and _is_now(sentence, document, words, at):
                yield 2, _fact("tier.placed", "2WL", "stated", words.spans[at][0], words.spans[stop - 1][1])
        elif low == "special" and at + 1 < len(lows) and lows[at + 1] == "case" and _is_country(lows, at):
            yield 2, _fact("tier.special_case", "special_case", "stated", words.spans[at][0], words.spans[at + 1][1])
        elif low in _COMPLY and (inferred := _inferred(sentences, index, words, at)):
            tier, start, end = inferred
            yield 1, _fact("tier.standards", tier, "inferred", start, end)


def _fact(rule: str, tier: str, basis: str, start: int, end: int) -> Fact:
    return Fact(TABLE, rule, start, min(end, start + MAX_QUOTE), {"tier": tier, "basis": basis})


def _tier_at(words: _Words, at: int) -> tuple[str | None, int]:
    """The tier whose word stands at `at`, and the index after it: "Tier 2 Watch List", "Tier 2 - Watch List"."""
    lows = words.lows
    if at + 1 >= len(lows) or lows[at + 1] not in _NUMBERS:
        return None, at
    tier, stop = _NUMBERS[lows[at + 1]], at + 2
    step = stop
    while step < len(lows) and step < stop + 2 and lows[step] in ("-", "–", "—", "(", '"', "“"):
        step += 1
    if tier == "2" and lows[step : step + 2] == ["watch", "list"]:
        return "2WL", step + 2
    if tier == "2" and lows[step : step + 1] == ["watchlist"]:
        return "2WL", step + 1
    return tier, stop


def _names_tier_before(lows: list[str], at: int) -> bool:
    return any(low == "tier" for low in lows[max(at - 4, 0) : at])


def _strength(document: Document, sentence: Sentence, words: _Words, at: int, stop: int) -> int:
    """3 for a heading or label, 2 for a sentence that places the country now, 0 for any other mention."""
    lows = words.lows
    before = [low for low in lows[:at] if low.isalpha()]
    if before[-2:] == ["tier", "rating"] or (before[-1:] in (["placement"], ["ranking"]) and len(before) <= 3):
        return 3
    rest = [low for low in lows[stop:] if low.isalpha()]
    paragraph = sentence.paragraph
    whole = sentence.start == paragraph.start and sentence.end >= paragraph.end - 2
    printed = document.text[sentence.start : words.spans[at][0]]
    if whole and not rest and len(lows) <= _HEADING_TOKENS and not _SENTENCE & set(before):
        return 3
    if not rest and printed.isupper() and len(before) <= 8:
        return 3
    return 2 if _is_now(sentence, document, words, at) else 0


def _is_now(sentence: Sentence, document: Document, words: _Words, at: int) -> bool:
    """Does a verb of placement stand before the tier, and nothing that puts it into another year or denies it?"""
    lows = words.lows
    near = lows[max(at - 6, 0) : at]
    if _SPARED & set(near):
        return False
    # "from Tier 3 to Tier 2": what stands before the last "to" belongs to the other tier.
    if "to" in near and "from" in near:
        cut = len(near) - 1 - near[::-1].index("to")
        if near.index("from") < cut and lows[at - 1] in ("to", "the"):
            near = near[cut:]
    if not _PLACES & set(near):
        return False
    if _NOT_NOW & set(near):
        return False
    head = lows[: min(8, at)]
    if ("last" in head and "year" in head) or "previous" in head:
        return False
    if {"report", "edition"} & set(near) and {"last", "previous", "earlier"} & set(lows[:at]):
        return False
    return not any(
        token.kind == "period" and token.start < words.spans[at][0] and token.value.form == "year"
        and token.value.year < document.edition_year and token.start < sentence.start + 12
        for token in sentence.tokens
        if hasattr(token.value, "form")
    )  # fmt: skip


def _is_country(lows: list[str], at: int) -> bool:
    return any(low in ("is", "remains", "remained", "as", "was") for low in lows[max(at - 4, 0) : at])


def _inferred(sentences: Sequence[Sentence], index: int, words: _Words, at: int) -> tuple[str, int, int] | None:
    """(tier, start, end) of the minimum-standards sentence whose verb stands at `at`; None where it decides nothing."""
    lows, spans = words.lows, words.spans
    if not any(low in ("standards", "standard") for low in lows[at + 1 : at + 8]):
        return None
    before = lows[max(at - 5, 0) : at]
    negative = "not" in before or "nor" in before
    if not negative:
        if before[-1:] == ["to"] or lows[at] in ("comply", "meet", "met") or "partially" in before:
            return None
        end = next(i for i in range(at + 1, len(lows)) if lows[i] in ("standards", "standard"))
        start = at - 1 if before[-1:] == ["fully"] else at
        for step in range(end + 1, min(end + 6, len(lows))):
            if lows[step] == "trafficking" or lows[step] == "persons":
                end = step
        return "1", spans[start][0], spans[end][1]
    first = at
    while first > 0 and at - first < 5 and lows[first] not in ("does", "do", "did", "has", "is"):
        first -= 1
    start = spans[first][0]
    for later in range(index, min(index + _SENTENCES_FOR_EFFORTS, len(sentences))):
        other = words if later == index else _words(sentences[later])
        since = at if later == index else 0
        found = _efforts(other.lows, since)
        if found is not None:
            making, step = found
            end = other.spans[step][1]
            if end - start > MAX_QUOTE:
                end = spans[min(at + 8, len(spans) - 1)][1]
            return ("2" if making else "3"), start, end
    return None


def _efforts(lows: list[str], since: int) -> tuple[bool, int] | None:
    """(Are significant efforts being made?, index of the last word of the phrase) after word `since`."""
    for step in range(since, len(lows)):
        if lows[step] not in ("efforts", "effort") or not {"significant", "some", "sufficient", "serious"} & set(
            lows[max(step - 4, 0) : step]
        ):
            continue
        near = lows[max(step - 7, 0) : step]
        if not {"making", "makes", "made", "make"} & set(near):
            continue
        stop = step
        if lows[step + 1 : step + 4] == ["to", "do", "so"]:
            stop = step + 3
        denied = "not" in near or "nor" in lows[max(step - 8, 0) : step] or "no" in lows[max(step - 3, 0) : step]
        return not denied, stop
    return None
