"""The codes of the demo's staff, on a page: an authenticator app for whoever tries the demo."""

import re
from datetime import datetime
from html import escape

from flask import Flask, Response

from cadair.access.actor import STAFF
from cadair.commands.demo.people import ENGLAND, WALES, DemoPerson, demo_secret
from cadair.foundation.clock import now
from cadair.people.rules.app_codes import code_of
from cadair.people.rules.second_step import CODE_SECONDS, codes_at

PATH = "/demo/codes"


def install(app: Flask) -> None:
    """Serve the page; only where the demo is served, whose secrets are known to all."""
    settings = app.extensions["cadair.settings"]
    assert settings.demo

    @app.get(PATH)
    def demo_codes() -> Response:
        """The codes of the moment."""
        index = settings.client_folder / "index.html"
        style = re.search(r"/assets/[\w.-]+\.css", index.read_text("utf-8"))
        return Response(page(now(), style=style[0] if style else ""), mimetype="text/html")


def page(moment: datetime, *, style: str) -> str:
    """The page as HTML, with this moment's code of each member of staff and the one after it."""
    left = CODE_SECONDS - int(moment.timestamp()) % CODE_SECONDS
    staff = [person for person in (*ENGLAND, *WALES) if person.job in STAFF]
    rows = "".join(_row(person, moment) for person in staff)
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Codes of the demo – Cadair</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="{escape(style)}"></head>
<body><main class="page__main"><h1>Codes of the demo</h1>
<p>Staff type a six-digit code after their password. Here an app on each one’s phone would show
theirs. A code works once; if you have used it already, take the next.</p>
<p><a href="{PATH}">Show the codes of this moment</a> (new ones in {left} seconds)</p>
<table class="table"><caption>Codes of the demo’s staff</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Signs in as</th>
<th scope="col">Code now</th><th scope="col">Next</th></tr></thead>
<tbody>{rows}</tbody></table></main></body></html>
"""


def _row(person: DemoPerson, moment: datetime) -> str:
    secret = demo_secret(person.key)
    _, present, following = codes_at(moment)
    return (
        f'<tr><th scope="row">{escape(person.name)}</th><td>{escape(person.email or person.key)}'
        f"</td><td><strong>{code_of(secret, present)}</strong></td>"
        f"<td>{code_of(secret, following)}</td></tr>"
    )
