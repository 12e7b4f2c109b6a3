"""the log in the order that it is read"""

from alembic import op

revision = "003"
down_revision = "002"
branch_labels = None
depends_on = None

_READ_BY = ("region_id", "plan_id")


def upgrade() -> None:
    for name in _READ_BY:
        op.create_index(f"ix_change_{name}_at", "change", [name, "at"])
        op.drop_index(f"ix_change_{name}", "change")


def downgrade() -> None:
    for name in _READ_BY:
        op.create_index(f"ix_change_{name}", "change", [name])
        op.drop_index(f"ix_change_{name}_at", "change")
