"""`cadair export-903`: the Reviews rows of the statutory return, checked, as a file."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from cadair.access.actor import the_service
from cadair.children.documents.ssda903.cells import date_in
from cadair.children.documents.ssda903.folder import NothingToImport, find_extract, gather
from cadair.children.documents.ssda903.spool import Spool
from cadair.children.documents.ssda903.tables import Table
from cadair.commands.importing import NothingDone, council_named
from cadair.commands.main import application, cli
from cadair.foundation.clock import now
from cadair.foundation.database import db, scope_to
from cadair.foundation.errors import BadInput
from cadair.foundation.spreadsheets import write_alone
from cadair.record.actions.returning import Form, file_name, make_return
from cadair.record.queries.returning import Listed, YearsReturn
from cadair.record.rules.returning import LeftOut, Mends, NoReturnHere, Rule

ROWS_ARE_HELD_BACK = 1
SAYS = {
    Rule.DATE: "the day of the review is not valid",
    Rule.CODE: "nobody has confirmed the participation code",
    Rule.TOO_OLD_FOR_PN0: "PN0, and the child was four or older",
    Rule.TOO_YOUNG_FOR_OTHERS: "PN1 to PN7, and the child was under four",
    Rule.NOT_IN_HEADER: "the child's number is not in the Header table",
    Rule.BIRTH_DIFFERS: "the Header table has another day of birth",
    LeftOut.NO_EPISODE: "no episode in the year",
    LeftOut.SHORT_BREAKS_ALONE: "short breaks alone (V3, V4)",
    LeftOut.NOT_LOOKED_AFTER: "not looked after on that day",
}


@cli.command("export-903")
@click.option("--council", required=True, help="Whose reviews these are, by the council's name.")
@click.option("--year", type=int, required=True, help="The year in whose March the return ends.")
@click.option("--xml", "as_xml", is_flag=True, help="The elements of the XML form, not CSV.")
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    help="Compare numbers and births with the Header table of the return in this folder.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path(),
    help="Where to write: a folder, or a file.  Here, when not said.",
)
@click.pass_context
def export_903(
    context: click.Context,
    council: str,
    year: int,
    as_xml: bool,
    against: Path | None,
    out: Path,
) -> None:
    """Write the Reviews rows of the children looked after return (SSDA903) that ends in YEAR.

    The eight checks that read REVIEW are run first.  What fails one is held back, and listed with
    who can mend it; reviews of children who were not looked after are left out.

    Exit status: 0 when nothing is held back, 1 when something is, 2 when nothing was written.
    """
    form = Form.XML if as_xml else Form.CSV
    header = _header(against) if against else None
    with application().app_context():
        council_id = council_named(council)
        scope_to(db.session, council_id)
        try:
            found, content = make_return(
                db.session,
                actor=the_service(council_id),
                year=year,
                form=form,
                header=header,
                now=now(),
            )
        except BadInput:
            raise NothingDone(f"{year} is no year of the return.") from None
        except NoReturnHere:
            raise NothingDone(
                "Wales returns no participation codes: as CSV they are your own measure."
            ) from None
        path = out / file_name(found, form) if out.is_dir() else out
        write_alone(path, content)
        db.session.commit()
    _say(found, path)
    context.exit(ROWS_ARE_HELD_BACK if found.held_back else 0)


def _header(folder: Path) -> Mapping[str, date]:
    """The day of birth of every CHILD of the council's own Header table."""
    spool = Spool()
    try:
        gather(find_extract(folder), spool)
        found = {}
        for child in spool.children():
            for row in child.rows[Table.HEADER]:
                born_on = date_in(row["DOB"])
                if born_on is not None:
                    found[child.child] = born_on
        return found
    except NothingToImport as why:
        raise NothingDone(str(why)) from None
    finally:
        spool.close()


def _say(found: YearsReturn, path: Path) -> None:
    if not found.is_return:
        click.echo("Wales returns no participation codes: this is a local indicator.")
    click.echo(f"{found.rows} rows of {found.first:%d/%m/%Y} to {found.last:%d/%m/%Y}: {path}")
    for reason, reviews in found.left_out:
        click.echo(f"Left out: {reviews}, {SAYS[LeftOut(reason)]}.")
    if not found.held_back:
        return
    click.echo(f"HELD BACK: {found.made.waiting}. The file is without them:")
    for one in found.held_back:
        click.echo("  " + _line(one))


def _line(one: Listed) -> str:
    what = one.what
    mends = "the case system"
    if what.mends is Mends.REVIEWING_OFFICER:
        mends = one.officer or "a reviewing officer: nobody is allocated"
    row = f"{what.case_number:<20} {what.held_on:%d/%m/%Y}  {what.why.value:<6}"
    return f"{row}{SAYS[what.why]} ({mends})"
