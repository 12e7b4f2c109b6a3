"""What anybody may see, and the error pages, which ask neither database nor session."""

from collections.abc import Callable

import pytest
from flask import Flask, render_template, session

from regionhub.folders import TEMPLATES
from regionhub.models import Region
from tests.support.browser import Browser
from tests.support.queries import counted

ERROR_PAGES = sorted(path.stem for path in (TEMPLATES / "errors").glob("[45]*.html"))


def test_the_start_page_says_what_this_is_and_where_to_sign_in(
    region: Region, browse: Callable[..., Browser]
) -> None:
    page = browse().get("/")
    assert page.h1 == "Det vi har lovat varandra, och hur det går"
    assert region.name in page.text
    assert page.all("//main//a[@href='/logga-in']")
    assert page.words("//*[@class='figures']/li") == ["6 kommuner", "12 arbetsgrupper"]
    assert len(page.all("//*[@class='strip']/*")) == 6


def test_the_accessibility_statement_has_what_the_law_asks_for(
    region: Region, browse: Callable[..., Browser]
) -> None:
    page = browse().get("/tillganglighet")
    for part in ("delvis förenlig", "2018:1937", "Det här brister", "Redogörelsen skrevs"):
        assert part in page.text
    assert page.all("//main//a[@href='https://www.digg.se/tdosanmalan']")


@pytest.mark.parametrize("status", ERROR_PAGES)
def test_an_error_page_needs_neither_database_nor_session(app: Flask, status: str) -> None:
    with app.test_request_context("/"), counted() as queries:
        text = render_template(f"errors/{status}.html", message="Det här hände.")
        assert not session.modified
    assert queries == []
    assert text.count("<h1") == 1
    assert "Det här hände." in text


def test_what_does_not_exist_is_said_in_plain_words(
    region: Region, browse: Callable[..., Browser]
) -> None:
    assert browse().get("/finns/inte/alls", status=404).h1 == "Sidan finns inte"


def test_a_style_sheet_may_be_kept_for_good_since_its_address_bears_a_mark(
    region: Region, browse: Callable[..., Browser]
) -> None:
    visitor = browse()
    addresses = visitor.get("/").all("//link[@rel='stylesheet']/@href")
    assert len(addresses) > 1
    for address in addresses:
        kept = visitor.get(address).response.headers["Cache-Control"]
        assert ("?v=" in address, kept) == (True, "public, max-age=31536000, immutable")
    assert visitor.get(addresses[0].split("?")[0]).response.headers["Cache-Control"] != kept
