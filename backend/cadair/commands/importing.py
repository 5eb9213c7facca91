"""`cadair import-903`: the council's return, in one command."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import click
from tqdm import tqdm

from cadair.children.documents.ssda903.folder import NothingToImport
from cadair.commands.import_903 import ImportReport, ImportStopped, Progress, Steps, import_903
from cadair.commands.import_report import sentences, write_refused, write_report
from cadair.commands.main import application, cli
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.people import queries as people

ROWS_WERE_REFUSED = 1
NOTHING_WAS_DONE = 2


@cli.command("import-903")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--council", required=True, help="Whose children these are, by the council's name.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing.")
@click.option("--strict", is_flag=True, help="Take in all children, or none.")
@click.option(
    "--report",
    "report_path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the whole report here, and the refused rows beside it.",
)
@click.pass_context
def import_903_command(
    context: click.Context,
    folder: Path,
    council: str,
    dry_run: bool,
    strict: bool,
    report_path: Path | None,
) -> None:
    """Bring in the children looked after return (SSDA903) from FOLDER.

    FOLDER holds the return's CSV files, whatever they are called, or its one XML file.  Importing
    the same again changes nothing, and nothing is ever deleted.

    Exit status: 0 when everything was taken in, 1 when rows were refused, 2 when nothing was done.
    """
    app = application()
    with app.app_context(), progress_bars() as progress:
        council_id = council_named(council)
        try:
            report = import_903(
                db.session,
                council_id=council_id,
                folder=folder,
                now=now(),
                dry_run=dry_run,
                strict=strict,
                progress=progress,
            )
        except (NothingToImport, ImportStopped) as why:
            raise NothingDone(str(why)) from None
    _tell(report, report_path)
    if report.refused:
        context.exit(NOTHING_WAS_DONE if report.stopped_by_strict else ROWS_WERE_REFUSED)


def council_named(name: str) -> UUID:
    """The council of this name, or an end that lists those that there are."""
    known = people.councils(db.session)
    db.session.rollback()
    by_plain_name = {" ".join(each.lower().split()): id_ for each, id_ in known.items()}
    found = by_plain_name.get(" ".join(name.lower().split()))
    if found is None:
        names = ", ".join(sorted(known)) or "none yet"
        raise NothingDone(f"There is no council called {name}. Known here: {names}.")
    return found


class NothingDone(click.ClickException):
    """An end with a sentence, and the exit status that says that nothing was done."""

    exit_code = NOTHING_WAS_DONE


@contextmanager
def progress_bars() -> Iterator[Progress]:
    """A bar for each stretch of work, on a terminal only."""
    with ExitStack() as bars:

        def stretch(what: str, total: int, unit: str) -> Steps:
            bar: Any = bars.enter_context(
                tqdm(
                    total=total,
                    desc=what,
                    unit=unit,
                    unit_scale=unit == "B",
                    file=sys.stderr,
                    disable=not sys.stderr.isatty(),
                )
            )
            steps: Steps = bar.update
            return steps

        yield stretch


def _tell(report: ImportReport, report_path: Path | None) -> None:
    for sentence in sentences(report):
        click.echo(sentence)
    try:
        if report_path is not None:
            write_report(report_path, report)
            click.echo(f"The whole report is in {report_path}.")
        if report.refused:
            path = (report_path or Path("cadair-import")).with_suffix(".refused.csv")
            write_refused(path, report.refused)
            click.echo(f"The refused rows are in {path}: put them right and import again.")
    except OSError as why:
        raise click.ClickException(
            f"The import is done, but its report could not be written: {why.strerror}."
        ) from None
