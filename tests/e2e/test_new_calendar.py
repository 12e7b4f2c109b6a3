"""The page that shows a calendar's secret address, which no visit by address alone can reach."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Site
from tests.e2e.test_refusals import must_be_readable

pytestmark = pytest.mark.xdist_group("e2e-refusals")


def test_the_address_of_a_new_calendar_is_readable(
    serve: Callable[[str], Site], visit: Callable[..., Page]
) -> None:
    page = visit(serve("sqlite"), "medlem.it.vindeln")
    page.goto("/kalender/")
    which = page.get_by_label("Arbetsgrupp", exact=True)
    expect(which).to_be_hidden()
    page.get_by_label("En arbetsgrupp").check()
    expect(which).to_be_visible()
    page.get_by_label("Mina egna aktiviteter").check()
    page.get_by_role("button", name="Skapa kalendern").click()
    expect(page.get_by_label("Din hemliga adress")).to_have_value(re.compile(r"\.ics$"))
    must_be_readable(page)
