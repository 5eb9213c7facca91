"""HTTP for the statutory return: what is ready, what is held back, and the file."""

from flask import Response

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.record.actions import returning
from cadair.record.actions.returning import Form
from cadair.record.queries.returning import YearsReturn
from cadair.record.routes.blueprint import blueprint
from cadair.record.schemas.returns import ReturnSchema
from cadair.web.blueprint import me


@blueprint.route("/api/service/returns/<int:year>", needs=Permission.EXPORT_RETURN)
@blueprint.response(200, ReturnSchema)
def get_return(year: int) -> YearsReturn:
    """The Reviews rows of the year to 31 March, what is held back and by whom it is mended."""
    return returning.read_return(db.session, actor=me(), year=year, now=now())


@blueprint.route(
    "/api/service/returns/<int:year>/csv", needs=Permission.EXPORT_RETURN, step_up=True
)
@blueprint.response(200, content_type="text/csv")
def get_return_csv(year: int) -> Response:
    """The rows that pass every check, as the return's CSV table."""
    return _file(year, Form.CSV, "text/csv")


@blueprint.route(
    "/api/service/returns/<int:year>/xml", needs=Permission.EXPORT_RETURN, step_up=True
)
@blueprint.response(200, content_type="application/xml")
def get_return_xml(year: int) -> Response:
    """The same as elements of the return's XML form; England's alone."""
    return _file(year, Form.XML, "application/xml")


def _file(year: int, form: Form, content_type: str) -> Response:
    found, content = returning.export_return(
        db.session, actor=me(), year=year, form=form, now=now()
    )
    kept_as = f'attachment; filename="{returning.file_name(found, form)}"'
    return Response(content, content_type=content_type, headers={"Content-Disposition": kept_as})
