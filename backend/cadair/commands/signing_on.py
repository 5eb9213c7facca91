"""`cadair sign-on`: a council's staff sign in with their council's own identity provider."""

import os
import sys

import click

from cadair.commands.main import application, cli
from cadair.foundation.database import db, scope_to
from cadair.foundation.errors import BadInput
from cadair.people import actions as people
from cadair.people import queries
from cadair.people.rules.sign_on import SignOn, way_back

SECRET = "CADAIR_SIGN_ON_SECRET"  # noqa: S105 - the name of a variable


@cli.command("sign-on")
@click.argument("council_name", metavar="COUNCIL")
@click.option("--issuer", required=True, help="Exactly as the provider calls itself: https://…")
@click.option("--client-id", required=True)
@click.option("--acr", multiple=True, help="Vouches for a second factor; as often as needed.")
@click.option("--amr", multiple=True, help="The same, such as mfa; as often as needed.")
def sign_on(
    council_name: str, issuer: str, client_id: str, acr: tuple[str, ...], amr: tuple[str, ...]
) -> None:
    """Let a council's staff sign in with their council; its secret comes in the environment."""
    secret = os.environ.get(SECRET)
    if not secret:
        sys.exit(f"cadair: put the client secret into {SECRET}; it is sealed, and shown nowhere.")
    with application().app_context():
        council_id = queries.councils(db.session).get(council_name)
        if council_id is None:
            sys.exit(f"cadair: there is no council called {council_name}.")
        scope_to(db.session, council_id)
        wanted = SignOn(issuer=issuer, client_id=client_id, secret=secret, acr=acr, amr=amr)
        try:
            people.set_sign_on(db.session, council_id=council_id, sign_on=wanted)
        except BadInput:
            sys.exit("cadair: the issuer's address must begin with https://.")
        db.session.commit()
    click.echo(f"Tell the provider to send people back to https://…{way_back(council_id)}")
    if not (acr or amr):
        click.echo("Without --acr or --amr everybody is asked for a second step here as well.")
