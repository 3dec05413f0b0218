"""Moments in the token pass: years, dates and spans, and the years that belong to the name of a law."""

from __future__ import annotations

from ingest.token_pieces import DASHES, TokenGround
from ingest.vocabulary import periods
from ingest.vocabulary.lexicon import NO_TAGS, WORDS
from ingest.vocabulary.words import word_set

_BEFORE_YEAR = word_set("in since of during by from until after before year late early mid through for and to")
# Names of months that are other words too, and what makes them months.
_ALSO_WORDS = word_set("may march mar jan sep dec sept")
_BEFORE_MONTH = word_set("in since to through and of until by from between last - –")
_LAW_GAP = 6


class Moments(TokenGround):
    """Reads moments: each method returns the index after what it read, or 0 where it read nothing."""

    def _moment(self, index: int) -> int:
        """A year, date or span at `index`."""
        read = self._read_moment(index)
        if read is None:
            return 0
        year, month, stop = read
        lows, size = self.pieces.lows, self.pieces.size
        before = lows[index - 1] if index else ""
        if month is None and year is not None:
            if before == "/" and index > 1 and lows[index - 2] == ")":
                return self._emit("year", index, stop, frozenset({"name"}), year)  # "Law 87(I)/2007"
            if before not in _BEFORE_YEAR and self._counts_next(stop):
                return 0
            if self._names_a_law(index, stop):
                return self._emit("year", index, stop, frozenset({"name"}), year)
        # A span to a second moment
        if stop < size and (lows[stop] in ("to", "through", "until", "and", "/") or lows[stop] in DASHES):
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
            return periods.month(year, month, self.edition)
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
        lows, shapes, size = pieces.lows, pieces.shapes, pieces.size
        if index >= size:
            return None
        if shapes[index].kind == "digits":
            if self._is_year(index):
                return int(lows[index]), None, index + 1
            if (
                index + 1 < size
                and lows[index + 1] in periods.MONTHS
                and lows[index].isdecimal()
                and int(lows[index]) <= 31
                and shapes[index + 1].printed[0].isupper()
            ):
                month = periods.MONTHS[lows[index + 1]]
                if index + 2 < size and self._is_year(index + 2):
                    return int(lows[index + 2]), month, index + 3
                return None, month, index + 2
            if short and len(lows[index]) == 2 and lows[index].isdecimal():
                year = 2000 + int(lows[index])
                return (year, None, index + 1) if year <= 2040 else None
            return None
        if lows[index] not in periods.MONTHS or not shapes[index].printed[0].isupper():
            return None
        # "May" is a month only before a day or a year, or after a preposition.
        month, stop = periods.MONTHS[lows[index]], index + 1
        bare = True
        if stop < size and shapes[stop].kind in ("digits", "ordinal") and len(lows[stop].rstrip("stndrh")) <= 2:
            if lows[stop].isdecimal() or shapes[stop].kind == "ordinal":
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
            if pieces.shapes[at].kind == "mark" and word not in ("'", "’", "“", '"') and word not in DASHES:
                return False
            tags = WORDS.get(word, NO_TAGS)
            if "law" in tags or "plan" in tags:
                return True
            if word in ("the", "a", "in", "of", "to", "were", "was", "and", "had", "have", "has"):
                return False
        return False
