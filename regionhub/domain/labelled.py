"""Enums that people meet: each member has a word and a sign beside the value that is stored."""

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A member is written as value, label (the Swedish word shown) and sign.

    `DRAFT = "draft", "Utkast", "✎"`: stored as "draft", shown as "✎ Utkast".
    """

    label: str
    sign: str

    # The defaults are for looking a member up by its value alone, as `Status("done")` does.
    def __new__(cls, value: str, label: str = "", sign: str = "") -> Self:
        """Make a member out of its three parts."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.sign = sign
        return member
