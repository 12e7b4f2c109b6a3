"""The app for a server or a command, started quickly.

What is made while Python loads and joins its parts stays for as long as the process does. To look
through it for garbage time and again was over a third of the start.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from flask import Flask


@contextmanager
def loading() -> Iterator[None]:
    """Look for no garbage inside, and never among what was made inside."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def create_app() -> Flask:
    """The application for the settings in the environment."""
    with loading():
        app: Flask = import_module("regionhub.app").create_app()
    return app
