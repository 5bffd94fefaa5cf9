"""`timeline feeds`: following, looking, trying out, and what is told of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from commands import Timeline
from feeds import WHOLE, item, news_page, rss

from timeline.store import Fetch, Rest, Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import LocalWeb

FERRY = "A ferry sank off Tarvik on 2 May, the coast guard said. " * 20
FEED = rss(item(1, FERRY, date="Wed, 10 May 2023 09:00:00 +0200"))
OPML = """<opml version="2.0"><body><outline text="News">
<outline text="Post" xmlUrl="http://192.0.2.1/feed"/><outline text="file" xmlUrl="file:///etc/passwd"/>
</outline></body></opml>"""
LOCAL = ("--allow-private-addresses", "--pause", "0")


def test_a_feed_is_followed_looked_at_and_left(timeline: Timeline, web: LocalWeb) -> None:
    url = web.say("/feed", FEED, Content_Type="application/rss+xml")
    broken = web.url + "/none"
    assert timeline("feeds", "add", url, "--source", "Canal Post").rows[0][1:3] == [url, "Canal Post"]
    assert timeline("feeds", "refresh", *LOCAL).rows[0][2:4] == ["fetched", "1"]
    assert timeline("chronology", "--source", "Canal Post").rows != []
    timeline("feeds", "add", broken)
    run = timeline("feeds", "refresh", broken, *LOCAL)
    assert (run.status, run.rows[0][2]) == (3, "error")
    assert [row[5] for row in timeline("feeds", "list").rows] == ["followed", "error"]
    assert timeline("feeds", "remove", url).status == 0
    assert [row[1] for row in timeline("feeds", "list").rows] == [broken]


def test_a_page_is_followed_by_its_feed_or_alone_where_that_is_asked_for(timeline: Timeline, web: LocalWeb) -> None:
    feed = web.say("/bridges", rss())
    link = '<link rel="alternate" type="application/rss+xml" href="/bridges">'
    front = web.say("/", news_page(WHOLE, head=link), Content_Type="text/html")
    alone = web.say("/ferry", news_page(WHOLE), Content_Type="text/html")
    added = timeline("feeds", "add", front, *LOCAL)
    assert added.rows[0][1] == feed
    assert f"{front} is a page; followed is the feed it leads to: {feed}" in added.err
    refused = timeline("feeds", "add", alone, *LOCAL)
    assert (refused.status, "it can be followed as a page, with --page" in refused.err) == (1, True)
    assert timeline("feeds", "add", alone, "--page").rows[0][1] == alone
    unseen = timeline("feeds", "add", web.url + "/other")
    assert (unseen.status, "followed as given, for it could not be looked at" in unseen.err) == (0, True)
    assert timeline("feeds", "add", front, "--as-given").err == ""
    assert [row[1] for row in timeline("feeds", "list").rows] == [feed, alone, web.url + "/other", front]


def test_a_trial_tells_what_would_happen_and_keeps_nothing(timeline: Timeline, web: LocalWeb) -> None:
    more = "<ttl>240</ttl><skipHours><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>"
    body = rss(item(1, FERRY), item(2), more=more)
    web.say("/feed", body, ETag='"1"', Cache_Control="max-age=7200")
    tried = timeline("feeds", "test", web.say("/old", status=301, Location="/feed"), "--allow-private-addresses")
    assert tried.status == 0
    *found, (about, when) = [tuple(row) for row in tried.rows]
    assert found == [
        ("redirect", f"301 to {web.url}/feed"),
        ("address", "changes after three such chains over a day at least"),
        ("caching", "ETag would be sent back"),
        ("caching", "the answer holds for 2 h: no look before that"),
        ("feed", "rss, Harbour Post"),
        ("items", "2, 2 with a date of their own"),
        ("pages", "1 would be fetched for their text, 1 not"),
        ("interval", "every 24 h, by how often it publishes"),
        ("interval", "the feed asks for no more than a look every 4 h"),
        ("interval", "never in these hours (UTC): 3"),
        ("interval", "never on Sunday"),
    ]
    assert about == "next look"
    assert when.startswith("about 20")
    assert (timeline("feeds", "list").rows, timeline("articles", "list").rows, web.count("/story/2")) == ([], [], 0)


def test_a_trial_asks_no_host_that_rests(timeline: Timeline, store_file: Path, web: LocalWeb) -> None:
    store = Store(str(store_file))
    store.leave_alone([Rest(host="127.0.0.1", until=store.now() + timedelta(hours=3))])
    store.close()
    tried = timeline("feeds", "test", web.say("/feed", FEED), "--allow-private-addresses")
    assert (tried.status, tried.rows[0][0], web.asked) == (1, "error", [])
    assert tried.rows[0][1].startswith("127.0.0.1 asked to be left alone for another 10")


def test_a_trial_tells_of_broken_xml(timeline: Timeline, web: LocalWeb) -> None:
    url = web.say("/feed", FEED.removesuffix("</channel></rss>"))
    tried = timeline("feeds", "test", url, "--allow-private-addresses")
    assert ["feed", "broken XML (no element found): read as far as it goes"] in tried.rows
    assert tried.status == 0


@pytest.mark.parametrize(
    ("status", "headers", "told"),
    [
        (404, {}, [["error", "status 404"]]),
        (410, {}, [["error", "status 410: gone for good"], ["next look", "none: the publisher says that it is gone"]]),
        (503, {"Retry_After": "7200"}, [["error", "status 503; asked again after 7200 s at the earliest"]]),
        (403, {"cf_mitigated": "challenge"}, [["error", "status 403: a challenge page"]]),
    ],
)
def test_a_trial_that_fails_says_why(
    timeline: Timeline, web: LocalWeb, status: int, headers: dict[str, str], told: list[list[str]]
) -> None:
    tried = timeline("feeds", "test", web.say("/feed", status=status, **headers), "--allow-private-addresses")
    assert tried.status == 1
    assert [about for about, _ in tried.rows] == ["error", "next look"]
    assert all(any(row[0] == about and row[1].startswith(says) for row in tried.rows) for about, says in told)


def test_a_dry_run_says_what_would_be_asked_and_asks_nobody(
    timeline: Timeline, store_file: Path, web: LocalWeb
) -> None:
    store = Store(str(store_file))
    fresh, known, gone = (store.add_feed(web.url + path) for path in ("/fresh", "/known", "/gone"))
    later = store.now() + timedelta(hours=2)
    store.record_fetch(known.id, Fetch(outcome="fetched", next_check_at=later, etag='"1"', last_modified="Mon"))
    store.record_fetch(gone.id, Fetch(outcome="error", next_check_at=later, disable="gone for good"))
    store.close()
    due = timeline("feeds", "refresh", "--dry-run", "--due").rows
    assert [row[2] for row in due] == ["would be asked", "not due", "disabled"]
    assert due[0][3] == "for all of it: it gave nothing to compare with"
    assert due[1][3] == f"not before {later:%Y-%m-%d %H:%M}Z"
    by_hand = timeline("feeds", "refresh", "--dry-run", str(fresh.id), known.url).rows
    assert [row[2] for row in by_hand] == ["would be asked", "not yet"]
    assert "less than a minute ago" in by_hand[1][3]
    forced = timeline("feeds", "refresh", "--dry-run", "--force", known.url).rows
    assert forced[0][2:] == ["would be asked", "whether it has changed, by its ETag and Last-Modified"]
    assert web.asked == []


def test_the_log_tells_the_last_looks_the_latest_first(timeline: Timeline, web: LocalWeb) -> None:
    url = web.say("/feed", FEED)
    timeline("feeds", "add", url, "--as-given")
    timeline("feeds", "refresh", *LOCAL)
    web.say("/feed", status=503)
    timeline("feeds", "refresh", "--force", *LOCAL)
    latest, first = timeline("feeds", "log", url).rows
    assert (latest[1:4], latest[5]) == (["error", "503", "0"], "status 503")
    assert first[1:4] == ["fetched", "200", "1"]
    assert latest[0] >= first[0]


def test_opml_goes_in_and_comes_out(timeline: Timeline, tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text(OPML)
    first = timeline("feeds", "import", file)
    assert (first.status, first.out) == (3, "1 new; 0 followed already\n")
    assert "not followed: file:///etc/passwd: only http and https URLs are fetched" in first.err
    assert timeline("feeds", "import", file).out == "0 new; 1 followed already\n"
    written = timeline("feeds", "export").out
    assert '<outline type="rss" text="Post" title="Post" xmlUrl="http://192.0.2.1/feed"/>' in written
    file.write_text(written)
    again = timeline("feeds", "import", file)
    assert (again.status, again.out) == (0, "0 new; 1 followed already\n")


@pytest.mark.parametrize(("content", "said"), [(None, "No such file"), ("words", "this is no OPML file")])
def test_a_list_that_cannot_be_read_is_refused(
    timeline: Timeline, tmp_path: Path, content: str | None, said: str
) -> None:
    file = tmp_path / "feeds.opml"
    if content is not None:
        file.write_text(content)
    run = timeline("feeds", "import", file)
    assert (run.status, said in run.err, "Traceback" in run.err) == (1, True, False)


def test_at_a_terminal_feeds_have_colours_their_errors_and_their_next_check(
    timeline: Timeline, store_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(str(store_file))
    for number, fetch in enumerate(
        [
            Fetch(outcome="fetched", next_check_at=store.now().replace(year=2090, month=1, day=2)),
            Fetch(outcome="error", next_check_at=store.now().replace(year=2091, month=1, day=2), detail="status 500"),
            Fetch(outcome="error", next_check_at=store.now(), detail="status 410", disable="gone for good"),
        ]
    ):
        store.record_fetch(store.add_feed(f"http://post{number}.example/").id, fetch)
    store.close()
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    header, well, failing, stopped = timeline("feeds", "list").out.splitlines()
    assert ("next check" in header, "interval" in header) == (True, True)
    assert well.rstrip().endswith("1 h")
    assert ("\x1b[32mfollowed" in well, "2090-01-02" in well) == (True, True)
    assert ("\x1b[31merror" in failing, "2091-01-02" in failing, "status 500" in failing) == (True, True, True)
    assert ("\x1b[1;31mdisabled" in stopped, "gone for good" in stopped) == (True, True)


def test_publishers_find_the_contact_of_the_settings(
    timeline: Timeline, web: LocalWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIMELINE_CONTACT", "mailto:desk@post.example")
    timeline("feeds", "add", web.say("/feed", FEED), "--as-given")
    timeline("feeds", "refresh", *LOCAL)
    (headers,) = [headers for path, headers in web.asked if path == "/feed"]
    assert headers["user-agent"].endswith("(+mailto:desk@post.example)")


def test_a_doubt_about_a_date_stands_beside_its_article(timeline: Timeline, web: LocalWeb) -> None:
    """A guess, a date to come, and one that the page speaks against."""
    dates = {1: "", 2: "Wed, 05 Mar 2081 10:00:00 +0100", 3: "Wed, 05 Mar 2025 10:00:00 +0100"}
    for number, published in ((1, None), (2, "2025-03-05"), (3, "2025-03-01")):
        text = WHOLE + ("It was written on 4 March 2025." if published is None else "")
        web.say(f"/story/{number}", news_page(text, published=published), Content_Type="text/html")
    items = (item(number, date=date) for number, date in dates.items())
    timeline("feeds", "add", web.say("/feed", rss(*items)), "--as-given")
    assert timeline("feeds", "refresh", *LOCAL).rows[0][2:4] == ["fetched", "3"]
    doubts = {row[4]: (row[1], row[6]) for row in timeline("articles", "list").rows}
    assert doubts == {
        "Story 1": (
            "2025-03-04",
            "2025-03-04 is a guess from the text of the page, which does not say when it was published",
        ),
        "Story 2": ("2025-03-05", "the feed says 2081-03-05, which is in the future"),
        "Story 3": ("2025-03-05T10:00:00+01:00", "the feed says 2025-03-05, but the page's meta tags 2025-03-01"),
    }
