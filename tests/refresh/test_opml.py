"""Lists of feeds from other readers and for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.refresh import OpmlError, Outline, follow_all, read_opml, write_opml
from timeline.store import Store

FOLDERS = b"""<?xml version="1.0"?><opml version="1.0"><head><title>Mine</title></head><body>
<outline text="News"><outline text="Post &amp; Sons" xmlUrl="https://post.example/feed?a=1&amp;b=2"/>
<outline title="Gazette" text="other" xmlurl=" https://gazette.example/rss "/></outline>
<outline text="again" xmlUrl="https://gazette.example/rss"/><outline text="file" xmlUrl="file:///etc/passwd"/>
</body></opml>"""
LAUGHS = b"""<!DOCTYPE o [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><body><outline text="&b;&x;" xmlUrl="https://a.example/"/></body></opml>"""


def test_feeds_are_found_in_whatever_folder_once_each() -> None:
    assert read_opml(FOLDERS) == (
        Outline(url="https://post.example/feed?a=1&b=2", title="Post & Sons"),
        Outline(url="https://gazette.example/rss", title="again"),
        Outline(url="file:///etc/passwd", title="file"),
    )


def test_what_is_written_is_read_again() -> None:
    outlines = (Outline(url="https://a.example/?x=<&>", title='"A" & <b>'), Outline(url="https://b.example/"))
    assert [one.url for one in read_opml(write_opml(outlines).encode())] == [one.url for one in outlines]
    assert read_opml(write_opml(outlines).encode())[0] == outlines[0]


@pytest.mark.parametrize("body", [b"", b"words", b"<rss/>", b"\x00\xff" * 50, b"<opml"])
def test_what_is_no_opml_is_refused(body: bytes) -> None:
    if body == b"<opml":
        assert read_opml(body) == ()  # what can be made out of a broken file is taken
    else:
        with pytest.raises(OpmlError, match="no OPML"):
            read_opml(body)


def test_a_file_with_entities_of_its_own_is_refused() -> None:
    with pytest.raises(OpmlError, match="entities"):
        read_opml(LAUGHS)


def test_following_a_list_twice_follows_each_feed_once(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "t.db"))
    store.prepare()
    first, second = follow_all(store, read_opml(FOLDERS)), follow_all(store, read_opml(FOLDERS))
    assert (first.new, first.known, first.refused) == (2, 0, ("file:///etc/passwd",))
    assert (second.new, second.known) == (0, 2)
    assert [feed.title for feed in store.feeds()] == ["Post & Sons", "again"]
    store.close()
