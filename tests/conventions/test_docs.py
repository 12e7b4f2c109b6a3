"""The documents tell the truth where a program can see it: settings, commands, chores and links."""

import re
from pathlib import Path

import pytest

from regionhub.cli import cli

CHECKOUT = Path(__file__).parent.parent.parent
PAGES = sorted((*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").rglob("*.md")))
OPERATIONS = CHECKOUT / "docs/operations.md"
_SECRETS = ("SECRET_KEY", "MAIL_PASSWORD")
_FOR_TESTS = re.compile("REGIONHUB_TEST_")


def settings() -> set[str]:
    """What the configuration reads, by its full names."""
    source = (CHECKOUT / "regionhub/config.py").read_text(encoding="utf-8")
    read = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', source)) | set(_SECRETS)
    read |= {f"{name}_FILE" for name in _SECRETS}
    return {f"REGIONHUB_{name}" for name in read} | set(
        re.findall(r'environ\.get\("(\w+)"', source)
    )


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def named(pattern: str, page: Path) -> set[str]:
    return set(re.findall(pattern, text(page)))


def test_every_setting_is_told_in_operations():
    assert settings() - named(r"REGIONHUB_[A-Z_]+", OPERATIONS) == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_only_what_there_is(page):
    told = {name for name in named(r"REGIONHUB_[A-Z_]+", page) if not _FOR_TESTS.match(name)}
    assert told - settings() == set()
    commands = named(r"(?m)(?:^|`|bin/)regionhub ([a-z][a-z-]+)", page)
    assert commands - set(cli.list_commands(None)) == set()
    chores = set(re.findall(r"^([a-z-]+):.*## ", text(CHECKOUT / "Makefile"), re.MULTILINE))
    assert named(r"`make ([a-z-]+)`", page) - chores == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_pages_links_lead_somewhere(page):
    for link in named(r"\]\((?!https?:|mailto:)([^)\s]+)\)", page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{page.name}: {link}"
        if anchor:
            assert anchor in _anchors(target), f"{page.name}: {link}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_paths_that_a_page_names_are_there(page):
    places = r"`((?:regionhub|tests|templates|migrations|docs|scripts|benchmarks)/[\w/.-]+)`"
    missing = {name for name in named(places, page) if not (CHECKOUT / name).exists()}
    assert missing - {"regionhub/blueprints/workgroups/skola.py"} == set()


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", text(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
