"""Keeping the newest head of every chain on another machine, so that a cut end shows.

CADAIR_ANCHORS says where: `folder:/mnt/elsewhere`, `command:/usr/local/bin/keep_anchor` (which is
handed one line of JSON on its standard input) or an `https://…` address (to which it is posted).
"""

import json
import os
import shlex
import subprocess
import urllib.request
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy.orm import Session

from cadair.audit import queries as audit
from cadair.foundation.database import council_of

EVERY: Final = timedelta(minutes=4)  # the newest is never older than five
SECONDS: Final = 10  # to wait for another machine


def send_head(session: Session, now: datetime, *, to: str) -> int:
    """Send the head of the council's chain, changed or not: silence would be noticed; 1 if any."""
    head = audit.head(session)
    if head is None:
        return 0
    council_id = council_of(session)
    session.rollback()  # nobody waits for the other machine
    line = json.dumps(
        {
            "council": str(council_id),
            "number": head.number,
            "digest": head.digest.hex(),
            "at": now.isoformat(),
        }
    )
    kind, _, where = to.partition(":")
    if kind == "folder":
        _append(Path(where) / f"{council_id}.jsonl", line)
    elif kind == "command":
        subprocess.run(  # noqa: S603 - the installation's own setting
            shlex.split(where), input=line + "\n", text=True, check=True, timeout=SECONDS
        )
    else:
        _post(to, line)
    return 1


def _append(path: Path, line: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
        file.flush()
        os.fsync(file.fileno())


class _NowhereElse(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: what was set is where it goes, and elsewhere might be without TLS."""

    def redirect_request(self, *_: object) -> None:
        """Nothing to ask instead: the answer is an error, and the next sweep tries again."""


def _post(address: str, line: str) -> None:
    request = urllib.request.Request(  # noqa: S310 - http or https, by the settings
        address, data=line.encode(), headers={"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.build_opener(_NowhereElse).open(request, timeout=SECONDS):
        pass
