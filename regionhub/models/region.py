import secrets

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from regionhub.extensions import Base
from regionhub.models.columns import SHORT, Versioned


class Region(Versioned, Base):
    """A voluntary co-operation of municipalities: the house that everything else stands in.

    `revision` counts every write in the region; it answers conditional requests without looking
    at anything else. It starts at random, so that what was kept of one database is never taken
    for another's.
    """

    __tablename__ = "region"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(SHORT)
    check_in_days: Mapped[int] = mapped_column(default=60)
    revision: Mapped[int] = mapped_column(default=lambda: secrets.randbelow(2**30))
