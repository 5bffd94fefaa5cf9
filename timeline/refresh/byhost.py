"""Things on hosts, looked at one after another on each, and on so many hosts at once."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from typing import Protocol, TypeVar


class OnHost(Protocol):
    """What is fetched from one host."""

    @property
    def host(self) -> str:
        """Its name."""


Asked = TypeVar("Asked", bound=OnHost)


async def by_host(
    things: Iterable[Asked], look: Callable[[Asked], Awaitable[None]], *, turn: asyncio.Semaphore
) -> None:
    """Look at things, one after another on each host, on as many hosts at once as have a turn."""
    hosts: dict[str, list[Asked]] = defaultdict(list)
    for thing in things:
        hosts[thing.host].append(thing)

    async def look_at_host(own: list[Asked]) -> None:
        async with turn:
            for thing in own:
                await look(thing)

    async with asyncio.TaskGroup() as group:
        for own in hosts.values():
            group.create_task(look_at_host(own))
