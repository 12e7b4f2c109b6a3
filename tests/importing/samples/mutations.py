"""Spoils good files in the ways that discs, networks, programs and people do."""

import io
import random
import zipfile

from tests.importing.samples.packages import zipped

_SPARKS = (b"\0", b"\xff", b"<", b">", b"&", b'"', b"-1", b"99999999999", b"&#0;", b"]]>", b"PK")


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A copy of the file with one to five faults, the zip around it whole or not."""
    if data.startswith(b"PK") and chance.random() < 2 / 3:
        return _with_spoilt_parts(data, chance)
    return _spoilt(data, chance)


def _with_spoilt_parts(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    names = [name for name in parts if parts[name]]
    chosen, other = chance.sample(names, 2)
    match chance.randrange(4):
        case 0:
            parts[chosen], parts[other] = parts[other], parts[chosen]
        case 1:
            del parts[chosen]
        case _:
            parts[chosen] = _spoilt(bytes(parts[chosen]), chance)
    return zipped(parts, zipfile.ZIP_STORED)


def _spoilt(data: bytes, chance: random.Random) -> bytes:
    copy = bytearray(data)
    for _fault in range(chance.randint(1, 5)):
        place = chance.randrange(len(copy) + 1)
        match chance.randrange(5):
            case 0:
                copy[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                copy[place:place] = chance.choice(_SPARKS)
            case 2:
                del copy[place : place + chance.randint(1, 40)]
            case 3:
                elsewhere = chance.randrange(len(copy) + 1)
                copy[place:place] = copy[elsewhere : elsewhere + chance.randint(1, 400)]
            case 4 if chance.random() < 1 / 4:
                del copy[place:]
            case _:
                digits = [
                    at
                    for at in range(place, min(place + 200, len(copy)))
                    if copy[at : at + 1].isdigit()
                ]
                for at in digits[:3]:
                    copy[at] = ord(chance.choice("0123456789-x"))
    return bytes(copy)
