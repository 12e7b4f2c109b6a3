"""A report as a tagged PDF (PDF/UA-1), set by Typst from `typst/report.typ`.

The report goes in as JSON, so what people wrote is never markup. Equal reports give equal bytes.
"""

import json
import re
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst

from regionhub.outputs.grid_layout import column_widths
from regionhub.outputs.plain_text import printable
from regionhub.outputs.report import Grid, Report
from regionhub.outputs.report_json import as_dict
from regionhub.outputs.state_colours import COLOURS, QUIET, URGENT

TEMPLATES = Path(__file__).parent / "typst"
FONTS = Path(__file__).parent / "fonts"

MISSING_SIGN = "□"
COMPILATIONS_REMEMBERED = 10
_NOT_DISPLAYED = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def report_pdf(report: Report) -> bytes:
    """The report as PDF/UA-1, A4. A sign that none of our fonts holds comes out as □."""
    data = json.dumps(_plain(_with_layout(report)), ensure_ascii=False)
    noon = datetime.combine(report.dated, time(12), tzinfo=UTC)
    try:
        return _compiled(data, noon)
    except typst.TypstError as error:
        missing = set(_NOT_DISPLAYED.findall(error.diagnostic))
        if not missing:
            raise
        return _compiled(_without(missing, data), noon)
    finally:
        _forget()


def _compiled(data: str, timestamp: datetime) -> bytes:
    pdf = _compiler("report.typ").compile(
        format="pdf", sys_inputs={"report": data}, pdf_standards=["ua-1"], timestamp=timestamp
    )
    assert isinstance(pdf, bytes)
    return pdf


def _forget() -> None:
    """Empty Typst's memory of what it has set.

    It keeps that for ten compilations, some 6 MB for each, so ten of nothing let go of it.
    """
    compiler = _compiler("empty.typ")
    for _ in range(COMPILATIONS_REMEMBERED):
        compiler.compile(format="svg")


def _compiler(template: str) -> typst.Compiler:
    return typst.Compiler(
        TEMPLATES / template, root=TEMPLATES, font_paths=_fonts(), ignore_system_fonts=True
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])


def _with_layout(report: Report) -> dict[str, Any]:
    data = as_dict(report)
    data["colours"] = {"quiet": QUIET, **COLOURS}
    data["urgent"] = URGENT
    for written, part in zip(data["parts"], report.parts, strict=True):
        for block, source in zip(written["blocks"], part.blocks, strict=True):
            if isinstance(source, Grid):
                block["widths"] = column_widths(source)
                block["numbers"] = source.number_columns
    return data


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def _without(missing: set[str], data: str) -> str:
    """The data with each sign that Typst named put out; Typst names them all at once."""
    for name in sorted(missing, key=len, reverse=True):
        sign = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), name)
        data = data.replace(sign, MISSING_SIGN)
    return data
