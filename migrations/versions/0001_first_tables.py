"""First tables

Revision ID: 0001
Revises: nothing
Create Date: 2026-11-22 00:33:27.281143
"""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "event_redirects",
        sa.Column("event", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("target", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("event", name=op.f("pk_event_redirects")),
    )
    op.create_index(op.f("ix_event_redirects_target"), "event_redirects", ["target"])

    op.create_table(
        "event_revisions",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("event", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("merged_into", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("payload", sa.Text(), nullable=True),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_event_revisions")),
    )
    op.create_index(op.f("ix_event_revisions_event"), "event_revisions", ["event"])

    op.create_table(
        "events",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String().with_variant(sa.String(collation="C"), "postgresql"), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("edtf", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("earliest", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("latest", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("best", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("precision", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("lower", sa.Double(), nullable=True),
        sa.Column("upper", sa.Double(), nullable=True),
        sa.Column("order_day", sa.String().with_variant(sa.String(collation="C"), "postgresql"), nullable=False),
        sa.Column("order_rank", sa.Integer(), nullable=False),
        sa.Column("status", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("salience", sa.Double(), nullable=False),
        sa.Column("notable", sa.Boolean(), nullable=False),
        sa.Column("source_count", sa.Integer(), nullable=False),
        sa.Column("independent_source_count", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("view", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_events")),
        sa.UniqueConstraint("id", name=op.f("uq_events_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_events_lower"), "events", ["lower"])
    op.create_index("ix_events_order", "events", ["notable", "order_day", "order_rank", "id", "lower", "upper"])
    op.create_index("ix_events_order_all", "events", ["order_day", "order_rank", "id", "lower", "upper"])
    op.create_index(op.f("ix_events_seq"), "events", ["seq"])
    op.create_index(op.f("ix_events_status"), "events", ["status"])
    op.create_index(op.f("ix_events_upper"), "events", ["upper"])

    op.create_table(
        "landmarks",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("date", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("phrases", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_landmarks")),
        sa.UniqueConstraint("name", name=op.f("uq_landmarks_name")),
    )
    op.create_table(
        "names",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("folded", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("label", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_names")),
        sa.UniqueConstraint("name", name=op.f("uq_names_name")),
    )
    op.create_index(op.f("ix_names_folded"), "names", ["folded"])

    op.create_table(
        "sources",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_sources")),
        sa.UniqueConstraint("name", name=op.f("uq_sources_name")),
    )
    op.create_table(
        "event_names",
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("name", sa.Integer(), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.number"], name=op.f("fk_event_names_event"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["name"], ["names.number"], name=op.f("fk_event_names_name")),
        sa.PrimaryKeyConstraint("event", "name", "kind", name=op.f("pk_event_names")),
    )
    op.create_index(op.f("ix_event_names_name"), "event_names", ["name"])

    op.create_table(
        "feeds",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("url", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("source", sa.Integer(), nullable=True),
        sa.Column("added_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("next_check_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("checked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("claimed_until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("interval_seconds", sa.Integer(), nullable=False),
        sa.Column("etag", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("last_modified", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("error", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("error_count", sa.Integer(), nullable=False),
        sa.Column("disabled", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.ForeignKeyConstraint(["source"], ["sources.number"], name=op.f("fk_feeds_source")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_feeds")),
        sa.UniqueConstraint("url", name=op.f("uq_feeds_url")),
    )
    op.create_index(op.f("ix_feeds_next_check_at"), "feeds", ["next_check_at"])

    op.create_table(
        "articles",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("identity", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("url", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("canonical_url", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("source", sa.Integer(), nullable=True),
        sa.Column("feed", sa.Integer(), nullable=True),
        sa.Column("language", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("published_raw", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("published_day", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("published_moment", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("published_origin", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("published_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("published_corrected", sa.Boolean(), nullable=False),
        sa.Column("source_corrected", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("state", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("claim", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("lease_until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("added_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("changed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "state IN ('pending', 'claimed', 'extracted', 'merged', 'failed', 'removed')",
            name=op.f("ck_articles_state"),
        ),
        sa.ForeignKeyConstraint(["feed"], ["feeds.number"], name=op.f("fk_articles_feed"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["source"], ["sources.number"], name=op.f("fk_articles_source")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_articles")),
        sa.UniqueConstraint("id", name=op.f("uq_articles_id")),
        sa.UniqueConstraint("identity", name=op.f("uq_articles_identity")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_articles_canonical_url"), "articles", ["canonical_url"])
    op.create_index(op.f("ix_articles_feed"), "articles", ["feed"])
    op.create_index(op.f("ix_articles_published_at"), "articles", ["published_at"])
    op.create_index(op.f("ix_articles_source"), "articles", ["source"])
    op.create_index(op.f("ix_articles_state"), "articles", ["state"])

    op.create_table(
        "fetch_log",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("feed", sa.Integer(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("outcome", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("detail", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["feed"], ["feeds.number"], name=op.f("fk_fetch_log_feed"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_fetch_log")),
    )
    op.create_index(op.f("ix_fetch_log_feed"), "fetch_log", ["feed"])

    op.create_table(
        "article_names",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("name", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"], ["articles.number"], name=op.f("fk_article_names_article"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["name"], ["names.number"], name=op.f("fk_article_names_name")),
        sa.PrimaryKeyConstraint("article", "name", name=op.f("pk_article_names")),
    )
    op.create_index(op.f("ix_article_names_name"), "article_names", ["name"])

    op.create_table(
        "article_revisions",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("digest", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("seen_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"], ["articles.number"], name=op.f("fk_article_revisions_article"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article", "revision", name=op.f("pk_article_revisions")),
    )
    op.create_table(
        "event_sources",
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name=op.f("fk_event_sources_article")),
        sa.ForeignKeyConstraint(["event"], ["events.number"], name=op.f("fk_event_sources_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "position", name=op.f("pk_event_sources")),
    )
    op.create_index(op.f("ix_event_sources_article"), "event_sources", ["article"])

    op.create_table(
        "extractions",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("stamp", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("expressions", sa.Text(), nullable=False),
        sa.Column("extracted_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"], ["articles.number"], name=op.f("fk_extractions_article"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article", name=op.f("pk_extractions")),
    )
    op.create_table(
        "mentions",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("trigger", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("lemma", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("stance", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("basis", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name=op.f("fk_mentions_article"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "position", name=op.f("pk_mentions")),
    )
    op.create_index(op.f("ix_mentions_lemma"), "mentions", ["lemma"])


def downgrade() -> None:
    op.drop_table("mentions")
    op.drop_table("extractions")
    op.drop_table("event_sources")
    op.drop_table("article_revisions")
    op.drop_table("article_names")
    op.drop_table("fetch_log")
    op.drop_table("articles")
    op.drop_table("feeds")
    op.drop_table("event_names")
    op.drop_table("sources")
    op.drop_table("names")
    op.drop_table("landmarks")
    op.drop_table("events")
    op.drop_table("event_revisions")
    op.drop_table("event_redirects")
