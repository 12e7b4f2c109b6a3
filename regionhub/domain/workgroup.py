"""What a working group may declare about itself in its one short file."""

import re
from dataclasses import dataclass

_KEY = re.compile(r"[a-z][a-z0-9-]{1,30}")


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """A working group as the engine knows it.

    `key` stands in the address and never changes. `names` are further words that documents use
    for the group, so that an imported plan finds its way home.
    """

    key: str
    name: str
    short: str
    area: str
    names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not _KEY.fullmatch(self.key):
            raise ValueError(f"a group key is lower case ASCII, not {self.key!r}")
