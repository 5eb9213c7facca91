"""Keeps streams open in one asyncio loop, and looks again and again what each may be told."""

import asyncio
import logging
import socket
import threading
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic
from typing import Final, cast
from uuid import UUID

from cadair.foundation.errors import TryAgainLater

LOOK_EVERY: Final = 0.25  # seconds: a right that was taken away is gone well within one
HEARTBEAT_EVERY: Final = 15.0  # seconds of silence; proxies close what says nothing for a minute
LARGEST_LAG: Final = 64 * 1024  # bytes not yet taken by a phone; it comes again for all of it
ANSWERS_FOR: Final = 30_000  # ms without any sign of the other end, then it is gone
MOST_STREAMS: Final = 1000  # of one process
MOST_OF_A_SESSION: Final = 6  # tabs of one browser

log = logging.getLogger(__name__)


@dataclass(eq=False, kw_only=True)
class Watch:
    """Who watches which topic, and which revision they were told last."""

    source: str
    topic: UUID
    council_id: UUID
    session_id: str
    person_id: UUID
    revision: int


class Stream(asyncio.Protocol):
    """One open answer, in pieces as HTTP/1.1 has them."""

    def __init__(self, hub: "Hub", watch: Watch, head: bytes) -> None:
        self.watch = watch
        self.said_at = monotonic()
        self._hub = hub
        self._head = head

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Say what the ordinary answer would have said, and stay."""
        self._transport = cast("asyncio.Transport", transport)
        self._transport.set_write_buffer_limits(high=LARGEST_LAG)
        self._hub.streams[self.watch] = self  # counted before anybody can know that it is open
        self._transport.write(self._head)
        self._head = b""

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget it; the page comes again by itself."""
        self._hub.streams.pop(self.watch, None)

    def data_received(self, data: bytes) -> None:
        """Nobody asks twice on a stream: whoever does is no browser."""
        self._transport.abort()

    def pause_writing(self) -> None:
        """Too much lies here untaken; it costs us memory, and them nothing to come again."""
        self._transport.abort()

    def say(self, piece: bytes) -> None:
        """Send one piece."""
        self.said_at = monotonic()
        self._transport.write(b"%x\r\n%b\r\n" % (len(piece), piece))

    def end(self) -> None:
        """End the answer as one ends that is whole."""
        self._hub.streams.pop(self.watch, None)
        self._transport.write(b"0\r\n\r\n")
        self._transport.close()


class Hub:
    """All the streams of one process.

    `tellings` is asked in a thread what to tell to whom; who is not in its answer may watch no
    more.  When it fails, nobody is known to be allowed, and every stream that it was asked about
    is ended: their pages come again through the door.
    """

    def __init__(self, tellings: Callable[[Collection[Watch]], dict[Watch, bytes]]) -> None:
        self.streams: dict[Watch, Stream] = {}  # touched by the loop's thread alone
        self._tellings = tellings
        self._loop: asyncio.AbstractEventLoop | None = None
        self._starting = threading.Lock()
        self._woken: set[UUID] = set()

    def check_room(self, watch: Watch) -> None:
        """Raise TryAgainLater where another stream would be one too many."""
        open_now = [*self.streams]
        of_session = sum(each.session_id == watch.session_id for each in open_now)
        if len(open_now) >= MOST_STREAMS or of_session >= MOST_OF_A_SESSION:
            raise TryAgainLater(timedelta(seconds=5))

    def take(self, watch: Watch, connection: socket.socket, head: bytes) -> None:
        """Keep a connection open whose answer begins with `head`; from any thread."""
        asyncio.run_coroutine_threadsafe(self._take(watch, connection, head), self._running())

    def wake(self, topics: Collection[UUID]) -> None:
        """Look at these topics now; from any thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._look_soon, topics)

    def _running(self) -> asyncio.AbstractEventLoop:
        with self._starting:
            if self._loop is None:
                loop = asyncio.new_event_loop()
                self._waking = asyncio.Event()
                thread = threading.Thread(target=loop.run_forever, name="streams", daemon=True)
                thread.start()
                asyncio.run_coroutine_threadsafe(self._keep(), loop)
                self._loop = loop
            return self._loop

    async def _take(self, watch: Watch, connection: socket.socket, head: bytes) -> None:
        connection.setblocking(False)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, ANSWERS_FOR)
        loop = asyncio.get_running_loop()
        try:
            await loop.connect_accepted_socket(lambda: Stream(self, watch, head), connection)
        except OSError:
            connection.close()

    def _look_soon(self, topics: Collection[UUID]) -> None:
        self._woken.update(topics)
        self._waking.set()

    async def _keep(self) -> None:
        looking = ThreadPoolExecutor(1, thread_name_prefix="looking")
        all_at = monotonic()
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._waking.wait(), max(0.0, all_at - monotonic()))
            self._waking.clear()
            topics, self._woken = self._woken, set()
            if everything := monotonic() >= all_at:
                all_at = monotonic() + LOOK_EVERY
            asked = [each for each in self.streams if everything or each.topic in topics]
            if asked:
                await self._tell(asked, looking)

    async def _tell(self, asked: list[Watch], looking: ThreadPoolExecutor) -> None:
        loop = asyncio.get_running_loop()
        try:
            told = await loop.run_in_executor(looking, self._tellings, asked)
        except Exception:
            log.exception("nobody could be told")
            told = {}
        silent_since = monotonic() - HEARTBEAT_EVERY
        for watch in asked:
            stream = self.streams.get(watch)
            if stream is None:
                continue
            if watch not in told:
                stream.end()
            elif told[watch]:
                stream.say(told[watch])
            elif stream.said_at < silent_since:
                stream.say(b":\n\n")
