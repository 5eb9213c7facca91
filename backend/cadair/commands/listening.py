"""The embedded server: how many may be connected, how long they may wait, and what each may ask."""

import resource
from typing import Any, Final

import waitress
from flask import Flask
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser

from cadair.app import LARGEST_BODY
from cadair.commands.handing_over import HandingOver

CONNECTIONS: Final = 1000
OPEN_FILES: Final = 4096  # a connection may hold a file of the client as well, half sent


class OneAtATime(HTTPRequestParser):  # type: ignore[misc]  # waitress ships no types
    """Answers the first of several requests that came in one piece, and closes.

    No browser sends such.  Each of a hundred files that were asked for at once and never read would
    stay open, so that sixty connections could take every file that the process may open.
    """

    def received(self, data: bytes) -> int:
        """Take in what came; how many bytes of it belonged to this request, or all of them."""
        taken: int = super().received(data)
        if self.completed and taken < len(data):
            self.headers["CONNECTION"] = "close"
            return len(data)
        return taken


def server_of(app: Flask, *, host: str, port: int, threads: int) -> Any:
    """The server of an application, listening; it answers once it is run.

    A request reaches a thread only when it has arrived whole: a phone with a bad signal, or
    somebody who sends half a request on purpose, keeps nobody else waiting.
    """
    HTTPChannel.parser_class = OneAtATime
    HTTPChannel.task_class = HandingOver
    return waitress.create_server(
        app,
        host=host,
        port=port,
        threads=threads,
        connection_limit=CONNECTIONS,
        asyncore_use_poll=True,  # select() ends the process at the first file beyond number 1023
        channel_timeout=60,
        max_request_body_size=2 * LARGEST_BODY,
        clear_untrusted_proxy_headers=not app.extensions["cadair.settings"].proxies,
        ident=None,
    )


def listen(app: Flask, *, host: str, port: int, threads: int) -> None:
    """Serve until the process is ended, so many requests at once."""
    _may_open_as_many_as_it_needs()
    server_of(app, host=host, port=port, threads=threads).run()


def _may_open_as_many_as_it_needs() -> None:
    """Let this process open more files at once, as far as whoever started it allows."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
