"""The directions of import in `pyproject.toml` hold."""

from importlinter.cli import lint_imports


def test_data_runs_one_way_through_the_house(checkout, monkeypatch, capsys):
    monkeypatch.chdir(checkout)
    broken = lint_imports(config_filename="pyproject.toml", cache_dir=None)
    assert broken == 0, capsys.readouterr().out
