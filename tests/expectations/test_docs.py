"""Data Docs: a page for each suite, what broke is shown, nothing is fetched, same findings make same bytes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from expectations.docs import write_docs
from expectations.gates import gate_facts, gate_marts
from expectations.report import GateReport
from ingest.home import Home
from tests.expectations.shelf import Shelf, write_marts


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> list[GateReport]:
    """Gate A on a shelf without a fault, gate B on one with a count that no gate lets pass."""
    folder, shelf = tmp_path_factory.mktemp("judged"), Shelf.of(4)
    home = shelf.write(Home.at(folder / "home"))
    marts = shelf.marts()
    marts["fact_victims"][1]["value"] = 10_000_000
    return [
        gate_facts(home, shelf.selection(), shelf.accounting()),
        gate_marts(write_marts(folder / "marts", marts), shelf.accounting()),
    ]


@pytest.fixture(scope="module")
def docs(reports: list[GateReport], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs") / "data_docs"
    write_docs(folder, reports)
    return folder


def test_every_suite_of_every_gate_has_a_page_that_the_index_leads_to(docs: Path, reports: list[GateReport]) -> None:
    index = (docs / "index.html").read_text()
    wanted = {f"{report.name}/{page.suite}.html" for report in reports for page in report.pages}
    assert set(re.findall(r'href="([^"]+)"', index)) == wanted
    assert {path.relative_to(docs).as_posix() for path in docs.rglob("*.html")} == wanted | {"index.html"}
    assert {"facts/inventory.html", "facts/editions.html", "marts/fact_victims.html", "marts/release.html"} <= wanted


def test_a_page_shows_every_expectation_and_the_row_that_breaks_one(docs: Path, reports: list[GateReport]) -> None:
    text = (docs / "marts" / "fact_victims.html").read_text()
    for outcome in reports[1].outcomes:
        if (
            outcome.suite == "fact_victims"
            and "schema" not in outcome.expectation
            and "NULL" not in outcome.expectation
        ):
            assert outcome.expectation in text
    assert "value 10000000" in text
    assert "1 unexpected values found. 25% of 4 total rows" in re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text))
    index = (docs / "index.html").read_text()
    assert 'Gate A: the facts before they are loaded: <span class="held">\npassed' in index
    assert 'Gate B: the release before it is published: <span class="broken">\nrefused' in index
    assert "value is between 0 and 1,000,000 where action is not other" in index


def test_pages_fetch_nothing_and_link_to_nothing_that_is_not_there(docs: Path) -> None:
    for page in docs.rglob("*.html"):
        text = page.read_text()
        assert "http" not in text
        assert "<script" not in text
        for target in re.findall(r'(?:href|src)="([^"#]+)"', text):
            assert (page.parent / target).is_file(), (page, target)


def test_the_same_findings_give_the_same_bytes_in_place_of_what_was_there(
    docs: Path, reports: list[GateReport], tmp_path: Path
) -> None:
    folder = tmp_path / "data_docs"
    folder.mkdir()
    (folder / "stale.html").write_text("of another run")
    files = write_docs(folder, reports)
    again = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.html")}
    assert again == {path.relative_to(docs): path.read_bytes() for path in docs.rglob("*.html")}
    assert len(files) == len(again)
    assert files[0] == folder / "index.html"


def test_text_of_reports_is_text_and_no_markup(tmp_path: Path) -> None:
    shelf = Shelf.of(1)
    shelf.of_document("fact_victims", 0)["quote"] = "<b onclick=x>30</b>"
    home = shelf.write(Home.at(tmp_path / "home"))
    write_docs(tmp_path / "docs", [gate_facts(home, shelf.selection(), shelf.accounting())])
    text = (tmp_path / "docs" / "facts" / "citations.html").read_text()
    assert "<b onclick" not in text
    assert "onclick=x&gt;30" in text
