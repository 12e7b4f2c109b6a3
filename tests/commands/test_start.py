"""The app is put together without a look for garbage, and with one ever after."""

import gc

import pytest

from regionhub import start


@pytest.fixture(autouse=True)
def _as_before():
    yield
    gc.unfreeze()


def test_no_garbage_is_looked_for_while_loading():
    with start.loading():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_garbage_is_looked_for_again_when_loading_fails():
    with pytest.raises(ImportError), start.loading():
        raise ImportError
    assert gc.isenabled()


def test_the_app_follows_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("REGIONHUB_SECRET_KEY", "only for tests, only for tests, truly")
    monkeypatch.setenv("REGIONHUB_INSTANCE", str(tmp_path / "new"))
    app = start.create_app()
    assert app.instance_path == str(tmp_path / "new")
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700
    assert gc.isenabled()
