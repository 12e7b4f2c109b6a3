"""Access, denied by default: each view declares its action, and the table decides."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Flask, g, redirect, request, url_for

from regionhub.domain.errors import NotAllowed
from regionhub.domain.permissions import Action, can
from regionhub.web.current import actor

_OPEN_ENDPOINTS = frozenset({"static"})


def access(action: Action) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declare what a view does. Inside a group's pages the group is the scope.

    A visitor is sent to sign in; a person who may not gets 403 with who can help. A view about
    one municipality's part asks `demand(action, municipality_id=…)` besides.
    """

    def declare(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            if not may(action):
                if not actor().signed_in:
                    return redirect(url_for("auth.sign_in", next=_came_for()))
                raise NotAllowed("Du har inte behörighet till det här.")
            return view(*args, **kwargs)

        wrapped.access = action  # type: ignore[attr-defined]
        return wrapped

    return declare


def may(action: Action, *, municipality_id: int | None = None) -> bool:
    """Whether the person asking may do this within the present group. Templates call it too."""
    group = g.get("group")
    return can(
        actor(),
        action,
        group_id=group.id if group is not None else None,
        municipality_id=municipality_id,
    )


def demand(action: Action, *, municipality_id: int | None = None) -> None:
    """Refuse with 403 unless the person asking may do this."""
    if not may(action, municipality_id=municipality_id):
        raise NotAllowed("Du har inte behörighet till det här.")


def check_declared(app: Flask) -> None:
    """Stop the app from starting while any route has not declared its action."""
    missing = sorted(
        endpoint
        for endpoint, view in app.view_functions.items()
        if endpoint not in _OPEN_ENDPOINTS and not hasattr(view, "access")
    )
    if missing:
        raise RuntimeError(f"these routes declare no access: {', '.join(missing)}")


def _came_for() -> str:
    """Where to go after signing in: a form that was posted cannot be taken up, its page can."""
    if request.method == "GET":
        return request.full_path.rstrip("?")
    return url_for("my_page.show")
