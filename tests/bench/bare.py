"""The bare reference: Flask and hand-written sqlite3, with nobody signed in and nothing sealed."""

import json
import sqlite3
from pathlib import Path
from uuid import uuid4

from flask import Flask, jsonify, request

SCHEMA = """
CREATE TABLE contribution (id TEXT PRIMARY KEY, review_id TEXT, child_id TEXT, author_id TEXT,
  form TEXT, version INTEGER, language TEXT, shared_at TEXT);
CREATE TABLE answer (id TEXT PRIMARY KEY, contribution_id TEXT, question TEXT, value TEXT,
  audience TEXT, wish INTEGER);
"""


def connect(path: Path) -> sqlite3.Connection:
    """The same promises about power cuts that Cadair makes."""
    made = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    made.executescript(
        "PRAGMA journal_mode=truncate; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        "PRAGMA secure_delete=ON;"
    )
    return made


def bare_share(path: Path) -> Flask:
    """PUT twelve answers: parsed, written in one transaction, answered after commit."""
    app = Flask("bare")
    database = connect(path)
    database.executescript(SCHEMA)

    @app.put("/share/<id_>")
    def share(id_: str):
        body = request.get_json()
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


TODAY = """
SELECT p.id, p.name, p.called, c.born_on, c.case_number, r.id, r.stage, r.due_by, r.opened_at,
  (SELECT COUNT(*) FROM invitation i WHERE i.review_id = r.id),
  (SELECT COUNT(*) FROM invitation i WHERE i.review_id = r.id AND i.answered_at IS NOT NULL),
  EXISTS (SELECT 1 FROM passphrase s WHERE s.person_id = p.id)
FROM allocation a JOIN child c ON c.person_id = a.child_id JOIN person p ON p.id = c.person_id
LEFT JOIN review r ON r.child_id = c.person_id AND r.held_on IS NULL
WHERE a.officer_id = ? AND a.from_on <= ? AND (a.until_on IS NULL OR a.until_on >= ?)
ORDER BY r.due_by
"""


def bare_today(path: Path, officer_id: str, day: str) -> Flask:
    """The same facts of the same database by one hand-written statement."""
    app = Flask("bare")
    database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)

    @app.get("/today")
    def today():
        rows = database.execute(TODAY, (officer_id, day, day)).fetchall()
        names = (
            "id name called born_on case_number review_id stage due_by opened_at asked answered in"
        )
        return jsonify(children=[dict(zip(names.split(), row, strict=True)) for row in rows])

    return app


def twelve_answers(review_id: str, questions: list[str]) -> bytes:
    """A true body of twelve answers of about 170 characters each."""
    return json.dumps(
        {
            "review_id": review_id, "form": "child_12_to_15", "form_version": 1, "language": "en",
            "helper": None, "replaces": None,
            "answers": [
                {"id": str(uuid4()), "question": question, "words": "It has been good mostly. " * 7,
                 "audience": "my_iro_and_social_worker"}
                for question in questions[:12]
            ],
        }
    ).encode()  # fmt: skip
