"""Order by å, ä and ö as Swedes do, on both databases."""

from typing import Any

from sqlalchemy import String
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from regionhub.database import SQLITE_COLLATION


class swedish(FunctionElement[str]):  # noqa: N801 - reads as a function in queries
    """`select(Person).order_by(swedish(Person.name))`."""

    type = String()
    inherit_cache = True


@compiles(swedish, "sqlite")
def _sqlite(element: swedish, compiler: SQLCompiler, **kw: Any) -> str:
    return f"{compiler.process(element.clauses, **kw)} COLLATE {SQLITE_COLLATION}"


@compiles(swedish, "postgresql")
def _postgresql(element: swedish, compiler: SQLCompiler, **kw: Any) -> str:
    return f'{compiler.process(element.clauses, **kw)} COLLATE "sv-x-icu"'
