"""Copy the assets that package.json names into the tree, and lock their checksums.

    python scripts/vendor_assets.py

Needs npm and the network; Regionhub itself needs neither, since the copies are committed.
The lock names package, version, file and SHA-256, never the registry they came from.
"""

import hashlib
import json
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "vendored.lock.json"


class Asset(NamedTuple):
    """One committed file, made of one or more files of an npm package."""

    package: str
    sources: tuple[str, ...]
    target: str


STATIC = "regionhub/static"
PDF_FONTS = "regionhub/outputs/fonts"
TEST_VENDOR = "tests/support/vendor"

# The parts of Designsystemet that our forms are made of; the theme and the rest are our own.
DESIGNSYSTEMET_PARTS = (
    "base",
    "button",
    "error-summary",
    "field",
    "fieldset",
    "input",
    "label",
    "validation-message",
)

ASSETS = (
    Asset(
        "@digdir/designsystemet-css",
        tuple(f"dist/src/{part}.css" for part in DESIGNSYSTEMET_PARTS),
        f"{STATIC}/vendor/designsystemet.css",
    ),
    Asset("@digdir/designsystemet-css", ("LICENSE",), f"{STATIC}/vendor/designsystemet.LICENSE"),
    Asset("htmx.org", ("dist/htmx.min.js",), f"{STATIC}/vendor/htmx.min.js"),
    Asset("htmx.org", ("LICENSE",), f"{STATIC}/vendor/htmx.LICENSE"),
    Asset(
        "inter-ui",
        ("variable-latin/InterVariable-subset.woff2",),
        f"{STATIC}/fonts/inter.woff2",
    ),
    Asset(
        "inter-ui",
        ("variable-latin/InterVariable-Italic-subset.woff2",),
        f"{STATIC}/fonts/inter-italic.woff2",
    ),
    Asset("inter-ui", ("LICENSE.txt",), f"{STATIC}/fonts/inter.LICENSE"),
    Asset(
        "@expo-google-fonts/inter",
        ("400Regular/Inter_400Regular.ttf",),
        f"{PDF_FONTS}/Inter-Regular.ttf",
    ),
    Asset(
        "@expo-google-fonts/inter",
        ("400Regular_Italic/Inter_400Regular_Italic.ttf",),
        f"{PDF_FONTS}/Inter-Italic.ttf",
    ),
    Asset(
        "@expo-google-fonts/inter",
        ("600SemiBold/Inter_600SemiBold.ttf",),
        f"{PDF_FONTS}/Inter-SemiBold.ttf",
    ),
    Asset(
        "@expo-google-fonts/inter",
        ("700Bold/Inter_700Bold.ttf",),
        f"{PDF_FONTS}/Inter-Bold.ttf",
    ),
    Asset("@expo-google-fonts/inter", ("LICENSE_FONT",), f"{PDF_FONTS}/Inter.LICENSE"),
    Asset(
        "@expo-google-fonts/noto-emoji",
        ("400Regular/NotoEmoji_400Regular.ttf",),
        f"{PDF_FONTS}/NotoEmoji-Regular.ttf",
    ),
    Asset("@expo-google-fonts/noto-emoji", ("LICENSE_FONT",), f"{PDF_FONTS}/NotoEmoji.LICENSE"),
    Asset("axe-core", ("axe.min.js",), f"{TEST_VENDOR}/axe.min.js"),
    Asset("axe-core", ("LICENSE",), f"{TEST_VENDOR}/axe.LICENSE"),
)


def main() -> None:
    """Fetch every package once, write the assets and their lock."""
    versions = wanted_versions()
    with TemporaryDirectory() as scratch:
        folders = {
            package: unpacked(package, version, Path(scratch))
            for package, version in versions.items()
        }
        for asset in ASSETS:
            copy(asset, folders[asset.package])
    LOCK.write_text(json.dumps(locked(versions), indent=2) + "\n", encoding="utf-8")


def wanted_versions() -> dict[str, str]:
    """Package name to exact version, as package.json says."""
    declared = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    return {**declared["dependencies"], **declared["devDependencies"]}


def unpacked(package: str, version: str, scratch: Path) -> Path:
    """Fetch one package with npm and return the folder that holds its files."""
    folder = scratch / package.replace("/", "-")
    folder.mkdir()
    subprocess.run(  # noqa: S603 - name and version are our own
        ["npm", "pack", f"{package}@{version}", "--silent"],  # noqa: S607
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    (archive,) = folder.glob("*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / "package"


def copy(asset: Asset, folder: Path) -> None:
    """Write one asset; a file made of several CSS parts is layered, so our theme wins over it."""
    parts = [(folder / source).read_bytes() for source in asset.sources]
    content = parts[0] if len(parts) == 1 else b"@layer ds{%s}\n" % b"\n".join(parts)
    target = ROOT / asset.target
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def locked(versions: dict[str, str]) -> list[dict[str, str]]:
    """What the lock says of each asset, in the order of the assets."""
    return [
        {
            "package": asset.package,
            "version": versions[asset.package],
            "file": asset.target,
            "sha256": hashlib.sha256((ROOT / asset.target).read_bytes()).hexdigest(),
        }
        for asset in ASSETS
    ]


if __name__ == "__main__":
    main()
