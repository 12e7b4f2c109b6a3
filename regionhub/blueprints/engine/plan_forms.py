"""The forms that write what a plan says."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FieldList, FormField, StringField
from wtforms import Form as Part
from wtforms.fields.choices import SelectChoice

from regionhub.domain import plan_state
from regionhub.domain.indicators import Direction, Reckoning
from regionhub.models import Activity, Goal, Indicator, Municipality, OverarchingGoal, WorkPlan
from regionhub.services import activities, goals, indicators
from regionhub.web.fields import (
    CheckboxesField,
    NumberField,
    OneOfField,
    VersionField,
    choices,
)
from regionhub.web.forms import DayField, Form, LineField, Required, TextField, WithinLength, clean

LONGEST_TITLE = 500
_SCALE = choices([("", _l("Inte bedömt")), *((step, step) for step in "1234")])


class PlanChangeForm(Form):
    """The parent of forms that change a plan: an accepted one asks for the reason."""

    version = VersionField()
    reason = TextField(
        _l("Varför ändras den antagna planen?"),
        [Required(_l("Skriv varför den antagna planen ändras."))],
        description=_l("Skälet står kvar i planen som en numrerad revision."),
    )

    def __init__(self, plan: WorkPlan, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        if not plan_state.needs_reason(plan.state):
            del self.reason

    @property
    def why(self) -> str:
        """The reason given, or "" where none is asked for."""
        return self.reason.data if self.reason else ""


class PurposeForm(Part):
    """One purpose and the overarching goals that it serves."""

    text = TextField(_l("Vad vill gruppen uppnå?"))
    serves = CheckboxesField(_l("Bidrar till"), coerce=int)


class AboutForm(PlanChangeForm):
    """What stands about the group in its plan."""

    area = TextField(_l("Verksamhetsområde"), description=_l("Vad gruppen arbetar med."))
    purposes = FieldList(FormField(PurposeForm), max_entries=50)
    remarks = TextField(_l("Anmärkningar"))

    def __init__(self, plan: WorkPlan, overarching: list[OverarchingGoal], **kwargs: Any) -> None:
        super().__init__(plan, **kwargs)
        if not self.is_submitted():
            self.purposes.append_entry()
        for entry in self.purposes:
            entry.form.serves.choices = served_choices(overarching)


class ActivityForm(PlanChangeForm):
    """An activity as the group writes it."""

    title = StringField(
        _l("Vad ska göras?"),
        [Required(_l("Skriv vad som ska göras.")), WithinLength(LONGEST_TITLE)],
        filters=[clean],
    )
    description = TextField(_l("Beskrivning"))
    when = LineField(
        _l("När?"),
        description=_l("Skriv som ni brukar: ”Vecka 44”, ”slutet av maj”, ”löpande”."),
    )
    owner_text = LineField(
        _l("Ansvarig"), description=_l("En eller flera, skilda åt med komma eller snedstreck.")
    )
    goal_ids = CheckboxesField(_l("Leder mot målen"), coerce=int)
    municipality_ids = CheckboxesField(
        _l("Delas upp på kommuner"),
        coerce=int,
        description=_l("Varje vald kommun får ett eget läge. Välj ingen om det görs gemensamt."),
    )
    section = LineField(
        _l("Avsnitt"), description=_l("Rubrik som aktiviteten står under i planen.")
    )

    def __init__(self, plan: WorkPlan, municipalities: list[Municipality], **kwargs: Any) -> None:
        super().__init__(plan, **kwargs)
        self.goal_ids.choices = choices((goal.id, _label(goal)) for goal in plan.goals)
        self.municipality_ids.choices = choices((p.id, p.name) for p in municipalities)
        if not plan.goals:
            del self.goal_ids

    def wanted(self) -> activities.Wanted:
        """What the form asks for."""
        return activities.Wanted(
            title=self.title.data,
            description=self.description.data,
            section=self.section.data,
            when=self.when.data,
            owner_text=self.owner_text.data,
            goal_ids=tuple(self.goal_ids.data or ()) if self.goal_ids else (),
            municipality_ids=tuple(self.municipality_ids.data or ()),
        )


class GoalForm(PlanChangeForm):
    """A goal as the group writes it, with what SMART asks."""

    text = TextField(
        _l("Vad ska vara uppnått?"),
        [Required(_l("Skriv vad som ska vara uppnått."))],
        description=_l("Säg det så att det går att se efteråt om det blev så."),
    )
    heading = LineField(_l("Kort namn på målet"))
    when = LineField(_l("När ska målet vara nått?"), description=_l("Till exempel ”31 december”."))
    serves_ids = CheckboxesField(_l("Bidrar till övergripande mål"), coerce=int)
    resources = TextField(_l("Vilka resurser finns?"))
    risk_text = TextField(_l("Vad kan gå fel?"))
    risk_likelihood = OneOfField(
        _l("Hur sannolikt är det?"), choices=_SCALE, description=_l("1 är osannolikt, 4 troligt.")
    )
    risk_consequence = OneOfField(
        _l("Hur allvarligt blir det?"), choices=_SCALE, description=_l("1 är lindrigt, 4 svårt.")
    )
    risk_action = TextField(
        _l("Vad gör gruppen åt risken?"),
        description=_l("Behövs när sannolikhet × allvar är över 8."),
    )
    risk_action_owner = LineField(_l("Vem svarar för åtgärden?"))
    risk_action_due = DayField(_l("När ska åtgärden vara gjord?"))

    def __init__(self, plan: WorkPlan, overarching: list[OverarchingGoal], **kwargs: Any) -> None:
        super().__init__(plan, **kwargs)
        self.serves_ids.choices = served_choices(overarching)

    def wanted(self) -> goals.Wanted:
        """What the form asks for."""
        return goals.Wanted(
            text=self.text.data,
            heading=self.heading.data,
            when=self.when.data,
            serves_ids=tuple(self.serves_ids.data or ()),
            resources=self.resources.data,
            risk_text=self.risk_text.data,
            risk_likelihood=_step(self.risk_likelihood.data),
            risk_consequence=_step(self.risk_consequence.data),
            risk_action=self.risk_action.data,
            risk_action_owner=self.risk_action_owner.data,
            risk_action_due=self.risk_action_due.data,
        )


class IndicatorForm(PlanChangeForm):
    """How a goal is measured."""

    name = LineField(_l("Vad mäts?"), [Required(_l("Skriv vad som mäts."))])
    unit = LineField(_l("Enhet"), description=_l("Till exempel %, antal eller Mkr."))
    baseline = NumberField(_l("Utgångsvärde"))
    target = NumberField(_l("Målvärde"), description=_l("Nivån som ska nås."))
    direction = OneOfField(_l("Riktning"), choices=choices((d.value, d.label) for d in Direction))
    reckoning = OneOfField(
        _l("Hur förändringen räknas"),
        choices=choices((r.value, r.label) for r in Reckoning),
        description=_l("Från 60 % till 70 % är 10 procentenheter."),
    )

    def wanted(self) -> indicators.Wanted:
        """What the form asks for."""
        return indicators.Wanted(
            name=self.name.data,
            unit=self.unit.data,
            baseline=self.baseline.data,
            target=self.target.data,
            direction=Direction(self.direction.data),
            reckoning=Reckoning(self.reckoning.data),
        )


class ReasonForm(Form):
    """One question before something that is hard to undo."""

    version = VersionField()
    reason = TextField(_l("Varför?"), [Required(_l("Skriv varför."))])


def activity_words(activity: Activity) -> dict[str, Any]:
    """An activity as the form's values."""
    return {
        "version": activity.version,
        "title": activity.title,
        "description": activity.description,
        "section": activity.section,
        "when": activity.when_text,
        "owner_text": activity.owner_text,
        "goal_ids": [goal.id for goal in activity.goals],
        "municipality_ids": [cell.municipality_id for cell in activity.cells],
    }


def goal_words(goal: Goal) -> dict[str, Any]:
    """A goal as the form's values."""
    return {
        "version": goal.version,
        "text": goal.text,
        "heading": goal.heading,
        "when": goal.when_text,
        "serves_ids": [served.id for served in goal.serves],
        "resources": goal.resources,
        "risk_text": goal.risk_text,
        "risk_likelihood": str(goal.risk_likelihood or ""),
        "risk_consequence": str(goal.risk_consequence or ""),
        "risk_action": goal.risk_action,
        "risk_action_owner": goal.risk_action_owner,
        "risk_action_due": goal.risk_action_due,
    }


def indicator_words(indicator: Indicator) -> dict[str, Any]:
    """An indicator as the form's values."""
    return {
        "version": indicator.version,
        "name": indicator.name,
        "unit": indicator.unit,
        "baseline": indicator.baseline,
        "target": indicator.target,
        "direction": indicator.direction.value,
        "reckoning": indicator.reckoning.value,
    }


def about_words(plan: WorkPlan) -> dict[str, Any]:
    """What stands about the group, as the form's values."""
    return {
        "version": plan.version,
        "area": plan.area,
        "remarks": plan.remarks,
        "purposes": [
            {"text": purpose.text, "serves": [goal.id for goal in purpose.serves]}
            for purpose in plan.purposes
        ],
    }


def served_choices(overarching: list[OverarchingGoal]) -> list[SelectChoice]:
    """The overarching goals as choices."""
    return choices((goal.id, f"{goal.number}. {goal.text}") for goal in overarching)


def _label(goal: Goal) -> str:
    return f"{goal.heading}: {goal.text}" if goal.heading else goal.text


def _step(written: str) -> int | None:
    return int(written) if written else None
