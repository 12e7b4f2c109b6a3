"""The page's rendering of a report: meaning in the markup, and text as text."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from regionhub.outputs.report import Grid, Paragraph, Part, Report
from tests.outputs.sample_report import SAMPLE

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


class Tags(HTMLParser):
    """Collects the elements of a page and their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def named(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.found if tag == name]


def rendered(report: Report) -> str:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    page = environment.from_string(
        '{% from "reports/_report.html" import report_body with context %}{{ report_body(report) }}'
    )
    return page.render(report=report)


def tags(report: Report) -> Tags:
    parser = Tags()
    parser.feed(rendered(report))
    return parser


def test_every_part_is_a_named_section() -> None:
    found = tags(SAMPLE)
    ids = [heading["id"] for heading in found.named("h2")]
    assert ids == [f"del-{number}" for number in range(1, 14)]
    assert [section["aria-labelledby"] for section in found.named("section")] == ids
    assert not found.named("h1")


def test_tables_name_their_rows_and_columns_and_scroll_by_keyboard() -> None:
    found = tags(SAMPLE)
    tables = [b for part in SAMPLE.parts for b in part.blocks if isinstance(b, Grid)]
    assert len(found.named("table")) == len(found.named("caption")) == len(tables)
    scopes = [cell["scope"] for cell in found.named("th")]
    assert scopes.count("col") == sum(len(table.columns) for table in tables)
    assert scopes.count("row") == sum(len(table.rows) for table in tables)
    regions = [d for d in found.named("div") if d.get("role") == "region"]
    assert len({region["aria-label"] for region in regions}) == len(tables)


def test_a_state_is_a_sign_and_a_word() -> None:
    assert 'tag--overdue"><span class="sign" aria-hidden="true">!</span> Försenad' in rendered(
        SAMPLE
    )


def test_what_a_person_typed_is_text_with_its_line_breaks() -> None:
    typed = "<script>alert(1)</script>\nrad två & slut"
    report = replace(SAMPLE, parts=(Part(1, typed, (Paragraph(typed),)),))
    page = rendered(report)
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br />rad två &amp; slut" in page


def test_no_style_or_script_attribute_stands_in_the_page() -> None:
    for _, attributes in tags(SAMPLE).found:
        assert not [name for name in attributes if name == "style" or name.startswith("on")]
