"""The README answers its questions as the sample release does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tip_warehouse import questions
from tests.tip_warehouse.conftest import Published
from tip_warehouse.query import run_query


def test_the_readme_prints_what_the_sample_release_answers(published: Published) -> None:
    assert questions.printed() == questions.answers(published.home), (
        "README.md prints other answers than the sample release gives; read the difference, then: make answers"
    )


@pytest.mark.parametrize("path", questions.files(), ids=lambda path: path.stem)
def test_every_question_has_an_answer_in_one_order(published: Published, path: Path) -> None:
    question, statement = questions.parse(path)
    assert question.endswith("?")
    _, rows = run_query(published.home, statement)
    assert rows, f"{path.name} finds nothing in the samples"
    assert "order by" in statement.lower() or len(rows) == 1


def test_there_are_at_least_ten_questions() -> None:
    assert len(questions.files()) >= 10
