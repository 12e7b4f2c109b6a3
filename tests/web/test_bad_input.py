"""What a person, or somebody's program, may send to any address: a sentence, never a fault."""

import io
from urllib.parse import parse_qsl, quote, urlsplit

import lxml.html
import pytest

from regionhub.domain.permissions import GroupRole, Role
from regionhub.web.forms import clean
from tests.support import factories
from tests.support import world as worlds
from tests.support.routes import Step, arguments, ask, every_rule, steps

SCRIPT = "<script>alert(1)</script>{{ 7 * 7 }}"
FEED = f"/kalender/{worlds.FEED_SECRET}.ics"
# In every field of every form.
TYPED = {
    "long": "x" * 10_001,
    "strange": "a\x01\x08\x1b\x1f\x7f\x85\u202e\u2066 👩‍👩‍👧‍👦🇸🇪🫠 ١٢٣",
    "nul": "a\x00b",
    "number": str(2**70),
    "infinite": "1e400",
    "not a number": "NaN",
    "last day": "9999-12-31",
}
# In every filter of every page.
ASKED = {"long": "x" * 10_001, "nul": "a\x00b", "number": str(2**70), "script": SCRIPT}
NOT_WORDS = (b"%ff%ed%a0%80", b"%zz\xff\xfe%")


@pytest.fixture
def world(app):
    return worlds.build()


@pytest.fixture
def account(world):
    """Somebody who may reach every form there is."""
    made = factories.account(role=Role.OFFICE)
    factories.seat(made, factories.group("it"), GroupRole.CONVENER)
    return made


@pytest.fixture
def writer(account, browse):
    return browse(account)


@pytest.fixture
def walk(app, world):
    """The routes outside groups, and those of one group."""

    def walked(*methods):
        return [step for step in steps(app, world, *methods) if step.group in ("", "it")]

    return walked


@pytest.fixture
def forms(writer, walk):
    """Every form of every page: its method, address, fields as they stand, and what is typed."""
    found = {}
    for step in walk("GET"):
        response = writer.ask("GET", step.path)
        if response.mimetype != "text/html" or response.status_code != 200 or not response.text:
            continue
        for form in lxml.html.document_fromstring(response.text).forms:
            free = {
                control.name
                for control in form.xpath(".//textarea | .//input[not(@type='hidden')]")
                if control.get("type") not in ("checkbox", "radio")
            }
            key = (form.method, form.get("action"), tuple(sorted(form.fields)))
            found[key] = (dict(form.form_values()), free)
    return [(method, action, *rest) for (method, action, _), rest in found.items()]


def faults(answers):
    """Those answered as our own fault."""
    return [f"{step}: {answer}" for step, answer in answers if answer.status >= 500]


def post(path):
    return Step("POST", path, "", None, "")


def get(path):
    return Step("GET", path, "", None, "")


@pytest.mark.parametrize("kind", TYPED)
def test_every_form_takes_it_or_says_why_not(kind, forms, account, browse):
    value = TYPED[kind]
    posted = [(action, fields, free) for method, action, fields, free in forms if method == "POST"]
    answers = []
    for action, fields, free in posted:
        typed = fields | dict.fromkeys(free, value)
        whole = dict.fromkeys(typed, value)
        answers += [(action, ask(browse(account), post(action), data)) for data in (typed, whole)]
    assert len(posted) > 20
    assert not faults(answers)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\u200b\u2060\ufeff", ""),
        ("\u202egnirts\u202c \u2066x\u2069", "gnirts x"),
        ("en\x0bny\u2028rad", "en\nny\nrad"),
        ("👩‍👩‍👧 fest", "👩‍👩‍👧 fest"),
    ],
)
def test_only_what_can_be_seen_is_kept(typed, kept):
    assert clean(typed) == kept


def test_what_is_typed_is_shown_and_never_run(forms, account, walk, browse):
    for method, action, fields, free in forms:
        if method == "POST":
            ask(browse(account), post(action), fields | dict.fromkeys(free, SCRIPT))
    reader = browse(account)
    answers = [reader.ask("GET", step.path) for step in walk("GET")]
    shown = [answer.text for answer in answers if answer.mimetype == "text/html"]
    assert any("&lt;script&gt;alert(1)" in text for text in shown)
    assert not any("<script>alert" in text or "49" in text.split("/script&gt;") for text in shown)


@pytest.mark.parametrize("kind", ASKED)
def test_every_filter_takes_it(kind, forms, writer, walk):
    names = {"next", "sida", "q"}
    for method, action, fields, _free in forms:
        if method == "GET":
            names |= set(fields)
        names |= {name for name, _ in parse_qsl(urlsplit(action).query)}
    query = dict.fromkeys(names, ASKED[kind])
    assert not faults([(step, ask(writer, step, query_string=query)) for step in walk("GET")])


@pytest.mark.parametrize(
    "value",
    ["0", str(2**31), str(2**70), "00", "-1", "٣", "1.5", "%00", "%ff", "..%2f", "x" * 5000],
)
def test_no_value_in_an_address_is_too_strange(value, app, world, writer):
    answers = []
    for rule, group in every_rule(app):
        if group not in ("", "it"):
            continue
        values = arguments(rule, world.ids.get(group, world.ids[""]))
        for name in values:
            path = rule.rule
            for other, usual in values.items():
                start = path.rindex("<", 0, path.index(f"{other}>"))
                filled = value if other == name else quote(str(usual))
                path = path[:start] + filled + path[path.index(">", start) + 1 :]
            method = "GET" if "GET" in rule.methods else "POST"
            answers.append((path, ask(writer, Step(method, path, "", None, group))))
    assert answers
    assert not faults(answers)
    assert {answer.status for _, answer in answers} <= {200, 302, 308, 404, 405, 409, 422}


@pytest.mark.parametrize("year", [0, 1, 1899, 2201, 9999, 10_000, 99_999])
def test_a_year_out_of_reach_is_not_there(year, writer):
    for path in (f"/it/{year}/", f"/oversikt/{year}/", f"/it/{year}/verksamhetsberattelse"):
        assert "mellan 1900 och 2200" in writer.get(path, 404).text


@pytest.mark.parametrize("sent", NOT_WORDS)
def test_bytes_that_are_no_words(sent, writer, walk):
    token = writer.token().encode()
    answers = [
        (step, ask(writer, get(f"{step.path}?q={sent.decode('latin-1')}"))) for step in walk("GET")
    ]
    for step in walk("POST"):
        form = b"email=" + sent + b"&text=" + sent + b"&csrf_token=" + token
        kind = "application/x-www-form-urlencoded"
        answer = writer.ask("POST", step.path, data=form, content_type=kind)
        assert answer.status_code < 500, step
    assert not faults(answers)


@pytest.mark.parametrize(
    "content_type",
    [
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=x",
        "application/json",
        "text/plain; charset=nonsense",
        "nonsense",
        "",
    ],
)
def test_forms_of_the_wrong_kind(content_type, writer):
    for path in ("/logga-in", "/min-sida", "/kalender/"):
        answer = writer.ask("POST", path, data=b"\x00\xff{--x\r\n", content_type=content_type)
        assert answer.status_code == 400
        assert "<h1>" in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"Cookie": "regionhub=garbage"},
        {"Cookie": "regionhub=.eJx.a.b; remember_token=1|x; ;;=;\"'"},
        {"Cookie": "regionhub=" + "x" * 5000},
        {"If-None-Match": 'garbage, "", W/, *, "' + "x" * 3000},
        {"If-Modified-Since": "yesterday"},
        {"Range": "bytes=9-1,x"},
        {"Accept-Language": "sv;q=x,,;;;*;q=9e999,\u00e5"},
        {"Accept": "////;;q=,"},
        {"User-Agent": "\x01\u00e5" * 500},
        {"X-Forwarded-For": "not, an, address", "X-Forwarded-Proto": "gopher"},
        {"HX-Request": "true", "HX-Current-URL": "http://["},
        {"HX-Request": "true", "HX-Current-URL": "//example.com//example.com"},
        {"Referer": "http://["},
    ],
)
def test_headers_that_make_no_sense(headers, writer, browse):
    paths = ("/", "/min-sida", "/it/2026/", "/oversikt/2026/", "/kalender/", FEED, "/static/x")
    answers = [
        (path, ask(who, get(path), headers=headers)) for path in paths for who in (writer, browse())
    ]
    assert not faults(answers)
    assert not [answer for _, answer in answers if "example.com" in answer.location]


def test_signing_in_with_a_strange_browser_works(world, browse):
    data = {"email": "nobody@example.org", "password": "fel"}
    browse().post("/logga-in", data, 422, headers={"User-Agent": "\u00e5\x7f" * 900})


def test_what_is_too_large_says_so(writer):
    for size, kind in ((3, "application/x-www-form-urlencoded"), (13, "multipart/form-data")):
        sent = {"comment": "x" * (size * 1024 * 1024)}
        answer = writer.post("/min-sida", sent, 413, content_type=kind)
        assert answer.h1 == "Det du skickade är för stort"
    parts = {f"part{number}": "" for number in range(1500)}
    writer.post("/min-sida", parts, 413, content_type="multipart/form-data")


@pytest.mark.parametrize("name", ["a\x00.docx", "x" * 3000 + ".docx", "../../etc/passwd", "<b>.md"])
def test_files_with_strange_names(name, writer, walk):
    steps_taken = [step for step in walk("POST") if step.path.endswith("/las-in")]
    assert steps_taken
    for step in steps_taken:
        answer = ask(writer, step, {"file": (io.BytesIO(b"# Plan"), name)})
        assert answer.status in (302, 400, 413, 422), f"{step}: {answer}"


def test_the_wrong_method_says_which_is_right(writer, walk):
    for step in walk("GET", "POST"):
        for method in ("PUT", "DELETE", "PATCH"):
            answer = writer.ask(method, step.path)
            assert answer.status_code == 405, step
            assert step.method in answer.headers["Allow"]
            assert "<h1>" in answer.text


def test_a_title_of_ten_thousand_signs_is_kept_and_refused_in_words(world, browse):
    answer = browse(world.roles["convener"]).post(
        "/it/2026/aktivitet/ny", {"title": "å" * 10_000, "when": "maj"}, 422
    )
    assert any("tecken" in error for error in answer.errors())
    assert "å" * 10_000 in answer.response.text


def test_an_email_of_ten_thousand_signs_is_refused_in_words(world, browse):
    answer = browse().post("/logga-in", {"email": "a" * 10_000, "password": "x"}, 422)
    assert answer.errors() == ["Texten är 9 800 tecken för lång. Korta den till högst 200 tecken."]
