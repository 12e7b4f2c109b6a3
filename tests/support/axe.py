"""axe-core in a page: what it finds, in words."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_AXE = (Path(__file__).parent / "vendor/axe.min.js").read_text(encoding="utf-8")
_RUN = "axe.run(document, {resultTypes: ['violations', 'incomplete']})"


def faults(page: Page) -> list[str]:
    """Every fault by any of axe's rules, each with where it is.

    axe is evaluated, since the content policy stops added scripts. Text in the very colour of
    its ground is to axe only uncertain; to us it is a fault.
    """
    page.evaluate(_AXE)
    found = page.evaluate(_RUN)
    unsure = [
        {**result, "nodes": [node for node in result["nodes"] if _invisible(node)]}
        for result in found["incomplete"]
    ]
    return [
        f"{result['id']}: {node['html'][:200]}"
        for result in (*found["violations"], *unsure)
        for node in result["nodes"]
    ]


def _invisible(node: dict[str, Any]) -> bool:
    return any((check["data"] or {}).get("messageKey") == "equalRatio" for check in node["any"])
