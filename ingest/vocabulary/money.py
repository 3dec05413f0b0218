"""Currencies as printed: symbols, codes and names, resolved by the report's country and edition, and the amounts."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.vocabulary import DATA
from ingest.vocabulary.countries import SURFACES
from ingest.vocabulary.words import word_set

_OPEN = 9999


# Alone, these symbols mean one currency, whatever the report's country: the reports print "$" for US dollars.
SYMBOLS: dict[str, str] = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₦": "NGN", "₹": "INR", "₨": "INR", "₡": "CRC", "₱": "PHP",
    "₫": "VND", "฿": "THB", "₸": "KZT", "₴": "UAH", "₾": "GEL", "₺": "TRY", "₽": "RUB", "₪": "ILS", "₩": "KRW",
    "₭": "LAK", "₮": "MNT", "₵": "GHS", "₲": "PYG", "៛": "KHR", "৳": "BDT", "֏": "AMD", "₼": "AZN", "؋": "AFN",
}  # fmt: skip
# In the report on the second code's country, the symbol is its own currency.
_SYMBOL_AT_HOME: dict[str, dict[str, str]] = {"¥": {"CHN": "CNY"}, "£": {"EGY": "EGP", "LBN": "LBP", "SYR": "SYP"}}
# Letters that stand right before "$".
_DOLLARS: dict[str, str] = {
    "us": "USD", "usd": "USD", "a": "AUD", "au": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD",
    "cdn": "CAD", "cad": "CAD", "nz": "NZD", "nzd": "NZD", "hk": "HKD", "hkd": "HKD", "s": "SGD", "sgd": "SGD",
    "nt": "TWD", "ntd": "TWD", "tt": "TTD", "ttd": "TTD", "ec": "XCD", "ecd": "XCD", "xcd": "XCD", "j": "JMD",
    "ja": "JMD", "bz": "BZD", "bzd": "BZD", "bds": "BBD", "bbd": "BBD", "b": "BSD", "g": "GYD", "gy": "GYD",
    "n": "NAD", "f": "FJD", "fj": "FJD", "l": "LRD", "ld": "LRD", "z": "ZWL", "si": "SBD", "r": "BRL", "mx": "MXN",
    "rd": "DOP", "ci": "KYD", "sr": "SRD", "mop": "MOP",
}  # fmt: skip
# Abbreviations that stand before or after an amount and are no ISO code.
_ABBREVIATIONS: dict[str, str] = {
    "rmb": "CNY", "nis": "ILS", "ntd": "TWD", "ecd": "XCD", "cfa": "XOF", "fcfa": "XOF", "ksh": "KES", "kshs": "KES",
    "ush": "UGX", "ushs": "UGX", "tsh": "TZS", "tshs": "TZS", "tk": "BDT", "nu": "BTN", "rm": "MYR", "naf": "ANG",
    "nafl": "ANG", "gh": "GHS", "ghc": "GHC", "frw": "RWF", "fbu": "BIF", "fmg": "MGF", "sr": "SAR", "qr": "QAR",
    "kd": "KWD", "bd": "BHD", "jd": "JOD", "dhs": "AED", "dh": "AED", "kc": "CZK", "kč": "CZK", "kr": "SEK",
    "kn": "HRK", "ft": "HUF", "zl": "PLN", "zł": "PLN", "lv": "BGN", "ls": "LVL", "lt": "LTL", "km": "BAM",
    "euro": "EUR", "euros": "EUR", "le": "SLL", "mur": "MUR", "php": "PHP", "p": "PHP", "q": "GTQ", "k": "ZMW",
    "r": "ZAR", "rs": "INR", "n": "NGN", "nrs": "NPR", "slrs": "LKR", "pkrs": "PKR", "inrs": "INR",
    "rp": "IDR", "e": "SZL", "mk": "MWK", "d": "GMD", "vt": "VUV", "br": "ETB", "bs": "BOB", "gs": "PYG", "af": "AFN",
    "afs": "AFN", "sfr": "CHF", "lps": "HNL", "mt": "MZN", "db": "STN", "l": "HNL",
}  # fmt: skip
# One or two letters that mean a currency only in the reports of these countries.
_ONLY_IN: dict[str, dict[str, str]] = {
    "r": {"ZAF": "ZAR"}, "k": {"ZMB": "ZMW", "PNG": "PGK", "MWI": "MWK"}, "p": {"PHL": "PHP", "BWA": "BWP"},
    "q": {"GTM": "GTQ"},
    "n": {"NGA": "NGN"}, "le": {"SLE": "SLL", "EGY": "EGP"}, "sr": {"SAU": "SAR"}, "qr": {"QAT": "QAR"},
    "kd": {"KWT": "KWD"}, "bd": {"BHR": "BHD"}, "jd": {"JOR": "JOD"}, "dh": {"ARE": "AED", "MAR": "MAD"},
    "dhs": {"ARE": "AED", "MAR": "MAD"}, "kr": {"SWE": "SEK", "NOR": "NOK", "DNK": "DKK", "ISL": "ISK"},
    "ft": {"HUN": "HUF"}, "lv": {"BGR": "BGN"}, "ls": {"LVA": "LVL"}, "lt": {"LTU": "LTL"}, "km": {"BIH": "BAM"},
    "kn": {"HRV": "HRK"}, "zl": {"POL": "PLN"}, "kc": {"CZE": "CZK"}, "nu": {"BTN": "BTN"}, "gh": {"GHA": "GHS"},
    "rp": {"IDN": "IDR"}, "e": {"SWZ": "SZL"}, "mk": {"MWI": "MWK"}, "d": {"GMB": "GMD"}, "vt": {"VUT": "VUV"},
    "br": {"ETH": "ETB"}, "bs": {"BOL": "BOB", "VEN": "VEF"}, "gs": {"PRY": "PYG"}, "af": {"AFG": "AFN"},
    "afs": {"AFG": "AFN"}, "lps": {"HND": "HNL"}, "mt": {"MOZ": "MZN"}, "db": {"STP": "STN"}, "l": {"HND": "HNL"},
    "rm": {"MYS": "MYR"}, "cfa": {}, "fcfa": {}, "rs": {},
}  # fmt: skip
_MIXED_CASE = word_set(
    "euro euros rs nrs slrs inrs pkrs tk nu ksh kshs tsh tshs ush ushs le fcfa rp br bs gs vt af afs sfr lps mt db"
)
_DOTTED = word_set("rs tk nu gh rp bs gs lps br")
_NEVER_AFTER = frozenset(_ONLY_IN) - {"cfa", "fcfa", "rm"}
# Codes that no other name collides with. Every other code is taken in the report of a country that uses it, or
# with an amount of thousands: "22 THB cases" are no baht, nor is the CRC a colón.
_WELL_KNOWN = word_set(
    "USD EUR GBP CHF AUD CAD NZD JPY CNY SEK NOK DKK INR ZAR SGD HKD TWD XCD KES NGN XOF XAF TTD AED"
)
_SCALES = word_set("thousand million billion trillion lakh lakhs crore crores m mn bn")
# Names that no country's adjective opens.
_NAMES: dict[tuple[str, ...], str] = {
    tuple(name.split()): code
    for code, names in {
        "USD": "us dollars|us dollar|american dollars|u s dollars",
        "EUR": "euros|euro",
        "GBP": "pounds sterling|british pounds sterling|sterling|uk pounds",
        "XCD": "eastern caribbean dollars|east caribbean dollars|eastern caribbean dollar|east caribbean dollar"
        "|ec dollars|ec dollar",
        "XAF": "central african cfa francs|central african francs|central african franc|central african cfa",
        "XOF": "west african cfa francs|west african francs|west african cfa|west african franc",
        "BAM": "convertible marks|bosnian marks|konvertibilna marka|bosnian convertible marks|konvertible marks",
        "TWD": "new taiwan dollars|new taiwan dollar|taiwan dollars|taiwan dollar",
        "PEN": "nuevos soles|nuevo sol|new soles",
        "ILS": "new israeli shekels|israeli new shekels|new shekels",
        "ANG": "netherlands antillean guilders|antillean guilders|netherlands antilles guilders",
        "CNY": "chinese renminbi|renminbi yuan|yuan renminbi",
        "RON": "new lei|romanian new lei",
        "TRY": "new turkish lira|turkish new lira",
        "CVE": "cape verdean escudos|cabo verdean escudos",
        "PGK": "papua new guinean kina",
        "HKD": "hong kong dollars",
        "VES": "bolivares soberanos|sovereign bolivars",
        "VEF": "bolivares fuertes|bolivars fuertes",
    }.items()
    for name in names.split("|")
}
# Words for the francs of two unions, told apart by the report's country.
_CFA = (("cfa", "francs"), ("cfa", "franc"), ("fcfa",), ("cfa",), ("francs", "cfa"), ("franc", "cfa"))
# Units that are words of other meaning: taken only where the report's country or an adjective decides.
_ALSO_WORDS = word_set(
    "won sum sums real sol mark marks pound crown crowns colon leone leones dong dram drams rand pula top km rm nu tk"
    " dh dhs afs lat lats lei lev birr lari loti som soms tala kina kip kips lek"
)
# A bare unit in the report of a country that has no such currency.
_ELSEWHERE: dict[str, str] = {
    "dollar": "USD", "dollars": "USD", "pound": "GBP", "pounds": "GBP", "franc": "CHF", "francs": "CHF",
    "rupee": "INR", "rupees": "INR", "yuan": "CNY", "ruble": "RUB", "rubles": "RUB",
}  # fmt: skip
_MAX_WORDS = 4


@dataclass(frozen=True, slots=True)
class Money:
    """An amount as stated, in units of `currency` (ISO 4217); `low` and `high` are equal unless it is a range."""

    currency: str
    low: float
    high: float
    qualifier: str = "exact"

    @property
    def amount(self) -> Decimal | None:
        """The amount; None for a range."""
        return decimal(self.low) if self.low == self.high else None


def decimal(amount: float) -> Decimal:
    """An amount of money with two decimals, as the contract stores it."""
    return Decimal(repr(round(amount, 2)))


@dataclass(frozen=True, slots=True)
class _Use:
    country: str
    currency: str
    first: int
    last: int


def _load() -> tuple[frozenset[str], dict[str, tuple[_Use, ...]], dict[str, tuple[_Use, ...]]]:
    """Codes; unit word → the countries that use it so; country → its currencies."""
    codes: set[str] = set()
    units: dict[str, list[_Use]] = {}
    homes: dict[str, list[_Use]] = {}
    with (DATA / "currencies.csv").open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        for code, _, names, countries in rows:
            codes.add(code)
            uses = []
            for cell in countries.split("|") if countries else ():
                country, _, span = cell.partition(":")
                first, _, last = span.partition("-")
                uses.append(_Use(country, code, int(first or 0), int(last or _OPEN)))
            for use in uses:
                homes.setdefault(use.country, []).append(use)
            for name in names.split("|"):
                units.setdefault(name, []).extend(uses or [_Use("", code, 0, _OPEN)])
    return (
        frozenset(codes),
        {name: tuple(uses) for name, uses in units.items()},
        {country: tuple(uses) for country, uses in homes.items()},
    )


CODES, UNITS, _HOMES = _load()
_FIRST_WORDS = frozenset({name[0] for name in (*_NAMES, *_CFA)})
# Words that may open an amount of money: a letter or code before the number.
OPENERS: frozenset[str] = frozenset({
    *(code.lower() for code in CODES), *_ABBREVIATIONS, *_DOLLARS, "rs", "cfa", "fcfa",
})  # fmt: skip


def unit_of(unit: str, country: str, year: int) -> str | None:
    """The currency that a unit such as "pesos" names in a country in a year; None where it has none of that name.

    Of several in turn the one in force in `year` counts, else the one that ended last before it.
    """
    fitting = [use for use in UNITS.get(unit, ()) if use.country == country]
    if not fitting:
        return None
    for use in fitting:
        if use.first <= year <= use.last:
            return use.currency
    return max(fitting, key=lambda use: use.last).currency


def _bare(unit: str, country: str, year: int) -> str | None:
    """The currency of a unit without an adjective."""
    if unit in ("dollar", "dollars"):
        return "USD"
    found = unit_of(unit, country, year)
    if found:
        return found
    if unit in _ALSO_WORDS:
        return None
    currencies = {use.currency for use in UNITS[unit]}
    if len(currencies) == 1:
        return next(iter(currencies))
    if unit in _ELSEWHERE:
        return _ELSEWHERE[unit]
    # Successive currencies of one country: "Zambian" goes without saying.
    countries = {use.country for use in UNITS[unit]}
    return unit_of(unit, next(iter(countries)), year) if len(countries) == 1 else None


# The words with which a country's name or adjective before a unit may begin, and a currency's name after an amount.
BEFORE_UNITS = frozenset({"new", *_FIRST_WORDS, *(key[0] for key in SURFACES)})


def _cfa(country: str) -> str:
    return "XAF" if any(use.currency == "XAF" for use in _HOMES.get(country, ())) else "XOF"


def _code(word: str, amount: str, country: str, year: int) -> str | None:
    """The currency of a printed code or abbreviation in capitals, beside the printed end (or start) of an amount."""
    if word in _ONLY_IN:
        if word in ("cfa", "fcfa"):
            return _cfa(country)
        if word == "k" and country == "ZMB":
            return unit_of("kwacha", country, year)
        if word == "rs":
            return unit_of("rupees", country, year) or "INR"
        return _ONLY_IN[word].get(country)
    code = word.upper()
    if code in CODES:
        if code in _WELL_KNOWN or "," in amount or amount in _SCALES:
            return code
        return code if any(use.currency == code for use in _HOMES.get(country, ())) else None
    return _ABBREVIATIONS.get(word)


def currency_before(
    lows: Sequence[str], printed: str, starts: Sequence[int], ends: Sequence[int], index: int, country: str, year: int,
) -> tuple[str | None, int]:  # fmt: skip
    """The currency that stands before an amount at `index`, and where the amount begins.

    "$35,000", "US$35,000", "USD 35,000", "AUD $35,000", "Rs. 35,000", "NT$35,000"; (None, index) where no
    currency stands there. The lists are the pieces of the text, normal forms and offsets; `printed` is the one at
    `index` as it is printed, "" beyond the last.
    """
    size = len(lows)
    if index >= size:
        return None, index
    low = lows[index]
    if low in SYMBOLS:
        if index + 1 < size and lows[index + 1][0].isdigit():
            return _SYMBOL_AT_HOME.get(low, {}).get(country) or SYMBOLS[low], index + 1
        return None, index
    if index + 1 >= size or not printed[0].isalpha():
        return None, index
    after = lows[index + 1]
    if after == "$" and index + 2 < size and lows[index + 2][0].isdigit() and printed[0].isupper():
        # "A $500 grant" begins a sentence; "A$500" is Australian.
        if low in _DOLLARS and (ends[index] == starts[index + 1] or len(low) > 2):
            return _DOLLARS[low], index + 2
        return None, index
    if not after[0].isdigit():
        number = index + 2
        if after in (".", "¢", "₵") and low in _DOTTED and number < size and lows[number][0].isdigit():
            return _code(low, lows[number], country, year), number
        return None, index
    if not printed.isupper() and low not in _MIXED_CASE:
        return None, index
    scaled = index + 2 < size and lows[index + 2] in _SCALES
    found = _code(low, lows[index + 2] if scaled else after, country, year)
    return (found, index + 1) if found else (None, index)


def currency_after(lows: Sequence[str], printed: str, index: int, country: str, year: int) -> tuple[str | None, int]:
    """The currency that stands after an amount ending at `index`, and the index after it.

    "35,000 euros", "35,000 USD", "2 million Kenyan shillings", "500,000 CFA francs"; (None, index) where no
    currency stands there. A bare unit ("pesos") is resolved by the report's `country` and its currencies in `year`;
    `printed` is the piece at `index` as it is printed, "" beyond the last.
    """
    size = len(lows)
    if index >= size:
        return None, index
    low = lows[index]
    if low in _FIRST_WORDS:
        for length in range(min(_MAX_WORDS, size - index), 0, -1):
            key = tuple(lows[index : index + length])
            if key in _CFA:
                return _cfa(country), index + length
            if key in _NAMES:
                return _NAMES[key], index + length
    if low in UNITS:
        if low in ("franc", "francs") and index + 1 < size and lows[index + 1] == "cfa":
            return _cfa(country), index + 2
        found = _bare(low, country, year)
        # "1.2 million HNL", "RM": a unit that is an abbreviation too must be printed as one.
        if found and (len(low) > 2 or printed.isupper()):
            return found, index + 1
        return None, index
    if printed.isupper() and low not in _NEVER_AFTER and (
        found := _code(low, lows[index - 1] if index else "", country, year)
    ):  # fmt: skip
        stop = index + 1
        if stop < size and lows[stop] in ("dollars", "dollar", "francs"):
            stop += 1
        return found, stop
    return _with_adjective(lows, index, country, year) if low in BEFORE_UNITS else (None, index)


def _with_adjective(lows: Sequence[str], index: int, country: str, year: int) -> tuple[str | None, int]:
    """ "Kenyan shillings", "new Zambian kwacha", "South African rand", "New Zealand dollars", "new kwacha"."""
    at = index
    if lows[index] == "new" and tuple(lows[index : index + 2]) not in SURFACES:
        at = index + 1
        if at < len(lows) and lows[at] in UNITS and lows[at] not in ("dollar", "dollars"):
            return _bare(lows[at], country, _OPEN), at + 1
    for length in (1, 2, 3):
        unit = at + length
        if unit >= len(lows):
            break
        if lows[unit] in ("new", "convertible", "hard") and unit + 1 < len(lows):
            unit += 1
        if lows[unit] in UNITS:
            surface = SURFACES.get(tuple(lows[at : at + length]))
            if surface is None and length == 1:
                continue
            if surface is not None:
                codes = [code for code in (surface.code, *surface.homonyms) if code]
                for code in codes:
                    if found := unit_of(lows[unit], code, year):
                        return found, unit + 1
    return None, index
