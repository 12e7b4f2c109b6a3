"""Every model, so that importing this package makes the metadata whole."""

from regionhub.models.account import Account
from regionhub.models.activity import Activity
from regionhub.models.cell import Cell
from regionhub.models.change import Change
from regionhub.models.feed_token import FeedToken
from regionhub.models.follow_up_period import FollowUpPeriod
from regionhub.models.goal import Goal
from regionhub.models.grant import Grant
from regionhub.models.group import Group
from regionhub.models.import_review import ImportReview
from regionhub.models.indicator import Indicator
from regionhub.models.job_run import JobRun
from regionhub.models.judgement import Judgement
from regionhub.models.measurement import Measurement
from regionhub.models.membership import Membership
from regionhub.models.municipality import Municipality
from regionhub.models.municipality_period import MunicipalityPeriod
from regionhub.models.outbox_mail import OutboxMail
from regionhub.models.overarching_goal import OverarchingGoal
from regionhub.models.owner import Owner
from regionhub.models.person import Person
from regionhub.models.plan_document import PlanDocument
from regionhub.models.plan_purpose import PlanPurpose
from regionhub.models.plan_revision import PlanRevision
from regionhub.models.region import Region
from regionhub.models.report import Report
from regionhub.models.report_approval import ReportApproval
from regionhub.models.report_text import ReportText
from regionhub.models.sign_in import SignIn
from regionhub.models.sign_in_attempt import SignInAttempt
from regionhub.models.work_plan import WorkPlan

__all__ = [
    "Account",
    "Activity",
    "Cell",
    "Change",
    "FeedToken",
    "FollowUpPeriod",
    "Goal",
    "Grant",
    "Group",
    "ImportReview",
    "Indicator",
    "JobRun",
    "Judgement",
    "Measurement",
    "Membership",
    "Municipality",
    "MunicipalityPeriod",
    "OutboxMail",
    "OverarchingGoal",
    "Owner",
    "Person",
    "PlanDocument",
    "PlanPurpose",
    "PlanRevision",
    "Region",
    "Report",
    "ReportApproval",
    "ReportText",
    "SignIn",
    "SignInAttempt",
    "WorkPlan",
]
