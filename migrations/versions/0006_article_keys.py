"""What an article is known by, so that what is merged together is the same whatever came first

Articles are read anew: the keys come from their words and from the days that they tell of.

Revision ID: 0006
Revises: 0005
Create Date: 2026-11-22 07:30:00
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    bytewise = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    op.create_table(
        "article_keys",
        sa.Column("key", bytewise, nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"], ["articles.number"], name=op.f("fk_article_keys_article"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", "day", "article", name=op.f("pk_article_keys")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_article_keys_article", "article_keys", ["article"])
    op.execute("UPDATE articles SET state = 'pending' WHERE state IN ('extracted', 'merged')")


def downgrade() -> None:
    op.drop_index("ix_article_keys_article", table_name="article_keys")
    op.drop_table("article_keys")
