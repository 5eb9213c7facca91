"""`cadair import-people`: who works with the children, who cares for them, and their names."""

from pathlib import Path
from typing import Final

import click

from cadair.children.documents.people_file import COLUMNS, PeopleFileRefused, write_template
from cadair.commands.import_people import PeopleReport, import_people
from cadair.commands.import_report import refusal, write_refused
from cadair.commands.importing import (
    NOTHING_WAS_DONE,
    ROWS_WERE_REFUSED,
    NothingDone,
    council_named,
    progress_bars,
)
from cadair.commands.main import application, cli
from cadair.foundation.clock import now
from cadair.foundation.database import db

SHOWN: Final = 10


COLUMNS_TOLD: Final = "\b\nColumns of FILE, in any order:\n" + "\n".join(
    f"  {column:<24} {meaning}" for column, meaning in COLUMNS.items()
)


@cli.command("import-people", epilog=COLUMNS_TOLD)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--council", help="Whose people these are, by the council's name.")
@click.option("--template", is_flag=True, help="Write a file to fill in at FILE, and stop.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing.")
@click.option("--strict", is_flag=True, help="Take in everybody, or nobody.")
@click.pass_context
def import_people_command(
    context: click.Context,
    file: Path,
    council: str | None,
    template: bool,
    dry_run: bool,
    strict: bool,
) -> None:
    """Bring in reviewing officers, managers, social workers, carers and parents from FILE.

    FILE is a CSV file: --template writes one that shows every column.  The children must be here
    already (cadair import-903).

    Exit status: 0 when everybody was taken in, 1 when rows were refused, 2 when nothing was done.
    """
    if template:
        if file.exists():
            raise NothingDone(f"{file} exists; a template is not written over it.")
        write_template(file)
        click.echo(f"{file} is written: fill it in, and leave the first line as it is.")
        return
    if council is None:
        raise NothingDone("Say whose people these are: --council NAME.")
    with application().app_context(), progress_bars() as progress:
        try:
            report = import_people(
                db.session,
                council_id=council_named(council),
                file=file,
                now=now(),
                dry_run=dry_run,
                strict=strict,
                progress=progress,
            )
        except PeopleFileRefused as why:
            raise NothingDone(str(why)) from None
    _tell(report, file, dry_run=dry_run, strict=strict)
    if report.refused:
        context.exit(NOTHING_WAS_DONE if strict else ROWS_WERE_REFUSED)


def _tell(report: PeopleReport, file: Path, *, dry_run: bool, strict: bool) -> None:
    would = "would be " if dry_run else ""
    if strict and report.refused:
        click.echo("Nobody was taken in: --strict takes everybody or nobody.")
    else:
        click.echo(
            f"{report.added} {'person' if report.added == 1 else 'people'} {would}added, "
            f"{report.changed} {would}changed, "
            f"{report.unchanged} as before; {report.relationships} relationships and "
            f"{report.allocations} allocations {would}new or changed."
        )
    for row in report.refused[:SHOWN]:
        click.echo(f"  {refusal(row)}")
    if report.refused:
        path = file.with_suffix(".refused.csv")
        write_refused(path, report.refused)
        click.echo(f"{len(report.refused)} rows refused, all of them listed in {path}.")
