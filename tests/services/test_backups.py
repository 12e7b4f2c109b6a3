"""A backup is whole, and restoring gives back what it held."""

import sqlite3
import subprocess

import pytest
from sqlalchemy import inspect, make_url, text

from regionhub.domain.errors import Refused
from regionhub.extensions import db
from regionhub.models import Region
from regionhub.services import backups
from tests.conftest import DATABASES
from tests.support import factories


@pytest.fixture(params=DATABASES)
def own_app(request, new_database, new_app):
    """An app on a database of its own, since the test replaces it whole."""
    app = new_app(new_database(request.param, f"backups_{request.param}"))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def of_nothing(address, file):
    """A whole copy, but of no tables of ours."""
    url = make_url(address)
    if url.get_backend_name() == "sqlite":
        sqlite3.connect(file).execute("VACUUM")
    else:
        server = url.set(drivername="postgresql").render_as_string(hide_password=False)
        subprocess.run(
            ["pg_dump", "--format=custom", "--table=region", f"--file={file}", server], check=True
        )
    return file


def test_restoring_gives_back_what_the_backup_held(own_app, tmp_path):
    address = own_app.config["REGIONHUB"].database_url
    revision = factories.region().revision
    db.session.commit()
    copy = tmp_path / "kopia"
    backups.back_up(address, copy)
    db.session.execute(text("UPDATE region SET name = 'Ändrad'"))
    db.session.commit()
    db.session.remove()
    backups.restore(address, copy)
    restored = db.session.query(Region).one()
    assert restored.name == "Provregionen"
    assert restored.revision > revision


def test_what_a_newer_version_has_added_goes_when_going_back(own_app, tmp_path):
    address = own_app.config["REGIONHUB"].database_url
    factories.region()
    db.session.commit()
    copy = tmp_path / "kopia"
    backups.back_up(address, copy)
    db.session.execute(text("CREATE TABLE newer (region_id integer REFERENCES region (id))"))
    db.session.execute(text("INSERT INTO newer SELECT id FROM region"))
    db.session.commit()
    db.session.remove()
    backups.restore(address, copy)
    assert "newer" not in inspect(db.engine).get_table_names()
    assert db.session.query(Region).one().name == "Provregionen"


def test_a_backup_overwrites_nothing(own_app, tmp_path):
    copy = tmp_path / "kopia"
    copy.write_text("viktigt")
    with pytest.raises(Refused, match="finns redan"):
        backups.back_up(own_app.config["REGIONHUB"].database_url, copy)
    assert copy.read_text() == "viktigt"


def test_a_backup_to_nowhere_is_refused(own_app, tmp_path):
    with pytest.raises(Refused, match="kopia"):
        backups.back_up(own_app.config["REGIONHUB"].database_url, tmp_path / "borta" / "kopia")


def test_what_is_no_backup_is_refused_and_nothing_changes(own_app, tmp_path):
    address = own_app.config["REGIONHUB"].database_url
    factories.region()
    db.session.commit()
    db.session.remove()
    broken = tmp_path / "trasig"
    broken.write_bytes(b"inte en databas")
    with pytest.raises(Refused, match="Inget har ändrats"):
        backups.restore(address, broken)
    with pytest.raises(Refused, match="ingen hel säkerhetskopia"):
        backups.restore(address, of_nothing(address, tmp_path / "tom"))
    assert db.session.query(Region).one().name == "Provregionen"
