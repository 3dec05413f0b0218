"""Run dbt in process against the candidate warehouse, and say what every node did."""

from __future__ import annotations

import hashlib
import os
import shutil
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.home import Home

if TYPE_CHECKING:
    from dbt.contracts.graph.manifest import Manifest

# The repository's folder; an installed package carries the project inside itself.
_PLACES = (Path(__file__).resolve().parents[2] / "dbt_project", Path(__file__).resolve().parents[1] / "dbt_project")
CANDIDATE_VARIABLE = "TIP_CANDIDATE"
# Statuses of dbt that mean a node did what it should.
_GOOD = frozenset({"success", "pass", "warn", "no-op"})
_SAMPLE_ROWS = 5
# dbt keeps its flags, its adapter and its database environment in globals: one invocation at a time.
_DBT_LOCK = threading.RLock()


class DbtBuildError(RuntimeError):
    """dbt could not parse, or a model could not be built; the message names models and causes."""


@dataclass(frozen=True, slots=True)
class DbtNode:
    """What one node did.

    `resource_type` is model, test or unit_test; `status` is dbt's own (success, error, skipped, pass, fail, warn).
    `rows` is the number of rows of a mart, or of the problems that a test found; None where not counted.
    `model` is the model that a test belongs to (a model names itself). `sample` holds up to five
    problems of a failed test as dictionaries.
    """

    unique_id: str
    name: str
    resource_type: str
    model: str
    status: str
    seconds: float
    message: str = ""
    rows: int | None = None
    sample: list[dict[str, Any]] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Whether the node did what it should."""
        return self.status in _GOOD


@dataclass(frozen=True, slots=True)
class DbtReport:
    """All nodes of one build in the order in which they finished, and its wall time in seconds."""

    nodes: list[DbtNode]
    seconds: float

    @property
    def failed_tests(self) -> list[DbtNode]:
        """Tests that did not pass; the gate decides what follows from them."""
        return [node for node in self.nodes if node.resource_type != "model" and not node.passed]

    @property
    def rows(self) -> dict[str, int]:
        """Rows of each mart."""
        return {node.name: node.rows for node in self.nodes if node.resource_type == "model" and node.rows is not None}


def project_folder() -> Path:
    """The dbt project; raises `DbtBuildError` where the package came without it."""
    for place in _PLACES:
        if (place / "dbt_project.yml").is_file():
            return place
    raise DbtBuildError(f"no dbt project at {' or '.join(map(str, _PLACES))}; install the package with its dbt_project")


def ensure_manifest(project: Path | None = None) -> Path:
    """The path of the project's parsed manifest, parsing only where it is missing or its sources changed.

    Sources count by content and not by time, and so does the version of dbt. What dbt needs to run
    without parsing (partial_parse.msgpack) lies beside it. Raises `DbtBuildError` where parsing fails.
    """
    folder = project or project_folder()
    target = folder / "target"
    manifest = target / "manifest.json"
    stamp = target / "sources.sha256"
    digest = _source_digest(folder)
    if manifest.is_file() and _parsed(target).is_file() and stamp.is_file() and stamp.read_text() == digest:
        return manifest
    workshop = target / f"parse-{os.getpid()}-{threading.get_ident()}"
    try:
        # The name of the file is the name of the database in every relation, hence always candidate.duckdb.
        with _DBT_LOCK, _environment(Path("candidate.duckdb")):
            _invoke(["parse", *_folders(folder, workshop, workshop / "logs")], manifest=None)
        stamp.unlink(missing_ok=True)
        for path in (_parsed(workshop), workshop / "manifest.json"):
            os.replace(path, target / path.name)
        stamp.write_text(digest)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
    return manifest


def run_dbt_build(home: Home, select: Sequence[str] = ()) -> DbtReport:
    """Build and test all models in `home.candidate`, and return what every node did.

    `select` narrows the build in dbt's own words. Unit tests are left to `run_unit_tests`. Nothing is
    written inside the project save its parsed manifest: targets go to `home.build/dbt`. No connection
    to the candidate is left open. Failed tests are returned; raises `DbtBuildError` where a model
    fails, nothing was built, or the candidate is missing.
    """
    started = time.perf_counter()
    results = _run(home, ["build", "--resource-type", "model", "--resource-type", "test"], select)
    nodes = [_node(result) for result in results]
    _raise_failed_models(nodes)
    return DbtReport(_counted(home.candidate, nodes, results), time.perf_counter() - started)


def run_unit_tests(home: Home, select: Sequence[str] = ()) -> DbtReport:
    """Run dbt's unit tests: models on rows of their own. The candidate must be built, since it gives the types."""
    started = time.perf_counter()
    results = _run(home, ["test", "--resource-type", "unit_test"], select)
    return DbtReport([_node(result) for result in results], time.perf_counter() - started)


def _run(home: Home, command: list[str], select: Sequence[str]) -> list[Any]:
    if not home.candidate.is_file():
        raise DbtBuildError(f"no candidate warehouse at {home.candidate}; load it first (load_candidate)")
    project = project_folder()
    ensure_manifest(project)
    arguments = [*command, *_folders(project, home.build / "dbt" / "target", home.build / "dbt" / "logs")]
    # Writing manifest and results as JSON takes longer than a test; what they say is returned.
    arguments += ["--no-write-json"]
    if select:
        arguments += ["--select", *select]
    with _DBT_LOCK, _environment(home.candidate):
        try:
            results = _invoke(arguments, manifest=_load_manifest(_parsed(project / "target")))
        finally:
            _close_connections()
    if not results:
        raise DbtBuildError(f"dbt {' '.join(command)} ran nothing; selected: {' '.join(select) or 'everything'}")
    return results


def _parsed(target: Path) -> Path:
    return target / "partial_parse.msgpack"


def _source_digest(project: Path) -> str:
    hasher = hashlib.sha256()
    for package in ("dbt-core", "dbt-duckdb"):
        hasher.update(f"{package} {version(package)}\n".encode())
    files = list(project.glob("*.yml"))
    for part in ("models", "macros", "tests"):
        files += project.glob(f"{part}/**/*")
    for path in sorted(files):
        if path.is_file():
            hasher.update(f"{path.relative_to(project).as_posix()}\n".encode())
            hasher.update(hashlib.sha256(path.read_bytes()).digest())
    return hasher.hexdigest()


def _folders(project: Path, target: Path, logs: Path) -> list[str]:
    return [
        "--project-dir", str(project), "--profiles-dir", str(project),
        "--target-path", str(target), "--log-path", str(logs),
        "--log-level", "none", "--log-level-file", "none", "--no-print", "--no-use-colors",
        "--no-send-anonymous-usage-stats", "--no-version-check",
    ]  # fmt: skip


@contextmanager
def _environment(candidate: Path) -> Iterator[None]:
    """Point dbt at `candidate`; whatever the variable held before comes back."""
    before = os.environ.get(CANDIDATE_VARIABLE)
    os.environ[CANDIDATE_VARIABLE] = str(candidate)
    try:
        yield
    finally:
        if before is None:
            del os.environ[CANDIDATE_VARIABLE]
        else:
            os.environ[CANDIDATE_VARIABLE] = before


def _load_manifest(parsed: Path) -> Manifest:
    from dbt.contracts.graph.manifest import Manifest

    manifest = Manifest.from_msgpack(parsed.read_bytes())
    manifest.rebuild_ref_lookup()  # type: ignore[no-untyped-call]
    manifest.rebuild_disabled_lookup()  # type: ignore[no-untyped-call]
    return manifest


def _invoke(arguments: list[str], manifest: Manifest | None) -> list[Any]:
    """Run one dbt command; its node results, or `DbtBuildError` where it could not run at all."""
    from dbt.cli.main import dbtRunner

    outcome = dbtRunner(manifest=manifest).invoke(arguments)
    if outcome.exception is not None:
        raise DbtBuildError(f"dbt {arguments[0]} could not run: {outcome.exception}") from outcome.exception
    return list(getattr(outcome.result, "results", None) or [])


def _close_connections() -> None:
    """Close what dbt-duckdb keeps open after a run, so that others can open the file."""
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.adapters.factory import cleanup_connections, reset_adapters

    cleanup_connections()  # type: ignore[no-untyped-call]
    environment = DuckDBConnectionManager._ENV
    DuckDBConnectionManager.close_all_connections()  # type: ignore[no-untyped-call]
    if environment is not None:
        environment.close()
    reset_adapters()  # type: ignore[no-untyped-call]


def _node(result: Any) -> DbtNode:
    node = result.node
    kind = str(node.resource_type)
    attached = getattr(node, "attached_node", None) or getattr(node, "tested_node_unique_id", None) or node.unique_id
    return DbtNode(
        unique_id=node.unique_id,
        name=node.name,
        resource_type=kind,
        model=str(attached).split(".")[-1],
        status=str(result.status),
        seconds=float(result.execution_time),
        message=str(result.message or ""),
        rows=result.failures if kind != "model" else None,
    )


def _raise_failed_models(nodes: Sequence[DbtNode]) -> None:
    broken = [node for node in nodes if node.resource_type == "model" and not node.passed]
    errors = [node for node in broken if node.status == "error"]
    if not broken:
        return
    lines = [f"  {node.name}: {' '.join(node.message.split())}" for node in errors]
    skipped = len(broken) - len(errors)
    raise DbtBuildError(
        f"{len(errors)} of {sum(node.resource_type == 'model' for node in nodes)} models failed"
        f" and {skipped} were skipped after them:\n" + "\n".join(lines)
    )


def _counted(candidate: Path, nodes: list[DbtNode], results: Sequence[Any]) -> list[DbtNode]:
    """The nodes with the number of rows of each mart, and with examples for each failed test."""
    import duckdb

    compiled: Mapping[str, str] = {result.node.unique_id: result.node.compiled_code or "" for result in results}
    with duckdb.connect(str(candidate)) as connection:
        connection.execute("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'marts'")
        marts = [str(name) for (name,) in connection.fetchall()]
        counts = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM marts.\"{name}\"" for name in marts)
        rows = dict(connection.execute(counts).fetchall()) if marts else {}
        finished = []
        for node in nodes:
            if node.resource_type == "model":
                finished.append(replace(node, rows=rows.get(node.name)))
            elif node.resource_type == "test" and node.status == "fail":
                found = connection.execute(f"SELECT * FROM ({compiled[node.unique_id]}) LIMIT {_SAMPLE_ROWS}")
                names = [column[0] for column in found.description or ()]
                sample = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
                finished.append(replace(node, sample=sample))
            else:
                finished.append(node)
    return finished
