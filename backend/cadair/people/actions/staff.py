"""Letting one of the staff in again: a card from somebody else who may, and never from oneself."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import STAFF, Actor
from cadair.audit import actions as audit
from cadair.foundation.errors import NotAllowed, NotFound
from cadair.people import queries
from cadair.people.actions.cards import IssuedCard, issue_card


def let_staff_in(
    session: Session, *, actor: Actor, person_id: UUID, card_id: UUID, now: datetime
) -> IssuedCard:
    """Make a card by which one of the staff chooses a password and sets a second step up anew.

    Used, it drops every second factor and session of before, and the person is told of it when
    they next sign in.  Nobody makes one for themselves: raises NotAllowed; NotFound for whoever is
    not one of the staff.
    """
    if queries.person(session, person_id=person_id).job not in STAFF:
        raise NotFound
    if person_id == actor.person_id:
        raise NotAllowed
    card = issue_card(session, actor=actor, card_id=card_id, person_id=person_id, now=now)
    audit.note(session, actor=actor, event="staff.let_in", subject_id=person_id, now=now)
    return card
