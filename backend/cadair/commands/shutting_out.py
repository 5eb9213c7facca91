"""`cadair shut-out`: somebody has left the council, or their account is in the wrong hands."""

import sys

import click

from cadair.access.actor import the_service
from cadair.commands.main import application, cli
from cadair.foundation.clock import now
from cadair.foundation.database import db, scope_to
from cadair.people import actions as people
from cadair.people import queries


@cli.command("shut-out")
@click.argument("who")
@click.option("--council", "council_name", required=True, help="The council's name.")
def shut_out(who: str, council_name: str) -> None:
    """Sign somebody out everywhere, and let nothing that they have open their account again.

    WHO is an e-mail address or a sign-in name.  Only a new card opens the account after this.
    """
    with application().app_context():
        council_id = queries.councils(db.session).get(council_name)
        if council_id is None:
            sys.exit(f"cadair: there is no council called {council_name}.")
        scope_to(db.session, council_id)
        person_id = queries.person_signing_in_as(db.session, name=who)
        if person_id is None:
            sys.exit(f"cadair: nobody in {council_name} signs in as {who}.")
        people.close_every_device(
            db.session, actor=the_service(council_id), person_id=person_id, now=now()
        )
        has_sign_on = queries.sign_on(db.session, council_id=council_id) is not None
        db.session.commit()
    click.echo(f"{who} is signed out everywhere; only a new card opens the account again.")
    if has_sign_on:
        click.echo("The council's own sign-on still lets its staff in: close their account there.")
