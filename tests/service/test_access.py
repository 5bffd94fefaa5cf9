"""Who may read and write: whoever has a key for it, this machine alone where there is none."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.testing import RequestFactory

from service.access import may_write
from service.settings import Settings
from timeline.store import KeyExistsError, Store

if TYPE_CHECKING:
    from tests.service.conftest import Server

LOCAL = {"host": "127.0.0.1:8000"}


@pytest.fixture(scope="module")
def empty_store(empty_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store without keys."""
    store = Store(str(shutil.copy(empty_sqlite, tmp_path_factory.mktemp("keyless"))))
    yield store
    store.close()


def call(
    store: Store,
    settings: Settings,
    *,
    client: str | None = "127.0.0.1",
    server: str | None = "127.0.0.1",
    **headers: str,
) -> None:
    """Make such a call to write; raises where it may not."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request: Any = RequestFactory().post("/v1/articles", headers=LOCAL | named)
    request.app.state["settings"] = settings
    request.app.state["store"] = store
    request.scope["client"] = None if client is None else (client, 1)
    request.scope["server"] = None if server is None else (server, 8000)
    asyncio.run(may_write(request, None))  # type: ignore[arg-type]  # it looks at the connection alone


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("accept", "*/*"),
        ("authorization", "Bearer wrong"),
        ("authorization", "sesame"),
        ("authorization", "Basic sesame"),
        ("x_api_key", ""),
        ("x_api_key", "sésame"),
    ],
)
def test_with_a_key_set_nothing_else_opens_not_even_here(empty_store: Store, name: str, value: str) -> None:
    with pytest.raises(NotAuthorizedException):
        call(empty_store, Settings(api_key="sesame"), **{name: value})


def opens(store: Store, settings: Settings, **headers: str) -> bool:
    """Whether such a call may write."""
    try:
        call(store, settings, **headers)
    except PermissionDeniedException:
        return False
    return True


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000", "timeline.localhost"])
def test_without_a_key_this_machine_may_write(empty_store: Store, host: str) -> None:
    assert opens(empty_store, Settings(), host=host)
    assert opens(empty_store, Settings(host="localhost"), host=host, origin=f"http://{host}")


@pytest.mark.parametrize(
    ("settings", "call_of"),
    [
        (Settings(host="0.0.0.0"), {}),
        (Settings(host="192.168.1.5"), {}),
        (Settings(), {"client": "192.168.1.9"}),
        (Settings(), {"server": "192.168.1.5"}),
        (Settings(), {"client": None}),
        (Settings(), {"server": None}),
        (Settings(), {"host": "rebound.example:8000"}),
        (Settings(), {"host": "127.0.0.1.rebound.example"}),
        (Settings(), {"host": ""}),
        (Settings(), {"origin": "https://elsewhere.example"}),
        (Settings(), {"origin": "null"}),
        (Settings(), {"x_forwarded_for": "203.0.113.9"}),
        (Settings(), {"forwarded": "for=203.0.113.9"}),
    ],
)
def test_without_a_key_nobody_else_may(empty_store: Store, settings: Settings, call_of: dict[str, Any]) -> None:
    with pytest.raises(PermissionDeniedException):
        call(empty_store, settings, **call_of)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/v1/articles"),
        ("PATCH", "/v1/articles/x"),
        ("DELETE", "/v1/articles/x"),
        ("POST", "/v1/extract"),
        ("PUT", "/v1/landmarks/x"),
        ("DELETE", "/v1/landmarks/x"),
        ("PUT", "/v1/timelines/x"),
        ("DELETE", "/v1/timelines/x"),
        ("POST", "/v1/feeds"),
        ("DELETE", "/v1/feeds/1"),
        ("POST", "/v1/feeds/1/refresh"),
    ],
)
def test_every_write_call_is_guarded(server: Server, method: str, path: str) -> None:
    answer = server.ask(method, path, {}, Host="rebound.example")
    assert (answer.status, answer.headers["content-type"]) == (403, "application/problem+json")


FEED = {"url": "https://feeds.example/rss"}


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def basic(key: str) -> dict[str, str]:
    return {"Authorization": "Basic " + b64encode(f"anybody:{key}".encode()).decode()}


def test_keys_open_what_they_are_for_until_they_are_revoked(start: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "timeline.db"
    with start(file, read_needs_key="true", api_key="sesame") as server, closing(Store(str(file))) as store:
        reader, writer = store.make_key("reader", "read"), store.make_key("writer", "write")
        for path in ("/healthz", "/schema/openapi.json", "/embed.js"):
            assert server.get(path).status == 200
        for path in ("/v1/timeline", "/v1/stream", "/", "/v1/feeds"):
            refused = server.get(path)
            assert (refused.status, refused.headers["content-type"]) == (401, "application/problem+json")
            assert refused.headers["www-authenticate"].startswith("Bearer")
            assert server.get(path, **bearer("tlk_wrong")).status == 401
        for key in (reader, writer, "sesame"):
            assert server.get("/v1/timeline", **bearer(key)).status == 200
            assert server.get("/", **basic(key)).status == 200
            assert server.ask("HEAD", "/v1/timeline", X_API_Key=key).status == 200
        assert server.post("/v1/feeds", FEED).status == 401
        assert server.post("/v1/feeds", FEED, **bearer(reader)).status == 403
        assert server.post("/v1/feeds", FEED, **basic(writer)).status == 401
        assert server.post("/v1/feeds", FEED, **bearer(writer)).status == 201
        store.revoke_key("writer")
        assert server.post("/v1/feeds", FEED, **bearer(writer)).status == 401
        assert server.get("/v1/timeline", **bearer(writer)).status == 401


def test_once_a_key_can_write_this_machine_needs_it_too(empty_sqlite: Path, tmp_path: Path) -> None:
    with closing(Store(str(shutil.copy(empty_sqlite, tmp_path)))) as store:
        store.make_key("reader", "read")
        call(store, Settings())
        key = store.make_key("writer", "write")
        with pytest.raises(NotAuthorizedException):
            call(store, Settings())
        call(store, Settings(), authorization=f"Bearer {key}")
        store.revoke_key("writer")
        call(store, Settings())


def test_a_key_is_kept_as_a_digest_only(store: Store) -> None:
    key = store.make_key("a", "read")
    assert store.key(key) == store.access_keys()[0]
    assert store.key(key[:-1]) is None
    with pytest.raises(KeyExistsError):
        store.make_key("a", "write")
    with store.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM access_keys").all()
    assert [row for row in rows if key in map(str, row)] == []


def timeline(*arguments: str, database: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "timeline"), *arguments, "--database", str(database)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_the_command_makes_lists_and_revokes(tmp_path: Path) -> None:
    file = tmp_path / "timeline.db"
    made = timeline("keys", "add", "desk", "--scope", "write", database=file)
    assert (made.returncode, made.stderr) == (0, "")
    with closing(Store(str(file))) as store:
        found = store.key(made.stdout.strip())
        assert found is not None
        assert (found.name, found.scope) == ("desk", "write")
        assert made.stdout.strip() not in timeline("keys", "list", database=file).stdout
        assert timeline("keys", "revoke", "desk", database=file).returncode == 0
        assert store.key(made.stdout.strip()) is None
    again = timeline("keys", "add", "desk", database=file)
    assert (again.returncode, again.stdout) == (1, "")
    assert "another name" in again.stderr
    assert timeline("keys", "revoke", "nobody", database=file).returncode == 1
