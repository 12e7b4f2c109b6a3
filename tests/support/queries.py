"""Count the queries of a piece of work: they must not grow with the data."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from sqlalchemy import event

from regionhub.extensions import db
from regionhub.questions import Question


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that are sent while inside."""
    sent: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    ask_driver = Question._ask_driver

    def noted(question: Question, *rest: Any) -> Any:
        sent.append(str(question.statement))
        return ask_driver(question, *rest)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        with patch.object(Question, "_ask_driver", noted):
            yield sent
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
