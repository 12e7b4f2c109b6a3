"""Passwords: what is accepted, changed by oneself, or given by the office."""

import secrets

from regionhub.domain.errors import Refused
from regionhub.models import Account
from regionhub.services import changes, sign_ins, throttle
from regionhub.services.changes import Save

SHORTEST, LONGEST = 12, 200
_CONSONANTS, _VOWELS = "bdfghjklmnprstv", "aeiouy"


def check(password: str, *, field: str = "password") -> None:
    """Refuse a password that is too short to be safe or too long to be meant."""
    if len(password) < SHORTEST:
        raise Refused(
            f"Välj ett lösenord med minst {SHORTEST} tecken, gärna flera ord.", field=field
        )
    if len(password) > LONGEST:
        raise Refused(f"Lösenordet får ha högst {LONGEST} tecken.", field=field)


def made_up() -> str:
    """A password that can be read aloud over the telephone: "kofani-relatu-mipoda" (58 bits)."""
    return "-".join("".join(_syllable() for _ in range(3)) for _ in range(3))


def change_own(
    account: Account, *, old: str, new: str, came_from: str, this_session: str, save: Save
) -> None:
    """Change one's password; every other session of the account ends.

    Whoever sits at somebody's open session can guess no faster than at the door: the try is
    counted, which commits (see `throttle`).
    """
    check(new, field="new")
    this = throttle.count(account.email, came_from=came_from, now=save.at)
    if not sign_ins.matches(account.password_hash, old):
        raise Refused("Det gamla lösenordet stämmer inte. Skriv det igen.", field="old")
    throttle.forgive(this)
    account.password_hash = sign_ins.hash_password(new)
    sign_ins.end_others(account, keep=this_session)
    _log(account, "Bytte sitt lösenord", save)


def give(account: Account, *, password: str, save: Save) -> None:
    """Set a new password for somebody and sign them out everywhere."""
    check(password)
    account.password_hash = sign_ins.hash_password(password)
    sign_ins.end_others(account)
    _log(account, f"Gav {account.person.name} ett nytt lösenord", save)


def _syllable() -> str:
    return secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS)


def _log(account: Account, sentence: str, save: Save) -> None:
    # What the password was or is stands nowhere.
    changes.record(
        save,
        sentence,
        region_id=account.person.region_id,
        subject="account",
        subject_id=account.id,
    )
