"""What a reviewing officer is told of managers who read for a reason."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.children.queries.glass import unseen_by_officer
from cadair.service.queries.next_reviews import Plain


def readings_to_note(session: Session, *, officer_id: UUID, on: date) -> list[Plain]:
    """Readings of the officer's children that no officer has noted yet, the latest first."""
    return [
        {
            "id": str(each.id),
            "child_id": str(each.child_id),
            "child_name": each.child_name,
            "manager_name": each.manager_name,
            "broken_at": each.broken_at.isoformat(),
        }
        for each in unseen_by_officer(session, officer_id=officer_id, on=on)
    ]
