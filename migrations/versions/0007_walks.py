"""Events of a status or a precision are walked through in order of time, without a look at their rows

Revision ID: 0007
Revises: 0006
Create Date: 2026-11-22 07:30:00
"""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

IN_ORDER = ["order_day", "order_rank", "id", "notable", "lower", "upper"]


def upgrade() -> None:
    for column in ("status", "precision"):
        op.drop_index(f"ix_events_{column}", "events")
        op.create_index(f"ix_events_{column}_order", "events", [column, *IN_ORDER])


def downgrade() -> None:
    for column in ("status", "precision"):
        op.drop_index(f"ix_events_{column}_order", "events")
        op.create_index(f"ix_events_{column}", "events", [column])
