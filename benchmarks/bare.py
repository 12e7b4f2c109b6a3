"""The yardstick: a Flask page that does nothing, on the same server."""

from flask import Flask

app = Flask(__name__)


@app.get("/")
def page() -> str:
    """A short page."""
    return "<!doctype html><title>Bar sida</title><h1>Bar sida</h1>"
