"""Acknowledged is kept, none doubled, no notice lost: web and worker killed while people write."""

import json
import os
import random
import re
import signal
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import func, select

from cadair.commands.demo.people import demo_id
from cadair.foundation.database import beyond_councils, db
from cadair.notifications.models import Delivery, OutboxItem
from cadair.notifications.rules import About, What
from cadair.notifications.rules import Outcome as OutcomeOfSending
from cadair.notifications.rules.timing import LEASE
from tests.backend.notifications.providers import MailServer
from tests.bench.demo_world import Demo, cookie_of
from tests.journeys.conftest import CADAIR, free_port, start
from tests.security.checks import Outcome, long_security_check, security_check

# Who writes, and about whom; each less than an hour's worth.
WRITERS = {
    "jaden": "jaden", "amelia": "amelia", "sandra": "jaden", "karen": "jaden",
    "lee": "jaden", "okafor": "jaden", "elin": "elin", "mair": "elin",
}  # fmt: skip
OFFICERS = ("priya", "carys")


@security_check
def a_few_kills() -> Iterator[Outcome]:
    """Ten kills while 200 messages are sent."""
    yield killed(kills=10, sends=200)


@long_security_check
def a_hundred_kills() -> Iterator[Outcome]:
    """A hundred kills while 2,000 messages are sent."""
    yield killed(kills=100, sends=2000)


def killed(*, kills: int, sends: int) -> Outcome:
    """Kill either process again and again until all is sent; then look at what is there."""
    post = MailServer(free_port())
    with tempfile.TemporaryDirectory() as folder, post.up():
        demo = Demo.built(Path(folder) / "demo")
        running = Running(demo, post.port)
        try:
            for key in OFFICERS:
                wants_mail(running, post, cookie_of(demo.app, key), f"{key}@example.org")
            writers = [
                Writer(running, cookie_of(demo.app, key), demo_id(child), sends // len(WRITERS))
                for key, child in WRITERS.items()
            ]
            done = kill_while(running, writers, kills)
            unsettled = wait_until_settled(demo.app)
            seen = Counter[str]()
            for key, writer in zip(WRITERS, writers, strict=True):
                writer.cookie = cookie_of(demo.app, key)  # whoever waited for long is locked out
                seen.update(writer.looks())
            untold, twice = notices(demo.app, post)
        finally:
            running.stop()
    wrong = (seen["lost"], seen["doubled"], seen["misplaced"], untold + unsettled, twice)
    return Outcome(
        "D1",
        f"{done} kills, {seen['said']} sent: {wrong[0]} lost, {wrong[1]} doubled, "
        f"{wrong[2]} out of order; notices {wrong[3]} lost, {wrong[4]} doubled",
        "0 lost, 0 doubled, in their order; 0 notices lost, 0 doubled",
        not any(wrong) and done >= kills and seen["said"] > 0,
    )


def kill_while(running: "Running", writers: list["Writer"], kills: int) -> int:
    """Kill the web server or the worker at chance moments until everybody has written."""
    dice, done = random.Random(), 0
    for each in writers:
        each.start()
    while done < kills or any(each.is_alive() for each in writers):
        time.sleep(dice.uniform(0.05, 0.8))
        if done < kills:
            running.kill(dice.choice(("web", "worker")))
            done += 1
    return done


def wait_until_settled(app: Flask) -> int:
    """Wait as long as a lost lease takes, until all that is to be sent was; how much is left."""
    until = time.monotonic() + 2 * LEASE.total_seconds()
    while True:
        with app.app_context(), beyond_councils(db.session):
            left = sum(
                db.session.scalar(
                    select(func.count()).select_from(table).where(table.settled_at.is_(None))
                )
                or 0
                for table in (OutboxItem, Delivery)
            )
        if not left or time.monotonic() > until:
            return left
        time.sleep(1)


def notices(app: Flask, post: MailServer) -> tuple[int, int]:
    """How many officers were not told after the last message, and how many mails had two ids.

    A mail that went out twice since the worker was killed before it could note it bears one id.
    """
    with app.app_context(), beyond_councils(db.session):
        told = db.session.scalars(
            select(Delivery).where(Delivery.person_id.is_not(None), Delivery.what == What.NOTICE)
        ).all()
        last = dict(
            db.session.execute(
                select(OutboxItem.person_id, func.max(OutboxItem.made_at))
                .where(OutboxItem.about == About.MESSAGE)
                .group_by(OutboxItem.person_id)
            ).all()
        )
    untold = 0
    for key in OFFICERS:
        mine = [each for each in told if each.person_id == demo_id(key)]
        untold += not any(
            each.outcome is OutcomeOfSending.SENT and each.made_at >= last[demo_id(key)]
            for each in mine
        )
    sent = {letter.read["Message-ID"] for letter in post.letters}
    known = sum(each.outcome is OutcomeOfSending.SENT for each in told)
    codes = len(OFFICERS)
    return untold, max(0, len(sent) - known - codes)


@dataclass
class Running:
    """The web server and the worker, each in a process of its own."""

    demo: Demo
    post_port: int
    address: str = ""
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        self.environment = {
            **self.demo.environment,
            "PORT": str(port),
            "CADAIR_MAIL": f"smtp://127.0.0.1:{self.post_port}?from=post@example.org",
            "CADAIR_SITE": "https://cadair.example.org",
        }
        for name in ("web", "worker"):
            self._start(name)

    def kill(self, name: str) -> None:
        """What a power cut does, and a start afterwards."""
        os.killpg(self.processes[name].pid, signal.SIGKILL)
        self.processes[name].wait()
        self._start(name)

    def stop(self) -> None:
        for process in self.processes.values():
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=20)

    def _start(self, name: str) -> None:
        if name == "web":
            self.processes[name] = start(self.environment, self.address)
            return
        self.processes[name] = subprocess.Popen(
            [CADAIR, "send-notices"],
            env=self.environment,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def ask(self, method: str, path: str, who: str, body: Any = None) -> Any:
        """Ask again and again until the server answers, as a phone does."""
        told = {"Cookie": who, "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin"}
        wanted = urllib.request.Request(
            self.address + path,
            method=method,
            headers=told,
            data=json.dumps(body).encode() if body is not None else None,
        )
        until = time.monotonic() + 120
        while True:
            try:
                with urllib.request.urlopen(wanted, timeout=15) as answer:
                    said = answer.read()
                    return json.loads(said) if said else None
            except urllib.error.HTTPError as refused:
                if refused.code < 500 or time.monotonic() > until:
                    raise
            except (OSError, HTTPException):  # it died before it answered, or in the middle
                assert time.monotonic() < until, "the server did not come back"
            time.sleep(0.05)


class Writer(threading.Thread):
    """Somebody who writes one message after another, each until it is acknowledged."""

    def __init__(self, running: Running, cookie: str, child_id: UUID, count: int) -> None:
        super().__init__(daemon=True)
        self._ask, self.cookie = running.ask, cookie
        self.path = f"/api/my/conversations/{child_id}"
        self.said = [(uuid4(), f"This is what I say, number {at}.") for at in range(count)]

    def run(self) -> None:
        for id_, words in self.said:
            body = {
                "words": words, "start": None, "language": "en", "tell_social_worker": False,
                "waited_seconds": 0,
            }  # fmt: skip
            self._ask("PUT", f"{self.path}/messages/{id_}", self.cookie, body)

    def looks(self) -> Counter[str]:
        """What became of it: all that was acknowledged must be there, once, in its order."""
        pages: list[list[dict[str, Any]]] = []
        before = ""
        while True:
            page = self._ask("GET", f"{self.path}{before}", self.cookie)
            pages.insert(0, page["messages"])
            if not page["more"]:
                break
            before = f"?before={page['messages'][0]['id']}"
        mine = {str(id_): words for id_, words in self.said}
        there = [m["id"] for page in pages for m in page if mine.get(m["id"]) == m["words"]]
        once = list(dict.fromkeys(there))
        return Counter(
            said=len(mine),
            lost=len(mine) - len(once),
            doubled=len(there) - len(once),
            misplaced=sum(one != other for one, other in zip(once, mine, strict=False)),
        )


def wants_mail(running: Running, post: MailServer, theirs: str, address: str) -> None:
    """Give an address, confirm it by the code that comes, and choose it."""
    given = {"kind": "email", "address": address}
    running.ask("PUT", "/api/my/notices/contact", theirs, given)
    until = time.monotonic() + 60
    while not (mine := [letter for letter in post.letters if letter.to == [address]]):
        assert time.monotonic() < until, "no code came"
        time.sleep(0.2)
    code = re.search(r"\b\d{6}\b", mine[-1].words)
    assert code is not None
    running.ask("POST", "/api/my/notices/confirm", theirs, {"code": code[0]})
    chosen = {"channel": "email", "quiet_from": None, "quiet_until": None}
    running.ask("PUT", "/api/my/notices", theirs, chosen)
