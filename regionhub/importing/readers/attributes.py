"""Reads numbers out of attributes that may say anything."""

from xml.etree.ElementTree import Element

_MOST_DIGITS = 7


def whole_number(element: Element | None, key: str = "val", default: int = 0) -> int:
    """An attribute as a number that is not negative; the default when it is not one."""
    return small_number(element.get(key, ""), default) if element is not None else default


def small_number(text: str, default: int = 0) -> int:
    """A number of at most seven digits; the default for anything else."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else default
