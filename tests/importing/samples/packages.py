"""Puts parts together to zips, so that a test can write a file's XML itself."""

import io
import zipfile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{WORD}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{_OFFICE}"'
)


def zipped(parts: dict[str, bytes | str], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of the parts, in order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def relations(targets: dict[str, str]) -> str:
    """A part's relations: the kind of each target, and where it lies."""
    entries = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{entries}</Relationships>'


def docx_parts(body: str, **related: str) -> dict[str, bytes | str]:
    """The parts of a Word file with this body, and the part of each kind that it refers to."""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations({"word/document.xml": "officeDocument"}),
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations({f"{kind}.xml": kind for kind in related}),
    }
    for kind, content in related.items():
        parts[f"word/{kind}.xml"] = f"<w:{kind} {_NAMESPACES}>{content}</w:{kind}>"
    return parts


def docx_of(body: str, **related: str) -> bytes:
    """A Word file with this body, and the part of each kind that it refers to."""
    return zipped(docx_parts(body, **related))


def xlsx_of(sheet: str, *, styles: str = "", strings: str = "", workbook: str = "") -> bytes:
    """An Excel file with one sheet of this XML (what stands in its <worksheet>)."""
    return zipped(
        {
            "_rels/.rels": relations({"xl/workbook.xml": "officeDocument"}),
            "xl/workbook.xml": (
                f'<workbook xmlns:r="{_OFFICE}">{workbook}'
                '<sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": relations(
                {
                    "worksheets/sheet1.xml": "worksheet",
                    "styles.xml": "styles",
                    "sharedStrings.xml": "sharedStrings",
                }
            ),
            "xl/styles.xml": f"<styleSheet>{styles}</styleSheet>",
            "xl/sharedStrings.xml": f"<sst>{strings}</sst>",
            "xl/worksheets/sheet1.xml": f"<worksheet>{sheet}</worksheet>",
        }
    )


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of a Word file."""
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def table(*rows: str) -> str:
    """A table of a Word file out of its rows' XML."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(content: str, properties: str = "") -> str:
    """A cell of a Word file with a paragraph of this text, or with the XML given."""
    inner = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"
