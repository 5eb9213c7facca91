"""`cadair keys`: another key for a council, its printed shares, and getting it back from them.

How to go about it, step by step, stands in docs/runbook_keys.md.
"""

from typing import Final
from uuid import UUID

import click

from cadair.children.queries.keys import opens_one
from cadair.commands.importing import council_named
from cadair.commands.main import application, cli
from cadair.commands.resealing import reseal
from cadair.commands.rotating import rotate
from cadair.foundation import council_keys, escrow
from cadair.foundation.clock import now, today
from cadair.foundation.database import db, scope_to

NEXT_SHEET: Final = "\f"
COUNCIL: Final = click.option("--council", required=True, help="The council's name.")


@cli.group("keys")
def keys() -> None:
    """The council's key, which opens every child's words."""


@keys.command("rotate")
@COUNCIL
def rotate_command(council: str) -> None:
    """Give the council a new key, and destroy the old one; Cadair may go on serving."""
    app = application()
    with app.app_context():
        done = rotate(db.session, council_id=council_named(council), now=now())
    if done.went_on:
        click.echo("A rotation that had been cut short is finished.")
    click.echo(
        f"Key {done.number} of {council} holds now: {done.rewrapped} children's keys wrapped anew; "
        f"{len(done.retired)} old key destroyed."
    )
    click.echo(
        f'Print new shares now: cadair keys escrow --council "{council}".  Keep the shares of the '
        "old key for as long as there are backups from before today: they open those."
    )


@keys.command("reseal")
@COUNCIL
def reseal_command(council: str) -> None:
    """Seal anew whatever is sealed in an older way than this version seals."""
    app = application()
    with app.app_context():
        scope_to(db.session, council_named(council))
        for name, count in reseal(db.session):
            click.echo(f"{name}: {count} sealed anew")


@keys.command("escrow")
@COUNCIL
def escrow_command(council: str) -> None:
    """Print three shares of the council's key, a sheet each; any two of them give it back."""
    app = application()
    with app.app_context():
        for sheet in sheets(council_named(council), council):
            click.echo(sheet)


@keys.command("restore")
@COUNCIL
def restore_command(council: str) -> None:
    """Put the council's key back from two of its shares."""
    app = application()
    with app.app_context():
        council_id = council_named(council)
        try:
            one, other = (
                escrow.read_share(click.prompt(f"The {which} share")) for which in ("one", "other")
            )
            number = restore(council_id, one, other)
        except escrow.ShareNotRight as why:
            raise click.ClickException(str(why)) from None
    click.echo(f"Key {number} of {council} is back, and opens what is sealed.")


def sheets(council_id: UUID, council: str) -> list[str]:
    """The three sheets of the council's present key, as they are printed."""
    scope_to(db.session, council_id)
    number, key = council_keys.wrapping_key(db.session)
    db.session.rollback()
    return [
        f"CADAIR: key of {council}, number {number}\n"
        f"Share {share.x} of {len(escrow.SHARES)}, printed on {today(now()):%d/%m/%Y}\n\n"
        f"{_in_lines(share.written())}\n\n"
        f"Any {escrow.NEEDED} of the {len(escrow.SHARES)} shares give the key back, and with it\n"
        "every child's words; one alone gives nothing.  Keep each with another person,\n"
        "sealed, in another building.  What to do with them: docs/runbook_keys.md\n" + NEXT_SHEET
        for share in escrow.split(key, council_id=council_id, number=number)
    ]


def restore(council_id: UUID, one: escrow.Share, other: escrow.Share) -> int:
    """Put a key back into the keyring, if it opens what the database holds; returns its number.

    Raises ShareNotRight: nothing is written then.
    """
    key = escrow.join(one, other, council_id=council_id)
    scope_to(db.session, council_id)
    ring = council_keys.keyring()
    if not (
        council_keys.opens_own(db.session, number=one.number, key=key)
        or opens_one(db.session, number=one.number, key=key)
    ):
        raise escrow.ShareNotRight(
            f"Key {one.number} from these shares opens nothing in this database: they belong to "
            "another key, or the database to another time."
        )
    if not ring.has(council_id, one.number):
        ring.make(council_id, one.number, key=key)
    elif ring.key(council_id, one.number) != key:
        raise escrow.ShareNotRight(
            f"Another key lies in the place of key {one.number}, and it is not the right one: "
            "move it away first."
        )
    return one.number


def _in_lines(written: str) -> str:
    groups = written.split("-")
    return "\n".join("   " + "  ".join(groups[at : at + 6]) for at in range(0, len(groups), 6))
