"""The `timeline` command."""

from __future__ import annotations

import os
import sys
from importlib.metadata import version
from typing import Annotated

import typer

# Before anything loads numpy: threads that share a matrix of a sentence's size take more time than they save.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from timeline.cli import (
    articles,
    build,
    chronology,
    db,
    demo,
    explain,
    export,
    extract,
    feeds,
    ingest,
    keys,
    serve,
    timelines,
)
from timeline.types import TimelineError

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="News articles in, one merged, dated and source-annotated chronology out.",
)


def print_version(wanted: bool) -> None:
    """Print the version and end, where that is asked for."""
    if wanted:
        print(version("event-timeline"))
        raise typer.Exit


@app.callback()
def options(
    *,
    _version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """What stands before a command."""


app.command("extract")(extract.extract)
app.command("build")(build.build)
app.command("ingest")(ingest.ingest)
app.command("chronology")(chronology.chronology)
app.command("export")(export.export)
app.add_typer(timelines.app, name="timelines")
app.command("explain")(explain.explain)
app.add_typer(articles.app, name="articles")
app.add_typer(feeds.app, name="feeds")
app.add_typer(keys.app, name="keys")
app.command("serve")(serve.serve)
app.add_typer(db.app, name="db")
app.command("demo")(demo.demo)


def main() -> None:
    """Run the command; what this library refuses is one line on stderr and exit status 1."""
    try:
        app()
    except TimelineError as refusal:
        print(f"timeline: {refusal}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone, as `head` does
        sys.exit(141)
