"""Draw our own font of state signs, so that they look alike on every screen and in every PDF.

    uv run --with fonttools --with brotli python scripts/draw_signs.py

Inter lacks some of the signs and system fonts disagree on the rest. Each glyph is one or more
simple shapes on a square of 1000 units, in the middle of a capital letter's height.
"""

import math
from collections.abc import Iterable
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
WIDTH, MIDDLE, RADIUS, STROKE = 860, 364, 330, 92
CENTRE = WIDTH / 2
DRAWN = 3_850_000_000  # a fixed time (seconds since 1904): the same signs, the same file

Point = tuple[float, float]
Shape = list[Point]


def disc(radius: float, x: float = CENTRE, y: float = MIDDLE) -> Shape:
    """A filled circle."""
    return arc(radius, 0, 360, x, y)


def hole(radius: float) -> Shape:
    """A circle cut out of what lies beneath it (its points run the other way)."""
    return disc(radius)[::-1]


def arc(radius: float, start: float, end: float, x: float = CENTRE, y: float = MIDDLE) -> Shape:
    """Points along a circle, clockwise, from one angle in degrees to another."""
    angles = (math.radians(start + (end - start) * step / 48) for step in range(49))
    return [(x + radius * math.sin(angle), y + radius * math.cos(angle)) for angle in angles]


def bar(x1: float, y1: float, x2: float, y2: float, stroke: float = STROKE) -> Shape:
    """A straight stroke between two points, given from the middle of the glyph."""
    length = math.hypot(x2 - x1, y2 - y1)
    dx, dy = (y2 - y1) / length * stroke / 2, (x1 - x2) / length * stroke / 2
    corners = [(x1 - dx, y1 - dy), (x2 - dx, y2 - dy), (x2 + dx, y2 + dy), (x1 + dx, y1 + dy)]
    return polygon(*corners)


def polygon(*points: Point) -> Shape:
    """A filled shape whose corners are given from the middle of the glyph."""
    return [(CENTRE + x, MIDDLE + y) for x, y in points]


RING = [disc(RADIUS), hole(RADIUS - STROKE)]
SIGNS: dict[str, list[Shape]] = {
    "○": RING,
    "◐": [*RING, arc(RADIUS - STROKE / 2, 180, 360)],
    "●": [disc(RADIUS)],
    "◷": [*RING, bar(0, -30, 0, 190, 80), bar(-34, 0, 150, 0, 80)],
    "‖": [bar(-130, -290, -130, 290, 110), bar(130, -290, 130, 290, 110)],
    "✕": [bar(-240, -240, 240, 240, 110), bar(-240, 240, 240, -240, 110)],
    "–": [bar(-250, 0, 250, 0, 100)],
    "!": [polygon((-75, 340), (75, 340), (50, -90), (-50, -90)), disc(82, y=MIDDLE - 260)],
    "…": [disc(74, x=CENTRE + offset) for offset in (-240, 0, 240)],
    "✎": [
        polygon((-310, -310), (-250, -80), (-80, -250)),
        polygon((-210, -40), (140, 310), (310, 140), (-40, -210)),
    ],
    "→": [bar(-310, 0, 230, 0), polygon((60, 250), (310, 0), (60, -250), (60, -110), (60, 110))],
    "←": [bar(310, 0, -230, 0), polygon((-60, -250), (-310, 0), (-60, 250))],
    "↗": [bar(-230, -230, 190, 190), polygon((-60, 270), (270, 270), (270, -60))],
    "↘": [bar(-230, 230, 190, -190), polygon((270, 60), (270, -270), (-60, -270))],
    "✓": [bar(-290, 0, -70, -230, 110), bar(-105, -230, 290, 270, 110)],
    "■": [polygon((-270, 270), (270, 270), (270, -270), (-270, -270))],
    "◆": [polygon((0, 340), (340, 0), (0, -340), (-340, 0))],
    "▲": [polygon((0, 300), (340, -270), (-340, -270))],
    "▼": [polygon((0, -300), (-340, 270), (340, 270))],
}


def main() -> None:
    """Write the font once for the browser and once for PDFs."""
    font = built()
    font.save(ROOT / "regionhub/outputs/fonts/RegionhubSigns.ttf")
    font.flavor = "woff2"
    font.save(ROOT / "regionhub/static/fonts/signs.woff2")


def built() -> TTFont:
    """The font with one glyph a sign, all of the same width."""
    names = {ord(sign): f"uni{ord(sign):04X}" for sign in SIGNS}
    glyphs = {".notdef": drawn([])}
    glyphs |= {names[ord(sign)]: drawn(shapes) for sign, shapes in SIGNS.items()}
    builder = FontBuilder(1000, isTTF=True)
    builder.updateHead(created=DRAWN, modified=DRAWN)
    builder.font.recalcTimestamp = False
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(names)
    builder.setupGlyf(glyphs)
    metrics = {name: (WIDTH, getattr(glyph, "xMin", 0)) for name, glyph in glyphs.items()}
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=969, descent=-242)
    # Typst passes over a font that has no PostScript name.
    builder.setupNameTable(
        {
            "familyName": "Regionhub Signs",
            "styleName": "Regular",
            "psName": "RegionhubSigns-Regular",
        }
    )
    builder.setupOS2(sTypoAscender=969, sTypoDescender=-242, usWinAscent=969, usWinDescent=242)
    builder.setupPost()
    return builder.font


def drawn(shapes: Iterable[Shape]) -> object:
    """A glyph of filled shapes; those that overlap grow together."""
    pen = TTGlyphPen(None)
    for shape in shapes:
        first, *rest = [(round(x), round(y)) for x, y in shape]
        pen.moveTo(first)
        for point in rest:
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()


if __name__ == "__main__":
    main()
