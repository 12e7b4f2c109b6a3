"""Long lists, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, func, select

from regionhub.extensions import db

T = TypeVar("T")
SIZE = 40


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some of many: which page of how many, counted from 1, and how many there are in all."""

    items: Sequence[T]
    number: int
    count: int
    total: int


def page_of(query: Select[Any], number: int) -> Page[Any]:
    """One page of a query's rows (two queries); a number outside gives the nearest page."""
    total = db.session.scalar(select(func.count()).select_from(query.order_by(None).subquery()))
    count = max(1, -(-(total or 0) // SIZE))
    number = min(max(number, 1), count)
    rows = db.session.scalars(query.limit(SIZE).offset((number - 1) * SIZE))
    return Page(rows.unique().all(), number, count, total or 0)
