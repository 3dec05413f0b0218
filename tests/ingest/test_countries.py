"""Tests of the country vocabulary: names, demonyms, regions, titles, and codes that depend on the edition."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.vocabulary.countries import (
    CASED,
    COUNTRIES,
    SURFACES,
    Surface,
    country_table,
    resolve_title,
)
from ingest.vocabulary.words import words

SHARED = Path(os.environ.get("TIP_SHARED", Path(__file__).resolve().parents[2].parent / "shared"))
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="no shared inputs: set TIP_SHARED")


def surface(text: str) -> Surface:
    return SURFACES[words(text)]


@pytest.mark.parametrize(
    ("name", "edition", "code"),
    [
        ("Korea, North", 2008, "PRK"),
        ("KOREA, REPUBLIC OF", 2003, "KOR"),
        ("gambia_the", 2010, "GMB"),
        ("The Gambia", 2019, "GMB"),
        ("BURMA", 2001, "MMR"),
        ("burma_myanmar", 2021, "MMR"),
        ("Congo, Republic of the", 2009, "COG"),
        ("Congo, Democratic Republic of the", 2009, "COD"),
        ("CONGO, DEMOCRATIC REPUBLIC OF THE (DRC)", 2012, "COD"),
        ("SERBIA AND MONTENEGRO", 2004, "SCG"),
        ("Serbia-Montenegro", 2005, "SCG"),
        ("Serbia", 2005, "SCG"),
        ("Serbia", 2007, "SRB"),
        ("Montenegro", 2007, "MNE"),
        ("Federal Republic of Yugoslavia", 2002, "SCG"),
        ("Kosovo", 2003, "XKX"),
        ("Curaçao", 2010, "ANT"),
        ("Curacao", 2011, "CUW"),
        ("Sint Maarten", 2013, "SXM"),
        ("Netherlands Antilles", 2009, "ANT"),
        ("South Sudan", 2012, "SSD"),
        ("Swaziland", 2008, "SWZ"),
        ("Eswatini", 2019, "SWZ"),
        ("COTE D’IVOIRE", 2006, "CIV"),
        ("Côte d'Ivoire", 2016, "CIV"),
        ("ST. VINCENT & THE GRENADINES", 2010, "VCT"),
        ("saint_vincent_and_the_grenadines", 2016, "VCT"),
        ("Türkiye", 2023, "TUR"),
        ("Macedonia, Former Yugoslav Republic of", 2005, "MKD"),
        ("North Macedonia", 2020, "MKD"),
        ("Czech Republic", 2004, "CZE"),
        ("Czechia", 2023, "CZE"),
        ("KAZAKHSTAN (Tier 2 Watch List)", 2012, "KAZ"),
        ("Macao", 2009, "MAC"),
        ("Atlantis", 2009, None),
        ("", 2009, None),
    ],
)
def test_a_title_gives_the_code_in_force_in_its_edition(name: str, edition: int, code: str | None) -> None:
    assert resolve_title(name, edition) == code


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("Tajiks", "demonym", "TJK"),
        ("Tajikistani", "demonym", "TJK"),
        ("Batswana", "demonym", "BWA"),
        ("Basotho", "demonym", "LSO"),
        ("Filipinas", "demonym", "PHL"),
        ("I-Kiribati", "demonym", "KIR"),
        ("Nigeriens", "demonym", "NER"),
        ("Nigerians", "demonym", "NGA"),
        ("South African", "demonym", "ZAF"),
        ("Central African Republic", "country", "CAF"),
        ("Bissau-Guinean", "demonym", "GNB"),
        ("Papua New Guinean", "demonym", "PNG"),
        ("Equatorial Guinea", "country", "GNQ"),
        ("Dominican", "demonym", "DOM"),
        ("U.A.E.", "country", "ARE"),
        ("UAE", "country", "ARE"),
        ("the United States", "country", "USA"),
        ("U.S.", "country", "USA"),
        ("Ivory Coast", "country", "CIV"),
        ("Cote dIvoire", "country", "CIV"),
        ("Democratic People's Republic of Korea", "country", "PRK"),
        ("Democratic Peoples Republic of Korea", "country", "PRK"),
        ("Kyrgyz Republic", "country", "KGZ"),
        ("Kyrgyzstan", "country", "KGZ"),
        ("East Timor", "country", "TLS"),
        ("Mauritian", "demonym", "MUS"),
        ("Benin City", "country", "NGA"),
        ("Inner Mongolia", "country", "CHN"),
        ("British Columbia", "country", "CAN"),
        ("African Americans", "demonym", "USA"),
        ("Mauritanian", "demonym", "MRT"),
    ],
)
def test_names_and_demonyms_give_their_country(text: str, kind: str, code: str) -> None:
    key = words(text)
    found = SURFACES[key[1:] if key[0] == "the" else key]
    assert (found.kind, found.code) == (kind, code)


@pytest.mark.parametrize(
    ("text", "region", "m49"),
    [
        ("West African", "West Africa", "011"),
        ("sub-Saharan Africa", "sub-Saharan Africa", "202"),
        ("African", "Africa", "002"),
        ("Eastern Europe", "Eastern Europe", "151"),
        ("Middle Eastern", "Middle East", None),
        ("Gulf Cooperation Council", "Gulf states", None),
        ("Latin America", "Latin America", "419"),
        ("South-East Asia", "Southeast Asia", "035"),
    ],
)
def test_regions_carry_a_code_where_one_fits(text: str, region: str, m49: str | None) -> None:
    found = surface(text)
    assert (found.kind, found.code, found.text, found.m49) == ("region", None, region, m49)


@pytest.mark.parametrize(
    ("text", "edition", "report", "code"),
    [
        ("Serbia", 2006, None, "SCG"),
        ("Serbia", 2007, None, "SRB"),
        ("Serbian", 2003, None, "SCG"),
        ("Serbia and Montenegro", 2006, None, "SCG"),
        ("Yugoslavia", 2002, None, "SCG"),
        ("South Sudan", 2010, None, "SDN"),
        ("South Sudanese", 2014, None, "SSD"),
        ("Congolese", 2014, None, "COD"),
        ("Congolese", 2014, "COG", "COG"),
        ("Dominicans", 2014, "DMA", "DMA"),
        ("Guinean", 2014, "SEN", "GIN"),
        ("Guinean", 2014, "GNB", "GNB"),
        ("Europe", 2014, None, None),
    ],
)
def test_a_name_that_changed_hands_depends_on_edition_and_report(
    text: str, edition: int, report: str | None, code: str | None
) -> None:
    assert surface(text).code_in(edition, report) == code


@pytest.mark.parametrize("word", ["us", "turkey", "polish", "chad", "jordan", "china"])
def test_words_with_another_meaning_need_capitals(word: str) -> None:
    assert (word,) in CASED


@pytest.mark.parametrize("word", ["english", "roma", "arab", "the", "gulf of", "united nations"])
def test_words_that_name_no_country_are_not_listed(word: str) -> None:
    assert words(word) not in SURFACES


def test_codes_agree_with_the_iso_register() -> None:
    for code, country in COUNTRIES.items():
        if code in ("XKX", "SCG", "ANT"):
            continue
        registered = pycountry.countries.get(alpha_3=code)
        assert registered is not None, code
        assert (registered.alpha_2, registered.numeric) == (country.iso_alpha2, country.iso_numeric)


def test_each_country_is_complete_and_its_successors_exist() -> None:
    assert len({country.name for country in COUNTRIES.values()}) == len(COUNTRIES)
    for country in COUNTRIES.values():
        assert country.un_region in ("Africa", "Americas", "Asia", "Europe", "Oceania")
        assert country.state_department_bureau in ("AF", "EAP", "EUR", "NEA", "SCA", "WHA")
        assert country.un_subregion
        assert all(code in COUNTRIES for code in country.successor_codes)
        assert words(country.name)


def test_no_key_is_shared_by_countries_without_a_rule() -> None:
    owners: dict[tuple[str, ...], set[str]] = {}
    for country in COUNTRIES.values():
        for printed in (*country.names, *country.demonyms):
            owners.setdefault(words(printed), set()).add(country.country_code)
    for key, codes in owners.items():
        if len(codes) > 1:
            assert codes == set(SURFACES[key].homonyms), key


def test_the_table_has_one_row_for_each_country() -> None:
    table = country_table()
    assert table.column("country_code").to_pylist() == sorted(COUNTRIES)
    successors = {row["country_code"]: row["successor_codes"] for row in table.to_pylist()}
    assert successors["SCG"] == ["SRB", "MNE"]
    assert successors["KAZ"] == []


@given(st.text(max_size=60), st.integers(2001, 2030))
def test_any_title_resolves_or_is_unknown(name: str, edition: int) -> None:
    code = resolve_title(name, edition)
    assert code is None or code in COUNTRIES


@needs_shared
def test_every_country_of_the_compiled_tiers_resolves() -> None:
    with (SHARED / "truth" / "tiers_2001_2015.csv").open(encoding="utf-8", newline="") as lines:
        unknown = {
            row["country"]
            for row in csv.DictReader(lines)
            if resolve_title(row["country"], int(row["edition_year"])) is None
        }
    assert not unknown


@needs_shared
def test_every_file_name_of_the_corpus_resolves() -> None:
    families = (SHARED / "corpus" / family for family in ("world_factbook", "tip_report"))
    files = [path for family in families for path in family.glob("*/*.txt")]
    assert len(files) > 400
    assert not [path for path in files if resolve_title(path.stem, int(path.parent.name)) is None]
