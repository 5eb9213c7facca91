"""The trail (I1 to I5): a changed entry is noticed, and a child's readers are found at once."""

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from uuid import uuid4

from cadair.app import create_app
from cadair.commands.serving import bring_up_to_date
from cadair.commands.trail import who_read
from cadair.foundation.database import db, scope_to
from cadair.people import actions as people
from cadair.people.models import Nation
from cadair_trail.verify import FIRST_DIGEST, Anchors, Entry, check, digest
from tests.conftest import settings_in
from tests.security.checks import Outcome, held_by, long_security_check

VERIFY = "tests/backend/audit/test_verify.py"
ENTRIES = 5_000
EVENTS = 10_000_000

held_by(
    "I1",
    "alter, delete, swap, insert, truncate: 100 %, first bad named",
    VERIFY,
)
held_by(
    "I2",
    "an event with every read and write, in the same transaction",
    "tests/backend/audit/test_same_transaction.py",
)
held_by(
    "I3",
    "UPDATE and DELETE on the trail as the app's role: refused",
    "tests/backend/audit/test_trail.py",
)
held_by(
    "I4",
    "who read this child: complete",
    "tests/backend/audit/test_who_read.py",
)
held_by(
    "I5",
    "0 words in the trail",
    "tests/backend/foundation/test_at_rest.py::test_no_event_of_the_trail_holds_a_word",
    "tests/access/test_reading_for_a_reason.py::test_every_step_is_in_the_trail_and_no_word_of_it",
)

Tampering = Callable[[list[Entry], int], list[Entry]]


@long_security_check
def every_entry_of_a_long_chain_tampered_with() -> Iterator[Outcome]:
    """Five ways of tampering with each of 5,000 entries; the first bad one must be named."""
    council = str(uuid4())
    entries, before = [], FIRST_DIGEST
    for number in range(1, ENTRIES + 1):
        event = an_event(council, number)
        before = digest(before, event)
        entries.append(Entry(council, number, before, event))
    anchors: Anchors = {council: {ENTRIES: before}}
    assert check(entries, anchors).bad == {}
    missed = 0
    for tampering in (altered, deleted, swapped, inserted, truncated):
        for at in range(ENTRIES):
            if tampering is swapped and at == ENTRIES - 1:
                continue
            # What stands well before the place was checked above: begin a little before it.
            start = max(0, at - 2)
            held = renumbered(tampering(entries, at)[start:], start, tampering)
            first = entries[start - 1].digest if start else FIRST_DIGEST
            found = check_from(held, first, start, {council: {ENTRIES: before}})
            missed += found != at + 1
    tried = 5 * ENTRIES - 1
    yield Outcome("I1 long", f"{missed} missed of {tried:,}", "0 of 5 × 5,000", missed == 0)


def check_from(entries: list[Entry], first: bytes, start: int, anchors: Anchors) -> int | None:
    """The number of the first bad entry of the rest of a chain, by the program's own rules."""
    import cadair_trail.verify as verify

    kept = verify.FIRST_DIGEST
    verify.FIRST_DIGEST = first
    moved = [entry._replace(number=entry.number - start) for entry in entries]
    ends = {council: {number - start: it for number, it in heads.items()}
            for council, heads in anchors.items()}  # fmt: skip
    try:
        bad = next(iter(check(moved, ends).bad.values()), None)
    finally:
        verify.FIRST_DIGEST = kept
    return None if bad is None else bad.number + start


def renumbered(entries: list[Entry], start: int, tampering: Tampering) -> list[Entry]:
    """Whoever inserts or swaps numbers what follows anew; whoever deletes leaves a gap."""
    if tampering in (inserted, swapped):
        return [entry._replace(number=start + at) for at, entry in enumerate(entries, start=1)]
    return entries


def an_event(council: str, number: int) -> dict[str, object]:
    return {
        "council_id": council, "id": str(uuid4()), "at": "2026-01-01T00:00:00.000000+00:00",
        "event": "child.read", "actor_id": None, "actor_job": None, "child_id": str(uuid4()),
        "subject_id": None, "facts": {"number": number},
    }  # fmt: skip


def altered(entries: list[Entry], at: int) -> list[Entry]:
    changed = entries[at]._replace(event={**(entries[at].event or {}), "event": "child.seen"})
    return [*entries[:at], changed, *entries[at + 1 :]]


def deleted(entries: list[Entry], at: int) -> list[Entry]:
    return [*entries[:at], *entries[at + 1 :]]


def swapped(entries: list[Entry], at: int) -> list[Entry]:
    return [*entries[:at], entries[at + 1], entries[at], *entries[at + 2 :]]


def inserted(entries: list[Entry], at: int) -> list[Entry]:
    forged = entries[at]._replace(event=an_event(entries[at].council, -1))
    return [*entries[:at], forged, *entries[at:]]


def truncated(entries: list[Entry], at: int) -> list[Entry]:
    return entries[:at]


@long_security_check
def a_childs_readers_among_ten_million_events() -> Iterator[Outcome]:
    """How long it takes to find everybody who read one child in two years."""
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
            db.session.commit()
            db.engine.dispose()
            child_id = uuid4()
            fill(folder / "cadair.db", council_id.hex, child_id.hex)
            scope_to(db.session, council_id)
            began = time.monotonic()
            lines = list(
                who_read(
                    db.session,
                    child_id=child_id,
                    from_on=date(2025, 1, 1),
                    to_on=date(2026, 12, 31),
                )
            )
            took = time.monotonic() - began
            db.engine.dispose()
    yield Outcome(
        "I4 long",
        f"{len(lines)} events of {EVENTS:,} found in {took:.2f} s",
        "complete, at most 5 s at 10 million rows",
        took <= 5 and len(lines) == 1_000,
    )


def fill(path: Path, council: str, child: str) -> None:
    """Ten million events of two years, a thousand of them this child's."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(
            f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {EVENTS}) "
            "INSERT INTO audit_event (id, at, event, actor_id, child_id, facts, council_id) "
            "SELECT printf('%032x', i), "
            "strftime('%Y-%m-%d %H:%M:%S', '2025-01-01', '+' || (i * 6) || ' seconds') "
            "|| '.000000', 'child.read', printf('%032x', i % 300), "
            f"CASE WHEN i % 10000 = 7 THEN '{child}' ELSE printf('%032x', i % 5000) END, "
            f"'{{}}', '{council}' FROM n"
        )
        connection.commit()
