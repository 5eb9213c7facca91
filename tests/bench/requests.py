"""What a request costs: CPU beside the bare reference, statements, and requests a second."""

import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

from argon2 import PasswordHasher
from flask import Flask

from cadair.app import create_app
from cadair.commands.demo.building import build
from cadair.commands.demo.people import PASSPHRASE, demo_id
from cadair.commands.serving import bring_up_to_date
from cadair.contributions.rules.forms import form
from cadair.foundation.clock import now, today
from cadair.foundation.database import db
from cadair.people.routes import SESSION_COOKIE
from tests.bench.bare import bare_share, bare_today, twelve_answers
from tests.bench.figures import Figures, cpu_ratio
from tests.conftest import settings_in
from tests.world.statements import counted
from tests.world.two_councils import open_review, signed_in

Call = Callable[[int], None]


def call(app: Flask, method: str, path: str, body: bytes = b"", cookie: str = "") -> None:
    """One request straight into the application, without a client's own cost."""
    environ = {
        "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": "", "SERVER_NAME": "localhost",
        "SERVER_PORT": "80", "HTTP_HOST": "localhost", "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.input": io.BytesIO(body), "wsgi.errors": sys.stderr, "wsgi.url_scheme": "http",
        "wsgi.version": (1, 0), "wsgi.multithread": False, "wsgi.multiprocess": False,
        "wsgi.run_once": False, "CONTENT_LENGTH": str(len(body)), "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_TYPE": "application/json", "HTTP_SEC_FETCH_SITE": "same-origin",
        "HTTP_COOKIE": cookie,
    }  # fmt: skip
    status: list[str] = []
    answer = app.wsgi_app(environ, lambda said, _headers, _exc=None: status.append(said))
    for _ in answer:
        pass
    getattr(answer, "close", lambda: None)()
    assert status[0].startswith("20"), status


class Demo:
    """The demo with Priya's 118 children, in this process."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "cadair.db"
        self.app = create_app(settings_in(folder, f"sqlite:///{self.path}"))
        with self.app.app_context():
            bring_up_to_date(self.app)
            build(db.session, keyring=self.app.extensions["cadair.keyring"], now=now())
            db.session.commit()
        self.review_id = open_review(self.app)

    def cookie(self, key: str) -> str:
        kept = signed_in(self.app, key).get_cookie(SESSION_COOKIE)
        assert kept is not None
        return f"{SESSION_COOKIE}={kept.value}"

    def queries(self, key: str, path: str) -> int:
        client = signed_in(self.app, key)
        with counted(self.app) as seen:
            assert client.get(path).status_code == 200, path
        return len(seen)


def measure_requests(figures: Figures) -> None:
    """The hot routes, each beside its bare reference."""
    with tempfile.TemporaryDirectory() as folder:
        demo = Demo(Path(folder))
        figures.saw("cpu_ratio_share", cpu_ratio(*_shares(demo, folder), calls=60), "ratio")
        figures.saw("cpu_ratio_today", cpu_ratio(*_todays(demo), calls=20), "ratio")
        figures.saw("sign_in_cpu_ratio", cpu_ratio(*_sign_ins(demo), calls=4, rounds=3), "ratio")
        for name, key, path in (
            ("queries_today", "priya", "/api/today"),
            ("queries_caseload", "priya", "/api/caseload"),
            ("queries_summary", "priya", f"/api/reviews/{demo.review_id}/summary"),
            ("queries_plan", "priya", f"/api/reviews/{demo.review_id}"),
            ("queries_my_reviews", "jaden", "/api/my/reviews"),
            ("queries_my_contributions", "jaden", "/api/my/contributions"),
        ):
            figures.saw(name, demo.queries(key, path), "statements")


def _shares(demo: Demo, folder: str) -> tuple[Call, Call]:
    bare = bare_share(Path(folder) / "bare.db")
    known = form("child_12_to_15", 1)
    assert known is not None
    questions = [key for key, asked in known.questions.items() if asked.kind == "words"]
    questions += [key for key in known.questions if key not in questions]
    cookie, review_id = demo.cookie("jaden"), str(demo.review_id)

    def ours(_: int) -> None:
        body = twelve_answers(review_id, questions)
        call(demo.app, "PUT", f"/api/contributions/{uuid4()}", body, cookie)

    def theirs(_: int) -> None:
        call(bare, "PUT", f"/share/{uuid4()}", twelve_answers(review_id, questions))

    return ours, theirs


def _todays(demo: Demo) -> tuple[Call, Call]:
    officer = UUID(str(demo_id("priya"))).hex
    bare = bare_today(demo.path, officer, today(now()).isoformat())
    cookie = demo.cookie("priya")
    return (
        lambda _: call(demo.app, "GET", "/api/today", cookie=cookie),
        lambda _: call(bare, "GET", "/today"),
    )


def _sign_ins(demo: Demo) -> tuple[Call, Call]:
    hasher = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
    hashed = hasher.hash(PASSPHRASE)
    body = f'{{"who": "jaden", "passphrase": "{PASSPHRASE}"}}'.encode()
    return (
        lambda _: call(demo.app, "POST", "/api/sign-in", body),
        lambda _: hasher.verify(hashed, PASSPHRASE) and None,
    )


def measure_start(figures: Figures, environment: dict[str, str], address: str) -> None:
    """From starting the server a second time to its first answer, and what it then holds."""
    from tests.bench.figures import rss_mb
    from tests.journeys.conftest import start

    before = time.perf_counter()
    process = start(environment, address)
    figures.saw("start_seconds", time.perf_counter() - before, "s")
    children = subprocess.run(
        ["pgrep", "-P", str(process.pid)], capture_output=True, text=True, check=False
    ).stdout.split()
    figures.saw("rss_mb", max(rss_mb(int(pid)) for pid in [process.pid, *children]), "MB")
    os.killpg(process.pid, 15)
    process.wait(timeout=20)
