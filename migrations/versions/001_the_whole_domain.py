"""the whole domain"""

import sqlalchemy as sa
from alembic import op

revision = "001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "job_run",
        sa.Column("job", sa.String(length=60), nullable=False),
        sa.Column("slot", sa.String(length=30), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("job", "slot", name=op.f("pk_job_run")),
    )
    op.create_table(
        "outbox_mail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("about", sa.String(length=200), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("message_id", sa.String(length=200), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_mail")),
        sa.UniqueConstraint("message_id", name=op.f("uq_outbox_mail_message_id")),
        sa.UniqueConstraint(
            "recipient",
            "kind",
            "about",
            "due",
            name=op.f("uq_outbox_mail_recipient_kind_about_due"),
        ),
    )
    op.create_index(op.f("ix_outbox_mail_sent_at"), "outbox_mail", ["sent_at"], unique=False)
    op.create_table(
        "region",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("check_in_days", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_region")),
        sa.UniqueConstraint("key", name=op.f("uq_region_key")),
    )
    op.create_table(
        "sign_in_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempt")),
    )
    op.create_index(op.f("ix_sign_in_attempt_at"), "sign_in_attempt", ["at"], unique=False)
    op.create_index(
        "ix_sign_in_attempt_source_at", "sign_in_attempt", ["source", "at"], unique=False
    )
    op.create_table(
        "follow_up_period",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["region_id"], ["region.id"], name=op.f("fk_follow_up_period_region_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up_period")),
        sa.UniqueConstraint(
            "region_id", "year", "key", name=op.f("uq_follow_up_period_region_id_year_key")
        ),
    )
    op.create_index(
        op.f("ix_follow_up_period_region_id"), "follow_up_period", ["region_id"], unique=False
    )
    op.create_table(
        "municipality",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("letters", sa.String(length=2), nullable=False),
        sa.Column("code", sa.String(length=4), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["region_id"], ["region.id"], name=op.f("fk_municipality_region_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_municipality")),
        sa.UniqueConstraint("region_id", "key", name=op.f("uq_municipality_region_id_key")),
    )
    op.create_index(op.f("ix_municipality_region_id"), "municipality", ["region_id"], unique=False)
    op.create_table(
        "overarching_goal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("from_year", sa.Integer(), nullable=False),
        sa.Column("to_year", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["region_id"], ["region.id"], name=op.f("fk_overarching_goal_region_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overarching_goal")),
    )
    op.create_index(
        op.f("ix_overarching_goal_region_id"), "overarching_goal", ["region_id"], unique=False
    )
    op.create_table(
        "work_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["region_id"], ["region.id"], name=op.f("fk_work_group_region_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_group")),
        sa.UniqueConstraint("region_id", "key", name=op.f("uq_work_group_region_id_key")),
    )
    op.create_index(op.f("ix_work_group_region_id"), "work_group", ["region_id"], unique=False)
    op.create_table(
        "municipality_period",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_municipality_period_municipality_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_municipality_period")),
    )
    op.create_index(
        op.f("ix_municipality_period_municipality_id"),
        "municipality_period",
        ["municipality_id"],
        unique=False,
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=200), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name=op.f("fk_person_municipality_id")
        ),
        sa.ForeignKeyConstraint(["region_id"], ["region.id"], name=op.f("fk_person_region_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index(op.f("ix_person_municipality_id"), "person", ["municipality_id"], unique=False)
    op.create_index(op.f("ix_person_name"), "person", ["name"], unique=False)
    op.create_index(op.f("ix_person_region_id"), "person", ["region_id"], unique=False)
    op.create_table(
        "work_plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("returned_reason", sa.Text(), nullable=False),
        sa.Column("accepted_by", sa.String(length=200), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["work_group.id"], name=op.f("fk_work_plan_group_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_plan")),
        sa.UniqueConstraint("group_id", "year", name=op.f("uq_work_plan_group_id_year")),
    )
    op.create_index(op.f("ix_work_plan_group_id"), "work_plan", ["group_id"], unique=False)
    op.create_index(op.f("ix_work_plan_year"), "work_plan", ["year"], unique=False)
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("session_version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_account_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("email", name=op.f("uq_account_email")),
        sa.UniqueConstraint("person_id", name=op.f("uq_account_person_id")),
    )
    op.create_table(
        "activity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(length=200), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("owner_text", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("dropped_reason", sa.Text(), nullable=False),
        sa.Column("last_comment", sa.Text(), nullable=False),
        sa.Column("last_heard_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("when_text", sa.Text(), nullable=False),
        sa.Column("when_start", sa.Date(), nullable=True),
        sa.Column("when_end", sa.Date(), nullable=True),
        sa.Column("when_precision", sa.String(length=30), nullable=False),
        sa.Column("when_kind", sa.String(length=30), nullable=False),
        sa.Column("when_recurrence", sa.JSON(), nullable=True),
        sa.Column("when_doubts", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["work_plan.id"], name=op.f("fk_activity_plan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
        sa.UniqueConstraint("uid", name=op.f("uq_activity_uid")),
    )
    op.create_index(op.f("ix_activity_plan_id"), "activity", ["plan_id"], unique=False)
    op.create_table(
        "goal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("heading", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("accepted_by", sa.String(length=200), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("resources", sa.Text(), nullable=False),
        sa.Column("risk_text", sa.Text(), nullable=False),
        sa.Column("risk_likelihood", sa.Integer(), nullable=True),
        sa.Column("risk_consequence", sa.Integer(), nullable=True),
        sa.Column("risk_action", sa.Text(), nullable=False),
        sa.Column("risk_action_owner", sa.String(length=200), nullable=False),
        sa.Column("risk_action_due", sa.Date(), nullable=True),
        sa.Column("when_text", sa.Text(), nullable=False),
        sa.Column("when_start", sa.Date(), nullable=True),
        sa.Column("when_end", sa.Date(), nullable=True),
        sa.Column("when_precision", sa.String(length=30), nullable=False),
        sa.Column("when_kind", sa.String(length=30), nullable=False),
        sa.Column("when_recurrence", sa.JSON(), nullable=True),
        sa.Column("when_doubts", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["work_plan.id"], name=op.f("fk_goal_plan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
    )
    op.create_index(op.f("ix_goal_plan_id"), "goal", ["plan_id"], unique=False)
    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["work_group.id"], name=op.f("fk_membership_group_id")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name=op.f("fk_membership_municipality_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_membership_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
    )
    op.create_index(op.f("ix_membership_group_id"), "membership", ["group_id"], unique=False)
    op.create_index(
        op.f("ix_membership_municipality_id"), "membership", ["municipality_id"], unique=False
    )
    op.create_index(op.f("ix_membership_person_id"), "membership", ["person_id"], unique=False)
    op.create_table(
        "plan_document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("filename", sa.String(length=200), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("draft", sa.JSON(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["work_plan.id"], name=op.f("fk_plan_document_plan_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_document")),
        sa.UniqueConstraint(
            "plan_id", "content_hash", name=op.f("uq_plan_document_plan_id_content_hash")
        ),
    )
    op.create_index(op.f("ix_plan_document_plan_id"), "plan_document", ["plan_id"], unique=False)
    op.create_table(
        "plan_purpose",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["work_plan.id"], name=op.f("fk_plan_purpose_plan_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_purpose")),
    )
    op.create_index(op.f("ix_plan_purpose_plan_id"), "plan_purpose", ["plan_id"], unique=False)
    op.create_table(
        "plan_revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["work_plan.id"], name=op.f("fk_plan_revision_plan_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_revision")),
        sa.UniqueConstraint("plan_id", "number", name=op.f("uq_plan_revision_plan_id_number")),
    )
    op.create_index(op.f("ix_plan_revision_plan_id"), "plan_revision", ["plan_id"], unique=False)
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("returned_reason", sa.Text(), nullable=False),
        sa.Column("frozen", sa.JSON(), nullable=True),
        sa.Column("frozen_pdf", sa.LargeBinary(), nullable=True),
        sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["work_plan.id"], name=op.f("fk_report_plan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sa.UniqueConstraint("plan_id", "number", name=op.f("uq_report_plan_id_number")),
    )
    op.create_index(op.f("ix_report_plan_id"), "report", ["plan_id"], unique=False)
    op.create_table(
        "account_grant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_account_grant_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name=op.f("fk_account_grant_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_grant")),
        sa.UniqueConstraint(
            "account_id",
            "role",
            "municipality_id",
            name=op.f("uq_account_grant_account_id_role_municipality_id"),
        ),
    )
    op.create_index(
        op.f("ix_account_grant_account_id"), "account_grant", ["account_id"], unique=False
    )
    op.create_index(
        op.f("ix_account_grant_municipality_id"), "account_grant", ["municipality_id"], unique=False
    )
    op.create_table(
        "activity_goal",
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_activity_goal_activity_id")
        ),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_activity_goal_goal_id")),
        sa.PrimaryKeyConstraint("activity_id", "goal_id", name=op.f("pk_activity_goal")),
    )
    op.create_index(op.f("ix_activity_goal_goal_id"), "activity_goal", ["goal_id"], unique=False)
    op.create_table(
        "cell",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner_text", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=30), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("last_heard_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("when_text", sa.Text(), nullable=False),
        sa.Column("when_start", sa.Date(), nullable=True),
        sa.Column("when_end", sa.Date(), nullable=True),
        sa.Column("when_precision", sa.String(length=30), nullable=False),
        sa.Column("when_kind", sa.String(length=30), nullable=False),
        sa.Column("when_recurrence", sa.JSON(), nullable=True),
        sa.Column("when_doubts", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_cell_activity_id")),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name=op.f("fk_cell_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cell")),
        sa.UniqueConstraint(
            "activity_id", "municipality_id", name=op.f("uq_cell_activity_id_municipality_id")
        ),
    )
    op.create_index(op.f("ix_cell_activity_id"), "cell", ["activity_id"], unique=False)
    op.create_index(op.f("ix_cell_municipality_id"), "cell", ["municipality_id"], unique=False)
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("actor_name", sa.String(length=200), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("plan_id", sa.Integer(), nullable=True),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=True),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.Column("batch", sa.String(length=36), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_change_account_id")),
        sa.ForeignKeyConstraint(["group_id"], ["work_group.id"], name=op.f("fk_change_group_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["work_plan.id"], name=op.f("fk_change_plan_id")),
        sa.ForeignKeyConstraint(["region_id"], ["region.id"], name=op.f("fk_change_region_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
    op.create_index("ix_change_account_id_at", "change", ["account_id", "at"], unique=False)
    op.create_index("ix_change_activity_id_at", "change", ["activity_id", "at"], unique=False)
    op.create_index(op.f("ix_change_batch"), "change", ["batch"], unique=False)
    op.create_index("ix_change_group_id_at", "change", ["group_id", "at"], unique=False)
    op.create_index(op.f("ix_change_plan_id"), "change", ["plan_id"], unique=False)
    op.create_index(op.f("ix_change_region_id"), "change", ["region_id"], unique=False)
    op.create_table(
        "feed_token",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("scope", sa.String(length=30), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("municipality_id", sa.Integer(), nullable=True),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_feed_token_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["work_group.id"], name=op.f("fk_feed_token_group_id")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name=op.f("fk_feed_token_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed_token")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_feed_token_token_hash")),
    )
    op.create_index(op.f("ix_feed_token_account_id"), "feed_token", ["account_id"], unique=False)
    op.create_index(op.f("ix_feed_token_group_id"), "feed_token", ["group_id"], unique=False)
    op.create_index(
        op.f("ix_feed_token_municipality_id"), "feed_token", ["municipality_id"], unique=False
    )
    op.create_table(
        "goal_serves",
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("overarching_goal_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_goal_serves_goal_id")),
        sa.ForeignKeyConstraint(
            ["overarching_goal_id"],
            ["overarching_goal.id"],
            name=op.f("fk_goal_serves_overarching_goal_id"),
        ),
        sa.PrimaryKeyConstraint("goal_id", "overarching_goal_id", name=op.f("pk_goal_serves")),
    )
    op.create_table(
        "indicator",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("unit", sa.String(length=200), nullable=False),
        sa.Column("baseline", sa.Numeric(precision=16, scale=4), nullable=True),
        sa.Column("target", sa.Numeric(precision=16, scale=4), nullable=True),
        sa.Column("direction", sa.String(length=30), nullable=False),
        sa.Column("reckoning", sa.String(length=30), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_indicator_goal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator")),
    )
    op.create_index(op.f("ix_indicator_goal_id"), "indicator", ["goal_id"], unique=False)
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("forecast", sa.String(length=30), nullable=False),
        sa.Column("outcome", sa.String(length=30), nullable=False),
        sa.Column("trend", sa.String(length=30), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("set_by", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_judgement_goal_id")),
        sa.ForeignKeyConstraint(
            ["period_id"], ["follow_up_period.id"], name=op.f("fk_judgement_period_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
        sa.UniqueConstraint("goal_id", "period_id", name=op.f("uq_judgement_goal_id_period_id")),
    )
    op.create_index(op.f("ix_judgement_goal_id"), "judgement", ["goal_id"], unique=False)
    op.create_index(op.f("ix_judgement_period_id"), "judgement", ["period_id"], unique=False)
    op.create_table(
        "plan_purpose_serves",
        sa.Column("purpose_id", sa.Integer(), nullable=False),
        sa.Column("overarching_goal_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["overarching_goal_id"],
            ["overarching_goal.id"],
            name=op.f("fk_plan_purpose_serves_overarching_goal_id"),
        ),
        sa.ForeignKeyConstraint(
            ["purpose_id"], ["plan_purpose.id"], name=op.f("fk_plan_purpose_serves_purpose_id")
        ),
        sa.PrimaryKeyConstraint(
            "purpose_id", "overarching_goal_id", name=op.f("pk_plan_purpose_serves")
        ),
    )
    op.create_table(
        "report_approval",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("decided_by", sa.String(length=200), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_report_approval_report_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_approval")),
    )
    op.create_index(
        op.f("ix_report_approval_report_id"), "report_approval", ["report_id"], unique=False
    )
    op.create_table(
        "report_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_report_text_report_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_text")),
        sa.UniqueConstraint("report_id", "part", name=op.f("uq_report_text_report_id_part")),
    )
    op.create_index(op.f("ix_report_text_report_id"), "report_text", ["report_id"], unique=False)
    op.create_table(
        "sign_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("session_version", sa.Integer(), nullable=False),
        sa.Column("user_agent", sa.String(length=200), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_sign_in_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_in_token_hash")),
    )
    op.create_index(op.f("ix_sign_in_account_id"), "sign_in", ["account_id"], unique=False)
    op.create_index(op.f("ix_sign_in_expires_at"), "sign_in", ["expires_at"], unique=False)
    op.create_table(
        "measurement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("municipality_id", sa.Integer(), nullable=True),
        sa.Column("measured_on", sa.Date(), nullable=False),
        sa.Column("value", sa.Numeric(precision=16, scale=4), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["indicator_id"], ["indicator.id"], name=op.f("fk_measurement_indicator_id")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipality.id"], name=op.f("fk_measurement_municipality_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measurement")),
    )
    op.create_index(
        op.f("ix_measurement_indicator_id"), "measurement", ["indicator_id"], unique=False
    )
    op.create_index(
        op.f("ix_measurement_municipality_id"), "measurement", ["municipality_id"], unique=False
    )
    op.create_table(
        "owner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("cell_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_owner_activity_id")
        ),
        sa.ForeignKeyConstraint(["cell_id"], ["cell.id"], name=op.f("fk_owner_cell_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_owner_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_owner")),
    )
    op.create_index(op.f("ix_owner_activity_id"), "owner", ["activity_id"], unique=False)
    op.create_index(op.f("ix_owner_cell_id"), "owner", ["cell_id"], unique=False)
    op.create_index(op.f("ix_owner_person_id"), "owner", ["person_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_owner_person_id"), table_name="owner")
    op.drop_index(op.f("ix_owner_cell_id"), table_name="owner")
    op.drop_index(op.f("ix_owner_activity_id"), table_name="owner")
    op.drop_table("owner")
    op.drop_index(op.f("ix_measurement_municipality_id"), table_name="measurement")
    op.drop_index(op.f("ix_measurement_indicator_id"), table_name="measurement")
    op.drop_table("measurement")
    op.drop_index(op.f("ix_sign_in_expires_at"), table_name="sign_in")
    op.drop_index(op.f("ix_sign_in_account_id"), table_name="sign_in")
    op.drop_table("sign_in")
    op.drop_index(op.f("ix_report_text_report_id"), table_name="report_text")
    op.drop_table("report_text")
    op.drop_index(op.f("ix_report_approval_report_id"), table_name="report_approval")
    op.drop_table("report_approval")
    op.drop_table("plan_purpose_serves")
    op.drop_index(op.f("ix_judgement_period_id"), table_name="judgement")
    op.drop_index(op.f("ix_judgement_goal_id"), table_name="judgement")
    op.drop_table("judgement")
    op.drop_index(op.f("ix_indicator_goal_id"), table_name="indicator")
    op.drop_table("indicator")
    op.drop_table("goal_serves")
    op.drop_index(op.f("ix_feed_token_municipality_id"), table_name="feed_token")
    op.drop_index(op.f("ix_feed_token_group_id"), table_name="feed_token")
    op.drop_index(op.f("ix_feed_token_account_id"), table_name="feed_token")
    op.drop_table("feed_token")
    op.drop_index(op.f("ix_change_region_id"), table_name="change")
    op.drop_index(op.f("ix_change_plan_id"), table_name="change")
    op.drop_index("ix_change_group_id_at", table_name="change")
    op.drop_index(op.f("ix_change_batch"), table_name="change")
    op.drop_index("ix_change_activity_id_at", table_name="change")
    op.drop_index("ix_change_account_id_at", table_name="change")
    op.drop_table("change")
    op.drop_index(op.f("ix_cell_municipality_id"), table_name="cell")
    op.drop_index(op.f("ix_cell_activity_id"), table_name="cell")
    op.drop_table("cell")
    op.drop_index(op.f("ix_activity_goal_goal_id"), table_name="activity_goal")
    op.drop_table("activity_goal")
    op.drop_index(op.f("ix_account_grant_municipality_id"), table_name="account_grant")
    op.drop_index(op.f("ix_account_grant_account_id"), table_name="account_grant")
    op.drop_table("account_grant")
    op.drop_index(op.f("ix_report_plan_id"), table_name="report")
    op.drop_table("report")
    op.drop_index(op.f("ix_plan_revision_plan_id"), table_name="plan_revision")
    op.drop_table("plan_revision")
    op.drop_index(op.f("ix_plan_purpose_plan_id"), table_name="plan_purpose")
    op.drop_table("plan_purpose")
    op.drop_index(op.f("ix_plan_document_plan_id"), table_name="plan_document")
    op.drop_table("plan_document")
    op.drop_index(op.f("ix_membership_person_id"), table_name="membership")
    op.drop_index(op.f("ix_membership_municipality_id"), table_name="membership")
    op.drop_index(op.f("ix_membership_group_id"), table_name="membership")
    op.drop_table("membership")
    op.drop_index(op.f("ix_goal_plan_id"), table_name="goal")
    op.drop_table("goal")
    op.drop_index(op.f("ix_activity_plan_id"), table_name="activity")
    op.drop_table("activity")
    op.drop_table("account")
    op.drop_index(op.f("ix_work_plan_year"), table_name="work_plan")
    op.drop_index(op.f("ix_work_plan_group_id"), table_name="work_plan")
    op.drop_table("work_plan")
    op.drop_index(op.f("ix_person_region_id"), table_name="person")
    op.drop_index(op.f("ix_person_name"), table_name="person")
    op.drop_index(op.f("ix_person_municipality_id"), table_name="person")
    op.drop_table("person")
    op.drop_index(op.f("ix_municipality_period_municipality_id"), table_name="municipality_period")
    op.drop_table("municipality_period")
    op.drop_index(op.f("ix_work_group_region_id"), table_name="work_group")
    op.drop_table("work_group")
    op.drop_index(op.f("ix_overarching_goal_region_id"), table_name="overarching_goal")
    op.drop_table("overarching_goal")
    op.drop_index(op.f("ix_municipality_region_id"), table_name="municipality")
    op.drop_table("municipality")
    op.drop_index(op.f("ix_follow_up_period_region_id"), table_name="follow_up_period")
    op.drop_table("follow_up_period")
    op.drop_index("ix_sign_in_attempt_source_at", table_name="sign_in_attempt")
    op.drop_index(op.f("ix_sign_in_attempt_at"), table_name="sign_in_attempt")
    op.drop_table("sign_in_attempt")
    op.drop_table("region")
    op.drop_index(op.f("ix_outbox_mail_sent_at"), table_name="outbox_mail")
    op.drop_table("outbox_mail")
    op.drop_table("job_run")
