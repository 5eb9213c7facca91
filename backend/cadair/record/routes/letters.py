"""HTTP for letters: the reviewing officer writes and gives one, the child reads and answers it."""

from typing import Any
from uuid import UUID

from flask import Response

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.record.actions import lettering as actions
from cadair.record.documents.letters import page_of_letter
from cadair.record.documents.portable import as_pdf
from cadair.record.queries.letter_pages import LetterPage, OwnLetter, OwnLetters
from cadair.record.queries.letters import Remark
from cadair.record.routes.blueprint import blueprint
from cadair.record.rules.letters import Paragraph
from cadair.record.schemas.letters import (
    GiveLetterSchema,
    LetterSchema,
    ListedLettersSchema,
    OwnLetterSchema,
    RemarkSchema,
    SaveLetterSchema,
    SayOfLetterSchema,
)
from cadair.web.blueprint import me, revision_read

PDF = "application/pdf"


@blueprint.route("/api/reviews/<uuid:review_id>/letter", needs=Permission.WRITE_LETTER)
@blueprint.response(200, LetterSchema)
def get_letter(review_id: UUID) -> LetterPage:
    """The letter to the child as it stands, beside a draft in each language."""
    return actions.read_letter(db.session, actor=me(), review_id=review_id, now=now())


@blueprint.route(
    "/api/reviews/<uuid:review_id>/letter", methods=["PUT"], needs=Permission.WRITE_LETTER
)
@blueprint.arguments(SaveLetterSchema)
@blueprint.response(200, LetterSchema)
def save_letter(body: dict[str, Any], review_id: UUID) -> LetterPage:
    """Keep the letter; If-Match says which revision was read, "0" for none."""
    return actions.save_letter(
        db.session,
        actor=me(),
        review_id=review_id,
        language=body["language"],
        paragraphs=[Paragraph(**each) for each in body["paragraphs"]],
        revision_read=revision_read(),
        now=now(),
    )


@blueprint.route(
    "/api/reviews/<uuid:review_id>/letter/give",
    methods=["POST"],
    needs=Permission.WRITE_LETTER,
    step_up=True,
)
@blueprint.arguments(GiveLetterSchema)
@blueprint.response(200, LetterSchema)
def give_letter(body: dict[str, Any], review_id: UUID) -> LetterPage:
    """Give the child the letter of the revision in If-Match.  Safe to send again."""
    return actions.give_letter(
        db.session,
        actor=me(),
        review_id=review_id,
        revision_read=revision_read(),
        now=now(),
        **body,
    )


@blueprint.route(
    "/api/reviews/<uuid:review_id>/letter/remarks/seen",
    methods=["POST"],
    needs=Permission.WRITE_LETTER,
)
@blueprint.response(204)
def see_letter_remarks(review_id: UUID) -> None:
    """I have seen what the child says of the letter."""
    actions.see_remarks(db.session, actor=me(), review_id=review_id, now=now())


@blueprint.route("/api/my/letters", needs=Permission.SEE_OWN_LETTERS)
@blueprint.response(200, ListedLettersSchema)
def get_own_letters() -> OwnLetters:
    """My letters, and a certificate for each review that was held; the newest first."""
    return actions.read_own_letters(db.session, actor=me())


@blueprint.route("/api/my/letters/<uuid:review_id>", needs=Permission.SEE_OWN_LETTERS)
@blueprint.response(200, OwnLetterSchema)
def get_own_letter(review_id: UUID) -> OwnLetter:
    """One letter of mine, with who does what it tells of and what I said of it."""
    return actions.read_own_letter(db.session, actor=me(), review_id=review_id, now=now())


@blueprint.route("/api/my/letters/<uuid:review_id>/pdf", needs=Permission.SEE_OWN_LETTERS)
@blueprint.response(200, content_type=PDF)
def get_own_letter_pdf(review_id: UUID) -> Response:
    """A letter of mine to print or keep."""
    letter = actions.read_own_letter(db.session, actor=me(), review_id=review_id, now=now())
    name = {"Content-Disposition": 'attachment; filename="letter.pdf"'}
    return Response(as_pdf(page_of_letter(letter)), content_type=PDF, headers=name)


@blueprint.route(
    "/api/my/letters/<uuid:review_id>/remarks/<uuid:remark_id>",
    methods=["PUT"],
    needs=Permission.SEE_OWN_LETTERS,
)
@blueprint.arguments(SayOfLetterSchema)
@blueprint.response(200, RemarkSchema)
def say_of_letter(body: dict[str, Any], review_id: UUID, remark_id: UUID) -> Remark:
    """Say what in a letter is not what I said; it is kept beside it.  Safe to send again."""
    return actions.remark(
        db.session, actor=me(), review_id=review_id, remark_id=remark_id, now=now(), **body
    )
