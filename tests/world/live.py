"""Parts of meetings that run, in worlds whose reviews still take views for everything else."""

from typing import Any
from uuid import UUID, uuid4

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from cadair.foundation.database import beyond_councils, db
from cadair.meeting.routes.guests import GUEST_COOKIE
from cadair.reviews.models import Review
from cadair.reviews.rules import Stage
from tests.conftest import browser

HAND_UP = {"kind": "hand", "on": 0, "up": True}
HOW_IT_WAS = {"face": "good", "words": "It was short.", "change": "More biscuits.", "told": True}


def one_event(**told: Any) -> dict[str, Any]:
    """A hand that goes up, or something else."""
    return {"events": [{"id": str(uuid4()), **(told or HAND_UP)}]}


def stage_of(app: Flask, review: UUID) -> Stage:
    with app.app_context(), beyond_councils(db.session):
        return Stage(db.session.scalars(select(Review.stage).where(Review.id == review)).one())


def move_to(app: Flask, review: UUID, stage: Stage) -> None:
    with app.app_context(), beyond_councils(db.session):
        db.session.execute(update(Review).where(Review.id == review).values(stage=stage))
        db.session.commit()


def open_part(app: Flask, officer: FlaskClient, review: UUID, part: UUID) -> dict[str, Any]:
    """Open a part, and leave the review's stage as it was; its code and how it stands."""
    before = stage_of(app, review)
    opened = officer.post(f"/api/reviews/{review}/parts/{part}/live")
    assert opened.status_code == 200, opened.text
    move_to(app, review, before)
    return dict(opened.json)


def join(app: Flask, code: str, called: str | None = "Uncle Bob") -> tuple[UUID, str]:
    """Somebody without an account comes in: their id, and their cookie."""
    guest = browser(app)
    joined = guest.post("/api/live/join", json={"code": code, "called": called})
    assert joined.status_code == 200, joined.text
    cookie = guest.get_cookie(GUEST_COOKIE)
    assert cookie is not None
    return UUID(joined.json["me"]["id"]), f"{GUEST_COOKIE}={cookie.value}"
