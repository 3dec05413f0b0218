"""Whole runs: the first one, the sensor's decisions around them, quarantine, refusals by each gate."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
from dagster import (
    AssetCheckEvaluation,
    DagsterEventType,
    DagsterInstance,
    DagsterRunStatus,
    RunRequest,
    SkipReason,
    build_schedule_context,
    build_sensor_context,
)

from ingest import stages
from ingest.home import Home
from ingest.inventory import Inventory
from ingest.schema import FACT_TABLES, MARTS_BY_NAME
from orchestration.assets import warehouse
from orchestration.instance import open_instance
from orchestration.processes import PROCESS_TAG, this_process
from orchestration.resources import OUTCOME_TAG
from orchestration.schedules import daily_refresh
from orchestration.sensors import landing_sensor
from tests.orchestration.shelf import WrongQuotes, drop, fingerprint, no_steps, report
from tip_warehouse.lock import home_lock
from tip_warehouse.release.publish import current_release, list_releases
from tip_warehouse.run import RunOutcome, run_pipeline
from tip_warehouse.status import read_status

Run = Callable[[], RunOutcome]


def tick(instance: DagsterInstance) -> RunRequest | str:
    """What the sensor asks for now: a run, or why none."""
    answer = landing_sensor(build_sensor_context(instance=instance))
    assert isinstance(answer, RunRequest | SkipReason)
    return answer if isinstance(answer, RunRequest) else str(answer.skip_message)


def key(answer: RunRequest | str) -> str:
    assert isinstance(answer, RunRequest), answer
    assert answer.run_key
    return answer.run_key


def checks_of(instance: DagsterInstance, run_id: str) -> list[AssetCheckEvaluation]:
    entries = instance.all_logs(run_id, of_type=DagsterEventType.ASSET_CHECK_EVALUATION)
    return [entry.get_dagster_event().asset_check_evaluation_data for entry in entries]


def test_the_first_run_publishes_and_says_what_it_did(first_run: tuple[Home, RunOutcome, list[str]]) -> None:
    home, outcome, said = first_run
    assert (outcome.status, outcome.error, outcome.reasons) == ("published", None, [])
    assert outcome.release_id == current_release(home).release_id  # type: ignore[union-attr]
    assert outcome.documents == {
        "seen": 5, "loaded": 5, "superseded": 0, "duplicate": 0, "quarantined": 0, "pending": 0, "new": 5,
        "withdrawn": 0,
    }  # fmt: skip
    assert outcome.facts["fact_prosecutions"] >= 5
    assert [gate["name"] for gate in outcome.gates] == ["facts", "dbt_tests", "marts"]
    assert not any(gate["refused"] for gate in outcome.gates)
    assert {"inventory", "documents", "facts", "gate_a", "load", "dbt", "export", "gate_b", "publish"} == set(
        outcome.seconds
    )
    assert said[-1] == "publishing"


def test_the_ui_has_the_run_with_rows_and_a_preview_of_every_table(
    first_run: tuple[Home, RunOutcome, list[str]], instance: DagsterInstance
) -> None:
    run_id = first_run[1].run_id
    run = instance.get_run_by_id(run_id)
    assert run is not None
    assert (run.status, run.tags[OUTCOME_TAG]) == (DagsterRunStatus.SUCCESS, "published")
    assert run.remote_job_origin is not None
    entries = instance.all_logs(run_id, of_type=DagsterEventType.ASSET_MATERIALIZATION)
    stored = [entry.asset_materialization for entry in entries]
    shown = {one.asset_key.to_user_string(): one.metadata for one in stored if one is not None}
    for name in ("lake/fact_prosecutions", "raw/fact_prosecutions", "marts/fact_prosecutions"):
        assert shown[name]["dagster/row_count"].value == first_run[1].facts["fact_prosecutions"]
        assert "tip_report:ALB:2009" in str(shown[name]["preview"].value)
    assert shown["staging/stg_fact_outputs"]["status"].value == "inlined into the models that use it"
    assert all(check.passed for check in checks_of(instance, run_id))


def test_content_starts_runs_and_names_do_not(home: Home, instance: DagsterInstance) -> None:
    assert "accounted for" in str(tick(instance))
    drop(home, "kenya_again.txt", report("Kenya"))
    # A second name for the same bytes.
    assert "accounted for" in str(tick(instance))
    (home.landing / "peru.txt").rename(home.landing / "a_peru.txt")
    assert "accounted for" in str(tick(instance))
    (home.landing / "kenya_again.txt").unlink()
    drop(home, "kenya.txt", report("Kenya", convictions=21))
    asked = key(tick(instance))
    assert key(tick(instance)) == asked


def test_contents_that_go_to_and_fro_start_a_run_each_time(second_home: Home) -> None:
    with open_instance(second_home) as instance:
        assert "accounted for" in str(tick(instance))
        assert convictions(second_home, "KEN") == [21]
        drop(second_home, "kenya.txt", report("Kenya"))
        keys = [key(tick(instance))]
        with Inventory.open(second_home) as inventory:
            inventory.withdrawals.withdraw("nepal.txt", "The wrong Nepal.", by="ada")
        outcome = run_pipeline(second_home)
        assert outcome.status == "published"
        assert convictions(second_home, "KEN") == [14]
        withdrawn_and_as_before(second_home, outcome)
        assert "accounted for" in str(tick(instance))
        drop(second_home, "kenya.txt", report("Kenya", convictions=21))
        keys.append(key(tick(instance)))
    assert len(set(keys)) == 2


def withdrawn_and_as_before(home: Home, outcome: RunOutcome) -> None:
    """Nepal went with its reason, and the facts are those of the first release byte for byte, whatever came between."""
    first, _, third = list_releases(home)
    assert outcome.documents["withdrawn"] == 1
    rows = pq.read_table(third.path / "changes.parquet").to_pylist()
    assert {(row["change"], row["reason"]) for row in rows if row["report_id"] == "tip_report:NPL:2009"} == {
        ("withdrawn", "withdrawn_report")
    }
    versions = pq.read_table(third.path / "parquet" / "report_versions.parquet").to_pylist()
    assert "withdrawn: The wrong Nepal." in {row["reason"] for row in versions if "nepal" in row["source_path"]}
    for table in (*FACT_TABLES, MARTS_BY_NAME["law_enforcement_by_year"], MARTS_BY_NAME["dim_report"]):
        file = f"parquet/{table.name}.parquet"
        assert (third.path / file).read_bytes() == (first.path / file).read_bytes(), table.name
    shown = read_status(home)
    assert [(one["path"], one["by"], one["reason"]) for one in shown["withdrawn"]] == [
        ("nepal.txt", "ada", "The wrong Nepal.")
    ]
    assert {(row["path"], row["by"], row["reason"]) for row in shown["superseded"]} == {
        ("kenya.txt", "kenya.txt", "replaced by other content at its path")
    }


def convictions(home: Home, country: str) -> list[int]:
    """The convictions that the current release states for a country."""
    wanted = "SELECT DISTINCT value FROM marts.fact_prosecutions WHERE country_code = ? AND stage = 'conviction'"
    with duckdb.connect(str(home.current / "warehouse.duckdb"), read_only=True) as connection:
        return [value for (value,) in connection.execute(wanted, [country]).fetchall()]


def test_a_document_that_fails_is_set_aside_and_the_rest_is_published(
    second_run: tuple[Home, RunOutcome], second_home: Home
) -> None:
    home, outcome = second_home, second_run[1]
    assert outcome.status == "published"
    assert (outcome.documents["loaded"], outcome.documents["quarantined"]) == (6, 1)
    with Inventory.open(home) as inventory:
        (aside,) = inventory.quarantined()
    assert (aside.path, aside.stage) == ("uganda.txt", "expectations")
    (folder,) = home.quarantine.iterdir()
    assert aside.reason in (folder / "reason.json").read_text()
    reports = pq.read_table(home.current / "parquet" / "dim_report.parquet")["country_code"].to_pylist()
    assert "NPL" in reports
    assert "UGA" not in reports
    with open_instance(home) as instance:
        red = {check.check_name: check for check in checks_of(instance, outcome.run_id) if not check.passed}
        assert {check.severity.value for check in red.values()} == {"WARN"}
        assert "uganda" in str(red["gate_a"].metadata).lower() or "UGA" in str(red["gate_a"].metadata)
        assert "accounted for" in str(tick(instance))
        with Inventory.open(home) as inventory:
            assert inventory.retry(aside.sha256)
        key(tick(instance))


def break_every_report(home: Home, monkeypatch: pytest.MonkeyPatch) -> str:
    """A rule that goes wrong everywhere: more documents fail than a gate lets pass."""
    names = ("Uganda", "Nepal", "Chad", "Togo", "Mali", "Niger", "Fiji")
    codes = frozenset({"UGA", "NPL", "TCD", "TGO", "MLI", "NER", "FJI"})
    monkeypatch.setattr(stages, "extract", WrongQuotes(stages.extract, codes))
    for name in names:
        drop(home, f"{name}.txt", report(name))
    return "gate_a"


def repeat_a_loaded_row(home: Home, monkeypatch: pytest.MonkeyPatch) -> str:
    """A loader that loads a fact twice: dbt's tests find the key that is not unique."""
    real = warehouse.load_candidate

    def load(home: Home, selection: Any) -> Any:
        loaded = real(home, selection)
        with duckdb.connect(str(home.candidate)) as connection:
            connection.execute("INSERT INTO raw.fact_prosecutions FROM raw.fact_prosecutions LIMIT 1")
        return loaded

    monkeypatch.setattr(warehouse, "load_candidate", load)
    drop(home, "nepal.txt", report("Nepal"))
    return "fact_prosecutions_keeps_schema"


def count_ten_million(home: Home, monkeypatch: pytest.MonkeyPatch) -> str:
    """A model that makes a count absurd: only gate B looks at what the models make."""
    real = warehouse.run_dbt_build

    def build(home: Home) -> Any:
        built = real(home)
        with duckdb.connect(str(home.candidate)) as connection:
            connection.execute("UPDATE marts.fact_prosecutions SET value = 10000000 WHERE stage = 'conviction'")
        return built

    monkeypatch.setattr(warehouse, "run_dbt_build", build)
    drop(home, "nepal.txt", report("Nepal"))
    return "gate_b_fact_prosecutions"


@pytest.mark.parametrize("plant", [break_every_report, repeat_a_loaded_row, count_ten_million])
def test_a_gate_that_refuses_leaves_what_users_see_as_it_was(
    plant: Callable[[Home, pytest.MonkeyPatch], str], home: Home, instance: DagsterInstance, run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    before, release = fingerprint(home.published), current_release(home)
    expected = plant(home, monkeypatch)
    outcome = run()
    assert (outcome.status, outcome.error) == ("refused", None)
    assert outcome.reasons
    assert fingerprint(home.published) == before
    assert release is not None
    assert outcome.release_id == release.release_id

    stored = instance.get_run_by_id(outcome.run_id)
    assert stored is not None
    assert (stored.status, stored.tags[OUTCOME_TAG]) == (DagsterRunStatus.FAILURE, "refused")
    red = [
        check for check in checks_of(instance, outcome.run_id) if not check.passed and check.severity.value == "ERROR"
    ]
    assert expected in {check.check_name for check in red}
    # The run's page says why and what to do, not how many checks are red.
    (failed,) = instance.all_logs(outcome.run_id, of_type=DagsterEventType.STEP_FAILURE)
    said = failed.get_dagster_event().step_failure_data.user_failure_data
    assert said is not None and "refused this run" in str(said.description)
    assert all(reason in str(said.description) for reason in outcome.reasons)
    # Not repeated until something changes; then judged anew.
    assert "refused exactly this" in str(tick(instance))
    drop(home, "haiti.txt", report("Haiti"))
    key(tick(instance))


def test_the_sensor_gives_up_after_three_failed_attempts_until_something_changes(
    home: Home, instance: DagsterInstance
) -> None:
    drop(home, "nepal.txt", report("Nepal"))
    keys = set()
    stages.take_inventory(home)
    for _ in range(3):
        keys.add(key(tick(instance)))
        with Inventory.open(home) as inventory:
            inventory.start()
    assert len(keys) == 3
    assert "Gave up after 3 failed attempts" in str(tick(instance))
    drop(home, "chad.txt", report("Chad"))
    key(tick(instance))


def test_a_run_that_fails_before_it_counts_itself_gets_another_key(home: Home, instance: DagsterInstance) -> None:
    drop(home, "nepal.txt", report("Nepal"))
    request = tick(instance)
    first = key(request)
    assert isinstance(request, RunRequest)
    instance.create_run_for_job(no_steps, tags=dict(request.tags), status=DagsterRunStatus.FAILURE)
    assert key(tick(instance)) == f"{first}-1"


def test_no_run_is_asked_for_while_one_runs_or_somebody_writes(home: Home, instance: DagsterInstance) -> None:
    drop(home, "nepal.txt", report("Nepal"))
    with home_lock(home):
        assert "is writing" in str(tick(instance))
    running = instance.create_run_for_job(no_steps, tags={PROCESS_TAG: this_process()}, status=DagsterRunStatus.STARTED)
    assert f"Run {running.run_id} is started" in str(tick(instance))


def test_the_schedule_takes_the_same_decision(home: Home, instance: DagsterInstance) -> None:
    context = build_schedule_context(instance=instance)
    assert isinstance(daily_refresh(context), SkipReason)
    drop(home, "nepal.txt", report("Nepal"))
    answer = daily_refresh(context)
    assert isinstance(answer, RunRequest)
    assert answer.run_key == key(tick(instance))
