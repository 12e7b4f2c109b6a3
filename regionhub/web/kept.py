"""What a worker has made of one revision of the region, kept until there is another."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar, TypeVarTuple

Asked = TypeVarTuple("Asked")
Made = TypeVar("Made")
Maker = Callable[[int, *Asked], Made]


def kept_for_a_revision(most: int) -> Callable[[Maker[*Asked, Made]], Maker[*Asked, Made]]:
    """Keep what a function makes, at most so many by its arguments; the first is the revision.

    When another revision is asked for, all that was made of the one before is let go of: nobody
    asks for that again, and a page or a calendar weighs up to a few hundred kilobytes.
    """

    def decorate(make: Maker[*Asked, Made]) -> Maker[*Asked, Made]:
        known = lru_cache(maxsize=most)(make)
        latest = 0

        def found(revision: int, *asked: *Asked) -> Made:
            nonlocal latest
            if revision != latest:
                known.cache_clear()
                latest = revision
            return known(revision, *asked)

        return found

    return decorate
