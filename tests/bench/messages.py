"""What messages cost: posting one, and an inbox of a hundred, beside the bare reference."""

import json
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import select

from cadair.access.actor import Actor, Job
from cadair.children.models import Allocation
from cadair.commands.demo.people import demo_id
from cadair.foundation.clock import now
from cadair.foundation.database import db, scope_to
from cadair.messages import actions as messages
from cadair.messages.rules.conversations import Written, waited
from tests.bench.bare_messages import bare_messages, keep_threads, one_message, path_of_message
from tests.bench.demo_world import Demo, asked
from tests.bench.figures import Figures, Racer, cpu_ratio
from tests.world.statements import counted
from tests.world.two_councils import JADEN, NORTHMOOR

THREADS = 100


def measure_messages(figures: Figures, demo: Demo) -> None:
    """Statements, and CPU beside bare."""
    inbox = asked(demo.app, "GET", "/api/inbox", cookie=demo.cookie("priya"))
    figures.saw("queries_inbox_of_few", _statements(demo, inbox), "statements")
    fill_inbox(demo)
    figures.saw("queries_inbox", _statements(demo, inbox), "statements")
    write = asked(
        demo.app, "PUT", path_of_message(JADEN), body=one_message(), cookie=demo.cookie("jaden")
    )
    figures.saw("queries_message", _statements(demo, write), "statements")
    figures.saw("cpu_ratio_message", cpu_ratio(*_messages(demo), calls=300), "ratio")
    figures.saw("cpu_ratio_inbox", cpu_ratio(*_inboxes(demo), calls=300), "ratio")


def fill_inbox(demo: Demo) -> None:
    """Have a hundred conversations wait for Priya, one of each of a hundred children."""
    with demo.app.app_context():
        scope_to(db.session, NORTHMOOR)
        children = db.session.scalars(
            select(Allocation.child_id).where(Allocation.officer_id == demo_id("priya"))
        ).all()
        for child_id in sorted(set(children))[:THREADS]:
            _write_as(child_id)
        db.session.commit()


def bare_inbox(demo: Demo) -> Path:
    """The same inbox for the bare reference, in a file of its own."""
    lines = json.loads(asked(demo.app, "GET", "/api/inbox", cookie=demo.cookie("priya"))())
    path = Path(demo.folder) / "bare_messages.db"
    keep_threads(path, lines["threads"][:THREADS])
    return path


def _write_as(child_id: UUID) -> None:
    messages.write(
        db.session,
        actor=Actor(person_id=child_id, council_id=NORTHMOOR, job=Job.CHILD),
        child_id=child_id,
        message_id=uuid4(),
        written=Written(
            words="Can you come and see me?",
            start=None,
            language="en",
            tell_social_worker=False,
            waited=waited(0),
        ),
        now=now(),
    )


def _statements(demo: Demo, send) -> int:
    with counted(demo.app) as ran:
        send()
    return len(ran)


def _messages(demo: Demo) -> tuple[Racer, Racer]:
    bare = bare_messages(Path(demo.folder) / "bare.db")
    cookie = demo.cookie("jaden")

    def racer(app, cookie: str) -> Racer:
        return Racer(
            lambda send: send(),
            lambda: asked(app, "PUT", path_of_message(JADEN), body=one_message(), cookie=cookie),
        )

    return racer(demo.app, cookie), racer(bare, "")


def _inboxes(demo: Demo) -> tuple[Racer, Racer]:
    ours = asked(demo.app, "GET", "/api/inbox", cookie=demo.cookie("priya"))
    theirs = asked(bare_messages(bare_inbox(demo)), "GET", "/api/inbox")
    assert len(json.loads(theirs())["threads"]) == THREADS
    return Racer(lambda _: ours()), Racer(lambda _: theirs())
