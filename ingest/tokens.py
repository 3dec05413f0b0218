"""The token pass: a document's paragraphs into sentences of typed tokens. One pass, linear, no table's meaning."""

from __future__ import annotations

import re
from typing import Any

from ingest.document import Document, Paragraph, Section, Sentence, Token
from ingest.token_amounts import Amounts
from ingest.token_pieces import DASHES, Pieces, Shape, Shapes
from ingest.vocabulary import money, numbers, periods
from ingest.vocabulary.countries import CASED, SURFACES
from ingest.vocabulary.lexicon import NO_TAGS, PHRASES, WORDS
from ingest.vocabulary.words import kind_of, normal_word, word_set

_CLOSING = frozenset("\"'”’)]")
_LONGEST = 1000
_ENDS = frozenset(".!?•")
_STOPS = _ENDS | {";", "|"}
_ARTICLE = re.compile(
    r"\s?(?:no\.?\s?)?(\d+[¹²³⁰⁴-⁹]*(?:[-–]?[A-Za-z]{1,3}\b|[.:/]\d+|/[A-Za-z]\b)*(?:\s?\(\w{1,4}\))*(?:[\s-]?(?:bis|ter|quater|quarter|quinquies|sexies|septies|octies)\b)?"
    r"(?:\s[A-Z](?=\s(?:of|and|or)\s|,))?)",
    re.I,
)
_ARTICLE_JOIN = re.compile(r"(?:,\s?(?:and\s|or\s)?|\s(?:and|or|through|to)\s|\s?[-–&]\s?)(?=\d)")
_COUNTED = re.compile(r"\d+\s(?:for|under|suspects|cases|defendants|traffickers|individuals|people)\b")
_NUMBERED = word_set("law decree act resolution no nos number directive convention order bill ordinance")
_PUNISHMENTS = word_set("prison imprisonment jail probation custody detention incarceration suspended")
# First word -> (second word -> entries, entries of that word alone), entries as (all words, kind, payload), longest
# first; a payload is tags, a country's surface, a relative period or a qualifier. Asking for the second word at once
# spares the comparison with every phrase that begins with "the".
_Entry = tuple[tuple[str, ...], str, Any]
_STARTS: dict[str, tuple[dict[str, list[_Entry]], list[_Entry]]] = {}


def _index() -> None:
    entries: list[_Entry] = []
    for phrases in PHRASES.values():
        entries.extend((key, "word", tags) for key, tags in phrases)
    entries.extend((key, "country", surface) for key, surface in SURFACES.items())
    entries.extend((key, "period", form) for key, form in periods.RELATIVE.items())
    entries.extend((key, "qualifier", qualifier) for key, qualifier in numbers.QUALIFIERS.items())
    order = {"period": 0, "qualifier": 1, "country": 2, "word": 3}
    entries.sort(key=lambda entry: (-len(entry[0]), order[entry[1]]))
    for entry in entries:
        key = entry[0]
        seconds, alone = _STARTS.setdefault(key[0], ({}, []))
        if len(key) == 1:
            alone.append(entry)
        else:
            seconds.setdefault(key[1], []).append(entry)
    for seconds, alone in _STARTS.values():
        for listed in seconds.values():
            listed.extend(alone)


_index()

_AN = frozenset({"a", "an"})


# After these a number may go on, or be no number: scales, units, currencies, the second end of a range.
_GOES_ON = frozenset({
    *numbers.SCALES, *numbers.SMALL, *numbers.MONTHS_IN, *periods.MONTHS, *money.UNITS, *money.SYMBOLS, *money.OPENERS,
    *money.BEFORE_UNITS, *DASHES, *word_set("a an and or to of m mn bn percent % percentage per dozen / . ¢ ₵"),
})  # fmt: skip


def _shape(printed: str) -> Shape:
    """What a piece says by itself; see `Shape`. A piece is plain where no reading of `_TokenPass` can begin at it."""
    kind = kind_of(printed)
    if kind == "mark":
        ends = printed not in _GOES_ON
        tags = None if printed in money.SYMBOLS else NO_TAGS
        return Shape(kind, printed, tags, (), kind, printed, ends)
    if kind == "digits":
        return Shape(kind, printed, None, (), kind, printed, False)
    low = normal_word(printed)
    tags = WORDS.get(low, NO_TAGS)
    seconds, alone = _STARTS.get(low, ((), ()))
    plain = kind in _WORDED and not (
        alone
        or "-" in low
        or low in money.OPENERS
        or low in numbers.SMALL
        or low in _AN
        or low in periods.MONTHS
        or low in _NUMBERED
        or "article_word" in tags
    )
    ends = kind == "word" and low not in _GOES_ON and not printed.isupper()
    return Shape(kind, low, tags if plain else None, seconds, "word", printed, ends)


_WORDED = frozenset({"word", "abbreviation", "title"})
_SHAPES = Shapes(_shape)


def sentences(document: Document, leave_out: Section | None = None) -> list[Sentence]:
    """The sentences of a document, in order, with typed tokens; none of the section to `leave_out`.

    In a Factbook entry a semicolon ends a statement as a full stop does in a report.
    """
    found: list[Sentence] = []
    semicolons = document.family == "world_factbook"
    for paragraph in document.paragraphs:
        if paragraph.section == leave_out:
            continue
        pieces = Pieces(document.text, paragraph.start, paragraph.end, _SHAPES)
        if not pieces.size:
            continue
        tokens = _TokenPass(document, pieces).run()
        found.extend(_split(document.text, paragraph, tokens, semicolons))
    return found


def _split(text: str, paragraph: Paragraph, tokens: list[Token], semicolons: bool) -> list[Sentence]:
    result: list[Sentence] = []
    begin = 0
    size = len(tokens)
    # Few tokens end in a mark that can end a sentence: only those are asked about, and the last, which ends one.
    stops = [index for index, token in enumerate(tokens) if text[token.end - 1] in _STOPS]
    if not stops or stops[-1] != size - 1:
        stops.append(size - 1)
    for index in stops:
        # What goes on without a full stop is no sentence: cut, so that no text makes the grammar slow.
        while index - begin > _LONGEST:
            begin = _cut(result, paragraph, tokens, begin, begin + _LONGEST)
        if index + 1 < size and index - begin < _LONGEST and not _ends_sentence(text, tokens, index, semicolons):
            continue
        begin = _cut(result, paragraph, tokens, begin, index)
    return result


def _cut(result: list[Sentence], paragraph: Paragraph, tokens: list[Token], begin: int, last: int) -> int:
    """Adds the sentence from `begin` to `last`, with the marks that close it; returns where the next one begins."""
    size, stop = len(tokens), last + 1
    while stop < size and tokens[stop].low in _CLOSING and tokens[stop].start == tokens[stop - 1].end:
        stop += 1
    if stop <= begin:
        return begin
    part = tokens[begin:stop]
    # Most tokens share the same few sets of tags: sets of the sets are small.
    tags = frozenset().union(*{token.tags for token in part}, {token.kind for token in part})
    result.append(Sentence(paragraph, part[0].start, part[-1].end, part, tags))
    return stop


def _ends_sentence(text: str, tokens: list[Token], index: int, semicolons: bool) -> bool:
    token = tokens[index]
    following = tokens[index + 1]
    if token.kind == "mark":
        if token.low == ";" or token.low == "|":
            return semicolons
        if token.low not in _ENDS:
            return False
        if token.low == "•":
            return True
        after = text[following.start]
        if following.low in _CLOSING and index + 2 < len(tokens):
            after = text[tokens[index + 2].start]
        if after.islower():
            return False
        # "J. Smith": a single capital before the stop is an initial.
        previous = tokens[index - 1] if index else None
        return not (previous and previous.end - previous.start == 1 and previous.kind == "word" and previous.low != "i")
    if following.low == "government" and token.kind == "country" and (index < 2 or tokens[index - 2].low != "in"):
        return False  # "a grant from the U.S. Government", but "in the U.S. Government officials"
    # "… in the U.A.E. The government": the abbreviation swallowed the full stop.
    return (
        text[token.end - 1] == "."
        and following.kind in ("word", "period")
        and text[following.start].isupper()
        and following.low.split(" ")[0] in _STARTERS
    )


_STARTERS = word_set(
    "the in it this these those during police authorities government officials courts there however although"
    " while as some many women men children girls boys traffickers victims additionally"
)


class _TokenPass(Amounts):
    """Turns pieces into typed tokens, longest reading first."""

    def run(self) -> list[Token]:
        pieces, lows, shapes = self.pieces, self.pieces.lows, self.pieces.shapes
        size, index = pieces.size, 0
        starts, ends, out = pieces.starts, pieces.ends, self.out
        get_tags, get_starts = WORDS.get, _STARTS.get
        small, months, openers = numbers.SMALL, periods.MONTHS, money.OPENERS
        add, last = out.append, size - 1
        while index < size:
            shape = shapes[index]
            low, plain = shape.low, shape.plain
            if plain is not None and (not (opened := shape.seconds) or index == last or lows[index + 1] not in opened):
                add(Token(shape.token_kind, low, starts[index], ends[index], plain))
                index += 1
                continue
            kind = shape.kind
            if kind == "mark":
                if stop := self._number(index, "exact", index):
                    index = stop
                    continue
                out.append(Token("mark", low, starts[index], ends[index], NO_TAGS))
                index += 1
                continue
            if kind == "word" or kind == "abbreviation" or kind == "title":
                if (
                    low in openers
                    and index + 1 < size
                    and (shapes[index + 1].kind == "digits" or lows[index + 1] in "$.¢")
                ):
                    if stop := self._number(index, "exact", index):
                        index = stop
                        continue
                begun = get_starts(low)
                if begun is not None:
                    seconds, alone = begun
                    entries = seconds.get(lows[index + 1], alone) if index + 1 < size else alone
                    if entries and (stop := self._phrase(index, entries)):
                        index = stop
                        continue
                if low in _AN:
                    # "a million": most articles stand before no amount.
                    following = lows[index + 1] if index < last else "."
                    amount = following in numbers.SCALES or following == "dozen" or following[0] in "$0123456789"
                    if amount and (stop := self._number(index, "exact", index)):
                        index = stop
                        continue
                elif low in small or low.endswith("-and"):
                    if stop := self._number(index, "exact", index) or self._half_term(index):
                        index = stop
                        continue
                elif "-to-" in low and (stop := self._hyphened_range(index)):
                    index = stop
                    continue
                elif low in months and shape.printed[0].isupper():
                    if stop := self._moment(index):
                        index = stop
                        continue
                tags = get_tags(low, NO_TAGS)
                out.append(Token("word", low, starts[index], ends[index], tags))
                index += 1
                if "article_word" in tags or low in _NUMBERED:
                    index = self._articles(index, tags)
                elif "-" in low:
                    self._hyphenated(out[-1])
                continue
            if kind == "digits":
                if len(low) < 4 and (index == last or lows[index + 1] not in months):
                    index = self._number(index, "exact", index) or self._word(index)
                    continue
                index = self._moment(index) or self._number(index, "exact", index) or self._word(index)
                continue
            if kind == "ordinal":
                value = int("".join(c for c in low if c.isdecimal())[:9])
                out.append(Token("ordinal", low, starts[index], ends[index], NO_TAGS, value))
            else:  # an age: "12-year-old"
                out.append(Token(kind, low, starts[index], ends[index], NO_TAGS))
            index += 1
        return out

    def _phrase(self, index: int, entries: list[_Entry]) -> int:
        lows = self.pieces.lows
        for key, kind, payload in entries:
            length = len(key)
            if length > 1 and tuple(lows[index : index + length]) != key:
                continue
            if kind == "word":
                return self._emit("word", index, index + length, payload)
            if kind == "country":
                if key in CASED and not self._is_cased(index, length):
                    continue
                return self._emit("country", index, index + length, NO_TAGS, payload)
            if kind == "period":
                # "the year 2007" is the year; "a year in prison" is a term.
                if key == ("a", "year") and lows[index + 2 : index + 5] == ["and", "a", "half"]:
                    return self._emit("duration", index, index + 5, frozenset({"time_unit"}), numbers.Duration(18, 18))
                if key == ("a", "year") and self._is_term(index + 2):
                    return self._duration(index, index + 1, 1, 1, "exact")
                if index + length < len(lows) and self._is_year(index + length):
                    continue
                return self._emit("period", index, index + length, NO_TAGS, periods.relative(payload, self.edition))
            stop = self._qualified(index, index + length, payload)
            if stop:
                return stop
        return 0

    def _is_term(self, at: int) -> bool:
        """Does a word of punishment follow ("a year in prison", "a year's probation")?"""
        return any(word in _PUNISHMENTS for word in self.pieces.lows[at : at + 2])

    def _is_cased(self, index: int, length: int) -> bool:
        printed = self.pieces.shapes[index].printed
        if length == 1 and len(printed.rstrip("'’s")) == 2:
            return printed.rstrip("'’s").isupper()
        return printed[0].isupper()

    def _articles(self, index: int, tags: frozenset[str]) -> int:
        """The list of article numbers after "articles", each a token of its own; `index` where none follows."""
        pieces = self.pieces
        if index >= pieces.size or not (
            pieces.shapes[index].kind == "digits" or pieces.lows[index] in ("no", "nos", "number", "numbers")
        ):
            return index
        if pieces.lows[index] in ("no", "nos", "number", "numbers"):
            if index + 1 >= pieces.size or pieces.shapes[index + 1].kind != "digits":
                return index
            self._word(index)
            index += 1
        end_of_text = pieces.ends[-1]
        position = pieces.starts[index]
        first, single = True, pieces.lows[index - 1] in ("article", "section", "art", "sec")
        while match := _ARTICLE.match(self.text, position, end_of_text):
            # "under Article 128 and 2007 saw": a year after the list is a year.
            word = match.group(1)
            if (
                first
                and "article_word" not in tags
                and self._counts_next(index + 1)
                and "," in self.pieces.shapes[index].printed
            ):
                return index
            if not first and word.isdecimal() and len(word) == 4 and 1990 <= int(word) <= 2035:
                break
            self.out.append(Token("article", word.lower(), match.start(1), match.end(1), NO_TAGS, word))
            position = match.end(1)
            first = False
            if "article_word" not in tags:
                break
            join = _ARTICLE_JOIN.match(self.text, position, end_of_text)
            if not join:
                break
            position = join.end()
            if single and _COUNTED.match(self.text, position):
                break  # "24 under Article 171 and 16 for forced labor"
        last = self.out[-1].end
        while index < pieces.size and pieces.starts[index] < last:
            index += 1
        return index

    def _hyphenated(self, token: Token) -> None:
        """Types "five-day" as a duration and "two-thirds" as a share; other hyphenated words stay words."""
        head, _, tail = token.low.partition("-")
        if token.low in numbers.FRACTIONS:
            token.kind = "percent"
        elif head in numbers.SMALL and tail in numbers.MONTHS_IN:
            months = round(numbers.SMALL[head] * numbers.MONTHS_IN[tail])
            token.kind, token.value = "duration", numbers.Duration(months, months)
            token.tags = frozenset({"time_unit"})
        elif "-year-old" in token.low:
            token.kind = "age"
        elif not token.tags:
            # "labor-related": what the last part means, the whole means.
            token.tags = WORDS.get(token.low.rpartition("-")[2], NO_TAGS) & frozenset({"counts"})
