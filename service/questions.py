"""Questions to the chronology, as the parameters of an address put them: one table, which every route reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, get_args
from urllib.parse import parse_qsl

from litestar.connection import ASGIConnection
from litestar.handlers.base import BaseRouteHandler
from litestar.openapi.spec import OpenAPIType, Operation, Parameter, Schema

from service.problems import invalid
from timeline import edtf
from timeline.store import FacetName, SavedTimeline, Sort, Store, TimelineQuery
from timeline.types import Precision, Status

LARGEST_PAGE, USUAL_PAGE = 500, 100
LONGEST = 500  # characters of a word, a name or a cursor
MOST_ASKED = 10**9
CONTROL = re.compile("[\x00-\x1f\x7f]")
FIELDS = (
    "id", "title", "when", "why", "status", "salience", "source_count", "independent_source_count", "dates_agree",
    "participants", "places", "links", "sources",
)  # fmt: skip
INCLUDED = ("change", "linked", "total")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One parameter: which part of a question it sets, how it is read, and what the description says of it."""

    sets: str
    read: Callable[[str], Any]
    about: str
    schema: Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What was asked: which events, and what of them; `saved` is the timeline that the question is of."""

    query: TimelineQuery = field(default_factory=TimelineQuery)
    fields: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    facets: tuple[FacetName, ...] = ()
    saved: SavedTimeline | None = None


def words(raw: str) -> str:
    """A few words; raises ValueError, as all readers here."""
    if len(raw) > LONGEST:
        raise ValueError(f"longer than {LONGEST} characters")
    if CONTROL.search(raw):
        raise ValueError("holds a control character")
    return raw


def moment(raw: str) -> str:
    """An EDTF text."""
    edtf.parse(raw)
    return raw


def number(least: int, most: int) -> Callable[[str], int]:
    """Reads a number between these."""

    def read(raw: str) -> int:
        if not (raw.isascii() and raw.isdigit() and least <= int(raw[:20]) <= most):
            raise ValueError(f"a number from {least} to {most} is needed")
        return int(raw)

    return read


def one_of(choices: tuple[str, ...]) -> Callable[[str], str]:
    """Reads one of these words."""

    def read(raw: str) -> str:
        if raw not in choices:
            raise ValueError(f"{raw[:40]!r} is none of {', '.join(choices)}")
        return raw

    return read


def some_of(choices: tuple[str, ...]) -> Callable[[str], tuple[str, ...]]:
    """Reads some of these words, with commas between."""
    read_one = one_of(choices)
    return lambda raw: tuple(dict.fromkeys(read_one(word.strip()) for word in raw.split(",")))


def yes_or_no(raw: str) -> bool:
    """Reads true or false."""
    word = raw.lower()  # a saved timeline's is Python's own: "True"
    if word not in ("true", "1", "on", "yes", "false", "0", "off", "no"):
        raise ValueError(f"{raw[:40]!r} is neither true nor false")
    return word in ("true", "1", "on", "yes")


def text(about: str, sets: str, read: Callable[[str], Any] = words, **schema: Any) -> Asked:
    """A parameter that is a text."""
    return Asked(sets=sets, read=read, about=about, schema=Schema(type=OpenAPIType.STRING, **schema))


def whole(about: str, sets: str, least: int, most: int, default: int | None = None) -> Asked:
    """A parameter that is a whole number."""
    schema = Schema(type=OpenAPIType.INTEGER, minimum=least, maximum=most, default=default)
    return Asked(sets=sets, read=number(least, most), about=about, schema=schema)


def choice(about: str, sets: str, choices: tuple[str, ...], **schema: Any) -> Asked:
    """A parameter that is one of a few words."""
    return text(about, sets, one_of(choices), enum=[*choices, ""], **schema)


def choices(about: str, sets: str, words_: tuple[str, ...]) -> Asked:
    """A parameter that is some of a few words, with commas between."""
    one = f"({'|'.join(words_)})"
    return text(
        f"{about}: {', '.join(words_)}, with commas between", sets, some_of(words_), pattern=f"^({one}(,{one})*)?$"
    )


FILTERS: dict[str, Asked] = {
    "q": text("words of titles, quotes, names or places; a phrase in double quotes", "text", max_length=LONGEST),
    "text": text("another name of `q`", "text", max_length=LONGEST),
    "name": text("a person, body or place that is named, in any of its spellings", "name", max_length=LONGEST),
    "place": text("where it happened", "place", max_length=LONGEST),
    "source": text("the outlet that tells it", "source", max_length=LONGEST),
    "feed": whole("the number of the feed that an article which tells it came from", "feed", 1, 2**31 - 1),
    "lang": text("the language of an article that tells it, such as `en`", "language", max_length=LONGEST),
    "status": choice("what can be said of it", "status", get_args(Status)),
    "precision": choice("how precisely its date is known", "precision", get_args(Precision)),
    "min_sources": whole("told by at least so many articles", "min_sources", 0, MOST_ASKED),
    "min_independent": whole("told by at least so many that are no copies", "min_independent", 0, MOST_ASKED),
    "from": text("EDTF: what can have been at this time or later", "start", moment),
    "to": text("EDTF: what can have been at this time or earlier", "end", moment),
    "all": Asked(
        sets="everything",
        read=yes_or_no,
        about="background and undated events too",
        schema=Schema(type=OpenAPIType.BOOLEAN, default=False),
    ),
    "sort": choice(
        "by date, upwards or downwards, by salience or by the last change", "sort", get_args(Sort), default="date"
    ),
}
PAGING: dict[str, Asked] = {
    "limit": whole("events on a page", "limit", 1, LARGEST_PAGE, default=USUAL_PAGE),
    "cursor": text("`next` of the page before, of the same question", "cursor", max_length=LONGEST),
}
SHAPE: dict[str, Asked] = {
    "fields": choices("only these of each event", "fields", FIELDS),
    "include": choices("more than the events", "include", INCLUDED),
    "facets": choices("how many events share", "facets", get_args(FacetName)),
}
SAVED = text("a saved timeline, whose question is asked; what is asked here beside goes before", "timeline")
# An export holds what its format has room for; of one are those whose path names the saved timeline.
OF_ONE_EXPORTED: dict[str, Asked] = {**FILTERS, **PAGING}
OF_ONE: dict[str, Asked] = {**OF_ONE_EXPORTED, **SHAPE}
EXPORTED: dict[str, Asked] = {**OF_ONE_EXPORTED, "timeline": SAVED}
PARAMETERS: dict[str, Asked] = {**EXPORTED, **SHAPE}


def asking(known: Mapping[str, Asked]) -> type[Operation]:
    """The description of a route that takes these parameters, without their being arguments of its function."""

    @dataclass
    class Asking(Operation):
        def __post_init__(self) -> None:
            self.parameters = [*(self.parameters or []), *map(described, known)]

    return Asking


def described(name: str) -> Parameter:
    """A parameter as the description shows it."""
    asked = PARAMETERS[name]
    return Parameter(name=name, param_in="query", description=asked.about, schema=asked.schema, required=False)


def given(query_string: bytes, known: Mapping[str, Asked]) -> dict[str, str]:
    """The parameters, without words that are blank; a refusal, which names it, of one that is unknown or repeated."""
    found: dict[str, str] = {}
    for name, value in parse_qsl(query_string.decode("latin-1"), keep_blank_values=True):
        if name not in known:
            raise invalid(name[:LONGEST], f"there is no such parameter; there are {', '.join(known)}")
        if name in found:
            raise invalid(name, "is given more than once")
        found[name] = value
    return {name: value for name, value in found.items() if value or known[name].schema.type != OpenAPIType.STRING}


def values(asked: Mapping[str, str], known: Mapping[str, Asked]) -> dict[str, Any]:
    """The parts of a question that parameters set; a refusal, which names it, of one that cannot be read."""
    read: dict[str, Any] = {}
    if "q" in asked and "text" in asked:
        raise invalid("text", "is another name of `q`, which is given too: put all words into one")
    for name, raw in asked.items():
        try:
            read[known[name].sets] = known[name].read(raw)
        except (ValueError, edtf.EdtfError) as error:
            raise invalid(name, str(error)) from error
    return read


def query_of(asked: Mapping[str, str]) -> TimelineQuery:
    """The question that filters put, as they stand in an address or in a saved timeline."""
    return TimelineQuery(**values(asked, FILTERS))


def question_of(
    query_string: bytes, store: Store, *, slug: str | None = None, known: Mapping[str, Asked] = PARAMETERS
) -> Question:
    """What an address asks, of the saved timeline `slug` where one is given or named in it.

    Raises NotFoundError where that is not there.
    """
    asked = given(query_string, known)
    read = values(asked, known)
    slug = read.pop("timeline", None) if slug is None else slug
    saved = store.saved_timeline(slug) if slug is not None else None
    shape = {name: read.pop(name) for name in SHAPE if name in read}
    query = replace(saved.query, **read) if saved is not None else TimelineQuery(**read)
    return Question(query=query, saved=saved, **shape)


def only_known(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """A guard that refuses what is asked beside the parameters of a route, and what is asked twice.

    Routes that take the parameters of a question look themselves; pages keep what trackers add to addresses.
    """
    if (
        not connection.scope["path"].startswith("/v1/")
        or getattr(handler, "operation_class", Operation) is not Operation
    ):
        return
    signature = handler.parsed_fn_signature.parameters.items()
    known = {getattr(one.kwarg_definition, "name", None) or name for name, one in signature}
    asked = [name for name, _ in connection.query_params.multi_items()]
    for name in asked:
        if name not in known:
            raise invalid(name[:LONGEST], "there is no such parameter here")
        if asked.count(name) > 1:
            raise invalid(name, "is given more than once")
