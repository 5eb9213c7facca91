"""The demo that is measured: two councils, and Priya with 118 children; each part has a copy."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from flask import Flask

from cadair.app import create_app
from cadair.commands.demo.building import build, signing_in_list
from cadair.commands.serving import bring_up_to_date
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.people.routes import SESSION_COOKIE
from tests.bench.figures import PROJECT
from tests.conftest import settings_in
from tests.journeys.conftest import Served, free_port, start
from tests.world.two_councils import JADEN, open_review, signed_in


@dataclass
class Demo:
    """A demo in a folder of its own, as an application in this process."""

    folder: Path
    app: Flask

    @property
    def path(self) -> Path:
        return self.folder / "cadair.db"

    @property
    def keys(self) -> Path:
        """Where its councils' keys lie: beside the data, as for everybody."""
        folder: Path = self.app.extensions["cadair.settings"].keys_folder
        return folder

    @classmethod
    def built(cls, folder: Path) -> "Demo":
        """A new demo, as `cadair demo` makes it."""
        folder.mkdir(parents=True, exist_ok=True)
        made = cls(folder, create_app(settings_in(folder, f"sqlite:///{folder}/cadair.db")))
        fill_with_demo(made.app)
        return made

    def copied(self, folder: Path) -> "Demo":
        """The same demo once more, so that what one part writes burdens no other."""
        shutil.copytree(self.folder, folder)
        copy = Demo(folder, create_app(settings_in(folder, f"sqlite:///{folder}/cadair.db")))
        shutil.copytree(self.keys, copy.keys)
        return copy

    def cookie(self, key: str) -> str:
        return cookie_of(self.app, key)

    def review(self, child: UUID = JADEN) -> UUID:
        return open_review(self.app, child)

    @property
    def environment(self) -> dict[str, str]:
        """What a server of this demo is told."""
        return {
            **{name: value for name, value in os.environ.items() if not name.startswith("CADAIR_")},
            "CADAIR_DEMO": "1",
            "CADAIR_DATA": str(self.folder),
            "CADAIR_KEYS": str(self.keys),
        }

    @contextmanager
    def served(self) -> Iterator[Served]:
        """The demo, served as `make run` serves it."""
        with self.app.app_context():
            people = {each["key"]: each for each in signing_in_list(db.session)}
            db.engine.dispose()
        port = free_port()
        address, environment = f"http://127.0.0.1:{port}", {**self.environment, "PORT": str(port)}
        served = Served(address, people, environment, start(environment, address))
        try:
            yield served
        finally:
            stop(served.process)


def fill_with_demo(app: Flask) -> None:
    """Shape the database and build the demo in it."""
    with app.app_context():
        bring_up_to_date(app)
        build(db.session, keyring=app.extensions["cadair.keyring"], now=now())
        db.session.commit()


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a server that was started in a process group of its own."""
    os.killpg(process.pid, 15)
    process.wait(timeout=20)


def cookie_of(app: Flask, key: str) -> str:
    """The cookie of somebody who has just signed in."""
    kept = signed_in(app, key).get_cookie(SESSION_COOKIE)
    assert kept is not None
    return f"{SESSION_COOKIE}={kept.value}"


def asked(
    app: Flask, method: str, path: str, *, body: bytes = b"", cookie: str = ""
) -> Callable[[], bytes]:
    """One request straight into an application, without a test client's own cost."""
    environ = {
        "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": "", "SERVER_NAME": "localhost",
        "SERVER_PORT": "80", "HTTP_HOST": "localhost", "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.errors": sys.stderr, "wsgi.url_scheme": "http", "wsgi.version": (1, 0),
        "wsgi.multithread": False, "wsgi.multiprocess": False, "wsgi.run_once": False,
        "CONTENT_LENGTH": str(len(body)), "CONTENT_TYPE": "application/json",
        "REMOTE_ADDR": "127.0.0.1", "HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_COOKIE": cookie,
    }  # fmt: skip

    def send() -> bytes:
        status: list[str] = []
        answer = app.wsgi_app(
            {**environ, "wsgi.input": io.BytesIO(body)},
            lambda said, _headers, _exc=None: status.append(said),
        )
        said = b"".join(answer)
        getattr(answer, "close", lambda: None)()
        assert status[0].startswith("20"), (method, path, status, said[:300])
        return said

    return send


def client_is_built() -> bool:
    """Whether there is a web client to serve."""
    return (PROJECT / "web_client" / "dist" / "index.html").is_file()
