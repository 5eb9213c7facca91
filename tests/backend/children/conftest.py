"""A council in England, and a folder to put its return into."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from cadair.commands.import_903 import ImportReport, import_903
from cadair.people import actions as people
from cadair.people.models import Nation

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ON = NOW.date()


@pytest.fixture
def council(app: Flask, session: Session) -> UUID:
    return a_council(app, session, "Northmoor", Nation.ENGLAND)


def a_council(app: Flask, session: Session, name: str, nation: Nation, **settings: object) -> UUID:
    """A council that the session then belongs to."""
    council_id = people.add_council(
        session,
        keyring=app.extensions["cadair.keyring"],
        name=name,
        nation=nation,
        settings=settings,
    )
    session.commit()
    return council_id


@pytest.fixture
def bring(session: Session, council: UUID, tmp_path: Path) -> Callable[..., ImportReport]:
    """Import the folder `extract`, by default all of it and for good."""

    def brought(folder: Path = tmp_path / "extract", **how: object) -> ImportReport:
        return import_903(session, council_id=council, folder=folder, now=NOW, **how)

    return brought


def write(folder: Path, **tables: str) -> Path:
    """Write tables as CSV files, one line per row."""
    folder.mkdir(exist_ok=True)
    columns = {
        "header": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB",
        "episodes": "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,"
        "HOME_POST,PL_POST,URN",
        "reviews": "CHILD,DOB,REVIEW,REVIEW_CODE",
        "placed": "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED",
    }
    for name, rows in tables.items():
        lines = [columns[name], *(row.strip() for row in rows.strip().splitlines())]
        (folder / f"{name}.csv").write_text("\n".join(lines) + "\n")
    return folder


HEADER = "A1,1,05/06/2014,WBRI,,,"
EPISODES = "A1,03/03/2025,S,C2,N1,U6,PR1,,,,CF10 1AA,CF11 2BB,"
REVIEWS = "A1,05/06/2014,25/03/2025,PN1"
