"""The questions that README.md answers: examples/questions/*.sql with their results on the sample release.

python -m tests.tip_warehouse.questions HOME writes the answers of the release in HOME into README.md.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ingest.home import Home
from tests.conftest import ROOT
from tip_warehouse.query import run_query

README = ROOT / "README.md"
FOLDER = ROOT / "examples" / "questions"
BEGIN, END = "<!-- answers: make answers -->\n", "<!-- end of answers -->"


def files() -> list[Path]:
    """The questions in the order in which the README asks them."""
    return sorted(FOLDER.glob("*.sql"))


def parse(path: Path) -> tuple[str, str]:
    """(question, statement) of a file: its first line is a comment that asks the question."""
    first, _, statement = path.read_text(encoding="utf-8").partition("\n")
    assert first.startswith("-- ") and first.endswith("?"), f"{path}: the first line must be a comment that asks"
    return first.removeprefix("-- "), statement.strip()


def as_markdown(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A result as a table of Markdown."""
    lines = [columns, ["---"] * len(columns), *([cell(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value}".replace("|", "&#124;").replace("\n", " ")


def answers(home: Home) -> str:
    """All questions with their answers, as they stand in the README."""
    parts = []
    for path in files():
        question, statement = parse(path)
        result = as_markdown(*run_query(home, statement))
        heading = f"<details>\n<summary>{question}</summary>"
        source = f"[`examples/questions/{path.name}`](examples/questions/{path.name})"
        parts.append(f"{heading}\n\n```sql\n{statement};\n```\n\n{result}\n\n{source}\n</details>\n")
    return "\n".join(parts)


def printed() -> str:
    """What the README prints between its two marks."""
    _, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    text, mark, _ = rest.partition(END)
    assert mark, f"{README} has no {BEGIN.strip()} … {END}"
    return text


if __name__ == "__main__":
    old, new = (f"{BEGIN}{text}{END}" for text in (printed(), answers(Home.at(Path(sys.argv[1])))))
    README.write_text(README.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
