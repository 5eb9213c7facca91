"""What may be seen of drafts and contributions, as plain values."""

from cadair.contributions.queries.own import (
    OwnContribution,
    OwnDraft,
    Reader,
    draft_at,
    own_contribution,
    own_contributions,
    own_draft,
    savings,
    sealed_draft,
)
from cadair.contributions.queries.seats import Seat, seat
from cadair.contributions.queries.shared import (
    SaidBy,
    ViewsIn,
    authors_of,
    progress_of,
    shared_with_review,
    shared_with_reviews,
)
from cadair.contributions.queries.unread import ChildsSide, Unread, childs_side, unread_by
from cadair.contributions.queries.values import (
    Answer,
    AnyRow,
    SharedContribution,
    sealed_helper,
    sealed_value,
    topic_of,
)
from cadair.contributions.queries.wishes import (
    MessageWish,
    child_of_wish,
    is_wish_of,
    wishes_from_messages,
)
from cadair.contributions.rules.forms import form, form_for, latest_version

__all__ = [
    "Answer",
    "AnyRow",
    "ChildsSide",
    "MessageWish",
    "OwnContribution",
    "OwnDraft",
    "Reader",
    "SaidBy",
    "Seat",
    "SharedContribution",
    "Unread",
    "ViewsIn",
    "authors_of",
    "child_of_wish",
    "childs_side",
    "draft_at",
    "form",
    "form_for",
    "is_wish_of",
    "latest_version",
    "own_contribution",
    "own_contributions",
    "own_draft",
    "progress_of",
    "savings",
    "sealed_draft",
    "sealed_helper",
    "sealed_value",
    "seat",
    "shared_with_review",
    "shared_with_reviews",
    "topic_of",
    "unread_by",
    "wishes_from_messages",
]
