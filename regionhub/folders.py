"""Where templates and migrations lie: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def _either(name: str) -> Path:
    packed = PACKAGE / f"_{name}"
    return packed if packed.is_dir() else PACKAGE.parent / name


TEMPLATES = _either("templates")
MIGRATIONS = _either("migrations")
