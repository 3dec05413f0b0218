"""Landing places at a URL: S3 as a server on this machine speaks it, and a store without versions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import fsspec
import pytest

from ingest import remote
from ingest.home import Home
from ingest.inventory import Inventory
from ingest.landing import raw_path
from ingest.remote import LandingUnreachable, scan_remote


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the objects that were fetched."""
    paths: list[str] = []
    real = remote._fetch

    def fetch(store: Any, one: Any, cache: Path, url: str) -> str | None:
        paths.append(one.path)
        return real(store, one, cache, url)

    monkeypatch.setattr(remote, "_fetch", fetch)
    return paths


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.at(tmp_path / "home", "s3://drop/2009").create()


def test_objects_are_fetched_once_and_their_hash_decides(s3: Any, home: Home, fetched: list[str]) -> None:
    s3.pipe({"drop/2009/kenya.txt": b"one", "drop/2009/a/peru.txt": b"two", "drop/2010/laos.txt": b"elsewhere",
             "drop/2009/late.txt.part": b"half", "drop/2009/.hidden/x": b"x"})  # fmt: skip
    with Inventory.open(home) as inventory:
        scan = inventory.scan(settle_seconds=60)  # S3 shows whole objects: nothing is waited for
        assert [file.path for file in scan.files] == ["a/peru.txt", "kenya.txt"]
        assert scan.pending == ("late.txt.part",)
        work = inventory.work(scan, None)
        assert work is not None and work.reasons[0] == "2 new or changed contents"
        assert inventory.take(scan) == 2
        for file in scan.files:
            assert raw_path(home.raw, file.sha256).read_bytes() == {"kenya.txt": b"one"}.get(file.path, b"two")

        # The same again, under another name, and changed.
        assert inventory.take(inventory.scan()) == 0
        assert sorted(fetched) == ["a/peru.txt", "kenya.txt"]
        s3.pipe("drop/2009/kenya2.txt", b"one")
        s3.pipe("drop/2009/kenya.txt", b"three")
        changed = inventory.scan()
        assert fetched[2:] == ["kenya.txt", "kenya2.txt"]
        assert inventory.take(changed) == 2
        assert len(inventory.known()) == 3
        # What is kept is not kept twice; deleting withdraws nothing.
        assert {path.name for path in home.landing.iterdir() if not path.name.startswith(".")} <= {
            file.sha256 for file in changed.files
        }
        s3.rm("drop/2009/kenya.txt")
        inventory.scan()
        assert inventory.work(inventory.scan(), None).digest == inventory.work(changed, None).digest  # type: ignore[union-attr]
        assert not [path for path in home.landing.iterdir() if not path.name.startswith(".")]


def test_what_is_not_fetched_in_time_is_pending_and_fetched_later(s3: Any, tmp_path: Path, fetched: list[str]) -> None:
    s3.pipe({f"drop/batch/{number}.txt": str(number).encode() for number in range(20)})
    first = scan_remote("s3://drop/batch", tmp_path / "cache", tmp_path / "raw", patience_seconds=-1)
    assert (len(first.files), len(first.pending)) == (0, 20)
    second = scan_remote("s3://drop/batch", tmp_path / "cache", tmp_path / "raw", patience_seconds=60)
    assert (len(second.files), second.pending) == (20, ())
    assert len(fetched) == 20


def test_a_place_that_is_not_there_or_not_open_is_said_without_secrets(s3: Any, tmp_path: Path) -> None:
    assert scan_remote("s3://drop/nothing/here", tmp_path / "cache", tmp_path / "raw").files == ()
    with pytest.raises(LandingUnreachable, match="no-such-scheme://"):
        scan_remote("no-such-scheme://x", tmp_path / "cache", tmp_path / "raw")
    with pytest.raises(LandingUnreachable) as refused:
        scan_remote("ftp://ann:secret@127.0.0.1:9/in", tmp_path / "cache", tmp_path / "raw")
    assert "secret" not in str(refused.value)
    with pytest.raises(LandingUnreachable, match="set AWS_ACCESS_KEY_ID") as refused:
        scan_remote("s3://key:se/cret@drop/in", tmp_path / "cache", tmp_path / "raw")
    assert "se/cret" not in str(refused.value)


def test_where_the_store_has_no_versions_a_growing_object_is_pending(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe({"/growing/a.txt": b"whole", "/growing/b.txt": b"ha"})
    monkeypatch.setattr(remote.time, "sleep", lambda seconds: memory.pipe("/growing/b.txt", b"half"))
    first = scan_remote("memory://growing", tmp_path / "cache", tmp_path / "raw", settle_seconds=5)
    assert ([file.path for file in first.files], first.pending) == (["a.txt"], ("b.txt",))
    monkeypatch.setattr(remote.time, "sleep", lambda seconds: None)
    second = scan_remote("memory://growing", tmp_path / "cache", tmp_path / "raw", settle_seconds=5)
    assert [Path(file.location).read_bytes() for file in second.files] == [b"whole", b"half"]
