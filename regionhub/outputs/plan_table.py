"""A plan as the groups lay it out: who they are, what they want, and one row an activity.

Plain values, the same for Word and Excel. All text is as people wrote it.
"""

from dataclasses import dataclass
from datetime import date

from regionhub.outputs.plain_text import one_line, with_further_lines

NO_SECTION = "Utan område"
LONGEST_HEADING = 9  # words


@dataclass(frozen=True, slots=True)
class PlanPerson:
    """A contact person or member; `municipality` is the name as it is written ("Umeå")."""

    name: str
    municipality: str = ""
    title: str = ""
    phone: str = ""
    email: str = ""
    period: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlanPurpose:
    """A part of the purpose.

    `overarching_goals` are the numbers of those it serves, to be given where the text itself
    does not say so: they are written before it.
    """

    text: str
    overarching_goals: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanGoal:
    """A goal, and the heading that it stands under."""

    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One municipality's share of an activity."""

    municipality: str
    text: str = ""
    when: str = ""
    owner: str = ""
    status: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class PlanActivity:
    """An activity; `when` and `owner` are the words as written, `status` the word shown."""

    text: str
    section: str = ""
    when: str = ""
    owner: str = ""
    status: str = ""
    status_date: date | None = None
    comment: str = ""
    rows: tuple[PlanRow, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanTable:
    """A group's plan of a year. `dated` is the day the file stands for, never today by itself."""

    title: str
    group: str
    region: str
    year: int
    dated: date
    contacts: tuple[PlanPerson, ...] = ()
    members: tuple[PlanPerson, ...] = ()
    area: str = ""
    purposes: tuple[PlanPurpose, ...] = ()
    goals: tuple[PlanGoal, ...] = ()
    activities: tuple[PlanActivity, ...] = ()
    remarks: str = ""
    language: str = "sv"


@dataclass(frozen=True, slots=True)
class PartLine:
    """A line of one of the plan's parts: an item of a list, a heading within it, or plain text."""

    text: str
    bullet: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class PlanPart:
    """A part of the plan that is text: its heading and lines."""

    heading: str
    lines: tuple[PartLine, ...]


@dataclass(frozen=True, slots=True)
class ActivityGrid:
    """The activities as a table: names of the columns, their widths in letters, and the rows.

    A row for a municipality has no activity of its own: it belongs to the one above.
    """

    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


def plan_parts(plan: PlanTable) -> tuple[PlanPart, ...]:
    """What stands before the activities, in the groups' own order."""
    return (
        PlanPart("Verksamhetsområde", plain_lines(plan.area)),
        PlanPart("Avsikt/Syfte", _purpose_lines(plan.purposes)),
        PlanPart(f"Mål {plan.year}", _goal_lines(plan.goals)),
    )


def plain_lines(text: str) -> tuple[PartLine, ...]:
    """A text line by line."""
    return tuple(PartLine(line) for line in text.splitlines() if line.strip())


def activity_grid(plan: PlanTable) -> ActivityGrid:
    """The activities in the groups' own columns, with area and municipality where they are used."""
    has_sections = any(activity.section for activity in plan.activities)
    has_rows = any(activity.rows for activity in plan.activities)
    columns = [("Aktivitet", 34), ("Genomfört", 16), ("Ansvarig", 20), ("Status", 26)]
    columns.append(("Kommentar", 20))
    if has_sections:
        columns.insert(0, ("Område", 16))
    if has_rows:
        columns.insert(2 if has_sections else 1, ("Kommun", 15))
    rows = [
        _chosen(row, has_sections=has_sections, has_rows=has_rows)
        for activity in plan.activities
        for row in _rows(activity)
    ]
    names, widths = zip(*columns, strict=True)
    return ActivityGrid(names, widths, tuple(rows))


def person_line(person: PlanPerson) -> str:
    """The person on one line, in the groups' order: name, municipality, title, phone, e-mail."""
    told = (
        person.name,
        _whose_kommun(person.municipality),
        person.title,
        person.phone,
        person.email,
        person.period,
    )
    line = ", ".join(one_line(text) for text in told if text.strip())
    return f"{line} ({one_line(person.note)})" if person.note.strip() else line


def row_label(row: PlanRow) -> str:
    """The municipality and, where there are any, its own words for the activity."""
    text = one_line(row.text)
    if not text:
        return row.municipality
    return text if row.municipality in text else f"{row.municipality}: {text}"


def _purpose_lines(purposes: tuple[PlanPurpose, ...]) -> tuple[PartLine, ...]:
    """Each part of the purpose as an item of its own, unless headings tell them apart."""
    texts = [_purpose_text(purpose) for purpose in purposes]
    if len(texts) == 1 or all(_begins_with_heading(text) for text in texts):
        return tuple(
            PartLine(line, bullet=place > 0)
            for text in texts
            for place, line in enumerate(text.splitlines())
        )
    return tuple(PartLine(one_line(text), bullet=True) for text in texts)


def _purpose_text(purpose: PlanPurpose) -> str:
    if not purpose.overarching_goals:
        return purpose.text
    *first, last = (str(number) for number in purpose.overarching_goals)
    numbers = f"{', '.join(first)} och {last}" if first else last
    prefix = f"Övergripande mål {numbers}: "
    return purpose.text if purpose.text.startswith(prefix) else prefix + purpose.text


def _begins_with_heading(text: str) -> bool:
    first, *rest = text.splitlines() or [""]
    return bool(rest) and len(first.split()) <= LONGEST_HEADING and not first.endswith(".")


def _goal_lines(goals: tuple[PlanGoal, ...]) -> tuple[PartLine, ...]:
    """Each goal as an item of a list, beneath its heading where it has one.

    A goal without heading that follows one with a heading is no item: it leaves that list.
    """
    lines: list[PartLine] = []
    heading = ""
    for goal in goals:
        if goal.heading and goal.heading != heading:
            lines.append(PartLine(one_line(goal.heading), bold=True))
        left_list = not goal.heading and any(line.bold for line in lines)
        lines.append(PartLine(with_further_lines(goal.text), bullet=not left_list))
        heading = goal.heading
    return tuple(lines)


def _whose_kommun(name: str) -> str:
    """The municipality in full: "Vindelns kommun", but "Umeå kommun" and "Vännäs kommun"."""
    if not name:
        return ""
    return f"{name} kommun" if name[-1].casefold() in "aeiouyåäösxz" else f"{name}s kommun"


def _rows(activity: PlanActivity) -> list[tuple[str, ...]]:
    """Cells in full: area, activity, municipality, when, who, status, comment."""
    dated = f" {activity.status_date.isoformat()}" if activity.status_date else ""
    own = (
        one_line(activity.section) or NO_SECTION,
        one_line(activity.text),
        "",
        activity.when,
        activity.owner,
        f"{activity.status}{dated}".strip(),
        activity.comment,
    )
    shares = [
        ("", "", row_label(row), row.when, row.owner, row.status, row.comment)
        for row in activity.rows
    ]
    return [own, *shares]


def _chosen(row: tuple[str, ...], *, has_sections: bool, has_rows: bool) -> tuple[str, ...]:
    area, text, municipality, *rest = row
    return (
        *((area,) if has_sections else ()),
        text,
        *((municipality,) if has_rows else ()),
        *rest,
    )
