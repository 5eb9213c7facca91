"""`cadair council-settings`: what a council asks of itself, shown and changed."""

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Final
from uuid import UUID

import click

from cadair.access.actor import the_service
from cadair.children import queries as children
from cadair.children.rules import CouncilIntervals
from cadair.commands.importing import NothingDone, council_named
from cadair.commands.main import application, cli
from cadair.foundation import clock
from cadair.foundation.database import db, scope_to
from cadair.people import actions as people_actions
from cadair.people import queries as people
from cadair.people.rules import COUNCIL_SETTINGS
from cadair.record.rules.disputes import Rung, check_ladder, ladder_of
from cadair.reviews import actions as reviews
from cadair.reviews.rules import CEILINGS, longest

INTERVALS: Final = frozenset(field.name for field in fields(CouncilIntervals))
AT_ONCE: Final = 250  # children whose next review is worked out in one transaction
POSTCODES: Final = re.compile(r"[A-Z]{1,2}[0-9]{0,2}[A-Z]?")
EMAIL: Final = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+", re.ASCII)
WINDOW: Final = range(5, 61)  # working days that views may be open before the due day
YOUNG_UNDER: Final = range(1, 19)  # years
ANSWERED: Final = range(1, 11)  # working days that a message may wait for its answer
WISHES_ANSWERED: Final = range(1, 21)  # working days after the review
RANGES: Final = {
    "views_open_working_days": WINDOW,
    "young_child_under": YOUNG_UNDER,
    "answer_within_working_days": ANSWERED,
    "answer_wishes_within_working_days": WISHES_ANSWERED,
}
MEANINGS: Final = {
    "duty_line": "the out-of-hours number, as it is dialled",
    "duty_email": "told at once when a child says that they are not safe",
    "advocacy_email": "told when a child asks for an advocate",
    "advocacy_name": "what the advocacy service is called",
    "review_word": "what this council calls a review",
    "area_postcodes": "postcode areas or districts inside the council, such as CF3,CF5",
    "views_open_working_days": "how long before the due day views are open: 5 to 60",
    "answer_within_working_days": "by when a message is answered, in working days: 1 to 10",
    "answer_wishes_within_working_days": "by when a wish is answered after a review: 1 to 20",
    "dispute_ladder": "whom a dispute goes up to, with working days: informal:5,team_manager:5,…",
    "first_working_days": "first review, in working days",
    "first_days": "first review, in days",
    "second_months": "second review, in months after the first",
    "later_months": "every later review, in months after the one before",
    "young_child_months": "later reviews of young children, in months",
    "young_child_under": "the age that ends being young, in years",
    "adoption_authority_days": "review after authority to place for adoption, in days",
    "pathway_months": "pathway plan after care, in months",
}


@cli.command(
    "council-settings",
    epilog="\b\nSettings:\n" + "\n".join(f"  {key:<26} {say}" for key, say in MEANINGS.items()),
)
@click.argument("name")
@click.argument("changes", nargs=-1, metavar="[SETTING=VALUE]...")
def council_settings(name: str, changes: tuple[str, ...]) -> None:
    """Show what the council NAME asks of itself, and change it.

    SETTING= without a value goes back to what the law asks.  No interval may be longer than the
    law's.  When an interval changes, every child's next review is worked out anew.
    """
    with application().app_context():
        council_id = council_named(name)
        scope_to(db.session, council_id)
        facts = people.council(db.session, council_id=council_id)
        wanted = dict(_change(each, facts.nation) for each in changes)
        stricter = {key: value for key, value in wanted.items() if key in INTERVALS}
        if wanted:
            people_actions.change_settings(
                db.session,
                actor=the_service(council_id),
                settings={key: wanted[key] for key in wanted.keys() - INTERVALS},
                stricter=stricter,
                now=clock.now(),
            )
            db.session.commit()
        if stricter or "views_open_working_days" in wanted:
            moved = _work_out_anew(council_id)
            click.echo(f"The next review was worked out anew for {moved} of the children.")
        settings = people.council(db.session, council_id=council_id).settings
    for key in MEANINGS:
        value = settings.get(key, settings["stricter"].get(key))
        if key == "dispute_ladder":
            value = [":".join(map(str, step)) for step in value]
        said = ", ".join(value) if isinstance(value, list) else value
        click.echo(f"  {key:<26} {said if said not in (None, '') else '-'}")


def _work_out_anew(council_id: UUID) -> int:
    """Have every child's next review follow; returns how many moved."""
    child_ids = list(children.children_by_case_number(db.session).values())
    moved = 0
    for batch in batched(child_ids):
        moved += reviews.schedule(
            db.session, actor=the_service(council_id), child_ids=batch, now=clock.now()
        )
        db.session.commit()
    return moved


def batched(child_ids: list[UUID]) -> Iterator[list[UUID]]:
    """The children, so many at a time."""
    for start in range(0, len(child_ids), AT_ONCE):
        yield child_ids[start : start + AT_ONCE]


def _change(told: str, nation: str) -> tuple[str, Any]:
    """One `SETTING=VALUE`, read; raises NothingDone with a sentence when it cannot stand."""
    key, equals, value = (part.strip() for part in told.partition("="))
    if not equals or key not in MEANINGS:
        known = ", ".join(MEANINGS)
        raise NothingDone(f"“{told}” is not SETTING=VALUE with one of: {known}.")
    if key == "area_postcodes":
        areas = [each.strip().upper() for each in value.split(",") if each.strip()]
        wrong = [each for each in areas if not POSTCODES.fullmatch(each)]
        if wrong:
            raise NothingDone(f"{wrong[0]} is not the beginning of a postcode, such as CF or CF3.")
        return key, areas
    if key == "dispute_ladder":
        return key, _ladder(value)
    if key == "duty_line" and not value:
        raise NothingDone("A council cannot be without its out-of-hours number.")
    if key in ("duty_email", "advocacy_email"):
        if value and not EMAIL.fullmatch(value):
            raise NothingDone(f"{value} is not an e-mail address.")
        return key, value or None
    if key in ("duty_line", "review_word", "advocacy_name"):
        return key, value or None
    return key, _number(key, value, nation) if value else None


def _ladder(told: str) -> list[list[str | int]]:
    """`informal:5,team_manager:5,…`, read; nothing goes back to what a council begins with."""
    if not told:
        return [list(step) for step in COUNCIL_SETTINGS["dispute_ladder"]]
    steps: list[list[str | int]] = []
    for each in told.split(","):
        rung, _, days = (part.strip() for part in each.partition(":"))
        if rung not in list(Rung) or not days.isascii() or not days.isdigit():
            raise NothingDone(f"“{each.strip()}” is not a level with its days, such as director:3.")
        steps.append([rung, int(days)])
    wrong = check_ladder(ladder_of(steps))
    if wrong:
        raise NothingDone(wrong)
    return steps


def _number(key: str, value: str, nation: str) -> int:
    most = longest(key, nation=nation) if key in CEILINGS else None
    allowed = RANGES.get(key)
    if allowed is None:
        allowed = range(1, (most or 0) + 1)
    if not value.isascii() or not value.isdigit() or int(value) not in allowed:
        law = "; the law allows no more" if most else ""
        raise NothingDone(f"{key} is a number from {allowed[0]} to {allowed[-1]}{law}.")
    return int(value)
