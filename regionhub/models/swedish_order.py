"""Order by å, ä and ö as Swedes do, on both databases."""

from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from regionhub.database import SQLITE_COLLATION


class swedish(ColumnElement[str]):  # noqa: N801 - reads as a function in queries
    """`select(Person).order_by(swedish(Person.name))`."""

    inherit_cache = True

    def __init__(self, column: Any) -> None:
        self.column = column


@compiles(swedish, "sqlite")
def _sqlite(element: swedish, compiler: SQLCompiler, **kw: Any) -> str:
    return f"{compiler.process(element.column, **kw)} COLLATE {SQLITE_COLLATION}"


@compiles(swedish, "postgresql")
def _postgresql(element: swedish, compiler: SQLCompiler, **kw: Any) -> str:
    return f'{compiler.process(element.column, **kw)} COLLATE "sv-x-icu"'
