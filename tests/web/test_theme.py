"""The theme can be read by all: contrast by WCAG 2.1 AA in light and dark, no gap in the tokens."""

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parents[2] / "regionhub/static"
TOKENS = (STATIC / "css/tokens.css").read_text(encoding="utf-8")
SCHEMES = ("light", "dark")

TEXT = 4.5
SHAPE = 3.0  # edges of controls, signs and bars
PAPERS = ("paper", "surface", "shade")
INKS = (
    *("ink", "quiet", "accent", "accent-strong"),
    *("done", "progress", "late", "silent", "paused"),
)
PAIRS = [
    *[(ink, paper, TEXT) for ink in INKS for paper in PAPERS],
    ("ink", "accent-tint", TEXT),
    ("accent", "accent-tint", TEXT),
    ("on-accent", "accent", TEXT),
    ("on-accent", "accent-strong", TEXT),
    ("on-done", "done", TEXT),
    ("on-late", "late", TEXT),
    ("ink", "progress-tint", TEXT),
    ("ink", "silent-tint", TEXT),
    ("ink", "paused-tint", TEXT),
    ("ink", "late-paper", TEXT),
    ("late", "late-paper", TEXT),
    ("accent", "late-paper", TEXT),
    ("edge", "paper", SHAPE),
    ("edge", "surface", SHAPE),
]


def colours(scheme: str) -> dict[str, str]:
    """Name to #rrggbb, as the theme sets them in a scheme."""
    light, dark = TOKENS.split("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light))
    if scheme == "dark":
        found |= dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", dark))
    return found


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_pair_of_colours_in_use_has_contrast_enough(scheme: str) -> None:
    colour = colours(scheme)
    too_weak = {
        f"{ink} on {paper}": round(contrast(colour[ink], colour[paper]), 2)
        for ink, paper, least in PAIRS
        if contrast(colour[ink], colour[paper]) < least
    }
    assert too_weak == {}


def test_dark_mode_sets_every_colour_anew() -> None:
    light, dark = TOKENS.split("@media (prefers-color-scheme: dark)")
    names = re.compile(r"--([a-z-]+): #")
    assert set(names.findall(dark)) == set(names.findall(light))


def test_the_theme_has_every_token_that_designsystemet_asks_for() -> None:
    vendored = (STATIC / "vendor/designsystemet.css").read_text(encoding="utf-8")
    asked = set(re.findall(r"var\((--ds-[a-z0-9-]+)\)", vendored))
    given = set(re.findall(r"(--ds-[a-z0-9-]+):", vendored + TOKENS))
    assert asked - given == set()


def test_no_style_sheet_reaches_outside_the_site() -> None:
    for sheet in (STATIC / "css").glob("*.css"):
        assert "//" not in re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.S)
