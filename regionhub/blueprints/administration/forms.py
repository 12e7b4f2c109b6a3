"""The forms of administration."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import PasswordField, RadioField
from wtforms.fields.choices import SelectChoice

from regionhub.domain.permissions import GroupRole, Role
from regionhub.models import Account, Membership, Municipality, Person
from regionhub.services import accounts, regions
from regionhub.services.people import PersonWords
from regionhub.services.seats import SeatWords
from regionhub.web import clock
from regionhub.web.current import region
from regionhub.web.fields import OneOfField, VersionField, choices
from regionhub.web.forms import DayField, Form, LineField, Required, WithinLength

_NO_ROLE = ""
_NOWHERE = ""


class OfMunicipality(Form):
    """A form that asks for one of the region's municipalities, or for none."""

    municipality = OneOfField(_l("Kommun"), default=_NOWHERE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._places = {m.key: m for m in regions.municipalities(region(), clock.today().year)}
        named = [(key, place.name) for key, place in self._places.items()]
        self.municipality.choices = choices([(_NOWHERE, _l("Ingen kommun")), *named])

    @property
    def place(self) -> Municipality | None:
        """The municipality that was chosen."""
        return self._places.get(self.municipality.data)


class RoleForm(OfMunicipality):
    """What an account may do beyond its places in groups."""

    role = RadioField(
        _l("Roll utöver arbetsgrupperna"),
        choices=[
            SelectChoice(_NO_ROLE, _l("Ingen – rätten följer av platserna i grupperna")),
            *(SelectChoice(role.value, role.label) for role in accounts.GIVEN),
        ],
        default=_NO_ROLE,
        validate_choice=False,
    )
    municipality = OneOfField(
        _l("Kommun"), default=_NOWHERE, description=_l("Krävs för en kommunchef.")
    )
    version = VersionField()

    @property
    def wanted(self) -> Role | None:
        """The role that was chosen."""
        return next((role for role in accounts.GIVEN if role.value == self.role.data), None)


class AccountForm(RoleForm):
    """A new account for somebody whom the region knows."""

    email = LineField(
        _l("E-postadress"),
        [Required(_l("Skriv e-postadressen."))],
        description=_l("Den skrivs när personen loggar in."),
    )
    password = PasswordField(
        _l("Första lösenord"),
        [WithinLength(200)],
        description=_l("Lämna tomt, så hittar Regionhub på ett som visas en gång."),
    )


class NewcomerForm(AccountForm):
    """A new account for somebody new."""

    name = LineField(_l("Namn"), [Required(_l("Skriv personens namn."))])


class PasswordForm(Form):
    """A new password for somebody."""

    password = PasswordField(
        _l("Nytt lösenord"),
        [WithinLength(200)],
        description=_l("Lämna tomt, så hittar Regionhub på ett som visas en gång."),
    )


class PersonForm(OfMunicipality):
    """What is written about a person."""

    name = LineField(_l("Namn"), [Required(_l("Skriv personens namn."))])
    title = LineField(_l("Titel"))
    email = LineField(_l("E-postadress"), description=_l("Så når andra personen."))
    phone = LineField(_l("Telefon"))
    version = VersionField()

    @property
    def words(self) -> PersonWords:
        """What was written."""
        return PersonWords(
            name=self.name.data,
            email=self.email.data,
            phone=self.phone.data,
            title=self.title.data,
            municipality=self.place,
        )


class SeatForm(OfMunicipality):
    """A place in a group."""

    role = OneOfField(
        _l("Roll i gruppen"),
        choices=choices((role.value, role.label) for role in GroupRole),
        default=GroupRole.MEMBER.value,
    )
    starts = DayField(_l("Första dag"))
    ends = DayField(_l("Sista dag"), description=_l("Lämna tomt så länge platsen gäller."))
    note = LineField(_l("Anteckning"))
    version = VersionField()

    @property
    def words(self) -> SeatWords:
        """What was written."""
        return SeatWords(
            role=GroupRole(self.role.data),
            municipality=self.place,
            starts=self.starts.data,
            ends=self.ends.data,
            note=self.note.data,
        )


class NewSeatForm(SeatForm):
    """A place for somebody known, or for somebody new."""

    person = OneOfField(_l("Person"), default="")
    name = LineField(
        _l("Ny persons namn"), description=_l("Fyll i om personen inte finns i listan.")
    )

    def __init__(self, people: list[Person], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._people = {str(person.id): person for person in people}
        known = [(key, _known(person)) for key, person in self._people.items()]
        self.person.choices = choices([("", _l("Ny person …")), *known])

    @property
    def chosen(self) -> Person | None:
        """The person that was chosen in the list."""
        return self._people.get(self.person.data)


def role_words(account: Account) -> dict[str, Any]:
    """The account's role as the form holds it."""
    given = account.grants[0] if account.grants else None
    return {
        "role": given.role.value if given else _NO_ROLE,
        "municipality": _key(given.municipality) if given else _NOWHERE,
        "version": account.version,
    }


def person_words(person: Person) -> dict[str, Any]:
    """A person as the form holds it."""
    return {
        "name": person.name,
        "title": person.title,
        "email": person.email,
        "phone": person.phone,
        "municipality": _key(person.municipality),
        "version": person.version,
    }


def seat_words(place: Membership) -> dict[str, Any]:
    """A place as the form holds it."""
    return {
        "role": place.role.value,
        "municipality": _key(place.municipality),
        "starts": place.starts,
        "ends": place.ends,
        "note": place.note,
        "version": place.version,
    }


def _key(municipality: Municipality | None) -> str:
    return municipality.key if municipality is not None else _NOWHERE


def _known(person: Person) -> str:
    about = [person.title, person.municipality.name if person.municipality else ""]
    return ", ".join([person.name, *filter(None, about)])
