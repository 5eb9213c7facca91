"""The bare reference of messages: Flask and sqlite3 by hand, nobody signed in, nothing sealed."""

import json
import threading
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from flask import Flask, jsonify, request

from tests.bench.bare_database import connect

SCHEMA = """
CREATE TABLE IF NOT EXISTS message (id TEXT PRIMARY KEY, child_id TEXT, author_id TEXT, start TEXT,
  words TEXT, language TEXT, received_at TEXT);
CREATE TABLE IF NOT EXISTS thread (place INTEGER PRIMARY KEY, child_id TEXT, child_called TEXT,
  child_name TEXT, case_number TEXT, with_id TEXT, with_called TEXT, with_name TEXT, chair TEXT,
  job TEXT, is_child INTEGER, unread INTEGER, since TEXT, answer_by TEXT, over INTEGER,
  safety INTEGER, last_start TEXT, not_safe INTEGER, covers INTEGER);
"""
THREAD = "INSERT INTO thread VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"


def bare_messages(path: Path) -> Flask:
    """PUT one message, answered after commit; GET an inbox whose lines lie ready in one table."""
    app = Flask("bare_messages")
    connect(path).executescript(SCHEMA)
    mine = threading.local()  # a connection for each thread of the server

    def database():
        if not hasattr(mine, "database"):
            mine.database = connect(path)
        return mine.database

    @app.put("/api/my/conversations/<child_id>/messages/<id_>")
    def write(child_id: str, id_: str):
        body, into = request.get_json(), database()
        into.execute("BEGIN IMMEDIATE")
        into.execute(
            "INSERT INTO message VALUES (?,?,?,?,?,?,?)",
            (id_, child_id, child_id, body["start"], body["words"], body["language"], "2026-11-22"),
        )
        into.execute("COMMIT")
        return jsonify(id=id_, **body)

    @app.get("/api/inbox")
    def inbox():
        rows = database().execute("SELECT * FROM thread ORDER BY place").fetchall()
        return jsonify(threads=[_as_line(row) for row in rows])

    return app


def keep_threads(path: Path, lines: list[dict[str, Any]]) -> None:
    """Put the lines of an inbox where the bare handler finds them."""
    into = connect(path)
    into.executescript(SCHEMA)
    into.executemany(THREAD, [_as_row(line) for line in lines])


def one_message() -> bytes:
    """A true message of about 300 characters."""
    return json.dumps(
        {
            "words": "Can I see my sister more often? We had a good time on Sunday. " * 5,
            "start": "question", "language": "en", "tell_social_worker": False,
            "waited_seconds": 0,
        }
    ).encode()  # fmt: skip


def path_of_message(child_id: UUID) -> str:
    """Where a new message goes."""
    return f"/api/my/conversations/{child_id}/messages/{uuid4()}"


def _as_row(line: dict[str, Any]) -> tuple[Any, ...]:
    child, with_ = line["child"], line["with"]
    return (
        child["id"], child["called"], child["name"], child["case_number"], with_["id"],
        with_["called"], with_["name"], json.dumps(with_["chair"]), with_["job"], line["is_child"],
        line["unread"], line["since"], line["answer_by"], line["working_days_over"],
        line["safety"], line["last_start"], line["not_safe_to_reply"], line["covers"],
    )  # fmt: skip


def _as_line(row: tuple[Any, ...]) -> dict[str, Any]:
    return {
        "child": {"id": row[1], "called": row[2], "name": row[3], "case_number": row[4]},
        "with": {
            "id": row[5], "called": row[6], "name": row[7], "chair": json.loads(row[8]),
            "job": row[9],
        },
        "is_child": bool(row[10]), "unread": row[11], "since": row[12], "answer_by": row[13],
        "working_days_over": row[14], "safety": bool(row[15]), "last_start": row[16],
        "not_safe_to_reply": bool(row[17]), "covers": bool(row[18]),
    }  # fmt: skip
