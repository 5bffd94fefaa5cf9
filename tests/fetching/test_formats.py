"""Every format a publisher may use, read from a real server to one shape; broken ones as far as they go."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from timeline.fetching import (
    FeedRead,
    FetchedFeed,
    Fetcher,
    FetchError,
    Found,
    NotModified,
    discover,
    fetch_feed,
    read_feed,
)

if TYPE_CHECKING:
    from tests.conftest import LocalWeb

PARAGRAPH = "<p>The council closed the old harbour bridge on Monday after engineers had found cracks in two piers.</p>"
ARTICLE = f"<article><h1>Bridge closed</h1>{PARAGRAPH * 5}</article>"
RSS = '<rss version="2.0"><channel><title>Harbour</title>{}</channel></rss>'
STAMP = "<pubDate>Wed, 05 Mar 2025 10:00:00 +0100</pubDate>"
ITEM = f"<item><title>Bridge</title><guid>tag:1</guid><link>/1</link>{STAMP}</item>"
NEWS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
ENTRY = (
    "<url><loc>{}</loc><news:news><news:publication><news:name>Harbour Post</news:name>"
    "<news:language>en</news:language></news:publication><news:publication_date>{}</news:publication_date>"
    "<news:title>{}</news:title></news:news></url>"
)


def page(head: str = "", body: str = "") -> str:
    return f"<html><head><title>Harbour</title>{head}</head><body>{body}</body></html>"


def read(text: str | bytes, **options: str) -> FeedRead:
    body = text.encode() if isinstance(text, str) else text
    return read_feed(body, url="https://post.example/feed", **options)


def ask(url: str, *, single: bool = False, etag: str | None = None) -> FetchedFeed | NotModified:
    async def run() -> FetchedFeed | NotModified:
        async with Fetcher(allow_private=True, pause=0) as fetcher:
            return await fetch_feed(url, fetcher=fetcher, page=single, etag=etag)

    return asyncio.run(run())


def follow(url: str, *, single: bool = False) -> FetchedFeed:
    fetched = ask(url, single=single)
    assert isinstance(fetched, FetchedFeed)
    return fetched


def find(url: str) -> Found:
    async def run() -> Found:
        async with Fetcher(allow_private=True, pause=0) as fetcher:
            return await discover(url, fetcher=fetcher)

    return asyncio.run(run())


RSS_ITEM = "<item><title>Bridge</title><link>/1</link></item>"
ATOM_ENTRY = "<title>Harbour</title><entry><title>Bridge</title><id>1</id><link rel='alternate' href='/1'/></entry>"
RDF = "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'"
PURL = "http://purl.org/rss/1.0/"
RSS_1 = f"<channel rdf:about='/'><title>Harbour</title></channel>{RSS_ITEM}"
JSON_FEED = '{"version": "https://jsonfeed.org/version/%s", "title": "Harbour", "items": [%s]}'


@pytest.mark.parametrize(
    ("feed", "kind"),
    [
        (RSS.format(RSS_ITEM).replace("2.0", "0.91"), "rss"),
        (RSS.format(RSS_ITEM).replace("2.0", "0.92"), "rss"),
        (RSS.format(RSS_ITEM), "rss"),
        (f"<rdf:RDF {RDF}><channel><title>Harbour</title></channel>{RSS_ITEM}</rdf:RDF>", "rss"),
        (f"<rdf:RDF {RDF}>{RSS_1}</rdf:RDF>".replace("http://my.netscape.com/rdf/simple/0.9/", PURL), "rss"),
        (f"<feed xmlns='http://www.w3.org/2005/Atom'>{ATOM_ENTRY}</feed>", "atom"),
        (f"<feed version='0.3' xmlns='http://purl.org/atom/ns#'>{ATOM_ENTRY}</feed>", "atom"),
        (JSON_FEED % ("1", '{"id": 1, "title": "Bridge", "url": "/1"}'), "json"),
        (JSON_FEED % ("1.1", '{"id": "1", "title": "Bridge", "external_url": "/1"}'), "json"),
    ],
)
def test_every_version_of_every_format_is_read(feed: str, kind: str) -> None:
    found = read(feed)
    (item,) = found.items
    assert (found.kind, found.title) == (kind, "Harbour")
    assert (item.title, item.url, item.published) == ("Bridge", "https://post.example/1", None)


def test_a_json_feed_gives_text_date_and_language() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour",
        "language": "en-GB",
        "items": [
            {"id": "a", "content_html": "<p>Cracks &amp; rust.</p>", "date_published": "2025-03-04T23:30:00-05:00"},
            {"id": "b", "summary": "Short.", "content_text": "Rather longer."}
            | {"date_modified": "2025-03-05", "language": "de"},
            {"url": "http://[broken/", "title": "without an id or an address"},
            {"id": True},
            "no item",
        ],
    }
    first, second = read(json.dumps(feed)).items
    assert first.published is not None
    assert second.published is not None
    assert (first.guid, first.text, first.language, first.published.day.isoformat()) == (
        "a",
        "Cracks & rust.",
        "en",
        "2025-03-04",
    )
    assert (second.guid, second.text, second.language, second.published.raw) == (
        "b",
        "Rather longer.",
        "de",
        "2025-03-05",
    )


@pytest.mark.parametrize("text", ["{", '{"version": 1}', "{}", '["https://jsonfeed.org/version/1"]', "[" * 100_000])
def test_json_that_is_no_feed_is_told(text: str) -> None:
    with pytest.raises(FetchError) as caught:
        read(text)
    assert caught.value.reason == "not_a_feed"


def test_a_news_sitemap_gives_its_articles_the_newest_first() -> None:
    old = ENTRY.format("https://post.example/old", "2025-03-03", "Old")
    new = ENTRY.format("https://www.post.example/new", "2025-03-04T23:30:00-05:00", "New &amp; fresh")
    elsewhere = ENTRY.format("https://other.example/x", "2025-03-04", "Of another site")
    found = read(f'<?xml version="1.0"?><urlset {NEWS}>{old}{elsewhere}{new}<url/></urlset>')
    assert (found.kind, found.title) == ("sitemap", "Harbour Post")
    assert [(item.title, item.url, item.language) for item in found.items] == [
        ("New & fresh", "https://www.post.example/new", "en"),
        ("Old", "https://post.example/old", "en"),
    ]
    assert all(item.teaser and item.published is not None for item in found.items)


def test_the_date_of_a_change_is_no_date_of_publication() -> None:
    (item,) = read("<urlset><url><loc>/a</loc><lastmod>2025-03-04</lastmod></url></urlset>").items
    assert (item.url, item.published) == ("https://post.example/a", None)


def test_an_index_is_followed_one_level_to_its_newest_parts(web: LocalWeb) -> None:
    days = range(1, 6)
    parts = "".join(f"<sitemap><loc>/part{day}</loc><lastmod>2025-03-0{day}</lastmod></sitemap>" for day in days)
    foreign = "<sitemap><loc>https://other.example/map</loc><lastmod>2025-03-09</lastmod></sitemap>"
    url = web.say("/map", f"<sitemapindex>{parts}{foreign}</sitemapindex>", ETag='"v1"')
    for day in days:
        web.say(f"/part{day}", f"<urlset {NEWS}>{ENTRY.format(f'/story{day}', f'2025-03-0{day}', 'x')}</urlset>")
    web.say("/part4", status=500)
    fetched = follow(url)
    assert [item.url for item in fetched.feed.items] == [web.url + "/story5", web.url + "/story3"]
    assert fetched.answer.etag is None  # it would say nothing of the parts
    assert [path for path, _ in web.asked] == ["/map", "/part5", "/part4", "/part3"]


def test_a_single_page_is_a_feed_of_one_item(web: LocalWeb) -> None:
    head = '<title>Bridge</title><meta property="article:published_time" content="2025-03-05T08:00:00+02:00">'
    url = web.say(
        "/page", f"<html><head>{head}</head><body>{ARTICLE}</body></html>", Content_Type="text/html", ETag='"p"'
    )
    fetched = follow(url, single=True)
    (item,) = fetched.feed.items
    assert (fetched.feed.kind, fetched.answer.etag, item.guid, item.teaser) == ("page", '"p"', url, False)
    assert "cracks in two piers." in item.text
    assert [date.raw for date in item.page_dates or ()] == ["2025-03-05T08:00:00+02:00"]
    web.say("/page", status=304)
    assert isinstance(ask(url, single=True, etag='"p"'), NotModified)


def test_what_a_feed_asks_of_its_readers_is_told() -> None:
    channel = (
        "<ttl>90</ttl><skipHours><hour>0</hour><hour>23</hour><hour>24</hour><hour>99</hour></skipHours>"
        "<skipDays><day>Sunday</day><day>saturday</day><day>Someday</day></skipDays>"
        '<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">daily</sy:updatePeriod>'
        '<sy:updateFrequency xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">4</sy:updateFrequency>'
    )
    pace = read(RSS.format(channel + ITEM)).pace
    assert (pace.ttl, pace.update_every) == (timedelta(minutes=90), timedelta(hours=6))
    assert (pace.skip_hours, pace.skip_days) == ({0, 23}, {5, 6})


@pytest.mark.parametrize("ttl", ["", "soon", "-5", "0"])
def test_a_pace_without_sense_is_as_if_unsaid(ttl: str) -> None:
    pace = read(RSS.format(f"<ttl>{ttl}</ttl><skipHours/>{ITEM}")).pace
    assert (pace.ttl, pace.update_every, pace.skip_hours) == (None, None, frozenset())


@pytest.mark.parametrize(
    ("encoding", "label", "declared"),
    [
        ("utf-8", "text/xml; charset=iso-8859-1", "windows-1252"),
        ("utf-8", "application/rss+xml; charset=us-ascii", None),
        ("utf-8-sig", "text/xml; charset=koi8-r", "utf-8"),
        ("cp1252", "text/xml; charset=utf-8", "iso-8859-1"),
        ("cp1252", "text/xml", None),
        ("iso-8859-15", "text/xml", "ISO-8859-15"),
        ("utf-16", "text/xml", "utf-16"),
        ("utf-8", "text/xml; charset=zlib_codec", "punycode"),
    ],
)
def test_valid_utf8_beats_a_wrong_label_and_other_bytes_are_read_by_theirs(
    encoding: str, label: str, declared: str | None
) -> None:
    prolog = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    feed = prolog + RSS.format("<item><guid>1</guid><title>Brücke für Åse geöffnet</title></item>")
    (item,) = read(feed.encode(encoding), content_type=label).items
    assert item.title == "Brücke für Åse geöffnet"


def test_a_broken_letter_costs_that_letter_only() -> None:
    feed = RSS.format("<item><guid>1</guid><title>Brücke für Åse @</title></item>").encode()
    (item,) = read(feed.replace(b"@", b"\xff")).items
    assert item.title == "Brücke für Åse \N{REPLACEMENT CHARACTER}"


def test_a_line_of_megabytes_is_read() -> None:
    (item,) = read(RSS.format(f"<item><guid>1</guid><description>{'word ' * 500_000}</description></item>")).items
    assert len(item.text) == 2_499_999


def test_a_feed_that_breaks_off_gives_what_it_has() -> None:
    broken = RSS.format(ITEM).removesuffix("</channel></rss>") + "<item><ti"
    assert read(broken).items[0].guid == "tag:1"


def test_a_document_that_cannot_be_read_is_an_error_and_the_next_one_is_read(web: LocalWeb) -> None:
    bad = web.say("/bad", RSS.format("<item><guid>1</guid></item>" * 6000))
    with pytest.raises(FetchError) as caught:
        follow(bad)
    assert (caught.value.reason, caught.value.status) == ("too_large", 200)
    assert len(follow(web.say("/good", RSS.format(ITEM))).feed.items) == 1


def test_a_feed_is_found_at_its_own_address(web: LocalWeb) -> None:
    url = web.say("/feed", RSS.format(ITEM))
    assert find(url) == Found(url=url, kind="rss", title="Harbour")


def test_a_feed_is_found_by_the_link_of_a_page_and_no_usual_place_is_tried(web: LocalWeb) -> None:
    links = (
        '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments">'
        '<link rel="alternate" type="text/html" hreflang="de" href="/de">'
        '<link rel="alternate stylesheet" href="/x.css">'
        '<link rel="alternate" type="application/atom+xml" href="news.atom">'
    )
    atom = '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title></feed>'
    web.say("/section/news.atom", atom, Content_Type="application/atom+xml")
    found = find(web.say("/section/", page(links), Content_Type="text/html"))
    assert found == Found(url=web.url + "/section/news.atom", kind="atom", title="News")
    assert [path for path, _ in web.asked] == ["/section/", "/section/news.atom"]


def test_a_feed_is_found_at_a_usual_place_where_no_link_says(web: LocalWeb) -> None:
    web.say("/feed", page("", "soft 404"))
    web.say("/rss.xml", RSS.format(ITEM))
    assert find(web.say("/", page())).url == web.url + "/rss.xml"


def test_where_no_feed_is_a_page_with_an_article_is_found(web: LocalWeb) -> None:
    found = find(web.say("/a", page("", ARTICLE)))
    assert (found.url, found.kind) == (web.url + "/a", "page")


def test_where_nothing_is_that_is_told(web: LocalWeb) -> None:
    with pytest.raises(FetchError, match="holds no article") as caught:
        find(web.say("/a", page()))
    assert caught.value.reason == "not_a_feed"


def test_who_does_not_answer_is_not_asked_at_other_places(web: LocalWeb) -> None:
    with pytest.raises(FetchError) as caught:
        find(web.say("/a", status=503))
    assert (caught.value.reason, len(web.asked)) == ("status", 1)
