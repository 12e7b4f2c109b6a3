"""Questions that stand alone: what every request asks first.

SQLAlchemy takes as long to put such a question as the database to answer it. So its words are
made once, and it is put to the driver, on a connection of its own and outside any transaction.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, Select
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.compiler import SQLCompiler

from regionhub.database import reading

Row = tuple[Any, ...]
# The driver's connections that wait for a question. The pool does not lend them out each time: what
# it does when it takes one back takes long, and a question leaves nothing behind.
_spare: WeakKeyDictionary[Engine, list[Any]] = WeakKeyDictionary()


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
        connection = _take(engine)
        try:
            with closing(connection.cursor()) as cursor:
                cursor.execute(words.sql, words.parameters(values))
                rows: Sequence[Row] = cursor.fetchall()
        except BaseException:
            connection.close()
            raise
        _spare.setdefault(engine, []).append(connection)
        return rows

    def _ask_again(self, engine: Engine, values: dict[str, Any]) -> Sequence[Row]:
        """Of a new connection; the old one may have died, and the others with it. SQLAlchemy says
        what else is wrong.
        """
        _spare.pop(engine, None)
        engine.dispose()
        with reading(), engine.connect() as connection:
            return connection.execute(self.statement, values).all()


def _take(engine: Engine) -> Any:
    """A driver's connection that nobody else asks on meanwhile."""
    try:
        return _spare[engine].pop()
    except LookupError:
        lent = engine.raw_connection()
        connection = lent.driver_connection
        lent.detach()
        return connection


class _Words:
    """A statement as a driver takes it."""

    def __init__(self, statement: Select[*tuple[Any, ...]], dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        assert isinstance(compiled, SQLCompiler)
        self.sql = str(compiled)
        # What stands in the statement itself; what is asked for is laid over it.
        self.standing = dict(compiled.params)
        self.places = compiled.positiontup if compiled.positional else None
        self.translators: dict[str, Callable[[Any], Any]] = {
            name: translate
            for name, parameter in compiled.binds.items()
            if (translate := parameter.type.dialect_impl(dialect).bind_processor(dialect))
        }

    def parameters(self, values: dict[str, Any]) -> Mapping[str, Any] | list[Any]:
        """The values as the driver wants them: in the order of the places, or by name."""
        named = self.standing | values
        for name, translate in self.translators.items():
            named[name] = translate(named[name])
        return named if self.places is None else [named[name] for name in self.places]
