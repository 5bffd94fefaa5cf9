"""Articles over HTTP: sent, seen in the chronology, corrected, taken down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.service.conftest import Server

FERRY = (
    "The ferry company Nordlinje cancelled all crossings on Friday, a spokesman said. A storm is expected on 12 May."
)


def test_an_article_that_was_sent_appears_in_the_chronology(told: Server) -> None:
    events = told.events("?source=Harbour+Post")
    assert {event["when"]["edtf"] for event in events} >= {"2025-02-27", "2025-03-03"}
    for event in events:
        (source,) = event["sources"]
        assert source["source"] == "Harbour Post"
        assert source["quote"]["text"]


def test_an_answer_of_202_is_an_article_in_the_store(server: Server) -> None:
    answer = server.post(
        "/v1/articles", {"text": FERRY, "published": "2025-05-10", "url": "https://x.example/ferry?utm_source=a"}
    )
    assert (answer.status, answer.json["outcome"]) == (202, "new")
    shown = server.get(f"/v1/articles/{answer.json['id']}").json
    assert (shown["published"], shown["source"]) == ("2025-05-10", None)
    assert "text" not in shown


def test_the_same_article_again_changes_nothing(server: Server) -> None:
    article = {"text": FERRY.replace("ferry", "bus"), "published": "2025-05-10", "url": "https://x.example/bus"}
    first = server.post("/v1/articles", article).json
    again = server.post("/v1/articles", {**article, "url": "https://x.example/bus?utm_medium=mail#top"}).json
    assert again == {"id": first["id"], "outcome": "unchanged"}


def test_a_corrected_date_dates_everything_anew(server: Server) -> None:
    sent = {"id": "tram", "source": "Tram Times", "published": "2025-05-10", "text": FERRY.replace("ferry", "tram")}
    server.post("/v1/articles", sent)
    server.settled()
    corrected = server.ask(
        "PATCH", "/v1/articles/tram", {"published": "2024-05-10T23:30:00-05:00", "source": "Tramway"}
    )
    assert corrected.json["source"] == "Tramway"
    server.settled()
    assert server.events("?source=Tram+Times") == []
    assert {event["when"]["edtf"][:4] for event in server.events("?source=Tramway")} == {"2024"}


def test_a_take_down_leaves_no_word_behind(server: Server) -> None:
    server.post("/v1/articles", {"id": "gone", "source": "Gone", "published": "2025-05-10", "text": FERRY})
    server.settled()
    assert server.events("?source=Gone&all=true")
    assert server.ask("DELETE", "/v1/articles/gone").status == 204
    assert server.events("?source=Gone&all=true") == []
    again = server.post("/v1/articles", {"id": "gone", "source": "Gone", "published": "2025-05-10", "text": FERRY})
    assert again.status == 409


def test_articles_are_listed_page_by_page(server: Server) -> None:
    for number in range(5):
        server.post("/v1/articles", {"id": f"l{number}", "source": "Lister", "published": "2025-05-10", "text": FERRY})
    seen: list[str] = []
    cursor = ""
    while True:
        page = server.get(f"/v1/articles?source=Lister&limit=2{cursor}").json
        seen += [article["id"] for article in page["articles"]]
        if page["next"] is None:
            break
        cursor = f"&cursor={page['next']}"
    assert seen == ["l4", "l3", "l2", "l1", "l0"]


@pytest.mark.parametrize("path", ["/v1/articles/nobody", "/v1/events/nobody"])
def test_what_is_not_there_is_404(server: Server, path: str) -> None:
    assert server.get(path).status == 404


def test_extract_answers_at_once_and_keeps_nothing(server: Server) -> None:
    server.settled()
    before = server.get("/v1/articles").json
    text = "The mayor resigned on Monday."
    line = server.post("/v1/extract", {"id": "x", "text": text, "published": "2025-03-05"}).json
    assert line["id"] == "x"
    (expression,) = line["expressions"]
    assert (expression["text"], expression["when"]["edtf"]) == ("Monday", "2025-03-03")
    assert [mention["quote"]["text"] for mention in line["mentions"]] == [text]
    assert server.get("/v1/articles").json == before


def test_extract_reads_an_undated_article_only_when_asked_to(server: Server) -> None:
    article = {"text": "The mayor resigned on 3 March 2025."}
    assert server.post("/v1/extract", article).status == 400
    assert server.post("/v1/extract?undated=keep", article).json["expressions"][0]["when"]["edtf"] == "2025-03-03"
