"""What a rule of the grammar is: a name, what it matches, and the examples that prove it. No table's rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Example:
    """One own-written text with the rows that a rule makes of it.

    `rows` are the facts of the rule's table that carry the rule's id, in text order, each with the columns
    that the example cares about. A counter-example has none: the rule must not fire on it.
    """

    text: str
    rows: tuple[dict[str, Any], ...] = ()
    country: str = "KAZ"
    edition: int = 2008
    family: str = "tip_report"
    section: str = "prosecution"


def example(text: str, *rows: dict[str, Any], **about: Any) -> Example:
    """An `Example`; `about` sets country, edition, family and section where they matter."""
    return Example(text, rows, **about)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `table` is the fact table that it fills, or "" for a rule that sets numbers aside.

    `anchors` are token tags or kinds: a sentence without any of them is not looked at. `pattern` says, in the
    words of token classes, what the rule matches. Both lists of examples must be filled; the tests run them all.
    """

    id: str
    table: str
    anchors: frozenset[str]
    pattern: str
    examples: tuple[Example, ...]
    counter_examples: tuple[Example, ...]
