"""What many events are asked: short rows for scans, keys for filters, words of names, saved timelines

Revision ID: 0005
Revises: 0004
Create Date: 2026-11-22 04:00:00
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
import sqlmodel
from alembic import op

if TYPE_CHECKING:
    from collections.abc import Iterator

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

WORDS = sqlmodel.sql.sqltypes.AutoString
BATCH = 500
INDEXED = ("precision", "source_count", "independent_source_count")
SEARCH = "fts5(body, content='{table}', content_rowid='{key}', tokenize='porter unicode61 remove_diacritics 2')"


def bytewise() -> sa.types.TypeEngine[str]:
    return sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    drop_search("events")
    make_tables()
    op.execute("INSERT INTO event_texts (event, body, payload) SELECT number, body, payload FROM events")
    op.execute("INSERT INTO event_views (event, view) SELECT number, view FROM events")
    for column in ("body", "payload", "view"):
        op.drop_column("events", column)
    make_search("event_texts", "event")
    add_columns()
    fill_keys()
    fill_names()


def make_tables() -> None:
    op.create_table(
        "event_texts",
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.number"], name=op.f("fk_event_texts_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", name=op.f("pk_event_texts")),
    )
    op.create_table(
        "event_views",
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("view", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.number"], name=op.f("fk_event_views_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", name=op.f("pk_event_views")),
    )
    op.create_table(
        "event_keys",
        sa.Column("key", WORDS(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.number"], name=op.f("fk_event_keys_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "event", name=op.f("pk_event_keys")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_event_keys_event_key", "event_keys", ["event", "key"])
    op.create_table(
        "name_words",
        sa.Column("word", bytewise(), nullable=False),
        sa.Column("name", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["name"], ["names.number"], name=op.f("fk_name_words_name"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("word", "name", name=op.f("pk_name_words")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_name_words_name", "name_words", ["name"])
    op.create_table(
        "timelines",
        sa.Column("slug", bytewise(), nullable=False),
        sa.Column("title", WORDS(), nullable=False),
        sa.Column("description", WORDS(), nullable=True),
        sa.Column("language", WORDS(), nullable=True),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("landmarks", sa.Text(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("changed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_timelines")),
    )
    op.create_table(
        "timeline_pins",
        sa.Column("timeline", bytewise(), nullable=False),
        sa.Column("event", bytewise(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["timeline"], ["timelines.slug"], name=op.f("fk_timeline_pins_timeline"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("timeline", "event", name=op.f("pk_timeline_pins")),
    )


def add_columns() -> None:
    op.add_column("events", sa.Column("month", WORDS(), nullable=True))
    op.execute(
        "UPDATE events SET month = substr(earliest, 1, 7)"
        " WHERE earliest IS NOT NULL AND latest IS NOT NULL AND substr(earliest, 1, 7) = substr(latest, 1, 7)"
        " AND order_day = earliest"
    )
    op.create_index("ix_events_salience_id", "events", ["salience", "id"])
    for column in INDEXED:
        op.create_index(op.f(f"ix_events_{column}"), "events", [column])
    op.add_column("names", sa.Column("events", sa.Integer(), nullable=False, server_default="0"))
    op.create_index("ix_names_events_folded_number", "names", ["events", "folded", "number"])
    with op.batch_alter_table("names") as names:
        names.alter_column("events", server_default=None)
        names.alter_column("folded", type_=bytewise())
    op.add_column("event_names", sa.Column("main", sa.Integer(), nullable=True))


def fill_keys() -> None:
    told = "FROM event_sources t JOIN articles a ON a.number = t.article"
    outlets = f"SELECT DISTINCT 'source:' || s.name, t.event {told} JOIN sources s ON s.number = a.source"
    feeds = f"SELECT DISTINCT 'feed:' || a.feed, t.event {told} WHERE a.feed IS NOT NULL"
    for rows in (outlets, feeds):
        op.execute(f"INSERT INTO event_keys (key, event) {rows}")  # our own words
    connection = op.get_bind()
    spoken = sa.text(
        f"INSERT INTO event_keys (key, event) SELECT DISTINCT :key, t.event {told} WHERE a.language = :language"  # noqa: S608
        " AND NOT EXISTS (SELECT 1 FROM event_keys k WHERE k.event = t.event AND k.key = :key)"
    ).bindparams(sa.bindparam("key", type_=sa.String), sa.bindparam("language", type_=sa.String))
    for language in connection.execute(sa.text("SELECT DISTINCT language FROM articles")).scalars().all():
        tag = (language or "").lower().replace("_", "-")
        for key in sorted({tag, tag.partition("-")[0]} - {""}):
            connection.execute(spoken, {"key": f"lang:{key}", "language": language})


def fill_names() -> None:
    """The names by which events call whom they also spell otherwise, how many do so, and the words of names."""
    op.execute("UPDATE event_names SET main = name")
    connection = op.get_bind()
    numbers = dict(connection.execute(sa.text("SELECT name, number FROM names")).all())
    spelt = sa.text(
        "UPDATE event_names SET main = :main WHERE event = :event AND name = :name AND kind = 'participant'"
    )
    for batch in batches(aliases(connection, numbers)):
        connection.execute(spelt, batch)
    with op.batch_alter_table("event_names") as names:
        names.alter_column("main", nullable=False)
        names.drop_index("ix_event_names_name")
        names.create_foreign_key(op.f("fk_event_names_main"), "names", ["main"], ["number"])
    op.create_index("ix_event_names_name_kind_event", "event_names", ["name", "kind", "event"])
    op.create_index("ix_event_names_main", "event_names", ["main"])
    op.execute(
        "UPDATE names SET events ="
        " (SELECT count(DISTINCT event) FROM event_names WHERE event_names.main = names.number)"
    )
    said = sa.text("INSERT INTO name_words (word, name) VALUES (:word, :name)")
    folded = connection.execute(sa.text("SELECT number, folded FROM names")).all()
    words = ({"word": word, "name": number} for number, name in folded for word in sorted(set(name.split())))
    for batch in batches(words):
        connection.execute(said, batch)


def aliases(connection: sa.Connection, numbers: dict[str, int]) -> Iterator[dict[str, Any]]:
    events = connection.execute(sa.text("SELECT event FROM event_texts ORDER BY event")).scalars().all()
    payload = sa.text("SELECT payload FROM event_texts WHERE event = :event")
    for event in events:
        for person in json.loads(connection.execute(payload, {"event": event}).scalar_one())["participants"]:
            main = numbers[person["name"]]
            yield from ({"main": main, "event": event, "name": numbers[alias]} for alias in person["aliases"])


def batches(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def downgrade() -> None:
    drop_search("event_texts")
    for column, table in (("body", "event_texts"), ("payload", "event_texts"), ("view", "event_views")):
        op.add_column("events", sa.Column(column, sa.Text(), nullable=False, server_default=""))
        op.execute(
            f"UPDATE events SET {column} = (SELECT {column} FROM {table} WHERE {table}.event = events.number)"  # noqa: S608
        )
    for table in ("event_texts", "event_views", "event_keys", "name_words", "timeline_pins", "timelines"):
        op.drop_table(table)
    op.drop_index("ix_events_salience_id", table_name="events")
    for column in INDEXED:
        op.drop_index(op.f(f"ix_events_{column}"), table_name="events")
    op.drop_column("events", "month")
    op.drop_index("ix_names_events_folded_number", table_name="names")
    op.drop_column("names", "events")
    op.drop_index("ix_event_names_name_kind_event", table_name="event_names")
    op.drop_index("ix_event_names_main", table_name="event_names")
    with op.batch_alter_table("event_names") as names:
        names.drop_constraint(op.f("fk_event_names_main"), type_="foreignkey")
        names.drop_column("main")
        names.create_index(op.f("ix_event_names_name"), ["name"])
    with op.batch_alter_table("events") as events:
        for column in ("body", "payload", "view"):
            events.alter_column(column, server_default=None)
    make_search("events", "number")


def make_search(table: str, key: str) -> None:
    """Full text over a table's `body`; the index holds no copy of the words, and is kept up by the database."""
    if op.get_bind().dialect.name != "sqlite":
        search = "tsvector GENERATED ALWAYS AS (to_tsvector('english', body)) STORED"
        op.execute(f"ALTER TABLE {table} ADD COLUMN search {search}")
        op.execute(f"CREATE INDEX ix_{table}_search ON {table} USING gin (search)")
        return
    forget = f"INSERT INTO event_search(event_search, rowid, body) VALUES ('delete', old.{key}, old.body);"  # noqa: S608
    learn = f"INSERT INTO event_search(rowid, body) VALUES (new.{key}, new.body);"  # noqa: S608
    for statement in (
        f"CREATE VIRTUAL TABLE event_search USING {SEARCH.format(table=table, key=key)}",
        f"CREATE TRIGGER event_search_insert AFTER INSERT ON {table} BEGIN {learn} END",
        f"CREATE TRIGGER event_search_delete AFTER DELETE ON {table} BEGIN {forget} END",
        f"CREATE TRIGGER event_search_update AFTER UPDATE OF {key}, body ON {table} BEGIN {forget} {learn} END",
        "INSERT INTO event_search(event_search) VALUES ('rebuild')",
    ):
        op.execute(statement)


def drop_search(table: str) -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.execute(f"DROP INDEX ix_{table}_search")
        op.execute(f"ALTER TABLE {table} DROP COLUMN search")
        return
    for trigger in ("insert", "delete", "update"):
        op.execute(f"DROP TRIGGER event_search_{trigger}")
    op.drop_table("event_search")
