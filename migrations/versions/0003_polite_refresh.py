"""What a polite refresh remembers: of feeds, of hosts and of pages

Revision ID: 0003
Revises: 0002
Create Date: 2026-11-22 03:40:00
"""

from __future__ import annotations

from urllib.parse import urlsplit

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

WORDS = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def feed_columns() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("host", WORDS(), nullable=False, server_default=""),
        sa.Column("claim", WORDS(), nullable=True),
        sa.Column("floor_seconds", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("skip_hours", WORDS(), nullable=False, server_default=""),
        sa.Column("skip_days", WORDS(), nullable=False, server_default=""),
        sa.Column("moved_chain", WORDS(), nullable=True),
        sa.Column("moved_since", MOMENT(), nullable=True),
        sa.Column("moved_count", sa.Integer(), nullable=False, server_default="0"),
    )


def article_columns() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("guid", WORDS(), nullable=True),
        sa.Column("published_doubt", WORDS(), nullable=True),
        sa.Column("look_at", MOMENT(), nullable=True),
        sa.Column("looked_at", MOMENT(), nullable=True),
        sa.Column("page_etag", WORDS(), nullable=True),
        sa.Column("page_last_modified", WORDS(), nullable=True),
        sa.Column("missing_since", MOMENT(), nullable=True),
        sa.Column("withdrawn_at", MOMENT(), nullable=True),
    )


def upgrade() -> None:
    for column in feed_columns():
        op.add_column("feeds", column)
    for column in article_columns():
        op.add_column("articles", column)
    op.create_index(op.f("ix_feeds_host"), "feeds", ["host"])
    op.create_index(op.f("ix_articles_look_at"), "articles", ["look_at"])
    op.create_index("ix_articles_feed_guid", "articles", ["feed", "guid"])
    op.create_table(
        "hosts",
        sa.Column("host", WORDS(), nullable=False),
        sa.Column("rests_until", MOMENT(), nullable=False),
        sa.PrimaryKeyConstraint("host", name=op.f("pk_hosts")),
    )
    op.create_table(
        "tallies",
        sa.Column("kind", WORDS(), nullable=False),
        sa.Column("label", WORDS(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "label", name=op.f("pk_tallies")),
    )
    name_hosts()


def name_hosts() -> None:
    """Give the feeds that are followed already their host."""
    feeds = sa.table("feeds", sa.column("number"), sa.column("url"), sa.column("host"))
    connection = op.get_bind()
    for number, url in connection.execute(sa.select(feeds.c.number, feeds.c.url)).all():
        host = (urlsplit(url).hostname or "").lower()
        connection.execute(sa.update(feeds).where(feeds.c.number == number).values(host=host))


def downgrade() -> None:
    op.drop_table("tallies")
    op.drop_table("hosts")
    op.drop_index("ix_articles_feed_guid", "articles")
    op.drop_index(op.f("ix_articles_look_at"), "articles")
    op.drop_index(op.f("ix_feeds_host"), "feeds")
    for column in reversed(article_columns()):
        op.drop_column("articles", column.name)
    for column in reversed(feed_columns()):
        op.drop_column("feeds", column.name)
