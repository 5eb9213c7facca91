"""Serves the built client: hashed files for ever, and the shell for every page's address."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from flask import Flask, Response, send_file
from whitenoise import WhiteNoise

from cadair.foundation.errors import NotFound
from cadair.web.headers import EVERY_ANSWER, EVERY_PART


class ClientFiles(WhiteNoise):
    """The client's files, for reading; what else is asked of one is refused like anywhere."""

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """WhiteNoise would refuse by itself, in a shape and with headers that are not ours."""
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            answered: Iterable[bytes] = self.application(environ, start_response)
            return answered
        served: Iterable[bytes] = super().__call__(environ, start_response)
        return served


def install(app: Flask, client_folder: Path) -> None:
    """Serve the client from `client_folder`, already compressed at build."""
    files = ClientFiles(
        app.wsgi_app,
        allow_all_origins=False,  # no other site's page reads them
        mimetypes={".webmanifest": "application/manifest+json"},
        immutable_file_test=lambda path, url: _is_part(url),
        add_headers_function=_add_headers,
        max_age=0,
    )
    if client_folder.is_dir():
        files.add_files(str(client_folder), prefix="/")
        # The shell is served by the route below for every address, so also for "/".
        files.files.pop("/index.html", None)
    app.wsgi_app = files  # type: ignore[method-assign]  # Flask's documented way to add middleware

    @app.get("/")
    @app.get("/<path:page>")
    def shell(page: str = "") -> Response:
        """The same page for every address: the client decides what to show."""
        index = client_folder / "index.html"
        if page.startswith("api/") or "." in page.rsplit("/", 1)[-1] or not index.is_file():
            raise NotFound
        answer = send_file(index, mimetype="text/html", conditional=True)
        answer.headers["Cache-Control"] = "no-cache"
        return answer


def _add_headers(headers: dict[str, str], path: str, url: str) -> None:
    for name, value in (EVERY_PART if _is_part(url) else EVERY_ANSWER).items():
        headers[name] = value


def _is_part(url: str) -> bool:
    """Whether it is a hashed part of a page, which its page's policy rules."""
    return url.startswith("/assets/")
