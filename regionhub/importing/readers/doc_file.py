"""Turns the older Word format (.doc) into .docx with LibreOffice, where that is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from regionhub.domain.errors import Refused

MAX_SECONDS = 60
"""How long a conversion may take before it is ended."""

_PROGRAM = "soffice"
_SAVE_AS_DOCX = "Öppna filen i Word, spara den som .docx och försök igen."
# No macro runs, no link is followed, and what is fetched all the same is sent to a closed door.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
)


def as_docx(data: bytes) -> bytes:
    """The .doc file's content as a .docx file. Refused when it cannot be converted."""
    program = shutil.which(_PROGRAM)
    if program is None:
        raise Refused(
            f"Filer i det äldre formatet .doc kan inte läsas på den här servern. {_SAVE_AS_DOCX}"
        )
    with tempfile.TemporaryDirectory(prefix="regionhub-doc-") as name:
        folder = Path(name)
        source = folder / "plan.doc"
        source.write_bytes(data)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_profile(), encoding="utf-8")
        _convert(program, folder, source)
        result = folder / "plan.docx"
        if not result.exists():
            raise Refused(f"Filen i formatet .doc kunde inte läsas. {_SAVE_AS_DOCX}")
        return result.read_bytes()


def _profile() -> str:
    """The settings in the file that LibreOffice reads at its start."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'


def _convert(program: str, folder: Path, source: Path) -> None:
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder),
        str(source),
    ]
    silent = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - our own program and file names
        command, stdin=silent, stdout=silent, stderr=silent, cwd=folder, start_new_session=True
    ) as process:
        try:
            process.wait(MAX_SECONDS)
        except subprocess.TimeoutExpired as error:
            # The program starts others; they go with it.
            os.killpg(process.pid, signal.SIGKILL)
            raise Refused(f"Filen i formatet .doc tog för lång tid. {_SAVE_AS_DOCX}") from error
