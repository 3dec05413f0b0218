"""Numbers in digits and words, with their qualifiers and ranges; durations. No meaning beyond the number."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.vocabulary.words import word_set

UNITS: dict[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: dict[str, int] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES: dict[str, int] = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
                          "trillion": 1_000_000_000_000, "lakh": 100_000, "lakhs": 100_000, "crore": 10_000_000,
                          "crores": 10_000_000}  # fmt: skip
# "twenty-one" is one printed word.
COMPOUNDS: dict[str, int] = {
    f"{tens}-{unit}": TENS[tens] + UNITS[unit] for tens in TENS for unit in UNITS if 0 < UNITS[unit] < 10
}
# "one-hundred and fifteen"
HUNDREDS: dict[str, int] = {f"{unit}-hundred": 100 * value for unit, value in UNITS.items() if 0 < value < 10}
SMALL: dict[str, int] = {**UNITS, **TENS, **COMPOUNDS, **HUNDREDS}
FRACTIONS = word_set("half one-half one-third two-thirds one-quarter three-quarters one-fourth three-fourths one-fifth")

QUALIFIERS: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): qualifier
    for qualifier, phrases in {
        "approximately": (
            "approximately", "approx", "about", "some", "roughly", "nearly", "almost", "around", "an estimated",
            "estimated", "close to", "an average of", "approximately some", "just under some",
        ),
        "at_least": (
            "at least", "a minimum of", "no fewer than", "no less than", "not less than", "not fewer than",
            "a total of at least", "minimum of",
        ),
        "at_most": ("up to", "at most", "no more than", "not more than", "a maximum of", "as many as", "as much as",
                    "not exceeding", "not to exceed", "maximum of"),
        "more_than": ("over", "more than", "in excess of", "upwards of", "greater than", "well over", "just over",
                      "slightly more than", "longer than", "exceeding"),
        "fewer_than": ("under", "fewer than", "less than", "below", "just under", "slightly less than", "shorter than"),
    }.items()
    for phrase in phrases
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A count as stated: `value`, or for a range `low` and `high` (then `value` is None).

    `qualifier` is one of the contract's; `spelled` says that the number was printed in words.
    """

    value: int | None
    low: int | None = None
    high: int | None = None
    qualifier: str = "exact"
    spelled: bool = False

    def columns(self) -> dict[str, int | str | None]:
        """The contract's value columns, with `status`."""
        return {
            "status": "zero" if self.value == 0 else "reported",
            "value": self.value,
            "value_low": self.low,
            "value_high": self.high,
            "qualifier": self.qualifier,
        }


@dataclass(frozen=True, slots=True)
class Duration:
    """A span of time in months, rounded: `low` and `high` are equal for a single one.

    `qualifier` as in `Number`: "at least three years" has low 36 and qualifier `at_least`.
    """

    low: int
    high: int
    qualifier: str = "exact"


MONTHS_IN: dict[str, float] = {
    "year": 12, "years": 12, "month": 1, "months": 1, "week": 7 / 30.4375, "weeks": 7 / 30.4375,
    "day": 1 / 30.4375, "days": 1 / 30.4375, "night": 1 / 30.4375, "nights": 1 / 30.4375,
}  # fmt: skip


def read_spelled(words: list[str], start: int) -> tuple[int, int] | None:
    """The number spelled out from `words[start]`, as (value, index after it); None where none begins.

    Reads "five", "twenty-five", "one hundred and five", "three thousand two hundred", "two dozen".
    """
    total, current, index, last = 0, 0, start, start
    seen = False
    size = len(words)
    while index < size:
        word = words[index]
        small = SMALL.get(word)
        if small is not None:
            # "two five" is two numbers; "hundred five" and "twenty five" are one.
            if seen and not (
                (current % 100 == 0 and current and small < 100) or (current % 100 in TENS.values() and 0 < small < 10)
            ):
                break
            current += small
            seen, index = True, index + 1
            last = index
        elif word in SCALES and seen and current:
            scale = SCALES[word]
            if scale == 100:
                current *= 100
            else:
                total, current = total + current * scale, 0
            index += 1
            last = index
            # "one thousand two": the next small number starts afresh below the scale.
            if scale > 100 and not (index < size and words[index] in SMALL):
                break
            if scale > 100:
                tail = read_spelled(words, index)
                if tail and tail[0] < scale:
                    return total + tail[0], tail[1]
                break
        elif word == "dozen" and seen:
            return (total + current) * 12, index + 1
        elif (
            word == "and" and seen and current and current % 100 == 0 and index + 1 < size
            and SMALL.get(words[index + 1], 100) < 100 and words[index - 1].endswith(("hundred", "thousand"))
        ):  # fmt: skip
            index += 1
        else:
            break
    return (total + current, last) if seen else None
