"""Every component says what it must: words beside signs, labels tied, nothing inline."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import lxml.html
import pytest
from flask import Flask, render_template_string
from flask_babel import Babel
from flask_wtf import FlaskForm
from lxml.html import HtmlElement
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    DateField,
    FileField,
    IntegerField,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

from regionhub.domain import followup, plan_state, progress, report_state, status
from regionhub.folders import TEMPLATES

Render = Callable[..., HtmlElement]
STATES = [
    *status.Status,
    *status.Flag,
    *plan_state.PlanState,
    *report_state.ReportState,
    *followup.Forecast,
    *followup.Outcome,
    *followup.Trend,
]
CELLS = [
    progress.CellState(name="Umeå", letters="Um", state=status.Status.DONE),
    progress.CellState(name="Vindeln", letters="Vi", state=status.Flag.OVERDUE),
]


class Everything(FlaskForm):  # type: ignore[misc]
    """A field of every kind, each of which refuses to be empty."""

    line = StringField("Rad", [InputRequired("Skriv en rad.")], description="En rad räcker.")
    text = TextAreaField("Text", [InputRequired("Skriv en text.")])
    day = DateField("Dag", [InputRequired("Ange en dag.")])
    count = IntegerField("Antal", [InputRequired("Ange ett antal.")])
    owner = SelectField(
        "Ansvarig", [InputRequired("Välj en.")], choices=[SelectChoice("1", "Alla")]
    )
    state = RadioField(
        "Läge",
        [InputRequired("Välj ett läge.")],
        choices=[SelectChoice("a", "A"), SelectChoice("b", "B")],
    )
    goals = SelectMultipleField(
        "Mål",
        [InputRequired("Välj mål.")],
        choices=[SelectChoice("1", "Ett"), SelectChoice("2", "Två")],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    file = FileField("Fil")
    tell = BooleanField("Meddela gruppen")


@pytest.fixture
def render() -> Iterator[Render]:
    """Render a piece of template, with macros imported, to a tree."""
    app = Flask(__name__, template_folder=str(TEMPLATES))
    app.config.update(SECRET_KEY="only for tests", BABEL_DEFAULT_LOCALE="sv_SE")
    Babel(app)

    def make(file: str, macro: str, call: str, **values: Any) -> HtmlElement:
        source = f'{{% from "components/{file}.html" import {macro} %}}<main>{call}</main>'
        tree = lxml.html.fromstring(render_template_string(source, **values))
        assert not tree.xpath("//@style | //script | //@*[starts-with(name(), 'on')]")
        return tree

    with app.test_request_context("/it/2026/"):
        yield make


def words(tree: HtmlElement) -> str:
    return " ".join(tree.text_content().split())


def filled(**values: str) -> Everything:
    """The form as sent in, validated."""
    form = Everything(MultiDict(values), meta={"csrf": False})
    form.validate()
    return form


@pytest.mark.parametrize("state", STATES, ids=lambda s: f"{type(s).__name__}-{s.value}")
def test_a_status_tag_shows_sign_and_word(render: Render, state: Any) -> None:
    tree = render("status_tag", "status_tag", "{{ status_tag(state) }}", state=state)
    assert words(tree) == f"{state.sign} {state.label}"
    assert tree.xpath("//*[@aria-hidden='true']")[0].text == state.sign


def test_a_screen_reader_meets_the_strip_as_one_sentence(render: Render) -> None:
    sentence = progress.sentence(CELLS)
    tree = render("strip", "strip", "{{ strip(cells, said) }}", cells=CELLS, said=sentence)
    (cells,) = tree.xpath("//*[@aria-hidden='true']")
    assert [c.get("title") for c in cells] == ["Umeå: Genomförd", "Vindeln: Försenad"]
    assert words(cells) == "Um●Vi!"
    cells.drop_tree()
    assert words(tree) == sentence


def test_a_strip_opens_to_its_cells_and_an_undivided_one_is_words(render: Render) -> None:
    opens = render("strip", "strip", "{{ strip(cells, 'x', '/celler') }}", cells=CELLS)
    assert opens.xpath("//a/@href") == ["/celler"]
    assert words(render("strip", "strip", "{{ strip([], 'Inte uppdelad') }}")) == "Inte uppdelad"


def test_every_control_has_a_label_and_a_required_one_is_not_called_optional(
    render: Render,
) -> None:
    tree = render(
        "form",
        "post_form, field",
        "{% call post_form(form) %}{% for f in form %}{{ field(f) }}{% endfor %}{% endcall %}",
        form=Everything(meta={"csrf": False}),
    )
    controls = tree.xpath("//input | //select | //textarea")
    assert len(controls) == 11
    for control in controls:
        assert tree.xpath("//label[@for=$id]", id=control.get("id")), control.get("name")
    assert [words(legend) for legend in tree.xpath("//legend")] == ["Läge", "Mål"]
    assert words(tree.xpath("//label[@for='file']")[0]) == "Fil (frivilligt)"
    assert tree.xpath("//form/@action") == ["/it/2026/"]
    assert tree.xpath("//*[@id='line']/@aria-describedby") == ["line-hint"]


def test_an_error_stands_in_the_summary_and_at_its_field(render: Render) -> None:
    form = filled(line="")
    tree = render(
        "form",
        "form_errors, field",
        "{{ form_errors(form) }}{% for f in form %}{{ field(f) }}{% endfor %}",
        form=form,
    )
    links = tree.xpath("//*[@data-error-summary]//a")
    assert [words(link) for link in links[:2]] == ["Skriv en rad.", "Skriv en text."]
    for link in links:
        assert tree.xpath("//*[@id=$id]", id=link.get("href")[1:]), link.get("href")
    (line,) = tree.xpath("//*[@id='line']")
    assert line.get("aria-invalid") == "true"
    assert line.get("aria-describedby") == "line-hint line-error"
    assert words(tree.xpath("//*[@id='line-error']")[0]) == "Fel: Skriv en rad."
    assert tree.xpath("//fieldset/@aria-describedby") == ["state-error", "goals-error"]


def test_what_was_typed_is_kept_even_where_it_is_no_number(render: Render) -> None:
    form = filled(line='<b>"fet"</b>', count="tolv", text="Första\nAndra")
    tree = render("form", "field", "{% for f in form %}{{ field(f) }}{% endfor %}", form=form)
    assert tree.xpath("//*[@id='line']/@value") == ['<b>"fet"</b>']
    assert tree.xpath("//*[@id='text']")[0].text_content().strip() == "Första\nAndra"
    (count,) = tree.xpath("//*[@id='count']")
    assert (count.get("value"), count.get("type")) == ("tolv", "text")


def test_a_sorted_column_says_so(render: Render) -> None:
    tree = render(
        "table",
        "sort_head",
        "<table><tr>{{ sort_head('När', '?sort=nar', 'descending') }}</tr></table>",
    )
    (head,) = tree.xpath("//th")
    assert (head.get("aria-sort"), words(head)) == ("descending", "När▼")


def test_a_wide_table_scrolls_where_the_keyboard_reaches(render: Render) -> None:
    tree = render("table", "scroll_table", "{% call scroll_table('Mål') %}…{% endcall %}")
    (region,) = tree.xpath("//*[@role='region']")
    assert (region.get("aria-label"), region.get("tabindex")) == ("Tabell: Mål", "0")


@pytest.mark.parametrize(
    ("kind", "said"),
    [("success", "Klart:"), ("error", "Fel:"), ("warning", "Obs:"), ("message", "Information:")],
)
def test_a_notice_has_a_word_for_its_kind(render: Render, kind: str, said: str) -> None:
    tree = render("notice", "notice", "{{ notice(kind, 'Sparat.') }}", kind=kind)
    assert f"{said} Sparat." in words(tree)


def test_plan_time_keeps_the_words_and_says_how_they_were_read(render: Render) -> None:
    tree = render("plan_time", "plan_time", "{{ plan_time('Vecka 44', '1–7 nov', 'om 12 dagar') }}")
    assert words(tree) == "Vecka 441–7 nov, om 12 dagar"
    assert words(render("plan_time", "plan_time", "{{ plan_time('', None) }}")) == "Utan tid"


def test_the_letters_of_smart_carry_their_findings(render: Render) -> None:
    letter = SimpleNamespace(
        letter="T", word="Tidsatt", met=False, finding="Framgår inte: ange när."
    )
    tree = render("smart", "smart", "{{ smart([letter]) }}", letter=letter)
    assert words(tree) == "T Tidsatt Framgår inte: ange när."


POINTS = [SimpleNamespace(label=f"T{n}", value=value) for n, value in enumerate((9.5, 7, 5.25), 1)]


def test_a_curve_has_every_measurement_in_a_table_beside_it(render: Render) -> None:
    tree = render("charts", "sparkline", "{{ sparkline(points, 4, 'tim') }}", points=POINTS)
    assert len(tree.xpath("//polyline/@points")[0].split()) == 3
    assert [words(row) for row in tree.xpath("//tbody/tr")] == [
        "T1 9,5 tim",
        "T2 7 tim",
        "T3 5,25 tim",
    ]
    assert "5,25 tim T3, målet är 4 tim" in words(tree)


def test_a_single_or_level_measurement_draws_no_nonsense(render: Render) -> None:
    one = render("charts", "sparkline", "{{ sparkline(points) }}", points=POINTS[:1])
    assert one.xpath("//svg") == []
    level = render("charts", "sparkline", "{{ sparkline(points) }}", points=[POINTS[0]] * 2)
    assert level.xpath("//circle/@cy") == ["38.0"]


def test_a_shared_bar_is_whole_and_counts_in_words(render: Render) -> None:
    parts = [
        SimpleNamespace(state=status.Status.DONE, count=3),
        SimpleNamespace(state=status.Status.PAUSED, count=0),
        SimpleNamespace(state=status.Flag.OVERDUE, count=1),
    ]
    tree = render("charts", "share_bar", "{{ share_bar(parts) }}", parts=parts)
    assert tree.xpath("//rect/@width") == ["75.0%", "25.0%"]
    assert [words(li) for li in tree.xpath("//li")] == ["● 3 Genomförd", "! 1 Försenad"]
    assert words(render("charts", "share_bar", "{{ share_bar([]) }}")) == ""


def test_a_dangerous_step_says_what_will_happen_and_can_be_left(render: Render) -> None:
    tree = render(
        "confirm",
        "confirm",
        "{{ confirm('Den tas bort.', 'Ta bort', '/tillbaka', form) }}",
        form=FlaskForm(meta={"csrf": False}),
    )
    assert words(tree) == "! Den tas bort. Ta bort Avbryt"
    assert tree.xpath("//button/@data-color") == ["danger"]
    assert tree.xpath("//a/@href") == ["/tillbaka"]


def test_an_empty_place_says_what_to_do(render: Render) -> None:
    tree = render("empty", "empty", "{{ empty('Tomt', 'Börja här.', [('Läs in Word', '/in')]) }}")
    assert words(tree) == "Tomt Börja här. Läs in Word"


def test_the_change_log_is_in_words_with_a_slot_after_each(render: Render) -> None:
    change = SimpleNamespace(who="Maja", when="i dag", sentence="Flyttade slutdatum.", id=7)
    tree = render(
        "stream",
        "stream",
        "{% call(c) stream([change]) %}<a href='/{{ c.id }}'>Ångra</a>{% endcall %}",
        change=change,
    )
    assert words(tree) == "Maja i dag Flyttade slutdatum. Ångra"
    assert tree.xpath("//a/@href") == ["/7"]
