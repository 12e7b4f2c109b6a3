"""Column types and shared columns that several models use."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Date, DateTime, Enum, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Mapped, MappedColumn, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

from regionhub.domain.plantime.reading import Kind, PlanTime, Precision


class UtcDateTime(TypeDecorator[datetime]):
    """A moment. Goes in and comes out aware and in UTC on both databases (SQLite keeps no zone)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive moments: they hide a mistake about the time zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give every moment its zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def words_of(kind: type[StrEnum]) -> Enum:
    """A column that holds an enum's value as text, so that a new member needs no migration."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=30,
        values_callable=lambda members: [member.value for member in members],
    )


def enum_column(kind: type[StrEnum], default: StrEnum | None = None) -> MappedColumn[Any]:
    """A mapped column of `words_of(kind)`."""
    if default is None:
        return mapped_column(words_of(kind))
    return mapped_column(words_of(kind), default=default)


class Versioned:
    """An editable row: every update raises its version, and a lost race raises StaleDataError."""

    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy hands in the class
        return {"version_id_col": cls.version}


class HasPlanTime:
    """The words people wrote about when, and beside them the reading."""

    when_text: Mapped[str] = mapped_column(Text, default="")
    when_start: Mapped[date | None] = mapped_column(Date)
    when_end: Mapped[date | None] = mapped_column(Date)
    when_precision: Mapped[Precision] = enum_column(Precision, Precision.UNKNOWN)
    when_kind: Mapped[Kind] = enum_column(Kind, Kind.UNKNOWN)
    when_recurrence: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    when_doubts: Mapped[list[str]] = mapped_column(JSON, default=list)

    @property
    def when(self) -> PlanTime:
        """The words and their reading as the domain knows them."""
        return PlanTime(
            text=self.when_text,
            start=self.when_start,
            end=self.when_end,
            precision=self.when_precision,
            kind=self.when_kind,
            recurrence=self.when_recurrence,
            doubts=tuple(self.when_doubts or ()),
        )

    @when.setter
    def when(self, reading: PlanTime) -> None:
        self.when_text = reading.text
        self.when_start = reading.start
        self.when_end = reading.end
        self.when_precision = reading.precision
        self.when_kind = reading.kind
        self.when_recurrence = _plain(reading.recurrence)
        self.when_doubts = list(reading.doubts)


def _plain(recurrence: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return None if recurrence is None else dict(recurrence)


SHORT = String(200)
