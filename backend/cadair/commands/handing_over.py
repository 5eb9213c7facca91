"""Lets an answer that stays open leave the embedded server, once its request is answered.

Waitress would keep a thread for each of them.  The request was gathered, checked and answered like
any other; only its connection goes on somewhere else.
"""

import socket
from collections.abc import Callable
from typing import Any

from waitress.task import WSGITask

from cadair.web.streams import HAND_OVER

Taker = Callable[[socket.socket, bytes], None]


class HandingOver(WSGITask):  # type: ignore[misc]  # waitress ships no types
    """Answers a request; the application may name a taker for its connection."""

    _taker: Taker | None = None
    _kept = b""
    wrote_header: bool

    def get_environment(self) -> dict[str, Any]:
        """The request as the application sees it."""
        environ: dict[str, Any] = super().get_environment()
        environ[HAND_OVER] = self._hand_to
        return environ

    def _hand_to(self, taker: Taker) -> None:
        self._taker = taker

    def _stays_open(self) -> bool:
        """Whether it is what a taker was named for: an error in its place is an ordinary answer."""
        if self._taker is None or self.version != "1.1":
            return False
        kinds = [value for name, value in self.response_headers if name.lower() == "content-type"]
        return any(kind.startswith("text/event-stream") for kind in kinds)

    def write(self, data: bytes) -> None:
        """Keep back what the taker is to send first."""
        if not self._stays_open():
            super().write(data)
            return
        if not self.wrote_header:
            self._kept = self.build_response_header()
            self.wrote_header = True
        if data:
            self._kept += b"%x\r\n%b\r\n" % (len(data), data)

    def finish(self) -> None:
        """Hand the connection over; what waitress holds of it is closed as after any answer."""
        if not self._stays_open():
            super().finish()
            return
        kept = self.channel.socket.dup() if self.channel.socket else None
        if kept is None or self._taker is None:
            return
        if kept.getpeername()[:2] != self.channel.addr[:2]:  # it ended, and its number is another's
            kept.close()
            return
        self._taker(kept, self._kept)
