"""Goals: found in their plan, seen with the eyes of SMART, written and ordered."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload
from sqlalchemy.orm.attributes import flag_modified

from regionhub.domain import plan_state
from regionhub.domain.errors import NotFound, Refused
from regionhub.domain.plantime.reader import read
from regionhub.domain.smart import ACTION_NEEDED_ABOVE, GoalFacts, Letter, letters, risk_score
from regionhub.domain.swedish import listed
from regionhub.extensions import db
from regionhub.models import Activity, Goal, Indicator, Judgement, Region, WorkPlan
from regionhub.services import changes, differences, ordering, regions, revisions, versions
from regionhub.services.changes import Save
from regionhub.services.differences import Difference


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal with what follows from it: its letters, the latest judgement, and its activities."""

    goal: Goal
    letters: tuple[Letter, ...]
    latest: Judgement | None
    activities: tuple[Activity, ...]

    @property
    def unclear(self) -> list[Letter]:
        """The letters that the group itself can make clearer; acceptance is not its own to give."""
        return [letter for letter in self.letters if not letter.met and letter.letter != "A"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants a goal to say."""

    text: str
    heading: str = ""
    when: str = ""
    serves_ids: tuple[int, ...] = ()
    resources: str = ""
    risk_text: str = ""
    risk_likelihood: int | None = None
    risk_consequence: int | None = None
    risk_action: str = ""
    risk_action_owner: str = ""
    risk_action_due: date | None = None


def of_plan(plan: WorkPlan, goal_id: int) -> Goal:
    """A goal of this very plan, with its indicators, measurements and judgements."""
    goal = db.session.scalars(
        select(Goal)
        .where(Goal.id == goal_id, Goal.plan_id == plan.id)
        .options(
            selectinload(Goal.indicators).selectinload(Indicator.measurements),
            selectinload(Goal.judgements).joinedload(Judgement.period, innerjoin=True),
        )
    ).first()
    if goal is None:
        raise NotFound("Målet finns inte i den här planen.")
    return goal


def views(plan: WorkPlan) -> list[GoalView]:
    """Every goal of a plan whose activities and goals have been loaded."""
    return [view(goal, [a for a in plan.activities if goal in a.goals]) for goal in plan.goals]


def view(goal: Goal, activities: Iterable[Activity]) -> GoalView:
    """The goal as pages show it."""
    latest = max(goal.judgements, key=lambda judgement: judgement.period.as_of, default=None)
    return GoalView(goal, letters(facts_of(goal)), latest, tuple(activities))


def facts_of(goal: Goal) -> GoalFacts:
    """What the rules of SMART need to know of a goal."""
    return GoalFacts(
        text=goal.text,
        indicators=len(goal.indicators),
        accepted_on=goal.accepted_on,
        accepted_by=goal.accepted_by,
        resources=goal.resources,
        risk_likelihood=goal.risk_likelihood,
        risk_consequence=goal.risk_consequence,
        risk_action=goal.risk_action,
        due=goal.when_end,
    )


def create(plan: WorkPlan, wanted: Wanted, *, region: Region, reason: str = "", save: Save) -> Goal:
    """A new goal at the plan's end."""
    _must_answer_for_risk(wanted)
    revisions.revise(plan, reason=reason, save=save)
    goal = Goal(position=_next_position(plan))
    differences.apply(goal, _differences(goal, wanted, plan))
    goal.plan = plan
    db.session.add(goal)
    db.session.flush()
    _set_served(goal, wanted, region)
    log(goal, f"Lade till målet ”{name(goal)}”", save=save)
    return goal


def edit(
    goal: Goal, wanted: Wanted, *, version: int, region: Region, reason: str = "", save: Save
) -> None:
    """Write the goal anew. Raises StaleEdit when somebody has since `version`."""
    versions.must_be(goal, version, within=goal.plan)
    _must_answer_for_risk(wanted)
    called = name(goal)
    changed = _differences(goal, wanted, goal.plan)
    differences.apply(goal, changed)
    parts = [differences.told(changed), _set_served(goal, wanted, region)]
    sentence = ". ".join(part for part in parts if part)
    if not sentence:
        return
    revisions.revise(goal.plan, reason=reason, save=save)
    # A goal that only serves others now has changed too, and its version must say so.
    flag_modified(goal, "text")
    log(goal, f"Målet ”{called}”: {sentence}", changed, save=save)


def move(goal: Goal, *, up: bool, save: Save) -> None:
    """Move the goal one step in the plan's order."""
    plan_state.must_be_changeable(goal.plan.state)
    if ordering.move(goal.plan.goals, goal, up=up):
        log(goal, f"Flyttade målet ”{name(goal)}” {'uppåt' if up else 'nedåt'}", save=save)


def delete(goal: Goal, *, save: Save) -> None:
    """Take the goal out of a plan that is still a draft; its activities stay."""
    plan_state.must_be_drafted(goal.plan.state)
    log(goal, f"Tog bort målet ”{name(goal)}”", save=save)
    db.session.delete(goal)
    db.session.flush()


def name(goal: Goal) -> str:
    """A few words to call the goal by in a sentence."""
    words = goal.heading or goal.text
    return words if len(words) <= _LONGEST_NAME else f"{words[: _LONGEST_NAME - 1]}…"


_LONGEST_NAME = 60


def log(goal: Goal, sentence: str, changed: Collection[Difference] = (), *, save: Save) -> None:
    """A line about the goal, or about what belongs to it."""
    plan = goal.plan
    changes.record(
        save,
        sentence,
        region_id=plan.group.region_id,
        subject="goal",
        subject_id=goal.id,
        group_id=plan.group_id,
        plan_id=plan.id,
        values=differences.values(changed),
    )


def _differences(goal: Goal, wanted: Wanted, plan: WorkPlan) -> list[Difference]:
    return differences.between(
        goal,
        {
            "heading": ("rubriken", wanted.heading),
            "text": ("texten", wanted.text),
            "when": ("tiden", read(wanted.when, year=plan.year)),
            "resources": ("resurser", wanted.resources),
            "risk_text": ("risken", wanted.risk_text),
            "risk_likelihood": ("sannolikheten", wanted.risk_likelihood),
            "risk_consequence": ("konsekvensen", wanted.risk_consequence),
            "risk_action": ("åtgärden mot risken", wanted.risk_action),
            "risk_action_owner": ("åtgärdens ansvarige", wanted.risk_action_owner),
            "risk_action_due": ("åtgärdens slutdatum", wanted.risk_action_due),
        },
    )


def _must_answer_for_risk(wanted: Wanted) -> None:
    score = risk_score(wanted.risk_likelihood, wanted.risk_consequence)
    if score is None or score <= ACTION_NEEDED_ABOVE:
        return
    needed = f"Risken är {score} av 16. Ange"
    if not wanted.risk_action:
        raise Refused(f"{needed} vad gruppen gör åt den.", field="risk_action")
    if not wanted.risk_action_owner:
        raise Refused(f"{needed} vem som svarar för åtgärden.", field="risk_action_owner")
    if wanted.risk_action_due is None:
        raise Refused(f"{needed} när åtgärden ska vara gjord.", field="risk_action_due")


def _set_served(goal: Goal, wanted: Wanted, region: Region) -> str:
    served = [
        overarching
        for overarching in regions.overarching_goals(region, goal.plan.year)
        if overarching.id in wanted.serves_ids
    ]
    if list(goal.serves) == served:
        return ""
    goal.serves = served
    if not served:
        return "Tog bort kopplingen till de övergripande målen"
    return f"Knöt målet till övergripande mål {listed([str(one.number) for one in served])}"


def _next_position(plan: WorkPlan) -> int:
    last = db.session.scalar(select(func.max(Goal.position)).where(Goal.plan_id == plan.id))
    return 0 if last is None else last + 1
