"""What a long list is asked for in its address."""

from flask import request

from regionhub.web.forms import LONGEST_LINE, clean

MOST_PAGES = 10_000


def asked() -> tuple[str, int]:
    """The words searched for, and the number of the page."""
    return clean(request.args.get("q"))[:LONGEST_LINE], page_number()


def page_number() -> int:
    """The number of the page, 1 for what cannot be read."""
    return min(request.args.get("sida", 1, type=int), MOST_PAGES)
