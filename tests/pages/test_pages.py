"""Pages: the article without its furniture, and the most trusted date of those a page gives."""

from __future__ import annotations

import pytest

from timeline.pages import plain_text, read_page, read_stamp

BODY = "".join(
    f"<p>The council closed the old harbour bridge on Monday after engineers had found cracks in pier {number}.</p>"
    for number in range(6)
)
JSON_LD = '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "%s"}]}</script>'
META = '<meta property="article:published_time" content="%s">'


def page(head: str = "", top: str = "") -> bytes:
    return (
        f'<html lang="en-GB"><head><title>Bridge closed</title><meta property="og:site_name" content="Harbour Post">'
        f"{head}</head><body><nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav><article><h1>Bridge closed</h1>"
        f"{top}{BODY}</article><footer>Subscribe to our newsletter</footer></body></html>"
    ).encode()


@pytest.mark.parametrize(
    ("head", "top", "url", "day", "origin"),
    [
        (JSON_LD % "2025-03-04T23:30:00-05:00" + META % "2025-03-05", "", None, "2025-03-04", "json-ld"),
        (META % "2025-03-05T08:00:00+02:00", "<time datetime='2025-03-06'>6 March</time>", None, "2025-03-05", "meta"),
        ("", "<time datetime='2025-03-06'>6 March</time>", "https://post.example/2025/03/07/x", "2025-03-06", "time"),
        ("", "", "https://post.example/2025/03/07/bridge", "2025-03-07", "url"),
        ("", "<p>Published: March 8, 2025</p>", "https://post.example/bridge", "2025-03-08", "htmldate"),
        (JSON_LD % "soon", "<time datetime='2025-03-06'>6 March</time>", None, "2025-03-06", "time"),
    ],
)
def test_the_most_trusted_date_of_a_page_is_its_publication(
    head: str, top: str, url: str | None, day: str, origin: str
) -> None:
    read = read_page(page(head, top), url=url)
    assert read is not None
    assert read.published is not None
    assert (read.published.day.isoformat(), read.published.origin) == (day, origin)


@pytest.mark.parametrize(
    "text",
    [
        "<figure><img src='x'><figcaption>The bridge in 2019. Photo: A. Berg</figcaption></figure>",
        "<p>Cracks were found in 2019 and in 2021.</p>",
        "<p>© 2024 Harbour Post</p>",
    ],
)
def test_a_year_in_the_text_is_no_date_of_publication(text: str) -> None:
    read = read_page(page("", text), url="https://post.example/bridge")
    assert read is not None
    assert read.dates == ()


@pytest.mark.parametrize(
    "script",
    [
        '{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, %s]}',
        '[{"@type": "BreadcrumbList"}, {"@type": "WebPage", "datePublished": "2020-01-01", "mainEntity": %s}]',
        "<!-- %s -->",
        "%s\n",
    ],
)
def test_of_all_that_a_page_describes_its_article_is_dated(script: str) -> None:
    thing = '{"@type": ["NewsArticle", "Thing"], "datePublished": "2025-03-05"}'
    head = f'<script type="application/ld+json; charset=utf-8">{script % thing}</script>'
    read = read_page(page(head))
    assert read is not None
    assert [(date.origin, date.raw) for date in read.dates] == [("json-ld", "2025-03-05")]


@pytest.mark.parametrize("broken", ["{", "[" * 50_000, '{"@graph": ' * 500 + "1" + "}" * 500, "null", '"x"', "1"])
def test_what_a_page_describes_badly_is_passed_over(broken: str) -> None:
    read = read_page(page(f'<script type="application/ld+json">{broken}</script>' + META % "2025-03-05"))
    assert read is not None
    assert [date.origin for date in read.dates] == ["meta"]


@pytest.mark.parametrize(
    "unread",
    [
        "<noscript><p>Please switch on scripts to read this page in full, thank you.</p></noscript>",
        "<!-- Please keep this out --><!--[if IE]><p>Please use another browser to read this.</p><![endif]-->",
        "<p hidden>Please subscribe to read what is not shown here to anybody.</p>",
        "<template><p>Please fill in this form to go on reading our articles.</p></template>",
    ],
)
def test_what_no_reader_sees_is_left_out(unread: str) -> None:
    read = read_page(page("", unread))
    assert read is not None
    assert "Please" not in read.text
    assert "cracks in pier 0." in read.text


@pytest.mark.parametrize("content_type", ["text/html; charset=iso-8859-1", "text/html; charset=utf-16", None])
def test_a_page_of_valid_utf8_is_read_as_such_whatever_its_label(content_type: str | None) -> None:
    read = read_page(
        page('<meta charset="windows-1251">', "<p>„Brücke“, sagte Åse am Montag im Rat.</p>"), content_type=content_type
    )
    assert read is not None
    assert "„Brücke“, sagte Åse" in read.text


def test_a_page_gives_its_article_and_no_furniture() -> None:
    read = read_page(page(), url="https://post.example/bridge")
    assert read is not None
    assert "cracks in pier 5." in read.text
    assert "newsletter" not in read.text
    assert (read.title, read.source, read.language) == ("Bridge closed", "Harbour Post", "en")


@pytest.mark.parametrize(
    ("claimed", "address"),
    [
        ("https://www.post.example/bridge", "https://www.post.example/bridge"),
        ("https://other.example/theirs", "https://post.example/bridge?utm_source=mail"),
    ],
)
def test_a_page_may_name_its_own_address_and_nobody_elses(claimed: str, address: str) -> None:
    read = read_page(
        page(f'<link rel="canonical" href="{claimed}">'), url="https://post.example/bridge?utm_source=mail"
    )
    assert read is not None
    assert read.url == address


@pytest.mark.parametrize("html", [b"", b"<html></html>", b"\x00\x01"])
def test_what_holds_no_article_gives_none(html: bytes) -> None:
    assert read_page(html) is None


@pytest.mark.parametrize(
    ("raw", "day", "moment"),
    [
        ("Tue, 04 Mar 2025 23:30:00 -0500", "2025-03-04", "2025-03-04T23:30:00-05:00"),
        ("Tue, 04 Mar 2025 23:30:00 GMT", "2025-03-04", "2025-03-04T23:30:00+00:00"),
        ("2025-03-04T10:00:00.123Z", "2025-03-04", "2025-03-04T10:00:00+00:00"),
        ("2025-03-04 10:00:00 +0200", "2025-03-04", "2025-03-04T10:00:00+02:00"),
        ("2025-03-04T10:00", "2025-03-04", None),
        ("2025-03-04", "2025-03-04", None),
    ],
)
def test_a_stamp_keeps_the_publishers_day(raw: str, day: str, moment: str | None) -> None:
    published = read_stamp(raw, origin="feed")
    assert published is not None
    assert published.day.isoformat() == day
    assert (published.moment.isoformat() if published.moment else None) == moment
    assert (published.raw, published.origin) == (raw, "feed")


@pytest.mark.parametrize("raw", ["", "yesterday", "2025-02-31", "2025-03-04T25:00Z", "99999"])
def test_what_is_no_stamp_is_none(raw: str) -> None:
    assert read_stamp(raw, origin="feed") is None


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("<p>Oil &amp; gas<br>prices</p> <p>rose</p>", "Oil & gas\nprices\nrose"),
        ("<script>alert(1)</script><div>The  <b>vote</b>\nis on Friday</div>", "The vote is on Friday"),
        ("No markup at all", "No markup at all"),
        ("1 < 2 and a &lt; b", "1 < 2 and a < b"),
        ("A<!-- <p>no</p> --><!--[if IE]>no<![endif]-->B", "AB"),
        ("<noscript><img src='x'><p>no</p></noscript>B<svg><text>no</text></svg>", "B"),
        ("<p>unclosed <b>tags <i>only", "unclosed tags only"),
        ("", ""),
    ],
)
def test_a_fragment_reads_as_a_browser_shows_it(fragment: str, text: str) -> None:
    assert plain_text(fragment) == text
