"""What may be said of a happening, from how its sources tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from timeline.mentions.words import CLAIMING_VERBS
from timeline.merge.tellings import Telling
from timeline.types import Mention, Stance, Status

WEAKEST_FIRST: tuple[Status, ...] = ("claimed", "reported", "asserted")
TOLD: Mapping[Stance, Status] = {"asserted": "asserted", "reported": "reported", "claimed": "claimed"}


def status_of(tellings: Sequence[Telling], original: Mapping[str, str]) -> Status:
    """denied where every source denies it, disputed where one does; else how most sources tell it.

    Of equally many the weaker word is taken. Copies of one text count once.
    """
    voices = {(original.get(one.article.id, one.article.id), stance_of(one.mention)) for one in tellings}
    stances = Counter(stance for _, stance in voices if stance != "hypothetical")
    if stances["denied"]:
        return "denied" if len(stances) == 1 else "disputed"
    told = Counter({TOLD[stance]: count for stance, count in stances.items() if stance in TOLD})
    if stances["planned"] > told.total() or not told:
        return "planned" if stances["planned"] else "claimed"
    return max(WEAKEST_FIRST, key=lambda status: (told[status], -WEAKEST_FIRST.index(status)))


def stance_of(mention: Mention) -> Stance:
    """How it is told; what a party claims is a claim, however surely the outlet tells of the claiming."""
    claiming = mention.kind == "verb" and mention.lemma in CLAIMING_VERBS and mention.stance in ("asserted", "reported")
    return "claimed" if claiming else mention.stance
