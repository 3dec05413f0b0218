"""Whatever the bytes are: documents that hold together, or a reason. And a parser that crashes takes nothing along."""

from __future__ import annotations

import os
import signal
import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Document
from ingest.readers import Refused, read, worker
from tests.ingest.readers import pages
from tests.ingest.readers.test_archives import ARCHIVES
from tests.ingest.readers.test_pdf import make_pdf

GOOD = {
    "text": pages.text("Peru", "Trafficking in Persons Report 2010 - Peru").encode(),
    "html": pages.refworld("Peru", 2010),
    "pdf": make_pdf(["2010 Trafficking in Persons Report - Peru", *pages.paragraphs("Peru")], 1),
    **ARCHIVES,
}


def _holds_together(document: Document) -> None:
    parts = [document.text[span.start : span.end] for span in document.paragraphs]
    assert document.text == "\n\n".join(parts)
    assert [span.number for span in document.paragraphs] == list(range(1, len(parts) + 1))
    assert all(part.strip() == part and part and "\n" not in part for part in parts)


@given(
    st.binary(max_size=400) | st.text(max_size=200).map(str.encode),
    st.sampled_from(["a.txt", "2010/peru.txt", "x.pdf"]),
)
@settings(max_examples=60, deadline=None)
def test_any_bytes_give_documents_or_a_reason(content: bytes, path: str) -> None:
    try:
        documents = read(content, path)
    except Refused as refusal:
        assert str(refusal)  # noqa: PT017 - both ends are right
    else:
        for document in documents:
            _holds_together(document)


@given(st.sampled_from(sorted(GOOD)), st.data())
@settings(max_examples=80, deadline=None)
def test_damaged_files_give_documents_or_a_reason(kind: str, data: st.DataObject) -> None:
    content = bytearray(GOOD[kind])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        change = data.draw(st.sampled_from(["flip", "cut", "insert"]))
        if change == "flip":
            content[at] ^= data.draw(st.integers(1, 255))
        elif change == "cut":
            del content[at : at + data.draw(st.integers(1, 200))]
        else:
            content[at:at] = data.draw(st.binary(min_size=1, max_size=20))
        content = content or bytearray(b" ")
    try:
        documents = read(bytes(content), "damaged.bin")
    except Refused as refusal:
        assert str(refusal)  # noqa: PT017 - both ends are right
    else:
        for document in documents:
            _holds_together(document)


@pytest.mark.parametrize("kind", sorted(GOOD))
def test_good_files_hold_together(kind: str) -> None:
    documents = read(GOOD[kind], "a.bin")
    assert documents
    for document in documents:
        _holds_together(document)


def test_parser_that_crashes_refuses_its_file_alone() -> None:
    assert read(GOOD["html"], "a.html")
    assert worker._current is not None
    victim = worker._current.process
    # It is stopped first, so that it is in the middle of the next file when it is made to crash.
    os.kill(victim.pid, signal.SIGSTOP)

    def crash() -> None:
        time.sleep(0.3)
        os.kill(victim.pid, signal.SIGSEGV)
        os.kill(victim.pid, signal.SIGCONT)

    thread = threading.Thread(target=crash)
    thread.start()
    with pytest.raises(Refused, match=r"crashed on this file .SIGSEGV"):
        read(GOOD["html"], "a.html")
    thread.join()
    assert read(GOOD["html"], "a.html")


def test_a_file_that_needs_more_memory_than_the_worker_may_use_is_refused_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    worker.stop()
    monkeypatch.setattr(worker, "MEMORY", 128 << 20)
    try:
        with pytest.raises(Refused, match="reading it needs more than 128 MB of memory"):
            read(GOOD["html"] + b"<i>a</i>" * (1 << 20), "a.html")
        assert read(GOOD["html"], "a.html")
    finally:
        worker.stop()


def test_plain_text_starts_no_worker() -> None:
    worker.stop()
    assert read(GOOD["text"], "a.txt")
    assert worker._current is None


def test_forked_process_leaves_its_parents_worker_alone() -> None:
    assert read(GOOD["html"], "a.html")
    assert worker._current is not None
    pid = worker._current.process.pid
    child = os.fork()
    if child == 0:
        good = len(read(GOOD["html"], "a.html")) == 1 and worker._current.process.pid != pid
        worker.stop()
        os._exit(0 if good else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert read(GOOD["html"], "a.html")
    assert worker._current.process.pid == pid
