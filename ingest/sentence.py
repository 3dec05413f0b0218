"""What the extractor makes of a text on its way, and keeps in one process: typed tokens, sentences, facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ingest.document import Paragraph, Section


class Token:
    """One typed token of a sentence.

    `kind` is one of
      word      any word or phrase; `tags` come from the lexicon
      number    a count: `value` is a `numbers.Number`
      money     an amount with its currency: `value` is a `numbers.Money`
      percent   "54 percent": `value` is a float
      year      a year from 1900 to 2099: `value` is the int
      date      a day or month, with or without its year: `value` is the year or None
      ordinal   "first", "21st": `value` is the int
      article   the number of an article, section or chapter of a law: `value` is the string
      age       "12-year-old", "aged 14 to 17": `value` is None
      duration  "six months", "three to 10 years'": `value` is a `numbers.Duration`
      country   a country's name or demonym: `value` is a `countries.Surface`; so are regions
      mark      punctuation
    `low` is the normalised form that rules match: lower case, straight apostrophes, repaired ligatures.
    `start` and `end` are offsets in the document text. `tags` is a frozenset of lexicon classes.
    """

    __slots__ = ("end", "kind", "low", "start", "tags", "value")

    def __init__(self, kind: str, low: str, start: int, end: int, tags: frozenset[str], value: Any = None) -> None:
        self.kind = kind
        self.low = low
        self.start = start
        self.end = end
        self.tags = tags
        self.value = value

    def __repr__(self) -> str:
        shown = f" {sorted(self.tags)}" if self.tags else ""
        return f"<{self.kind} {self.low!r}{shown}>"


class Sentence:
    """One sentence (or one statement between semicolons, in a Factbook entry) with its typed tokens.

    `tags` is the union of the tokens' tags and kinds, so that a machine can skip a sentence at once.
    """

    __slots__ = ("_words", "end", "paragraph", "start", "tags", "tokens")

    def __init__(self, paragraph: Paragraph, start: int, end: int, tokens: list[Token], tags: frozenset[str]) -> None:
        self.paragraph = paragraph
        self.start = start
        self.end = end
        self.tokens = tokens
        self.tags = tags
        self._words: frozenset[str] | None = None

    @property
    def section(self) -> Section:
        """Section of the paragraph."""
        return self.paragraph.section

    @property
    def words(self) -> frozenset[str]:
        """The normalised forms of all tokens, so that a rule that asks for a word need not look at each."""
        if self._words is None:
            self._words = frozenset([token.low for token in self.tokens])
        return self._words


@dataclass(slots=True)
class Fact:
    """One fact before provenance is filled in: `values` are columns of `table`, by name.

    `start` and `end` bound the quote (at most 300 characters). `takes` are the start offsets of the
    number tokens that the fact accounts for, so that they are not residual. `separate` says that an
    equal fact in the same report is another fact and no repeat of it ("another was sentenced to …").
    """

    table: str
    rule: str
    start: int
    end: int
    values: dict[str, Any]
    takes: tuple[int, ...] = ()
    separate: bool = False
