"""What the commands that read articles share: their arguments, their complaints on stderr, their exit status."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal, Protocol

import typer

from timeline.reading import Refusal, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.reading import Undated
    from timeline.types import Article


class Reader(Protocol):
    """Reads the articles of one source, and refuses those it cannot."""

    def __call__(self, source: str, *, undated: Undated) -> Iterator[Article | Refusal]: ...


SourcesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE…|-]", help="JSON lines, .json, .md, .txt or .html files; - or nothing for stdin."),
]
UndatedOption = Annotated[
    Literal["refuse", "keep"],
    typer.Option(help="What to do with an article without a publication date."),
]
ModelOption = Annotated[
    str | None,
    typer.Option(envvar="TIMELINE_MODEL", help="Another installed spaCy pipeline to read with."),
]

ALL_READ, NOTHING_USABLE, SOME_REFUSED = 0, 1, 3


class Inputs:
    """The articles of some files as a stream; counts what was read and what was refused."""

    def __init__(
        self, sources: Sequence[str] | None, *, undated: Literal["refuse", "keep"], read: Reader = read
    ) -> None:
        self.sources = tuple(sources or ("-",))
        self.read = read
        self.undated: Literal["refuse", "keep"] = undated
        self.taken = self.refused = 0

    def articles(self) -> Iterator[Article]:
        """The articles that can be read; each of the others is named on stderr with its place and reason."""
        for source in self.sources:
            for item in self.read(source, undated=self.undated):
                if isinstance(item, Refusal):
                    self.refused += 1
                    print(f"timeline: {item}", file=sys.stderr)
                else:
                    self.taken += 1
                    yield item

    def distinct(self) -> Iterator[Article]:
        """The articles under ids of their own: an exact repeat is dropped, another article with a known id refused."""
        known: dict[str, Article] = {}
        for article in self.articles():
            first = known.setdefault(article.id, article)
            if first is article:
                yield article
            elif first != article:
                self.taken -= 1
                self.refused += 1
                print(
                    f"timeline: {article.place}: another article has the id {article.id!r} already ({first.place}): "
                    "give each an id of its own",
                    file=sys.stderr,
                )

    def status(self) -> int:
        """The exit status of the contract: 0 all read, 3 some refused, 1 nothing usable."""
        if not self.taken and not self.refused:
            print("timeline: there is no article in the input", file=sys.stderr)
        if not self.taken:
            return NOTHING_USABLE
        return SOME_REFUSED if self.refused else ALL_READ
