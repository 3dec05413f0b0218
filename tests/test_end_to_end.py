"""The real corpus, from the folder to a published release, through the command: nothing is lost, the seed is whole."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ingest.home import Home
from ingest.schema import FACT_TABLES, MARTS
from tests.tip_warehouse.conftest import Published, tip


@pytest.fixture(scope="module")
def corpus(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Published:
    root = tmp_path_factory.mktemp("corpus")
    first = tip("run", "--home", root, "--landing", shared / "corpus", "--json")
    assert first.status == 0, first.err
    return Published(Home.at(root, shared / "corpus"), first)


def test_every_file_of_the_corpus_is_loaded_superseded_or_in_quarantine_with_a_reason(
    corpus: Published, shared: Path
) -> None:
    documents = corpus.first.json["documents"]
    files = [path for path in (shared / "corpus").rglob("*") if path.is_file()]
    assert documents["seen"] == len(files)
    assert (
        documents["seen"]
        == documents["loaded"] + documents["superseded"] + documents["duplicate"] + documents["quarantined"]
    )
    aside = tip("quarantine", "list", "--json", home=corpus.home.root).json
    assert len(aside) == documents["quarantined"] and all(row["reason"] for row in aside)
    sister = [row for row in aside if row["path"].startswith("human_rights_report_html/")]
    assert len(sister) == 6 and all("another report family" in row["reason"] for row in sister)


def test_the_release_holds_every_table_as_parquet(corpus: Published) -> None:
    files = {path.stem for path in (corpus.home.current / "parquet").glob("*.parquet")}
    assert files == {table.name for table in MARTS}


def test_the_seed_report_gives_every_row_of_its_labels_and_nothing_false(corpus: Published, shared: Path) -> None:
    scored = _score(corpus, shared, shared / "gold" / "dev" / "KAZ-2008.json")
    wrong = {
        (table, level): figures
        for table, levels in scored.items()
        for level in ("core", "full")
        if (figures := levels[level])["hits"] != figures["gold"] or figures["hits"] != figures["found"]
    }
    assert not wrong
    assert sum(levels["full"]["hits"] for levels in scored.values()) > 40
    assert scored.keys() == {table.name for table in FACT_TABLES}


def _score(corpus: Published, shared: Path, gold: Path) -> Any:
    command = [sys.executable, str(shared / "score" / "score.py"), "--json", "--gold", str(gold)]
    exports = ["--exports", str(corpus.home.current / "parquet")]
    return json.loads(subprocess.run([*command, *exports], check=True, capture_output=True, text=True).stdout)


def test_quotes_are_slices_of_the_document_text(corpus: Published) -> None:
    facts = " union all ".join(
        f"select report_id, quote, char_start, char_end from {table.name}" for table in FACT_TABLES
    )
    sql = f"""
        with texts as (
            select report_id, string_agg(text, chr(10) || chr(10) order by paragraph) as text
            from report_paragraphs group by report_id)
        select count(*) as facts, count(*) filter (where quote = text[char_start + 1 : char_end]) as true_quotes
        from ({facts}) join texts using (report_id)"""
    (row,) = tip("query", sql, "--format", "json", home=corpus.home.root).json
    assert row["facts"] == row["true_quotes"] > 1000


def test_the_years_most_people_want_are_those_of_the_contract(corpus: Published) -> None:
    sql = """select investigations, prosecutions, convictions, victims_identified, victims_identified_sex,
             victims_identified_labor, tier
             from law_enforcement_by_year where country_code = 'KAZ' and data_year = 2007"""
    (row,) = tip("query", sql, "--format", "json", home=corpus.home.root).json
    assert list(row.values()) == [22, 16, 19, None, 25, 87, "2"]


def test_tiers_agree_with_the_compiled_ones(corpus: Published, shared: Path) -> None:
    truth = shared / "truth" / "tiers_2001_2015.csv"
    sql = f"""
        select count(*) as compared, count(*) filter (where f.tier = t.tier) as equal
        from fact_tier_placement f join dim_country c using (country_code)
        join read_csv('{truth}', all_varchar = true) t on t.country = c.name and t.edition_year::int = f.edition_year"""
    (row,) = tip("query", sql, "--format", "json", home=corpus.home.root).json
    # Some labels of the Factbook are themselves wrong, and stay as printed.
    assert row["compared"] > 150 and row["equal"] >= 0.95 * row["compared"]
