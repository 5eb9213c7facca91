"""What a request carries: taken in whole before anything is asked of the database."""

from typing import Any

from flask import Request, request
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import BadRequest

from cadair.foundation.errors import BadInput


def take_in() -> None:
    """Wait for the whole body now.

    Later the request holds the database, and a phone with a bad connection, or somebody who sends
    one byte and no more, would keep everybody else waiting for it.
    """
    request.get_data()


def refuse_repeated() -> None:
    """Refuse a query that says a name twice: which of them counts must never be a question."""
    if request.path.startswith("/api/") and len(request.args) < len([*request.args.items(True)]):
        raise BadInput(fields={"query": ["repeated"]})


class BodyParser(FlaskParser):
    """Reads a body as JSON; what Python cannot read is the sender's fault, not ours."""

    def load_json(self, req: Request, schema: Any) -> Any:
        """The body's JSON; raises BadRequest when it is nested too deep or a number too long."""
        try:
            return super().load_json(req, schema)
        except (RecursionError, ValueError) as unreadable:
            raise BadRequest from unreadable
