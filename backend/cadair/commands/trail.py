"""`cadair audit`: that nobody changed the trail, and who read a child between two days."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import click
from sqlalchemy.orm import Session

from cadair.access.actor import Job
from cadair.audit import queries as audit
from cadair.audit.rules import LISTS
from cadair.children import queries as children
from cadair.children.queries.officers import officers_between
from cadair.commands.importing import NothingDone, council_named
from cadair.commands.main import application, cli
from cadair.foundation.clock import LONDON
from cadair.foundation.database import db, scope_to
from cadair.foundation.spreadsheets import write_csv
from cadair.people import queries as people
from cadair_trail import verify

COLUMNS = ("at", "who", "job", "what", "of")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One event of the trail, with names."""

    at: datetime
    who: str
    job: str
    what: str
    of: str

    def cells(self) -> tuple[str, ...]:
        """As a row of a table."""
        at = self.at.astimezone(LONDON).strftime("%Y-%m-%d %H:%M:%S")
        return at, self.who, self.job, self.what, self.of


@cli.group("audit")
def trail() -> None:
    """The trail: who read and wrote what of a child."""


@trail.command("verify", context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def verify_command(arguments: tuple[str, ...]) -> None:
    """Check that nobody changed the trail; `--help` says how.

    The same program runs by itself, on another machine: backend/cadair_trail/verify.py.
    """
    sys.exit(verify.main(list(arguments)))


@trail.command("who-read")
@click.argument("child")
@click.option("--council", required=True, help="The council's name.")
@click.option("--from", "from_on", type=click.DateTime(["%Y-%m-%d"]), required=True)
@click.option("--to", "to_on", type=click.DateTime(["%Y-%m-%d"]), required=True, help="Inclusive.")
@click.option("--csv", "csv_path", type=click.Path(path_type=Path, dir_okay=False))
def who_read_command(
    child: str, council: str, from_on: datetime, to_on: datetime, csv_path: Path | None
) -> None:
    """Everything that was read or written of CHILD (a case number) from one day to another.

    Lists that the child stood in, such as an officer's Today, are among it.
    """
    with application().app_context():
        scope_to(db.session, council_named(council))
        found = children.children_by_case_number(db.session).get(child)
        if found is None:
            raise NothingDone(f"{council} has no child with case number {child}.")
        lines = list(
            who_read(db.session, child_id=found, from_on=from_on.date(), to_on=to_on.date())
        )
    if csv_path is not None:
        write_csv(csv_path, columns=COLUMNS, rows=[line.cells() for line in lines])
        click.echo(f"{len(lines)} events written to {csv_path}.")
        return
    for line in lines:
        click.echo("  ".join(line.cells()))
    click.echo(f"{len(lines)} events.")


def who_read(session: Session, *, child_id: UUID, from_on: date, to_on: date) -> Iterator[Line]:
    """Every event about a child between two days, both included, oldest first, with names."""
    since, until = _midnight(from_on), _midnight(to_on + timedelta(days=1))
    events = audit.of_child(session, child_id=child_id, since=since, until=until)
    events += audit.lists_read(
        session,
        by=_who_lists(session, child_id, from_on, to_on),
        since=since,
        until=until,
        events=LISTS,
    )
    events.sort(key=lambda event: (event["at"], event["id"]))
    ids = {UUID(event["actor_id"]) for event in events if event["actor_id"]}
    named = people.people(session, person_ids=list(ids))
    for event in events:
        yield _line(event, named)


def _who_lists(session: Session, child_id: UUID, from_on: date, to_on: date) -> list[UUID]:
    """Those in whose lists the child may have stood: their officers then, and every manager."""
    officers = officers_between(session, child_id=child_id, from_on=from_on, to_on=to_on)
    managers = people.people_with_job(session, job=Job.SERVICE_MANAGER)
    return [*officers, *(manager.id for manager in managers)]


def _line(event: dict[str, Any], named: dict[UUID, people.PersonFacts]) -> Line:
    actor = named.get(UUID(event["actor_id"])) if event["actor_id"] else None
    return Line(
        at=datetime.fromisoformat(event["at"]),
        who=actor.name if actor else (event["actor_id"] or "Cadair itself"),
        job=event["actor_job"] or "",
        what=event["event"],
        of=event["subject_id"] or "",
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=LONDON)
