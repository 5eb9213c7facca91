"""HTTP for a review's record: read, written and signed by its reviewing officer, and added to."""

from typing import Any
from uuid import UUID

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.record import actions
from cadair.record.actions import Saved
from cadair.record.queries import Addendum, RecordOfReview, Version
from cadair.record.routes.blueprint import blueprint
from cadair.record.schemas.records import (
    AddendumSchema,
    AddToRecordSchema,
    RecordVersionsSchema,
    ReviewRecordSchema,
    SavedRecordSchema,
    SaveRecordSchema,
    WholeVersionSchema,
)
from cadair.web.blueprint import me, revision_read


@blueprint.route("/api/reviews/<uuid:review_id>/record", needs=Permission.WRITE_RECORD)
@blueprint.response(200, ReviewRecordSchema)
def get_record(review_id: UUID) -> RecordOfReview:
    """What is known under each heading, with its source, and what the officer wrote beside it."""
    return actions.read_record(db.session, actor=me(), review_id=review_id, now=now())


@blueprint.route(
    "/api/reviews/<uuid:review_id>/record", methods=["PUT"], needs=Permission.WRITE_RECORD
)
@blueprint.arguments(SaveRecordSchema)
@blueprint.response(200, SavedRecordSchema)
def save_record(body: dict[str, Any], review_id: UUID) -> Saved:
    """Keep what was written; If-Match says which revision was read, "0" for none.

    When somebody else was quicker, what they wrote comes back, and nothing is overwritten.
    """
    return actions.save_record(
        db.session,
        actor=me(),
        review_id=review_id,
        revision_read=revision_read(),
        now=now(),
        **body,
    )


@blueprint.route("/api/reviews/<uuid:review_id>/record/versions", needs=Permission.WRITE_RECORD)
@blueprint.response(200, RecordVersionsSchema)
def get_record_versions(review_id: UUID) -> dict[str, list[Version]]:
    """Every version that was saved, the latest first."""
    found = actions.read_versions(db.session, actor=me(), review_id=review_id, now=now())
    return {"versions": found}


@blueprint.route(
    "/api/reviews/<uuid:review_id>/record/versions/<revision>", needs=Permission.WRITE_RECORD
)
@blueprint.response(200, WholeVersionSchema)
def get_record_version(review_id: UUID, revision: str) -> Version:
    """One version, as it was saved."""
    return actions.read_version(
        db.session, actor=me(), review_id=review_id, revision=revision, now=now()
    )


@blueprint.route(
    "/api/reviews/<uuid:review_id>/record/sign",
    methods=["POST"],
    needs=Permission.WRITE_RECORD,
    step_up=True,
)
@blueprint.response(200, ReviewRecordSchema)
def sign_record(review_id: UUID) -> RecordOfReview:
    """Sign the record that If-Match names: it never changes afterwards.

    Refused while something is missing, with each thing by its name.
    """
    return actions.sign_record(
        db.session, actor=me(), review_id=review_id, revision_read=revision_read(), now=now()
    )


@blueprint.route(
    "/api/reviews/<uuid:review_id>/record/addenda/<uuid:addendum_id>",
    methods=["PUT"],
    needs=Permission.WRITE_RECORD,
)
@blueprint.arguments(AddToRecordSchema)
@blueprint.response(200, AddendumSchema)
def add_to_record(body: dict[str, Any], review_id: UUID, addendum_id: UUID) -> Addendum:
    """Add to a signed record.  Safe to send again."""
    return actions.add_to_record(
        db.session, actor=me(), review_id=review_id, addendum_id=addendum_id, now=now(), **body
    )
