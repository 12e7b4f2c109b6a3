"""Refusals: each carries a Swedish sentence for the person, and the field it concerns."""


class DomainError(Exception):
    """Something a person asked for cannot be done.

    `message` is a whole Swedish sentence that says what to do. `field` names the form field
    (or file row) that it belongs to, or None when it concerns the request as a whole.
    """

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class Refused(DomainError):
    """Input that the rules do not accept (answered with 422)."""


class TooLarge(Refused):
    """Input over a stated limit of size (answered with 413)."""


class NotFound(DomainError):
    """The thing does not exist, or its existence is not for this person to know (404)."""


class NotAllowed(DomainError):
    """The person may know of the thing but not do this to it (403)."""


class StaleEdit(DomainError):
    """The row has been changed since the person opened it (409).

    `current` is the row as it stands now, so that the page can show both texts.
    """

    def __init__(self, message: str, *, current: object) -> None:
        super().__init__(message)
        self.current = current
