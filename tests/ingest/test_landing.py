"""The landing folder: what must be hashed again, what must be waited for, and what a glance sees."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from ingest import landing
from ingest.landing import Hashes, glance, scan


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the code under test has slept; it does not."""
    pauses: list[float] = []
    monkeypatch.setattr(landing.time, "sleep", pauses.append)
    return pauses


def test_a_file_that_has_stood_still_is_not_waited_for(
    tmp_path: Path, slept: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("one")
    assert [file.path for file in scan(tmp_path, settle_seconds=60).files] == ["a.txt"]
    (waited,) = slept
    assert 55 < waited <= 60
    later = time.time() + 61
    monkeypatch.setattr(landing.time, "time", lambda: later)
    assert [file.path for file in scan(tmp_path, settle_seconds=60).files] == ["a.txt"]
    assert len(slept) == 1


def test_a_file_from_the_future_is_waited_for_in_full(
    tmp_path: Path, slept: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("one")
    monkeypatch.setattr(landing.time, "time", lambda: 1000.0)
    scan(tmp_path, settle_seconds=60)
    assert slept == [60]


def test_known_contents_are_not_waited_for(tmp_path: Path, slept: list[float]) -> None:
    (tmp_path / "a.txt").write_text("one")
    (file,) = scan(tmp_path, settle_seconds=0).files
    scan(tmp_path, lambda sha256: sha256 == file.sha256, settle_seconds=60)
    assert slept == []


def test_a_remembered_file_is_still_waited_for_where_its_content_is_new(tmp_path: Path, slept: list[float]) -> None:
    (tmp_path / "a.txt").write_text("one")
    status = (tmp_path / "a.txt").stat()
    remembered = Hashes({"a.txt": (landing.stamp_of(status), landing.content_hash(tmp_path / "a.txt"))})
    scan(tmp_path, settle_seconds=60, hashes=remembered)
    (waited,) = slept
    assert 55 < waited <= 60


def test_an_untouched_file_is_hashed_once_and_a_touched_one_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[str] = []
    real = landing.content_hash
    monkeypatch.setattr(landing, "content_hash", lambda path: hashed.append(path) or real(path))
    hashes, path = Hashes(), tmp_path / "a.txt"
    path.write_text("one")
    scan(tmp_path, settle_seconds=0, hashes=hashes)
    scan(tmp_path, settle_seconds=0, hashes=hashes)
    assert len(hashed) == 2  # too young to be remembered

    later = time.time() + 10
    monkeypatch.setattr(landing.time, "time", lambda: later)
    before = scan(tmp_path, settle_seconds=0, hashes=hashes)
    assert scan(tmp_path, settle_seconds=0, hashes=hashes) == before
    assert len(hashed) == 3

    # Other words of the same length, with the old time set again.
    times = path.stat()
    time.sleep(0.02)  # the kernel's clock of changes ticks every few milliseconds
    path.write_text("two")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    after = scan(tmp_path, settle_seconds=0, hashes=hashes)
    assert after.files[0].sha256 != before.files[0].sha256
    path.unlink()
    scan(tmp_path, settle_seconds=0, hashes=hashes)
    assert hashes.stamps == {}


def test_a_glance_sees_files_come_change_and_go(tmp_path: Path) -> None:
    seen = [glance(tmp_path)]
    (tmp_path / "a.txt").write_text("one")
    seen.append(glance(tmp_path))
    assert glance(tmp_path) == seen[-1]
    (tmp_path / "a.txt").write_text("four")
    seen.append(glance(tmp_path))
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    seen.append(glance(tmp_path))
    assert len(set(seen)) == 4
    (tmp_path / "b.txt").unlink()
    assert glance(tmp_path) == seen[0]


def test_a_link_to_a_folder_is_refused_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text("one")
    (tmp_path / "landing").mkdir()
    (tmp_path / "landing" / "link").symlink_to(tmp_path / "outside", target_is_directory=True)
    found = scan(tmp_path / "landing", settle_seconds=0)
    assert found.files == ()
    assert [(name, reason.split(";")[0]) for name, reason in found.refused] == [("link", "a symbolic link")]


def test_a_folder_that_may_not_be_listed_is_refused_with_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "open").mkdir()
    (tmp_path / "open" / "a.txt").write_text("one")
    real = os.scandir

    def guarded(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(path)
        return real(path)

    monkeypatch.setattr(landing.os, "scandir", guarded)
    found = scan(tmp_path, settle_seconds=0)
    assert [file.path for file in found.files] == ["open/a.txt"]
    assert found.refused == (("closed/", "folder not readable: permission denied"),)


def test_names_come_in_the_order_of_their_folders(tmp_path: Path) -> None:
    names = ["b.txt", "z.txt", "a/1.txt", "a/c/2.txt", "d/0.txt"]
    for name in reversed(names):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    assert [file.path for file in scan(tmp_path, settle_seconds=0).files] == names
