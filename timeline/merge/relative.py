"""Dates that hang on another event, settled once that event is dated: by a landmark, or by any article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.edtf import parse
from timeline.mentions.words import ASPECTUAL_VERBS
from timeline.merge.days import days_of, span
from timeline.merge.landmarks import named_in, roots_of
from timeline.merge.lexicon import related
from timeline.merge.profile import Profile
from timeline.merge.tellings import Telling
from timeline.merge.vote import Verdict
from timeline.merge.words import words_of
from timeline.resolve import settle
from timeline.steps import Stated, replay
from timeline.types import Landmark, RelativeTo, When

CLOSE = ("family", "synonym")
COVERED = 0.5  # of the words of a phrase that the tellings of its event have
LONGEST = 366  # days: what is known only to the decade settles nothing
STARTING = ASPECTUAL_VERBS | {"launch", "erupt", "break"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Tellings of one happening and the date that they give it."""

    members: tuple[Profile, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """What a date can hang on: landmarks, and dated happenings by the roots of their triggers."""

    landmarks: Sequence[Landmark]
    by_root: Mapping[str, Sequence[Happening]]
    story: Mapping[str, int]


def anchors(happenings: Iterable[Happening], landmarks: Sequence[Landmark], story: Mapping[str, int]) -> Anchors:
    """The happenings that have a date of their own, told to the year or better, and the landmarks."""
    by_root: dict[str, list[Happening]] = defaultdict(list)
    for one in happenings:
        if one.verdict.basis != "publication" and span(days_of(one.verdict.when)) <= LONGEST:
            for root in sorted({word for member in one.members for word in handles(member)}):
                by_root[root].append(one)
    return Anchors(landmarks=landmarks, by_root=by_root, story=story)


def handles(member: Profile) -> Iterator[str]:
    """The roots by which a happening is called: its trigger, and what began where the trigger is a beginning."""
    yield member.root
    if member.root in STARTING:
        yield from member.companions


def settled(telling: Telling, known: Anchors) -> Telling:
    """The telling with the date that its anchor gives it; as it was where it hangs on nothing that is dated."""
    mention = telling.mention
    if mention.relative_to is None:
        return telling
    anchor, source = anchor_of(telling, mention.relative_to, known)
    if anchor is None:
        return telling
    when, steps = settle(mention.relative_to, telling.written, anchor, source=source)
    if when is None:
        return telling
    return replace(telling, mention=replace(mention, when=when, steps=steps, basis="event"))


def anchor_of(telling: Telling, relative: RelativeTo, known: Anchors) -> tuple[When | None, str]:
    """The date of the event that a phrase names, and whether a landmark or another event gives it."""
    if (landmark := named_in(relative.text, known.landmarks)) is not None:
        return when_of(landmark), "landmark"
    happening = best_named(telling, relative.text, known)
    return (happening.verdict.when, "event") if happening else (None, "event")


def when_of(landmark: Landmark) -> When | None:
    """The landmark's date."""
    return replay((Stated(text=landmark.name, edtf=parse(landmark.date).text),))


def best_named(telling: Telling, text: str, known: Anchors) -> Happening | None:
    """The dated happening that a phrase names best, of the telling's own story first; None where none fits."""
    roots = roots_of(text)
    close = [
        root for word in roots for root in (word, *(to for to, link in related(word).items() if link.kind in CLOSE))
    ]
    candidates = {id(one): one for root in close for one in known.by_root.get(root, ())}.values()
    words = set(words_of(text))
    scored = [(fit, one) for one in candidates if (fit := fitness(one, words, telling, known)) is not None]
    return max(scored, key=lambda pair: pair[0])[1] if scored else None


def closely(root: str) -> Iterator[str]:
    """The roots that another text may call the same by."""
    return (other for other, link in related(root).items() if link.kind in CLOSE)


Fitness = tuple[bool, float, int, str]


def fitness(one: Happening, words: set[str], telling: Telling, known: Anchors) -> Fitness | None:
    """How well a happening fits a phrase; None where it does not, or is what hangs on it."""
    if any(member.telling.mention == telling.mention for member in one.members):
        return None
    stories = {known.story[member.telling.article.id] for member in one.members}
    covered = max(coverage(member, words) for member in one.members)
    if covered < COVERED:
        return None
    first = one.members[0].telling
    return (
        known.story[telling.article.id] in stories,
        covered,
        len(one.members),
        f"{first.article.id} {first.mention.start}",
    )


def coverage(member: Profile, words: set[str]) -> float:
    """The share of the words of a phrase that a telling has."""
    has = words & (member.sentence.keys() | set(words_of(member.telling.mention.trigger)))
    return len(has) / len(words) if words else 0.0
