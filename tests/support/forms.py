"""A page's form as a browser would send it, for a test to change and post."""

from typing import Any

from tests.support.browser import Page


def filled(page: Page, action: str, **changes: Any) -> dict[str, list[str]]:
    """What the form with this action holds. `changes` name fields by how their names end, with
    "_" for "-"; a value of True ticks a box.
    """
    [form] = page.all(f"//form[@action='{action}']")
    values: dict[str, list[str]] = {}
    for name, value in form.form_values():
        # A browser drops the line break that opens a text area.
        values.setdefault(name, []).append(value.removeprefix("\n"))
    for ending, value in changes.items():
        values[name_of(page, ending)] = ["y" if value is True else value]
    return values


def name_of(page: Page, ending: str) -> str:
    """The one field name that ends so."""
    wanted = "-" + ending.replace("_", "-")
    names = {name.replace("_", "-"): name for name in page.all("//*[@name]/@name")}
    [found] = [name for plain, name in names.items() if f"-{plain}".endswith(wanted)]
    return found
