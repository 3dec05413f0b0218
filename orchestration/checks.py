"""The gates as blocking asset checks: gate A on the lake before the load, gate B on the candidate release."""

# No postponed annotations here: Dagster reads those of its functions.

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster import (
    AssetCheckExecutionContext,
    AssetCheckKey,
    AssetCheckResult,
    AssetCheckSeverity,
    AssetCheckSpec,
    AssetKey,
    MetadataValue,
    multi_asset_check,
)

from ingest.home import Home
from ingest.inventory import Inventory
from ingest.schema import LAKE_TABLES, MARTS
from ingest.stages import write_quarantine
from orchestration.assets.lake import LAKE_PREFIX
from orchestration.metadata import markdown
from orchestration.resources import POOL, Warehouse
from tip_warehouse.release.attach import attach, is_same_content
from tip_warehouse.release.publish import Release, current_release

if TYPE_CHECKING:
    from expectations.report import ExpectationOutcome, GateReport

GATE_A = "gate_a"
GATE_B = "gate_b"
# The folder of a release (or of the build, where gate A refuses) with a page for each suite.
DATA_DOCS = "data_docs"
SELECTION = AssetKey(["selection"])
CANDIDATE = AssetKey(["release_candidate"])
LAKE_KEYS = {table.name: AssetKey([LAKE_PREFIX, table.name]) for table in LAKE_TABLES}
_SHOWN_DOCUMENTS = 20


def _spec(
    name: str, asset: AssetKey, description: str, deps: Iterable[AssetKey] = (), blocking: bool = True
) -> AssetCheckSpec:
    return AssetCheckSpec(name, asset=asset, description=description, blocking=blocking, additional_deps=deps)


# What a check speaks of: a suite, or None for the verdict, which holds whatever belongs to no table.
GATE_A_CHECKS: dict[str | None, AssetCheckSpec] = {
    None: _spec(GATE_A, SELECTION, "Verdict of gate A; failed documents are set aside.", LAKE_KEYS.values()),
    # These two cannot block by themselves: the gate comes after what is built on them. The verdict does.
    "inventory": _spec(GATE_A, AssetKey(["inventory"]), "Gate A on the inventory and the raw store.", blocking=False),
    "documents": _spec(GATE_A, AssetKey(["documents"]), "Gate A on the documents' texts.", blocking=False),
    **{
        name: _spec(GATE_A, key, f"Gate A on {name}: Great Expectations, bounds in expectations/bounds.toml.")
        for name, key in LAKE_KEYS.items()
    },
}
GATE_B_CHECKS: dict[str | None, AssetCheckSpec] = {
    None: _spec(GATE_B, CANDIDATE, "Verdict of gate B on the whole release; nothing is published against it."),
    **{
        table.name: _spec(f"{GATE_B}_{table.name}", CANDIDATE, f"Gate B on {table.name}, as the release would hold it.")
        for table in MARTS
    },
}


@multi_asset_check(name=GATE_A, specs=list(GATE_A_CHECKS.values()), pool=POOL, can_subset=True)
def gate_a(context: AssetCheckExecutionContext, warehouse: Warehouse) -> Iterator[AssetCheckResult]:
    """Judge all facts; set aside the documents that fail; refuse the run where a table as a whole is wrong."""
    home, journal = warehouse.home, warehouse.journal
    with journal.timed(GATE_A):
        with Inventory.open(home) as inventory:
            freed = inventory.release_from_gate()
        report = _judge_facts(warehouse, freed)
        docs = _docs(home.build / DATA_DOCS, [report]) if report.refused else None
    for failure in report.documents[:_SHOWN_DOCUMENTS]:
        if report.refused:
            context.log.warning(f"fails: {failure.reason}")
        else:
            context.log.warning(f"set aside: {failure.reason} See `tip quarantine show {failure.sha256[:12]}`.")
    yield from _judged(warehouse, GATE_A, report, GATE_A_CHECKS, context.selected_asset_check_keys, docs)
    warehouse.stop_where_refused(GATE_A, _pages(docs))


@multi_asset_check(name=GATE_B, specs=list(GATE_B_CHECKS.values()), pool=POOL, can_subset=True)
def gate_b(context: AssetCheckExecutionContext, warehouse: Warehouse) -> Iterator[AssetCheckResult]:
    """Judge the marts as the candidate release holds them."""
    from expectations.gates import gate_marts

    home, journal = warehouse.home, warehouse.journal
    with journal.timed(GATE_B):
        _, accounting = warehouse.select()
        current = current_release(home)
        report = gate_marts(home.staged_release / "parquet", accounting, current.rows if current else None)
        docs = _release_docs(home, [*journal.gates.values(), report], current)
    yield from _judged(warehouse, GATE_B, report, GATE_B_CHECKS, context.selected_asset_check_keys, docs)
    warehouse.stop_where_refused(GATE_B, _pages(docs))


def _release_docs(home: Home, reports: "Sequence[GateReport]", current: Release | None) -> Path | None:
    """Put the Data Docs of all gates into the candidate; None where it holds what the current release holds."""
    if not reports[-1].refused and current is not None and is_same_content(home.staged_release, current):
        return None
    docs = _docs(home.staged_release / DATA_DOCS, reports)
    attach(home.staged_release, DATA_DOCS)
    return docs


def _docs(folder: Path, reports: "Sequence[GateReport]") -> Path:
    from expectations.docs import write_docs

    return write_docs(folder, reports)[0]


def _judge_facts(warehouse: Warehouse, freed: bool) -> "GateReport":
    """Judge, set aside, and judge again what then stands in, until no document fails; one report of all rounds.

    `freed` says that documents are back which an earlier run had set aside, so that the choice is to be made again.
    A gate that refuses sets nothing aside: what is wrong with a whole table is no document's fault.
    """
    from expectations.gates import gate_facts

    home = warehouse.home
    rounds: list[GateReport] = []
    while True:
        rounds.append(gate_facts(home, *warehouse.select(afresh=freed or bool(rounds))))
        if rounds[-1].refused or not rounds[-1].documents:
            break
        with Inventory.open(home) as inventory:
            for failure in rounds[-1].documents:
                inventory.quarantine(failure.sha256, "expectations", failure.reason, failure.document_id)
    with Inventory.open(home) as inventory:
        write_quarantine(home, inventory)
    earlier = [outcome for report in rounds[:-1] for outcome in report.failures if outcome.level == "document"]
    return replace(
        rounds[-1],
        outcomes=[*earlier, *rounds[-1].outcomes],
        documents=[failure for report in rounds for failure in report.documents],
        seconds=sum(report.seconds for report in rounds),
    )


def _judged(
    warehouse: Warehouse,
    gate: str,
    report: "GateReport",
    specs: dict[str | None, AssetCheckSpec],
    selected: Iterable[AssetCheckKey],
    docs: Path | None,
) -> list[AssetCheckResult]:
    """The results of a gate's checks. A refusal is noted before the first failed one is reported."""
    warehouse.journal.gates[gate] = report
    if report.refused:
        warehouse.refuse(gate, tuple(report.reasons))
    wanted = set(selected)
    results = []
    for suite, spec in specs.items():
        if spec.key not in wanted:
            continue
        outcomes = [o for o in report.outcomes if (o.suite if o.suite in specs else None) == suite]
        failed = [outcome for outcome in outcomes if not outcome.success]
        verdict = suite is None
        stops = report.refused and (verdict or any(o.severity == "error" and o.level == "table" for o in failed))
        results.append(
            AssetCheckResult(
                check_name=spec.name,
                asset_key=spec.asset_key,
                passed=not failed and not stops and not (verdict and report.documents),
                severity=AssetCheckSeverity.WARN if not stops else AssetCheckSeverity.ERROR,
                description=" ".join(report.reasons) if verdict and report.refused else _summary(outcomes, failed),
                # The verdict lists what broke anywhere, not only what belongs to no table.
                metadata=(
                    _evidence(outcomes, report.failures) | _verdict(report, docs)
                    if verdict
                    else _evidence(outcomes, failed)
                ),
            )
        )
    return results


def _summary(outcomes: Sequence["ExpectationOutcome"], failed: Sequence["ExpectationOutcome"]) -> str:
    if failed:
        return f"{len(failed)} of {len(outcomes)} expectations failed: " + "; ".join(o.expectation for o in failed)
    return f"{len(outcomes)} expectations held"


def _evidence(outcomes: Sequence["ExpectationOutcome"], failed: Sequence["ExpectationOutcome"]) -> dict[str, Any]:
    """The outcomes, what broke first, as tables for the UI."""
    names = ("held", "severity", "suite", "column", "expectation", "observed", "unexpected rows")
    ordered = [*failed, *(outcome for outcome in outcomes if outcome.success)]
    rows = [
        ("yes" if o.success else "NO", o.severity, o.suite, o.column, o.expectation, o.observed, o.unexpected_count)
        for o in ordered
    ]
    evidence: dict[str, Any] = {"expectations": len(rows), "failed": len(failed)}
    if rows:
        evidence["outcomes"] = MetadataValue.md(markdown(names, rows))
    if examples := [(o.suite, o.expectation, example) for o in failed for example in o.examples]:
        evidence["examples"] = MetadataValue.md(markdown(("suite", "expectation", "example"), examples))
    return evidence


def _pages(docs: Path | None) -> dict[str, MetadataValue]:
    return {} if docs is None else {"Data Docs": MetadataValue.path(docs)}


def _verdict(report: "GateReport", docs: Path | None) -> dict[str, Any]:
    shown = report.documents[:_SHOWN_DOCUMENTS]
    verdict: dict[str, Any] = {
        "refused": MetadataValue.bool(report.refused),
        "documents checked": MetadataValue.int(report.documents_checked),
        "documents that fail": MetadataValue.int(len(report.documents)),
        "seconds": MetadataValue.float(round(report.seconds, 3)),
    }
    verdict |= _pages(docs)
    if report.reasons:
        verdict["reasons"] = MetadataValue.md("\n".join(f"- {reason}" for reason in report.reasons))
    if report.warnings:
        verdict["warnings"] = MetadataValue.md("\n".join(f"- {warning}" for warning in report.warnings))
    if shown:
        rows = [(failure.report_id, failure.reason) for failure in shown]
        name = "documents that fail, by name" if report.refused else "documents set aside, by name"
        verdict[name] = MetadataValue.md(markdown(("report", "reason"), rows))
    return verdict
