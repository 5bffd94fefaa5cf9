"""What is followed: a feed, a sitemap or a single page

Revision ID: 0008
Revises: 0007
Create Date: 2026-11-22 07:50:00
"""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    kind = sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default="feed")
    op.add_column("feeds", kind)


def downgrade() -> None:
    op.drop_column("feeds", "kind")
