"""The inventory: every file content ever seen, what became of it, and whether there is work to do.

A document is *seen* as one content at one path. The warehouse is a function of the contents that *stand*:
the last content of every path ever seen (deleting a file withdraws nothing). So the order in which files
arrive does not matter, and a run is due exactly when that set, a version or a retry differs from what the
last finished run accounted for.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.accounts import Accounting as Accounting
from ingest.accounts import Quarantined as Quarantined
from ingest.accounts import Work as Work
from ingest.home import Home
from ingest.landing import Hashes, Scan, copy_into
from ingest.landing import scan as scan_landing
from ingest.remote import scan_remote
from ingest.versions import expectations_version, extractor_version, warehouse_version
from ingest.withdrawals import SCHEMA as WITHDRAWALS_SCHEMA
from ingest.withdrawals import Withdrawals

MAX_ATTEMPTS = 3
_SCHEMA = """
create table if not exists observations (
    path text not null, sha256 text not null, bytes integer not null, number integer not null,
    primary key (path, sha256));
create table if not exists standing (path text primary key, sha256 text not null);
create index if not exists standing_by_content on standing (sha256);
create index if not exists observations_by_content on observations (sha256);
create table if not exists contents (
    sha256 text primary key, read_version text, extracted_version text, retries integer not null default 0);
create table if not exists documents (
    document_id text primary key, sha256 text not null, report_id text not null, edition_year integer not null,
    characters integer not null);
create index if not exists documents_by_content on documents (sha256);
create index if not exists documents_by_edition on documents (edition_year);
create table if not exists quarantined (
    sha256 text not null, document_id text not null, stage text not null, reason text not null,
    primary key (sha256, document_id));
create table if not exists pending (path text primary key);
create table if not exists hashed (path text primary key, stamp text not null, sha256 text not null);
create table if not exists attempts (
    digest text primary key, started integer not null default 0, ended integer not null default 0);
create table if not exists meta (key text primary key, value text);
"""


class Inventory:
    """The inventory of one home. Open it with `Inventory.open`, use it as a context manager."""

    def __init__(self, connection: sqlite3.Connection, home: Home) -> None:
        self._db = connection
        self.home = home
        self.withdrawals = Withdrawals(connection, home.landing)

    @classmethod
    @contextmanager
    def open(cls, home: Home) -> Iterator[Inventory]:
        """The inventory of `home`, made where it is missing. Changes are committed by each method."""
        home.state.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(home.inventory, timeout=30)
        try:
            connection.execute("pragma journal_mode = wal")
            connection.execute("pragma mmap_size = 268435456")
            connection.executescript(_SCHEMA + WITHDRAWALS_SCHEMA)
            yield cls(connection, home)
        finally:
            connection.close()

    # -- what stands -------------------------------------------------------------------------------------------

    def knows(self, sha256: str) -> bool:
        """Was this content ever seen?"""
        return self._db.execute("select 1 from contents where sha256 = ?", (sha256,)).fetchone() is not None

    def known(self) -> frozenset[str]:
        """Every content hash ever seen."""
        return frozenset(row[0] for row in self._db.execute("select sha256 from contents").fetchall())

    def scan(self, settle_seconds: float = 1.0, patience_seconds: float | None = None, afresh: bool = False) -> Scan:
        """What stands in the landing folder, or at the landing URL, now; notes nothing but hashes.

        `afresh` hashes local files again that were not touched since. See `ingest.remote.scan_remote` for
        `patience_seconds`.
        """
        home = self.home
        if home.remote is not None:
            return scan_remote(home.remote, home.landing, home.raw, self.knows, settle_seconds, patience_seconds)
        rows = self._db.execute("select path, stamp, sha256 from hashed").fetchall()
        before = {path: (stamp, sha256) for path, stamp, sha256 in rows}
        hashes = Hashes(None if afresh else before)
        found = scan_landing(home.landing, self.knows, settle_seconds, hashes)
        with self._db:
            changed = [(path, *now) for path, now in hashes.stamps.items() if before.get(path) != now]
            self._db.executemany("insert or replace into hashed values (?, ?, ?)", changed)
            gone = [(path,) for path in before.keys() - hashes.stamps.keys()]
            self._db.executemany("delete from hashed where path = ?", gone)
        return found

    def _standing(self, scan: Scan | None) -> dict[str, str]:
        standing: dict[str, str] = dict(self._db.execute("select path, sha256 from standing"))
        if scan is not None:
            standing.update({file.path: file.sha256 for file in scan.files})
            standing.update({path: _no_content(path, reason) for path, reason in scan.refused})
        return standing

    def work(self, scan: Scan, release_id: str | None) -> Work | None:
        """The run that is due, or None where everything is accounted for.

        `release_id` is the current release (None: none published yet).
        """
        standing = self._standing(scan)
        digest = self._digest(standing.values())
        if not standing or (self._meta("accounted") == digest and release_id is not None):
            return None
        started, ended = self._db.execute(
            "select coalesce(sum(started), 0), coalesce(sum(ended), 0) from attempts where digest = ?", (digest,)
        ).fetchone()
        failed = started - ended
        accounted = set(json.loads(self._meta("accounted_contents") or "[]"))
        fresh = sorted(set(standing.values()) - accounted)
        reasons = [f"{len(fresh)} new or changed contents"] if fresh else []
        before = json.loads(self._meta("accounted_versions") or "{}")
        reasons += [f"new {name}" for name, version in _versions().items() if before and before.get(name) != version]
        if self._retries() != int(self._meta("accounted_retries") or 0):
            reasons.append("quarantined documents are to be retried")
        if self._withdrawn() != (self._meta("accounted_withdrawals") or ""):
            reasons.append("documents were withdrawn, or let in again")
        if release_id is None:
            reasons.append("no release yet")
        key = _hash(digest, json.dumps(fresh), str(release_id), str(failed))
        return Work(digest, key, tuple(reasons or ["contents stand again that had been replaced"]), failed)

    def _digest(self, contents: Iterable[str]) -> str:
        parts = [*sorted(set(contents)), json.dumps(_versions(), sort_keys=True), str(self._retries())]
        return _hash(*parts, *filter(None, [self._withdrawn()]))

    def _withdrawn(self) -> str:
        """What is out, as text; empty where nothing is."""
        out = self.withdrawals.digest()
        return json.dumps(out) if out else ""

    def _retries(self) -> int:
        return int(self._db.execute("select coalesce(sum(retries), 0) from contents").fetchone()[0])

    # -- a run -------------------------------------------------------------------------------------------------

    def start(self) -> str:
        """Note that a run begins on what stands; returns the digest that `finish` takes."""
        digest = self._digest(self._standing(None).values())
        with self._db:
            self._db.execute("insert or ignore into attempts (digest) values (?)", (digest,))
            self._db.execute("update attempts set started = started + 1 where digest = ?", (digest,))
        return digest

    def finish(self, digest: str, accounted: bool, accounting: Accounting | None = None) -> None:
        """Note that the run on `digest` came to its end: published or nothing to publish, or refused by a gate.

        A run that never says so was killed or failed, and is tried again. A refused one is not, until
        something changes. `accounting` is kept, for those who ask later where the documents went.
        """
        with self._db:
            self._db.execute("update attempts set ended = ended + 1 where digest = ?", (digest,))
            if accounted:
                self._set("accounted", digest)
                self._set("accounted_contents", json.dumps(sorted(set(self._standing(None).values()))))
                self._set("accounted_versions", json.dumps(_versions()))
                self._set("accounted_retries", str(self._retries()))
                self._set("accounted_withdrawals", self._withdrawn())
                number = self._db.execute("select coalesce(max(number), 0) from observations").fetchone()[0]
                self._set("accounted_observation", str(number))
                if accounting is not None:
                    self._set("accounting", json.dumps(accounting.as_dict()))

    def take(self, scan: Scan) -> int:
        """Keep the new contents of a scan in the raw store and note every path; returns how many were new.

        A file whose content changed while it was copied is noted as pending.
        """
        standing, pending = self._standing(None), set(scan.pending)
        seen: list[tuple[str, str, int]] = []
        for file in scan.files:
            if standing.get(file.path) == file.sha256:
                continue
            if not self.knows(file.sha256) and copy_into(file.location, file.sha256, self.home.raw) is None:
                pending.add(file.path)
                continue
            seen.append((file.path, file.sha256, file.bytes))
        # Before the inventory knows of them: what it knows of is never looked at again.
        self._log_raw(seen)
        number = self._db.execute("select coalesce(max(number), 0) from observations").fetchone()[0]
        refused = [(path, _no_content(path, reason), reason) for path, reason in scan.refused]
        new = 0
        with self._db:
            for path, sha256, size in [*seen, *((path, content, 0) for path, content, _ in refused)]:
                fresh = self._observe(path, sha256, size, number + new + 1)
                new += fresh
            self._db.executemany(
                "insert or replace into quarantined values (?, '', 'inventory', ?)",
                [(content, reason) for _, content, reason in refused],
            )
            self._db.execute("delete from pending")
            self._db.executemany("insert into pending values (?)", ((path,) for path in sorted(pending)))
        return new

    def _observe(self, path: str, sha256: str, size: int, number: int) -> bool:
        """Note that a content stands at a path; True where it never stood there before."""
        cursor = self._db.execute(
            "insert or ignore into observations values (?, ?, ?, ?)", (path, sha256, size, number)
        )
        self._db.execute("insert or ignore into contents (sha256) values (?)", (sha256,))
        self._db.execute("insert or replace into standing values (?, ?)", (path, sha256))
        return bool(cursor.rowcount)

    def _log_raw(self, seen: Iterable[tuple[str, str, int]]) -> None:
        """The raw store names its contents' paths, so that everything else can be rebuilt from it alone."""
        lines = [json.dumps({"path": path, "sha256": sha256}) for path, sha256, _ in seen]
        if not lines:
            return
        ledger = self.home.raw / "paths.jsonl"
        listed = set(ledger.read_text().splitlines()) if ledger.exists() else set()
        with ledger.open("a") as file:
            file.writelines(f"{line}\n" for line in lines if line not in listed)

    # -- documents ---------------------------------------------------------------------------------------------

    def unread(self) -> list[tuple[str, str]]:
        """(sha256, path) of contents that the current extractor has not read yet, in order of path."""
        rows = self._db.execute(
            "select c.sha256, min(o.path) from contents c join observations o using (sha256)"
            " where c.read_version is not ? and c.sha256 not like 'none:%' group by 1 order by 2",
            (extractor_version(),),
        )
        return [(sha256, self.path_of(sha256)) for sha256, _ in rows.fetchall()]

    def path_of(self, sha256: str) -> str:
        """The path that stands for a content: the first by name where it stands, else where it ever stood."""
        row = self._db.execute("select min(path) from standing where sha256 = ?", (sha256,)).fetchone()
        if row[0] is None:
            row = self._db.execute("select min(path) from observations where sha256 = ?", (sha256,)).fetchone()
        return str(row[0])

    def paths_of_contents(self) -> dict[str, str]:
        """`path_of` every content ever seen, by content."""
        found = dict(self._db.execute("select sha256, min(path) from observations group by 1").fetchall())
        return found | dict(self._db.execute("select sha256, min(path) from standing group by 1").fetchall())

    def paths(self) -> dict[str, list[str]]:
        """Every path at which each content was ever seen."""
        found: dict[str, list[str]] = {}
        for path, sha256 in self._db.execute("select path, sha256 from observations order by 1"):
            found.setdefault(sha256, []).append(path)
        return found

    def note_read(self, contents: Iterable[tuple[str, Iterable[tuple[str, str, int, int]]]]) -> None:
        """Note the documents of contents: (document_id, report_id, edition_year, characters) of each, by SHA-256."""
        # All at once: a transaction for each waits for the disk each time, a quarter of the time to read a folder.
        with self._db:
            for sha256, documents in contents:
                self._db.execute("delete from documents where sha256 = ?", (sha256,))
                self._db.execute("delete from quarantined where sha256 = ?", (sha256,))
                self._db.executemany(
                    "insert into documents values (?, ?, ?, ?, ?)",
                    ((document, sha256, report, edition, size) for document, report, edition, size in documents),
                )
                self._db.execute("update contents set read_version = ? where sha256 = ?", (extractor_version(), sha256))

    def editions(self) -> dict[str, int]:
        """The edition of every document that the inventory has, quarantined ones included, by document id."""
        return dict(self._db.execute("select document_id, edition_year from documents order by 1"))

    def edition_of(self, document_id: str) -> int | None:
        """The edition of one document; None for one that the inventory does not have."""
        row = self._db.execute("select edition_year from documents where document_id = ?", (document_id,)).fetchone()
        return None if row is None else int(row[0])

    def in_edition(self, edition: int) -> frozenset[str]:
        """The documents of an edition that the inventory has, quarantined ones included."""
        rows = self._db.execute("select document_id from documents where edition_year = ?", (edition,))
        return frozenset(row[0] for row in rows.fetchall())

    def unextracted(self) -> list[tuple[str, int]]:
        """(document_id, edition_year) of documents without facts of the current extractor."""
        rows = self._db.execute(
            "select d.document_id, d.edition_year from documents d join contents c using (sha256)"
            " where c.extracted_version is not ? order by 2, 1",
            (extractor_version(),),
        )
        return list(rows)

    def note_extracted(self, documents: Iterable[str]) -> None:
        """Note that the documents' facts are in the lake, whole."""
        with self._db:
            self._db.executemany(
                "update contents set extracted_version = ? where sha256 ="
                " (select sha256 from documents where document_id = ?)",
                ((extractor_version(), document) for document in documents),
            )

    def documents_of(self, edition: int) -> dict[str, str]:
        """The content of every document of an edition whose facts are in the lake, by document id."""
        rows = self._db.execute(
            "select d.document_id, d.sha256 from documents d join contents c using (sha256)"
            " where d.edition_year = ? and c.extracted_version is not null order by 1",
            (edition,),
        )
        return dict(rows.fetchall())

    def read_again(self, contents: Iterable[str]) -> None:
        """Have the next stage read these contents again, as if the extractor had never seen them."""
        with self._db:
            self._db.executemany(
                "update contents set read_version = null, extracted_version = null where sha256 = ?",
                ((sha256,) for sha256 in contents),
            )

    # -- quarantine --------------------------------------------------------------------------------------------

    def quarantine(self, sha256: str, stage: str, reason: str, document_id: str = "") -> None:
        """Set a content, or one document of it, aside, and put a copy with its reason into `quarantine/`."""
        with self._db:
            self._db.execute(
                "insert or replace into quarantined values (?, ?, ?, ?)", (sha256, document_id, stage, reason)
            )
            if not document_id:
                self._db.execute("update contents set read_version = ? where sha256 = ?", (extractor_version(), sha256))

    def release_from_gate(self) -> bool:
        """Forget what the gates set aside, before they judge again; True where there was anything."""
        with self._db:
            return self._db.execute("delete from quarantined where stage = 'expectations'").rowcount > 0

    def retry(self, sha256: str) -> bool:
        """Have a quarantined content read again by the next run; False where none is quarantined by this hash."""
        rows = [row for row in self.quarantined() if row.sha256.startswith(sha256)]
        with self._db:
            for row in rows:
                self._db.execute(
                    "update contents set read_version = null, extracted_version = null, retries = retries + 1"
                    " where sha256 = ?", (row.sha256,),
                )  # fmt: skip
        return bool(rows)

    def quarantined(self) -> list[Quarantined]:
        """All that is set aside, by path."""
        rows = self._db.execute("select sha256, document_id, stage, reason from quarantined")
        found = [
            Quarantined(sha256, document, stage, reason, self.path_of(sha256))
            for sha256, document, stage, reason in rows.fetchall()
        ]
        return sorted(found, key=lambda one: (one.path, one.document_id))

    # -- accounts ----------------------------------------------------------------------------------------------

    def stands(self) -> frozenset[str]:
        """The contents that stand at some path, or stood there last."""
        return frozenset(row[0] for row in self._db.execute("select distinct sha256 from standing"))

    def accounting(self, current: frozenset[str]) -> Accounting:
        """Where every document seen has gone; `current` are the document ids whose facts the marts hold."""
        documents: dict[str, list[str]] = {}
        for document, sha256 in self._db.execute("select document_id, sha256 from documents order by 1"):
            documents.setdefault(sha256, []).append(document)
        aside = {(row.sha256, row.document_id) for row in self.quarantined()}
        for sha256, document in sorted(aside):
            # A member of an archive that was refused has no other document's id.
            if document and document not in documents.get(sha256, ()):
                documents.setdefault(sha256, []).append(document)
        counts = dict.fromkeys(("loaded", "superseded", "duplicate", "quarantined", "pending", "withdrawn"), 0)
        withdrawn = self.withdrawals.reasons()
        accounted = int(self._meta("accounted_observation") or 0)
        primary = self.paths_of_contents()
        new = 0
        for path, sha256, number in self._db.execute("select path, sha256, number from observations order by 1, 2"):
            parts = documents.get(sha256) or [""]
            new += len(parts) if number > accounted else 0
            if primary[sha256] != path:
                counts["duplicate"] += len(parts)
                continue
            for document in parts:
                if (sha256, "") in aside or (sha256, document) in aside:
                    counts["quarantined"] += 1
                elif document in current:
                    counts["loaded"] += 1
                elif document:
                    counts["superseded"] += 1
                    counts["withdrawn"] += document in withdrawn
                else:
                    counts["pending"] += 1
        waiting = self._db.execute("select count(*) from pending").fetchone()[0]
        counts["pending"] += waiting
        seen = self._db.execute("select count(*) from observations").fetchone()[0] + waiting
        seen += sum(
            len(documents.get(sha256, [""])) - 1
            for (sha256,) in self._db.execute("select sha256 from observations")
            if sha256 in documents
        )
        return Accounting(seen=seen, new=new + waiting, **counts)

    def last_accounting(self) -> Accounting | None:
        """The accounting of the last run that published or had nothing to publish."""
        stored = self._meta("accounting")
        return Accounting(**json.loads(stored)) if stored else None

    def _meta(self, key: str) -> str | None:
        row = self._db.execute("select value from meta where key = ?", (key,)).fetchone()
        return row[0] if row else None

    def _set(self, key: str, value: str) -> None:
        self._db.execute("insert or replace into meta values (?, ?)", (key, value))


def _versions() -> dict[str, str]:
    return {
        "extractor": extractor_version(),
        "expectations": expectations_version(),
        "warehouse": warehouse_version(),
    }


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def _no_content(path: str, reason: str) -> str:
    """A stand-in for the hash of a name that has no content to hash, such as a FIFO."""
    return f"none:{_hash(path, reason)[:32]}"


def quarantine_folder(home: Home, sha256: str, path: str) -> Path:
    """The folder under `quarantine/` for one content."""
    name = "".join(c if c.isalnum() or c in "._-" else "_" for c in Path(path).name)[-80:]
    return home.quarantine / f"{sha256.replace(':', '-')[:16]}-{name}"
