"""The bare reference: Flask and hand-written sqlite3, with nobody signed in and nothing sealed.

`python -m tests.bench.bare PORT FILE OFFICER DAY` serves it as Cadair is served.
"""

import json
import sys
import threading
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import waitress
from flask import Flask, jsonify, request

from tests.bench.bare_database import connect
from tests.bench.bare_messages import bare_messages
from tests.bench.bare_today import bare_today

SCHEMA = """
CREATE TABLE IF NOT EXISTS contribution (id TEXT PRIMARY KEY, review_id TEXT, child_id TEXT,
  author_id TEXT, form TEXT, version INTEGER, language TEXT, shared_at TEXT);
CREATE TABLE IF NOT EXISTS answer (id TEXT PRIMARY KEY, contribution_id TEXT, question TEXT,
  value TEXT, audience TEXT, wish INTEGER);
"""


def bare_share(path: Path) -> Flask:
    """PUT twelve answers: parsed, written in one transaction, answered after commit."""
    app = Flask("bare")
    connect(path).executescript(SCHEMA)
    mine = threading.local()  # a connection for each thread of the server

    @app.put("/api/contributions/<id_>")
    def share(id_: str):
        body = request.get_json()
        if not hasattr(mine, "database"):
            mine.database = connect(path)
        database = mine.database
        database.execute("BEGIN IMMEDIATE")
        database.execute(
            "INSERT INTO contribution VALUES (?,?,?,?,?,?,?,?)",
            (id_, body["review_id"], "child", "author", body["form"], 1, "en", "2026-11-21"),
        )
        database.executemany(
            "INSERT INTO answer VALUES (?,?,?,?,?,?)",
            [
                (each["id"], id_, each["question"], each["words"], each["audience"], 0)
                for each in body["answers"]
            ],
        )
        database.execute("COMMIT")
        return jsonify(id=id_, **body)

    return app


def twelve_answers(review_id: UUID, questions: list[str]) -> bytes:
    """A true body of twelve answers of about 170 characters each."""
    return json.dumps(
        {
            "review_id": str(review_id), "form": "child_12_to_15", "form_version": 1,
            "language": "en", "helper": None, "replaces": None,
            "answers": [
                {"id": str(uuid4()), "question": question, "words": "It has been good mostly. " * 7,
                 "audience": "my_iro_and_social_worker"}
                for question in questions[:12]
            ],
        }
    ).encode()  # fmt: skip


def bare_of_arguments() -> Flask:
    """Both bare handlers in one application, as the command line names their database."""
    _port, path, officer, day = sys.argv[1:]
    app = bare_share(Path(path).with_name("bare.db"))
    messages = bare_messages(Path(path).with_name("bare_messages.db"))
    today = bare_today(Path(path), UUID(officer), date.fromisoformat(day))
    app.add_url_rule("/api/today", view_func=today.view_functions["today"])
    app.add_url_rule("/api/inbox", view_func=messages.view_functions["inbox"])
    app.add_url_rule(
        "/api/my/conversations/<child_id>/messages/<id_>",
        view_func=messages.view_functions["write"],
        methods=["PUT"],
    )
    return app


if __name__ == "__main__":
    waitress.serve(
        bare_of_arguments(),
        host="127.0.0.1",
        port=int(sys.argv[1]),
        threads=8,  # as Cadair's own
        connection_limit=1000,
        _quiet=True,
    )
