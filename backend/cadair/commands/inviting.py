"""`cadair council` and `cadair invite`: how a council begins, and how its staff come in."""

import sys
from uuid import uuid4

import click

from cadair.access.actor import Job, the_service
from cadair.commands.keys import sheets
from cadair.commands.main import application, cli
from cadair.foundation.clock import now
from cadair.foundation.database import db, scope_to
from cadair.foundation.languages import known_languages
from cadair.people import actions as people
from cadair.people import queries
from cadair.people.models import Nation


@cli.command()
@click.argument("name")
@click.option("--nation", type=click.Choice([nation.value for nation in Nation]), required=True)
@click.option("--duty-line", required=True, help="The out-of-hours number, as it is dialled.")
@click.option("--area", multiple=True, help="A postcode area or district inside the council.")
def council(name: str, nation: str, duty_line: str, area: tuple[str, ...]) -> None:
    """Add a council, with a key of its own."""
    app = application()
    with app.app_context():
        if name in queries.councils(db.session):
            sys.exit(f"cadair: there is a council called {name} already.")
        people.add_council(
            db.session,
            keyring=app.extensions["cadair.keyring"],
            name=name,
            nation=Nation(nation),
            settings={
                "duty_line": duty_line,
                "area_postcodes": [each.strip().upper() for each in area],
            },
        )
        db.session.commit()
        printed = sheets(queries.councils(db.session)[name], name)
    click.echo(
        f"{name} is there.  Its key lies in {app.extensions['cadair.settings'].keys_folder}, away "
        "from the backups.\nPrint these three sheets, give each to another person, and clear the "
        "screen (docs/runbook_keys.md):\n"
    )
    for sheet in printed:
        click.echo(sheet)


@cli.command()
@click.argument("email")
@click.option("--council", "council_name", required=True, help="The council's name.")
@click.option("--job", type=click.Choice([job.value for job in Job]), help="For somebody new.")
@click.option("--name", help="Their name, for somebody new.")
@click.option("--language", default="en", show_default=True)
@click.option("--site", required=True, help="Where Cadair is served, such as https://…")
def invite(
    email: str, council_name: str, job: str | None, name: str | None, language: str, site: str
) -> None:
    """Print an invitation link for a member of staff, added if they are new."""
    if language not in known_languages():
        sys.exit(f"cadair: {language} is not a language of translations/languages.toml.")
    app = application()
    with app.app_context():
        council_id = queries.councils(db.session).get(council_name)
        if council_id is None:
            sys.exit(f"cadair: there is no council called {council_name}.")
        scope_to(db.session, council_id)
        person_id = queries.person_with_email(db.session, email=email)
        if person_id is None:
            if not (job and name):
                sys.exit(f"cadair: {email} is new: say --job and --name as well.")
            person_id = people.add_person(
                db.session,
                person_id=uuid4(),
                job=Job(job),
                name=name,
                email=email,
                language=language,
            )
        card = people.issue_card(
            db.session,
            actor=the_service(council_id),
            card_id=uuid4(),
            person_id=person_id,
            now=now(),
        )
        db.session.commit()
    click.echo(f"For {email}, once, until {card.expires_at:%d/%m/%Y}:")
    click.echo(f"{site.rstrip('/')}/join#{card.token}")
