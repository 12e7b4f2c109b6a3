"""A person at the site, without a browser: fetches pages and checks each for what all must have."""

import secrets
from collections.abc import Callable
from contextvars import Context
from typing import Any

import lxml.html
from flask import Flask
from itsdangerous import URLSafeTimedSerializer
from lxml.html import HtmlElement
from werkzeug.test import TestResponse

from regionhub.extensions import db
from regionhub.models import Account
from tests.support import factories


class Browser:
    """Fetches and posts as one account, or as a visitor.

    Everything made so far is committed first, as a request would see nothing else.
    """

    def __init__(self, app: Flask, account: Account | None = None) -> None:
        self.app = app
        self.client = app.test_client()
        if account is not None:
            self._sign_in(account)

    def get(self, path: str, status: int = 200, **kwargs: Any) -> "Page":
        """Fetch a page and check it."""
        db.session.commit()
        return self._page(_apart(self.client.get, path, **kwargs), path, status)

    def post(self, path: str, data: Any = None, status: int = 302, **kwargs: Any) -> "Page":
        """Post a form, with the token that the site would have put there."""
        db.session.commit()
        response = _apart(
            self.client.post, path, data={**(data or {}), "csrf_token": self.token()}, **kwargs
        )
        db.session.expire_all()
        return self._page(response, path, status)

    def ask(self, method: str, path: str, **kwargs: Any) -> TestResponse:
        """The bare answer to any request, unchecked."""
        db.session.commit()
        response = _apart(self.client.open, path, method=method, **kwargs)
        db.session.expire_all()
        return response

    def _page(self, response: TestResponse, path: str, status: int) -> "Page":
        body = response.get_data()
        assert response.status_code == status, (
            f"{path} answered {response.status_code}, not {status}: "
            f"{body.decode(errors='replace')[:1500]}"
        )
        page = Page(response, path)
        if response.mimetype == "text/html" and not 300 <= response.status_code < 400:
            page.check()
        return page

    def token(self) -> str:
        """What the site writes into its forms for this session."""
        with self.client.session_transaction() as session:
            raw = session.setdefault("csrf_token", secrets.token_hex(20))
        return URLSafeTimedSerializer(self.app.secret_key, salt="wtf-csrf-token").dumps(raw)

    def _sign_in(self, account: Account) -> None:
        secret = factories.signed_in(account)
        with self.client.session_transaction() as session:
            session["_user_id"] = secret
            session["_fresh"] = True


def _apart(fetch: Callable[..., TestResponse], *args: Any, **kwargs: Any) -> TestResponse:
    """Run a request outside the test's own app context, which Flask would otherwise lend it
    together with `g` and the database session.
    """
    return Context().run(fetch, *args, **kwargs)


class Page:
    """An answer, as a person meets it."""

    def __init__(self, response: TestResponse, path: str) -> None:
        self.response = response
        self.path = path
        self.location = response.headers.get("Location", "")

    @property
    def html(self) -> HtmlElement:
        """The page's tree."""
        return lxml.html.document_fromstring(self.response.get_data(as_text=True))

    @property
    def text(self) -> str:
        """All words of the page, white space folded."""
        return " ".join(self.html.text_content().split())

    @property
    def h1(self) -> str:
        """The page's heading."""
        return " ".join(self.html.xpath("//h1")[0].text_content().split())

    def all(self, xpath: str) -> list[Any]:
        """Everything at an XPath."""
        return list(self.html.xpath(xpath))

    def words(self, xpath: str) -> list[str]:
        """The words of every element at an XPath."""
        return [" ".join(e.text_content().split()) for e in self.html.xpath(xpath)]

    def errors(self) -> list[str]:
        """The sentences in the error summary."""
        return self.words("//*[@data-error-summary]//li")

    def check(self) -> None:
        """What every page must have."""
        tree = self.html
        assert tree.get("lang"), "the page has no language"
        assert len(tree.xpath("//h1")) == 1, f"{len(tree.xpath('//h1'))} h1 on {self.path}"
        assert tree.xpath("//title")[0].text.strip(), "the page has no title"
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), (
            f"ids twice: {sorted({i for i in ids if ids.count(i) > 1})}"
        )
        assert not tree.xpath("//a[not(@href) or @href='None']"), (
            f"a link to nothing on {self.path}"
        )
        for control in tree.xpath("//input[not(@type='hidden')] | //select | //textarea"):
            named = control.get("aria-label") or control.get("aria-labelledby")
            tied = tree.xpath("//label[@for=$id]", id=control.get("id") or "-")
            assert named or tied, f"no label for {control.get('name')} on {self.path}"
        for form in tree.xpath("//form"):
            assert form.get("action") is not None, f"a form without action on {self.path}"
            if form.get("method", "get").lower() == "post":
                assert form.xpath(".//input[contains(@name, 'csrf_token')]"), (
                    f"no token on {self.path}"
                )
        assert not tree.xpath("//@style | //script[not(@src)] | //@onclick"), (
            "inline style or script"
        )
        level = 1
        for heading in tree.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6"):
            assert int(heading.tag[1]) <= level + 1, (
                f"heading skips a level: {heading.text_content()}"
            )
            level = int(heading.tag[1])
