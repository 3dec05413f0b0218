"""Column lineage of the dbt models: which columns of which tables each column is made of, for the UI to draw.

dbt run in process says nothing of it, and dagster-dbt works it out only for the command line, model by model. Here
sqlglot reads the SQL that dbt compiled, once for all models; the answer is kept beside dbt's manifest until the SQL
changes, so that a run with the same models spends some milliseconds.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dagster import TableColumnLineage
    from sqlglot import exp

# By table (schema, name) and column: the columns, as (schema, table, column), that it is made of.
Columns = dict[str, list[tuple[str, str, str]]]
Lineage = dict[tuple[str, str], Columns]

# How dbt names the CTE of a model that it inlines.
_INLINED = "__dbt__cte__"
# Names of tables as sqlglot sees them here: one word, so that a mart and the raw table of its name differ.
_JOINT = "__of__"


def column_lineage(
    compiled: Path, models: Mapping[str, str], sources: Mapping[tuple[str, str], Iterable[str]], cache: Path
) -> Lineage:
    """The lineage of all models.

    `compiled` is dbt's folder of compiled SQL, `models` the schema of each model by name, `sources` the columns of
    each table that models read, by (schema, name); `cache` is the file to keep the answer in.
    """
    queries = {path.stem: path.read_text() for path in sorted(compiled.rglob("*.sql")) if path.stem in models}
    digest = hashlib.sha256(json.dumps([queries, dict(models)], sort_keys=True).encode()).hexdigest()
    if (kept := _kept(cache, digest)) is not None:
        return kept
    found = _worked_out(queries, models, sources)
    plain = {_JOINT.join(table): columns for table, columns in found.items()}
    partial = cache.with_name(f".{cache.name}.{os.getpid()}")
    # Where the place may not be written, the answer is worked out each time.
    with suppress(OSError):
        partial.write_text(json.dumps({"digest": digest, "tables": plain}))
        partial.replace(cache)
    return found


def as_metadata(columns: Columns) -> TableColumnLineage:
    """The lineage of one table as Dagster knows it. Columns made of no other (constants) are left out."""
    from dagster import AssetKey, TableColumnDep, TableColumnLineage

    return TableColumnLineage({
        column: [TableColumnDep(AssetKey([schema, table]), name) for schema, table, name in made_of]
        for column, made_of in columns.items() if made_of
    })  # fmt: skip


def _kept(cache: Path, digest: str) -> Lineage | None:
    try:
        kept = json.loads(cache.read_bytes())
        if kept["digest"] != digest:
            return None
        return {
            _table(name): {column: [(one[0], one[1], one[2]) for one in made_of] for column, made_of in columns.items()}
            for name, columns in kept["tables"].items()
        }
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _worked_out(
    queries: Mapping[str, str], models: Mapping[str, str], sources: Mapping[tuple[str, str], Iterable[str]]
) -> Lineage:
    from sqlglot import MappingSchema, exp, parse_one

    trees = {name: _flat(parse_one(sql, dialect="duckdb"), models) for name, sql in queries.items()}
    names = {_JOINT.join((models[name], name)): name for name in trees}
    reads = {name: {t.name for t in tree.find_all(exp.Table)} & names.keys() for name, tree in trees.items()}
    order = TopologicalSorter({name: {names[table] for table in tables} for name, tables in reads.items()})
    # sqlglot needs the columns of all tables to open `*`; their types make no difference here.
    known: dict[str, object] = {
        _JOINT.join(table): dict.fromkeys(columns, "VARCHAR") for table, columns in sources.items()
    }
    found: Lineage = {}
    for name in order.static_order():
        columns = _columns(trees[name], MappingSchema(known, dialect="duckdb"))
        found[models[name], name] = columns
        known[_JOINT.join((models[name], name))] = dict.fromkeys(columns, "VARCHAR")
    return found


def _flat(tree: exp.Expr, models: Mapping[str, str]) -> exp.Expr:
    """The query without the CTEs of inlined models, and with every table under one word: schema and name."""
    from sqlglot import exp

    clause = tree.args.get("with_")
    for inlined in [one for one in clause.expressions if one.alias.startswith(_INLINED)] if clause else []:
        inlined.pop()
    if clause and not clause.expressions:
        clause.pop()
    for table in tree.find_all(exp.Table):
        if table.name.startswith(_INLINED):
            name = table.name.removeprefix(_INLINED)
            word = _JOINT.join((models[name], name))
        elif table.db:
            word = _JOINT.join((table.db, table.name))
        else:
            continue  # a CTE of the query's own
        alias = table.alias or table.name
        table.replace(exp.Table(this=exp.to_identifier(word), alias=exp.TableAlias(this=exp.to_identifier(alias))))
    return tree


def _columns(tree: exp.Expr, schema: Any) -> Columns:
    from sqlglot import exp
    from sqlglot.lineage import lineage
    from sqlglot.optimizer.qualify import qualify
    from sqlglot.optimizer.scope import build_scope

    # DuckDB has checked the query; what sqlglot does not know of it is no fault.
    query: Any = qualify(tree, schema=schema, dialect="duckdb", validate_qualify_columns=False)
    scope = build_scope(query)
    found: Columns = {}
    for column in query.named_selects:
        made_of = set()
        node = lineage(column, query, {}, scope=scope, dialect="duckdb", trim_selects=False, copy=False)
        for leaf in node.walk():
            if not leaf.downstream and isinstance(leaf.expression, exp.Table) and _JOINT in leaf.expression.name:
                made_of.add((*_table(leaf.expression.name), leaf.name.rpartition(".")[2].strip('"')))
        found[column] = sorted(made_of)
    return found


def _table(word: str) -> tuple[str, str]:
    schema, _, name = word.partition(_JOINT)
    return schema, name
