"""Withdrawals: documents that somebody took out, with who, when and why. Part of the inventory's database."""

from __future__ import annotations

import difflib
import os
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path

SCHEMA = """
create table if not exists withdrawals (
    number integer primary key, sha256 text not null, document_id text not null, reason text not null,
    by text not null, at text not null, undone_by text, undone_at text);
"""
# How many digits of a hash name a content.
_HASH_DIGITS = 8


class WithdrawalError(LookupError):
    """Nothing can be withdrawn or restored by this name; the message says what can."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """One document that is out, or one content with all its documents (`document_id` empty).

    `reports` are the reports concerned, `path` where the content stands or stood; `at` is a UTC instant.
    """

    sha256: str
    document_id: str
    reports: tuple[str, ...]
    path: str
    reason: str
    by: str
    at: str

    def as_dict(self) -> dict[str, object]:
        """The withdrawal as plain values."""
        return asdict(self)


class Withdrawals:
    """The withdrawals of one inventory, over its database and the folder that its paths are relative to.

    A withdrawal is of a content by its hash, or of one document in it: the same bytes stay out under whatever
    name they come, until it is undone. Other bytes for the same report are another document, and enter.
    """

    def __init__(self, connection: sqlite3.Connection, landing: Path) -> None:
        self._db = connection
        self._landing = landing

    def withdraw(self, what: str, reason: str, by: str | None = None) -> list[Withdrawal]:
        """Take out what `what` names: a report_id (all its documents), a path, or a content by its hash.

        `by` defaults to the user of this process. Raises `WithdrawalError` where `what` names nothing, or
        nothing that is not out already, or where there is no reason.
        """
        words = " ".join(reason.split())
        if not words:
            raise WithdrawalError('a withdrawal has a reason; give --reason "…", it stands in the next release')
        found = self._named(what)
        out = {(one.sha256, one.document_id): one for one in self.active()}
        fresh = [pair for pair in found if pair not in out and (pair[0], "") not in out]
        if not fresh:
            one = next(one for pair, one in out.items() if pair in found or (pair[0], "") in out)
            raise WithdrawalError(
                f"{what} was withdrawn by {one.by} at {one.at} already: {one.reason}; "
                f'to give another reason, undo it first: tip withdraw "{what}" --undo'
            )
        moment = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
        with self._db:
            self._db.executemany(
                "insert into withdrawals (sha256, document_id, reason, by, at) values (?, ?, ?, ?, ?)",
                [(sha256, document, words, by or _user(), moment) for sha256, document in fresh],
            )
        return [one for one in self.active() if (one.sha256, one.document_id) in fresh]

    def undo(self, what: str, by: str | None = None) -> list[Withdrawal]:
        """Let what `what` names in again. Raises `WithdrawalError` where nothing of it is out."""
        named = self._named(what)
        contents, documents = {sha256 for sha256, _ in named}, set(named)
        whole = {sha256 for sha256, document in named if not document}
        found = [
            one
            for one in self.active()
            if (one.sha256, one.document_id) in documents
            or (one.document_id == "" and one.sha256 in contents)
            or one.sha256 in whole
        ]
        if not found:
            listed = ", ".join(sorted({one.path for one in self.active()})) or "nothing is"
            raise WithdrawalError(f"{what} is not withdrawn; withdrawn: {listed}")
        with self._db:
            self._db.executemany(
                "update withdrawals set undone_by = ?, undone_at = ?"
                " where sha256 = ? and document_id = ? and undone_at is null",
                [
                    (by or _user(), f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}", one.sha256, one.document_id)
                    for one in found
                ],
            )
        return found

    def active(self) -> list[Withdrawal]:
        """All that is out, by path."""
        rows = self._db.execute(
            "select sha256, document_id, reason, by, at from withdrawals where undone_at is null order by number"
        ).fetchall()
        found = [
            Withdrawal(sha256, document, self._reports(sha256, document), self._path(sha256), reason, by, at)
            for sha256, document, reason, by, at in rows
        ]
        return sorted(found, key=lambda one: (one.path, one.document_id))

    def reasons(self) -> dict[str, str]:
        """The reason of every document that is out, by document id."""
        rows = self._db.execute(
            "select d.document_id, w.reason from withdrawals w join documents d on d.sha256 = w.sha256"
            " and w.document_id in ('', d.document_id) where w.undone_at is null order by w.number"
        )
        return dict(rows.fetchall())

    def digest(self) -> list[list[str]]:
        """What a run accounts for: whatever is out, and why."""
        rows = self._db.execute(
            "select distinct sha256, document_id, reason from withdrawals where undone_at is null order by 1, 2, 3"
        )
        return [list(row) for row in rows]

    def _named(self, what: str) -> list[tuple[str, str]]:
        """(content, document) of all that `what` names; the document is empty where it is the whole content."""
        rows = self._db.execute("select sha256, document_id from documents where report_id = ?", (what,)).fetchall()
        if rows:
            return [(sha256, document) for sha256, document in rows]
        for path in self._paths(what):
            row = self._db.execute("select sha256 from standing where path = ?", (path,)).fetchone()
            if row is not None:
                return [(self._readable(row[0], what), "")]
        digits = what.lower()
        if len(digits) >= _HASH_DIGITS and set(digits) <= set("0123456789abcdef"):
            found = self._db.execute("select sha256 from contents where sha256 like ?", (f"{digits}%",)).fetchall()
            if len(found) == 1:
                return [(self._readable(found[0][0], what), "")]
        raise WithdrawalError(self._unknown(what))

    def _readable(self, sha256: str, what: str) -> str:
        if self._db.execute("select 1 from documents where sha256 = ?", (sha256,)).fetchone() is None:
            raise WithdrawalError(
                f"no report was read from {what}, so that there is nothing to withdraw; see tip quarantine list"
            )
        return sha256

    def _paths(self, what: str) -> list[str]:
        """`what` as a path of the landing folder: as it stands, and as a path of the file system."""
        candidates = [what]
        full = Path(os.path.abspath(what))
        if full.is_relative_to(self._landing):
            candidates.append(full.relative_to(self._landing).as_posix())
        return candidates

    def _unknown(self, what: str) -> str:
        names = [row[0] for row in self._db.execute("select path from standing order by 1")]
        names += [row[0] for row in self._db.execute("select distinct report_id from documents order by 1")]
        close = difflib.get_close_matches(what, names, n=3, cutoff=0.6)
        hint = f"; did you mean {', '.join(close)}?" if close else "."
        return (
            f"nothing is called {what!r}{hint} Give a report_id (tip_report:KEN:2009), the path of a file in the "
            'landing folder, or its SHA-256: tip query "select report_id, source_path, source_sha256 from dim_report"'
        )

    def _reports(self, sha256: str, document: str) -> tuple[str, ...]:
        rows: Sequence[tuple[str]] = self._db.execute(
            "select distinct report_id from documents where sha256 = ? and ? in ('', document_id) order by 1",
            (sha256, document),
        ).fetchall()
        return tuple(row[0] for row in rows)

    def _path(self, sha256: str) -> str:
        standing = "select min(path) from standing where sha256 = ?"
        seen = "select min(path) from observations where sha256 = ?"
        for question in (standing, seen):
            (path,) = self._db.execute(question, (sha256,)).fetchone()
            if path is not None:
                return str(path)
        return sha256[:12]


def _user() -> str:
    """Who runs this process, as the system knows them."""
    try:
        return getuser()
    except (OSError, KeyError):
        return f"user {os.getuid()}"
