"""What a review's record must say before it may be signed, as the review itself stands."""

from sqlalchemy.orm import Session

from cadair.meeting.rules.matters import MATTERS
from cadair.messages.queries.visits import spoke_alone_before
from cadair.record.queries.codes import confirmed_codes
from cadair.record.queries.wish_answers import unanswered_wishes
from cadair.record.rules.writing import ToSign
from cadair.reviews.queries import ReviewFacts


def to_sign(session: Session, *, review: ReviewFacts, nation: str) -> ToSign:
    """What a signature asks of the review, in few statements: it is asked at every saving."""
    code = confirmed_codes(session, review_ids=[review.id]).get(review.id)
    held_on, due_by = review.held_on, review.due_by
    return ToSign(
        child_id=review.child_id,
        is_held=held_on is not None,
        is_late=held_on is not None and due_by is not None and held_on > due_by,
        late_is_explained=review.late_reason is not None,
        code_is_confirmed=code is not None and not code.before_meeting,
        spoke_alone=spoke_alone_before(session, review_id=review.id),
        matters=[each.key for each in MATTERS[nation]],
        unanswered=unanswered_wishes(session, review_id=review.id),
    )
