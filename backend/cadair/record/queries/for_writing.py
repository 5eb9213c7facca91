"""A review's record as it lies there, for whoever may write it: where every change begins."""

from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission
from cadair.children import queries as children
from cadair.foundation.clock import today
from cadair.foundation.errors import Stale
from cadair.record.queries.kept_records import Kept, kept_record
from cadair.reviews import queries as reviews
from cadair.reviews.queries import ReviewFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One review's record, with all that judges who may do what with it."""

    review: ReviewFacts
    around: children.Around
    key: bytes  # the child's
    kept: Kept

    @property
    def child_id(self) -> UUID:
        """Whose review it is."""
        return self.review.child_id


def record_for_writing(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> Place:
    """A review's record for whoever may write it; raises NotFound for everybody else."""
    review = reviews.review_of(session, review_id=review_id)
    around = children.around_for(
        session,
        actor=actor,
        permission=Permission.WRITE_RECORD,
        child_id=review.child_id,
        on=today(now),
    )
    key = children.sealing_key(session, child_id=review.child_id)
    kept = kept_record(session, review_id=review_id, key=key)
    return Place(review=review, around=around, key=key, kept=kept)


def refuse_stale(kept: Kept) -> NoReturn:
    """With what is kept, and by whom, so that both can be shown side by side."""
    raise Stale(
        more={
            "current": {
                "revision": kept.revision,
                "content": kept.content,
                "by": kept.saved.name if kept.saved else None,
                "at": kept.saved.at.isoformat() if kept.saved else None,
            }
        }
    )
