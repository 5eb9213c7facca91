"""A letter that a child was given after a review."""

from uuid import UUID

from flask import Flask
from sqlalchemy import select

from cadair.children import queries as children
from cadair.foundation.clock import now
from cadair.foundation.database import beyond_councils, db, scope_to
from cadair.record.models.letters import Letter
from cadair.record.queries.letters import closed_letter
from cadair.record.rules.letters import Paragraph
from cadair.reviews.models import Review

HELLO = "Dear you, thank you for telling me what you think."


def a_given_letter(
    app: Flask, review_id: UUID | str, child_id: UUID, by_id: UUID, *, words: str = HELLO
) -> None:
    """The letter of this review, of one paragraph, as the officer gave it to the child."""
    review_id = UUID(str(review_id))
    with app.app_context(), beyond_councils(db.session):
        council_id = db.session.scalars(
            select(Review.council_id).where(Review.id == review_id)
        ).one()
    with app.app_context():
        scope_to(db.session, council_id)
        key = children.sealing_key(db.session, child_id=child_id)
        said = [Paragraph(key="hello", words=words)]
        db.session.add(
            Letter(
                review_id=review_id,
                child_id=child_id,
                revision=1,
                content=closed_letter(key, review_id, language="en", paragraphs=said),
                saved_at=now(),
                saved_by_id=by_id,
                given_at=now(),
                given_by_id=by_id,
            )
        )
        db.session.commit()
