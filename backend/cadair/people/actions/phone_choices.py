"""What a child chooses because somebody else may look at their phone."""

from datetime import datetime

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.people import queries
from cadair.people.models import PhoneChoices


def choose_for_phone(
    session: Session,
    *,
    actor: Actor,
    leaves_no_trace: bool,
    not_safe_to_reply: bool,
    now: datetime,
) -> queries.ChosenForPhone:
    """Keep a child's two choices; their reviewing officer sees the second before all else."""
    check(Permission.CHOOSE_FOR_OWN_PHONE, actor)
    assert actor.person_id is not None
    kept = session.get(PhoneChoices, actor.person_id)
    if kept is None:
        kept = PhoneChoices(person_id=actor.person_id, leaves_no_trace=False)
        session.add(kept)
    kept.leaves_no_trace = leaves_no_trace
    if not_safe_to_reply and kept.not_safe_since is None:
        kept.not_safe_since, kept.safe_again_since = now, None
    elif not not_safe_to_reply and kept.not_safe_since is not None:
        kept.not_safe_since, kept.safe_again_since = None, now
    session.flush()
    audit.note(
        session,
        actor=actor,
        event="child.phone_choices_made",
        child_id=actor.person_id,
        subject_id=actor.person_id,
        facts={"leaves_no_trace": leaves_no_trace, "not_safe_to_reply": not_safe_to_reply},
        now=now,
    )
    return queries.chosen_for_phone(session, person_id=actor.person_id)
