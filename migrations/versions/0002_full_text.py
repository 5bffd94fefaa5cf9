"""Full text over events

Revision ID: 0002
Revises: 0001
Create Date: 2026-11-22 00:40:00
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# External content: the index holds no copy of the words, and the triggers keep it in step with the table.
FTS5 = (
    "CREATE VIRTUAL TABLE event_search USING fts5("
    "body, content='events', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER event_search_insert AFTER INSERT ON events BEGIN"
    " INSERT INTO event_search(rowid, body) VALUES (new.number, new.body); END",
    "CREATE TRIGGER event_search_delete AFTER DELETE ON events BEGIN"
    " INSERT INTO event_search(event_search, rowid, body) VALUES ('delete', old.number, old.body); END",
    "CREATE TRIGGER event_search_update AFTER UPDATE OF number, body ON events BEGIN"
    " INSERT INTO event_search(event_search, rowid, body) VALUES ('delete', old.number, old.body);"
    " INSERT INTO event_search(rowid, body) VALUES (new.number, new.body); END",
    "INSERT INTO event_search(event_search) VALUES ('rebuild')",
)
TSVECTOR = (
    "ALTER TABLE events ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('english', body)) STORED",
    "CREATE INDEX ix_events_search ON events USING gin (search)",
)
DROP_FTS5 = (
    "DROP TRIGGER event_search_insert",
    "DROP TRIGGER event_search_delete",
    "DROP TRIGGER event_search_update",
    "DROP TABLE event_search",
)
DROP_TSVECTOR = ("DROP INDEX ix_events_search", "ALTER TABLE events DROP COLUMN search")


def upgrade() -> None:
    for statement in FTS5 if op.get_bind().dialect.name == "sqlite" else TSVECTOR:
        op.execute(statement)


def downgrade() -> None:
    for statement in DROP_FTS5 if op.get_bind().dialect.name == "sqlite" else DROP_TSVECTOR:
        op.execute(statement)
