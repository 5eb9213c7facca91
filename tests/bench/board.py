"""`cadair serve` with one more thing to watch, a board: `python -m tests.bench.board PORT`.

Writing on it is an ordinary request: signed in, through the door, committed with its event.
"""

import os
import sys
from uuid import UUID

from flask import Flask, request

from cadair.access.policy import Permission
from cadair.app import create_app
from cadair.audit import actions as audit
from cadair.commands.listening import listen
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.foundation.settings import Settings
from cadair.web import hub, streams
from cadair.web.blueprint import NEEDS, me

TOPIC = UUID(int=1)


def add_board(app: Flask) -> None:
    """Whoever is signed in may watch it and write on it."""
    kept = {"revision": 1, "words": ""}

    def look(_session, topics, _moment):
        return {
            topic: streams.Look(
                revision=lambda _: kept["revision"],
                watchers={actor.person_id for actor in who},
                told=lambda person: {"words": kept["words"], "for": str(person)},
            )
            for topic, who in topics.items()
        }

    def write():
        kept["words"] = request.get_json()["words"]
        kept["revision"] += 1
        audit.note(db.session, actor=me(), event="board.written", subject_id=TOPIC, now=now())
        streams.changed(db.session, topic=TOPIC)
        db.session.commit()
        return {}

    app.extensions[streams.STREAMS].sources["board"] = streams.Source(
        needs=Permission.SEE_OWN_PAGES, look=look
    )
    app.add_url_rule(
        "/api/board/stream", "board.watch", lambda: streams.open_stream("board", topic=TOPIC)
    )
    app.add_url_rule("/api/board", "board.write", write, methods=["PUT"])
    app.extensions[NEEDS] |= {
        "board.watch": Permission.SEE_OWN_PAGES,
        "board.write": Permission.SEE_OWN_PAGES,
    }


if __name__ == "__main__":
    hub.MOST_OF_A_SESSION = 1000  # type: ignore[misc]  # final for everybody else
    served = create_app(Settings.from_environment(os.environ))
    add_board(served)
    listen(served, host="127.0.0.1", port=int(sys.argv[1]), threads=8)
