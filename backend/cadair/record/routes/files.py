"""HTTP for a record as a file, and for a child's certificate."""

from hashlib import sha256
from typing import Any
from uuid import UUID

from flask import Response

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.record.actions import filing as actions
from cadair.record.actions.filing import Bundled
from cadair.record.documents.bundles import bundle_of
from cadair.record.documents.certificates import certificate
from cadair.record.documents.pages import Page
from cadair.record.documents.plain import as_text
from cadair.record.documents.portable import as_pdf
from cadair.record.documents.records import data_of_record, page_of_record
from cadair.record.documents.word import as_docx
from cadair.record.queries.records import RecordOfReview
from cadair.record.routes.blueprint import blueprint
from cadair.record.schemas.files import AcknowledgeSchema
from cadair.web.blueprint import me

PDF = "application/pdf"
ZIP = "application/zip"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
JSON = "application/json"
TEXT = "text/plain;charset=utf-8"


@blueprint.route("/api/reviews/<uuid:review_id>/record.pdf", needs=Permission.WRITE_RECORD)
@blueprint.response(200, content_type=PDF)
def get_record_pdf(review_id: UUID) -> Response:
    """The record as a PDF that everybody can read."""
    return _file(as_pdf(_page(_record(review_id, "pdf"))), PDF, "record.pdf")


@blueprint.route("/api/reviews/<uuid:review_id>/record.docx", needs=Permission.WRITE_RECORD)
@blueprint.response(200, content_type=DOCX)
def get_record_docx(review_id: UUID) -> Response:
    """The record as a Word file."""
    return _file(as_docx(_page(_record(review_id, "docx"))), DOCX, "record.docx")


@blueprint.route("/api/reviews/<uuid:review_id>/record.json", needs=Permission.WRITE_RECORD)
@blueprint.response(200, content_type=JSON)
def get_record_json(review_id: UUID) -> Response:
    """The record as data, every fact under its own name."""
    return _file(data_of_record(_record(review_id, "json")), JSON, "record.json")


@blueprint.route("/api/reviews/<uuid:review_id>/record.txt", needs=Permission.WRITE_RECORD)
@blueprint.response(200, content_type=TEXT)
def get_record_text(review_id: UUID) -> Response:
    """The record as plain text, to paste into the case system."""
    return _file(as_text(_page(_record(review_id, "txt"))), TEXT, "record.txt")


@blueprint.route("/api/reviews/<uuid:review_id>/bundle", needs=Permission.WRITE_RECORD)
@blueprint.response(200, content_type=ZIP)
def get_bundle(review_id: UUID) -> Response:
    """Every form of a signed record with its digests, for the council's archive."""
    found = actions.read_for_bundle(db.session, actor=me(), review_id=review_id, now=now())
    return _file(_zip(found), ZIP, "record.zip")


@blueprint.route(
    "/api/reviews/<uuid:review_id>/bundle/acknowledged",
    methods=["POST"],
    needs=Permission.WRITE_RECORD,
    step_up=True,
)
@blueprint.arguments(AcknowledgeSchema)
@blueprint.response(204)
def acknowledge_bundle(body: dict[str, Any], review_id: UUID) -> None:
    """The archive has the bundle with this SHA-256.  Safe to send again."""
    actions.acknowledge(
        db.session,
        actor=me(),
        review_id=review_id,
        sha256=body["sha256"],
        digest_of=lambda found: sha256(_zip(found)).hexdigest(),
        now=now(),
    )


@blueprint.route("/api/my/reviews/<uuid:review_id>/certificate", needs=Permission.SEE_OWN_LETTERS)
@blueprint.response(200, content_type=PDF)
def get_own_certificate(review_id: UUID) -> Response:
    """My certificate of a review that was held."""
    found = actions.certify(db.session, actor=me(), review_id=review_id, now=now())
    page = certificate(
        called=found.called,
        held_on=found.held_on,
        language=found.language,
        made_at=found.made_at,
    )
    return _file(as_pdf(page), PDF, "certificate.pdf")


def _record(review_id: UUID, kind: str) -> RecordOfReview:
    return actions.read_for_file(db.session, actor=me(), review_id=review_id, kind=kind, now=now())


def _zip(found: Bundled) -> bytes:
    """In the child's language: a bundle says the same whoever asks for it."""
    language = found.record.child.language
    return bundle_of(found.record, found.letter, found.given, language=language)


def _page(record: RecordOfReview) -> Page:
    return page_of_record(record, language=me().language)


def _file(content: bytes | str, kind: str, name: str) -> Response:
    named = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, content_type=kind, headers=named)
