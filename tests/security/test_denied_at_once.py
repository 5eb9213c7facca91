"""What was open a moment ago is denied at the next request: to who left, was moved, or is out.

Each of these is told by the same browser, with the same cookie, before and after.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Job
from cadair.children.models import Allocation, Relationship
from cadair.commands.demo.people import demo_id
from cadair.foundation.clock import today
from cadair.foundation.database import beyond_councils, db
from cadair.people.models import Person, SignInSession
from tests.access.slots import SLOTS
from tests.access.sweeping import ASKERS, NOT_IN, Sweeper, told, wrong_in, wrong_with_all
from tests.world.everything import LEFT

# By hand: open to a page that its person left, so that it can be opened or closed.
WHILE_LOCKED = {"get_me", "lock", "unlock", "sign_out"}
# One's own words stay one's own, and so does what one keeps on one's phone; and colleagues stay
# colleagues.
ALWAYS_OWN = {"contribution", "answer", "device", "passkey", "officer"}
OF_ONES_OWN = {"get_own_contributions", "withdraw_contribution"}


@pytest.fixture(autouse=True)
def _nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Session, "commit", Session.flush)


@contextmanager
def for_now(sweeper: Sweeper, statement) -> Iterator[None]:
    """The statement is true for a while, for every request: then all is as it was before."""
    (model,) = {statement.table}
    with sweeper.world.app.app_context(), beyond_councils(db.session):
        before = db.session.connection().execute(model.select()).mappings().all()
        assert db.session.connection().execute(statement).rowcount >= 1
        db.session.connection().commit()
    yield
    with sweeper.world.app.app_context(), beyond_councils(db.session):
        keys = [column.name for column in model.primary_key]
        for row in before:
            same = [model.c[key] == row[key] for key in keys]
            db.session.connection().execute(update(model).where(*same).values(dict(row)))
        db.session.connection().commit()


def learnt(sweeper: Sweeper, asker: str, *children: str) -> Iterator[str]:
    """What this asker can still tell of these children from what is not there at all."""
    things = sweeper.world.things
    sweeper.world.things = [
        replace(each, knows=each.knows - {asker})
        if each.child in children and each.kind not in ALWAYS_OWN
        else each
        for each in things
    ]
    try:
        for operation in sweeper.operations:
            if operation.name in SLOTS and operation.name not in OF_ONES_OWN:
                yield from wrong_in(sweeper, operation, asker, door_is_shut=False)
                yield from wrong_with_all(sweeper, operation, asker)
    finally:
        sweeper.world.things = things


def test_the_same_is_not_said_of_somebody_who_is_still_there(sweeper):
    """Or nothing below would tell anything."""
    assert next(learnt(sweeper, "karen", "jaden"))
    assert next(learnt(sweeper, "nadia", "jaden"))


def test_who_left_the_circle_learns_nothing_more_of_the_child(sweeper):
    yesterday = today(sweeper.moment) - timedelta(days=1)
    left = (
        update(Relationship)
        .where(Relationship.person_id == demo_id("karen"))
        .values(until_on=yesterday)
    )
    with for_now(sweeper, left):
        assert list(learnt(sweeper, "karen", "jaden")) == []


def test_an_officer_whose_cover_ended_is_one_of_many(sweeper):
    yesterday = today(sweeper.moment) - timedelta(days=1)
    ended = (
        update(Allocation)
        .where(Allocation.officer_id == demo_id("nadia"))
        .values(until_on=yesterday)
    )
    with for_now(sweeper, ended):
        assert list(learnt(sweeper, "nadia", "jaden")) == []


def test_whoever_changes_their_job_may_at_once_do_what_that_job_may(sweeper):
    moved = update(Person).where(Person.id == demo_id("priya")).values(job=Job.PROFESSIONAL)
    with for_now(sweeper, moved):
        assert list(learnt(sweeper, "priya", "jaden", "amelia")) == []


def test_a_session_that_ended_elsewhere_opens_nothing(sweeper):
    ended = (
        update(SignInSession)
        .where(SignInSession.person_id == demo_id("priya"))
        .values(ended_at=sweeper.moment)
    )
    with for_now(sweeper, ended):
        for operation in sweeper.operations:
            if sweeper.needs[operation.name] is not None:
                as_nobody = sweeper.send(operation, "anonymous", {})
                assert told(sweeper.send(operation, "priya", {})) == told(as_nobody)
                assert as_nobody.status_code == 401, operation.name


def test_a_locked_page_says_nothing_but_that_it_is_locked(sweeper):
    """Whatever it is asked for, and whether that is there or not."""
    locked = (
        update(SignInSession)
        .where(SignInSession.person_id == demo_id("jaden"))
        .values(locked_at=sweeper.moment)
    )
    with for_now(sweeper, locked):
        for operation in sweeper.operations:
            if sweeper.needs[operation.name] is None or operation.name in WHILE_LOCKED:
                continue
            answer = sweeper.send(operation, "jaden", {})
            assert answer.json == {"code": "locked", "status": 403}, operation.name
            nobodys = {place: uuid4() for place in SLOTS.get(operation.name, ())}
            assert told(sweeper.send(operation, "jaden", nobodys)) == told(answer)


def test_a_child_who_left_care_is_found_by_their_manager_alone(sweeper):
    """Not by the officer whose child they were, nor by who cared for them."""
    names = {"get_child", "get_circle", "get_broken_glass", "get_early_reviews", "get_review"}
    ids = {
        "child_id": sweeper.world.of(LEFT, "child"),
        "review_id": sweeper.world.of(LEFT, "review"),
    }
    found = {
        (asker, operation.name)
        for operation in sweeper.operations
        if operation.name in names
        for asker in ASKERS
        if asker not in NOT_IN
        for mine in [{place: ids[place] for place in SLOTS[operation.name]}]
        if sweeper.send(operation, asker, mine).status_code < 300
    }
    assert found == {("helen", "get_child"), ("helen", "get_circle"), ("helen", "get_broken_glass")}
