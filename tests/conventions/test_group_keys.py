"""No code asks which group it is: a group's key stands in its own file and in the registry."""

import ast
import re
from pathlib import Path

from regionhub.blueprints import registry

CHECKOUT = Path(__file__).parent.parent.parent
KEYS = {group.key for group in registry.GROUPS}
# The demo tells stories of particular groups; the reading of documents knows ordinary words.
DATA = ("regionhub/demo/",)


def strings(source: str) -> set[str]:
    tree = ast.parse(source)
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_no_python_outside_a_groups_own_file_names_its_key():
    found = []
    for path in (CHECKOUT / "regionhub").rglob("*.py"):
        name = path.relative_to(CHECKOUT).as_posix()
        if name.startswith(DATA):
            continue
        own = {path.stem} if "workgroups" in path.parts else set()
        found += [
            f"{name}: {key}" for key in (strings(path.read_text(encoding="utf-8")) & KEYS) - own
        ]
    assert found == []


def test_no_shared_template_names_a_groups_key():
    quoted = re.compile(rf"""['"]({"|".join(sorted(KEYS))})(\.\w+)?['"]""")
    found = []
    for path in (CHECKOUT / "templates").rglob("*.html"):
        if path.relative_to(CHECKOUT / "templates").parts[0] in KEYS:
            continue
        expressions = re.findall(
            r"\{[{%].*?[}%]\}", path.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        found += [f"{path.name}: {e}" for e in expressions if quoted.search(e)]
    assert found == []
