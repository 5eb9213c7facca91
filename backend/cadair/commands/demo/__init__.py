"""`cadair demo`: two made-up councils with people to sign in as; on a demo installation only."""

import json
import os
import sys

import click

from cadair.commands.demo import codes
from cadair.commands.demo.building import build, signing_in_list
from cadair.commands.main import application, cli
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.people import queries as people


@cli.command()
def demo() -> None:
    """Fill an empty demo with made-up people, and list whom to sign in as."""
    app = application()
    settings = app.extensions["cadair.settings"]
    if not settings.demo:
        sys.exit("cadair: the demo's passphrases are known to all; set CADAIR_DEMO=1 to have it.")
    with app.app_context():
        if not people.councils(db.session):
            click.echo("Making the demo's councils, children and reviews …")
            build(db.session, keyring=app.extensions["cadair.keyring"], now=now())
            db.session.commit()
        listed = signing_in_list(db.session)
    path = settings.data_folder / "demo.json"
    path.write_text(json.dumps(listed, ensure_ascii=False, indent=2) + "\n", "utf-8")
    address = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
    click.echo(f"\nOpen {address} and sign in as:")
    for one in listed:
        click.echo(f"  {one['council']:<14} {one['name']:<18} {one['who_they_are']}")
        code = "   and a code" if "totp_secret" in one else ""
        click.echo(f"  {'':<14} {one['sign_in_as']}   {one['passphrase']}{code}")
    click.echo(f"The codes of the moment: {address}{codes.PATH}")
    click.echo("(Passkeys want a name: open http://localhost instead of 127.0.0.1 to try one.)")
