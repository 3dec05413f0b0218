"""Archives: their members as documents, and archives that are damaged or hostile."""

from __future__ import annotations

import gzip
import io
import stat
import tarfile
import zipfile
from collections.abc import Mapping

import pytest

from ingest.readers import Refused, read, read_members
from tests.ingest.readers import pages

PERU = pages.text("Peru", "Trafficking in Persons Report 2010 - Peru").encode()
GHANA = pages.text("Ghana", "2019 Trafficking in Persons Report: Ghana").encode()


def make_zip(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def make_tar(members: Mapping[str, bytes], links: Mapping[str, str] = {}) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        for name, target in links.items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, target
            archive.addfile(info)
    return buffer.getvalue()


MEMBERS = {"2010/peru.txt": PERU, "deep/er/g.txt": GHANA, "notes.txt": b"Some notes.", "__MACOSX/._g.txt": b"\x00\x05"}
ARCHIVES = {"zip": make_zip(MEMBERS), "tar": make_tar(MEMBERS), "tar.gz": gzip.compress(make_tar(MEMBERS))}


@pytest.mark.parametrize("kind", list(ARCHIVES))
def test_members_become_documents_with_their_paths(kind: str) -> None:
    reading = read_members(ARCHIVES[kind], f"all/reports.{kind}")
    assert [(d.report_id, d.source_path) for d in reading.documents] == [
        ("tip_report:PER:2010", f"all/reports.{kind}!2010/peru.txt"),
        ("tip_report:GHA:2019", f"all/reports.{kind}!deep/er/g.txt"),
    ]
    assert len({d.document_id for d in reading.documents}) == 2
    assert len({d.source_sha256 for d in reading.documents}) == 1
    assert [name for name, _ in reading.refused] == ["notes.txt"]


def test_document_ids_do_not_depend_on_the_archives_name() -> None:
    first, second = (read(ARCHIVES["zip"], path) for path in ("a.zip", "b/c.bin"))
    assert [d.document_id for d in first] == [d.document_id for d in second]


def test_single_gzip_file() -> None:
    (document,) = read(gzip.compress(PERU), "2010/peru.txt.gz")
    assert (document.report_id, document.source_path) == ("tip_report:PER:2010", "2010/peru.txt.gz!peru.txt")


def test_path_of_a_member_is_its_hint() -> None:
    with pytest.raises(Refused, match=r"says PER 2010.*says GHA 2010"):
        read(make_zip({"2010/ghana.txt": PERU}), "a.zip")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(make_zip({"../../peru.txt": PERU}), "leads out of it", id="zip: parent folder"),
        pytest.param(make_zip({"/etc/peru.txt": PERU}), "an absolute name", id="zip: absolute"),
        pytest.param(make_zip({"C:\\peru.txt": PERU}), "an absolute name", id="zip: drive"),
        pytest.param(make_zip({"..\\peru.txt": PERU}), "leads out of it", id="zip: backslashes"),
        pytest.param(make_tar({"../peru.txt": PERU}), "leads out of it", id="tar: parent folder"),
        pytest.param(make_tar({}, {"peru.txt": "/etc/passwd"}), "a link inside", id="tar: symbolic link"),
        pytest.param(
            make_zip({"inner.zip": make_zip({"peru.txt": PERU})}), "archive .zip. inside an archive", id="nested"
        ),
        pytest.param(make_zip({}), "it holds no files", id="empty zip"),
        pytest.param(make_zip({"peru.txt": PERU})[:-30], "damaged zip", id="zip: truncated"),
        pytest.param(gzip.compress(PERU)[:200], "damaged gzip", id="gzip: truncated"),
        pytest.param(gzip.compress(bytes(300 << 20), 9), "an archive bomb", id="gzip: bomb"),
        pytest.param(make_zip({"bomb.txt": bytes(300 << 20)}), "an archive bomb", id="zip: bomb"),
        pytest.param(make_zip({f"{n}.txt": b"" for n in range(5001)}), "more than 5,000 files", id="zip: many files"),
        pytest.param(
            make_zip({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"}), "office", id="Word file"
        ),
    ],
)
def test_hostile_and_damaged_archives_are_refused(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        read(content, "a.zip")


def test_symbolic_link_in_a_zip_file() -> None:
    info = zipfile.ZipInfo("peru.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    with pytest.raises(Refused, match="a symbolic link inside"):
        read(buffer.getvalue(), "a.zip")
