"""A small region with something of every kind in it, and one person for every role."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from regionhub.domain.feeds import FeedScope
from regionhub.domain.permissions import Actor, GroupRole, Role
from regionhub.domain.plan_state import PlanState
from regionhub.extensions import db
from regionhub.importing.draft import ActivityDraft, PlanDraft
from regionhub.models import (
    Account,
    FeedToken,
    Group,
    ImportReview,
    Indicator,
    Judgement,
    Measurement,
    OverarchingGoal,
    PlanDocument,
    PlanPurpose,
    PlanRevision,
    Report,
    ReportText,
    WorkPlan,
)
from regionhub.models.import_review import ReviewState
from regionhub.services import changes, follow_ups
from regionhub.services.changes import Save
from tests.support import factories
from tests.support.clock import NOW, YEAR

FEED_SECRET = "the-secret-of-a-feed"
GROUPS = ("it", "turism")


@dataclass
class World:
    """`roles` are accounts by role's name, None for the visitor. `ids` fill the addresses:
    those of a group by its key, those of the whole region by "".
    """

    roles: dict[str, Account | None] = field(default_factory=dict)
    ids: dict[str, dict[str, Any]] = field(default_factory=dict)


def build() -> World:
    """The IT group has an accepted plan in full swing, the tourism group a draft."""
    region = factories.region()
    world = World()
    follow_ups.open_year(region, YEAR)
    period = follow_ups.of_year(region, YEAR)[0]
    world.roles = _people()
    for key, state in zip(GROUPS, (PlanState.ACCEPTED, PlanState.DRAFT), strict=True):
        group = factories.group(key)
        ids = _plan(group, state)
        _judged(ids["goal_id"], period.id)
        world.ids[key] = {"year": YEAR, "period_id": period.id, **ids}
    office = world.roles["office"]
    assert office is not None
    place = factories.seat(factories.person("Lämnar snart"), factories.group("it"))
    world.ids[""] = {
        "year": YEAR,
        "feed_id": _feed(office),
        "secret": FEED_SECRET,
        "account_id": factories.account("Någon annan").id,
        "person_id": factories.person("Utan konto").id,
        "place_id": place.id,
        "group_key": "it",
        "municipality_id": factories.municipality("vindeln").id,
        "overarching_goal_id": db.session.query(OverarchingGoal.id).limit(1).scalar(),
    }
    db.session.commit()
    return world


def _people() -> dict[str, Account | None]:
    it, turism = (factories.group(key) for key in GROUPS)
    umea, vindeln = factories.municipality("umea"), factories.municipality("vindeln")
    deputy = factories.account()
    factories.seat(deputy, it, GroupRole.DEPUTY, vindeln)
    return {
        "visitor": None,
        "signed_in": factories.account(),
        "member": factories.member(it, umea),
        "deputy": deputy,
        "other_member": factories.member(turism, umea),
        "convener": factories.convener(it, umea),
        "other_convener": factories.convener(turism, vindeln),
        "chief": factories.account(role=Role.CHIEF, municipality=umea),
        "auditor": factories.account(role=Role.AUDITOR),
        "office": factories.account(role=Role.OFFICE),
    }


def _plan(group: Group, state: PlanState) -> dict[str, Any]:
    accepted = state is PlanState.ACCEPTED
    plan = factories.plan(group, state=state, accepted_on=date(YEAR, 2, 1) if accepted else None)
    _about(plan)
    goal = factories.goal(plan)
    indicator = Indicator(name="Delade system", unit="st", baseline=Decimal(1), target=Decimal(4))
    goal.indicators.append(indicator)
    db.session.flush()
    db.session.add(
        Measurement(indicator_id=indicator.id, measured_on=date(YEAR, 5, 1), value=Decimal(2))
    )
    late = factories.activity(plan, "Byt växel", when="april", goals=[goal])
    factories.cells(late)
    factories.activity(plan, "Håll nätet igång", when="löpande")
    _told(plan, late.id)
    _report(factories.plan(group, YEAR - 1))
    return {
        "goal_id": goal.id,
        "indicator_id": indicator.id,
        "activity_id": late.id,
        "review_id": _review(group),
        "document_id": plan.documents[0].id,
    }


def _review(group: Group) -> int:
    review = ImportReview(
        group_id=group.id,
        year=YEAR,
        state=ReviewState.OPEN,
        filename="plan.md",
        content_hash=hashlib.sha256(b"# Plan").hexdigest(),
        content=b"# Plan",
        draft=PlanDraft("Plan", YEAR, activities=(ActivityDraft("Byt lås"),)).as_dict(),
        source=[["Plan"], ["Byt lås"]],
        answers={},
        begun_at=NOW,
        begun_by="Kansliet",
        updated_at=NOW,
    )
    db.session.add(review)
    db.session.flush()
    return review.id


def _about(plan: WorkPlan) -> None:
    plan.purposes.append(PlanPurpose(text="Dela det som går att dela"))
    plan.revision = 1
    plan.revisions.append(
        PlanRevision(number=1, reason="Ny uppgift", made_at=NOW, made_by="Kansliet")
    )
    plan.documents.append(
        PlanDocument(
            filename="plan.docx",
            content_hash=hashlib.sha256(b"").hexdigest(),
            content=b"",
            draft={},
            read_at=NOW,
            read_by="Kansliet",
        )
    )


def _judged(goal_id: int, period_id: int) -> None:
    db.session.add(
        Judgement(goal_id=goal_id, period_id=period_id, set_at=NOW, comment="Det går framåt")
    )
    db.session.flush()


def _report(plan: WorkPlan) -> None:
    report = Report(created_at=NOW)
    report.plan = plan
    report.texts.append(ReportText(part="summary", text="Ett gott år."))
    db.session.add(report)
    db.session.flush()


def _told(plan: WorkPlan, activity_id: int) -> None:
    changes.record(
        Save(Actor(name="Kansliet"), NOW - timedelta(days=3)),
        "Lade till aktiviteten ”Byt växel”",
        region_id=plan.group.region_id,
        subject="activity",
        subject_id=activity_id,
        group_id=plan.group_id,
        plan_id=plan.id,
        activity_id=activity_id,
    )


def _feed(account: Account) -> int:
    feed = FeedToken(
        account_id=account.id,
        name="Provregionen",
        scope=FeedScope.REGION,
        token_hash=hashlib.sha256(FEED_SECRET.encode()).hexdigest(),
        created_at=NOW,
    )
    db.session.add(feed)
    db.session.flush()
    return feed.id
