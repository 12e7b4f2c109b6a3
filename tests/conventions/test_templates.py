"""What every template keeps to: nothing unused, every word to be translated, no inline style."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, nodes

from regionhub.folders import TEMPLATES

CODE = Path(__file__).parent.parent.parent / "regionhub"
# Shown by number: errors/404.html and its like.
BY_NUMBER = re.compile(r"errors/\d{3}\.html")
# Names, which are the same in every language.
NAMES = {"Regionhub", "PDF"}
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_SPOKEN = re.compile(r"""(?:aria-label|title|alt|placeholder)="([^"]*)\"""")
_WORD = re.compile(r"[^\W\d_]{2,}")
# Stands in for what the template fills in.
_HOLE = "\0"

ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES), extensions=["jinja2.ext.i18n"], autoescape=True
)
PARSED = {
    name: ENVIRONMENT.parse((Path(TEMPLATES) / name).read_text(encoding="utf-8"))
    for name in ENVIRONMENT.list_templates(extensions=["html"])
}


def test_every_template_is_shown():
    code = "\n".join(path.read_text(encoding="utf-8") for path in CODE.rglob("*.py"))
    shown = {name for name in PARSED if f'"{name}"' in code or BY_NUMBER.fullmatch(name)}
    new = shown
    while new:
        new = {led for name in new for led in leads_to(name)} - shown
        shown = shown | new
    assert sorted(set(PARSED) - shown) == []


def test_every_macro_is_called():
    called = {(name, used) for name in PARSED for used in names_used(name)}
    called |= {
        (taken.template.value, macro)
        for name in PARSED
        for taken in PARSED[name].find_all(nodes.FromImport)
        for macro, here in imported(taken)
        if here in names_used(name)
    }
    unused = [
        f"{name}: {macro.name}"
        for name in PARSED
        for macro in PARSED[name].find_all(nodes.Macro)
        if (name, macro.name) not in called
    ]
    assert unused == []


def test_what_is_imported_is_used():
    unused = [
        f"{name}: {here}"
        for name in PARSED
        for taken in PARSED[name].find_all(nodes.FromImport)
        for _, here in imported(taken)
        if here not in names_used(name)
    ]
    assert unused == []


@pytest.mark.parametrize("name", PARSED)
def test_every_word_can_be_translated(name):
    pieces = PARSED[name].find_all(nodes.TemplateData)
    written = unescape(_HOLE.join(piece.data for piece in pieces))
    spoken = " ".join(words for words in _SPOKEN.findall(written))
    bare = set(_WORD.findall(_TAG.sub(" ", written) + " " + spoken)) - NAMES
    assert bare == set()


@pytest.mark.parametrize("name", PARSED)
def test_no_style_script_or_unescaped_text(name):
    source = (Path(TEMPLATES) / name).read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)", source)
    assert "safe" not in {used.name for used in PARSED[name].find_all(nodes.Filter)}


def leads_to(name: str) -> Iterator[str]:
    """The templates that one extends, includes or takes macros from."""
    kinds = (nodes.Extends, nodes.Include, nodes.FromImport, nodes.Import)
    for node in PARSED[name].find_all(kinds):
        if isinstance(node.template, nodes.Const) and node.template.value.endswith(".html"):
            yield node.template.value


def imported(taken: nodes.FromImport) -> list[tuple[str, str]]:
    """What is taken out of a template, and what it is called here."""
    return [one if isinstance(one, tuple) else (one, one) for one in taken.names]


def names_used(name: str) -> set[str]:
    """Every name that a template reads."""
    return {used.name for used in PARSED[name].find_all(nodes.Name) if used.ctx == "load"}
