"""HTTP for everything that a child ever said: to look at, and to take along."""

from typing import Any

from flask import Response

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.record.actions import keeping_words
from cadair.record.documents.everything import as_page
from cadair.record.documents.portable import as_pdf
from cadair.record.queries.everything import Everything
from cadair.record.queries.taken import Taken
from cadair.record.routes.blueprint import blueprint
from cadair.record.schemas.everything import EverythingSchema, ShowSchema, TakenSchema
from cadair.web.blueprint import me


@blueprint.route("/api/my/everything", needs=Permission.KEEP_OWN_WORDS)
@blueprint.arguments(ShowSchema, location="query")
@blueprint.response(200, EverythingSchema)
def get_everything(query: dict[str, Any]) -> Everything:
    """Everything I ever said, the latest first."""
    return keeping_words.read_everything(db.session, actor=me(), now=now(), **query)


@blueprint.route("/api/my/everything/json", needs=Permission.KEEP_OWN_WORDS, step_up=True)
@blueprint.response(200, TakenSchema)
def take_everything_as_json() -> Taken:
    """All that is mine, what I was told too, to keep as data; after showing that it is me."""
    return keeping_words.take_everything(db.session, actor=me(), kind="json", now=now())


@blueprint.route("/api/my/everything/pdf", needs=Permission.KEEP_OWN_WORDS, step_up=True)
@blueprint.response(200, content_type="application/pdf")
def take_everything_as_pdf() -> Response:
    """The same to read and to print, after showing that it is me."""
    found = keeping_words.take_everything(db.session, actor=me(), kind="pdf", now=now())
    page = as_page(found, language=me().language, now=now())
    name = {"Content-Disposition": 'attachment; filename="words.pdf"'}
    return Response(as_pdf(page), content_type="application/pdf", headers=name)
