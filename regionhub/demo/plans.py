"""The demo's work plans: their rows as first written, and their way to acceptance and closing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from regionhub.demo import happenings, stories
from regionhub.demo.happenings import Happening
from regionhub.demo.people import People
from regionhub.demo.stage import Stage, name
from regionhub.demo.stories import GroupStory
from regionhub.domain.indicators import Direction, Reckoning
from regionhub.domain.permissions import Actor
from regionhub.domain.plan_state import PlanState
from regionhub.domain.plantime.reader import read
from regionhub.domain.report_state import ReportState
from regionhub.extensions import db
from regionhub.importing.owners import split_owners
from regionhub.importing.vocabulary import Vocabulary
from regionhub.models import (
    Activity,
    Cell,
    FollowUpPeriod,
    Goal,
    Group,
    Indicator,
    OverarchingGoal,
    Person,
    PlanPurpose,
    WorkPlan,
)
from regionhub.services import owner_matching

# A plan is drafted, sent in and accepted in the year before it, reported at its end, then closed.
_CREATED, _SUBMITTED, _RETURNED, _ACCEPTED = "10-20", "11-14", "11-18", "12-02"
_REPORTED, _REPORT_SUBMITTED, _REPORT_DECIDED = "12-05", "12-09", "12-17"
_CLOSED = "01-21"
_JUDGED_AFTER = timedelta(days=8)


@dataclass(frozen=True, slots=True)
class Frame:
    """What every plan of the demo is laid in."""

    stage: Stage
    people: People
    this_year: int
    vocabulary: Vocabulary
    known: Mapping[str, Person]
    overarching_goals: Mapping[int, OverarchingGoal]
    periods: Mapping[tuple[int, str], FollowUpPeriod]


@dataclass(frozen=True, slots=True)
class _Desk:
    """One plan being written."""

    frame: Frame
    group: Group
    plan: WorkPlan
    leader: Actor

    @property
    def surely(self) -> bool:
        """Only in the running year does something lie ahead."""
        return self.plan.year != self.frame.this_year

    def let(self, day: str, year: int, actor: Actor, happening: Happening) -> None:
        """Let something happen on a day ("12-02"), or by now if that day is still to come."""
        self.frame.stage.at(stories.on(day, year), actor, happening, surely=True)

    def words(self, text: str) -> str:
        return text.replace("{year}", str(self.plan.year))


def lay(frame: Frame, group: Group, story: GroupStory, year: int) -> None:
    """Write one plan and let its year happen."""
    told = story.plans[year]
    created = frame.stage.moment(stories.on(_CREATED, year - 1))
    plan = WorkPlan(
        year=year,
        title=f"Verksamhetsplan {year} för {group.name}",
        area=story.area,
        remarks=story.remarks,
        created_at=created,
        updated_at=created,
    )
    plan.group = group
    db.session.add(plan)
    desk = _Desk(frame, group, plan, frame.people.leaders[group.key])
    for position, purpose in enumerate(story.purposes):
        row = PlanPurpose(position=position, text=purpose["text"])
        row.serves = [frame.overarching_goals[number] for number in purpose["serves"]]
        plan.purposes.append(row)
    plan.goals = [_goal(desk, place, goal) for place, goal in enumerate(told["goals"])]
    plan.activities = [
        _activity(desk, place, activity) for place, activity in enumerate(told["activities"])
    ]
    db.session.flush()
    for goal, goal_told in zip(plan.goals, told["goals"], strict=True):
        _follow_goal(desk, goal, goal_told)
    for activity, activity_told in zip(plan.activities, told["activities"], strict=True):
        _follow_activity(desk, activity, activity_told)
    _decide(desk, told)


def _goal(desk: _Desk, position: int, told: Mapping[str, Any]) -> Goal:
    goal = Goal(
        position=position,
        heading=told.get("heading", ""),
        text=told["text"],
        resources=told.get("resources", ""),
        risk_text=told.get("risk", ""),
        risk_likelihood=told.get("likelihood"),
        risk_consequence=told.get("consequence"),
        risk_action=told.get("action", ""),
        risk_action_owner=told.get("action_owner", ""),
    )
    if "action_due" in told:
        goal.risk_action_due = stories.on(told["action_due"], desk.plan.year)
    goal.when = read(desk.words(told["when"]), year=desk.plan.year)
    goal.serves = [desk.frame.overarching_goals[number] for number in told["serves"]]
    if "indicator" in told:
        goal.indicators.append(_indicator(told["indicator"]))
    return goal


def _indicator(told: Mapping[str, Any]) -> Indicator:
    return Indicator(
        name=told["name"],
        unit=told["unit"],
        baseline=Decimal(str(told["baseline"])),
        target=Decimal(str(told["target"])),
        direction=Direction(told["direction"]),
        reckoning=Reckoning(told.get("reckoning", "level")),
    )


def _activity(desk: _Desk, position: int, told: Mapping[str, Any]) -> Activity:
    plan = desk.plan
    activity = Activity(
        uid=name(f"{desk.group.key} {plan.year} {position}"),
        position=position,
        section=told.get("section", ""),
        title=told["title"],
        description=told.get("description", ""),
        owner_text=told["owner"],
        updated_at=plan.created_at,
    )
    activity.when = read(desk.words(told["when"]), year=plan.year)
    activity.goals = [plan.goals[number - 1] for number in told.get("goals", ())]
    for place, (key, cell_told) in enumerate(told.get("cells", {}).items()):
        cell = Cell(position=place, owner_text=cell_told.get("owner", ""))
        cell.municipality = desk.frame.people.places[key]
        cell.when = read(desk.words(cell_told.get("when", "")), year=plan.year)
        activity.cells.append(cell)
    return activity


def _follow_goal(desk: _Desk, goal: Goal, told: Mapping[str, Any]) -> None:
    stage, surely = desk.frame.stage, desk.surely
    for indicator in goal.indicators:
        for point in stories.points(told["indicator"], desk.plan.year):
            place = desk.frame.people.places[point.municipality] if point.municipality else None
            stage.at(point.day, desk.leader, happenings.measured(indicator, point, place))
    for judged in stories.judgements(told.get("judged", ())):
        period = desk.frame.periods[desk.plan.year, judged.period]
        stage.at(
            period.as_of + _JUDGED_AFTER,
            desk.leader,
            happenings.judged(goal, period, judged),
            surely=surely,
        )


def _follow_activity(desk: _Desk, activity: Activity, told: Mapping[str, Any]) -> None:
    frame, year = desk.frame, desk.plan.year
    _own(desk, activity)
    for event in stories.events(told.get("story", ()), year):
        happening = happenings.updated(activity, event)
        frame.stage.at(event.day, desk.leader, happening, surely=desk.surely)
    for cell, cell_told in zip(activity.cells, told.get("cells", {}).values(), strict=True):
        _own(desk, cell)
        teller = frame.people.members[desk.group.key, cell.municipality.key]
        for event in stories.events(cell_told.get("story", ()), year):
            frame.stage.at(
                event.day, teller, happenings.cell_updated(cell, event), surely=desk.surely
            )


def _own(desk: _Desk, owned: Activity | Cell) -> None:
    names = [person.name for person in desk.frame.known.values()]
    drafts = split_owners(
        owned.owner_text, desk.frame.vocabulary, group=desk.group.key, known_names=names
    )
    owner_matching.give(owned, drafts, desk.frame.known)


def _decide(desk: _Desk, told: Mapping[str, Any]) -> None:
    """The plan's way, as far as it has come."""
    plan, office = desk.plan, desk.frame.people.office
    usual = PlanState.CLOSED if plan.year < desk.frame.this_year else PlanState.ACCEPTED
    state = PlanState(told.get("state", usual))
    desk.let(_CREATED, plan.year - 1, desk.leader, happenings.plan_begun(plan))
    if state is PlanState.DRAFT:
        return
    desk.let(_SUBMITTED, plan.year - 1, desk.leader, happenings.plan_submitted(plan))
    if state is PlanState.RETURNED:
        returned = happenings.plan_returned(plan, told["returned_reason"])
        desk.let(_RETURNED, plan.year - 1, office, returned)
        return
    desk.let(_ACCEPTED, plan.year - 1, office, happenings.plan_accepted(plan))
    if "report" in told:
        _report(desk, dict(told["report"]))
    if state is PlanState.CLOSED:
        desk.let(_CLOSED, plan.year + 1, office, happenings.plan_closed(plan))


def _report(desk: _Desk, told: dict[str, str]) -> None:
    """The year-end report's way: `told` is its state, why it was returned, and its texts."""
    region, plan, office = desk.frame.people.region, desk.plan, desk.frame.people.office
    state, reason = ReportState(told.pop("state")), told.pop("returned_reason", "")
    desk.let(_REPORTED, plan.year, desk.leader, happenings.report_written(region, plan, told))
    if state is ReportState.DRAFT:
        return
    desk.let(_REPORT_SUBMITTED, plan.year, desk.leader, happenings.report_submitted(region, plan))
    if state is ReportState.RETURNED:
        returned = happenings.report_returned(region, plan, reason)
        desk.let(_REPORT_DECIDED, plan.year, office, returned)
    elif state is ReportState.APPROVED:
        desk.let(_REPORT_DECIDED, plan.year, office, happenings.report_approved(region, plan))
