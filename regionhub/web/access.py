"""Access, denied by default: each view declares its action, and the table decides."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Response, redirect, request, session, url_for
from flask_babel import gettext as _

from regionhub.domain.errors import NotAllowed
from regionhub.domain.permissions import MAY, Action, Role, can
from regionhub.web.current import actor, group_id, in_group
from regionhub.web.errors import page, typed

_OPEN_ENDPOINTS = frozenset({"static"})


def access(action: Action) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declare what a view does. Inside a group's pages the group is the scope.

    A visitor is sent to sign in; a person who may not gets 403 with who can help. Whether one
    municipality's part is theirs to change is asked by the service that changes it.
    """

    # What is open to all asks nobody who they are: signs of life must not need the database.
    open_to_all = Role.PUBLIC in MAY[action]

    def declare(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            if not open_to_all and not may(action):
                if not actor().signed_in:
                    return _to_sign_in()
                raise NotAllowed("Du har inte behörighet till det här.")
            return view(*args, **kwargs)

        wrapped.access = action  # type: ignore[attr-defined]
        return wrapped

    return declare


def may(action: Action) -> bool:
    """Whether the person asking may do this within the present group. Templates call it too."""
    return can(actor(), action, group_id=group_id() if in_group() else None)


def check_declared(app: Flask) -> None:
    """Stop the app from starting while any route has not declared its action."""
    missing = sorted(
        endpoint
        for endpoint, view in app.view_functions.items()
        if endpoint not in _OPEN_ENDPOINTS and not hasattr(view, "access")
    )
    if missing:
        raise RuntimeError(f"these routes declare no access: {', '.join(missing)}")


def _to_sign_in() -> Any:
    if "HX-Request" not in request.headers:
        written = typed() if "_user_id" in session else []
        if written:
            # The session ended while the person was writing.
            return page(401, typed=written)
        came_for = request.full_path.rstrip("?") if request.method == "GET" else None
        return redirect(_sign_in_address(came_for))
    # A redirect would put the sign-in page inside a part of this one; the whole page is to go.
    headers = {"HX-Redirect": _sign_in_address(_page_around())}
    return Response(_("Logga in först."), 401, headers, mimetype="text/plain")


def _page_around() -> str | None:
    try:
        return urlsplit(request.headers.get("HX-Current-URL", "")).path
    except ValueError:
        return None


def _sign_in_address(came_for: str | None) -> str:
    # A form that was posted cannot be taken up; its page can.
    return url_for("auth.sign_in", next=came_for or url_for("my_page.show"))
