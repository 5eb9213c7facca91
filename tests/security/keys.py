"""Sealed at rest (H2 to H6): moved values, killed rotations, lost keys, nonces, algorithms."""

import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.access.actor import the_service
from cadair.app import create_app
from cadair.children import actions as children
from cadair.children import queries as child_queries
from cadair.children.models import ChildKey
from cadair.children.rules.episodes import ChildRecord, EpisodeFacts
from cadair.commands import rotating
from cadair.commands.serving import bring_up_to_date
from cadair.foundation.clock import now
from cadair.foundation.database import db, scope_to
from cadair.foundation.sealing import NONCE_BYTES, new_key, seal
from cadair.people import actions as people
from cadair.people.models import Nation
from tests.conftest import settings_in
from tests.security.checks import Outcome, held_by, long_security_check, security_check

HERE = "tests/backend/commands/test_keys.py"

held_by(
    "H2",
    "moved to another row, column, child, council: 100 % refused",
    f"{HERE}::test_a_value_opens_in_its_own_row_column_child_and_council_alone",
    f"{HERE}::test_a_childs_key_moved_to_another_child_or_council_does_not_open",
    "tests/backend/foundation/test_sealing.py",
)
held_by(
    "H4",
    "a lost key comes back from 2 of 3 shares, by the runbook",
    "tests/backend/foundation/test_escrow.py",
    "tests/backend/commands/test_key_drill.py",
    f"{HERE}::test_a_lost_key_comes_back_from_any_two_printed_shares",
    f"{HERE}::test_shares_of_an_older_key_are_refused_and_nothing_is_written",
)
held_by(
    "H6",
    "every sealed value names its algorithm; all move to a second one",
    f"{HERE}::test_everything_sealed_moves_to_another_algorithm_and_says_the_same",
    "tests/architecture/test_sealed.py",
)

KILLS = 50
FEW = 60
MANY = 10_000


@security_check
def a_rotation_killed_at_every_step() -> Iterator[Outcome]:
    """Kill the process before and after each of its steps; then look, go on, and look again."""
    with installation(FEW) as (app, council_id, folder):
        pristine = folder / "pristine"
        keep(folder, pristine)
        before = opened(app, council_id)
        kills = lost = finished_with_old = 0
        for step in range(1, 10_000):
            put_back(folder, pristine)
            if not killed_at(step, app, council_id):
                break
            kills += 1
            lost += len(before) - len(before.items() & opened(app, council_id).items())
            rotate(app, council_id)
            lost += len(before) - len(before.items() & opened(app, council_id).items())
            finished_with_old += keys_in(folder) != 1
    yield Outcome(
        "H3",
        f"{kills} kills, {lost} keys lost, {finished_with_old} old keys left",
        f"at least {KILLS} kills, 0 lost, the old key unusable",
        kills >= KILLS and lost == finished_with_old == 0,
    )


@long_security_check
def a_rotation_of_many_keys_while_they_are_read() -> Iterator[Outcome]:
    """How long it takes with 10,000 children, while somebody reads them all the time."""
    with installation(MANY) as (app, council_id, folder):
        before = opened(app, council_id)
        reads, failures, done = 0, 0, threading.Event()

        def read_on() -> None:
            nonlocal reads, failures
            some = list(before)[::97]
            while not done.is_set():
                with app.app_context():
                    scope_to(db.session, council_id)
                    got = child_queries.sealing_keys(db.session, child_ids=some)
                reads += 1
                time.sleep(0.002)
                failures += any(got.get(child) != before[child] for child in some)

        reader = threading.Thread(target=read_on)
        reader.start()
        began = time.monotonic()
        rotate(app, council_id, rotating.AT_MOST)
        took = time.monotonic() - began
        done.set()
        reader.join()
        lost = len(before) - len(before.items() & opened(app, council_id).items())
        left = keys_in(folder)
    yield Outcome(
        "H3 long",
        f"{MANY} keys in {took:.1f} s, {reads} reads, {failures} failed",
        "10,000 keys in at most 60 s, 0 lost, old key gone",
        took <= 60 and lost == failures == 0 and left == 1 and reads > 0,
    )


@security_check
def no_nonce_comes_twice() -> Iterator[Outcome]:
    """A hundred thousand sealings under one key; at 96 random bits none should ever meet."""
    yield nonces_of(100_000)


@long_security_check
def no_nonce_comes_twice_in_ten_million() -> Iterator[Outcome]:
    """The same with ten million."""
    yield nonces_of(10_000_000, "H5 long")


def nonces_of(count: int, named: str = "H5") -> Outcome:
    key = new_key()
    seen = {seal(key, b"", "here")[1 : 1 + NONCE_BYTES] for _ in range(count)}
    return Outcome(named, f"{count - len(seen)} repeated of {count:,}", "0", len(seen) == count)


@contextmanager
def installation(count: int) -> Iterator[tuple[Flask, UUID, Path]]:
    """A council with so many children, on SQLite, in a folder that goes away again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        folder.mkdir()
        app = create_app(settings_in(folder, f"sqlite:///{folder}/cadair.db"))
        with app.app_context():
            bring_up_to_date(app)
            council_id = people.add_council(
                db.session,
                keyring=app.extensions["cadair.keyring"],
                name="Northmoor",
                nation=Nation.WALES,
            )
            bring_in(db.session, council_id, count)
            db.session.commit()
            db.engine.dispose()
        yield app, council_id, folder


def bring_in(session: Session, council_id: UUID, count: int) -> None:
    episode = EpisodeFacts(
        began_on=date(2025, 1, 1), reason_began="S", legal_status="C2", place="U1"
    )
    records = [
        ChildRecord(case_number=str(each), born_on=date(2014, 1, 1), sex="1", episodes=(episode,))
        for each in range(count)
    ]
    children.bring_in(session, actor=the_service(council_id), records=records, now=now())


def opened(app: Flask, council_id: UUID) -> dict[UUID, bytes]:
    """Every key that opens, read as a process that has just started reads it."""
    with app.app_context():
        scope_to(db.session, council_id)
        ids = db.session.scalars(select(ChildKey.child_id)).all()
        keys: dict[UUID, bytes] = {}
        for child_id in ids:
            try:
                keys[child_id] = child_queries.sealing_key(db.session, child_id=child_id)
            except Exception as lost:  # whatever it is, this child's words do not open
                print(f"a key does not open: {type(lost).__name__}", file=sys.stderr)
        db.session.rollback()
        db.engine.dispose()
    return keys


def rotate(app: Flask, council_id: UUID, at_most: int = FEW // 6) -> None:
    with app.app_context():
        rotating.rotate(db.session, council_id=council_id, now=now(), at_most=at_most)
        db.engine.dispose()


def killed_at(step: int, app: Flask, council_id: UUID) -> bool:
    """Rotate in a process of its own that is killed at this step; False when it came to its end."""
    child = os.fork()
    if child == 0:
        die_at(step)
        try:
            rotate(app, council_id)
        except BaseException as broke:
            print(f"a rotation broke: {broke!r}", file=sys.stderr)
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return os.WTERMSIG(status) == signal.SIGKILL
    assert os.WEXITSTATUS(status) == 0
    return False


def die_at(step: int) -> None:
    """Before and after everything that reaches the disk, count; at `step` the process is gone."""
    count = 0

    def here() -> None:
        nonlocal count
        count += 1
        if count == step:
            os.kill(os.getpid(), signal.SIGKILL)

    def with_steps(does: Callable[..., Any]) -> Callable[..., Any]:
        def stepping(*args: Any, **kwargs: Any) -> Any:
            here()
            answer = does(*args, **kwargs)
            here()
            return answer

        return stepping

    os.link = with_steps(os.link)
    os.fsync = with_steps(os.fsync)
    Path.unlink = with_steps(Path.unlink)  # type: ignore[method-assign]
    Session.commit = with_steps(Session.commit)  # type: ignore[method-assign]
    Session.flush = with_steps(Session.flush)  # type: ignore[method-assign]


def keep(folder: Path, pristine: Path) -> None:
    pristine.mkdir()
    shutil.copy(folder / "cadair.db", pristine / "cadair.db")
    shutil.copytree(keys_folder(folder), pristine / "keys")


def put_back(folder: Path, pristine: Path) -> None:
    for left in folder.glob("cadair.db*"):
        left.unlink()
    shutil.copy(pristine / "cadair.db", folder / "cadair.db")
    shutil.rmtree(keys_folder(folder))
    shutil.copytree(pristine / "keys", keys_folder(folder))


def keys_folder(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}-keys")


def keys_in(folder: Path) -> int:
    return len(list(keys_folder(folder).iterdir()))
