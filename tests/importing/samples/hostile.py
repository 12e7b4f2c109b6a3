"""Files made to hurt: each is small to make and large, lying or broken to read."""

import io
import struct
import zipfile
from itertools import pairwise

from odf.draw import Frame, Image
from odf.opendocument import OpenDocumentText
from odf.text import P

from tests.importing.samples import plans
from tests.importing.samples.packages import (
    cell,
    docx_of,
    docx_parts,
    paragraph,
    table,
    xlsx_of,
    zipped,
)

PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)
OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(500)
MEGABYTE = 1024 * 1024


def truncated_zip() -> bytes:
    """Half of a good file."""
    return plans.as_docx()[:9_000]


def zip_bomb() -> bytes:
    """A hundred megabytes of spaces in the body."""
    return docx_of(paragraph(" " * 100 * MEGABYTE))


def bomb_in_a_picture() -> bytes:
    """A good body beside a picture that swells to 300 MB."""
    parts = docx_parts(paragraph("Plan"))
    return zipped({**parts, "word/media/image1.png": bytes(300 * MEGABYTE)})


def bomb_just_below_the_ratio() -> bytes:
    """Nineteen megabytes of words that pack a hundred times."""
    words = "".join(f"{number} " + "a" * 900 for number in range(20_000))
    return docx_of(paragraph(words))


def zip_in_a_zip() -> bytes:
    """An archive with a document in it."""
    return zipped({"plan.docx": plans.as_docx()})


def zip_as_the_body() -> bytes:
    """A body that is itself a zip of a zip."""
    return zipped({**docx_parts(""), "word/document.xml": zipped({"a": zip_in_a_zip()})})


def lying_sizes() -> bytes:
    """A body of 40 MB that says it has 100 bytes."""
    data = bytearray(docx_of(paragraph("a" * 40 * MEGABYTE)))
    start = 0
    while (start := data.find(b"PK\x01\x02", start)) >= 0:
        name_length = struct.unpack_from("<H", data, start + 28)[0]
        if data[start + 46 : start + 46 + name_length] == b"word/document.xml":
            struct.pack_into("<I", data, start + 24, 100)
        start += 4
    return bytes(data)


def external_entity() -> bytes:
    """A body that asks for a file of the server."""
    return _with_doctype('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;")


def external_entity_in_utf16() -> bytes:
    """The same, where no one looking for ASCII letters would find it."""
    parts = docx_parts("")
    xml = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    parts["word/document.xml"] = (xml + "<d>&x;</d>").encode("utf-16")
    return zipped(parts)


def external_entity_in_odt() -> bytes:
    """The same in a LibreOffice text."""
    return zipped({"content.xml": '<!DOCTYPE d SYSTEM "http://example.org/d.dtd"><d/>'})


def billion_laughs() -> bytes:
    """Entities of entities."""
    names = "abcdefghij"
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {name} "' + f"&{before};" * 10 + '">' for before, name in pairwise(names)
    )
    return _with_doctype(entities, "&j;")


def billion_laughs_in_styles() -> bytes:
    """The same in a part beside the body."""
    parts = docx_parts(paragraph("Plan"), styles="")
    parts["word/styles.xml"] = '<!DOCTYPE s [<!ENTITY a "ha">]><s>&a;</s>'
    return zipped(parts)


def macro_file() -> bytes:
    """A good body beside a macro project."""
    return zipped({**docx_parts(paragraph("Plan")), "word/vbaProject.bin": OLE})


def encrypted_office_file() -> bytes:
    """What Word saves under a password."""
    return OLE + "EncryptedPackage".encode("utf-16-le") + bytes(900)


def encrypted_zip() -> bytes:
    """A zip whose entries say that they are encrypted."""
    data = bytearray(plans.as_docx())
    start = 0
    while (start := data.find(b"PK\x01\x02", start)) >= 0:
        data[start + 8] |= 1
        start += 4
    return bytes(data)


def encrypted_opendocument() -> bytes:
    """What LibreOffice saves under a password."""
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    return zipped({"content.xml": PNG, "META-INF/manifest.xml": manifest})


def farthest_cell() -> bytes:
    """One word in the last place there is, another in the first."""
    return xlsx_of(
        '<dimension ref="A1:XFD1048576"/><sheetData>'
        '<row r="1"><c r="A1" t="str"><v>Plan</v></c></row>'
        '<row r="1048576"><c r="XFD1048576" t="str"><v>Slut</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    )


def many_overlapping_areas() -> bytes:
    """Sixty thousand merged areas over the same thousand rows."""
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 1001))
    areas = '<mergeCell ref="A1:A1000"/>' * 60_000
    return xlsx_of(f"<sheetData>{rows}</sheetData><mergeCells>{areas}</mergeCells>")


def one_text_in_many_cells() -> bytes:
    """A megabyte of words that fifty thousand cells refer to."""
    reference = '<c t="s"><v>0</v></c>'
    cells = f"<row>{reference * 10}</row>" * 4_000
    return xlsx_of(f"<sheetData>{cells}</sheetData>", strings=f"<si><t>{'ord ' * 250_000}</t></si>")


def repeated_rows() -> bytes:
    """A row of LibreOffice that says that it stands a million times."""
    body = (
        '<table><table-row number-rows-repeated="1048576">'
        '<table-cell number-columns-repeated="16384"><p>x</p></table-cell></table-row></table>'
    )
    return zipped({"content.xml": f"<c><body><spreadsheet>{body}</spreadsheet></body></c>"})


def fifty_megabytes() -> bytes:
    """More than anyone may send."""
    return b"PK\x03\x04" + bytes(50 * MEGABYTE)


def wrong_encoding() -> bytes:
    """A body in Windows letters that says that it is UTF-8."""
    parts = docx_parts("")
    xml = '<?xml version="1.0" encoding="UTF-8"?><document><body>Åtgärder</body></document>'
    parts["word/document.xml"] = xml.encode("cp1252")
    return zipped(parts)


def unknown_encoding() -> bytes:
    """A body in an encoding that does not exist."""
    parts = docx_parts("")
    parts["word/document.xml"] = '<?xml version="1.0" encoding="klingon"?><document/>'
    return zipped(parts)


def names_that_lead_out() -> bytes:
    """A part that wants to lie elsewhere on the server."""
    return zipped({**docx_parts(paragraph("Plan")), "../../../etc/cron.d/plan": "x"})


def target_that_leads_out() -> bytes:
    """A relation that points out of the file."""
    parts = docx_parts(paragraph("Plan"), styles="")
    parts["word/_rels/document.xml.rels"] = str(parts["word/_rels/document.xml.rels"]).replace(
        "styles.xml", "../../../../etc/passwd"
    )
    return zipped(parts)


def same_name_twice() -> bytes:
    """Two bodies, of which each program would read another."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in docx_parts(paragraph("Plan")).items():
            archive.writestr(name, content)
        archive.writestr("word/document.xml ", "x")
    return stream.getvalue().replace(b"word/document.xml ", b"_rels/.rels\0\0\0\0\0\0\0")


def thousand_columns_in_word() -> bytes:
    """A table as wide as a wall."""
    return docx_of(table("".join(cell("x") for _number in range(1_000))))


def million_columns_claimed() -> bytes:
    """One cell that says that it covers a million columns."""
    return docx_of(table(cell("x", '<w:gridSpan w:val="1000000"/>')))


def wide_cells_in_many_rows() -> bytes:
    """Few cells that cover many places."""
    row = cell("x", '<w:gridSpan w:val="250"/>')
    return docx_of(table(*[row] * 4_000))


def tables_in_tables() -> bytes:
    """Two hundred tables, each in a cell of the one before."""
    content = paragraph("Plan")
    for _level in range(200):
        content = table(cell(content + paragraph("")))
    return docx_of(content)


def pictures_only() -> bytes:
    """A scanned plan."""
    parts = docx_parts("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>")
    return zipped({**parts, "word/media/image1.png": PNG})


def too_many_entries() -> bytes:
    """A directory of a hundred thousand names."""
    return b"PK\x03\x04" + b"PK\x01\x02" * 100_000


def million_attributes() -> bytes:
    """One element with all of them."""
    attributes = " ".join(f'a{number}=""' for number in range(1_000_000))
    return docx_of(f"<w:p {attributes}/>")


def million_elements() -> bytes:
    """A body of empty paragraphs."""
    return docx_of("<w:p/>" * 1_000_000)


def circular_styles() -> bytes:
    """Ten thousand styles, each built on the next, used by as many paragraphs."""
    styles = "".join(
        f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % 10_000}"/></w:style>'
        for n in range(10_000)
    )
    body = "".join(paragraph("x", f'<w:pStyle w:val="s{n}"/>') for n in range(10_000))
    return docx_of(body, styles=styles)


def csv_of_separators() -> bytes:
    """Nine megabytes of nothing in very many columns."""
    return b";" * 9 * MEGABYTE


def csv_with_one_quote() -> bytes:
    """A quoted cell that never ends."""
    return b'Vad;"' + b"skylta;maj\n" * 100_000


def text_of_one_line() -> bytes:
    """Nine megabytes without a line break."""
    return "å".encode() * 4 * MEGABYTE


def text_of_many_lines() -> bytes:
    """A million lines."""
    return b"- x\n" * 1_000_000


def markdown_of_open_marks() -> bytes:
    """Marks that begin and never end, one after another."""
    marks = "<!-- [ ![x]( ** __ ` ~~ <b <a@ | *a _b \\"
    return (marks * 40_000 + "\n").encode()


def markdown_of_dividers() -> bytes:
    """A row of spaces and strokes that is almost a divider of a table."""
    return b"a | b\n" + b"|" + b" - " * 300_000 + b"x\n"


def odt_with_picture_at(address: str) -> bytes:
    """A LibreOffice text whose picture lies elsewhere."""
    document = OpenDocumentText()
    frame = Frame(width="5cm", height="5cm", anchortype="as-char")
    frame.addElement(Image(href=address, type="simple"))
    picture = P(text="Plan")
    picture.addElement(frame)
    document.text.addElement(picture)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _with_doctype(declarations: str, text: str) -> bytes:
    parts = docx_parts(paragraph(text))
    parts["word/document.xml"] = f"<!DOCTYPE d [{declarations}]>{parts['word/document.xml']}"
    return zipped(parts)
