"""`cadair subject-access`: what Cadair holds of a person, for them, and what a human must judge.

What a person may have is made of the same views that their own screens are made of: built for them
from an allow-list.  Everything else that is sealed about the child is listed, without its words,
for a human to judge: nothing of another's is ever released by a program.

Source: Data Protection Act 2018, schedule 3, part 3 (what a child gave in confidence is not told to
a parent who asks).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import click
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, the_service
from cadair.audit import actions as audit
from cadair.children import queries as children
from cadair.children.queries.walls import is_walled
from cadair.commands.importing import NothingDone, council_named
from cadair.commands.main import application, cli
from cadair.commands.resealing import SEALED, named, rows_of
from cadair.commands.subject_bundle import as_json, plain, write_bundle
from cadair.commands.subject_given import Given
from cadair.commands.subject_letters import letters_of
from cadair.commands.subject_outcomes import actions_of, meetings_of, outcomes_of
from cadair.commands.subject_plans import in_plans, plans_of
from cadair.commands.subject_reasons import WHY_HELD, WRITTEN_BY_STAFF
from cadair.commands.subject_rows import held_rows, own_rows
from cadair.contributions import queries as contributions
from cadair.contributions.queries.told import Told, told_of_child
from cadair.contributions.rules.forms import Audience, newest_form, newest_observation
from cadair.foundation.clock import now, today
from cadair.foundation.database import Base, council_of, db, scope_to
from cadair.foundation.errors import NotFound
from cadair.foundation.sealing import SealedColumn
from cadair.messages.queries import own_messages
from cadair.messages.queries.requests import own_requests
from cadair.messages.queries.unsafe import own_reports
from cadair.people import queries as people
from cadair.people.queries.people import person_signing_in_as
from cadair.record.queries.own_disputes import told_disputes
from cadair.record.queries.shown import shown_to
from cadair.reviews import queries as reviews
from cadair.service.queries.who_has_seen import who_has_seen

EVERY_ROW: Final = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Access:
    """What one person asked for: what is theirs, and what a human must look at."""

    whose: dict[str, Any]
    own: dict[str, Any]
    held: list[dict[str, Any]]


@cli.command("subject-access")
@click.argument("child")
@click.option("--for", "person", help="The sign-in name of who asks, if not the child.")
@click.option("--council", required=True, help="The council's name.")
@click.option(
    "--to", "folder", type=click.Path(path_type=Path), required=True, help="A new folder."
)
def subject_access_command(child: str, person: str | None, council: str, folder: Path) -> None:
    """Make the bundle of CHILD (a case number), or what of them belongs to another person.

    FOLDER/bundle is for the person; FOLDER/for_a_human.json is not.
    """
    if folder.exists():
        raise NothingDone(f"{folder} is there already; name a new folder.")
    with application().app_context():
        council_id = council_named(council)
        scope_to(db.session, council_id)
        child_id = children.children_by_case_number(db.session).get(child)
        if child_id is None:
            raise NothingDone(f"{council} has no child with case number {child}.")
        person_id = child_id if person is None else person_signing_in_as(db.session, name=person)
        if person_id is None:
            raise NothingDone(f"{council} has nobody who signs in as {person}.")
        found = access_of(db.session, child_id=child_id, person_id=person_id, now=now())
        write_bundle(folder, whose=found.whose, own=found.own, held=found.held)
        audit.note(
            db.session,
            actor=the_service(council_id),
            event="subject_access.made",
            child_id=child_id,
            subject_id=person_id,
            facts={"held": len(found.held)},
            now=now(),
        )
        db.session.commit()
    click.echo(f"For {found.whose['name']}: {folder / 'bundle'}")
    if found.held:
        click.echo(
            f"{len(found.held)} items are held back: a human has to judge each of them. They are "
            f"listed in {folder / 'for_a_human.json'}, which is not for the person."
        )


def access_of(session: Session, *, child_id: UUID, person_id: UUID, now: datetime) -> Access:
    """What the person may have of what is kept about the child, and all that is held back."""
    person = people.person(session, person_id=person_id)
    actor = Actor(person_id=person_id, council_id=council_of(session), job=person.job)
    own = _own(session, actor, child_id, now)
    whose = {
        "id": str(person_id),
        "name": person.name,
        "called": person.called,
        "job": person.job.value,
        "sign_in_name": person.sign_in_name,
        "email": person.email,
        "language": person.language,
        "reference": person.reference,
    }
    held = [
        *_held(session, actor, child_id, own, today(now)),
        *held_rows(session, child_id=child_id, person_id=person_id),
    ]
    return Access(whose=whose, own=own, held=held)


def _own(session: Session, actor: Actor, child_id: UUID, now: datetime) -> dict[str, Any]:
    """What the person's own screens show them of this child, and nothing else."""
    assert actor.person_id is not None
    said = contributions.own_contributions(session, actor=actor)
    all_reviews = reviews.own_reviews(
        session,
        actor=actor,
        form_for=newest_form,
        observation_for=newest_observation,
        now=now,
    )
    mine = [each for each in all_reviews if each.child.id == child_id]
    me, on = actor.person_id, today(now)
    given = [
        each
        for review in reviews.reviews_of_child(session, child_id=child_id)
        for each in shown_to(session, child_id=child_id, review_id=review.id, person_id=me, on=on)
    ]
    own = {
        "said": [plain(each) for each in said if each.contribution.child_id == child_id],
        "messages": _messages(session, actor.person_id, child_id),
        "drafts": _drafts(session, actor, [each.id for each in mine], now),
        "reviews": [plain(each) for each in mine],
        "given": [plain(each) for each in given],
        "account": as_json(own_rows(session, child_id=child_id, person_id=actor.person_id)),
    }
    if actor.person_id == child_id:
        own |= _about_me(session, actor, child_id, now)
    else:
        own["to_do"] = actions_of(session, actor=actor, child_id=child_id, now=now)
    return own


def _about_me(session: Session, actor: Actor, child_id: UUID, now: datetime) -> dict[str, Any]:
    """What a child's own screens show them and nobody else."""
    held = [
        {"held_on": str(each.held_on), "kind": each.kind.value, "code": each.returned_code}
        for each in reviews.reviews_of_child(session, child_id=child_id)
        if each.held_on is not None
    ]
    return {
        "about_me": plain(children.child_facts(session, child_id=child_id, on=today(now))),
        "reviews_held": held,
        "asked": [plain(each) for each in own_requests(session, child_id=child_id)],
        "not_safe": [plain(each) for each in own_reports(session, child_id=child_id)],
        "disputes": [plain(each) for each in told_disputes(session, child_id=child_id)],
        "letters": letters_of(session, actor=actor, now=now),
        "outcomes": outcomes_of(session, child_id=child_id, now=now),
        "meetings": meetings_of(session, child_id=child_id),
        "meeting_plans": plans_of(session, actor=actor, child_id=child_id, now=now),
        "who_has_seen": _all_days(session, actor),
    }


def _messages(session: Session, person_id: UUID, child_id: UUID) -> list[dict[str, Any]]:
    found = own_messages(session, person_id=person_id, child_id=child_id)
    return [plain(each) for each in found]


def _drafts(
    session: Session, actor: Actor, review_ids: list[UUID], now: datetime
) -> list[dict[str, Any]]:
    found = []
    for review_id in review_ids:
        for is_observation in (False, True):
            try:
                draft = contributions.own_draft(
                    session,
                    actor=actor,
                    review_id=review_id,
                    is_observation=is_observation,
                    now=now,
                )
            except NotFound:
                continue
            if draft.content is not None:
                found.append({"review_id": str(review_id), "content": draft.content})
    return found


def _all_days(session: Session, actor: Actor) -> list[dict[str, Any]]:
    days: list[dict[str, Any]] = []
    before: date | None = None
    while True:
        page = who_has_seen(session, actor=actor, before=before)
        days += [plain(day) for day in page.days]
        if page.before is None:
            return days
        before = page.before


def _held(
    session: Session, actor: Actor, child_id: UUID, own: dict[str, Any], on: date
) -> Iterator[dict[str, Any]]:
    """Every sealed value about the child that the bundle does not hold, without its words."""
    walled = actor.person_id not in (None, child_id) and is_walled(
        session, child_id=child_id, one_id=child_id, other_id=actor.person_id or child_id, on=on
    )
    told = told_of_child(session, child_id=child_id)
    is_given = Given(actor, own, in_plans(session, child_id=child_id, own=own))
    for sealed in SEALED:
        for row in _rows_about(session, sealed, child_id):
            if is_given.holds(sealed, row):
                continue
            yield {
                "kind": sealed.name,
                "row": {key: str(row[key]) for key in _keys(sealed)},
                "why": _why(sealed, row, told, actor, child_id, walled),
            }


def _why(
    sealed: SealedColumn,
    row: dict[str, Any],
    told: Mapping[UUID, Told],
    actor: Actor,
    child_id: UUID,
    walled: bool,
) -> list[str]:
    why = [WHY_HELD.get(sealed.name, WRITTEN_BY_STAFF)]
    if sealed.name == "contribution_answer.value":
        answer = told[row["id"]]
        if answer.author_id == child_id:
            why = ["said_by_the_child"]
        if answer.audience is not Audience.EVERYONE:
            why.append(answer.audience.value)
        if actor.person_id in answer.not_people:
            why.append("not_for_this_person")
    if walled:
        why.append("walled")
    return why


def _rows_about(session: Session, sealed: SealedColumn, child_id: UUID) -> Iterator[dict[str, Any]]:
    if sealed.child is None:
        return
    theirs, _, whose = sealed.child.partition(".")
    _, column = named(sealed)
    about = Base.metadata.tables[theirs].c[whose] == child_id
    for row, _key in rows_of(session, sealed, about & column.is_not(None), at_most=EVERY_ROW):
        yield row


def _keys(sealed: SealedColumn) -> list[str]:
    table, _ = named(sealed)
    return [column.key for column in table.primary_key]
