"""Amounts in the token pass: numbers, ranges, money, percentages, durations and ages."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ingest.token_moments import Moments
from ingest.token_pieces import DASHES
from ingest.vocabulary import money, numbers
from ingest.vocabulary.lexicon import NO_TAGS, WORDS
from ingest.vocabulary.words import word_set

# Longer runs of digits, and amounts beyond, are telephone or account numbers, and no column could hold them.
_DIGITS = 19
_GREATEST = 1e15
# What joins the ends of a range.
_LINKS = DASHES | {"to", "and"}
# No age of a victim beyond.
_OLDEST = 30
_BEFORE_AGE = word_set("age aged ages of between from and")
_HALVES = (("and", "one-half"), ("and", "a", "half"))
# Behind a span of time: what leaves it open to one side ("60 months or longer").
_UPWARDS = word_set("more longer above over greater higher beyond")
_DOWNWARDS = word_set("less fewer shorter under below")


@lru_cache(maxsize=4096)
def _number_of(value: int, qualifier: str, spelled: bool) -> numbers.Number:
    return numbers.Number(value, qualifier=qualifier, spelled=spelled)


class Amounts(Moments):
    """Reads amounts: each method returns the index after what it read, or 0 where it read nothing."""

    def _named_currency(self, stop: int) -> tuple[str | None, int]:
        """The currency of a country named shortly before ("Norway gave 3 million kroner"), and the index after it."""
        for token in reversed(self.out[-8:]):
            if token.kind == "country" and token.value.code:
                unit = self.pieces.lows[stop]
                found = money.unit_of(unit, token.value.code, self.edition - 1)
                return (found, stop + 1) if found else (None, stop)
        return None, stop

    def _qualified(self, first: int, index: int, qualifier: str) -> int:
        """A number after a qualifier, with what may stand between: "at least an estimated 50"."""
        lows, size = self.pieces.lows, self.pieces.size
        if lows[index : index + 2] == ["a", "year"]:
            return self._duration(first, index + 1, 1, 1, qualifier)  # "less than a year"
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
        if index >= size or (self._is_year(index) and not self._counts_next(index + 1)):
            return 0  # "under a 2005 law", "over 2006"
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
        if read is not None and read[0] > _GREATEST:
            return None
        if read is None or read[1] >= len(lows) or lows[read[1]] != "and":
            return read
        if lows[read[1] : read[1] + 3] == ["and", "a", "half"]:
            scale = numbers.SCALES.get(lows[read[1] + 3], 1) if read[1] + 3 < len(lows) else 1
            return (read[0] + 0.5) * scale, read[1] + (4 if scale > 1 else 3), read[2]
        return read

    def _whole_amount(self, index: int) -> tuple[float, int, bool] | None:
        pieces = self.pieces
        lows, size = pieces.lows, pieces.size
        if index >= size:
            return None
        if pieces.shapes[index].kind == "digits":
            if len(lows[index]) > _DIGITS:
                return None
            amount = float(lows[index].replace(",", ""))
            index += 1
            if index < size and lows[index] in numbers.SCALES and lows[index] != "hundred":
                return amount * numbers.SCALES[lows[index]], index + 1, False
            if index < size and lows[index] in ("m", "mn", "bn") and pieces.shapes[index].kind == "word":
                return amount * (1e9 if lows[index] == "bn" else 1e6), index + 1, False
            return amount, index, False
        if lows[index] in ("a", "an"):
            if index + 1 < size and (lows[index + 1] in numbers.SCALES or lows[index + 1] == "dozen"):
                share = 0.5 if index and lows[index - 1] == "half" else 1.0  # "half a million"
                return share * numbers.SCALES.get(lows[index + 1], 12), index + 2, True
            return None
        read = numbers.read_spelled(lows, index) if lows[index] in numbers.SMALL else None
        if read is None:
            return None
        # "two and one-half years", "two and a half to five years"
        for half in _HALVES if read[1] < size and lows[read[1]] == "and" else ():
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
            pieces.lows, pieces.printed(index), pieces.starts, pieces.ends, index, self.country, self.edition - 1
        )

    def _number(self, index: int, qualifier: str, first: int) -> int:
        """A number, range, amount of money, percentage or duration at `index`; its token begins at `first`."""
        pieces = self.pieces
        lows, size = pieces.lows, pieces.size
        if index + 1 < size and pieces.shapes[index + 1].ends_number:
            # "22 investigations", "two women": most numbers.
            word = lows[index]
            count = numbers.SMALL.get(word)
            spelled = count is not None
            if count is None and len(word) < 4 and word.isdecimal():
                count = int(word)
            if count is not None and (count > _OLDEST or (first == index and not self._speaks_of_age(index))):
                return self._emit("number", first, index + 1, NO_TAGS, _number_of(count, qualifier, spelled))
        # No currency is written in digits.
        currency, at = (None, index) if pieces.shapes[index].kind == "digits" else self._currency_before(index)
        read = self._amount(at)
        if read is None:
            return 0
        low, stop, spelled = read
        high = low
        if stop < size and (lows[stop] in DASHES or lows[stop] in ("to", "and", "or")):
            low, high, stop = self._range(index, stop, low, currency)
        if not currency or currency == "USD":
            # "$40,000 CAD", "$3 million Australian dollars": the name after the amount decides
            after, stop = money.currency_after(lows, pieces.printed(stop), stop, self.country, self.edition - 1)
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
        if stop + 2 < size and lows[stop] == "or" and lows[stop + 1] == "more" and lows[stop + 2] in numbers.MONTHS_IN:
            return self._duration(first, stop + 2, low, high, "at_least")  # "five or more years"
        if stop + 1 < size and lows[stop] in DASHES and lows[stop + 1] in numbers.MONTHS_IN:
            return self._duration(first, stop + 1, low, high, qualifier)
        if stop + 1 < size and lows[stop] == "-" and lows[stop + 1] in money.UNITS:
            unit = pieces.printed(stop + 1)
            after, end = money.currency_after(lows, unit, stop + 1, self.country, self.edition - 1)
            if after and pieces.ends[stop] == pieces.starts[stop + 1]:  # "a 90,000-euro grant"
                if index and lows[index - 1] in ("a", "an"):
                    qualifier = "exact"  # "under a 90,000-euro contract"
                return self._emit("money", first, end, NO_TAGS, money.Money(after, low, high, qualifier))
        if (
            stop + 1 < size
            and lows[stop] in DASHES
            and lows[stop] != "—"
            and pieces.shapes[stop + 1].kind == "word"
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
            _number_of(int(low), qualifier, spelled)
            if low == high
            else numbers.Number(None, int(low), int(high), qualifier, spelled)
        )
        return self._emit("number", first, stop, NO_TAGS, number)

    def _range(self, index: int, stop: int, low: float, currency: str | None) -> tuple[float, float, int]:
        """(low, high, index after) of the range whose lower end stops at `stop`; low twice where it is none."""
        pieces = self.pieces
        lows, size = pieces.lows, pieces.size
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
            for word in reversed(lows[max(0, index - 60) : index]):
                if word in ("sentenced", "sentencing", ";"):
                    return word != ";"
            return False
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
        if index + 1 < pieces.size and left in numbers.SMALL and right in numbers.SMALL:
            unit = index + (2 if pieces.lows[index + 1] in DASHES else 1)
            if unit < pieces.size and pieces.lows[unit] in numbers.MONTHS_IN:
                return self._duration(index, unit, numbers.SMALL[left], numbers.SMALL[right], "exact")
        return 0

    def _half_term(self, index: int) -> int:
        """ "a two-and-a-half-year sentence": a duration; 0 for any other word."""
        lows = self.pieces.lows
        number = lows[index].removesuffix("-and")
        if number not in numbers.SMALL or lows[index + 1 : index + 2] != ["-"] or index + 2 >= self.pieces.size:
            return 0
        half, _, unit = lows[index + 2].rpartition("-")
        if half != "a-half" or unit not in numbers.MONTHS_IN:
            return 0
        months = round((numbers.SMALL[number] + 0.5) * numbers.MONTHS_IN[unit])
        return self._emit("duration", index, index + 3, frozenset({"time_unit"}), numbers.Duration(months, months))

    def _duration(self, first: int, unit: int, low: float, high: float, qualifier: str) -> int:
        lows, size = self.pieces.lows, self.pieces.size
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
        between = first > 0 and lows[first - 1] == "between"
        # "six years and six months", but "between six months and two years"
        rest = self._term(stop + 1) if bottom == top and stop < size and lows[stop] == "and" else None
        if rest is not None and rest[0] < 12 <= bottom and (not between or self._goes_on(rest[1])):
            bottom, top, stop = bottom + rest[0], top + rest[0], rest[1]
        # "18 months to eight years and two months": each end has its own unit.
        if stop + 2 < size and lows[stop] in _LINKS and (lows[stop] != "and" or between):
            end = self._term(stop + 1)
            if end is not None and end[0] > top:
                top, stop = end
                rest = self._term(stop + 1) if top >= 12 and stop < size and lows[stop] == "and" else None
                if rest is not None and rest[0] < 12:
                    top, stop = top + rest[0], rest[1]
        if bottom == top and top >= 12 and (rest := self._months_beside(stop)) is not None:
            bottom, top, stop = bottom + rest[0], top + rest[0], rest[1]
        if stop + 1 < size and lows[stop] in ("or", "and"):
            if lows[stop + 1] in _UPWARDS and (lows[stop] == "or" or lows[stop + 1] in ("above", "over", "beyond")):
                qualifier, stop = "at_least", stop + 2
            elif lows[stop] == "or" and lows[stop + 1] in _DOWNWARDS:
                qualifier, stop = "at_most", stop + 2
        value = numbers.Duration(round(bottom), round(top), qualifier)
        return self._emit("duration", first, stop, frozenset({"time_unit"}), value)

    def _months_beside(self, stop: int) -> tuple[float, int] | None:
        """ "seven years, six months", "three years six months", "a year and a day": what goes with years before it."""
        lows, size = self.pieces.lows, self.pieces.size
        if lows[stop : stop + 3] == ["and", "a", "day"]:
            return 0.0, stop + 3
        comma = stop < size and lows[stop] == ","
        rest = self._term(stop + comma) if stop + comma < size else None
        if rest is None or not 0 < rest[0] < 12 or lows[rest[1] - 1] not in ("month", "months"):
            return None
        following = lows[rest[1] : rest[1] + 1]
        if comma and following and following[0] in ("and", "or", "to"):
            return None
        if (
            comma
            and following == [","]
            and (lows[rest[1] + 1 : rest[1] + 2] in (["and"], ["or"]) or self._term(rest[1] + 1) is not None)
        ):
            return None  # "terms of two years, six months, and …": a list
        return rest

    def _term(self, index: int) -> tuple[float, int] | None:
        """A single span of time at `index`, in months, and the index after it."""
        read = self._amount(index) if index < self.pieces.size else None
        if read is None or read[1] >= self.pieces.size or self.pieces.lows[read[1]] not in numbers.MONTHS_IN:
            return None
        return read[0] * numbers.MONTHS_IN[self.pieces.lows[read[1]]], read[1] + 1

    def _goes_on(self, index: int) -> bool:
        """Is there an "and" with one more span of time at `index` ("between a year and two months and three years")?"""
        return index < self.pieces.size and self.pieces.lows[index] == "and" and self._term(index + 1) is not None

    def _speaks_of_age(self, index: int) -> bool:
        """May the number at `index` be an age, by the word before it?"""
        return index > 0 and self.pieces.lows[index - 1] in _BEFORE_AGE

    def _is_age(self, first: int, index: int, stop: int, high: float) -> bool:
        if high > _OLDEST:
            return False
        lows, size = self.pieces.lows, self.pieces.size
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
