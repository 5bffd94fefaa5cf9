"""Runs the migrations: on the connection that `timeline db` hands over, or on TIMELINE_DATABASE."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from alembic import context
from sqlmodel import SQLModel

import timeline.store.tables  # noqa: F401  # the metadata is filled by importing it
from timeline.store.engine import open_engine
from timeline.store.schema import is_ours, migrating

if TYPE_CHECKING:
    from sqlalchemy import Connection


def migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,
        include_object=is_ours,
        compare_type=True,
        transactional_ddl=False,  # the transaction around us holds the whole migration
    )
    context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    with migrating(open_engine(os.environ.get("TIMELINE_DATABASE", "timeline.db"))) as connection:
        migrate(connection)
