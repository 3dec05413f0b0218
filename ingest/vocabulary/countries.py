"""Countries, territories and regions of the world: their codes, and every word that names them or their people."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from ingest.vocabulary import DATA
from ingest.vocabulary.words import damaged_spellings, words

if TYPE_CHECKING:
    import pyarrow

# Words that two countries share: the one meant where the report is about neither of them.
_FIRST_MEANING = {
    "congolese": "COD",
    "dominican": "DOM",
    "dominicans": "DOM",
    "guinean": "GIN",
    "guineans": "GIN",
    "korean": "KOR",
    "koreans": "KOR",
    "samoan": "WSM",
    "samoans": "WSM",
}
# Names that are other words when printed without capitals ("the us", "to polish", "a poles apart").
_ALSO_WORDS = (
    "us", "uk", "car", "eu", "nis", "cis", "roc", "rok", "fry", "rmi", "polish", "pole", "poles", "turkey", "turk",
    "turks", "china", "chad", "jordan", "jersey", "reunion", "guinea", "guinea fowl", "dane", "danes", "swede",
    "swedes", "finn", "finns", "saba", "georgia", "georgian", "chile", "mali", "niger", "oman", "panama", "cuba",
    "lao", "swiss", "dutch", "french", "gulf", "andean", "pacific", "balkan", "baltic", "nordic", "america", "japan",
    "malay", "thai", "manx", "hawaii", "holland", "greek", "german", "germans", "indian", "holy see", "levant",
    "czech", "svg", "fsm",
)  # fmt: skip

Kind = Literal["country", "demonym", "region"]


@dataclass(frozen=True, slots=True)
class Country:
    """One country or territory, as the reports treat or mention it.

    `valid_from` and `valid_to` are the first and last edition year in which the code was in force (None: open).
    `name` is how the latest edition writes it; `names` are all spellings, with the cities and parts whose names hold
    or stand for a country's ("Benin City", "Dubai"); `demonyms` are its adjectives and people.
    """

    country_code: str
    iso_alpha2: str
    iso_numeric: str | None
    name: str
    official_name: str
    un_region: str
    un_subregion: str
    state_department_bureau: str
    valid_from: int | None
    valid_to: int | None
    successor_codes: tuple[str, ...]
    names: tuple[str, ...]
    demonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Surface:
    """What a word or phrase names: a country, the people or things of a country, or a region.

    `code` is the ISO alpha-3 code (None for a region), `m49` the UN M49 code of a region (None where none
    fits), `text` the canonical printed form. `alternatives` are (last edition year, code) pairs for names
    that stood for another code before; `homonyms` are the other countries that the same word may mean.
    """

    kind: Kind
    code: str | None
    m49: str | None
    text: str
    alternatives: tuple[tuple[int, str], ...] = ()
    homonyms: tuple[str, ...] = ()

    def code_in(self, edition_year: int, report_country: str | None = None) -> str | None:
        """The code in force in an edition; in a country's own report a shared word means that country.

        "Serbia" is SCG up to edition 2006 and SRB after; "Congolese" is COG in the report on the Republic of
        the Congo and COD elsewhere. None for a region.
        """
        if report_country is not None and report_country in self.homonyms:
            return report_country
        for last_year, code in self.alternatives:
            if edition_year <= last_year:
                return code
        return self.code


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _load_countries() -> dict[str, Country]:
    with (DATA / "countries.csv").open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        return {
            row[0]: Country(
                row[0],
                row[1],
                row[2] or None,
                row[3],
                row[4],
                row[5],
                row[6],
                row[7],
                int(row[8]) if row[8] else None,
                int(row[9]) if row[9] else None,
                _split(row[10]),
                _split(row[11]),
                _split(row[12]),
            )
            for row in rows
        }


COUNTRIES: dict[str, Country] = _load_countries()


def _predecessors() -> dict[str, tuple[tuple[int, str], ...]]:
    """Code → ((last edition year of the code before it, that code), …), from the successors in the data."""
    found: dict[str, tuple[tuple[int, str], ...]] = {}
    for country in COUNTRIES.values():
        for code in country.successor_codes:
            if (first := COUNTRIES[code].valid_from) is not None:
                found[code] = ((first - 1, country.country_code),)
    return found


_BEFORE = _predecessors()


def _keys(printed: str) -> Iterator[tuple[str, ...]]:
    """The token keys under which a name may stand in a text: as spelled, without accents, without apostrophes."""
    if printed.isascii() and printed.replace(" ", "").isalpha():
        key = tuple(printed.lower().split(" "))
        yield key
        if len(key) == 1 and len(key[0]) >= 5 and "f" in key[0]:
            for damaged in damaged_spellings(key[0]):
                yield (damaged,)
        return
    yield words(printed)
    plain = _unaccented(printed)
    if plain != printed:
        yield words(plain)
    if "'" in plain:
        yield words(plain.replace("'", ""))


def _unaccented(text: str) -> str:
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _runs_on(name: str) -> bool:
    """Is this a title's inverted form that would swallow the comma of a list ("Taiwan, China, and …")?"""
    return ", " in name and "Republic of" not in name


def _without_article(name: str) -> str:
    return name[4:] if name[:4] in ("the ", "The ") else name


def _load_surfaces() -> dict[tuple[str, ...], Surface]:
    found: dict[tuple[str, ...], Surface] = {}
    for country in COUNTRIES.values():
        code = country.country_code
        before = _BEFORE.get(code, ())
        kinds: tuple[tuple[Kind, tuple[str, ...]], ...] = (("country", country.names), ("demonym", country.demonyms))
        for kind, printed_forms in kinds:
            for printed in printed_forms:
                if _runs_on(printed):
                    continue
                for key in _keys(_without_article(printed)):
                    other = found.get(key)
                    if other is None or other.code == code:
                        found.setdefault(key, Surface(kind, code, None, printed, before))
                        continue
                    first = _FIRST_MEANING.get(" ".join(key))
                    assert first is not None, f"{printed!r} names {other.code} and {code}"
                    shared = tuple(sorted({*other.homonyms, str(other.code), code}))
                    found[key] = Surface(kind, first, None, printed, _BEFORE.get(first, ()), shared)
    with (DATA / "regions.csv").open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        next(rows)
        for region, m49, names, adjectives in rows:
            for printed in (region, *_split(names), *_split(adjectives)):
                for key in _keys(_without_article(printed)):
                    other = found.get(key)
                    assert other is None or other.kind == "region", f"{printed!r} is a region and {other}"
                    found.setdefault(key, Surface("region", None, m49 or None, region))
    return found


SURFACES: dict[tuple[str, ...], Surface] = _load_surfaces()
# Keys that count only where the first letter (of names of two letters: every letter) is printed in capitals.
CASED: frozenset[tuple[str, ...]] = frozenset(
    key for key in (tuple(word.split(" ")) for word in _ALSO_WORDS) if key in SURFACES
)


def _title_key(name: str) -> str:
    """A name as titles and file names write it, without case, accents, punctuation, articles and "tier" notes."""
    plain = _unaccented(name).lower().replace("’", "'").replace("'", "").replace("&", " and ")
    parts = "".join(c if c.isalnum() else " " for c in plain).split()
    return " ".join("saint" if part == "st" else part for part in parts if part != "the")


@cache
def _titles() -> dict[str, str]:
    found: dict[str, str] = {}
    for country in COUNTRIES.values():
        for printed in country.names:
            key = _title_key(printed)
            other = found.setdefault(key, country.country_code)
            assert other == country.country_code, f"the title {printed!r} names {other} and {country.country_code}"
    return found


def resolve_title(name: str, edition_year: int) -> str | None:
    """The country code, in force in that edition, of a name on a title line or in a file name; None if unknown.

    Takes "Korea, North", "gambia_the", "BURMA", "Congo, Republic of the", "KAZAKHSTAN (Tier 2)".
    """
    code = _titles().get(_title_key(name))
    if code is None and "(" in name:
        code = _titles().get(_title_key(name.partition("(")[0]))
    if code is None:
        return None
    for last_year, earlier in _BEFORE.get(code, ()):
        if edition_year <= last_year:
            return earlier
    return code


def country_table() -> pyarrow.Table:
    """All countries, one row each, sorted by code: the columns of `dim_country` that do not depend on facts, and

    the first and last edition in which the code was in force (NULL: open).
    """
    import pyarrow as pa

    rows = [COUNTRIES[code] for code in sorted(COUNTRIES)]
    text = ("country_code", "iso_alpha2", "iso_numeric", "name", "official_name", "un_region", "un_subregion",
            "state_department_bureau")  # fmt: skip
    columns: dict[str, pa.Array] = {name: pa.array([getattr(row, name) for row in rows], pa.string()) for name in text}
    columns["successor_codes"] = pa.array([list(row.successor_codes) for row in rows], pa.list_(pa.string()))
    for name in ("valid_from", "valid_to"):
        columns[name] = pa.array([getattr(row, name) for row in rows], pa.int16())
    return pa.table(columns)
