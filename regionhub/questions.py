"""Questions that stand alone: what every request asks first.

SQLAlchemy takes as long to put such a question as the database to answer it. So its words are
made once, and it is put to the driver, on a connection of the pool and outside any transaction.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import Engine, Select
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.compiler import SQLCompiler

from regionhub.database import reading

Row = tuple[Any, ...]


class Question:
    """A statement whose rows are numbers and texts, as drivers give them without a translation.

    SQLite's driver gives a truth value as 0 or 1.
    """

    def __init__(self, statement: Select[*tuple[Any, ...]]) -> None:
        self.statement = statement
        self._in_words: dict[str, _Words] = {}

    def first(self, engine: Engine, **values: Any) -> Row | None:
        """The first row for the values of its parameters; None where there is none."""
        rows = self.all(engine, **values)
        return rows[0] if rows else None

    def all(self, engine: Engine, **values: Any) -> Sequence[Row]:
        """Every row for the values of its parameters. There should be few."""
        try:
            return self._ask_driver(engine, values)
        except engine.dialect.loaded_dbapi.Error:
            return self._ask_again(engine, values)

    def _ask_driver(self, engine: Engine, values: dict[str, Any]) -> Sequence[Row]:
        words = self._in_words.get(engine.name)
        if words is None:
            words = self._in_words[engine.name] = _Words(self.statement, engine.dialect)
        with closing(engine.raw_connection()) as connection:
            try:
                with closing(connection.cursor()) as cursor:
                    cursor.execute(words.sql, words.parameters(values))
                    return cursor.fetchall()
            except engine.dialect.loaded_dbapi.Error:
                connection.invalidate()
                raise

    def _ask_again(self, engine: Engine, values: dict[str, Any]) -> Sequence[Row]:
        """Of a new connection; the old one may have died. SQLAlchemy says what else is wrong."""
        with reading(), engine.connect() as connection:
            return connection.execute(self.statement, values).all()


class _Words:
    """A statement as a driver takes it."""

    def __init__(self, statement: Select[*tuple[Any, ...]], dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        assert isinstance(compiled, SQLCompiler)
        self.sql = str(compiled)
        self.compiled = compiled
        self.translators: dict[str, Callable[[Any], Any]] = {
            name: translate
            for name, parameter in compiled.binds.items()
            if (translate := parameter.type.dialect_impl(dialect).bind_processor(dialect))
        }

    def parameters(self, values: dict[str, Any]) -> Mapping[str, Any] | list[Any]:
        """The values as the driver wants them: in the order of the places, or by name."""
        named = self.compiled.construct_params(values)
        for name, translate in self.translators.items():
            named[name] = translate(named[name])
        if self.compiled.positional:
            return [named[name] for name in self.compiled.positiontup or ()]
        return named
