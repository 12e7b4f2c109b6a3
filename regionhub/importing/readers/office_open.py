"""Finds the parts of a Word or Excel file by their relations, since names and places vary."""

import posixpath
from dataclasses import dataclass

from regionhub.importing.readers.package import Package


@dataclass(frozen=True, slots=True)
class Relation:
    """One part's reference to another. `kind` is the last word of its type, such as "styles"."""

    id: str
    kind: str
    target: str


def relations(package: Package, part: str = "") -> list[Relation]:
    """What a part (or, without one, the file itself) refers to inside the file."""
    folder, name = posixpath.split(part)
    listing = posixpath.join(folder, "_rels", f"{name}.rels")
    if listing not in package.names:
        return []
    found = []
    for element in package.tree(listing):
        target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))[1:]
        if element.get("TargetMode") != "External" and target in package.names:
            kind = element.get("Type", "").rpartition("/")[2]
            found.append(Relation(element.get("Id", ""), kind, target))
    return found


def main_part(package: Package) -> str | None:
    """The name of the part that the file is about, or None when it names none."""
    kinds = {relation.kind: relation.target for relation in relations(package)}
    return kinds.get("officeDocument")


def has_macros(package: Package) -> bool:
    """Whether the file carries a macro project, which nobody here opens."""
    return any(name.lower().endswith("vbaproject.bin") for name in package.names)
