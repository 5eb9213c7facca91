"""What somebody chooses: how they are told, when not, and where; each address is confirmed."""

import json
from collections.abc import Collection
from datetime import datetime, time
from hmac import compare_digest
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.foundation.errors import BadInput
from cadair.notifications.actions.contacts import (
    add_contact,
    check_codes,
    code_for,
    opens_as,
    send_to,
    take_the_place,
    waiting_for_code,
)
from cadair.notifications.models import ContactPoint, NoticeChoices
from cadair.notifications.queries import current_contacts
from cadair.notifications.rules import (
    Channel,
    CodeNotValid,
    ContactNotConfirmed,
    Kind,
    What,
    WrongCode,
)
from cadair.notifications.rules.addresses import as_written_to, check_push_service
from cadair.notifications.rules.timing import (
    CODE_LASTS,
    WRONG_CODES,
    default_quiet,
)


def choose(
    session: Session,
    *,
    actor: Actor,
    channel: Channel,
    quiet_from: time | None,
    quiet_until: time | None,
    offers: Collection[Kind],
    now: datetime,
) -> None:
    """Keep how somebody wants to be told; raises ContactNotConfirmed for where nothing can go."""
    person_id = _me(actor)
    if (quiet_from is None) != (quiet_until is None) or (
        quiet_from is not None and quiet_from == quiet_until
    ):
        raise BadInput(fields={"quiet_until": ["not_valid"]})
    if quiet_from is None and actor.job is Job.CHILD:
        raise BadInput(fields={"quiet_from": ["required"]})
    if channel is not Channel.NONE:
        kind = Kind(channel)
        there = current_contacts(session, person_ids=[person_id])
        if kind not in offers or (person_id, kind) not in there:
            raise ContactNotConfirmed
    chosen = _choices(session, actor, now)
    chosen.channel, chosen.chosen_at = channel, now
    chosen.quiet_from, chosen.quiet_until = quiet_from, quiet_until
    session.flush()
    _note(session, actor, "notices.chosen", {"channel": channel.value}, now)


def give_contact(
    session: Session,
    *,
    actor: Actor,
    kind: Kind,
    address: str,
    offers: Collection[Kind],
    now: datetime,
) -> None:
    """Keep where somebody could be told, and have a code sent there; until then nothing else goes.

    An address that is confirmed already stays so.  Raises BadInput, TryAgainLater.
    """
    person_id = _me(actor)
    if kind is Kind.PUSH or kind not in offers:
        raise BadInput(fields={"kind": ["not_valid"]})
    written = as_written_to(kind, address)
    now_there = current_contacts(session, person_ids=[person_id]).get((person_id, kind))
    if now_there is not None and opens_as(session, now_there, written):
        return
    check_codes(session, person_id, now)
    for waiting in waiting_for_code(session, person_id):
        waiting.left_at = now
    contact = add_contact(session, person_id, kind, written, now)
    send_to(session, contact, What.CODE, now)
    _note(session, actor, "notices.contact_given", {"kind": kind.value}, now)


def confirm_contact(session: Session, *, actor: Actor, code: str, now: datetime) -> None:
    """Take the code that was sent; raises WrongCode, CodeNotValid.

    Whatever it takes the place of, and what was left within the last day, is told.
    """
    person_id = _me(actor)
    contact = next(iter(waiting_for_code(session, person_id)), None)
    if contact is None or contact.made_at <= now - CODE_LASTS or contact.wrong_codes >= WRONG_CODES:
        raise CodeNotValid
    said = "".join(letter for letter in code if letter.isdigit())
    if not compare_digest(code_for(session, contact_id=contact.id), said):
        contact.wrong_codes += 1
        session.flush()
        raise WrongCode
    take_the_place(session, contact, now)
    _note(session, actor, "notices.contact_confirmed", {"kind": contact.kind.value}, now)


def keep_push(
    session: Session,
    *,
    actor: Actor,
    endpoint: str,
    p256dh: str,
    auth: str,
    offers: Collection[Kind],
    now: datetime,
) -> None:
    """Keep this browser as where somebody is told: it has asked its person already."""
    person_id = _me(actor)
    check_push_service(endpoint)
    if Kind.PUSH not in offers:
        raise BadInput(fields={"endpoint": ["not_valid"]})
    keys = {"p256dh": p256dh, "auth": auth}
    written = json.dumps({"endpoint": endpoint, "keys": keys}, sort_keys=True)
    now_there = current_contacts(session, person_ids=[person_id]).get((person_id, Kind.PUSH))
    if now_there is not None and opens_as(session, now_there, written):
        return
    check_codes(session, person_id, now)
    contact = add_contact(session, person_id, Kind.PUSH, written, now)
    take_the_place(session, contact, now)
    _note(session, actor, "notices.contact_confirmed", {"kind": Kind.PUSH.value}, now)


def remove_contact(session: Session, *, actor: Actor, kind: Kind, now: datetime) -> None:
    """Write no more to any address of this kind; nothing is sent there to say so."""
    person_id = _me(actor)
    rows = session.scalars(
        select(ContactPoint).where(
            ContactPoint.person_id == person_id,
            ContactPoint.kind == kind,
            ContactPoint.left_at.is_(None),
        )
    ).all()
    for row in rows:
        row.left_at = now
    chosen = session.get(NoticeChoices, person_id)
    if chosen is not None and chosen.channel.value == kind.value:
        chosen.channel, chosen.chosen_at = Channel.NONE, now
    session.flush()
    _note(session, actor, "notices.contact_removed", {"kind": kind.value}, now)


def _me(actor: Actor) -> UUID:
    check(Permission.SEE_OWN_PAGES, actor)
    assert actor.person_id is not None
    return actor.person_id


def _choices(session: Session, actor: Actor, now: datetime) -> NoticeChoices:
    kept = session.get(NoticeChoices, actor.person_id)
    if kept is None:
        quiet = default_quiet(actor.job) if actor.job else None
        kept = NoticeChoices(
            person_id=actor.person_id,
            channel=Channel.NONE,
            quiet_from=quiet.begins if quiet else None,
            quiet_until=quiet.ends if quiet else None,
            chosen_at=now,
        )
        session.add(kept)
    return kept


def _note(session: Session, actor: Actor, event: str, facts: dict[str, str], now: datetime) -> None:
    audit.note(
        session, actor=actor, event=event, subject_id=actor.person_id, facts=dict(facts), now=now
    )
