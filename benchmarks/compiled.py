"""What compiling brings: the extractor as it is beside a copy compiled to C by mypyc, on the same texts, in turn.

    python -m benchmarks.compiled [--rounds N]

The copy is built under `.tools/compiled`, with what `make bench` installs and a C compiler; that takes minutes and is
done again only when the sources have changed. Nothing of the project uses it. Its facts are compared with those of the
sources, and must be the same.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import time

from benchmarks.extraction import PEERS, ROOT, WORKS, narratives, size

COPY = ROOT / ".tools" / "compiled"
MARK = COPY / "sources.sha256"
MODULES = ("document.py", "facts.py", "extract.py", "token*.py", "vocabulary/[a-z]*.py", "grammar/[a-z]*.py")
_BUILD = """
import sys
from mypyc.build import mypycify
from setuptools import setup
modules = mypycify(["--ignore-missing-imports", *sys.argv[1:]], opt_level="2", debug_level="0", multi_file=True)
sys.argv = ["setup.py", "--quiet", "build_ext", "--inplace"]
setup(name="compiled", packages=[], ext_modules=modules)
"""


def build() -> None:
    """Compile a copy of the extractor, unless that of these sources is there; ends the program where it cannot."""
    found = sorted({path for pattern in MODULES for path in (ROOT / "ingest").glob(pattern)})
    # A compiled module may not know where it lies while it is imported: those that read data files stay as they are.
    sources = [path for path in found if "__file__" not in path.read_text(encoding="utf-8")]
    told = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
    if MARK.exists() and MARK.read_text() == told:
        return
    if not PEERS.exists():
        sys.exit(f"no {PEERS.relative_to(ROOT)}, which has the compiler to C; `make bench` installs it")
    shutil.rmtree(COPY, ignore_errors=True)
    shutil.copytree(ROOT / "ingest", COPY / "ingest", ignore=shutil.ignore_patterns("__pycache__"))
    names = [str(path.relative_to(ROOT)) for path in sources]
    began = time.monotonic()
    with (COPY / "build.log").open("w") as log:
        done = subprocess.run([str(PEERS), "-c", _BUILD, *names], cwd=COPY, stdout=log, stderr=subprocess.STDOUT)
    if done.returncode:
        sys.exit(
            f"not compiled; see {(COPY / 'build.log').relative_to(ROOT)}. It needs a C compiler and Python's headers"
        )
    MARK.write_text(told)
    print(f"compiled {len(names)} modules in {time.monotonic() - began:.0f} s")


def work(compiled: bool) -> None:
    """In a child: for each line of input, the seconds of one round of each work on each set; first what was found."""
    import ingest.tokens
    from ingest.extract import extract

    texts = narratives()
    rows = [extract(text).rows for found in texts.values() for text in found]
    assert ingest.tokens.__file__.endswith(".so" if compiled else ".py"), ingest.tokens.__file__
    print(hashlib.sha256(json.dumps(rows, sort_keys=True, default=str).encode()).hexdigest(), flush=True)
    for _ in sys.stdin:
        taken = {}
        for name, found in texts.items():
            for shown, one in WORKS.items():
                began = time.process_time()
                for text in found:
                    one(text)
                taken[f"{name}, {shown}"] = size(found) / (time.process_time() - began)
        print(json.dumps(taken), flush=True)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--child", choices=("sources", "compiled"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        work(given.child == "compiled")
        return
    build()
    children = {}
    for name, first in (("sources", ROOT), ("compiled", COPY)):
        # The copy stands before the sources; the benchmarks come from the working folder in both.
        command = [sys.executable, "-P", "-m", "benchmarks.compiled", "--child", name]
        path = os.pathsep.join((str(first), str(ROOT)))
        children[name] = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path}
        )
    found = {name: (child.stdout.readline() if child.stdout else "") for name, child in children.items()}
    taken: dict[str, dict[str, list[float]]] = {}
    for _ in range(given.rounds):
        for name, child in children.items():
            assert child.stdin and child.stdout
            child.stdin.write("\n")
            child.stdin.flush()
            for what, speed in json.loads(child.stdout.readline()).items():
                taken.setdefault(what, {}).setdefault(name, []).append(speed)
    for child in children.values():
        child.communicate()
    print(f"{'narratives of 6 KB per second and core':<40}  sources  compiled  ratio   (best; medians)")
    for what, speeds in taken.items():
        cells = []
        for of in (max, statistics.median):
            plain, fast = of(speeds["sources"]), of(speeds["compiled"])
            cells.append(f"{plain:>9.0f}{fast:>10.0f}{fast / plain:>7.2f}")
        print(f"  {what:<38}" + "   ".join(cells))
    print("the same facts" if found["sources"] == found["compiled"] else "THE FACTS DIFFER")


if __name__ == "__main__":
    main()
