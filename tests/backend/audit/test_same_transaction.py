"""What is written and its event are kept together or not at all; what is read leaves its event."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cadair.audit.models import AuditEvent
from cadair.contributions.models import Contribution
from cadair.foundation.clock import frozen
from cadair.foundation.database import db, scope_to
from tests.backend.contributions.conftest import NOW, World, a_world, an_answer
from tests.backend.record.conftest import share


@pytest.fixture
def world(app):
    with frozen(NOW):
        yield a_world(app)


def counted(world: World) -> tuple[int, int]:
    """How many contributions there are, and how many events of sharing."""
    with world.app.app_context():
        scope_to(db.session, world.council_id)
        shared = select(func.count()).where(AuditEvent.event == "contribution.shared")
        counts = (
            db.session.scalar(select(func.count()).select_from(Contribution)) or 0,
            db.session.scalar(shared.select_from(AuditEvent)) or 0,
        )
        db.session.rollback()
    return counts


def test_what_is_shared_and_its_event_stand_or_fall_together(world, monkeypatch):
    share(world, "Ada", an_answer("home.face", words="My room!"))
    assert counted(world) == (1, 1)
    with monkeypatch.context() as broken:
        browser = world.sign_in("Mum")

        def fails(_self: Session) -> None:
            raise RuntimeError("the power went")

        broken.setattr(Session, "commit", fails)
        answer = browser.put(
            f"/api/contributions/{world.review_id}",
            json={
                "review_id": str(world.review_id), "form": "parent", "form_version": 1,
                "language": "en", "helper": None, "replaces": None,
                "answers": [an_answer("going_well.words", words="Well.")],
            },
        )  # fmt: skip
        assert answer.status_code == 500
    assert counted(world) == (1, 1)


@pytest.mark.parametrize(
    ("who", "path", "event"),
    [
        ("Priya", "/api/reviews/{review}/summary", "review.summary_read"),
        ("Priya", "/api/reviews/{review}/taking-part", "review.taking_part_read"),
        ("Priya", "/api/reviews/{review}", "review.plan_read"),
        ("Priya", "/api/children/{child}", "child.read"),
        ("Priya", "/api/children/{child}/broken-glass", "child.glass_read"),
        ("Priya", "/api/today", "today.read"),
        ("Boss", "/api/caseload", "caseload.read"),
        ("Ada", "/api/my/reviews", "review.read"),
        ("Ada", "/api/my/who-has-seen", "child.trail_read"),
    ],
)
def test_every_reading_leaves_its_event(world, who, path, event):
    answer = world.sign_in(who).get(path.format(review=world.review_id, child=world.child_id))
    assert answer.status_code == 200
    with world.app.app_context():
        scope_to(db.session, world.council_id)
        noted = db.session.scalars(
            select(AuditEvent.actor_id).where(AuditEvent.event == event)
        ).all()
        db.session.rollback()
    assert world.ids[who] in noted


def test_without_its_event_nothing_is_read(world, monkeypatch):
    """The event is not a second thought: if it cannot be kept, the page is not shown."""
    priya = world.sign_in("Priya")

    def fails(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("no room")

    monkeypatch.setattr("cadair.audit.actions.add_rows", fails)
    answer = priya.get(f"/api/reviews/{world.review_id}/summary")
    assert answer.status_code == 500
    assert "own_words" not in answer.text
