"""The older Word format: through LibreOffice where there is one, otherwise a sentence."""

import shutil
import subprocess
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from regionhub.domain.errors import Refused
from regionhub.importing.readers import doc_file
from tests.importing.readers.reading import line_texts, only_table, read, texts
from tests.importing.samples import hostile, plans
from tests.support.required import missing

WORD_97 = hostile.OLE + "WordDocument".encode("utf-16-le") + bytes(2_000)


@pytest.fixture(scope="module")
def as_old_word_file(tmp_path_factory) -> Callable[[bytes], bytes]:
    """Saves a LibreOffice text in the older format, by LibreOffice itself."""
    program = shutil.which("soffice")
    if program is None:
        missing("LibreOffice (apt install libreoffice-writer)")
    folder = tmp_path_factory.mktemp("old")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"

    def saved(odt: bytes) -> bytes:
        (folder / "plan.odt").write_bytes(odt)
        subprocess.run(
            [program, profile, "--headless", "--convert-to", "doc", "plan.odt"],
            cwd=folder,
            check=True,
            capture_output=True,
            timeout=120,
        )
        return (folder / "plan.doc").read_bytes()

    return saved


def test_an_old_word_file_gives_the_plan(as_old_word_file):
    document = read(as_old_word_file(plans.as_odt()), "plan.doc")

    assert line_texts(document) == [plans.TITLE, plans.CONTACT]
    assert texts(only_table(document))[2:] == [
        list(words) for words in (plans.HEADINGS, *plans.ACTIVITIES)
    ]


def test_without_libreoffice_the_sentence_asks_for_docx(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(Refused, match=r"spara den som \.docx") as refusal:
        read(WORD_97, "plan.doc")

    assert "på den här servern" in refusal.value.message


@pytest.mark.usefixtures("as_old_word_file")
def test_a_broken_old_word_file_is_refused():
    with pytest.raises(Refused, match=r"\.docx"):
        read(WORD_97, "plan.doc")


def test_addresses_in_the_file_are_not_visited(as_old_word_file):
    visits = []

    class Visited(BaseHTTPRequestHandler):
        def do_GET(self):
            visits.append(self.path)
            self.send_error(404)

        def log_message(self, *_words):
            """Keep the test's output free of the server's."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Visited) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/x.png"
        data = as_old_word_file(hostile.odt_with_picture_at(address))
        assert visits, "an ordinary LibreOffice visits the address: the test would prove nothing"
        visits.clear()
        doc_file.as_docx(data)
        server.shutdown()

    assert visits == []


def test_a_program_that_never_ends_is_ended(monkeypatch, tmp_path):
    endless = tmp_path / "soffice"
    endless.write_text("#!/bin/sh\nsleep 600\n")
    endless.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr("regionhub.importing.readers.doc_file.MAX_SECONDS", 0.2)

    with pytest.raises(Refused, match="för lång tid"):
        read(WORD_97, "plan.doc")
