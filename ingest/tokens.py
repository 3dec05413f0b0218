"""The token pass: a document's paragraphs into sentences of typed tokens. One pass, linear, no table's meaning."""

from __future__ import annotations

import re
from typing import Any

from ingest.document import Document, Paragraph, Sentence, Token
from ingest.vocabulary import money, numbers, periods
from ingest.vocabulary.countries import CASED, SURFACES
from ingest.vocabulary.lexicon import NO_TAGS, PHRASES, WORDS
from ingest.vocabulary.words import PIECE, normal_word, word_set

_DASHES = frozenset("-–—‐‑")
_CLOSING = frozenset("\"'”’)]")
_ENDS = frozenset(".!?•")
_ARTICLE = re.compile(
    r"\s?(?:no\.?\s?)?(\d+(?:[-–]?[A-Za-z]{1,3}\b|[.:/]\d+|/[A-Za-z]\b)*(?:\s?\(\w{1,4}\))*(?:[\s-]?(?:bis|ter|quater|quarter|quinquies|sexies|septies|octies)\b)?"
    r"(?:\s[A-Z](?=\s(?:of|and|or)\s|,))?)",
    re.I,
)
_ARTICLE_JOIN = re.compile(r"(?:,\s?(?:and\s|or\s)?|\s(?:and|or|through|to)\s|\s?[-–&]\s?)(?=\d)")
_NUMBERED = word_set("law decree act resolution no nos number directive convention order bill ordinance")
_BEFORE_YEAR = word_set("in since of during by from until after before year late early mid through for and to")
_PUNISHMENTS = word_set("prison imprisonment jail probation custody detention incarceration suspended")
# Names of months that are other words too, and what makes them months.
_ALSO_WORDS = word_set("may march mar jan sep dec sept")
_BEFORE_MONTH = word_set("in since to through and of until by from between last - –")
_LAW_GAP = 6

# First word -> [(all words, payload)], longest first; a payload is tags, a country's surface, or a relative period.
_Entry = tuple[tuple[str, ...], str, Any]
_STARTS: dict[str, list[_Entry]] = {}


def _index() -> None:
    for entries in PHRASES.values():
        for key, tags in entries:
            _STARTS.setdefault(key[0], []).append((key, "word", tags))
    for key, surface in SURFACES.items():
        _STARTS.setdefault(key[0], []).append((key, "country", surface))
    for key, form in periods.RELATIVE.items():
        _STARTS.setdefault(key[0], []).append((key, "period", form))
    for key, qualifier in numbers.QUALIFIERS.items():
        _STARTS.setdefault(key[0], []).append((key, "qualifier", qualifier))
    order = {"period": 0, "qualifier": 1, "country": 2, "word": 3}
    for entries_ in _STARTS.values():
        entries_.sort(key=lambda entry: (-len(entry[0]), order[entry[1]]))


_index()


class _Pieces:
    """The raw pieces of one paragraph, as parallel lists: cheaper to walk than objects."""

    __slots__ = ("ends", "kinds", "lows", "printed", "starts")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.kinds: list[str] = []
        self.printed: list[str] = []
        self.lows: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in PIECE.finditer(text, start, end):
            kind, word = match.lastgroup or "mark", match.group()
            self.kinds.append(kind)
            self.printed.append(word)
            self.lows.append(word if kind == "mark" or kind == "digits" else normal_word(word))
            self.starts.append(match.start())
            self.ends.append(match.end())

    def __len__(self) -> int:
        return len(self.kinds)


def sentences(document: Document) -> list[Sentence]:
    """The sentences of a document, in order, with typed tokens.

    In a Factbook entry a semicolon ends a statement as a full stop does in a report.
    """
    found: list[Sentence] = []
    semicolons = document.family == "world_factbook"
    for paragraph in document.paragraphs:
        pieces = _Pieces(document.text, paragraph.start, paragraph.end)
        if not len(pieces):
            continue
        tokens = _TokenPass(document, pieces).run()
        found.extend(_split(document.text, paragraph, tokens, semicolons))
    return found


def _split(text: str, paragraph: Paragraph, tokens: list[Token], semicolons: bool) -> list[Sentence]:
    result: list[Sentence] = []
    begin = 0
    size = len(tokens)
    for index in range(size):
        last = index + 1 == size
        if not last and not _ends_sentence(text, tokens, index, semicolons):
            continue
        stop = index + 1
        while stop < size and tokens[stop].low in _CLOSING and tokens[stop].start == tokens[stop - 1].end:
            stop += 1
        if stop <= begin:
            continue
        part = tokens[begin:stop]
        tags = frozenset().union(*(t.tags for t in part), (t.kind for t in part))
        result.append(Sentence(paragraph, part[0].start, part[-1].end, part, tags))
        begin = stop
    return result


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
    # "… in the U.A.E. The government": the abbreviation swallowed the full stop.
    return (
        text[token.end - 1] == "."
        and following.kind in ("word", "period")
        and text[following.start].isupper()
        and following.low.split(" ")[0] in _STARTERS
    )


def _is_plural(word: str) -> bool:
    return word.endswith("s") or word in ("men", "women", "children", "people")


_STARTERS = word_set(
    "the in it this these those during police authorities government officials courts there however although"
    " while as some many women men children girls boys traffickers victims additionally"
)


class _TokenPass:
    """Turns pieces into typed tokens, longest reading first."""

    def __init__(self, document: Document, pieces: _Pieces) -> None:
        self.edition = document.edition_year
        self.country = document.country_code
        self.text = document.text
        self.pieces = pieces
        self.out: list[Token] = []

    def run(self) -> list[Token]:
        pieces, lows, kinds = self.pieces, self.pieces.lows, self.pieces.kinds
        size, index = len(pieces), 0
        starts, ends, out = pieces.starts, pieces.ends, self.out
        get_tags, get_starts = WORDS.get, _STARTS.get
        small, months, openers = numbers.SMALL, periods.MONTHS, money.OPENERS
        while index < size:
            kind, low = kinds[index], lows[index]
            if kind == "mark":
                if low in money.SYMBOLS and (stop := self._number(index, "exact", index)):
                    index = stop
                    continue
                out.append(Token("mark", low, starts[index], ends[index], NO_TAGS))
                index += 1
                continue
            if kind == "word" or kind == "abbreviation" or kind == "title":
                if low in openers and index + 1 < size and (kinds[index + 1] == "digits" or lows[index + 1] in "$.¢"):
                    if stop := self._number(index, "exact", index):
                        index = stop
                        continue
                entries = get_starts(low)
                if entries is not None and (stop := self._phrase(index, entries)):
                    index = stop
                    continue
                if low in small or low in ("a", "an") or low.endswith("-and"):
                    if stop := self._number(index, "exact", index):
                        index = stop
                        continue
                elif "-to-" in low and (stop := self._hyphened_range(index)):
                    index = stop
                    continue
                elif low in months and pieces.printed[index][0].isupper():
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
                index = self._moment(index) or self._number(index, "exact", index) or self._word(index)
                continue
            if kind == "ordinal":
                value = int("".join(c for c in low if c.isdigit()))
                out.append(Token("ordinal", low, starts[index], ends[index], NO_TAGS, value))
            else:  # an age: "12-year-old"
                out.append(Token(kind, low, starts[index], ends[index], NO_TAGS))
            index += 1
        return out

    # -- helpers: each returns the index after what it read, or 0 where it read nothing ------------------------

    def _emit(self, kind: str, first: int, stop: int, tags: frozenset[str], value: Any = None) -> int:
        pieces = self.pieces
        low = pieces.lows[first] if stop - first == 1 else " ".join(pieces.lows[first:stop])
        self.out.append(Token(kind, low, pieces.starts[first], pieces.ends[stop - 1], tags, value))
        return stop

    def _word(self, index: int) -> int:
        return self._emit("word", index, index + 1, NO_TAGS)

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
        printed = self.pieces.printed[index]
        if length == 1 and len(printed.rstrip("'’s")) == 2:
            return printed.rstrip("'’s").isupper()
        return printed[0].isupper()

    def _qualified(self, first: int, index: int, qualifier: str) -> int:
        """A number after a qualifier, with what may stand between: "at least an estimated 50"."""
        lows, size = self.pieces.lows, len(self.pieces)
        for _ in range(3):
            if index < size and lows[index] in ("an", "a", "additional", "another", "further", "only"):
                index += 1
                continue
            found = None
            for length in (3, 2, 1):
                inner = numbers.QUALIFIERS.get(tuple(lows[index : index + length]))
                if inner:
                    found = (inner, index + length)
                    break
            if not found:
                break
            if qualifier == "approximately":
                qualifier = found[0]
            index = found[1]
        if index >= size:
            return 0
        return self._number(index, qualifier, first)

    def _amount(self, index: int) -> tuple[float, int, bool] | None:
        """The plain amount at `index`, as (amount, index after it, spelled); scales and "and a half" included."""
        lows = self.pieces.lows
        if (
            index < len(lows)
            and lows[index].endswith("-and")
            and lows[index][:-4] in numbers.SMALL
            and (lows[index + 1 : index + 3] == ["-", "a-half"])
        ):  # "two-and-a-half"
            return numbers.SMALL[lows[index][:-4]] + 0.5, index + 3, True
        read = self._whole_amount(index)
        if read is not None and lows[read[1] : read[1] + 3] == ["and", "a", "half"]:
            scale = numbers.SCALES.get(lows[read[1] + 3], 1) if read[1] + 3 < len(lows) else 1
            return (read[0] + 0.5) * scale, read[1] + (4 if scale > 1 else 3), read[2]
        return read

    def _whole_amount(self, index: int) -> tuple[float, int, bool] | None:
        pieces = self.pieces
        lows, size = pieces.lows, len(pieces)
        if index >= size:
            return None
        if pieces.kinds[index] == "digits":
            amount = float(lows[index].replace(",", ""))
            index += 1
            if index < size and lows[index] in numbers.SCALES and lows[index] != "hundred":
                return amount * numbers.SCALES[lows[index]], index + 1, False
            if index < size and lows[index] in ("m", "mn", "bn") and pieces.kinds[index] == "word":
                return amount * (1e9 if lows[index] == "bn" else 1e6), index + 1, False
            return amount, index, False
        if lows[index] in ("a", "an"):
            if index + 1 < size and (lows[index + 1] in numbers.SCALES or lows[index + 1] == "dozen"):
                return float(numbers.SCALES.get(lows[index + 1], 12)), index + 2, True
            return None
        read = numbers.read_spelled(lows, index) if lows[index] in numbers.SMALL else None
        if read is None:
            return None
        # "two and one-half years", "two and a half to five years"
        for half in (("and", "one-half"), ("and", "a", "half")):
            stop = read[1] + len(half)
            if (
                stop < size
                and tuple(lows[read[1] : stop]) == half
                and (lows[stop] in numbers.MONTHS_IN or lows[stop] == "to")
            ):
                return read[0] + 0.5, stop, True
        return float(read[0]), read[1], True

    def _currency_before(self, index: int) -> tuple[str | None, int]:
        pieces = self.pieces
        return money.currency_before(
            pieces.lows, pieces.printed, pieces.starts, pieces.ends, index, self.country, self.edition - 1
        )

    def _named_currency(self, stop: int) -> tuple[str | None, int]:
        """The currency of a country named shortly before ("Norway gave 3 million kroner"), and the index after it."""
        for token in reversed(self.out[-8:]):
            if token.kind == "country" and token.value.code:
                unit = self.pieces.lows[stop]
                found = money.unit_of(unit, token.value.code, self.edition - 1)
                return (found, stop + 1) if found else (None, stop)
        return None, stop

    def _number(self, index: int, qualifier: str, first: int) -> int:
        """A number, range, amount of money, percentage or duration at `index`; its token begins at `first`."""
        pieces = self.pieces
        lows, size = pieces.lows, len(pieces)
        currency, at = self._currency_before(index)
        read = self._amount(at)
        if read is None:
            return 0
        low, stop, spelled = read
        high = low
        if stop < size and (lows[stop] in _DASHES or lows[stop] in ("to", "and", "or")):
            low, high, stop = self._range(index, stop, low, currency)
        if not currency or currency == "USD":
            # "$40,000 CAD", "$3 million Australian dollars": the name after the amount decides
            after, stop = money.currency_after(lows, pieces.printed, stop, self.country, self.edition - 1)
            currency = after or currency
            if not currency and stop < size and lows[stop] in money.UNITS:
                currency, stop = self._named_currency(stop)
        if currency:
            if stop + 1 < size and lows[stop] in ("or",) and lows[stop + 1] == "more":
                qualifier, stop = "at_least", stop + 2
            value: Any = money.Money(currency, low, high, qualifier)
            return self._emit("money", first, stop, NO_TAGS, value)
        if stop < size and (lows[stop] in ("percent", "%", "percentage") or (lows[stop] == "per" and
                            stop + 1 < size and lows[stop + 1] == "cent")):  # fmt: skip
            return self._emit("percent", first, stop + (2 if lows[stop] == "per" else 1), NO_TAGS, low)
        if stop < size and lows[stop] in numbers.MONTHS_IN:
            return self._duration(first, stop, low, high, qualifier)
        if stop + 1 < size and lows[stop] in _DASHES and lows[stop + 1] in numbers.MONTHS_IN:
            return self._duration(first, stop + 1, low, high, qualifier)
        if (
            stop + 1 < size
            and lows[stop] in _DASHES
            and pieces.kinds[stop + 1] == "word"
            and (pieces.ends[stop] == pieces.starts[stop + 1] and pieces.ends[stop - 1] == pieces.starts[stop])
        ):  # "15-member": a size, not a count
            return self._emit("word", first, stop + 2, frozenset({"sized"}))
        if low != int(low):
            return self._emit("percent", first, stop, frozenset({"decimal"}), low)
        if stop + 1 < size and lows[stop] == "or" and lows[stop + 1] == "more":
            qualifier, stop = "at_least", stop + 2
        if self._is_age(first, index, stop, high):
            return self._emit("age", first, stop, NO_TAGS)
        number = (
            numbers.Number(int(low), qualifier=qualifier, spelled=spelled)
            if low == high
            else numbers.Number(None, int(low), int(high), qualifier, spelled)
        )
        return self._emit("number", first, stop, NO_TAGS, number)

    def _range(self, index: int, stop: int, low: float, currency: str | None) -> tuple[float, float, int]:
        """(low, high, index after) of the range whose lower end stops at `stop`; low twice where it is none."""
        pieces = self.pieces
        lows, size = pieces.lows, len(pieces)
        link, none = lows[stop], (low, low, stop)
        before = lows[index - 1] if index else ""
        at = stop + 1
        if (link == "and" and before != "between") or (link == "to" and self._sentences_to(index)):
            return none
        if currency or (at < size and lows[at] in money.SYMBOLS):
            _, at = self._currency_before(at)
        read = self._amount(at)
        if read is None:
            return none
        # "$1 to 2 million", "two to three million"
        if low < 1_000 and (scale := lows[read[1] - 1]) in numbers.SCALES and scale not in ("hundred", "thousand"):
            low *= numbers.SCALES[scale]
        if read[0] <= low:
            return none
        timed = read[1] < size and lows[read[1]] in numbers.MONTHS_IN
        if link == "to" and before == "from" and not timed and not currency:
            return none  # "rose from 3 to 5" are two figures
        if link == "or" and not timed and read[0] != low + 1:
            return none
        return low, read[0], read[1]

    def _sentences_to(self, index: int) -> bool:
        """Does the number at `index` count those sentenced ("sentenced three to 10 years")? Then "to" is no range."""
        lows = self.pieces.lows
        before = lows[index - 1] if index else ""
        if before in ("and", ",", "others", "other", "another", "while") and self.pieces.lows[index] in numbers.SMALL:
            return any(word in ("sentenced", "sentencing") for word in lows[max(0, index - 25) : index])
        for word in reversed(lows[max(0, index - 4) : index]):
            if word in ("sentenced", "sentencing"):
                return True
            if word in ("to", "of", "from", "between", "for", "and", ","):
                return False
        return False

    def _hyphened_range(self, index: int) -> int:
        """ "three-to-five years": a duration; 0 for any other word."""
        pieces = self.pieces
        left, _, right = pieces.lows[index].partition("-to-")
        if index + 1 < len(pieces) and left in numbers.SMALL and right in numbers.SMALL:
            unit = index + (2 if pieces.lows[index + 1] in _DASHES else 1)
            if unit < len(pieces) and pieces.lows[unit] in numbers.MONTHS_IN:
                return self._duration(index, unit, numbers.SMALL[left], numbers.SMALL[right], "exact")
        return 0

    def _duration(self, first: int, unit: int, low: float, high: float, qualifier: str) -> int:
        lows, size = self.pieces.lows, len(self.pieces)
        months = numbers.MONTHS_IN[lows[unit]]
        stop = unit + 1
        # "18 years of age", "18 years old" are ages.
        if (
            stop < size
            and lows[stop] in ("old", "of")
            and (lows[stop] == "old" or lows[min(stop + 1, size - 1)] == "age")
        ):
            return self._emit("age", first, stop + (1 if lows[stop] == "old" else 2), NO_TAGS)
        bottom, top = low * months, high * months
        # "18 months to eight years": each end has its own unit.
        if stop + 2 < size and lows[stop] in ("to", "and", *_DASHES):
            link = lows[stop]
            read = self._amount(stop + 1)
            if read and read[1] < size and lows[read[1]] in numbers.MONTHS_IN:
                other = read[0] * numbers.MONTHS_IN[lows[read[1]]]
                before = lows[first - 1] if first else ""
                if other > top and (link != "and" or before == "between"):
                    top, stop = other, read[1] + 1
                elif link == "and" and other < 12 <= bottom and bottom == top and before != "between":
                    # "six years and six months"
                    bottom, top, stop = bottom + other, top + other, read[1] + 1
        if stop + 1 < size and lows[stop] == "or" and lows[stop + 1] == "more":
            qualifier, stop = "at_least", stop + 2
        value = numbers.Duration(round(bottom), round(top), qualifier)
        return self._emit("duration", first, stop, frozenset({"time_unit"}), value)

    def _is_age(self, first: int, index: int, stop: int, high: float) -> bool:
        if high > 30:
            return False
        lows, size = self.pieces.lows, len(self.pieces)
        before = lows[first - 1] if first else ""
        if before in ("age", "aged", "ages") or (before == "of" and first > 1 and lows[first - 2] in ("age", "ages")):
            return True
        if first > 1 and before in ("between", "from") and lows[first - 2] in ("age", "aged", "ages"):
            return True
        if before == "and" and first > 2 and self.out and any(t.kind == "age" for t in self.out[-4:]):
            return True
        bounded = lows[first] in ("under", "over", "below", "above") and first < index
        if bounded and 10 <= high <= 21:
            following = lows[stop] if stop < size else "."
            return not ({"counts"} & WORDS.get(following, NO_TAGS))
        return False

    def _is_year(self, index: int) -> bool:
        word = self.pieces.lows[index]
        return self.pieces.kinds[index] == "digits" and len(word) == 4 and word.isdigit() and 1900 <= int(word) <= 2099

    def _counts_next(self, stop: int) -> bool:
        """A countable noun in the plural follows within two words ("2000 trafficking victims")."""
        following = self.pieces.lows[stop : stop + 3]
        return any("counts" in WORDS.get(word, NO_TAGS) and _is_plural(word) for word in following) and not any(
            {"law", "plan"} & WORDS.get(word, NO_TAGS) for word in self.pieces.lows[stop : stop + 4]
        )

    def _moment(self, index: int) -> int:
        """A year, date or span at `index`."""
        read = self._read_moment(index)
        if read is None:
            return 0
        year, month, stop = read
        lows, size = self.pieces.lows, len(self.pieces)
        before = lows[index - 1] if index else ""
        if month is None and year is not None:
            if before not in _BEFORE_YEAR and self._counts_next(stop):
                return 0
            if self._names_a_law(index, stop):
                return self._emit("year", index, stop, frozenset({"name"}), year)
        # A span to a second moment
        if stop < size and (lows[stop] in ("to", "through", "until", "and", "/") or lows[stop] in _DASHES):
            link = lows[stop]
            second = self._read_moment(stop + 1, short=link not in ("to", "through", "until", "and"))
            if second and (link != "and" or before == "between") and (second[0] or second[1]):
                last_year = second[0] or year
                first_year = year or last_year
                if last_year and first_year and last_year >= first_year:
                    if month is None and second[1] is None and link not in ("to", "through", "until", "and"):
                        # "2007-2008", "2007/08": one financial or reporting year as printed
                        period = periods.Period(last_year, "other", "span")
                    else:
                        period = periods.span(first_year, month, last_year, second[1], self.edition)
                    return self._emit("period", index, second[2], NO_TAGS, period)
        if year is None:
            if month is None:
                return 0
            year = self.edition if month <= 3 else self.edition - 1
        return self._emit("period", index, stop, NO_TAGS, self._single(index, year, month))

    def _single(self, index: int, year: int, month: int | None) -> periods.Period:
        lows = self.pieces.lows
        before = lows[max(index - 4, 0) : index]
        last = before[-1] if before else ""
        if last == "since" or (len(before) > 1 and before[-2] == "since"):
            return periods.Period(self.edition - 1, "other", "span")
        if month is not None:
            return periods.Period(year, "other", "date")
        if (last in ("year", "fy") and len(before) > 1 and before[-2] in ("fiscal", "financial")) or last in (
            "fy",
            "fiscal",
        ):
            return periods.Period(year, "other", "fiscal")
        if last in ("early", "late", "mid", "mid-") or (
            last == "of"
            and len(before) > 1
            and before[-2] in ("half", "quarter", "months", "semester", "end", "beginning")
        ):
            return periods.Period(year, "other", "span")
        return periods.Period(year, "calendar_year", "year")

    def _read_moment(self, index: int, short: bool = False) -> tuple[int | None, int | None, int] | None:
        """(year, month, index after) of "2007", "March 2007", "March 5, 2007", "5 March 2007", "March"."""
        pieces = self.pieces
        lows, kinds, size = pieces.lows, pieces.kinds, len(pieces)
        if index >= size:
            return None
        if kinds[index] == "digits":
            if self._is_year(index):
                return int(lows[index]), None, index + 1
            if (
                index + 1 < size
                and lows[index + 1] in periods.MONTHS
                and lows[index].isdigit()
                and int(lows[index]) <= 31
                and pieces.printed[index + 1][0].isupper()
            ):
                month = periods.MONTHS[lows[index + 1]]
                if index + 2 < size and self._is_year(index + 2):
                    return int(lows[index + 2]), month, index + 3
                return None, month, index + 2
            if short and len(lows[index]) == 2 and lows[index].isdigit():
                year = 2000 + int(lows[index])
                return (year, None, index + 1) if year <= 2040 else None
            return None
        if lows[index] not in periods.MONTHS or not pieces.printed[index][0].isupper():
            return None
        # "May" is a month only before a day or a year, or after a preposition.
        month, stop = periods.MONTHS[lows[index]], index + 1
        bare = True
        if stop < size and kinds[stop] in ("digits", "ordinal") and len(lows[stop].rstrip("stndrh")) <= 2:
            if lows[stop].isdigit() or kinds[stop] == "ordinal":
                stop, bare = stop + 1, False
        if stop < size and lows[stop] in (",", "of") and stop + 1 < size and self._is_year(stop + 1):
            return int(lows[stop + 1]), month, stop + 2
        if stop < size and self._is_year(stop):
            return int(lows[stop]), month, stop + 1
        if bare and lows[index] in _ALSO_WORDS and not (index and lows[index - 1] in _BEFORE_MONTH):
            return None
        return None, month, stop

    def _names_a_law(self, index: int, stop: int) -> bool:
        """Does the year belong to the name of a law, a treaty or an event ("the 2003 law", "Act of 1998")?"""
        pieces = self.pieces
        lows = pieces.lows
        before = lows[index - 1] if index else ""
        if before == "of" and index > 1 and {"law"} & WORDS.get(lows[index - 2], NO_TAGS):
            return True
        if before == "(" and index > 1 and {"law"} & WORDS.get(lows[index - 2], NO_TAGS):
            return True
        if before in _BEFORE_YEAR and before not in ("of", "and", "from", "to", "for", "by"):
            return False
        if (
            before in ("of", "from", "for", "by", "and", "to")
            and (index < 2 or lows[index - 2] != "the")
            and before != "and"
        ):
            return False
        for at in range(stop, min(stop + _LAW_GAP, len(lows))):
            word = lows[at]
            if pieces.kinds[at] == "mark" and word not in ("'", "’", "“", '"') and word not in _DASHES:
                return False
            tags = WORDS.get(word, NO_TAGS)
            if "law" in tags or "plan" in tags:
                return True
            if word in ("the", "a", "in", "of", "to", "were", "was", "and", "had", "have", "has"):
                return False
        return False

    def _articles(self, index: int, tags: frozenset[str]) -> int:
        """The list of article numbers after "articles", each a token of its own; `index` where none follows."""
        pieces = self.pieces
        if index >= len(pieces) or not (
            pieces.kinds[index] == "digits" or pieces.lows[index] in ("no", "nos", "number", "numbers")
        ):
            return index
        if pieces.lows[index] in ("no", "nos", "number", "numbers"):
            if index + 1 >= len(pieces) or pieces.kinds[index + 1] != "digits":
                return index
            self._word(index)
            index += 1
        end_of_text = pieces.ends[-1]
        position = pieces.starts[index]
        first = True
        while match := _ARTICLE.match(self.text, position, end_of_text):
            # "under Article 128 and 2007 saw": a year after the list is a year.
            word = match.group(1)
            if (
                first
                and "article_word" not in tags
                and self._counts_next(index + 1)
                and "," in self.pieces.printed[index]
            ):
                return index
            if not first and word.isdigit() and len(word) == 4 and 1990 <= int(word) <= 2035:
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
        last = self.out[-1].end
        while index < len(pieces) and pieces.starts[index] < last:
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
