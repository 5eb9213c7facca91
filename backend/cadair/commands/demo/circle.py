"""What was decided about Jaden's circle in the demo: a wall down, one proposed, an address."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.children import actions as children
from cadair.children.rules.kinds import ProtectedKind
from cadair.commands.demo.people import demo_id

PROTECTED = {
    ProtectedKind.ADDRESS: "14 Harbour Row, Northmoor",
    ProtectedKind.SCHOOL: "Saltmarsh School",
    ProtectedKind.CARER_PHONE: "01632 960 014",
}


def tell_circle(session: Session, *, council_id: UUID, now: datetime) -> None:
    """Lower one wall, propose another, and keep where Jaden lives."""
    priya = _staff(council_id, "priya", Job.REVIEWING_OFFICER)
    helen = _staff(council_id, "helen", Job.SERVICE_MANAGER)
    jaden = demo_id("jaden")
    for one, other, reason in (
        ("tom", "sandra", "Tom visits Sandra and Jaden every fortnight. They plan together."),
        ("karen", "okafor", "Karen and the school both ask for one plan for homework."),
    ):
        children.propose_lowering(
            session,
            actor=priya,
            child_id=jaden,
            proposal_id=demo_id(f"{one} {other}"),
            one_id=demo_id(one),
            other_id=demo_id(other),
            reason=reason,
            now=now - timedelta(days=3),
        )
    children.answer_proposal(
        session,
        actor=helen,
        proposal_id=demo_id("tom sandra"),
        agrees=True,
        now=now - timedelta(days=2),
    )
    for kind, words in PROTECTED.items():
        children.keep_protected_fact(
            session, actor=priya, child_id=jaden, kind=kind, words=words, now=now
        )


def _staff(council_id: UUID, key: str, job: Job) -> Actor:
    return Actor(person_id=demo_id(key), council_id=council_id, job=job)
