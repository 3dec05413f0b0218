"""Accuracy: scores against labelled reports, what changed over the corpus, how often rules fired, what is residue.

    python -m benchmarks.accuracy [--gold DIR --corpus DIR] [--misses] [--accept]

Needs the shared folder (`$TIP_SHARED`, else `../shared`) with labels, corpus and scorer. `--accept` makes this
run over the corpus the one that the next is compared with.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ingest.document import Document, Extraction
from ingest.extract import COUNTED_KINDS, extract
from ingest.readers import Refused, read
from ingest.schema import FACT_TABLES
from ingest.tokens import sentences

ROOT = Path(__file__).resolve().parent.parent
# Ids and values only: the sentences of real reports stay where they are.
SNAPSHOT = ROOT / "benchmarks" / "corpus_facts.json.gz"
SHOWN = 12


def shared_folder() -> Path:
    """The folder with corpus, labels and scorer; ends the program with a message where it is absent."""
    folder = Path(os.environ.get("TIP_SHARED") or ROOT.parent / "shared")
    if not (folder / "corpus").is_dir():
        sys.exit(f"no corpus in {folder}; set TIP_SHARED to the folder that has corpus/, gold/ and score/")
    return folder


def documents(corpus: Path, paths: Iterable[str]) -> Iterator[Document]:
    """The documents in the named files of a corpus; files that no reader takes are passed over."""
    for path in paths:
        try:
            yield from read((corpus / path).read_bytes(), path)
        except Refused:
            continue


def score(gold: Path, corpus: Path, scorer: Path, misses: bool) -> None:
    """Print the scorer's table for the labelled texts of `gold`."""
    paths = [json.loads(file.read_text())["source_path"] for file in sorted(gold.glob("*.json"))]
    rows: dict[str, list[dict[str, Any]]] = {table.name: [] for table in FACT_TABLES}
    for document in documents(corpus, paths):
        for name, found in extract(document).rows.items():
            if name in rows:
                rows[name] += found
    with tempfile.TemporaryDirectory() as folder:
        for table in FACT_TABLES:
            exported = pa.Table.from_pylist(rows[table.name], schema=table.arrow_schema())
            pq.write_table(exported, Path(folder, f"{table.name}.parquet"))
        command = [sys.executable, str(scorer), "--exports", folder, "--gold", str(gold)]
        subprocess.run([*command, "--misses"] if misses else command, check=True)


def survey(extractions: Iterable[Extraction]) -> dict[str, dict[str, Any]]:
    """Every fact of a run by id, as {fact_id: {table, report_id, values}}; prints rules and residue on the way."""
    fired: Counter[str] = Counter()
    aside: Counter[str] = Counter()
    residue: Counter[str] = Counter()
    facts: dict[str, dict[str, Any]] = {}
    numbers = 0
    for extraction in extractions:
        aside.update(one.rule for one in extraction.set_aside)
        for table in FACT_TABLES:
            for row in extraction.rows.get(table.name, ()):
                fired[row["rule"]] += 1
                values = {name: row[name] for name in (*table.natural_key,)}
                facts[row["fact_id"]] = {"table": table.name, "report": row["report_id"], "values": values}
        residue.update(_shape(row["quote"]) for row in extraction.rows.get("residual_numbers", ()))
        numbers += sum(
            token.kind in COUNTED_KINDS
            for sentence in sentences(extraction.document)
            if sentence.section != "recommendations"
            for token in sentence.tokens
        )
    left, ignored = sum(residue.values()), sum(aside.values())
    print(f"\n{numbers} number words outside recommendations: {1 - (left + ignored) / max(numbers, 1):.1%} in facts, "
          f"{ignored / max(numbers, 1):.1%} set aside, {left / max(numbers, 1):.1%} residual")  # fmt: skip
    for title, counts in (("rules fired", fired), ("set aside by", aside), ("residual shapes", residue)):
        print(
            f"{title}: "
            + ", ".join(f"{name} {count}" for name, count in counts.most_common(None if counts is fired else 20))
        )
    return facts


def _shape(quote: str) -> str:
    return "".join("9" if character.isdigit() else character for character in quote.lower())


def compare(facts: dict[str, dict[str, Any]]) -> None:
    """Print what was gained and lost against the committed run over the corpus."""
    if not SNAPSHOT.exists():
        print("\nno committed run to compare with; --accept makes one")
        return
    before = json.loads(gzip.decompress(SNAPSHOT.read_bytes()))
    gained, lost = sorted(facts.keys() - before.keys()), sorted(before.keys() - facts.keys())
    print(f"\nagainst the committed run: {len(facts)} facts, {len(gained)} gained, {len(lost)} lost")
    for sign, ids, source in (("+", gained, facts), ("-", lost, before)):
        for fact_id in ids[:SHOWN]:
            fact = source[fact_id]
            stated = {name: value for name, value in fact["values"].items() if value not in (None, "unspecified")}
            print(f"  {sign} {fact['table']} {fact['report']} {stated}")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, help="labelled reports; default: the shared dev labels")
    parser.add_argument("--corpus", type=Path, help="the texts that the labels name; default: the shared corpus")
    parser.add_argument("--misses", action="store_true", help="print each row missed or wrongly found")
    parser.add_argument("--accept", action="store_true", help="keep this run over the corpus for later comparison")
    given = parser.parse_args()
    shared = shared_folder()
    score(
        given.gold or shared / "gold" / "dev",
        given.corpus or shared / "corpus",
        shared / "score" / "score.py",
        given.misses,
    )
    corpus = shared / "corpus"
    paths = sorted(str(path.relative_to(corpus)) for path in corpus.rglob("*") if path.is_file())
    facts = survey(extract(document) for document in documents(corpus, paths))
    compare(facts)
    if given.accept:
        text = json.dumps(facts, sort_keys=True, default=str).encode()
        SNAPSHOT.write_bytes(gzip.compress(text, mtime=0))
        print(f"kept in {SNAPSHOT.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
