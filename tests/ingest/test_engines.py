"""Extraction engines: whichever is chosen, the lake has the same bytes; and what each says when it cannot work."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest import engines
from ingest.document import Document, Extraction
from ingest.engines import Dask, Engine, EngineError, Here, Pool, attempt, engine_of
from ingest.home import Home
from ingest.readers import read
from ingest.stages import extract_facts, read_documents, take_inventory

TEXT = (
    "Trafficking in Persons Report 2009 - {country}\n\n{country} is a source country for women trafficked to Italy for "
    "commercial sexual exploitation.\n\nIn 2008, police investigated {number} trafficking cases, and courts convicted "
    "nine traffickers. The government identified 46 victims of trafficking in 2008.\n"
)
COUNTRIES = ("Kenya", "Peru", "Albania", "Malawi", "Laos", "Nepal", "Chad", "Togo", "Mali", "Niger")


@pytest.fixture(scope="module")
def read_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home whose documents were read and whose facts were not."""
    home = Home.at(tmp_path_factory.mktemp("engines") / "home").create()
    for number, country in enumerate(COUNTRIES, 11):
        (home.landing / f"{country}.txt").write_text(TEXT.format(country=country, number=number))
    take_inventory(home, settle_seconds=0)
    read_documents(home)
    return home


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a Dask scheduler on this machine, with two workers that are processes of their own."""
    distributed = pytest.importorskip("distributed", reason="Dask is not installed: uv sync --extra dask")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
    ) as local:
        yield local.scheduler_address


def facts_of(read: Home, place: Path, engine: Engine) -> dict[str, str]:
    """The hash of every file of the lake after extraction with `engine`."""
    shutil.copytree(read.root, place)
    home = Home.at(place)
    extracted = extract_facts(home, engine)
    assert (extracted.counts["documents"], extracted.counts["quarantined"]) == (len(COUNTRIES), 0)
    return {
        path.relative_to(home.lake).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(home.lake.rglob("*.parquet"))
    }


def test_a_pool_and_a_cluster_write_the_same_lake_byte_for_byte(read_home: Home, tmp_path: Path, cluster: str) -> None:
    alone = facts_of(read_home, tmp_path / "here", Here())
    assert len(alone) > 10
    assert facts_of(read_home, tmp_path / "pool", Pool(2, worth=1)) == alone
    assert facts_of(read_home, tmp_path / "dask", Dask(cluster)) == alone


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    """A few documents."""
    texts = {country: TEXT.format(country=country, number=12) for country in COUNTRIES[:3]}
    return [document for name, text in texts.items() for document in read(text.encode(), f"{name}.txt")]


def test_workers_with_other_code_are_refused(
    documents: list[Document], cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("distributed.Client.run", lambda self, function: {"tcp://worker": "0.1.0+other"})
    with pytest.raises(EngineError, match=r"tcp://worker has 0\.1\.0\+other; install the same release"):
        list(Dask(cluster).map(broken, documents))


def test_a_scheduler_that_is_away_is_a_fault_that_can_pass(
    documents: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed: uv sync --extra dask")
    monkeypatch.setattr(engines, "_CONNECT_SECONDS", 0.2)
    with pytest.raises(ConnectionError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"):
        list(Dask("tcp://127.0.0.1:9").map(broken, documents))


def broken(document: Document) -> Extraction:
    """A rule with a bug."""
    raise KeyError(document.country_code)


def test_a_bug_on_one_report_is_its_reason_and_stops_no_other(documents: list[Document]) -> None:
    for engine in (Here(), Pool(2, worth=1)):
        made = list(engine.map(broken, documents))
        assert made == [attempt(broken, document) for document in documents]
        assert all(isinstance(one, str) and "KeyError" in one for one in made)


def test_the_settings_name_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (engines.SCHEDULER_VARIABLE, engines.PROCESSES_VARIABLE):
        monkeypatch.delenv(name, raising=False)
    default = engine_of()
    assert isinstance(default, Pool) and default.processes >= 1
    monkeypatch.setenv(engines.PROCESSES_VARIABLE, "3")
    chosen = engine_of()
    assert isinstance(chosen, Pool) and chosen.processes == 3
    monkeypatch.setenv(engines.PROCESSES_VARIABLE, "many")
    with pytest.raises(EngineError, match="TIP_PROCESSES is 'many'"):
        engine_of()
    monkeypatch.setenv(engines.SCHEDULER_VARIABLE, "tcp://host:8786")
    remote = engine_of()
    assert isinstance(remote, Dask) and remote.address == "tcp://host:8786"
